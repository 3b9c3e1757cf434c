//! Files that try to break the reports made of them.

use comrak::Arena;
use comrak::nodes::{AstNode, NodeValue};
use lacuna::report::escape::MarkdownText;
use lacuna::report::{Format, Look, explain};

use super::markdown::github;
use super::sample::{Sample, written};

/// Everything that a format might take for its own: markup, HTML, links, block starts, escape sequences, invisible marks.
const ATTACKS: [&str; 23] = [
    r"a|b \| c \\| d",
    "<script>alert(1)</script><img src=x onerror=y>",
    "`code` ``` **bold** __bold__ ~~gone~~",
    "[link](https://evil.example) ![image](x) [ref]: https://evil.example",
    "https://evil.example www.evil.example ftp://evil.example mail@evil.example @someone",
    "# heading - item 1. item > quote --- ===",
    "\n\n# heading\n\n| a | b |\n| --- | --- |\n| c | d |\n\n    code\n\n",
    "\u{1b}[31mred\u{1b}[0m \u{9b}32m \u{7}\u{8}",
    "\u{202e}desrever\u{202c} \u{2066}isolated\u{2069} \u{200f}\u{200b}",
    "$x$ $$y$$ [^1] - [ ] task &lt; &#60; &amp;",
    "[!WARNING] <!-- comment --> <a href='x'> </td>",
    "\\",
    "- item",
    "+ item",
    "1. item",
    "12) item",
    "> quote",
    "---",
    "=== ===",
    "| a | b |",
    ":--- | ---:",
    "    code",
    "[^note]: text",
];

/// The keys whose values are prose.
const PROSE: [&str; 12] = [
    "title",
    "name",
    "short",
    "summary",
    "note",
    "requires",
    "pointer",
    "asks",
    "definition",
    "citation",
    "reason",
    "decided-by",
];

/// A text with every value that is prose preceded by attacks.
pub(crate) fn hostile(text: &str) -> String {
    let mut turn = 0;
    text.lines().map(|line| poisoned(line, &mut turn) + "\n").collect()
}

fn poisoned(line: &str, turn: &mut usize) -> String {
    let start = line.len() - line.trim_start_matches([' ', '-']).len();
    let (before, rest) = line.split_at(start);
    let Some((key, value)) = rest.split_once(": ").filter(|(key, _)| PROSE.contains(key)) else {
        return line.to_owned();
    };
    *turn += 1;
    let attacks: Vec<&str> = (0..4).map(|number| ATTACKS[(*turn * 5 + number) % ATTACKS.len()]).collect();
    let value = format!("{} {} {}", attacks.join(" "), value.trim_matches('"'), attacks[0]);
    format!("{before}{key}: {}", quoted(&value))
}

/// A YAML scalar in double quotes.
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

/// The shape of a page: its nodes without their words. Neighbouring texts count as one.
fn shape(text: &str) -> Vec<String> {
    let arena = Arena::new();
    let mut shape = Vec::new();
    outline(github(&arena, text), 0, &mut shape);
    shape
}

fn outline<'a>(node: &'a AstNode<'a>, depth: usize, shape: &mut Vec<String>) {
    let name = match &node.data.borrow().value {
        NodeValue::Text(_) => "text".to_owned(),
        NodeValue::Heading(heading) => format!("heading {}", heading.level),
        NodeValue::Table(table) => format!("table {}", table.num_columns),
        NodeValue::HtmlBlock(html) => panic!("HTML: {}", html.literal),
        NodeValue::HtmlInline(html) => panic!("HTML: {html}"),
        NodeValue::Link(link) => {
            let own = link.url.starts_with('#') || link.url.contains(".example.org/");
            assert!(own, "a link that nobody made: {}", link.url);
            "link".to_owned()
        }
        other => format!("{other:?}").split(['(', ' ', '{']).next().unwrap().to_owned(),
    };
    let entry = format!("{depth} {name}");
    if name != "text" || shape.last() != Some(&entry) {
        shape.push(entry);
    }
    for child in node.children() {
        outline(child, depth + 1, shape);
    }
}

/// The words of a page as a reader sees them.
fn words(text: &str) -> String {
    let arena = Arena::new();
    let word = |node: &AstNode<'_>| match &node.data.borrow().value {
        NodeValue::Text(text) => text.to_string(),
        _ => String::new(),
    };
    github(&arena, text).descendants().map(word).collect()
}

