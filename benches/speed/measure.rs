//! Runs commands and says how long they took, how much they worked and how much memory they had.

use std::fmt;
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;

/// What a command took.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Usage {
    /// Seconds from start to end.
    pub(crate) wall: f64,
    /// Seconds of work on all processors.
    pub(crate) work: f64,
    /// The most memory it had at a time, in bytes.
    pub(crate) memory: f64,
}

/// Runs a command in a process of its own, which asks the system what the command used.
pub(crate) fn usage(command: &[&str]) -> Usage {
    let own = std::env::current_exe().unwrap();
    let output = Command::new(own).arg("--usage").args(command).stderr(Stdio::inherit()).output().unwrap();
    let words = String::from_utf8(output.stdout).unwrap();
    let numbers: Vec<f64> = words.split_whitespace().map(|word| word.parse().unwrap()).collect();
    Usage { wall: numbers[0], work: numbers[1], memory: numbers[2] }
}

/// The other side of [`usage`]: runs the command and prints what it used.
pub(crate) fn usage_of(command: &[&str]) {
    let start = Instant::now();
    let status =
        Command::new(command[0]).args(&command[1..]).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    let wall = start.elapsed().as_secs_f64();
    assert!(status.code().is_some_and(|code| code != 2), "{command:?} ended with {status}");
    let used = getrusage(UsageWho::RUSAGE_CHILDREN).unwrap();
    let work = (used.user_time().num_microseconds() + used.system_time().num_microseconds()) as f64 / 1e6;
    println!("{wall} {work} {}", used.max_rss() * 1024);
}

/// Numbers that were measured one after the other.
#[derive(Clone, Debug)]
pub(crate) struct Spread(Vec<f64>);

impl Spread {
    pub(crate) fn of(mut numbers: Vec<f64>) -> Self {
        numbers.sort_by(f64::total_cmp);
        Self(numbers)
    }

    pub(crate) fn median(&self) -> f64 {
        let (half, odd) = (self.0.len() / 2, self.0.len() % 2 == 1);
        if odd { self.0[half] } else { (self.0[half - 1] + self.0[half]) / 2.0 }
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (low, high) = (self.0[0], self.0[self.0.len() - 1]);
        write!(f, "{:9.3} {low:9.3} {high:9.3} {:7}", self.median(), self.0.len())
    }
}

/// Runs two commands by turns and gives what `of` makes of each pair. The first pair only warms up.
pub(crate) fn by_turns(runs: usize, one: &[&str], other: &[&str], of: impl Fn(Usage, Usage) -> f64) -> Spread {
    let mut found = Vec::new();
    for run in 0..=runs {
        // Whichever runs first has the colder machine; they change places.
        let (a, b) = if run % 2 == 0 {
            let a = usage(one);
            (a, usage(other))
        } else {
            let b = usage(other);
            (usage(one), b)
        };
        found.extend((run > 0).then(|| of(a, b)));
    }
    Spread::of(found)
}

/// Prints a line of the table.
pub(crate) fn line(name: &str, spread: &Spread) {
    println!("{name:44} {spread}");
}
