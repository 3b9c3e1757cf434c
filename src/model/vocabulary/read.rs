//! Reads a vocabulary file.

use std::collections::HashMap;

use super::{Attribute, AttributeType, Instrument, Kind, Subject, Term, TermSet, TermSetId, Terms, Topic, Vocabulary};
use crate::base::Text;
use crate::base::country::Country;
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::words::Consent;
use crate::yaml::fields::Fields;
use crate::yaml::node::{Entry, Kind as Shape, Node};
use crate::yaml::value;

/// The most topics, subjects or instruments one vocabulary may have, and attributes one topic.
const MOST: usize = crate::base::limits::VOCABULARY_ENTRIES;

/// Reads the tree of a vocabulary file. Faults are reported; what stands is kept.
pub fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Vocabulary> {
    let mut fields = Fields::of(node, "a vocabulary", diagnostics)?;
    let version = fields.required("vocabulary");
    let version = version.and_then(|node| value::number(node, "the edition of a vocabulary", diagnostics));
    let mut vocabulary = Vocabulary {
        version: version.map_or(0, |version| version.value),
        term_sets: Vec::new(),
        topics: Vec::new(),
        subjects: Vec::new(),
        instruments: Vec::new(),
        names: HashMap::new(),
    };
    vocabulary.add_set(flag());
    if let Some(node) = fields.optional("term-sets") {
        for entry in bounded(value::entries(node, "`term-sets`", diagnostics), diagnostics) {
            if let Some(set) = term_set(entry, diagnostics) {
                vocabulary.add_set(set);
            }
        }
    }
    if let Some(node) = fields.required("topics") {
        for entry in bounded(value::entries(node, "`topics`", diagnostics), diagnostics) {
            topic(entry, &mut vocabulary, diagnostics);
        }
    }
    if let Some(node) = fields.optional("subjects") {
        for entry in bounded(value::entries(node, "`subjects`", diagnostics), diagnostics) {
            if let Some(subject) = subject(entry, &vocabulary, diagnostics) {
                vocabulary.names.insert((Kind::Subject, subject.id.clone()), narrow(vocabulary.subjects.len()));
                vocabulary.subjects.push(subject);
            }
        }
    }
    if let Some(node) = fields.optional("instruments") {
        for entry in bounded(value::entries(node, "`instruments`", diagnostics), diagnostics) {
            if let Some(instrument) = instrument(entry, diagnostics) {
                let number = narrow(vocabulary.instruments.len());
                vocabulary.names.insert((Kind::Instrument, instrument.id.clone()), number);
                vocabulary.instruments.push(instrument);
            }
        }
    }
    fields.finish(diagnostics);
    Some(vocabulary)
}

impl Vocabulary {
    fn add_set(&mut self, set: TermSet) -> TermSetId {
        let id = TermSetId(narrow(self.term_sets.len()));
        self.names.insert((Kind::TermSet, set.id.clone()), id.0);
        self.term_sets.push(set);
        id
    }
}

fn narrow(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn bounded<'a>(entries: &'a [Entry], diagnostics: &mut Diagnostics) -> &'a [Entry] {
    let Some(beyond) = entries.get(MOST) else { return entries };
    let headline = format!("a vocabulary holds at most {MOST} entries of a kind");
    diagnostics.push(Diagnostic::new(Code::TooManyValues, headline, beyond.key.span, "the first one too many"));
    entries.get(..MOST).unwrap_or(entries)
}

fn flag() -> TermSet {
    let term = |id: &str, definition: &str| Term {
        id: id.into(),
        title: id.into(),
        definition: definition.into(),
        origin: None,
    };
    TermSet {
        id: "flag".into(),
        title: "Yes or no".into(),
        origin: None,
        terms: vec![term("yes", "The provision says so."), term("no", "The provision says that it is not so.")],
    }
}

/// `forced-labour` as a reader sees it: "forced labour".
fn in_words(id: &str) -> Text {
    id.replace('-', " ").into()
}

fn text(fields: &mut Fields<'_>, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Text> {
    let node = fields.required(key)?;
    value::text(node, &format!("`{key}`"), diagnostics).map(|text| text.value)
}

fn optional_text(fields: &mut Fields<'_>, key: &'static str, diagnostics: &mut Diagnostics) -> Option<Text> {
    let node = fields.optional(key)?;
    value::text(node, &format!("`{key}`"), diagnostics).map(|text| text.value)
}

fn term_set(entry: &Entry, diagnostics: &mut Diagnostics) -> Option<TermSet> {
    let id = value::key_id(entry, "a set of terms", diagnostics)?;
    if &*id.value == "flag" {
        let headline = "`flag` is the built-in set of `yes` and `no`";
        diagnostics.push(Diagnostic::new(Code::DuplicateId, headline, id.span, "").help("choose another id"));
        return None;
    }
    let mut fields = Fields::of(&entry.value, "a set of terms", diagnostics)?;
    let title = text(&mut fields, "title", diagnostics);
    let origin = optional_text(&mut fields, "origin", diagnostics);
    let node = fields.required("terms");
    let terms = node.map(|node| terms(node, diagnostics)).unwrap_or_default();
    fields.finish(diagnostics);
    Some(TermSet { id: id.value, title: title?, origin, terms })
}

