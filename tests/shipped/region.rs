//! The seven countries, as at 1 July 2008 unless another day is named: what a lawyer would check first.

use lacuna::finding::State;
use lacuna::finding::Verdict::{self, Conflict, Met, Partial, Unknown};

use super::support::{SHIPPED, audit, contradicting, element, missing, pinpoints, row};

const DAY: &str = "2008-07-01";
const ALL: [&str; 7] = ["china", "indonesia", "lao-pdr", "malaysia", "philippines", "thailand", "viet-nam"];

fn with(verdict: Verdict, id: &str, as_of: &str) -> Vec<&'static str> {
    ALL.into_iter().filter(|country| row(country, id, as_of) == verdict).collect()
}

#[test]
fn seven_countries_are_shipped() {
    let names: Vec<&str> = SHIPPED.frameworks.keys().map(String::as_str).collect();
    assert_eq!(names, ALL);
}

#[test]
fn all_seven_are_party_to_the_convention_on_the_rights_of_the_child() {
    assert_eq!(with(Met, "crc", DAY), ALL);
}

#[test]
fn lao_pdr_and_the_philippines_alone_are_party_to_the_palermo_protocol() {
    assert_eq!(with(Met, "palermo-protocol", DAY), ["lao-pdr", "philippines"]);
    assert_eq!(with(Partial, "palermo-protocol", DAY), ["indonesia", "thailand"], "signed only");
    let at_the_end_of_2009 = ["indonesia", "lao-pdr", "malaysia", "philippines"];
    assert_eq!(with(Met, "palermo-protocol", "2009-12-31"), at_the_end_of_2009);
}

#[test]
fn all_seven_have_legislation_on_trafficking() {
    assert_eq!(with(Met, "trafficking-in-persons", DAY), ALL);
}

#[test]
fn no_means_for_a_child() {
    let verdict = |country| element(country, "annex-d/trafficking-definition.no-means-for-a-child", DAY).verdict;
    for country in ["philippines", "thailand", "lao-pdr", "malaysia"] {
        assert_eq!(verdict(country), Met, "{country}");
    }
    assert_eq!(verdict("viet-nam"), Conflict);
    // Indonesia's definition and basic offence require means of every victim; that sending a child needs none is no cure.
    let found = element("indonesia", "annex-d/trafficking-definition.no-means-for-a-child", DAY);
    assert_ne!(found.verdict, Met);
    let (grounds, against) = (pinpoints(&found), contradicting(&found));
    assert!(grounds.iter().any(|at| at.ends_with("art. 6")), "{grounds:?}");
    for at in ["art. 1(1)", "art. 2(1)"] {
        assert!(against.iter().any(|it| it.ends_with(at)), "{at}: {against:?}");
    }
}

#[test]
fn the_acts_fall_short_for_viet_nam_and_china_and_the_missing_ones_are_named() {
    let found = element("china", "annex-d/trafficking-definition.acts", DAY);
    assert_eq!(found.verdict, Partial);
    assert_eq!(missing(&found), ["recruitment", "harbouring", "receipt"]);
    assert_eq!(element("viet-nam", "annex-d/trafficking-definition.acts", DAY).verdict, Partial);
}

#[test]
fn the_definition_of_the_child_is_a_conflict_for_china_and_the_philippines() {
    let found = element("china", "annex-d/child-definition.age", DAY);
    assert_eq!(found.verdict, Conflict);
    assert!(pinpoints(&found).iter().any(|at| at.contains("Protection of Minors") && at.ends_with("art. 2")));
    assert!(contradicting(&found).iter().any(|at| at.contains("art. 240")), "{:?}", contradicting(&found));
    let found = element("philippines", "annex-d/child-definition.age", DAY);
    assert_eq!(found.verdict, Conflict);
    let says: Vec<_> = found.shortfalls.iter().map(|it| it.state.clone()).collect();
    for age in ["15", "16"] {
        assert!(says.contains(&State::Otherwise(age.into())), "{age}: {says:?}");
    }
    assert!(!pinpoints(&found).is_empty());
}

#[test]
fn an_age_for_work_marriage_or_responsibility_alone_makes_no_conflict() {
    for country in ["thailand", "lao-pdr", "indonesia"] {
        assert_ne!(element(country, "annex-d/child-definition.age", DAY).verdict, Conflict, "{country}");
    }
}

