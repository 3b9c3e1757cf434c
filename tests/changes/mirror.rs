//! Laws: a version and itself differ in nothing, and swapping the sides mirrors every change.

use std::collections::BTreeSet;

use lacuna::diff::{Comparison, Kind, Level, RecordChange};
use proptest::prelude::*;
use proptest::sample::select;

use crate::world::{Version, compare};

const DAYS: [&str; 4] = ["1999-06-30", "2004-01-01", "2009-08-31", "2013-12-31"];

/// A provision on the age of a child.
fn provision() -> impl Strategy<Value = String> {
    let dates = select(vec!["", "in-force: 2003-05-05, ", "in-force: 2010-02-01, ", "repealed: 2006-01-01, "]);
    (select(vec!["s. 2", "s. 3", "s. 4"]), select(vec![15, 16, 18]), dates, any::<bool>()).prop_map(
        |(at, age, dates, implied)| {
            let implied = if implied { "implied: true, " } else { "" };
            format!(
                "      - {{ at: {at}, summary: Below {age}., {dates}{implied}says: {{ child: {{ below: {age} }} }} }}\n"
            )
        },
    )
}

fn law() -> impl Strategy<Value = String> {
    let head =
        (select(vec!["act", "code"]), select(vec!["2000-01-01", "2008-06-05"]), select(vec!["verified", "recalled"]));
    (head, prop::collection::vec(provision(), 0..3), select(vec!["[recruitment]", "[recruitment, receipt]", "all"])).prop_map(
        |((id, from, known), provisions, acts)| {
            format!(
                "  {id}:\n    title: The {id}\n    kind: act\n    in-force: {from}\n    source: s\n    confidence: \
                 {known}\n    provisions:\n      - {{ at: s. 1, summary: Acts., says: {{ definition: {{ acts: {acts} }} }} }}\n{}",
                provisions.concat()
            )
        },
    )
}

fn version() -> impl Strategy<Value = Version> {
    let commitment = select(vec!["", "none", "{ signed: 1990, source: s }", "{ acceded: 2009-02-26, source: s }"]);
    let silence = select(vec!["", "", "until: 2003-01-01, ", "always"]);
    let standard = select(vec!["below >= 18", "below >= 16"]);
    let place = (select(DAYS.to_vec()), select(DAYS.to_vec()));
    (prop::option::of(law()), commitment, silence, standard, place, any::<bool>()).prop_map(
        |(law, commitment, silence, standard, (reviewed, day), draft)| {
            let mut parts = String::new();
            if !commitment.is_empty() {
                parts.push_str(&format!("commitments:\n  treaty: {commitment}\n"));
            }
            parts.extend(law.map(|law| format!("laws:\n{law}")));
            if !silence.is_empty() {
                let until = if silence == "always" { "" } else { silence };
                let line = format!("  - {{ on: child, {until}note: Read., source: s, confidence: verified }}\n");
                parts.push_str(&format!("silences:\n{line}"));
            }
            let mut version = Version::new(reviewed, &parts).on(day);
            version.standard = version.standard.replace("below >= 18", standard);
            if draft {
                version = version.with(
                    "laws:\n  bill:\n    title: Bill\n    kind: act\n    source: s\n    confidence: \
                    verified\n    provisions: [{ at: cl. 1, summary: B., says: { child: { below: 18 } } }]\n",
                );
            }
            version
        },
    )
}

/// What changed; nothing for what moved, which is cited by its new place and from the other side by the old one.
fn subject(change: &RecordChange) -> &str {
    let moved = change.details.iter().any(|it| matches!(it.field.as_str(), "at" | "id"));
    if moved { "" } else { &change.subject }
}

/// Everything that changed, each change as a line; with the sides swapped back, if they were swapped.
pub(crate) fn seen(comparison: &Comparison<'_>, swapped: bool) -> BTreeSet<String> {
    let kind = |kind: Kind| if swapped { kind.mirror() } else { kind };
    let mut out = BTreeSet::new();
    let order = |old: String, new: String| if swapped { format!("{new} > {old}") } else { format!("{old} > {new}") };
    for (_, item) in comparison.items() {
        let step = order(item.old.name().to_owned(), item.new.name().to_owned());
        out.insert(format!("{} {step} {:?} {:?}", item.item, item.kind.map(kind), item.causes));
        out.extend(item.duty.iter().map(|duty| format!("{} {:?} {:?}", item.item, kind(duty.kind), duty.causes)));
        for element in &item.elements {
            let step = order(element.old.verdict.name().to_owned(), element.new.verdict.name().to_owned());
            let behind: BTreeSet<&str> =
                element.behind.iter().map(|number| subject(&comparison.record[*number])).collect();
            out.insert(format!(
                "{}.{} {step} {:?} {:?} {behind:?}",
                item.item,
                element.element,
                kind(element.kind),
                element.causes
            ));
        }
    }
    for change in &comparison.record {
        let detail = |it: &lacuna::diff::record::Detail| {
            format!("{} {}", it.field, order(format!("{:?}", it.old), format!("{:?}", it.new)))
        };
        let details: BTreeSet<String> = change.details.iter().map(detail).collect();
        let words = |it: &lacuna::diff::record::WordChange| {
            let redline = if swapped { it.redline.clone().mirrored() } else { it.redline.clone() };
            format!("{} {redline:?}", it.field)
        };
        let words: BTreeSet<String> = change.words.iter().map(words).collect();
        let subject = subject(change);
        out.insert(format!("{:?} {subject} {details:?} {words:?}", kind(change.kind)));
    }
    for change in comparison.standards.iter().flat_map(|it| &it.changes) {
        out.insert(format!("{:?} {} {:?}", kind(change.kind), change.item, change.element));
    }
    out
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn a_version_and_itself_differ_in_nothing(version in version()) {
        prop_assert!(compare(&version, &version, |found| found.is_empty()));
    }

    #[test]
    fn swapping_the_sides_mirrors_every_change(old in version(), new in version()) {
        let there = compare(&old, &new, |found| seen(found, false));
        let back = compare(&new, &old, |found| seen(found, true));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn every_change_of_verdict_has_a_cause_and_only_the_law_reforms(old in version(), new in version()) {
        compare(&old, &new, |found| {
            for (_, item) in found.items() {
                prop_assert_eq!(item.kind.is_some(), item.old != item.new);
                prop_assert_eq!(item.kind.is_some(), !item.causes.is_empty());
                for element in &item.elements {
                    prop_assert!(!element.causes.is_empty(), "{}", element.element);
                    let judged = matches!(element.kind.level(), Level::Improvement | Level::Regression);
                    prop_assert!(!judged || element.causes.iter().any(|cause| cause.is_of_the_law()));
                }
            }
            Ok(())
        })?;
    }
}
