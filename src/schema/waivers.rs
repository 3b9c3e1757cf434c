//! The schema of a file of waivers.

use serde_json::{Value, json};

use super::parts::{country, day, list, object, text};

/// The schema of a file of waivers.
pub(super) fn waivers() -> Value {
    let address = json!({
        "description": "What is waived: checklist/item, or checklist/item.element.",
        "type": "string",
        "pattern": "^[a-z0-9-]+/[a-z0-9-]+(\\.[a-z0-9-]+)?$",
    });
    // Digits alone are a number to YAML, and a fingerprint can happen to have no letter.
    let words = json!({
        "description": "The fingerprint of the words it was decided on; `lacuna explain ITEM FRAMEWORK` shows it.",
        "type": ["string", "number"],
        "pattern": "^[0-9a-f]{16}$",
    });
    let waiver = vec![
        ("item", true, address),
        ("country", true, country("The country for which it is waived.")),
        ("reason", true, text("Why the finding can wait.")),
        ("decided-by", true, text("Who decided.")),
        ("until", true, day("The last day on which it holds.")),
        ("words", true, words),
    ];
    let keys = vec![
        ("waivers", true, list("Decisions to live with a finding for a time.", object("Waiver", waiver))),
        ("note", false, text("What a reader should know about them.")),
    ];
    object("Waivers: decisions to live with findings for a time", keys)
}
