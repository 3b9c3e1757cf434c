//! Reads `says:`: topics, attributes and values, each resolved against the vocabulary.

use super::{Reader, Statement, Value};
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic};
use crate::model::vocabulary::{AttributeId, AttributeType, TermSetId, Terms, TopicId};
use crate::yaml::node::{Entry, Kind, Node};
use crate::yaml::value;

/// Reads the statements of one provision.
pub(super) fn statements(node: &Node, reader: &mut Reader<'_>) -> Vec<Statement> {
    let entries = value::entries(node, "`says`", reader.diagnostics);
    entries.iter().filter_map(|entry| statement(entry, reader)).collect()
}

/// Reads what is said on one topic.
pub(super) fn statement(entry: &Entry, reader: &mut Reader<'_>) -> Option<Statement> {
    let topic = topic(entry, reader)?;
    let mut values = Vec::new();
    // A topic may be named with nothing stated on it: the provision speaks on it, and that is all the record says.
    if !entry.value.is_empty() {
        for part in value::entries(&entry.value, "what a provision says on a topic", reader.diagnostics) {
            values.extend(assertion(topic, part, reader));
        }
    }
    values.sort_by_key(|(attribute, _)| *attribute);
    Some(Statement { topic, span: entry.key.span, values })
}

fn topic(entry: &Entry, reader: &mut Reader<'_>) -> Option<TopicId> {
    match reader.vocabulary.find_topic(&entry.key.value) {
        Ok(topic) => Some(topic),
        Err(unknown) => {
            let help = "the vocabulary's `topics` lists what a provision can speak on";
            reader.unknown(Code::UnknownTopic, "topic", &entry.key, unknown.nearest.as_deref(), help);
            None
        }
    }
}

fn assertion(topic: TopicId, part: &Entry, reader: &mut Reader<'_>) -> Option<(AttributeId, Spanned<Value>)> {
    let attribute = attribute(topic, part, reader)?;
    let what = format!("`{}`", part.key.value);
    let kind = reader.vocabulary.attribute(topic, attribute).kind;
    let node = &part.value;
    let value = match kind {
        AttributeType::Age | AttributeType::Number => {
            value::number(node, &what, reader.diagnostics)?.map(Value::Number)
        }
        AttributeType::Date => value::date(node, &what, reader.diagnostics)?.map(Value::Date),
        AttributeType::Text => value::text(node, &what, reader.diagnostics)?.map(Value::Text),
        AttributeType::Flag | AttributeType::Term(_) => {
            let set = kind.term_set()?;
            Spanned::new(Value::Terms(term(set, node, &what, reader)?), node.span)
        }
        AttributeType::Terms(set) => Spanned::new(Value::Terms(terms(set, node, &what, reader)?), node.span),
    };
    if matches!(kind, AttributeType::Age) && matches!(value.value, Value::Number(age) if age > 150) {
        let headline = format!("{what} is an age in years, and nobody is that old");
        reader.diagnostics.push(Diagnostic::new(Code::WrongType, headline, value.span, ""));
    }
    Some((attribute, value))
}

/// Finds the attribute that a key names.
pub(super) fn attribute(topic: TopicId, part: &Entry, reader: &mut Reader<'_>) -> Option<AttributeId> {
    match reader.vocabulary.find_attribute(topic, &part.key.value) {
        Ok(attribute) => Some(attribute),
        Err(unknown) => {
            let topic = reader.vocabulary.topic(topic);
            let known: Vec<&str> = topic.attributes.iter().map(|attribute| &*attribute.id).collect();
            let headline = format!("the topic `{}` has no attribute `{}`", topic.id, part.key.value);
            reader.diagnostics.push(
                Diagnostic::new(Code::UnknownAttribute, headline, part.key.span, "")
                    .suggest(unknown.nearest.as_deref())
                    .help(format!("its attributes are: {}", known.join(", "))),
            );
            None
        }
    }
}

fn term(set: TermSetId, node: &Node, what: &str, reader: &mut Reader<'_>) -> Option<Terms> {
    let word = value::scalar(node, what, reader.diagnostics)?;
    match reader.vocabulary.find_term(set, &word.value) {
        Ok(term) => Some(term),
        Err(unknown) => {
            let set = reader.vocabulary.term_set(set);
            let known: Vec<&str> = set.terms.iter().map(|term| &*term.id).collect();
            let headline = format!("`{}` is no word for {what}", word.value);
            reader.diagnostics.push(
                Diagnostic::new(Code::UnknownWord, headline, word.span, "")
                    .suggest(unknown.nearest.as_deref())
                    .help(format!("one of: {}", known.join(", "))),
            );
            None
        }
    }
}

/// Reads a list of terms, or the word `all`.
pub(super) fn terms(set: TermSetId, node: &Node, what: &str, reader: &mut Reader<'_>) -> Option<Terms> {
    if let Kind::Scalar(scalar) = &node.kind
        && &*scalar.value == "all"
    {
        return Some(Terms::first(reader.vocabulary.term_set(set).terms.len()));
    }
    let items = value::list(node, what, reader.diagnostics);
    if items.is_empty() && matches!(node.kind, Kind::Sequence(_)) {
        let headline = format!("{what} lists nothing");
        let help = "leave the key out where the provision does not state it";
        reader.diagnostics.push(Diagnostic::new(Code::EmptyText, headline, node.span, "").help(help));
        return None;
    }
    let found: Vec<Terms> = items.iter().filter_map(|item| term(set, item, what, reader)).collect();
    (!found.is_empty()).then(|| found.into_iter().fold(Terms::default(), Terms::union))
}
