//! Mutation testing in one build: every mutant of the rooms that decide stands in one copy of the program, behind a switch.
//!
//! `cargo mutants` knows which mutants there are and builds the program once for each; with a program of this size that is a
//! night. This tool takes its list, writes a copy of the tree in which each mutant sleeps behind `crate::mutant::on(17)`,
//! builds the tests once and runs them again and again, each time with one mutant awake (`MUTANT=17`).
//!
//! - [`list`]: what `cargo mutants --list` says, with places in bytes;
//! - [`place`]: where in a file's tree each mutant belongs, and what is written there;
//! - [`tree`]: the copy, and which mutants do not compile;
//! - [`trial`]: the tests, in order of their speed, on each mutant;
//! - [`results`]: what came out, kept in a file so that a run can be taken up again.
//!
//! `docs/testing.md` says how to run it.

mod list;
mod place;
mod results;
mod tree;
mod trial;

use std::error::Error;
use std::path::PathBuf;

/// Anything that went wrong; the tool stops and says it.
pub(crate) type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The rooms that decide: what the rule language is, whether files hold together, verdicts, changes, countries side by side.
const ROOMS: &[&str] = &["rule", "check", "eval", "diff", "compare"];

/// What was asked for on the command line.
pub(crate) struct Asked {
    /// How many mutants are tried at once.
    pub(crate) jobs: usize,
    /// Only mutants whose name holds this.
    pub(crate) only: Option<String>,
    /// Only these tests: `lib`, or files of `tests/`. All, if there is none.
    pub(crate) tests: Vec<String>,
    /// Only tests that take at most so many seconds without a mutant.
    pub(crate) within: f32,
    /// Stop when the tests are built and pass without a mutant.
    pub(crate) build_only: bool,
}

fn asked() -> Result<Asked> {
    let mut asked = Asked { jobs: 2, only: None, tests: Vec::new(), within: f32::MAX, build_only: false };
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        match (word.as_str(), words.next()) {
            ("--jobs", Some(number)) => asked.jobs = number.parse()?,
            ("--tests", Some(names)) => asked.tests = names.split(',').map(str::to_owned).collect(),
            ("--within", Some(seconds)) => asked.within = seconds.parse()?,
            ("--only", Some(part)) => asked.only = Some(part),
            ("--build-only", None) => asked.build_only = true,
            _ => return Err("usage: lacuna-mutants [--jobs N] [--tests NAME,NAME] [--within SECONDS] [--only PART-OF-A-NAME] [--build-only]".into()),
        }
    }
    Ok(asked)
}

fn main() -> Result<()> {
    let asked = asked()?;
    let home = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let root = home.join("../..").canonicalize()?;
    let mutants = list::read(&root, ROOMS)?;
    let mut results = results::Results::read(&home.join("target/results.jsonl"))?;
    println!("{} mutants", mutants.len());
    let scratch = home.join("target/tree");
    let tests = tree::build(&root, &scratch, &mutants, &asked.tests, &mut results)?;
    let tests = trial::without(tests, &scratch)?;
    if !asked.build_only {
        trial::all(&tests, &scratch, &mutants, &asked, &mut results)?;
    }
    results.report(&mutants, ROOMS, &home.join("target/results.md"))
}
