//! What is met, in short; what does not concern the country; what was not assessed, and which document would settle it.

use super::page::Page;
use super::{Place, facts};
use crate::base::unique::unique;
use crate::finding::{Answer, ElementFinding, Finding, Verdict};
use crate::model::checklist::{Element, Item};
use crate::report::counts::{is_doubtful, is_draft, is_unverified};
use crate::report::escape::Inline;
use crate::report::{Judged, phrases, settle};

pub(super) fn write(page: &mut Page, place: &Place<'_, '_>) {
    page.heading(2, "What is met", None);
    for judged in &place.audited.checklists {
        met(page, judged);
    }
    if place.audited.checklists.iter().any(|judged| has(judged, Verdict::NotApplicable)) {
        page.heading(2, "What does not apply", None);
        for judged in &place.audited.checklists {
            not_applicable(page, judged);
        }
    }
    page.heading(2, "What was not assessed", None);
    page.paragraph(&Inline::own(
        "For the following the record does not show that anyone looked. That says nothing about the law. Each entry \
         names what would settle it, and where somebody has looked already.",
    ));
    for judged in &place.audited.checklists {
        not_assessed(page, place, judged);
    }
}

fn has(judged: &Judged<'_>, verdict: Verdict) -> bool {
    judged.audit.findings.iter().any(|finding| finding.elements.iter().any(|it| it.answer.verdict == verdict))
}

fn met(page: &mut Page, judged: &Judged<'_>) {
    page.heading(3, &format!("Met: {}", judged.checklist.title), None);
    let met = judged.items().filter(|(_, _, finding)| finding.verdict == Verdict::Met);
    let rows: Vec<[Inline; 2]> = met.map(|(_, item, finding)| [title(item, finding), shown(finding)]).collect();
    if rows.is_empty() {
        page.paragraph(&Inline::own("No item is met in all its elements."));
    }
    page.table(["Item", "Shown by"], rows);
}

fn title(item: &Item, finding: &Finding) -> Inline {
    let mut words = vec![Inline::text(&format!("{} {}", finding.verdict.symbol(), item.title))];
    if is_unverified(finding) {
        words.push(Inline::own("(unverified: known from memory only)"));
    }
    if is_doubtful(finding) {
        words.push(Inline::own("(a pinpoint or quotation behind it does not stand in the law’s own text)"));
    }
    if is_draft(finding) {
        words.push(Inline::own("(a draft that is not in force is counted in)"));
    }
    Inline::join(words, " ")
}

fn shown(finding: &Finding) -> Inline {
    let grounds: Vec<_> = finding.elements.iter().flat_map(|element| element.answer.grounds.clone()).collect();
    // A commitment is named by its item; what there is to say about it is since when.
    match grounds.as_slice() {
        [only] if only.kind == crate::finding::GroundKind::Commitment => Inline::text(&phrases::says(only)),
        grounds => Inline::text(&facts::addresses(grounds)),
    }
}

fn not_applicable(page: &mut Page, judged: &Judged<'_>) {
    for (_, item, finding) in judged.items() {
        for (element, found) in item.elements.iter().zip(&finding.elements) {
            if found.answer.verdict == Verdict::NotApplicable {
                let why = phrases::why(&found.answer).unwrap_or_default();
                let asked = if item.elements.len() == 1 { &item.title } else { &element.requires };
                let words = [Inline::bold(&phrases::sentence(asked)), Inline::text(&why)];
                page.item(0, &Inline::join(words, " "));
            }
        }
    }
    page.end_list();
}

fn not_assessed(page: &mut Page, place: &Place<'_, '_>, judged: &Judged<'_>) {
    page.heading(3, &format!("Not assessed: {}", judged.checklist.title), None);
    let mut nothing = true;
    for (_, item, finding) in judged.items() {
        let pairs = item.elements.iter().zip(&finding.elements);
        let open: Vec<(&Element, &ElementFinding)> =
            pairs.filter(|(_, found)| found.answer.verdict == Verdict::Unknown).collect();
        if !open.is_empty() {
            nothing = false;
            self::open(page, place, item, &open);
        }
    }
    page.end_list();
    if nothing {
        page.paragraph(&Inline::own("Everything was assessed."));
    }
}

/// An item of which something was not assessed.
fn open(page: &mut Page, place: &Place<'_, '_>, item: &Item, open: &[(&Element, &ElementFinding)]) {
    let country = &place.audited.framework.name;
    let vocabulary = place.report.vocabulary;
    let asked = open.iter();
    let documents =
        unique(asked.flat_map(|(element, _)| settle::documents(vocabulary, &element.rule, element.floor, country)));
    let title = Inline::bold(&format!("? {}", phrases::sentence(&item.title)));
    let settled = |words: &str| Inline::text(&format!("To settle it: {}", phrases::sentence(words)));
    if let ([_], [only], 1) = (open, documents.as_slice(), item.elements.len()) {
        page.item(0, &Inline::join([title, settled(only)], " "));
    } else {
        let elements = phrases::count(item.elements.len(), "element");
        let several = item.elements.len() > 1;
        let number = if several { format!("{} of {elements} not assessed.", open.len()) } else { String::new() };
        page.item(0, &Inline::join([title, Inline::text(&number)], " "));
        if several {
            for (element, _) in open {
                let asked = [Inline::own("Open:"), Inline::text(&phrases::sentence(&element.requires))];
                page.item(1, &Inline::join(asked, " "));
            }
        }
        for words in &documents {
            page.item(1, &settled(words));
        }
    }
    for words in unique(open.iter().flat_map(|(_, found)| looked_at(&found.answer))) {
        page.item(1, &Inline::text(&words));
    }
}

/// Where somebody has looked, and what nearly counted.
fn looked_at(answer: &Answer) -> Vec<String> {
    let searched =
        answer.searched.iter().map(|ground| format!("Searched without result: {}", phrases::searched(ground)));
    let near = answer.near_misses.iter().map(|near| format!("Near miss: {}", phrases::near_miss(near)));
    let reasons = answer.reasons.iter().map(|reason| phrases::sentence(&phrases::capital(reason)));
    searched.chain(near).chain(reasons).collect()
}
