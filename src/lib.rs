//! lacuna finds the gaps in a country's legal and policy framework, and shows the grounds of every verdict.
//!
//! Text in, values out: nothing here but [`cli`] touches files, environment, clock or terminal. The way of a file:
//! bytes → [`Files`] → [`yaml`] → [`model`] (rules are parsed on the way) → [`check`] → [`Ready`] → [`Snapshot`] →
//! [`eval::audit()`] → [`finding`] → [`Report`] → one writer.
//!
//! The floors, lowest first; a module uses itself and the floors below (`tests/floors.rs` guards it):
//!
//! - [`base`]: places, texts, dates, country codes;
//! - [`diag`]: what is wrong with the files;
//! - [`yaml`], [`rule`], [`text`]: reading files, rules and the words of laws;
//! - [`model`]: what the files say; [`layout`]: how a file is written;
//! - [`check`], [`finding`]: whether the files hold together; what an audit says;
//! - [`eval`]: from records to findings; [`diff`]: from two of both to changes; [`compare`]: findings of many countries
//!   side by side; [`gate`]: what was known and decided before;
//! - [`report`], [`schema`], [`scaffold`]: from findings and models to text;
//! - [`editor`]: what an editor shows while a file is written;
//! - [`cli`]: the command line.

pub mod base;
pub mod check;
pub mod cli;
pub mod compare;
pub mod diag;
pub mod diff;
pub mod editor;
pub mod embedded;
pub mod eval;
pub mod finding;
pub mod gate;
pub mod layout;
pub mod model;
pub mod report;
pub mod rule;
pub mod scaffold;
pub mod schema;
pub mod text;
pub mod yaml;

pub use base::files::Files;
pub use check::Ready;
pub use eval::Snapshot;
pub use report::Report;

use base::day::Day;
use base::span::FileId;
use diag::{Code, Diagnostic, Diagnostics};
use diff::Comparison;
use model::checklist::Checklist;
use model::document::DocumentKind;
use model::framework::Framework;
use model::overlay::Overlay;
use model::vocabulary::Vocabulary;
use model::waiver::Waivers;
use model::words::Confidence;
use text::LawText;
use yaml::node::Node;

/// A file of one kind, read into a tree and not yet decoded.
#[derive(Debug)]
pub struct Document {
    /// What the file is.
    pub kind: DocumentKind,
    node: Node,
    /// The law's own text, where the file is an annotated draft.
    annotated: Option<LawText>,
    found: Diagnostics,
}

impl Document {
    /// Reads a file and finds out what it is. `None` where that cannot be told; every fault goes to `diagnostics`.
    ///
    /// A file whose name ends in `.md` is an annotated draft; its kind is that of an overlay.
    pub fn read(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut found = Diagnostics::new();
        let markdown = is_markdown(files.name(file));
        let annotated = if markdown { text::read(files, file, &mut found) } else { None };
        let node = match &annotated {
            Some(text) => model::annotated::front(text, &mut found),
            None if markdown => None,
            None => yaml::read::read(files, file, &mut found),
        };
        let kind = node.as_ref().and_then(|node| DocumentKind::of(node, &mut found));
        match node.zip(kind) {
            Some((node, kind)) => Some(Self { kind, node, annotated, found }),
            None => {
                diagnostics.extend(found);
                None
            }
        }
    }

    /// Decodes a vocabulary. `None` if it has errors; every fault goes to `diagnostics`.
    pub fn vocabulary(mut self, diagnostics: &mut Diagnostics) -> Option<Vocabulary> {
        let wanted = self.is(DocumentKind::Vocabulary);
        let vocabulary = wanted.then(|| model::vocabulary::read(&self.node, &mut self.found)).flatten();
        let sound = !self.found.has_errors();
        diagnostics.extend(self.found);
        vocabulary.filter(|_| sound)
    }

    /// Decodes and checks a checklist. `None` if it has errors; every fault goes to `diagnostics`.
    pub fn checklist(
        mut self,
        files: &Files,
        vocabulary: &Vocabulary,
        diagnostics: &mut Diagnostics,
    ) -> Option<Ready<Checklist>> {
        let wanted = self.is(DocumentKind::Checklist);
        match wanted.then(|| model::checklist::read(&self.node, vocabulary, files, &mut self.found)).flatten() {
            Some(checklist) => check::checklist(checklist, vocabulary, self.found, diagnostics),
            None => unread(self.found, diagnostics),
        }
    }

