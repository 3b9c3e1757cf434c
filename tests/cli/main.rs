//! The command line as a user meets it: arguments, exit codes, what goes where. The binary itself, few cases, wiring only.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod bad_input;
mod bills;
mod commands;
mod compare;
mod diff;
mod gates;
mod git;
mod readme;
mod support;
mod texts;
