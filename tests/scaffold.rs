//! `lacuna new`: what it writes checks clean for every country, and holds every topic and every open instrument.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::HashSet;

use lacuna::base::country::Country;
use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::{Files, embedded, read_framework, read_vocabulary, scaffold};

fn vocabulary() -> Vocabulary {
    let mut files = Files::new();
    let file = files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text);
    read_vocabulary(&files, file, &mut Diagnostics::new()).unwrap()
}

fn countries() -> Vec<Country> {
    let mut all = Country::all();
    all.extend(["XAA", "XZZ"].map(|code| Country::parse(code).unwrap()));
    all
}

fn faults(text: &str, vocabulary: &Vocabulary) -> Vec<String> {
    let (mut files, mut found) = (Files::new(), Diagnostics::new());
    let file = files.add("new.yaml", text);
    let read = read_framework(&files, file, vocabulary, &mut found);
    let faults: Vec<String> = found.iter().map(|fault| format!("{}: {}", fault.code, fault.headline)).collect();
    assert_eq!(read.is_some(), !found.has_errors());
    faults
}

#[test]
fn it_checks_clean_for_every_country_of_the_standard() {
    let vocabulary = vocabulary();
    let day = Day::parse("2009-08-31").unwrap();
    assert!(countries().len() > 240, "the standard has some 250 countries");
    for country in countries() {
        let text = scaffold::framework(country, &country.name(), day, &vocabulary);
        assert_eq!(faults(&text, &vocabulary), Vec::<String>::new(), "{country}");
        assert!(text.lines().all(|line| line.chars().count() <= 120), "{country}: a line is too long");
    }
}

#[test]
fn a_name_with_quotes_and_breaks_stays_one_text() {
    let vocabulary = vocabulary();
    let country = Country::parse("XAA").unwrap();
    for name in ["A \"b\" \\ c", "- d: #e", "ünï", "on"] {
        let text = scaffold::framework(country, name, Day::parse("2009-08-31").unwrap(), &vocabulary);
        let (mut files, mut found) = (Files::new(), Diagnostics::new());
        let file = files.add("new.yaml", text.as_str());
        let framework = read_framework(&files, file, &vocabulary, &mut found).unwrap();
        assert_eq!(&*framework.get().name, name);
    }
}

/// The part of a new framework that is the same for every country.
fn common(text: &str) -> &str {
    text.split_once("\n# Laws,").unwrap().1
}

#[test]
fn it_holds_every_topic_with_its_question_and_every_subject() {
    let vocabulary = vocabulary();
    let day = Day::parse("2009-08-31").unwrap();
    let new = |country: Country| scaffold::framework(country, &country.name(), day, &vocabulary);
    let text = new(Country::parse("VNM").unwrap());
    for country in countries() {
        assert_eq!(common(&new(country)), common(&text), "{country}");
    }
    let lines: HashSet<&str> = text.lines().collect();
    // A question may be broken over several lines.
    let flat = text.lines().map(|line| line.trim_start_matches(['#', ' '])).collect::<Vec<_>>().join(" ");
    for (_, topic) in vocabulary.topics() {
        assert!(lines.contains(&*format!("#          {}:", topic.id)), "{}", topic.id);
        let asks = topic.asks.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&asks), "the question of {}", topic.id);
        for attribute in &topic.attributes {
            assert!(text.contains(&format!("\n#            {}: ", attribute.id)), "{}", attribute.id);
        }
    }
    for (_, subject) in vocabulary.subjects() {
        assert!(text.contains(&format!("#   {}: ", subject.id)), "{}", subject.id);
    }
}

#[test]
fn it_holds_the_instruments_that_are_open_to_the_country_and_no_other() {
    let vocabulary = vocabulary();
    let day = Day::parse("2009-08-31").unwrap();
    let mut left_out = 0;
    for country in countries() {
        let text = scaffold::framework(country, &country.name(), day, &vocabulary);
        let names = text.lines().filter_map(|line| line.strip_prefix("#  ")?.split_once(": {"));
        let names: HashSet<&str> = names.map(|(name, _)| name).collect();
        for (_, instrument) in vocabulary.instruments() {
            let held = names.contains(&*instrument.id);
            assert_eq!(held, instrument.is_open_to(country), "{country}: {}", instrument.id);
            left_out += usize::from(!held);
        }
    }
    assert!(left_out > 0, "some instruments are closed to some countries");
}

#[test]
fn its_commitments_check_clean_once_the_marks_of_a_comment_are_taken_away() {
    let vocabulary = vocabulary();
    let day = Day::parse("2009-08-31").unwrap();
    for country in countries() {
        let text = scaffold::framework(country, &country.name(), day, &vocabulary);
        let (before, after) = text.split_once("\n# Laws,").unwrap();
        let bare: Vec<String> = before
            .lines()
            .map(|line| {
                if line.starts_with("#  ") && line.contains(':') { format!(" {}", &line[1..]) } else { line.to_owned() }
            })
            .collect();
        let whole = format!("{}\n# Laws,{after}", bare.join("\n"));
        // The dates are examples; that each instrument can be joined by this country is what is tried.
        assert_eq!(faults(&whole, &vocabulary), Vec::<String>::new(), "{country}");
    }
}
