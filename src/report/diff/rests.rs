//! What the two verdicts on an element rest on, in a few words: laws with their articles, what is lacking, what nearly
//! counted.

use crate::base::unique::unique;
use crate::diff::ElementChange;
use crate::finding::{Answer, Ground, GroundKind, NearMiss, Verdict};
use crate::report::phrases;

/// How many laws are named; the others are counted.
const MOST: usize = 4;
/// How many articles of one law are named.
const MOST_ARTICLES: usize = 4;

/// Before and after, each with what it rests on.
pub(super) fn sides(element: &ElementChange) -> Vec<(&'static str, String)> {
    let (old, new) = (&element.old, &element.new);
    // What counted neither before nor after, for the same reason, tells nothing of the change.
    let fresh = |answer: &Answer, other: &Answer| -> Vec<NearMiss> {
        let known = |near: &&NearMiss| {
            other.near_misses.iter().any(|it| it.reason == near.reason && it.ground.address() == near.ground.address())
        };
        answer.near_misses.iter().filter(|near| !known(near)).cloned().collect()
    };
    let mut found = vec![("Before", rests(old, &fresh(old, new))), ("After", rests(new, &fresh(new, old)))];
    found.retain(|(_, words)| !words.is_empty());
    found
}

/// What an answer rests on and what it lacks.
fn rests(answer: &Answer, near: &[NearMiss]) -> String {
    let facts: Vec<&Ground> = answer.grounds.iter().chain(&answer.contradicts).collect();
    let mut laws = cited(&facts);
    let alone = if let [one] = laws.as_slice() { Some(one.clone()) } else { None };
    let more = laws.len().saturating_sub(MOST);
    laws.truncate(MOST);
    if more > 0 {
        laws.push(format!("{more} more"));
    }
    let why = phrases::why(answer).filter(|_| answer.verdict != Verdict::Met);
    // Where the one law that is named opens the next sentence, it need not be named before.
    let joined = alone.zip(why.as_ref()).and_then(|(law, why)| {
        let rest = why.strip_prefix(law.trim_end_matches(phrases::DRAFT))?;
        Some(law + rest)
    });
    let mut words = match joined {
        Some(joined) => vec![joined],
        None => std::iter::once(phrases::sentence(&laws.join("; "))).chain(why).collect(),
    };
    if answer.verdict != Verdict::Met {
        words.extend(missed(near));
    }
    words.retain(|words| !words.is_empty());
    words.dedup();
    words.join(" ")
}

/// The facts, each law once with all its articles: `Child Act, s. 2 and s. 5`.
fn cited(facts: &[&Ground]) -> Vec<String> {
    let mut laws: Vec<(&Ground, Vec<&str>)> = Vec::new();
    for fact in facts {
        let at = fact.at.as_deref();
        let same = |(other, _): &&mut (&Ground, Vec<&str>)| {
            fact.kind == GroundKind::Provision
                && other.kind == fact.kind
                && (&other.id, &other.instrument, other.draft) == (&fact.id, &fact.instrument, fact.draft)
        };
        match laws.iter_mut().find(same) {
            Some((_, articles)) => articles.extend(at.filter(|at| !articles.contains(at))),
            None => laws.push((fact, at.into_iter().collect())),
        }
    }
    let words = |(law, articles): (&Ground, Vec<&str>)| {
        if law.kind != GroundKind::Provision || articles.is_empty() {
            return phrases::address(law);
        }
        let mut named: Vec<String> = articles.iter().take(MOST_ARTICLES).map(|at| (*at).to_owned()).collect();
        if let Some(more) = articles.len().checked_sub(MOST_ARTICLES).filter(|more| *more > 0) {
            named.push(format!("{more} more"));
        }
        let draft = if law.draft { phrases::DRAFT } else { "" };
        format!("{}, {}{draft}", law.instrument, phrases::list(&named))
    };
    unique(laws.into_iter().map(words))
}

/// What nearly counted, by the reason why it did not; two reasons at most.
fn missed(near: &[NearMiss]) -> Vec<String> {
    let mut reasons: Vec<(String, Vec<&Ground>)> = Vec::new();
    for NearMiss { ground, reason } in near {
        let reason = reason.words();
        match reasons.iter_mut().find(|(other, _)| *other == reason) {
            Some((_, facts)) => facts.push(ground),
            None => reasons.push((reason, vec![ground])),
        }
    }
    let words = |(reason, facts): &(String, Vec<&Ground>)| format!("{}: {reason}.", cited(facts).join("; "));
    reasons.iter().take(2).map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::span::{FileId, Span};
    use crate::model::words::Confidence;

    fn ground(law: &str, at: &str, draft: bool) -> Ground {
        Ground {
            kind: GroundKind::Provision,
            id: law.to_lowercase().into(),
            instrument: law.into(),
            at: Some(at.into()),
            summary: "".into(),
            quote: None,
            span: Span::new(FileId(0), 0..0),
            source: None,
            confidence: Confidence::Verified,
            doubted: false,
            practice: None,
            draft,
            notes: Vec::new(),
        }
    }

    #[test]
    fn each_law_is_named_once_with_its_articles() {
        let facts = [
            ground("Act", "s. 1", false),
            ground("Code", "art. 5", false),
            ground("Act", "s. 2", false),
            ground("Act", "s. 2", false),
            ground("Bill", "cl. 1", true),
            ground("Bill", "cl. 2", true),
        ];
        let facts: Vec<&Ground> = facts.iter().collect();
        assert_eq!(cited(&facts), ["Act, s. 1 and s. 2", "Code, art. 5", "Bill, cl. 1 and cl. 2 (draft)"]);
        let many: Vec<Ground> = (1..7).map(|number| ground("Act", &format!("s. {number}"), false)).collect();
        assert_eq!(cited(&many.iter().collect::<Vec<_>>()), ["Act, s. 1, s. 2, s. 3, s. 4 and 2 more"]);
    }
}
