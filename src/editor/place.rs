//! From a byte of a text to the keys it stands under.

/// One step from the whole file to a place in it.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) enum Step {
    /// The value of a key.
    Key(String),
    /// An item of a list.
    Item,
}

/// Where a word stands or is about to stand.
#[derive(Clone, Debug, Default)]
pub(super) struct Place {
    /// The way to it.
    pub(super) path: Vec<Step>,
    /// Whether a key can stand here.
    pub(super) keys: bool,
    /// Whether a value can.
    pub(super) values: bool,
    /// The keys and short values beside it, in the same mapping.
    pub(super) beside: Vec<(String, String)>,
    /// What stands between the key and the place.
    pub(super) written: String,
}

/// A key or a dash, at its column.
struct Open {
    column: usize,
    key: Option<String>,
    /// What follows on the line, and on later lines that belong to it.
    value: String,
}

impl Place {
    /// The place before the byte `at`.
    pub(super) fn of(text: &str, at: usize) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let mut stack: Vec<Open> = Vec::new();
        let mut lines = before.split('\n').peekable();
        let mut place = Self::default();
        while let Some(line) = lines.next() {
            let last = lines.peek().is_none();
            let inside = stack.last().is_some_and(|open| goes_on(open, line, last));
            if inside {
                if let Some(open) = stack.last_mut() {
                    open.value.push('\n');
                    open.value.push_str(line);
                }
            } else {
                pieces(line, &mut stack);
            }
            if last {
                place = finish(&mut stack, line, inside);
            }
        }
        let column = stack.iter().rev().find(|open| open.key.is_some()).map(|open| open.column);
        if place.beside.is_empty() {
            place.beside = beside(text, at, if place.keys && !place.values { None } else { column });
        }
        place
    }

    /// The key whose value the place is in.
    pub(super) fn key(&self) -> Option<&str> {
        self.path.iter().rev().find_map(|step| match step {
            Step::Key(key) => Some(key.as_str()),
            Step::Item => None,
        })
    }

    /// Whether the place is in the value of this key, and not deeper.
    pub(super) fn is_key(&self, key: &str) -> bool {
        self.values && self.path.last() == Some(&Step::Key(key.to_owned()))
    }
}

/// Whether a line belongs to the value of the key above: between brackets, or further in under a text.
fn goes_on(open: &Open, line: &str, last: bool) -> bool {
    let value = open.value.trim_start();
    if value.is_empty() {
        return false;
    }
    if !flow(value).is_empty() {
        return true;
    }
    let indent = line.len() - line.trim_start().len();
    let further = indent > open.column || line.trim().is_empty() && !last;
    let closed = value.starts_with(['[', '{']);
    further && !closed
}

/// Takes the keys and dashes of a line onto the stack.
fn pieces(line: &str, stack: &mut Vec<Open>) {
    let mut rest = line;
    if rest.trim().is_empty() || rest.trim_start().starts_with('#') {
        return;
    }
    loop {
        let words = rest.trim_start();
        let column = line.len() - words.len();
        if let Some(after) = words.strip_prefix('-').filter(|after| after.is_empty() || after.starts_with(' ')) {
            stack.retain(|open| open.column < column || open.column == column && open.key.is_some());
            stack.push(Open { column, key: None, value: String::new() });
            rest = after;
            continue;
        }
        if let Some((key, value)) = key_value(words) {
            stack.retain(|open| open.column < column);
            stack.push(Open { column, key: Some(key), value: value.to_owned() });
        } else if let Some(open) = stack.last_mut().filter(|open| open.key.is_none() && open.column < column) {
            open.value = words.to_owned();
        }
        return;
    }
}

/// A key and what follows it, where a text begins with one.
fn key_value(words: &str) -> Option<(String, &str)> {
    if words.starts_with(['{', '[', '"', '\'', '#']) {
        return None;
    }
    let at = words.match_indices(':').map(|(at, _)| at).find(|at| {
        let after = words.get(at + 1..).unwrap_or("");
        after.is_empty() || after.starts_with(' ')
    })?;
    Some((words.get(..at)?.trim().to_owned(), words.get(at + 1..)?))
}

/// What the stack and the last line say about the place at its end.
fn finish(stack: &mut Vec<Open>, line: &str, inside: bool) -> Place {
    let mut place = Place::default();
    let words = line.trim_start();
    let column = line.len() - words.len();
    let partial = !inside && !words.starts_with('-') && key_value(words).is_none();
    if partial {
        // A word at the start of a line: a key of the mapping at this column, or a value of the key above.
        stack.retain(|open| open.column < column);
    }
    for open in stack.iter() {
        place.path.push(open.key.clone().map_or(Step::Item, Step::Key));
    }
    let Some(open) = stack.last() else {
        place.keys = true;
        return place;
    };
    if partial {
        (place.keys, place.values) = (true, open.key.is_some());
        return place;
    }
    let value = open.value.trim_start();
    let brackets = flow(value);
    place.written = value.to_owned();
    (place.keys, place.values) = (open.key.is_none() && brackets.is_empty(), true);
    for bracket in brackets {
        match bracket {
            Bracket::List => {
                place.path.push(Step::Item);
                (place.keys, place.values) = (false, true);
            }
            Bracket::Mapping { key: None, beside, .. } => {
                (place.keys, place.values, place.beside) = (true, false, beside);
            }
            Bracket::Mapping { key: Some(key), beside, written } => {
                place.path.push(Step::Key(key));
                place.written = written;
                (place.keys, place.values, place.beside) = (false, true, beside);
            }
        }
    }
    place
}

