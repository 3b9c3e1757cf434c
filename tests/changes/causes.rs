//! Why a verdict changed: one page of law in many pairs of versions.

use crate::world::{Version, act, compare, expect};

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

#[test]
fn what_was_in_force_on_the_last_day_of_the_old_record_was_overlooked() {
    let old = Version::new("2009-08-31", &act(16));
    let added = |from: &str| {
        let line =
            format!("      - {{ at: s. 2A, summary: To 18., in-force: {from}, says: {{ child: {{ below: 18 }} }} }}\n");
        Version::new("2009-08-31", &act_and(&line)).on("2009-09-30")
    };
    let expected = |kind: &str, from: &str| {
        format!(
            "child: partial > met {kind}\n  .age: partial > met {kind} <act s. 2A>\nrecord: provision-added act s. 2A\n  \
             says.child.below: - > 18\n  in-force: - > {from}\n  words of summary"
        )
    };
    expect(&old, &added("2009-08-31"), &expected("reassessed [record-learned]", "2009-08-31"));
    expect(&old, &added("2009-09-01"), &expected("completed [law-changed]", "2009-09-01"));
}

#[test]
fn what_has_no_part_in_it_is_not_named_beside_what_would_have_done() {
    // As above, either of record and day would have done. The standard calls another item otherwise, and has no part in it.
    let later = "      - { at: s. 2A, summary: To 18., in-force: 2010-06-05, says: { child: { below: 18 } } }\n";
    let earlier = "      - { at: s. 9, summary: To 18., in-force: 2001-01-01, says: { child: { below: 18 } } }\n";
    let old = Version::new("2009-08-31", &act_and(later));
    let new = Version::new("2009-08-31", &act_and(&(later.to_owned() + earlier)))
        .on("2011-01-01")
        .under(|text| text.replace("title: The Great Treaty", "title: The Treaty"));
    expect(
        &old,
        &new,
        "\
child: partial > met completed [time-passed record-learned]
  .age: partial > met completed [time-passed record-learned] <act s. 9>
standard: item-reworded treaty
record: provision-added act s. 9
  says.child.below: - > 18
  in-force: - > 2001-01-01
  words of summary",
    );
}

#[test]
fn what_alone_suffices_and_is_needed_is_the_only_cause() {
    // Under the old standard the coming of section 3 would have done as well; under the new one only what was found out does.
    let coming = "      - { at: s. 3, summary: To 17., in-force: 2010-01-01, says: { child: { below: 17 } } }\n";
    let found = "      - { at: s. 9, summary: To 18., in-force: 2005-01-01, says: { child: { below: 18 } } }\n";
    let old = Version::new("2009-08-31", &act_and(coming)).under(|text| text.replace("below >= 18", "below >= 17"));
    let new = Version::new("2009-08-31", &act_and(&(coming.to_owned() + found))).on("2011-01-01");
    expect(
        &old,
        &new,
        "\
child: partial > met reassessed [record-learned]
  .age: partial > met reassessed [record-learned] <act s. 9>
standard: rule-changed child.age
record: provision-added act s. 9
  says.child.below: - > 18
  in-force: - > 2005-01-01
  words of summary",
    );
}

#[test]
fn a_draft_that_takes_away_what_contradicts_is_the_cause_whatever_else_is_recorded() {
    let adults = "      - { at: s. 9, summary: To 18., says: { child: { below: 18 } } }\n";
    let version = Version::new("2009-08-31", &act_and(adults))
        .under(|text| text.replace("some provision on child has", "every provision on child has"));
    let repeal = "laws:\n  repeal: { title: Repeal Bill, kind: act, repeals: [act s. 2], source: s }\n";
    let expected = "\
child: conflict > met conflict-resolved [draft]
  .age: conflict > met conflict-resolved [draft] <>
";
    let draft = "record: instrument-added repeal";
    expect(&version, &version.clone().with(repeal), &format!("{expected}{draft}"));
    let mut noted = version.clone();
    noted.record = noted.record.replace("coverage: partial", "coverage: partial\nnote: More is to come.");
    let reworded = "record: framework-reworded framework\n  words of note\n";
    expect(&version, &noted.with(repeal), &format!("{expected}{reworded}{draft}"));
}

