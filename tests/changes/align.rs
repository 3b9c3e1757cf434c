//! Which item of one edition of a standard is which of another, and how many audits that takes.

use std::cell::Cell;

use lacuna::diff::{Corners, Differing};

use crate::world::{Version, act, compare, expect};

const AGE: &str = "          - { id: age, requires: The age is 18., rule: some provision on child has below >= 18 }\n";
const ACTS: &str =
    "          - { id: acts, requires: Every act., rule: \"provisions on definition together cover acts {all}\" }\n";
const MEANS: &str =
    "          - { id: means, requires: No means., rule: some provision on definition has means = irrelevant }\n";

fn version() -> Version {
    Version::new("2009-08-31", &act(16))
}

#[test]
fn the_order_of_elements_does_not_count() {
    let turned = version().under(|text| text.replace(&format!("{ACTS}{MEANS}"), &format!("{MEANS}{ACTS}")));
    expect(&version(), &turned, "");
}

#[test]
fn another_element_in_the_place_of_one_is_no_new_name_for_it() {
    let other = version().under(|text| text.replace("id: means,", "id: consent,"));
    expect(
        &version(),
        &other,
        "standard: element-added trafficking.consent\nstandard: element-removed trafficking.means",
    );
}

#[test]
fn another_item_in_the_place_of_one_is_no_new_name_for_it() {
    let other = version().under(|text| text.replace("id: treaty\n", "id: accession\n"));
    expect(&version(), &other, "standard: item-added accession\nstandard: item-removed treaty");
}

#[test]
fn elements_of_one_name_in_two_items_stay_apart() {
    // Both editions have `trafficking.age` beside `child.age`, and each goes its own way.
    let both = |which: &str| {
        let more = format!("{ACTS}{}", AGE.replace("below >= 18", which));
        version().under(|text| text.replace(ACTS, &more))
    };
    expect(
        &both("below >= 21"),
        &both("below >= 19"),
        "\
trafficking: partial > partial  []
  .age: partial > partial other-grounds [standard-changed] <>
standard: rule-changed trafficking.age",
    );
}

#[test]
fn each_corner_that_can_differ_is_audited_once() {
    let audit = compare(&version(), &version(), |found| found.standards[0].old_audit.clone());
    let audits = |record: bool, standard: bool, day: bool| {
        let count = Cell::new(0);
        Corners::audit(Differing { record, standard, day }, |_| {
            count.set(count.get() + 1);
            audit.clone()
        });
        count.get()
    };
    assert_eq!(audits(false, false, false), 1);
    assert_eq!([audits(true, false, false), audits(false, true, false), audits(false, false, true)], [2, 2, 2]);
    assert_eq!([audits(true, true, false), audits(true, false, true), audits(false, true, true)], [4, 4, 4]);
    assert_eq!(audits(true, true, true), 8);
}
