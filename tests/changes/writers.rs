//! The writers of changes: what nothing in the files can break, and what colour never says alone.

use lacuna::Files;
use lacuna::report::diff::{Changes, Country, Format, write};
use lacuna::report::{Look, Style};

use crate::world::{Version, act, compare};

fn written(old: &Version, new: &Version, format: Format, look: Look) -> String {
    compare(old, new, |found| {
        let countries = vec![Country::Compared(Box::new(found.clone()))];
        let mut out = String::new();
        write(&Changes { files: &Files::new(), countries }, format, look, &mut out).unwrap();
        out
    })
}

/// Two versions whose words hold everything that could break a table, a list, a tag or a terminal.
fn hostile() -> (Version, Version) {
    let version = |word: &str| {
        let text = act(16).replace("Child Act", &format!("\"Act | <b>{word}</b> \\\\| `x` \\u202E\\e[31m\""));
        let summary = format!("\"</details><script>{word}</script>\\n# Heading\\n- item | cell\"");
        Version::new("2009-08-31", &text.replace("Whoever is below 16 is a child.", &summary))
    };
    (version("one"), version("two").under(|text| text.replace("Who is a child", "<img src=x> | Who")))
}

#[test]
fn nothing_in_the_files_becomes_markup_or_an_escape_sequence() {
    let (old, new) = hostile();
    let page = written(&old, &new, Format::Markdown, Look::PLAIN);
    for never in ["<script>", "<b>", "<img", "\u{202e}", "\u{1b}", "\n# Heading"] {
        assert!(!page.contains(never), "{never:?} in\n{page}");
    }
    assert_eq!(page.matches("<details>").count(), page.matches("</details>").count());
    assert!(page.contains("<del>one</del><ins>two</ins>"), "{page}");
    assert!(page.lines().filter(|line| line.starts_with('|')).all(|line| cells(line) == 4), "{page}");
    let screen = written(&old, &new, Format::Text, Look::PLAIN);
    assert!(!screen.contains(['\u{202e}', '\u{1b}']), "{screen}");
    assert!(screen.contains("[-one-]{+two+}"), "{screen}");
}

/// The cells of a row of a table: bars that are not escaped.
fn cells(line: &str) -> usize {
    let mut escaped = false;
    let mut bars = 0;
    for c in line.chars() {
        bars += usize::from(c == '|' && !escaped);
        escaped = c == '\\' && !escaped;
    }
    bars - 1
}

#[test]
fn colour_says_nothing_that_words_do_not() {
    let (old, new) = (Version::new("2009-08-31", &act(16)), Version::new("2009-08-31", &act(18)));
    let plain = written(&old, &new, Format::Text, Look::PLAIN);
    let coloured = written(&old, &new, Format::Text, Look { style: Style::Coloured, ..Look::PLAIN });
    assert_ne!(plain, coloured);
    let mut stripped = String::new();
    let mut rest = coloured.as_str();
    while let Some((before, after)) = rest.split_once('\u{1b}') {
        stripped.push_str(before);
        rest = after.split_once('m').unwrap().1;
    }
    assert_eq!(stripped + rest, plain);
}

#[test]
fn the_short_part_comes_before_whatever_is_folded() {
    let old = Version::new("2009-08-31", &act(16));
    let added = "      - { at: s. 2A, summary: To 18., in-force: 2010-01-01, says: { child: { below: 18 } } }\n";
    let new = Version::new("2011-08-31", &(act(16).replace("says:", "repealed: 2010-01-01, says:") + added));
    let page = written(&old, &new, Format::Markdown, Look::PLAIN);
    let (short, folded) = page.split_once("<details>").unwrap();
    assert!(short.contains("**1 item better, 0 worse, 0 otherwise; 3 changes in the record.**"), "{short}");
    assert!(short.contains("Why: the law changed. What is behind it"), "one cause is said once: {short}");
    let row = "| better | Who is a child (case/child) | ◐ falls short → ● met |";
    assert!(short.contains(row), "{short}");
    assert!(!folded.contains("Why:"), "{folded}");
    assert!(folded.contains("Behind the change of: case/child.age"), "{folded}");
}

#[test]
fn several_causes_are_named_with_each_item() {
    let treaty = "commitments:\n  treaty: none\n";
    let old = Version::new("2009-08-31", &(treaty.to_owned() + &act(16)));
    let acceded = "commitments:\n  treaty: { acceded: 2010-02-01, source: s }\n";
    let new = Version::new("2011-08-31", &(acceded.to_owned() + &act(18)));
    let page = written(&old, &new, Format::Markdown, Look::PLAIN);
    let (short, folded) = page.split_once("<details>").unwrap();
    assert!(short.contains("Why: the law changed (2 items); the record learned something (1 item)."), "{short}");
    let row = "| better | The Great Treaty (case/treaty) | ○ gap → ● met | the law changed |";
    assert!(short.contains(row), "{short}");
    assert!(folded.contains("Why: the record learned something."), "{folded}");
    // Only the causes that come up are explained.
    let (_, legend) = folded.rsplit_once("How to read this").unwrap();
    assert!(legend.contains("**The law changed**") && !legend.contains("**Time passed**"), "{legend}");
}

/// A country with so many provisions that a verdict on each cannot be told in a comment.
fn long(year: u32) -> Version {
    let provision = |number: usize| {
        let summary =
            "Whoever is below that age is a child within the meaning of this and of every other Act. ".repeat(6);
        format!(
            "      - {{ at: s. {number}, summary: \"{number} {summary}{year}\", says: {{ child: {{ below: 16 }} }} }}\n"
        )
    };
    let law =
        act(16).lines().take_while(|line| !line.contains("- {")).map(|line| format!("{line}\n")).collect::<String>();
    let provisions: String = (1..400).map(provision).collect();
    Version::new("2009-08-31", &(law + &provisions))
}

#[test]
fn a_page_fits_a_comment_whatever_is_in_it() {
    compare(&long(2001), &long(2002), |found| {
        let countries = |number: usize| vec![Country::Compared(Box::new(found.clone())); number];
        for number in [1, 12, 120] {
            let changes = Changes { files: &Files::new(), countries: countries(number) };
            let mut page = String::new();
            write(&changes, Format::Markdown, Look::PLAIN, &mut page).unwrap();
            assert!(page.chars().count() <= 65_000, "{number}: {}", page.chars().count());
            assert_eq!(page.matches("<details>").count(), page.matches("</details>").count());
            assert_eq!(page.contains("Shortened so as to fit a comment"), number > 1, "{page}");
        }
    });
}
