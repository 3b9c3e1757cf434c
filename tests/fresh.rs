//! Files that are generated from the program and the standards say what the program and the standards say.
//!
//! `UPDATE=1 cargo test --test fresh` rewrites them; read what git shows before you commit it.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::fs;
use std::path::Path;

use lacuna::check::Ready;
use lacuna::diag::Diagnostics;
use lacuna::model::checklist::Checklist;
use lacuna::model::document::DocumentKind;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::report::{explain, manual};
use lacuna::schema::schema;
use lacuna::{Files, embedded, read_checklist, read_vocabulary};

fn vocabulary(files: &mut Files) -> Vocabulary {
    let file = files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text);
    read_vocabulary(files, file, &mut Diagnostics::new()).unwrap()
}

fn checklist(id: &str, files: &mut Files, vocabulary: &Vocabulary) -> Ready<Checklist> {
    let (_, found) = embedded::CHECKLISTS.iter().find(|(known, _)| *known == id).unwrap();
    let file = files.add(found.name, found.text);
    read_checklist(files, file, vocabulary, &mut Diagnostics::new()).unwrap()
}

/// Every generated file with the text that it must have.
fn generated() -> Vec<(String, String)> {
    let mut files = Files::new();
    let vocabulary = vocabulary(&mut files);
    let mut all = vec![
        ("docs/help.md".to_owned(), manual::help(&lacuna::cli::commands())),
        ("docs/vocabulary.md".to_owned(), manual::vocabulary(&vocabulary)),
        ("docs/codes.md".to_owned(), explain::codes()),
    ];
    let within = |folder: &str, files: Vec<(String, String)>| -> Vec<(String, String)> {
        files.into_iter().map(|(name, text)| (format!("{folder}/{name}"), text)).collect()
    };
    all.extend(within("dist/completions", lacuna::cli::completions()));
    all.extend(within("dist/man", lacuna::cli::pages()));
    all.push(("schema/diff.json".to_owned(), lacuna::report::diff::schema()));
    for kind in DocumentKind::ALL {
        all.push((format!("schema/{}.json", kind.key()), schema(kind, &vocabulary)));
    }
    for (id, _) in embedded::CHECKLISTS {
        let checklist = checklist(id, &mut files, &vocabulary);
        all.push((format!("docs/checklists/{id}.md"), manual::checklist(checklist.get(), &vocabulary)));
    }
    all
}

#[test]
fn generated_files_are_what_the_program_writes() {
    let mut stale = Vec::new();
    for (path, text) in generated() {
        if fs::read_to_string(&path).is_ok_and(|found| found == text) {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(Path::new(&path).parent().unwrap()).unwrap();
            fs::write(&path, text).unwrap();
        }
        stale.push(path);
    }
    assert_eq!(
        stale,
        Vec::<String>::new(),
        "rewrite with `UPDATE=1 cargo test --test fresh`, then read what git shows"
    );
}

#[test]
fn no_file_is_left_over_that_nothing_generates() {
    let known: Vec<String> = generated().into_iter().map(|(path, _)| path).collect();
    for folder in ["schema", "docs/checklists", "dist/completions", "dist/man"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path().to_string_lossy().replace('\\', "/");
            assert!(known.contains(&path), "{path}");
        }
    }
}

#[test]
fn a_checklist_page_has_each_item_in_the_same_parts_in_the_same_order() {
    let mut files = Files::new();
    let vocabulary = vocabulary(&mut files);
    for (id, _) in embedded::CHECKLISTS {
        let checklist = checklist(id, &mut files, &vocabulary);
        let page = manual::checklist(checklist.get(), &vocabulary);
        let blocks: Vec<&str> = page.split("\n### ").skip(1).collect();
        assert_eq!(blocks.len(), checklist.get().items().count(), "{id}");
        for (block, (_, item)) in blocks.iter().zip(checklist.get().items()) {
            let name = &item.id.value;
            assert!(block.contains(&format!("\n`{id}/{name}`\n")), "{name}");
            let mut parts =
                vec!["**Requirement.**", "**Where it comes from.**", "**Elements.**", "**Floor.**", "**Remedy.**"];
            parts.extend(item.note.is_some().then_some("**Note.**"));
            let places: Vec<usize> = parts.iter().map(|part| block.find(&format!("\n{part}")).expect(part)).collect();
            assert!(places.is_sorted(), "{name}: {places:?}");
            for element in &item.elements {
                assert!(block.contains(&format!("```rule\n{}\n```", element.rule.text)), "{name}.{}", element.id.value);
            }
        }
    }
}

#[test]
fn the_vocabulary_page_has_every_word_and_the_help_page_every_command() {
    let mut files = Files::new();
    let vocabulary = vocabulary(&mut files);
    let page = manual::vocabulary(&vocabulary);
    for (_, topic) in vocabulary.topics() {
        assert!(page.contains(&format!("\n### {}: ", topic.id)), "{}", topic.id);
        for attribute in &topic.attributes {
            assert!(page.contains(&format!("| `{}` | ", attribute.id)), "{}.{}", topic.id, attribute.id);
        }
    }
    for (id, set) in vocabulary.term_sets().filter(|(id, _)| *id != Vocabulary::FLAG) {
        for term in vocabulary.terms(id, lacuna::model::vocabulary::Terms::first(set.terms.len())) {
            assert!(page.contains(&format!("| `{}` | ", term.id)), "{}: {}", set.id, term.id);
        }
    }
    let words = vocabulary.subjects().map(|(_, it)| &it.id).chain(vocabulary.instruments().map(|(_, it)| &it.id));
    for word in words {
        assert!(page.contains(&format!("| `{word}` | ")), "{word}");
    }
    // Every link leads to a heading of the page.
    let headings: Vec<String> = page.lines().filter_map(|line| line.strip_prefix('#')).map(slug).collect();
    for link in page.split("](#").skip(1) {
        let name = link.split(')').next().unwrap();
        assert!(headings.iter().any(|heading| heading == name), "nothing is called {name}");
    }
    let help = manual::help(&lacuna::cli::commands());
    for command in ["audit", "check", "explain", "new", "schema"] {
        assert!(
            help.contains(&format!("\n## lacuna {command}\n")) && help.contains(&format!("Usage: lacuna {command}")),
            "{command}"
        );
    }
}

/// The name that GitHub gives to a heading; equal headings do not occur on these pages.
fn slug(heading: &str) -> String {
    let words = heading.trim_start_matches('#').trim().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let kept = words
        .to_lowercase()
        .chars()
        .filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '))
        .collect::<String>();
    kept.replace(' ', "-")
}
