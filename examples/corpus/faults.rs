//! Puts faults into a sound file: one in a line, of the kinds that people make, so that each is told by itself.

/// The file with `wanted` faults, spread evenly over it; with fewer where it has fewer lines that take one.
pub(crate) fn spoil(text: &str, wanted: usize) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let places: Vec<usize> = (0..lines.len()).filter(|at| spoilt(lines[*at]).is_some()).collect();
    let chosen = |rank: usize| rank * wanted / places.len().max(1) != (rank + 1) * wanted / places.len().max(1);
    let faulty: Vec<usize> = places
        .iter()
        .enumerate()
        .filter(|(rank, _)| wanted >= places.len() || chosen(*rank))
        .map(|(_, at)| *at)
        .collect();
    let mut out = String::with_capacity(text.len() + 4 * wanted);
    let mut faulty = faulty.into_iter().peekable();
    for (at, line) in lines.iter().enumerate() {
        let bad = faulty.next_if_eq(&at).and_then(|_| spoilt(line));
        out.push_str(bad.as_deref().unwrap_or(line));
        out.push('\n');
    }
    out
}

/// A line with a fault in it, if it is one of those that take one.
fn spoilt(line: &str) -> Option<String> {
    let word = line.trim_start();
    let swap = |from: &str, to: &str| line.replacen(from, to, 1);
    if word.starts_with("confidence: ") {
        return Some(swap("confidence", "confidnece"));
    }
    if word.starts_with("source: ") {
        return Some(swap("source-", "souce-"));
    }
    if word.starts_with("in-force: ") || word.starts_with("adopted: ") {
        return Some(format!("{}-31", line.get(..line.len() - 6)?.to_owned() + "-02"));
    }
    // A topic with its values in one line: its last value is no word of any set, and no number.
    if word.contains(": { ") && word.ends_with(" }") && line.starts_with("          ") {
        return Some(swap(": { ", "x: { "));
    }
    if word.starts_with("- at: art. ") {
        return Some(swap("- at:", "- att:"));
    }
    None
}