/// A bracket that is open.
enum Bracket {
    List,
    Mapping { key: Option<String>, beside: Vec<(String, String)>, written: String },
}

/// The brackets that are open at the end of a value; none where it does not begin with one.
fn flow(value: &str) -> Vec<Bracket> {
    let mut open: Vec<Bracket> = Vec::new();
    let mut word = String::new();
    let mut quote = None;
    if !value.starts_with(['{', '[']) {
        return open;
    }
    for c in value.chars() {
        if let Some(end) = quote {
            quote = (c != end).then_some(end);
            continue;
        }
        match c {
            '"' | '\'' if word.trim().is_empty() => quote = Some(c),
            '{' => open.push(Bracket::Mapping { key: None, beside: Vec::new(), written: String::new() }),
            '[' => open.push(Bracket::List),
            '}' | ']' => {
                open.pop();
            }
            ':' => {
                if let Some(Bracket::Mapping { key, .. }) = open.last_mut() {
                    *key = Some(word.trim().to_owned());
                }
            }
            ',' => {
                if let Some(Bracket::Mapping { key, beside, .. }) = open.last_mut()
                    && let Some(key) = key.take()
                {
                    beside.push((key, word.trim().to_owned()));
                }
            }
            c => {
                word.push(c);
                continue;
            }
        }
        word.clear();
    }
    if let Some(Bracket::Mapping { written, .. }) = open.last_mut() {
        *written = word;
    }
    open
}

/// The keys with short values in the mapping around a place, above and below it.
fn beside(text: &str, at: usize, column: Option<usize>) -> Vec<(String, String)> {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |found| found + 1);
    let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
    let own = line.len() - line.trim_start_matches([' ', '-']).len();
    let column = column.unwrap_or(own);
    let mut found = Vec::new();
    let above: Vec<&str> = text.get(..start).unwrap_or("").lines().collect();
    for line in above.into_iter().rev() {
        if !take(line, column, &mut found) {
            break;
        }
    }
    if !line.trim_start().starts_with('-') || own == column {
        for line in text.get(start..).unwrap_or("").lines().skip(1) {
            let dash = line.trim_start().starts_with('-') && line.len() - line.trim_start().len() < column;
            if dash || !take(line, column, &mut found) {
                break;
            }
        }
    }
    let own_key = key_value(line.trim_start_matches([' ', '-']));
    found.extend(own_key.filter(|_| own == column).map(|(key, value)| (key, value.trim().to_owned())));
    found
}

/// Takes the key of a line, if it stands at the column; says whether the mapping goes on beyond the line.
fn take(line: &str, column: usize, found: &mut Vec<(String, String)>) -> bool {
    let words = line.trim_start();
    if words.is_empty() || words.starts_with('#') {
        return true;
    }
    let indent = line.len() - words.len();
    let inner = line.len() - line.trim_start_matches([' ', '-']).len();
    let first = words.starts_with("- ") && inner == column;
    if indent == column || first {
        found
            .extend(key_value(words.trim_start_matches(['-', ' '])).map(|(key, value)| (key, value.trim().to_owned())));
    }
    indent >= column && !first
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The way to the mark `^` in a text, and what can stand there.
    fn way(text: &str) -> String {
        let at = text.find('^').unwrap();
        let place = Place::of(&text.replace('^', ""), at);
        let steps = place.path.iter().map(|step| match step {
            Step::Key(key) => key.clone(),
            Step::Item => "-".to_owned(),
        });
        let kind = match (place.keys, place.values) {
            (true, true) => "key or value",
            (true, false) => "key",
            _ => "value",
        };
        format!("{} {kind}", steps.collect::<Vec<_>>().join("/"))
    }

    #[test]
    fn a_place_is_found_in_a_text_that_is_not_finished() {
        for (text, wanted) in [
            ("^", " key"),
            ("framework: ^", "framework value"),
            ("framework: XAA\n^", " key"),
            ("laws:\n  act:\n    ^", "laws/act key or value"),
            ("laws:\n  act:\n    kind: act\n    ^", "laws/act key or value"),
            ("laws:\n  act:\n    subjects: [a, ^", "laws/act/subjects/- value"),
            ("laws:\n  act:\n    subjects:\n    - ^", "laws/act/subjects/- key or value"),
            (
                "laws:\n  act:\n    provisions:\n      - at: s. 1\n        says:\n          ^",
                "laws/act/provisions/-/says key or value",
            ),
            (
                "laws:\n  act:\n    provisions:\n      - at: s. 1\n        says: { child: { a: 1, ^",
                "laws/act/provisions/-/says/child key",
            ),
            (
                "laws:\n  act:\n    provisions:\n      - { at: s. 1, says: { child: { f: [x, ^",
                "laws/act/provisions/-/says/child/f/- value",
            ),
            ("silences:\n  - on: a\n    note: >-\n      word: word\n      more\n    ^", "silences/- key"),
            ("silences:\n  - on: a\n  - ^", "silences/- key or value"),
            ("a: [\n  b: c,\n  ^", "a/- value"),
            ("a: { b: c }\n^", " key"),
        ] {
            assert_eq!(way(text), wanted, "{text}");
        }
    }
}
