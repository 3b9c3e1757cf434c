//! Both sides of an agreement: do the files of its parties say the same?
//!
//! An agreement that is open to some countries only has another side. Each party's file is held against the first that
//! records it: whether it is there, with the same status, the same dates, and the same end. A treaty of a group that each
//! member ratifies by itself has no other side in this sense, and is left out; of an instrument of a group only presence and
//! the day of adoption are compared. A party without a file is unknown, and is named as such.

use crate::base::country::Country;
use crate::base::day::Date;
use crate::base::span::{Span, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::{Commitment, Framework};
use crate::model::vocabulary::{Instrument, InstrumentId, Vocabulary};
use crate::model::words::Consent;

/// Two files that do not say the same about an agreement.
#[derive(Clone, Debug)]
pub struct Discrepancy<'a> {
    /// The agreement.
    pub instrument: &'a Instrument,
    /// In what they differ.
    pub kind: Difference,
    /// The side that records it.
    pub here: Side,
    /// The other side.
    pub there: Side,
}

/// In what two files differ about an agreement.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Difference {
    /// The other side's file does not record it.
    OneSided,
    /// They differ on whether it binds.
    Status,
    /// They give different dates.
    Dates,
    /// It has ended for one and goes on for the other.
    End,
    /// There is no file of the other side.
    Unseen,
}

/// One side of an agreement.
#[derive(Clone, Debug)]
pub struct Side {
    /// The country.
    pub country: Country,
    /// Its name.
    pub name: String,
    /// Where its file speaks of the agreement, or the head of the file where it does not; nothing where there is no file.
    pub span: Option<Span>,
    /// What it says.
    pub says: String,
}

impl Difference {
    /// Every difference, in the order of reports.
    pub const ALL: [Self; 5] = [Self::OneSided, Self::Status, Self::Dates, Self::End, Self::Unseen];

    /// The name in machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneSided => "one-sided",
            Self::Status => "status",
            Self::Dates => "dates",
            Self::End => "end",
            Self::Unseen => "unseen",
        }
    }

    const fn code(self) -> Code {
        match self {
            Self::OneSided => Code::AgreementOneSided,
            Self::Status => Code::AgreementStatus,
            Self::Dates => Code::AgreementDates,
            Self::End => Code::AgreementEnd,
            Self::Unseen => Code::CounterpartUnknown,
        }
    }
}

impl Discrepancy<'_> {
    /// The difference in a line.
    pub fn words(&self) -> String {
        let Self { instrument, here, there, .. } = self;
        let short = &instrument.short;
        match self.kind {
            Difference::OneSided => format!("{short}: {} records it, and {} does not", here.name, there.name),
            Difference::Status | Difference::Dates | Difference::End => {
                format!("{short}: {} says “{}”, {} says “{}”", here.name, here.says, there.name, there.says)
            }
            Difference::Unseen => format!("{short}: {} records it; {} has no file here", here.name, there.name),
        }
    }
}

/// Every difference between the files, in the order of the vocabulary's instruments and of the countries' codes. Of
/// several files of one country the first is looked at.
pub fn discrepancies<'a>(frameworks: &[&Framework], vocabulary: &'a Vocabulary) -> Vec<Discrepancy<'a>> {
    let mut files: Vec<&Framework> = frameworks.to_vec();
    files.sort_by_key(|file| file.country.value.code());
    files.dedup_by_key(|file| file.country.value);
    let mut found = Vec::new();
    for (id, instrument) in vocabulary.instruments() {
        let pair = instrument.open_to.len() == 2;
        if instrument.open_to.len() < 2 || !pair && instrument.consent == Consent::Ratification {
            continue;
        }
        let sides: Vec<&Framework> =
            files.iter().copied().filter(|it| instrument.is_open_to(it.country.value)).collect();
        // A file that says that there is no agreement is no side of one.
        let joined = |file: &&'_ Framework| commitment(file, id).is_some_and(|found| !found.none);
        let Some(file) = sides.iter().copied().find(|file| joined(file)) else { continue };
        let Some(commitment) = commitment(file, id) else { continue };
        for other in sides.iter().filter(|other| other.country.value != file.country.value) {
            match self::commitment(other, id) {
                Some(theirs) => differ(instrument, pair, (file, commitment), (other, theirs), &mut found),
                None => {
                    let there =
                        Side { span: Some(other.country.span), says: "nothing".to_owned(), ..side(other, commitment) };
                    let here = Side { says: "recorded".to_owned(), ..side(file, commitment) };
                    found.push(Discrepancy { instrument, kind: Difference::OneSided, here, there });
                }
            }
        }
        let unseen =
            instrument.open_to.iter().filter(|party| pair && files.iter().all(|it| it.country.value != **party));
        for party in unseen {
            let there = Side { country: *party, name: party.name(), span: None, says: "unknown".to_owned() };
            let here = Side { says: "recorded".to_owned(), ..side(file, commitment) };
            found.push(Discrepancy { instrument, kind: Difference::Unseen, here, there });
        }
    }
    found
}

fn commitment(file: &Framework, id: InstrumentId) -> Option<&Commitment> {
    file.commitments.iter().find(|commitment| commitment.instrument == id)
}

fn side(file: &Framework, commitment: &Commitment) -> Side {
    Side { country: file.country.value, name: file.name.to_string(), span: Some(commitment.span), says: String::new() }
}

