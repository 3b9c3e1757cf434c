//! `docs/checklists/*.md`: every item of a standard in the same fixed parts.

use super::linked;
use crate::model::checklist::{Basis, Checklist, Item, Remedy, Section};
use crate::model::vocabulary::Vocabulary;
use crate::model::words::Floor;
use crate::report::escape::Inline;
use crate::report::markdown::page::Page;
use crate::report::phrases;

/// The page of a checklist: the requirement, where it comes from, the elements with their rules, the floor, the remedy
/// and the note of each item, in this order.
pub fn checklist(checklist: &Checklist, vocabulary: &Vocabulary) -> String {
    linked(|page: &mut Page| {
        page.heading(1, &checklist.title, None);
        front(page, checklist);
        page.heading(2, "Items", None);
        contents(page, checklist);
        for section in &checklist.sections {
            page.heading(2, &section.title, None);
            for item in &section.items {
                self::item(page, checklist, item, vocabulary);
            }
        }
        outline(page, checklist);
    })
}

fn front(page: &mut Page, checklist: &Checklist) {
    page.paragraph(&Inline::own(
        "This page is generated from the checklist, which is audited as it stands here; do not edit it. A rule is read \
         as [the rule language](../rule-language.md) says; [verdicts](../verdicts.md) says what an answer means; \
         [the vocabulary](../vocabulary.md) explains the words.",
    ));
    page.paragraph(
        &Inline::own("**Id:** ")
            .then(&Inline::code(&checklist.id.value))
            .then(&Inline::text(&format!(", edition {}", checklist.version))),
    );
    let url = checklist.origin.url.as_ref().map(|url| Inline::own(", ").then(&Inline::url(url)));
    let origin = Inline::own("**From:** ").then(&Inline::text(&phrases::origin(checklist)));
    page.paragraph(&origin.then(&url.unwrap_or_default()));
    if let Some(note) = &checklist.note {
        page.paragraph(&Inline::text(note));
    }
}

/// Every item under its section, with a link.
fn contents(page: &mut Page, checklist: &Checklist) {
    for Section { title, items, .. } in &checklist.sections {
        page.item(0, &Inline::text(title));
        for item in items {
            let link = page.link(&item.title, &item.id.value);
            page.item(1, &link.then(&Inline::own(": ")).then(&address(checklist, item)));
        }
    }
    page.end_list();
}

fn address(checklist: &Checklist, item: &Item) -> Inline {
    Inline::code(&format!("{}/{}", checklist.id.value, item.id.value))
}

fn item(page: &mut Page, checklist: &Checklist, item: &Item, vocabulary: &Vocabulary) {
    page.heading(3, &item.title, Some(item.id.value.to_string()));
    page.paragraph(&address(checklist, item));
    part(page, "**Requirement.** ", &Inline::text(&phrases::sentence(&item.requires)));
    part(page, "**Where it comes from.** ", &origin(checklist, &item.basis, vocabulary));
    page.paragraph(&Inline::own("**Elements.**"));
    for element in &item.elements {
        let id = Inline::code(&element.id.value).then(&Inline::own(": "));
        page.paragraph(&id.then(&Inline::text(&phrases::sentence(&element.requires))));
        page.code("rule", &element.rule.text);
        if element.floor != item.floor {
            part(page, "Its own floor: ", &floor(element.floor));
        }
        if let Some(remedy) = &element.remedy {
            part(page, "Its own remedy: ", &self::remedy(remedy));
        }
    }
    part(page, "**Floor.** ", &floor(item.floor));
    part(page, "**Remedy.** ", &remedy(&item.remedy));
    if let Some(note) = &item.note {
        part(page, "**Note.** ", &Inline::text(note));
    }
}

fn part(page: &mut Page, name: &'static str, words: &Inline) {
    page.paragraph(&Inline::own(name).then(words));
}

/// The publication, and the treaty articles behind the item.
fn origin(checklist: &Checklist, basis: &[Basis], vocabulary: &Vocabulary) -> Inline {
    let mut words = phrases::sentence(&phrases::origin(checklist));
    let bases = phrases::bases(vocabulary, basis);
    if bases.is_empty() {
        words.push_str(" No treaty duty is recorded behind it.");
    } else {
        words.push_str(&format!(" Owed by parties to {}.", bases.join("; ")));
    }
    Inline::text(&words)
}

fn floor(floor: Floor) -> Inline {
    Inline::code(floor.word()).then(&Inline::own(": ")).then(&Inline::text(&phrases::sentence(&floor.meaning())))
}

fn remedy(remedy: &Remedy) -> Inline {
    Inline::text(&phrases::remedy(remedy))
}

/// The second way to order the elements, with those that answer each entry.
fn outline(page: &mut Page, checklist: &Checklist) {
    if checklist.outline.is_empty() {
        return;
    }
    page.heading(2, "The same in another order", None);
    let rows = checklist.outline.iter().map(|(id, title)| {
        let answering = checklist.items().flat_map(|(_, item)| {
            let named = item.elements.iter().filter(|element| element.answers.iter().any(|it| it.value == id.value));
            named.map(|element| Inline::code(&format!("{}.{}", item.id.value, element.id.value)))
        });
        [Inline::code(&id.value), Inline::text(title), Inline::join(answering, ", ")]
    });
    page.table(["entry", "what it says", "answered by"], rows.collect());
}
