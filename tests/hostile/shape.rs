//! The shape of each output, read by somebody else's reader: everything but the words.

use std::io::{Cursor, Read};

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use html5gum::{Token, Tokenizer};
use lacuna::Files;
use lacuna::diag::Diagnostics;
use lacuna::yaml::node::{Kind, Node};
use serde_json::Value;

/// The shape of an output of a format, one entry for each part. Panics where the reader finds a fault.
pub(crate) fn shape(format: &str, bytes: &[u8]) -> Vec<String> {
    let mut found = Vec::new();
    if format == "xlsx" {
        workbook(bytes, &mut found);
        return found;
    }
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    if format == "coloured" {
        visible("text", &without_colours(text));
        return found;
    }
    visible(format, text);
    match format {
        "text" => {}
        "markdown" | "summary" => {
            markdown(github(&Arena::new(), text), 0, &mut found);
        }
        "json" | "sarif" | "gitlab" => {
            let value = serde_json::from_str(text).unwrap();
            json(&value, 0, &mut found);
            if format == "sarif" {
                messages(&value);
            }
        }
        "yaml" => {
            let mut files = Files::new();
            let file = files.add("out.yaml", text);
            let mut faults = Diagnostics::new();
            let node = lacuna::yaml::read::read(&files, file, &mut faults).unwrap();
            assert!(faults.is_empty(), "{faults:?}");
            yaml(&node, 0, &mut found);
        }
        "junit" => xml(roxmltree::Document::parse(text).unwrap().root(), 0, &mut found),
        "github" => found.extend(text.lines().map(command)),
        "csv" => records(text, &mut found),
        "html" => html(text, &mut found),
        other => panic!("no reader for {other}"),
    }
    found
}

/// No output holds a mark that cannot be seen, or that a terminal obeys; JSON may carry it by number.
fn visible(format: &str, text: &str) {
    let bad = |c: char| match c {
        '\n' => false,
        // Records of CSV end as RFC 4180 says.
        '\r' => format != "csv",
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => true,
        '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{e0000}'..='\u{e007f}' => true,
        c => c.is_control(),
    };
    // Machines get the very words; the shape of the file is what counts there.
    if matches!(format, "json" | "yaml" | "sarif" | "gitlab") {
        assert!(!text.contains(['\u{1b}', '\0', '\u{7}']), "{format}");
        return;
    }
    // The page's own scripts and styles are the same on every page.
    if let Some(at) = text.find(bad) {
        panic!("{format}: {:?} in {:?}", text[at..].chars().next(), around(text, at));
    }
}

fn around(text: &str, at: usize) -> String {
    let before: Vec<char> = text[..at].chars().rev().take(60).collect();
    before.into_iter().rev().chain(text[at..].chars().take(60)).collect()
}

/// Reads Markdown as GitHub does.
fn github<'a>(arena: &'a Arena<'a>, text: &str) -> &'a AstNode<'a> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.math_dollars = true;
    options.extension.alerts = true;
    options.extension.superscript = true;
    options.extension.header_id_prefix = None;
    parse_document(arena, text, &options)
}

fn markdown<'a>(node: &'a AstNode<'a>, depth: usize, found: &mut Vec<String>) {
    let name = match &node.data.borrow().value {
        // What changed is marked by `del` and `ins`, which leave the number of texts open.
        NodeValue::Text(_) | NodeValue::SoftBreak => "text".to_owned(),
        NodeValue::Heading(heading) => format!("heading {}", heading.level),
        NodeValue::Table(table) => format!("table {}", table.num_columns),
        // A part that can be folded away; its title is the program's.
        NodeValue::HtmlBlock(html) => {
            let tags = ["<details>", "</details>", "<summary>", "</summary>", "<br>"];
            let rest = tags.iter().fold(html.literal.clone(), |text, tag| text.replace(tag, ""));
            assert!(!rest.contains(['<', '>', '&', '\u{27e6}']), "HTML: {}", html.literal);
            format!("HTML of {}", html.literal.matches('<').count())
        }
        NodeValue::HtmlInline(html) => {
            assert!(matches!(html.as_str(), "<del>" | "</del>" | "<ins>" | "</ins>"), "HTML: {html}");
            html.clone()
        }
        NodeValue::Link(link) => {
            assert!(link.url.starts_with('#') || own(&link.url), "a link that nobody made: {}", link.url);
            "link".to_owned()
        }
        other => format!("{other:?}").split(['(', ' ', '{']).next().unwrap().to_owned(),
    };
    let entry = format!("{depth} {name}");
    if name != "text" || found.last() != Some(&entry) {
        found.push(entry);
    }
    for child in node.children() {
        markdown(child, depth + 1, found);
    }
}

/// Whether an address is one of the sources'.
fn own(address: &str) -> bool {
    ["https://gazette.example.org/2004", "https://parliament.example.org/7", "https://handbook.example.org/"]
        .contains(&address)
}

fn json(value: &Value, depth: usize, found: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                found.push(format!("{depth} {key}:"));
                json(value, depth + 1, found);
            }
        }
        Value::Array(values) => {
            found.push(format!("{depth} list of {}", values.len()));
            values.iter().for_each(|value| json(value, depth + 1, found));
        }
        Value::String(_) => found.push(format!("{depth} text")),
        other => found.push(format!("{depth} {}", if other.is_number() { "number".into() } else { other.to_string() })),
    }
}

