//! What a schema says can stand at a place.

use serde_json::Value;

use super::place::{Place, Step};
use super::{Choice, ChoiceKind};

/// A schema with the description that goes before its own.
#[derive(Clone, Copy)]
struct Meant<'a> {
    schema: &'a Value,
    about: Option<&'a str>,
}

/// The keys and words that can stand at a place, each once.
pub(super) fn choices(root: &Value, place: &Place) -> Vec<Choice> {
    let mut here = flat(root, Meant { schema: root, about: None });
    let last = place.path.len();
    for (number, step) in place.path.iter().enumerate() {
        // Of several shapes, what stands beside tells which is meant; only the innermost mapping is known.
        let innermost = !place.path.iter().skip(number + 1).any(|step| matches!(step, Step::Key(_)));
        let keys_alone = place.keys && !place.values;
        if innermost && last > 0 && !keys_alone {
            here = fitting(here, place);
        }
        here =
            here.into_iter().filter_map(|meant| next(meant.schema, step)).flat_map(|meant| flat(root, meant)).collect();
    }
    if place.keys {
        here = fitting(here, place);
    }
    let mut found: Vec<Choice> = Vec::new();
    let mut add = |choice: Choice| {
        if !found.iter().any(|known| known.word == choice.word && known.kind == choice.kind) {
            found.push(choice);
        }
    };
    for meant in &here {
        if place.keys {
            keys(root, meant.schema).into_iter().for_each(&mut add);
        }
        if place.values {
            values(root, *meant).into_iter().for_each(&mut add);
        }
    }
    found
}

fn next<'a>(schema: &'a Value, step: &Step) -> Option<Meant<'a>> {
    let found = match step {
        Step::Key(key) => {
            let own = schema.get("properties").and_then(|known| known.get(key));
            own.or_else(|| schema.get("additionalProperties").filter(|other| other.is_object()))
        }
        Step::Item => schema.get("items"),
    };
    found.map(|schema| Meant { schema, about: None })
}

/// The shapes behind references and alternatives.
fn flat<'a>(root: &'a Value, meant: Meant<'a>) -> Vec<Meant<'a>> {
    let schema = meant.schema;
    let about = meant.about.or_else(|| text(schema, "description"));
    if let Some(target) = text(schema, "$ref").and_then(|name| root.pointer(name.strip_prefix('#')?)) {
        return flat(root, Meant { schema: target, about });
    }
    let choices = ["anyOf", "oneOf"].into_iter().find_map(|key| schema.get(key)?.as_array());
    match choices {
        Some(choices) => choices.iter().flat_map(|schema| flat(root, Meant { schema, about: None })).collect(),
        None => vec![Meant { schema, about }],
    }
}

/// The shapes whose fixed values are those that stand beside the place; all of them if none has.
fn fitting<'a>(all: Vec<Meant<'a>>, place: &Place) -> Vec<Meant<'a>> {
    let fits = |meant: &Meant<'_>| {
        let Some(known) = meant.schema.get("properties") else { return false };
        place.beside.iter().any(|(key, value)| known.get(key).and_then(|it| text(it, "const")) == Some(value.as_str()))
    };
    let own = place.key().filter(|_| !place.keys).is_some_and(|key| key == "on");
    if !own && all.iter().any(&fits) { all.into_iter().filter(fits).collect() } else { all }
}

fn keys(root: &Value, schema: &Value) -> Vec<Choice> {
    let Some(Value::Object(known)) = schema.get("properties") else { return Vec::new() };
    let key = |(key, schema): (&String, &Value)| Choice {
        word: key.clone(),
        meaning: about(root, schema),
        kind: ChoiceKind::Key,
    };
    known.iter().map(key).collect()
}

/// What a schema says of itself, or what the definition behind it says.
fn about(root: &Value, schema: &Value) -> String {
    let own = text(schema, "description").map(str::to_owned);
    let behind = || {
        let target = root.pointer(text(schema, "$ref")?.strip_prefix('#')?)?;
        text(target, "description").or_else(|| text(target, "title")).map(str::to_owned)
    };
    own.or_else(behind).or_else(|| text(schema, "title").map(str::to_owned)).unwrap_or_default()
}

fn values(root: &Value, meant: Meant<'_>) -> Vec<Choice> {
    let word = |word: &str, meaning: &str| Choice {
        word: word.to_owned(),
        meaning: meaning.to_owned(),
        kind: ChoiceKind::Word,
    };
    let schema = meant.schema;
    if let Some(fixed) = text(schema, "const") {
        return vec![word(fixed, text(schema, "description").or(meant.about).unwrap_or(""))];
    }
    if let Some(list) = schema.get("enum").and_then(Value::as_array) {
        return list.iter().filter_map(Value::as_str).map(|fixed| word(fixed, meant.about.unwrap_or(""))).collect();
    }
    // Where a list can stand, its words are offered too.
    let items = schema.get("items").map(|schema| flat(root, Meant { schema, about: None }));
    items
        .into_iter()
        .flatten()
        .filter(|meant| meant.schema.get("properties").is_none())
        .flat_map(|it| values(root, it))
        .collect()
}

fn text<'a>(schema: &'a Value, key: &str) -> Option<&'a str> {
    schema.get(key)?.as_str()
}
