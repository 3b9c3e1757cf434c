//! What was struck out and what was put in, word by word.
//!
//! Words are those of the Unicode standard, and where its bounds would cut what a reader sees as one character, the
//! two pieces are kept together. Both texts always come out again whole: what stays and what is struck out is the old
//! text, what stays and what is put in is the new one.

use crate::text::{compare, tokens};

/// How many words two texts may have together before they are compared by sentence, and how many sentences before one
/// is simply put in the place of the other. Bounds in numbers and not in time, so that every machine finds the same.
const MOST_TOKENS: usize = 6_000;

/// A piece of a redline.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Piece {
    /// Words that stay.
    Same(String),
    /// Words that were struck out.
    Struck(String),
    /// Words that were put in.
    Inserted(String),
    /// Words that stay and are not shown: how many.
    Skipped(usize),
}

/// Two versions of a text, laid over each other.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Redline {
    /// The pieces in order. Between two that stay something is struck out, put in, or both, in that order.
    pub pieces: Vec<Piece>,
}

impl Redline {
    /// Lays `new` over `old`. Given the other way round, struck out and put in change places.
    pub fn of(old: &str, new: &str) -> Self {
        // One order for both directions, so that the redline of a, b mirrors that of b, a.
        if old > new { Self::of_ordered(new, old).mirrored() } else { Self::of_ordered(old, new) }
    }

    fn of_ordered(old: &str, new: &str) -> Self {
        let (a, b) = (words(old), words(new));
        if a.len() + b.len() <= MOST_TOKENS {
            return Self::of_tokens(&a, &b);
        }
        let (a, b) = (sentences(old), sentences(new));
        if a.len() + b.len() <= MOST_TOKENS {
            return Self::of_tokens(&a, &b);
        }
        Self::of_tokens(&[old], &[new])
    }

    fn of_tokens(a: &[&str], b: &[&str]) -> Self {
        let text = |tokens: &[&str], range: std::ops::Range<usize>| tokens.get(range).unwrap_or(&[]).concat();
        let mut found = Self::default();
        for stretch in compare(a, b) {
            if stretch.same {
                found.pieces.push(Piece::Same(text(a, stretch.old)));
            } else {
                found.change(text(a, stretch.old), text(b, stretch.new));
            }
        }
        found
    }

    /// Takes in a change. A blank that stays between two changes belongs to both: to read on is easier than to stumble.
    fn change(&mut self, struck: String, inserted: String) {
        let mut before = (String::new(), String::new());
        let blank = matches!(self.pieces.last(), Some(Piece::Same(words)) if words.trim().is_empty());
        if blank
            && self.pieces.len() > 1
            && let Some(Piece::Same(words)) = self.pieces.pop()
        {
            before = (words.clone(), words);
        }
        if let Some(Piece::Inserted(words)) = self.pieces.last() {
            before.1.insert_str(0, words);
            self.pieces.pop();
        }
        if let Some(Piece::Struck(words)) = self.pieces.last() {
            before.0.insert_str(0, words);
            self.pieces.pop();
        }
        let (struck, inserted) = (before.0 + &struck, before.1 + &inserted);
        self.pieces.extend((!struck.is_empty()).then_some(Piece::Struck(struck)));
        self.pieces.extend((!inserted.is_empty()).then_some(Piece::Inserted(inserted)));
    }

    /// The same the other way round.
    #[must_use]
    pub fn mirrored(self) -> Self {
        let mut pieces: Vec<Piece> = Vec::with_capacity(self.pieces.len());
        for piece in self.pieces {
            match piece {
                Piece::Struck(words) => pieces.push(Piece::Inserted(words)),
                Piece::Inserted(words) => match pieces.pop() {
                    Some(Piece::Inserted(before)) => pieces.extend([Piece::Struck(words), Piece::Inserted(before)]),
                    before => pieces.extend(before.into_iter().chain([Piece::Struck(words)])),
                },
                same => pieces.push(same),
            }
        }
        Self { pieces }
    }

    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Same(_) | Piece::Skipped(_)))
    }

    /// The old text.
    pub fn old(&self) -> String {
        let kept = |piece: &Piece| match piece {
            Piece::Same(words) | Piece::Struck(words) => Some(words.clone()),
            Piece::Inserted(_) | Piece::Skipped(_) => None,
        };
        self.pieces.iter().filter_map(kept).collect()
    }

    /// The new text.
    pub fn new_text(&self) -> String {
        self.clone().mirrored().old()
    }

    /// The same with long stretches that stay left out, but for `context` words on either side of a change.
    #[must_use]
    pub fn shortened(&self, context: usize) -> Self {
        let last = self.pieces.len().saturating_sub(1);
        let mut pieces = Vec::new();
        for (number, piece) in self.pieces.iter().enumerate() {
            let Piece::Same(text) = piece else {
                pieces.push(piece.clone());
                continue;
            };
            let tokens = words(text);
            let (head, tail) = (if number == 0 { 0 } else { context }, if number == last { 0 } else { context });
            // Words and the blanks between them count alike; a stretch barely longer than its context is shown whole.
            let (head, tail) = (head * 2, tail * 2);
            if tokens.len() <= head + tail + 6 {
                pieces.push(piece.clone());
                continue;
            }
            let end = tokens.len() - tail;
            let skipped = tokens.get(head..end).unwrap_or(&[]);
            let skipped = skipped.iter().filter(|token| !token.trim().is_empty()).count();
            let part = |range: std::ops::Range<usize>| Piece::Same(tokens.get(range).unwrap_or(&[]).concat());
            pieces.extend((head > 0).then(|| part(0..head)));
            pieces.push(Piece::Skipped(skipped));
            pieces.extend((tail > 0).then(|| part(end..tokens.len())));
        }
        Self { pieces }
    }
}

