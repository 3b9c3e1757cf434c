//! What is refused, in which words, and at which.

use lacuna::diag::Code;

use super::{Sheet, read};

/// A rule that is refused, with the headline, the words under the label, and the beginning of the help.
type Refused = (&'static str, &'static str, &'static str, &'static str);

const SENTENCES: &[Refused] = &[
    ("evry provision on a has b = c", "expected a sentence at the beginning", "evry", "did you mean `every`?"),
    ("Some provision on a", "expected a sentence at the beginning", "Some", "did you mean `some`?"),
    ("all provision on a has b = c", "expected a sentence at the beginning", "all", "did you mean `every`?"),
    (
        "child-definition has b = c",
        "expected a sentence at the beginning",
        "child-definition",
        "a sentence begins with",
    ),
    ("and party to a", "expected a sentence at the beginning", "and", "a sentence begins with"),
    ("some provison on a", "expected `provision` after `some`", "provison", "did you mean `provision`?"),
    ("some provisions on a", "expected `provision` after `some`", "provisions", "did you mean `provision`?"),
    ("some provision a", "expected `on` after `provision`", "a", "for example: `some provision"),
    ("some provision on", "expected a topic after `on`", "on", "for example: `some provision"),
    ("some provision on where b = c", "expected a topic after `on`", "where", "for example: `some provision"),
    (
        "some provision on Child_Definition",
        "expected a topic after `on`",
        "Child_Definition",
        "did you mean `child-definition`?",
    ),
    ("some provision on a or", "expected a topic or a sentence after `or`", "or", "for example: `some provision"),
    ("some provision on a hass b = c", "`hass` cannot stand after `a`", "hass", "did you mean `has`?"),
    ("some provision on a which b = c", "`which` cannot stand after `a`", "which", "did you mean `where`?"),
    (
        "some provision on a where b = c where d = e",
        "`where` cannot stand after `c`",
        "where",
        "here may stand: `or`, `and`, `has`",
    ),
    (
        "every provision on a",
        "`every` without a demand says nothing",
        "every",
        "go on with `has` or `covers` after `every provision on a`",
    ),
    ("law on s or every provision on a where b = c", "`every` without a demand says nothing", "every", "go on with"),
    (
        "provisions on a has b = c",
        "expected `or`, `where` or `together` after `a`",
        "has",
        "for example: `provisions on",
    ),
    (
        "provisions on a togther cover b {c}",
        "expected `or`, `where` or `together` after `a`",
        "togther",
        "did you mean `together`?",
    ),
    ("provisions on a together covers b {c}", "expected `cover` after `together`", "covers", "did you mean `cover`?"),
    ("party crc", "expected `to` after `party`", "crc", "for example: `party to palermo-protocol`"),
    ("signatory to", "expected an instrument after `to`", "to", "for example: `signatory to"),
    ("party to crc.", "expected an instrument after `to`", "crc.", "did you mean `crc`?"),
    (
        "party to crc with reservation",
        "`with` cannot stand after `crc`",
        "with",
        "here may stand: `or`, `and`, `without` or the end",
    ),
    (
        "party to crc without reservations",
        "expected `reservation` after `without`",
        "reservations",
        "did you mean `reservation`?",
    ),
    (
        "party to crc without reservation to 16",
        "expected an article in double quotes after `to`",
        "16",
        "for example: `party to crc without",
    ),
    (
        "party to crc without reservation to \"\"",
        "expected an article in double quotes after `to`",
        "\"\"",
        "for example: `party to crc without",
    ),
    (
        "party to crc without reservation to \"16",
        "a quotation mark is never closed",
        "\"",
        "an article stands between two",
    ),
    ("law about s", "expected `of` or `on` after `law`", "about", "for example: `law on child-labour`"),
    ("law on policy", "expected a subject after `on`", "policy", "for example: `law on child-labour`"),
    (
        "law on s at provincial",
        "expected `or` or `level` after `provincial`",
        "provincial",
        "for example: `law on child-labour at",
    ),
    ("law of kind k on s of kind l", "the kind is given twice", "of kind l", "for either of two kinds"),
];

