//! What stands in a cell: a symbol and words, never colour alone.

use crate::base::unique::unique;
use crate::compare::Cell;
use crate::finding::{Ground, Standing, Verdict};
use crate::report::phrases;

/// The mark of an unverified cell, where there is little room.
pub(super) const UNVERIFIED: &str = "*";

/// The symbol with its words: the verdict, or where the country stands to the treaties that were asked about.
pub(super) fn words(cell: &Cell<'_>) -> String {
    let mut words = format!("{} {}", cell.verdict().symbol(), body(cell));
    if cell.is_unverified() {
        words.push_str(" (unverified)");
    }
    if cell.is_draft() {
        words.push_str(" (draft)");
    }
    words
}

/// The same where there is little room.
pub(super) fn short(cell: &Cell<'_>) -> String {
    let draft = if cell.is_draft() { " (draft)" } else { "" };
    let mark = if cell.is_unverified() { UNVERIFIED } else { "" };
    format!("{} {}{mark}{draft}", cell.verdict().symbol(), body(cell))
}

fn body(cell: &Cell<'_>) -> String {
    let verdict = cell.verdict();
    // An item whose other elements ask about laws is no matter of treaties alone.
    let asked = cell.answers().iter().all(|answer| !answer.standings.is_empty());
    if !asked || verdict == Verdict::Unknown {
        return verdict.words().to_owned();
    }
    let standings: Vec<String> = cell.standings().iter().map(ToString::to_string).collect();
    let standings = standings.join("; ");
    match (verdict, cell.standings().as_slice()) {
        (Verdict::Conflict, _) => format!("{}: {standings}", verdict.words()),
        (Verdict::Partial, [Standing::Bound(..)]) => format!("{standings}, in part"),
        _ => standings,
    }
}

/// A dot where it is there, and nothing where it is not.
pub(super) fn dot(cell: &Cell<'_>) -> &'static str {
    if cell.verdict() == Verdict::Met { Verdict::Met.symbol() } else { "" }
}

/// Everything that a reader wants to know about a cell, a line each: verdict, reasons, grounds, what is missing, the duty.
pub(super) fn notes(cell: &Cell<'_>) -> Vec<String> {
    let mut lines = vec![cell.verdict().to_string()];
    for answer in cell.answers() {
        lines.extend(answer.reasons.iter().map(|reason| phrases::sentence(&phrases::capital(reason))));
        lines.extend(answer.missing.iter().map(|missing| phrases::sentence(&phrases::missing(missing))));
        lines.extend(phrases::shortfalls(&answer.shortfalls));
        lines.extend(answer.grounds.iter().map(ground));
        lines.extend(answer.contradicts.iter().map(|it| format!("Contradicted by: {}", ground(it))));
        lines.extend(answer.near_misses.iter().map(|it| format!("Near miss: {}", phrases::near_miss(it))));
        lines.extend(answer.searched.iter().map(|it| format!("Searched without result: {}", phrases::searched(it))));
    }
    if let crate::finding::Duty::Owed(bonds) = &cell.finding.duty {
        lines.push(format!("Owed: {}.", phrases::bonds(bonds).join("; ")));
    }
    lines
}

/// A fact in a line: where it stands, what it says, how well that is known.
pub(super) fn ground(ground: &Ground) -> String {
    let confidence = ground.confidence.word();
    format!("{}: {} ({confidence})", phrases::address(ground), phrases::says(ground))
}

/// The addresses of facts, each once.
pub(super) fn addresses<'g>(grounds: impl IntoIterator<Item = &'g Ground>) -> Vec<String> {
    unique(grounds.into_iter().map(phrases::address))
}
