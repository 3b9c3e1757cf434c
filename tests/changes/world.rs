//! An invented country in two versions, and what changed between them.

use std::fmt::Write as _;

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::diff::{Cause, Comparison, Kind};
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::{Files, Given, Ready, read_checklist, read_framework, read_overlay_after, read_vocabulary};

const HEAD: &str = "framework: XAA\nname: Aldonia\ncoverage: partial\n";

/// One side as its files give it.
#[derive(Clone, Debug)]
pub(crate) struct Version {
    pub(crate) record: String,
    pub(crate) drafts: Vec<String>,
    pub(crate) standard: String,
    pub(crate) day: String,
}

impl Version {
    /// A record under the head of Aldonia, reviewed and audited on a day.
    pub(crate) fn new(day: &str, parts: &str) -> Self {
        let record = format!("{HEAD}reviewed: {day}\nsources: {{ s: {{ title: A source }} }}\n{parts}");
        Self { record, drafts: Vec::new(), standard: STANDARD.to_owned(), day: day.to_owned() }
    }

    /// A record under a standard, on a day.
    pub(crate) fn of(record: &str, standard: &str, day: &str) -> Self {
        Self { record: record.to_owned(), drafts: Vec::new(), standard: standard.to_owned(), day: day.to_owned() }
    }

    /// The same on another day.
    pub(crate) fn on(mut self, day: &str) -> Self {
        self.day = day.to_owned();
        self
    }

    /// The same with a draft laid on.
    pub(crate) fn with(mut self, draft: &str) -> Self {
        self.drafts.push(format!("overlay: XAA\n{draft}"));
        self
    }

    /// The same under another standard.
    pub(crate) fn under(mut self, change: impl Fn(&str) -> String) -> Self {
        let changed = change(&self.standard);
        assert_ne!(changed, self.standard, "the standard is the same");
        self.standard = changed;
        self
    }
}

/// A law of 2000 that calls a child whoever is below an age.
pub(crate) fn act(age: u32) -> String {
    format!(
        "laws:\n  act:\n    title: Child Act\n    kind: act\n    in-force: 2000-01-01\n    source: s\n    \
         confidence: verified\n    provisions:\n      - {{ at: s. 2, summary: Whoever is below {age} is a child., \
         says: {{ child: {{ below: {age} }} }} }}\n"
    )
}

