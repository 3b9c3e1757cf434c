//! Countries side by side: the table, what stands under it, and every form it is written in.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod cells;
mod documented;
mod formats;
mod hostile;
mod page;
mod sample;
mod workbook;
