//! Silences: laws that exist, dates in order, and nothing that speaks where silence is recorded.

use std::collections::BTreeMap;

use super::{dates, framework::known_law};
use crate::base::Text;
use crate::base::day::Day;
use crate::base::span::Span;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::{Framework, Law, Provision, Silence, SilenceOn, Statement, Value};
use crate::model::vocabulary::{AttributeId, Terms, Vocabulary};
use crate::model::words::Confidence;

/// Checks every silence of a framework.
pub(super) fn check(
    framework: &Framework,
    ids: &BTreeMap<Text, Span>,
    vocabulary: &Vocabulary,
    diagnostics: &mut Diagnostics,
) {
    for silence in &framework.silences {
        dates::order(("from", silence.from.as_ref()), ("until", silence.until.as_ref()), diagnostics);
        for law in &silence.laws {
            known_law(law, ids, diagnostics);
        }
        if silence.confidence == Confidence::Recalled {
            let headline = "a silence from memory does not count";
            let help = "read the texts and mark it `reported` or `verified`, or keep it as a lead";
            diagnostics.push(Diagnostic::new(Code::SilenceRecalled, headline, silence.span, "").help(help));
        }
        contradiction(silence, framework, vocabulary, diagnostics);
    }
}

/// Finds the first provision that speaks where and when the silence says that none does.
fn contradiction(silence: &Silence, framework: &Framework, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) {
    let SilenceOn::Topic { topic, terms } = &silence.on else { return };
    for law in &framework.laws {
        let searched = silence.laws.is_empty() || silence.laws.iter().any(|named| named.value == law.id.value);
        if !searched {
            continue;
        }
        for provision in &law.provisions {
            let speaks = provision.statements.iter().any(|it| it.topic == *topic && speaks(it, terms));
            if speaks && overlap(silence, law, provision) {
                let title = &vocabulary.topic(*topic).title;
                let headline = format!(
                    "a silence on “{title}” is recorded, and {}, {} speaks on it",
                    law.title, provision.at.value
                );
                diagnostics.push(
                    Diagnostic::new(Code::SilenceContradicted, headline, silence.span, "silence here")
                        .also(provision.at.span, "a provision in force at the same time")
                        .help("narrow the silence, give it `until`, or look again at what the provision says"),
                );
                return;
            }
        }
    }
}

/// Whether a statement has a value that a silence says none has.
fn speaks(statement: &Statement, absent: &[(AttributeId, Terms)]) -> bool {
    absent.iter().all(|(attribute, terms)| match statement.value(*attribute) {
        Some(Value::Terms(stated)) => stated.meets(*terms),
        _ => false,
    })
}

/// Whether a provision is in force at some time at which the silence holds.
fn overlap(silence: &Silence, law: &Law, provision: &Provision) -> bool {
    let own = &provision.period;
    let Some(begins) = own.in_force.as_ref().or(law.period.in_force.as_ref()) else { return false };
    let ends =
        own.repealed.as_ref().or(own.expires.as_ref()).or(law.period.repealed.as_ref()).or(law.period.expires.as_ref());
    let holds_from: Option<Day> = silence.from.as_ref().map(|from| from.value.day);
    let holds_until: Option<Day> = silence.until.as_ref().map(|until| until.value.day);
    let begins_in_time = holds_until.is_none_or(|until| begins.value.day < until);
    let ends_in_time = ends.is_some_and(|ends| holds_from.is_some_and(|from| ends.value.day <= from));
    begins_in_time && !ends_in_time
}
