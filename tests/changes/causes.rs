//! Why a verdict changed: one page of law in many pairs of versions.

use crate::world::{Version, act, expect};

/// The Child Act with more about it.
fn act_and(more: &str) -> String {
    act(16) + more
}

#[test]
fn nothing_changes_between_a_version_and_itself() {
    let version = Version::new("2009-08-31", &act(16));
    expect(&version, &version, "");
}

#[test]
fn a_provision_made_since_is_a_change_of_the_law() {
    let old = Version::new("2009-08-31", &act(16));
    let added = "      - { at: s. 2A, summary: To 18., in-force: 2010-01-01, says: { child: { below: 18 } } }\n";
    let new = Version::new("2011-01-01", &act_and(added));
    let expected = "\
child: partial > met completed [law-changed]
  .age: partial > met completed [law-changed] <act s. 2A>
record: review-moved reviewed
  reviewed: 2009-08-31 > 2011-01-01
record: provision-added act s. 2A
  says.child.below: - > 18
  in-force: - > 2010-01-01
  words of summary";
    expect(&old, &new, expected);
    // On one day, but the old record was not brought up to it.
    expect(&old.clone().on("2011-01-01"), &new, expected);
    expect(
        &new,
        &old,
        "\
child: met > partial fell-short [law-changed]
  .age: met > partial fell-short [law-changed] <act s. 2A>
record: review-moved reviewed
  reviewed: 2011-01-01 > 2009-08-31
record: provision-removed act s. 2A
  says.child.below: 18 > -
  in-force: 2010-01-01 > -
  words of summary",
    );
}

#[test]
fn a_provision_that_was_overlooked_is_no_reform() {
    let old = Version::new("2009-08-31", &act(16));
    let added = "      - { at: s. 2A, summary: To 18., in-force: 2005-01-01, says: { child: { below: 18 } } }\n";
    let new = Version::new("2009-08-31", &act_and(added));
    expect(
        &old,
        &new,
        "\
child: partial > met reassessed [record-learned]
  .age: partial > met reassessed [record-learned] <act s. 2A>
record: provision-added act s. 2A
  says.child.below: - > 18
  in-force: - > 2005-01-01
  words of summary",
    );
}

#[test]
fn time_passes_where_only_the_day_moves() {
    let later = "      - { at: s. 2A, summary: To 18., in-force: 2008-06-05, says: { child: { below: 18 } } }\n";
    let version = Version::new("2009-08-31", &act_and(later));
    expect(
        &version.clone().on("2008-01-01"),
        &version.on("2008-07-01"),
        "\
child: partial > met completed [time-passed]
  .age: partial > met completed [time-passed] <>",
    );
}

#[test]
fn time_passes_where_the_old_record_knew_already() {
    let later = "      - { at: s. 2A, summary: To 18., in-force: 2010-06-05, says: { child: { below: 18 } } }\n";
    let old = Version::new("2009-08-31", &act_and(later));
    // The new record knows more, and what it knows more has nothing to do with it.
    let more = "  other:\n    title: Another Act\n    kind: act\n    in-force: 1990-01-01\n    source: s\n";
    let new = Version::new("2009-08-31", &(act_and(later) + more)).on("2011-01-01");
    expect(
        &old,
        &new,
        "\
child: partial > met completed [time-passed]
  .age: partial > met completed [time-passed] <>
record: instrument-added other
  in-force: - > 1990-01-01",
    );
}

#[test]
fn both_are_named_where_either_would_have_done() {
    let later = "      - { at: s. 2A, summary: To 18., in-force: 2010-06-05, says: { child: { below: 18 } } }\n";
    let earlier = "      - { at: s. 9, summary: To 18., in-force: 2001-01-01, says: { child: { below: 18 } } }\n";
    let old = Version::new("2009-08-31", &act_and(later));
    let new = Version::new("2009-08-31", &act_and(&(later.to_owned() + earlier))).on("2011-01-01");
    expect(
        &old,
        &new,
        "\
child: partial > met completed [time-passed record-learned]
  .age: partial > met completed [time-passed record-learned] <act s. 9>
record: provision-added act s. 9
  says.child.below: - > 18
  in-force: - > 2001-01-01
  words of summary",
    );
}