/// The standard of most tests: who is a child, which acts are trafficking, and one treaty.
pub(crate) const STANDARD: &str = "\
checklist: case
title: A case
version: 1
source: { title: None }
sections:
  - id: s
    title: S
    items:
      - id: child
        title: Who is a child
        requires: Everyone below 18 is a child.
        basis: [{ instrument: treaty, article: \"1\" }]
        floor: law
        remedy: { lever: statute, pointer: Say so. }
        elements:
          - { id: age, requires: The age is 18., rule: some provision on child has below >= 18 }
      - id: trafficking
        title: What trafficking is
        requires: All acts are listed.
        floor: law
        remedy: { lever: statute, pointer: List them. }
        elements:
          - { id: acts, requires: Every act., rule: \"provisions on definition together cover acts {all}\" }
          - { id: means, requires: No means., rule: some provision on definition has means = irrelevant }
      - id: treaty
        title: The Great Treaty
        requires: The country is a party.
        floor: any
        remedy: { lever: treaty, pointer: Accede. }
        elements:
          - { id: party, requires: It is a party., rule: party to treaty }
";

/// Compares two versions and looks at what came out.
pub(crate) fn compare<T>(old: &Version, new: &Version, look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    let mut files = Files::new();
    let mut faults = Diagnostics::new();
    let words = files.add("vocabulary.yaml", include_str!("../cases/vocabulary.yaml"));
    let vocabulary = read_vocabulary(&files, words, &mut faults).unwrap();
    let sides = [old, new].map(|version| Read::new(&mut files, &vocabulary, version, &mut faults));
    let [one, other] = &sides;
    let [given, taken] = [one, other].map(|side| Given {
        framework: &side.framework,
        drafts: side.drafts.iter().collect(),
        day: side.day,
    });
    let after = if old.standard == new.standard { &one.standard } else { &other.standard };
    let standards = [(&one.standard, after)];
    look(&lacuna::changes(&vocabulary, &given, &taken, &standards, Confidence::Recalled))
}

struct Read {
    framework: Ready<lacuna::model::framework::Framework>,
    drafts: Vec<Ready<lacuna::model::overlay::Overlay>>,
    standard: Ready<lacuna::model::checklist::Checklist>,
    day: Day,
}

impl Read {
    fn new(files: &mut Files, vocabulary: &Vocabulary, version: &Version, faults: &mut Diagnostics) -> Self {
        let file = files.add("frameworks/aldonia.yaml", version.record.clone());
        let framework = read_framework(files, file, vocabulary, faults);
        assert!(!faults.has_errors(), "{faults:#?}\n{}", version.record);
        let framework = framework.unwrap();
        let mut drafts = Vec::new();
        for draft in &version.drafts {
            let file = files.add("drafts/bill.yaml", draft.clone());
            drafts.extend(read_overlay_after(files, file, vocabulary, &framework, &drafts, faults));
        }
        let file = files.add("case.yaml", version.standard.clone());
        let standard = read_checklist(files, file, vocabulary, faults);
        assert!(!faults.has_errors(), "{faults:#?}");
        Self { framework, drafts, standard: standard.unwrap(), day: Day::parse(&version.day).unwrap() }
    }
}

/// Everything that changed, a line each, so that a test can ask for exactly that and nothing else.
pub(crate) fn lines(comparison: &Comparison<'_>) -> String {
    let mut out = String::new();
    for (_, item) in comparison.items() {
        let kind = item.kind.map_or("", Kind::name);
        writeln!(out, "{}: {} > {} {kind} {}", item.item, item.old.name(), item.new.name(), causes(&item.causes))
            .unwrap();
        for element in &item.elements {
            let (old, new) = (element.old.verdict.name(), element.new.verdict.name());
            let behind: Vec<&str> =
                element.behind.iter().map(|number| comparison.record[*number].subject.as_str()).collect();
            let (kind, causes) = (element.kind.name(), causes(&element.causes));
            writeln!(out, "  .{}: {old} > {new} {kind} {causes} <{}>", element.element, behind.join(", ")).unwrap();
        }
        if let Some(duty) = &item.duty {
            writeln!(out, "  {} {}", duty.kind.name(), causes(&duty.causes)).unwrap();
        }
    }
    for change in comparison.standards.iter().flat_map(|measured| &measured.changes) {
        let element = change.element.as_ref().map_or_else(String::new, |element| format!(".{element}"));
        writeln!(out, "standard: {} {}{element}", change.kind.name(), change.item).unwrap();
    }
    for change in &comparison.record {
        writeln!(out, "record: {} {}", change.kind.name(), change.subject).unwrap();
        for detail in &change.details {
            let (old, new) = (detail.old.as_deref().unwrap_or("-"), detail.new.as_deref().unwrap_or("-"));
            writeln!(out, "  {}: {old} > {new}", detail.field).unwrap();
        }
        for words in &change.words {
            writeln!(out, "  words of {}", words.field).unwrap();
        }
    }
    out.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}

fn causes(causes: &std::collections::BTreeSet<Cause>) -> String {
    let names: Vec<&str> = causes.iter().map(|cause| cause.name()).collect();
    format!("[{}]", names.join(" "))
}

/// Asserts exactly what changed between two versions, nothing more and nothing less.
#[track_caller]
pub(crate) fn expect(old: &Version, new: &Version, expected: &str) {
    let found = compare(old, new, lines);
    let expected: String = expected.lines().map(|line| format!("{line}\n")).collect();
    assert!(found == expected, "found:\n{found}\nexpected:\n{expected}");
}
