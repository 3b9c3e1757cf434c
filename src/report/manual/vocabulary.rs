//! `docs/vocabulary.md`: every word that a record can use, for people who record.

use super::linked;
use crate::model::vocabulary::{Attribute, AttributeType, Instrument, TermSet, TermSetId, Terms, Topic, Vocabulary};
use crate::report::escape::Inline;
use crate::report::markdown::page::Page;

/// The page: topics, the sets of words they share, subjects, instruments.
pub fn vocabulary(vocabulary: &Vocabulary) -> String {
    linked(|page: &mut Page| {
        page.heading(1, "The vocabulary", None);
        page.paragraph(&Inline::own(
            "The words that records and checklists share. A provision speaks on *topics* under `says`, and states what it \
             says in their *attributes*; a law names its *subjects*; a commitment names an *instrument*. What a text does \
             not say is left out. This page is generated; do not edit it.",
        ));
        page.paragraph(&Inline::text(&format!("Edition {}.", vocabulary.version)));
        for part in ["Topics", "Sets of words", "Subjects", "Instruments"] {
            page.item(0, &page.link(part, part));
        }
        page.end_list();
        page.heading(2, "Topics", Some("Topics".to_owned()));
        for (_, topic) in vocabulary.topics() {
            page.item(0, &page.link(&format!("{}: {}", topic.id, topic.asks), &topic.id));
        }
        page.end_list();
        for (_, topic) in vocabulary.topics() {
            self::topic(page, topic, vocabulary);
        }
        page.heading(2, "Sets of words", Some("Sets of words".to_owned()));
        for (id, set) in vocabulary.term_sets().filter(|(id, set)| is_shared(*id, set)) {
            self::set(page, id, set, vocabulary);
        }
        subjects(page, vocabulary);
        instruments(page, vocabulary);
    })
}

/// A set with an id of its own, that several attributes may use; the others belong to one attribute.
fn is_shared(id: TermSetId, set: &TermSet) -> bool {
    id != Vocabulary::FLAG && !set.id.contains('.')
}

fn topic(page: &mut Page, topic: &Topic, vocabulary: &Vocabulary) {
    page.heading(3, &format!("{}: {}", topic.id, topic.title), Some(topic.id.to_string()));
    page.paragraph(&Inline::bold(&topic.asks));
    if topic.definition != topic.asks {
        page.paragraph(&Inline::text(&topic.definition));
    }
    origin(page, topic.origin.as_deref());
    let rows = topic.attributes.iter().map(|attribute| {
        let answer = answer(page, attribute, vocabulary);
        [Inline::code(&attribute.id), Inline::text(&attribute.asks), answer]
    });
    let rows = rows.collect();
    page.table(["attribute", "question", "answer"], rows);
    for attribute in &topic.attributes {
        let Some(id) = attribute.kind.term_set() else { continue };
        let set = vocabulary.term_set(id);
        if id != Vocabulary::FLAG && !is_shared(id, set) {
            page.paragraph(&Inline::own("Words for ").then(&Inline::code(&attribute.id)).then(&Inline::own(":")));
            words(page, id, set, vocabulary);
        }
    }
}

/// What an answer looks like, and where its words are.
fn answer(page: &Page, attribute: &Attribute, vocabulary: &Vocabulary) -> Inline {
    let words = |id: TermSetId| {
        let set = vocabulary.term_set(id);
        if is_shared(id, set) {
            page.link(&set.title, &format!("set {}", set.id))
        } else {
            Inline::own("the words below")
        }
    };
    match attribute.kind {
        AttributeType::Flag => Inline::own("`yes` or `no`"),
        AttributeType::Age => Inline::own("an age in whole years"),
        AttributeType::Number => Inline::own("a whole number"),
        AttributeType::Date => Inline::own("a day, a month or a year"),
        AttributeType::Text => Inline::own("your own words; no rule asks about them"),
        AttributeType::Term(id) => Inline::own("one of ").then(&words(id)),
        AttributeType::Terms(id) => Inline::own("some of ").then(&words(id)).then(&Inline::own(", or `all`")),
    }
}

fn set(page: &mut Page, id: TermSetId, set: &TermSet, vocabulary: &Vocabulary) {
    page.heading(3, &set.title, Some(format!("set {}", set.id)));
    origin(page, set.origin.as_deref());
    words(page, id, set, vocabulary);
}

fn words(page: &mut Page, id: TermSetId, set: &TermSet, vocabulary: &Vocabulary) {
    let rows = vocabulary.terms(id, Terms::first(set.terms.len())).map(|term| {
        let origin = term.origin.as_ref().map_or_else(String::new, |origin| format!(" ({origin})"));
        [Inline::code(&term.id), Inline::text(&format!("{}{origin}", term.definition))]
    });
    page.table(["word", "what it means"], rows.collect());
}

fn origin(page: &mut Page, origin: Option<&str>) {
    if let Some(origin) = origin {
        page.paragraph(&Inline::own("From: ").then(&Inline::text(origin)));
    }
}

fn subjects(page: &mut Page, vocabulary: &Vocabulary) {
    page.heading(2, "Subjects", Some("Subjects".to_owned()));
    let rows = vocabulary.subjects().map(|(_, subject)| {
        [Inline::code(&subject.id), Inline::text(&subject.section), Inline::text(&subject.definition)]
    });
    page.table(["subject", "listed under", "what is meant"], rows.collect());
}

fn instruments(page: &mut Page, vocabulary: &Vocabulary) {
    page.heading(2, "Instruments", Some("Instruments".to_owned()));
    page.paragraph(&Inline::own(
        "Treaties, declarations and agreements. A country is bound by ratification, accession or succession, and where \
         the table says *signature*, by signing.",
    ));
    let rows = vocabulary.instruments().map(|(_, instrument)| {
        [
            Inline::code(&instrument.id),
            Inline::text(&instrument.title),
            Inline::text(&facts(instrument)),
            Inline::text(instrument.consent.word()),
        ]
    });
    page.table(["instrument", "title", "kind and dates", "binds by"], rows.collect());
}

fn facts(instrument: &Instrument) -> String {
    let mut words = vec![format!("{} {}", instrument.section, instrument.kind)];
    words.extend(instrument.adopted.map(|date| format!("adopted {date}")));
    words.extend(instrument.in_force.map(|date| format!("in force {date}")));
    if !instrument.open_to.is_empty() {
        let countries: Vec<String> = instrument.open_to.iter().map(ToString::to_string).collect();
        words.push(format!("open to {}", countries.join(", ")));
    }
    words.join("; ")
}