#[test]
fn an_accession_since_is_the_law_and_one_before_is_learning() {
    let none = Version::new("2008-07-01", "commitments:\n  treaty: none\n");
    let acceded = |day: &str| Version::new(day, "commitments:\n  treaty: { acceded: 2009-02-26, source: s }\n");
    expect(
        &none,
        &acceded("2009-12-31"),
        "\
child: unknown > unknown  []
  became-owed [law-changed]
treaty: gap > met gap-closed [law-changed]
  .party: gap > met gap-closed [law-changed] <treaty>
record: review-moved reviewed
  reviewed: 2008-07-01 > 2009-12-31
record: commitment-amended treaty
  acceded: - > 2009-02-26
  none: not a party > -
  words of source",
    );
    let late = Version::new("2009-12-31", "commitments:\n  treaty: none\n");
    expect(
        &late,
        &acceded("2009-12-31"),
        "\
child: unknown > unknown  []
  became-owed [record-learned]
treaty: gap > met reassessed [record-learned]
  .party: gap > met reassessed [record-learned] <treaty>
record: commitment-amended treaty
  acceded: - > 2009-02-26
  none: not a party > -
  words of source",
    );
}

#[test]
fn to_look_is_no_reform() {
    let old = Version::new("2009-08-31", "");
    let looked = "silences:\n  - { on: child, note: Nothing was found., source: s, confidence: verified }\n";
    let new = Version::new("2009-08-31", looked);
    expect(
        &old,
        &new,
        "\
child: unknown > gap assessed [record-learned]
  .age: unknown > gap assessed [record-learned] <child>
record: silence-added child
  words of note",
    );
    expect(
        &new,
        &old,
        "\
child: gap > unknown no-longer-assessed [record-learned]
  .age: gap > unknown no-longer-assessed [record-learned] <child>
record: silence-removed child
  words of note",
    );
}

#[test]
fn a_silence_that_a_new_law_breaks_is_no_news_of_its_own() {
    let silence = "silences:\n  - { on: child, note: Nothing was found., source: s, confidence: verified }\n";
    let old = Version::new("1999-08-31", silence);
    let new = Version::new("2001-08-31", &act(18));
    expect(
        &old,
        &new,
        "\
child: gap > met gap-closed [law-changed]
  .age: gap > met gap-closed [law-changed] <act, child>
record: review-moved reviewed
  reviewed: 1999-08-31 > 2001-08-31
record: instrument-added act
  in-force: - > 2000-01-01
  provisions: - > 1
record: silence-removed child
  words of note",
    );
}

#[test]
fn another_standard_is_no_reform() {
    let version = Version::new("2009-08-31", &act(16));
    let lower = version.clone().under(|text| text.replace("below >= 18", "below >= 16"));
    expect(
        &version,
        &lower,
        "\
child: partial > met remeasured [standard-changed]
  .age: partial > met remeasured [standard-changed] <>
standard: rule-changed child.age",
    );
}

#[test]
fn a_renamed_item_is_the_same_item() {
    let version = Version::new("2009-08-31", &act(16));
    let renamed = version.clone().under(|text| {
        text.replace("id: child\n", "id: the-child\n        was: [child]\n")
            .replace("id: age,", "id: the-age, was: [age],")
            .replace("below >= 18", "below >= 16")
    });
    expect(
        &version,
        &renamed,
        "\
the-child: partial > met remeasured [standard-changed]
  .the-age: partial > met remeasured [standard-changed] <>
standard: item-renamed the-child
standard: rule-changed the-child.the-age",
    );
    expect(
        &renamed,
        &version,
        "\
child: met > partial remeasured [standard-changed]
  .age: met > partial remeasured [standard-changed] <>
standard: item-renamed child
standard: rule-changed child.age",
    );
}

#[test]
fn an_element_that_moved_to_another_item_is_the_same_element() {
    let version = Version::new("2009-08-31", &act(16));
    let moved = version.clone().under(|text| {
        let means = "          - { id: means, requires: No means., rule: some provision on definition has means = irrelevant }\n";
        assert!(text.contains(means));
        text.replace(means, "") + &means.replace("id: means,", "id: no-means, floor: law, was: [trafficking.means],")
    });
    expect(&version, &moved, "standard: element-renamed treaty.no-means");
}

#[test]
fn what_one_edition_alone_has_is_a_change_of_the_standard() {
    let version = Version::new("2009-08-31", &act(16));
    let shorter = version.clone().under(|text| {
        let (start, _) = text.split_once("      - id: treaty").unwrap();
        start.to_owned()
    });
    expect(&version, &shorter, "standard: item-removed treaty");
    expect(&shorter, &version, "standard: item-added treaty");
}

const BILL: &str = "\
laws:
  bill:
    title: Child Bill
    kind: act
    repeals: [act]
    source: s
    confidence: verified
    provisions:
      - { at: cl. 1, summary: To 18., says: { child: { below: 18 } } }
";

#[test]
fn a_draft_is_named_as_the_cause() {
    let version = Version::new("2009-08-31", &act(16));
    let with = version.clone().with(BILL);
    expect(
        &version,
        &with,
        "\
child: partial > met completed [draft]
  .age: partial > met completed [draft] <bill>
record: instrument-added bill
  provisions: - > 1",
    );
    expect(
        &with,
        &version,
        "\
child: met > partial fell-short [draft]
  .age: met > partial fell-short [draft] <bill>
record: instrument-removed bill
  provisions: 1 > -",
    );
}