/// A bill of one article, in one of its versions.
fn bill(age: u32, words: &str) -> String {
    BILL.replace("below: 18", &format!("below: {age}"))
        .replace("summary: To 18.", &format!("summary: To 18., quote: \"{words}\""))
        .replace("    repeals: [act]\n", "")
}

#[test]
fn a_draft_that_says_other_words_is_drafted_anew_and_the_same_words_are_read_anew() {
    let version = Version::new("2009-08-31", "");
    let step = |old: &str, new: &str, kind: &str, more: &str| {
        let behind = if more.starts_with("instrument") { "<bill, bill cl. 1>" } else { "<bill cl. 1>" };
        expect(
            &version.clone().with(old),
            &version.clone().with(new),
            &format!("child: partial > met {kind}\n  .age: partial > met {kind} {behind}\nrecord: {more}"),
        );
    };
    let words = "A child is whoever is not of age.";
    let amended = "statement-amended bill cl. 1\n  says.child.below: 17 > 18";
    step(&bill(17, words), &bill(18, words), "reassessed [record-learned]", amended);
    let other = format!("{amended}\n  words of quote");
    step(&bill(17, words), &bill(18, "A child is whoever is below 18."), "completed [draft]", &other);
    // Without the bill's own words nobody can tell; a draft that says otherwise is taken to be another draft.
    let unquoted = |age| bill(age, words).replace(&format!(", quote: \"{words}\""), "");
    step(&unquoted(17), &unquoted(18), "completed [draft]", amended);
    // The same words with another commencement are another draft.
    let dated = bill(18, words).replace("    kind: act\n", "    kind: act\n    in-force: 2009-01-01\n");
    let amended = format!("instrument-amended bill\n  in-force: - > 2009-01-01\nrecord: {amended}");
    step(&bill(17, words), &dated, "completed [draft]", &amended);
}

#[test]
fn a_draft_that_was_passed_is_the_law_changed() {
    let with = Version::new("2009-08-31", &act(16)).with(&bill(17, "It is not law yet."));
    let passed = "  bill:\n    title: Child Bill\n    kind: act\n    in-force: 2010-01-01\n    source: s\n    confidence: \
                  verified\n    provisions:\n      - { at: cl. 1, summary: To 18., quote: It is not law yet., says: { child: \
                  { below: 18 } } }\n";
    expect(
        &with,
        &Version::new("2011-01-01", &act_and(passed)),
        "\
child: partial > met completed [law-changed]
  .age: partial > met completed [law-changed] <bill, bill cl. 1>
record: review-moved reviewed
  reviewed: 2009-08-31 > 2011-01-01
record: instrument-amended bill
  draft: draft > law
  in-force: - > 2010-01-01
record: statement-amended bill cl. 1
  says.child.below: 17 > 18",
    );
}

#[test]
fn what_a_law_hands_down_to_its_provisions_is_behind_their_verdict() {
    let old = Version::new("2009-08-31", &act(18));
    let step = |new: String, record: &str| {
        expect(
            &old,
            &Version::new("2009-08-31", &new),
            &format!(
                "child: met > partial reassessed [record-learned]\n  .age: met > partial reassessed [record-learned] \
                 <act>\nrecord: instrument-amended act\n  {record}"
            ),
        );
    };
    let reach = act(18).replace("    kind: act\n", "    kind: act\n    scope: { territory: [North] }\n");
    step(reach, "scope: - > North");
    let level = act(18).replace("    kind: act\n", "    kind: act\n    level: provincial\n");
    step(level, "level: national > provincial");
}

