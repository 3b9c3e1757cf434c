//! Time by the size of an input: how much longer ten times as much takes, ten being in proportion.

use std::fmt::Write as _;

use super::generate;
use super::measure::{by_turns, line};
use super::targets::{LACUNA, folder};

/// An input by its size, and the command that reads it, given the file.
type Input = (&'static str, fn(usize) -> String, &'static [&'static str]);

const INPUTS: [Input; 3] = [
    ("slope: audit of one record", record, &["audit", "--format", "json"]),
    ("slope: check of a record full of faults", faulty, &["check"]),
    ("slope: diff of articles that all changed", articles, &["diff"]),
];

pub(crate) fn all(wanted: &dyn Fn(&str) -> bool) {
    for (name, make, command) in INPUTS.into_iter().filter(|(name, ..)| wanted(name)) {
        for (small, large) in [(1, 10), (10, 100)] {
            let files = folder("slopes", |folder| {
                for size in [small, large] {
                    std::fs::write(folder.join(format!("{size}.yaml")), make(size)).unwrap();
                    // The other side of a comparison: each article says something else.
                    let other = make(size).replace("above sixteen", "below sixteen").replace("16", "17");
                    std::fs::write(folder.join(format!("{size}-other.yaml")), other).unwrap();
                }
            });
            let path = |name: String| files.join(name).to_str().unwrap().to_owned();
            let call = |size: usize| {
                let mut words = vec![LACUNA.to_owned(), command[0].to_owned(), path(format!("{size}.yaml"))];
                words.extend((command[0] == "diff").then(|| path(format!("{size}-other.yaml"))));
                words.extend(command[1..].iter().map(|word| (*word).to_owned()));
                words
            };
            let (large_call, small_call) = (call(large), call(small));
            let words = |call: &'static [String]| call.iter().map(String::as_str).collect::<Vec<_>>();
            let (large_call, small_call) = (words(large_call.leak()), words(small_call.leak()));
            let spread = by_turns(3, &large_call, &small_call, |a, b| a.work / b.work);
            line(&format!("{name}, {large} / {small}"), &spread);
        }
    }
}

fn record(size: usize) -> String {
    let wanted = generate::country::Wanted { number: 3, bytes: size * 40 * 1024, with_text: false };
    generate::yaml::framework(&generate::country::country(wanted, &generate::vocabulary().unwrap()))
}

fn faulty(size: usize) -> String {
    generate::faults::spoil(&record(size), 100 * size)
}

/// A law with many articles that are nearly alike.
fn articles(size: usize) -> String {
    let mut text = String::from(
        "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: partial\nsources:\n  gazette: { title: Gazette }\nlaws:\n  \
         act:\n    title: Act\n    kind: act\n    in-force: 2000-01-01\n    source: gazette\n    confidence: verified\n    provisions:\n",
    );
    for number in 1..=size * 100 {
        let _ = write!(
            text,
            "      - at: art. {number}\n        summary: Article {number} is for children above sixteen.\n        says:\n          \
             child-definition: {{ age-below: 16 }}\n"
        );
    }
    text
}
