//! Reads a framework file: its head, its sources, and the parts in files of their own.

use super::{Framework, Law, Source};
use crate::base::Text;
use crate::base::day::Date;
use crate::base::limits;
use crate::base::span::{Span, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::vocabulary::Vocabulary;
use crate::model::words::{Coverage, Tier};
use crate::yaml::fields::Fields;
use crate::yaml::node::Node;
use crate::yaml::value;

/// What every part of the reader needs: the words to resolve against and the place for faults.
pub(crate) struct Reader<'a> {
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) diagnostics: &'a mut Diagnostics,
}

/// Reads the tree of a framework file. Faults are reported; what could be read is kept.
pub fn read(node: &Node, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) -> Option<Framework> {
    let mut fields = Fields::of(node, "a framework", diagnostics)?;
    let country = fields.required("framework");
    let country = country.and_then(|node| crate::model::vocabulary::country(node, diagnostics));
    let reader = &mut Reader { vocabulary, diagnostics };
    let name = reader.required_text(&mut fields, "name");
    let reviewed = fields.required("reviewed");
    let reviewed = reviewed.and_then(|node| value::day(node, "`reviewed`", reader.diagnostics));
    let coverage = fields.required("coverage");
    let coverage =
        coverage.and_then(|node| value::choice(node, "kind of coverage", Coverage::WORDS, reader.diagnostics));
    let note = reader.text(&mut fields, "note");
    let mut sources = fields.optional("sources").map(|node| sources(node, reader)).unwrap_or_default();
    let commitments =
        fields.optional("commitments").map(|node| super::commitment::commitments(node, reader)).unwrap_or_default();
    let mut all = Vec::new();
    for (key, tier) in [("laws", Tier::Law), ("policies", Tier::Policy)] {
        if let Some(node) = fields.optional(key) {
            all.extend(super::laws(node, tier, reader));
        }
    }
    let mut silences =
        fields.optional("silences").map(|node| super::silence::silences(node, reader)).unwrap_or_default();
    fields.finish(reader.diagnostics);
    few(&mut sources, &mut all, reader.diagnostics);
    few_of(&mut silences, limits::SILENCES, "silences", |silence| silence.span, reader.diagnostics);
    Some(Framework {
        country: country?,
        name: name?,
        reviewed: reviewed?,
        coverage: coverage?,
        note,
        sources,
        commitments,
        laws: all,
        silences,
    })
}

/// Reports what there is too much of in a record or a draft, and leaves it out.
pub(crate) fn few(sources: &mut Vec<Source>, laws: &mut Vec<Law>, diagnostics: &mut Diagnostics) {
    few_of(sources, limits::SOURCES, "sources", |source| source.id.span, diagnostics);
    few_of(laws, limits::LAWS, "laws and policies", |law| law.id.span, diagnostics);
    let (mut left, mut told) = (limits::PROVISIONS, false);
    for law in laws {
        few_of(&mut law.repeals, limits::REPEALS, "entries in one `repeals`", |it| it.span, diagnostics);
        // Told once, at the first provision too many.
        if let Some(beyond) = law.provisions.get(left).filter(|_| !told) {
            told = true;
            let headline = format!("there are more than {} provisions", limits::PROVISIONS);
            diagnostics.push(
                Diagnostic::new(Code::TooManyValues, headline, beyond.at.span, "the first one too many")
                    .help("split the file into several"),
            );
        }
        law.provisions.truncate(left);
        left -= law.provisions.len();
    }
}

/// Reports the first entry of a list beyond those that are read, and leaves it and all after it out.
fn few_of<T>(list: &mut Vec<T>, most: usize, what: &str, span: impl Fn(&T) -> Span, diagnostics: &mut Diagnostics) {
    let Some(beyond) = list.get(most) else { return };
    let headline = format!("there are more than {most} {what}");
    diagnostics.push(
        Diagnostic::new(Code::TooManyValues, headline, span(beyond), "the first one too many")
            .help("split the file into several"),
    );
    list.truncate(most);
}

/// Reads `sources:`.
pub(crate) fn sources(node: &Node, reader: &mut Reader<'_>) -> Vec<Source> {
    let entries = value::entries(node, "`sources`", reader.diagnostics);
    let mut found = Vec::new();
    for entry in entries {
        let Some(id) = value::key_id(entry, "a source", reader.diagnostics) else { continue };
        let Some(mut fields) = Fields::of(&entry.value, "a source", reader.diagnostics) else { continue };
        let title = reader.required_text(&mut fields, "title");
        let publisher = reader.text(&mut fields, "publisher");
        let year = reader.text(&mut fields, "year");
        let url = reader.text(&mut fields, "url");
        let note = reader.text(&mut fields, "note");
        fields.finish(reader.diagnostics);
        found.extend(title.map(|title| Source { id, title, publisher, year, url, note }));
    }
    found
}

impl Reader<'_> {
    /// A text that must be there.
    pub(crate) fn required_text(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<Text> {
        let node = fields.required(key)?;
        value::text(node, &format!("`{key}`"), self.diagnostics).map(|text| text.value)
    }

    /// A text that may be there.
    pub(crate) fn text(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<Text> {
        self.spanned_text(fields, key).map(|text| text.value)
    }

    /// A text that may be there, with its place.
    pub(crate) fn spanned_text(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<Spanned<Text>> {
        let node = fields.optional(key)?;
        value::text(node, &format!("`{key}`"), self.diagnostics)
    }

    /// A date that may be there.
    pub(crate) fn date(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Option<Spanned<Date>> {
        let node = fields.optional(key)?;
        value::date(node, &format!("`{key}`"), self.diagnostics)
    }

    /// A list of texts that may be there.
    pub(crate) fn texts(&mut self, fields: &mut Fields<'_>, key: &'static str) -> Vec<Spanned<Text>> {
        let Some(node) = fields.optional(key) else { return Vec::new() };
        let what = format!("`{key}`");
        let items = value::list(node, &what, self.diagnostics);
        items.iter().filter_map(|item| value::text(item, &what, self.diagnostics)).collect()
    }

    /// Notes that a word is not known, with one suggestion.
    pub(crate) fn unknown(&mut self, code: Code, what: &str, word: &Spanned<Text>, nearest: Option<&str>, help: &str) {
        let headline = format!("the vocabulary has no {what} `{}`", word.value);
        self.diagnostics.push(Diagnostic::new(code, headline, word.span, "").suggest(nearest).help(help));
    }
}
