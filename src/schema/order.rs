//! The order of keys: that of the schemas, so that there is one.

use serde_json::{Map, Value};

use crate::model::document::DocumentKind;
use crate::model::vocabulary::Vocabulary;
use crate::yaml::node::{Entry, Kind, Node};

/// The canonical order of the keys of one kind of file. Ids that a writer chose keep the order of the file.
#[derive(Clone, Debug)]
pub struct Order {
    schema: Value,
}

impl Order {
    /// The order for a kind of file.
    pub fn of(kind: DocumentKind, vocabulary: &Vocabulary) -> Self {
        // The schema is our own and always JSON; without it, no order is imposed.
        Self { schema: serde_json::from_str(&super::schema(kind, vocabulary)).unwrap_or_default() }
    }

    /// Puts the keys of a tree in order. Keys that the format does not have come last, as they stood.
    pub fn sort(&self, node: &mut Node) {
        self.inside(&self.schema, node);
    }

    fn inside(&self, schema: &Value, node: &mut Node) {
        let Some(schema) = self.meant(schema, node) else { return };
        match &mut node.kind {
            Kind::Mapping(entries) => {
                if let Some(Value::Object(known)) = schema.get("properties") {
                    let rank = |entry: &Entry| known.keys().position(|key| **key == *entry.key.value);
                    entries.sort_by_key(|entry| rank(entry).unwrap_or(usize::MAX));
                }
                for entry in entries {
                    let own = schema.get("properties").and_then(|known| known.get(&*entry.key.value));
                    if let Some(inner) = own.or_else(|| schema.get("additionalProperties")) {
                        self.inside(inner, &mut entry.value);
                    }
                }
            }
            Kind::Sequence(items) => {
                let Some(inner) = schema.get("items") else { return };
                for item in items {
                    self.inside(inner, item);
                }
            }
            Kind::Scalar(_) | Kind::Failed => {}
        }
    }

    /// The schema behind a reference, or the alternative that fits best.
    fn meant<'a>(&'a self, schema: &'a Value, node: &Node) -> Option<&'a Value> {
        if let Some(Value::String(reference)) = schema.get("$ref") {
            return self.meant(self.schema.pointer(reference.strip_prefix('#')?)?, node);
        }
        let Some(Value::Array(choices)) = schema.get("anyOf").or_else(|| schema.get("oneOf")) else {
            return Some(schema);
        };
        let known = choices.iter().filter_map(|choice| self.meant(choice, node));
        // Of equals the last one wins, hence the reversal.
        known.collect::<Vec<_>>().into_iter().rev().max_by_key(|choice| fit(choice, node))
    }
}

/// How many keys of a mapping a schema knows; those with a fixed value must have it.
fn fit(schema: &Value, node: &Node) -> usize {
    match &node.kind {
        Kind::Mapping(entries) => {
            let Some(Value::Object(known)) = schema.get("properties") else { return 0 };
            entries.iter().map(|entry| weight(known, entry)).sum()
        }
        Kind::Sequence(_) => usize::from(schema.get("items").is_some()),
        Kind::Scalar(_) | Kind::Failed => 0,
    }
}

fn weight(known: &Map<String, Value>, entry: &Entry) -> usize {
    let Some(schema) = known.get(&*entry.key.value) else { return 0 };
    match (schema.get("const"), &entry.value.kind) {
        (Some(Value::String(wanted)), Kind::Scalar(scalar)) if **wanted == *scalar.value => 1_000,
        (Some(_), _) => 0,
        (None, _) => 1,
    }
}
