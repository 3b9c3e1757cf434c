//! The part of a file that a diagnostic shows: the line it stands in, cut where that is long, with nothing invisible.

use std::ops::Range;

use crate::base::files::Files;
use crate::base::span::Span;
use crate::report::escape::is_visible;

/// How many characters before the words in question are shown, and from their start on.
const BEFORE: usize = 60;
const AFTER: usize = 120;

/// What stands where something was cut off.
const CUT: &str = "...";

/// A line or a part of one.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Excerpt {
    /// The text as it is shown: as many characters as in the file, so that columns hold.
    pub(super) text: String,
    /// Whether the start of the line was left out.
    pub(super) cut_before: bool,
}

impl Excerpt {
    /// The excerpt for a span, and where in it the words in question are. Only the first line of a span is shown.
    /// `None` where the file is empty or not there.
    pub(super) fn of(files: &Files, span: Span) -> Option<(Self, Range<usize>)> {
        let text = &*files.get(span.file)?.text;
        if text.is_empty() {
            return None;
        }
        let at = floor(text, span.start as usize);
        let before = text.get(..at)?;
        // Looking for the line's start and end must not cost the length of a line that fills the file.
        let start =
            before.char_indices().rev().take(BEFORE).take_while(|(_, c)| *c != '\n').last().map_or(at, |it| it.0);
        let cut_before = start > 0 && !before.get(..start)?.ends_with('\n');
        let rest = text.get(at..)?;
        let end = rest.char_indices().take(AFTER).take_while(|(_, c)| !matches!(c, '\n' | '\r')).last();
        let end = end.map_or(at, |(last, c)| at + last + c.len_utf8());
        let cut_after = text.get(end..)?.chars().next().is_some_and(|c| !matches!(c, '\n' | '\r'));
        let stop = floor(text, span.end as usize).clamp(at, end);

        let mut shown = String::new();
        let mut piece = |range: Range<usize>| -> Range<usize> {
            let from = shown.len();
            shown.extend(text.get(range).unwrap_or("").chars().map(shape));
            from..shown.len()
        };
        piece(start..at);
        let mut span = piece(at..stop);
        piece(stop..end);
        if cut_before {
            shown.insert_str(0, CUT);
            span = span.start + CUT.len()..span.end + CUT.len();
        }
        if cut_after {
            shown.push_str(CUT);
        }
        Some((Self { text: shown, cut_before }, span))
    }
}

/// The character, or one that stands for what cannot be seen.
fn shape(c: char) -> char {
    match c {
        '\t' => ' ',
        c if is_visible(c) => c,
        _ => char::REPLACEMENT_CHARACTER,
    }
}

/// The start of the character that a byte belongs to.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, words: &str) -> (String, String) {
        let mut files = Files::new();
        let file = files.add("a.yaml", text);
        let at = text.find(words).unwrap();
        let (Excerpt { text, .. }, span) = Excerpt::of(&files, Span::new(file, at..at + words.len())).unwrap();
        let marked = text[span].to_owned();
        (text, marked)
    }

    #[test]
    fn the_line_is_shown_and_the_words_are_marked() {
        assert_eq!(excerpt("one\r\ntwo three\r\nfour", "three"), ("two three".to_owned(), "three".to_owned()));
        assert_eq!(excerpt("a\tb\u{202e}c", "c"), ("a b\u{fffd}c".to_owned(), "c".to_owned()));
        assert_eq!(excerpt("k: \u{1b}[31m", "\u{1b}"), ("k: \u{fffd}[31m".to_owned(), "\u{fffd}".to_owned()));
    }

    #[test]
    fn words_over_several_lines_are_marked_to_the_end_of_the_first() {
        assert_eq!(excerpt("a: |\n  b\nc", "|\n  b"), ("a: |".to_owned(), "|".to_owned()));
    }

    #[test]
    fn a_line_that_fills_the_file_is_cut_on_both_sides() {
        let long = format!("{}needle{}", "é".repeat(1_000_000), "ß".repeat(1_000_000));
        let (text, marked) = excerpt(&long, "needle");
        assert_eq!(marked, "needle");
        assert_eq!(text.chars().count(), BEFORE + AFTER + 2 * CUT.len());
    }

    #[test]
    fn an_empty_file_has_no_excerpt() {
        let mut files = Files::new();
        let file = files.add("a.yaml", "");
        assert_eq!(Excerpt::of(&files, Span::new(file, 0..0)), None);
    }
}
