//! Sentences about commitments: `party to I`, `signatory to I`; and since when a treaty binds.

use super::snapshot::Snapshot;
use crate::base::Text;
use crate::base::day::Date;
use crate::base::span::Spanned;
use crate::finding::{Act, Answer, Ground, GroundKind, NearMiss, NearMissReason, Standing, Verdict};
use crate::model::checklist::requirement::Reserved;
use crate::model::framework::{Commitment, Reservation};
use crate::model::vocabulary::{Instrument, InstrumentId};
use crate::model::words::{Confidence, Consent};

/// What a sentence asks for: consent to be bound, or a signature at least.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Wanted {
    Party,
    Signatory,
}

/// The verdict of a sentence about a commitment.
pub(super) fn commitment(
    snapshot: &Snapshot<'_>,
    id: InstrumentId,
    wanted: Wanted,
    without: Option<&Reserved>,
) -> Answer {
    let instrument = snapshot.vocabulary.instrument(id);
    if !instrument.is_open_to(snapshot.framework.country.value) {
        let reason = format!("{} is not open to {}", instrument.short, snapshot.framework.name);
        return Answer::new(Verdict::NotApplicable).because(reason).standing(Standing::NotOpen);
    }
    let Some(found) = snapshot.commitment(id) else {
        if snapshot.is_complete() {
            return Answer::new(Verdict::Gap).on(snapshot.coverage_ground());
        }
        return Answer::new(Verdict::Unknown);
    };
    let ground = ground(found, instrument);
    if found.confidence < snapshot.least {
        let reason = NearMissReason::BelowConfidence(found.confidence);
        let near_misses = vec![NearMiss { ground, reason }];
        return Answer { near_misses, ..Answer::new(Verdict::Unknown) };
    }
    if let Some(disputed) = found.dispute(snapshot.day) {
        let answer = Answer::new(Verdict::Conflict).on(ground).because(disputed.clone());
        return answer.standing(Standing::Disputed);
    }
    let Some(standing) = standing(snapshot, found, instrument.consent) else { return Answer::new(Verdict::Unknown) };
    let settled = |verdict| Answer::new(verdict).on(ground).standing(standing);
    match standing {
        Standing::Bound(..) => limits(snapshot, found, without, settled(Verdict::Met)),
        Standing::Signed(_) if wanted == Wanted::Signatory => limits(snapshot, found, without, settled(Verdict::Met)),
        Standing::Signed(date) => {
            settled(Verdict::Partial).because(format!("signed on {date}, and not ratified by {}", snapshot.day))
        }
        Standing::Denounced(date) => settled(Verdict::Gap).because(format!("denounced, with effect from {date}")),
        Standing::Expired(date) => settled(Verdict::Gap).because(format!("expired on {date}")),
        Standing::Later(act, date) => {
            let reason = format!("not a party on {}; {} on {date}", snapshot.day, act.word());
            settled(Verdict::Gap).because(reason)
        }
        Standing::NotParty | Standing::NotOpen | Standing::Disputed => {
            let reason = format!("{} is not a party to it", snapshot.framework.name);
            settled(Verdict::Gap).because(reason)
        }
    }
}

/// A commitment that is there may still bind a part of the country only, or be subject to a reservation.
fn limits(snapshot: &Snapshot<'_>, found: &Commitment, without: Option<&Reserved>, mut answer: Answer) -> Answer {
    if !found.territory.is_empty() {
        let parts: Vec<&str> = found.territory.iter().map(|part| &**part).collect();
        answer.verdict = Verdict::Partial;
        answer = answer.because(format!("it binds {} only", parts.join(", ")));
    }
    let standing = found.reservations.iter().filter(|reservation| stands(snapshot, reservation));
    for reservation in standing.filter(|reservation| without.is_some_and(|without| spoils(without, reservation))) {
        answer.verdict = Verdict::Partial;
        let article = reservation.article.as_ref().map_or_else(String::new, |it| format!(" to article {}", it.value));
        answer = answer.because(format!("under a reservation{article}: {}", reservation.note));
    }
    answer
}

/// Whether a reservation is made and not withdrawn on the day.
fn stands(snapshot: &Snapshot<'_>, reservation: &Reservation) -> bool {
    let on_or_before = |date: &Option<Spanned<Date>>| date.as_ref().map(|date| date.value.day <= snapshot.day);
    on_or_before(&reservation.made).unwrap_or(true) && !on_or_before(&reservation.withdrawn).unwrap_or(false)
}

fn spoils(without: &Reserved, reservation: &Reservation) -> bool {
    match (without, &reservation.article) {
        (Reserved::Anything, _) | (_, None) => true,
        (Reserved::Article(wanted), Some(named)) => same_article(wanted, &named.value),
    }
}

/// Whether one article is the other or a part of it: `9` and `9(3)`.
fn same_article(a: &str, b: &str) -> bool {
    let (a, b) = (a.trim(), b.trim());
    let part_of =
        |whole: &str, part: &str| part.strip_prefix(whole).is_some_and(|rest| rest.is_empty() || rest.starts_with('('));
    part_of(a, b) || part_of(b, a)
}