const CONDITIONS: &[Refused] = &[
    ("b", "expected a sign that compares or `includes` after `b`", "b", "for example: `some provision"),
    ("b =", "expected a word, number or date after `=`", "=", "for example: `some provision"),
    ("b is c", "expected a sign that compares or `includes` after `b`", "is", "did you mean `=`?"),
    ("b == c", "expected a sign that compares or `includes` after `b`", "==", "did you mean `=`?"),
    ("b ≥ 18", "expected a sign that compares or `includes` after `b`", "≥", "did you mean `>=`?"),
    ("b contains c", "expected a sign that compares or `includes` after `b`", "contains", "did you mean `includes`?"),
    ("b = Paramount", "expected a word, number or date after `=`", "Paramount", "did you mean `paramount`?"),
    ("b = -5", "expected a word, number or date after `=`", "-5", "for example: `some provision"),
    ("b includes {c}", "expected a term, `any` or `all` after `includes`", "{", "for example: `some provision"),
    ("b includes any c", "expected `{` after `any`", "c", "for example: `some provision"),
    ("b = c and d = e", "expected a sentence after `and`", "d", "several conditions stand in brackets"),
    ("b = c or states d", "expected a sentence after `or`", "states", "several conditions stand in brackets"),
    // `law` is near enough to be suggested, but the comparison shows what was meant.
    ("b = c and low = d", "expected a sentence after `and`", "low", "several conditions stand in brackets"),
    ("not b = c", "expected a condition after `has`", "not", "a condition with `not` stands in brackets"),
    ("(b = c and)", "expected a condition after `and`", ")", "for example: `some provision"),
    ("(b = c, d = e)", "expected `or`, `and` or `)` after `c`", ",", "for example: `some provision"),
    ("(b = c", "a `(` is never closed", "(", ""),
    ("b = c)", "a `)` closes nothing", ")", "leave it out"),
    ("includes = c", "expected a condition after `has`", "includes", "for example: `some provision"),
];

const LISTS: &[Refused] = &[
    (
        "some provision on a covers {b}",
        "expected an attribute after `covers`",
        "{",
        "for example: `some provision on trafficking",
    ),
    ("some provision on a covers b c", "expected `{` after `b`", "c", "for example: `some provision on trafficking"),
    ("some provision on a covers b [c]", "expected `{` after `b`", "[", "did you mean `{`?"),
    (
        "some provision on a covers b {}",
        "expected a term or `all` after `{`",
        "}",
        "for example: `some provision on trafficking",
    ),
    (
        "some provision on a covers b {c d}",
        "expected `,` or `}` after `c`",
        "d",
        "for example: `some provision on trafficking",
    ),
    ("some provision on a covers b {c, all}", "expected a term after `,`", "all", "`{all}` stands for every word"),
    ("some provision on a covers b {all, c}", "expected `}` after `all`", ",", "`{all}` stands for every word"),
    ("some provision on a covers b {c, d", "a `{` is never closed", "{", ""),
    ("at most 2 of (party to a)", "expected `least` after `at`", "most", "for example: `at least 2 of"),
    ("at least two of (party to a)", "expected a number after `least`", "two", "for example: `at least 2 of"),
    ("at least 2 of party to a", "expected `(` after `of`", "party", "for example: `at least 2 of"),
    ("at least 0 of (party to a)", "`at least 0` cannot be asked of a list of 1", "0", ""),
    ("at least 3 of (party to a, party to b)", "`at least 3` cannot be asked of a list of 2", "3", ""),
    (
        "at least 99999999999 of (party to a)",
        "`at least 99999999999` cannot be asked of a list of 1",
        "99999999999",
        "",
    ),
    ("party to a and", "expected a sentence after `and`", "and", "for example: `party to"),
    ("party to a party to b", "`party` cannot stand after `a`", "party", "two sentences are joined by"),
    ("party to a && party to b", "`&&` cannot stand after `a`", "&&", "did you mean `and`?"),
    ("(party to a", "a `(` is never closed", "(", ""),
    ("party to a)", "a `)` closes nothing", ")", "leave it out"),
    ("not", "expected a sentence after `not`", "not", "a sentence begins with"),
    ("()", "expected a sentence after `(`", ")", "a sentence begins with"),
];

