//! Every form of sentence and condition, precedence, and places.

use lacuna::base::span::Spanned;
use lacuna::rule::ast::{
    Condition, ConditionKind, Demand, Expr, ExprKind, Op, Quantifier, Reservation, Sentence, Terms, Tier,
};

use super::{Sheet, read};

/// The sentence that a rule consists of.
fn sentence(text: &str) -> Sentence {
    match read(text).kind {
        ExprKind::Sentence(sentence) => sentence,
        other => unreachable!("`{text}` is no single sentence: {other:?}"),
    }
}

/// What a sentence on `t` demands, or what its `where` says.
fn condition(text: &str) -> Condition {
    match sentence(&format!("some provision on t has {text}")) {
        Sentence::Provisions { demand: Some(Demand::Has(condition)), filter: None, .. } => condition,
        other => unreachable!("`{text}` is no condition: {other:?}"),
    }
}

fn names<T: AsRef<str>>(names: &[Spanned<T>]) -> Vec<&str> {
    names.iter().map(|name| name.value.as_ref()).collect()
}

#[test]
fn each_rule_in_canonical_form_is_printed_as_it_was_written() {
    for rule in [
        "some provision on best-interests",
        "some provision on best-interests has weight = paramount",
        "every provision on child-definition has age-below >= 18",
        "every provision on trafficking-definition where states child-means has child-means = irrelevant",
        "no provision on child-detention where reason includes immigration",
        "no provision on child-detention where reason includes immigration has last-resort = no",
        "some provision on child-detention has (last-resort = yes and shortest-time = yes)",
        "some provision on a or b-2 where (x != 1 or not y < 0.5) covers acts {recruitment, receipt}",
        "some provision on a covers acts {all}",
        "provisions on exploitation-offence together cover forms {slavery, servitude}",
        "provisions on a or b where c <= 2009-08-31 together cover forms {all}",
        "party to palermo-protocol",
        "party to palermo-protocol without reservation",
        "party to crc without reservation to \"3(d), second part\"",
        "signatory to crc",
        "signatory to crc without reservation to \"16\"",
        "law on child-labour",
        "policy on child-labour",
        "policy of kind plan on trafficking-in-persons",
        "law of kind policy on child-labour at provincial or district level",
        "at least 2 of (party to c29, party to c105, party to c182)",
        "at least 1 of (law on a or policy on a)",
        "not party to crc",
        "not not (party to a or party to b) and party to c or not (party to d and party to e)",
        "(party to a or party to b) or party to c",
        "some provision on a has (not x = y)",
        "some provision on a has (x includes any {b, c} and (y includes all {all} or states z) and v > 3 and w >= 4)",
    ] {
        assert_eq!(read(rule).to_string(), rule);
        assert_eq!(lacuna::rule::print::print(&read(rule)), rule);
    }
}

#[test]
fn other_ways_of_writing_come_to_the_same() {
    for (written, canonical) in [
        ("  party\tto\n\n  crc\r\n", "party to crc"),
        ("party\u{a0}to\u{2003}crc", "party to crc"),
        ("((party to crc))", "party to crc"),
        ("not(party to crc)", "not party to crc"),
        ("(party to a and (party to b)) or party to c", "party to a and party to b or party to c"),
        ("some provision on a has x>=18", "some provision on a has x >= 18"),
        ("some provision on a has ((x = y))", "some provision on a has x = y"),
        ("some provision on a where(x = y)covers z{b,c}", "some provision on a where x = y covers z {b, c}"),
        ("some provision on a has ((x = y and b = c) or d = e)", "some provision on a has (x = y and b = c or d = e)"),
        ("policy on s of kind plan at local level", "policy of kind plan on s at local level"),
        ("at least 02 of(party to a,party to b)", "at least 2 of (party to a, party to b)"),
    ] {
        assert_eq!(read(written).to_string(), canonical);
        assert_eq!(read(written), read(canonical), "{written}");
    }
}

#[test]
fn and_binds_tighter_than_or_and_not_tightest() {
    for (bare, bracketed) in [
        ("party to a and party to b or party to c", "(party to a and party to b) or party to c"),
        ("party to a or party to b and party to c", "party to a or (party to b and party to c)"),
        ("not party to a and party to b", "(not party to a) and party to b"),
        ("some provision on a or b and law on c", "(some provision on a or b) and law on c"),
        ("some provision on a or some provision on b", "(some provision on a) or (some provision on b)"),
        (
            "some provision on a has (x = 1 and y = 2 or not z = 3)",
            "some provision on a has ((x = 1 and y = 2) or (not z = 3))",
        ),
    ] {
        assert_eq!(read(bare), read(bracketed), "{bare}");
    }
    assert_ne!(read("party to a and (party to b or party to c)"), read("party to a and party to b or party to c"));
    assert_ne!(read("(party to a or party to b) or party to c"), read("party to a or party to b or party to c"));
}

#[test]
fn a_chain_is_one_node() {
    let chain = read("party to a and party to b and party to c and party to d");
    assert!(matches!(chain.kind, ExprKind::And(parts) if parts.len() == 4));
    let chain = condition("(a = 1 or b = 2 or c = 3)");
    assert!(matches!(chain.kind, ConditionKind::Or(parts) if parts.len() == 3));
}

#[test]
fn an_and_after_a_bare_condition_joins_sentences() {
    let rule = read("some provision on a where x = 1 has y = 2 and law on b");
    assert!(matches!(rule.kind, ExprKind::And(parts) if parts.len() == 2));
}

