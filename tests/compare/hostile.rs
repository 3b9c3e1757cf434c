//! Files that try to break the tables made of them.

use lacuna::report::compare::Format;

use super::sample::{Asked, Sample};
use super::workbook::parts;

/// What a format might take for its own, in front of every title, name and summary.
const ATTACKS: [&str; 8] = [
    r"a|b \| c",
    "<script>alert(1)</script>",
    "=HYPERLINK(1)",
    "+1+1",
    "@SUM(A1)",
    "-2+3",
    "[x](https://evil.example)",
    "\\u202Edrow\\u001B[31m\\t=1",
];

fn hostile(attack: &str) -> Sample {
    Sample::from(|text| {
        let mut text = text.to_owned();
        for key in ["title: ", "name: ", "summary: ", "note: ", "requires: "] {
            let mut rest = text.as_str();
            let mut out = String::new();
            while let Some((before, after)) = rest.split_once(key) {
                // Only plain scalars are poisoned; a quoted one, or the head of a mapping, stays as it is. Within braces a
                // comma ends them, else the line.
                let braces = before.lines().last().is_some_and(|line| line.contains('{'));
                let ends: &[char] = if braces { &[',', '}', '\n'] } else { &['\n'] };
                let end = after.find(ends).unwrap_or(after.len());
                let (value, next) = after.split_at(end);
                out.push_str(before);
                out.push_str(key);
                match value.starts_with(['"', '{', '[', '>']) || value.contains(": ") {
                    true => out.push_str(value),
                    false => {
                        let attack = match attack.contains("\\u") {
                            true => attack.to_owned(),
                            false => attack.replace('\\', "\\\\"),
                        };
                        out.push_str(&format!("\"{attack} {value}\""));
                    }
                }
                rest = next;
            }
            out.push_str(rest);
            text = out;
        }
        text
    })
}

#[test]
fn a_table_of_markdown_keeps_its_columns() {
    for attack in ATTACKS {
        let page = hostile(attack).text(Format::Markdown, &Asked::default());
        for table in page.split("\n\n").filter(|block| block.starts_with('|')) {
            let columns = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            let wanted = columns(table.lines().next().unwrap());
            assert!(table.lines().all(|line| columns(line) == wanted), "{table}");
        }
        assert!(!page.contains("<script>") && !page.contains("](https://evil"), "{page}");
        assert!(!page.contains(['\u{202e}', '\u{1b}']));
    }
}

#[test]
fn no_field_of_the_csv_begins_a_formula() {
    for attack in ATTACKS {
        let csv = hostile(attack).text(Format::Csv, &Asked::default());
        let records = csv.split_terminator("\r\n").count();
        assert_eq!(records, 1 + 3 * 9, "no text breaks a line");
        assert!(!csv.replace("\r\n", "").contains(['\n', '\r', '\t', '\u{202e}', '\u{1b}']));
        for field in fields(&csv) {
            assert!(!field.starts_with(['=', '+', '-', '@', '\t']), "{field}");
        }
    }
    let csv = hostile("=HYPERLINK(1)").text(Format::Csv, &Asked::default());
    assert!(csv.contains("\"'=HYPERLINK(1) Aldonia\""), "{csv}");
}

/// The fields of a file as RFC 4180 reads them.
fn fields(csv: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut quoted = false;
    let mut letters = csv.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                found.last_mut().unwrap().push('"');
            }
            '"' => quoted = !quoted,
            ',' | '\r' if !quoted => found.push(String::new()),
            '\n' if !quoted => {}
            c => found.last_mut().unwrap().push(c),
        }
    }
    found
}

#[test]
fn a_workbook_holds_text_and_no_formula() {
    for attack in ATTACKS {
        let parts = parts(&hostile(attack).bytes(Format::Xlsx, &Asked::default()));
        for (name, text) in &parts {
            assert!(!text.contains("<f>") && !text.contains("<script>"), "{name}");
            assert!(!text.contains(['\u{202e}', '\u{1b}']), "{name}");
            assert!(!name.contains("hyperlink"), "{name}");
        }
    }
}
