//! The workbook, read back part by part.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use lacuna::report::compare::Format;

use super::sample::{Asked, Sample};

/// Every part of a workbook by its name.
pub(crate) fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut found = BTreeMap::new();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        found.insert(name, text);
    }
    found
}

fn workbook() -> BTreeMap<String, String> {
    parts(&Sample::new().bytes(Format::Xlsx, &Asked::default()))
}

/// The values of an attribute, in order.
fn attribute(text: &str, name: &str) -> Vec<String> {
    let start = format!(" {name}=\"");
    text.split(&start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn the_sheets_are_the_checklist_the_lists_the_grounds_and_the_sources() {
    let sheets = attribute(workbook()["xl/workbook.xml"].split_once("<sheets>").unwrap().1, "name");
    let sheets: Vec<&str> = sheets.iter().map(String::as_str).filter(|name| !name.starts_with("_xlnm")).collect();
    let expected = [
        "small",
        "Conflicts",
        "Shared gaps",
        "Has and lacks",
        "Obliged, no law",
        "Law, not obliged",
        "Counts",
        "Counts of elements",
        "Agreements",
        "Grounds",
        "Sources",
        "About",
    ];
    assert_eq!(sheets, expected);
}

#[test]
fn headings_stay_in_sight_and_every_column_has_a_filter() {
    let workbook = workbook();
    let matrix = &workbook["xl/worksheets/sheet1.xml"];
    assert!(matrix.contains("<pane xSplit=\"3\" ySplit=\"1\" topLeftCell=\"D2\""), "{matrix}");
    assert!(matrix.contains("<autoFilter ref=\"A1:F8\"/>"), "{matrix}");
    let sheets = workbook.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet"));
    for (name, sheet) in sheets {
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter "), "{name}");
    }
}

#[test]
fn a_cell_has_words_beside_its_colour_and_its_grounds_in_a_comment() {
    let workbook = workbook();
    let words = &workbook["xl/sharedStrings.xml"];
    for cell in ["● ratified 1992-03-04", "○ denounced 2000-01-01 (unverified)", "⚡ conflict: disputed", "– not open"]
    {
        assert!(words.contains(&format!(">{cell}<")), "{cell}");
    }
    let comments = &workbook["xl/comments1.xml"];
    assert!(comments.contains("One list has it; the other party's register has not."), "{comments}");
    assert!(comments.contains("Children Act, s. 40: In court a child is below 16. (verified)"), "{comments}");
    // Twenty-one cells less three that nobody answered for and that say so themselves.
    assert_eq!(comments.matches("<comment ").count(), 20);
}

#[test]
fn the_grounds_are_listed_with_their_sources_and_lines() {
    let workbook = workbook();
    let words = &workbook["xl/sharedStrings.xml"];
    for text in
        ["rests on", "contradicted by", "partly in use: Two courts differ.", "region/aldonia.yaml", "Read whole."]
    {
        assert!(words.contains(&format!(">{text}<")), "{text}");
    }
}

#[test]
fn the_workbook_bears_no_time_of_its_making() {
    let core = &workbook()["docProps/core.xml"];
    assert!(core.contains("2000-01-01T00:00:00Z"), "{core}");
    assert_eq!(core.matches("T00:00:00Z").count(), 2, "{core}");
}
