//! What one edition of a standard asks otherwise than another.

use super::Kind;
use super::align::{ElementPair, ItemPair, Numbered};
use super::cause::Corners;
use super::record::{Detail, WordChange};
use super::redline::Redline;
use crate::base::Text;
use crate::finding::{Audit, Verdict};
use crate::model::checklist::{Checklist, Element, Item, Remedy};
use crate::model::vocabulary::Vocabulary;

/// A change in what a standard asks.
#[derive(Clone, Debug, PartialEq)]
pub struct StandardChange {
    /// Its kind.
    pub kind: Kind,
    /// The id of the item, in the new edition if it has it.
    pub item: Text,
    /// The id of the element, where it is about one.
    pub element: Option<Text>,
    /// The title of the item, or what the element asks.
    pub title: Text,
    /// The verdict on what one edition alone has.
    pub verdict: Option<Verdict>,
    /// What is otherwise.
    pub details: Vec<Detail>,
    /// Words that were changed.
    pub words: Vec<WordChange>,
}

/// Everything that the new edition asks otherwise.
pub(super) fn compare(
    vocabulary: &Vocabulary,
    old: &Checklist,
    new: &Checklist,
    pairs: &[ItemPair<'_>],
    corners: &Corners,
) -> Vec<StandardChange> {
    if std::ptr::eq(old, new) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for pair in pairs {
        match (pair.old, pair.new) {
            (Some((_, one)), Some((_, other))) => {
                found.extend(item(vocabulary, one, other));
                found.extend(pair.elements.iter().filter_map(|pair| element(other, pair, corners)));
            }
            (None, Some(it)) => found.push(alone(Kind::ItemAdded, it, corners.new_side())),
            (Some(it), None) => found.push(alone(Kind::ItemRemoved, it, corners.old())),
            (None, None) => {}
        }
    }
    found
}

fn alone(kind: Kind, (number, item): Numbered<'_>, audit: &Audit) -> StandardChange {
    StandardChange {
        kind,
        item: item.id.value.clone(),
        element: None,
        title: item.title.clone(),
        verdict: audit.findings.get(number).map(|finding| finding.verdict),
        details: Vec::new(),
        words: Vec::new(),
    }
}

/// What is compared about a thing, and what came of it.
#[derive(Default)]
struct Sheet {
    details: Vec<Detail>,
    words: Vec<WordChange>,
}

impl Sheet {
    fn fact(&mut self, field: &str, old: &str, new: &str) {
        if old != new {
            let some = |words: &str| (!words.is_empty()).then(|| words.to_owned());
            self.details.push(Detail {
                field: field.to_owned(),
                label: field.to_owned(),
                old: some(old),
                new: some(new),
            });
        }
    }

    fn words(&mut self, field: &str, old: &str, new: &str) {
        if old != new {
            let redline = Redline::of(old, new);
            self.words.push(WordChange { field: field.to_owned(), label: field.to_owned(), redline });
        }
    }

    fn remedy(&mut self, old: Option<&Remedy>, new: Option<&Remedy>) {
        let words = |remedy: Option<&Remedy>| {
            remedy.map_or_else(String::new, |remedy| format!("({}) {}", remedy.lever.word(), remedy.pointer))
        };
        self.words("remedy", &words(old), &words(new));
    }
}

fn item(vocabulary: &Vocabulary, old: &Item, new: &Item) -> Option<StandardChange> {
    let mut sheet = Sheet::default();
    let basis = |item: &Item| {
        let one = |it: &crate::model::checklist::Basis| {
            let article = it.article.as_ref().map_or_else(String::new, |article| format!(", article {article}"));
            format!("{}{article}", vocabulary.instrument(it.instrument).short)
        };
        item.basis.iter().map(one).collect::<Vec<_>>().join("; ")
    };
    sheet.fact("basis", &basis(old), &basis(new));
    let moved = !sheet.details.is_empty();
    sheet.fact("id", &old.id.value, &new.id.value);
    let renamed = old.id != new.id;
    sheet.words("title", &old.title, &new.title);
    sheet.words("requires", &old.requires, &new.requires);
    sheet.words("note", old.note.as_deref().unwrap_or(""), new.note.as_deref().unwrap_or(""));
    sheet.remedy(Some(&old.remedy), Some(&new.remedy));
    let kind = if moved {
        Kind::BasisChanged
    } else if renamed {
        Kind::ItemRenamed
    } else if !sheet.words.is_empty() {
        Kind::ItemReworded
    } else {
        return None;
    };
    let Sheet { details, words } = sheet;
    let (item, title) = (new.id.value.clone(), new.title.clone());
    Some(StandardChange { kind, item, element: None, title, verdict: None, details, words })
}

fn element(of: &Item, pair: &ElementPair<'_>, corners: &Corners) -> Option<StandardChange> {
    let mut sheet = Sheet::default();
    let verdict = |audit: &Audit, item: usize, element: usize| {
        audit.findings.get(item)?.elements.get(element).map(|found| found.answer.verdict)
    };
    let (kind, named, verdict): (Kind, &Element, Option<Verdict>) = match (pair.old, pair.new) {
        (Some((_, _, old)), Some((_, _, new))) => {
            sheet.fact("rule", &old.rule.text, &new.rule.text);
            sheet.fact("floor", old.floor.word(), new.floor.word());
            let asked = !sheet.details.is_empty();
            sheet.fact("id", &old.id.value, &new.id.value);
            sheet.words("requires", &old.requires, &new.requires);
            sheet.remedy(old.remedy.as_ref(), new.remedy.as_ref());
            let kind = if asked {
                Kind::RuleChanged
            } else if old.id != new.id {
                Kind::ElementRenamed
            } else if !sheet.words.is_empty() {
                Kind::ElementReworded
            } else {
                return None;
            };
            (kind, new, None)
        }
        (None, Some((item, place, new))) => (Kind::ElementAdded, new, verdict(corners.new_side(), item, place)),
        (Some((item, place, old)), None) => (Kind::ElementRemoved, old, verdict(corners.old(), item, place)),
        (None, None) => return None,
    };
    let Sheet { details, words } = sheet;
    let (id, title) = (named.id.value.clone(), named.requires.clone());
    Some(StandardChange { kind, item: of.id.value.clone(), element: Some(id), title, verdict, details, words })
}
