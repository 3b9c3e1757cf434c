//! Evaluates the rules of a checklist on a snapshot of a country. It cannot fail: whatever passed `check` has a verdict.
//!
//! - `snapshot`: a framework on a day, with drafts laid on;
//! - `test`: what one statement makes of a condition: true, false, or not stated;
//! - `silent`: what the recorded silences rule out;
//! - `sentence`, `cover`, `instruments`, `commitment`: the table of verdicts, a file for each kind of sentence;
//! - `join`: `and`, `or`, `not`, `at least`;
//! - `duty`: owed or recommended;
//! - `audit`: every item of a checklist; `explain`: one rule as a tree.

pub mod audit;
mod commitment;
mod cover;
mod duty;
pub mod explain;
mod instruments;
pub mod join;
mod sentence;
mod silent;
pub mod snapshot;
pub mod test;

pub use audit::audit;
pub use explain::{Explained, explain};
pub use snapshot::Snapshot;
