//! The schema of a checklist.

use serde_json::{Value, json};

use super::parts::{by_id, id, list, number, object, own_words, text, words};
use crate::model::vocabulary::Vocabulary;
use crate::model::words::{Floor, Lever};

/// The schema of a checklist.
pub(super) fn checklist(vocabulary: &Vocabulary) -> Value {
    let source = vec![
        ("title", true, text("Title of the publication.")),
        ("publisher", false, text("Its publisher.")),
        ("year", false, text("The year.")),
        ("annex", false, text("The annex.")),
        ("pages", false, text("The pages.")),
        ("url", false, text("Where it can be found.")),
    ];
    let section = vec![
        ("id", true, id("Its id.")),
        ("title", true, text("Its title.")),
        ("items", true, list("Its items in order.", item(vocabulary))),
    ];
    let keys = vec![
        ("checklist", true, id("The id by which findings are cited.")),
        ("title", true, text("Its title.")),
        ("version", true, number("The edition; it grows when a verdict may change on an unchanged record.", u32::MAX)),
        ("source", true, object("Where it comes from", source)),
        ("note", false, text("What it says of itself, and its limits.")),
        ("outline", false, by_id("A second way to order the elements.", text("A title."))),
        ("sections", true, list("Its sections in order.", object("Section", section))),
    ];
    object("Checklist: a standard", keys)
}

fn remedy() -> Value {
    let keys = vec![
        ("lever", true, own_words("What it takes.", Lever::WORDS, Lever::meaning)),
        ("pointer", true, text("What a drafter should write or watch, in your own words.")),
    ];
    object("Remedy", keys)
}

fn floor(description: &str) -> Value {
    own_words(description, Floor::WORDS, Floor::meaning)
}

fn item(vocabulary: &Vocabulary) -> Value {
    let instruments = vocabulary.instruments().map(|(_, found)| (found.id.to_string(), found.title.to_string()));
    let basis = vec![
        ("instrument", true, words("The treaty.", instruments)),
        ("article", false, text("The article, as lawyers cite it.")),
    ];
    let element = vec![
        ("id", true, id("Its id, unique in the item.")),
        ("was", false, list("Former ids.", text("An id."))),
        ("requires", true, text("What it asks.")),
        ("rule", true, text("The question put to the record, in the rule language.")),
        ("answers", false, list("Entries of the outline.", id("An id."))),
        ("floor", false, floor("Its own floor, where it differs from the item's.")),
        ("remedy", false, remedy()),
    ];
    let keys = vec![
        ("id", true, id("Its id, unique in the checklist.")),
        ("was", false, list("Former ids.", text("An id."))),
        ("title", true, text("Its title.")),
        ("requires", true, text("What it asks, complete, in your own words.")),
        ("basis", false, list("The duties behind it.", object("Basis", basis))),
        ("floor", true, floor("The weakest tier of instrument that can meet it.")),
        (
            "elements",
            true,
            json!({ "description": "Its parts.", "type": "array", "minItems": 1, "items": object("Element", element) }),
        ),
        ("remedy", true, remedy()),
        ("note", false, text("What a reader should know.")),
    ];
    object("Item: one thing that ought to be there", keys)
}
