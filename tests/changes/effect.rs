//! What drafts close, improve, open, worsen and leave.

use lacuna::diff::Effect;
use lacuna::diff::effect::Outcome;

use crate::world::{Version, act, compare};

/// What a draft does to a version: a line for each item that it does something to or leaves, and for what waits.
#[track_caller]
fn does(version: &Version, draft: &str, expected: &str) {
    let with = version.clone().with(draft);
    let found = compare(version, &with, |found| {
        let effect = Effect::of(&found.standards[0]);
        let mut out = String::new();
        for outcome in Outcome::ALL {
            for it in effect.with(outcome) {
                out.push_str(&format!(
                    "{} {} {} > {}\n",
                    outcome.name(),
                    it.item,
                    it.in_force.name(),
                    it.with_drafts.name()
                ));
            }
        }
        for waiting in &effect.waiting {
            let items: Vec<&str> = waiting.items.iter().map(|(id, _)| &**id).collect();
            let near = &waiting.near;
            out.push_str(&format!("waits {}: {} [{}]\n", near.ground.address(), near.reason.words(), items.join(" ")));
        }
        out
    });
    assert_eq!(found, expected);
}

fn bill(more: &str, age: u32) -> String {
    format!(
        "laws:\n  bill:\n    title: Bill\n    kind: act\n{more}    source: s\n    confidence: verified\n    provisions:\n      - \
         {{ at: cl. 1, summary: B., says: {{ child: {{ below: {age} }} }} }}\n"
    )
}

#[test]
fn a_draft_closes_what_it_meets_and_leaves_the_rest() {
    let record = act(16) + "commitments:\n  treaty: none\n";
    does(
        &Version::new("2009-08-31", &record),
        &bill("", 18),
        "\
closes child partial > met
leaves-untouched treaty gap > gap
",
    );
}

#[test]
fn a_draft_opens_a_gap_by_what_it_repeals() {
    let silence = "silences:\n  - { on: child, note: Nothing else., source: s, confidence: verified }\n";
    let repeal = "laws:\n  repeal: { title: Repeal Bill, kind: act, repeals: [act], source: s }\n";
    does(&Version::new("2009-08-31", &(act(18) + silence)), repeal, "opens child met > gap\n");
}

#[test]
fn a_draft_worsens_what_was_met() {
    does(&Version::new("2009-08-31", &act(18)), &bill("    repeals: [act]\n", 16), "worsens child met > partial\n");
}

#[test]
fn what_commences_later_waits_and_says_for_what() {
    does(
        &Version::new("2009-08-31", &act(16)),
        &bill("    in-force: 2011-01-01\n", 18),
        "\
leaves-untouched child partial > partial
waits Bill, cl. 1: not in force before 2011-01-01 [child]
",
    );
}

#[test]
fn what_waits_for_rules_waits_and_says_for_what() {
    does(
        &Version::new("2009-08-31", &act(16)),
        &bill("    awaits: the Minister has made rules\n", 18),
        "\
leaves-untouched child partial > partial
waits Bill, cl. 1: without effect until the Minister has made rules [child]
",
    );
}

#[test]
fn a_draft_that_takes_away_the_only_rule_does_not_merely_touch_it() {
    let repeal = "laws:\n  repeal: { title: Repeal Bill, kind: act, repeals: [act], source: s }\n";
    does(&Version::new("2009-08-31", &act(16)), repeal, "strips child partial > unknown\n");
    does(&Version::new("2009-08-31", &act(18)), repeal, "strips child met > unknown\n");
    does(&Version::new("2009-08-31", ""), &bill("", 18), "speaks-first child unknown > met\n");
}

#[test]
fn a_draft_that_speaks_against_the_law_in_force_brings_into_conflict() {
    let version = Version::new("2009-08-31", &act(16)).under(|text| {
        text.replace("some provision on child has below >= 18", "every provision on child has below >= 18")
    });
    does(&version, &bill("", 18), "brings-into-conflict child partial > conflict\n");
}

#[test]
fn a_draft_that_does_what_must_not_be_done_where_nothing_was_recorded_speaks_first() {
    let rule =
        |text: &str| text.replace("some provision on child has below >= 18", "no provision on child has below < 18");
    does(&Version::new("2009-08-31", "").under(rule), &bill("", 16), "speaks-first child unknown > gap\n");
    // Where it was done before, another law that does it touches the gap and opens none.
    does(&Version::new("2009-08-31", &act(16)).under(rule), &bill("", 15), "touches child gap > gap\n");
}

#[test]
fn only_what_the_draft_holds_and_only_what_waits_is_named_as_waiting() {
    let later = "      - { at: s. 9, summary: To 18., in-force: 2012-01-01, says: { child: { below: 18 } } }\n";
    let over = bill("    in-force: 2001-01-01\n    expires: 2002-01-01\n", 18);
    does(&Version::new("2009-08-31", &(act(16) + later)), &over, "leaves-untouched child partial > partial\n");
}
