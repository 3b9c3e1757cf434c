//! Laws' own words, article by article.

use std::collections::BTreeMap;

use super::{Book, Named, WordChange};
use crate::diff::Kind;
use crate::diff::facts::Side;
use crate::diff::redline::Redline;
use crate::model::framework::{Law, Passage, Reading};

use super::fields::Differences;

/// An article with the law it belongs to.
#[derive(Clone, Copy)]
struct Own<'a> {
    law: &'a Law,
    draft: bool,
    passage: &'a Passage,
}

/// Compares the words of the laws whose text both sides have. The words of an article that is a provision of a draft are
/// reported with the provision.
pub(super) fn passages<'a>(book: &mut Book<'a>, old: &Side<'a>, new: &Side<'a>) {
    let (before, after) = (old.laws(), new.laws());
    for (law, draft) in &after {
        let Some((former, _)) = before.iter().find(|(former, _)| former.id == law.id) else { continue };
        if law.passages.is_empty() || former.passages.is_empty() {
            continue;
        }
        let own = |law: &'a Law| -> Vec<Own<'a>> {
            law.passages.iter().map(|passage| Own { law, draft: *draft, passage }).collect()
        };
        articles(book, &own(former), &own(law));
    }
}

fn articles(book: &mut Book<'_>, old: &[Own<'_>], new: &[Own<'_>]) {
    let known: BTreeMap<String, usize> =
        book.changes.iter().enumerate().map(|(number, change)| (change.subject.clone(), number)).collect();
    let mut left: BTreeMap<&str, Own<'_>> = old.iter().map(|own| (&*own.passage.at.value, *own)).collect();
    let mut pairs: Vec<(Option<Own<'_>>, Option<Own<'_>>)> =
        new.iter().map(|own| (left.remove(&*own.passage.at.value), Some(*own))).collect();
    // One under another number, with the same words.
    let mut by_words: BTreeMap<&str, Own<'_>> = left.values().map(|own| (&*own.passage.words, *own)).collect();
    for (one, other) in &mut pairs {
        if let (None, Some(other)) = (&one, other) {
            *one = by_words.remove(&*other.passage.words);
            if let Some(one) = one {
                left.remove(&*one.passage.at.value);
            }
        }
    }
    let gone = old.iter().filter(|own| left.contains_key(&*own.passage.at.value));
    pairs.extend(gone.map(|own| (Some(*own), None)));
    for (one, other) in pairs {
        article(book, &known, one, other);
    }
}

/// Takes in an article that stands on one side or on both.
fn article(book: &mut Book<'_>, known: &BTreeMap<String, usize>, old: Option<Own<'_>>, new: Option<Own<'_>>) {
    let Some(named) = new.or(old) else { return };
    let kind = match (old, new) {
        (None, _) => Kind::PassageAdded,
        (_, None) => Kind::PassageRemoved,
        (Some(old), Some(new)) if old.passage.words != new.passage.words || old.passage.at != new.passage.at => {
            Kind::PassageAmended
        }
        _ => return,
    };
    let said = |own: Option<Own<'_>>| own.is_some_and(|own| own.passage.reading == Reading::Said);
    let words = |own: Option<Own<'_>>| own.map_or_else(String::new, |own| own.passage.words.to_string());
    let redline = Redline::of(&words(old), &words(new));
    let words = vec![WordChange { field: "text".to_owned(), label: "text".to_owned(), redline }];
    let subject = |own: Own<'_>| format!("{} {}", own.law.id.value, own.passage.at.value);
    if said(old) || said(new) {
        // What a draft's article says is a provision, whose quotation it is; where it is one on one side only, its words
        // of both sides are laid over each other there.
        let change = [new, old].into_iter().flatten().find_map(|own| known.get(&subject(own)));
        if let Some(change) = change.and_then(|number| book.changes.get_mut(*number))
            && said(old) != said(new)
        {
            change.words = words;
        }
        return;
    }
    // What stands under the title of the law itself is no article.
    let at = Some(&*named.passage.at.value).filter(|at| **at != *named.law.title).unwrap_or("its first words");
    let names = Named {
        subject: subject(named),
        address: format!("{}, {at}", named.law.title),
        draft: named.draft,
        old: old.map(|own| own.passage.at.span),
        new: new.map(|own| own.passage.at.span),
    };
    book.change(None, names, Some(kind), Differences { words, ..Differences::default() });
}
