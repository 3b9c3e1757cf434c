//! A law's own words: from Markdown to articles and lettered paragraphs that can be cited and quoted.
//!
//! - `read`: the one place that knows the Markdown parser; `build`: from its blocks to a tree of units;
//! - `front`: the keys and values that may stand before the text;
//! - `name`, `marker`: what a heading is called, and how a paragraph is lettered;
//! - `pinpoint`, `find`: from `art. 120(1)(a)` to the place it names;
//! - `words`, `quote`, `near`, `redline`: whether a quotation stands in a place, and what stands there instead; words and
//!   what two texts share of them are for others too.
//!
//! A stranger to YAML and to rules: it finds the blocks that say what an article says, and does not read them.

mod build;
pub mod find;
pub mod front;
mod law;
mod marker;
mod name;
mod near;
mod pinpoint;
pub mod quote;
mod read;
mod redline;
mod words;

pub use find::{Lost, Place};
pub use law::{Fence, LawText, Unit, UnitId, UnitKind};
pub use near::{Effort, Passage};
pub use quote::{Misquote, Quoted};
pub use read::{MOST_BYTES, read};
pub use redline::{Stretch, compare};
pub use words::tokens;
