//! The copy of the tree with every mutant in it, and the tests built from it.
//!
//! Mutants that do not compile are found by trying: what the compiler says is traced back to the mutant it was said of,
//! that one is left out, and all is tried again until nothing is wrong.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::Result;
use crate::list::Mutant;
use crate::place;
use crate::results::{Outcome, Results};

/// The switch, a file of the copied program.
const SWITCH: &str = include_str!("switch.rs");

/// A binary of tests.
pub(crate) struct TestBinary {
    pub(crate) name: String,
    pub(crate) path: PathBuf,
}

/// Writes a file, unless it holds that text already: cargo looks at the time.
fn put(path: &Path, text: &[u8]) -> Result<()> {
    if fs::read(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}

/// The files of the tree that are its own.
fn files(root: &Path) -> Result<BTreeSet<String>> {
    let mut command = Command::new("git");
    command.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(root);
    let output = String::from_utf8(command.output()?.stdout)?;
    let own = |path: &&str| !path.is_empty() && !path.starts_with("tools/") && root.join(path).is_file();
    Ok(output.split('\0').filter(own).map(str::to_owned).collect())
}

fn copy(root: &Path, scratch: &Path, mutated: &BTreeSet<&str>) -> Result<()> {
    fs::create_dir_all(scratch)?;
    let wanted = files(root)?;
    let mut folders = vec![scratch.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            let name = path.strip_prefix(scratch)?.to_string_lossy().into_owned();
            if path.is_dir() {
                if name != "target" {
                    folders.push(path);
                }
            } else if !wanted.contains(&name) && name != "src/mutant.rs" {
                fs::remove_file(&path)?;
            }
        }
    }
    let changed = ["src/lib.rs", "Cargo.toml"];
    for name in wanted.iter().filter(|name| !mutated.contains(name.as_str()) && !changed.contains(&name.as_str())) {
        put(&scratch.join(name), &fs::read(root.join(name))?)?;
    }
    // The copy stands below this crate and belongs to no workspace but its own.
    let manifest = fs::read_to_string(root.join("Cargo.toml"))?;
    put(&scratch.join("Cargo.toml"), format!("{manifest}\n[workspace]\n").as_bytes())?;
    let lib = fs::read_to_string(root.join("src/lib.rs"))?;
    put(&scratch.join("src/lib.rs"), format!("#![allow(warnings)]\n{lib}\npub mod mutant;\n").as_bytes())?;
    put(&scratch.join("src/mutant.rs"), SWITCH.as_bytes())
}

/// Where in the written files each mutant stands.
type Stands = BTreeMap<String, Vec<(Range<usize>, usize)>>;

/// Writes the mutated files. Gives back where each mutant stands, and those for which there is no place.
fn write(
    root: &Path,
    scratch: &Path,
    mutants: &[Mutant],
    results: &Results,
) -> Result<(Stands, Vec<usize>, Vec<usize>)> {
    let mut by_file: BTreeMap<&str, Vec<&Mutant>> = BTreeMap::new();
    for mutant in mutants {
        let list = by_file.entry(&mutant.file).or_default();
        if !matches!(results.get(mutant), Some(Outcome::Unviable | Outcome::Lost)) {
            list.push(mutant);
        }
    }
    let (mut stands, mut lost, mut hopeless) = (Stands::new(), Vec::new(), Vec::new());
    for (file, mutants) in by_file {
        let text = fs::read_to_string(root.join(file))?;
        let written = place::write(&text, &mutants).map_err(|it| format!("{file}: {it}"))?;
        let (mut whole, mut places) = (String::new(), Vec::new());
        for (mutant, text) in written.pieces {
            let start = whole.len();
            whole.push_str(&text);
            places.extend(mutant.map(|id| (start..whole.len(), id)));
        }
        put(&scratch.join(file), whole.as_bytes())?;
        stands.insert(file.to_owned(), places);
        lost.extend(written.lost);
        hopeless.extend(written.hopeless);
    }
    Ok((stands, lost, hopeless))
}

