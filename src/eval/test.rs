//! What one statement makes of a condition.

use crate::model::checklist::requirement::{Op, Test, TestKind};
use crate::model::framework::{Statement, Value};
use crate::model::vocabulary::{AttributeId, Terms};

/// True, false, or `None` where the statement does not say.
///
/// The tables are Kleene's: one false settles an `and`, one true settles an `or`, and what is not stated stays so.
pub fn test(test: &Test, statement: &Statement) -> Option<bool> {
    match &test.kind {
        TestKind::And(parts) => all(parts.iter().map(|part| self::test(part, statement))),
        TestKind::Or(parts) => any(parts.iter().map(|part| self::test(part, statement))),
        TestKind::Not(part) => self::test(part, statement).map(|truth| !truth),
        TestKind::Number(attribute, op, wanted) => match statement.value(*attribute)? {
            Value::Number(number) => Some(compare(*op, number, wanted)),
            _ => None,
        },
        TestKind::Date(attribute, op, wanted) => match statement.value(*attribute)? {
            Value::Date(date) => Some(compare(*op, &date.day, &wanted.day)),
            _ => None,
        },
        TestKind::Any(attribute, wanted) => terms(statement, *attribute).map(|stated| stated.meets(*wanted)),
        TestKind::All(attribute, wanted) => terms(statement, *attribute).map(|stated| stated.covers(*wanted)),
        TestKind::States(attribute) => Some(statement.value(*attribute).is_some()),
    }
}

/// The terms that a statement gives for an attribute.
pub(super) fn terms(statement: &Statement, attribute: AttributeId) -> Option<Terms> {
    match statement.value(attribute)? {
        Value::Terms(terms) => Some(*terms),
        _ => None,
    }
}

/// Kleene's `and` over any number of truths.
pub fn all(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    // Every part is looked at: a false after an unstated part still settles it.
    let mut sum = Some(true);
    for truth in truths {
        match truth {
            Some(false) => return Some(false),
            None => sum = None,
            Some(true) => {}
        }
    }
    sum
}

/// Kleene's `or` over any number of truths.
pub fn any(truths: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    all(truths.map(|truth| truth.map(|truth| !truth))).map(|truth| !truth)
}

fn compare<T: Ord>(op: Op, stated: &T, wanted: &T) -> bool {
    match op {
        Op::Eq => stated == wanted,
        Op::Ne => stated != wanted,
        Op::Lt => stated < wanted,
        Op::Le => stated <= wanted,
        Op::Gt => stated > wanted,
        Op::Ge => stated >= wanted,
    }
}

/// The single questions of a test: the parts of an `and`, one by one. Alternatives are one question.
pub(super) fn questions(test: &Test) -> Vec<&Test> {
    match &test.kind {
        TestKind::And(parts) => parts.iter().flat_map(questions).collect(),
        TestKind::Or(_)
        | TestKind::Not(_)
        | TestKind::Number(..)
        | TestKind::Date(..)
        | TestKind::Any(..)
        | TestKind::All(..)
        | TestKind::States(_) => vec![test],
    }
}

/// The attribute that a single question is about; of alternatives, the first that is named.
pub(super) fn attribute(test: &Test) -> Option<AttributeId> {
    match &test.kind {
        TestKind::Number(attribute, ..)
        | TestKind::Date(attribute, ..)
        | TestKind::Any(attribute, _)
        | TestKind::All(attribute, _)
        | TestKind::States(attribute) => Some(*attribute),
        TestKind::Not(part) => attribute(part),
        TestKind::And(parts) | TestKind::Or(parts) => parts.iter().find_map(attribute),
    }
}

#[cfg(test)]
mod tests {
    use super::{all, any};

    const TRUTHS: [Option<bool>; 3] = [Some(false), None, Some(true)];

    /// The order false, unknown, true: `and` is the least of them, `or` the greatest.
    fn rank(truth: Option<bool>) -> usize {
        TRUTHS.iter().position(|other| *other == truth).unwrap()
    }

    #[test]
    fn the_tables_are_kleenes() {
        for a in TRUTHS {
            for b in TRUTHS {
                assert_eq!(rank(all([a, b].into_iter())), rank(a).min(rank(b)), "{a:?} and {b:?}");
                assert_eq!(rank(any([a, b].into_iter())), rank(a).max(rank(b)), "{a:?} or {b:?}");
            }
        }
        assert_eq!(all(std::iter::empty()), Some(true));
        assert_eq!(any(std::iter::empty()), Some(false));
    }
}
