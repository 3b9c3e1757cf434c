//! What a reader does: filters, opens a cell, follows links, moves the day, compares two countries.

use crate::devtools::Browser;
use crate::pages::{SHIPPED, assert_silent};

/// The rows of the matrix that is shown: items, or elements too.
const ROWS: &str =
    "[...document.querySelectorAll('.now .heat tbody tr th[scope=row]')].filter((th) => th.offsetParent).length";

/// What the open panel says, or nothing.
const PANEL: &str = "document.querySelector('#_panel[open]')?.innerText ?? ''";

fn opened(place: &str) -> Browser {
    let mut browser = Browser::start(1280, 900);
    browser.open(&SHIPPED, place);
    browser
}

/// The words of a cell of the matrix that is shown.
fn cell(browser: &mut Browser, address: &str) -> String {
    browser.text(&format!("document.querySelector('.now .heat a[href=\"#{address}\"]').innerText.trim()"))
}

#[test]
fn the_table_is_filtered_by_section_verdict_and_country() {
    let mut browser = opened("");
    assert_eq!(browser.number(ROWS), 27);
    let columns = "[...document.querySelectorAll('.now .heat thead th')].filter((th) => th.offsetParent).length";
    assert_eq!(browser.number(columns), 1 + 7);

    browser.set(".now [data-section]", "criminalization");
    let of_section = browser.number(ROWS);
    assert!(0 < of_section && of_section < 27, "{of_section}");
    let others =
        "[...document.querySelectorAll('.now tbody:not([hidden])')].every((it) => it.dataset.in === 'criminalization')";
    assert_eq!(browser.ask(others), true);

    browser.set(".now [data-rows]", "elements");
    assert!(browser.number(ROWS) > of_section, "elements add rows");

    browser.click(".now button[type=reset]");
    assert_eq!(browser.number(ROWS), 27);
    for verdict in ["met", "partial", "conflict", "unknown", "not-applicable"] {
        browser.click(&format!(".now [data-verdict][value={verdict}]"));
    }
    let gaps = browser.number(ROWS);
    assert!(0 < gaps && gaps < 27, "{gaps} items with a gap somewhere");
    let each = "[...document.querySelectorAll('.now tbody[data-item]:not([hidden]) tr:not(.element)')]\
                .every((row) => row.querySelector('td.gap:not([hidden])'))";
    assert_eq!(browser.ask(each), true);

    // A country that has a gap, whichever the records give one to.
    let one = "document.querySelector('.now tbody:not([hidden]) tr:not(.element) td.gap a').hash.split('/')[2]";
    let one = browser.text(one);
    for country in ["CHN", "IDN", "LAO", "MYS", "PHL", "THA", "VNM"] {
        if country != one {
            browser.click(&format!(".now [data-country][value={country}]"));
        }
    }
    assert_eq!(browser.number(columns), 2);
    let of_one = browser.number(ROWS);
    assert!(0 < of_one && of_one <= gaps, "{of_one} gaps of one country");
    let said = browser.text("document.querySelector('.now .shown').textContent");
    assert_eq!(said, format!("{of_one} of 27 items in 1 of 7 countries shown."));
    assert_silent(&browser, &SHIPPED);
}

#[test]
fn rows_stand_by_section_or_by_name() {
    let mut browser = opened("");
    let titles =
        "[...document.querySelectorAll('.now .heat tbody[data-item] tr:not(.element) th')].map((th) => th.innerText)";
    let by_section = browser.ask(titles);
    browser.set(".now [data-order]", "name");
    let by_name: Vec<String> = serde_json::from_value(browser.ask(titles)).unwrap();
    let mut sorted = by_name.clone();
    sorted.sort_by_key(|title| title.to_lowercase());
    assert_eq!(by_name, sorted);
    browser.set(".now [data-order]", "section");
    assert_eq!(browser.ask(titles), by_section);
    let orders = "[...document.querySelectorAll('.now [data-order] option')].map((it) => it.value).join()";
    assert_eq!(browser.text(orders), "section,name", "nothing else can be sorted by");
}

