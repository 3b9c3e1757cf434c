//! One item: what it asks, and what was found in each country.

use super::facts::{self, labelled};
use super::markup::{Attr, Id, Markup};
use super::{Page, class, verdict};
use crate::finding::Duty;
use crate::model::checklist::{Checklist, Element, Item, Section};
use crate::report::phrases;

/// Every item of a checklist.
pub(super) fn list(out: &mut Markup, page: &Page<'_>, number: usize, list: &Checklist) {
    for (at, (section, item)) in list.items().enumerate() {
        let mut own = vec![
            Attr::class("view item"),
            Attr::id(&Page::item(list, item)),
            Attr::data("data-list", &number.to_string()),
            Attr::data("data-item", &at.to_string()),
        ];
        if !item.basis.is_empty() {
            // What an item is where it is not owed.
            own.push(Attr::data("data-basis", Duty::Recommended.word()));
        }
        out.tag("section", &own, |out| {
            asked(out, page, list, section, item);
            for audited in &page.countries {
                let findings = audited.checklists.get(number).map(|judged| &judged.audit.findings);
                let Some(finding) = findings.and_then(|findings| findings.get(at)) else { continue };
                out.tag("section", &[Attr::class("cell"), Attr::id(&Page::cell(list, item, audited))], |out| {
                    out.tag("h3", &[], |out| {
                        out.text(&audited.framework.name);
                        out.own(" ");
                        out.tag("span", &[class(finding.verdict)], |out| verdict(out, finding.verdict));
                    });
                    out.tag("div", &[Attr::class("found")], |out| {
                        facts::finding(out, page, audited, list, item, finding);
                    });
                });
            }
        });
    }
}

/// What the item asks.
fn asked(out: &mut Markup, page: &Page<'_>, list: &Checklist, section: &Section, item: &Item) {
    out.tag("p", &[Attr::class("origin")], |out| {
        out.words("a", &[Attr::to(&Id::of([&list.id.value]))], &list.title);
        out.own(" · ");
        out.text(&section.title);
        out.own(" · ");
        out.words("code", &[], &format!("{}/{}", list.id.value, item.id.value));
    });
    out.words("h2", &[Attr::own("tabindex", "-1")], &item.title);
    out.tag("div", &[Attr::class("asks")], |out| {
        labelled(out, "Required", &phrases::sentence(&item.requires));
        let elements = item.elements.iter().filter(|it| item.elements.len() > 1 || it.remedy.is_some());
        let elements: Vec<&Element> = elements.collect();
        if !elements.is_empty() {
            out.tag("ol", &[Attr::class("elements")], |out| {
                elements.iter().for_each(|element| self::element(out, list, item, element));
            });
        }
        if let Some(note) = &item.note {
            labelled(out, "Note", &phrases::sentence(note));
        }
        if !item.basis.is_empty() {
            let bases = phrases::bases(page.region.vocabulary, &item.basis).join("; ");
            labelled(out, "Treaties behind it", &phrases::sentence(&bases));
        }
        labelled(out, "For the drafter", &phrases::remedy(&item.remedy));
    });
}

/// A part of the item, with what is said to the drafter about it alone.
fn element(out: &mut Markup, list: &Checklist, item: &Item, element: &Element) {
    let name = format!("{}.{}", item.id.value, element.id.value);
    out.tag("li", &[Attr::id(&Id::of([&list.id.value, &name]))], |out| {
        out.text(&phrases::sentence(&element.requires));
        if let Some(remedy) = &element.remedy {
            labelled(out, "For the drafter", &phrases::remedy(remedy));
        }
    });
}
