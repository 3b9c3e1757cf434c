//! The whole page for the three countries, which a lawyer can read: `page.md`, and the dots: `dots.md`.
//! `UPDATE=1 cargo test --test compare` rewrites them; read what git shows before you commit it.

use std::fs;

use lacuna::compare::By;
use lacuna::report::compare::Format;

use super::sample::{Asked, Sample};

fn compare(name: &str, found: &str) {
    let path = format!("tests/compare/{name}");
    let written = fs::read_to_string(&path).unwrap_or_default();
    if found != written && std::env::var_os("UPDATE").is_some() {
        fs::write(&path, found).unwrap();
    }
    let at = written.lines().zip(found.lines()).position(|(a, b)| a != b).unwrap_or(0);
    let line = |text: &str| text.lines().nth(at).unwrap_or("(end)").to_owned();
    assert!(written == found, "{path}:{}\n  written: {}\n  found:   {}", at + 1, line(&written), line(found));
}

#[test]
fn the_page_says_what_it_says() {
    compare("page.md", &Sample::new().text(Format::Markdown, &Asked::default()));
}

#[test]
fn the_page_by_elements_says_what_it_says() {
    let asked = Asked { by: By::Elements, only: &["law"], ..Asked::default() };
    compare("elements.md", &Sample::new().text(Format::Markdown, &asked));
}

#[test]
fn the_dots_are_where_they_belong() {
    let asked = Asked { compact: true, ..Asked::default() };
    compare("dots.md", &Sample::new().text(Format::Markdown, &asked));
}

#[test]
fn a_terminal_shows_a_table_where_there_is_room_and_a_list_where_there_is_not() {
    compare("wide.txt", &Sample::new().text(Format::Text, &Asked::default()));
    compare("narrow.txt", &Sample::new().text(Format::Text, &Asked { width: 40, ..Asked::default() }));
}
