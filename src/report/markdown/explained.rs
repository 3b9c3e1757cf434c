//! One item as its rules see it, in Markdown: nested lists.

use super::page::{Anchors, Page};
use crate::eval::Explained;
use crate::report::escape::Inline;
use crate::report::explain::Explanation;
use crate::report::phrases;

/// The page of an explanation.
pub(in crate::report) fn page(explanation: &Explanation<'_>) -> Page {
    let Explanation { item, finding, .. } = explanation;
    let mut page = Page::new(Anchors::default());
    page.heading(1, &explanation.title(), None);
    let verdict = Inline::bold(&format!("{}:", finding.verdict));
    page.paragraph(&Inline::join([verdict, Inline::text(&phrases::sentence(&item.title))], " "));
    let required = [Inline::own("**Required.**"), Inline::text(&phrases::sentence(&item.requires))];
    page.paragraph(&Inline::join(required, " "));
    if let Some(duty) = explanation.duty() {
        page.paragraph(&Inline::join([Inline::own("**Duty.**"), Inline::text(&duty)], " "));
    }
    let print = |words: &str| Inline::join([Inline::own("**Words.**"), Inline::text(words)], " ");
    page.paragraph(&print(&finding.words));
    for (element, tree) in &explanation.elements {
        page.heading(2, &format!("{}: {}", tree.answer.verdict, element.requires), None);
        if let Some(words) = explanation.words(element) {
            page.paragraph(&print(words));
        }
        branch(&mut page, explanation, tree, 0);
        page.end_list();
    }
    page
}

fn branch(page: &mut Page, explanation: &Explanation<'_>, tree: &Explained, depth: usize) {
    let verdict = Inline::bold(&format!("{}:", tree.answer.verdict));
    page.item(depth, &Inline::join([verdict, Inline::text(&tree.text)], " "));
    if tree.parts.is_empty() {
        for (label, words) in explanation.settled(&tree.answer) {
            page.item(depth + 1, &Inline::text(&format!("{label}: {words}")));
        }
    }
    for part in &tree.parts {
        branch(page, explanation, part, depth + 1);
    }
}
