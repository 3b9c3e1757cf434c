//! What is wrong with the files: for people, with an excerpt and the words underlined; for programs, as JSON.
//!
//! - `excerpt`: the part of a file that is shown, bounded and made visible;
//! - this file: both renderings.

mod excerpt;

use std::fmt;
use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde::Serialize;

use self::excerpt::Excerpt;
use super::escape::visible;
use super::{Look, Style};
use crate::base::files::{Files, Position};
use crate::base::span::Span;
use crate::diag::{Diagnostic, Diagnostics, Label, Severity};

/// The name of the format for programs.
pub const FORMAT: &str = "lacuna/diagnostics/v1";

/// The narrowest that an excerpt is set, in columns.
const NARROWEST: usize = 60;

/// Writes every diagnostic for people, with an empty line after each.
///
/// # Errors
///
/// Only those of `out`.
pub fn text(diagnostics: &Diagnostics, files: &Files, look: Look, out: &mut dyn fmt::Write) -> fmt::Result {
    let renderer = match look.style {
        Style::Plain => Renderer::plain(),
        Style::Coloured => Renderer::styled().hyperlink(false),
    };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(look.width.max(NARROWEST));
    for diagnostic in diagnostics.iter() {
        writeln!(out, "{}\n", one(diagnostic, files, &renderer))?;
    }
    if diagnostics.left_out() > 0 {
        writeln!(out, "and {} more that are not shown", diagnostics.left_out())?;
    }
    Ok(())
}

fn one(diagnostic: &Diagnostic, files: &Files, renderer: &Renderer) -> String {
    let level = match diagnostic.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(visible(&diagnostic.headline)).id(diagnostic.code.name());
    let mut places: Vec<Shown> = Vec::new();
    show(&mut places, files, &diagnostic.primary, AnnotationKind::Primary);
    for label in &diagnostic.others {
        show(&mut places, files, label, AnnotationKind::Context);
    }
    let group = places.into_iter().fold(Group::with_title(title), |group, shown| shown.add(group));
    let help = diagnostic.help.iter().map(|help| Level::HELP.message(visible(help)));
    renderer.render(&[group.elements(help)])
}

/// A line that is shown, with the words in it that are in question.
struct Shown {
    path: String,
    position: Position,
    excerpt: Option<Excerpt>,
    marks: Vec<(AnnotationKind, Range<usize>, String)>,
}

/// Adds a label: to a line that is shown already, or with a line of its own.
fn show(places: &mut Vec<Shown>, files: &Files, label: &Label, kind: AnnotationKind) {
    let path = visible(files.name(label.span.file));
    let position = files.position(label.span);
    let found = Excerpt::of(files, label.span);
    let (excerpt, span) = found.map_or((None, 0..0), |(excerpt, span)| (Some(excerpt), span));
    let mark = (kind, span, visible(&label.text));
    let same =
        |shown: &&mut Shown| shown.path == path && shown.position.line == position.line && shown.excerpt == excerpt;
    match places.iter_mut().find(same) {
        Some(shown) => shown.marks.push(mark),
        None => places.push(Shown { path, position, excerpt, marks: vec![mark] }),
    }
}

impl Shown {
    fn add<'a>(self, group: Group<'a>) -> Group<'a> {
        let Position { line, column } = self.position;
        let (line, column) = (line as usize, column as usize);
        match self.excerpt {
            Some(excerpt) if !excerpt.cut_before => {
                let mark = |(kind, span, words): (AnnotationKind, Range<usize>, String)| {
                    kind.span(span).label((!words.is_empty()).then_some(words))
                };
                let snippet = Snippet::source(excerpt.text).path(self.path).line_start(line);
                group.element(snippet.annotations(self.marks.into_iter().map(mark)))
            }
            // Where the start of the line is left out, columns counted on what is shown would be wrong.
            excerpt => {
                let reads = excerpt.map(|excerpt| format!("the line is long; it reads there: {}", excerpt.text));
                let words = self.marks.into_iter().map(|(.., words)| words).filter(|words| !words.is_empty());
                let notes = reads.into_iter().chain(words).map(|words| Level::NOTE.message(words));
                group.element(Origin::path(self.path).line(line).char_column(column)).elements(notes)
            }
        }
    }
}

/// The whole list, for programs.
#[derive(Debug, Serialize)]
struct List<'a> {
    format: &'static str,
    diagnostics: Vec<One<'a>>,
    #[serde(rename = "left-out")]
    left_out: usize,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct One<'a> {
    code: &'static str,
    severity: &'static str,
    message: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
    label: &'a str,
    help: &'a [String],
    related: Vec<Related<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
struct Place<'a> {
    file: &'a str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
}

#[derive(Debug, Serialize)]
struct Related<'a> {
    #[serde(flatten)]
    place: Place<'a>,
    label: &'a str,
}

/// Writes every diagnostic as JSON, documented in `docs/report-format.md`.
///
/// # Errors
///
/// Only those of `out`.
pub fn json(diagnostics: &Diagnostics, files: &Files, out: &mut dyn fmt::Write) -> fmt::Result {
    let list = List {
        format: FORMAT,
        diagnostics: diagnostics.iter().map(|diagnostic| wire(diagnostic, files)).collect(),
        left_out: diagnostics.left_out(),
    };
    let text = serde_json::to_string_pretty(&list).map_err(|_| fmt::Error)?;
    writeln!(out, "{text}")
}

fn wire<'a>(diagnostic: &'a Diagnostic, files: &'a Files) -> One<'a> {
    let related = |label: &'a Label| Related { place: place(files, label.span), label: &label.text };
    One {
        code: diagnostic.code.name(),
        severity: diagnostic.severity().word(),
        message: &diagnostic.headline,
        place: place(files, diagnostic.primary.span),
        label: &diagnostic.primary.text,
        help: &diagnostic.help,
        related: diagnostic.others.iter().map(related).collect(),
    }
}

fn place(files: &Files, span: Span) -> Place<'_> {
    let start = files.position(span);
    let end = files.position(Span { start: span.end, ..span });
    Place {
        file: files.name(span.file),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}
