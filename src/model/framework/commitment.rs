//! Reads `commitments:`.

use super::law::confidence;
use super::{Commitment, Reader, Reservation};
use crate::diag::{Code, Diagnostic};
use crate::model::vocabulary::InstrumentId;
use crate::model::words::Confidence;
use crate::yaml::fields::Fields;
use crate::yaml::node::{Entry, Kind, Node};
use crate::yaml::value;

/// Reads the mapping of instruments to what the country did about them.
pub(super) fn commitments(node: &Node, reader: &mut Reader<'_>) -> Vec<Commitment> {
    let entries = value::entries(node, "`commitments`", reader.diagnostics);
    entries.iter().filter_map(|entry| commitment(entry, reader)).collect()
}

fn commitment(entry: &Entry, reader: &mut Reader<'_>) -> Option<Commitment> {
    let instrument = match reader.vocabulary.find_instrument(&entry.key.value) {
        Ok(instrument) => instrument,
        Err(unknown) => {
            let help = "the vocabulary's `instruments` lists treaties and agreements";
            reader.unknown(Code::UnknownInstrument, "instrument", &entry.key, unknown.nearest.as_deref(), help);
            return None;
        }
    };
    let mut found = empty(instrument, entry);
    if let Kind::Scalar(scalar) = &entry.value.kind {
        if &*scalar.value == "none" {
            found.none = true;
            return Some(found);
        }
        let headline =
            format!("a commitment is `none` or a mapping of what was done and when, not {}", entry.value.describe());
        let help = "write `{ ratified: 2004-02-11 }`, or `none` where it was looked up and the country is not a party";
        reader.diagnostics.push(Diagnostic::new(Code::WrongType, headline, entry.value.span, "").help(help));
        return None;
    }
    let mut fields = Fields::of(&entry.value, "a commitment", reader.diagnostics)?;
    let none = fields.optional("none");
    let none = none.and_then(|node| value::flag(node, "answer to `none`", reader.diagnostics));
    found.none = none.is_some_and(|none| none.value);
    found.signed = reader.date(&mut fields, "signed");
    found.adopted = reader.date(&mut fields, "adopted");
    found.ratified = reader.date(&mut fields, "ratified");
    found.acceded = reader.date(&mut fields, "acceded");
    found.succeeded = reader.date(&mut fields, "succeeded");
    found.in_force = reader.date(&mut fields, "in-force");
    found.denounced = reader.date(&mut fields, "denounced");
    found.expires = reader.date(&mut fields, "expires");
    found.territory = reader.texts(&mut fields, "territory").into_iter().map(|text| text.value).collect();
    found.disputed = reader.spanned_text(&mut fields, "disputed");
    found.disputed_from = reader.date(&mut fields, "disputed-from");
    found.disputed_until = reader.date(&mut fields, "disputed-until");
    if let Some(node) = fields.optional("reservations") {
        let items = value::list(node, "`reservations`", reader.diagnostics);
        found.reservations = items.iter().filter_map(|item| reservation(item, reader)).collect();
    }
    found.note = reader.text(&mut fields, "note");
    found.source = reader.spanned_text(&mut fields, "source");
    found.confidence = confidence(&mut fields, reader).unwrap_or(found.confidence);
    fields.finish(reader.diagnostics);
    Some(found)
}

/// A commitment of which nothing is known yet but its name. Without a mark of its own it counts as reported.
fn empty(instrument: InstrumentId, entry: &Entry) -> Commitment {
    Commitment {
        instrument,
        span: entry.key.span,
        none: false,
        signed: None,
        adopted: None,
        ratified: None,
        acceded: None,
        succeeded: None,
        in_force: None,
        denounced: None,
        expires: None,
        territory: Vec::new(),
        disputed: None,
        disputed_from: None,
        disputed_until: None,
        reservations: Vec::new(),
        note: None,
        source: None,
        confidence: Confidence::Reported,
    }
}

fn reservation(node: &Node, reader: &mut Reader<'_>) -> Option<Reservation> {
    let mut fields = Fields::of(node, "a reservation", reader.diagnostics)?;
    let span = fields.span();
    let article = reader.spanned_text(&mut fields, "article");
    let note = reader.required_text(&mut fields, "note");
    let made = reader.date(&mut fields, "made");
    let withdrawn = reader.date(&mut fields, "withdrawn");
    fields.finish(reader.diagnostics);
    Some(Reservation { article, note: note?, made, withdrawn, span })
}
