//! The floors of the house: a file uses its own module and the floors below, never across or up.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The crate's floors, lowest first.
const FLOORS: &[&[&str]] = &[
    &["base", "embedded"],
    &["diag"],
    &["yaml", "rule", "text"],
    &["model", "layout"],
    &["check", "finding"],
    &["eval", "diff", "compare", "gate"],
    &["report", "scaffold", "schema"],
    &["editor"],
    &["cli"],
];

/// Third-party crates that one module alone may name.
const KEEPERS: &[(&str, &[&str])] = &[
    ("granit_parser", &["src/yaml/read.rs"]),
    ("pest", &["src/rule"]),
    ("pest_derive", &["src/rule"]),
    ("clap", &["src/cli"]),
    ("clap_complete", &["src/cli"]),
    ("clap_mangen", &["src/cli/manual.rs"]),
    ("jiff", &["src/base/day.rs"]),
    ("celes", &["src/base/country.rs"]),
    ("annotate_snippets", &["src/report"]),
    ("serde_json", &["src/gate/baseline.rs", "src/report", "src/schema", "src/editor", "src/cli/lsp"]),
    ("rust_xlsxwriter", &["src/report/compare/xlsx"]),
    ("serde_yaml", &["src/report"]),
    ("walkdir", &["src/cli"]),
    ("tempfile", &["src/cli"]),
    ("comrak", &["src/text/read.rs"]),
    ("similar", &["src/text/redline.rs"]),
    ("strsim", &["src/base/nearest.rs"]),
    ("base64", &["src/report/site"]),
    ("sha2", &["src/base/sha.rs"]),
    ("unicode_segmentation", &["src/text/words.rs", "src/diff/redline.rs"]),
    ("textwrap", &["src/report/screen.rs"]),
    ("anstyle", &["src/report/screen.rs"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn all() -> Vec<(String, String)> {
    let mut found = Vec::new();
    sources(Path::new("src"), &mut found);
    found
        .into_iter()
        .map(|path| (path.to_string_lossy().replace('\\', "/"), fs::read_to_string(&path).unwrap()))
        .collect()
}

/// The code of a file without its comments; doc links may point upwards.
fn code(text: &str) -> String {
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn module(path: &str) -> &str {
    path.trim_start_matches("src/").split(['/', '.']).next().unwrap()
}

fn floor(module: &str) -> Option<usize> {
    FLOORS.iter().position(|floor| floor.contains(&module))
}

#[test]
fn no_file_uses_its_neighbours_or_the_floors_above() {
    let mut wrong = Vec::new();
    for (path, text) in all() {
        let own = module(&path);
        if own == "lib" || own == "main" {
            continue;
        }
        let Some(from) = floor(own) else {
            wrong.push(format!("{path}: the module `{own}` has no floor"));
            continue;
        };
        for part in code(&text).split("crate::").skip(1) {
            // `use crate::{a, b}` would hide what is used; this house writes one line for each module.
            let name: String = part.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            match floor(&name) {
                _ if name == own => {}
                Some(to) if to < from => {}
                Some(_) => wrong.push(format!("{path} uses `{name}`, which is not below it")),
                None if own == "cli" => {}
                None => wrong.push(format!("{path} uses `crate::{name}`, which has no floor")),
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn a_third_party_crate_is_named_by_its_keeper_alone() {
    let mut wrong = Vec::new();
    for (path, text) in all() {
        for (name, keepers) in KEEPERS {
            let kept = keepers.iter().any(|keeper| path.starts_with(keeper));
            let text = code(&text);
            let named = text.contains(&format!("{name}::")) || text.contains(&format!("use {name}"));
            if !kept && named {
                wrong.push(format!("{path} names `{name}`"));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn only_the_command_line_touches_files_environment_clock_and_processes() {
    const WORDS: &[&str] =
        &["std::fs", "std::env", "std::time", "std::process", "std::net", "std::thread", "io::stdout"];
    let mut wrong = Vec::new();
    for (path, text) in all() {
        if matches!(module(&path), "cli" | "main") {
            continue;
        }
        let code = code(&text);
        wrong.extend(WORDS.iter().filter(|word| code.contains(**word)).map(|word| format!("{path} names {word}")));
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn no_source_file_is_a_drawer() {
    let long: Vec<_> = all().into_iter().filter(|(_, text)| text.lines().count() > 600).map(|(path, _)| path).collect();
    assert_eq!(long, Vec::<String>::new(), "look for the second idea in each");
}

#[test]
fn every_source_file_says_what_it_is_for_in_its_first_line() {
    let silent: Vec<_> =
        all().into_iter().filter(|(_, text)| !text.starts_with("//! ")).map(|(path, _)| path).collect();
    assert_eq!(silent, Vec::<String>::new());
}
