//! `lacuna compare`, and what `lacuna check` says of the two sides of an agreement.

use super::support::{Folder, SOUND};

/// Two countries, of which only the first records an agreement with the second.
fn region() -> Folder {
    let pact =
        "commitments:\n  mou-labour-migration-idn-mys: { signed: 2004-05-10, source: s, confidence: verified }\n";
    let first = SOUND.replace("XAA", "IDN").replace("Aldonia", "Indonesia").replace("commitments:\n", pact);
    let second = SOUND.replace("XAA", "MYS").replace("Aldonia", "Malaysia");
    Folder::new(&[("frameworks/indonesia.yaml", first.as_bytes()), ("frameworks/malaysia.yaml", second.as_bytes())])
}

#[test]
fn compare_without_a_path_reads_frameworks_and_prints_markdown() {
    let ran = region().run(&["compare", "--checklist", "annex-b", "--as-of", "2008-07-01"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.starts_with("# Countries compared: Legal and policy framework matrix\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("| Item | Indonesia | Malaysia |"));
    assert!(ran.stdout.contains("recorded by one side only"), "{}", ran.stdout);
}

#[test]
fn a_section_an_item_elements_and_dots() {
    let folder = region();
    let ran = folder.run(&["compare", "--only", "annex-b/crc", "--format", "csv"]);
    assert_eq!((ran.code, ran.stdout.lines().count()), (0, 3));
    let ran = folder.run(&["compare", "--only", "child-definition", "--elements"]);
    assert!(ran.stdout.contains("| Element | Indonesia | Malaysia |"), "{}", ran.stdout);
    let ran = folder.run(&["compare", "--only", "international", "--compact", "--format", "text"]);
    let dots = format!("{:54}●   ●\n", "Convention on the Rights of the Child");
    assert!(ran.stdout.contains(&dots), "{}", ran.stdout);
}

#[test]
fn what_makes_no_sense_is_refused() {
    let folder = region();
    let told = |arguments: &[&str]| {
        let ran = folder.run(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        ran.stderr
    };
    let hint = told(&["compare", "--only", "palermo-protocoll"]);
    assert_eq!(hint, "error: there is no section or item `palermo-protocoll`; did you mean `palermo-protocol`?\n");
    let formats = told(&["compare", "--format", "pdf"]);
    assert_eq!(formats, "error: there is no format `pdf`; the formats are: text, markdown, csv, xlsx, json\n");
    assert!(told(&["compare", "--compact", "--format", "csv"]).contains("--compact is for text and markdown"));
    assert!(told(&["compare", "--out", "frameworks"]).contains("is a folder"));
}

#[test]
fn a_file_that_ends_in_xlsx_is_a_workbook() {
    let folder = region();
    let ran = folder.run(&["compare", "--out", "region.xlsx"]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, "", ""));
    let bytes = std::fs::read(folder.path().join("region.xlsx")).unwrap();
    assert!(bytes.starts_with(b"PK\x03\x04"));
    folder.run(&["compare", "--out", "again.xlsx"]);
    assert!(bytes == std::fs::read(folder.path().join("again.xlsx")).unwrap(), "the same input gives the same bytes");
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_compared() {
    let folder = Folder::new(&[
        ("frameworks/aldonia.yaml", SOUND.as_bytes()),
        ("frameworks/broken.yaml", b"framework: XAB\nname: B\n"),
    ]);
    let ran = folder.run(&["compare", "--only", "crc"]);
    assert_eq!(ran.code, 3);
    assert!(ran.stderr.contains("frameworks/broken.yaml:1:1"), "{}", ran.stderr);
    assert!(ran.stdout.contains("| Item | Aldonia |"), "{}", ran.stdout);
}

#[test]
fn check_over_a_folder_holds_both_sides_of_an_agreement_against_each_other() {
    let folder = region();
    let ran = folder.run(&["check"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("warning[agreement-one-sided]"), "{}", ran.stdout);
    for place in ["frameworks/indonesia.yaml:7:3", "frameworks/malaysia.yaml:1:12"] {
        assert!(ran.stdout.contains(place), "{place}: {}", ran.stdout);
    }
    let alone = folder.run(&["check", "frameworks/indonesia.yaml"]);
    assert_eq!((alone.code, alone.stdout.as_str()), (0, ""), "a file by itself has no other side");
}
