//! When an item is owed: the last paragraph of `docs/verdicts.md`, part by part.

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::finding::Duty;
use lacuna::model::words::Confidence;
use lacuna::{Files, Snapshot, eval, read_checklist, read_framework, read_vocabulary};

/// The bonds of an item with these bases, on a day: the instrument, since when, and whether from memory.
fn owed(commitments: &str, basis: &str, day: &str, least: Confidence) -> Vec<String> {
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let file = files.add("vocabulary.yaml", include_str!("../cases/vocabulary.yaml"));
    let vocabulary = read_vocabulary(&files, file, &mut found).unwrap();
    let text = format!(
        "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: partial\nsources: {{ s: {{ title: A source }} }}\ncommitments: \
         {{ {commitments} }}\n"
    );
    let file = files.add("framework.yaml", text);
    let framework = read_framework(&files, file, &vocabulary, &mut found).unwrap_or_else(|| panic!("{found:?}"));
    let text = format!(
        "checklist: c\ntitle: C\nversion: 1\nsource: {{ title: None }}\nsections: [{{ id: s, title: S, items: [{{ id: i, title: I, \
         requires: R, basis: [{basis}], floor: law, remedy: {{ lever: statute, pointer: P }}, elements: [{{ id: e, requires: R, \
         rule: some provision on child }}] }}] }}]\n"
    );
    let file = files.add("checklist.yaml", text);
    let checklist = read_checklist(&files, file, &vocabulary, &mut found).unwrap_or_else(|| panic!("{found:?}"));
    let snapshot = Snapshot::new(&vocabulary, &framework, &[], Day::parse(day).unwrap(), least);
    match eval::audit(&snapshot, &checklist).findings.remove(0).duty {
        Duty::Recommended => Vec::new(),
        Duty::Owed(bonds) => {
            let memory = |recalled: bool| if recalled { " from memory" } else { "" };
            bonds.iter().map(|it| format!("{} {}{}", it.short, it.since, memory(it.recalled))).collect()
        }
    }
}

/// The same for article 1 of the Great Treaty on the first day of 2005, whatever is known.
fn treaty(events: &str) -> Vec<String> {
    let text = format!("treaty: {{ {events}, source: s, confidence: verified }}");
    owed(&text, "{ instrument: treaty, article: '1' }", "2005-01-01", Confidence::Recalled)
}

const NOT: [&str; 0] = [];

#[test]
fn consent_is_given_and_not_ended() {
    assert_eq!(treaty("ratified: 2004-06-01"), ["Treaty 2004-06-01"]);
    assert_eq!(treaty("ratified: 2005-01-01"), ["Treaty 2005-01-01"]);
    assert_eq!(treaty("ratified: 2005-01-02"), NOT);
    assert_eq!(treaty("signed: 2004-06-01"), NOT);
    assert_eq!(treaty("ratified: 1995-01-01, denounced: 2005-01-01"), NOT);
    assert_eq!(treaty("ratified: 1995-01-01, denounced: 2005-01-02"), ["Treaty 1995-01-01"]);
    assert_eq!(treaty("ratified: 1995-01-01, expires: 2004-12-31"), NOT);
    assert_eq!(treaty("ratified: 1995-01-01, expires: 2005-01-01"), ["Treaty 1995-01-01"]);
    assert_eq!(treaty("none: yes"), NOT);
    assert_eq!(owed("", "{ instrument: treaty }", "2005-01-01", Confidence::Recalled), NOT);
    let pact = "pact: { signed: 2001-05-10, source: s, confidence: verified }";
    let found = owed(pact, "{ instrument: pact }", "2005-01-01", Confidence::Recalled);
    assert_eq!(found, ["Pact 2001-05-10"], "a signature binds there");
}

#[test]
fn the_instrument_is_in_force_and_for_the_country_where_that_is_recorded() {
    // The Great Treaty has been in force since 1990-01-01.
    let text = "treaty: { ratified: 1989-06-01, source: s, confidence: verified }";
    let on = |day: &str| owed(text, "{ instrument: treaty }", day, Confidence::Recalled);
    assert_eq!(on("1989-12-31"), NOT);
    assert_eq!(on("1990-01-01"), ["Treaty 1990-01-01"]);
    assert_eq!(treaty("ratified: 2004-06-01, in-force: 2005-01-01"), ["Treaty 2005-01-01"]);
    assert_eq!(treaty("ratified: 2004-06-01, in-force: 2005-01-02"), NOT);
}

#[test]
fn it_is_not_disputed_on_the_day_and_known_well_enough() {
    assert_eq!(treaty("ratified: 1995-01-01, disputed: They disagree."), NOT);
    assert_eq!(
        treaty("ratified: 1995-01-01, disputed: They disagree., disputed-until: 2005-01-01"),
        ["Treaty 1995-01-01"]
    );
    let known = |confidence: &str, least| {
        let text = format!("treaty: {{ ratified: 1995-01-01, source: s, confidence: {confidence} }}");
        owed(&text, "{ instrument: treaty }", "2005-01-01", least)
    };
    assert_eq!(known("reported", Confidence::Verified), NOT);
    assert_eq!(known("reported", Confidence::Reported), ["Treaty 1995-01-01"]);
    assert_eq!(known("verified", Confidence::Reported), ["Treaty 1995-01-01"]);
    assert_eq!(known("recalled", Confidence::Recalled), ["Treaty 1995-01-01 from memory"]);
    assert_eq!(known("recalled", Confidence::Reported), NOT);
}

#[test]
fn the_article_is_not_taken_out_by_a_reservation_that_stands() {
    let reserved = |reservation: &str| {
        treaty(&format!("ratified: 1995-01-01, reservations: [{{ {reservation}note: Not this. }}]"))
    };
    assert_eq!(reserved("article: '1', "), NOT);
    assert_eq!(reserved("article: '1(2)', "), NOT);
    assert_eq!(reserved("article: '12', "), ["Treaty 1995-01-01"]);
    assert_eq!(reserved("article: '1', withdrawn: 2005-01-01, "), ["Treaty 1995-01-01"]);
    assert_eq!(reserved("article: '1', withdrawn: 2005-01-02, "), NOT);
    assert_eq!(reserved("article: '1', made: 2005-01-02, "), ["Treaty 1995-01-01"]);
    // One to the treaty as a whole names no article that it takes out.
    assert_eq!(reserved(""), ["Treaty 1995-01-01"]);
    let text = "treaty: { ratified: 1995-01-01, reservations: [{ article: '1', note: Not this. }], source: s, confidence: verified }";
    let found = owed(text, "{ instrument: treaty }", "2005-01-01", Confidence::Recalled);
    assert_eq!(found, ["Treaty 1995-01-01"], "the treaty as a whole binds");
}

#[test]
fn one_basis_that_binds_is_enough() {
    let text = "pact: { signed: 2001-05-10, source: s, confidence: verified }";
    let found = owed(text, "{ instrument: treaty }, { instrument: pact }", "2005-01-01", Confidence::Recalled);
    assert_eq!(found, ["Pact 2001-05-10"]);
}
