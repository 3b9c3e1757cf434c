//! What a cell says of the answers behind it: from memory, on a draft.

use lacuna::check::reciprocity::{Difference, discrepancies};
use lacuna::compare::Cell;
use lacuna::finding::{Answer, Finding, Ground, Verdict};

use super::sample::Sample;

/// What was found about an item in a country.
fn found(sample: &Sample, country: &str, item: &str) -> Finding {
    let report = sample.report();
    let audited = report.frameworks.iter().find(|audited| &*audited.framework.name == country).unwrap();
    let findings = &audited.checklists[0].audit.findings;
    findings.iter().find(|finding| &*finding.item == item).unwrap().clone()
}

/// Grounds from memory and from the text, as the records of the sample have them.
fn grounds(sample: &Sample) -> (Ground, Ground) {
    let ground = |country| found(sample, country, "great").elements[0].answer.grounds[0].clone();
    (ground("Brevia"), ground("Aldonia"))
}

/// Whether an item with these answers to its first elements, and nothing known of the others, is unverified.
fn is_unverified(sample: &Sample, answers: &[Answer]) -> bool {
    let mut finding = found(sample, "Aldonia", "child");
    for (number, element) in finding.elements.iter_mut().enumerate() {
        element.answer = answers.get(number).cloned().unwrap_or_else(|| Answer::new(Verdict::Unknown));
    }
    Cell { finding: &finding, element: None }.is_unverified()
}

#[test]
fn a_cell_is_unverified_if_all_that_it_rests_on_is() {
    let sample = Sample::new();
    let (memory, text) = grounds(&sample);
    let met = |ground: &Ground| Answer::new(Verdict::Met).on(ground.clone());
    assert!(is_unverified(&sample, &[met(&memory)]));
    assert!(is_unverified(&sample, &[met(&memory), met(&memory)]));
    assert!(!is_unverified(&sample, &[met(&memory), met(&text)]), "one of the two was read");
    assert!(!is_unverified(&sample, &[met(&text)]));
    assert!(!is_unverified(&sample, &[]), "nothing is known, from memory or otherwise");
    // What nobody assessed, and what rests on nothing, is left aside.
    let unknown = Answer::new(Verdict::Unknown).on(text.clone());
    assert!(is_unverified(&sample, &[met(&memory), unknown, Answer::new(Verdict::Gap)]));
    assert!(!is_unverified(&sample, &[Answer::new(Verdict::Unknown).on(memory)]));
}

#[test]
fn a_cell_rests_on_a_draft_if_one_of_its_answers_does() {
    let sample = Sample::new();
    let mut finding = found(&sample, "Aldonia", "child");
    assert!(!Cell { finding: &finding, element: None }.is_draft());
    finding.elements[1].answer.turned_by_draft = true;
    assert!(Cell { finding: &finding, element: None }.is_draft());
    let cell = |number: usize| Cell { finding: &finding, element: finding.elements.get(number) };
    assert!(!cell(0).is_draft() && cell(1).is_draft());
}

#[test]
fn a_side_without_a_file_is_unknown_and_the_other_is_recorded() {
    let sample = Sample::new();
    let report = sample.report();
    let brevia = report.frameworks.iter().find(|audited| &*audited.framework.name == "Brevia").unwrap().framework;
    let found = discrepancies(&[brevia], report.vocabulary);
    let seen: Vec<_> =
        found.iter().map(|it| (&*it.instrument.short, it.kind, &*it.here.says, &*it.there.says)).collect();
    let unseen = |short| (short, Difference::Unseen, "recorded", "unknown");
    assert_eq!(seen, [unseen("Pact"), unseen("Others")]);
}
