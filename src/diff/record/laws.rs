//! Laws and policies with their provisions.

use std::collections::{BTreeMap, BTreeSet};

use super::fields::{self, Differences, Fields};
use super::{Book, Detail, Kinds, Named, WordChange};
use crate::base::natural::natural;
use crate::diff::Kind;
use crate::diff::align::{pair, pair_by_keys};
use crate::diff::facts::{Fact, Match, Side};
use crate::model::framework::{Law, Provision};

const LAW: Kinds = Kinds {
    added: Kind::InstrumentAdded,
    removed: Kind::InstrumentRemoved,
    amended: Kind::InstrumentAmended,
    reworded: Kind::InstrumentReworded,
};

const PROVISION: Kinds = Kinds {
    added: Kind::ProvisionAdded,
    removed: Kind::ProvisionRemoved,
    amended: Kind::ProvisionAmended,
    reworded: Kind::ProvisionReworded,
};

/// A provision with its law and what is recorded about it.
struct Part<'a> {
    law: &'a Law,
    /// The number of its law among the laws of its side.
    owner: usize,
    draft: bool,
    provision: &'a Provision,
    fields: Fields,
}

pub(super) fn laws<'a>(book: &mut Book<'a>, old: &Side<'a>, new: &Side<'a>) {
    let (before, after) = (old.laws(), new.laws());
    type Entry<'a> = (&'a Law, bool);
    let by_id = |a: &Entry<'_>, b: &Entry<'_>| a.0.id == b.0.id;
    let by_title = |a: &Entry<'_>, b: &Entry<'_>| a.0.tier == b.0.tier && a.0.title == b.0.title;
    let by_citation =
        |a: &Entry<'_>, b: &Entry<'_>| a.0.tier == b.0.tier && a.0.citation.is_some() && a.0.citation == b.0.citation;
    let pairs = pair(&before, &after, &[&by_id, &by_title, &by_citation]);
    let of_new: BTreeMap<usize, usize> = pairs.iter().map(|(old, new)| (*new, *old)).collect();
    let of_old: BTreeMap<usize, usize> = pairs.iter().copied().collect();

    // Which law's match a provision of either side belongs to.
    let mut owners: (BTreeMap<usize, usize>, BTreeMap<usize, usize>) = Default::default();
    for (number, entry) in after.iter().enumerate() {
        let partner = of_new.get(&number).and_then(|old| Some((*old, *before.get(*old)?)));
        let fact = law(book, partner.map(|(_, entry)| entry), Some(*entry));
        owners.1.insert(number, fact);
        owners.0.extend(partner.map(|(old, _)| (old, fact)));
    }
    for (number, entry) in before.iter().enumerate().filter(|(number, _)| !of_old.contains_key(number)) {
        let fact = law(book, Some(*entry), None);
        owners.0.insert(number, fact);
    }
    provisions(book, &parts(book, &before), &parts(book, &after), &of_old, &owners);
}

