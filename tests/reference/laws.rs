//! What `docs/verdicts.md` promises of every record and rule.

use lacuna::finding::{Answer, GroundKind, Verdict};
use proptest::prelude::*;

use super::record::{Narrow, Record, record};
use super::rule::{Rule, rule};
use super::run::{Ask, answer, answer_to, ask};
use super::{cases, record::Silence};

/// How much a verdict shows, for the laws that speak of more and less; only for verdicts that can be compared.
fn height(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Gap | Verdict::Unknown | Verdict::NotApplicable => 0,
        Verdict::Partial | Verdict::Conflict => 1,
        Verdict::Met => 2,
    }
}

/// The record without everything that an answer does not cite.
fn only_cited(record: &Record, answer: &Answer) -> String {
    let cited = |kind: GroundKind| {
        let all = answer.grounds.iter().chain(&answer.contradicts);
        all.filter(move |ground| ground.kind == kind).collect::<Vec<_>>()
    };
    let provisions: Vec<String> =
        cited(GroundKind::Provision).iter().filter_map(|it| it.at.clone()).map(|at| at.to_string()).collect();
    let laws: Vec<String> = cited(GroundKind::Law).iter().map(|it| it.id.to_string()).collect();
    let commitments: Vec<String> = cited(GroundKind::Commitment).iter().map(|it| it.id.to_string()).collect();
    let silences = cited(GroundKind::Silence);
    let text = record.to_string();
    let line_of = |span: lacuna::base::span::Span| text.get(..span.start as usize).unwrap().matches('\n').count();
    let silent: Vec<usize> = silences.iter().map(|it| line_of(it.span)).collect();
    let mut kept = String::new();
    for (number, line) in text.lines().enumerate() {
        let word = line.trim_start();
        if word.starts_with("- { on:") {
            if !silent.contains(&number) {
                continue;
            }
        } else if word.starts_with("treaty:") || word.starts_with("pact:") {
            let name = word.split(':').next().unwrap();
            if !commitments.iter().any(|id| id == name) {
                continue;
            }
        } else if let Some(rest) = word.strip_prefix("law-") {
            let id = format!("law-{}", rest.split(':').next().unwrap());
            let (head, list) = line.split_once("provisions: [").unwrap();
            let own: Vec<String> = list
                .split("{ at: ")
                .skip(1)
                .filter(|part| provisions.iter().any(|at| part.starts_with(&format!("{at},"))))
                .map(|part| format!("{{ at: {}", part.trim_end_matches("] }").trim_end_matches("], ")))
                .collect();
            // A law whose subject is not the question keeps its dates for its provisions, and loses its subject.
            let subjects = head.find(", subjects: [").filter(|_| !laws.contains(&id));
            let head = subjects.map_or(head.to_owned(), |at| {
                let end = head.get(at..).unwrap().find(']').unwrap() + at + 1;
                format!("{}{}", &head[..at], &head[end..])
            });
            kept.push_str(&format!("{head}provisions: [{}] }}\n", own.concat()));
            continue;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    let complete = answer.rests_on_coverage() || !record.complete;
    if complete { kept } else { kept.replace("coverage: complete", "coverage: partial") }
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn the_grounds_suffice(record in record(), rule in rule(), ask in ask()) {
        let found = answer(&record, &rule, ask);
        // What was not assessed, or does not apply, rests on nothing.
        if !found.verdict.is_assessed() {
            return Ok(());
        }
        let less = only_cited(&record, &found);
        let again = answer_to(&less, &rule, ask);
        prop_assert_eq!(again.verdict, found.verdict, "{}\n{}\n{}\n{:?}", record, less, rule, ask);
    }

    #[test]
    fn a_verdict_that_was_assessed_names_its_grounds(record in record(), rule in rule(), ask in ask()) {
        let found = answer(&record, &rule, ask);
        prop_assert_eq!(found.verdict.is_assessed(), !found.grounds.is_empty(), "{}\n{}", record, rule);
    }

    #[test]
    fn the_order_of_laws_and_silences_changes_nothing(record in record(), rule in rule(), ask in ask()) {
        let mut lines: Vec<String> = record.to_string().lines().map(str::to_owned).collect();
        for start in ["laws:", "policies:", "silences:", "commitments:"] {
            let from = lines.iter().position(|line| line == start).unwrap() + 1;
            let count = lines[from..].iter().take_while(|line| line.starts_with(' ')).count();
            lines[from..from + count].reverse();
        }
        let (here, there) = (answer(&record, &rule, ask), answer_to(&(lines.join("\n") + "\n"), &rule, ask));
        let addresses = |answer: &Answer| answer.grounds.iter().map(|it| it.address()).collect::<Vec<_>>();
        prop_assert_eq!(here.verdict, there.verdict);
        prop_assert_eq!(&here.missing, &there.missing);
        let (mut a, mut b) = (addresses(&here), addresses(&there));
        a.sort();
        b.sort();
        prop_assert_eq!(a, b);
    }

    #[test]
    fn recording_a_silence_never_raises_anything(record in record(), rule in rule(), ask in ask(), topic in 0usize..3) {
        // A `not` or a `no` turns a silence into something met, as it should.
        if negates(&rule) {
            return Ok(());
        }
        let before = answer(&record, &rule, ask).verdict;
        let mut more = record.clone();
        let on = Narrow::Topic { topic, acts: None, flag: None, means: None };
        more.silences.push(Silence { on, in_one_law: false, from: None, until: None, confidence: 2 });
        let after = answer(&more, &rule, ask).verdict;
        prop_assert!(height(after) <= height(before), "{before:?} became {after:?}\n{}\n{}", record, rule);
    }

    #[test]
    fn a_further_provision_never_lowers_some_or_together(a in record(), b in record(), rule in presence(), ask in ask()) {
        let before = answer(&a, &rule, ask).verdict;
        let mut more = a.clone();
        more.laws.extend(b.laws);
        let after = answer(&more, &rule, ask).verdict;
        prop_assert!(height(after) >= height(before), "{before:?} became {after:?}\n{}\n{}", more, rule);
    }

    #[test]
    fn learning_never_turns_met_into_unknown(a in record(), b in record(), rule in rule(), ask in ask()) {
        // Learning that a `no` is broken makes a gap, and `or` looks at its other parts then.
        let before = answer(&a, &rule, ask).verdict;
        if negates(&rule) || before != Verdict::Met {
            return Ok(());
        }
        let mut more = a.clone();
        more.laws.extend(b.laws);
        more.silences.extend(b.silences);
        prop_assert_ne!(answer(&more, &rule, ask).verdict, Verdict::Unknown, "{}\n{}", more, rule);
    }
}

fn negates(rule: &Rule) -> bool {
    match rule {
        Rule::And(parts) | Rule::Or(parts) | Rule::AtLeast(_, parts) => parts.iter().any(negates),
        Rule::Not(_) => true,
        Rule::Provisions { quantifier, .. } => *quantifier == 2,
        Rule::Together { .. } | Rule::Party { .. } | Rule::Closed | Rule::Instruments { .. } => false,
    }
}

/// Sentences that more provisions can only help: `some` and `together`.
fn presence() -> impl Strategy<Value = Rule> {
    rule().prop_map(|mut rule| {
        // The first sentence of whatever was made, as a `some`; a plain one where there is none about provisions.
        loop {
            rule = match rule {
                Rule::And(parts) | Rule::Or(parts) | Rule::AtLeast(_, parts) => parts.into_iter().next().unwrap(),
                Rule::Not(part) => *part,
                Rule::Provisions { topic, filter, demand, .. } => {
                    return Rule::Provisions { quantifier: 0, topic, filter, demand };
                }
                Rule::Together { .. } => return rule,
                Rule::Party { .. } | Rule::Closed | Rule::Instruments { .. } => {
                    return Rule::Together { topic: 0, filter: None, acts: 7 };
                }
            };
        }
    })
}

#[test]
fn the_reading_of_a_record_is_sound() {
    let text = "framework: XAA\nname: A\nreviewed: 2009-01-01\ncoverage: complete\n";
    let ask = Ask { year: 2008, least: 0, policy_floor: false };
    assert_eq!(answer_to(text, &Rule::Closed, ask).verdict, Verdict::NotApplicable);
}
