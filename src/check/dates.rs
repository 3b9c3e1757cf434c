//! Dates that contradict each other.

use crate::base::day::Date;
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::Period;

/// The first of the two must not come after the second.
pub(super) fn order(
    (first_word, first): (&str, Option<&Spanned<Date>>),
    (second_word, second): (&str, Option<&Spanned<Date>>),
    diagnostics: &mut Diagnostics,
) {
    let (Some(first), Some(second)) = (first, second) else { return };
    // A coarse date counts from the last day of its period, so a year may hold both: only what cannot be is an error.
    if !is_after(first.value, second.value) {
        return;
    }
    let headline = format!("`{second_word}` {} comes before `{first_word}` {}", second.value, first.value);
    diagnostics.push(
        Diagnostic::new(Code::DateOrder, headline, second.span, "this date")
            .also(first.span, format!("`{first_word}` is here"))
            .help("one of the two is wrong; look both up"),
    );
}

/// Whether the first date certainly comes after the second, however coarse they are. A year or a month is written as the
/// beginning of its days, and so comes before each of them.
fn is_after(first: Date, second: Date) -> bool {
    first.to_string() > second.day.to_string()
}

/// The dates of a law, policy or provision.
pub(super) fn period(period: &Period, diagnostics: &mut Diagnostics) {
    let adopted = ("adopted", period.adopted.as_ref());
    let in_force = ("in-force", period.in_force.as_ref());
    let repealed = ("repealed", period.repealed.as_ref());
    let expires = ("expires", period.expires.as_ref());
    order(in_force, repealed, diagnostics);
    order(in_force, expires, diagnostics);
    order(adopted, repealed, diagnostics);
    order(adopted, expires, diagnostics);
}
