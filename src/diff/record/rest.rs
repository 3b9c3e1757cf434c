//! Commitments, silences, sources, the record itself, and laws' own words.

use std::collections::BTreeSet;

use super::fields::{self, Differences, Fields};
use super::{Book, Detail, Kinds, Named};
use crate::diff::Kind;
use crate::diff::align::pair;
use crate::diff::facts::{Fact, Match, Side};
use crate::model::framework::{Commitment, Silence, SilenceOn, Source};

const COMMITMENT: Kinds = Kinds {
    added: Kind::CommitmentAdded,
    removed: Kind::CommitmentRemoved,
    amended: Kind::CommitmentAmended,
    reworded: Kind::CommitmentReworded,
};

const SILENCE: Kinds = Kinds {
    added: Kind::SilenceAdded,
    removed: Kind::SilenceRemoved,
    amended: Kind::SilenceAmended,
    reworded: Kind::SilenceReworded,
};

const SOURCE: Kinds = Kinds {
    added: Kind::SourceAdded,
    removed: Kind::SourceRemoved,
    amended: Kind::SourceReworded,
    reworded: Kind::SourceReworded,
};

/// Pairs in the order of the new side, then what only the old side has.
fn both<'t, T>(old: &'t [T], new: &'t [T], pairs: &[(usize, usize)]) -> Vec<(Option<&'t T>, Option<&'t T>)> {
    let partner = |number: usize| pairs.iter().find(|(_, it)| *it == number).and_then(|(it, _)| old.get(*it));
    let mut all: Vec<_> = new.iter().enumerate().map(|(number, it)| (partner(number), Some(it))).collect();
    let alone = old.iter().enumerate().filter(|(number, _)| !pairs.iter().any(|(it, _)| it == number));
    all.extend(alone.map(|(_, it)| (Some(it), None)));
    all
}

/// The record as a whole: what it is called, what its silence means, how far it was brought.
pub(super) fn framework<'a>(book: &mut Book<'a>, old: &Side<'a>, new: &Side<'a>) {
    let (a, b) = (old.framework, new.framework);
    let named = |field: &str| Named {
        subject: field.to_owned(),
        address: format!("The record of {}", b.name),
        draft: false,
        old: Some(a.country.span),
        new: Some(b.country.span),
    };
    let one = |field: &str, label: &str, old: String, new: String| Differences {
        details: vec![Detail { field: field.to_owned(), label: label.to_owned(), old: Some(old), new: Some(new) }],
        ..Differences::default()
    };
    let differs = a.coverage != b.coverage;
    let found = Match { old: Some(Fact::Coverage(a)), new: Some(Fact::Coverage(b)), laws: BTreeSet::new(), differs };
    let words = one("coverage", "coverage", a.coverage.value.word().into(), b.coverage.value.word().into());
    book.enter(found, named("coverage"), differs.then_some(Kind::CoverageChanged), words);
    let moved = a.reviewed != b.reviewed;
    let words = one("reviewed", "brought up to", a.reviewed.value.to_string(), b.reviewed.value.to_string());
    book.change(None, named("reviewed"), moved.then_some(Kind::ReviewMoved), words);
    let differences = fields::framework(a).differences(&fields::framework(b));
    let told = !differences.words.is_empty();
    book.change(None, named("framework"), told.then_some(Kind::FrameworkReworded), differences);
}

pub(super) fn commitments<'a>(book: &mut Book<'a>, old: &Side<'a>, new: &Side<'a>) {
    let (before, after) = (&old.framework.commitments, &new.framework.commitments);
    let same = |a: &Commitment, b: &Commitment| a.instrument == b.instrument;
    for (one, other) in both(before, after, &pair(before, after, &[&same])) {
        let all = |found: Option<&Commitment>| found.map(fields::commitment).unwrap_or_default();
        let (differences, kind) = told(&COMMITMENT, one.is_some(), other.is_some(), &all(one), &all(other));
        let Some(named) = other.or(one) else { continue };
        let instrument = book.vocabulary.instrument(named.instrument);
        let names = Named {
            subject: instrument.id.to_string(),
            address: instrument.short.to_string(),
            draft: false,
            old: one.map(|found| found.span),
            new: other.map(|found| found.span),
        };
        let differs = kind.is_some_and(|kind| kind != COMMITMENT.reworded);
        let fact = Fact::Commitment;
        let found = Match { old: one.map(fact), new: other.map(fact), laws: BTreeSet::new(), differs };
        book.enter(found, names, kind, differences);
    }
}

