//! Measures the targets of `docs/performance.md`: `cargo bench --bench speed`, or some of them by name, after `--`.
//!
//! Whole commands are timed, as a user runs them, and only ratios of commands that ran by turns in the same run count:
//! what else the machine does slows both. Each line gives the median of the ratios of pairs, and the lowest and highest.
//!
//! The harness is our own because what is compared are processes (one of which parses and does nothing else), their
//! memory, and a browser; the kept harnesses time functions.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a measurement that fails may panic, and printing is what it is for"
)]

#[path = "../../examples/corpus/generate.rs"]
mod generate;
mod measure;
mod parse;
mod slopes;
mod targets;

use std::path::Path;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--nothing"] => {}
        ["--parse", folder] => parse::folder(Path::new(folder)),
        ["--usage", command @ ..] => measure::usage_of(command),
        wanted => {
            let wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|word| name.starts_with(word));
            println!("{:44} {:>9} {:>9} {:>9} {:>7}", "what", "median", "lowest", "highest", "runs");
            targets::all(&wanted);
            slopes::all(&wanted);
        }
    }
}
