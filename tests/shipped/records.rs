//! `docs/records.md` holds what the records hold. `UPDATE=1 cargo test --test shipped` rewrites it.

use std::fs;

use lacuna::report::records::{self, Counted};

use super::support::{SHIPPED, audit};

const PAGE: &str = "docs/records.md";
const BEGIN: &str = "<!-- measured: begin -->\n";
const END: &str = "<!-- measured: end -->\n";

#[test]
fn the_page_on_records_has_the_latest_numbers() {
    let frameworks = &SHIPPED.frameworks;
    let day = |name: &str| frameworks[name].get().reviewed.value.to_string();
    let audits: Vec<_> = frameworks.keys().map(|name| audit(name, "annex-d", &day(name))).collect();
    let records: Vec<_> =
        frameworks.values().zip(&audits).map(|(it, audit)| Counted { framework: it.get(), audit }).collect();
    let measured = records::markdown(&records, &SHIPPED.vocabulary);
    let page = fs::read_to_string(PAGE).unwrap();
    let (before, rest) = page.split_once(BEGIN).expect("the page marks where the numbers begin");
    let (written, after) = rest.split_once(END).expect("the page marks where they end");
    if written.trim() != measured.trim() && std::env::var_os("UPDATE").is_some() {
        fs::write(PAGE, format!("{before}{BEGIN}\n{measured}\n{END}{after}")).unwrap();
    }
    assert_eq!(written.trim(), measured.trim(), "run it again with UPDATE=1 and read what changed");
}