#[test]
fn the_keyboard_alone_leads_through_table_and_panel() {
    let mut browser = opened("");
    browser.ask("document.querySelector('.now .heat tbody a').focus()");
    let here = "document.activeElement.getAttribute('href') ?? document.activeElement.id";
    assert_eq!(browser.text(here), "#annex-d/child-definition");
    browser.press("ArrowRight", 39);
    assert_eq!(browser.text(here), "#annex-d/child-definition/CHN");
    browser.press("End", 35);
    assert_eq!(browser.text(here), "#annex-d/child-definition/VNM");
    browser.press("ArrowDown", 40);
    assert_eq!(browser.text(here), "#annex-d/best-interests/VNM");
    browser.press("ArrowUp", 38);
    browser.press("Enter", 13);
    let panel = browser.text(PANEL);
    for words in [
        "Viet Nam: A child is anyone under 18",
        "falls short as at 2009-08-31",
        "Required: Every law that says who is a child",
        "Law on Protection, Care and Education of Children, art. 1: A child is a Vietnamese citizen under sixteen.",
        "says otherwise: 16",
        "For the drafter: (statute) Define the child once",
        "Over time",
    ] {
        assert!(panel.contains(words), "{words}\n{panel}");
    }
    assert_eq!(browser.text(here), "_panel-title", "the reader is led into the panel");
    assert_eq!(browser.text("location.hash"), "#annex-d/child-definition/VNM");
    browser.press("Escape", 27);
    assert_eq!(browser.text(PANEL), "");
    assert_eq!(browser.text(here), "#annex-d/child-definition/VNM", "and back to where it was opened");
    // One place of the table is reached with the tabulator, not a thousand.
    assert_eq!(browser.number("document.querySelectorAll('.now .heat a[tabindex=\"0\"]').length"), 1);
}

#[test]
fn links_lead_to_items_countries_and_sources() {
    let mut browser = opened("#annex-d/child-definition/VNM");
    assert!(browser.text(PANEL).starts_with("Close"), "a mail can link to a finding");
    // The pointer for the drafter stands under what is to be mended, and under nothing that is met.
    let parts = "[...document.querySelectorAll('#_panel .part')]";
    let pointed = |class: &str| {
        format!(
            "{parts}.filter((it) => it.querySelector('.v.{class}') && it.innerText.includes('For the drafter')).length"
        )
    };
    assert_eq!(browser.number(&format!("{parts}.length")), 2);
    assert_eq!(browser.number(&format!("{parts}.filter((it) => it.querySelector('.v.met')).length")), 1);
    assert_eq!(browser.number(&pointed("met")), 0);
    assert!(browser.text(PANEL).contains("For the drafter"), "the item falls short, so its own pointer is shown");
    browser.click("#_panel .onward a[href='#annex-d/child-definition']");
    assert_eq!(browser.text(PANEL), "");
    let heading = "document.querySelector('.view.now h2').innerText";
    assert_eq!(browser.text(heading), "A child is anyone under 18");
    assert_eq!(browser.number("document.querySelectorAll('.now .cell').length"), 7);
    browser.click(".now .cell:nth-of-type(7) .facts a");
    assert_eq!(browser.text(heading), "Viet Nam");
    assert!(
        browser.text("document.activeElement.closest('.sources li').innerText").len() > 10,
        "the source has the focus"
    );
    browser.ask("history.back()");
    browser.settle();
    browser.settle();
    assert_eq!(browser.text(heading), "A child is anyone under 18");
    for (place, title) in [
        ("#VNM", "Viet Nam"),
        ("#annex-b", "Legal and policy framework matrix"),
        ("#annex-d/child-definition.age", "A child is anyone under 18"),
        ("#VNM+THA", "Side by side"),
        ("#nothing-of-the-kind", "Child trafficking legislation and policy checklist"),
    ] {
        browser.open(&SHIPPED, place);
        assert_eq!(browser.text(heading), title, "{place}");
        assert_eq!(browser.number("document.querySelectorAll('.view.now').length"), 1, "{place}");
    }
    assert_silent(&browser, &SHIPPED);
}

