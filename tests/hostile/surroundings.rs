//! What surrounds a run: very many files, a file that changes meanwhile, the order of files, the terminal, the locale and
//! the time zone. The same files give the same bytes.

use std::fs;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};

#[cfg(unix)]
use super::faults::shell;
use super::faults::{STANDARD, world};

#[cfg(unix)]
#[test]
fn fifty_thousand_files_with_few_that_may_be_open() {
    let world = world();
    let many = world.path().join("many");
    for number in 0..50_000 {
        let folder = many.join(format!("{:02}", number / 1_000));
        if number % 1_000 == 0 {
            fs::create_dir_all(&folder).unwrap();
        }
        let name = folder.join(format!("{number}.{}", if number % 250 == 0 { "yaml" } else { "txt" }));
        let [one, two] = [number / 250 / 26, number / 250 % 26].map(|at| char::from(b'A' + u8::try_from(at).unwrap()));
        let text = format!("framework: X{one}{two}\nname: Land {number}\nreviewed: 2009-01-01\ncoverage: partial\n");
        fs::write(name, text).unwrap();
    }
    let ran = shell(&world, &format!("ulimit -n 24; exec \"$LACUNA\" audit many {STANDARD} --format json"));
    assert_eq!((ran.code, &*ran.stderr), (0, ""));
    let report: serde_json::Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(report["frameworks"].as_array().unwrap().len(), 200);
}

#[test]
fn a_file_that_changes_while_it_is_read() {
    let world = world();
    let path = world.path().join("frameworks/aldonia.yaml");
    let whole = fs::read_to_string(&path).unwrap();
    let versions = [whole.clone(), whole.replace("1998", "2008"), whole.get(..whole.len() / 2).unwrap().to_owned()];
    let over = AtomicBool::new(false);
    let [mut good, mut bad] = [0, 0];
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for version in versions.iter().cycle() {
                // In place, so that a reader can meet any part of it.
                fs::write(&path, version).unwrap();
                if over.load(Ordering::Relaxed) {
                    break;
                }
            }
        });
        for _ in 0..40 {
            let ran = world.run(&format!("audit frameworks/aldonia.yaml {STANDARD} --format json --out report.json"));
            assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
            match ran.code {
                3 => bad += 1,
                code => good += usize::from(code == 0),
            }
            // What stands there is a whole report, of this run or of an earlier one.
            if let Ok(text) = fs::read_to_string(world.path().join("report.json")) {
                let report: serde_json::Value = serde_json::from_str(&text).unwrap();
                assert_eq!(report["frameworks"][0]["country"], "XAA");
            }
        }
        over.store(true, Ordering::Relaxed);
    });
    assert_eq!(good + bad, 40, "the record is read, or it is told what is wrong with it");
}

/// The commands with every format, and where each leaves its output.
fn every_format(files: &str) -> Vec<String> {
    let mut all = Vec::new();
    for format in ["text", "markdown", "json", "yaml", "sarif", "github", "summary", "gitlab", "junit"] {
        all.push(format!("audit {files} {STANDARD} --format {format}"));
    }
    for format in ["text", "json", "sarif", "github", "gitlab", "junit"] {
        all.push(format!("check {files} --vocabulary vocabulary.yaml --format {format}"));
    }
    for format in ["text", "markdown", "csv", "xlsx", "json"] {
        all.push(format!("compare {files} {STANDARD} --format {format}"));
    }
    for format in ["text", "markdown", "json"] {
        all.push(format!("diff frameworks/aldonia.yaml --with bill.yaml {STANDARD} --format {format}"));
    }
    all.push(format!("explain standard/trafficking frameworks/aldonia.yaml {STANDARD}"));
    all.push(format!("site /dev/stdout {files} {STANDARD}"));
    all
}

#[test]
fn the_order_of_files_and_a_second_run_change_nothing() {
    let world = world();
    let orders = [
        "frameworks/aldonia.yaml frameworks/borduria.yaml",
        "frameworks/borduria.yaml frameworks/aldonia.yaml",
        "frameworks",
        "frameworks/borduria.yaml frameworks ./frameworks/aldonia.yaml",
    ];
    let [first, others @ ..] = orders.map(every_format);
    for (number, command) in first.iter().enumerate() {
        let one = world.run(command);
        assert!(!one.stdout.is_empty() && one.code < 3, "{command}: {}", one.stderr);
        assert!(world.run(command).stdout == one.stdout, "a second run differs: {command}");
        for order in &others {
            let other = world.run(&order[number]);
            assert!(other.stdout == one.stdout, "{}\n{}", order[number], String::from_utf8_lossy(&other.stdout));
            assert_eq!((other.code, &other.stderr), (one.code, &one.stderr), "{}", order[number]);
        }
    }
}

#[test]
fn no_home_no_terminal_any_locale_and_any_time_zone() {
    let world = world();
    let run = |command: &str, ambient: &[(&str, &str)]| {
        let mut run = Command::new(env!("CARGO_BIN_EXE_lacuna"));
        run.env_clear().envs(ambient.iter().copied()).current_dir(world.path());
        let output = run.args(command.split_whitespace()).stdin(Stdio::null()).output().unwrap();
        (output.status.code(), output.stdout, output.stderr)
    };
    let ambients: [&[(&str, &str)]; 3] = [
        &[
            ("LC_ALL", "tr_TR.UTF-8"),
            ("LANG", "tr_TR.UTF-8"),
            ("TZ", "Pacific/Kiritimati"),
            ("HOME", "/nowhere"),
            ("TERM", "dumb"),
        ],
        &[
            ("LC_ALL", "C"),
            ("TZ", "America/Adak"),
            ("HOME", ""),
            ("COLUMNS", "20"),
            ("LINES", "3"),
            ("TERM", "xterm-256color"),
        ],
        &[
            ("LC_ALL", "no such locale"),
            ("TZ", "no such zone"),
            ("NO_COLOR", "1"),
            ("CLICOLOR_FORCE", "1"),
            ("RUST_BACKTRACE", "1"),
        ],
    ];
    for command in every_format("frameworks") {
        let plain = run(&command, &[]);
        for ambient in ambients {
            assert!(run(&command, ambient) == plain, "{command} with {ambient:?}");
        }
    }
}
