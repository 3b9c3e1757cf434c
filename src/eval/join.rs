//! How the verdicts of parts make the verdict of the whole. The tables of `docs/verdicts.md`, and nothing else.

use crate::base::Text;
use crate::finding::{Answer, Part, Verdict};

/// The verdict of parts that are all asked for; also of the elements of an item.
pub fn and(parts: &[Verdict]) -> Verdict {
    let parts: Vec<Verdict> = applicable(parts);
    let all = |verdict| parts.iter().all(|part| *part == verdict);
    let has = |verdict| parts.contains(&verdict);
    if parts.is_empty() {
        Verdict::NotApplicable
    } else if all(Verdict::Met) {
        Verdict::Met
    } else if all(Verdict::Unknown) {
        Verdict::Unknown
    } else if has(Verdict::Conflict) {
        Verdict::Conflict
    } else if parts.iter().all(|part| matches!(part, Verdict::Gap | Verdict::Unknown)) {
        Verdict::Gap
    } else {
        Verdict::Partial
    }
}

/// The verdict of parts of which one is enough.
pub fn or(parts: &[Verdict]) -> Verdict {
    let parts = applicable(parts);
    let order = [Verdict::Met, Verdict::Conflict, Verdict::Partial, Verdict::Unknown, Verdict::Gap];
    order.into_iter().find(|verdict| parts.contains(verdict)).unwrap_or(Verdict::NotApplicable)
}

/// The verdict of parts of which `count` are enough: the best choice of so many parts, all of which are asked for.
pub fn at_least(count: u32, parts: &[Verdict]) -> Verdict {
    let parts = applicable(parts);
    let count = (count as usize).clamp(1, parts.len().max(1));
    let number = |verdict| parts.iter().filter(|part| **part == verdict).count();
    if parts.is_empty() {
        Verdict::NotApplicable
    } else if number(Verdict::Met) >= count {
        Verdict::Met
    } else if number(Verdict::Conflict) > 0 {
        Verdict::Conflict
    } else if number(Verdict::Partial) > 0 || number(Verdict::Met) > 0 {
        Verdict::Partial
    } else if number(Verdict::Unknown) >= count {
        Verdict::Unknown
    } else {
        Verdict::Gap
    }
}

/// The contrary: met and gap change places, everything else stays.
pub const fn not(part: Verdict) -> Verdict {
    match part {
        Verdict::Met => Verdict::Gap,
        Verdict::Gap => Verdict::Met,
        Verdict::Partial | Verdict::Conflict | Verdict::Unknown | Verdict::NotApplicable => part,
    }
}

fn applicable(parts: &[Verdict]) -> Vec<Verdict> {
    parts.iter().copied().filter(|part| *part != Verdict::NotApplicable).collect()
}

/// Which parts settle a joined verdict.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Settled {
    /// The parts with the verdict itself: one of them is enough.
    ByOne,
    /// Every part that applies, where the verdict falls short; else the parts with the verdict itself.
    ByAll,
}

/// The answer to one part of a rule.
pub(super) struct Judged {
    /// The part, in its own words.
    pub(super) text: Text,
    /// Whether a further provision can break the part.
    pub(super) can_be_broken: bool,
    /// The answer.
    pub(super) answer: Answer,
}

/// Joins answers under a verdict, and keeps what settled it.
pub(super) fn answers(verdict: Verdict, settled: Settled, parts: Vec<Judged>) -> Answer {
    let mut joined = Answer::new(verdict);
    let settles = |part: &Judged| match (verdict, settled) {
        (Verdict::Partial, Settled::ByAll) => part.answer.verdict != Verdict::NotApplicable,
        // What breaks a part keeps the whole from being met, so it belongs to what settles it.
        (Verdict::Partial | Verdict::Conflict, _) if part.can_be_broken => part.answer.verdict.is_assessed(),
        _ => part.answer.verdict == verdict,
    };
    let other = |part: &Judged| part.answer.verdict != verdict && part.answer.verdict != Verdict::NotApplicable;
    let mixed = parts.iter().any(other);
    for part in parts {
        let settles = settles(&part);
        if mixed {
            joined.parts.push(Part { text: part.text, verdict: part.answer.verdict });
        }
        if settles {
            joined.absorb(part.answer);
        } else if verdict != Verdict::Met {
            joined.near_misses.extend(part.answer.near_misses);
            joined.searched.extend(part.answer.searched);
        }
    }
    joined
}
