//! The page on paper.

use crate::devtools::Browser;
use crate::pages::SHIPPED;

/// How many sheets a document has, and their size in points, as it writes it.
fn sheets(pdf: &[u8]) -> (usize, Vec<String>) {
    let text = String::from_utf8_lossy(pdf);
    let mut sizes: Vec<String> =
        text.split("/MediaBox [").skip(1).map(|rest| rest.split(']').next().unwrap().to_owned()).collect();
    let number = sizes.len();
    sizes.sort();
    sizes.dedup();
    (number, sizes)
}

#[test]
fn what_is_shown_prints_on_a4() {
    let mut browser = Browser::start(1280, 900);
    // The most sheets that each part may take: more is a table that does not fit, or a part that should be hidden.
    for (place, most) in [("", 3), ("#annex-b", 5), ("#annex-d/child-definition", 8), ("#VNM", 16)] {
        browser.open(&SHIPPED, place);
        let pdf = browser.print();
        assert!(pdf.starts_with(b"%PDF-"));
        let (number, sizes) = sheets(&pdf);
        assert_eq!(sizes, ["0 0 594.95996 841.91998"], "{place}");
        assert!((1..=most).contains(&number), "{place} takes {number} sheets");
    }
    browser.open(&SHIPPED, "#_all");
    let (number, _) = sheets(&browser.print());
    assert!(number > 100, "everything takes {number} sheets");
}
