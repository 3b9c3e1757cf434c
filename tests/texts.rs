//! Laws' own texts: what a pinpoint leads to, where a quotation stands, and what is said when it does not.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use lacuna::Files;
use lacuna::diag::{Code, Diagnostics};
use lacuna::text::{Effort, LawText, Lost, Misquote, UnitKind, read};
use proptest::prelude::*;

const ACT: &str = include_str!("texts/act.md");

fn law(text: &str) -> (Files, LawText) {
    let mut files = Files::new();
    let file = files.add("act.md", text);
    let law = read(&files, file, &mut Diagnostics::new()).unwrap();
    (files, law)
}

/// What a pinpoint leads to: the beginning of the words in the file.
fn led(text: &str, at: &str) -> String {
    let (files, law) = law(text);
    match law.find(at) {
        Ok(place) => files.text(place.span).chars().take(40).collect(),
        Err(Lost::Unclear) => "unclear".to_owned(),
        Err(Lost::Backwards) => "backwards".to_owned(),
        Err(Lost::Missing { step, under, near }) => {
            let under = under.map_or_else(String::new, |(under, _)| format!(" under {under}"));
            format!("no {step}{under}; near: {}", near.join(", "))
        }
        Err(Lost::Ambiguous { count, among }) => {
            let among: Vec<String> = among.into_iter().map(|(name, _)| name).collect();
            format!("{count} places: {}", among.join("; "))
        }
    }
}

#[test]
fn pinpoints_lead_to_their_places() {
    for (at, place) in [
        ("art. 1", "## Article 1. Aim"),
        ("Article 1", "## Article 1. Aim"),
        ("ART.1", "## Article 1. Aim"),
        ("article\u{a0}1", "## Article 1. Aim"),
        ("Part I, art. 1", "## Article 1. Aim"),
        ("Part I", "# Part I. General"),
        ("part 1", "# Part I. General"),
        ("art. 2 \"child\"", "\"Child\" means anyone under eighteen year"),
        ("art. 2 “exploitation”", "\"exploitation\" includes—"),
        ("art. 2 \"exploitation\"(b)", "(b)"),
        ("art. 2(a)", "(a)"),
        ("definitions", "## Article 2. Definitions"),
        ("art. 3(1)", "(1)"),
        ("art. 3(1)(a)", "(a)"),
        ("art. 3(1)(a)(ii)", "(ii)"),
        ("art. 3(2)", "(2)"),
        ("art. 3, para. 2", "(2)"),
        ("art. 3-A", "## Article 3-A. Attempt"),
        ("art. 3A", "## Article 3-A. Attempt"),
        ("art. 4 para. 2", "A court hears the child before"),
        ("art. 5(h)", "(h)"),
        ("art. 5(i)", "(i)"),
        ("art. 5(j)", "(j)"),
        ("art. 6(2)", "2."),
        ("art. 6(2)(b)", "(b)"),
        ("s. 7", "## 7. A bare number"),
        ("7", "## 7. A bare number"),
        ("Schedule", "# Schedule"),
        ("Schedule, para. 2", "2."),
        ("whole", "# Part I. General"),
        ("arts. 1-3", "## Article 1. Aim"),
        ("arts. 1, 3(2)", "## Article 1. Aim"),
        ("art. 5(h)-(j)", "(h)"),
        ("art. 9", "no article 9; near: Article 1"),
        ("s. 3", "no section 3; near: Article 3"),
        ("art. 3(1)(d)", "no (d) under Article 3(1); near: Article 3(1)(a), Article 3(1)(b)"),
        ("art. 4(1)", "no (1) under Article 4; near: "),
        ("sheduel", "no sheduel; near: Schedule"),
        ("arts. 5-3", "backwards"),
        ("…", "unclear"),
    ] {
        assert_eq!(led(ACT, at), place, "{at}");
    }
}

#[test]
fn two_articles_of_one_number_are_told_apart_by_the_headings_above() {
    let text = "# Part I\n\n## Article 1\n\nA.\n\n# Part II\n\n## Article 1\n\nB.\n\n# Annex\n\n### Article 2\n\nC.\n\n## Article 2\n\nD.\n";
    assert_eq!(led(text, "art. 1"), "2 places: Part I, Article 1; Part II, Article 1");
    assert_eq!(led(text, "Part II, art. 1"), "## Article 1");
    // One that stands higher goes before one within an annex.
    assert_eq!(led(text, "art. 2"), "2 places: Annex, Article 2; Annex, Article 2");
}