#[test]
fn the_parts_of_each_sentence_are_where_they_belong() {
    let Sentence::Provisions { quantifier, topics, filter, demand } =
        sentence("no provision on a or b where states x covers y {c, d}")
    else {
        unreachable!("a sentence about provisions");
    };
    assert_eq!((quantifier, names(&topics)), (Quantifier::No, vec!["a", "b"]));
    assert!(
        matches!(filter, Some(Condition { kind: ConditionKind::States { attribute }, .. }) if &*attribute.value == "x")
    );
    let Some(Demand::Covers { attribute, terms }) = demand else { unreachable!("a demand to cover") };
    assert_eq!(&*attribute.value, "y");
    assert!(matches!(terms.kind, Terms::Words(words) if names(&words) == ["c", "d"]));

    let Sentence::Instruments { tier, subject, kind, levels } = sentence("policy on s of kind plan at l or m level")
    else {
        unreachable!("a sentence about policies");
    };
    assert_eq!((tier, &*subject.value, names(&levels)), (Tier::Policy, "s", vec!["l", "m"]));
    assert_eq!(kind.map(|kind| kind.value.to_string()).as_deref(), Some("plan"));

    let Sentence::Signatory { instrument, without_reservation: Some(Reservation { article: Some(article) }) } =
        sentence("signatory to crc without reservation to \"3(d)\"")
    else {
        unreachable!("a sentence about a signature");
    };
    assert_eq!((&*instrument.value, &*article.value), ("crc", "3(d)"));
    assert!(matches!(
        sentence("party to crc without reservation"),
        Sentence::Party { without_reservation: Some(Reservation { article: None }), .. }
    ));
}

#[test]
fn each_comparison_is_told_apart() {
    for op in Op::ALL {
        let ConditionKind::Compare { attribute, op: read, value } = condition(&format!("x {} no", op.word())).kind
        else {
            unreachable!("a comparison");
        };
        assert_eq!((&*attribute.value, read, &*value.value), ("x", *op, "no"));
    }
    assert!(matches!(condition("x includes y").kind, ConditionKind::Includes { .. }));
    assert!(matches!(condition("x includes any {y}").kind, ConditionKind::IncludesAny { .. }));
    let ConditionKind::IncludesAll { terms, .. } = condition("x includes all {all}").kind else {
        unreachable!("a list of terms");
    };
    assert_eq!(terms.kind, Terms::All);
}

#[test]
fn words_of_the_language_are_names_where_nothing_else_can_be_meant() {
    for rule in [
        "some provision on a has level = every",
        "some provision on a has kind includes policy",
        "some provision on a covers law {party, no, at}",
        "policy of kind policy on kind",
        "law on level",
        "some provision on provision-of-services or some-thing",
    ] {
        assert_eq!(read(rule).to_string(), rule);
    }
}

#[test]
fn each_node_knows_its_words() {
    let sheet = Sheet::new(
        "  not ( some provision  on a where (not b = c or states d) covers e { f , g } ) \n and  \
         at least 1 of ( party to h without reservation to \"3(d)\" ) ",
    );
    let rule = sheet.read().unwrap();
    let words = |expr: &Expr| sheet.words(expr.span).to_owned();
    assert_eq!(words(&rule), sheet.text.trim());
    let ExprKind::And(parts) = &rule.kind else { unreachable!("two parts") };
    assert_eq!(words(&parts[0]), "not ( some provision  on a where (not b = c or states d) covers e { f , g } )");
    let ExprKind::Not(inner) = &parts[0].kind else { unreachable!("a `not`") };
    // Brackets only group: they are nobody's words.
    assert_eq!(words(inner), "some provision  on a where (not b = c or states d) covers e { f , g }");
    let ExprKind::Sentence(Sentence::Provisions { topics, filter: Some(filter), demand: Some(demand), .. }) =
        &inner.kind
    else {
        unreachable!("a sentence about provisions");
    };
    assert_eq!(sheet.words(topics[0].span), "a");
    assert_eq!(sheet.words(filter.span), "not b = c or states d");
    let ConditionKind::Or(either) = &filter.kind else { unreachable!("an `or`") };
    assert_eq!(sheet.words(either[0].span), "not b = c");
    assert_eq!(sheet.words(either[1].span), "states d");
    let Demand::Covers { attribute, terms } = demand else { unreachable!("a demand to cover") };
    assert_eq!(sheet.words(attribute.span), "e");
    assert_eq!(sheet.words(terms.span), "{ f , g }");
    let Terms::Words(list) = &terms.kind else { unreachable!("words") };
    assert_eq!(sheet.words(list[1].span), "g");
    let ExprKind::AtLeast { count, of } = &parts[1].kind else { unreachable!("a number of parts") };
    assert_eq!(sheet.words(count.span), "1");
    assert_eq!(words(&of[0]), "party to h without reservation to \"3(d)\"");
    let ExprKind::Sentence(Sentence::Party { instrument, without_reservation }) = &of[0].kind else {
        unreachable!("a sentence about a commitment");
    };
    assert_eq!(sheet.words(instrument.span), "h");
    let article = without_reservation.as_ref().unwrap().article.as_ref().unwrap();
    assert_eq!(sheet.words(article.span), "3(d)");
}

#[test]
fn a_place_is_where_the_caller_says_it_is() {
    use lacuna::base::files::Files;
    use lacuna::base::span::Span;
    use lacuna::diag::Diagnostics;
    use lacuna::rule::parse::parse;

    let mut files = Files::new();
    let file = files.add("a.yaml", "rule: party to crc");
    let place = |range: std::ops::Range<usize>| Span::new(file, range.start + 6..range.end + 6);
    let rule = parse("party to crc", place, &mut Diagnostics::new()).unwrap();
    assert_eq!(files.text(rule.span), "party to crc");
}
