//! What changed between two versions of a country's record, how it is to be taken, and why.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod align;
mod causes;
mod documented;
mod effect;
mod events;
mod matching;
mod mirror;
mod random;
#[path = "../reference/record.rs"]
#[allow(dead_code, reason = "what only the second evaluator asks of a record")]
mod record;
mod records;
#[path = "../reference/rule.rs"]
#[allow(dead_code, reason = "what only the second evaluator asks of a rule")]
mod rule;
mod shipped;
mod turn;
mod world;
mod writers;