    /// Decodes and checks a framework. `None` if it has errors; every fault goes to `diagnostics`.
    pub fn framework(mut self, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) -> Option<Ready<Framework>> {
        let wanted = self.is(DocumentKind::Framework);
        match wanted.then(|| model::framework::read(&self.node, vocabulary, &mut self.found)).flatten() {
            Some(framework) => check::framework(framework, vocabulary, self.found, diagnostics),
            None => unread(self.found, diagnostics),
        }
    }

    /// Decodes a draft, annotated or not, and checks it against the framework it is laid on, and the drafts laid on before
    /// it. `None` if it has errors.
    pub fn overlay(
        mut self,
        vocabulary: &Vocabulary,
        framework: &Ready<Framework>,
        earlier: &[Ready<Overlay>],
        diagnostics: &mut Diagnostics,
    ) -> Option<Ready<Overlay>> {
        let wanted = self.is(DocumentKind::Overlay);
        match wanted.then(|| self.draft(vocabulary)).flatten() {
            Some(overlay) => check::overlay(overlay, framework, earlier, self.found, diagnostics),
            None => unread(self.found, diagnostics),
        }
    }

    /// Decodes a draft and checks it against the framework of its country, if that is among `frameworks`; by itself if
    /// not. `None` if it has errors.
    pub fn overlay_among(
        mut self,
        vocabulary: &Vocabulary,
        frameworks: &[Ready<Framework>],
        diagnostics: &mut Diagnostics,
    ) -> Option<Ready<Overlay>> {
        let Some(draft) = self.draft(vocabulary) else { return unread(self.found, diagnostics) };
        match frameworks.iter().find(|it| it.get().country == draft.country) {
            Some(framework) => check::overlay(draft, framework, &[], self.found, diagnostics),
            None => check::overlay_alone(draft, self.found, diagnostics),
        }
    }

    fn draft(&mut self, vocabulary: &Vocabulary) -> Option<Overlay> {
        match &self.annotated {
            Some(text) => model::annotated::read(&self.node, text, vocabulary, &mut self.found),
            None => model::overlay::read(&self.node, vocabulary, &mut self.found),
        }
    }

    /// Decodes waivers and checks them against the checklists at hand; those that are carried along need not be. `None`
    /// if they have errors.
    pub fn waivers(mut self, checklists: &[Ready<Checklist>], diagnostics: &mut Diagnostics) -> Option<Ready<Waivers>> {
        let wanted = self.is(DocumentKind::Waivers);
        match wanted.then(|| model::waiver::read(&self.node, &mut self.found)).flatten() {
            Some(waivers) => check::waivers(waivers, checklists, self.found, diagnostics),
            None => unread(self.found, diagnostics),
        }
    }

    /// Whether the file is of the kind that is wanted; reports it if not.
    fn is(&mut self, wanted: DocumentKind) -> bool {
        if self.kind != wanted {
            let headline = format!("this is {}, and {} is wanted here", self.kind.described(), wanted.described());
            let help = match (self.kind, wanted) {
                (DocumentKind::Overlay, DocumentKind::Framework) => {
                    "name the framework, and lay the draft on it with `--with`".to_owned()
                }
                _ => format!("give a file whose first key is `{}`", wanted.key()),
            };
            let key = self.node.span.part(0..self.kind.key().len());
            self.found.push(Diagnostic::new(Code::WrongDocument, headline, key, "").help(help));
        }
        self.kind == wanted
    }
}

