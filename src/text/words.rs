//! Texts as words: what is folded when two texts are compared, and where a word begins and ends.

use std::collections::HashMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// A word of a text: which one, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// The same number for words that are equal once folded.
    pub(super) symbol: u32,
    /// Offset of its first byte.
    pub(super) start: u32,
    /// Offset of the byte after its last.
    pub(super) end: u32,
}

/// Numbers for words.
#[derive(Clone, Debug, Default)]
pub(super) struct Lexicon {
    known: HashMap<String, u32>,
}

impl Lexicon {
    /// The words of a text; those that are new get the next numbers.
    pub(super) fn learn(&mut self, text: &str) -> Vec<Word> {
        let known = &mut self.known;
        words(text, |folded| {
            let next = narrow(known.len());
            *known.entry(folded).or_insert(next)
        })
    }

    /// The words of another text. Those that are not known get numbers that no known word has.
    pub(super) fn read(&self, text: &str) -> Vec<Word> {
        let mut others: HashMap<String, u32> = HashMap::new();
        words(text, |folded| match self.known.get(&folded) {
            Some(symbol) => *symbol,
            None => {
                let next = narrow(self.known.len() + others.len());
                *others.entry(folded).or_insert(next)
            }
        })
    }
}

fn words(text: &str, mut number: impl FnMut(String) -> u32) -> Vec<Word> {
    let mut found = Vec::new();
    for range in pieces(text) {
        let folded = fold(text.get(range.clone()).unwrap_or(""));
        if !folded.is_empty() {
            found.push(Word { symbol: number(folded), start: narrow(range.start), end: narrow(range.end) });
        }
    }
    found
}

/// A word as it is compared: quotation marks are all one, hyphens and dashes are all one, and what has no width is
/// nothing. Letters, digits and every other mark stay as they are.
pub(super) fn fold(word: &str) -> String {
    word.chars().filter_map(folded).collect()
}

fn folded(letter: char) -> Option<char> {
    match letter {
        _ if letter.is_whitespace() => None,
        // Soft hyphen, zero width space, word joiner, byte order mark: white space and hyphens that nobody sees.
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => None,
        _ if is_quote(letter) => Some('"'),
        _ if is_dash(letter) => Some('-'),
        _ => Some(letter),
    }
}

/// Whether a letter is a quotation mark or an apostrophe.
pub(super) fn is_quote(letter: char) -> bool {
    matches!(letter, '"' | '\'' | '`' | '´' | '«' | '»' | '\u{2018}'..='\u{201f}' | '‹' | '›' | '\u{301d}'..='\u{301f}' | '＂')
}

/// Whether a letter is a hyphen or a dash.
pub(super) fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// The words and single marks of a text, without the white space between them.
pub(super) fn pieces(text: &str) -> Vec<Range<usize>> {
    let blank = |range: &Range<usize>| text.get(range.clone()).is_none_or(|piece| piece.trim().is_empty());
    tokens(text).into_iter().filter(|range| !blank(range)).collect()
}

/// The words of a text, and the marks and white space between them, which together are the whole text.
///
/// Bounds are those of Unicode's annex 29; where a bound of words would cut a grapheme, as before the Thai vowel *am*,
/// the two pieces stay one.
pub fn tokens(text: &str) -> Vec<Range<usize>> {
    let mut graphemes = text.grapheme_indices(true).map(|(at, _)| at).peekable();
    let mut starts = text.split_word_bound_indices().map(|(at, _)| at).filter(|at| {
        while graphemes.next_if(|bound| bound < at).is_some() {}
        graphemes.peek() == Some(at)
    });
    let mut found = Vec::new();
    let mut start = starts.next();
    while let Some(begin) = start {
        start = starts.next();
        found.push(begin..start.unwrap_or(text.len()));
    }
    found
}

pub(super) fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        pieces(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn white_space_quotation_marks_and_hyphens_are_folded_and_nothing_else() {
        let same = |a: &str, b: &str| {
            let mut lexicon = Lexicon::default();
            let symbols = |words: Vec<Word>| words.iter().map(|word| word.symbol).collect::<Vec<_>>();
            symbols(lexicon.learn(a)) == symbols(lexicon.read(b))
        };
        assert!(same("a “child’s\u{a0}right”", "a \"child's\n right\""));
        assert!(same("non–punishment", "non-punishment"));
        assert!(same("traf\u{ad}ficking", "trafficking"));
        assert!(!same("Child", "child"));
        assert!(!same("a child,", "a child"));
        assert!(!same("together", "to gether"));
        assert!(!same("é", "e"));
    }

    #[test]
    fn no_piece_ends_within_a_grapheme() {
        // Thai "water" is written with a vowel that annex 29 would cut off.
        assert!(cut("น้ำ").iter().all(|piece| !piece.starts_with('\u{e33}')));
        assert_eq!(cut("👩‍👧 e\u{301}a 🇻🇳"), ["👩‍👧", "e\u{301}a", "🇻🇳"]);
        assert_eq!(cut(" s. 3(a):\r\n it’s "), ["s", ".", "3", "(", "a", ")", ":", "it’s"]);
    }
}
