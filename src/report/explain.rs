//! One item as its rules see it: each rule as a tree, each part with its verdict and what settled it.

use std::fmt;

use super::markdown::explained;
use super::screen::{Look, Role, Screen};
use super::{Audited, phrases};
use crate::base::files::Files;
use crate::eval::Explained;
use crate::finding::{Answer, Finding, Ground};
use crate::model::checklist::{Checklist, Element, Item};
use crate::model::vocabulary::Vocabulary;

/// An item in one country, with the trees of its rules.
#[derive(Clone, Debug)]
pub struct Explanation<'a> {
    /// The words that records and checklists share.
    pub vocabulary: &'a Vocabulary,
    /// The texts, for lines and columns.
    pub files: &'a Files,
    /// The country and the day; its list of checklists is not looked at.
    pub audited: Audited<'a>,
    /// The checklist.
    pub checklist: &'a Checklist,
    /// The item.
    pub item: &'a Item,
    /// What was found about it.
    pub finding: Finding,
    /// Its elements, each with the tree of its rule; all of them, or the one that was asked for.
    pub elements: Vec<(&'a Element, Explained)>,
}

impl Explanation<'_> {
    /// The country, the day and the item, in a line.
    pub(super) fn title(&self) -> String {
        let Self { audited, checklist, item, .. } = self;
        let address = format!("{}/{}", checklist.id.value, item.id.value);
        format!("{address} in {}, as at {}", audited.framework.name, audited.as_of)
    }

    /// The duty behind the item.
    pub(super) fn duty(&self) -> Option<String> {
        phrases::duty(&self.audited, self.vocabulary, self.item, &self.finding.duty)
    }

    /// The fingerprint of the words of an element, by which a waiver names what it was decided on.
    pub(super) fn words(&self, element: &Element) -> Option<&str> {
        let found = self.finding.elements.iter().find(|found| found.element == element.id.value)?;
        Some(&found.words)
    }

    /// A fact with its legal address and its place in the file.
    pub(super) fn fact(&self, ground: &Ground) -> String {
        let place = self.files.position(ground.span);
        let file = self.files.name(ground.span.file);
        let says = phrases::says(ground);
        let address = phrases::address(ground);
        let known = ground.confidence.word();
        format!("{address}: {says} [{known}, {file}:{}:{}]", place.line, place.column)
    }

    /// What settled an answer: a word for what each thing is, and the thing.
    pub(super) fn settled(&self, answer: &Answer) -> Vec<(&'static str, String)> {
        let facts = |label, list: &[Ground]| -> Vec<(&'static str, String)> {
            let told = |ground: &Ground| {
                let quote = ground.quote.as_ref().map(|quote| ("in its words", phrases::quotation(quote)));
                [Some((label, self.fact(ground))), quote]
            };
            list.iter().flat_map(told).flatten().collect()
        };
        let mut found = facts("rests on", &answer.grounds);
        found.extend(facts("against it", &answer.contradicts));
        found.extend(answer.missing.iter().map(|it| ("missing", phrases::sentence(&phrases::missing(it)))));
        found.extend(phrases::shortfalls(&answer.shortfalls).into_iter().map(|words| ("shortfall", words)));
        found.extend(answer.reasons.iter().map(|it| ("why", phrases::sentence(it))));
        found.extend(answer.near_misses.iter().map(|it| ("near miss", phrases::near_miss(it))));
        found.extend(answer.searched.iter().map(|it| ("searched without result", phrases::searched(it))));
        found
    }
}

