//! What is recorded otherwise: one edit, one reported change.

use crate::world::{Version, act, compare, expect};

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

#[test]
fn what_a_provision_says_of_itself_is_reported_at_the_provision() {
    let known = |law: &str, own: &str| {
        version(
            &act(18)
                .replace("confidence: verified", &format!("confidence: {law}"))
                .replace("says:", &format!("{own}says:")),
        )
    };
    let kinds = |old: &Version, new: &Version| {
        compare(old, new, |found| {
            found.record.iter().map(|it| format!("{} {}", it.kind.name(), it.subject)).collect::<Vec<_>>()
        })
    };
    let own = known("verified", "confidence: reported, ");
    assert_eq!(kinds(&own, &known("verified", "")), ["provision-amended act s. 2"]);
    assert_eq!(kinds(&known("verified", ""), &own), ["provision-amended act s. 2"]);
    assert_eq!(kinds(&known("verified", ""), &known("reported", "")), ["instrument-amended act"]);
    // The same of its source.
    let cited = |law: &str, own: &str| {
        let mut new =
            version(&act(18).replace("source: s", &format!("source: {law}")).replace("says:", &format!("{own}says:")));
        new.record = new.record.replace("s: { title: A source }", "s: { title: A source }, t: { title: Another }");
        new
    };
    assert_eq!(kinds(&cited("s", ""), &cited("s", "source: t, ")), ["provision-reworded act s. 2"]);
    assert_eq!(kinds(&cited("s", "source: t, "), &cited("s", "")), ["provision-reworded act s. 2"]);
    assert_eq!(kinds(&cited("s", ""), &cited("t", "")), ["instrument-reworded act"]);
}

#[test]
fn of_an_article_that_is_added_its_own_words_are_told() {
    let quoted = "      - { at: s. 3, summary: A minor is…, quote: A minor is whoever is small., says: { child: { below: 14 } } }\n";
    expect(
        &version(&act(18)),
        &version(&(act(18) + quoted)),
        "\
record: provision-added act s. 3
  says.child.below: - > 14
  words of quote",
    );
}

#[test]
fn a_source_that_is_added_is_no_more_than_that() {
    let mut new = version(&act(18));
    new.record = new.record.replace("s: { title: A source }", "s: { title: A source }, t: { title: Another }");
    expect(&version(&act(18)), &new, "record: source-added t");
    expect(&new, &version(&act(18)), "record: source-removed t");
}

/// Silences on the definition, each with what stands between its topic and its note, and its note.
fn silences(list: &[(&str, &str)]) -> Version {
    let laws = "laws:\n  act: { title: Act, kind: act, in-force: 2000-01-01, source: s, confidence: verified }\n  code: { title: \
                Code, kind: code, in-force: 2000-01-01, source: s, confidence: verified }\nsilences:\n";
    let line = |(more, note): &(&str, &str)| {
        format!("  - {{ on: definition, {more}note: {note}., source: s, confidence: verified }}\n")
    };
    version(&(laws.to_owned() + &list.iter().map(line).collect::<String>()))
}

#[test]
fn silences_on_one_topic_are_told_apart_by_what_they_are_about() {
    let changes = |old: &[(&str, &str)], new: &[(&str, &str)]| {
        let line = |it: &lacuna::diff::RecordChange| {
            let fields: Vec<&str> =
                it.details.iter().map(|it| &*it.field).chain(it.words.iter().map(|it| &*it.field)).collect();
            format!("{} {}", it.kind.name(), fields.join(" "))
        };
        compare(&silences(old), &silences(new), |found| found.record.iter().map(line).collect::<Vec<_>>())
    };
    let (receipt, transport) = (("acts: [receipt], ", "One"), ("acts: [transport], ", "Two"));
    assert_eq!(changes(&[receipt, transport], &[transport, receipt]), [""; 0], "in any order");
    let noted = [("acts: [transport], ", "Three"), ("acts: [receipt], ", "Four")];
    assert_eq!(changes(&[receipt, transport], &noted), ["silence-reworded note"; 2]);
    // On the whole topic, in other laws each.
    let searched = [("in: [act], ", "One"), ("in: [code], ", "Two")];
    let again = [("in: [code], ", "Three"), ("in: [act], ", "Four")];
    assert_eq!(changes(&searched, &again), ["silence-reworded note"; 2]);
    // What is about something else and noted alike is the same silence, narrowed or widened.
    let widened = [("acts: [transport, recruitment], ", "Two"), ("acts: [receipt, recruitment], ", "One")];
    assert_eq!(changes(&[receipt, transport], &widened), ["silence-amended about"; 2]);
    // What is about something else and noted otherwise, on the same topic, is taken for it where there is no other.
    assert_eq!(changes(&[receipt], &[("acts: [transport], ", "Two")]), ["silence-amended about note"]);
}
