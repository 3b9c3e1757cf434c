//! The picture of the page that the README shows. `UPDATE=1` writes it anew; without it, it must be there and be one.

use std::fs;

use crate::devtools::Browser;
use crate::pages::SHIPPED;

const PICTURE: &str = "docs/site.png";

#[test]
fn the_picture_in_the_readme_is_of_the_page() {
    let mut browser = Browser::start(1400, 1000);
    browser.open(&SHIPPED, "#annex-d/child-definition/VNM");
    let picture = browser.picture();
    if std::env::var_os("UPDATE").is_some_and(|value| value == "1") {
        fs::write(PICTURE, &picture).unwrap();
    }
    // Fonts differ from system to system, so what is compared is the size, which stands in the head of the file.
    let shipped = fs::read(PICTURE).expect("docs/site.png; UPDATE=1 makes it");
    assert_eq!(shipped[..8], picture[..8], "it is a PNG");
    assert_eq!(shipped[16..24], picture[16..24], "it is as large as the window");
    assert!(fs::read_to_string("README.md").unwrap().contains(PICTURE), "the README shows it");
}
