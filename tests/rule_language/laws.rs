//! What holds for every rule and every text.

use std::sync::Arc;

use lacuna::base::Text;
use lacuna::base::files::Files;
use lacuna::base::span::{Span, Spanned};
use lacuna::rule::ast::{
    Condition, ConditionKind, Demand, Expr, ExprKind, Op, Quantifier, Reservation, Sentence, TermList, Terms, Tier,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::{Sheet, read};

/// A place, for trees that were read from nowhere.
fn nowhere() -> Span {
    Span::new(Files::new().add("nowhere", ""), 0..0)
}

fn spanned<T>(value: T) -> Spanned<T> {
    Spanned::new(value, nowhere())
}

/// No word of the language begins with an x.
fn name() -> impl Strategy<Value = Spanned<Text>> {
    "x[a-z0-9]{0,4}(-[a-z0-9]{1,4}){0,2}".prop_map(|name| spanned(Arc::from(name)))
}

fn value() -> impl Strategy<Value = Spanned<Text>> {
    "yes|no|every|x[a-z]{1,3}|[0-9]{1,3}|[0-9]\\.[0-9]{1,2}|20[0-9]{2}-[01][0-9]-[0-3][0-9]"
        .prop_map(|value| spanned(Arc::from(value)))
}

fn names(range: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Spanned<Text>>> {
    vec(name(), range)
}

fn terms() -> impl Strategy<Value = TermList> {
    prop_oneof![Just(Terms::All), names(1..4).prop_map(Terms::Words)]
        .prop_map(|kind| TermList { kind, span: nowhere() })
}

fn condition() -> impl Strategy<Value = Condition> {
    let node = |kind| Condition { kind, span: nowhere() };
    let op = proptest::sample::select(Op::ALL);
    let single = prop_oneof![
        (name(), op, value()).prop_map(|(attribute, op, value)| ConditionKind::Compare { attribute, op, value }),
        (name(), name()).prop_map(|(attribute, term)| ConditionKind::Includes { attribute, term }),
        (name(), terms()).prop_map(|(attribute, terms)| ConditionKind::IncludesAny { attribute, terms }),
        (name(), terms()).prop_map(|(attribute, terms)| ConditionKind::IncludesAll { attribute, terms }),
        name().prop_map(|attribute| ConditionKind::States { attribute }),
    ];
    single.prop_map(node).prop_recursive(4, 12, 3, move |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(ConditionKind::And),
            vec(inner.clone(), 2..4).prop_map(ConditionKind::Or),
            inner.prop_map(|part| ConditionKind::Not(Box::new(part))),
        ]
        .prop_map(node)
    })
}

fn demand() -> impl Strategy<Value = Demand> {
    prop_oneof![
        condition().prop_map(Demand::Has),
        (name(), terms()).prop_map(|(attribute, terms)| Demand::Covers { attribute, terms }),
    ]
}

fn reservation() -> impl Strategy<Value = Option<Reservation>> {
    let article = "[^\"\\s\\p{C}]([^\"\\p{C}]{0,6}[^\"\\s\\p{C}])?".prop_map(|article| spanned(Arc::from(article)));
    option::of(option::of(article).prop_map(|article| Reservation { article }))
}

fn sentence() -> impl Strategy<Value = Sentence> {
    let quantifier = proptest::sample::select(Quantifier::ALL);
    let filter = || option::of(condition());
    prop_oneof![
        (quantifier, names(1..3), filter(), option::of(demand())).prop_map(|(quantifier, topics, filter, demand)| {
            // `every` without a demand says nothing and is not a rule.
            let quantifier = if demand.is_none() { Quantifier::Some } else { quantifier };
            Sentence::Provisions { quantifier, topics, filter, demand }
        }),
        (names(1..3), filter(), name(), terms()).prop_map(|(topics, filter, attribute, terms)| Sentence::Together {
            topics,
            filter,
            attribute,
            terms
        }),
        (name(), reservation())
            .prop_map(|(instrument, without_reservation)| Sentence::Party { instrument, without_reservation }),
        (name(), reservation())
            .prop_map(|(instrument, without_reservation)| Sentence::Signatory { instrument, without_reservation }),
        (proptest::sample::select(Tier::ALL), name(), option::of(name()), names(0..3))
            .prop_map(|(tier, subject, kind, levels)| Sentence::Instruments { tier, subject, kind, levels }),
    ]
}

