//! An automatic check of what can be checked automatically: axe-core, on every part, light and dark, wide and narrow.

use std::fs;

use serde_json::json;

use crate::devtools::Browser;
use crate::pages::PAIR;

const RUN: &str = "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map((it) => \
                   `${it.id}: ${it.help}: ${it.nodes.slice(0, 3).map((node) => node.html + ' ' + node.failureSummary).join(' | ')}`))";

fn check(scheme: &str, width: u32, places: &[&str]) {
    let axe = fs::read_to_string("tests/assets/axe.min.js").unwrap();
    let mut browser = Browser::start(width, 900);
    browser.scheme(scheme);
    // The check itself is no part of the page, whose policy would stop it.
    browser.send("Page.setBypassCSP", json!({ "enabled": true }));
    for place in places.iter().copied() {
        browser.open(&PAIR, place);
        if place == "#annex-b" {
            browser.choose_day("2001-01-01");
            browser.click(".now [data-verdict][value=gap]");
        }
        browser.ask(&format!("{axe}; 0"));
        assert_eq!(browser.ask(RUN), json!([]), "{place}, {scheme}, {width}");
    }
}

#[test]
fn no_violation_in_the_light() {
    let places =
        ["", "#annex-b", "#VNM", "#annex-d/child-definition", "#annex-d/child-definition/VNM", "#VNM+THA", "#_about"];
    check("light", 1280, &places);
}

#[test]
fn no_violation_in_the_dark() {
    check("dark", 1280, &["", "#annex-b", "#VNM", "#annex-d/child-definition/VNM"]);
}

#[test]
fn no_violation_on_a_small_screen() {
    check("light", 360, &["", "#annex-d/child-definition/VNM", "#VNM+THA"]);
}
