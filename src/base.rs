//! The ground floor: places in texts, the texts themselves, calendar dates, country codes, spelling and digests.
//!
//! Nothing here knows what a law is.

pub mod country;
pub mod day;
pub mod files;
pub mod limits;
pub mod natural;
pub mod nearest;
pub mod sha;
pub mod span;
pub mod unique;

/// A text read once and shared by whoever cites it; cloning it copies a pointer.
pub type Text = std::sync::Arc<str>;
