//! Short digests: the fingerprint of an address, and of the words that a verdict rests on.

use super::{Answer, Ground, State};
use crate::base::sha::sha256;
use crate::model::checklist::Element;

/// How many hexadecimal digits a digest has.
pub const DIGITS: usize = crate::model::waiver::DIGITS;

/// Sixteen hexadecimal digits that stand for a text in every run.
pub fn digest(text: &str) -> String {
    sha256(text).iter().take(DIGITS / 2).map(|byte| format!("{byte:02x}")).collect()
}

/// The fingerprint of an element in a country, or of an item where the element is empty. It is the same in every run,
/// whatever the verdict.
pub fn fingerprint(country: &str, checklist: &str, item: &str, element: &str) -> String {
    digest(&format!("{country}/{checklist}/{item}/{element}"))
}

/// The fingerprint of the words of an element and of all that its verdict rests on.
///
/// It stays the same while lines move and other laws change. It becomes another when the checklist asks something else,
/// when the verdict changes, or when a fact behind it is added, taken away or reworded. The day of the audit is not in it.
pub fn words(element: &Element, answer: &Answer) -> String {
    let mut text = Fields::default();
    text.add(&element.requires);
    text.add(&element.rule.text);
    text.add(element.floor.word());
    text.add(answer.verdict.name());
    for (name, grounds) in
        [("grounds", &answer.grounds), ("contradicts", &answer.contradicts), ("searched", &answer.searched)]
    {
        text.list(name, grounds.len());
        for ground in grounds {
            text.ground(ground);
        }
    }
    text.list("missing", answer.missing.len());
    for missing in &answer.missing {
        text.add(&missing.attribute);
        text.list("terms", missing.terms.len());
        for term in &missing.terms {
            text.add(&term.id);
            text.add(if term.absent { "absent" } else { "not found" });
        }
    }
    text.list("shortfalls", answer.shortfalls.len());
    for shortfall in &answer.shortfalls {
        text.add(&shortfall.address);
        text.add(&shortfall.asked);
        match &shortfall.state {
            State::Unstated => text.add("unstated"),
            State::Otherwise(value) => text.add(&format!("otherwise: {value}")),
        }
    }
    text.list("near misses", answer.near_misses.len());
    for near in &answer.near_misses {
        text.ground(&near.ground);
        text.add(&near.reason.words());
    }
    digest(&text.0)
}

/// The fingerprint of the words of an item: those of its elements together.
pub fn words_of_item<'a>(elements: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = Fields::default();
    for words in elements {
        text.add(words);
    }
    digest(&text.0)
}

/// Texts one after the other, each with its length before it, so that no two lists of texts look the same.
#[derive(Default)]
struct Fields(String);

impl Fields {
    fn add(&mut self, field: &str) {
        self.0.push_str(&format!("{}:{field};", field.len()));
    }

    fn list(&mut self, name: &str, length: usize) {
        self.add(&format!("{name} {length}"));
    }

    fn ground(&mut self, ground: &Ground) {
        self.add(ground.kind.name());
        self.add(&ground.id);
        self.add(ground.at.as_deref().unwrap_or(""));
        self.add(&ground.summary);
        self.add(ground.confidence.word());
        if let Some(practice) = &ground.practice {
            self.add(practice.state.word());
            self.add(practice.note.as_deref().unwrap_or(""));
        }
        self.list("notes", ground.notes.len());
        for note in &ground.notes {
            self.add(note);
        }
    }
}
