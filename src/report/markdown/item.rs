//! One item that needs attention, in full.

use super::page::Page;
use super::{Place, facts};
use crate::finding::{Bond, Duty, ElementFinding, Finding, Verdict};
use crate::model::checklist::{Element, Item};
use crate::report::counts::{is_doubtful, is_draft, is_only_open, is_unverified, urgency};
use crate::report::escape::Inline;
use crate::report::{Judged, phrases, standing};

pub(super) fn write(page: &mut Page, place: &Place<'_, '_>, judged: &Judged<'_>, item: &Item, finding: &Finding) {
    let heading = format!("{}: {}", finding.verdict, item.title);
    page.heading(4, &heading, Some(place.key(judged, item)));
    let mut facts = vec![format!("Item {}/{}", judged.checklist.id.value, item.id.value)];
    facts.extend(marks([is_unverified(finding), is_doubtful(finding), is_draft(finding)]));
    facts.extend(standing::of(finding));
    facts.extend(judged.in_force(&item.id.value).map(|verdict| format!("in force: {verdict}")));
    page.paragraph(&Inline::text(&phrases::sentence(&facts.join("; "))));
    labelled(page, "**Required.**", &item.requires);
    if let Some(note) = &item.note {
        labelled(page, "**Note.**", note);
    }
    let pairs: Vec<(&Element, &ElementFinding)> = item.elements.iter().zip(&finding.elements).collect();
    let alone = pairs.len() == 1;
    for (element, found) in pairs.iter().filter(|(_, found)| urgency(found.answer.verdict).is_some()) {
        if alone && element.requires != item.requires {
            labelled(page, "**In particular.**", &element.requires);
        }
        self::element(page, place, element, found, alone);
    }
    if is_only_open(finding) {
        page.paragraph(&Inline::text(&phrases::only_open(finding)));
    }
    others(page, &pairs);
    duty(page, place, item, &finding.duty);
    let lever = phrases::remedy(&item.remedy);
    labelled(page, "**For the drafter**", &lever);
}

/// A paragraph with a label of our own.
fn labelled(page: &mut Page, label: &'static str, words: &str) {
    page.paragraph(&Inline::join([Inline::own(label), Inline::text(&phrases::sentence(words))], " "));
}

/// What a reader must know about a verdict besides the verdict: whether it is unverified, doubtful, and rests on a draft.
pub(super) fn marks(marked: [bool; 3]) -> Vec<String> {
    let words = [
        "unverified: without what is known from memory only it would not stand",
        "a pinpoint or quotation behind it does not stand in the law’s own text",
        "a draft that is not in force is counted in",
    ];
    words.into_iter().zip(marked).filter(|(_, marked)| *marked).map(|(words, _)| words.to_owned()).collect()
}

/// An element that is not met: the facts, then what is wrong with them.
fn element(page: &mut Page, place: &Place<'_, '_>, element: &Element, found: &ElementFinding, alone: bool) {
    let answer = &found.answer;
    if !alone {
        let verdict = Inline::bold(&format!("{}.", answer.verdict));
        let mut words = vec![verdict, Inline::own("Required:"), Inline::text(&phrases::sentence(&element.requires))];
        let mut marks = marks([answer.is_unverified(), answer.is_doubtful(), answer.is_draft()]);
        marks.extend(standing::marks(&found.marks, false));
        words.extend(marks.iter().map(|mark| Inline::text(&format!("({mark})"))));
        page.paragraph(&Inline::join(words, " "));
    }
    facts::table(page, place, &answer.grounds);
    if !answer.contradicts.is_empty() {
        page.paragraph(&Inline::own("Against it stands:"));
        facts::table(page, place, &answer.contradicts);
    }
    let mut entry = |label: &'static str, words: &str| {
        page.item(0, &Inline::join([Inline::own(label), Inline::text(words)], " "));
    };
    for missing in &answer.missing {
        entry("**Missing:**", &phrases::sentence(&phrases::missing(missing)));
    }
    for words in phrases::shortfalls(&answer.shortfalls) {
        entry("**Shortfall:**", &words);
    }
    for reason in &answer.reasons {
        entry("**Why:**", &phrases::sentence(reason));
    }
    for part in &answer.parts {
        entry("**Part of it:**", &format!("{}: {}", part.verdict, part.text));
    }
    for near in &answer.near_misses {
        entry("**Near miss:**", &phrases::near_miss(near));
    }
    for ground in &answer.searched {
        entry("**Searched without result:**", &phrases::searched(ground));
    }
    if let Some(remedy) = element.remedy.as_ref() {
        entry("**For the drafter**", &phrases::remedy(remedy));
    }
    page.end_list();
}

/// The elements of the item that need nothing, in short.
fn others(page: &mut Page, pairs: &[(&Element, &ElementFinding)]) {
    let with = |verdict: Verdict| pairs.iter().filter(move |(_, found)| found.answer.verdict == verdict);
    if with(Verdict::Met).next().is_some() {
        page.paragraph(&Inline::own("**Met in this item:**"));
        for (element, found) in with(Verdict::Met) {
            let addresses = facts::addresses(&found.answer.grounds);
            let mut words = vec![match addresses.is_empty() {
                true => phrases::sentence(&element.requires),
                false => format!("{} ({addresses}).", element.requires.trim_end_matches('.')),
            }];
            let answer = &found.answer;
            let marks = marks([answer.is_unverified(), answer.is_doubtful(), answer.is_draft()]);
            words.extend(marks.iter().map(|mark| format!("({mark})")));
            page.item(0, &Inline::text(&words.join(" ")));
        }
        page.end_list();
    }
    for (verdict, label) in [
        (Verdict::Unknown, "**Not assessed in this item**"),
        (Verdict::NotApplicable, "**Not applicable in this item**"),
    ] {
        let number = with(verdict).count();
        if number > 0 {
            let elements = phrases::count(pairs.len(), "element");
            let words = format!("({number} of {elements}; listed near the end of this report).");
            page.paragraph(&Inline::join([Inline::own(label), Inline::text(&words)], " "));
        }
    }
}

/// The duty, and what each article behind it says.
fn duty(page: &mut Page, place: &Place<'_, '_>, item: &Item, duty: &Duty) {
    let Some(words) = phrases::duty(place.audited, place.report.vocabulary, item, duty) else { return };
    labelled(page, "**Duty.**", &words);
    if let Duty::Owed(bonds) = duty {
        for (address, line) in bonds.iter().filter_map(|bond| article(place, bond)) {
            page.item(0, &Inline::text(&format!("{address}: {}", phrases::sentence(&line))));
        }
        page.end_list();
    }
}

/// What the article of a bond says, as the vocabulary has it.
fn article(place: &Place<'_, '_>, bond: &Bond) -> Option<(String, String)> {
    let id = place.report.vocabulary.find_instrument(&bond.instrument).ok()?;
    let instrument = place.report.vocabulary.instrument(id);
    let wanted = bond.article.as_ref()?;
    let (_, line) = instrument.articles.iter().find(|(article, _)| article == wanted)?;
    Some((format!("{}, article {wanted}", bond.short), line.to_string()))
}
