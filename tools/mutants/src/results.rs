//! What came of each mutant, kept in a file of lines so that a run can be broken off and taken up again.
//!
//! A result is kept under the text of the mutant's function. What was caught stays caught as long as that text is the
//! same; what was missed is tried again in every run, since there may be new tests.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::Result;
use crate::list::Mutant;

/// What can come of a mutant.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Outcome {
    /// A test failed.
    Caught,
    /// A test did not end in time.
    Timeout,
    /// All tests passed.
    Missed,
    /// All tests passed, and none of them came by.
    Unreached,
    /// It does not compile.
    Unviable,
    /// This tool found no place for it; `cargo mutants` has to try it.
    Lost,
}

impl Outcome {
    const ALL: [Self; 6] = [Self::Caught, Self::Timeout, Self::Missed, Self::Unreached, Self::Unviable, Self::Lost];

    fn name(self) -> &'static str {
        match self {
            Self::Caught => "caught",
            Self::Timeout => "timeout",
            Self::Missed => "missed",
            Self::Unreached => "unreached",
            Self::Unviable => "unviable",
            Self::Lost => "lost",
        }
    }

    /// Whether it need not be tried again.
    pub(crate) fn is_settled(self) -> bool {
        !matches!(self, Self::Missed | Self::Unreached)
    }
}

/// The results so far.
pub(crate) struct Results {
    path: PathBuf,
    known: BTreeMap<String, (Outcome, String)>,
}

impl Results {
    pub(crate) fn read(path: &Path) -> Result<Self> {
        let mut known = BTreeMap::new();
        for line in fs::read_to_string(path).unwrap_or_default().lines() {
            let Ok(it) = serde_json::from_str::<Value>(line) else { continue };
            let word = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
            if let Some(outcome) = Outcome::ALL.into_iter().find(|outcome| it["outcome"] == outcome.name()) {
                known.insert(word("key"), (outcome, word("by")));
            }
        }
        Ok(Self { path: path.to_owned(), known })
    }

    pub(crate) fn get(&self, mutant: &Mutant) -> Option<Outcome> {
        self.known.get(&mutant.key).map(|(outcome, _)| *outcome)
    }

    /// Notes a result down, with the test that settled it.
    pub(crate) fn add(&mut self, mutant: &Mutant, outcome: Outcome, by: &str) -> Result<()> {
        let line = json!({ "key": mutant.key, "name": mutant.name, "outcome": outcome.name(), "by": by });
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder)?;
        }
        writeln!(OpenOptions::new().create(true).append(true).open(&self.path)?, "{line}")?;
        self.known.insert(mutant.key.clone(), (outcome, by.to_owned()));
        Ok(())
    }

    /// Writes the counts of each room and the survivors, and says them.
    pub(crate) fn report(&self, mutants: &[Mutant], rooms: &[&str], path: &Path) -> Result<()> {
        let count = |room: &str, outcomes: &[Outcome]| {
            let here = mutants.iter().filter(|it| room.is_empty() || it.room == room);
            here.filter(|it| self.get(it).is_some_and(|found| outcomes.contains(&found))).count()
        };
        let mut text =
            "| room | viable | caught | by time | missed | share | do not compile | without a place |\n".to_owned();
        text.push_str("| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for room in rooms.iter().copied().chain([""]) {
            let name = if room.is_empty() { "all" } else { room };
            let (caught, timeout) = (count(room, &[Outcome::Caught]), count(room, &[Outcome::Timeout]));
            let missed = count(room, &[Outcome::Missed, Outcome::Unreached]);
            let (unviable, lost) = (count(room, &[Outcome::Unviable]), count(room, &[Outcome::Lost]));
            let viable = caught + timeout + missed;
            let per_mille = (caught + timeout) * 1000 / viable.max(1);
            writeln!(
                text,
                "| {name} | {viable} | {caught} | {timeout} | {missed} | {}.{} % | {unviable} | {lost} |",
                per_mille / 10,
                per_mille % 10
            )?;
        }
        for outcome in [Outcome::Missed, Outcome::Unreached, Outcome::Lost] {
            writeln!(text, "\n{}:\n", outcome.name())?;
            for mutant in mutants.iter().filter(|it| self.get(it) == Some(outcome)) {
                writeln!(text, "- {}", mutant.name)?;
            }
        }
        print!("{text}");
        Ok(fs::write(path, text)?)
    }
}
