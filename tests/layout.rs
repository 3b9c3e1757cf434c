//! `lacuna fmt`: one layout, no value and no comment lost, the second time nothing changes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::fs;
use std::process::Command;
use std::sync::LazyLock;

use lacuna::diag::Diagnostics;
use lacuna::layout::{Refused, canonical};
use lacuna::model::document::DocumentKind;
use lacuna::schema::Order;
use lacuna::{Files, embedded, read_vocabulary};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::Value;
use tempfile::TempDir;

static FRAMEWORK: LazyLock<Order> = LazyLock::new(|| {
    let mut files = Files::new();
    let file = files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text);
    Order::of(DocumentKind::Framework, &read_vocabulary(&files, file, &mut Diagnostics::new()).unwrap())
});

fn laid_out(text: &str) -> Result<String, Refused> {
    let mut files = Files::new();
    let file = files.add("file.yaml", text);
    canonical(&files, file, |node| FRAMEWORK.sort(node), &mut Diagnostics::new())
}

/// Values without the order of keys, as another reader sees them.
fn values(text: &str) -> Option<Value> {
    fn sorted(value: Value) -> Value {
        match value {
            Value::Object(map) => {
                let mut entries: Vec<_> = map.into_iter().map(|(key, value)| (key, sorted(value))).collect();
                entries.sort_by(|a, b| a.0.cmp(&b.0));
                Value::Object(entries.into_iter().collect())
            }
            Value::Array(list) => Value::Array(list.into_iter().map(sorted).collect()),
            other => other,
        }
    }
    serde_yaml::from_str(text).ok().map(sorted)
}

#[track_caller]
fn becomes(before: &str, after: &str) {
    assert_eq!(laid_out(before).as_deref(), Ok(after));
    assert_eq!(laid_out(after).as_deref(), Ok(after), "the second time nothing changes");
    assert_eq!(values(before), values(after));
}

#[test]
fn keys_come_in_the_order_of_the_format_and_ids_stay_as_they_stand() {
    becomes(
        "framework: XAA\ncoverage: partial\nreviewed: 2009-08-31\nname: Aldonia\nlaws:\n  b-act: { kind: act, title: B }\n  \
         a-act: { title: A, kind: act }\nsources: { z: { url: u, title: Z } }\ncommitments:\n  c182: none\n  crc: none\n",
        "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: partial\nsources: { z: { title: Z, url: u } }\n\
         commitments:\n  crc: none\n  c182: none\nlaws:\n  b-act: { title: B, kind: act }\n  a-act: { title: A, kind: act }\n",
    );
    becomes(
        "framework: XAA\nsilences:\n- confidence: verified\n  note: N\n  acts: [sale]\n  on: trafficking-definition\n",
        "framework: XAA\nsilences:\n  - on: trafficking-definition\n    note: N\n    confidence: verified\n    acts: [sale]\n",
    );
    // What the format does not have is a fault for `check`; here it stays, at the end.
    becomes("framework: XAA\nnmae: A\nreviewed: 2009\n", "framework: XAA\nreviewed: 2009\nnmae: A\n");
}

#[test]
fn comments_go_with_what_they_stand_by() {
    becomes(
        "# head\n\n# of the framework\nframework: XAA   # the country\n\n\n\n# how much\ncoverage: partial\n# whose\nname: A # an \
         invented one\n",
        "# head\n\n# of the framework\nframework: XAA   # the country\n# whose\nname: A # an invented one\n\n# how \
         much\ncoverage: partial\n",
    );
    becomes(
        "framework: XAA\nlaws: # here\n    act: # a law\n        kind: act\n        # its title\n        title: T\n        # \
         no provisions yet\n    # no more laws\n# policies follow\npolicies:\n  # none so far\nname: A\n# the end\n",
        "framework: XAA\nname: A\nlaws: # here\n  act: # a law\n    # its title\n    title: T\n    kind: act\n    # no \
         provisions yet\n  # no more laws\n# policies follow\npolicies:\n  # none so far\n# the end\n",
    );
    becomes(
        "framework: XAA\nsilences:\n  # first\n  - # one\n    # two\n    on: crc\n    # three\n    note: N # four\n  # \
         second\n  - on: b\n",
        "framework: XAA\nsilences:\n  # first\n  # one\n  # two\n  - on: crc\n    # three\n    note: N # four\n  # second\n  - \
         on: b\n",
    );
    becomes(
        "framework: XAA\nsources: { a: { title: A }, # in brackets\n    b: { title: B } }\nname: \"# none\" # one\nnote: a#b \
         # two\n",
        "framework: XAA\nname: \"# none\" # one\nnote: a#b # two\nsources: { a: { title: A }, # in brackets\n  b: { title: B } \
         }\n",
    );
}

