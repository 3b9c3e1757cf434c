//! Two texts word by word: what is gone, what is new, what is the same. A word is never cut, and so no character is.

use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words::Word;

/// How many words of a quotation are compared with the passage nearest to it, since the work grows with the product of
/// the lengths where two texts have nothing in common.
pub(super) const MOST_WORDS: usize = 4_000;
/// How many words that stay the same are shown around a change.
const MOST_SAME: usize = 12;

/// A stretch of words that is the same in both texts, or gone from the one and new in the other.
#[derive(Clone, Debug)]
pub struct Stretch {
    /// Whether it is the same in both.
    pub same: bool,
    /// Its words in the old text, by their numbers.
    pub old: Range<usize>,
    /// Its words in the new text, by their numbers.
    pub new: Range<usize>,
}

/// Compares two rows of words, whatever stands for a word; the whole of both, in order. Who asks bounds their lengths.
pub fn compare<T: Hash + Eq + Ord>(old: &[T], new: &[T]) -> Vec<Stretch> {
    let stretch =
        |op: DiffOp| Stretch { same: matches!(op, DiffOp::Equal { .. }), old: op.old_range(), new: op.new_range() };
    capture_diff_slices(Algorithm::Myers, old, new).into_iter().map(stretch).collect()
}

/// The changes in one line: `[-gone-]`, `{+new+}`. Long stretches that stay the same are cut in the middle.
pub(super) fn shown(changes: &[Stretch], old: (&str, &[Word]), new: (&str, &[Word])) -> String {
    let mut line = String::new();
    let mut part = |side: (&str, &[Word]), range: &Range<usize>, open: &str, close: &str| {
        let Some(words) = text(side, range) else { return };
        if !line.is_empty() && stands_apart(side, range.start) {
            line.push(' ');
        }
        line.extend([open, &cut(&words), close]);
    };
    for change in changes {
        if change.same {
            part(new, &change.new, "", "");
        } else {
            part(old, &change.old, "[-", "-]");
            part(new, &change.new, "{+", "+}");
        }
    }
    line
}

/// The words of a range as they stand in their text, with single spaces.
fn text((text, words): (&str, &[Word]), range: &Range<usize>) -> Option<String> {
    let words = words.get(range.clone())?;
    let text = text.get(words.first()?.start as usize..words.last()?.end as usize)?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Whether white space stands before a word in its text.
fn stands_apart((text, words): (&str, &[Word]), word: usize) -> bool {
    let before = words.get(word).and_then(|word| text.get(..word.start as usize));
    before.is_some_and(|before| before.is_empty() || before.ends_with(char::is_whitespace))
}

fn cut(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let (Some(head), Some(tail)) = (words.get(..MOST_SAME), words.get(words.len().saturating_sub(MOST_SAME)..)) else {
        return text.to_owned();
    };
    if words.len() <= 2 * MOST_SAME { text.to_owned() } else { format!("{} … {}", head.join(" "), tail.join(" ")) }
}