/// The words of a text with what stands between them; no piece begins or ends within a character that a reader sees.
fn words(text: &str) -> Vec<&str> {
    tokens(text).into_iter().filter_map(|range| text.get(range)).collect()
}

/// The sentences of a text, or its lines where those are shorter.
fn sentences(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').flat_map(|line| line.split_inclusive(['.', ';', '。'])).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::*;

    /// A redline in one line: `[-struck-]{+inserted+}`.
    fn shown(redline: &Redline) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Same(words) => words.clone(),
            Piece::Struck(words) => format!("[-{words}-]"),
            Piece::Inserted(words) => format!("{{+{words}+}}"),
            Piece::Skipped(words) => format!("<{words}>"),
        };
        redline.pieces.iter().map(piece).collect()
    }

    #[test]
    fn words_are_struck_out_and_put_in_whole() {
        for (old, new, line) in [
            ("below 16 years", "below 18 years", "below [-16-]{+18+} years"),
            ("a b", "a b", "a b"),
            ("", "new", "{+new+}"),
            ("gone", "", "[-gone-]"),
            // A blank before the first change belongs to no two changes.
            (" a", " b", " [-a-]{+b+}"),
            // What is one thought is one change, the blank between included.
            ("a child is protected", "any person is protected", "[-a child-]{+any person+} is protected"),
            // A mark above a letter is a part of the letter.
            ("cafe", "cafe\u{301}", "[-cafe-]{+cafe\u{301}+}"),
        ] {
            assert_eq!(shown(&Redline::of(old, new)), line);
        }
    }

    #[test]
    fn nothing_is_cut_in_two() {
        // Thai with marks above and below, a family of four joined into one picture, a flag, Vietnamese with two marks.
        let family = "👨‍👩‍👧‍👦";
        for (old, new) in [
            ("เด็กอายุต่ำกว่าสิบแปดปี".to_owned(), "เด็กอายุต่ำกว่าสิบหกปี".to_owned()),
            (format!("one {family} here"), "one 👨‍👩‍👧 here".to_owned()),
            ("🇹🇭🇻🇳".to_owned(), "🇹🇭🇵🇭".to_owned()),
            ("tre\u{309}\u{323} em".to_owned(), "tre\u{309} em".to_owned()),
        ] {
            let redline = Redline::of(&old, &new);
            let whole: BTreeSet<&str> = old.graphemes(true).chain(new.graphemes(true)).collect();
            for piece in &redline.pieces {
                let (Piece::Same(words) | Piece::Struck(words) | Piece::Inserted(words)) = piece else { continue };
                assert!(words.graphemes(true).all(|seen| whole.contains(seen)), "{piece:?}");
            }
        }
    }

    #[test]
    fn a_long_text_is_shortened_around_its_changes() {
        let long = "word ".repeat(60);
        let redline = Redline::of(&format!("{long}16 {long}"), &format!("{long}18 {long}"));
        let short = redline.shortened(3);
        assert_eq!(shown(&short), "<57>word word word [-16-]{+18+} word word word<57>");
        // Nothing stands before the first words left out or after the last.
        assert_eq!(short.pieces.len(), 6);
    }

    #[test]
    fn a_stretch_barely_longer_than_its_context_is_shown_whole() {
        // Between the changes stand blanks and words in turn, one blank more than words.
        let between = |words: usize| {
            let middle = " w".repeat(words);
            shown(&Redline::of(&format!("1{middle} 3"), &format!("2{middle} 4")).shortened(1))
        };
        assert_eq!(between(4), "[-1-]{+2+} w w w w [-3-]{+4+}");
        assert_eq!(between(5), "[-1-]{+2+} w<3>w [-3-]{+4+}");
    }

    #[test]
    fn a_text_of_many_words_is_compared_by_sentences() {
        let text = |sentences: usize, word: &str| format!("A {word} B. ") + &"C d. ".repeat(sentences);
        // Five tokens a sentence in each text, and six in the first: `A`, `x`, `B`, the blanks between, the stop.
        assert!(shown(&Redline::of(&text(500, "x"), &text(500, "y"))).starts_with("A [-x-]{+y+} B. "));
        assert!(shown(&Redline::of(&text(700, "x"), &text(700, "y"))).starts_with("[-A x B.-]{+A y B.+} "));
    }

    #[test]
    fn a_text_and_itself_differ_in_nothing() {
        assert!(Redline::of("A child is below 18.", "A child is below 18.").is_empty());
        assert!(!Redline::of("A child is below 18.", "A child is below 16.").is_empty());
    }

    #[test]
    fn a_text_beyond_all_bounds_takes_little_time() {
        let old = "a b c d e f g. ".repeat(20_000);
        let new = "g f e d c b a. ".repeat(20_000);
        let redline = Redline::of(&old, &new);
        assert_eq!((redline.old(), redline.new_text()), (old, new));
    }

    proptest! {
        #[test]
        fn both_texts_come_out_again_and_swapping_mirrors(
            old in "[ab c\u{301}é🇹.\n]{0,40}",
            new in "[ab c\u{301}é🇹.\n]{0,40}",
        ) {
            let redline = Redline::of(&old, &new);
            prop_assert_eq!(&redline.old(), &old);
            prop_assert_eq!(&redline.new_text(), &new);
            prop_assert_eq!(redline.is_empty(), old == new);
            prop_assert_eq!(Redline::of(&new, &old), redline.mirrored());
        }
    }
}
