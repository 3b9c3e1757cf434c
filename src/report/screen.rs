//! Lines for a terminal: indented, wrapped to a width, with or without colour.

use std::fmt::{self, Write as _};

use anstyle::{AnsiColor, Style as Ansi};

use super::escape::visible;
use crate::finding::Verdict;

/// With or without colour.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Style {
    /// Nothing but text.
    Plain,
    /// With the escape sequences that terminals take for colour. Colour never says anything that words do not.
    Coloured,
}

/// How text is laid out.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Look {
    /// With or without colour.
    pub style: Style,
    /// Columns of the terminal; text is wrapped to them.
    pub width: usize,
}

impl Look {
    /// No colour, a hundred columns: what a file or a pipe gets.
    pub const PLAIN: Self = Self { style: Style::Plain, width: 100 };
}

/// What part a piece of text plays, which decides its colour.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Role {
    Plain,
    Heading,
    Dim,
    Warning,
    Verdict(Verdict),
}

impl Role {
    fn ansi(self) -> Ansi {
        let colour = |colour: AnsiColor| Ansi::new().fg_color(Some(colour.into()));
        match self {
            Self::Plain => Ansi::new(),
            Self::Heading => Ansi::new().bold(),
            Self::Dim => Ansi::new().dimmed(),
            Self::Warning => colour(AnsiColor::Yellow).bold(),
            Self::Verdict(Verdict::Met) => colour(AnsiColor::Green),
            Self::Verdict(Verdict::Partial) => colour(AnsiColor::Yellow),
            Self::Verdict(Verdict::Conflict) => colour(AnsiColor::Magenta).bold(),
            Self::Verdict(Verdict::Gap) => colour(AnsiColor::Red).bold(),
            Self::Verdict(Verdict::Unknown | Verdict::NotApplicable) => Ansi::new().dimmed(),
        }
    }
}

/// Collects lines. Whatever text is given, from files or our own, comes out visible and on its own lines only.
#[derive(Debug)]
pub(super) struct Screen {
    look: Look,
    out: String,
}

impl Screen {
    pub(super) fn new(look: Look) -> Self {
        Self { look, out: String::new() }
    }

    /// An empty line.
    pub(super) fn blank(&mut self) {
        self.out.push('\n');
    }

    /// A paragraph, every line indented.
    pub(super) fn line(&mut self, indent: usize, role: Role, text: &str) {
        self.hung(indent, ("", Role::Plain), role, text);
    }

    /// A paragraph that begins with a mark and whose further lines hang under its text.
    pub(super) fn hung(&mut self, indent: usize, (mark, mark_role): (&str, Role), role: Role, text: &str) {
        let mark = visible(mark);
        let hang = if mark.is_empty() { 0 } else { textwrap::core::display_width(&mark) + 1 };
        let room = self.look.width.saturating_sub(indent + hang).max(20);
        let text = visible(text);
        // A date or a pinpoint is not torn at its hyphens.
        let options = textwrap::Options::new(room).word_splitter(textwrap::WordSplitter::NoHyphenation);
        let lines = textwrap::wrap(&text, options);
        for (number, line) in lines.iter().enumerate() {
            self.out.extend(std::iter::repeat_n(' ', indent));
            if hang > 0 && number == 0 {
                self.piece(mark_role, &mark);
                self.out.push(' ');
            } else {
                self.out.extend(std::iter::repeat_n(' ', hang));
            }
            self.piece(role, line);
            self.out.truncate(self.out.trim_end_matches(' ').len());
            self.out.push('\n');
        }
    }

    /// A row of cells beside each other, each wrapped to its own width; one column is left free after each.
    pub(super) fn row(&mut self, cells: &[(usize, Role, String)]) {
        let wrap = |(width, _, text): &(usize, Role, String)| -> Vec<String> {
            let text = visible(text);
            // A date is not to be broken at its hyphens.
            let options = textwrap::Options::new(width.saturating_sub(1).max(1));
            let lines = textwrap::wrap(&text, options.word_splitter(textwrap::WordSplitter::NoHyphenation));
            lines.into_iter().map(std::borrow::Cow::into_owned).collect()
        };
        let wrapped: Vec<Vec<String>> = cells.iter().map(wrap).collect();
        let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
        for number in 0..height {
            let start = self.out.len();
            let mut owed = 0;
            for ((width, role, _), lines) in cells.iter().zip(&wrapped) {
                let line = lines.get(number).map_or("", String::as_str);
                if !line.is_empty() {
                    self.out.extend(std::iter::repeat_n(' ', owed));
                    owed = 0;
                    self.piece(*role, line);
                }
                owed += width.saturating_sub(textwrap::core::display_width(line));
            }
            if self.out.len() > start {
                self.out.push('\n');
            }
        }
    }

    fn piece(&mut self, role: Role, text: &str) {
        let ansi = role.ansi();
        if self.look.style == Style::Plain || ansi == Ansi::new() {
            self.out.push_str(text);
        } else {
            // Writing to a string does not fail.
            let _ = write!(self.out, "{ansi}{text}{ansi:#}");
        }
    }

    /// Hands over what was collected.
    pub(super) fn finish(self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(&self.out)
    }
}
