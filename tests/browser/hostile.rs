//! Hostile words in every text: nothing runs, nothing loads, and the reader sees the words.

use crate::devtools::Browser;
use crate::pages::{HOSTILE, assert_silent};

#[path = "../site/hostile_words.rs"]
mod words;

pub(crate) use words::hostile;

#[test]
fn hostile_words_stay_words_wherever_they_are_shown() {
    let mut browser = Browser::start(1280, 900);
    let page = &**HOSTILE;
    for place in [
        "",
        "#matrix",
        "#XAA",
        "#annex-x/trafficking-definition",
        "#annex-x/trafficking-definition/XAA",
        "#XAA+XAA",
        "#_all",
    ] {
        browser.open(page, place);
        assert!(browser.text("document.body.innerText").contains("window.broken=1"), "{place}");
        // Another day is built by the script, from data.
        browser.choose_day("2005-01-01");
        assert!(browser.text("document.body.innerText").contains("window.broken=1"), "{place} on another day");
        assert_eq!(browser.text("String(window.broken)"), "undefined", "{place}");
        assert_eq!(browser.number("document.querySelectorAll('img, iframe, object, [onerror]').length"), 0);
        assert_eq!(browser.number("document.scripts.length"), 3);
    }
    // An address of a hostile mail leads nowhere and makes nothing.
    browser.open(page, "#<img src=x onerror=alert(1)>");
    browser.open(page, "#%E0%A4%A");
    assert_eq!(browser.number("document.querySelectorAll('.view.now').length"), 1);
    assert_silent(&browser, page);
}

#[test]
fn the_policy_of_the_page_stops_what_is_not_its_own() {
    let mut browser = Browser::start(1280, 900);
    browser.open(&HOSTILE, "");
    browser.ask(
        "(() => { const made = document.createElement('script'); made.append('window.broken = 4'); \
         document.body.append(made); })()",
    );
    assert_eq!(browser.text("String(window.broken)"), "undefined");
    let sent = "fetch('https://example.org/').then(() => 'sent', () => 'stopped')";
    assert_eq!(browser.text(sent), "stopped");
    let (asked, words) = browser.noise();
    assert!(!asked.iter().any(|address| address.contains("example.org")), "{asked:?}");
    assert!(words.iter().any(|word| word.contains("Content Security Policy")), "{words:?}");
}
