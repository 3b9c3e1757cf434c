//! What an editor shows while a file is written: which words can stand at a place, what a word means, where it leads.
//!
//! A file that is being written seldom holds together, so places are found in the text itself, line by line, and not in
//! the tree; the words come from the schemas and the vocabulary.
//!
//! - `annotated`: from a place in an annotated draft to the place in YAML that it stands for;
//! - `place`: from a byte of the text to the keys it stands under;
//! - `words`: what the schema says can stand there;
//! - `rule_words`: the same within a rule;
//! - `leads`: from the id of a source or a law to the place that describes it;
//! - this file: the two questions an editor asks.

mod annotated;
mod leads;
mod place;
mod rule_words;
mod words;

use std::ops::Range;

use serde_json::Value;

pub use annotated::{is_annotated, keys as keys_before};
pub use leads::{Target, ids, target};

use crate::model::vocabulary::Vocabulary;
use place::Place;

/// A word that can stand at a place.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Choice {
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
    /// What kind of word it is.
    pub kind: ChoiceKind,
}

/// The kinds of word.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChoiceKind {
    /// A key of the format or of the vocabulary.
    Key,
    /// A value.
    Word,
    /// A word of the rule language.
    Keyword,
    /// The id of something in the same file.
    Id,
}

/// What is known about a file and the words it can use.
#[derive(Clone, Copy, Debug)]
pub struct Guide<'a> {
    /// The schema of its kind.
    pub schema: &'a Value,
    /// The vocabulary.
    pub vocabulary: &'a Vocabulary,
}

impl Guide<'_> {
    /// The words that can stand where the word at a byte begins.
    pub fn choices(&self, text: &str, at: usize) -> Vec<Choice> {
        let word = word_at(text, at);
        let start = if word.start < at || word.is_empty() { word.start } else { at };
        self.at(text, start)
    }

    /// The word at a byte with what it means there; `None` where it is no word of the format.
    pub fn meaning(&self, text: &str, at: usize) -> Option<(Range<usize>, Choice)> {
        let word = word_at(text, at);
        let written = text.get(word.clone()).filter(|written| !written.is_empty())?;
        let choice = self.at(text, word.start).into_iter().find(|choice| choice.word == written)?;
        Some((word, choice))
    }

    /// The words that can stand at a byte of an annotated draft, where the word there begins. The guide is that of a
    /// draft.
    pub fn annotated_choices(&self, text: &str, at: usize) -> Vec<Choice> {
        let word = word_at(text, at);
        let start = if word.start < at || word.is_empty() { word.start } else { at };
        let mut found: Vec<Choice> = Vec::new();
        for key in annotated::keys_of_the_draft(text, start) {
            found.push(Choice {
                word: (*key).to_owned(),
                meaning: annotated::meaning(key).to_owned(),
                kind: ChoiceKind::Key,
            });
        }
        for mirror in annotated::mirrors(text, start) {
            let choices = self.at(&mirror.yaml, mirror.at).into_iter();
            let fits = |choice: &Choice| choice.kind != ChoiceKind::Key || mirror.keys.has(&choice.word);
            found.extend(choices.filter(fits));
        }
        found
    }

    /// The word at a byte of an annotated draft with what it means there.
    pub fn annotated_meaning(&self, text: &str, at: usize) -> Option<(Range<usize>, Choice)> {
        let word = word_at(text, at);
        let written = text.get(word.clone()).filter(|written| !written.is_empty())?;
        let choice = self.annotated_choices(text, word.start).into_iter().find(|choice| choice.word == written)?;
        Some((word, choice))
    }

    fn at(&self, text: &str, start: usize) -> Vec<Choice> {
        let place = Place::of(text, start);
        if place.is_key("rule") {
            return rule_words::choices(&place.written, self.vocabulary);
        }
        let mut found = words::choices(self.schema, &place);
        if let Some(kinds) = place.key().and_then(leads::led_by) {
            let known = ids(text, kinds).into_iter();
            found.extend(known.map(|(word, meaning)| Choice { word, meaning, kind: ChoiceKind::Id }));
        }
        found
    }
}

/// The word at a byte: letters, digits, hyphens and signs of comparison apart.
pub fn word_at(text: &str, at: usize) -> Range<usize> {
    let part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let before = text.get(..at).unwrap_or("");
    let after = text.get(at..).unwrap_or("");
    let start = before.len() - before.chars().rev().take_while(|c| part(*c)).count();
    start..at + after.chars().take_while(|c| part(*c)).count()
}
