//! A second evaluator, written from `docs/verdicts.md` and `docs/rule-language.md` alone: no sharing, no short cuts. Random
//! records and rules must give the same verdict in both, and the engine must keep the laws that the pages promise.
//!
//! The usual ten thousand cases are the same on every run. `CASES=1000000 cargo test --release --test reference` runs a million
//! that are new each time; `SEED=N` repeats a run.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod laws;
mod naive;
mod record;
mod rule;
mod run;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// How many cases a property is tried on, and which: the same on every run, unless a number or a seed is asked for.
fn cases(usual: u32) -> ProptestConfig {
    let number = |name: &str| std::env::var(name).ok().and_then(|number| number.parse().ok());
    let (wanted, seed): (Option<u32>, _) = (number("CASES").and_then(|it: u64| u32::try_from(it).ok()), number("SEED"));
    let rng_seed = match (seed, wanted) {
        (Some(seed), _) => RngSeed::Fixed(seed),
        (None, Some(_)) => RngSeed::Random,
        (None, None) => RngSeed::Fixed(2009),
    };
    ProptestConfig { cases: wanted.unwrap_or(usual), rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases(10_000))]

    #[test]
    fn both_evaluators_agree(record in record::record(), rule in rule::rule(), ask in run::ask()) {
        let expected = naive::verdict(&record, &rule, ask);
        let found = run::answer(&record, &rule, ask);
        prop_assert_eq!(found.verdict, expected.verdict, "{}\n{}\n{:?}", record, rule, ask);
        prop_assert_eq!(run::missing(&found), expected.missing, "{}\n{}\n{:?}", record, rule, ask);
    }
}