#[test]
fn every_unit_is_found_under_the_name_it_is_cited_by() {
    let (_, law) = law(ACT);
    for (id, unit) in law.units().skip(1).filter(|(_, unit)| !matches!(unit.kind, UnitKind::Plain(_))) {
        let cite = law.cite_fully(id);
        let place = law.find(&cite).unwrap_or_else(|lost| panic!("{cite}: {lost:?}"));
        assert_eq!(place.span, unit.span, "{cite}");
    }
}

/// What comes of a quotation.
fn quoted(text: &str, at: &str, quote: &str) -> String {
    let (files, law) = law(text);
    match law.quoted(&law.find(at).unwrap(), quote, &mut Effort::default()) {
        Ok(quoted) => {
            let words: Vec<&str> = quoted.skipped.iter().map(|(_, span)| files.text(*span)).collect();
            format!("stands{}", words.iter().map(|word| format!(", skips {word}")).collect::<String>())
        }
        Err(Misquote::Empty) => "empty".to_owned(),
        Err(Misquote::Order) => "order".to_owned(),
        Err(Misquote::Elsewhere(cite, span)) => format!("in {cite} at {}", files.text(span)),
        Err(Misquote::Nowhere(None)) => "nowhere".to_owned(),
        Err(Misquote::Nowhere(Some(passage))) => {
            format!("{} at {}", passage.redline.unwrap(), files.text(passage.span))
        }
    }
}

#[test]
fn quotations_stand_in_their_places_or_not() {
    for (at, quote, found) in [
        ("art. 2", "\"Child\" means anyone under eighteen years", "stands"),
        ("art. 2", "“Child” means anyone\n   under eighteen years", "stands"),
        ("art. 2", "‘Child’ means anyone under eighteen years", "stands"),
        ("art. 2", "Child means anyone", "Child{+\"+} means anyone at Child\" means anyone"),
        (
            "art. 2",
            "means anyone under eight",
            "means anyone under [-eight-] {+eighteen+} at means anyone under eighteen",
        ),
        ("art. 3(1)", "a means such as force or fraud", "stands"),
        ("art. 3(1)", "a means such as [...] fraud", "stands"),
        ("art. 3(1)", "[...] such as [...]", "stands"),
        ("art. 3(1)", "Whoever [...] recruits [...] is punished with imprisonment", "stands"),
        ("art. 3(2)", "The consent of a child is [...] relevant", "stands, skips not"),
        ("art. 3(2)", "A parent is free to agree […] a court approves", "stands, skips unless"),
        ("art. 3-A", "An attempt is punished [...] this Part", "stands, skips subject to"),
        ("art. 3(1)", "(a) [...] recruits", "stands"),
        ("art. 3(1)(a)", "transports", "in Article 3(1)(b) at transports"),
        ("art. 3(1)", "recruits [...] Whoever", "order"),
        ("art. 3(1)", "the moon is made of cheese", "nowhere"),
        ("art. 3(1)", " [...] ", "empty"),
        ("art. 4", "best interests of the child come first", "stands"),
        (
            "art. 4",
            "The best interests of a child come first",
            "The best interests of [-a-] {+the+} child come first at The **best interests** of the child come first",
        ),
        ("arts. 1, 4", "A court hears the child", "stands"),
        ("whole", "non–punishment", "stands"),
    ] {
        assert_eq!(quoted(ACT, at, quote), found, "{at}: {quote}");
    }
}

/// A law of one article, in words that a writer of laws might use.
fn words() -> impl Strategy<Value = Vec<String>> {
    let word = prop_oneof![
        "[a-z]{1,9}",
        Just("không".to_owned()),
        Just("non-punishment".to_owned()),
        Just("child’s".to_owned()),
        Just("18".to_owned()),
        Just("น้ำ".to_owned()),
        Just("“child”,".to_owned()),
    ];
    proptest::collection::vec(word, 4..60)
}

