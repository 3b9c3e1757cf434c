//! Random rules over the same vocabulary, and how they are written.

use std::fmt;

use proptest::option;
use proptest::prelude::*;

use super::record::{KINDS, LEVELS, SUBJECTS, TOPICS, words};

#[derive(Clone, Debug)]
pub(crate) enum Rule {
    And(Vec<Rule>),
    Or(Vec<Rule>),
    Not(Box<Rule>),
    AtLeast(usize, Vec<Rule>),
    Provisions { quantifier: usize, topic: usize, filter: Option<Test>, demand: Option<Demand> },
    Together { topic: usize, filter: Option<Test>, acts: u8 },
    Party { pact: bool, signatory: bool, without: Option<bool> },
    Closed,
    Instruments { policy: bool, subject: usize, kind: Option<usize>, levels: Vec<usize> },
}

#[derive(Clone, Debug)]
pub(crate) enum Demand {
    Has(Test),
    Covers(u8),
}

#[derive(Clone, Debug)]
pub(crate) enum Test {
    And(Vec<Test>),
    Or(Vec<Test>),
    Not(Box<Test>),
    Below(&'static str, u8),
    Flag(bool, bool),
    Means(bool, u8),
    Includes(usize),
    Any(u8),
    All(u8),
    States(usize),
}

/// The attributes of each topic that tests ask about.
const ATTRIBUTES: [[&str; 2]; 3] = [["acts", "means"], ["below", "married"], ["last", "acts"]];

fn leaf(topic: usize) -> BoxedStrategy<Test> {
    let ops = prop::sample::select(vec!["=", "!=", "<", "<=", ">", ">="]);
    let below = (ops, 15u8..20).prop_map(|(op, age)| Test::Below(op, age)).boxed();
    let flag = (any::<bool>(), any::<bool>()).prop_map(|(equal, value)| Test::Flag(equal, value)).boxed();
    let means = (any::<bool>(), 0u8..2).prop_map(|(equal, value)| Test::Means(equal, value)).boxed();
    let acts =
        prop_oneof![(0usize..3).prop_map(Test::Includes), (1u8..8).prop_map(Test::Any), (1u8..8).prop_map(Test::All),]
            .boxed();
    let states = (0usize..2).prop_map(Test::States).boxed();
    match topic {
        0 => prop_oneof![means, acts, states].boxed(),
        1 => prop_oneof![below, flag, states].boxed(),
        _ => prop_oneof![flag, acts, states].boxed(),
    }
}

fn test(topic: usize) -> BoxedStrategy<Test> {
    let several = || prop::collection::vec(leaf(topic), 2..4);
    prop_oneof![
        4 => leaf(topic),
        1 => several().prop_map(Test::And),
        1 => several().prop_map(Test::Or),
        1 => leaf(topic).prop_map(|test| Test::Not(Box::new(test))),
    ]
    .boxed()
}

fn provisions() -> impl Strategy<Value = Rule> {
    (0usize..3, 0usize..3).prop_flat_map(|(quantifier, topic)| {
        let covers = if topic == 1 {
            test(topic).prop_map(Demand::Has).boxed()
        } else {
            (1u8..8).prop_map(Demand::Covers).boxed()
        };
        let demand = prop_oneof![2 => test(topic).prop_map(Demand::Has), 1 => covers];
        (option::weighted(0.4, test(topic)), option::weighted(0.8, demand), test(topic)).prop_map(
            move |(filter, demand, other)| {
                // `every` says nothing without a demand, and the language refuses it.
                let demand = if quantifier == 1 { Some(demand.unwrap_or(Demand::Has(other))) } else { demand };
                Rule::Provisions { quantifier, topic, filter, demand }
            },
        )
    })
}

fn sentence() -> impl Strategy<Value = Rule> {
    let together = prop::sample::select(vec![0usize, 2]).prop_flat_map(|topic| {
        (option::weighted(0.3, test(topic)), 1u8..8).prop_map(move |(filter, acts)| Rule::Together {
            topic,
            filter,
            acts,
        })
    });
    let party = (any::<bool>(), prop::bool::weighted(0.3), option::weighted(0.3, any::<bool>()))
        .prop_map(|(pact, signatory, without)| Rule::Party { pact, signatory, without });
    let levels = prop::collection::btree_set(0usize..3, 0..3).prop_map(|set| set.into_iter().collect());
    let instruments = (any::<bool>(), 0usize..2, option::of(0usize..2), levels)
        .prop_map(|(policy, subject, kind, levels)| Rule::Instruments { policy, subject, kind, levels });
    prop_oneof![6 => provisions(), 3 => together, 3 => party, 1 => Just(Rule::Closed), 3 => instruments]
}

pub(crate) fn rule() -> impl Strategy<Value = Rule> {
    sentence().prop_recursive(2, 6, 3, |inner| {
        let several = || prop::collection::vec(inner.clone(), 2..4);
        prop_oneof![
            several().prop_map(Rule::And),
            several().prop_map(Rule::Or),
            inner.clone().prop_map(|rule| Rule::Not(Box::new(rule))),
            (1usize..3, several()).prop_map(|(count, parts)| Rule::AtLeast(count, parts)),
        ]
    })
}

fn set(bits: u8) -> String {
    if bits == 7 { "{all}".to_owned() } else { format!("{{{}}}", words(bits).join(", ")) }
}

impl Test {
    fn text(&self, topic: usize) -> String {
        let equals = |equal: bool| if equal { "=" } else { "!=" };
        let join = |parts: &[Self], word: &str| {
            let parts: Vec<_> = parts.iter().map(|part| part.text(topic)).collect();
            format!("({})", parts.join(word))
        };
        match self {
            Self::And(parts) => join(parts, " and "),
            Self::Or(parts) => join(parts, " or "),
            Self::Not(part) => format!("(not {})", part.text(topic)),
            Self::Below(op, age) => format!("below {op} {age}"),
            Self::Flag(equal, value) => {
                let name = if topic == 1 { "married" } else { "last" };
                format!("{name} {} {}", equals(*equal), if *value { "yes" } else { "no" })
            }
            Self::Means(equal, value) => {
                format!("means {} {}", equals(*equal), ["irrelevant", "required"][*value as usize])
            }
            Self::Includes(act) => format!("acts includes {}", super::record::ACTS[*act]),
            Self::Any(acts) => format!("acts includes any {}", set(*acts)),
            Self::All(acts) => format!("acts includes all {}", set(*acts)),
            Self::States(number) => format!("states {}", ATTRIBUTES[topic][*number]),
        }
    }

