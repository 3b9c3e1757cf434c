//! Reads `laws:` and `policies:`.

use super::provision::provision;
use super::{Law, Period, Reader, Scope};
use crate::base::Text;
use crate::base::span::Spanned;
use crate::diag::Code;
use crate::model::vocabulary::SubjectId;
use crate::model::words::{Confidence, Level, Tier};
use crate::yaml::fields::Fields;
use crate::yaml::node::{Entry, Node};
use crate::yaml::value;

/// Reads a mapping of ids to laws, or of ids to policies.
pub(crate) fn laws(node: &Node, tier: Tier, reader: &mut Reader<'_>) -> Vec<Law> {
    let what = match tier {
        Tier::Law => "`laws`",
        Tier::Policy => "`policies`",
    };
    let entries = value::entries(node, what, reader.diagnostics);
    entries.iter().filter_map(|entry| law(entry, tier, reader)).collect()
}

fn law(entry: &Entry, tier: Tier, reader: &mut Reader<'_>) -> Option<Law> {
    let what = match tier {
        Tier::Law => "a law",
        Tier::Policy => "a policy",
    };
    let id = value::key_id(entry, what, reader.diagnostics);
    let fields = Fields::of(&entry.value, what, reader.diagnostics)?;
    described(id, fields, tier, Written::Apart, reader)
}

/// Where the provisions of a law are written.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Written {
    /// Under `provisions`, apart from the law's own text.
    Apart,
    /// In the law's own text, under its articles.
    Within,
}

/// Reads what is said about a law or policy. Provisions that stand in its own text are for the caller to add.
pub(crate) fn described(
    id: Option<Spanned<Text>>,
    mut fields: Fields<'_>,
    tier: Tier,
    written: Written,
    reader: &mut Reader<'_>,
) -> Option<Law> {
    let named = match tier {
        Tier::Law => "law",
        Tier::Policy => "policy",
    };
    let title = reader.required_text(&mut fields, "title");
    let citation = reader.text(&mut fields, "citation");
    let kind = fields.required("kind");
    let kind = kind.and_then(|node| value::id(node, &format!("kind of {named}"), reader.diagnostics));
    let level = fields.optional("level");
    let level = level.and_then(|node| value::choice(node, "level", Level::WORDS, reader.diagnostics));
    let subjects = subjects(&mut fields, reader);
    let period = period(&mut fields, reader);
    let amends = reader.texts(&mut fields, "amends");
    let repeals = reader.texts(&mut fields, "repeals");
    let replaces = reader.texts(&mut fields, "replaces");
    let implements = reader.texts(&mut fields, "implements");
    let scope = scope(&mut fields, reader);
    let disputed = reader.spanned_text(&mut fields, "disputed");
    let apart = written == Written::Apart;
    let text = if apart { reader.spanned_text(&mut fields, "text") } else { None };
    let source = reader.spanned_text(&mut fields, "source");
    let confidence = confidence(&mut fields, reader);
    let note = reader.text(&mut fields, "note");
    let mut provisions = Vec::new();
    if let Some(node) = if apart { fields.optional("provisions") } else { None } {
        for item in value::list(node, "`provisions`", reader.diagnostics) {
            provisions.extend(provision(item, source.as_ref(), confidence, reader));
        }
    }
    fields.finish(reader.diagnostics);
    Some(Law {
        id: id?,
        tier,
        title: title?,
        citation,
        kind: kind?,
        level: level.map_or(Level::National, |level| level.value),
        subjects,
        period,
        amends,
        repeals,
        replaces,
        implements,
        scope,
        disputed,
        text,
        source,
        confidence,
        note,
        provisions,
        passages: Vec::new(),
    })
}

/// Reads the four dates that laws, policies and provisions share, and what they wait for.
pub(super) fn period(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Period {
    Period {
        adopted: reader.date(fields, "adopted"),
        in_force: reader.date(fields, "in-force"),
        repealed: reader.date(fields, "repealed"),
        expires: reader.date(fields, "expires"),
        awaits: reader.text(fields, "awaits"),
    }
}

/// Reads `scope:`.
pub(super) fn scope(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Option<Scope> {
    let node = fields.optional("scope")?;
    let mut inner = Fields::of(node, "a scope", reader.diagnostics)?;
    let plain = |texts: Vec<Spanned<Text>>| texts.into_iter().map(|text| text.value).collect();
    let territory = plain(reader.texts(&mut inner, "territory"));
    let persons = plain(reader.texts(&mut inner, "persons"));
    inner.finish(reader.diagnostics);
    Some(Scope { territory, persons })
}

/// Reads `confidence:`.
pub(super) fn confidence(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Option<Confidence> {
    let node = fields.optional("confidence")?;
    value::choice(node, "degree of confidence", Confidence::WORDS, reader.diagnostics).map(|found| found.value)
}

fn subjects(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Vec<Spanned<SubjectId>> {
    let mut found = Vec::new();
    for word in reader.texts(fields, "subjects") {
        match reader.vocabulary.find_subject(&word.value) {
            Ok(subject) => found.push(Spanned::new(subject, word.span)),
            Err(unknown) => {
                let help = "the vocabulary's `subjects` lists what a law or policy can be about";
                reader.unknown(Code::UnknownSubject, "subject", &word, unknown.nearest.as_deref(), help);
            }
        }
    }
    found
}
