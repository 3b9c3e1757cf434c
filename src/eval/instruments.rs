//! Sentences about instruments: `law on S`, `policy of kind K on S at L level`.

use super::snapshot::{LawOnDay, Snapshot, coarse_notes, level_words, scope_words};
use crate::base::Text;
use crate::base::day::Day;
use crate::finding::{Answer, Ground, GroundKind, NearMiss, NearMissReason, Standing, Verdict};
use crate::model::framework::{Law, Period, Silence, SilenceOn};
use crate::model::vocabulary::SubjectId;
use crate::model::words::{Confidence, Level, Tier};

/// What a sentence asks for.
pub(super) struct Wanted<'a> {
    pub(super) tier: Tier,
    pub(super) subject: SubjectId,
    pub(super) kind: Option<&'a Text>,
    pub(super) levels: &'a [Level],
}

impl Wanted<'_> {
    fn is(&self, law: &Law) -> bool {
        law.tier == self.tier
            && self.kind.is_none_or(|kind| law.kind.value == *kind)
            && (self.levels.is_empty() || self.levels.contains(&law.level))
    }

    /// Whether a silence on the subject is about everything that is asked for.
    fn ruled_out_by(&self, silence: &Silence) -> bool {
        let SilenceOn::Subject { tier, kinds, levels, .. } = &silence.on else { return false };
        let kind = kinds.is_empty() || self.kind.is_some_and(|kind| kinds.contains(kind));
        let level = levels.is_empty() || !self.levels.is_empty() && self.levels.iter().all(|it| levels.contains(it));
        tier.is_none_or(|tier| tier == self.tier) && kind && level
    }
}

/// The verdict of a sentence about instruments.
pub(super) fn instruments(snapshot: &Snapshot<'_>, wanted: &Wanted<'_>) -> Answer {
    let mut met = Answer::new(Verdict::Met);
    let mut partial = Answer::new(Verdict::Partial);
    let mut conflict = Answer::new(Verdict::Conflict).standing(Standing::Disputed);
    let mut recorded = Vec::new();
    let mut looked = false;
    let mut doubtful = Vec::new();
    for standing in snapshot.about(wanted.subject).filter(|standing| wanted.is(standing.law)) {
        let ground = ground(standing);
        if ground.confidence < snapshot.least {
            let reason = NearMissReason::BelowConfidence(ground.confidence);
            doubtful.push(NearMiss { ground, reason });
        } else if let Some(NearMissReason::Disputed) = &standing.out {
            conflict.grounds.push(ground);
            conflict.reasons.extend(standing.law.disputed.as_ref().map(|words| words.value.clone()));
        } else if let Some(reason) = &standing.out {
            looked |= shows_the_lack(standing, reason, snapshot.day) && ground.confidence > Confidence::Recalled;
            recorded.push(NearMiss { ground, reason: reason.clone() });
        } else {
            let limits = limits(standing.law, wanted);
            if limits.is_empty() {
                met.grounds.push(ground);
            } else {
                let reason = |limit: &Text| format!("{}: {limit}", ground.address()).into();
                partial.reasons.extend(limits.iter().map(reason));
                partial.grounds.push(ground);
            }
        }
    }
    if !met.grounds.is_empty() {
        return met;
    }
    if !conflict.grounds.is_empty() {
        return conflict;
    }
    if !partial.grounds.is_empty() {
        partial.near_misses = recorded;
        return partial;
    }
    let mut answer = nothing_found(snapshot, wanted);
    if looked && answer.verdict == Verdict::Unknown {
        // What is recorded is known not to be in force: someone looked, and this is what there is. Memory is no look.
        answer = Answer::new(Verdict::Gap);
        answer.grounds = recorded.iter().map(|near| near.ground.clone()).collect();
        answer.reasons = recorded.iter().map(words).collect();
        answer.near_misses = doubtful;
        answer.standings = recorded.iter().filter_map(expired).collect();
        return answer;
    }
    answer.near_misses.extend(recorded);
    answer.near_misses.extend(doubtful);
    answer
}

