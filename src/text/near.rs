//! The passage of a text that comes nearest to a quotation which does not stand there.

use std::collections::HashMap;

use super::law::LawText;
use super::redline::{MOST_WORDS, Stretch, compare, shown};
use super::words::Word;
use crate::base::span::Span;

/// How many words beside the nearest ones are compared too, on either side.
const MOST_BESIDE: usize = 40;

/// A passage that comes near to a quotation.
#[derive(Clone, Debug)]
pub struct Passage {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: String,
    /// Word by word: `[-quoted-]` and not there, `{+there+}` and not quoted. `None` where no more may be compared.
    pub redline: Option<String>,
}

/// How much may be compared word by word, in steps of the work; about a second's worth. Most quotations that fail take some
/// thousand steps, and one of the greatest length takes sixty millions.
#[derive(Clone, Debug)]
pub struct Effort(usize);

impl Default for Effort {
    /// As much as one record may take.
    fn default() -> Self {
        Self(crate::base::limits::STEPS_COMPARED)
    }
}

impl Effort {
    /// Takes some of it, if there is so much.
    fn take(&mut self, steps: usize) -> bool {
        let left = self.0.checked_sub(steps);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// The passage nearest to a piece of a quotation: as many words in a row that share most with it. `None` where none shares
/// half of its words.
pub(super) fn nearest(
    law: &LawText,
    hay: &[(u32, u32)],
    quote: &str,
    words: &[Word],
    effort: &mut Effort,
) -> Option<Passage> {
    let words = words.get(..words.len().min(MOST_WORDS))?;
    let start = window(hay, words)?;
    let beside = (words.len() / 2 + 8).min(MOST_BESIDE);
    // Between two ranges of a place stands a symbol that no word has; a passage does not run over it.
    let whole = |list: &&(u32, u32)| list.0 != u32::MAX;
    let before = hay.get(..start)?.iter().rev().take(beside).take_while(whole).count();
    let after = hay.get(start..)?.iter().take(words.len() + beside).take_while(whole).count();
    let near = hay.get(start - before..start + after)?;
    let number = |at: usize| near.get(at).map(|(_, number)| *number);
    if !effort.take(words.len().saturating_mul(near.len()).saturating_mul(4)) {
        let range = number(before)?..number(near.len().checked_sub(1)?)? + 1;
        return Some(Passage { span: law.span(range.clone()), text: law.text_of(range).to_owned(), redline: None });
    }
    let (old, new): (Vec<u32>, Vec<u32>) =
        (words.iter().map(|word| word.symbol).collect(), near.iter().map(|(symbol, _)| *symbol).collect());
    let mut changes = compare(&old, &new);
    // Of what stands before the first shared word and after the last, no more is part of the passage than was quoted.
    let shared = |change: &Stretch| change.same;
    let first = changes.iter().position(shared)?;
    let last = changes.iter().rposition(shared)?;
    for (at, change) in changes.iter_mut().enumerate() {
        if at < first {
            change.new.start = change.new.end - change.new.len().min(change.old.len());
        } else if at > last {
            change.new.end = change.new.start + change.new.len().min(change.old.len());
        }
    }
    let from = changes.first().map_or(0, |change| change.new.start);
    let to = changes.last().map_or(0, |change| change.new.end);
    let range = number(from)?..number(to.checked_sub(1)?)? + 1;
    let stands: Vec<Word> = near.iter().filter_map(|(_, number)| law.words.get(*number as usize)).copied().collect();
    let redline = Some(shown(&changes, (quote, words), (&law.plain, &stands)));
    Some(Passage { span: law.span(range.clone()), text: law.text_of(range).to_owned(), redline })
}

/// Where the stretch as long as the quotation begins that shares most words with it; the first of equals.
fn window(hay: &[(u32, u32)], words: &[Word]) -> Option<usize> {
    let mut wanted: HashMap<u32, i64> = HashMap::new();
    for word in words {
        *wanted.entry(word.symbol).or_default() += 1;
    }
    let mut shared = 0_usize;
    let mut best = (0, 0);
    for (at, (symbol, _)) in hay.iter().enumerate() {
        if let Some(left) = wanted.get_mut(symbol) {
            shared += usize::from(*left > 0);
            *left -= 1;
        }
        if let Some((gone, _)) = at.checked_sub(words.len()).and_then(|at| hay.get(at))
            && let Some(left) = wanted.get_mut(gone)
        {
            *left += 1;
            shared -= usize::from(*left > 0);
        }
        if shared > best.0 {
            best = (shared, (at + 1).saturating_sub(words.len()));
        }
    }
    (best.0 > 0 && best.0 * 2 >= words.len()).then_some(best.1)
}
