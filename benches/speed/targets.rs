//! The targets, each as a ratio of two commands that run by turns, or as a difference of their times.

use std::path::{Path, PathBuf};

use super::generate::{self, Corpus};
use super::measure::{Spread, Usage, by_turns, line, usage};

/// The program as it is shipped.
pub(crate) const LACUNA: &str = env!("CARGO_BIN_EXE_lacuna");

/// How often a pair is run, but for the first time.
const RUNS: usize = 5;

/// A folder below that of the measurements, made anew by `make`.
pub(crate) fn folder(name: &str, make: impl FnOnce(&Path)) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("speed").join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).unwrap();
    }
    std::fs::create_dir_all(&folder).unwrap();
    make(&folder);
    folder
}

fn corpus(name: &str, countries: usize, later: bool) -> String {
    let corpus = Corpus { countries, bytes: 40 * 1024, later };
    let folder = folder(name, |folder| generate::write(corpus, folder).unwrap());
    folder.join("frameworks").to_str().unwrap().to_owned()
}

fn empty(name: &str) -> String {
    folder(name, |_| {}).to_str().unwrap().to_owned()
}

pub(crate) fn all(wanted: &dyn Fn(&str) -> bool) {
    let targets: [(&str, fn()); 7] = [
        ("audit", audit),
        ("threads", threads),
        ("memory", memory),
        ("cold", cold),
        ("faults", faults),
        ("sides", sides),
        ("page", page),
    ];
    targets.iter().filter(|(name, _)| wanted(name)).for_each(|(_, measure)| measure());
}

fn audit() {
    let frameworks = corpus("2000", 2_000, false);
    let own = std::env::current_exe().unwrap();
    let parse = [own.to_str().unwrap(), "--parse", &frameworks];
    let out = empty("audit");
    let audit = [LACUNA, "audit", &frameworks, "--format", "json", "--threads", "1", "--out", &out];
    line("audit: time of audit / time to parse", &by_turns(RUNS, &audit, &parse, |a, b| a.wall / b.wall));
    line("audit: work of audit / work to parse", &by_turns(RUNS, &audit, &parse, |a, b| a.work / b.work));
}

fn threads() {
    let frameworks = corpus("2000", 2_000, false);
    let out = empty("threads");
    let on = |threads| [LACUNA, "audit", &frameworks, "--format", "json", "--threads", threads, "--out", &out];
    line("threads: time on one / time on two", &by_turns(RUNS, &on("1"), &on("2"), |a, b| a.wall / b.wall));
}

fn memory() {
    let (many, few) = (corpus("20000", 20_000, false), corpus("2000", 2_000, false));
    let out = empty("memory");
    let of = |frameworks| usage(&[LACUNA, "audit", frameworks, "--format", "json", "--out", &out]).memory;
    line("memory: peak on 20,000 / peak on 2,000", &Spread::of(vec![of(&many) / of(&few)]));
}

fn cold() {
    let frameworks = corpus("1", 1, false);
    let own = std::env::current_exe().unwrap();
    let audit = [LACUNA, "audit", &frameworks, "--format", "markdown"];
    let nothing = [own.to_str().unwrap(), "--nothing"];
    let longer = |a: Usage, b: Usage| (a.wall - b.wall) * 1_000.0;
    line("cold: milliseconds more than nothing", &by_turns(50, &audit, &nothing, longer));
}

fn faults() {
    let twins = folder("twins", |folder| generate::write_twins(1_000, 240 * 1024, folder).unwrap());
    let [faulty, sound] = ["faulty.yaml", "sound.yaml"].map(|name| twins.join(name).to_str().unwrap().to_owned());
    let (faulty, sound) = ([LACUNA, "check", &faulty], [LACUNA, "check", &sound]);
    line("faults: check with 1,000 / with none", &by_turns(30, &faulty, &sound, |a, b| a.wall / b.wall));
}

fn sides() {
    let (now, later) = (corpus("200", 200, false), corpus("200-later", 200, true));
    let out = empty("sides");
    let audit = |frameworks| [LACUNA, "audit", frameworks, "--format", "text", "--threads", "1", "--out", &out];
    let (one, other) = (audit(&now), audit(&later));
    let compare = [LACUNA, "compare", &now, "--format", "markdown"];
    line("sides: compare / the audits", &by_turns(RUNS, &compare, &one, |a, b| a.work / b.work));
    // Each pair has two audits: those of the one side, and as long again for the other.
    let half = usage(&other).work / usage(&one).work;
    let diff = [LACUNA, "diff", &now, &later, "--format", "markdown"];
    line(
        "sides: diff / the audits of both sides",
        &by_turns(RUNS, &diff, &one, |a, b| a.work / (b.work * (1.0 + half))),
    );
}

fn page() {
    let frameworks = corpus("195", 195, false);
    let out = folder("page", |_| {}).join("index.html");
    usage(&[LACUNA, "site", out.to_str().unwrap(), &frameworks]);
    let bytes = std::fs::metadata(&out).unwrap().len();
    line("page: million bytes for 195 countries", &Spread::of(vec![bytes as f64 / 1e6]));
}
