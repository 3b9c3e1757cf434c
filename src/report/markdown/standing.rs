//! What changed since the baseline, and what somebody decided to live with.

use super::Place;
use super::page::Page;
use crate::finding::{Finding, Waived};
use crate::model::checklist::Item;
use crate::report::escape::Inline;
use crate::report::{Judged, phrases, standing};

/// Both parts, where there is a baseline and where anything is waived.
pub(super) fn write(page: &mut Page, place: &Place<'_, '_>) {
    if standing::has_baseline(place.audited) {
        page.heading(2, "Since the baseline", None);
        page.paragraph(&Inline::own(
            "Each element is held against the baseline that was given. What the baseline knew stays in this report and is \
             marked; what became *not assessed* counts as worsened.",
        ));
        for judged in &place.audited.checklists {
            since(page, place, judged);
        }
    }
    if standing::has_waivers(place.audited) {
        page.heading(2, "What is waived", None);
        page.paragraph(&Inline::own(
            "Somebody decided to live with these for a time. Their verdicts stay what they are.",
        ));
        let rows = place.audited.checklists.iter().flat_map(|judged| waived(page, place, judged)).collect();
        page.table(["Verdict", "What is waived", "Until", "Decided by", "Reason"], rows);
    }
}

fn since(page: &mut Page, place: &Place<'_, '_>, judged: &Judged<'_>) {
    let Some(tally) = standing::tally(judged) else { return };
    let title = Inline::bold(&judged.checklist.title);
    page.paragraph(&Inline::join([title, Inline::text(&phrases::sentence(&format!("elements: {tally}")))], ": "));
    let rows = standing::moved(judged).into_iter().map(|(trend, finding)| {
        let title = judged.checklist.item(&finding.item).map_or(&*finding.item, |item| &*item.title);
        [
            Inline::text(trend.word()),
            page.link(title, &format!("{}/{}/{}", place.number, judged.checklist.id.value, finding.item)),
            Inline::text(&finding.verdict.to_string()),
            Inline::text(&moves(finding)),
        ]
    });
    let rows = rows.collect();
    page.table(["Since the baseline", "Item", "Now", "Elements"], rows);
    for gone in &judged.audit.gone {
        let words = format!("{}, which was: {}", gone.address, gone.before.words());
        page.item(0, &Inline::join([Inline::own("**No longer in the checklist:**"), Inline::text(&words)], " "));
    }
    page.end_list();
}

/// The elements of an item that are not as they were: `age: worsened from met to gap`.
fn moves(finding: &Finding) -> String {
    let moved = finding.elements.iter().filter_map(|element| {
        let (trend, now) = (element.marks.trend?, element.answer.verdict);
        match element.marks.before {
            Some(before) if before == now => None,
            Some(before) => {
                Some(format!("{}: {}, from {} to {}", element.element, trend.word(), before.words(), now.words()))
            }
            None => Some(format!("{}: {}, {}", element.element, trend.word(), now.words())),
        }
    });
    moved.collect::<Vec<_>>().join("; ")
}

fn waived(page: &Page, place: &Place<'_, '_>, judged: &Judged<'_>) -> Vec<[Inline; 5]> {
    let row = |title: Inline, verdict: String, waived: &Waived| {
        [
            Inline::text(&verdict),
            title,
            Inline::text(&waived.until.to_string()),
            Inline::text(&waived.decided_by),
            Inline::text(&phrases::sentence(&waived.reason)),
        ]
    };
    let of_item = |(_, item, finding): (_, &Item, &Finding)| {
        let title = || page.link(&item.title, &place.key(judged, item));
        let whole = finding.marks.waivers.iter().map(|it| row(title(), finding.verdict.to_string(), it));
        let mut rows: Vec<_> = whole.collect();
        for (element, found) in item.elements.iter().zip(&finding.elements) {
            for waived in found.marks.waivers.iter().filter(|it| !finding.marks.waivers.contains(it)) {
                let words = Inline::join([title(), Inline::text(&element.requires)], ": ");
                rows.push(row(words, found.answer.verdict.to_string(), waived));
            }
        }
        rows
    };
    judged.items().flat_map(of_item).collect()
}