fn cargo(scratch: &Path, words: &[&str]) -> Result<(bool, Vec<Value>)> {
    let mut command = Command::new("cargo");
    command.args(words).args(["--locked", "--message-format=json"]).current_dir(scratch);
    command.env("CARGO_TARGET_DIR", scratch.join("target")).env("CARGO_INCREMENTAL", "0");
    // The tests run a thousand times: it pays to let the compiler make them quicker, where there is time for it.
    if std::env::var_os("CARGO_PROFILE_DEV_OPT_LEVEL").is_none() {
        command.env("CARGO_PROFILE_DEV_OPT_LEVEL", "1");
    }
    let output = command.stderr(Stdio::inherit()).output()?;
    let lines = String::from_utf8(output.stdout)?;
    Ok((output.status.success(), lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()))
}

/// The mutants that an error of the compiler is about: those in whose text it lies, or, on a second look, the longest of those
/// around which it lies.
fn blamed(error: &Value, stands: &Stands, second: bool) -> Vec<usize> {
    let mut spans: Vec<&Value> = error["spans"].as_array().into_iter().flatten().collect();
    spans.sort_by_key(|span| !span["is_primary"].as_bool().unwrap_or(false));
    for span in spans {
        let number = |key: &str| span[key].as_u64().and_then(|it| usize::try_from(it).ok()).unwrap_or_default();
        let (start, end) = (number("byte_start"), number("byte_end"));
        let places = span["file_name"].as_str().and_then(|file| stands.get(file)).into_iter().flatten();
        let found: Vec<usize> = if second {
            let within = places.filter(|(place, _)| start <= place.start && place.end <= end);
            within.max_by_key(|(place, _)| place.len()).map(|(_, id)| *id).into_iter().collect()
        } else {
            places.filter(|(place, _)| place.start <= start && end <= place.end).map(|(_, id)| *id).collect()
        };
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

/// Writes the copy, leaves out what does not compile, and builds the tests.
pub(crate) fn build(
    root: &Path,
    scratch: &Path,
    mutants: &[Mutant],
    tests: &[String],
    results: &mut Results,
) -> Result<Vec<TestBinary>> {
    let mutated: BTreeSet<&str> = mutants.iter().map(|it| it.file.as_str()).collect();
    copy(root, scratch, &mutated)?;
    for round in 1.. {
        let (stands, lost, hopeless) = write(root, scratch, mutants, results)?;
        for id in lost {
            println!("no place: {}", mutants[id].name);
            results.add(&mutants[id], Outcome::Lost, "")?;
        }
        for id in hopeless {
            results.add(&mutants[id], Outcome::Unviable, "`||` in a chain with `let`")?;
        }
        let (sound, messages) = cargo(scratch, &["check", "--lib"])?;
        if sound {
            break;
        }
        let errors = messages.iter().map(|it| &it["message"]).filter(|it| it["level"] == "error");
        let errors: Vec<(&Value, &str)> = errors.map(|it| (it, it["message"].as_str().unwrap_or_default())).collect();
        let blame = |second: bool| {
            let ids = errors.iter().map(|(error, said)| (blamed(error, &stands, second), *said));
            ids.flat_map(|(ids, said)| ids.into_iter().map(move |id| (id, said))).collect::<Vec<_>>()
        };
        let mut out: BTreeMap<usize, &str> = blame(false).into_iter().collect();
        if out.is_empty() {
            out = blame(true).into_iter().take(1).collect();
        }
        println!("round {round}: {} mutants do not compile", out.len());
        if out.is_empty() {
            let said: Vec<_> = errors.iter().filter_map(|(error, _)| error["rendered"].as_str()).collect();
            return Err(format!("the copy does not compile:\n{}", said.join("\n")).into());
        }
        for (id, said) in out {
            results.add(&mutants[id], Outcome::Unviable, said)?;
        }
    }
    let mut words = vec!["test", "--no-run"];
    for name in tests {
        words.extend(if name == "lib" { vec!["--lib"] } else { vec!["--test", name] });
    }
    let (sound, messages) = cargo(scratch, &words)?;
    if !sound {
        return Err("the tests do not build".into());
    }
    let artifacts = messages.iter().filter(|it| it["reason"] == "compiler-artifact" && it["profile"]["test"] == true);
    let binary = |it: &Value| {
        let name = it["target"]["name"].as_str()?.to_owned();
        Some(TestBinary { name, path: it["executable"].as_str()?.into() })
    };
    Ok(artifacts.filter_map(binary).collect())
}
