//! Reads one provision.

use super::law::{confidence, period, scope};
use super::statement::{statement, statements};
use super::{Practice, Provision, Reader};
use crate::base::Text;
use crate::base::span::Spanned;
use crate::model::words::{Confidence, PracticeState};
use crate::yaml::fields::Fields;
use crate::yaml::node::Node;
use crate::yaml::value;

/// Reads a provision; `source` and `certainty` are its law's, for what it does not say itself.
pub(super) fn provision(
    node: &Node,
    source: Option<&Spanned<Text>>,
    certainty: Option<Confidence>,
    reader: &mut Reader<'_>,
) -> Option<Provision> {
    let mut fields = Fields::of(node, "a provision", reader.diagnostics)?;
    let at = fields.required("at");
    let at = at.and_then(|node| value::text(node, "a pinpoint", reader.diagnostics));
    let summary = reader.required_text(&mut fields, "summary");
    let quote = reader.spanned_text(&mut fields, "quote");
    let period = period(&mut fields, reader);
    let implied = fields.optional("implied");
    let implied = implied.and_then(|node| value::flag(node, "answer to `implied`", reader.diagnostics));
    let scope = scope(&mut fields, reader);
    let own_source = if source.is_none() && !fields.has("source") {
        fields.required("source");
        None
    } else {
        reader.spanned_text(&mut fields, "source")
    };
    let own_confidence = confidence(&mut fields, reader);
    let known = own_confidence.or(certainty);
    if known.is_none() && !fields.has("confidence") {
        fields.required("confidence");
    }
    let practice = fields.optional("practice").and_then(|node| practice(node, reader));
    let note = reader.text(&mut fields, "note");
    let says = fields.optional("says").map(|node| statements(node, reader)).unwrap_or_default();
    fields.finish(reader.diagnostics);
    Some(Provision {
        at: at?,
        summary: summary?,
        quote,
        period,
        implied: implied.is_some_and(|implied| implied.value),
        scope,
        source: own_source.or_else(|| source.cloned()),
        confidence: known?,
        practice,
        note,
        statements: says,
        doubt: None,
    })
}

/// An article of an annotated draft, as its own text gives it.
#[derive(Clone, Debug)]
pub(crate) struct Article {
    /// How it is cited, with the place of its heading.
    pub(crate) at: Spanned<Text>,
    /// How its words begin.
    pub(crate) summary: Text,
    /// Its words.
    pub(crate) quote: Option<Spanned<Text>>,
}

/// Reads what an article of an annotated draft says: topics, and beside them those keys of a provision in which it differs
/// from its law. Somebody had the words before their eyes, so it is verified unless it says otherwise.
pub(crate) fn annotated(
    node: &Node,
    article: Article,
    source: Option<&Spanned<Text>>,
    certainty: Option<Confidence>,
    reader: &mut Reader<'_>,
) -> Option<Provision> {
    let mut fields = Fields::of(node, "what an article says", reader.diagnostics)?;
    let summary = reader.text(&mut fields, "summary");
    let period = period(&mut fields, reader);
    let implied = fields.optional("implied");
    let implied = implied.and_then(|node| value::flag(node, "answer to `implied`", reader.diagnostics));
    let scope = scope(&mut fields, reader);
    let own_confidence = confidence(&mut fields, reader);
    let note = reader.text(&mut fields, "note");
    let topics = fields.rest(reader.diagnostics);
    Some(Provision {
        at: article.at,
        summary: summary.unwrap_or(article.summary),
        quote: article.quote,
        period,
        implied: implied.is_some_and(|implied| implied.value),
        scope,
        source: source.cloned(),
        confidence: own_confidence.or(certainty).unwrap_or(Confidence::Verified),
        practice: None,
        note,
        statements: topics.into_iter().filter_map(|topic| statement(topic, reader)).collect(),
        doubt: None,
    })
}

fn practice(node: &Node, reader: &mut Reader<'_>) -> Option<Practice> {
    let mut fields = Fields::of(node, "a note on practice", reader.diagnostics)?;
    let state = fields.required("state");
    let state =
        state.and_then(|node| value::choice(node, "state of practice", PracticeState::WORDS, reader.diagnostics));
    let note = reader.text(&mut fields, "note");
    let source = reader.spanned_text(&mut fields, "source");
    let on = reader.date(&mut fields, "on");
    fields.finish(reader.diagnostics);
    Some(Practice { state: state?.value, note, source, on: on.map(|on| on.value) })
}
