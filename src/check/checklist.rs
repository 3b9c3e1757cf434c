//! One checklist: ids used once, former ids that clash with none, articles that the vocabulary describes.

use std::collections::BTreeMap;

use crate::base::Text;
use crate::base::nearest::nearest;
use crate::base::span::{Span, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::checklist::{Checklist, Item};
use crate::model::vocabulary::Vocabulary;

/// Checks everything within one checklist.
pub(super) fn check(checklist: &Checklist, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) {
    unique("section", checklist.sections.iter().map(|section| &section.id), diagnostics);
    let ids = checklist.items().map(|(_, item)| &item.id);
    let former = checklist.items().flat_map(|(_, item)| &item.was);
    unique("item", ids.chain(former), diagnostics);
    for (_, item) in checklist.items() {
        unique("element", item.elements.iter().flat_map(|it| std::iter::once(&it.id).chain(&it.was)), diagnostics);
        outline(checklist, item, diagnostics);
        articles(item, vocabulary, diagnostics);
    }
}

fn unique<'a>(what: &str, ids: impl Iterator<Item = &'a Spanned<Text>>, diagnostics: &mut Diagnostics) {
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for id in ids {
        if let Some(first) = seen.insert(&id.value, id.span) {
            let headline = format!("`{}` is the id of two {what}s", id.value);
            diagnostics.push(
                Diagnostic::new(Code::DuplicateId, headline, id.span, "again here")
                    .also(first, "first here")
                    .help("reports and baselines cite ids; each stands for one thing"),
            );
        }
    }
}

/// Elements answer entries of the outline that exist.
fn outline(checklist: &Checklist, item: &Item, diagnostics: &mut Diagnostics) {
    for word in item.elements.iter().flat_map(|element| &element.answers) {
        if checklist.outline.iter().any(|(id, _)| id.value == word.value) {
            continue;
        }
        let headline = format!("the outline has no entry `{}`", word.value);
        let known = checklist.outline.iter().map(|(id, _)| &*id.value);
        diagnostics.push(
            Diagnostic::new(Code::UnknownWord, headline, word.span, "")
                .suggest(nearest(&word.value, known))
                .help("declare it under `outline`"),
        );
    }
}

/// Where the vocabulary describes the articles of an instrument, a basis cites one of them.
fn articles(item: &Item, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) {
    for basis in &item.basis {
        let instrument = vocabulary.instrument(basis.instrument);
        let Some(article) = &basis.article else { continue };
        if instrument.articles.is_empty() || instrument.articles.iter().any(|(known, _)| known == article) {
            continue;
        }
        let headline = format!("the vocabulary describes no article {article} of {}", instrument.short);
        let help = "add a line on what it says under `articles` of the instrument";
        diagnostics.push(
            Diagnostic::new(Code::UnknownWord, headline, basis.span, "cited here")
                .also(instrument.span, "described here")
                .help(help),
        );
    }
}
