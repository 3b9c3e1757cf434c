//! Diagnostics for people and for programs.

use lacuna::Files;
use lacuna::base::span::Span;
use lacuna::diag::{Code, Diagnostic, Diagnostics};
use lacuna::report::{Look, Style, diagnostics};

fn place(files: &Files, name: &str, words: &str) -> Span {
    let (id, file) = files.iter().find(|(_, file)| &*file.name == name).unwrap();
    let at = file.text.find(words).unwrap();
    Span::new(id, at..at + words.len())
}

fn text(files: &Files, list: &Diagnostics, style: Style) -> String {
    let mut out = String::new();
    diagnostics::text(list, files, Look { style, ..Look::PLAIN }, &mut out).unwrap();
    out
}

fn files() -> Files {
    let mut files = Files::new();
    files.add(
        "frameworks/aldonia.yaml",
        "framework: XAA\nsources:\n  one: { title: One }\nlaws:\n  act: { source: two, kind: act }\n",
    );
    files.add("annex-x.yaml", "checklist: annex-x\n");
    files
}

#[test]
fn a_fault_is_shown_with_its_place_its_words_and_the_way_out() {
    let files = files();
    let name = "frameworks/aldonia.yaml";
    let mut list = Diagnostics::new();
    list.push(
        Diagnostic::new(Code::UnknownSource, "no source is called `two`", place(&files, name, "two"), "cited here")
            .also(place(&files, name, "source:"), "by this law")
            .also(place(&files, name, "sources"), "the sources are declared here")
            .also(place(&files, "annex-x.yaml", "annex-x"), "wanted by this checklist")
            .help("did you mean `one`?"),
    );
    let expected = "\
error[unknown-source]: no source is called `two`
 --> frameworks/aldonia.yaml:5:18
  |
5 |   act: { source: two, kind: act }
  |          ------- ^^^ cited here
  |          |
  |          by this law
  |
 ::: frameworks/aldonia.yaml:2:1
  |
2 | sources:
  | ------- the sources are declared here
  |
 ::: annex-x.yaml:1:12
  |
1 | checklist: annex-x
  |            ------- wanted by this checklist
  |
  = help: did you mean `one`?

";
    assert_eq!(text(&files, &list, Style::Plain), expected);
    let coloured = text(&files, &list, Style::Coloured);
    assert!(coloured.contains('\u{1b}') && coloured.contains("no source is called"));
}

#[test]
fn a_file_that_is_empty_or_not_there_has_a_place_all_the_same() {
    let mut files = Files::new();
    let file = files.add("missing.yaml", "");
    let mut list = Diagnostics::new();
    list.push(Diagnostic::new(Code::UnreadableFile, "`missing.yaml` cannot be read", Span::new(file, 0..0), ""));
    let expected = "error[unreadable-file]: `missing.yaml` cannot be read\n--> missing.yaml:1:1\n\n";
    assert_eq!(text(&files, &list, Style::Plain), expected);
}

#[test]
fn a_line_that_fills_the_file_is_not_printed() {
    let mut files = Files::new();
    let long = format!("a: \"{}needle{}\"", "x".repeat(5_000_000), "y".repeat(5_000_000));
    files.add("long.yaml", long);
    let mut list = Diagnostics::new();
    for words in ["a:", "needle"] {
        list.push(Diagnostic::new(Code::YamlSyntax, "odd", place(&files, "long.yaml", words), "here"));
    }
    let text = text(&files, &list, Style::Plain);
    assert!(text.len() < 2_000, "{} bytes", text.len());
    assert!(text.contains("--> long.yaml:1:1\n") && text.contains("--> long.yaml:1:5000005\n"), "{text}");
    assert!(text.contains("needleyyy"), "{text}");
}

#[test]
fn what_a_file_holds_cannot_reach_the_terminal_unseen() {
    let mut files = Files::new();
    files.add("odd\u{1b}.yaml", "key: \u{1b}[2J\u{202e}\u{85}\u{9b}\u{200b}\r\nnext: 1\n");
    let span = files.iter().map(|(id, _)| Span::new(id, 5..9)).next().unwrap();
    let mut list = Diagnostics::new();
    list.push(Diagnostic::new(Code::UnknownWord, "`\u{1b}[2J` is no\nword", span, "\u{202e}here").help("\u{7}write"));
    let text = text(&files, &list, Style::Plain);
    for mark in ['\u{1b}', '\u{202e}', '\u{85}', '\u{9b}', '\u{200b}', '\u{7}', '\r'] {
        assert!(!text.contains(mark), "{mark:?} in {text:?}");
    }
    assert!(text.contains("`⟦U+001B⟧[2J` is no word"), "{text}");
}

#[test]
fn programs_get_code_severity_and_place() {
    let files = files();
    let name = "frameworks/aldonia.yaml";
    let mut list = Diagnostics::new();
    list.push(
        Diagnostic::new(Code::Idle, "nothing cites the source `one`", place(&files, name, "one"), "declared here")
            .also(place(&files, name, "two"), "cited instead")
            .help("remove it"),
    );
    let found: serde_json::Value = {
        let mut out = String::new();
        diagnostics::json(&list, &files, &mut out).unwrap();
        serde_json::from_str(&out).unwrap()
    };
    let expected = serde_json::json!({
        "format": "lacuna/diagnostics/v1",
        "diagnostics": [{
            "code": "idle", "severity": "warning", "message": "nothing cites the source `one`",
            "file": name, "line": 3, "column": 3, "end-line": 3, "end-column": 6,
            "label": "declared here", "help": ["remove it"],
            "related": [{
                "file": name, "line": 5, "column": 18, "end-line": 5, "end-column": 21, "label": "cited instead",
            }],
        }],
        "left-out": 0,
    });
    assert_eq!(found, expected);
}
