//! What kind of change there is between two answers to the same question.
//!
//! Only the verdicts and what they rest on are looked at; why they differ is for `cause` to find out.

use std::collections::BTreeSet;

use super::Kind;
use super::cause::Cause;
use super::facts::{Facts, Which};
use crate::finding::{Answer, Ground, State, Verdict};

/// The kind of change from one verdict to another; nothing where they are the same.
pub(super) const fn transition(old: Verdict, new: Verdict) -> Option<Kind> {
    use Verdict::{Conflict, Gap, Met, NotApplicable, Partial, Unknown};
    match (old, new) {
        (NotApplicable, NotApplicable) | (Unknown, Unknown) => None,
        (Met, Met) | (Partial, Partial) | (Conflict, Conflict) | (Gap, Gap) => None,
        (NotApplicable, Met | Partial | Conflict | Gap | Unknown) => Some(Kind::BecameApplicable),
        (Met | Partial | Conflict | Gap | Unknown, NotApplicable) => Some(Kind::NoLongerApplicable),
        (Unknown, Met) => Some(Kind::RuleGained),
        (Met, Unknown) => Some(Kind::RuleLost),
        (Unknown, Partial | Conflict | Gap) => Some(Kind::Assessed),
        (Partial | Conflict | Gap, Unknown) => Some(Kind::NoLongerAssessed),
        (Gap, Met) => Some(Kind::GapClosed),
        (Met, Gap) => Some(Kind::GapOpened),
        (Gap, Partial) => Some(Kind::GapNarrowed),
        (Partial, Gap) => Some(Kind::FellToGap),
        (Partial, Met) => Some(Kind::Completed),
        (Met, Partial) => Some(Kind::FellShort),
        (Conflict, Met) => Some(Kind::ConflictResolved),
        (Met, Conflict) => Some(Kind::ConflictArose),
        (Gap | Partial, Conflict) => Some(Kind::ConflictEntered),
        (Conflict, Gap | Partial) => Some(Kind::ConflictLeft),
    }
}

/// The kind of change between two answers, whatever its cause; nothing where they are the same.
pub(super) fn answers(facts: &Facts<'_>, old: &Answer, new: &Answer) -> Option<Kind> {
    if let Some(kind) = transition(old.verdict, new.verdict) {
        return Some(kind);
    }
    if old.verdict == Verdict::Partial
        && let Some(kind) = coverage(old, new)
    {
        return Some(kind);
    }
    if rests_on(facts, Which::Old, old) != rests_on(facts, Which::New, new) {
        return Some(Kind::OtherGrounds);
    }
    (words(old) != words(new)).then_some(Kind::Reworded)
}

/// Where both fall short of covering a list, and in nothing else: by fewer terms, by more, or neither can be said.
fn coverage(old: &Answer, new: &Answer) -> Option<Kind> {
    let lacking = |answer: &Answer| -> BTreeSet<(String, String)> {
        let all = answer
            .missing
            .iter()
            .flat_map(|missing| missing.terms.iter().map(|term| (missing.attribute.to_string(), term.id.to_string())));
        all.collect()
    };
    // Only a sentence of its own falls short in nothing else; a joined one may, in another of its parts.
    let plain = |answer: &Answer| answer.parts.is_empty() && !answer.missing.is_empty();
    let (before, after) = (lacking(old), lacking(new));
    if !plain(old) || !plain(new) || before == after {
        None
    } else if after.is_subset(&before) {
        Some(Kind::ShortfallNarrowed)
    } else if before.is_subset(&after) {
        Some(Kind::ShortfallWidened)
    } else {
        None
    }
}

/// What a kind becomes when its causes are known: a step that only the record or the standard took is none of the law.
///
/// Of what was never assessed, only a law made since or a draft can make something that is better. Where time passed, the
/// record may just be silent about the law of former days.
pub(super) fn in_view_of(kind: Kind, causes: &BTreeSet<Cause>) -> Kind {
    if matches!(kind, Kind::RuleGained | Kind::RuleLost) {
        let made = !causes.is_empty() && causes.iter().all(|cause| matches!(cause, Cause::Law | Cause::Draft));
        return match kind {
            _ if made => kind,
            Kind::RuleGained => Kind::Assessed,
            _ => Kind::NoLongerAssessed,
        };
    }
    let judged = !matches!(kind.level(), super::Level::Lateral | super::Level::Editorial)
        || matches!(kind, Kind::ConflictEntered | Kind::ConflictLeft);
    if !judged || causes.is_empty() || causes.iter().any(|cause| cause.is_of_the_law()) {
        kind
    } else if causes.contains(&Cause::Learned) {
        match kind {
            Kind::ShortfallNarrowed | Kind::ShortfallWidened => Kind::OtherGrounds,
            _ => Kind::Reassessed,
        }
    } else {
        match kind {
            Kind::ShortfallNarrowed | Kind::ShortfallWidened => Kind::OtherGrounds,
            _ => Kind::Remeasured,
        }
    }
}