/// What differs between two commitments to the same agreement.
fn differ<'a>(
    instrument: &'a Instrument,
    pair: bool,
    (file, commitment): (&Framework, &Commitment),
    (other, theirs): (&Framework, &Commitment),
    found: &mut Vec<Discrepancy<'a>>,
) {
    let mut push = |kind, (span, says): (Span, String), (their_span, they_say): (Span, String)| {
        let here = Side { span: Some(span), says, ..side(file, commitment) };
        let there = Side { span: Some(their_span), says: they_say, ..side(other, theirs) };
        found.push(Discrepancy { instrument, kind, here, there });
    };
    // In a group each member may stay away; of two, one cannot.
    let [ours, others] = [commitment, theirs].map(|it| status(it, instrument.consent));
    if pair && ours != others {
        push(Difference::Status, (commitment.span, ours.to_owned()), (theirs.span, others.to_owned()));
        return;
    }
    let dates = |it: &Commitment| -> Vec<(&'static str, Option<Spanned<Date>>)> {
        let of_two = [
            ("signed", &it.signed),
            ("in force from", &it.in_force),
            ("disputed from", &it.disputed_from),
            ("disputed until", &it.disputed_until),
        ];
        let of_two = of_two.into_iter().filter(|_| pair);
        of_two.chain([("adopted", &it.adopted)]).map(|(word, date)| (word, date.clone())).collect()
    };
    for ((word, ours), (_, others)) in dates(commitment).into_iter().zip(dates(theirs)) {
        let (Some(ours), Some(others)) = (ours, others) else { continue };
        if !agree(ours.value, others.value) {
            let say = |date: Spanned<Date>| (date.span, format!("{word} {}", date.value));
            push(Difference::Dates, say(ours), say(others));
        }
    }
    if pair {
        let [ours, others] = [commitment, theirs].map(end);
        let same = match (&ours, &others) {
            (None, None) => true,
            (Some(ours), Some(others)) => agree(ours.value, others.value),
            _ => false,
        };
        if !same {
            let say = |end: Option<Spanned<Date>>, it: &Commitment| match end {
                Some(end) => (end.span, format!("ends {}", end.value)),
                None => (it.span, "no end".to_owned()),
            };
            push(Difference::End, say(ours, commitment), say(others, theirs));
        }
    }
}

/// Where a file sees the country to an agreement, leaving the day aside.
fn status(commitment: &Commitment, consent: Consent) -> &'static str {
    let bound = [&commitment.ratified, &commitment.acceded, &commitment.succeeded, &commitment.in_force];
    let signed = commitment.signed.is_some() || commitment.adopted.is_some();
    if commitment.disputed.is_some() {
        "disputed"
    } else if commitment.none {
        "not a party"
    } else if bound.iter().any(|date| date.is_some()) || signed && consent == Consent::Signature {
        "bound"
    } else {
        "signed only"
    }
}

fn end(commitment: &Commitment) -> Option<Spanned<Date>> {
    commitment.denounced.clone().or_else(|| commitment.expires.clone())
}

/// Whether two dates can be the same: a year agrees with each of its days.
fn agree(a: Date, b: Date) -> bool {
    let (a, b) = (a.to_string(), b.to_string());
    a.starts_with(&b) || b.starts_with(&a)
}

/// Says what differs, with both places. What no file can settle is a note, one for each country that has no file.
pub fn check(frameworks: &[&Framework], vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) {
    let found = discrepancies(frameworks, vocabulary);
    let (unseen, differing): (Vec<_>, Vec<_>) = found.iter().partition(|it| it.kind == Difference::Unseen);
    for it in differing {
        if let Some(diagnostic) = two_places(it) {
            diagnostics.push(diagnostic);
        }
    }
    let mut told: Vec<Country> = Vec::new();
    for it in &unseen {
        if !told.contains(&it.there.country) {
            told.push(it.there.country);
            if let Some(diagnostic) = without_file(&it.there, &unseen) {
                diagnostics.push(diagnostic);
            }
        }
    }
}

/// A difference between two files.
fn two_places(it: &Discrepancy<'_>) -> Option<Diagnostic> {
    let (here, there) = (it.here.span?, it.there.span?);
    let (label, other) = match it.kind {
        Difference::OneSided => {
            ("recorded here".to_owned(), format!("the file of {} does not record it", it.there.name))
        }
        _ => (format!("{}: {}", it.here.name, it.here.says), format!("{}: {}", it.there.name, it.there.says)),
    };
    let help = match it.kind {
        Difference::OneSided => {
            "record it there too, with `none` where it was looked up and not found; or mend this side"
        }
        Difference::Status => "an agreement of two binds both or neither; look both records up",
        Difference::Dates => "an agreement of two has one date of each kind; look both records up",
        Difference::End | Difference::Unseen => {
            "an agreement of two ends for both; give both sides the same end, or neither"
        }
    };
    Some(Diagnostic::new(it.kind.code(), it.words(), here, label).also(there, other).help(help))
}

/// The agreements of a country that has no file.
fn without_file(country: &Side, unseen: &[&Discrepancy<'_>]) -> Option<Diagnostic> {
    let theirs: Vec<_> = unseen.iter().filter(|it| it.there.country == country.country).collect();
    let first = theirs.first()?;
    let name = &country.name;
    let noun = if theirs.len() == 1 { "agreement" } else { "agreements" };
    let headline = format!("{name} has no file here, so its side of {} {noun} is unknown", theirs.len());
    let named: Vec<&str> = theirs.iter().map(|it| &*it.instrument.short).collect();
    let label = format!("recorded for {}", first.here.name);
    let diagnostic = Diagnostic::new(Code::CounterpartUnknown, headline, first.here.span?, label);
    let help = "nothing is wrong; check the files of both together once there is one";
    Some(diagnostic.help(format!("unknown: {}", named.join(", "))).help(help))
}
