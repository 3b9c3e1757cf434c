//! What one value is: a text, an id, a date, a number, one word of a list. Each reports what it cannot read.

use super::node::{Entry, Kind, Node};
use crate::base::Text;
use crate::base::day::{Date, Day};
use crate::base::nearest::nearest;
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic, Diagnostics};

/// One text, whatever it says; reports lists, mappings and nothing at all.
pub fn scalar(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<Text>> {
    match &node.kind {
        Kind::Scalar(scalar) if !scalar.is_empty() => Some(Spanned::new(scalar.value.clone(), node.span)),
        Kind::Failed => None,
        _ => {
            let headline = format!("{what} is one text, not {}", node.describe());
            diagnostics.push(Diagnostic::new(Code::WrongType, headline, node.span, ""));
            None
        }
    }
}

/// A text that says something: not blank; blanks around it are dropped.
pub fn text(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<Text>> {
    let found = scalar(node, what, diagnostics)?;
    let trimmed = found.value.trim();
    if trimmed.is_empty() {
        diagnostics.push(
            Diagnostic::new(Code::EmptyText, format!("{what} is empty"), node.span, "")
                .help("say it, or leave the key out"),
        );
        return None;
    }
    if trimmed.len() == found.value.len() {
        return Some(found);
    }
    Some(Spanned::new(trimmed.into(), found.span))
}

/// Whether a text is a slug: small letters and digits, joined by single hyphens.
pub fn is_slug(text: &str) -> bool {
    text.len() <= 80
        && text
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
}

/// An id: a slug of at most 80 letters.
pub fn id(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<Text>> {
    let found = scalar(node, what, diagnostics)?;
    check_id(found, what, diagnostics)
}

/// The key of an entry as an id.
pub fn key_id(entry: &Entry, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<Text>> {
    check_id(entry.key.clone(), what, diagnostics)
}

fn check_id(found: Spanned<Text>, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<Text>> {
    if is_slug(&found.value) {
        return Some(found);
    }
    diagnostics.push(
        Diagnostic::new(Code::BadId, format!("`{}` is no id for {what}", found.value), found.span, "")
            .help("an id is made of small letters and digits, joined by single hyphens, at most 80 of them"),
    );
    None
}

/// A day, a month or a year.
pub fn date(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<Date>> {
    let found = scalar(node, what, diagnostics)?;
    match Date::parse(&found.value) {
        Some(date) => Some(Spanned::new(date, found.span)),
        None => {
            bad_date(&found, "write a day as 2009-08-31, a month as 2009-08 or a year as 2009", diagnostics);
            None
        }
    }
}

/// A day, to the day.
pub fn day(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<Day>> {
    let found = scalar(node, what, diagnostics)?;
    match Day::parse(&found.value) {
        Some(day) => Some(Spanned::new(day, found.span)),
        None => {
            bad_date(&found, "write the day as 2009-08-31", diagnostics);
            None
        }
    }
}

fn bad_date(found: &Spanned<Text>, help: &str, diagnostics: &mut Diagnostics) {
    let headline = format!("`{}` is no date of the calendar", found.value);
    diagnostics.push(Diagnostic::new(Code::BadDate, headline, found.span, "").help(help));
}

/// A whole number from 0 to 4,294,967,295, in digits.
pub fn number(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<u32>> {
    let found = scalar(node, what, diagnostics)?;
    let digits = found.value.bytes().all(|byte| byte.is_ascii_digit());
    match found.value.parse().ok().filter(|_| digits) {
        Some(number) => Some(Spanned::new(number, found.span)),
        None => {
            let headline = format!("{what} is a whole number, not `{}`", found.value);
            diagnostics.push(Diagnostic::new(Code::WrongType, headline, found.span, ""));
            None
        }
    }
}

/// One of a fixed list of words.
pub fn choice<T: Copy>(
    node: &Node,
    what: &str,
    words: &[(&'static str, T)],
    diagnostics: &mut Diagnostics,
) -> Option<Spanned<T>> {
    let found = scalar(node, what, diagnostics)?;
    if let Some((_, value)) = words.iter().find(|(word, _)| *word == &*found.value) {
        return Some(Spanned::new(*value, found.span));
    }
    let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
    diagnostics.push(
        Diagnostic::new(Code::UnknownWord, format!("`{}` is no {what}", found.value), found.span, "")
            .suggest(nearest(&found.value, names.iter().copied()))
            .help(format!("one of: {}", names.join(", "))),
    );
    None
}

/// `yes` or `no`.
pub fn flag(node: &Node, what: &str, diagnostics: &mut Diagnostics) -> Option<Spanned<bool>> {
    choice(node, what, &[("yes", true), ("no", false), ("true", true), ("false", false)], diagnostics)
}

/// A list; a single value is not taken for one.
pub fn list<'a>(node: &'a Node, what: &str, diagnostics: &mut Diagnostics) -> &'a [Node] {
    match &node.kind {
        Kind::Sequence(items) => items,
        Kind::Failed => &[],
        _ => {
            let headline = format!("{what} is a list, not {}", node.describe());
            diagnostics.push(
                Diagnostic::new(Code::WrongType, headline, node.span, "")
                    .help("write it as `[one, two]` or as `- one` lines"),
            );
            &[]
        }
    }
}

/// The entries of a mapping whose keys are ids chosen by the writer.
pub fn entries<'a>(node: &'a Node, what: &str, diagnostics: &mut Diagnostics) -> &'a [Entry] {
    match &node.kind {
        Kind::Mapping(entries) => entries,
        Kind::Failed => &[],
        _ => {
            let headline = format!("{what} is a mapping of ids to values, not {}", node.describe());
            diagnostics.push(Diagnostic::new(Code::WrongType, headline, node.span, "").help("write `id: value` lines"));
            &[]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_slug;

    #[test]
    fn a_slug_is_small_letters_and_digits_joined_by_single_hyphens() {
        for good in ["a", "crc", "penal-code-1999", "c29"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "a_b", "é", "a b"] {
            assert!(!is_slug(bad), "{bad}");
        }
        assert!(!is_slug(&"a".repeat(81)));
    }
}
