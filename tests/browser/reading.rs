//! The page as a document: without scripts, and on a small screen.

use serde_json::json;

use crate::devtools::Browser;
use crate::pages::{SHIPPED, assert_silent};

#[test]
fn without_scripts_everything_can_be_read_and_nothing_pretends_to_work() {
    let mut browser = Browser::start(1280, 900);
    browser.send("Emulation.setScriptExecutionDisabled", json!({ "value": true }));
    browser.open(&SHIPPED, "");
    let hidden = "[...document.querySelectorAll('.view:not(#_sides)')].filter((it) => !it.offsetParent).length";
    assert_eq!(browser.number(hidden), 0);
    let tools = "[...document.querySelectorAll('form, button, select, input, dialog, #_sides')].filter((it) => it.offsetParent).length";
    assert_eq!(browser.number(tools), 0);
    let text = browser.text("document.body.innerText");
    for words in [
        "Scripts are off.",
        "A child is a Vietnamese citizen under sixteen.",
        "Define the child once",
        "Every definition of the child outside labour law draws the line at 18 or above.",
    ] {
        assert!(text.contains(words), "{words}");
    }
    let verdict = "document.querySelector('.heat a[href=\"#annex-d/child-definition/VNM\"]').innerText.trim()";
    assert_eq!(browser.text(verdict), "◐ falls short");
    assert_silent(&browser, &SHIPPED);
}

#[test]
fn at_three_hundred_and_sixty_pixels_nothing_stands_out_of_the_page() {
    let mut browser = Browser::start(360, 740);
    for place in
        ["", "#annex-b", "#VNM", "#annex-d/child-definition", "#annex-d/child-definition/VNM", "#VNM+THA", "#_about"]
    {
        browser.open(&SHIPPED, place);
        assert_eq!(browser.number("document.documentElement.scrollWidth"), 360, "{place}");
    }
    // The headings of rows and columns stay while the table moves under them.
    browser.open(&SHIPPED, "");
    let place = "(() => { const frame = document.querySelector('.now .frame'); frame.scrollTo(300, 200); \
                 const own = frame.getBoundingClientRect(); const at = (cell) => { const box = \
                 frame.querySelector(cell).getBoundingClientRect(); return [box.x - own.x, box.y - own.y]; }; \
                 return [at('thead th:nth-child(3)')[1], at('tbody[data-item] th')[0], frame.scrollLeft] })()";
    assert_eq!(browser.ask(place), json!([1, 1, 300]), "one pixel is the frame's border");
}
