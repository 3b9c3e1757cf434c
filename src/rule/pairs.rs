//! Small tools for taking apart what the grammar read.

use std::ops::Range;

use pest::iterators::Pair;

use super::fault::Fault;
use super::parse::MOST_DEPTH;
use super::symbol::Rule;

/// A part of the tree. The fault is boxed, because it is rare and each level of nesting holds room for it.
pub(super) type Built<T> = Result<T, Box<Fault>>;

/// A chain of one is that one.
pub(super) fn chain<T>(parts: Vec<T>, join: impl FnOnce(Vec<T>) -> T) -> T {
    match <[T; 1]>::try_from(parts) {
        Ok([only]) => only,
        Err(parts) => join(parts),
    }
}

/// One level below `depth`, into the brackets of `pair`, unless that is one level too many.
pub(super) fn deeper(depth: usize, pair: &Pair<'_, Rule>) -> Built<usize> {
    if depth < MOST_DEPTH { Ok(depth + 1) } else { Err(Fault::TooDeep { at: bytes(&child(pair, Rule::open)?) }.into()) }
}

/// The places of the `not`s before an operand.
pub(super) fn nots(pair: &Pair<'_, Rule>, depth: usize) -> Built<Vec<Range<usize>>> {
    let nots: Vec<_> = each(pair, Rule::kw_not).map(|not| bytes(&not)).collect();
    match nots.get(MOST_DEPTH.saturating_sub(depth)) {
        Some(at) => Err(Fault::TooDeep { at: at.clone() }.into()),
        None => Ok(nots),
    }
}

/// The words of a pair. The grammar skips blanks before it learns that nothing optional follows; they are left off.
pub(super) fn words<'t>(pair: &Pair<'t, Rule>) -> &'t str {
    pair.as_str().trim_end()
}

/// The bytes of a pair, without the blanks behind it.
pub(super) fn bytes(pair: &Pair<'_, Rule>) -> Range<usize> {
    let start = pair.as_span().start();
    start..start + words(pair).len()
}

/// The direct children of one kind.
pub(super) fn each<'t>(pair: &Pair<'t, Rule>, rule: Rule) -> impl Iterator<Item = Pair<'t, Rule>> + use<'t> {
    pair.clone().into_inner().filter(move |inner| inner.as_rule() == rule)
}

/// The first direct child of a kind, if there is one.
pub(super) fn optional<'t>(pair: &Pair<'t, Rule>, rule: Rule) -> Option<Pair<'t, Rule>> {
    each(pair, rule).next()
}

/// The direct child of a kind that the grammar always gives.
pub(super) fn child<'t>(pair: &Pair<'t, Rule>, rule: Rule) -> Built<Pair<'t, Rule>> {
    optional(pair, rule).ok_or_else(|| unreadable(pair))
}

/// The first direct child, whatever it is.
pub(super) fn only<'t>(pair: &Pair<'t, Rule>) -> Built<Pair<'t, Rule>> {
    pair.clone().into_inner().next().ok_or_else(|| unreadable(pair))
}

/// The grammar let something through that has no place in the tree. It cannot, and if it did the rule would be refused.
pub(super) fn unreadable(pair: &Pair<'_, Rule>) -> Box<Fault> {
    Box::new(Fault::Unreadable { at: bytes(pair) })
}
