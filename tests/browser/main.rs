//! The page for a region in a real browser: `cargo test --features browser --test browser`.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod devtools;
mod shots;