/// The events that express consent to be bound, earliest first.
fn consents(found: &Commitment, consent: Consent) -> Vec<(Act, Date)> {
    let mut events: Vec<(Act, &Option<Spanned<Date>>)> =
        vec![(Act::Ratified, &found.ratified), (Act::Acceded, &found.acceded), (Act::Succeeded, &found.succeeded)];
    if consent == Consent::Signature {
        events.extend([(Act::Signed, &found.signed), (Act::Adopted, &found.adopted)]);
    }
    let mut dated: Vec<_> = events.into_iter().filter_map(|(act, date)| Some((act, date.as_ref()?.value))).collect();
    if dated.is_empty() {
        // Only its entry into force is known, and nothing comes into force for a country that did not consent.
        dated.extend(found.in_force.as_ref().map(|date| (Act::InForce, date.value)));
    }
    dated.sort_by_key(|(_, date)| date.day);
    dated
}

/// Where the country stands on the day, by what it did; nothing where it is recorded without any event.
fn standing(snapshot: &Snapshot<'_>, found: &Commitment, consent: Consent) -> Option<Standing> {
    if found.none {
        return Some(Standing::NotParty);
    }
    let past = |date: &&Spanned<Date>| date.value.day <= snapshot.day;
    let consents = consents(found, consent);
    let bound = consents.iter().find(|(_, date)| date.day <= snapshot.day);
    if let Some((act, date)) = bound {
        if let Some(left) = found.denounced.as_ref().filter(past) {
            return Some(Standing::Denounced(left.value));
        }
        if let Some(ended) = found.expires.as_ref().filter(|ended| ended.value.day < snapshot.day) {
            return Some(Standing::Expired(ended.value));
        }
        return Some(Standing::Bound(*act, *date));
    }
    if let Some(signed) = found.signed.as_ref().or(found.adopted.as_ref()).filter(past) {
        return Some(Standing::Signed(signed.value));
    }
    match consents.first() {
        Some((act, date)) => Some(Standing::Later(*act, *date)),
        None => found.signed.as_ref().map(|signed| Standing::Later(Act::Signed, signed.value)),
    }
}

/// Since when an instrument binds the country on the day, if it does: consent given, and the instrument in force.
pub(super) fn bound_since(snapshot: &Snapshot<'_>, id: InstrumentId) -> Option<Date> {
    let found = snapshot.commitment(id)?;
    let instrument = snapshot.vocabulary.instrument(id);
    if found.dispute(snapshot.day).is_some() || found.confidence < snapshot.least {
        return None;
    }
    let Standing::Bound(_, consent) = standing(snapshot, found, instrument.consent)? else { return None };
    let own = found.in_force.as_ref().map(|date| date.value);
    let since = [Some(consent), own, instrument.in_force].into_iter().flatten().max_by_key(|date| date.day)?;
    (since.day <= snapshot.day).then_some(since)
}

/// Whether a reservation that stands on the day takes an article out of what binds the country.
pub(super) fn is_reserved(snapshot: &Snapshot<'_>, id: InstrumentId, article: Option<&Text>) -> bool {
    let Some(found) = snapshot.commitment(id) else { return false };
    let taken_out = |reservation: &&Reservation| match (&reservation.article, article) {
        (Some(named), Some(article)) => same_article(&named.value, article),
        _ => false,
    };
    found.reservations.iter().filter(|it| stands(snapshot, it)).any(|it| taken_out(&it))
}

/// Whether the commitment is known from memory only.
pub(super) fn is_recalled(snapshot: &Snapshot<'_>, id: InstrumentId) -> bool {
    snapshot.commitment(id).is_some_and(|found| found.confidence == Confidence::Recalled)
}

/// A commitment as a ground.
fn ground(found: &Commitment, instrument: &Instrument) -> Ground {
    let mut words = Vec::new();
    for (label, date) in [
        ("signed", &found.signed),
        ("adopted", &found.adopted),
        ("ratified", &found.ratified),
        ("acceded", &found.acceded),
        ("succeeded", &found.succeeded),
        ("in force for the country from", &found.in_force),
        ("denounced with effect from", &found.denounced),
        ("expires", &found.expires),
    ] {
        words.extend(date.as_ref().map(|date| format!("{label} {}", date.value)));
    }
    if found.none {
        words.push("looked up: not a party".to_owned());
    }
    if let Some(disputed) = &found.disputed {
        words.push(format!("sources disagree: {}", disputed.value));
    }
    Ground {
        kind: GroundKind::Commitment,
        id: instrument.id.clone(),
        instrument: instrument.title.clone(),
        at: None,
        summary: words.join("; ").into(),
        span: found.span,
        source: found.source.as_ref().map(|source| source.value.clone()),
        confidence: found.confidence,
        practice: None,
        draft: false,
        quote: None,
        doubted: false,
        notes: found.note.clone().into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::same_article;

    #[test]
    fn a_paragraph_belongs_to_its_article_and_not_to_its_namesake() {
        assert!(same_article("9", "9(3)"));
        assert!(same_article("9(3)", "9"));
        assert!(!same_article("9", "90"));
        assert!(!same_article("9(1)", "9(3)"));
    }
}
