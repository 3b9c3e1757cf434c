//! Input that is meant to break a reader: nothing panics, nothing overflows, each gets its diagnostic.

use lacuna::diag::{Code, Diagnostics};
use lacuna::{Document, Files, read_framework, read_vocabulary};

const HEAD: &str = "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: partial\n";

/// The codes of what is said about a framework.
fn codes(text: &str) -> Vec<Code> {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let vocabulary = files.add("vocabulary.yaml", include_str!("../cases/vocabulary.yaml"));
    let vocabulary = read_vocabulary(&files, vocabulary, &mut Diagnostics::new()).unwrap();
    let file = files.add("framework.yaml", text);
    read_framework(&files, file, &vocabulary, &mut diagnostics);
    for diagnostic in diagnostics.iter() {
        // A place that cannot be shown would break the excerpt.
        let span = diagnostic.primary.span;
        assert!(files.get(span.file).unwrap().text.get(span.range()).is_some(), "{:?}", diagnostic);
    }
    diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn ten_thousand_levels_of_lists() {
    assert_eq!(codes(&format!("{HEAD}note: {}", "[".repeat(10_000))), [Code::TooDeep]);
    assert_eq!(codes(&format!("{HEAD}note: {}{}", "[".repeat(10_000), "]".repeat(10_000))), [Code::TooDeep]);
    assert_eq!(codes(&format!("{HEAD}note: {}", "{a: ".repeat(10_000))), [Code::TooDeep]);
}

#[test]
fn ten_thousand_levels_of_indentation() {
    let deep: String = (0..10_000).map(|level| format!("{}a:\n", " ".repeat(level))).take(400).collect();
    assert_eq!(codes(&deep), [Code::TooDeep]);
    assert_eq!(codes(&format!("{HEAD}note:\n  {}x\n", "- ".repeat(10_000))), [Code::TooDeep]);
}

#[test]
fn an_alias_bomb_never_expands() {
    let mut bomb = format!("{HEAD}note: &a0 x\n");
    for level in 1..30 {
        bomb.push_str(&format!("k{level}: &a{level} [*a{0}, *a{0}]\n", level - 1));
    }
    let found = codes(&bomb);
    assert!(found.iter().filter(|code| **code == Code::YamlFeature).count() >= 58, "{found:?}");
}

#[test]
fn a_line_of_seven_megabytes_is_read_like_any_other() {
    assert_eq!(codes(&format!("{HEAD}note: {}\n", "x".repeat(7_000_000))), []);
    assert_eq!(codes(&format!("{HEAD}{}: y\n", "x".repeat(7_000_000))), [Code::YamlSyntax]);
}

#[test]
fn more_values_than_the_limit() {
    let many = format!("{HEAD}note: [{}]\n", "a,".repeat(1_000_000));
    assert_eq!(codes(&many), [Code::TooManyValues]);
}

#[test]
fn ten_thousand_faults_are_told_and_the_rest_counted() {
    let faults: String = (0..12_000).map(|number| format!("key-{number}: x\n")).collect();
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let vocabulary = files.add("vocabulary.yaml", include_str!("../cases/vocabulary.yaml"));
    let vocabulary = read_vocabulary(&files, vocabulary, &mut Diagnostics::new()).unwrap();
    let file = files.add("framework.yaml", format!("{HEAD}{faults}"));
    assert!(read_framework(&files, file, &vocabulary, &mut diagnostics).is_none());
    assert_eq!(diagnostics.len(), Diagnostics::MOST);
    assert_eq!(diagnostics.left_out(), 2_000);
}

#[test]
fn every_file_cut_off_at_every_byte_is_survived() {
    let whole = include_str!("../../checklists/annex-d.yaml");
    let start: String = whole.chars().take(6_000).collect();
    let mut files = Files::new();
    for end in (0..start.len()).filter(|end| start.is_char_boundary(*end)).step_by(7) {
        let file = files.add("cut.yaml", &start[..end]);
        let mut diagnostics = Diagnostics::new();
        let document = Document::read(&files, file, &mut diagnostics);
        assert!(document.is_some() || diagnostics.has_errors(), "cut after {end} bytes");
    }
}

#[test]
fn marks_and_control_characters_are_survived() {
    for odd in [
        "\u{0}",
        "\u{1b}[31m",
        "\u{85}",
        "\u{2028}",
        "\u{202e}",
        "\u{feff}",
        "\u{7f}",
        "\u{200b}",
        "e\u{301}",
        "\u{1f600}",
    ] {
        codes(&format!("{HEAD}note: a{odd}b\n"));
        codes(&format!("{odd}{HEAD}"));
        codes(&format!("{HEAD}{odd}: x\n"));
        codes(&format!("{HEAD}note: \"{odd}\"\nlaws: {{ {odd} }}"));
    }
}
