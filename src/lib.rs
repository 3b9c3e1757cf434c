//! lacuna finds the gaps in a country's legal and policy framework, and shows the grounds of every verdict.
//!
//! Text in, values out: nothing here touches files, environment, clock or terminal. The way of a file:
//! bytes → [`Files`] → [`yaml`] → [`model`] (rules are parsed on the way) → [`check`] → [`Ready`] → [`Snapshot`] →
//! [`eval::audit()`] → [`finding`].
//!
//! The floors, lowest first; a module uses itself and the floors below (`tests/floors.rs` guards it):
//!
//! - [`base`]: places, texts, dates, country codes;
//! - [`diag`]: what is wrong with the files;
//! - [`yaml`], [`rule`]: reading files and rules;
//! - [`model`]: what the files say;
//! - [`check`], [`finding`]: whether the files hold together; what an audit says;
//! - [`eval`]: from records to findings;

pub mod base;
pub mod check;
pub mod diag;
pub mod embedded;
pub mod eval;
pub mod finding;
pub mod model;
pub mod rule;
pub mod scaffold;
pub mod schema;
pub mod yaml;

pub use base::files::Files;
pub use check::Ready;
pub use eval::Snapshot;

use base::span::FileId;
use diag::{Code, Diagnostic, Diagnostics};
use model::checklist::Checklist;
use model::document::DocumentKind;
use model::framework::Framework;
use model::overlay::Overlay;
use model::vocabulary::Vocabulary;
use yaml::node::Node;

/// Reads a vocabulary. `None` if it has errors; every fault goes to `diagnostics`.
pub fn read_vocabulary(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<Vocabulary> {
    let mut found = Diagnostics::new();
    let node = document(files, file, DocumentKind::Vocabulary, &mut found);
    let vocabulary = node.and_then(|node| model::vocabulary::read(&node, &mut found));
    let sound = !found.has_errors();
    diagnostics.extend(found);
    vocabulary.filter(|_| sound)
}

/// Reads and checks a checklist. `None` if it has errors; every fault goes to `diagnostics`.
pub fn read_checklist(
    files: &Files,
    file: FileId,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Checklist>> {
    let mut found = Diagnostics::new();
    let node = document(files, file, DocumentKind::Checklist, &mut found);
    match node.and_then(|node| model::checklist::read(&node, vocabulary, files, &mut found)) {
        Some(checklist) => check::checklist(checklist, vocabulary, found, diagnostics),
        None => unread(found, diagnostics),
    }
}

/// Reads and checks a framework. `None` if it has errors; every fault goes to `diagnostics`.
pub fn read_framework(
    files: &Files,
    file: FileId,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Framework>> {
    let mut found = Diagnostics::new();
    let node = document(files, file, DocumentKind::Framework, &mut found);
    match node.and_then(|node| model::framework::read(&node, vocabulary, &mut found)) {
        Some(framework) => check::framework(framework, vocabulary, found, diagnostics),
        None => unread(found, diagnostics),
    }
}

/// Reads a draft and checks it against the framework it is laid on. `None` if it has errors.
pub fn read_overlay(
    files: &Files,
    file: FileId,
    vocabulary: &Vocabulary,
    framework: &Ready<Framework>,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Overlay>> {
    let mut found = Diagnostics::new();
    let node = document(files, file, DocumentKind::Overlay, &mut found);
    match node.and_then(|node| model::overlay::read(&node, vocabulary, &mut found)) {
        Some(overlay) => check::overlay(overlay, framework, found, diagnostics),
        None => unread(found, diagnostics),
    }
}

fn unread<T>(found: Diagnostics, diagnostics: &mut Diagnostics) -> Option<T> {
    diagnostics.extend(found);
    None
}

/// The tree of a file that must be of one kind.
fn document(files: &Files, file: FileId, wanted: DocumentKind, diagnostics: &mut Diagnostics) -> Option<Node> {
    let node = yaml::read::read(files, file, diagnostics)?;
    let kind = DocumentKind::of(&node, diagnostics)?;
    if kind == wanted {
        return Some(node);
    }
    let headline = format!("this is a {}, and a {} is wanted here", kind.key(), wanted.key());
    let help = format!("give a file whose first key is `{}`", wanted.key());
    diagnostics
        .push(Diagnostic::new(Code::WrongDocument, headline, node.span.part(0..kind.key().len()), "").help(help));
    None
}
