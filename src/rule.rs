//! The rule language: what a checklist asks of a framework, as sentences that can be read aloud.
//!
//! Text in, tree out. Nothing here knows which topics or attributes exist; every name keeps its place so that whoever
//! does know can point at it. A tree that was read nests at most [`parse::MOST_DEPTH`] deep, so walking it is safe.
//!
//! - [`ast`]: the tree;
//! - [`parse`]: from the text of a rule to the tree, or to a diagnostic at the very word;
//! - [`print`](mod@print): from the tree to its one canonical text.
//!
//! The language itself is described for its readers in `docs/rule-language.md`.

pub mod ast;
pub mod parse;
pub mod print;

mod build;
mod example;
mod fault;
mod pairs;
mod symbol;
mod unexpected;
