//! Malaysia: the amendment of 2010 put coercion into the definition, and that of 2022 took it out again.

use lacuna::finding::Verdict::{Gap, Met, Partial};

use super::support::{element, missing, row};

const DAY: &str = "2008-07-01";

#[test]
fn no_means_for_a_child_met_lost_and_met_again() {
    let verdict = |as_of| element("malaysia", "annex-d/trafficking-definition.no-means-for-a-child", as_of).verdict;
    assert_eq!(verdict(DAY), Met);
    assert_eq!(verdict("2010-11-14"), Met);
    assert_eq!(verdict("2011-01-01"), Partial);
    assert_eq!(verdict("2022-02-21"), Partial);
    assert_eq!(verdict("2022-02-22"), Met);
}

#[test]
fn no_national_plan_on_trafficking() {
    assert_eq!(row("malaysia", "plan-trafficking", DAY), Gap);
    assert_eq!(element("malaysia", "annex-d/evidence-based-policy.national-policy", DAY).verdict, Gap);
}

#[test]
fn the_abolition_of_forced_labour_convention_was_denounced_in_1990() {
    let found = element("malaysia", "annex-b/c105.party", DAY);
    assert_eq!(found.verdict, Gap);
    assert!(found.reasons[0].contains("denounced"), "{}", found.reasons[0]);
    let told = format!("{} {}", found.grounds[0].summary, found.grounds[0].notes.join(" "));
    assert!(told.contains("1990"), "{told}");
    assert_eq!(row("malaysia", "c105", "1989-12-31"), Met);
}

#[test]
fn migration_for_employment_binds_a_territory_only() {
    let found = element("malaysia", "annex-b/c97.party", DAY);
    assert_eq!(found.verdict, Partial);
    assert_eq!(found.reasons.iter().map(|reason| &**reason).collect::<Vec<_>>(), ["it binds Sabah only"]);
}

#[test]
fn immunity_covers_entry_stay_and_documents_only() {
    let found = element("malaysia", "annex-d/non-punishment.offences", DAY);
    assert_eq!(found.verdict, Partial);
    assert_eq!(missing(&found), ["prostitution", "drug-offences"]);
}
