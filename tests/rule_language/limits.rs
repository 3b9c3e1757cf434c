//! How deep and how long a rule may be, and what becomes of texts that try for more.

use lacuna::diag::Code;
use lacuna::rule::parse::{MOST_BYTES, MOST_DEPTH};

use super::{Sheet, read};

#[test]
fn a_rule_may_nest_as_deep_as_the_limit_and_no_deeper() {
    let group = |depth: usize| format!("{}party to a{}", "(".repeat(depth), ")".repeat(depth));
    let nots = |depth: usize| format!("{}party to a", "not ".repeat(depth));
    let either = |depth: usize| format!("{}party to a{}", "not (".repeat(depth / 2), ")".repeat(depth / 2));
    let inner = |depth: usize| {
        let (half, rest) = (depth / 2, depth - depth / 2);
        let (open, close) = ("(".repeat(half), ")".repeat(half));
        format!("{open}some provision on a has {}x = y{}{close}", "(".repeat(rest), ")".repeat(rest))
    };
    let mixed = |depth: usize| format!("some provision on a has ({}x = y)", "not ".repeat(depth - 1));
    let lists = |depth: usize| format!("{}party to a{}", "at least 1 of (".repeat(depth), ")".repeat(depth));
    for make in [&group as &dyn Fn(usize) -> String, &nots, &either, &inner, &mixed, &lists] {
        let rule = read(&make(MOST_DEPTH));
        assert_eq!(read(&rule.to_string()), rule);
        let fault = Sheet::new(&make(MOST_DEPTH + 2)).refused();
        assert_eq!(fault.code, Code::RuleDepth, "{}", make(MOST_DEPTH + 2));
        assert_eq!(fault.headline, "the rule nests more than 64 brackets and `not`s in each other");
    }
    for (rule, words, start) in [(group(MOST_DEPTH + 1), "(", 64), (nots(MOST_DEPTH + 1), "not", 256)] {
        let sheet = Sheet::new(&rule);
        let span = sheet.refused().primary.span;
        assert_eq!((sheet.words(span), span.start), (words, start));
    }
    // Brackets side by side, or inside quotation marks, are not inside each other.
    read(&vec!["(party to a)"; MOST_DEPTH * 2].join(" and "));
    read(&format!("party to a without reservation to \"{}\"", "(".repeat(MOST_DEPTH * 2)));
}

#[test]
fn nested_brackets_cost_no_more_than_their_length() {
    // A grammar that read an operand twice would need three to the power of sixty steps for each of these.
    let deep = |open: &str, close: &str| format!("{}party to a{}", open.repeat(60), close.repeat(60));
    for rule in [
        deep("(", ")"),
        deep("(", " and party to b)"),
        deep("(party to b or ", ")"),
        deep("at least 1 of (", ", law on b)"),
    ] {
        read(&rule);
        // The same without its last bracket, so that every way of reading it fails at the end.
        assert!(Sheet::new(rule.trim_end_matches(')')).read().is_err());
    }
}

#[test]
fn hostile_texts_are_refused_before_they_can_do_harm() {
    for text in
        ["(".repeat(100_000), "not ".repeat(100_000), "at least 1 of (".repeat(100_000), "x".repeat(MOST_BYTES + 1)]
    {
        let fault = Sheet::new(&text).refused();
        assert_eq!(fault.code, Code::RuleDepth);
        assert!(fault.headline.contains("bytes long"), "{}", fault.headline);
    }
    for text in [
        "(".repeat(MOST_BYTES),
        "not ".repeat(MOST_BYTES / 4),
        "some provision on a has (".to_owned() + &"(".repeat(16_000),
    ] {
        assert!(Sheet::new(&text).read().is_err());
    }
    // Brackets are counted before anything descends into them.
    assert_eq!(Sheet::new(&"(".repeat(MOST_BYTES)).refused().code, Code::RuleDepth);
    for text in ["\"".repeat(MOST_BYTES), "{".repeat(MOST_BYTES), "=".repeat(MOST_BYTES), "é".repeat(MOST_BYTES / 2)] {
        assert_eq!(Sheet::new(&text).refused().code, Code::RuleSyntax);
    }
    let long = vec!["party to a"; 1_000].join(" and ");
    assert!(long.len() <= MOST_BYTES);
    read(&long);
}

#[test]
fn brackets_and_nots_of_a_condition_count_together() {
    // A bracket, so many `not`s, and a bracket again.
    let rule = |nots: usize| format!("some provision on a has ({}(x = y))", "not ".repeat(nots));
    read(&rule(MOST_DEPTH - 2));
    assert_eq!(Sheet::new(&rule(MOST_DEPTH - 1)).refused().code, Code::RuleDepth);
    // The same of sentences.
    let rule = |nots: usize| format!("({}(party to a))", "not ".repeat(nots));
    read(&rule(MOST_DEPTH - 2));
    assert_eq!(Sheet::new(&rule(MOST_DEPTH - 1)).refused().code, Code::RuleDepth);
}