/// A law on trafficking, some of whose articles say more acts, from a day on.
fn trafficking(acts: &str, more: &str) -> String {
    format!(
        "laws:\n  law:\n    title: Trafficking Act\n    kind: act\n    in-force: 2000-01-01\n    source: s\n    confidence: \
         verified\n    provisions:\n      - {{ at: s. 1, summary: A., says: {{ definition: {{ acts: [{acts}], means: \
         required }} }} }}\n{more}"
    )
}

const RECEIPT: &str =
    "      - { at: s. 2, summary: B., in-force: 2010-01-01, says: { definition: { acts: [receipt] } } }\n";

#[test]
fn each_element_is_looked_for_where_the_edition_has_it() {
    let turned = |text: &str| {
        let (acts, means) = text.split_once("          - { id: acts").unwrap().1.split_once("          - ").unwrap();
        let (means, rest) = means.split_once("\n").unwrap();
        let means = means.replace("means = irrelevant", "means = required");
        let start = text.split_once("          - { id: acts").unwrap().0;
        format!("{start}          - {means}\n          - {{ id: acts{acts}{rest}")
    };
    let old = Version::new("2009-08-31", &trafficking("recruitment", ""));
    let new = Version::new("2009-08-31", &trafficking("recruitment, transport", "")).under(turned);
    expect(
        &old,
        &new,
        "\
trafficking: partial > partial  []
  .means: partial > met remeasured [standard-changed] <>
  .acts: partial > partial other-grounds [record-learned] <law s. 1>
standard: rule-changed trafficking.means
record: statement-amended law s. 1
  says.definition.acts: recruitment > recruitment, transport",
    );
}

#[test]
fn to_fall_short_by_less_in_one_part_of_a_rule_is_not_all_there_is_to_say() {
    let joined = |text: &str| {
        text.replace(
            "together cover acts {all}\"",
            "together cover acts {all} and some provision on child has below >= 18\"",
        )
    };
    let old = Version::new("2009-08-31", &trafficking("recruitment", ""));
    let new = Version::new("2011-01-01", &trafficking("recruitment", RECEIPT));
    let record = "\
record: review-moved reviewed
  reviewed: 2009-08-31 > 2011-01-01
record: provision-added law s. 2
  says.definition.acts: - > receipt
  in-force: - > 2010-01-01
  words of summary";
    let lines = |kind: &str| {
        format!(
            "trafficking: partial > partial  []\n  .acts: partial > partial {kind} [law-changed] <law s. 2>\n{record}"
        )
    };
    // The element about means rests on both articles now, neither of which does what it asks.
    let of_means = "  .means: partial > partial other-grounds [law-changed] <law s. 2>\n";
    let both = |kind: &str| lines(kind).replace("record: review", &format!("{of_means}record: review"));
    expect(&old, &new, &both("shortfall-narrowed"));
    expect(&old.under(joined), &new.under(joined), &both("other-grounds"));
}

#[test]
fn to_cover_all_in_one_province_is_not_to_fall_short_by_less() {
    let province = "  bylaw:\n    title: By-law\n    kind: act\n    level: provincial\n    in-force: 2010-01-01\n    source: s\n    \
                    confidence: verified\n    provisions:\n      - { at: s. 1, summary: All., says: { definition: { acts: \
                    all } } }\n";
    let old = Version::new("2009-08-31", &trafficking("recruitment", ""));
    let new = Version::new("2011-01-01", &trafficking("recruitment", province));
    expect(
        &old,
        &new,
        "\
trafficking: partial > partial  []
  .acts: partial > partial other-grounds [law-changed] <bylaw>
  .means: partial > partial other-grounds [law-changed] <bylaw>
record: review-moved reviewed
  reviewed: 2009-08-31 > 2011-01-01
record: instrument-added bylaw
  in-force: - > 2010-01-01
  provisions: - > 1",
    );
}

#[test]
fn to_fall_short_of_another_list_is_no_step_of_the_law() {
    let version = Version::new("2009-08-31", &trafficking("recruitment", ""));
    let shorter = version.clone().under(|text| text.replace("acts {all}", "acts {recruitment, transport}"));
    expect(
        &version,
        &shorter,
        "\
trafficking: partial > partial  []
  .acts: partial > partial other-grounds [standard-changed] <>
standard: rule-changed trafficking.acts",
    );
}

