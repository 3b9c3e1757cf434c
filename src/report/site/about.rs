//! Method and limits, in short.

use super::Page;
use super::facts::labelled;
use super::markup::{Attr, Id, Markup};
use crate::model::words::Confidence;
use crate::report::{VERSION, phrases};

pub(super) fn write(out: &mut Markup, page: &Page<'_>) {
    out.tag("section", &[Attr::class("view about"), Attr::id(&Id::own("about"))], |out| {
        out.tag("h2", &[Attr::own("tabindex", "-1")], |out| out.own("Method and limits"));
        out.tag("p", &[], |out| {
            out.own(
                "This page compares what is recorded about the law and policy of each country with what a checklist asks. \
                 It is a self-assessment, not legal advice, and no ranking. A checklist is not exhaustive: a framework \
                 can meet every item and still fail children, and what is written says nothing about what is done unless \
                 the grounds say so.",
            );
        });
        for list in page.region.checklists {
            let list = list.get();
            if let Some(note) = &list.note {
                let words = format!("{} says of itself: {}", list.title, phrases::sentence(note));
                out.words("p", &[], &words);
            }
        }
        labelled(
            out,
            "Gap and not assessed",
            "A gap is reported only where somebody looked and found nothing, or where what is there is known not to \
             count. “Not found in the record” means just that; “absent” means that it was looked for.",
        );
        labelled(
            out,
            "Owed and recommended",
            "An item is owed where a treaty behind it binds the country on the day, and no reservation takes the article \
             out; otherwise it is recommended.",
        );
        labelled(
            out,
            "Dates",
            "A law counts from its commencement, not from its adoption. A date that is known to the month or the year \
             only counts from the last day of that month or year.",
        );
        labelled(
            out,
            "Other days",
            "For a day other than the first, grounds are given in short, without their sources. A record speaks for the \
             time up to the day to which it was brought; later laws are in it only as far as they were met with.",
        );
        out.tag("p", &[Attr::class("label")], |out| out.own("How well a fact is known"));
        out.tag("ul", &[], |out| {
            for confidence in [Confidence::Verified, Confidence::Reported, Confidence::Recalled] {
                out.tag("li", &[], |out| {
                    out.words("b", &[], confidence.word());
                    out.own(": ");
                    out.text(phrases::confidence_meaning(confidence));
                });
            }
        });
        if page.region.least != Confidence::Recalled {
            let words = format!("facts less well known than “{}”; they are named as near misses.", page.region.least.word());
            labelled(out, "Left out", &words);
        }
        for list in page.region.checklists {
            let list = list.get();
            let words = format!("{} ({}, version {}), after {}.", list.title, list.id.value, list.version, phrases::origin(list));
            out.words("p", &[Attr::class("origin")], &words);
        }
        out.words("p", &[Attr::class("origin")], &format!("Made with lacuna {VERSION}."));
    });
}