#[test]
fn prose_is_filled_and_texts_with_lines_of_their_own_keep_them() {
    let word = "word ".repeat(29) + "word";
    let filled = format!("{}\n  {}", "word ".repeat(22) + "word", "word ".repeat(6) + "word");
    becomes(
        &format!("framework: XAA\nnote: > # why\n    {}\n    {word}\n", "x"),
        &format!(
            "framework: XAA\nnote: > # why\n  x {}\n  {}\n",
            "word ".repeat(22) + "word",
            "word ".repeat(6) + "word"
        ),
    );
    becomes(
        &format!("framework: XAA\nnote:\n  word\n  {}\n", "word ".repeat(29)),
        &format!("framework: XAA\nnote: >-\n  {filled}\n"),
    );
    becomes("framework: XAA\nnote: one\n  two\n", "framework: XAA\nnote: one two\n");
    becomes(
        "framework: XAA\nnote: |+\n      one\n\n       two\n\n\nname: A\n",
        "framework: XAA\n\nname: A\nnote: |+\n  one\n\n   two\n\n\n",
    );
    becomes("framework: XAA\nnote: >-\n  one\n\n  two\n", "framework: XAA\nnote: |-\n  one\n  two\n");
    becomes(
        "framework: XAA\nnote: \"one\n    two\\\n     three\"\n",
        "framework: XAA\nnote: \"one\n  two\\\n  three\"\n",
    );
    becomes("framework: XAA\r\nname: A\r\n", "framework: XAA\nname: A\n");
}

#[test]
fn brackets_stay_if_they_fit_into_a_line() {
    becomes("framework: XAA\nname:   [ a,b ,  {c: d,e: f} ]\n", "framework: XAA\nname: [a, b, { c: d, e: f }]\n");
    let words: Vec<String> = (10..40).map(|number| format!("word-{number}")).collect();
    becomes(
        &format!("framework: XAA\nname: [{}]\n", words.join(",")),
        &format!(
            "framework: XAA\nname:\n  [\n    {},\n    {},\n    {}\n  ]\n",
            words[..13].join(", "),
            words[13..26].join(", "),
            words[26..].join(", ")
        ),
    );
    let long = "x".repeat(70);
    becomes(
        &format!("framework: XAA\nlaws: {{ a: {{ title: {long}, note: {long}}} }}\n"),
        &format!("framework: XAA\nlaws:\n  a:\n    title: {long}\n    note: {long}\n"),
    );
}

#[test]
fn what_is_no_file_of_ours_is_left_alone() {
    assert_eq!(laid_out("framework: [\n"), Err(Refused::Unread));
    assert_eq!(laid_out("framework: &a XAA\nname: *a\n"), Err(Refused::Unread));
    assert_eq!(laid_out(""), Err(Refused::Unread));
    assert_eq!(laid_out("framework: XAA\nframework: XAB\n"), Err(Refused::Unread));
}

#[test]
fn the_shipped_files_keep_every_value_and_come_out_the_same_twice() {
    for folder in ["frameworks", "checklists", "tests/formats"] {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.extension().is_none_or(|extension| extension != "yaml") {
                continue;
            }
            let before = fs::read_to_string(&path).unwrap();
            let after = laid_out(&before).unwrap_or_else(|refused| panic!("{}: {refused:?}", path.display()));
            assert_eq!(values(&before), values(&after), "{}", path.display());
            assert_eq!(laid_out(&after).as_ref(), Ok(&after), "{}", path.display());
        }
    }
}