/// The messages of SARIF: a text holds no embedded link (3.11.6), Markdown nothing but our own markup.
fn messages(value: &Value) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                match (&**key, value) {
                    ("text", Value::String(text)) => {
                        let link = text.match_indices("](").any(|(at, _)| !text[..at].ends_with('\\'));
                        assert!(!link, "an embedded link: {text}");
                    }
                    ("markdown", Value::String(text)) => markdown(github(&Arena::new(), text), 0, &mut Vec::new()),
                    _ => messages(value),
                }
            }
        }
        Value::Array(values) => values.iter().for_each(messages),
        _ => {}
    }
}

/// A text without the sequences that set colours and weights.
fn without_colours(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let mut out = parts.next().unwrap().to_owned();
    for part in parts {
        let rest = part.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';');
        out.push_str(rest.strip_prefix('m').expect("a colour"));
    }
    out
}

fn yaml(node: &Node, depth: usize, found: &mut Vec<String>) {
    match &node.kind {
        Kind::Scalar(_) => found.push(format!("{depth} scalar")),
        Kind::Sequence(nodes) => {
            found.push(format!("{depth} list of {}", nodes.len()));
            nodes.iter().for_each(|node| yaml(node, depth + 1, found));
        }
        Kind::Mapping(entries) => {
            for entry in entries {
                found.push(format!("{depth} {}:", entry.key.value));
                yaml(&entry.value, depth + 1, found);
            }
        }
        Kind::Failed => panic!("something refused"),
    }
}

fn xml(node: roxmltree::Node<'_, '_>, depth: usize, found: &mut Vec<String>) {
    assert!(!node.is_comment() && !node.is_pi(), "{node:?}");
    if node.is_element() {
        let attributes: Vec<&str> = node.attributes().map(|attribute| attribute.name()).collect();
        let name = node.tag_name().name();
        // A formula of a workbook.
        assert!(name != "f" && name != "hyperlink", "{node:?}");
        // How a workbook keeps blanks is for its words to say.
        let attributes: Vec<&str> = attributes.into_iter().filter(|name| *name != "space").collect();
        found.push(format!("{depth} {name} {attributes:?}"));
    }
    node.children().for_each(|child| xml(child, depth + 1, found));
}

/// A workflow command of GitHub: its name and its properties.
fn command(line: &str) -> String {
    let (head, message) = line.strip_prefix("::").and_then(|rest| rest.split_once("::")).expect("a command");
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    assert!(["error", "warning", "notice"].contains(&name), "{line}");
    assert!(!message.is_empty());
    let keys: Vec<&str> =
        properties.split(',').map(|property| property.split_once('=').unwrap_or((property, "")).0).collect();
    format!("{name} {keys:?}")
}

/// The records of CSV as RFC 4180 reads them.
fn records(text: &str, found: &mut Vec<String>) {
    let (mut fields, mut field, mut quoted) = (0, String::new(), false);
    let mut letters = text.chars().peekable();
    let end = |field: &mut String| {
        assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '|', '%']), "a formula: {field}");
        field.clear();
    };
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                field.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => {
                end(&mut field);
                fields += 1;
            }
            '\r' if !quoted && letters.peek() == Some(&'\n') => {
                letters.next();
                end(&mut field);
                found.push(format!("{} fields", fields + 1));
                fields = 0;
            }
            c => {
                assert!(quoted || !matches!(c, '\n' | '\r' | ';' | '\''), "unquoted {c:?}");
                field.push(c);
            }
        }
    }
    assert!(!quoted && field.is_empty(), "the last record is closed");
}

/// The tags of a page with the names of their attributes; scripts and styles must be those of the program.
fn html(text: &str, found: &mut Vec<String>) {
    for Ok(token) in Tokenizer::new(text) {
        match token {
            Token::StartTag(tag) => {
                let mut attributes = Vec::new();
                for (name, value) in &tag.attributes {
                    let name = String::from_utf8_lossy(name).into_owned();
                    let value = String::from_utf8_lossy(value).trim().to_lowercase();
                    assert!(!name.starts_with("on"), "{name}={value}");
                    let address = matches!(&*name, "href" | "src" | "action");
                    assert!(
                        !address || value.starts_with(['#', '?']) || value.starts_with("data:") || own(&value),
                        "{name}={value}"
                    );
                    attributes.push(name);
                }
                found.push(format!("<{} {attributes:?}", String::from_utf8_lossy(&tag.name)));
            }
            Token::EndTag(tag) => found.push(format!("</{}", String::from_utf8_lossy(&tag.name))),
            Token::Comment(_) => found.push("comment".to_owned()),
            Token::Doctype(_) => found.push("doctype".to_owned()),
            Token::String(_) => {}
            Token::Error(_) => {}
        }
    }
}

fn workbook(bytes: &[u8], found: &mut Vec<String>) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        assert!(!text.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\0']), "{name}");
        found.push(format!("part {name}"));
        let options = roxmltree::ParsingOptions { allow_dtd: false, ..Default::default() };
        xml(roxmltree::Document::parse_with_options(&text, options).unwrap().root(), 0, found);
    }
}
