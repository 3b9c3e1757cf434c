//! The pieces that schemas are made of.

use serde_json::{Map, Value, json};

use crate::base::country::Country;
use crate::model::vocabulary::{AttributeType, TermSetId, Terms, Topic, Vocabulary};

/// A mapping with exactly these keys; those marked `true` must be there.
pub(super) fn object(title: &str, keys: Vec<(&str, bool, Value)>) -> Value {
    let required: Vec<&str> = keys.iter().filter(|(_, required, _)| *required).map(|(key, ..)| *key).collect();
    let properties: Map<String, Value> = keys.into_iter().map(|(key, _, value)| (key.to_owned(), value)).collect();
    let mut made = json!({ "title": title, "type": "object", "properties": properties, "additionalProperties": false });
    if !required.is_empty()
        && let Value::Object(made) = &mut made
    {
        made.insert("required".to_owned(), json!(required));
    }
    made
}

/// A mapping of ids to values.
pub(super) fn by_id(description: &str, value: Value) -> Value {
    json!({
        "description": description,
        "type": "object",
        "propertyNames": { "pattern": ID },
        "additionalProperties": value,
    })
}

const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// An id.
pub(super) fn id(description: &str) -> Value {
    json!({ "description": description, "type": ["string", "integer"], "pattern": ID })
}

/// A text; numbers are texts too.
pub(super) fn text(description: &str) -> Value {
    json!({ "description": description, "type": ["string", "number"], "minLength": 1 })
}

/// A list.
pub(super) fn list(description: &str, item: Value) -> Value {
    json!({ "description": description, "type": "array", "items": item })
}

/// A day of the calendar: the 29th of February in leap years only (Gregorian calendar; years 1000 to 9999).
const DAY: &str = "[1-9][0-9]{3}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|\
                   02-(0[1-9]|1[0-9]|2[0-8]))|\
                   ([1-9][0-9](0[48]|[2468][048]|[13579][26])|([13579][26]|[2468][048])00)-02-29";

/// A date: a day, a month or a year.
pub(super) fn date(description: &str) -> Value {
    json!({
        "description": format!("{description} A day (2009-08-31), a month (2009-08) or a year (2009)."),
        "anyOf": [
            { "type": "string", "pattern": format!("^([1-9][0-9]{{3}}(-(0[1-9]|1[0-2]))?|{DAY})$") },
            { "type": "integer", "minimum": 1000, "maximum": 9999 },
        ],
    })
}

/// A day.
pub(super) fn day(description: &str) -> Value {
    json!({
        "description": format!("{description} A day (2009-08-31)."),
        "type": "string",
        "pattern": format!("^({DAY})$"),
    })
}

/// A whole number.
pub(super) fn number(description: &str, most: u32) -> Value {
    json!({ "description": description, "type": "integer", "minimum": 0, "maximum": most })
}

/// `yes` or `no`, which a reader of YAML 1.1 may take for a truth value.
pub(super) fn flag(description: &str) -> Value {
    json!({ "description": description, "anyOf": [{ "enum": ["yes", "no", "true", "false"] }, { "type": "boolean" }] })
}

/// One of several words, each with its meaning.
pub(super) fn words(description: &str, words: impl IntoIterator<Item = (String, String)>) -> Value {
    let choices: Vec<Value> =
        words.into_iter().map(|(word, meaning)| json!({ "const": word, "description": meaning })).collect();
    json!({ "description": description, "oneOf": choices })
}

/// A reference to a definition of the same schema.
pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/$defs/{name}") })
}

/// A reference with a description of its own.
pub(super) fn described(description: &str, name: &str) -> Value {
    json!({ "description": description, "$ref": format!("#/$defs/{name}") })
}

/// A country code.
pub(super) fn country(description: &str) -> Value {
    let assigned: Vec<Value> = Country::all()
        .iter()
        .map(|country| json!({ "const": country.code(), "description": country.name() }))
        .collect();
    json!({
        "description": description,
        "anyOf": [{ "oneOf": assigned }, { "type": "string", "pattern": "^X[A-Z]{2}$", "description": "An invented country" }],
    })
}

/// Each set of terms as a definition: its words with their meanings.
pub(super) fn term_sets(vocabulary: &Vocabulary) -> Map<String, Value> {
    let set = |(id, set): (TermSetId, &crate::model::vocabulary::TermSet)| {
        let all = Terms::first(set.terms.len());
        let terms = vocabulary.terms(id, all).map(|term| (term.id.to_string(), term.definition.to_string()));
        (set_name(&set.id), words(&set.title, terms))
    };
    vocabulary.term_sets().map(set).collect()
}

fn set_name(id: &str) -> String {
    format!("terms-{}", id.replace('.', "-"))
}

/// What a provision may say on a topic.
pub(super) fn topic(vocabulary: &Vocabulary, topic: &Topic) -> Value {
    let attributes = topic.attributes.iter().map(|attribute| {
        let set = attribute.kind.term_set().map(|set| set_name(&vocabulary.term_set(set).id)).unwrap_or_default();
        let value = match attribute.kind {
            AttributeType::Flag => flag(&attribute.asks),
            AttributeType::Age => number(&attribute.asks, 150),
            AttributeType::Number => number(&attribute.asks, u32::MAX),
            AttributeType::Date => date(&attribute.asks),
            AttributeType::Text => text(&attribute.asks),
            AttributeType::Term(_) => described(&attribute.asks, &set),
            AttributeType::Terms(_) => several(&attribute.asks, &set),
        };
        (&*attribute.id, false, value)
    });
    let mut made = object(&topic.title, attributes.collect());
    if let Value::Object(made) = &mut made {
        made.insert("description".to_owned(), json!(format!("{} {}", topic.asks, topic.definition)));
        made.insert("type".to_owned(), json!(["object", "null"]));
    }
    made
}

/// Some terms of a set, or the word `all`.
pub(super) fn several(description: &str, set: &str) -> Value {
    json!({
        "description": description,
        "anyOf": [
            { "type": "array", "minItems": 1, "items": { "$ref": format!("#/$defs/{set}") } },
            { "const": "all", "description": "Every word of the set." },
        ],
    })
}

/// The words of one of the format's own lists.
pub(super) fn own_words<T: Copy>(
    description: &str,
    list: &[(&'static str, T)],
    meaning: impl Fn(T) -> String,
) -> Value {
    words(description, list.iter().map(|(word, value)| ((*word).to_owned(), meaning(*value))))
}
