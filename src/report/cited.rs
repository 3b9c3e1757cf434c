//! The sources that a country's findings cite, numbered.

use std::collections::{BTreeMap, BTreeSet};

use super::Audited;
use crate::finding::{Finding, Ground, NearMiss};
use crate::model::framework::Source;

/// The sources that findings cite, in the order in which they are declared.
#[derive(Clone, Debug)]
pub struct Cited<'a> {
    sources: Vec<&'a Source>,
    numbers: BTreeMap<&'a str, usize>,
}

impl<'a> Cited<'a> {
    /// Those of one country: the framework's, then those of the drafts that were laid on.
    pub(super) fn of(audited: &Audited<'a>) -> Self {
        let findings = audited.checklists.iter().flat_map(|judged| &judged.audit.findings);
        let keys: BTreeSet<&str> = findings.flat_map(grounds).filter_map(|ground| ground.source.as_deref()).collect();
        let drafts = audited.overlays.iter().flat_map(|overlay| &overlay.sources);
        let mut cited = Self { sources: Vec::new(), numbers: BTreeMap::new() };
        for source in audited.framework.sources.iter().chain(drafts) {
            let key = &*source.id.value;
            if keys.contains(key) && !cited.numbers.contains_key(key) {
                cited.sources.push(source);
                cited.numbers.insert(key, cited.sources.len());
            }
        }
        cited
    }

    /// The sources, the first of them number 1.
    pub fn sources(&self) -> &[&'a Source] {
        &self.sources
    }

    /// The number of a source.
    pub(super) fn number(&self, key: &str) -> Option<usize> {
        self.numbers.get(key).copied()
    }
}

/// Every fact that a finding names, for whatever reason.
fn grounds(finding: &Finding) -> impl Iterator<Item = &Ground> {
    finding.elements.iter().flat_map(|element| {
        let answer = &element.answer;
        let near = answer.near_misses.iter().map(|NearMiss { ground, .. }| ground);
        answer.grounds.iter().chain(&answer.contradicts).chain(&answer.searched).chain(near)
    })
}
