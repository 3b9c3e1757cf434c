//! Treaties and agreements: who can join, and whether the dates of one commitment can all be true.

use super::dates;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::{Commitment, Framework};
use crate::model::vocabulary::Vocabulary;

/// Checks every commitment of a framework.
pub(super) fn check(framework: &Framework, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) {
    for commitment in &framework.commitments {
        let instrument = vocabulary.instrument(commitment.instrument);
        let country = framework.country.value;
        if !instrument.is_open_to(country) {
            let headline = format!("{} is not open to {country}", instrument.short);
            let open_to: Vec<&str> = instrument.open_to.iter().map(|country| country.code()).collect();
            let help = format!("it is open to {}; remove the commitment or mend the vocabulary", open_to.join(", "));
            diagnostics.push(Diagnostic::new(Code::NotOpen, headline, commitment.span, "").help(help));
        }
        consistent(commitment, diagnostics);
        order(commitment, diagnostics);
    }
}

fn consistent(commitment: &Commitment, diagnostics: &mut Diagnostics) {
    let consents = [&commitment.ratified, &commitment.acceded, &commitment.succeeded];
    let others = [&commitment.signed, &commitment.adopted, &commitment.in_force, &commitment.denounced];
    let events = consents.iter().chain(&others).filter_map(|date| date.as_ref()).count();
    let undated = commitment.disputed.is_some() || commitment.none;
    if events == 0 && !undated {
        let headline = "the commitment says neither what was done nor that nothing was";
        let help = "give a date (`signed`, `ratified`, `acceded` ...), write `none` if it was looked up, or leave the \
                    instrument out: what is not recorded is unknown";
        diagnostics.push(Diagnostic::new(Code::EmptyCommitment, headline, commitment.span, "").help(help));
    }
    if let (None, Some(date)) =
        (&commitment.disputed, commitment.disputed_from.as_ref().or(commitment.disputed_until.as_ref()))
    {
        let headline = "a dispute has dates here, and nothing says what is disputed";
        let help = "say with `disputed` who says what, or take the dates away";
        diagnostics.push(Diagnostic::new(Code::CommitmentConflict, headline, date.span, "").help(help));
    }
    if commitment.none && (events > 0 || commitment.disputed.is_some()) {
        let headline = "`none` says that nothing was done, and something is recorded beside it";
        let help = "keep `none` or the events, not both";
        diagnostics.push(Diagnostic::new(Code::CommitmentConflict, headline, commitment.span, "").help(help));
    }
}

fn order(commitment: &Commitment, diagnostics: &mut Diagnostics) {
    let signed = ("signed", commitment.signed.as_ref());
    let bound = [
        ("ratified", commitment.ratified.as_ref()),
        ("acceded", commitment.acceded.as_ref()),
        ("succeeded", commitment.succeeded.as_ref()),
    ];
    dates::order(signed, ("ratified", commitment.ratified.as_ref()), diagnostics);
    for consent in bound {
        dates::order(consent, ("denounced", commitment.denounced.as_ref()), diagnostics);
        dates::order(consent, ("expires", commitment.expires.as_ref()), diagnostics);
    }
    dates::order(
        ("disputed-from", commitment.disputed_from.as_ref()),
        ("disputed-until", commitment.disputed_until.as_ref()),
        diagnostics,
    );
    for reservation in &commitment.reservations {
        let made = ("made", reservation.made.as_ref());
        dates::order(made, ("withdrawn", reservation.withdrawn.as_ref()), diagnostics);
    }
}
