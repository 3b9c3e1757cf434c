//! What was known before and what was decided, held against an audit; and the line at which an audit fails.
//!
//! Marks only: nothing here changes a verdict or hides a finding.
//!
//! - [`baseline`]: findings written down, to be compared with later ones;
//! - [`trend`]: better, worse, the same: the one place where verdicts are ranked for it;
//! - [`waive`]: decisions to live with a finding for a time;
//! - [`line`](mod@line): what `--fail-on` asks.

pub mod baseline;
pub mod line;
pub mod trend;
pub mod waive;

pub use baseline::Baseline;
pub use line::Line;