/// Reads a vocabulary. `None` if it has errors; every fault goes to `diagnostics`.
pub fn read_vocabulary(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<Vocabulary> {
    Document::read(files, file, diagnostics)?.vocabulary(diagnostics)
}

/// Reads and checks a checklist. `None` if it has errors; every fault goes to `diagnostics`.
pub fn read_checklist(
    files: &Files,
    file: FileId,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Checklist>> {
    Document::read(files, file, diagnostics)?.checklist(files, vocabulary, diagnostics)
}

/// Reads and checks a framework. `None` if it has errors; every fault goes to `diagnostics`.
pub fn read_framework(
    files: &Files,
    file: FileId,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Framework>> {
    Document::read(files, file, diagnostics)?.framework(vocabulary, diagnostics)
}

/// Reads a draft, an overlay or an annotated text, and checks it against the framework it is laid on. `None` if it has
/// errors.
pub fn read_overlay(
    files: &Files,
    file: FileId,
    vocabulary: &Vocabulary,
    framework: &Ready<Framework>,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Overlay>> {
    read_overlay_after(files, file, vocabulary, framework, &[], diagnostics)
}

/// Reads a draft that is laid on after others, which it may take back or change. `None` if it has errors.
pub fn read_overlay_after(
    files: &Files,
    file: FileId,
    vocabulary: &Vocabulary,
    framework: &Ready<Framework>,
    earlier: &[Ready<Overlay>],
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Overlay>> {
    Document::read(files, file, diagnostics)?.overlay(vocabulary, framework, earlier, diagnostics)
}

/// Whether a name is that of a Markdown file, which is a law's text and may be an annotated draft.
pub fn is_markdown(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("md") || ending.eq_ignore_ascii_case("markdown"))
}

/// What one side of a comparison is given: a record, the drafts laid on it, a day.
#[derive(Clone, Debug)]
pub struct Given<'a> {
    /// The record.
    pub framework: &'a Ready<Framework>,
    /// The drafts that are laid on, in order.
    pub drafts: Vec<&'a Ready<Overlay>>,
    /// The day.
    pub day: Day,
}

/// Compares two sides, each against its own edition of every standard: audits the corners and finds the changes. Facts
/// known less well than `least` are left out on both sides.
pub fn changes<'a>(
    vocabulary: &'a Vocabulary,
    old: &Given<'a>,
    new: &Given<'a>,
    standards: &[(&'a Ready<Checklist>, &'a Ready<Checklist>)],
    least: Confidence,
) -> Comparison<'a> {
    let side = |given: &Given<'a>| diff::Side {
        framework: given.framework.get(),
        drafts: given.drafts.iter().map(|draft| draft.get()).collect(),
        day: given.day,
    };
    let (one, other) = (side(old), side(new));
    let drafts = |given: &Given<'a>| given.drafts.iter().map(|draft| std::ptr::from_ref(*draft)).collect::<Vec<_>>();
    let record = !std::ptr::eq(old.framework, new.framework) || drafts(old) != drafts(new);
    let pick = |which: diff::Which| if which == diff::Which::Old { old } else { new };
    let standard = |(before, after): &(&'a Ready<Checklist>, &'a Ready<Checklist>)| {
        let differing = diff::Differing { record, standard: !std::ptr::eq(*before, *after), day: old.day != new.day };
        let corners = diff::Corners::audit(differing, |corner| {
            let given = pick(corner.record);
            let snapshot = Snapshot::new(vocabulary, given.framework, &given.drafts, pick(corner.day).day, least);
            eval::audit(&snapshot, if corner.standard == diff::Which::Old { before } else { after })
        });
        diff::Standard { old: before.get(), new: after.get(), corners }
    };
    let standards = standards.iter().map(standard).collect();
    diff::compare(vocabulary, one, other, standards)
}

/// What the drafts of a side do, for each standard: the law in force compared with the law with the drafts.
pub fn effects(
    vocabulary: &Vocabulary,
    with: &Given<'_>,
    standards: &[&Ready<Checklist>],
    least: Confidence,
) -> Vec<diff::Effect> {
    let without = Given { drafts: Vec::new(), ..with.clone() };
    let standards: Vec<_> = standards.iter().map(|checklist| (*checklist, *checklist)).collect();
    let found = changes(vocabulary, &without, with, &standards, least);
    found.standards.iter().map(diff::Effect::of).collect()
}

fn unread<T>(found: Diagnostics, diagnostics: &mut Diagnostics) -> Option<T> {
    diagnostics.extend(found);
    None
}