/// What an answer rests on, in a form that is the same on both sides where the facts are the same. What nearly counted is
/// no ground.
pub(super) fn rests_on(facts: &Facts<'_>, side: Which, answer: &Answer) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut note = |role: &str, ground: &Ground, detail: &str| {
        let fact = facts.name(side, ground);
        found.insert(format!("{role} {fact} {} {} {detail}", ground.confidence.word(), ground.draft));
    };
    for ground in &answer.grounds {
        note("on", ground, "");
    }
    for ground in &answer.contradicts {
        note("against", ground, "");
    }
    for ground in &answer.searched {
        note("searched", ground, "");
    }
    for missing in &answer.missing {
        for term in &missing.terms {
            found.insert(format!("lacks {} {} {}", missing.attribute, term.id, term.absent));
        }
    }
    for shortfall in &answer.shortfalls {
        let says = match &shortfall.state {
            State::Unstated => "",
            State::Otherwise(words) => words,
        };
        found.insert(format!("short {} {says}", shortfall.asked));
    }
    found
}

/// The words in which the facts behind an answer are told.
fn words(answer: &Answer) -> Vec<String> {
    let facts = answer.grounds.iter().chain(&answer.contradicts);
    let words = |ground: &Ground| {
        let practice = ground.practice.as_ref().and_then(|practice| practice.note.clone()).unwrap_or_default();
        format!("{} {} {} {practice}", ground.address(), ground.summary, ground.notes.join(" "))
    };
    let mut found: Vec<String> = facts.map(words).collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::Level;

    #[test]
    fn every_step_from_verdict_to_verdict_mirrors() {
        for old in Verdict::ALL {
            for new in Verdict::ALL {
                let (there, back) = (transition(old, new), transition(new, old));
                assert_eq!(there.map(Kind::mirror), back, "{old:?} to {new:?}");
                assert_eq!(there.is_none(), old == new);
            }
        }
    }

    #[test]
    fn learning_never_reads_as_reform() {
        for verdict in Verdict::ALL {
            for other in [Verdict::Unknown, Verdict::NotApplicable] {
                for kind in [transition(verdict, other), transition(other, verdict)].into_iter().flatten() {
                    for cause in [Cause::Learned, Cause::Standard, Cause::Time, Cause::Country] {
                        let level = in_view_of(kind, &BTreeSet::from([cause])).level();
                        assert_eq!(level, Level::Lateral, "{verdict:?} and {other:?}, {cause:?}");
                    }
                }
            }
        }
        let method = [
            BTreeSet::from([Cause::Learned]),
            BTreeSet::from([Cause::Standard]),
            BTreeSet::from([Cause::Learned, Cause::Standard]),
        ];
        for causes in &method {
            for kind in Kind::ALL {
                let level = in_view_of(*kind, causes).level();
                assert!(matches!(level, Level::Lateral | Level::Editorial), "{} by {causes:?}", kind.name());
                assert_eq!(in_view_of(*kind, causes).mirror(), in_view_of(kind.mirror(), causes), "{}", kind.name());
            }
        }
    }

    #[test]
    fn a_rule_where_none_was_recorded_is_better_only_if_it_is_new_law() {
        for cause in Cause::ALL {
            let made = matches!(cause, Cause::Law | Cause::Draft);
            let kind = in_view_of(Kind::RuleGained, &BTreeSet::from([cause]));
            assert_eq!(kind, if made { Kind::RuleGained } else { Kind::Assessed });
            let kind = in_view_of(Kind::RuleLost, &BTreeSet::from([cause]));
            assert_eq!(kind, if made { Kind::RuleLost } else { Kind::NoLongerAssessed });
        }
        // What the record also learned may have been so all along.
        let both = BTreeSet::from([Cause::Law, Cause::Learned]);
        assert_eq!(in_view_of(Kind::RuleGained, &both), Kind::Assessed);
    }

    #[test]
    fn what_the_law_did_keeps_its_level() {
        for cause in Cause::ALL.into_iter().filter(|cause| cause.is_of_the_law()) {
            for kind in Kind::ALL {
                if !matches!(kind, Kind::RuleGained | Kind::RuleLost) {
                    assert_eq!(in_view_of(*kind, &BTreeSet::from([cause, Cause::Learned])), *kind);
                }
            }
        }
    }
}
