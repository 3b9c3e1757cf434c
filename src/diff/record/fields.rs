//! What there is to compare about each thing, in words: facts, and what only tells them.

use std::collections::BTreeSet;

use super::{Detail, WordChange};
use crate::base::Text;
use crate::base::day::Date;
use crate::base::span::Spanned;
use crate::diff::redline::Redline;
use crate::model::framework::{
    Commitment, Framework, Law, Period, Provision, Scope, Silence, SilenceOn, Source, Value,
};
use crate::model::vocabulary::{AttributeId, TopicId, Vocabulary};

/// One thing that is recorded about something.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Field {
    name: String,
    label: String,
    words: String,
    /// Words that tell a fact; otherwise the fact itself.
    telling: bool,
    /// The topic on which it is a statement.
    topic: Option<TopicId>,
}

/// What is recorded about something, as a list.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Fields(Vec<Field>);

/// What two lists differ in.
#[derive(Clone, Debug, Default)]
pub(super) struct Differences {
    pub(super) details: Vec<Detail>,
    pub(super) words: Vec<WordChange>,
    /// The topics on which something else is said; `None` stands for whatever is no statement.
    pub(super) topics: BTreeSet<Option<TopicId>>,
}

impl Fields {
    fn fact(&mut self, name: &str, label: &str, words: impl Into<String>) {
        self.push(name, label, words.into(), false, None);
    }

    fn words(&mut self, name: &str, label: &str, words: Option<&Text>) {
        self.push(name, label, words.map_or_else(String::new, ToString::to_string), true, None);
    }

    fn date(&mut self, name: &str, label: &str, date: Option<Date>) {
        self.fact(name, label, date.map_or_else(String::new, |date| date.to_string()));
    }

    fn list(&mut self, name: &str, label: &str, words: &[Spanned<Text>]) {
        let words: Vec<&str> = words.iter().map(|word| &*word.value).collect();
        self.fact(name, label, words.join(", "));
    }

    fn push(&mut self, name: &str, label: &str, words: String, telling: bool, topic: Option<TopicId>) {
        if !words.is_empty() {
            self.0.push(Field { name: name.to_owned(), label: label.to_owned(), words, telling, topic });
        }
    }

    /// All of it in one text, the same for two lists if they are equal, and only then.
    pub(super) fn key(&self) -> String {
        format!("{:?}", self.0)
    }

    /// The same of what is stated on topics; `None` where nothing is.
    pub(super) fn statements(&self) -> Option<String> {
        let stated: Vec<&Field> = self.0.iter().filter(|field| field.topic.is_some()).collect();
        (!stated.is_empty()).then(|| format!("{stated:?}"))
    }

    /// Whether something is stated on a topic.
    pub(super) fn speaks_on(&self, topic: TopicId) -> bool {
        self.0.iter().any(|field| field.topic == Some(topic))
    }

    /// What the two lists differ in, in the order of the new one, then what only the old one has.
    pub(super) fn differences(&self, new: &Self) -> Differences {
        let mut found = Differences::default();
        for field in &new.0 {
            match self.0.iter().find(|other| other.name == field.name) {
                Some(other) if other.words == field.words => {}
                other => found.note(other, Some(field)),
            }
        }
        for field in self.0.iter().filter(|field| !new.0.iter().any(|other| other.name == field.name)) {
            found.note(Some(field), None);
        }
        found
    }
}

impl Differences {
    fn note(&mut self, old: Option<&Field>, new: Option<&Field>) {
        let Some(field) = new.or(old) else { return };
        let words = |field: Option<&Field>| field.map(|field| field.words.clone());
        let (name, label) = (field.name.clone(), field.label.clone());
        if field.telling {
            let redline = Redline::of(&words(old).unwrap_or_default(), &words(new).unwrap_or_default());
            self.words.push(WordChange { field: name, label, redline });
        } else {
            self.topics.insert(field.topic);
            self.details.push(Detail { field: name, label, old: words(old), new: words(new) });
        }
    }

    /// Leaves out a thing that is reported elsewhere.
    pub(super) fn without(mut self, name: &str) -> Self {
        self.details.retain(|detail| detail.field != name);
        self.words.retain(|words| words.field != name);
        self
    }
}

