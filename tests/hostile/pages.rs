//! Hostile words where they make a file wrong: in keys, ids, dates, rules, and in the name of a file.

use std::fs;

use lacuna::diag::Diagnostics;
use lacuna::report::{Look, diagnostics, github, gitlab, junit, sarif};
use lacuna::{Document, Files};

use super::fields::{fields, replaced};
use super::shape::shape;
use super::words::{WORDS, all};
use super::world::{World, YAML};

/// What every format of `check` makes of the faults.
fn written(found: &Diagnostics, files: &Files) -> [(&'static str, String); 6] {
    ["text", "json", "sarif", "github", "gitlab", "junit"].map(|format| {
        let mut out = String::new();
        match format {
            "text" => diagnostics::text(found, files, Look::PLAIN, &mut out),
            "json" => diagnostics::json(found, files, &mut out),
            "sarif" => sarif::faults(found, files, &mut out),
            "github" => github::faults(found, files, &mut out),
            "gitlab" => gitlab::faults(found, files, &mut out),
            _ => junit::faults(found, files, &mut out),
        }
        .unwrap();
        (format, out)
    })
}

/// Reads a file of the world with everything it needs from the others.
fn faults(number: usize, text: &str) -> (Diagnostics, Files) {
    let mut files = Files::new();
    let mut quiet = Diagnostics::new();
    let mut found = Diagnostics::new();
    let vocabulary = files.add(YAML[0].0, YAML[0].1);
    let vocabulary = lacuna::read_vocabulary(&files, vocabulary, &mut quiet).unwrap();
    let file = files.add(YAML[number].0, text);
    let Some(document) = Document::read(&files, file, &mut found) else { return (found, files) };
    match number {
        0 => drop(document.vocabulary(&mut found)),
        1 => drop(document.checklist(&files, &vocabulary, &mut found)),
        2 | 3 => drop(document.framework(&vocabulary, &mut found)),
        4 => {
            let base = files.add(YAML[2].0, YAML[2].1);
            let base = lacuna::read_framework(&files, base, &vocabulary, &mut quiet).unwrap();
            drop(document.overlay(&vocabulary, &base, &[], &mut found));
        }
        _ => {
            let standard = files.add(YAML[1].0, YAML[1].1);
            let standard = lacuna::read_checklist(&files, standard, &vocabulary, &mut quiet).unwrap();
            drop(document.waivers(&[standard], &mut found));
        }
    }
    found.sort();
    (found, files)
}

#[test]
fn every_key_and_every_value_in_turn() {
    let hostile = all();
    let mut wrong = 0;
    for (number, (name, text)) in YAML.iter().enumerate() {
        let all = fields(text);
        for at in 0..all.len() {
            let with = |words: &str| faults(number, &replaced(text, &all[at..=at], |_| Some(words.to_owned())));
            let ((one, one_files), (other, other_files)) = (with("zz"), with(&hostile));
            wrong += usize::from(other.has_errors());
            let (plain, poisoned) = (written(&one, &one_files), written(&other, &other_files));
            let codes = |found: &Diagnostics| found.iter().map(|it| (it.code, it.help.len())).collect::<Vec<_>>();
            // A hint at a near word, or a word that is an id, is a difference that nobody minds.
            let alike = codes(&one) == codes(&other);
            for ((format, plain), (_, poisoned)) in plain.iter().zip(&poisoned) {
                let found = shape(format, poisoned.as_bytes());
                if alike {
                    assert_eq!(found, shape(format, plain.as_bytes()), "{name}: {:?}", all[at]);
                }
            }
        }
    }
    assert!(wrong > 300, "most places take no words of this kind: {wrong}");
}

/// Every kind of hostile word as the whole of a file, and after a sound beginning.
#[test]
fn words_in_the_place_of_yaml() {
    for (_, words) in WORDS {
        for text in [
            words.to_owned(),
            format!("framework: XAA\nname: {words}\n"),
            format!("framework: XAA\n{words}: x\n"),
            format!(
                "framework: XAA\nname: A\nreviewed: 2009-01-01\ncoverage: partial\nlaws: {{ a: {{ title: {words} }} }}\n"
            ),
            format!(
                "checklist: c\ntitle: C\nsections:\n  - id: a\n    items:\n      - id: b\n        elements:\n          - rule: {words}\n"
            ),
        ] {
            let (found, files) = faults(2, &text);
            for (format, out) in written(&found, &files) {
                shape(format, out.as_bytes());
            }
            assert!(found.has_errors(), "{text}");
        }
    }
}

#[cfg(unix)]
#[test]
fn in_the_name_of_a_file() {
    const STANDARD: &str = "--vocabulary vocabulary.yaml --checklist standard.yaml";
    let plain = World::with("calm");
    for (number, (name, words)) in WORDS.iter().enumerate() {
        let words: String = words.chars().filter(|c| !matches!(c, '/' | '\0')).take(80).collect();
        let world = World::with("calm");
        let hostile = format!("frameworks/{words}{number}.yaml");
        fs::rename(world.path().join("frameworks/aldonia.yaml"), world.path().join(&hostile)).unwrap();
        for (command, formats) in [
            ("audit", &["text", "markdown", "json", "yaml", "sarif", "github", "summary", "gitlab", "junit"][..]),
            ("compare", &["text", "markdown", "csv", "xlsx", "json"]),
            ("check", &["text", "json", "sarif", "github", "gitlab", "junit"]),
            ("diff", &["text", "markdown", "json"]),
            ("site", &["html"]),
        ] {
            for format in formats {
                let run = |world: &World, file: &str| {
                    let mut arguments: Vec<&str> = vec![command];
                    if command == "site" {
                        arguments.push("/dev/stdout");
                    }
                    arguments.push(file);
                    arguments.extend(STANDARD.split(' ').take(if command == "check" { 2 } else { 4 }));
                    if command == "diff" {
                        arguments.extend(["--with", "bill.yaml"]);
                    }
                    if command != "site" {
                        arguments.extend(["--format", format]);
                    }
                    world.run_words(&arguments)
                };
                let (one, other) = (run(&plain, "frameworks/aldonia.yaml"), run(&world, &hostile));
                // An at sign or a colon in the name of a side has a meaning of its own, and is refused with a message.
                shape("text", other.stderr.as_bytes());
                if command == "diff" && other.code != one.code {
                    assert_eq!((other.code, other.stdout.len()), (3, 0), "{name}: {}", other.stderr);
                    continue;
                }
                assert_eq!(other.code, one.code, "{name}: {command}: {}", other.stderr);
                assert_eq!(shape(format, &other.stdout), shape(format, &one.stdout), "{name}: {command} {format}");
            }
        }
    }
}
