//! Viet Nam, as at 1 July 2008, the day that fits the source's own data best, and later.

use lacuna::finding::Verdict::{Conflict, Gap, Met, Partial};

use super::support::{contradicting, element, item, missing, pinpoints, row};

const DAY: &str = "2008-07-01";

#[test]
fn not_a_party_to_the_palermo_protocol_and_the_gap_says_since_when_it_is() {
    let found = element("viet-nam", "annex-b/palermo-protocol.party", DAY);
    assert_eq!(found.verdict, Gap);
    assert_eq!(found.reasons.len(), 1);
    assert!(found.reasons[0].contains("acceded on 2012-06-08"), "{}", found.reasons[0]);
    assert_eq!(row("viet-nam", "palermo-protocol", "2012-06-08"), Met);
}

#[test]
fn party_to_the_convention_on_the_rights_of_the_child() {
    assert_eq!(row("viet-nam", "crc", DAY), Met);
    assert!(item("viet-nam", "annex-d/child-definition", DAY).duty.is_owed());
}

#[test]
fn a_national_plan_on_trafficking() {
    assert_eq!(row("viet-nam", "plan-trafficking", DAY), Met);
    assert_eq!(element("viet-nam", "annex-d/evidence-based-policy.national-policy", DAY).verdict, Met);
}

#[test]
fn whether_means_are_needed_for_a_child_is_a_conflict() {
    let found = element("viet-nam", "annex-d/trafficking-definition.no-means-for-a-child", DAY);
    assert_eq!(found.verdict, Conflict);
    assert!(pinpoints(&found).iter().any(|at| at.contains("art. 120")), "{:?}", pinpoints(&found));
    assert!(contradicting(&found).iter().all(|at| at.contains("03/2008") || at.contains("Joint Circular")));
    assert!(!contradicting(&found).is_empty());
}

#[test]
fn the_acts_fall_short_and_those_of_the_protocol_that_are_missing_are_named() {
    let found = element("viet-nam", "annex-d/trafficking-definition.acts", DAY);
    assert_eq!(found.verdict, Partial);
    assert_eq!(missing(&found), ["recruitment", "transportation", "transfer", "harbouring", "receipt"]);
}

#[test]
fn the_law_of_2011_names_the_acts_and_leaves_punishment_open() {
    assert_eq!(element("viet-nam", "annex-d/trafficking-definition.acts", "2013-12-31").verdict, Met);
    assert_ne!(item("viet-nam", "annex-d/non-punishment", "2013-12-31").verdict, Met);
}
