//! The files that are shipped: they hold together, and they say what a lawyer who knows the statutes would check first.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod malaysia;
mod matrix;
mod records;
mod region;
mod standards;
mod support;
mod viet_nam;
