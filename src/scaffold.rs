//! A framework to fill in: it checks clean as it is, and holds every commitment and every topic as a comment.

use std::fmt::Write as _;

use crate::base::country::Country;
use crate::base::day::Day;
use crate::model::vocabulary::{Attribute, AttributeType, Terms, Topic, Vocabulary};

/// The text of a new framework for a country, as at a day.
pub fn framework(country: Country, name: &str, day: Day, vocabulary: &Vocabulary) -> String {
    let mut out = head(country, name, day);
    // Writing to a String cannot fail.
    let _ = commitments(&mut out, country, vocabulary);
    out.push_str(LAWS);
    let _ = subjects(&mut out, vocabulary);
    let _ = topics(&mut out, vocabulary);
    out.push_str(SILENCES);
    out
}

fn head(country: Country, name: &str, day: Day) -> String {
    let quoted = name.replace('\\', "\\\\").replace('"', "\\\"");
    format!(
        "# yaml-language-server: $schema=../schema/framework.json\n\
         #\n\
         # Take the `#` away from a line to use it. What is not recorded is unknown, never a gap: leave out what nobody\n\
         # looked up, write `none` or a silence for what was looked for and not found.\n\
         framework: {country}\n\
         name: \"{quoted}\"\n\
         # The record is complete up to this day; it is the default day of an audit.\n\
         reviewed: {day}\n\
         # partial: what is not recorded is unknown; complete: what is not recorded is absent.\n\
         coverage: partial\n\
         # note: What was read and what was not.\n\
         \n\
         # Where the facts come from, cited by key.\n\
         sources:\n\
         #  official-gazette:\n\
         #    title: Official Gazette\n\
         #    publisher: Government Printer\n\
         #    year: 2009\n\
         #    url: https://example.org/gazette\n\n"
    )
}

fn commitments(out: &mut String, country: Country, vocabulary: &Vocabulary) -> std::fmt::Result {
    out.push_str(
        "# Treaties and agreements. Dates: signed, adopted, ratified, acceded, succeeded, in-force, denounced, expires.\n\
         commitments:\n",
    );
    let mut section = "";
    for (_, instrument) in vocabulary.instruments().filter(|(_, instrument)| instrument.is_open_to(country)) {
        if section != &*instrument.section {
            section = &instrument.section;
            writeln!(out, "#  -- {section} --")?;
        }
        comment(out, "  # ", &instrument.title)?;
        writeln!(
            out,
            "#  {}: {{ ratified: 2000-01-01, source: official-gazette, confidence: verified }}",
            instrument.id
        )?;
    }
    Ok(())
}

const LAWS: &str = "
# Laws, and under `policies` plans, guidelines and other texts that are not law: the same shape.
laws:
#  child-act-2000:
#    title: Child Act
#    citation: Act No. 1 of 2000
#    kind: act                 # act, code, constitution, decree, regulation, circular ...
#    subjects: [child-protection]
#    adopted: 2000-01-01
#    in-force: 2000-06-01      # without it the law has not commenced
#    source: official-gazette
#    provisions:
#      - at: s. 2
#        summary: What it says, in your own words.
#        confidence: verified  # verified (the text was read), reported (second hand), recalled (from memory)
#        says:                 # topics and attributes from the list below
#          child-definition:
#            age-below: 18
policies:
";

const SILENCES: &str = "
# What was looked for and not found: a topic (narrowed by its attributes, if it was not the whole topic) or a subject.
silences:
#  - on: victim-fund
#    note: The Child Act and the Penal Code were read through; neither has it.
#    source: official-gazette
#    confidence: verified
";

fn subjects(out: &mut String, vocabulary: &Vocabulary) -> std::fmt::Result {
    out.push_str("\n# Subjects that a law or policy can be about:\n");
    for (_, subject) in vocabulary.subjects() {
        comment(out, "#   ", &format!("{}: {}", subject.id, subject.title))?;
    }
    Ok(())
}

fn topics(out: &mut String, vocabulary: &Vocabulary) -> std::fmt::Result {
    out.push_str("\n# Topics that a provision can speak on, each with its question. State only what the text says.\n");
    for (_, topic) in vocabulary.topics() {
        self::topic(out, topic, vocabulary)?;
    }
    Ok(())
}

fn topic(out: &mut String, topic: &Topic, vocabulary: &Vocabulary) -> std::fmt::Result {
    writeln!(out, "#")?;
    comment(out, "# ", &format!("{}: {}", topic.title, topic.asks))?;
    writeln!(out, "#          {}:", topic.id)?;
    for attribute in &topic.attributes {
        writeln!(out, "#            {}: {}", attribute.id, example(attribute))?;
        comment(out, "#              # ", &question(attribute, vocabulary))?;
    }
    Ok(())
}

fn example(attribute: &Attribute) -> &'static str {
    match attribute.kind {
        AttributeType::Flag => "yes",
        AttributeType::Age => "18",
        AttributeType::Number => "1",
        AttributeType::Date => "2000-01-01",
        AttributeType::Term(_) => "WORD",
        AttributeType::Terms(_) => "[WORD, WORD]",
        AttributeType::Text => "in your own words",
    }
}

fn question(attribute: &Attribute, vocabulary: &Vocabulary) -> String {
    let Some(set) = attribute.kind.term_set() else { return attribute.asks.to_string() };
    let all = Terms::first(vocabulary.term_set(set).terms.len());
    let words: Vec<&str> = vocabulary.terms(set, all).map(|term| &*term.id).collect();
    format!("{} ({})", attribute.asks, words.join(", "))
}

/// Writes a text as comment lines of at most 118 letters.
fn comment(out: &mut String, prefix: &str, text: &str) -> std::fmt::Result {
    let mut line = String::from(prefix);
    for word in text.split_whitespace() {
        if line.chars().count() + word.chars().count() > 117 && line.trim_end() != prefix.trim_end() {
            writeln!(out, "{}", line.trim_end())?;
            line = String::from(prefix);
        }
        line.push_str(word);
        line.push(' ');
    }
    writeln!(out, "{}", line.trim_end())
}