proptest! {
    #[test]
    fn a_passage_of_the_text_always_stands(words in words(), from in 0..50_usize, length in 1..30_usize) {
        let text = format!("# Article 1\n\n{}\n", words.join(" "));
        let (_, law) = law(&text);
        let place = law.find("art. 1").unwrap();
        let from = from % words.len();
        let passage: Vec<&str> = words.iter().skip(from).take(length).map(String::as_str).collect();
        prop_assert!(law.quoted(&place, &passage.join(" "), &mut Effort::default()).is_ok());
        prop_assert!(law.quoted(&place, &passage.join("\n\t "), &mut Effort::default()).is_ok());
        let folded = passage.join(" ").replace(['“', '”'], "\"").replace('’', "'").replace('-', "–");
        prop_assert!(law.quoted(&place, &folded, &mut Effort::default()).is_ok());
    }

    #[test]
    fn a_passage_still_stands_when_words_are_skipped(
        words in words(), from in 0..50_usize, length in 2..30_usize, skips in proptest::collection::vec(any::<bool>(), 30),
    ) {
        let text = format!("# Article 1\n\n{}\n", words.join(" "));
        let (_, law) = law(&text);
        let place = law.find("art. 1").unwrap();
        let mut quote = String::new();
        for (word, skip) in words.iter().skip(from % words.len()).take(length).zip(&skips) {
            quote.push_str(if *skip { " [...] " } else { " " });
            quote.push_str(word);
        }
        prop_assert!(law.quoted(&place, &quote, &mut Effort::default()).is_ok(), "{}", quote);
        // Leaving out what stands between two skips changes nothing.
        let fewer: Vec<&str> = quote.split("[...]").enumerate().filter(|(at, _)| at % 2 == 0).map(|(_, part)| part).collect();
        if fewer.iter().any(|part| !part.trim().is_empty()) {
            prop_assert!(law.quoted(&place, &fewer.join("[...]"), &mut Effort::default()).is_ok());
        }
    }

    #[test]
    fn a_changed_word_never_stands(words in words(), at in 0..60_usize) {
        let text = format!("# Article 1\n\n{}\n", words.join(" "));
        let (files, law) = law(&text);
        let place = law.find("art. 1").unwrap();
        let mut changed = words.clone();
        let at = at % words.len();
        changed[at] = "zzzzzzzzzz".to_owned();
        let misquote = law.quoted(&place, &changed.join(" "), &mut Effort::default()).unwrap_err();
        if let Misquote::Nowhere(Some(passage)) = misquote {
            prop_assert!(passage.redline.as_ref().unwrap().contains("zzzzzzzzzz"), "{:?}", passage.redline);
            prop_assert!(!files.text(passage.span).is_empty());
        }
    }

    #[test]
    fn no_markdown_breaks_the_reader(text in "[-#>*`~|()\\[\\]a-c1-3.:\\\\&;\"\r\n\t —éก็😀]{0,200}") {
        let (files, law) = law(&text);
        for (id, unit) in law.units() {
            prop_assert!(files.get(law.file).unwrap().text.get(unit.span.range()).is_some(), "{:?}", unit);
            prop_assert!(files.get(law.file).unwrap().text.get(law.body_span(id).range()).is_some());
            law.cite_fully(id);
        }
        for at in ["art. 1", "1(a)", "whole", "para. 1", "\"a\""] {
            if let Ok(place) = law.find(at) {
                let _ = law.quoted(&place, "a b [...] c", &mut Effort::default());
            }
        }
    }

    #[test]
    fn no_pinpoint_breaks_the_finder(at in "\\PC{0,40}", odd in "[a-z0-9 ().,;\"“–§/-]{0,30}") {
        let (_, law) = law(ACT);
        let _ = law.find(&at);
        let _ = law.find(&odd);
    }
}

#[test]
fn a_place_points_at_the_very_words() {
    let text = "# Article 1\r\n\r\nA &amp; *b* \\# `c` [d](e \"f\")\r\n\r\n1. één\r\n   - twee **dr**ie\r\n\r\n> (a) vier\r\n\r\n| x | y |\r\n| - | - |\r\n| zes | zeven |\r\n";
    for text in [text.to_owned(), format!("\u{feff}{text}"), text.replace("\r\n", "\n"), text.replace("\r\n", "\r")] {
        for word in ["A", "b", "c", "d", "één", "twee", "vier", "zes", "zeven", "x"] {
            let (files, law) = law(&text);
            let place = law.find("whole").unwrap();
            let misquote = law.quoted(&place, &format!("{word} qqq"), &mut Effort::default()).unwrap_err();
            let Misquote::Nowhere(Some(passage)) = misquote else { panic!("{word}: {misquote:?}") };
            assert!(files.text(passage.span).starts_with(word), "{word}: {:?} in {text:?}", passage.text);
        }
        assert!(quoted(&text, "whole", "A & b # c d").starts_with("stands"), "{text:?}");
        assert!(quoted(&text, "whole", "twee drie").starts_with("stands"), "{text:?}");
    }
}