fn terms(node: &Node, diagnostics: &mut Diagnostics) -> Vec<Term> {
    let entries = value::entries(node, "`terms`", diagnostics);
    if entries.len() > Terms::MOST {
        let headline = format!("a set holds at most {} terms", Terms::MOST);
        diagnostics.push(Diagnostic::new(Code::TooManyValues, headline, node.span, "").help("split the set in two"));
    }
    entries.iter().take(Terms::MOST).filter_map(|entry| term(entry, diagnostics)).collect()
}

fn term(entry: &Entry, diagnostics: &mut Diagnostics) -> Option<Term> {
    let id = value::key_id(entry, "a term", diagnostics)?.value;
    if &*id == "all" {
        let headline = "`all` stands for every term of a set and cannot be one of them";
        diagnostics.push(Diagnostic::new(Code::BadId, headline, entry.key.span, "").help("choose another word"));
        return None;
    }
    if let Shape::Mapping(_) = entry.value.kind {
        let mut fields = Fields::of(&entry.value, "a term", diagnostics)?;
        let title = optional_text(&mut fields, "title", diagnostics).unwrap_or_else(|| in_words(&id));
        let definition = text(&mut fields, "definition", diagnostics);
        let origin = optional_text(&mut fields, "origin", diagnostics);
        fields.finish(diagnostics);
        return Some(Term { id, title, definition: definition?, origin });
    }
    let definition = value::text(&entry.value, "the definition of a term", diagnostics)?.value;
    Some(Term { title: in_words(&id), id, definition, origin: None })
}

fn topic(entry: &Entry, vocabulary: &mut Vocabulary, diagnostics: &mut Diagnostics) -> Option<()> {
    let id = value::key_id(entry, "a topic", diagnostics)?.value;
    let mut fields = Fields::of(&entry.value, "a topic", diagnostics)?;
    let title = text(&mut fields, "title", diagnostics);
    let asks = text(&mut fields, "asks", diagnostics);
    let definition = optional_text(&mut fields, "definition", diagnostics);
    let origin = optional_text(&mut fields, "origin", diagnostics);
    let mut attributes = Vec::new();
    if let Some(node) = fields.optional("attributes") {
        for entry in bounded(value::entries(node, "`attributes`", diagnostics), diagnostics) {
            attributes.extend(attribute(entry, &id, vocabulary, diagnostics));
        }
    }
    fields.finish(diagnostics);
    let (title, asks) = (title?, asks?);
    let definition = definition.unwrap_or_else(|| asks.clone());
    vocabulary.names.insert((Kind::Topic, id.clone()), narrow(vocabulary.topics.len()));
    vocabulary.topics.push(Topic { id, title, asks, definition, origin, attributes });
    Some(())
}

/// Keys that a silence or a statement uses for itself and no attribute may therefore take.
pub(crate) const RESERVED: &[&str] =
    &["on", "in", "from", "until", "note", "source", "confidence", "instrument", "kind", "level"];

