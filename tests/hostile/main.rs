//! What is meant to break a reader or a report: hostile bytes, hostile words in every field and every format, and sizes
//! that have no end.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod content;
mod faults;
mod fields;
mod limits;
mod pages;
mod reading;
mod shape;
mod surroundings;
mod words;
mod world;
