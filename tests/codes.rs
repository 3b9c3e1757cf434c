//! Every kind of fault has a page; the example on it brings about that fault and no other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that fails may panic")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use lacuna::diag::Code;

/// The blocks of a page: what each is called, and its text.
fn blocks(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let Some(kind) = line.strip_prefix("```").filter(|kind| !kind.is_empty()) else { continue };
        let text: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        found.push((kind.to_owned(), text.join("\n") + "\n"));
    }
    found
}

/// Runs the example on a page in a folder of its own and returns what is said.
fn run(page: &str, folder: &Path) -> String {
    let mut files = Vec::new();
    let mut script = String::new();
    for (kind, text) in blocks(page) {
        if kind == "console" {
            let commands = text.lines().map(|line| line.strip_prefix("$ ").expect("a command after each prompt"));
            script = commands.collect::<Vec<_>>().join("\n");
            continue;
        }
        // The file is called after its kind, unless the block names it.
        let name = match kind.split_once(' ') {
            Some((_, name)) => name.to_owned(),
            None => format!("{kind}.{}", if kind == "baseline" { "json" } else { "yaml" }),
        };
        fs::write(folder.join(&name), text).unwrap();
        // A law's own text is read with the record that names it.
        if !kind.starts_with("text ") {
            files.push(name);
        }
    }
    if script.is_empty() {
        script = format!("lacuna check {}", files.join(" "));
    }
    let binary = Path::new(env!("CARGO_BIN_EXE_lacuna")).parent().unwrap();
    let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
    let mut command = Command::new("sh");
    // Git, away from whatever the machine is set up with.
    command
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CEILING_DIRECTORIES", folder);
    let output = command.arg("-ec").arg(script).current_dir(folder).env("PATH", path).output().unwrap();
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

/// The codes that are named in brackets after a severity.
fn codes(said: &str) -> BTreeSet<String> {
    let after = |word: &str| -> Vec<String> {
        let start = format!("{word}[");
        said.lines()
            .filter_map(|line| line.strip_prefix(start.as_str())?.split_once(']'))
            .map(|(code, _)| code.to_owned())
            .collect()
    };
    ["error", "warning", "note"].into_iter().flat_map(after).collect()
}

#[test]
#[cfg(unix)]
fn the_example_on_each_page_brings_about_its_fault_and_no_other() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let folder = tempfile::tempdir().unwrap();
        let said = run(code.page(), folder.path());
        if codes(&said) != BTreeSet::from([code.name().to_owned()]) {
            wrong.push(format!("{code}:\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_page_says_how_to_mend_it() {
    for code in Code::ALL {
        let page = code.page();
        assert!(page.starts_with("**To mend it.** ") && page.ends_with("```\n"), "{code}");
    }
}

#[test]
fn there_is_no_page_for_a_fault_that_is_none() {
    let names =
        fs::read_dir("src/diag/examples").unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let stray: Vec<String> = names.filter(|name| name.strip_suffix(".md").and_then(Code::parse).is_none()).collect();
    assert_eq!(stray, Vec::<String>::new());
}

#[test]
fn explain_prints_the_page_of_a_code() {
    let output = Command::new(env!("CARGO_BIN_EXE_lacuna")).args(["explain", "waiver-expired"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("warning[waiver-expired]\n\nA waiver ended before the day of the audit"), "{text}");
    assert!(text.contains("**To mend it.** Decide again") && text.contains("until: 2009-06-30"), "{text}");
    assert_eq!(output.status.code(), Some(0));
}
