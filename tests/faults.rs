//! Bad files and what is said about them: pages under `tests/faults/`, each block a whole file as somebody wrote it.
//!
//! Blocks `framework NAME` one after another are the files of one folder, checked together; places then name the file.
//!
//! Every diagnostic is written with its place, its code, the very words it points at, the headline and the advice; the
//! whole list is compared, so that a fault told twice fails too. A `text` is a law's own words, for the frameworks after it
//! that name `act.md`; an `annotated` is a draft in Markdown, whose blocks stand between lines of `~~~`. `UPDATE=1 cargo test --test faults` rewrites the lists.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

use lacuna::base::span::Span;
use lacuna::check::reciprocity;
use lacuna::diag::{Code, Diagnostics};
use lacuna::model::vocabulary::Vocabulary;
use lacuna::{Document, Files, check, read_checklist, read_framework, read_overlay, read_vocabulary};

fn vocabulary(files: &mut Files) -> Vocabulary {
    let file = files.add("vocabulary.yaml", fs::read_to_string("tests/cases/vocabulary.yaml").unwrap());
    read_vocabulary(files, file, &mut Diagnostics::new()).unwrap()
}

/// What stands before a file on its page: a framework for a draft to be laid on, a law's own words, a checklist for waivers
/// to speak of.
#[derive(Default)]
struct Before {
    framework: Option<String>,
    text: Option<String>,
    checklist: Option<String>,
}

/// What is said about a file, in the words of a page.
fn judge(kind: &str, text: &str, before: &Before, codes: &mut BTreeSet<Code>) -> String {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let vocabulary = vocabulary(&mut files);
    if matches!(kind, "overlay" | "annotated") {
        let base = files.add("framework.yaml", before.framework.as_deref().expect("a framework before the draft"));
        let framework = read_framework(&files, base, &vocabulary, &mut Diagnostics::new()).unwrap();
        let file = files.add(if kind == "overlay" { "overlay.yaml" } else { "bill.md" }, text);
        read_overlay(&files, file, &vocabulary, &framework, &mut diagnostics);
    } else {
        let checklist = before.checklist.as_ref().filter(|_| kind == "waivers");
        let checklist = checklist.and_then(|text| {
            let file = files.add("checklist.yaml", text.clone());
            read_checklist(&files, file, &vocabulary, &mut Diagnostics::new())
        });
        let file = files.add("file.yaml", text);
        let law = before.text.as_ref().map(|text| ("act.md".into(), files.add("act.md", text.as_str())));
        let texts = law.into_iter().collect();
        if let Some(document) = Document::read(&files, file, &mut diagnostics) {
            match kind {
                "framework" => {
                    if let Some(framework) = document.framework(&vocabulary, &mut diagnostics) {
                        check::texts(framework, &files, &texts, &mut diagnostics);
                    }
                }
                "checklist" => drop(document.checklist(&files, &vocabulary, &mut diagnostics)),
                "vocabulary" => drop(document.vocabulary(&mut diagnostics)),
                "waivers" => drop(document.waivers(checklist.as_slice(), &mut diagnostics)),
                other => panic!("no block is called `{other}`"),
            }
        }
    }
    told(&files, diagnostics, codes, |span| {
        let place = files.position(span);
        format!("{}:{}", place.line, place.column)
    })
}

/// What is said about several frameworks that are checked together.
fn judge_together(named: &[(String, String)], codes: &mut BTreeSet<Code>) -> String {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let vocabulary = vocabulary(&mut files);
    let mut read = Vec::new();
    for (name, text) in named {
        let file = files.add(name, text.clone());
        read.push(read_framework(&files, file, &vocabulary, &mut diagnostics).unwrap());
    }
    let frameworks: Vec<_> = read.iter().map(|framework| framework.get()).collect();
    reciprocity::check(&frameworks, &vocabulary, &mut diagnostics);
    told(&files, diagnostics, codes, |span| {
        let place = files.position(span);
        format!("{}:{}:{}", files.name(span.file), place.line, place.column)
    })
}

