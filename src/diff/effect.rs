//! What drafts do to a country's standing: what they close, improve, bring into conflict, open, worsen and leave, and what
//! of them stays without effect for now.
//!
//! Taken from a comparison whose old side is the law in force and whose new side is the law with the drafts.

use std::collections::BTreeMap;

use super::{ItemChange, Kind, Measured, Turn};
use crate::base::Text;
use crate::finding::{Finding, NearMiss, NearMissReason, Verdict};
use crate::model::checklist::Item;

/// What became of an item under the drafts.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Outcome {
    /// It was not met and is.
    Closes,
    /// It is better than it was, and not met.
    Improves,
    /// It was not assessed and is: the drafts speak where nothing recorded did.
    Speaks,
    /// It was assessed and is not: the drafts take away all that is recorded on it, or on a part of it.
    Strips,
    /// It is brought into conflict, or a conflict about it ends without its being met.
    Conflicts,
    /// It was something else and is a gap.
    Opens,
    /// It is worse than it was, and no gap.
    Worsens,
    /// Better in one part and worse in another.
    Mixed,
    /// It rests on other grounds.
    Touches,
    /// It was not met, and is as it was.
    Leaves,
}

impl Outcome {
    /// Every outcome, in the order of reports.
    pub const ALL: [Self; 10] = [
        Self::Closes,
        Self::Improves,
        Self::Speaks,
        Self::Opens,
        Self::Worsens,
        Self::Strips,
        Self::Mixed,
        Self::Conflicts,
        Self::Touches,
        Self::Leaves,
    ];

    /// The name in machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Closes => "closes",
            Self::Improves => "improves",
            Self::Speaks => "speaks-first",
            Self::Strips => "strips",
            Self::Conflicts => "brings-into-conflict",
            Self::Opens => "opens",
            Self::Worsens => "worsens",
            Self::Mixed => "mixed",
            Self::Touches => "touches",
            Self::Leaves => "leaves-untouched",
        }
    }

    /// The words that open a list of such items.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Closes => "Closes",
            Self::Improves => "Improves, without closing",
            Self::Speaks => "Speaks on, where nothing recorded did",
            Self::Strips => "Takes away all that is recorded on it, or on a part of it",
            Self::Conflicts => "Brings into conflict, or out of it without meeting it",
            Self::Opens => "Opens",
            Self::Worsens => "Worsens",
            Self::Mixed => "Improves in one part and worsens in another",
            Self::Touches => "Touches, neither for better nor for worse",
            Self::Leaves => "Leaves untouched",
        }
    }

    /// What the drafts do to such an item, after "the draft".
    pub const fn verb(self) -> &'static str {
        match self {
            Self::Closes => "closes it",
            Self::Improves => "improves it",
            Self::Speaks => "speaks on it first",
            Self::Strips => "takes away its rule",
            Self::Conflicts => "touches a conflict",
            Self::Opens => "opens it",
            Self::Worsens => "worsens it",
            Self::Mixed => "improves and worsens it",
            Self::Touches => "touches it",
            Self::Leaves => "leaves it",
        }
    }

    /// Of an item that is neither better nor worse: what became of its parts.
    fn of_parts(item: &ItemChange) -> Self {
        let any = |kind: Kind| item.elements.iter().any(|element| element.kind == kind);
        match (any(Kind::NoLongerAssessed), any(Kind::Assessed)) {
            (true, _) => Self::Strips,
            (false, true) => Self::Speaks,
            (false, false) => Self::Touches,
        }
    }

    fn of(item: &ItemChange) -> Self {
        let turn = item.turn();
        let contested = item.kind.is_some_and(|kind| matches!(kind, Kind::ConflictEntered | Kind::ConflictLeft));
        match (item.old, item.new) {
            (old, Verdict::Met) if is_open(old) => Self::Closes,
            (old, Verdict::Gap) if old.is_assessed() && old != Verdict::Gap => Self::Opens,
            _ if contested => Self::Conflicts,
            (Verdict::Unknown, _) => Self::Speaks,
            (_, Verdict::Unknown) => Self::Strips,
            _ => match turn {
                Turn::Better => Self::Improves,
                Turn::Worse => Self::Worsens,
                Turn::Mixed => Self::Mixed,
                Turn::Lateral | Turn::Editorial => Self::of_parts(item),
            },
        }
    }
}

/// Whether a verdict says that something is lacking.
const fn is_open(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Partial | Verdict::Conflict | Verdict::Gap)
}

/// What drafts do in the measure of one standard.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Effect {
    /// Every item, in the order of the checklist.
    pub items: Vec<Standing>,
    /// Provisions of the drafts that change nothing yet.
    pub waiting: Vec<Waiting>,
}

/// One item with and without the drafts.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Standing {
    /// The id of the item.
    pub item: Text,
    /// Its title.
    pub title: Text,
    /// The verdict on the law in force.
    pub in_force: Verdict,
    /// The verdict with the drafts.
    pub with_drafts: Verdict,
    /// What became of it; nothing where it is as it was and lacks nothing, or was not assessed.
    pub outcome: Option<Outcome>,
}

/// A provision of a draft that changes nothing until something else happens.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// The provision and the reason.
    pub near: NearMiss,
    /// The items that it would bear on, by id and title.
    pub items: Vec<(Text, Text)>,
}

impl Effect {
    /// The effect in the measure of one standard, taken from a comparison of the law in force with the law with drafts.
    pub fn of(measured: &Measured<'_>) -> Self {
        let Measured { old_audit, new_audit, .. } = measured;
        let findings = old_audit.findings.iter().zip(&new_audit.findings);
        let standing = |((_, item), (before, after)): ((_, &Item), (&Finding, &Finding))| {
            let change = measured.items.iter().find(|change| change.item == item.id.value);
            Standing {
                item: item.id.value.clone(),
                title: item.title.clone(),
                in_force: before.verdict,
                with_drafts: after.verdict,
                outcome: match change {
                    Some(change) => Some(Outcome::of(change)),
                    None => is_open(after.verdict).then_some(Outcome::Leaves),
                },
            }
        };
        Self { items: measured.new.items().zip(findings).map(standing).collect(), waiting: waiting(measured) }
    }

    /// The items that came out in one way.
    pub fn with(&self, outcome: Outcome) -> impl Iterator<Item = &Standing> {
        self.items.iter().filter(move |standing| standing.outcome == Some(outcome))
    }

    /// What is known of one item.
    pub fn item(&self, id: &str) -> Option<&Standing> {
        self.items.iter().find(|standing| &*standing.item == id)
    }
}

/// What of the drafts does not count yet: not commenced, or standing below the floor of what it would bear on.
fn waiting(measured: &Measured<'_>) -> Vec<Waiting> {
    let mut found: BTreeMap<(String, &'static str), Waiting> = BTreeMap::new();
    for (finding, (_, item)) in measured.new_audit.findings.iter().zip(measured.new.items()) {
        for near in finding.elements.iter().flat_map(|element| &element.answer.near_misses) {
            let waits = matches!(
                near.reason,
                NearMissReason::NotCommenced(_) | NearMissReason::Awaits(_) | NearMissReason::BelowFloor
            );
            if !near.ground.draft || !waits {
                continue;
            }
            let key = (near.ground.address(), near.reason.name());
            let entry = found.entry(key).or_insert_with(|| Waiting { near: near.clone(), items: Vec::new() });
            let named = (item.id.value.clone(), item.title.clone());
            if !entry.items.contains(&named) {
                entry.items.push(named);
            }
        }
    }
    found.into_values().collect()
}