#[test]
fn a_draft_that_only_repeals_is_the_cause_too() {
    let version = Version::new("2009-08-31", &act(18));
    let with = version.clone().with("laws:\n  repeal: { title: Repeal Bill, kind: act, repeals: [act], source: s }\n");
    expect(
        &version,
        &with,
        "\
child: met > unknown rule-lost [draft]
  .age: met > unknown rule-lost [draft] <>
record: instrument-added repeal",
    );
}

#[test]
fn a_rule_where_nothing_was_recorded_is_better_if_it_is_new_law() {
    let old = Version::new("1999-08-31", "");
    let met = |kind: &str, cause: &str| {
        format!("child: unknown > met {kind} [{cause}]\n  .age: unknown > met {kind} [{cause}] <act>\n")
    };
    let added = "record: instrument-added act\n  in-force: - > 2000-01-01\n  provisions: - > 1";
    let reviewed = "record: review-moved reviewed\n  reviewed: 1999-08-31 > 2001-08-31\n";
    let since = Version::new("2001-08-31", &act(18));
    expect(&old, &since, &format!("{}{reviewed}{added}", met("rule-gained", "law-changed")));
    // Found out about later: it may be that another law had it before.
    let learned = Version::new("2001-08-31", "");
    expect(&learned, &since, &format!("{}{added}", met("assessed", "record-learned")));
    // Where only the day moves, the record may be silent about the law of former days.
    expect(
        &since.clone().on("1999-08-31"),
        &since.clone().on("2001-08-31"),
        &met("assessed", "time-passed").replace("<act>", "<>"),
    );
    // What falls short for the first time may be good law or bad.
    let short = Version::new("2001-08-31", &act(16));
    let expected = met("assessed", "law-changed").replace("> met", "> partial");
    expect(&old, &short, &format!("{expected}{reviewed}{added}"));
}

#[test]
fn a_later_draft_may_take_back_what_an_earlier_one_would_bring() {
    let version = Version::new("2009-08-31", &act(16));
    let one = version.clone().with(BILL);
    let back = "laws:\n  second:\n    title: Second Bill\n    kind: act\n    repeals: [bill cl. 1]\n    source: s\n";
    expect(
        &one,
        &one.clone().with(back),
        "\
child: met > unknown rule-lost [draft]
  .age: met > unknown rule-lost [draft] <>
record: instrument-added second",
    );
}

#[test]
fn several_causes_are_all_named() {
    let old = Version::new("2009-08-31", &act(16));
    let added = "      - { at: s. 9, summary: To 17., in-force: 2010-01-01, says: { child: { below: 17 } } }\n";
    let new = Version::new("2011-01-01", &act_and(added)).under(|text| text.replace("below >= 18", "below >= 17"));
    // Neither the new law under the old standard nor the old law under the new one would meet it.
    expect(
        &old,
        &new,
        "\
child: partial > met completed [law-changed standard-changed]
  .age: partial > met completed [law-changed standard-changed] <act s. 9>
standard: rule-changed child.age
record: review-moved reviewed
  reviewed: 2009-08-31 > 2011-01-01
record: provision-added act s. 9
  says.child.below: - > 17
  in-force: - > 2010-01-01
  words of summary",
    );
}

#[test]
fn to_fall_short_by_less_is_better_and_by_more_is_worse() {
    let law = |acts: &str, from: &str| {
        format!(
            "laws:\n  act:\n    title: Trafficking Act\n    kind: act\n    in-force: 2000-01-01\n    source: s\n    \
             confidence: verified\n    provisions:\n      - {{ at: s. 1, summary: A., says: {{ definition: {{ acts: \
             [recruitment] }} }} }}\n      - {{ at: s. 2, summary: B., in-force: {from}, says: {{ definition: {{ acts: \
             [{acts}] }} }} }}\n"
        )
    };
    let version = Version::new("2009-08-31", &law("transport", "2005-01-01"));
    expect(
        &version.clone().on("2004-01-01"),
        &version.clone().on("2006-01-01"),
        "\
trafficking: partial > partial  []
  .acts: partial > partial shortfall-narrowed [time-passed] <>
  .means: partial > partial other-grounds [time-passed] <>",
    );
    expect(
        &version.clone().on("2006-01-01"),
        &version.on("2004-01-01"),
        "\
trafficking: partial > partial  []
  .acts: partial > partial shortfall-widened [time-passed] <>
  .means: partial > partial other-grounds [time-passed] <>",
    );
}
