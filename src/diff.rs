//! What changed between two sides, how it is to be taken, and why.
//!
//! Findings, records and checklists in, changes out. Two stages: what is recorded or asked otherwise is a fact
//! (`record`, `standard`); what it means is said by the verdicts (`verdict`) and by what made them change (`cause`).
//! `docs/changes.md` has the theory.
//!
//! - [`kind`]: the one table of kinds, with levels and mirrors;
//! - `align`: which item of one edition of a standard is which of another;
//! - [`facts`]: the two sides, and their facts matched;
//! - [`record`]: what is recorded otherwise; [`standard`]: what is asked otherwise;
//! - `verdict`: the kind of change between two answers;
//! - [`cause`]: why, by going from corner to corner;
//! - [`redline`]: words struck out and put in;
//! - `events`: what happened between the two days;
//! - [`effect`]: what drafts close, improve, open, worsen and leave.

mod align;
pub mod cause;
pub mod effect;
mod events;
pub mod facts;
mod items;
pub mod kind;
pub mod record;
pub mod redline;
pub mod standard;
mod verdict;

use std::collections::BTreeSet;

use crate::base::Text;
use crate::finding::{Answer, Audit, Duty, Verdict};
use crate::model::checklist::Checklist;
use crate::model::vocabulary::Vocabulary;

pub use cause::{Cause, Corner, Corners, Differing};
pub use effect::Effect;
pub use events::Event;
pub use facts::{Side, Which};
pub use kind::{Kind, Level};
pub use record::RecordChange;
pub use redline::{Piece, Redline};
pub use standard::StandardChange;

/// One standard in the editions of both sides, with the audits of every corner.
#[derive(Clone, Debug)]
pub struct Standard<'a> {
    /// The edition of the old side.
    pub old: &'a Checklist,
    /// The edition of the new side.
    pub new: &'a Checklist,
    /// The audits.
    pub corners: Corners,
}

/// Everything that changed between two sides.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The old side.
    pub old: Side<'a>,
    /// The new side.
    pub new: Side<'a>,
    /// The changes of verdict, for each standard.
    pub standards: Vec<Measured<'a>>,
    /// What is recorded otherwise. Empty where two countries are compared.
    pub record: Vec<RecordChange>,
    /// What happened between the two days. Empty where two countries are compared.
    pub events: Vec<Event>,
}

/// What changed in the measure of one standard.
#[derive(Clone, Debug)]
pub struct Measured<'a> {
    /// The edition of the old side.
    pub old: &'a Checklist,
    /// The edition of the new side.
    pub new: &'a Checklist,
    /// The items about which something changed, in the order of the new edition.
    pub items: Vec<ItemChange>,
    /// What the standard asks otherwise.
    pub changes: Vec<StandardChange>,
    /// The audit of the old side.
    pub old_audit: Audit,
    /// The audit of the new side.
    pub new_audit: Audit,
}

/// Something changed about an item that both editions have.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemChange {
    /// Its id in the new edition.
    pub item: Text,
    /// Its id in the old edition, where that is another.
    pub was: Option<Text>,
    /// Its title in the new edition.
    pub title: Text,
    /// The old verdict.
    pub old: Verdict,
    /// The new verdict.
    pub new: Verdict,
    /// What kind of change of verdict; nothing where the verdict stayed.
    pub kind: Option<Kind>,
    /// Why the verdict changed.
    pub causes: BTreeSet<Cause>,
    /// What became of the duty, where that changed.
    pub duty: Option<DutyChange>,
    /// Its elements about which something changed.
    pub elements: Vec<ElementChange>,
    /// How many elements it has in the new edition.
    pub size: usize,
    /// The same for this item and country in every run.
    pub fingerprint: String,
}

/// Something changed about an element that both editions have.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementChange {
    /// Its id in the new edition.
    pub element: Text,
    /// Its id in the old edition, where that is another.
    pub was: Option<Text>,
    /// What it asks in the new edition.
    pub requires: Text,
    /// The old verdict with its grounds.
    pub old: Answer,
    /// The new verdict with its grounds.
    pub new: Answer,
    /// What kind of change.
    pub kind: Kind,
    /// Why.
    pub causes: BTreeSet<Cause>,
    /// The changes of the record behind it, by their places in [`Comparison::record`].
    pub behind: Vec<usize>,
    /// The same for this element and country in every run.
    pub fingerprint: String,
}

