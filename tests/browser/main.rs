//! The page for a region in a real browser, found in the system: `cargo test --features browser --test browser`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod accessible;
mod devtools;
mod hostile;
mod pages;
mod paper;
mod picture;
mod reading;
mod tour;
