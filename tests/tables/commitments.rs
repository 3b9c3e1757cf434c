//! The list under *Commitments*: every event absent, before, on and after the day, for a treaty that ratification binds.

use lacuna::finding::Verdict::{self, Conflict, Gap, Met, Partial, Unknown};

use super::Rules;

/// A year before, of and after the day, which is the first of 2005.
const WHEN: [Option<u16>; 4] = [None, Some(2004), Some(2005), Some(2006)];

#[derive(Clone, Copy, Debug)]
struct Events {
    signed: Option<u16>,
    ratified: Option<u16>,
    in_force: Option<u16>,
    denounced: Option<u16>,
    expires: Option<u16>,
}

fn all() -> Vec<Events> {
    let mut all = Vec::new();
    for signed in WHEN {
        for ratified in WHEN {
            for in_force in WHEN {
                for denounced in WHEN {
                    all.extend(WHEN.map(|expires| Events { signed, ratified, in_force, denounced, expires }));
                }
            }
        }
    }
    all
}

/// The list, number by number. `spoilt`: bound for a territory only, or under a reservation that is excluded and stands.
fn table(it: Events, disputed: bool, spoilt: bool, signature: bool) -> Verdict {
    let by_the_day = |year: Option<u16>| year.is_some_and(|year| year <= 2005);
    // 3.
    if disputed {
        return Conflict;
    }
    // 5. `in-force` shows a consent only where none is recorded.
    let consented = by_the_day(it.ratified) || it.ratified.is_none() && by_the_day(it.in_force);
    if consented {
        let left = by_the_day(it.denounced) || it.expires.is_some_and(|year| year < 2005);
        return match (left, spoilt) {
            (true, _) => Gap,
            (false, true) => Partial,
            (false, false) => Met,
        };
    }
    // 6.
    if by_the_day(it.signed) {
        return if signature && !spoilt { Met } else { Partial };
    }
    // 7.
    if it.signed.or(it.ratified).or(it.in_force).is_some() { Gap } else { Unknown }
}

fn text(it: Events, rest: &str) -> String {
    let mut text = "commitments: { treaty: { ".to_owned();
    for (key, year) in [
        ("signed", it.signed),
        ("ratified", it.ratified),
        ("in-force", it.in_force),
        ("denounced", it.denounced),
        ("expires", it.expires),
    ] {
        if let Some(year) = year {
            text += &format!("{key}: {year}-01-01, ");
        }
    }
    format!("{text}{rest}source: s, confidence: verified }} }}\n")
}

#[test]
fn parties_and_signatories() {
    let rules = Rules::new(&["party to treaty", "signatory to treaty", "party to treaty without reservation"]);
    let mut tried = 0;
    for events in all() {
        for (rest, disputed, spoilt, reserved) in [
            ("", false, false, false),
            ("territory: [North], ", false, true, false),
            ("reservations: [{ note: Not this. }], ", false, false, true),
            ("reservations: [{ withdrawn: 2005-01-01, note: Not this. }], ", false, false, false),
            ("reservations: [{ withdrawn: 2006-01-01, note: Not this. }], ", false, false, true),
            ("disputed: They disagree., disputed-from: 2005-01-01, ", true, false, false),
            ("disputed: They disagree., disputed-until: 2005-01-01, ", false, false, false),
        ] {
            // Dates in an order that cannot be are refused.
            let Some(found) = rules.ask("partial", &text(events, rest)) else { continue };
            let expected = [
                table(events, disputed, spoilt, false),
                table(events, disputed, spoilt, true),
                table(events, disputed, spoilt || reserved, false),
            ];
            assert_eq!(found, expected, "{events:?} {rest}");
            tried += 1;
        }
    }
    assert!(tried > 1_500, "most orders of dates can be: {tried}");
}

#[test]
fn nothing_recorded_and_none() {
    let rules = Rules::new(&["party to treaty", "signatory to treaty"]);
    assert_eq!(rules.ask("partial", "").unwrap(), [Unknown, Unknown]);
    assert_eq!(rules.ask("complete", "").unwrap(), [Gap, Gap]);
    let none = "commitments: { treaty: { none: yes, source: s, confidence: verified } }\n";
    assert_eq!(rules.ask("partial", none).unwrap(), [Gap, Gap]);
}
