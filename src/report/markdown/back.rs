//! Sources, method and limits.

use super::Place;
use super::page::Page;
use crate::finding::Verdict;
use crate::model::words::{Confidence, Coverage};
use crate::report::escape::Inline;
use crate::report::{VERSION, phrases};

pub(super) fn write(page: &mut Page, place: &Place<'_, '_>) {
    sources(page, place);
    method(page, place);
}

/// The sources that the findings cite, numbered as the tables cite them.
fn sources(page: &mut Page, place: &Place<'_, '_>) {
    page.heading(2, "Sources", None);
    let cited = place.cited.sources();
    if cited.is_empty() {
        page.paragraph(&Inline::own("The facts above name no source."));
    }
    for (number, source) in cited.iter().enumerate() {
        let mut words = vec![source.title.to_string()];
        words.extend(source.publisher.as_ref().map(ToString::to_string));
        words.extend(source.year.as_ref().map(ToString::to_string));
        let mut entry =
            vec![Inline::bold(&format!("S{}.", number + 1)), Inline::text(&phrases::sentence(&words.join(", ")))];
        entry.extend(source.url.as_ref().map(|url| Inline::url(url)));
        entry.extend(source.note.as_ref().map(|note| Inline::text(&phrases::sentence(note))));
        page.item(0, &Inline::join(entry, " "));
    }
    page.end_list();
}

fn method(page: &mut Page, place: &Place<'_, '_>) {
    let audited = place.audited;
    let framework = audited.framework;
    let name = &framework.name;
    page.heading(2, "Method and limits", None);
    page.paragraph(&Inline::text(&format!(
        "This report compares what is recorded about the law and policy of {name} with what a checklist asks. It is a \
         self-assessment, not legal advice, and no ranking. A checklist is not exhaustive: a framework can meet every \
         item and still fail children, and what is written says nothing about what is done unless the tables say so."
    )));
    for judged in &audited.checklists {
        if let Some(note) = &judged.checklist.note {
            let words = format!("{} says of itself: {}", judged.checklist.title, phrases::sentence(note));
            page.paragraph(&Inline::text(&words));
        }
    }
    let coverage = match framework.coverage.value {
        Coverage::Partial => format!(
            "The record of {name} does not claim to be complete. What is not recorded is unknown and counts as not \
             assessed. A gap is reported only where somebody looked and found nothing, or where what is there is known \
             not to count. “Not found in the record” means just that; “absent” means that it was looked for."
        ),
        Coverage::Complete => format!(
            "The record of {name} claims to be complete up to {}. What is not recorded is therefore reported as a gap.",
            framework.reviewed.value
        ),
    };
    page.paragraph(&Inline::text(&coverage));
    if let Some(note) = &framework.note {
        let words = format!("What was read: {}", phrases::sentence(note));
        page.paragraph(&Inline::text(&words));
    }
    legend(page, place);
    page.paragraph(&Inline::text(&format!("Made with lacuna {VERSION}.")));
}

/// What the words of the report mean.
fn legend(page: &mut Page, place: &Place<'_, '_>) {
    page.paragraph(&Inline::own("**Verdicts.**"));
    for verdict in Verdict::ALL {
        let words = format!("{}.", phrases::verdict_meaning(verdict));
        page.item(0, &Inline::join([Inline::bold(&format!("{verdict}:")), Inline::text(&words)], " "));
    }
    page.end_list();
    page.paragraph(&Inline::own("**How well a fact is known.**"));
    for confidence in [Confidence::Verified, Confidence::Reported, Confidence::Recalled] {
        let words = format!("{}.", phrases::confidence_meaning(confidence));
        page.item(0, &Inline::join([Inline::bold(&format!("{}:", confidence.word())), Inline::text(&words)], " "));
    }
    page.item(
        0,
        &Inline::own(
            "**unverified:** without what is known from memory only the verdict would not stand; check those facts first.",
        ),
    );
    page.end_list();
    page.paragraph(&Inline::own(
        "**Silence.** A note in the record that something was looked for in named texts and not found there. It counts \
         only where it was verified or reported.",
    ));
    page.paragraph(&Inline::own(
        "**Owed and recommended.** An item is owed where a treaty behind it binds the country on the day of the audit, \
         and no reservation takes the article out; otherwise it is recommended.",
    ));
    page.paragraph(&Inline::own(
        "**Dates.** A law counts from its commencement, not from its adoption. A date that is known to the month or the \
         year only counts from the last day of that month or year.",
    ));
    if !place.audited.overlays.is_empty() {
        page.paragraph(&Inline::own(
            "**Drafts.** The drafts named above are not in force. They are counted as if they were from the day on which \
             they say they commence, or from the day of the audit where they do not say. What rests on one is marked.",
        ));
    }
}
