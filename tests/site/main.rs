//! The page for a region, read as text: what it weighs, where its links lead, what it may do, what it says on other days.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

mod addresses;
mod days;
mod hostile;
mod hostile_words;
mod policy;
mod world;

use world::{SHIPPED_PAGE, World};

#[test]
fn the_page_of_the_shipped_countries_weighs_less_than_three_megabytes() {
    let page = &*SHIPPED_PAGE;
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
    assert!(page.len() > 1_000_000, "{} bytes: the records are not in it", page.len());
}

#[test]
fn the_same_region_gives_the_same_bytes_in_whatever_order_it_is_given() {
    let world = World::invented(str::to_owned);
    let page = world.page("2008-07-01");
    assert_eq!(page, world.page("2008-07-01"));
    assert_eq!(page, world.turned_round().page("2008-07-01"));
}

#[test]
fn the_page_shows_the_day_for_which_every_record_speaks() {
    let world = World::invented(str::to_owned);
    let days = lacuna::report::site::common_day(world.frameworks.iter().map(|it| it.get()));
    // Borduria was brought up to 2007 only.
    assert_eq!(days.unwrap().to_string(), "2007-12-31");
}
