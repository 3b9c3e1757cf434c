//! Writes a record down as the shipped ones are written.

use std::fmt::Write as _;

use super::random::Random;
use super::record::{Law, Provision, Record};
use super::words;

/// The widest line, in bytes.
const WIDTH: usize = 118;

/// The file of a record.
pub(crate) fn framework(record: &Record) -> String {
    let mut out = String::new();
    line(&mut out, 0, "# An invented country; so are its laws.");
    line(&mut out, 0, &format!("framework: {}", record.code));
    line(&mut out, 0, &format!("name: {}", record.name));
    line(&mut out, 0, &format!("reviewed: {}-08-31", record.reviewed));
    line(&mut out, 0, "coverage: partial");
    line(&mut out, 0, "\nsources:");
    let mut random = Random::new(record.name.len() as u64);
    for source in record.cited() {
        line(&mut out, 1, &format!("{source}:"));
        line(&mut out, 2, &format!("title: {}", words::body(&mut random)));
        line(&mut out, 2, &format!("publisher: {}", words::publisher(&mut random)));
        line(&mut out, 2, &format!("url: https://example.org/{}/{source}", words::slug(&record.name)));
    }
    line(&mut out, 0, "\ncommitments:");
    for commitment in &record.commitments {
        commitment.iter().for_each(|it| line(&mut out, 1, it));
    }
    for (key, is_policy) in [("laws", false), ("policies", true)] {
        let mut laws = record.laws.iter().filter(|law| law.is_policy == is_policy).peekable();
        if laws.peek().is_some() {
            line(&mut out, 0, &format!("\n{key}:"));
            laws.for_each(|law| self::law(&mut out, law, &record.file));
        }
    }
    line(&mut out, 0, "\nsilences:");
    for silence in &record.silences {
        for (at, text) in silence.iter().enumerate() {
            line(&mut out, 1, &format!("{}{text}", if at == 0 { "- " } else { "  " }));
        }
    }
    out
}

/// One law with its provisions, as it stands under `laws` or `policies`.
pub(crate) fn law(out: &mut String, law: &Law, file: &str) {
    line(out, 1, &format!("{}:", law.id));
    for (key, value) in &law.head {
        line(out, 2, &format!("{key}: {value}"));
    }
    if law.text.is_some() {
        line(out, 2, &format!("text: texts/{file}.md"));
    }
    if law.provisions.is_empty() {
        return;
    }
    line(out, 2, "provisions:");
    law.provisions.iter().for_each(|it| provision(out, it));
}

fn provision(out: &mut String, provision: &Provision) {
    line(out, 3, &format!("- at: {}", provision.at));
    prose(out, "summary", &provision.summary);
    for (key, value) in &provision.keys {
        if *key == "note" {
            prose(out, key, value);
        } else {
            line(out, 4, &format!("{key}: {value}"));
        }
    }
    if provision.says.is_empty() {
        return;
    }
    line(out, 4, "says:");
    for (topic, values) in &provision.says {
        let pairs: Vec<String> = values.iter().map(|(key, value)| format!("{key}: {value}")).collect();
        let short = format!("{topic}: {{ {} }}", pairs.join(", "));
        if short.len() + 10 <= WIDTH {
            line(out, 5, &short);
            continue;
        }
        line(out, 5, &format!("{topic}:"));
        pairs.iter().for_each(|pair| line(out, 6, pair));
    }
}

/// A key with prose, folded where it is long.
fn prose(out: &mut String, key: &str, text: &str) {
    if text.len() + key.len() + 12 <= WIDTH {
        return line(out, 4, &format!("{key}: {text}"));
    }
    line(out, 4, &format!("{key}: >-"));
    let mut row = String::new();
    for word in text.split(' ') {
        if row.len() + word.len() + 11 > WIDTH {
            line(out, 5, &std::mem::take(&mut row));
        }
        if !row.is_empty() {
            row.push(' ');
        }
        row.push_str(word);
    }
    line(out, 5, &row);
}

fn line(out: &mut String, level: usize, text: &str) {
    // Writing to a String cannot fail.
    let _ = match text.strip_prefix('\n') {
        Some(text) => writeln!(out, "\n{text}"),
        None => writeln!(out, "{:width$}{text}", "", width = 2 * level),
    };
}
