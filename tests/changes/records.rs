//! What is recorded otherwise: one edit, one reported change.

use crate::world::{Version, act, expect};

fn version(text: &str) -> Version {
    Version::new("2009-08-31", text)
}

/// The Child Act with one word after another put in the place of a first.
fn edited(pairs: &[(&str, &str)]) -> Version {
    let mut text = act(16);
    for (old, new) in pairs {
        assert!(text.contains(old), "{old}");
        text = text.replace(old, new);
    }
    version(&text)
}

#[test]
fn other_words_are_editorial_and_shown_as_a_redline() {
    let new = edited(&[("Whoever is below 16 is a child.", "A child is whoever is below 16.")]);
    expect(&version(&act(16)), &new, "record: provision-reworded act s. 2\n  words of summary");
}

#[test]
fn a_statement_that_says_otherwise_is_one_change() {
    expect(
        &version(&act(16)),
        &edited(&[("below: 16", "below: 17")]),
        "\
child: partial > partial  []
  .age: partial > partial other-grounds [record-learned] <act s. 2>
record: statement-amended act s. 2
  says.child.below: 16 > 17",
    );
}

#[test]
fn a_statement_more_is_one_change() {
    let new = edited(&[("below: 16 }", "below: 16 }, detention: { last: yes }")]);
    expect(
        &version(&act(16)),
        &new,
        "\
record: statement-added act s. 2
  says.detention.last: - > yes",
    );
    expect(
        &new,
        &version(&act(16)),
        "\
record: statement-removed act s. 2
  says.detention.last: yes > -",
    );
}

#[test]
fn a_renumbered_provision_moved() {
    let new = edited(&[("at: s. 2,", "at: s. 3,")]);
    expect(&version(&act(16)), &new, "record: provision-moved act s. 3\n  at: s. 2 > s. 3");
}

#[test]
fn what_moves_to_another_law_is_not_removed_and_added() {
    let other = "  code:\n    title: Civil Code\n    kind: code\n    in-force: 2000-01-01\n    source: s\n    \
                 confidence: verified\n    provisions:\n";
    let (head, provision) = act(16).split_once("      - ").map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    let new = version(&format!("{}{other}      - {provision}", head.replace("    provisions:\n", "")));
    let old = version(&format!("{head}      - {provision}{}", other.replace("    provisions:\n", "")));
    expect(&old, &new, "record: provision-moved code s. 2\n  at: Child Act, s. 2 > Civil Code, s. 2");
}

#[test]
fn another_id_for_the_same_law_is_one_change() {
    expect(
        &version(&act(16)),
        &edited(&[("  act:\n", "  child-act:\n")]),
        "\
record: instrument-renamed child-act
  id: act > child-act",
    );
}

#[test]
fn what_provisions_take_over_from_their_law_is_reported_at_the_law() {
    expect(
        &version(&act(16)),
        &edited(&[("confidence: verified", "confidence: reported")]),
        "\
child: partial > partial  []
  .age: partial > partial other-grounds [record-learned] <>
record: instrument-amended act
  confidence: verified > reported",
    );
}

#[test]
fn a_date_put_right_is_learning() {
    expect(
        &version(&act(18)),
        &version(&act(18).replace("in-force: 2000", "in-force: 1999")),
        "\
record: instrument-amended act
  in-force: 2000-01-01 > 1999-01-01",
    );
    let new = version(&act(18).replace("in-force: 2000-01-01", "in-force: 2000-01-01\n    repealed: 2004-01-01"));
    expect(
        &version(&act(18)),
        &new,
        "\
child: met > unknown no-longer-assessed [record-learned]
  .age: met > unknown no-longer-assessed [record-learned] <act>
record: instrument-amended act
  repealed: - > 2004-01-01",
    );
}

#[test]
fn two_versions_of_one_article_are_told_apart_by_their_dates() {
    let two = |age: u32| {
        act(16).replace("says:", "repealed: 2005-01-01, says:")
            + &format!(
                "      - {{ at: s. 2, summary: Now., in-force: 2005-01-01, says: {{ child: {{ below: {age} }} }} }}\n"
            )
    };
    expect(
        &version(&two(16)),
        &version(&two(17)),
        "\
child: partial > partial  []
  .age: partial > partial other-grounds [record-learned] <act s. 2>
record: statement-amended act s. 2
  says.child.below: 16 > 17",
    );
}

#[test]
fn commitments_and_reservations() {
    let old = version("commitments:\n  treaty: { signed: 1990, source: s }\n");
    let new = version(
        "commitments:\n  treaty:\n    signed: 1990\n    source: s\n    reservations: [{ article: \"1\", note: Not all. }]\n",
    );
    expect(
        &old,
        &new,
        "\
record: commitment-amended treaty
  reservation.1: - > to 1
  words of reservation.1.note",
    );
}

#[test]
fn sources_and_the_record_itself() {
    let old = version(&act(16));
    let mut new = version(&act(16));
    new.record = new
        .record
        .replace("s: { title: A source }", "s: { title: The source }")
        .replace("coverage: partial", "coverage: complete\nnote: All was read.");
    expect(
        &old,
        &new,
        "\
trafficking: unknown > gap assessed [record-learned]
  .acts: unknown > gap assessed [record-learned] <coverage>
  .means: unknown > gap assessed [record-learned] <coverage>
treaty: unknown > gap assessed [record-learned]
  .party: unknown > gap assessed [record-learned] <coverage>
record: coverage-changed coverage
  coverage: partial > complete
record: framework-reworded framework
  words of note
record: source-reworded s
  words of title",
    );
}

#[test]
fn a_silence_that_is_narrowed_is_one_change() {
    let silence = |more: &str| {
        version(&format!("silences:\n  - {{ on: definition, {more}note: Read., source: s, confidence: verified }}\n"))
    };
    expect(
        &silence(""),
        &silence("acts: [receipt], "),
        "\
trafficking: gap > unknown no-longer-assessed [record-learned]
  .acts: gap > unknown no-longer-assessed [record-learned] <definition>
  .means: gap > unknown no-longer-assessed [record-learned] <definition>
record: silence-amended definition
  about: - > acts: receipt",
    );
}
