//! Literate cases: pages under `tests/cases/` that a lawyer can read, each a small record, rules and the findings.
//!
//! A page holds fenced blocks. `framework` gives the parts of a record under its head (country XAA, reviewed 2009-08-31,
//! coverage partial, all of which it may override), `overlay` a draft laid on what follows, `rule` one rule, and
//! `finding` what must come out for the rule before it. The info string may add `as-of=2008-01-01`, `floor=policy`,
//! `min-confidence=verified`. `UPDATE=1 cargo test --test cases` rewrites the findings; git shows what changed.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::finding::{Answer, State};
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::{Files, Snapshot, eval, read_checklist, read_framework, read_overlay_after, read_vocabulary};

/// One fenced block of a page.
struct Block {
    kind: String,
    options: Vec<(String, String)>,
    text: String,
    /// The lines of the page between the fences.
    lines: std::ops::Range<usize>,
}

impl Block {
    fn option(&self, name: &str) -> Option<&str> {
        self.options.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (number, line) in page.lines().enumerate() {
        let Some(info) = line.strip_prefix("```") else { continue };
        match open.take() {
            None => open = Some((number, info.to_owned())),
            Some((start, info)) => {
                let mut words = info.split_whitespace();
                let kind = words.next().unwrap_or("").to_owned();
                let options = words.filter_map(|word| word.split_once('=')).map(|(a, b)| (a.to_owned(), b.to_owned()));
                let options = options.collect();
                let lines = start + 1..number;
                let text = page
                    .lines()
                    .skip(lines.start)
                    .take(lines.len())
                    .fold(String::new(), |text, line| text + line + "\n");
                found.push(Block { kind, options, text, lines });
            }
        }
    }
    found
}

/// The head of a record, with what the block says in its place.
fn framework(text: &str) -> String {
    let mut whole = String::new();
    for (key, value) in [("framework", "XAA"), ("name", "Aldonia"), ("reviewed", "2009-08-31"), ("coverage", "partial")]
    {
        match text.lines().find(|line| line.starts_with(&format!("{key}:"))) {
            Some(line) => writeln!(whole, "{line}").unwrap(),
            None => writeln!(whole, "{key}: {value}").unwrap(),
        }
    }
    whole.push_str("sources: { s: { title: A source } }\n");
    let head = ["framework:", "name:", "reviewed:", "coverage:"];
    for line in text.lines().filter(|line| !head.iter().any(|key| line.starts_with(key))) {
        writeln!(whole, "{line}").unwrap();
    }
    whole
}

fn checklist(rule: &str, floor: &str) -> String {
    let rule = rule.lines().fold(String::new(), |text, line| text + "              " + line + "\n");
    format!(
        "checklist: case\ntitle: A case\nversion: 1\nsource: {{ title: None }}\nsections:\n  - id: s\n    title: S\n    items:\n      \
         - id: item\n        title: I\n        requires: R\n        floor: {floor}\n        remedy: {{ lever: statute, pointer: P }}\n        \
         elements:\n          - id: e\n            requires: R\n            rule: |\n{rule}"
    )
}

/// An answer in the words of a page.
fn render(answer: &Answer) -> String {
    let mut out = format!("{}", answer.verdict);
    for (holds, mark) in [(answer.is_unverified(), "unverified"), (answer.is_draft(), "draft")] {
        if holds {
            write!(out, ", {mark}").unwrap();
        }
    }
    out.push('\n');
    for ground in &answer.grounds {
        writeln!(out, "  ground: {}", ground.address()).unwrap();
        for note in &ground.notes {
            writeln!(out, "    note: {note}").unwrap();
        }
    }
    for ground in &answer.contradicts {
        writeln!(out, "  contradicts: {}", ground.address()).unwrap();
    }
    for missing in &answer.missing {
        writeln!(out, "  covers {} of {} {}", missing.have, missing.of, missing.attribute).unwrap();
        for term in &missing.terms {
            writeln!(out, "    {}: {}", if term.absent { "absent" } else { "not found" }, term.id).unwrap();
        }
    }
    for shortfall in &answer.shortfalls {
        let state = match &shortfall.state {
            State::Unstated => "does not say".to_owned(),
            State::Otherwise(words) => format!("says otherwise: {words}"),
        };
        writeln!(out, "  {}, asked for `{}`, {state}", shortfall.address, shortfall.asked).unwrap();
    }
    for near in &answer.near_misses {
        writeln!(out, "  near miss: {}: {}", near.ground.address(), near.reason.words()).unwrap();
    }
    for ground in &answer.searched {
        writeln!(out, "  searched: {}", ground.address()).unwrap();
    }
    for reason in &answer.reasons {
        writeln!(out, "  because: {reason}").unwrap();
    }
    for part in &answer.parts {
        writeln!(out, "  part: {}: {}", part.text, part.verdict).unwrap();
    }
    out
}

fn faults(files: &Files, diagnostics: &Diagnostics) -> String {
    let line = |it: &lacuna::diag::Diagnostic| {
        let place = files.position(it.primary.span);
        format!("{}:{}: {}[{}]: {}\n", place.line, place.column, it.severity().word(), it.code, it.headline)
    };
    // A page need not cite its one source.
    diagnostics.iter().filter(|it| it.code != lacuna::diag::Code::Idle).map(line).collect()
}

/// What a rule gives on a record.
fn judge(vocabulary: &Vocabulary, record: &Block, drafts: &[&Block], rule: &Block) -> String {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let file = files.add("framework.yaml", framework(&record.text));
    let read = read_framework(&files, file, vocabulary, &mut diagnostics);
    let file = files.add("checklist.yaml", checklist(&rule.text, rule.option("floor").unwrap_or("law")));
    let list = read_checklist(&files, file, vocabulary, &mut diagnostics);
    let (Some(read), Some(list)) = (read, list) else { return faults(&files, &diagnostics) };
    let mut laid = Vec::new();
    for draft in drafts {
        let file = files.add("overlay.yaml", draft.text.clone());
        laid.extend(read_overlay_after(&files, file, vocabulary, &read, &laid, &mut diagnostics));
    }
    let day = rule.option("as-of").map_or(read.get().reviewed.value, |day| Day::parse(day).unwrap());
    let least = rule.option("min-confidence").map_or(Confidence::Recalled, |word| Confidence::parse(word).unwrap());
    let laid: Vec<_> = laid.iter().collect();
    let snapshot = Snapshot::new(vocabulary, &read, &laid, day, least);
    let audit = eval::audit(&snapshot, &list);
    let answer = &audit.findings[0].elements[0].answer;
    assert_eq!(audit.findings[0].verdict, answer.verdict, "an item with one element has its verdict");
    faults(&files, &diagnostics) + &render(answer)
}

fn pages() -> Vec<PathBuf> {
    let mut pages: Vec<_> = fs::read_dir("tests/cases").unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    pages.sort();
    pages
}

fn vocabulary() -> Vocabulary {
    let mut files = Files::new();
    let file = files.add("vocabulary.yaml", fs::read_to_string("tests/cases/vocabulary.yaml").unwrap());
    let mut diagnostics = Diagnostics::new();
    let vocabulary = read_vocabulary(&files, file, &mut diagnostics);
    assert!(diagnostics.is_empty(), "{}", faults(&files, &diagnostics));
    vocabulary.unwrap()
}

/// Runs a page; returns it with the findings that came out in the place of those that were written.
fn run(vocabulary: &Vocabulary, path: &Path, page: &str) -> String {
    let blocks = blocks(page);
    let mut record: Option<&Block> = None;
    let mut drafts: Vec<&Block> = Vec::new();
    let mut last: Option<String> = None;
    let mut lines: Vec<String> = page.lines().map(str::to_owned).collect();
    let mut edits = Vec::new();
    for block in &blocks {
        match block.kind.as_str() {
            "framework" => (record, drafts) = (Some(block), Vec::new()),
            "overlay" => drafts.push(block),
            "rule" => last = Some(judge(vocabulary, record.expect("a record before the rule"), &drafts, block)),
            "finding" => edits.push((block.lines.clone(), last.take().expect("a rule before the finding"))),
            other => panic!("{}: no block is called `{other}`", path.display()),
        }
    }
    assert!(last.is_none(), "{}: the last rule has no finding", path.display());
    for (range, found) in edits.into_iter().rev() {
        lines.splice(range, found.lines().map(str::to_owned));
    }
    lines.join("\n") + "\n"
}

#[test]
fn every_page_says_what_comes_out() {
    let vocabulary = vocabulary();
    let mut wrong = Vec::new();
    let mut rules = 0;
    for path in pages() {
        let page = fs::read_to_string(&path).unwrap();
        rules += blocks(&page).iter().filter(|block| block.kind == "rule").count();
        let found = run(&vocabulary, &path, &page);
        if found == page {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, &found).unwrap();
        }
        let differs = page.lines().zip(found.lines()).position(|(a, b)| a != b).unwrap_or(0);
        let line = |text: &str| text.lines().nth(differs).unwrap_or("(end)").to_owned();
        wrong.push(format!(
            "{}:{}\n  written: {}\n  found:   {}",
            path.display(),
            differs + 1,
            line(&page),
            line(&found)
        ));
    }
    assert!(rules > 60, "the pages hold {rules} rules; the tables of verdicts take more");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
