//! Audits of the shipped frameworks, for the tests beside this file.

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::finding::{Answer, Audit, Finding, Verdict};
use lacuna::model::checklist::Checklist;
use lacuna::model::framework::Framework;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::{Files, Ready, Snapshot, embedded, eval, read_checklist, read_framework, read_vocabulary};

/// Everything that is shipped, read once.
pub(crate) struct Shipped {
    pub(crate) vocabulary: Vocabulary,
    pub(crate) checklists: Vec<Ready<Checklist>>,
    pub(crate) frameworks: BTreeMap<String, Ready<Framework>>,
    /// What is said about the files, a line each.
    pub(crate) diagnostics: Vec<String>,
}

pub(crate) static SHIPPED: LazyLock<Shipped> = LazyLock::new(|| {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let file = files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text);
    let vocabulary = read_vocabulary(&files, file, &mut diagnostics).expect("the vocabulary holds together");
    let mut checklists = Vec::new();
    for (_, list) in embedded::CHECKLISTS {
        let file = files.add(list.name, list.text);
        checklists.extend(read_checklist(&files, file, &vocabulary, &mut diagnostics));
    }
    let mut paths: Vec<_> = fs::read_dir("frameworks").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let mut frameworks = BTreeMap::new();
    for path in paths {
        let file = files.add(&path.to_string_lossy(), fs::read_to_string(&path).unwrap());
        let framework = read_framework(&files, file, &vocabulary, &mut diagnostics);
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        frameworks.extend(framework.map(|framework| (name, framework)));
    }
    let line = |it: &lacuna::diag::Diagnostic| {
        let place = files.position(it.primary.span);
        format!("{}:{}: [{}] {}", files.name(it.primary.span.file), place.line, it.code, it.headline)
    };
    Shipped { diagnostics: diagnostics.iter().map(line).collect(), vocabulary, checklists, frameworks }
});

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// A country audited against a checklist as at a day.
pub(crate) fn audit(country: &str, checklist: &str, as_of: &str) -> Audit {
    let shipped = &*SHIPPED;
    let framework = &shipped.frameworks[country];
    let checklist = shipped.checklists.iter().find(|list| &*list.get().id.value == checklist).unwrap();
    let snapshot = Snapshot::new(&shipped.vocabulary, framework, &[], day(as_of), Confidence::Recalled);
    eval::audit(&snapshot, checklist)
}

/// The finding on an item, `annex-d/child-definition`.
pub(crate) fn item(country: &str, address: &str, as_of: &str) -> Finding {
    let (checklist, item) = address.split_once('/').unwrap();
    let found = audit(country, checklist, as_of).findings.into_iter().find(|finding| &*finding.item == item);
    found.unwrap_or_else(|| panic!("there is no item {address}"))
}

/// The answer to an element, `annex-d/child-definition.age`.
pub(crate) fn element(country: &str, address: &str, as_of: &str) -> Answer {
    let (item_address, id) = address.split_once('.').unwrap();
    let finding = item(country, item_address, as_of);
    let found = finding.elements.into_iter().find(|element| &*element.element == id);
    found.unwrap_or_else(|| panic!("there is no element {address}")).answer
}

/// The verdict on a row of Annex B.
pub(crate) fn row(country: &str, row: &str, as_of: &str) -> Verdict {
    item(country, &format!("annex-b/{row}"), as_of).verdict
}

/// The pinpoints of the grounds of an answer.
pub(crate) fn pinpoints(answer: &Answer) -> Vec<String> {
    answer.grounds.iter().map(|ground| ground.address()).collect()
}

/// The pinpoints of what contradicts them.
pub(crate) fn contradicting(answer: &Answer) -> Vec<String> {
    answer.contradicts.iter().map(|ground| ground.address()).collect()
}

/// The ids of the terms that are missing.
pub(crate) fn missing(answer: &Answer) -> Vec<String> {
    answer.missing.iter().flat_map(|missing| &missing.terms).map(|term| term.id.to_string()).collect()
}
