//! The schemas of a framework and of an overlay.

use serde_json::{Map, Value, json};

use super::parts::{
    by_id, country, date, day, described, flag, id, list, object, own_words, reference, several, term_sets, text,
    topic, words,
};
use crate::model::vocabulary::{SubjectId, Vocabulary};
use crate::model::words::{Confidence, Coverage, Level, PracticeState, Tier};

/// The schema of a framework.
pub(super) fn framework(vocabulary: &Vocabulary) -> Value {
    let keys = vec![
        ("framework", true, country("The country: ISO 3166-1 alpha-3, or XAA to XZZ for an invented one.")),
        ("name", true, text("The country's name as reports print it.")),
        ("reviewed", true, day("The record is complete up to this day; the default day of an audit.")),
        (
            "coverage",
            true,
            own_words("What it means that something is not recorded.", Coverage::WORDS, Coverage::meaning),
        ),
        ("note", false, text("What was read and what was not.")),
        ("sources", false, by_id("Where the facts come from, cited by key.", reference("source"))),
        ("commitments", false, commitments(vocabulary)),
        ("laws", false, by_id("Laws, by id.", reference("law"))),
        ("policies", false, by_id("Plans, guidelines and other policies that are not law, by id.", reference("law"))),
        ("silences", false, list("What was looked for and not found.", reference("silence"))),
    ];
    with_definitions(object("Framework: everything recorded about one country", keys), vocabulary)
}

/// The schema of an overlay.
pub(super) fn overlay(vocabulary: &Vocabulary) -> Value {
    let keys = vec![
        ("overlay", true, country("The country whose law the draft would change.")),
        ("title", false, text("What the draft is called.")),
        ("note", false, text("What a reader should know about the draft.")),
        ("sources", false, by_id("Sources of the draft's own, cited by key.", reference("source"))),
        ("laws", false, by_id("Draft laws, by id.", reference("law"))),
        ("policies", false, by_id("Draft policies, by id.", reference("law"))),
    ];
    with_definitions(object("Overlay: a draft laid over a framework", keys), vocabulary)
}

fn with_definitions(mut schema: Value, vocabulary: &Vocabulary) -> Value {
    let mut definitions = term_sets(vocabulary);
    definitions.insert("source".to_owned(), source());
    definitions.insert("law".to_owned(), law(vocabulary));
    definitions.insert("provision".to_owned(), provision(vocabulary));
    definitions.insert("silence".to_owned(), silence(vocabulary));
    definitions.insert("commitment".to_owned(), commitment());
    definitions.insert("scope".to_owned(), scope());
    if let Value::Object(schema) = &mut schema {
        schema.insert("$defs".to_owned(), Value::Object(definitions));
    }
    schema
}

fn source() -> Value {
    let keys = vec![
        ("title", true, text("Its title.")),
        ("publisher", false, text("Who published it.")),
        ("year", false, text("When, as far as known.")),
        ("url", false, text("Where it can be found.")),
        ("note", false, text("What a reader should know about it.")),
    ];
    object("Source", keys)
}

fn commitments(vocabulary: &Vocabulary) -> Value {
    let all: Map<String, Value> = vocabulary
        .instruments()
        .map(|(_, instrument)| (instrument.id.to_string(), described(&instrument.title, "commitment")))
        .collect();
    json!({
        "description": "Treaties, declarations and agreements, by the vocabulary's ids.",
        "type": "object",
        "properties": all,
        "additionalProperties": false,
    })
}

fn commitment() -> Value {
    let reservation = vec![
        ("article", false, text("The article it concerns; left out where it concerns the whole.")),
        ("note", true, text("What is excluded and for whom, in your own words.")),
        ("made", false, date("When it was made.")),
        ("withdrawn", false, date("When it was withdrawn.")),
    ];
    let keys = vec![
        ("none", false, flag("Looked up, and not a party.")),
        ("signed", false, date("Signed.")),
        ("adopted", false, date("Adopted or endorsed, for declarations and guidelines.")),
        ("ratified", false, date("Ratified, accepted or approved.")),
        ("acceded", false, date("Acceded.")),
        ("succeeded", false, date("Succeeded to another state's consent.")),
        ("in-force", false, date("In force for this country.")),
        ("denounced", false, date("The day from which an exit takes effect.")),
        ("expires", false, date("The last day on which it binds.")),
        (
            "territory",
            false,
            list("The parts of the country that are bound, where it is not the whole.", text("A part.")),
        ),
        ("disputed", false, text("Who says what, where sources disagree on whether the country is bound.")),
        ("disputed-from", false, date("The first day on which they disagree; always, if left out.")),
        ("disputed-until", false, date("The day from which they agree again.")),
        ("reservations", false, list("What was excluded.", object("Reservation", reservation))),
        ("note", false, text("What a reader should know.")),
        ("source", false, id("The key of the source.")),
        ("confidence", false, confidence()),
    ];
    json!({ "anyOf": [{ "const": "none", "description": "Looked up: not a party." }, object("Commitment", keys)] })
}

fn confidence() -> Value {
    own_words("How well it is known.", Confidence::WORDS, Confidence::meaning)
}

fn scope() -> Value {
    let keys = vec![
        ("territory", false, list("The parts of the country.", text("A part."))),
        ("persons", false, list("The persons.", text("Who."))),
    ];
    object("Scope: narrower than the whole country or all its children", keys)
}

fn subjects(vocabulary: &Vocabulary) -> Vec<(String, String)> {
    let word = |(_, subject): (SubjectId, &crate::model::vocabulary::Subject)| {
        (subject.id.to_string(), subject.definition.to_string())
    };
    vocabulary.subjects().map(word).collect()
}

