//! The summary for a terminal.

use lacuna::finding::Finding;
use lacuna::model::checklist::Item;
use lacuna::report::counts::{attention, foremost};
use lacuna::report::{Format, Look, Style, explain, format};

use super::sample::Sample;

const SUMMARY: &str = "\
Aldonia (XAA), as at 2008-07-01

Trafficking checklist (annex-x, version 2)
  2 of 3 items and 4 of 6 elements were assessed.
  Items: ● met 0 · ◐ falls short 1 · ⚡ conflict 1 · ○ gap 0
  Items: ? not assessed 1 · – not applicable 0
  Elements: ● met 1 · ◐ falls short 2 · ⚡ conflict 1 · ○ gap 0
  Elements: ? not assessed 2 · – not applicable 0

  What most needs attention
  ⚡ conflict Trafficking is defined as in the Protocol [trafficking-definition]
      Conflict over “No provision asks for a means where the victim is a child”: Police Circular on
      trafficking, para. 2 contradicts it. Falls short of “One definition names all five acts”: 3 of
      5 acts; absent: transfer; not found in the record: receipt.
      Owed. Aldonia is bound by CRC, article 35, since 1991-05.
  ◐ falls short Victims are not punished [non-punishment]
      Anti-Trafficking Act, s. 41 does not say (asked for: revocable = no).
      Recommended. None of the treaties behind it is known to bind Aldonia on 2008-07-01: Palermo
      Protocol.

Matrix of instruments (matrix, version 1)
  6 of 8 items and 6 of 8 elements were assessed.
  Items: ● met 2 · ◐ falls short 2 · ⚡ conflict 0 · ○ gap 2
  Items: ? not assessed 1 · – not applicable 1

  What most needs attention
  ○ gap Law on child labour [law-child-labour]
      The index of the Gazette up to 2009 has no such law.
  ○ gap Plan against trafficking [plan-trafficking]
      Plan of Action against Trafficking: expired on 2006-12-31.
  ◐ falls short Protocol against Trafficking in Persons [palermo-protocol]
      Signed on 2001-11-15, and not ratified by 2008-07-01.
  ◐ falls short Worst Forms of Child Labour Convention [c182] (unverified)
      It binds North Island only.
";

#[test]
fn the_summary_is_short_and_says_the_same_as_the_report() {
    assert_eq!(Sample::new().write(Format::Text), SUMMARY);
}

#[test]
fn colour_adds_nothing_but_colour() {
    let sample = Sample::new();
    let report = sample.report(vec![sample.audited("2008-07-01", false)]);
    let mut coloured = String::new();
    format::write(&report, Format::Text, Look { style: Style::Coloured, ..Look::PLAIN }, &mut coloured).unwrap();
    assert!(coloured.contains("\u{1b}[1m"));
    let mut plain = String::new();
    let mut rest = &*coloured;
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    plain.push_str(rest);
    assert_eq!(plain, SUMMARY);
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let sample = Sample::new();
    let report = sample.report(vec![sample.audited("2008-07-01", false)]);
    let mut text = String::new();
    format::write(&report, Format::Text, Look { style: Style::Plain, width: 48 }, &mut text).unwrap();
    for line in text.lines() {
        assert!(line.chars().count() <= 48, "{line}");
    }
}

#[test]
fn an_explanation_gives_the_place_in_law_and_in_the_file() {
    let sample = Sample::new();
    let mut text = String::new();
    explain::text(&sample.explanation("trafficking-definition"), Look { width: 200, ..Look::PLAIN }, &mut text)
        .unwrap();
    let passage = "rests on: Silence on “Definition of trafficking”: The Act and the Penal Code were read through; \
                   neither names it. [verified, frameworks/aldonia.yaml:69:9]";
    assert!(text.contains(passage), "{text}");
    assert!(text.contains("missing: 3 of 5 acts; absent: transfer; not found in the record: receipt."), "{text}");
}

#[test]
fn duties_come_first_then_gaps_and_no_short_list_leaves_a_gap_or_conflict_out() {
    let sample = Sample::new();
    let audited = sample.audited("2008-07-01", false);
    let ids = |found: Vec<(&Item, &Finding)>| -> Vec<String> {
        found.into_iter().map(|(item, _)| item.id.value.to_string()).collect()
    };
    let [annex, matrix] = [&audited.checklists[0], &audited.checklists[1]];
    assert_eq!(ids(attention(annex)), ["trafficking-definition", "non-punishment"]);
    assert_eq!(ids(attention(matrix)), ["law-child-labour", "plan-trafficking", "palermo-protocol", "c182"]);
    assert_eq!(ids(foremost(annex, 0)), ["trafficking-definition"]);
    assert_eq!(ids(foremost(matrix, 1)), ["law-child-labour", "plan-trafficking"]);
    assert_eq!(ids(foremost(matrix, 3)), ["law-child-labour", "plan-trafficking", "palermo-protocol"]);
}
