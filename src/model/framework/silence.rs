//! Reads `silences:`.

use super::law::confidence;
use super::statement::{attribute, terms};
use super::{Reader, Silence, SilenceOn};
use crate::base::Text;
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic};
use crate::model::vocabulary::TopicId;
use crate::model::words::{Level, Tier};
use crate::yaml::fields::Fields;
use crate::yaml::node::{Kind, Node};
use crate::yaml::value;

/// Reads the list of silences.
pub(super) fn silences(node: &Node, reader: &mut Reader<'_>) -> Vec<Silence> {
    let items = value::list(node, "`silences`", reader.diagnostics);
    items.iter().filter_map(|item| silence(item, reader)).collect()
}

fn silence(node: &Node, reader: &mut Reader<'_>) -> Option<Silence> {
    let mut fields = Fields::of(node, "a silence", reader.diagnostics)?;
    let on = fields.required("on");
    let on = on.and_then(|node| value::scalar(node, "what a silence is on", reader.diagnostics));
    let laws = reader.texts(&mut fields, "in");
    let from = reader.date(&mut fields, "from");
    let until = reader.date(&mut fields, "until");
    let note = reader.required_text(&mut fields, "note");
    let source = reader.spanned_text(&mut fields, "source");
    let certainty = confidence(&mut fields, reader);
    if certainty.is_none() && !fields.has("confidence") {
        fields.required("confidence");
    }
    let Some(on) = on else {
        // What the other keys mean, only `on` could tell; that it is missing is reported.
        fields.rest(reader.diagnostics);
        return None;
    };
    let span = on.span;
    // Which word is nearest is asked only of a word that is neither: that takes longer than reading the silence.
    let on = match (reader.vocabulary.topic_named(&on.value), reader.vocabulary.subject_named(&on.value)) {
        (Some(topic), _) => Some(narrowed(topic, fields, reader)),
        (None, Some(subject)) => {
            let tier = fields.optional("instrument");
            let tier = tier.and_then(|node| value::choice(node, "tier of instrument", Tier::WORDS, reader.diagnostics));
            let kinds = reader.texts(&mut fields, "kind").into_iter().map(|kind| kind.value).collect();
            let levels = levels(&mut fields, reader);
            fields.finish(reader.diagnostics);
            Some(SilenceOn::Subject { subject, tier: tier.map(|tier| tier.value), kinds, levels })
        }
        (None, None) => {
            let topic = reader.vocabulary.find_topic(&on.value).err().and_then(|unknown| unknown.nearest);
            let subject = reader.vocabulary.find_subject(&on.value).err().and_then(|unknown| unknown.nearest);
            unknown_topic(&on, topic.or(subject), reader);
            None
        }
    };
    Some(Silence { on: on?, span, laws, from, until, note: note?, source, confidence: certainty? })
}

/// The remaining keys of a silence on a topic are attributes with the terms that were not found.
fn narrowed(topic: TopicId, fields: Fields<'_>, reader: &mut Reader<'_>) -> SilenceOn {
    let mut narrow = Vec::new();
    for part in fields.rest(reader.diagnostics) {
        let Some(id) = attribute(topic, part, reader) else { continue };
        let what = format!("`{}`", part.key.value);
        let Some(set) = reader.vocabulary.attribute(topic, id).kind.term_set() else {
            let headline = format!("a silence cannot be narrowed by {what}, which has no terms");
            let help = "narrow it by an attribute of type terms, term or flag";
            reader.diagnostics.push(Diagnostic::new(Code::WrongType, headline, part.key.span, "").help(help));
            continue;
        };
        let found = match &part.value.kind {
            Kind::Scalar(scalar) if &*scalar.value != "all" => one(set, &part.value, &what, reader),
            _ => terms(set, &part.value, &what, reader),
        };
        narrow.extend(found.map(|terms| (id, terms)));
    }
    SilenceOn::Topic { topic, terms: narrow }
}

/// A single word where a list could stand: `child-means: irrelevant`.
fn one(
    set: crate::model::vocabulary::TermSetId,
    node: &Node,
    what: &str,
    reader: &mut Reader<'_>,
) -> Option<crate::model::vocabulary::Terms> {
    let list = Node { span: node.span, kind: Kind::Sequence(vec![node.clone()]) };
    terms(set, &list, what, reader)
}

fn levels(fields: &mut Fields<'_>, reader: &mut Reader<'_>) -> Vec<Level> {
    let Some(node) = fields.optional("level") else { return Vec::new() };
    let items = value::list(node, "`level`", reader.diagnostics);
    let read = |item| value::choice(item, "level", Level::WORDS, reader.diagnostics);
    items.iter().filter_map(read).map(|level| level.value).collect()
}

fn unknown_topic(word: &Spanned<Text>, nearest: Option<Text>, reader: &mut Reader<'_>) {
    let help = "a silence is on a topic or a subject of the vocabulary";
    reader.unknown(Code::UnknownTopic, "topic or subject", word, nearest.as_deref(), help);
}
