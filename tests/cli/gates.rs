//! Baselines, waivers and exit codes as a pipeline meets them.

use std::fs;

use super::support::{Folder, SOUND, sound};

const FORMATS: [&str; 9] = ["text", "markdown", "json", "yaml", "sarif", "github", "summary", "gitlab", "junit"];

#[test]
fn the_exit_code_is_the_same_in_every_format() {
    let folder = sound();
    for format in FORMATS {
        for (line, code) in [("partial", 1), ("conflict,warning", 0)] {
            let ran = folder.run(&["audit", "--format", format, "--fail-on", line]);
            assert_eq!(ran.code, code, "{format} {line}: {}", ran.stderr);
            assert!(!ran.stdout.is_empty());
        }
    }
    for (line, code) in [("owed", 1), ("unknown", 1), ("gap", 0), ("error,conflict,met", 1), ("not-applicable", 1)] {
        assert_eq!(folder.run(&["audit", "--fail-on", line]).code, code, "{line}");
    }
    let ran = folder.run(&["audit", "--fail-on", "regression"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
    assert!(ran.stderr.contains("--baseline"), "{}", ran.stderr);
}

#[test]
fn what_was_known_is_no_regression_and_what_got_worse_is() {
    let folder = sound();
    let ran = folder.run(&["audit", "--write-baseline", "baseline.json", "--out", "report.md"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let baseline = folder.read("baseline.json");
    let gate = ["audit", "--baseline", "baseline.json", "--fail-on", "regression", "--format", "text"];
    let ran = folder.run(&gate);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("worsened 0"), "{}", ran.stdout);
    fs::write(folder.path().join("frameworks/aldonia.yaml"), SOUND.replace("acceded: 1991-05-08", "signed: 1991"))
        .unwrap();
    for format in FORMATS {
        let mut gate = gate;
        gate[6] = format;
        let ran = folder.run(&gate);
        assert_eq!(ran.code, 1, "{format}: {}", ran.stderr);
        assert!(ran.stdout.to_lowercase().contains("worsened"), "{format}: it is said in every format");
    }
    assert_eq!(folder.read("baseline.json"), baseline, "reading a baseline leaves it alone");
}

#[test]
fn a_baseline_is_never_written_from_half_the_input_nor_over_another_file() {
    let folder = sound();
    fs::write(folder.path().join("baseline.json"), "").unwrap();
    assert_eq!(folder.run(&["audit", "--write-baseline", "baseline.json"]).code, 0, "an empty file may be filled");
    let old = folder.read("baseline.json");
    fs::write(folder.path().join("frameworks/bad.yaml"), "framework: XAB\n").unwrap();
    let ran = folder.run(&["audit", "--write-baseline", "baseline.json"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("`baseline.json` is not written"), "{}", ran.stderr);
    assert_eq!(folder.read("baseline.json"), old);
    fs::remove_file(folder.path().join("frameworks/bad.yaml")).unwrap();
    let ran = folder.run(&["audit", "--write-baseline", "frameworks/aldonia.yaml"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("is no baseline; it is left as it is"), "{}", ran.stderr);
    assert_eq!(folder.read("frameworks/aldonia.yaml"), SOUND);
}

#[test]
fn a_bad_baseline_is_named_and_the_audit_goes_on() {
    let folder = sound();
    for (text, code) in [
        ("{\n  \"format\": \"lacuna/baseline/v1\",\n  oops\n}\n", "bad-baseline"),
        ("{ \"format\": \"lacuna/baseline/v7\" }", "baseline-version"),
    ] {
        fs::write(folder.path().join("baseline.json"), text).unwrap();
        let ran = folder.run(&["audit", "--baseline", "baseline.json", "--fail-on", "regression"]);
        assert_eq!(ran.code, 3);
        assert!(ran.stderr.contains(&format!("error[{code}]")), "{}", ran.stderr);
        assert!(ran.stdout.contains("# Gap report: Aldonia") && !ran.stdout.contains("Since the baseline"));
        assert_eq!(folder.read("baseline.json"), text);
    }
    assert!(folder.run(&["audit", "--baseline", "nowhere.json"]).stderr.contains("unreadable-file"));
}

#[test]
fn waivers_of_the_current_folder_are_laid_on_and_bad_ones_refused() {
    let folder = sound();
    let explained = folder.run(&["explain", "annex-d/child-definition.age", "frameworks/aldonia.yaml"]).stdout;
    let words: Vec<&str> = explained.lines().filter_map(|line| line.trim().strip_prefix("words: ")).collect();
    // The item's own, then the element's.
    assert_eq!(words.len(), 2, "{explained}");
    let waivers = |words: &str, until: &str| {
        format!(
            "waivers:\n  - item: annex-d/child-definition.age\n    country: XAA\n    reason: A bill is ready.\n    \
             decided-by: Ministry\n    until: {until}\n    words: '{words}'\n"
        )
    };
    fs::write(folder.path().join("waivers.yaml"), waivers(words[1], "2010-01-01")).unwrap();
    let ran = folder.run(&["audit", "--checklist", "annex-d"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("## What is waived"), "{}", ran.stdout);
    assert_eq!(folder.run(&["check", "waivers.yaml"]).code, 0);
    let ran = folder.run(&["audit", "--checklist", "annex-d", "--as-of", "2010-01-02", "--fail-on", "warning"]);
    assert_eq!(ran.code, 1);
    assert!(ran.stderr.contains("warning[waiver-expired]"), "{}", ran.stderr);
    fs::write(folder.path().join("other.yaml"), waivers("0", "soon")).unwrap();
    let ran = folder.run(&["audit", "--waivers", "other.yaml"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("bad-date") && ran.stderr.contains("wrong-type"), "{}", ran.stderr);
    let ran = folder.run(&["audit", "--waivers", "frameworks/aldonia.yaml"]);
    assert!(ran.code == 3 && ran.stderr.contains("a file of waivers is wanted here"), "{}", ran.stderr);
}

#[test]
fn several_countries_make_one_document_for_a_job() {
    let folder = sound();
    fs::write(folder.path().join("frameworks/bergia.yaml"), SOUND.replace("XAA", "XAB").replace("Aldonia", "Bergia"))
        .unwrap();
    assert_eq!(folder.run(&["audit", "--format", "sarif", "--out", "lacuna.sarif"]).code, 0);
    let log = folder.read("lacuna.sarif");
    assert!(log.contains("frameworks/aldonia.yaml") && log.contains("frameworks/bergia.yaml"));
    // An absolute path is told from the current folder.
    let here = folder.path().canonicalize().unwrap();
    let absolute = here.join("frameworks").to_string_lossy().into_owned();
    assert_eq!(folder.run(&["audit", &absolute, "--format", "sarif"]).stdout, log);
}

#[test]
fn a_job_is_told_when_nothing_could_be_audited() {
    let folder = Folder::new(&[("frameworks/bad.yaml", b"framework: XAB\n")]);
    for format in ["sarif", "github", "summary", "gitlab", "junit"] {
        let ran = folder.run(&["audit", "--format", format]);
        assert_eq!(ran.code, 3);
        assert!(ran.stdout.contains("missing-key"), "{format}: {}", ran.stdout);
    }
}

#[test]
fn check_speaks_the_formats_of_jobs_with_the_same_exit_codes() {
    let folder = sound();
    fs::write(folder.path().join("idle.yaml"), SOUND.replace("{ s: {", "{ t: { title: T }, s: {")).unwrap();
    fs::write(folder.path().join("bad.yaml"), "framework: XAB\n").unwrap();
    for format in ["text", "json", "sarif", "github", "gitlab", "junit"] {
        for (file, line, code) in [
            ("frameworks/aldonia.yaml", "warning", 0),
            ("idle.yaml", "error", 0),
            ("idle.yaml", "warning", 1),
            ("bad.yaml", "warning", 3),
        ] {
            let ran = folder.run(&["check", file, "--format", format, "--fail-on", line]);
            assert_eq!(ran.code, code, "{format} {file} {line}");
            assert_eq!(ran.stdout.contains("idle.yaml"), file == "idle.yaml", "{format}: {}", ran.stdout);
        }
    }
}

#[cfg(unix)]
mod unix {
    use std::process::{Command, Stdio};

    use super::*;

    fn shell(folder: &Folder, script: &str) -> (Option<i32>, String) {
        let mut command = Command::new("sh");
        command.env("LACUNA", env!("CARGO_BIN_EXE_lacuna")).args(["-c", script]).current_dir(folder.path());
        let output = command.stdin(Stdio::null()).output().unwrap();
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    }

    #[test]
    fn a_reader_that_stops_reading_is_no_fault() {
        // The report is larger than a pipe holds.
        let script = "{ \"$LACUNA\" audit --format json; echo $? > code; } | head -c 10 > /dev/null";
        let folder = sound();
        assert_eq!(shell(&folder, script), (Some(0), String::new()));
        assert_eq!(folder.read("code"), "0\n");
        let script = "{ \"$LACUNA\" audit --format json --fail-on partial; echo $? > code; } | head -c 10 > /dev/null";
        shell(&folder, script);
        assert_eq!(folder.read("code"), "1\n", "and it does not hide what was found");
    }

    #[test]
    fn a_full_disk_leaves_the_old_file_and_no_other() {
        let folder = sound();
        assert_eq!(folder.run(&["audit", "--write-baseline", "baseline.json", "--out", "report.md"]).code, 0);
        let (baseline, report) = (folder.read("baseline.json"), folder.read("report.md"));
        for arguments in ["--out report.md", "--out report.md --write-baseline baseline.json"] {
            // No file may grow beyond half a kilobyte, and the signal that says so is not listened to.
            let script = format!("trap '' XFSZ; ulimit -f 1; exec \"$LACUNA\" audit {arguments}");
            let (code, said) = shell(&folder, &script);
            assert_eq!(code, Some(3), "{said}");
            assert!(said.contains("`report.md` cannot be written"), "{said}");
            assert_eq!((folder.read("baseline.json"), folder.read("report.md")), (baseline.clone(), report.clone()));
            assert_eq!(folder.names(), ["baseline.json", "frameworks/aldonia.yaml", "report.md"]);
        }
        let (code, said) = shell(&folder, "exec \"$LACUNA\" audit > /dev/full");
        assert_eq!(code, Some(3));
        assert!(said.contains("standard output cannot be written"), "{said}");
    }

    #[test]
    fn an_interrupted_run_leaves_the_old_file() {
        let folder = sound();
        fs::write(folder.path().join("report.md"), "old").unwrap();
        // The signal comes in the middle of writing.
        let (code, _) = shell(&folder, "ulimit -f 1; exec \"$LACUNA\" audit --out report.md");
        assert_eq!(code, None, "the code is the signal's");
        assert_eq!(folder.read("report.md"), "old");
    }

    #[test]
    fn an_output_folder_that_cannot_be_made() {
        let folder = sound();
        let ran = folder.run(&["audit", "--out", "nowhere/report.md"]);
        assert_eq!(ran.code, 3);
        let said = "error: `nowhere/report.md` cannot be written: No such file or directory (os error 2)\n";
        assert_eq!(ran.stderr, said, "and no name that differs from run to run");
        let ran = folder.run(&["audit", "--out", "frameworks/aldonia.yaml/reports/"]);
        assert_eq!(ran.code, 3);
        assert!(ran.stderr.contains("cannot be made"), "{}", ran.stderr);
        assert_eq!(folder.read("frameworks/aldonia.yaml"), SOUND);
    }

    #[test]
    fn several_reports_need_a_folder_or_what_is_no_file() {
        let folder = sound();
        fs::write(folder.path().join("two.yaml"), SOUND.replace("XAA", "XAB")).unwrap();
        fs::write(folder.path().join("notes.txt"), "mine").unwrap();
        let ran = folder.run(&["audit", "frameworks", "two.yaml", "--out", "notes.txt"]);
        assert_eq!(ran.code, 3);
        assert!(ran.stderr.contains("`notes.txt` is a file: several reports need a folder"), "{}", ran.stderr);
        assert_eq!(folder.read("notes.txt"), "mine");
        let ran = folder.run(&["audit", "frameworks", "two.yaml", "--out", "/dev/null"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    }

    #[test]
    fn a_link_stays_and_what_it_leads_to_is_replaced() {
        let folder = sound();
        fs::create_dir(folder.path().join("kept")).unwrap();
        fs::write(folder.path().join("kept/report.md"), "old").unwrap();
        std::os::unix::fs::symlink("kept/report.md", folder.path().join("latest.md")).unwrap();
        assert_eq!(folder.run(&["audit", "--out", "latest.md"]).code, 0);
        assert!(folder.path().join("latest.md").is_symlink());
        assert!(folder.read("kept/report.md").starts_with("# Gap report: Aldonia"));
    }

    #[test]
    fn what_is_no_file_is_written_to_and_not_replaced() {
        let folder = sound();
        // The reader would wait for ever on a pipe that was replaced.
        let script = "mkfifo pipe; cat pipe > copy & \"$LACUNA\" audit --format text --out pipe; \
                      test -p pipe || kill $!; wait; test -p pipe";
        assert_eq!(shell(&folder, script).0, Some(0));
        assert!(folder.read("copy").starts_with("Aldonia (XAA)"));
    }
}