/// Writes the explanation for a terminal.
///
/// # Errors
///
/// Only those of `out`.
pub fn text(explanation: &Explanation<'_>, look: Look, out: &mut dyn fmt::Write) -> fmt::Result {
    let Explanation { item, finding, .. } = explanation;
    let mut screen = Screen::new(look);
    screen.line(0, Role::Heading, &explanation.title());
    screen.hung(0, (&finding.verdict.to_string(), Role::Verdict(finding.verdict)), Role::Plain, &item.title);
    screen.line(2, Role::Plain, &format!("Required: {}", phrases::sentence(&item.requires)));
    if let Some(duty) = explanation.duty() {
        screen.line(2, Role::Plain, &duty);
    }
    screen.line(2, Role::Dim, &format!("words: {}", finding.words));
    for (element, tree) in &explanation.elements {
        screen.blank();
        let verdict = tree.answer.verdict;
        let title = format!("{} [{}]", element.requires, element.id.value);
        screen.hung(0, (&verdict.to_string(), Role::Verdict(verdict)), Role::Heading, &title);
        if let Some(words) = explanation.words(element) {
            screen.line(2, Role::Dim, &format!("words: {words}"));
        }
        branch(&mut screen, explanation, tree, 2);
    }
    screen.finish(out)
}

fn branch(screen: &mut Screen, explanation: &Explanation<'_>, tree: &Explained, indent: usize) {
    let verdict = tree.answer.verdict;
    screen.hung(indent, (&verdict.to_string(), Role::Verdict(verdict)), Role::Plain, &tree.text);
    // What settled a joined rule is told where it belongs, at its parts.
    if tree.parts.is_empty() {
        for (label, words) in explanation.settled(&tree.answer) {
            screen.hung(indent + 4, (&format!("{label}:"), Role::Dim), Role::Plain, &words);
        }
    }
    for part in &tree.parts {
        branch(screen, explanation, part, indent + 4);
    }
}

/// Writes the explanation as Markdown.
///
/// # Errors
///
/// Only those of `out`.
pub fn markdown(explanation: &Explanation<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
    out.write_str(&explained::page(explanation).finish())
}

/// What an item asks and how its rules decide, without a country; all its elements, or one.
///
/// # Errors
///
/// Only those of `out`.
pub fn item(
    checklist: &Checklist,
    item: &Item,
    element: Option<&str>,
    vocabulary: &Vocabulary,
    look: Look,
    out: &mut dyn fmt::Write,
) -> fmt::Result {
    let mut screen = Screen::new(look);
    screen.line(0, Role::Heading, &format!("{}/{}: {}", checklist.id.value, item.id.value, item.title));
    screen.line(2, Role::Plain, &format!("Required: {}", phrases::sentence(&item.requires)));
    let bases = phrases::bases(vocabulary, &item.basis);
    if !bases.is_empty() {
        screen.line(2, Role::Plain, &format!("Owed by parties to: {}.", phrases::list(&bases)));
    }
    screen.line(2, Role::Plain, &format!("Floor: {} ({})", item.floor.word(), item.floor.meaning()));
    for part in item.elements.iter().filter(|part| element.is_none_or(|id| id == &*part.id.value)) {
        screen.blank();
        screen.line(2, Role::Heading, &format!("{}: {}", part.id.value, part.requires));
        screen.line(6, Role::Plain, &part.rule.text);
        if part.floor != item.floor {
            screen.line(6, Role::Dim, &format!("floor: {}", part.floor.word()));
        }
    }
    screen.blank();
    screen.line(2, Role::Plain, &phrases::remedy(&item.remedy));
    screen.finish(out)
}

/// What a kind of fault means.
pub fn code(code: crate::diag::Code) -> String {
    format!("{}[{}]\n\n{}\n\n{}", code.severity().word(), code.name(), code.meaning(), code.page())
}

/// A page on every kind of fault, in Markdown.
pub fn codes() -> String {
    let mut page = String::from(
        "# What diagnostics mean\n\nA diagnostic is about the files, never about a country's law. An *error* leaves the file \
         out of the audit; with a *warning*\nit is audited, and a person should look; a *note* says what a reader should \
         know. `lacuna explain CODE` prints\neach part of this page.\n\nThis page is generated from the program.\n",
    );
    for code in crate::diag::Code::ALL {
        let name = code.name();
        page.push_str(&format!("\n## {name}\n\n*{}.* {}\n\n{}", code.severity().word(), code.meaning(), code.page()));
    }
    page
}
