//! The keys and values that may stand before a text, between two lines of three hyphens.

use std::ops::Range;

/// What stands before a text.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Front {
    /// Nothing: the text begins at once.
    None,
    /// Keys and values: the bytes between the two lines, and the byte at which the text begins.
    Keys(Range<usize>, usize),
    /// The first line opens it and no line closes it.
    Open,
}

/// Finds what stands before a text. A byte order mark and either kind of line end are passed over.
pub fn front(text: &str) -> Front {
    let begin = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut at = begin;
    let mut keys = None;
    for line in text.get(begin..).unwrap_or("").split_inclusive('\n') {
        let fence = matches!(line.trim_end(), "---");
        match keys {
            None if fence => keys = Some(at + line.len()),
            None => return Front::None,
            Some(start) if fence => return Front::Keys(start..at, at + line.len()),
            Some(_) => {}
        }
        at += line.len();
    }
    if keys.is_some() { Front::Open } else { Front::None }
}

#[cfg(test)]
mod tests {
    use super::{Front, front};

    #[test]
    fn keys_stand_between_two_lines_of_hyphens() {
        let keys = |text: &'static str| match front(text) {
            Front::Keys(keys, body) => Some((&text[keys], &text[body..])),
            Front::None | Front::Open => None,
        };
        assert_eq!(keys("---\na: b\n---\ntext"), Some(("a: b\n", "text")));
        assert_eq!(keys("\u{feff}---\r\na: b\r\n---\r\ntext"), Some(("a: b\r\n", "text")));
        assert_eq!(keys("---\n---"), Some(("", "")));
        assert_eq!(front("---\na: b\n"), Front::Open);
        assert_eq!(front("# A\n---\n---\n"), Front::None);
        assert_eq!(front(""), Front::None);
    }
}