pub(super) fn law(vocabulary: &Vocabulary, law: &Law) -> Fields {
    let mut fields = Fields::default();
    fields.words("title", "title", Some(&law.title));
    fields.words("citation", "citation", law.citation.as_ref());
    fields.fact("tier", "law or policy", law.tier.word());
    fields.fact("kind", "kind", &*law.kind.value);
    fields.fact("level", "level", law.level.word());
    let subjects: Vec<&str> = law.subjects.iter().map(|it| &*vocabulary.subject(it.value).title).collect();
    fields.fact("subjects", "subjects", subjects.join(", "));
    period(&mut fields, &law.period);
    fields.list("amends", "amends", &law.amends);
    fields.list("repeals", "repeals", &law.repeals);
    fields.list("replaces", "replaces", &law.replaces);
    fields.list("implements", "implements", &law.implements);
    scope(&mut fields, law.scope.as_ref());
    fields.fact("confidence", "known", law.confidence.map_or("", |confidence| confidence.word()));
    fields.words("text", "file with its own words", law.text.as_ref().map(|text| &text.value));
    fields.words("source", "source", law.source.as_ref().map(|source| &source.value));
    fields.words("note", "note", law.note.as_ref());
    fields
}

fn period(fields: &mut Fields, period: &Period) {
    let date = |date: &Option<Spanned<Date>>| date.as_ref().map(|date| date.value);
    fields.date("adopted", "adopted", date(&period.adopted));
    fields.date("in-force", "in force from", date(&period.in_force));
    fields.date("repealed", "repealed from", date(&period.repealed));
    fields.date("expires", "expires", date(&period.expires));
    fields.fact("awaits", "without effect until", period.awaits.as_deref().unwrap_or_default());
}

fn scope(fields: &mut Fields, scope: Option<&Scope>) {
    let Some(scope) = scope else { return };
    let list = |texts: &[Text]| texts.iter().map(|text| &**text).collect::<Vec<_>>().join(", ");
    let parts = [list(&scope.territory), list(&scope.persons)];
    let words: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    fields.fact("scope", "reaches only", if words.is_empty() { "a part".to_owned() } else { words.join("; ") });
}

pub(super) fn provision(vocabulary: &Vocabulary, provision: &Provision) -> Fields {
    let mut fields = Fields::default();
    for statement in &provision.statements {
        let topic = vocabulary.topic(statement.topic);
        // A topic may be named with nothing stated on it.
        let name = format!("says.{}", topic.id);
        if statement.values.is_empty() {
            fields.push(&name, &topic.title, "spoken of".to_owned(), false, Some(statement.topic));
        }
        for (attribute, stated) in &statement.values {
            let asked = vocabulary.attribute(statement.topic, *attribute);
            let name = format!("says.{}.{}", topic.id, asked.id);
            let label = format!("{}, {}", topic.title, asked.id.replace('-', " "));
            let telling = matches!(stated.value, Value::Text(_));
            let words = value(vocabulary, statement.topic, *attribute, &stated.value);
            fields.push(&name, &label, words, telling, Some(statement.topic));
        }
    }
    period(&mut fields, &provision.period);
    fields.fact("implied", "said in words", if provision.implied { "implied only" } else { "" });
    scope(&mut fields, provision.scope.as_ref());
    fields.fact("confidence", "known", provision.confidence.word());
    if let Some(practice) = &provision.practice {
        fields.fact("practice", "in practice", practice.state.word());
        fields.words("practice.note", "note on practice", practice.note.as_ref());
        fields.words("practice.source", "source on practice", practice.source.as_ref().map(|source| &source.value));
        let on: Text = practice.on.map_or_else(String::new, |on| on.to_string()).into();
        fields.words("practice.on", "practice as at", Some(&on));
    }
    // A summary that is how the quotation begins is told with it.
    fields.words("summary", "summary", Some(&provision.summary).filter(|_| !begins(provision)));
    fields.words("quote", "quotation", provision.quote.as_ref().map(|quote| &quote.value));
    fields.words("source", "source", provision.source.as_ref().map(|source| &source.value));
    fields.words("note", "note", provision.note.as_ref());
    fields
}

/// Whether a provision's summary is nothing but how its own words begin.
fn begins(provision: &Provision) -> bool {
    let Some(quote) = &provision.quote else { return false };
    let mut quoted = quote.value.split_whitespace();
    let summary = provision.summary.trim_end_matches('…');
    summary.split_whitespace().all(|word| quoted.next() == Some(word))
}

/// A value in words.
fn value(vocabulary: &Vocabulary, topic: TopicId, attribute: AttributeId, value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
        Value::Text(text) => text.to_string(),
        Value::Terms(terms) => {
            let set = vocabulary.attribute(topic, attribute).kind.term_set();
            let titles = set.map(|set| vocabulary.terms(set, *terms).map(|term| &*term.title).collect::<Vec<_>>());
            titles.unwrap_or_default().join(", ")
        }
    }
}

