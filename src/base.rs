//! The ground floor: places in texts, the texts themselves, calendar dates, country codes and spelling.
//!
//! Nothing here knows what a law is.

pub mod country;
pub mod day;
pub mod files;
pub mod natural;
pub mod nearest;
pub mod span;

/// A text read once and shared by whoever cites it; cloning it copies a pointer.
pub type Text = std::sync::Arc<str>;
