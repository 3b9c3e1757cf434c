//! The files that are open, what is wrong with each, and the answers about them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::{Value, json};

use super::wire;
use crate::base::files::Files;
use crate::base::span::{FileId, Span};
use crate::check::Ready;
use crate::cli::input::Input;
use crate::cli::texts::{self, Home};
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::editor::{self, ChoiceKind, Guide};
use crate::model::checklist::Checklist;
use crate::model::document::DocumentKind;
use crate::model::framework::Framework;
use crate::model::overlay::Overlay;
use crate::model::vocabulary::Vocabulary;
use crate::schema::schema;
use crate::{Document, is_markdown};

/// Everything the server knows.
pub(super) struct State {
    /// The texts of the standards, which diagnostics may point into.
    standards: Files,
    pub(super) vocabulary: Vocabulary,
    pub(super) checklists: Vec<Ready<Checklist>>,
    schemas: Vec<(DocumentKind, Value)>,
    /// The texts that are open, by their addresses.
    pub(super) open: BTreeMap<String, String>,
    /// The folder that the editor works in.
    pub(super) root: Option<PathBuf>,
}

/// A file that was read as far as it could be.
pub(super) struct Read {
    pub(super) files: Files,
    pub(super) file: FileId,
    pub(super) found: Diagnostics,
    pub(super) framework: Option<Ready<Framework>>,
    pub(super) overlay: Option<Ready<Overlay>>,
}

impl State {
    pub(super) fn new(standards: Files, vocabulary: Vocabulary, checklists: Vec<Ready<Checklist>>) -> Self {
        // A schema is our own and always JSON.
        let schemas = DocumentKind::ALL
            .map(|kind| (kind, serde_json::from_str(&schema(kind, &vocabulary)).unwrap_or_default()))
            .to_vec();
        Self { standards, vocabulary, checklists, schemas, open: BTreeMap::new(), root: None }
    }

    /// Reads an open file, and for a draft the framework of its country.
    pub(super) fn read(&self, uri: &str) -> Option<Read> {
        let text = self.open.get(uri)?;
        let mut input = Input { files: self.standards.clone(), diagnostics: Diagnostics::new() };
        let file = input.files.add(uri, text.as_str());
        let (mut framework, mut overlay, mut own) = (None, None, false);
        let Input { files, diagnostics: found } = &mut input;
        // A text in Markdown that is no draft is none of ours: a law's own words, or a letter.
        let ours = !is_markdown(uri) || editor::is_annotated(text);
        if let Some(document) = ours.then(|| Document::read(files, file, found)).flatten() {
            match document.kind {
                DocumentKind::Framework => {
                    own = true;
                    framework = document.framework(&self.vocabulary, found);
                }
                DocumentKind::Overlay => match self.framework_of(uri, text) {
                    Some((name, base)) => {
                        let base = files.add(&name, base);
                        framework = crate::read_framework(files, base, &self.vocabulary, &mut Diagnostics::new());
                        match &framework {
                            Some(base) => overlay = document.overlay(&self.vocabulary, base, &[], found),
                            None => overlay = document.overlay_among(&self.vocabulary, &[], found),
                        }
                    }
                    None => overlay = document.overlay_among(&self.vocabulary, &[], found),
                },
                DocumentKind::Checklist => drop(document.checklist(files, &self.vocabulary, found)),
                DocumentKind::Vocabulary => drop(document.vocabulary(found)),
                DocumentKind::Waivers => drop(document.waivers(&self.checklists, found)),
            }
        }
        if let Some(path) = wire::path(uri) {
            // Of a draft, only its own texts are compared; those of the framework are for the framework's file.
            let home = Home::Disk(&path);
            overlay = overlay.map(|overlay| texts::overlay(&mut input, home, overlay));
            if own {
                framework = framework.map(|framework| texts::framework(&mut input, home, framework));
            }
        }
        let Input { files, diagnostics: mut found } = input;
        found.sort();
        Some(Read { files, file, found, framework, overlay })
    }

    /// The framework of a draft's country: among the open files, then in `frameworks` of the folder.
    fn framework_of(&self, uri: &str, draft: &str) -> Option<(String, String)> {
        let wanted = if is_markdown(uri) { country(draft)? } else { first(draft, "overlay")? };
        let is = |text: &str| first(text, "framework") == Some(wanted);
        if let Some((uri, text)) = self.open.iter().find(|(_, text)| is(text)) {
            return Some((uri.clone(), text.clone()));
        }
        let folder = self.root.as_ref()?.join("frameworks");
        let mut input = Input::default();
        let paths = if folder.is_dir() { input.expand(&[folder]) } else { Vec::new() };
        paths.into_iter().find_map(|path| {
            let file = input.read(&path)?;
            let text = input.files.get(file).map(|file| file.text.to_string()).filter(|text| is(text))?;
            Some((wire::uri(&path), text))
        })
    }

    /// What is wrong with an open file: the same as `check` says.
    pub(super) fn diagnostics(&self, uri: &str) -> Value {
        let Some(read) = self.read(uri) else { return json!([]) };
        let own = read.found.iter().filter(|fault| fault.primary.span.file == read.file);
        own.map(|fault| self.diagnostic(fault, &read.files)).collect()
    }

