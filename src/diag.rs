//! Diagnostics: what is wrong with the *files*, said to a person who can mend them.
//!
//! Never about a country's law (that is a finding) and never about two revisions (that is a change).

pub mod code;

use crate::base::span::Span;

pub use code::{Code, Severity};

/// One fault in a file.
///
/// Words: the headline says what is wrong, lower case, one line, no full stop, the user's own words in backticks; the
/// label adds what the headline does not say; the help says what to do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Diagnostic {
    /// What kind of fault; decides the severity.
    pub code: Code,
    /// What is wrong, in one line.
    pub headline: String,
    /// Where: the narrowest words that are at fault.
    pub primary: Label,
    /// Other places that decide.
    pub others: Vec<Label>,
    /// What to do about it, a line each.
    pub help: Vec<String>,
}

/// A place and what there is to say about it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Label {
    /// The words in question.
    pub span: Span,
    /// A short remark, or an empty text.
    pub text: String,
}

impl Diagnostic {
    /// A fault of kind `code` at `span`.
    pub fn new(code: Code, headline: impl Into<String>, span: Span, label: impl Into<String>) -> Self {
        let primary = Label { span, text: label.into() };
        Self { code, headline: headline.into(), primary, others: Vec::new(), help: Vec::new() }
    }

    /// Adds a second place that decides.
    #[must_use]
    pub fn also(mut self, span: Span, label: impl Into<String>) -> Self {
        self.others.push(Label { span, text: label.into() });
        self
    }

    /// Adds a line of advice.
    #[must_use]
    pub fn help(mut self, advice: impl Into<String>) -> Self {
        self.help.push(advice.into());
        self
    }

    /// Adds "did you mean", if there is a word to suggest.
    #[must_use]
    pub fn suggest(self, nearest: Option<&str>) -> Self {
        match nearest {
            Some(word) => self.help(format!("did you mean `{word}`?")),
            None => self,
        }
    }

    /// How grave it is; a property of the code.
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Every fault found so far. Reading goes on after each; nobody stops at the first.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    left_out: usize,
}

impl Diagnostics {
    /// How many faults are kept. A file with more has one cause, and a longer list would bury it.
    pub const MOST: usize = crate::base::limits::FAULTS;

    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Notes a fault.
    pub fn push(&mut self, diagnostic: impl Into<Diagnostic>) {
        if self.list.len() < Self::MOST {
            self.list.push(diagnostic.into());
        } else {
            self.left_out += 1;
        }
    }

    /// The same faults, each of their places changed.
    #[must_use]
    pub fn at(mut self, place: impl Fn(Span) -> Span) -> Self {
        for diagnostic in &mut self.list {
            for label in std::iter::once(&mut diagnostic.primary).chain(&mut diagnostic.others) {
                label.span = place(label.span);
            }
        }
        self
    }

    /// Takes over the faults of another list.
    pub fn extend(&mut self, other: Self) {
        self.left_out += other.left_out;
        for diagnostic in other.list {
            self.push(diagnostic);
        }
    }

    /// Whether any of them is an error.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.severity() == Severity::Error)
    }

    /// How many faults are kept.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// How many were counted and not kept, past [`Diagnostics::MOST`].
    pub fn left_out(&self) -> usize {
        self.left_out
    }

    /// The faults in the order they were found.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.list.iter()
    }

    /// Puts the faults in the order of their places, so that the order of reading does not show.
    pub fn sort(&mut self) {
        self.list.sort_by(|a, b| {
            let key = |d: &Diagnostic| (d.primary.span, d.severity(), d.code);
            key(a).cmp(&key(b)).then_with(|| a.headline.cmp(&b.headline))
        });
        self.list.dedup();
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}
