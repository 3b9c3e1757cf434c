//! What many findings name, kept once: facts and sentences by their numbers.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::finding::{Ground, GroundKind};
use crate::report::escape::visible;
use crate::report::phrases;

/// Facts and sentences, numbered in the order in which they were first named.
#[derive(Debug, Default)]
pub(super) struct Pool {
    facts: Numbered<Fact>,
    sentences: Numbered<String>,
}

/// A fact in short: what it is, what it says, how well it is known.
///
/// What it says is left out where the page itself says it under the same name; the script finds it there.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize)]
pub(super) struct Fact(String, Option<String>, &'static str);

#[derive(Debug)]
struct Numbered<T> {
    known: BTreeMap<T, usize>,
    all: Vec<T>,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { known: BTreeMap::new(), all: Vec::new() }
    }
}

impl<T: Clone + Ord> Numbered<T> {
    fn number(&mut self, thing: T) -> usize {
        let next = self.all.len();
        let all = &mut self.all;
        *self.known.entry(thing).or_insert_with_key(|thing| {
            all.push(thing.clone());
            next
        })
    }
}

impl Pool {
    /// The number of a fact.
    pub(super) fn fact(&mut self, ground: &Ground) -> usize {
        let known = if ground.kind == GroundKind::Coverage { "" } else { ground.confidence.word() };
        self.facts.number(Fact(visible(&phrases::address(ground)), Some(visible(&phrases::says(ground))), known))
    }

    /// Leaves out what these facts say, since the page says it: those whose name no other fact bears.
    pub(super) fn leave_out<'g>(&mut self, shown: impl Iterator<Item = &'g Ground>) {
        let shown: BTreeSet<usize> = shown.map(|ground| self.fact(ground)).collect();
        let mut named: BTreeMap<String, usize> = BTreeMap::new();
        for Fact(name, ..) in &self.facts.all {
            *named.entry(name.clone()).or_default() += 1;
        }
        for (number, Fact(name, says, _)) in self.facts.all.iter_mut().enumerate() {
            if shown.contains(&number) && named.get(name) == Some(&1) {
                *says = None;
            }
        }
    }

    /// The number of a sentence.
    pub(super) fn sentence(&mut self, words: &str) -> usize {
        self.sentences.number(visible(words))
    }

    /// The facts by their numbers.
    pub(super) fn facts(&self) -> &[Fact] {
        &self.facts.all
    }

    /// The sentences by their numbers.
    pub(super) fn sentences(&self) -> &[String] {
        &self.sentences.all
    }
}
