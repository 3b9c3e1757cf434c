//! Countries by items, one table for each checklist: every cell leads to its grounds.

use super::markup::{Attr, Id, Markup};
use super::{Page, class, verdict};
use crate::finding::{Finding, Verdict};
use crate::model::checklist::{Checklist, Item, Section};
use crate::report::{Audited, Judged, phrases};

pub(super) fn write(out: &mut Markup, page: &Page<'_>, number: usize, list: &Checklist) {
    let id = Id::of([&list.id.value]);
    let own = [Attr::class("view matrix"), Attr::id(&id), Attr::data("data-list", &number.to_string())];
    out.tag("section", &own, |out| {
        out.words("h2", &[Attr::own("tabindex", "-1")], &list.title);
        out.words("p", &[Attr::class("origin")], &format!("After: {}.", phrases::origin(list)));
        filters(out, page, &id, list);
        let label = format!("{}, table", list.title);
        let frame =
            [Attr::class("frame"), Attr::own("role", "region"), Attr::label(&label), Attr::own("tabindex", "0")];
        out.tag("div", &frame, |out| {
            out.tag("table", &[Attr::class("heat")], |out| table(out, page, number, list));
        });
    });
}

fn filters(out: &mut Markup, page: &Page<'_>, id: &Id, list: &Checklist) {
    out.tag("details", &[Attr::class("filters js-only"), Attr::own("open", "")], |out| {
        out.tag("summary", &[], |out| out.own("What the table shows"));
        form(out, page, id, list);
    });
}

fn form(out: &mut Markup, page: &Page<'_>, id: &Id, list: &Checklist) {
    out.tag("form", &[Attr::class("tools"), Attr::label("What the table shows")], |out| {
        choice(out, &id.with("section"), "data-section", "Section", |out| {
            option(out, "", "all sections");
            for section in &list.sections {
                option(out, &section.id.value, &section.title);
            }
        });
        choice(out, &id.with("rows"), "data-rows", "Rows", |out| {
            option(out, "items", "items");
            option(out, "elements", "items and their elements");
        });
        choice(out, &id.with("order"), "data-order", "Order", |out| {
            option(out, "section", "by section");
            option(out, "name", "by name");
        });
        group(out, "Rows with a verdict of", |out| {
            for known in Verdict::ALL {
                tick(out, "data-verdict", known.name(), |out| verdict(out, known));
            }
        });
        group(out, "Countries", |out| {
            for audited in &page.countries {
                tick(out, "data-country", audited.framework.country.value.code(), |out| {
                    out.text(&audited.framework.name);
                });
            }
        });
        out.tag("button", &[Attr::own("type", "reset")], |out| out.own("Show everything"));
        out.tag("p", &[Attr::class("shown"), Attr::own("role", "status")], |_| ());
    });
}

fn choice(out: &mut Markup, id: &Id, role: &'static str, label: &'static str, options: impl FnOnce(&mut Markup)) {
    out.tag("span", &[Attr::class("choice")], |out| {
        out.tag("label", &[Attr::refers("for", id)], |out| out.own(label));
        out.tag("select", &[Attr::id(id), Attr::data(role, "")], options);
    });
}

fn option(out: &mut Markup, value: &str, words: &str) {
    out.words("option", &[Attr::data("value", value)], words);
}

fn group(out: &mut Markup, label: &'static str, inner: impl FnOnce(&mut Markup)) {
    out.tag("fieldset", &[], |out| {
        out.tag("legend", &[], |out| out.own(label));
        inner(out);
    });
}

fn tick(out: &mut Markup, role: &'static str, value: &str, words: impl FnOnce(&mut Markup)) {
    out.tag("label", &[], |out| {
        let own =
            [Attr::own("type", "checkbox"), Attr::data("value", value), Attr::data(role, ""), Attr::own("checked", "")];
        out.open("input", &own);
        out.own(" ");
        words(out);
    });
}

fn table(out: &mut Markup, page: &Page<'_>, number: usize, list: &Checklist) {
    out.tag("thead", &[], |out| {
        out.tag("tr", &[], |out| {
            out.tag("th", &[Attr::own("scope", "col")], |out| out.own("Item"));
            for audited in &page.countries {
                out.tag("th", &[Attr::own("scope", "col")], |out| {
                    out.words("a", &[Attr::to(&Page::country(audited))], &audited.framework.name);
                });
            }
        });
    });
    let columns: Vec<Column<'_>> = page
        .countries
        .iter()
        .filter_map(|audited| Some(Column { audited, findings: &found(audited, number)?.audit.findings }))
        .collect();
    let mut at = 0;
    for section in &list.sections {
        heading(out, section, columns.len());
        for item in &section.items {
            out.tag("tbody", &[Attr::data("data-item", &at.to_string()), in_section(section)], |out| {
                rows(out, list, item, at, &columns);
            });
            at += 1;
        }
    }
}

/// A country with what was found about each item of the table.
struct Column<'a> {
    audited: &'a Audited<'a>,
    findings: &'a [Finding],
}

fn found<'a>(audited: &'a Audited<'a>, number: usize) -> Option<&'a Judged<'a>> {
    audited.checklists.get(number)
}

fn in_section(section: &Section) -> Attr {
    Attr::data("data-in", &section.id.value)
}

fn heading(out: &mut Markup, section: &Section, countries: usize) {
    out.tag("tbody", &[Attr::class("section"), in_section(section)], |out| {
        out.tag("tr", &[], |out| {
            let span = i64::try_from(countries + 1).unwrap_or(i64::MAX);
            out.tag("th", &[Attr::own("scope", "colgroup"), Attr::number("colspan", span)], |out| {
                out.words("span", &[], &section.title);
            });
        });
    });
}

fn rows(out: &mut Markup, list: &Checklist, item: &Item, at: usize, columns: &[Column<'_>]) {
    out.tag("tr", &[], |out| {
        out.tag("th", &[Attr::own("scope", "row")], |out| {
            out.words("a", &[Attr::to(&Page::item(list, item))], &item.title);
        });
        for Column { audited, findings } in columns {
            let Some(finding) = findings.get(at) else { continue };
            cell(out, finding.verdict, &Page::cell(list, item, audited));
        }
    });
    if item.elements.len() < 2 {
        // The row of the item says it already.
        return;
    }
    for (number, element) in item.elements.iter().enumerate() {
        let own = [Attr::class("element"), Attr::data("data-element", &number.to_string())];
        out.tag("tr", &own, |out| {
            out.words("th", &[Attr::own("scope", "row")], &element.requires);
            for Column { audited, findings } in columns {
                let Some(found) = findings.get(at).and_then(|finding| finding.elements.get(number)) else { continue };
                cell(out, found.answer.verdict, &Page::part(list, item, audited, &element.id.value));
            }
        });
    }
}

fn cell(out: &mut Markup, found: Verdict, id: &Id) {
    out.tag("td", &[class(found)], |out| {
        out.tag("a", &[Attr::to(id)], |out| verdict(out, found));
    });
}
