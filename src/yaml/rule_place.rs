//! From a byte of a rule back to the byte of the file it stands in.

use std::ops::Range;

use super::node::{Node, Scalar, Style};
use crate::base::span::Span;

/// Where the words of a scalar stand in the file.
#[derive(Clone, Debug)]
pub struct Places {
    span: Span,
    /// From this byte of the value on, words stand at this byte of the file, up to the next entry.
    runs: Vec<(usize, usize)>,
}

impl Places {
    /// The places of a scalar whose words stand in the file as they stand in its value, whatever the blanks between
    /// them. `None` where an escape makes the two differ, so that a word could not be pointed at.
    pub fn of(node: &Node, scalar: &Scalar, file_text: &str) -> Option<Self> {
        let quote = usize::from(scalar.style == Style::Quoted);
        let start = node.span.start as usize + quote;
        let raw = file_text.get(start..node.span.end as usize)?;
        let mut runs = Vec::new();
        let mut letters = raw.char_indices().peekable();
        for (at, wanted) in scalar.value.char_indices() {
            let found = loop {
                let (place, letter) = letters.next()?;
                if letter == wanted || letter.is_whitespace() && wanted.is_whitespace() {
                    break place;
                }
                // Indentation and line breaks that the value folds away.
                if !letter.is_whitespace() {
                    return None;
                }
            };
            let shift = start + found;
            if runs.last().is_none_or(|(value, file)| shift - file != at - value) {
                runs.push((at, shift));
            }
        }
        Some(Self { span: node.span, runs })
    }

    /// The place in the file of a range of bytes of the value.
    pub fn span(&self, range: Range<usize>) -> Span {
        let at = |byte: usize| {
            let run = self.runs.iter().rev().find(|(value, _)| *value <= byte);
            run.map_or(self.span.start as usize, |(value, file)| byte - value + file)
        };
        let start = at(range.start);
        let end = if range.is_empty() { start } else { at(range.end - 1) + 1 };
        Span::new(self.span.file, start.min(self.span.end as usize)..end.min(self.span.end as usize))
    }
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::base::files::Files;
    use crate::diag::Diagnostics;
    use crate::yaml::node::{Entry, Kind};
    use crate::yaml::read::read;

    /// Finds `word` in the value of the one key of a file and returns the words of the file at its place.
    fn pointed_at(text: &str, word: &str) -> Option<String> {
        let mut files = Files::new();
        let file = files.add("rule.yaml", text);
        let node = read(&files, file, &mut Diagnostics::new()).unwrap();
        let Kind::Mapping(entries) = node.kind else { unreachable!("the file is a mapping") };
        let [Entry { value, .. }] = entries.as_slice() else { unreachable!("the file has one key") };
        let Kind::Scalar(scalar) = &value.kind else { unreachable!("its value is a scalar") };
        let start = scalar.value.find(word).unwrap();
        let places = Places::of(value, scalar, text)?;
        Some(files.text(places.span(start..start + word.len())).to_owned())
    }

    #[test]
    fn every_way_of_writing_a_rule_points_at_its_words() {
        for text in [
            "rule: party to crc\n",
            "rule: party\n  to\n  crc\n",
            "rule: 'party to crc'\n",
            "rule: \"party\n  to crc\"\n",
            "rule: |\n  party to\n    crc\n",
            "rule: >-\n  party\n  to\n\n  crc # no comment in here\n",
        ] {
            for word in ["party", "to", "crc"] {
                assert_eq!(pointed_at(text, word).as_deref(), Some(word), "{text}");
            }
        }
    }

    #[test]
    fn a_word_behind_an_escape_cannot_be_pointed_at() {
        assert_eq!(pointed_at("rule: \"party\\tto crc\"\n", "crc"), None);
        assert_eq!(pointed_at("rule: 'party ''to'' crc'\n", "crc"), None);
    }
}
