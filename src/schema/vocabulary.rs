//! The schema of a vocabulary.

use serde_json::{Value, json};

use super::parts::{by_id, country, date, id, list, number, object, own_words, text};
use crate::model::vocabulary::RESERVED;
use crate::model::words::Consent;

/// The schema of a vocabulary.
pub(super) fn vocabulary() -> Value {
    let term_set = vec![
        ("title", true, text("Its name in words.")),
        ("origin", false, text("Where it comes from: an article, a page.")),
        ("terms", true, terms()),
    ];
    let subject = vec![
        ("title", true, text("Its name in words.")),
        ("section", true, text("The group it is listed under.")),
        ("definition", false, text("What is meant by it.")),
    ];
    let keys = vec![
        ("vocabulary", true, number("The edition; it grows when a word changes its meaning.", u32::MAX)),
        ("term-sets", false, by_id("Sets of terms that several attributes share.", object("Set of terms", term_set))),
        ("topics", true, by_id("Questions about the law.", topic())),
        ("subjects", false, by_id("What a law or policy can be about.", object("Subject", subject))),
        ("instruments", false, by_id("Treaties and agreements.", instrument())),
    ];
    object("Vocabulary: the words that records and rules share", keys)
}

fn terms() -> Value {
    let term = vec![
        ("title", false, text("The word as a reader sees it.")),
        ("definition", true, text("What it means, in your own words.")),
        ("origin", false, text("Where it comes from.")),
    ];
    let terms =
        by_id("Words with their definitions.", json!({ "anyOf": [text("The definition."), object("Term", term)] }));
    without(terms, &["all"])
}

/// A mapping of ids in which some words cannot be ids.
fn without(mut mapping: Value, words: &[&str]) -> Value {
    if let Some(Value::Object(names)) = mapping.get_mut("propertyNames") {
        names.insert("not".to_owned(), json!({ "enum": words }));
    }
    mapping
}

fn topic() -> Value {
    let types = ["flag", "age", "number", "date", "term", "terms", "text"];
    let of = json!({
        "description": "The set that terms are drawn from: the id of one, or its words here.",
        "anyOf": [id("The id of a set."), terms(), list("Words.", id("A word."))],
    });
    let attribute = vec![
        ("type", true, json!({ "description": "What an answer looks like.", "enum": types })),
        ("of", false, of),
        ("asks", true, text("The question it answers.")),
    ];
    // A set belongs to the types that draw from one, and to no other.
    let draws = json!({ "required": ["type"], "properties": { "type": { "enum": ["term", "terms"] } } });
    let mut attribute = object("Attribute", attribute);
    if let Value::Object(attribute) = &mut attribute {
        attribute.insert("if".to_owned(), draws);
        attribute.insert("then".to_owned(), json!({ "required": ["of"] }));
        attribute.insert("else".to_owned(), json!({ "properties": { "of": false } }));
    }
    let keys = vec![
        ("title", true, text("Its name in words.")),
        ("asks", true, text("The question it stands for.")),
        ("definition", false, text("What counts as a statement on it and what does not.")),
        ("origin", false, text("Where it comes from.")),
        ("attributes", false, without(by_id("What a provision can state on it.", attribute), RESERVED)),
    ];
    object("Topic", keys)
}

fn instrument() -> Value {
    let keys = vec![
        ("title", true, text("Its title.")),
        ("short", false, text("The name it goes by.")),
        ("section", true, text("international, regional or bilateral.")),
        ("kind", true, text("treaty, protocol, declaration, memorandum, agreement, guidelines.")),
        ("adopted", false, date("When it was adopted.")),
        ("in-force", false, date("When it came into force.")),
        ("consent", true, own_words("What makes it bind a state.", Consent::WORDS, Consent::meaning)),
        ("open-to", false, list("Who can join, where not everyone can.", country("A country."))),
        (
            "articles",
            false,
            json!({ "description": "Articles that checklists cite, each with a line.", "type": "object", "additionalProperties": text("What it says.") }),
        ),
        ("source", false, text("Where the facts about it come from.")),
        ("note", false, text("What a reader should know.")),
    ];
    object("Instrument: a treaty or agreement", keys)
}
