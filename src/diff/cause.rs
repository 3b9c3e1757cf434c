//! Why a verdict changed: the law changed, a draft changes it, the record learned something, the standard changed, or
//! time passed.
//!
//! Three things can differ between two sides: the record, the standard, the day. Every mixture of them is a corner, and
//! the caller hands in the audit of each. Moving one thing at a time from corner to corner shows what the change hangs
//! on:
//!
//! - a thing *suffices* if it alone, moved on the old side, brings the change about;
//! - a thing is *needed* if without it, taken back on the new side, there is no change.
//!
//! What both suffices and is needed is the cause. Where nothing is both, whatever suffices or is needed is named, and
//! there are several causes. Called the other way round, what sufficed is needed and what was needed suffices, so the
//! causes stay the same.
//!
//! Where the record has a part in it, the dates decide what became of the *law*: see [`Cause::Law`].

use std::collections::BTreeSet;

use super::facts::{Fact, Facts, Match, Side, Which};
use crate::base::day::{Date, Day};
use crate::finding::{Answer, Audit, Finding, Ground, NearMissReason};

/// Why a verdict changed.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Cause {
    /// A fact behind the change happened, by the day of the side that has it, after the last day for which the other
    /// side speaks (the earlier of its day and its `reviewed`).
    Law,
    /// A draft that is laid on one side alone says so, or says so in one of its two versions.
    Draft,
    /// The same record under the same standard says so of the other day: something that is recorded commenced, ended
    /// or came to bind.
    Time,
    /// The record says otherwise, and nothing of it happened since: something was found out, or put right.
    Learned,
    /// The standard asks something else.
    Standard,
    /// The two sides are two countries.
    Country,
}

impl Cause {
    /// Every cause, in the order of tables.
    pub const ALL: [Self; 6] = [Self::Law, Self::Draft, Self::Time, Self::Learned, Self::Standard, Self::Country];

    /// The name in machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Law => "law-changed",
            Self::Draft => "draft",
            Self::Time => "time-passed",
            Self::Learned => "record-learned",
            Self::Standard => "standard-changed",
            Self::Country => "other-country",
        }
    }

    /// The words shown to people.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Law => "the law changed",
            Self::Draft => "the draft changes it",
            Self::Time => "time passed",
            Self::Learned => "the record learned something",
            Self::Standard => "the standard changed",
            Self::Country => "another country",
        }
    }

    /// What it means, in a sentence.
    pub const fn meaning(self) -> &'static str {
        match self {
            Self::Law => {
                "What is behind it, such as a new law, a repeal or an accession, came after the last day for which the \
                 other side speaks."
            }
            Self::Draft => {
                "A draft that is laid on one side alone says so, or a draft says so in one of its two versions; it is \
                 not in force."
            }
            Self::Time => {
                "The record is the same; between the two days something in it commenced, ended or came to bind."
            }
            Self::Learned => "The record was added to or put right; as far as it shows, the law is the same.",
            Self::Standard => "The standard asks something else; the law is the same.",
            Self::Country => "The two sides are two countries.",
        }
    }

    /// Whether what children are entitled to became, or would become, another thing; otherwise only what is known or
    /// asked did.
    pub const fn is_of_the_law(self) -> bool {
        match self {
            Self::Law | Self::Draft | Self::Time | Self::Country => true,
            Self::Learned | Self::Standard => false,
        }
    }
}

/// One mixture of the two sides.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Corner {
    /// Whose record, with the drafts laid on it.
    pub record: Which,
    /// Whose standard.
    pub standard: Which,
    /// Whose day.
    pub day: Which,
}

/// What differs between the two sides.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Differing {
    /// The record, or the drafts laid on it.
    pub record: bool,
    /// The standard.
    pub standard: bool,
    /// The day.
    pub day: bool,
}

/// The audits of every corner against one standard.
#[derive(Clone, Debug)]
pub struct Corners {
    differing: Differing,
    old: Audit,
    others: Vec<(Corner, Audit)>,
}

impl Corners {
    const OLD: Corner = Corner { record: Which::Old, standard: Which::Old, day: Which::Old };
    const NEW: Corner = Corner { record: Which::New, standard: Which::New, day: Which::New };