fn refuse(rule: &str, headline: &str, words: &str, help: &str) {
    let sheet = Sheet::new(rule);
    let fault = sheet.refused();
    assert_eq!(fault.code, Code::RuleSyntax, "{rule}");
    assert_eq!(fault.headline, headline, "{rule}");
    assert_eq!(sheet.words(fault.primary.span), words, "{rule}");
    let advice = fault.help.first().map_or("", String::as_str);
    assert!(advice.starts_with(help) && advice.is_empty() == help.is_empty(), "{rule}: {advice}");
}

#[test]
fn a_sentence_that_goes_wrong_is_refused_at_the_word() {
    for (rule, headline, words, help) in SENTENCES {
        refuse(rule, headline, words, help);
    }
}

#[test]
fn a_condition_that_goes_wrong_is_refused_at_the_word() {
    for (condition, headline, words, help) in CONDITIONS {
        refuse(&format!("some provision on a has {condition}"), headline, words, help);
    }
}

#[test]
fn a_list_that_goes_wrong_is_refused_at_the_word() {
    for (rule, headline, words, help) in LISTS {
        refuse(rule, headline, words, help);
    }
}

#[test]
fn a_word_of_the_language_is_no_name_where_it_could_be_read_two_ways() {
    let reserved = "and or not at of on to some every no provision provisions where has covers cover together party \
                    signatory without law policy";
    let attributes = "and or not states includes where has covers";
    for (before, words, after) in [
        ("some provision on", reserved, ""),
        ("some provision on a or", reserved, ""),
        ("party to", reserved, ""),
        ("law on", reserved, ""),
        ("law on a at", reserved, "level"),
        ("law on a at", "level", "level"),
        ("law of kind", "and or on at", "on a"),
        ("some provision on a has", attributes, "= b"),
        ("some provision on a covers", attributes, "{b}"),
        ("some provision on a covers b {c,", "any all", "}"),
        ("some provision on a has b =", "and or", ""),
    ] {
        for word in words.split_whitespace() {
            let rule = format!("{before} {word} {after}");
            let sheet = Sheet::new(&rule);
            let fault = sheet.refused();
            let place = fault.primary.span.range();
            // After `or` a word that opens a sentence is read as such, and the rule goes wrong behind it.
            assert!(place.start >= before.len(), "{rule}");
        }
        read(&format!("{before} x {after}"));
    }
}

#[test]
fn the_label_says_what_the_headline_does_not() {
    let label = |rule: &str| Sheet::new(rule).refused().primary.text.clone();
    assert_eq!(label("party to"), "the rule ends here");
    assert_eq!(label("law about s"), "not `about`");
    assert_eq!(label("law on where"), "a word of the rule language, which cannot be a subject here");
    assert_eq!(label("law on S"), "words and names are written in small letters, digits and single hyphens");
    assert_eq!(label("party to a b"), "not understood from here on");
    // A sign is not a name written amiss.
    assert_eq!(label("party to ="), "not `=`");
    assert_eq!(label("party to a-"), "words and names are written in small letters, digits and single hyphens");
}

#[test]
fn a_kind_given_twice_is_shown_in_both_places() {
    let sheet = Sheet::new("law of kind k on s of kind l");
    let fault = sheet.refused();
    assert_eq!(sheet.words(fault.others[0].span), "of kind k");
}

#[test]
fn what_cannot_be_seen_is_spelt_out_and_what_is_long_is_cut() {
    let headline = |rule: &str| Sheet::new(rule).refused().headline.clone();
    assert_eq!(headline("party to a \u{202e}b"), "`\\u{202e}b` cannot stand after `a`");
    assert_eq!(headline("party to a `"), "`\\u{60}` cannot stand after `a`");
    assert_eq!(headline("party to a \0"), "`\\u{0}` cannot stand after `a`");
    assert_eq!(
        headline(&format!("party to a {}", "é".repeat(99))),
        format!("`{}…` cannot stand after `a`", "é".repeat(40))
    );
}

#[test]
fn a_rule_of_blanks_is_empty() {
    for rule in ["", " ", "\n\t \u{a0}"] {
        let fault = Sheet::new(rule).refused();
        assert_eq!((fault.code, fault.headline.as_str()), (Code::RuleSyntax, "the rule is empty"));
    }
}
