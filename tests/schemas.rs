//! The schemas, judged by a validator that knows nothing of this program: what is shipped passes, and every fault of the
//! pages under `tests/faults/` that a schema can know about is found in its place.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeSet;
use std::fs;

use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use lacuna::base::country::Country;
use lacuna::base::day::Day;
use lacuna::diag::{Code, Diagnostic, Diagnostics};
use lacuna::model::document::DocumentKind;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::schema::schema;
use lacuna::yaml::node::{Kind, Node};
use lacuna::{Document, Files, embedded, read_framework, read_overlay, read_vocabulary, scaffold, yaml};
use serde_json::Value;

fn validator(kind: DocumentKind, vocabulary: &Vocabulary) -> Validator {
    let schema: Value = serde_json::from_str(&schema(kind, vocabulary)).unwrap();
    jsonschema::draft202012::meta::validate(&schema).expect("the schema is one of its standard");
    jsonschema::draft202012::new(&schema).unwrap()
}

fn shipped_vocabulary() -> Vocabulary {
    let mut files = Files::new();
    let file = files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text);
    read_vocabulary(&files, file, &mut Diagnostics::new()).unwrap()
}

/// A YAML text as another reader sees it. Empty values are left out, as the format does.
fn value(text: &str) -> Option<Value> {
    serde_yaml::from_str(text).ok().map(without_nothing)
}

fn without_nothing(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let kept = map.into_iter().filter(|(_, value)| !value.is_null());
            Value::Object(kept.map(|(key, value)| (key, without_nothing(value))).collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(without_nothing).collect()),
        other => other,
    }
}

