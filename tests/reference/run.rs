//! Runs the engine on a random record and rule, through text as a user would.

use std::sync::LazyLock;

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::finding::Answer;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::{Confidence, Floor};
use lacuna::{Files, Snapshot, eval, read_checklist, read_framework, read_vocabulary};
use proptest::prelude::*;

use super::record::{CONFIDENCES, Record};
use super::rule::Rule;

/// What an audit asks beside the rule: the year (its first day), the least confidence, and the floor.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ask {
    pub(crate) year: u16,
    pub(crate) least: usize,
    pub(crate) policy_floor: bool,
}

pub(crate) fn ask() -> impl Strategy<Value = Ask> {
    (1999u16..2009, prop_oneof![3 => Just(0), 1 => Just(1), 1 => Just(2usize)], any::<bool>())
        .prop_map(|(year, least, policy_floor)| Ask { year, least, policy_floor })
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let mut files = Files::new();
    let file = files.add("vocabulary.yaml", include_str!("../cases/vocabulary.yaml"));
    read_vocabulary(&files, file, &mut Diagnostics::new()).unwrap()
});

fn checklist(rule: &Rule, floor: Floor) -> String {
    format!(
        "checklist: c\ntitle: C\nversion: 1\nsource: {{ title: None }}\nsections: [{{ id: s, title: S, items: [{{ id: i, title: I, requires: \
         R, floor: {}, remedy: {{ lever: statute, pointer: P }}, elements: [{{ id: e, requires: R, rule: '{rule}' }}] }}] }}]\n",
        floor.word()
    )
}

/// The engine's answer to a rule on a record written as `text`.
pub(crate) fn answer_to(text: &str, rule: &Rule, ask: Ask) -> Answer {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let file = files.add("framework.yaml", text);
    let framework = read_framework(&files, file, &VOCABULARY, &mut diagnostics);
    let floor = if ask.policy_floor { Floor::Policy } else { Floor::Law };
    let file = files.add("checklist.yaml", checklist(rule, floor));
    let list = read_checklist(&files, file, &VOCABULARY, &mut diagnostics);
    let said: Vec<_> = diagnostics.iter().map(|it| format!("{} {}", it.code, it.headline)).collect();
    let (Some(framework), Some(list)) = (framework, list) else { panic!("{said:?}\n{text}\n{rule}") };
    let day = Day::new(i16::try_from(ask.year).unwrap(), 1, 1).unwrap();
    let least = Confidence::parse(CONFIDENCES[ask.least]).unwrap();
    let snapshot = Snapshot::new(&VOCABULARY, &framework, &[], day, least);
    eval::audit(&snapshot, &list).findings.remove(0).elements.remove(0).answer
}

pub(crate) fn answer(record: &Record, rule: &Rule, ask: Ask) -> Answer {
    answer_to(&record.to_string(), rule, ask)
}

/// The missing terms of an answer, each with whether it is known to be absent.
pub(crate) fn missing(answer: &Answer) -> Vec<(String, bool)> {
    let terms = answer.missing.iter().flat_map(|missing| &missing.terms);
    let mut missing: Vec<_> = terms.map(|term| (term.id.to_string(), term.absent)).collect();
    missing.sort();
    missing.dedup();
    missing
}