#[test]
fn the_day_moves_the_verdicts_of_every_part() {
    let mut browser = opened("#annex-b");
    let protocol = "annex-b/palermo-protocol/VNM";
    assert_eq!(cell(&mut browser, protocol), "○ gap");
    // Viet Nam acceded on 8 June 2012.
    browser.choose_day("2012-06-07");
    assert_eq!(cell(&mut browser, protocol), "○ gap");
    browser.click("#_later");
    assert_eq!(browser.text("document.querySelector('#_date').value"), "2012-06-08");
    assert!(cell(&mut browser, protocol).starts_with("● met"));
    let moved = "document.querySelector('.now a[href=\"#annex-b/palermo-protocol/VNM\"]').parentElement.className";
    assert_eq!(browser.text(moved), "v met moved");
    let said = browser.text("document.querySelector('#_said').innerText");
    assert!(said.contains("On this day: Viet Nam"), "{said}");
    assert!(said.contains("Palermo Protocol: gap, then met"), "{said}");
    assert!(said.contains("Viet Nam (2009-08-31)"), "the record ends before the day: {said}");

    browser.click(&format!(".now a[href='#{protocol}']"));
    let panel = browser.text(PANEL);
    assert!(panel.contains("met as at 2012-06-08"), "{panel}");
    assert!(panel.contains("from 2012-06-08"), "{panel}");
    browser.click("#_panel .history button");
    assert!(browser.text(PANEL).contains("as at "), "{panel}");
    browser.press("Escape", 27);

    browser.choose_day("2012-06-08");
    browser.open_within("#VNM");
    let row =
        "document.querySelector('.now .findings [data-item] a[href=\"#annex-b/palermo-protocol/VNM\"]').innerText";
    assert_eq!(browser.text(row), "● met");
    let line = "document.querySelector('.now svg .today').getAttribute('x1')";
    let later = browser.text(line);
    browser.click("#_back");
    assert_eq!(browser.text(row), "○ gap");
    assert_ne!(browser.text(line), later, "the line of the day moves");

    // The slider steps through the days on which a verdict changes.
    browser.ask("document.querySelector('#_slider').focus()");
    browser.press("ArrowLeft", 37);
    let day = browser.text("document.querySelector('#_date').value");
    assert!(&*day < "2009-08-31", "{day}");
    assert_eq!(browser.text("document.querySelector('#_slider').getAttribute('aria-valuetext')"), day);
    assert_silent(&browser, &SHIPPED);
}

#[test]
fn an_item_on_another_day_is_told_in_short_and_comes_back_in_full() {
    let mut browser = opened("#annex-b/palermo-protocol");
    let block = "document.getElementById('annex-b/palermo-protocol/VNM').innerText";
    let full = browser.text(block);
    browser.choose_day("2013-01-01");
    let short = browser.text(block);
    assert!(short.contains("● met") && short.contains("Acceded 2012-06-08"), "{short}");
    browser.click("#_back");
    assert!(full.contains("○ gap") && full.contains("Not a party on 2009-08-31"), "{full}");
    assert_eq!(browser.text(block), full);
}

#[test]
fn two_countries_stand_side_by_side() {
    let mut browser = opened("#VNM+THA");
    let heads = "[...document.querySelectorAll('.sides thead th')].map((th) => th.innerText).join()";
    assert_eq!(browser.text(heads), "Item,Viet Nam,Thailand");
    let rows = "document.querySelectorAll('.sides tbody tr').length";
    assert_eq!(browser.number(rows), 27);
    browser.click("#_pair input[type=checkbox]");
    let differing = browser.number(rows);
    assert!(0 < differing && differing < 27, "{differing}");
    browser.set("#_pair label:nth-of-type(2) select", "3");
    assert_eq!(browser.text(heads), "Item,Viet Nam,Malaysia");
    assert_eq!(browser.text("location.hash"), "#VNM+MYS");
    assert!(browser.text("document.querySelector('.sides').innerText").contains("art. "));
    assert_silent(&browser, &SHIPPED);
}