/// Diagnostics in the words of a page.
fn told(
    files: &Files,
    mut diagnostics: Diagnostics,
    codes: &mut BTreeSet<Code>,
    place: impl Fn(Span) -> String,
) -> String {
    diagnostics.sort();
    let mut out = String::new();
    for diagnostic in diagnostics.iter() {
        codes.insert(diagnostic.code);
        let label = &diagnostic.primary;
        let words = files.text(label.span).lines().next().unwrap_or("");
        let words: String = words.chars().take(60).collect();
        let severity = diagnostic.severity().word();
        writeln!(out, "{} {severity}[{}] at `{words}`: {}", place(label.span), diagnostic.code, diagnostic.headline)
            .unwrap();
        if !label.text.is_empty() {
            writeln!(out, "  here: {}", label.text).unwrap();
        }
        for other in &diagnostic.others {
            writeln!(out, "  {}: {}", place(other.span), other.text).unwrap();
        }
        for help in &diagnostic.help {
            writeln!(out, "  help: {help}").unwrap();
        }
    }
    if out.is_empty() { "none\n".to_owned() } else { out }
}

/// Runs a page; returns it with the lists that came out.
fn run(page: &str, codes: &mut BTreeSet<Code>) -> String {
    let mut out = String::new();
    let mut lines = page.lines();
    let mut before = Before::default();
    let mut last: Option<(String, String)> = None;
    let mut together: Vec<(String, String)> = Vec::new();
    while let Some(line) = lines.next() {
        writeln!(out, "{line}").unwrap();
        let Some(kind) = line.strip_prefix("```").filter(|kind| !kind.is_empty()) else { continue };
        let mut text = String::new();
        for line in lines.by_ref().take_while(|line| *line != "```") {
            writeln!(text, "{line}").unwrap();
        }
        if let Some(name) = kind.strip_prefix("framework ") {
            together.push((name.to_owned(), text.clone()));
        } else if kind == "diagnostics" && !together.is_empty() {
            text = judge_together(&std::mem::take(&mut together), codes);
        } else if kind == "diagnostics" {
            let (kind, file) = last.take().expect("a file before its diagnostics");
            // A tab, a carriage return or a mark that editors hide is written by name on a page.
            let file = file.replace("<TAB>", "\t").replace("<CR>", "\r").replace("<BOM>", "\u{feff}");
            text = judge(&kind, &file, &before, codes);
        } else {
            match kind {
                "framework" => before.framework = Some(text.clone()),
                "checklist" => before.checklist = Some(text.clone()),
                "text" => before.text = Some(text.replace("<CR>", "\r")),
                _ => {}
            }
            last = Some((kind.to_owned(), text.clone()));
        }
        writeln!(out, "{text}```").unwrap();
    }
    out
}

#[test]
fn every_page_says_what_is_wrong_and_where() {
    let mut pages: Vec<_> = fs::read_dir("tests/faults").unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    let mut codes = BTreeSet::new();
    let mut wrong = Vec::new();
    for path in pages {
        let page = fs::read_to_string(&path).unwrap();
        let found = run(&page, &mut codes);
        if found == page {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &found).unwrap();
        }
        let at = page.lines().zip(found.lines()).position(|(a, b)| a != b).unwrap_or(0);
        let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
        wrong.push(format!("{}:{}\n  written: {}\n  found:   {}", path.display(), at + 1, line(&page), line(&found)));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    // Those that only the command line, whole texts or very large files can bring about are tried elsewhere.
    let elsewhere = [
        Code::UnreadableFile,
        Code::NothingToAudit,
        Code::FileTooLarge,
        Code::NotUtf8,
        Code::TooDeep,
        Code::TooManyValues,
        Code::RuleDepth,
        // These need an audit, or are no YAML: tests/gates.rs.
        Code::WaiverExpired,
        Code::WaiverOvertaken,
        Code::BadBaseline,
        Code::BaselineVersion,
        Code::BaselineUnaudited,
        Code::NoGit,
        Code::NoRepository,
        Code::UnknownRevision,
        Code::ShallowHistory,
        Code::UnknownPath,
        Code::TwoCountries,
    ];
    let untried: Vec<_> = Code::ALL.iter().filter(|code| !codes.contains(code) && !elsewhere.contains(code)).collect();
    assert_eq!(untried, Vec::<&Code>::new(), "each kind of fault stands on a page");
}