#[test]
fn in_china_the_purpose_is_sale_and_the_finding_says_what_that_leaves_out() {
    let found = element("china", "annex-d/trafficking-definition.exploitation-purpose", DAY);
    assert_eq!(found.verdict, Partial);
    let summary = &found.grounds[0].summary;
    assert!(summary.contains("exploitation is not required"), "{summary}");
    assert!(summary.contains("not covered without a sale"), "{summary}");
}

#[test]
fn in_china_a_dearer_penalty_for_drug_crimes_does_not_hide_the_age_of_fourteen_for_prostitution() {
    let found = element("china", "annex-d/aggravation.exploitation-of-children", DAY);
    assert_eq!(found.verdict, Conflict);
    assert!(pinpoints(&found).iter().any(|at| at.contains("347(6)")), "{:?}", pinpoints(&found));
    assert!(contradicting(&found).iter().any(|at| at.ends_with("art. 359")), "{:?}", contradicting(&found));
}

#[test]
fn in_china_the_clause_that_frees_the_buyer_is_named_as_long_as_it_stands() {
    let named = |as_of| {
        let found = element("china", "annex-d/prevention.small-time-offenders", as_of);
        assert_eq!(found.verdict, Partial);
        found.shortfalls.iter().any(|it| it.state == State::Otherwise("excusable".into()))
    };
    assert!(named(DAY));
    assert!(!named("2016-01-01"));
}

#[test]
fn a_penal_code_that_was_read_makes_no_gap_in_the_liability_of_bodies_by_other_law() {
    for country in ["lao-pdr", "viet-nam"] {
        assert_eq!(element(country, "annex-d/liability.legal-persons", DAY).verdict, Unknown, "{country}");
    }
}

#[test]
fn a_general_circumstance_that_names_no_official_does_not_punish_officials_by_itself() {
    assert_eq!(element("viet-nam", "annex-d/liability.public-officials", DAY).verdict, Partial);
}

#[test]
fn thailands_immunity_falls_short_names_what_it_leaves_out_and_can_be_lifted() {
    let found = element("thailand", "annex-d/non-punishment.offences", DAY);
    assert_eq!(found.verdict, Partial);
    assert_eq!(missing(&found), ["drug-offences"]);
    assert!(pinpoints(&found).iter().any(|at| at.ends_with("s. 41")), "{:?}", pinpoints(&found));
    let found = element("thailand", "annex-d/non-punishment.not-liftable", DAY);
    assert_eq!(found.verdict, Partial);
    assert!(found.grounds.iter().any(|ground| ground.address().ends_with("s. 41")));
}

#[test]
fn the_philippine_exemption_is_tied_to_acts_directly_related_to_trafficking() {
    let found = element("philippines", "annex-d/non-punishment.whatever-the-role", DAY);
    assert_eq!(found.verdict, Partial);
    assert!(found.grounds.iter().any(|ground| ground.summary.contains("directly related")));
}

#[test]
fn thailands_victim_fund_exists_and_does_not_name_confiscated_assets() {
    assert_eq!(element("thailand", "annex-d/victim-fund.fund", DAY).verdict, Met);
    assert_eq!(element("thailand", "annex-d/victim-fund.confiscated-assets", DAY).verdict, Partial);
}

#[test]
fn thailands_act_of_2008_counts_from_the_day_on_which_it_commenced() {
    let verdict = |as_of| element("thailand", "annex-d/trafficking-definition.no-means-for-a-child", as_of).verdict;
    assert_ne!(verdict("2008-06-04"), Met);
    assert_eq!(verdict("2008-06-05"), Met);
}

#[test]
fn sixty_elements_of_annex_d_are_assessed_in_the_five_that_were_read_most() {
    for country in ["indonesia", "malaysia", "philippines", "thailand", "viet-nam"] {
        let findings = audit(country, "annex-d", DAY).findings;
        let elements = findings.iter().flat_map(|finding| &finding.elements);
        let assessed = elements.filter(|element| element.answer.verdict.is_assessed()).count();
        assert!(assessed >= 60, "{country}: {assessed}");
    }
}