fn parts<'a>(book: &Book<'a>, laws: &[(&'a Law, bool)]) -> Vec<Part<'a>> {
    let all = |(owner, (law, draft)): (usize, &(&'a Law, bool))| -> Vec<Part<'a>> {
        let (law, draft): (&'a Law, bool) = (*law, *draft);
        let part = |provision: &'a Provision| {
            let fields = fields::provision(book.vocabulary, provision);
            Part { law, owner, draft, provision, fields }
        };
        law.provisions.iter().map(part).collect()
    };
    laws.iter().enumerate().flat_map(all).collect()
}

/// Takes in a law that stands on one side or on both.
fn law<'a>(book: &mut Book<'a>, old: Option<(&'a Law, bool)>, new: Option<(&'a Law, bool)>) -> usize {
    let all = |entry: Option<(&Law, bool)>| entry.map(|(law, _)| fields::law(book.vocabulary, law)).unwrap_or_default();
    let mut differences = all(old).differences(&all(new));
    let (one, other) = (old.is_some(), new.is_some());
    if !one || !other {
        differences = whole(old, new);
    }
    let mut kind = LAW.of(one, other, &differences);
    let renamed = old.zip(new).filter(|(old, new)| old.0.id != new.0.id);
    if let Some((old, new)) = renamed {
        if matches!(kind, None | Some(Kind::InstrumentReworded)) {
            kind = Some(Kind::InstrumentRenamed);
        }
        differences.details.insert(0, moved("id", "id", &old.0.id.value, &new.0.id.value));
    }
    let enacted = old.zip(new).filter(|(old, new)| old.1 != new.1);
    if let Some((old, new)) = enacted {
        kind = Some(Kind::InstrumentAmended);
        let word = |draft: bool| if draft { "draft" } else { "law" };
        differences.details.insert(0, moved("draft", "standing", word(old.1), word(new.1)));
    }
    let Some((named, draft)) = new.or(old) else { return usize::MAX };
    let differs = kind.is_some_and(|kind| kind.level() != crate::diff::Level::Editorial);
    let fact = |(law, draft): (&'a Law, bool)| Fact::Law { law, draft };
    let found = Match { old: old.map(fact), new: new.map(fact), laws: BTreeSet::new(), differs };
    let named = Named {
        subject: named.id.value.to_string(),
        address: named.title.to_string(),
        draft,
        old: old.map(|(law, _)| law.id.span),
        new: new.map(|(law, _)| law.id.span),
    };
    book.enter(found, named, kind, differences)
}

/// What there is to say about a law that stands on one side alone: its dates and how much is recorded of it.
fn whole(old: Option<(&Law, bool)>, new: Option<(&Law, bool)>) -> Differences {
    let Some((law, _)) = new.or(old) else { return Differences::default() };
    let mut details = Vec::new();
    let mut say = |field: &str, label: &str, words: String| {
        let (old, new) = if new.is_some() { (None, Some(words)) } else { (Some(words), None) };
        details.push(Detail { field: field.to_owned(), label: label.to_owned(), old, new });
    };
    for (field, label, date) in [
        ("adopted", "adopted", &law.period.adopted),
        ("in-force", "in force from", &law.period.in_force),
        ("repealed", "repealed from", &law.period.repealed),
        ("expires", "expires", &law.period.expires),
    ] {
        if let Some(date) = date {
            say(field, label, date.value.to_string());
        }
    }
    if !law.provisions.is_empty() {
        say("provisions", "provisions", law.provisions.len().to_string());
    }
    Differences { details, ..Differences::default() }
}

fn moved(field: &str, label: &str, old: &str, new: &str) -> Detail {
    Detail { field: field.to_owned(), label: label.to_owned(), old: Some(old.to_owned()), new: Some(new.to_owned()) }
}

/// How many relations make a provision of one side one of the other.
const RELATIONS: usize = 10;

/// What a provision is paired by, the surest relation first, given the number of its law on the new side. Two versions of
/// one article stand under the same pinpoint, with dates of their own.
fn relation_key(relation: usize, part: &Part<'_>, law: Option<usize>) -> Option<String> {
    // Each part is written so that no two different lists of parts read the same.
    let law = || law.map(|law| format!("{law};"));
    let at = || Some(format!("{:?};", part.provision.at.value));
    let all = || Some(part.fields.key());
    let says = || part.fields.statements();
    let told = || Some(format!("{:?};", part.provision.summary));
    let dated = || Some(part.provision.period.in_force.as_ref().map_or(String::new(), |it| it.value.to_string()) + ";");
    Some(match relation {
        0 => law()? + &at()? + &all()?,
        1 => law()? + &at()? + &told()? + &dated()?,
        2 => law()? + &at()? + &dated()?,
        3 => law()? + &at()? + &told()?,
        4 => law()? + &at()?,
        5 => law()? + &told()? + &says()?,
        6 => law()? + &told()?,
        7 => law()? + &dated()? + &says()?,
        8 => at()? + &says()?,
        9 => told()? + &says()?,
        _ => return None,
    })
}

fn provisions<'a>(
    book: &mut Book<'a>,
    before: &[Part<'a>],
    after: &[Part<'a>],
    of_old: &BTreeMap<usize, usize>,
    owners: &(BTreeMap<usize, usize>, BTreeMap<usize, usize>),
) {
    let pairs = pair_by_keys(
        (before, &|relation, part| relation_key(relation, part, of_old.get(&part.owner).copied())),
        (after, &|relation, part| relation_key(relation, part, Some(part.owner))),
        RELATIONS,
    );
    let paired: BTreeSet<usize> = pairs.iter().map(|(old, _)| *old).collect();
    let of_new: BTreeMap<usize, usize> = pairs.iter().map(|(old, new)| (*new, *old)).collect();
    let mut all: Vec<(Option<&Part<'a>>, Option<&Part<'a>>)> = after
        .iter()
        .enumerate()
        .map(|(new, part)| (of_new.get(&new).and_then(|old| before.get(*old)), Some(part)))
        .collect();
    let alone = before.iter().enumerate().filter(|(old, _)| !paired.contains(old));
    all.extend(alone.map(|(_, part)| (Some(part), None)));
    // By law, then in the order of its articles; so an article that went stands where it stood.
    let owner = |(old, new): &(Option<&Part<'_>>, Option<&Part<'_>>)| {
        let of_new = new.and_then(|part| owners.1.get(&part.owner));
        of_new.or_else(|| old.and_then(|part| owners.0.get(&part.owner))).copied()
    };
    all.sort_by(|a, b| {
        let at = |(old, new): &(Option<&Part<'a>>, Option<&Part<'a>>)| {
            new.or(*old).map(|part| part.provision.at.value.clone())
        };
        let (first, second) = (at(a).unwrap_or_default(), at(b).unwrap_or_default());
        owner(a).cmp(&owner(b)).then_with(|| natural(&first, &second))
    });
    for (old, new) in all {
        let of_new = new.and_then(|part| owners.1.get(&part.owner));
        let laws = of_new.into_iter().chain(old.and_then(|part| owners.0.get(&part.owner))).copied().collect();
        provision(book, old, new, laws, of_old);
    }
}

/// Takes in a provision that stands on one side or on both.
fn provision<'a>(
    book: &mut Book<'a>,
    old: Option<&Part<'a>>,
    new: Option<&Part<'a>>,
    laws: BTreeSet<usize>,
    of_old: &BTreeMap<usize, usize>,
) {
    let all = |part: Option<&Part<'_>>| part.map(|part| part.fields.clone()).unwrap_or_default();
    let mut differences = all(old).differences(&all(new));
    let mut kind = PROVISION.of(old.is_some(), new.is_some(), &differences);
    let mut real = kind;
    if let Some((old, new)) = old.zip(new) {
        // What both take over from their law is reported at the law.
        let inherited = |part: &Part<'_>| part.law.confidence == Some(part.provision.confidence);
        if inherited(old) && inherited(new) {
            differences = differences.without("confidence");
        }
        let inherited = |part: &Part<'_>| {
            let span = |source: &Option<crate::base::span::Spanned<_>>| source.as_ref().map(|source| source.span);
            span(&part.law.source) == span(&part.provision.source)
        };
        if inherited(old) && inherited(new) {
            differences = differences.without("source");
        }
        differences.words = once(differences.words);
        kind = PROVISION.of(true, true, &differences).map(|kind| statement(kind, old, new, &differences));
        let place = |part: &Part<'_>| (part.law.title.to_string(), part.provision.at.value.to_string());
        let elsewhere = of_old.get(&old.owner) != Some(&new.owner);
        if elsewhere || old.provision.at != new.provision.at {
            kind = kind.filter(|kind| kind.level() != crate::diff::Level::Editorial).or(Some(Kind::ProvisionMoved));
            let words = |part: &Part<'_>| {
                let (law, at) = place(part);
                if elsewhere { format!("{law}, {at}") } else { at }
            };
            differences.details.insert(0, moved("at", "place", &words(old), &words(new)));
        }
        // In another law it may be in force on other days.
        real = kind.filter(|kind| elsewhere || kind.level() != crate::diff::Level::Editorial);
    } else if laws.iter().any(|law| book.facts.get(*law).is_some_and(|law| law.old.is_none() || law.new.is_none())) {
        // It comes and goes with its law, and the law is reported.
        kind = None;
    } else {
        let summary = differences.words.iter().any(|words| words.field == "summary");
        differences.words.retain(|words| words.field == if summary { "summary" } else { "quote" });
        differences.details.retain(|detail| detail.field != "confidence");
    }
    let Some(named) = new.or(old) else { return };
    let fact = |part: &Part<'a>| Fact::Provision { law: part.law, provision: part.provision, draft: part.draft };
    let found = Match { old: old.map(fact), new: new.map(fact), laws, differs: real.is_some() };
    let names = Named {
        subject: format!("{} {}", named.law.id.value, named.provision.at.value),
        address: format!("{}, {}", named.law.title, named.provision.at.value),
        draft: named.draft,
        old: old.map(|part| part.provision.at.span),
        new: new.map(|part| part.provision.at.span),
    };
    book.enter(found, names, kind, differences);
}

/// A summary that is taken from the words of an article changes with them, and is told with them.
fn once(words: Vec<WordChange>) -> Vec<WordChange> {
    let find = |field: &str| words.iter().find(|words| words.field == field).map(|words| &words.redline);
    let (Some(summary), Some(quote)) = (find("summary"), find("quote")) else { return words };
    let within = |part: &str, whole: &str| whole.contains(part.trim_end_matches(['.', '…', ' ']));
    let taken = within(&summary.old(), &quote.old()) && within(&summary.new_text(), &quote.new_text());
    words.into_iter().filter(|words| !taken || words.field != "summary").collect()
}

/// The narrower kind where the one thing that differs is what is said on one topic.
fn statement(kind: Kind, old: &Part<'_>, new: &Part<'_>, differences: &Differences) -> Kind {
    let mut topics = differences.topics.iter();
    let (Kind::ProvisionAmended, Some(Some(topic)), None) = (kind, topics.next(), topics.next()) else { return kind };
    match (old.fields.speaks_on(*topic), new.fields.speaks_on(*topic)) {
        (false, true) => Kind::StatementAdded,
        (true, false) => Kind::StatementRemoved,
        _ => Kind::StatementAmended,
    }
}