    /// The attribute that `states` asks about.
    pub(crate) fn attribute(topic: usize, number: usize) -> &'static str {
        ATTRIBUTES[topic][number]
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let join = |parts: &[Self], word: &str| {
            let parts: Vec<_> = parts.iter().map(|part| format!("({part})")).collect();
            parts.join(word)
        };
        let filter = |filter: &Option<Test>, topic: usize| {
            filter.as_ref().map_or_else(String::new, |test| format!(" where {}", test.text(topic)))
        };
        match self {
            Self::And(parts) => f.write_str(&join(parts, " and ")),
            Self::Or(parts) => f.write_str(&join(parts, " or ")),
            Self::Not(part) => write!(f, "not ({part})"),
            Self::AtLeast(count, parts) => write!(f, "at least {count} of ({})", join(parts, ", ")),
            Self::Provisions { quantifier, topic, filter: test, demand } => {
                let quantifier = ["some", "every", "no"][*quantifier];
                let demand = match demand {
                    None => String::new(),
                    Some(Demand::Has(test)) => format!(" has {}", test.text(*topic)),
                    Some(Demand::Covers(acts)) => format!(" covers acts {}", set(*acts)),
                };
                write!(f, "{quantifier} provision on {}{}{demand}", TOPICS[*topic], filter(test, *topic))
            }
            Self::Together { topic, filter: test, acts } => {
                write!(f, "provisions on {}{} together cover acts {}", TOPICS[*topic], filter(test, *topic), set(*acts))
            }
            Self::Party { pact, signatory, without } => {
                let name = if *pact { "pact" } else { "treaty" };
                let word = if *signatory { "signatory" } else { "party" };
                let without = match without {
                    None => "",
                    Some(true) => " without reservation to \"9\"",
                    Some(false) => " without reservation",
                };
                write!(f, "{word} to {name}{without}")
            }
            Self::Closed => f.write_str("party to closed"),
            Self::Instruments { policy, subject, kind, levels } => {
                let tier = if *policy { "policy" } else { "law" };
                let kind = kind.map_or_else(String::new, |kind| format!(" of kind {}", KINDS[kind]));
                let levels: Vec<_> = levels.iter().map(|level| LEVELS[*level]).collect();
                let at = if levels.is_empty() { String::new() } else { format!(" at {} level", levels.join(" or ")) };
                write!(f, "{tier}{kind} on {}{at}", SUBJECTS[*subject])
            }
        }
    }
}