fn law(vocabulary: &Vocabulary) -> Value {
    let laws = |description| list(description, id("The id of a law or policy."));
    let keys = vec![
        ("title", true, text("Its title.")),
        ("citation", false, text("How lawyers cite it.")),
        ("kind", true, id("act, code, constitution, decree, regulation, circular; plan, guidelines, agreement ...")),
        ("level", false, own_words("Where it applies; national, if left out.", Level::WORDS, Level::meaning)),
        ("subjects", false, list("What it is about.", words("A subject.", subjects(vocabulary)))),
        ("adopted", false, date("Enacted or made.")),
        ("in-force", false, date("Commenced; without it, it is not in force.")),
        ("repealed", false, date("The first day on which it is no longer in force.")),
        ("expires", false, date("The last day on which it is in force by its own terms.")),
        ("awaits", false, text("What it has no effect without, such as rules that are still to be made.")),
        ("amends", false, laws("The laws it amends.")),
        (
            "repeals",
            false,
            list("What it repeals: an id, or an id and a pinpoint.", text("An id, or an id and a pinpoint.")),
        ),
        ("replaces", false, laws("The laws it takes the place of.")),
        ("implements", false, laws("The laws under which it is made.")),
        ("scope", false, reference("scope")),
        ("disputed", false, text("Who says what, where sources disagree on whether it exists or is in force.")),
        ("text", false, text("The file with its own words, relative to the framework's folder.")),
        ("source", false, id("The key of the source.")),
        ("confidence", false, confidence()),
        ("note", false, text("What a reader should know.")),
        ("provisions", false, list("What it says.", reference("provision"))),
    ];
    let mut law = object("Law or policy", keys);
    if let Value::Object(law) = &mut law {
        // What the law does not say for all its provisions, each of them must say.
        let each = |key: &str| {
            json!({
                "if": { "not": { "required": [key] } },
                "then": { "properties": { "provisions": { "items": { "required": [key] } } } },
            })
        };
        law.insert("allOf".to_owned(), json!([each("source"), each("confidence")]));
    }
    law
}

fn provision(vocabulary: &Vocabulary) -> Value {
    let practice = vec![
        ("state", true, own_words("What became of it.", PracticeState::WORDS, PracticeState::meaning)),
        ("note", false, text("In your own words.")),
        ("source", false, id("The key of the source.")),
        ("on", false, date("As at which date.")),
    ];
    let topics: Map<String, Value> =
        vocabulary.topics().map(|(_, found)| (found.id.to_string(), topic(vocabulary, found))).collect();
    let says = json!({
        "description": "What it says, in the words of the vocabulary.",
        "type": "object",
        "properties": topics,
        "additionalProperties": false,
    });
    let keys = vec![
        ("at", true, text("The pinpoint, as a lawyer would cite it.")),
        ("summary", true, text("What it says, in your own words.")),
        ("quote", false, text("Its own words, checked against the law's text.")),
        ("adopted", false, date("Its own date, where it differs from the law's.")),
        ("in-force", false, date("Its own commencement, where it differs from the law's.")),
        ("repealed", false, date("The first day on which it is no longer in force.")),
        ("expires", false, date("The last day on which it is in force.")),
        ("awaits", false, text("What it has no effect without, such as rules that are still to be made.")),
        ("implied", false, flag("It follows from the text but is not said in words.")),
        ("scope", false, reference("scope")),
        ("source", false, id("The key of the source, if not the law's.")),
        ("confidence", false, confidence()),
        ("practice", false, object("What became of it in practice", practice)),
        ("note", false, text("What a reader should know.")),
        ("says", false, says),
    ];
    object("Provision: the smallest citable part", keys)
}

/// A silence is on a topic, with any of its attributes to narrow it, or on a subject.
fn silence(vocabulary: &Vocabulary) -> Value {
    let common = |on: Value| {
        vec![
            ("on", true, on),
            ("in", false, list("The laws that were searched, where it was not the whole framework.", id("An id."))),
            ("from", false, date("First day on which it holds.")),
            ("until", false, date("The day from which it no longer holds.")),
            ("note", true, text("What was read and how.")),
            ("source", false, id("The key of the source.")),
            ("confidence", true, confidence()),
        ]
    };
    let mut kinds: Vec<Value> = Vec::new();
    for (_, found) in vocabulary.topics() {
        let mut keys = common(json!({ "const": &*found.id, "description": &*found.asks }));
        for attribute in &found.attributes {
            let Some(set) = attribute.kind.term_set() else { continue };
            let name = format!("terms-{}", vocabulary.term_set(set).id.replace('.', "-"));
            let mut value = several(&attribute.asks, &name);
            if let Some(Value::Array(choices)) = value.get_mut("anyOf") {
                choices.push(reference(&name));
            }
            keys.push((&attribute.id, false, value));
        }
        kinds.push(object(&format!("Silence on {}", found.title), keys));
    }
    let mut keys = common(words("The subject.", subjects(vocabulary)));
    keys.push((
        "instrument",
        false,
        own_words("Law or policy, where only one was looked for.", Tier::WORDS, Tier::meaning),
    ));
    keys.push(("kind", false, list("The kinds that were looked for.", id("A kind."))));
    let levels = own_words("A level.", Level::WORDS, Level::meaning);
    keys.push(("level", false, list("The levels that were looked for.", levels)));
    kinds.push(object("Silence on a subject", keys));
    json!({ "title": "Silence: looked for and not found", "oneOf": kinds })
}
