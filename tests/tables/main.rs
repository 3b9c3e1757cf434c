//! The tables of `docs/verdicts.md`, each row copied out and tried by exhaustion: joined verdicts, sentences about provisions,
//! conditions, commitments, duties.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod commitments;
mod conditions;
mod duty;
mod grounds;
mod joins;
mod provisions;

use std::fmt::Write as _;

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::finding::Verdict;
use lacuna::model::checklist::Checklist;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::{Files, Ready, Snapshot, eval, read_checklist, read_framework, read_vocabulary};

/// Some rules, read once, to be asked of many records.
struct Rules {
    vocabulary: Vocabulary,
    checklist: Ready<Checklist>,
}

impl Rules {
    /// Rules under the floor `law`.
    fn new(rules: &[&str]) -> Self {
        let mut files = Files::new();
        let mut found = Diagnostics::new();
        let file = files.add("vocabulary.yaml", include_str!("../cases/vocabulary.yaml"));
        let vocabulary = read_vocabulary(&files, file, &mut found).unwrap();
        let mut text = "checklist: c\ntitle: C\nversion: 1\nsource: { title: None }\nsections: [{ id: s, title: S, items: [{ id: i, \
                        title: I, requires: R, floor: law, remedy: { lever: statute, pointer: P }, elements: ["
            .to_owned();
        for (number, rule) in rules.iter().enumerate() {
            write!(text, "{{ id: e{number}, requires: R, rule: '{rule}' }}, ").unwrap();
        }
        let file = files.add("checklist.yaml", text + "] }] }]\n");
        let checklist = read_checklist(&files, file, &vocabulary, &mut found);
        let checklist = checklist.unwrap_or_else(|| panic!("{found:?}"));
        Self { vocabulary, checklist }
    }

    /// The verdict of each rule on the first day of 2005; nothing where the record is refused.
    fn ask(&self, coverage: &str, rest: &str) -> Option<Vec<Verdict>> {
        let mut files = Files::new();
        let head = "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\nsources: { s: { title: A source } }\n";
        let file = files.add("framework.yaml", format!("{head}coverage: {coverage}\n{rest}"));
        let framework = read_framework(&files, file, &self.vocabulary, &mut Diagnostics::new())?;
        let day = Day::new(2005, 1, 1).unwrap();
        let snapshot = Snapshot::new(&self.vocabulary, &framework, &[], day, Confidence::Recalled);
        let finding = eval::audit(&snapshot, &self.checklist).findings.remove(0);
        Some(finding.elements.into_iter().map(|element| element.answer.verdict).collect())
    }
}
