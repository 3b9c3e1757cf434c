//! Hostile words in every field that takes any text, through every command and every format: no output executes, breaks or
//! hides anything.

use std::collections::BTreeSet;

use super::shape::shape;
use super::words::{WORDS, all};
use super::world::{DECIDED, World, free};

const STANDARD: &str = "--vocabulary vocabulary.yaml --checklist standard.yaml";
const BOTH: &str = "frameworks/aldonia.yaml frameworks/borduria.yaml";
/// Words that no format takes for anything.
const HARMLESS: &str = "harmless words";

/// The formats of an audit.
const AUDIT: [&str; 9] = ["text", "markdown", "json", "yaml", "sarif", "github", "summary", "gitlab", "junit"];
const CHECK: [&str; 6] = ["text", "json", "sarif", "github", "gitlab", "junit"];
const COMPARE: [&str; 5] = ["text", "markdown", "csv", "xlsx", "json"];
const DIFF: [&str; 3] = ["text", "markdown", "json"];

/// Asserts that each of some commands gives the same shape whatever the words are.
fn same_shape(commands: &[(String, &str)]) {
    let plain = World::with(HARMLESS);
    let expected: Vec<_> = commands
        .iter()
        .map(|(command, format)| {
            let ran = plain.run(command);
            assert!(ran.code < 3 && !ran.stdout.is_empty(), "{command}: {}", ran.stderr);
            (ran.code, shape(format, &ran.stdout))
        })
        .collect();
    let long = "long ".repeat(400);
    let all = all();
    for (name, words) in WORDS.iter().copied().chain([("long", &*long), ("all", &*all)]) {
        let world = World::with(words);
        for ((command, format), (code, expected)) in commands.iter().zip(&expected) {
            let ran = world.run(command);
            assert_eq!(ran.code, *code, "{name}: {command}: {}", ran.stderr);
            shape("text", ran.stderr.as_bytes());
            let found = shape(format, &ran.stdout);
            // What is too long for a comment on a pull request is told in short.
            if *format == "markdown" && String::from_utf8_lossy(&ran.stdout).contains("*Shortened so as to fit") {
                assert!(ran.stdout.len() < 65_536, "{name}: {command}");
                continue;
            }
            let differs = expected.iter().zip(&found).position(|(one, other)| one != other);
            let part =
                |shape: &[String]| differs.map(|at| shape[at.saturating_sub(6)..(at + 6).min(shape.len())].to_vec());
            let place = (differs, expected.len());
            assert_eq!(place, (None, found.len()), "{name}: {command}\n{:#?}\n{:#?}", part(expected), part(&found));
        }
    }
}

fn commands<'a>(formats: &[&'a str], make: impl Fn(&str) -> String) -> Vec<(String, &'a str)> {
    formats.iter().map(|format| (make(format), *format)).collect()
}

#[test]
fn every_field_for_words_is_tried() {
    let found = free();
    let names = |file: &str| -> BTreeSet<String> {
        found.iter().find(|(name, _)| *name == file).unwrap().1.iter().cloned().collect()
    };
    let has = |file: &str, keys: &[&str]| {
        let names = names(file);
        for key in keys {
            assert!(names.contains(*key), "{file}: {key}: {names:?}");
        }
    };
    has("vocabulary.yaml", &["title", "asks", "definition", "origin", "short", "note", "source", "transfer", "16"]);
    has("standard.yaml", &["title", "requires", "note", "pointer", "publisher", "year", "annex", "pages", "acts"]);
    has(
        "frameworks/aldonia.yaml",
        &[
            "name",
            "note",
            "title",
            "publisher",
            "year",
            "url",
            "article",
            "territory",
            "persons",
            "disputed",
            "citation",
            "at",
            "summary",
            "awaits",
            "wording",
        ],
    );
    has("bill.yaml", &["title", "note", "publisher", "citation", "at", "summary", "awaits"]);
    // A key is a word of the format or an id.
    let keys: Vec<_> = found.iter().flat_map(|(_, names)| names).filter(|name| name.ends_with("(key)")).collect();
    assert_eq!(keys, Vec::<&String>::new());
    has("decisions.yaml", &["reason", "decided-by", "note"]);
}

#[test]
fn in_an_audit() {
    same_shape(&commands(&AUDIT, |format| format!("audit {BOTH} {STANDARD} --format {format}")));
}

#[test]
fn in_an_audit_with_drafts_and_waivers() {
    let waived =
        World::with(HARMLESS).run(&format!("audit frameworks/aldonia.yaml {DECIDED} --waivers decisions.yaml"));
    assert!(String::from_utf8_lossy(&waived.stdout).contains("Ministry of Justice"), "{}", waived.stderr);
    same_shape(&commands(&AUDIT, |format| {
        format!("audit frameworks/aldonia.yaml {DECIDED} --waivers decisions.yaml --format {format}")
    }));
}

#[test]
fn in_an_explanation_and_a_check() {
    let mut all = commands(&CHECK, |format| {
        format!("check {BOTH} standard.yaml bill.yaml bill.md --vocabulary vocabulary.yaml --format {format}")
    });
    for item in ["trafficking", "privacy", "crc", "c182", "plan", "law-child-labour"] {
        all.push((format!("explain standard/{item} {STANDARD} --color always"), "coloured"));
        all.push((format!("explain standard/{item} frameworks/aldonia.yaml {STANDARD} --color always"), "coloured"));
        all.push((format!("explain standard/{item} frameworks/aldonia.yaml {STANDARD} --with bill.yaml"), "text"));
    }
    all.push((format!("check {BOTH} bill.md --vocabulary vocabulary.yaml --color always"), "coloured"));
    all.push((format!("audit {BOTH} {STANDARD} --format text --color always"), "coloured"));
    same_shape(&all);
}

#[test]
fn in_a_comparison() {
    let mut all = commands(&COMPARE, |format| format!("compare {BOTH} {STANDARD} --format {format}"));
    all.extend(commands(&COMPARE, |format| format!("compare {BOTH} {STANDARD} --elements --format {format}")));
    all.extend(commands(&["text", "markdown"], |format| {
        format!("compare {BOTH} {STANDARD} --compact --format {format}")
    }));
    same_shape(&all);
}

#[test]
fn in_a_difference() {
    let one = "frameworks/aldonia.yaml";
    let mut all =
        commands(&DIFF, |format| format!("diff {one}@2005-01-01 {one}@2009-08-31 {STANDARD} --format {format}"));
    all.extend(commands(&DIFF, |format| format!("diff {one} --with bill.yaml {STANDARD} --format {format}")));
    all.extend(commands(&DIFF, |format| {
        format!("diff {one} --old-with bill.yaml --with bill.md {STANDARD} --format {format}")
    }));
    all.extend(commands(&DIFF, |format| format!("diff --across {BOTH} {STANDARD} --format {format}")));
    same_shape(&all);
}

#[test]
fn on_the_page_of_a_region() {
    same_shape(&[(format!("site /dev/stdout {BOTH} {STANDARD} --with bill.yaml"), "html")]);
}
