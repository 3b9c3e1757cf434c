//! How much is read: what is stated is what holds, and one more is refused with its place.

use std::fmt::Write as _;

use lacuna::base::limits;
use lacuna::diag::{Code, Diagnostics};
use lacuna::{Document, Files};

const HEAD: &str = "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: partial\n";

/// The errors of a file about there being too much.
fn told(text: String) -> Vec<String> {
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let vocabulary = files.add("vocabulary.yaml", include_str!("../cases/vocabulary.yaml"));
    let vocabulary = lacuna::read_vocabulary(&files, vocabulary, &mut Diagnostics::new()).unwrap();
    let file = files.add("file.yaml", text);
    let document = Document::read(&files, file, &mut found).unwrap();
    match document.kind {
        lacuna::model::document::DocumentKind::Checklist => drop(document.checklist(&files, &vocabulary, &mut found)),
        lacuna::model::document::DocumentKind::Vocabulary => drop(document.vocabulary(&mut found)),
        _ => drop(document.framework(&vocabulary, &mut found)),
    }
    assert!(found.len() < limits::FAULTS, "one fault for one cause");
    let many = found.iter().filter(|fault| fault.code == Code::TooManyValues);
    many.map(|fault| format!("{}: {}", files.position(fault.primary.span).line, fault.headline)).collect()
}

fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).fold(String::new(), |mut text, number| {
        writeln!(text, "{}", line(number)).unwrap();
        text
    })
}

/// Asserts that a limit holds where it is stated, and that one more is told once, where it stands.
fn holds(most: usize, what: &str, before: usize, make: impl Fn(usize) -> String) {
    assert_eq!(told(make(most)), Vec::<String>::new(), "{what}");
    let expected = format!("{}: there are more than {most} {what}", before + most + 1);
    assert_eq!(told(make(most + 1)), [expected]);
}

const LAW: &str = "title: T, kind: act, source: s, confidence: verified";

#[test]
fn of_a_framework() {
    holds(limits::SOURCES, "sources", 5, |count| {
        format!("{HEAD}sources:\n{}", lines(count, |number| format!("  s{number}: {{ title: T }}")))
    });
    holds(limits::LAWS, "laws and policies", 6, |count| {
        let laws = lines(count, |number| format!("  l{number}: {{ {LAW} }}"));
        format!("{HEAD}sources: {{ s: {{ title: T }} }}\nlaws:\n{laws}")
    });
    let law = LAW.replace(", ", "\n    ");
    holds(limits::PROVISIONS, "provisions", 12, |count| {
        let provisions = lines(count, |number| format!("      - {{ at: s. {number}, summary: S }}"));
        format!("{HEAD}sources: {{ s: {{ title: T }} }}\nlaws:\n  l:\n    {law}\n    provisions:\n{provisions}")
    });
    holds(limits::REPEALS, "entries in one `repeals`", 12, |count| {
        let entries = lines(count, |number| format!("      - l s. {number}"));
        format!("{HEAD}sources: {{ s: {{ title: T }} }}\nlaws:\n  l:\n    {law}\n    repeals:\n{entries}")
    });
    holds(limits::SILENCES, "silences", 5, |count| {
        let silence = "  - { on: child, note: N, confidence: verified }";
        format!("{HEAD}silences:\n{}", lines(count, |_| silence.to_owned()))
    });
}

#[test]
fn provisions_are_counted_over_all_laws() {
    let half = limits::PROVISIONS / 2 + 1;
    let law = |name: &str| {
        let head = format!("  {name}:\n    {}\n    provisions:\n", LAW.replace(", ", "\n    "));
        head + &lines(half, |number| format!("      - {{ at: s. {number}, summary: S }}"))
    };
    let text = format!("{HEAD}sources: {{ s: {{ title: T }} }}\nlaws:\n{}{}", law("a"), law("b"));
    assert_eq!(told(text).len(), 1);
}

#[test]
fn of_a_checklist() {
    holds(limits::ELEMENTS, "elements", 15, |count| {
        let elements = lines(count, |number| {
            format!("          - {{ id: e{number}, requires: R, rule: some provision on child }}")
        });
        format!(
            "checklist: c\ntitle: C\nversion: 1\nsource: {{ title: T }}\nsections:\n  - id: s\n    title: S\n    items:\n      \
             - id: i\n        title: I\n        requires: R\n        floor: any\n        remedy:\n          \
             {{ lever: statute, pointer: P }}\n        elements:\n{elements}"
        )
    });
}

#[test]
fn as_the_page_states_them() {
    let page = include_str!("../../docs/limits.md");
    let stated: Vec<u64> =
        page.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").nth(1)?.parse().ok()).collect();
    let held = [
        limits::FILE_BYTES,
        limits::LAW_TEXT_BYTES as u64,
        limits::DEPTH as u64,
        limits::VALUES as u64,
        limits::RULE_BYTES as u64,
        limits::RULE_DEPTH as u64,
        limits::VOCABULARY_ENTRIES as u64,
        limits::TERMS as u64,
        limits::LAWS as u64,
        limits::PROVISIONS as u64,
        limits::REPEALS as u64,
        limits::SILENCES as u64,
        limits::SOURCES as u64,
        limits::ELEMENTS as u64,
        limits::WORDS_COMPARED as u64,
        limits::STEPS_COMPARED as u64,
        limits::FAULTS as u64,
        limits::SUGGESTED_BYTES as u64,
        limits::EDITOR_BYTES,
    ];
    assert_eq!(stated, held);
    let source = include_str!("../../src/base/limits.rs");
    assert_eq!(source.matches("pub const ").count(), held.len(), "each limit stands on the page");
}
