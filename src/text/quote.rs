//! Whether a quotation stands in a place of a law's text.
//!
//! The words are compared as `words` folds them. `[...]` skips words: the pieces on its two sides stand in the place in
//! their order, and any words may stand between them. Every piece is looked for once, from where the last one ended, so
//! the work grows with the length of the place and of the quotation, whatever they hold and however much is skipped.

use std::ops::Range;

use super::find::Place;
use super::law::LawText;
use super::near::{Effort, Passage, nearest};
use super::words::{Word, fold, narrow};
use crate::base::span::Span;

/// The words that, where they are skipped, may turn a quotation into its contrary.
pub const NEGATIONS: &[&[&str]] =
    &[&["not"], &["cannot"], &["unless"], &["except"], &["without"], &["subject", "to"], &["provided"]];

/// A quotation that stands in its place.
#[derive(Clone, Debug, Default)]
pub struct Quoted {
    /// The words among those skipped that may turn it into its contrary, each with its place in the text.
    pub skipped: Vec<(&'static str, Span)>,
}

/// A quotation that does not stand in its place.
#[derive(Clone, Debug)]
pub enum Misquote {
    /// It holds no words.
    Empty,
    /// It stands at another place of the text, which is named.
    Elsewhere(String, Span),
    /// Its pieces stand in the place, in another order than quoted.
    Order,
    /// It stands nowhere; the passage that comes nearest to it, if any does.
    Nowhere(Option<Passage>),
}

impl LawText {
    /// Whether a quotation stands in a place. What it takes to find the nearest passage is taken from `effort`.
    ///
    /// # Errors
    ///
    /// What stands there instead.
    pub fn quoted(&self, place: &Place, quote: &str, effort: &mut Effort) -> Result<Quoted, Misquote> {
        let pieces = self.pieces(quote);
        if pieces.is_empty() {
            return Err(Misquote::Empty);
        }
        let hay = self.hay(place);
        let failed = match find(&hay, &pieces) {
            Ok(found) => return Ok(Quoted { skipped: self.negations(&hay, &found) }),
            Err(failed) => failed,
        };
        let all = self.hay(&self.whole());
        if let Ok(found) = find(&all, &pieces) {
            let first = found.first().and_then(|at| all.get(at.start)).map_or(0, |(_, word)| *word);
            return Err(Misquote::Elsewhere(self.cite(self.holder(first)), self.span(first..first + 1)));
        }
        let Some(piece) = pieces.get(failed) else { return Err(Misquote::Empty) };
        if find(&hay, std::slice::from_ref(piece)).is_ok() {
            return Err(Misquote::Order);
        }
        Err(Misquote::Nowhere(nearest(self, &hay, &piece.text, &piece.words, effort)))
    }

    /// The pieces of a quotation between what is skipped, without empty ones.
    fn pieces(&self, quote: &str) -> Vec<Piece> {
        let quote = quote.replace("[…]", "[...]");
        let pieces = quote.split("[...]").map(|text| Piece { text: text.to_owned(), words: self.lexicon.read(text) });
        pieces.filter(|piece| !piece.words.is_empty()).collect()
    }

    /// The symbols and numbers of the words of a place; something that no word is stands between its ranges.
    fn hay(&self, place: &Place) -> Vec<(u32, u32)> {
        let mut hay = Vec::with_capacity(place.len() + place.ranges.len());
        for range in &place.ranges {
            let words = self.words.get(range.start as usize..range.end as usize).unwrap_or(&[]);
            hay.extend(words.iter().map(|word| word.symbol).zip(range.clone()));
            hay.push((u32::MAX, range.end));
        }
        hay
    }

    fn negations(&self, hay: &[(u32, u32)], found: &[Range<usize>]) -> Vec<(&'static str, Span)> {
        let mut skipped: Vec<(&'static str, Span)> = Vec::new();
        for (before, after) in found.iter().zip(found.iter().skip(1)) {
            let gap = hay.get(before.end..after.start).unwrap_or(&[]);
            let word = |at: usize| {
                let word = gap.get(at).and_then(|(_, word)| self.words.get(*word as usize));
                word.map(|word| {
                    fold(self.plain.get(word.start as usize..word.end as usize).unwrap_or("")).to_lowercase()
                })
            };
            for (at, (_, number)) in gap.iter().enumerate() {
                for negation in NEGATIONS {
                    let whole =
                        negation.iter().enumerate().all(|(next, part)| word(at + next).as_deref() == Some(part));
                    let Some(first) = negation.first().filter(|_| whole) else { continue };
                    if !skipped.iter().any(|(known, _)| known == first) {
                        skipped.push((first, self.span(*number..*number + narrow(negation.len()))));
                    }
                }
            }
        }
        skipped
    }
}

struct Piece {
    text: String,
    words: Vec<Word>,
}

/// Where pieces stand in their order; the number of the first that does not follow the others. Each is taken as early as it
/// can be, which finds them if they can be found; then, from the last one back, as late as it can be, so that no more is
/// skipped than must be.
fn find(hay: &[(u32, u32)], pieces: &[Piece]) -> Result<Vec<Range<usize>>, usize> {
    let mut symbols: Vec<u32> = hay.iter().map(|(symbol, _)| *symbol).collect();
    let mut end = 0;
    for (number, piece) in pieces.iter().enumerate() {
        let needle: Vec<u32> = piece.words.iter().map(|word| word.symbol).collect();
        let at = symbols.get(end..).and_then(|rest| search(rest, &needle)).ok_or(number)?;
        end += at + needle.len();
    }
    symbols.truncate(end);
    symbols.reverse();
    let mut from = 0;
    let mut found = Vec::new();
    for (number, piece) in pieces.iter().enumerate().rev() {
        let needle: Vec<u32> = piece.words.iter().rev().map(|word| word.symbol).collect();
        let at = from + symbols.get(from..).and_then(|rest| search(rest, &needle)).ok_or(number)?;
        from = at + needle.len();
        found.push(end - from..end - at);
    }
    found.reverse();
    Ok(found)
}

/// The first place at which a needle stands, in one pass (Knuth, Morris and Pratt).
fn search(hay: &[u32], needle: &[u32]) -> Option<usize> {
    let mut falls: Vec<usize> = Vec::with_capacity(needle.len());
    let mut matched = 0;
    for (at, symbol) in needle.iter().enumerate() {
        if at > 0 {
            matched = advance(needle, &falls, matched, *symbol);
        }
        falls.push(matched);
    }
    matched = 0;
    for (at, symbol) in hay.iter().enumerate() {
        matched = advance(needle, &falls, matched, *symbol);
        if matched == needle.len() {
            return Some(at + 1 - matched);
        }
    }
    None
}

/// How much of the needle is matched after one more symbol.
fn advance(needle: &[u32], falls: &[usize], mut matched: usize, symbol: u32) -> usize {
    loop {
        if needle.get(matched) == Some(&symbol) {
            return matched + 1;
        }
        match matched.checked_sub(1).and_then(|last| falls.get(last)) {
            Some(shorter) => matched = *shorter,
            None => return 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::search;

    #[test]
    fn the_first_place_is_found() {
        for (hay, needle, at) in [
            (vec![1, 2, 3], vec![2, 3], Some(1)),
            (vec![1, 1, 1, 2], vec![1, 1, 2], Some(1)),
            (vec![1, 2, 1, 2, 1, 3], vec![1, 2, 1, 3], Some(2)),
            (vec![1, 2], vec![1, 2, 3], None),
            (vec![], vec![1], None),
        ] {
            assert_eq!(search(&hay, &needle), at, "{needle:?} in {hay:?}");
        }
    }
}