    fn diagnostic(&self, fault: &Diagnostic, files: &Files) -> Value {
        let severity = match fault.severity() {
            Severity::Error => 1,
            Severity::Warning => 2,
            Severity::Note => 3,
        };
        let mut lines = vec![fault.headline.clone()];
        lines.extend(Some(fault.primary.text.clone()).filter(|label| !label.is_empty()));
        lines.extend(fault.help.iter().map(|help| format!("help: {help}")));
        let known = fault.others.iter().filter(|other| files.name(other.span.file).contains(':'));
        let related: Vec<Value> =
            known.map(|other| json!({ "location": location(files, other.span), "message": other.text })).collect();
        json!({
            "range": range(files, fault.primary.span),
            "severity": severity,
            "code": fault.code.name(),
            "source": "lacuna",
            "message": lines.join("\n"),
            "relatedInformation": related,
        })
    }

    /// The text that a request is about, and the byte in it.
    fn at<'a>(&'a self, parameters: &Value) -> Option<(&'a str, &'a str, usize)> {
        let uri = parameters.get("textDocument")?.get("uri")?.as_str()?;
        let (uri, text) = self.open.get_key_value(uri)?;
        Some((uri, text, wire::offset(text, parameters.get("position")?)?))
    }

    fn guide(&self, uri: &str, text: &str) -> Option<Guide<'_>> {
        let kind = match is_markdown(uri) {
            true => Some(DocumentKind::Overlay).filter(|_| editor::is_annotated(text)),
            false => DocumentKind::ALL.into_iter().find(|kind| first(text, kind.key()).is_some()),
        }?;
        let (_, schema) = self.schemas.iter().find(|(known, _)| *known == kind)?;
        Some(Guide { schema, vocabulary: &self.vocabulary })
    }

    pub(super) fn completion(&self, parameters: &Value) -> Value {
        let Some((uri, text, at)) = self.at(parameters) else { return Value::Null };
        let Some(guide) = self.guide(uri, text) else {
            if is_markdown(uri) {
                return json!([]);
            }
            let kind = |kind: DocumentKind| json!({ "label": kind.key(), "kind": 10, "detail": kind.described() });
            return DocumentKind::ALL.map(kind).into_iter().collect();
        };
        let word = editor::word_at(text, at);
        let colon = if text.get(word.end..).is_some_and(|rest| rest.starts_with(':')) { "" } else { ":" };
        let choices = if is_markdown(uri) { guide.annotated_choices(text, at) } else { guide.choices(text, at) };
        let items = choices.into_iter().map(|choice| {
            // Field, value, keyword, reference: as editors draw them.
            let (kind, after) = match choice.kind {
                ChoiceKind::Key => (5, colon),
                ChoiceKind::Word => (12, ""),
                ChoiceKind::Keyword => (14, ""),
                ChoiceKind::Id => (18, ""),
            };
            let edit =
                json!({ "range": wire::range(text, word.clone()), "newText": format!("{}{after}", choice.word) });
            json!({ "label": choice.word, "kind": kind, "documentation": choice.meaning, "textEdit": edit })
        });
        items.collect()
    }

    pub(super) fn hover(&self, parameters: &Value) -> Value {
        let Some((uri, text, at)) = self.at(parameters) else { return Value::Null };
        let meaning = |guide: Guide<'_>| match is_markdown(uri) {
            true => guide.annotated_meaning(text, at),
            false => guide.meaning(text, at),
        };
        let Some((word, choice)) = self.guide(uri, text).and_then(meaning) else { return Value::Null };
        let words = format!("{}: {}", choice.word, choice.meaning);
        json!({ "contents": { "kind": "plaintext", "value": words }, "range": wire::range(text, word) })
    }

    pub(super) fn definition(&self, parameters: &Value) -> Value {
        let Some((uri, text, at)) = self.at(parameters) else { return Value::Null };
        // Of an annotated draft, what stands before its text is YAML.
        let yaml = if is_markdown(uri) { editor::keys_before(text).unwrap_or(0..0) } else { 0..text.len() };
        let (start, part) = (yaml.start, text.get(yaml).unwrap_or(""));
        let target = at.checked_sub(start).and_then(|at| editor::target(part, at));
        let Some(target) = target else { return Value::Null };
        if let Some(found) = target.find(part) {
            return json!({ "uri": uri, "range": wire::range(text, start + found.start..start + found.end) });
        }
        // A draft may name what stands in the framework of its country.
        let Some((other, text)) = self.framework_of(uri, text) else { return Value::Null };
        target.find(&text).map_or(Value::Null, |found| json!({ "uri": other, "range": wire::range(&text, found) }))
    }

    pub(super) fn lenses(&self, parameters: &Value) -> Value {
        let uri = parameters.get("textDocument").and_then(|it| it.get("uri")).and_then(Value::as_str);
        let Some(read) = uri.and_then(|uri| self.read(uri)) else { return json!([]) };
        let lens = |(span, title): (Span, String)| json!({ "range": range(&read.files, span), "command": { "title": title, "command": "" } });
        super::verdicts::supported(self, &read).into_iter().map(lens).collect()
    }
}

/// The country of an annotated draft.
fn country(text: &str) -> Option<&str> {
    let line = text.lines().find(|line| line.starts_with("overlay:"))?;
    first(line, "overlay")
}

/// The value of the first key of a file, where it is this one.
fn first<'a>(text: &'a str, key: &str) -> Option<&'a str> {
    let line = text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#'))?;
    let value = line.strip_prefix(key)?.strip_prefix(':')?;
    Some(value.split(" #").next().unwrap_or("").trim())
}

fn location(files: &Files, span: Span) -> Value {
    json!({ "uri": files.name(span.file), "range": range(files, span) })
}

fn range(files: &Files, span: Span) -> Value {
    let text = files.get(span.file).map_or("", |file| &*file.text);
    wire::range(text, span.range())
}
