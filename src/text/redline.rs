//! Two texts word by word: what is gone, what is new, what is the same. A word is never cut, and so no character is.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::words::{Lexicon, Word};

/// How many words of either text are compared. What goes beyond is shown as gone and new as a whole, since the work
/// grows with the product of the lengths where two texts have nothing in common.
pub const MOST_WORDS: usize = 4_000;
/// How many words that stay the same are shown around a change.
const MOST_SAME: usize = 12;

/// A stretch of words that is the same in both texts, or gone from the one and new in the other.
#[derive(Clone, Debug)]
pub(super) struct Range {
    pub(super) same: bool,
    pub(super) old: std::ops::Range<usize>,
    pub(super) new: std::ops::Range<usize>,
}

/// Compares two rows of symbols.
pub(super) fn compare(old: &[u32], new: &[u32]) -> Vec<Range> {
    if old.len() > MOST_WORDS || new.len() > MOST_WORDS {
        return vec![Range { same: false, old: 0..old.len(), new: 0..new.len() }];
    }
    let range =
        |op: DiffOp| Range { same: matches!(op, DiffOp::Equal { .. }), old: op.old_range(), new: op.new_range() };
    capture_diff_slices(Algorithm::Myers, old, new).into_iter().map(range).collect()
}

/// The changes in one line: `[-gone-]`, `{+new+}`. Long stretches that stay the same are cut in the middle.
pub(super) fn shown(changes: &[Range], old: (&str, &[Word]), new: (&str, &[Word])) -> String {
    let mut line = String::new();
    let mut part = |side: (&str, &[Word]), range: &std::ops::Range<usize>, open: &str, close: &str| {
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
fn text((text, words): (&str, &[Word]), range: &std::ops::Range<usize>) -> Option<String> {
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

/// Two texts word by word, `[-gone-]` and `{+new+}`. White space, quotation marks and hyphens are folded.
pub fn redline(old: &str, new: &str) -> String {
    let mut lexicon = Lexicon::default();
    let (before, after) = (lexicon.learn(old), lexicon.learn(new));
    let symbols = |words: &[Word]| words.iter().map(|word| word.symbol).collect::<Vec<_>>();
    shown(&compare(&symbols(&before), &symbols(&after)), (old, &before), (new, &after))
}

#[cfg(test)]
mod tests {
    use super::redline;

    #[test]
    fn what_is_gone_and_what_is_new_stand_beside_each_other() {
        for (old, new, expected) in [
            ("a child below 16", "a child below 18", "a child below [-16-] {+18+}"),
            ("a  child", "a child of tender years", "a child {+of tender years+}"),
            ("the “child”", "the \"child\"", "the \"child\""),
            ("không", "khong", "[-không-] {+khong+}"),
            ("น้ำ ตา", "น้ำ มา", "น้ำ [-ต-] {+ม+}า"),
            ("", "", ""),
        ] {
            assert_eq!(redline(old, new), expected);
        }
    }
}