fn attribute(
    entry: &Entry,
    topic: &str,
    vocabulary: &mut Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Option<Attribute> {
    let id = value::key_id(entry, "an attribute", diagnostics)?;
    if RESERVED.contains(&&*id.value) {
        let headline = format!("`{}` is a key of silences and cannot name an attribute", id.value);
        diagnostics.push(Diagnostic::new(Code::BadId, headline, id.span, "").help("choose another word"));
    }
    let mut fields = Fields::of(&entry.value, "an attribute", diagnostics)?;
    let asks = text(&mut fields, "asks", diagnostics);
    let kind = fields.required("type");
    let words = [("flag", 0), ("age", 1), ("number", 2), ("date", 3), ("text", 4), ("term", 5), ("terms", 6)];
    let kind = kind.and_then(|node| value::choice(node, "type of an attribute", &words, diagnostics));
    let drawn = kind.as_ref().is_some_and(|kind| kind.value >= 5);
    let set = match fields.optional("of") {
        Some(node) if drawn => drawn_from(node, topic, &id.value, vocabulary, diagnostics),
        Some(node) => {
            let headline = "only `term` and `terms` draw from a set";
            diagnostics.push(Diagnostic::new(Code::WrongType, headline, node.span, "").help("remove `of`"));
            None
        }
        None if drawn => {
            fields.required("of");
            None
        }
        None => None,
    };
    fields.finish(diagnostics);
    let kind = match kind?.value {
        0 => AttributeType::Flag,
        1 => AttributeType::Age,
        2 => AttributeType::Number,
        3 => AttributeType::Date,
        4 => AttributeType::Text,
        5 => AttributeType::Term(set?),
        _ => AttributeType::Terms(set?),
    };
    Some(Attribute { id: id.value, asks: asks?, kind })
}

/// The set behind `of`: the id of a named one, or terms written here (a list, or a mapping with definitions).
fn drawn_from(
    node: &Node,
    topic: &str,
    attribute: &str,
    vocabulary: &mut Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Option<TermSetId> {
    let terms = match &node.kind {
        Shape::Mapping(_) => terms(node, diagnostics),
        Shape::Sequence(items) => {
            let ids: Vec<_> = items.iter().filter_map(|item| value::id(item, "a term", diagnostics)).collect();
            let undefined = |id: Spanned<Text>| Term {
                title: in_words(&id.value),
                definition: in_words(&id.value),
                id: id.value,
                origin: None,
            };
            ids.into_iter().take(Terms::MOST).map(undefined).collect()
        }
        _ => {
            let name = value::id(node, "a set of terms", diagnostics)?;
            return match vocabulary.find_term_set(&name.value) {
                Ok(set) => Some(set),
                Err(unknown) => {
                    let headline = format!("there is no set of terms `{}`", name.value);
                    diagnostics.push(
                        Diagnostic::new(Code::UnknownWord, headline, name.span, "")
                            .suggest(unknown.nearest.as_deref())
                            .help("declare it under `term-sets`"),
                    );
                    None
                }
            };
        }
    };
    let id = format!("{topic}.{attribute}");
    Some(vocabulary.add_set(TermSet { title: in_words(attribute), id: id.into(), origin: None, terms }))
}

fn subject(entry: &Entry, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) -> Option<Subject> {
    let id = value::key_id(entry, "a subject", diagnostics)?;
    if vocabulary.find_topic(&id.value).is_ok() {
        let headline = format!("`{}` is a topic already", id.value);
        let help = "a silence names a topic or a subject, so the two share one set of ids";
        diagnostics.push(Diagnostic::new(Code::DuplicateId, headline, id.span, "").help(help));
    }
    let mut fields = Fields::of(&entry.value, "a subject", diagnostics)?;
    let title = text(&mut fields, "title", diagnostics);
    let section = text(&mut fields, "section", diagnostics);
    let definition = optional_text(&mut fields, "definition", diagnostics);
    fields.finish(diagnostics);
    let title = title?;
    Some(Subject { id: id.value, definition: definition.unwrap_or_else(|| title.clone()), title, section: section? })
}

fn instrument(entry: &Entry, diagnostics: &mut Diagnostics) -> Option<Instrument> {
    let id = value::key_id(entry, "an instrument", diagnostics)?;
    let mut fields = Fields::of(&entry.value, "an instrument", diagnostics)?;
    let title = text(&mut fields, "title", diagnostics);
    let short = optional_text(&mut fields, "short", diagnostics);
    let section = text(&mut fields, "section", diagnostics);
    let kind = text(&mut fields, "kind", diagnostics);
    let mut date = |key| {
        let node = fields.optional(key)?;
        value::date(node, "a date", diagnostics).map(|date| date.value)
    };
    let (adopted, in_force) = (date("adopted"), date("in-force"));
    let consent = fields.required("consent");
    let consent = consent.and_then(|node| value::choice(node, "kind of consent", Consent::WORDS, diagnostics));
    let open_to = fields.optional("open-to").map(|node| countries(node, diagnostics)).unwrap_or_default();
    let source = optional_text(&mut fields, "source", diagnostics);
    let note = optional_text(&mut fields, "note", diagnostics);
    let mut articles = Vec::new();
    if let Some(node) = fields.optional("articles") {
        for article in value::entries(node, "`articles`", diagnostics) {
            let line = value::text(&article.value, "what an article says", diagnostics);
            articles.extend(line.map(|line| (article.key.value.clone(), line.value)));
        }
    }
    fields.finish(diagnostics);
    let title = title?;
    Some(Instrument {
        short: short.unwrap_or_else(|| title.clone()),
        title,
        section: section?,
        kind: kind?,
        adopted,
        in_force,
        consent: consent?.value,
        open_to,
        articles,
        source,
        note,
        span: id.span,
        id: id.value,
    })
}

fn countries(node: &Node, diagnostics: &mut Diagnostics) -> Vec<Country> {
    let items = value::list(node, "`open-to`", diagnostics);
    items.iter().filter_map(|item| country(item, diagnostics)).map(|country| country.value).collect()
}

/// A country by its three letters.
pub(crate) fn country(node: &Node, diagnostics: &mut Diagnostics) -> Option<Spanned<Country>> {
    let code = value::scalar(node, "a country", diagnostics)?;
    match Country::parse(&code.value) {
        Some(country) => Some(Spanned::new(country, code.span)),
        None => {
            let all = Country::all();
            let near = crate::base::nearest::nearest(&code.value.to_uppercase(), all.iter().map(Country::code))
                .map(str::to_owned);
            let headline = format!("`{}` is no country code", code.value);
            let help = "use the three capital letters of ISO 3166-1, or XAA to XZZ for an invented country";
            diagnostics.push(
                Diagnostic::new(Code::UnknownCountry, headline, code.span, "").suggest(near.as_deref()).help(help),
            );
            None
        }
    }
}