/// What became of a duty.
#[derive(Clone, Debug, PartialEq)]
pub struct DutyChange {
    /// Whether it became owed or is no longer.
    pub kind: Kind,
    /// Why.
    pub causes: BTreeSet<Cause>,
    /// The old duty.
    pub old: Duty,
    /// The new duty.
    pub new: Duty,
}

/// An element whose verdict changed, as a change of the record names it.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct ElementRef {
    /// The id of the checklist.
    pub checklist: Text,
    /// The id of the item.
    pub item: Text,
    /// The id of the element.
    pub element: Text,
}

/// How an item came out of a comparison, all in all.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Turn {
    /// Worse in a part, better in none.
    Worse,
    /// Better in one part and worse in another.
    Mixed,
    /// Better in a part, worse in none.
    Better,
    /// Otherwise, and neither better nor worse.
    Lateral,
    /// In other words.
    Editorial,
}

impl Turn {
    /// Every turn, in the order of reports: what needs attention first.
    pub const ALL: [Self; 5] = [Self::Worse, Self::Mixed, Self::Better, Self::Lateral, Self::Editorial];

    /// The name in machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Worse => "worse",
            Self::Mixed => "mixed",
            Self::Better => "better",
            Self::Lateral => "lateral",
            Self::Editorial => "editorial",
        }
    }
}

impl ItemChange {
    /// Every kind of change about it: of its verdict, its elements, its duty.
    pub fn kinds(&self) -> impl Iterator<Item = Kind> {
        let duty = self.duty.as_ref().map(|duty| duty.kind);
        self.kind.into_iter().chain(self.elements.iter().map(|element| element.kind)).chain(duty)
    }

    /// How it came out all in all.
    pub fn turn(&self) -> Turn {
        let any = |level: Level| self.kinds().any(|kind| kind.level() == level);
        match (any(Level::Improvement), any(Level::Regression)) {
            (true, true) => Turn::Mixed,
            (true, false) => Turn::Better,
            (false, true) => Turn::Worse,
            (false, false) if any(Level::Lateral) => Turn::Lateral,
            (false, false) => Turn::Editorial,
        }
    }

    /// Why anything about it changed.
    pub fn all_causes(&self) -> BTreeSet<Cause> {
        let of_elements = self.elements.iter().flat_map(|element| &element.causes);
        let of_duty = self.duty.iter().flat_map(|duty| &duty.causes);
        self.causes.iter().chain(of_elements).chain(of_duty).copied().collect()
    }
}

impl Comparison<'_> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.record.is_empty() && self.standards.iter().all(|it| it.items.is_empty() && it.changes.is_empty())
    }

    /// Whether two countries are compared.
    pub fn is_across(&self) -> bool {
        self.old.framework.country != self.new.framework.country
    }

    /// Every item about which something changed, with its standard.
    pub fn items(&self) -> impl Iterator<Item = (&Measured<'_>, &ItemChange)> {
        self.standards.iter().flat_map(|measured| measured.items.iter().map(move |item| (measured, item)))
    }

    /// Whether anything changed at this level.
    pub fn has(&self, level: Level) -> bool {
        let of_items = self.items().flat_map(|(_, item)| item.kinds());
        let of_standards = self.standards.iter().flat_map(|it| &it.changes).map(|change| change.kind);
        let of_record = self.record.iter().map(|change| change.kind);
        of_items.chain(of_standards).chain(of_record).any(|kind| kind.level() == level)
    }
}

/// Compares two sides. Given the other way round, every change comes out mirrored.
pub fn compare<'a>(
    vocabulary: &'a Vocabulary,
    old: Side<'a>,
    new: Side<'a>,
    standards: Vec<Standard<'a>>,
) -> Comparison<'a> {
    let across = old.framework.country != new.framework.country;
    let (facts, mut record) = if across { Default::default() } else { record::compare(vocabulary, &old, &new) };
    let mut found = Vec::new();
    for Standard { old: one, new: other, corners } in standards {
        let inquiry = cause::Inquiry { old: &old, new: &new, facts: &facts, corners: &corners };
        let pairs = align::align(one, other);
        let items = items::changes(vocabulary, &inquiry, other, &pairs, &mut record);
        let changes = standard::compare(vocabulary, one, other, &pairs, &corners);
        let (old_audit, new_audit) = corners.into_ends();
        found.push(Measured { old: one, new: other, items, changes, old_audit, new_audit });
    }
    let events = if across { Vec::new() } else { events::between(vocabulary, &old, &new) };
    Comparison { old, new, standards: found, record, events }
}