    /// Has every corner audited that can differ from another: between one, where nothing differs, and eight.
    pub fn audit(differing: Differing, mut audit: impl FnMut(Corner) -> Audit) -> Self {
        let old = audit(Self::OLD);
        let mut found = Self { differing, old, others: Vec::new() };
        for record in [Which::Old, Which::New] {
            for standard in [Which::Old, Which::New] {
                for day in [Which::Old, Which::New] {
                    let corner = Corner { record, standard, day };
                    if corner != Self::OLD && found.true_corner(corner) == corner {
                        found.others.push((corner, audit(corner)));
                    }
                }
            }
        }
        found
    }

    /// The corner itself, with the old side in the place of whatever does not differ.
    fn true_corner(&self, corner: Corner) -> Corner {
        let pick = |differs: bool, which: Which| if differs { which } else { Which::Old };
        Corner {
            record: pick(self.differing.record, corner.record),
            standard: pick(self.differing.standard, corner.standard),
            day: pick(self.differing.day, corner.day),
        }
    }

    /// The audit of a corner.
    fn at(&self, corner: Corner) -> &Audit {
        let corner = self.true_corner(corner);
        self.others.iter().find(|(other, _)| *other == corner).map_or(&self.old, |(_, audit)| audit)
    }

    /// The audits of the two sides, without the other corners.
    pub(super) fn into_ends(self) -> (Audit, Audit) {
        let new = self.new_side().clone();
        (self.old, new)
    }

    /// The audit of the old side.
    pub fn old(&self) -> &Audit {
        self.at(Self::OLD)
    }

    /// The audit of the new side.
    pub fn new_side(&self) -> &Audit {
        self.at(Self::NEW)
    }
}

/// One of the three things that can differ.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Thing {
    Record,
    Standard,
    Day,
}

/// What a change hangs on, before the dates are asked.
fn things<O: PartialEq>(corners: &Corners, outcome: impl Fn(Corner, &Audit) -> Option<O>) -> BTreeSet<Thing> {
    let at = |corner: Corner| outcome(corner, corners.at(corner));
    let (old, new) = (at(Corners::OLD), at(Corners::NEW));
    let moved = |from: Corner, thing: Thing, to: Which| match thing {
        Thing::Record => Corner { record: to, ..from },
        Thing::Standard => Corner { standard: to, ..from },
        Thing::Day => Corner { day: to, ..from },
    };
    let Differing { record, standard, day } = corners.differing;
    let all = [(Thing::Record, record), (Thing::Standard, standard), (Thing::Day, day)];
    let differing: Vec<Thing> = all.into_iter().filter(|(_, differs)| *differs).map(|(thing, _)| thing).collect();
    let judged = differing.iter().map(|thing| {
        let suffices = at(moved(Corners::OLD, *thing, Which::New)) == new;
        let needed = at(moved(Corners::NEW, *thing, Which::Old)) == old;
        (*thing, suffices, needed)
    });
    let judged: Vec<_> = judged.collect();
    let pick = |wanted: &dyn Fn(bool, bool) -> bool| -> BTreeSet<Thing> {
        judged.iter().filter(|(_, suffices, needed)| wanted(*suffices, *needed)).map(|(thing, ..)| *thing).collect()
    };
    let sole = pick(&|suffices, needed| suffices && needed);
    if !sole.is_empty() {
        return sole;
    }
    let parts = pick(&|suffices, needed| suffices || needed);
    if parts.is_empty() { differing.into_iter().collect() } else { parts }
}

/// What the search for a cause looks at.
pub(super) struct Inquiry<'q, 'a> {
    pub(super) old: &'q Side<'a>,
    pub(super) new: &'q Side<'a>,
    pub(super) facts: &'q Facts<'a>,
    pub(super) corners: &'q Corners,
}

