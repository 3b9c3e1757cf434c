//! Annotated drafts however they are written: line ends, marks, lists, repeated names, and what is meant to break a reader.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use lacuna::check::Ready;
use lacuna::diag::{Code, Diagnostics};
use lacuna::model::overlay::Overlay;
use lacuna::{Document, Files, read_framework, read_overlay, read_vocabulary};

const HEAD: &str = "---\noverlay: XAA\nlaw: bill\ntitle: Child Bill\nkind: act\n---\n\n";

/// Reads a draft, and makes sure that every place that is named can be shown.
fn read(text: &str) -> (Files, Option<Ready<Overlay>>, Vec<Code>) {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let vocabulary = files.add("vocabulary.yaml", include_str!("cases/vocabulary.yaml"));
    let vocabulary = read_vocabulary(&files, vocabulary, &mut Diagnostics::new()).unwrap();
    let framework = "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: partial\n";
    let framework = files.add("framework.yaml", framework);
    let framework = read_framework(&files, framework, &vocabulary, &mut Diagnostics::new()).unwrap();
    let file = files.add("bill.md", text);
    let overlay = read_overlay(&files, file, &vocabulary, &framework, &mut diagnostics);
    for diagnostic in diagnostics.iter() {
        for label in diagnostic.others.iter().chain([&diagnostic.primary]) {
            assert!(files.get(label.span.file).unwrap().text.get(label.span.range()).is_some(), "{diagnostic:?}");
        }
    }
    let codes = diagnostics.iter().map(|diagnostic| diagnostic.code).collect();
    (files, overlay, codes)
}

/// Each provision of a draft: how it is cited, its summary, its words, and how many topics it speaks on.
fn provisions(text: &str) -> Vec<(String, String, String, usize)> {
    let (_, overlay, codes) = read(text);
    assert_eq!(codes, [], "{text}");
    let overlay = overlay.unwrap();
    let provisions = overlay.get().laws[0].provisions.iter();
    provisions
        .map(|it| {
            let quote = it.quote.as_ref().map_or_else(String::new, |quote| quote.value.to_string());
            (it.at.value.to_string(), it.summary.to_string(), quote, it.statements.len())
        })
        .collect()
}

#[test]
fn line_ends_and_marks_make_no_difference() {
    let text = format!(
        "{HEAD}# Bill\n\n## Article 1. Child\n\n(1) Một đứa trẻ.\n(2) Two.\n\n```says\nchild:\n  below: 18\n```\n"
    );
    let expected =
        [("Article 1".to_owned(), "(1) Một đứa trẻ.".to_owned(), "(1) Một đứa trẻ.\n(2) Two.".to_owned(), 1)];
    assert_eq!(provisions(&text), expected);
    assert_eq!(provisions(&text.replace('\n', "\r\n")), expected);
    assert_eq!(provisions(&format!("\u{feff}{}", text.replace('\n', "\r\n"))), expected);
    assert_eq!(provisions(text.trim_end()), expected);
    assert_eq!(provisions(&text.replace("```", "~~~~")), expected);
}

#[test]
fn a_block_within_a_list_belongs_to_the_article() {
    let text = format!("{HEAD}## Article 1\n\n1. One:\n\n   ```says\n   child:\n     below: 18\n   ```\n\n2. Two.\n");
    assert_eq!(
        provisions(&text),
        [("Article 1".to_owned(), "1. One: 2. Two.".to_owned(), "1.\nOne:\n2.\nTwo.".to_owned(), 1)]
    );
}

#[test]
fn articles_of_one_name_are_told_apart() {
    let block = "```says\nchild: { below: 18 }\n```\n";
    let text = format!(
        "{HEAD}# Part I\n\n## Article 1\n\nA.\n\n{block}\n# Part II\n\n## Article 1\n\nB.\n\n{block}\n## Article 2\n\nC.\n\n{block}"
    );
    let names: Vec<String> = provisions(&text).into_iter().map(|(at, ..)| at).collect();
    assert_eq!(names, ["Part I, Article 1", "Part II, Article 1", "Article 2"]);
}

#[test]
fn an_article_without_words_and_a_policy_are_read_too() {
    let text = "---\noverlay: XAA\npolicy: plan\ntitle: Plan\nkind: plan\n---\n# 1. Aims\n```says\nchild:\n```\n";
    assert_eq!(provisions(text), [("1".to_owned(), "1. Aims".to_owned(), String::new(), 1)]);
}

#[test]
fn the_name_of_a_file_decides_how_it_is_read() {
    for (name, found) in
        [("bill.md", true), ("BILL.MD", true), ("bill.markdown", true), ("bill.yaml", false), ("md", false)]
    {
        assert_eq!(lacuna::is_markdown(name), found, "{name}");
    }
    // A YAML file may begin with three hyphens too.
    let mut files = Files::new();
    let file = files.add("bill.yaml", "---\noverlay: XAA\nlaws: {}\n");
    assert!(Document::read(&files, file, &mut Diagnostics::new()).is_some());
}

#[test]
fn hostile_drafts_get_their_diagnostics() {
    let deep = format!("{HEAD}# 1\n\nA.\n\n```says\nchild: {}\n```\n", "[".repeat(10_000));
    assert_eq!(read(&deep).2, [Code::TooDeep]);
    let front = format!("---\noverlay: {}\n---\n", "[".repeat(10_000));
    assert_eq!(read(&front).2, [Code::TooDeep]);
    let article = "## Article 1\n\nA.\n\n```says\nchild:\n```\n\n";
    let (_, overlay, codes) = read(&format!("{HEAD}{}", article.repeat(20_000)));
    assert_eq!(overlay.unwrap().get().laws[0].provisions.len(), 20_000);
    assert_eq!(codes, [Code::DuplicateProvision]);
    let (_, _, codes) = read(&format!("{HEAD}{}", "## Article 1\n\nA.\n\n".repeat(20_000)));
    assert_eq!(codes.len(), Diagnostics::MOST);
    for text in
        ["", "---", "---\n---", "---\n- a\n---\n", "---\noverlay: XAA\n---\n```says\n", "---\n\0\n---\n", "\u{feff}"]
    {
        assert!(read(text).1.is_none(), "{text:?}");
    }
    let whole = include_str!("../examples/aldonia/bill-first-reading.md");
    for end in (0..whole.len()).filter(|end| whole.is_char_boundary(*end)).step_by(23) {
        read(&whole[..end]);
    }
}