/// A small file into which comments and empty lines are put anywhere.
const SMALL: &str = "framework: XAA
name: Aldonia
note: >-
  Prose that goes
  over lines.
coverage: partial
sources:
  s: { title: A source, year: 2009 }
commitments:
  crc: none
  c182:
    ratified: 2000
    reservations:
      - article: \"3\"
        note: |
          kept
            as is
laws:
  act:
    kind: act
    title: An act
    subjects:
    - child-protection
    - trafficking
    provisions:
      - at: s. 1
        says:
          child-definition: { age-below: 18,
            field: [protection, offences] }
      -
        at: s. 2
        summary: plain words
          on two lines
policies:
silences: []
";

fn spoilt() -> impl Strategy<Value = String> {
    let lines = SMALL.lines().count();
    let place = (0..=lines, 0..4_usize, 0..14_usize, "[a-z: #\"'{}\\[\\]-]{0,8}");
    proptest::collection::vec(place, 0..8).prop_map(|places| {
        let mut lines: Vec<String> = SMALL.lines().map(str::to_owned).collect();
        for (at, kind, indent, words) in places {
            let at = at.min(lines.len());
            match kind {
                0 => lines.insert(at, format!("{}# {words}", " ".repeat(indent))),
                1 => lines.insert(at, String::new()),
                _ => {
                    if let Some(line) = lines.get_mut(at) {
                        line.push_str(&format!("{}# {words}", " ".repeat(indent.max(1))));
                    }
                }
            }
        }
        lines.join("\n") + "\n"
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, rng_seed: RngSeed::Fixed(2009), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn wherever_comments_stand_nothing_is_lost(text in spoilt()) {
        let mut files = Files::new();
        let file = files.add("file.yaml", text.as_str());
        let mut found = Diagnostics::new();
        let sound = lacuna::yaml::read::read(&files, file, &mut found).is_some() && found.is_empty();
        let after = laid_out(&text);
        prop_assert_eq!(after.is_ok(), sound, "{:?}", after);
        if let Ok(after) = after {
            prop_assert_eq!(values(&text), values(&after));
            let again = laid_out(&after);
            prop_assert_eq!(again.as_ref(), Ok(&after));
            let marks = |text: &str| text.matches('#').count();
            prop_assert_eq!(marks(&text), marks(&after));
        }
    }
}

#[test]
fn the_command_rewrites_names_and_refuses() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    fs::create_dir(path("frameworks")).unwrap();
    let (untidy, tidy) = ("framework:   XAA\nname: A # me\n\n\n", "framework: XAA\nname: A # me\n");
    fs::write(path("frameworks/a.yaml"), untidy).unwrap();
    fs::write(path("frameworks/b.yaml"), tidy).unwrap();
    let run = |words: &[&str]| {
        let output =
            Command::new(env!("CARGO_BIN_EXE_lacuna")).args(words).current_dir(folder.path()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    assert_eq!(run(&["fmt", "--check"]), (1, "frameworks/a.yaml\n".to_owned(), String::new()));
    assert_eq!(fs::read_to_string(path("frameworks/a.yaml")).unwrap(), untidy, "--check writes nothing");
    let broken = "framework: XAA\nname: [\n";
    fs::write(path("frameworks/c.yaml"), broken).unwrap();
    let (code, _, stderr) = run(&["fmt"]);
    assert_eq!(code, 3);
    assert!(stderr.contains("yaml-syntax") && stderr.matches("error").count() == 1, "{stderr}");
    assert_eq!(fs::read_to_string(path("frameworks/c.yaml")).unwrap(), broken, "left as it is");
    assert_eq!(fs::read_to_string(path("frameworks/a.yaml")).unwrap(), tidy, "the others are rewritten all the same");
    fs::remove_file(path("frameworks/c.yaml")).unwrap();
    assert_eq!(run(&["fmt", "--check"]), (0, String::new(), String::new()));
    assert_eq!(run(&["fmt", "nowhere.yaml"]).0, 3);
    fs::write(path("other.yaml"), "something: else\n").unwrap();
    let (code, _, stderr) = run(&["fmt", "other.yaml"]);
    assert!(code == 3 && stderr.contains("unknown-document"), "{stderr}");
}
