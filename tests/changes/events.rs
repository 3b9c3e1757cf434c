//! What happened between the two days: after the earlier and by the later, on either side, in the order of the days.

use crate::world::{Version, compare};

const RECORD: &str = "\
commitments:
  treaty: { ratified: 2004-12-31, in-force: 2005-01-02, source: s }
laws:
  first: { title: First Act, kind: act, in-force: 2005-01-01, repealed: 2006-01-01, source: s, confidence: verified }
  second:
    title: Second Act
    kind: act
    in-force: 2005-06-01
    expires: 2006-01-02
    source: s
    confidence: verified
    provisions:
      - { at: s. 4, summary: S., in-force: 2005-09-01, says: { child: { below: 18 } } }
";

fn events(old: &Version, new: &Version) -> Vec<String> {
    let line = |it: &lacuna::diff::Event| format!("{} {} {} [{}]", it.date, it.address, it.what, it.law);
    compare(old, new, |found| found.events.iter().map(line).collect())
}

#[test]
fn what_happened_after_the_earlier_day_and_by_the_later_is_told() {
    let version = Version::new("2009-08-31", RECORD);
    let (from, to) = (version.clone().on("2005-01-01"), version.on("2006-01-01"));
    // The first act commenced on the earlier day, and the second expires on the day after the later.
    let expected = [
        "2005-01-02 Treaty in force for the country [The Great Treaty]",
        "2005-06-01 Second Act commenced [Second Act]",
        "2005-09-01 Second Act, s. 4 commenced [Second Act]",
        "2006-01-01 First Act no longer in force [First Act]",
    ];
    assert_eq!(events(&from, &to), expected);
    assert_eq!(events(&to, &from), expected, "whichever side is the old one");
    assert_eq!(events(&to, &to), Vec::<String>::new());
}

#[test]
fn what_one_side_alone_records_is_told_too() {
    let without = Version::new("2009-08-31", "").on("2005-01-01");
    let with = Version::new("2009-08-31", RECORD).on("2005-01-02");
    assert_eq!(events(&without, &with), ["2005-01-02 Treaty in force for the country [The Great Treaty]"]);
}
