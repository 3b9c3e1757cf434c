//! What was found about one item in one country: verdict, grounds with pinpoints and sources, what is missing.

use super::markup::{Attr, Markup};
use super::{Page, class, verdict};
use crate::finding::{Answer, Finding, Ground, GroundKind};
use crate::model::checklist::{Checklist, Item};
use crate::report::counts::{is_doubtful, is_draft, is_unverified};
use crate::report::{Audited, phrases};

/// Everything about an item in a country, but its heading.
pub(super) fn finding(
    out: &mut Markup,
    page: &Page<'_>,
    audited: &Audited<'_>,
    list: &Checklist,
    item: &Item,
    finding: &Finding,
) {
    marks(out, is_unverified(finding), is_doubtful(finding), is_draft(finding));
    if let Some(duty) = phrases::duty(audited, page.region.vocabulary, item, &finding.duty) {
        out.words("p", &[Attr::class("duty")], &duty);
    }
    for (element, found) in item.elements.iter().zip(&finding.elements) {
        let id = Page::part(list, item, audited, &element.id.value);
        out.tag("div", &[Attr::class("part"), Attr::id(&id)], |out| {
            out.tag("p", &[Attr::class("asked")], |out| {
                out.tag("span", &[class(found.answer.verdict)], |out| verdict(out, found.answer.verdict));
                out.own(" ");
                out.text(&phrases::sentence(&element.requires));
            });
            answer(out, page, audited, &found.answer);
        });
    }
}

/// What a reader must know about a verdict besides the verdict.
fn marks(out: &mut Markup, unverified: bool, doubtful: bool, draft: bool) {
    if unverified {
        out.words(
            "p",
            &[Attr::class("note")],
            "Unverified: without what is known from memory only it would not stand.",
        );
    }
    if doubtful {
        let words = "A pinpoint or quotation behind it does not stand in the law’s own text.";
        out.words("p", &[Attr::class("note")], words);
    }
    if draft {
        out.words("p", &[Attr::class("note")], "It rests on a draft that is not in force.");
    }
}

fn answer(out: &mut Markup, page: &Page<'_>, audited: &Audited<'_>, answer: &Answer) {
    grounds(out, page, audited, &answer.grounds);
    if !answer.contradicts.is_empty() {
        out.tag("p", &[Attr::class("label")], |out| out.own("Against it stands"));
        grounds(out, page, audited, &answer.contradicts);
    }
    for missing in &answer.missing {
        labelled(out, "Missing", &phrases::sentence(&phrases::missing(missing)));
    }
    for shortfall in phrases::shortfalls(&answer.shortfalls) {
        labelled(out, "Shortfall", &shortfall);
    }
    for reason in &answer.reasons {
        labelled(out, "Why", &phrases::sentence(&phrases::capital(reason)));
    }
    for part in &answer.parts {
        labelled(out, "Part of it", &format!("{}: {}", part.verdict, part.text));
    }
    for near in &answer.near_misses {
        labelled(out, "Near miss", &phrases::near_miss(near));
    }
    for ground in &answer.searched {
        labelled(out, "Searched without result", &phrases::searched(ground));
    }
}

/// A line with a label of our own.
pub(super) fn labelled(out: &mut Markup, label: &'static str, words: &str) {
    out.tag("p", &[], |out| {
        out.tag("b", &[], |out| out.own(label));
        out.own(": ");
        out.text(words);
    });
}

fn grounds(out: &mut Markup, page: &Page<'_>, audited: &Audited<'_>, grounds: &[Ground]) {
    if grounds.is_empty() {
        return;
    }
    out.tag("ul", &[Attr::class("facts")], |out| {
        for ground in grounds {
            out.tag("li", &[], |out| self::ground(out, page, audited, ground));
        }
    });
}

fn ground(out: &mut Markup, page: &Page<'_>, audited: &Audited<'_>, ground: &Ground) {
    out.words("cite", &[], &phrases::address(ground));
    let says = phrases::says(ground);
    if !says.is_empty() {
        out.own(": ");
        out.text(&says);
    }
    let practice = phrases::practice(ground);
    if !practice.is_empty() {
        out.own(" In practice ");
        out.text(&phrases::sentence(&practice));
    }
    if ground.kind == GroundKind::Coverage {
        return;
    }
    out.own(" ");
    out.tag("small", &[], |out| {
        out.own("(");
        out.text(ground.confidence.word());
        if let Some(number) = ground.source.as_deref().and_then(|key| page.source_number(audited, key)) {
            out.own(", ");
            let id = Page::source(audited, number);
            out.words("a", &[Attr::to(&id)], &format!("S{number}"));
        }
        out.own(")");
    });
}