impl<'a> Inquiry<'_, 'a> {
    /// The causes of a change: `outcome` is what changed, as each corner has it, and `behind` are the facts of either
    /// side that have to do with it.
    pub(super) fn causes<O: PartialEq>(
        &self,
        outcome: impl Fn(Corner, &Audit) -> Option<O>,
        behind: &Behind,
    ) -> BTreeSet<Cause> {
        let mut found = BTreeSet::new();
        for thing in things(self.corners, outcome) {
            match thing {
                Thing::Standard => {
                    found.insert(Cause::Standard);
                }
                Thing::Day => {
                    found.insert(Cause::Time);
                }
                Thing::Record if self.is_across() => {
                    found.insert(Cause::Country);
                }
                Thing::Record => found.extend(self.of_record(behind)),
            }
        }
        if found.contains(&Cause::Law) || found.contains(&Cause::Country) {
            // A law that was made after the old day takes time by its nature.
            found.remove(&Cause::Time);
        }
        found
    }

    /// Whether the two sides are two countries.
    pub(super) fn is_across(&self) -> bool {
        self.old.framework.country != self.new.framework.country
    }

    /// Whether it is the law, a draft, or what is known of the law.
    fn of_record(&self, behind: &Behind) -> BTreeSet<Cause> {
        let differing = behind.facts.iter().filter_map(|number| self.facts.get(*number)).filter(|it| it.differs);
        let (silences, texts): (Vec<_>, Vec<_>) =
            differing.partition(|it| it.old.or(it.new).is_some_and(|it| it.is_silence()));
        let mut found: BTreeSet<Cause> = texts.iter().map(|it| self.of_fact(it)).collect();
        if behind.repealed.len() == 1 {
            found.insert(Cause::Draft);
        }
        if found.is_empty() {
            // Where a text speaks up, that a silence went is no news of its own.
            found.extend(silences.iter().map(|it| self.of_fact(it)));
        }
        if found.is_empty() {
            // Nothing that is cited differs: what is cited no more was taken away, by a draft if one takes away other things.
            let repeals = |side: &Side<'a>| -> BTreeSet<&'a str> {
                let drafted = side.laws().into_iter().filter(|(_, draft)| *draft);
                drafted.flat_map(|(law, _)| &law.repeals).map(|target| &*target.value).collect()
            };
            let drafted = repeals(self.old) != repeals(self.new);
            found.insert(if drafted { Cause::Draft } else { Cause::Learned });
        }
        found
    }

    fn of_fact(&self, found: &Match<'_>) -> Cause {
        let draft = |fact: &Option<Fact<'_>>| fact.as_ref().is_some_and(Fact::is_draft);
        if draft(&found.old) != draft(&found.new) && (found.old.is_none() || found.new.is_none()) {
            return Cause::Draft;
        }
        let dates = |fact: &Option<Fact<'_>>| fact.as_ref().map(Fact::dates).unwrap_or_default();
        let (old, new) = (dates(&found.old), dates(&found.new));
        if draft(&found.old) && draft(&found.new) {
            // Whoever reads the same words anew finds something out; whoever writes others drafts anew.
            let same = old == new && found.has_the_same_words();
            return if same { Cause::Learned } else { Cause::Draft };
        }
        let news = |own: &[Date], other: &[Date], horizon: Day, day: Day| {
            own.iter().any(|date| !other.contains(date) && horizon < date.day && date.day <= day)
        };
        let happened =
            news(&new, &old, self.old.horizon(), self.new.day) || news(&old, &new, self.new.horizon(), self.old.day);
        if happened { Cause::Law } else { Cause::Learned }
    }
}

/// The facts that have to do with a change.
#[derive(Clone, Debug, Default)]
pub(super) struct Behind {
    /// Their numbers.
    pub(super) facts: BTreeSet<usize>,
    /// The sides on which a draft takes one of them away.
    repealed: BTreeSet<Which>,
}

impl Behind {
    /// Takes in what an answer cites, with the laws in which it stands.
    pub(super) fn answer(&mut self, facts: &Facts<'_>, side: Which, answer: &Answer) {
        let near = answer.near_misses.iter().map(|near| &near.ground);
        for ground in answer.grounds.iter().chain(&answer.contradicts).chain(&answer.searched).chain(near) {
            self.ground(facts, side, ground);
        }
        let by_draft = |reason: &NearMissReason| matches!(reason, NearMissReason::RepealedByDraft(_));
        self.repealed.extend(answer.near_misses.iter().any(|near| by_draft(&near.reason)).then_some(side));
    }

    fn ground(&mut self, facts: &Facts<'_>, side: Which, ground: &Ground) {
        let Some(number) = facts.find(side, ground) else { return };
        self.facts.insert(number);
        let laws = facts.get(number).map(|found| found.laws.clone()).unwrap_or_default();
        self.facts.extend(laws.iter().filter(|law| facts.get(**law).is_some_and(Match::bears_on_its_provisions)));
    }

    /// Takes in whatever the elements of an item cite.
    pub(super) fn finding(&mut self, facts: &Facts<'_>, side: Which, finding: &Finding) {
        for element in &finding.elements {
            self.answer(facts, side, &element.answer);
        }
    }
}
