//! From the tree to its one canonical text: a single line, single blanks, no bracket that could be spared.
//!
//! Reading the text again gives the same tree. Brackets that an author wrote around a chain of the same kind, as in
//! `(a or b) or c`, made a node of their own and are kept.

use std::fmt::{self, Display, Formatter, Write};

use super::ast::{Condition, ConditionKind, Demand, Expr, ExprKind, Reservation, Sentence, TermList, Terms};
use crate::base::Text;
use crate::base::span::Spanned;

/// The canonical text of a rule.
pub fn print(rule: &Expr) -> String {
    rule.to_string()
}

/// How tightly a node holds its parts together; a looser node inside a tighter one needs brackets.
#[derive(Clone, Copy, Eq, Ord, PartialEq, PartialOrd)]
enum Hold {
    Or,
    And,
    Not,
    Single,
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            ExprKind::And(parts) => list(f, " and ", parts, |f, part| inside(f, part, hold(part), Hold::Not)),
            ExprKind::Or(parts) => list(f, " or ", parts, |f, part| inside(f, part, hold(part), Hold::And)),
            ExprKind::Not(part) => {
                f.write_str("not ")?;
                inside(f, part, hold(part), Hold::Not)
            }
            ExprKind::AtLeast { count, of } => {
                write!(f, "at least {} of (", count.value)?;
                list(f, ", ", of, |f, part| part.fmt(f))?;
                f.write_char(')')
            }
            ExprKind::Sentence(sentence) => sentence.fmt(f),
        }
    }
}

impl Display for Sentence {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Provisions { quantifier, topics, filter, demand } => {
                write!(f, "{} provision on ", quantifier.word())?;
                names(f, " or ", topics)?;
                filtered(f, filter.as_ref())?;
                match demand {
                    None => Ok(()),
                    Some(Demand::Has(condition)) => write!(f, " has {condition}"),
                    Some(Demand::Covers { attribute, terms }) => write!(f, " covers {} {terms}", attribute.value),
                }
            }
            Self::Together { topics, filter, attribute, terms } => {
                f.write_str("provisions on ")?;
                names(f, " or ", topics)?;
                filtered(f, filter.as_ref())?;
                write!(f, " together cover {} {terms}", attribute.value)
            }
            Self::Party { instrument, without_reservation } => {
                write!(f, "party to {}", instrument.value)?;
                reserved(f, without_reservation.as_ref())
            }
            Self::Signatory { instrument, without_reservation } => {
                write!(f, "signatory to {}", instrument.value)?;
                reserved(f, without_reservation.as_ref())
            }
            Self::Instruments { tier, subject, kind, levels } => {
                f.write_str(tier.word())?;
                if let Some(kind) = kind {
                    write!(f, " of kind {}", kind.value)?;
                }
                write!(f, " on {}", subject.value)?;
                if levels.is_empty() {
                    return Ok(());
                }
                f.write_str(" at ")?;
                names(f, " or ", levels)?;
                f.write_str(" level")
            }
        }
    }
}

impl Display for Condition {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match condition_hold(self) {
            Hold::Single => chain(f, self),
            Hold::Or | Hold::And | Hold::Not => bracketed(f, |f| chain(f, self)),
        }
    }
}

/// A condition as it stands inside brackets.
fn chain(f: &mut Formatter<'_>, condition: &Condition) -> fmt::Result {
    let part = |f: &mut Formatter<'_>, part: &Condition, least: Hold| {
        if condition_hold(part) < least { part.fmt(f) } else { chain(f, part) }
    };
    match &condition.kind {
        ConditionKind::And(parts) => list(f, " and ", parts, |f, each| part(f, each, Hold::Not)),
        ConditionKind::Or(parts) => list(f, " or ", parts, |f, each| part(f, each, Hold::And)),
        ConditionKind::Not(each) => {
            f.write_str("not ")?;
            part(f, each, Hold::Not)
        }
        ConditionKind::Compare { attribute, op, value } => {
            write!(f, "{} {} {}", attribute.value, op.word(), value.value)
        }
        ConditionKind::Includes { attribute, term } => write!(f, "{} includes {}", attribute.value, term.value),
        ConditionKind::IncludesAny { attribute, terms } => write!(f, "{} includes any {terms}", attribute.value),
        ConditionKind::IncludesAll { attribute, terms } => write!(f, "{} includes all {terms}", attribute.value),
        ConditionKind::States { attribute } => write!(f, "states {}", attribute.value),
    }
}

impl Display for TermList {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match &self.kind {
            Terms::All => f.write_str("{all}"),
            Terms::Words(words) => {
                f.write_char('{')?;
                names(f, ", ", words)?;
                f.write_char('}')
            }
        }
    }
}

fn hold(expr: &Expr) -> Hold {
    match expr.kind {
        ExprKind::Or(_) => Hold::Or,
        ExprKind::And(_) => Hold::And,
        ExprKind::Not(_) => Hold::Not,
        ExprKind::AtLeast { .. } | ExprKind::Sentence(_) => Hold::Single,
    }
}

fn condition_hold(condition: &Condition) -> Hold {
    match condition.kind {
        ConditionKind::Or(_) => Hold::Or,
        ConditionKind::And(_) => Hold::And,
        ConditionKind::Not(_) => Hold::Not,
        ConditionKind::Compare { .. }
        | ConditionKind::Includes { .. }
        | ConditionKind::IncludesAny { .. }
        | ConditionKind::IncludesAll { .. }
        | ConditionKind::States { .. } => Hold::Single,
    }
}

/// `part`, in brackets if it holds less tightly than what is around it needs at the least.
fn inside(f: &mut Formatter<'_>, part: &Expr, hold: Hold, least: Hold) -> fmt::Result {
    if hold < least { bracketed(f, |f| part.fmt(f)) } else { part.fmt(f) }
}

fn bracketed(f: &mut Formatter<'_>, write: impl FnOnce(&mut Formatter<'_>) -> fmt::Result) -> fmt::Result {
    f.write_char('(')?;
    write(f)?;
    f.write_char(')')
}

fn filtered(f: &mut Formatter<'_>, filter: Option<&Condition>) -> fmt::Result {
    filter.map_or(Ok(()), |condition| write!(f, " where {condition}"))
}

fn reserved(f: &mut Formatter<'_>, reservation: Option<&Reservation>) -> fmt::Result {
    let Some(Reservation { article }) = reservation else { return Ok(()) };
    f.write_str(" without reservation")?;
    article.as_ref().map_or(Ok(()), |article| write!(f, " to \"{}\"", article.value))
}

fn names(f: &mut Formatter<'_>, between: &str, names: &[Spanned<Text>]) -> fmt::Result {
    list(f, between, names, |f, name| f.write_str(&name.value))
}

fn list<T>(
    f: &mut Formatter<'_>,
    between: &str,
    parts: &[T],
    mut each: impl FnMut(&mut Formatter<'_>, &T) -> fmt::Result,
) -> fmt::Result {
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            f.write_str(between)?;
        }
        each(f, part)?;
    }
    Ok(())
}
