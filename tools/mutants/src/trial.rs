//! Runs the tests on each mutant until one fails, first those that are quick and have caught others of its room.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use crate::list::Mutant;
use crate::results::{Outcome, Results};
use crate::tree::TestBinary;
use crate::{Asked, Result};

/// Tests that look at the text of the program, and would see the switches.
const NOT_ASKED: &[&str] = &["floors"];

/// How often the tool looks whether a test has ended. Time is counted in these, so that a pause of the whole does not count.
const TICK: Duration = Duration::from_millis(20);

/// The least time that a test gets, in ticks: a minute.
const LEAST: u32 = 3000;

/// A binary of tests, how long it takes, and the mutants that it passes by.
pub(crate) struct Test {
    binary: TestBinary,
    ticks: u32,
    seconds: f32,
    passed: BTreeSet<usize>,
}

enum Ended {
    Well,
    Failed,
    Late,
}

fn command(test: &TestBinary, scratch: &Path) -> Command {
    let mut command = Command::new(&test.path);
    command.current_dir(scratch).env("CARGO_MANIFEST_DIR", scratch);
    // A failing case is a failing case; nobody reads the smallest.
    command.env("PROPTEST_MAX_SHRINK_ITERS", "0").env("RUST_BACKTRACE", "0");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Waits for a test; stops it at the first failure it tells, or when its time is over.
fn wait(mut child: Child, most: u32) -> Result<(Ended, u32)> {
    let (tell, failure) = mpsc::channel();
    if let Some(output) = child.stdout.take() {
        thread::spawn(move || {
            let lines = BufReader::new(output).lines().map_while(std::io::Result::ok);
            for line in lines {
                if line.ends_with("... FAILED") {
                    let _ = tell.send(());
                }
            }
        });
    }
    let mut ticks = 0;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok((if status.success() { Ended::Well } else { Ended::Failed }, ticks));
        }
        let failed = failure.try_recv().is_ok();
        if failed || ticks > most {
            child.kill()?;
            child.wait()?;
            return Ok((if failed { Ended::Failed } else { Ended::Late }, ticks));
        }
        thread::sleep(TICK);
        ticks += 1;
    }
}

/// Runs the tests with every mutant asleep: all must pass. Gives them back, the quickest first, with what they pass by.
pub(crate) fn without(binaries: Vec<TestBinary>, scratch: &Path) -> Result<Vec<Test>> {
    let mut tests = Vec::new();
    for binary in binaries.into_iter().filter(|it| !NOT_ASKED.contains(&it.name.as_str())) {
        let notes = scratch.join("target").join(format!("passed-{}", binary.name));
        let _ = fs::remove_file(&notes);
        let started = Instant::now();
        let (ended, ticks) = wait(command(&binary, scratch).env("MUTANTS_PASSED", &notes).spawn()?, u32::MAX)?;
        if !matches!(ended, Ended::Well) {
            return Err(format!("{} fails without a mutant", binary.path.display()).into());
        }
        let text = fs::read_to_string(&notes).unwrap_or_default();
        let passed: BTreeSet<usize> = text.lines().filter_map(|line| line.parse().ok()).collect();
        let seconds = started.elapsed().as_secs_f32();
        println!("{seconds:>8.2} s, {:>5} mutants passed by {}", passed.len(), binary.name);
        tests.push(Test { binary, ticks, seconds, passed });
    }
    tests.sort_by_key(|it| it.ticks);
    Ok(tests)
}

/// For each room and test, the ticks spent and the mutants caught: what has paid in a room is asked first.
#[derive(Default)]
struct Yield(Mutex<BTreeMap<(String, String), (u32, u32)>>);

impl Yield {
    fn of(&self, room: &str, test: &Test) -> (u32, u32) {
        let key = (room.to_owned(), test.binary.name.clone());
        // As if it had been asked once, and caught one.
        self.0.lock().ok().and_then(|known| known.get(&key).copied()).unwrap_or((test.ticks + 1, 1))
    }

    fn cost(&self, room: &str, test: &Test) -> u32 {
        let (ticks, caught) = self.of(room, test);
        ticks.saturating_mul(1000) / caught
    }

    fn note(&self, room: &str, test: &Test, ticks: u32, caught: bool) {
        let (before, count) = self.of(room, test);
        if let Ok(mut known) = self.0.lock() {
            let key = (room.to_owned(), test.binary.name.clone());
            known.insert(key, (before + ticks + 1, count + u32::from(caught)));
        }
    }
}

/// What comes of one mutant, and the test that settled it.
fn one(mutant: &Mutant, tests: &[&Test], paid: &Yield, scratch: &Path) -> Result<(Outcome, String)> {
    let mut asked: Vec<_> = tests.iter().filter(|it| it.passed.contains(&mutant.id)).collect();
    asked.sort_by_key(|test| paid.cost(&mutant.room, test));
    for test in &asked {
        let child = command(&test.binary, scratch).env("MUTANT", mutant.id.to_string()).spawn()?;
        let (ended, ticks) = wait(child, LEAST.max(test.ticks * 10))?;
        paid.note(&mutant.room, test, ticks, !matches!(ended, Ended::Well));
        match ended {
            Ended::Well => {}
            Ended::Failed => return Ok((Outcome::Caught, test.binary.name.clone())),
            Ended::Late => return Ok((Outcome::Timeout, test.binary.name.clone())),
        }
    }
    Ok((if asked.is_empty() { Outcome::Unreached } else { Outcome::Missed }, String::new()))
}

/// Tries every mutant that is not settled yet, several at a time.
pub(crate) fn all(
    tests: &[Test],
    scratch: &Path,
    mutants: &[Mutant],
    asked: &Asked,
    results: &mut Results,
) -> Result<()> {
    let wanted = |it: &&Mutant| {
        asked.only.as_ref().is_none_or(|part| it.name.contains(part.as_str()))
            && !results.get(it).is_some_and(Outcome::is_settled)
    };
    let tests: Vec<&Test> = tests.iter().filter(|it| it.seconds <= asked.within).collect();
    let list: Vec<&Mutant> = mutants.iter().filter(wanted).collect();
    let (next, paid) = (AtomicUsize::new(0), Yield::default());
    let results = Mutex::new(results);
    let work = || -> std::result::Result<(), String> {
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(mutant) = list.get(number) else { return Ok(()) };
            let (outcome, by) = one(mutant, &tests, &paid, scratch).map_err(|it| it.to_string())?;
            println!("{}/{} {outcome:?} {by} {}", number + 1, list.len(), mutant.name);
            let mut results = results.lock().map_err(|it| it.to_string())?;
            results.add(mutant, outcome, &by).map_err(|it| it.to_string())?;
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..asked.jobs.max(1)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|it| it.join().map_err(|_| "a worker broke off".to_owned())?).collect::<Vec<_>>()
    })
    .into_iter()
    .collect::<std::result::Result<Vec<()>, String>>()?;
    Ok(())
}