fn expr() -> impl Strategy<Value = Expr> {
    let node = |kind| Expr { kind, span: nowhere() };
    sentence().prop_map(ExprKind::Sentence).prop_map(node).prop_recursive(4, 12, 3, move |inner| {
        prop_oneof![
            vec(inner.clone(), 2..4).prop_map(ExprKind::And),
            vec(inner.clone(), 2..4).prop_map(ExprKind::Or),
            inner.clone().prop_map(|part| ExprKind::Not(Box::new(part))),
            (1..4_u32, vec(inner, 1..4)).prop_map(|(count, of)| {
                let count = count.min(u32::try_from(of.len()).unwrap_or(1));
                ExprKind::AtLeast { count: spanned(count), of }
            }),
        ]
        .prop_map(node)
    })
}

/// Text made of the words and signs of the language in any order, and of some that are not in it.
fn jumble() -> impl Strategy<Value = String> {
    let words = "some every no provision provisions on where has covers together cover party signatory to without \
                 reservation law policy of kind at least level and or not states includes any all a b-c 18 2009-08-31 \
                 0.5 = != < <= > >= == ( ( ) ) { } , \" \"3(d)\" ≥ é \u{200b} Ab ` ; -";
    vec(proptest::sample::select(words.split_whitespace().collect::<Vec<_>>()), 0..24).prop_map(|words| words.join(" "))
}

/// Either a tree whose print is stable, or exactly one diagnostic that can be shown and points into the text.
fn reads_or_explains(text: &str) -> Result<(), TestCaseError> {
    let sheet = Sheet::new(text);
    match sheet.read() {
        Ok(rule) => {
            let printed = rule.to_string();
            prop_assert_eq!(&read(&printed), &rule);
            prop_assert_eq!(read(&printed).to_string(), printed);
        }
        Err(faults) => {
            prop_assert_eq!(faults.len(), 1);
            for fault in faults {
                let range = fault.primary.span.range();
                prop_assert!(text.get(range.clone()).is_some(), "{:?} lies outside", range);
                prop_assert!(text.trim().is_empty() || !sheet.words(fault.primary.span).trim().is_empty());
                let lines = [fault.headline, fault.primary.text].into_iter().chain(fault.help);
                for line in lines {
                    prop_assert!(!line.is_empty() && !line.contains(['\n', '\u{200b}']), "{}", line);
                    // The grammar's own names are joined by low lines; those of the text may be repeated.
                    prop_assert!(!line.contains('_') || text.contains('_'), "{}", line);
                    prop_assert!(!line.ends_with('.'), "{}", line);
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn printing_a_tree_and_reading_it_again_gives_the_same_tree(rule in expr()) {
        let printed = rule.to_string();
        prop_assert_eq!(read(&printed), rule, "{}", printed);
        prop_assert!(!printed.contains('\n') && !printed.contains("  "));
    }

    #[test]
    fn a_jumble_of_words_is_read_or_explained(text in jumble()) {
        reads_or_explains(&text)?;
    }

    #[test]
    fn a_rule_with_one_word_changed_is_read_or_explained(
        rule in expr(),
        at in any::<prop::sample::Index>(),
        other in jumble(),
    ) {
        let printed = rule.to_string();
        let mut words: Vec<_> = printed.split(' ').collect();
        let at = at.index(words.len());
        words.splice(at..=at, other.split(' ').next());
        reads_or_explains(&words.join(" "))?;
    }

    #[test]
    fn any_text_is_read_or_explained(text in "[^_]{0,60}") {
        reads_or_explains(&text)?;
    }
}
