//! What the drafts do: what they close, improve, open, worsen and leave, and every item in two columns.

use super::Place;
use super::page::Page;
use crate::diff::Effect;
use crate::diff::effect::{Outcome, Standing};
use crate::report::escape::Inline;
use crate::report::{Judged, phrases};

/// The part that a report with drafts opens with.
pub(super) fn write(page: &mut Page, place: &Place<'_, '_>) {
    let judged: Vec<(&Judged<'_>, &Effect)> =
        place.audited.checklists.iter().filter_map(|judged| Some((judged, judged.effect.as_ref()?))).collect();
    if judged.is_empty() {
        return;
    }
    let several = place.audited.overlays.len() > 1;
    page.heading(2, if several { "What the drafts do" } else { "What the draft does" }, None);
    let titles: Vec<String> = place.audited.overlay_titles().iter().map(|title| format!("“{title}”")).collect();
    let laid = format!(
        "The law in force on {} beside the same law with {} laid over it.",
        place.audited.as_of,
        phrases::list(&titles)
    );
    let note = Inline::own("A draft is not in force; every verdict that rests on one says *draft*.");
    page.paragraph(&Inline::join([Inline::text(&laid), note], " "));
    if let Some(words) = phrases::commencements(place.audited) {
        page.paragraph(&Inline::join([Inline::own("**Please note.**"), Inline::text(&words)], " "));
    }
    for (judged, effect) in &judged {
        page.paragraph(&Inline::bold(&judged.checklist.title));
        for outcome in Outcome::ALL {
            let items: Vec<&Standing> = effect.with(outcome).collect();
            let title = |it: &&Standing| {
                let link = page.link(&it.title, &place.key_of(judged, &it.item));
                match it.in_force == it.with_drafts {
                    true => link,
                    false => {
                        let step = format!("({} → {})", it.in_force, it.with_drafts);
                        Inline::join([link, Inline::text(&step)], " ")
                    }
                }
            };
            let links = Inline::join(items.iter().map(title), "; ");
            let label = Inline::bold(&format!("{} ({}):", outcome.words(), items.len()));
            if !items.is_empty() {
                page.item(0, &Inline::join([label, links], " "));
            }
        }
        waiting(page, effect);
        page.end_list();
    }
    let repeals = phrases::waiting_repeals(place.audited);
    if !repeals.is_empty() {
        page.paragraph(&Inline::bold("Repeals without effect for now"));
        repeals.iter().for_each(|words| page.item(0, &Inline::text(words)));
        page.end_list();
    }
}

/// Every item in two columns: in force and with the drafts.
pub(super) fn columns(page: &mut Page, place: &Place<'_, '_>) {
    if place.audited.overlays.is_empty() {
        return;
    }
    page.heading(2, "In force and with the draft", None);
    for judged in &place.audited.checklists {
        let Some(effect) = &judged.effect else { continue };
        page.paragraph(&Inline::bold(&judged.checklist.title));
        let row = |it: &Standing| {
            let outcome = it.outcome.filter(|outcome| *outcome != Outcome::Leaves).map_or("", Outcome::verb);
            [
                page.link(&it.title, &place.key_of(judged, &it.item)),
                Inline::text(&it.in_force.to_string()),
                Inline::text(&it.with_drafts.to_string()),
                Inline::text(outcome),
            ]
        };
        let rows = effect.items.iter().map(row).collect();
        page.table(["Item", "In force", "With the draft", "The draft"], rows);
    }
}

/// What of the drafts changes nothing until something else happens.
fn waiting(page: &mut Page, effect: &Effect) {
    if effect.waiting.is_empty() {
        return;
    }
    let label = format!("Without effect for now ({}):", effect.waiting.len());
    let words = Inline::own("until a further commencement or regulation.");
    page.item(0, &Inline::join([Inline::bold(&label), words], " "));
    for waiting in &effect.waiting {
        let titles: Vec<&str> = waiting.items.iter().map(|(_, title)| &**title).collect();
        let words = format!("{} It would bear on: {}.", phrases::near_miss(&waiting.near), phrases::list(&titles));
        page.item(1, &Inline::text(&words));
    }
}
