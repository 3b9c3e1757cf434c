//! Every scalar and every key of a YAML text, so that any of them can be replaced.

use std::ops::Range;

use lacuna::Files;
use lacuna::diag::Diagnostics;
use lacuna::yaml::node::{Kind, Node};
use lacuna::yaml::read;

/// A place that holds a text.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// The bytes it takes, quotes included.
    pub(crate) range: Range<usize>,
    /// What it says.
    pub(crate) value: String,
    /// Whether it is the key of a mapping.
    pub(crate) is_key: bool,
    /// The nearest key above it.
    pub(crate) under: String,
}

/// The fields of a text, in their order.
pub(crate) fn fields(text: &str) -> Vec<Field> {
    let mut files = Files::new();
    let file = files.add("any.yaml", text);
    let mut diagnostics = Diagnostics::new();
    let node = read::read(&files, file, &mut diagnostics).unwrap();
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let mut found = Vec::new();
    walk(&node, "", &mut found);
    found
}

fn walk(node: &Node, under: &str, found: &mut Vec<Field>) {
    match &node.kind {
        Kind::Scalar(scalar) => found.push(Field {
            range: node.span.range(),
            value: scalar.value.to_string(),
            is_key: false,
            under: under.to_owned(),
        }),
        Kind::Sequence(nodes) => nodes.iter().for_each(|node| walk(node, under, found)),
        Kind::Mapping(entries) => {
            for entry in entries {
                let value = entry.key.value.to_string();
                let range = entry.key.span.range();
                found.push(Field { range, value, is_key: true, under: under.to_owned() });
                walk(&entry.value, &entry.key.value, found);
            }
        }
        Kind::Failed => panic!("something refused"),
    }
}

/// A text with some of its fields replaced; `None` leaves one as it is.
pub(crate) fn replaced(text: &str, fields: &[Field], change: impl Fn(&Field) -> Option<String>) -> String {
    let mut out = String::new();
    let mut done = 0;
    for field in fields {
        let Some(value) = change(field) else { continue };
        out.push_str(&text[done..field.range.start]);
        out.push_str(&quoted(&value));
        done = field.range.end;
    }
    out + &text[done..]
}

/// A YAML scalar in double quotes, on one line.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|c| match c {
            '"' | '\\' => format!("\\{c}"),
            c if c.is_ascii() && !c.is_control() => c.to_string(),
            c => format!("\\U{:08X}", u32::from(c)),
        })
        .collect();
    format!("\"{escaped}\"")
}