#[test]
fn what_an_item_advises_is_words() {
    let version = Version::new("2009-08-31", &act(16));
    let advised = version.clone().under(|text| text.replace("pointer: Say so.", "pointer: Say it in the code."));
    expect(&version, &advised, "standard: item-reworded child");
    let lever = version.clone().under(|text| text.replacen("lever: statute", "lever: regulation", 1));
    expect(&version, &lever, "standard: item-reworded child");
}

#[test]
fn what_does_not_concern_the_country_is_never_owed() {
    let closed = |text: &str| {
        text.replace("rule: party to treaty", "rule: party to closed").replace(
            "requires: The country is a party.\n",
            "requires: The country is a party.\n        basis: [{ instrument: treaty }]\n",
        )
    };
    let old = Version::new("2009-08-31", "commitments:\n  treaty: none\n").under(closed);
    let new = Version::new("2009-08-31", "commitments:\n  treaty: { acceded: 2009-02-26, source: s }\n").under(closed);
    // The item on who is a child became owed; that on the treaty of others is not applicable and stays so.
    expect(
        &old,
        &new,
        "\
child: unknown > unknown  []
  became-owed [record-learned]
record: commitment-amended treaty
  acceded: - > 2009-02-26
  none: not a party > -
  words of source",
    );
}

#[test]
fn a_treaty_that_one_record_alone_names_is_behind_the_duty() {
    let old = Version::new("2008-07-01", "");
    let new = Version::new("2009-12-31", "commitments:\n  treaty: { acceded: 2009-02-26, source: s }\n");
    expect(
        &old,
        &new,
        "\
child: unknown > unknown  []
  became-owed [law-changed]
treaty: unknown > met rule-gained [law-changed]
  .party: unknown > met rule-gained [law-changed] <treaty>
record: review-moved reviewed
  reviewed: 2008-07-01 > 2009-12-31
record: commitment-added treaty
  acceded: - > 2009-02-26",
    );
}

#[test]
fn what_comes_to_concern_the_country_may_come_to_be_owed() {
    let with_basis = |text: &str| {
        let requires = "requires: The country is a party.\n";
        text.replace(requires, &format!("{requires}        basis: [{{ instrument: treaty }}]\n"))
    };
    let closed = |text: &str| with_basis(text).replace("rule: party to treaty", "rule: party to closed");
    let old = Version::new("2009-08-31", "commitments:\n  treaty: none\n").under(closed);
    let acceded = "commitments:\n  treaty: { acceded: 2009-02-26, source: s }\n";
    let new = Version::new("2009-08-31", acceded).under(with_basis);
    expect(
        &old,
        &new,
        "\
child: unknown > unknown  []
  became-owed [record-learned]
treaty: not-applicable > met became-applicable [standard-changed]
  .party: not-applicable > met became-applicable [standard-changed] <>
  became-owed [record-learned]
standard: rule-changed treaty.party
record: commitment-amended treaty
  acceded: - > 2009-02-26
  none: not a party > -
  words of source",
    );
}

#[test]
fn a_former_id_is_kept_with_the_change() {
    let version = Version::new("2009-08-31", &act(16));
    let lower = |text: &str| text.replace("below >= 18", "below >= 16");
    let renamed = version.clone().under(|text| {
        lower(text)
            .replace("id: child\n", "id: the-child\n        was: [child]\n")
            .replace("id: age,", "id: the-age, was: [age],")
    });
    let former = |new: &Version| {
        compare(&version, new, |found| {
            let item = &found.standards[0].items[0];
            (item.was.as_deref().map(str::to_owned), item.elements[0].was.as_deref().map(str::to_owned))
        })
    };
    assert_eq!(former(&renamed), (Some("child".to_owned()), Some("age".to_owned())));
    assert_eq!(former(&version.clone().under(lower)), (None, None));
}