/// An attack as it is shown: blanks folded, what cannot be seen by its number, at signs set apart.
fn shown(attack: &str) -> String {
    let folded = attack.split_whitespace().collect::<Vec<_>>().join(" ");
    let visible = |c: char| match c {
        '\u{1b}'
        | '\u{9b}'
        | '\u{7}'
        | '\u{8}'
        | '\u{200b}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => {
            format!("⟦U+{:04X}⟧", u32::from(c))
        }
        '@' => "@ ".to_owned(),
        c => c.to_string(),
    };
    folded.chars().map(visible).collect()
}

#[test]
fn escaped_text_is_shown_as_it_stands_wherever_it_stands() {
    type Context = fn(&str) -> String;
    let contexts: [Context; 7] = [
        |text| text.to_owned(),
        |text| format!("- {text}"),
        |text| format!("  - {text}"),
        |text| format!("# {text}"),
        |text| format!("see {text} here"),
        |text| format!("**{text}** here"),
        |text| format!("| head | head |\n| --- | --- |\n| {text} | last |"),
    ];
    for attack in ATTACKS {
        let escaped = MarkdownText(attack).to_string();
        for context in contexts {
            let (harmless, page) = (context("word"), context(&escaped));
            assert_eq!(shape(&page), shape(&harmless), "{page}");
            assert_eq!(words(&page), words(&harmless).replace("word", &shown(attack)), "{page}");
        }
    }
}

#[test]
fn nothing_in_a_file_changes_the_shape_of_the_markdown() {
    let (plain, poisoned) = (Sample::new(), Sample::from(hostile));
    for (day, draft) in [("2008-07-01", false), ("2008-07-01", true), ("1990-01-01", false), ("2012-07-01", true)] {
        let page = |sample: &Sample| written(&sample.report(vec![sample.audited(day, draft)]), Format::Markdown);
        let (left, right) = (shape(&page(&plain)), shape(&page(&poisoned)));
        let differs = left.iter().zip(&right).position(|(one, other)| one != other);
        let around =
            |shape: &[String]| differs.map(|at| shape[at.saturating_sub(4)..(at + 4).min(shape.len())].to_vec());
        assert_eq!((differs, left.len()), (None, right.len()), "{:#?}\n{:#?}", around(&left), around(&right));
    }
}

#[test]
fn nothing_in_a_file_changes_the_shape_of_what_is_marked() {
    for format in [Format::Markdown, Format::Summary] {
        let page = |sample: &Sample| shape(&written(&sample.report(vec![sample.marked()]), format));
        assert_eq!(page(&Sample::new()), page(&Sample::from(hostile)), "{}", format.name());
    }
}

#[test]
fn nothing_in_a_file_changes_the_shape_of_an_explanation() {
    let page = |sample: &Sample| {
        let mut out = String::new();
        explain::markdown(&sample.explanation("trafficking-definition"), &mut out).unwrap();
        shape(&out)
    };
    assert_eq!(page(&Sample::new()), page(&Sample::from(hostile)));
}

#[test]
fn nothing_invisible_reaches_a_reader() {
    let poisoned = Sample::from(hostile);
    let mut explained = String::new();
    explain::text(&poisoned.explanation("trafficking-definition"), Look::PLAIN, &mut explained).unwrap();
    for text in [poisoned.write(Format::Markdown), poisoned.write(Format::Text), explained] {
        for mark in ['\u{1b}', '\u{9b}', '\u{7}', '\u{8}', '\u{202e}', '\u{2066}', '\u{200f}', '\u{200b}', '\r', '\t'] {
            assert!(!text.contains(mark), "{mark:?}");
        }
        assert!(text.contains("⟦U+202E⟧desrever⟦U+202C⟧"), "{text}");
        assert!(text.contains("⟦U+001B⟧"), "{text}");
    }
}

#[test]
fn machines_get_the_very_words() {
    let poisoned = Sample::from(hostile).write(Format::Json);
    assert!(!poisoned.contains('\u{1b}'));
    let report: serde_json::Value = serde_json::from_str(&poisoned).unwrap();
    let title = report["frameworks"][0]["checklists"][0]["title"].as_str().unwrap();
    let attack = ATTACKS.iter().any(|attack| title.starts_with(attack));
    assert!(attack && title.contains("Trafficking checklist"), "{title:?}");
}