/// Whether an instrument that is not in force shows that the country had none on the day: it was there and is over, or
/// it was adopted and has not commenced. One that was adopted later shows nothing about what there was before it.
fn shows_the_lack(standing: &LawOnDay<'_>, reason: &NearMissReason, day: Day) -> bool {
    match reason {
        NearMissReason::Repealed(_) | NearMissReason::Expired(_) | NearMissReason::RepealedByDraft(_) => true,
        NearMissReason::NotCommenced(_) | NearMissReason::Awaits(_) => {
            standing.law.period.adopted.as_ref().is_some_and(|adopted| adopted.value.day <= day)
        }
        NearMissReason::BelowFloor
        | NearMissReason::BelowConfidence(_)
        | NearMissReason::RecalledSilence
        | NearMissReason::Disputed => false,
    }
}

fn words(near: &NearMiss) -> Text {
    format!("{}: {}", near.ground.address(), near.reason.words()).into()
}

/// The day on which it expired, if it did.
fn expired(near: &NearMiss) -> Option<Standing> {
    match near.reason {
        NearMissReason::Expired(date) => Some(Standing::Expired(date)),
        _ => None,
    }
}

/// Why a law meets the sentence only in part. A sentence that asks for a level is not limited by that level.
fn limits(law: &Law, wanted: &Wanted<'_>) -> Vec<Text> {
    let level = if wanted.levels.is_empty() { level_words(law) } else { None };
    level.into_iter().chain(scope_words(law.scope.as_ref())).collect()
}

fn nothing_found(snapshot: &Snapshot<'_>, wanted: &Wanted<'_>) -> Answer {
    let mut gap = Answer::new(Verdict::Gap);
    let mut unknown = Answer::new(Verdict::Unknown);
    for silence in snapshot.silences_about(wanted.subject).filter(|silence| wanted.ruled_out_by(silence)) {
        let ground = snapshot.silence_ground(silence);
        if silence.confidence == Confidence::Recalled {
            unknown.near_misses.push(NearMiss { ground, reason: NearMissReason::RecalledSilence });
        } else if silence.confidence < snapshot.least {
            let reason = NearMissReason::BelowConfidence(silence.confidence);
            unknown.near_misses.push(NearMiss { ground, reason });
        } else if silence.laws.is_empty() {
            gap.grounds.push(ground);
        } else {
            unknown.searched.push(ground);
        }
    }
    if gap.grounds.is_empty() && snapshot.is_complete() {
        gap.grounds.push(snapshot.coverage_ground());
    }
    if gap.grounds.is_empty() { unknown } else { gap }
}

/// A law as a ground. It is as well known as it says, or as the best known of its provisions.
fn ground(standing: &LawOnDay<'_>) -> Ground {
    let law = standing.law;
    let best = law.provisions.iter().map(|provision| provision.confidence).max();
    let mut notes = coarse_notes(&law.period, &Period::default());
    notes.extend(law.note.clone());
    let citation = law.citation.as_ref().map_or_else(String::new, |citation| format!(" ({citation})"));
    Ground {
        kind: GroundKind::Law,
        id: law.id.value.clone(),
        instrument: law.title.clone(),
        at: None,
        summary: format!("{}{citation}, {}", law.title, dates(&law.period)).into(),
        span: law.id.span,
        source: law.source.as_ref().map(|source| source.value.clone()),
        confidence: law.confidence.or(best).unwrap_or(Confidence::Reported),
        practice: None,
        draft: standing.draft,
        quote: None,
        doubted: false,
        notes,
    }
}

/// The dates of a law in words.
fn dates(period: &Period) -> String {
    let mut words = Vec::new();
    for (label, date) in [
        ("adopted", &period.adopted),
        ("in force from", &period.in_force),
        ("repealed from", &period.repealed),
        ("expires", &period.expires),
    ] {
        words.extend(date.as_ref().map(|date| format!("{label} {}", date.value)));
    }
    if words.is_empty() { "undated".to_owned() } else { words.join(", ") }
}
