//! The laws of changes over whole random records and rules, as the second evaluator has them.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::mirror::seen;
use crate::record::{Record, record};
use crate::rule::{Rule, rule};
use crate::world::{Version, compare};

fn checklist(rule: &Rule, floor: bool) -> String {
    let floor = if floor { "law" } else { "policy" };
    format!(
        "checklist: c\ntitle: C\nversion: 1\nsource: {{ title: None }}\nsections: [{{ id: s, title: S, items: [{{ id: i, title: I, requires: \
         R, floor: {floor}, basis: [{{ instrument: treaty }}], remedy: {{ lever: statute, pointer: P }}, elements: [{{ id: e, requires: R, \
         rule: '{rule}' }}] }}] }}]\n"
    )
}

/// One record, and another that differs from it in one part only, or in all.
fn records() -> impl Strategy<Value = (Record, Record)> {
    (record(), record(), 0u8..5).prop_map(|(old, other, part)| {
        let mut new = old.clone();
        match part {
            0 => new.laws = other.laws,
            1 => new.silences = other.silences,
            2 => new.commitments = other.commitments,
            3 => {
                new.laws.pop();
                new.laws.extend(other.laws.into_iter().next());
            }
            _ => new = other,
        }
        (old, new)
    })
}

fn versions() -> impl Strategy<Value = (Version, Version)> {
    let rules = (rule(), rule(), any::<bool>(), prop::bool::weighted(0.2));
    (records(), rules, 1999u16..2009, 1999u16..2009).prop_map(|((old, new), (one, other, floor, both), from, to)| {
        let standard = |rule: &Rule| checklist(rule, floor);
        let day = |year: u16| format!("{year}-01-01");
        let other = if both { standard(&other) } else { standard(&one) };
        (Version::of(&old.to_string(), &standard(&one), &day(from)), Version::of(&new.to_string(), &other, &day(to)))
    })
}

/// How many cases are tried; the same on every run, unless `CASES=100000 cargo test --release --test changes` asks for new ones.
fn cases(usual: u32) -> ProptestConfig {
    let wanted = std::env::var("CASES").ok().and_then(|number| number.parse().ok());
    let rng_seed = if wanted.is_some() { RngSeed::Random } else { RngSeed::Fixed(2009) };
    ProptestConfig { cases: wanted.unwrap_or(usual), rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn swapping_the_sides_mirrors_every_change((old, new) in versions()) {
        let there = compare(&old, &new, |found| seen(found, false));
        let back = compare(&new, &old, |found| seen(found, true));
        prop_assert_eq!(there, back);
    }

    #[test]
    fn a_version_and_itself_differ_in_nothing((old, _) in versions()) {
        prop_assert!(compare(&old, &old, |found| found.is_empty()));
    }

    #[test]
    fn only_what_is_of_the_law_is_better_or_worse((old, new) in versions()) {
        compare(&old, &new, |found| {
            for (_, item) in found.items() {
                for element in &item.elements {
                    prop_assert!(!element.causes.is_empty());
                    let judged = element.kind.level().reversed() != element.kind.level();
                    prop_assert!(!judged || element.causes.iter().any(|cause| cause.is_of_the_law()));
                }
            }
            Ok(())
        })?;
    }
}
