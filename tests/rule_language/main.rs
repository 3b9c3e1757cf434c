//! The rule language from the outside: what is read, what is refused and how, and what always holds.

mod documented;
mod faults;
mod forms;
mod laws;
mod limits;

use lacuna::base::files::Files;
use lacuna::base::span::{FileId, Span};
use lacuna::diag::{Diagnostic, Diagnostics};
use lacuna::rule::ast::Expr;
use lacuna::rule::parse::parse;

/// A rule as if it stood at the start of a file of its own, with the file to look up the words under a place.
struct Sheet {
    files: Files,
    file: FileId,
    text: String,
}

impl Sheet {
    fn new(text: &str) -> Self {
        let mut files = Files::new();
        let file = files.add("rule", text);
        Self { files, file, text: text.to_owned() }
    }

    /// The tree, or the diagnostics.
    fn read(&self) -> Result<Expr, Vec<Diagnostic>> {
        let mut diagnostics = Diagnostics::new();
        let rule = parse(&self.text, |range| Span::new(self.file, range), &mut diagnostics);
        match rule {
            Some(rule) if diagnostics.is_empty() => Ok(rule),
            _ => Err(diagnostics.into_iter().collect()),
        }
    }

    /// The one diagnostic of a rule that must be refused.
    fn refused(&self) -> Diagnostic {
        match self.read().map_err(<[Diagnostic; 1]>::try_from) {
            Err(Ok([fault])) => fault,
            other => unreachable!("`{}` should have one fault: {other:#?}", self.text),
        }
    }

    /// The words under a place.
    fn words(&self, span: Span) -> &str {
        self.files.text(span)
    }
}

/// The tree of a rule that must be readable.
fn read(text: &str) -> Expr {
    match Sheet::new(text).read() {
        Ok(rule) => rule,
        Err(faults) => unreachable!("`{text}` was refused: {faults:#?}"),
    }
}
