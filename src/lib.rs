//! lacuna finds the gaps in a country's legal and policy framework, and shows the grounds of every verdict.
//!
//! The floors, lowest first; a module uses its own floor's module and the floors below, never across or up
//! (`tests/floors.rs` guards it):
//!
//! - [`base`]: places, texts, dates, country codes;
//! - [`diag`]: what is wrong with the files;
//! - [`yaml`]: reading the files.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails may panic"))]

pub mod base;
pub mod check;
pub mod diag;
pub mod eval;
pub mod finding;
pub mod model;
pub mod rule;
pub mod yaml;
