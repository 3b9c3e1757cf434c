//! What is recorded otherwise: instruments, provisions, statements, silences, commitments, sources.
//!
//! Difference here is a fact; what it means for children is said by the verdicts. One edit is one reported change: a law
//! that is added brings its provisions with it, a value that provisions take over from their law is reported at the law,
//! and a provision that goes by another pinpoint or stands in another law is one that moved.
//!
//! - `fields`: what there is to compare about each thing, in words;
//! - `laws`: laws and policies with their provisions;
//! - `passages`: laws' own words, article by article;
//! - `rest`: commitments, silences, sources, the record itself.

mod fields;
mod laws;
mod passages;
mod rest;

use super::facts::{Facts, Match, Side};
use super::redline::Redline;
use super::{ElementRef, Kind};
use crate::base::span::Span;
use crate::model::vocabulary::Vocabulary;
use fields::Differences;

/// A change in what is recorded.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordChange {
    /// Its kind.
    pub kind: Kind,
    /// What changed, in machine formats: `anti-trafficking-act s. 3`, `palermo-protocol`.
    pub subject: String,
    /// What changed, as a lawyer cites it.
    pub address: String,
    /// It stands in a draft.
    pub draft: bool,
    /// Where it stands on the old side.
    pub old: Option<Span>,
    /// Where it stands on the new side.
    pub new: Option<Span>,
    /// Facts that are recorded otherwise.
    pub details: Vec<Detail>,
    /// Words that were changed.
    pub words: Vec<WordChange>,
    /// The elements whose change it is behind.
    pub behind: Vec<ElementRef>,
    /// Its number among the facts.
    pub(super) fact: Option<usize>,
}

/// One thing that is recorded otherwise.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Detail {
    /// What it is, in machine formats: `in-force`, `says.child-definition.age-below`.
    pub field: String,
    /// What it is, in words.
    pub label: String,
    /// What the old side has.
    pub old: Option<String>,
    /// What the new side has.
    pub new: Option<String>,
}

/// Words that were changed.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct WordChange {
    /// Whose words: `summary`, `quote`.
    pub field: String,
    /// The same in words.
    pub label: String,
    /// Old and new laid over each other.
    pub redline: Redline,
}

/// Everything that is recorded otherwise, and the facts of both sides, matched.
pub(super) fn compare<'a>(
    vocabulary: &'a Vocabulary,
    old: &Side<'a>,
    new: &Side<'a>,
) -> (Facts<'a>, Vec<RecordChange>) {
    let mut book = Book { vocabulary, facts: Facts::default(), changes: Vec::new() };
    rest::framework(&mut book, old, new);
    rest::commitments(&mut book, old, new);
    laws::laws(&mut book, old, new);
    rest::silences(&mut book, old, new);
    passages::passages(&mut book, old, new);
    rest::sources(&mut book, old, new);
    (book.facts, book.changes)
}

/// What was found so far.
struct Book<'a> {
    vocabulary: &'a Vocabulary,
    facts: Facts<'a>,
    changes: Vec<RecordChange>,
}

/// How a thing is named in a change.
struct Named {
    subject: String,
    address: String,
    draft: bool,
    old: Option<Span>,
    new: Option<Span>,
}

impl<'a> Book<'a> {
    /// Takes in a pair of facts, and the change between them if there is one.
    fn enter(&mut self, found: Match<'a>, named: Named, kind: Option<Kind>, differences: Differences) -> usize {
        let number = self.facts.add(found);
        self.change(Some(number), named, kind, differences);
        number
    }

    /// Takes in a change if there is one.
    fn change(&mut self, fact: Option<usize>, named: Named, kind: Option<Kind>, differences: Differences) {
        let Some(kind) = kind else { return };
        let Named { subject, address, draft, old, new } = named;
        let Differences { details, words, .. } = differences;
        let behind = Vec::new();
        self.changes.push(RecordChange { kind, subject, address, draft, old, new, details, words, behind, fact });
    }
}

/// The kinds of change that one sort of thing can undergo.
struct Kinds {
    added: Kind,
    removed: Kind,
    amended: Kind,
    reworded: Kind,
}

impl Kinds {
    /// The kind of what happened to a thing that stands on one side or on both.
    fn of(&self, old: bool, new: bool, differences: &Differences) -> Option<Kind> {
        match (old, new) {
            (false, true) => Some(self.added),
            (true, false) => Some(self.removed),
            _ if !differences.details.is_empty() => Some(self.amended),
            _ if !differences.words.is_empty() => Some(self.reworded),
            _ => None,
        }
    }
}
