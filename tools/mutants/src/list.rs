//! The list of mutants, as `cargo mutants` makes it.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::Result;

/// One change to one place of the program.
pub(crate) struct Mutant {
    /// Its number in this run, which wakes it.
    pub(crate) id: usize,
    /// Its name, with file and line.
    pub(crate) name: String,
    /// A name that outlives changes elsewhere: the mutant within the text of its function.
    pub(crate) key: String,
    /// The file, from the root.
    pub(crate) file: String,
    /// The room that the file belongs to.
    pub(crate) room: String,
    /// What kind of change it is, in the words of `cargo mutants`.
    pub(crate) genre: String,
    /// The bytes that it replaces.
    pub(crate) span: Range<usize>,
    /// What stands there instead.
    pub(crate) replacement: String,
}

/// Where a line and a column (both from 1, in characters) are in a text.
fn offset(text: &str, line: u64, column: u64) -> Option<usize> {
    let line = usize::try_from(line).ok()?.checked_sub(1)?;
    let column = usize::try_from(column).ok()?.checked_sub(1)?;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = &text[start..];
    Some(start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at))
}

fn range(text: &str, span: &Value) -> Option<Range<usize>> {
    let end = |name: &str| offset(text, span[name]["line"].as_u64()?, span[name]["column"].as_u64()?);
    Some(end("start")?..end("end")?)
}

/// The mutants of the rooms.
pub(crate) fn read(root: &Path, rooms: &[&str]) -> Result<Vec<Mutant>> {
    let mut command = Command::new("cargo");
    command.args(["mutants", "--list", "--json"]).current_dir(root);
    for room in rooms {
        command.args(["-f", &format!("src/{room}.rs"), "-f", &format!("src/{room}/**")]);
    }
    let output = command.output()?;
    if !output.status.success() {
        return Err(format!("cargo mutants --list: {}", String::from_utf8_lossy(&output.stderr)).into());
    }
    let listed: Vec<Value> = serde_json::from_slice(&output.stdout)?;
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let mut found = Vec::new();
    for (id, it) in listed.iter().enumerate() {
        let word = |key: &str| it[key].as_str().unwrap_or_default().to_owned();
        let file = word("file");
        if !texts.contains_key(&file) {
            texts.insert(file.clone(), std::fs::read_to_string(root.join(&file))?);
        }
        let text = &texts[&file];
        let span = range(text, &it["span"]).ok_or("a mutant without a place")?;
        let function = range(text, &it["function"]["span"]).unwrap_or(span.clone());
        let mut hash = DefaultHasher::new();
        text[function.clone()].hash(&mut hash);
        let (genre, replacement) = (word("genre"), word("replacement"));
        let within = span.start - function.start;
        let key = format!("{file} {:016x} {within} {genre} {replacement}", hash.finish());
        let room = file.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default().to_owned();
        found.push(Mutant { id, name: word("name"), key, file, room, genre, span, replacement });
    }
    Ok(found)
}