#[test]
fn a_text_over_the_limit_is_refused() {
    let mut files = Files::new();
    let file = files.add("act.md", "a".repeat(lacuna::text::MOST_BYTES + 1));
    let mut diagnostics = Diagnostics::new();
    assert!(read(&files, file, &mut diagnostics).is_none());
    assert_eq!(diagnostics.iter().map(|it| it.code).collect::<Vec<_>>(), [Code::FileTooLarge]);
}

#[test]
fn hostile_texts_are_read_in_bounded_time() {
    let headings: String = (0..100_000).map(|number| format!("## Article {number}\n")).collect();
    let (_, many) = law(&headings);
    assert_eq!(many.units().count(), 100_001);
    assert!(many.find("art. 99999").is_ok());
    let (_, same) = law(&"## Article 1\n".repeat(100_000));
    assert!(matches!(same.find("art. 1"), Err(Lost::Ambiguous { count: 100_000, .. })));
    for deep in [
        "> ".repeat(50_000) + "a",
        "- ".repeat(5_000) + "a",
        (0..400).map(|level| format!("{}- a\n", "  ".repeat(level))).collect(),
        "(a) ".repeat(50_000),
        "(1)(a)(i)".repeat(20_000),
        "[".repeat(50_000),
        "*a **b ".repeat(20_000),
        "```says\na: b\n".to_owned() + &"x\n".repeat(50_000),
        "```says\n```\n".repeat(20_000),
        "&amp;".repeat(50_000),
        "\\*".repeat(50_000),
        "|a".repeat(20_000) + "\n" + &"|-".repeat(20_000),
        "<!-- ".repeat(20_000),
        "# ".to_owned() + &"word ".repeat(50_000),
        "\r".repeat(50_000),
        "\0\u{2028}\u{85}\u{b}\u{c}".repeat(10_000),
    ] {
        let (_, law) = law(&deep);
        for at in ["art. 1", "(a)", "(1)(a)(i)", "\"a\"", "para. 7", "word"] {
            let _ = law.find(at);
        }
    }
}

#[test]
fn many_skips_and_long_quotations_are_compared_in_one_pass() {
    let text = format!("# Article 1\n\n{}\n", "a b ".repeat(100_000));
    let (_, law) = law(&text);
    let place = law.find("art. 1").unwrap();
    assert!(law.quoted(&place, &"a [...] b [...] ".repeat(50_000), &mut Effort::default()).is_ok());
    assert!(law.quoted(&place, &format!("{}c", "a [...] b [...] ".repeat(50_000)), &mut Effort::default()).is_err());
    assert!(law.quoted(&place, &"a b ".repeat(100_000), &mut Effort::default()).is_ok());
    assert!(law.quoted(&place, &format!("{}c", "a b ".repeat(90_000)), &mut Effort::default()).is_err());
    assert!(law.quoted(&place, &"b a a ".repeat(30_000), &mut Effort::default()).is_err());
}

#[test]
fn the_nearest_passages_of_one_record_take_bounded_effort() {
    // Each quotation has the words of the article, all of them in another order.
    let words: Vec<String> = (0..3_000_u32).map(|number| format!("w{}", number * 7_919 % 3_000)).collect();
    let text = format!("# Article 1\n\n{}\n", words.join(" "));
    let (_, law) = law(&text);
    let place = law.find("art. 1").unwrap();
    let backwards: Vec<&str> = words.iter().rev().map(String::as_str).collect();
    let quote = backwards.join(" ");
    let mut effort = Effort::default();
    let shown: Vec<bool> = (0..40)
        .map(|_| match law.quoted(&place, &quote, &mut effort) {
            Err(Misquote::Nowhere(Some(passage))) => passage.redline.is_some(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert!(shown.first() == Some(&true) && shown.last() == Some(&false), "{shown:?}");
    // What takes little is compared all the same.
    let little = law.quoted(&place, "w0 w7919", &mut effort).unwrap_err();
    assert!(matches!(little, Misquote::Nowhere(Some(passage)) if passage.redline.is_some()));
}
