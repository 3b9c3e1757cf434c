//! What changed between two versions of a country's record, how it is to be taken, and why.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod causes;
mod documented;
mod effect;
mod mirror;
mod record;
mod shipped;
mod world;
mod writers;
