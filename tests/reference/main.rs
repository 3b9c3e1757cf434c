//! A second evaluator, written from `docs/verdicts.md` and `docs/rule-language.md` alone: no sharing, no short cuts. Random
//! records and rules must give the same verdict in both, and the engine must keep the laws that the pages promise.
//!
//! `CASES=1000000 cargo test --release --test reference` runs more cases than the usual ten thousand.

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

/// How many cases a property is tried on.
fn cases(usual: u32) -> ProptestConfig {
    let wanted = std::env::var("CASES").ok().and_then(|number| number.parse().ok());
    ProptestConfig { cases: wanted.unwrap_or(usual), failure_persistence: None, ..ProptestConfig::default() }
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
