//! The walk through a bill, as a reader takes it: every command on the page is run, and prints what the page shows.
//!
//! A line `[...]` in an output stands for lines left out. `UPDATE=1 cargo test --test walkthrough` rewrites the outputs;
//! of one with lines left out, each stretch is found again by how its first line begins.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

const PAGE: &str = "docs/bill.md";
const EXAMPLE: &str = "examples/aldonia";
const LEFT_OUT: &str = "[...]";

/// A copy of the example, and where in it the reader stands.
struct Desk {
    folder: TempDir,
    at: PathBuf,
    /// How the last command ended.
    last: i32,
}

impl Desk {
    fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let at = folder.path().to_owned();
        copy(Path::new(EXAMPLE), &at.join(EXAMPLE));
        Self { folder, at, last: 0 }
    }

    /// Runs a command, and returns what stands on the screen after it.
    fn run(&mut self, command: &str) -> String {
        if let Some(folder) = command.strip_prefix("cd ") {
            self.at = self.folder.path().join(folder);
            assert!(self.at.is_dir(), "{command}");
            return String::new();
        }
        let binary = Path::new(env!("CARGO_BIN_EXE_lacuna")).parent().unwrap();
        let path = format!("{}:{}", binary.display(), std::env::var("PATH").unwrap());
        let script = format!("exec 2>&1\n(exit {})\n{command}\n", self.last);
        let mut shell = Command::new("sh");
        shell.env_clear().env("PATH", path).env("LC_ALL", "C").current_dir(&self.at).stdin(Stdio::null());
        let output = shell.arg("-c").arg(script).output().unwrap();
        self.last = output.status.code().unwrap();
        String::from_utf8(output.stdout).unwrap()
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What the page should show of an output: all of it, or the stretches it shows now, as they are.
fn shown(now: &[&str], output: &str) -> Vec<String> {
    let lines: Vec<&str> = output.trim_end_matches('\n').lines().collect();
    if !now.contains(&LEFT_OUT) {
        return lines.into_iter().map(str::to_owned).collect();
    }
    let mut found: Vec<String> = Vec::new();
    let mut from = 0;
    for (number, stretch) in now.split(|line| *line == LEFT_OUT).enumerate() {
        if number > 0 {
            found.push(LEFT_OUT.to_owned());
        }
        let Some(first) = stretch.first() else { continue };
        let begins = |line: &&str| -> String { line.split(' ').filter(|word| !word.is_empty()).take(3).collect() };
        let rest = &lines[from..];
        let whole = rest.windows(stretch.len()).position(|window| window == stretch);
        let place = whole.or_else(|| rest.iter().position(|line| begins(line) == begins(first)));
        let place = from + place.unwrap_or_else(|| panic!("nothing begins like {first:?} in:\n{output}"));
        assert!(number > 0 || place == 0, "the output begins with something else:\n{output}");
        from = (place + stretch.len()).min(lines.len());
        found.extend(lines[place..from].iter().map(|line| (*line).to_owned()));
    }
    let ends = now.last() == Some(&LEFT_OUT) || from == lines.len();
    assert!(ends, "the output goes on:\n{output}");
    found
}

/// The page with the outputs that its commands have.
fn taken(page: &str) -> String {
    let mut desk = Desk::new();
    let mut lines = page.lines().peekable();
    let mut written: Vec<String> = Vec::new();
    while let Some(line) = lines.next() {
        written.push(line.to_owned());
        if line.starts_with("````") {
            // An excerpt of a file, which holds a block itself.
            let excerpt: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("````")).collect();
            let excerpt = excerpt.join("\n");
            let bill = fs::read_to_string(format!("{EXAMPLE}/bill-first-reading.md")).unwrap();
            assert!(bill.contains(&excerpt), "this stands in no bill:\n{excerpt}");
            written.extend(excerpt.lines().map(str::to_owned));
            written.push("````".to_owned());
        } else if line == "```console" {
            while let Some(command) = lines.next().filter(|line| *line != "```") {
                written.push(command.to_owned());
                let command = command.strip_prefix("$ ").unwrap_or_else(|| panic!("no command: {command}"));
                let mut now = Vec::new();
                while let Some(line) = lines.next_if(|line| *line != "```" && !line.starts_with("$ ")) {
                    now.push(line);
                }
                let output = desk.run(command);
                written.extend(shown(&now, &output));
            }
            written.push("```".to_owned());
        }
    }
    written.join("\n") + "\n"
}

#[test]
fn every_command_on_the_page_prints_what_the_page_shows() {
    let page = fs::read_to_string(PAGE).unwrap();
    let found = taken(&page);
    if std::env::var_os("UPDATE").is_some() && found != page {
        fs::write(PAGE, &found).unwrap();
    }
    for (number, (written, found)) in page.lines().zip(found.lines()).enumerate() {
        assert_eq!(written, found, "{PAGE}:{}; `UPDATE=1 cargo test --test walkthrough` rewrites it", number + 1);
    }
    assert_eq!(page, found);
    // What the bill is for: nothing of it may fall off the page unnoticed.
    for sight in
        ["Closes:", "Opens:", "Worsens:", "Without effect for now:", "⚡ conflict", "repealed", "unread-article"]
    {
        assert!(found.contains(sight), "{sight}");
    }
}