pub(super) fn commitment(found: &Commitment) -> Fields {
    let mut fields = Fields::default();
    let date = |date: &Option<Spanned<Date>>| date.as_ref().map(|date| date.value);
    fields.fact("none", "looked up", if found.none { "not a party" } else { "" });
    fields.date("signed", "signed", date(&found.signed));
    fields.date("adopted", "adopted", date(&found.adopted));
    fields.date("ratified", "ratified", date(&found.ratified));
    fields.date("acceded", "acceded", date(&found.acceded));
    fields.date("succeeded", "succeeded", date(&found.succeeded));
    fields.date("in-force", "in force from", date(&found.in_force));
    fields.date("denounced", "denounced from", date(&found.denounced));
    fields.date("expires", "expires", date(&found.expires));
    fields.fact("territory", "binds only", found.territory.join(", "));
    fields.fact("disputed", "sources", if found.disputed.is_some() { "disagree" } else { "" });
    fields.words("disputed.words", "who says what", found.disputed.as_ref().map(|words| &words.value));
    for (number, reservation) in found.reservations.iter().enumerate() {
        let article = reservation.article.as_ref().map_or("the whole", |article| &article.value);
        let dated =
            |word: &str, on: &Option<Spanned<Date>>| date(on).map_or_else(String::new, |on| format!(", {word} {on}"));
        let words =
            format!("to {article}{}{}", dated("made", &reservation.made), dated("withdrawn", &reservation.withdrawn));
        fields.fact(&format!("reservation.{}", number + 1), "reservation", words);
        fields.words(&format!("reservation.{}.note", number + 1), "reservation in words", Some(&reservation.note));
    }
    fields.fact("confidence", "known", found.confidence.word());
    fields.words("source", "source", found.source.as_ref().map(|source| &source.value));
    fields.words("note", "note", found.note.as_ref());
    fields
}

pub(super) fn silence(vocabulary: &Vocabulary, silence: &Silence) -> Fields {
    let mut fields = Fields::default();
    let date = |date: &Option<Spanned<Date>>| date.as_ref().map(|date| date.value);
    fields.fact("about", "about", about(vocabulary, silence).1);
    fields.list("in", "searched only", &silence.laws);
    fields.date("from", "from", date(&silence.from));
    fields.date("until", "until", date(&silence.until));
    fields.fact("confidence", "known", silence.confidence.word());
    fields.words("note", "note", Some(&silence.note));
    fields.words("source", "source", silence.source.as_ref().map(|source| &source.value));
    fields
}

/// What a silence is on: the topic or subject by id and title, and what of it.
pub(super) fn about(vocabulary: &Vocabulary, silence: &Silence) -> ((Text, Text), String) {
    match &silence.on {
        SilenceOn::Topic { topic, terms } => {
            let named = vocabulary.topic(*topic);
            let part = |(attribute, terms): &(AttributeId, _)| {
                let words = value(vocabulary, *topic, *attribute, &Value::Terms(*terms));
                format!("{}: {words}", vocabulary.attribute(*topic, *attribute).id.replace('-', " "))
            };
            let parts: Vec<String> = terms.iter().map(part).collect();
            ((named.id.clone(), named.title.clone()), parts.join("; "))
        }
        SilenceOn::Subject { subject, tier, kinds, levels } => {
            let named = vocabulary.subject(*subject);
            let mut parts: Vec<&str> = tier.iter().map(|tier| tier.word()).collect();
            parts.extend(kinds.iter().map(|kind| &**kind));
            parts.extend(levels.iter().map(|level| level.word()));
            ((named.id.clone(), named.title.clone()), parts.join(", "))
        }
    }
}

pub(super) fn source(source: &Source) -> Fields {
    let mut fields = Fields::default();
    fields.words("title", "title", Some(&source.title));
    fields.words("publisher", "publisher", source.publisher.as_ref());
    fields.words("year", "year", source.year.as_ref());
    fields.words("url", "address", source.url.as_ref());
    fields.words("note", "note", source.note.as_ref());
    fields
}

pub(super) fn framework(framework: &Framework) -> Fields {
    let mut fields = Fields::default();
    fields.words("name", "name", Some(&framework.name));
    fields.words("note", "note", framework.note.as_ref());
    fields
}