pub(super) fn silences<'a>(book: &mut Book<'a>, old: &Side<'a>, new: &Side<'a>) {
    let (before, after) = (&old.framework.silences, &new.framework.silences);
    let vocabulary = book.vocabulary;
    let topic = |a: &Silence, b: &Silence| match (&a.on, &b.on) {
        (SilenceOn::Topic { topic: a, .. }, SilenceOn::Topic { topic: b, .. }) => a == b,
        (SilenceOn::Subject { subject: a, .. }, SilenceOn::Subject { subject: b, .. }) => a == b,
        _ => false,
    };
    let about = |a: &Silence, b: &Silence| topic(a, b) && fields::about(vocabulary, a) == fields::about(vocabulary, b);
    let alike = |a: &Silence, b: &Silence| fields::silence(vocabulary, a) == fields::silence(vocabulary, b);
    let told_alike = |a: &Silence, b: &Silence| topic(a, b) && a.note == b.note;
    let pairs = pair(
        before,
        after,
        &[&|a, b| topic(a, b) && alike(a, b), &|a, b| about(a, b) && a.laws == b.laws, &about, &told_alike, &topic],
    );
    for (one, other) in both(before, after, &pairs) {
        let all = |found: Option<&Silence>| found.map(|it| fields::silence(vocabulary, it)).unwrap_or_default();
        let (differences, kind) = told(&SILENCE, one.is_some(), other.is_some(), &all(one), &all(other));
        let Some(named) = other.or(one) else { continue };
        let (id, title) = fields::about(vocabulary, named).0;
        let names = Named {
            subject: id.to_string(),
            address: format!("Silence on “{title}”"),
            draft: false,
            old: one.map(|found| found.span),
            new: other.map(|found| found.span),
        };
        let differs = kind.is_some_and(|kind| kind != SILENCE.reworded);
        let found =
            Match { old: one.map(Fact::Silence), new: other.map(Fact::Silence), laws: BTreeSet::new(), differs };
        book.enter(found, names, kind, differences);
    }
}

/// What is told of a thing, and what kind of change that is.
fn told(kinds: &Kinds, old: bool, new: bool, before: &Fields, after: &Fields) -> (Differences, Option<Kind>) {
    let differences = before.differences(after);
    let kind = kinds.of(old, new, &differences);
    (if old && new { differences } else { differences.without("confidence").without("source") }, kind)
}

pub(super) fn sources<'a>(book: &mut Book<'a>, old: &Side<'a>, new: &Side<'a>) {
    let all = |side: &Side<'a>| -> Vec<&'a Source> {
        side.framework.sources.iter().chain(side.drafts.iter().flat_map(|draft| &draft.sources)).collect()
    };
    let (before, after) = (all(old), all(new));
    let same = |a: &&Source, b: &&Source| a.id == b.id;
    for (one, other) in both(&before, &after, &pair(&before, &after, &[&same])) {
        let fields = |found: Option<&&Source>| found.map(|it| fields::source(it)).unwrap_or_default();
        let (mut differences, kind) = told(&SOURCE, one.is_some(), other.is_some(), &fields(one), &fields(other));
        let Some(named) = other.or(one) else { continue };
        if one.is_none() || other.is_none() {
            differences = Differences::default();
        }
        let names = Named {
            subject: named.id.value.to_string(),
            address: named.title.to_string(),
            draft: false,
            old: one.map(|found| found.id.span),
            new: other.map(|found| found.id.span),
        };
        book.change(None, names, kind, differences);
    }
}

#[cfg(test)]
mod tests {
    use super::both;

    #[test]
    fn what_went_comes_after_what_is_there() {
        let all = both(&["a", "b"], &["b", "c"], &[(1, 0)]);
        assert_eq!(all, [(Some(&"b"), Some(&"b")), (None, Some(&"c")), (Some(&"a"), None)]);
    }
}