fn complaints(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn everything_shipped_validates() {
    let vocabulary = shipped_vocabulary();
    let mut seen = BTreeSet::new();
    for folder in ["frameworks", "checklists", "examples"] {
        let Ok(entries) = fs::read_dir(folder) else { continue };
        for path in entries.map(|entry| entry.unwrap().path()) {
            if path.extension().is_none_or(|extension| extension != "yaml") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let mut files = Files::new();
            let file = files.add("file.yaml", text.as_str());
            let Some(document) = Document::read(&files, file, &mut Diagnostics::new()) else {
                panic!("{} is no document", path.display())
            };
            seen.insert(document.kind.key());
            let found = complaints(&validator(document.kind, &vocabulary), &value(&text).unwrap());
            assert_eq!(found, Vec::<String>::new(), "{}", path.display());
        }
    }
    for kind in [DocumentKind::Framework, DocumentKind::Checklist, DocumentKind::Vocabulary] {
        assert!(seen.contains(kind.key()), "no {} is shipped", kind.key());
    }
}

#[test]
fn what_new_writes_validates_and_a_fault_in_it_does_not() {
    let vocabulary = shipped_vocabulary();
    let validator = validator(DocumentKind::Framework, &vocabulary);
    let country = Country::parse("VNM").unwrap();
    let text = scaffold::framework(country, "Viet Nam", Day::parse("2009-08-31").unwrap(), &vocabulary);
    let mut bare = value(&text).unwrap();
    // An empty `laws:` is nothing yet; the format reads it as left out.
    assert_eq!(complaints(&validator, &bare), Vec::<String>::new());
    bare["reviewed"] = Value::from("2009");
    assert_eq!(complaints(&validator, &bare).len(), 1);
}

#[test]
fn the_small_files_of_the_tests_validate_against_their_own_vocabulary() {
    let mut files = Files::new();
    let file = files.add("vocabulary.yaml", fs::read_to_string("tests/formats/vocabulary.yaml").unwrap());
    let vocabulary = read_vocabulary(&files, file, &mut Diagnostics::new()).unwrap();
    let small = [
        ("vocabulary", DocumentKind::Vocabulary),
        ("framework", DocumentKind::Framework),
        ("overlay", DocumentKind::Overlay),
        ("annex-x", DocumentKind::Checklist),
        ("matrix", DocumentKind::Checklist),
    ];
    for (name, kind) in small {
        let text = fs::read_to_string(format!("tests/formats/{name}.yaml")).unwrap();
        assert_eq!(complaints(&validator(kind, &vocabulary), &value(&text).unwrap()), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_date_is_one_of_the_calendar() {
    let validator = validator(DocumentKind::Framework, &shipped_vocabulary());
    let passes = |date: &str| {
        let text = format!("framework: XAA\nname: A\nreviewed: \"{date}\"\ncoverage: partial\n");
        complaints(&validator, &value(&text).unwrap()).is_empty()
    };
    for year in [1900, 1999, 2000, 2004, 2009, 2010, 2096, 2100] {
        for month in 0..=13 {
            for day in 0..=32 {
                let date = format!("{year}-{month:02}-{day:02}");
                assert_eq!(passes(&date), Day::parse(&date).is_some(), "{date}");
            }
        }
    }
}

/// Faults that a schema can know: the shape of a file, and its words.
const KNOWABLE: &[Code] = &[
    Code::UnknownKey,
    Code::MissingKey,
    Code::WrongType,
    Code::EmptyText,
    Code::BadId,
    Code::UnknownWord,
    Code::BadDate,
    Code::UnknownCountry,
    Code::UnknownTopic,
    Code::UnknownAttribute,
    Code::UnknownInstrument,
    Code::UnknownSubject,
    Code::UnknownDocument,
    Code::WrongDocument,
];

/// What only `check` can know though its code is in the list: the words under the label, with the reason.
const BEYOND: &[(&str, Code, &str)] = &[
    ("atcs", Code::UnknownWord, "whether a set is declared elsewhere in the file is not a matter of shape"),
    ("secnod", Code::UnknownWord, "nor whether the outline has an entry"),
    ("ring", Code::UnknownWord, "nor which articles of an instrument the vocabulary describes"),
];

/// Every block of the pages in a folder: page, kind, text, and the framework before it.
fn blocks(folder: &str) -> Vec<(String, String, String, Option<String>)> {
    let mut pages: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    let mut found = Vec::new();
    for path in pages {
        let page = fs::read_to_string(&path).unwrap();
        let mut framework: Option<String> = None;
        let mut lines = page.lines();
        while let Some(line) = lines.next() {
            let Some(kind) = line.strip_prefix("```").filter(|kind| !kind.is_empty()) else { continue };
            let text: String =
                lines.by_ref().take_while(|line| *line != "```").map(|line| format!("{line}\n")).collect();
            let text = text.replace("<TAB>", "\t").replace("<CR>", "\r").replace("<BOM>", "\u{feff}");
            let before = framework.clone();
            if kind == "framework" {
                framework = Some(text.clone());
            }
            found.push((path.display().to_string(), kind.to_owned(), text, before));
        }
    }
    found
}

/// What `check` says about a file, with its texts.
fn judge(kind: DocumentKind, text: &str, before: Option<&str>, vocabulary: &Vocabulary) -> (Diagnostics, Files) {
    let (mut files, mut found) = (Files::new(), Diagnostics::new());
    let file = files.add("file.yaml", text);
    match (kind, before) {
        (DocumentKind::Overlay, Some(before)) => {
            let base = files.add("framework.yaml", before);
            if let Some(framework) = read_framework(&files, base, vocabulary, &mut Diagnostics::new()) {
                read_overlay(&files, file, vocabulary, &framework, &mut found);
            }
        }
        _ => {
            if let Some(document) = Document::read(&files, file, &mut found) {
                match kind {
                    DocumentKind::Framework => drop(document.framework(vocabulary, &mut found)),
                    DocumentKind::Checklist => drop(document.checklist(&files, vocabulary, &mut found)),
                    DocumentKind::Vocabulary => drop(document.vocabulary(&mut found)),
                    DocumentKind::Waivers => drop(document.waivers(&[], &mut found)),
                    DocumentKind::Overlay => {}
                }
            }
        }
    }
    (found, files)
}

/// The bytes of the value that a path of the validator leads to, with the key before it; `None` for the whole file.
fn bytes(root: &Node, path: &str) -> Option<std::ops::Range<usize>> {
    let mut node = root;
    let mut start = root.span.range().start;
    let mut whole = true;
    for step in path.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        whole = false;
        match &node.kind {
            Kind::Mapping(entries) => {
                let entry = entries.iter().find(|entry| *entry.key.value == *step)?;
                start = entry.key.span.range().start;
                node = &entry.value;
            }
            // A path into a list counts what is there, in both readers alike.
            Kind::Sequence(items) => {
                node = items.get(step.parse::<usize>().ok()?)?;
                start = node.span.range().start;
            }
            Kind::Scalar(_) | Kind::Failed => return None,
        }
    }
    (!whole).then(|| start..node.span.range().end.max(start + 1))
}

/// Whether a complaint of the validator is about this fault: same place, and at the head of the file the same kind.
fn is_about(error: &ValidationError<'_>, fault: &Diagnostic, root: &Node) -> bool {
    let span = fault.primary.span.range();
    match bytes(root, error.instance_path().as_str()) {
        Some(place) => place.start <= span.start && span.start <= place.end,
        None => match error.kind() {
            ValidationErrorKind::AdditionalProperties { unexpected } => {
                let Kind::Mapping(entries) = &root.kind else { return false };
                let named = entries.iter().find(|entry| entry.key.span == fault.primary.span);
                named.is_some_and(|entry| unexpected.iter().any(|key| **key == *entry.key.value))
            }
            ValidationErrorKind::Required { property } => {
                let name = property.as_str().unwrap_or_default();
                fault.headline.contains(&format!("`{name}`"))
                    || matches!(fault.code, Code::UnknownDocument | Code::WrongDocument)
                    || fault.help.iter().any(|help| help.contains(&format!("`{name}`")))
            }
            ValidationErrorKind::Type { .. } => true,
            _ => false,
        },
    }
}

/// Whether a fault stands inside a rule, whose words are one text to a schema.
fn in_a_rule(node: &Node, fault: &Diagnostic) -> bool {
    let at = fault.primary.span.range().start;
    match &node.kind {
        Kind::Mapping(entries) => entries.iter().any(|entry| {
            let rule = &*entry.key.value == "rule" && matches!(entry.value.kind, Kind::Scalar(_));
            rule && entry.value.span.range().contains(&at) || in_a_rule(&entry.value, fault)
        }),
        Kind::Sequence(items) => items.iter().any(|item| in_a_rule(item, fault)),
        Kind::Scalar(_) | Kind::Failed => false,
    }
}

#[test]
fn each_fault_that_a_schema_can_know_is_found_in_its_place() {
    let mut files = Files::new();
    let file = files.add("vocabulary.yaml", fs::read_to_string("tests/cases/vocabulary.yaml").unwrap());
    let vocabulary = read_vocabulary(&files, file, &mut Diagnostics::new()).unwrap();
    let mut missed = Vec::new();
    let mut tried = BTreeSet::new();
    let mut used = vec![false; BEYOND.len()];
    for (page, kind, text, before) in blocks("tests/faults") {
        let Some(kind) = DocumentKind::ALL.into_iter().find(|known| known.key() == kind) else { continue };
        let (faults, files) = judge(kind, &text, before.as_deref(), &vocabulary);
        let mut scratch = Files::new();
        let file = scratch.add("file.yaml", text.as_str());
        // Where the text is no YAML, or uses what the format leaves out, no schema gets to see it.
        let mut unread = Diagnostics::new();
        let root = yaml::read::read(&scratch, file, &mut unread);
        let (Some(root), Some(value), true) = (root, value(&text), unread.is_empty()) else { continue };
        let validator = validator(kind, &vocabulary);
        let errors: Vec<_> = validator.iter_errors(&value).collect();
        for fault in faults.iter().filter(|fault| KNOWABLE.contains(&fault.code)) {
            let words = files.text(fault.primary.span);
            if in_a_rule(&root, fault) {
                continue;
            }
            let beyond = BEYOND.iter().position(|(known, code, _)| *known == words && *code == fault.code);
            if let Some(beyond) = beyond {
                used[beyond] = true;
                continue;
            }
            tried.insert(fault.code);
            if !errors.iter().any(|error| is_about(error, fault, &root)) {
                let place = files.position(fault.primary.span);
                let seen: Vec<String> =
                    errors.iter().map(|error| format!("{}: {error}", error.instance_path())).collect();
                missed.push(format!(
                    "{page}: {}:{} [{}] `{words}` {}\n    seen: {}\n    in: {}",
                    place.line,
                    place.column,
                    fault.code,
                    fault.headline,
                    seen.join(" / ").chars().take(300).collect::<String>(),
                    text.lines().take(3).collect::<Vec<_>>().join(" | ")
                ));
            }
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
    let untried: Vec<_> = KNOWABLE.iter().filter(|code| !tried.contains(code)).collect();
    assert_eq!(untried, Vec::<&Code>::new(), "each knowable kind of fault stands on a page");
    let idle: Vec<_> = BEYOND.iter().zip(used).filter(|(_, used)| !used).map(|(it, _)| it.0).collect();
    assert_eq!(idle, Vec::<&str>::new(), "an exception that excuses nothing");
}
