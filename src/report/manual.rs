//! Pages of the documentation that are made from the program and the standards themselves, so that they cannot rot.
//!
//! The files under `docs/` are this module's output, and a test keeps them so.
//!
//! - `vocabulary`: every word, for people who record;
//! - `checklist`: every item of a standard in the same fixed parts;
//! - `help`: what every command says of itself.

mod checklist;
mod help;
mod vocabulary;

use super::markdown::page::{Anchors, Page};

pub use checklist::checklist;
pub use help::{Command, help};
pub use vocabulary::vocabulary;

/// Writes a page that links to its own headings: the first round finds their names, the second one links to them.
fn linked(write: impl Fn(&mut Page)) -> String {
    let mut first = Page::new(Anchors::default());
    write(&mut first);
    let mut second = Page::new(first.anchors());
    write(&mut second);
    second.finish()
}
