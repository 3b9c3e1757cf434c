//! How paragraphs are lettered: `(a)`, `(1)`, `(ii)`, `1.`, `a)`, and which of two stands under the other.

use super::name::{digit, fold_number, roman};

/// The letters of a paragraph.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Marker {
    /// As it is compared: `a`, `1`, `1a`, `ii`.
    pub(super) number: String,
    /// What it can be one of, and its place in that row: `(i)` is the first Roman number or the ninth letter.
    pub(super) rows: Vec<(Row, u32)>,
}

/// A row of markers that follow each other.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Row {
    script: Script,
    brackets: Brackets,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Script {
    Digits,
    Letters,
    Capitals,
    Roman,
    RomanCapitals,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Brackets {
    Both,
    Closing,
    Stop,
}

/// The marker at the beginning of a text, and how many bytes it takes up with the white space and dashes after it.
pub(super) fn leading(text: &str) -> Option<(Marker, usize)> {
    let (body, after, brackets) = match text.strip_prefix('(') {
        Some(rest) => {
            let (body, _) = rest.split_once(')')?;
            (body, body.len() + 2, Brackets::Both)
        }
        None => {
            let end = text.find([')', '.']).filter(|end| *end <= 12)?;
            let brackets = if text.get(end..)?.starts_with(')') { Brackets::Closing } else { Brackets::Stop };
            (text.get(..end)?, end + 1, brackets)
        }
    };
    let rest = text.get(after..)?;
    if brackets != Brackets::Both && !rest.is_empty() && !rest.starts_with(|c: char| c.is_whitespace() || c == '—') {
        return None;
    }
    let rows = rows(body, brackets);
    let skipped = rest.len() - rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '—' | '–')).len();
    (!rows.is_empty()).then(|| (Marker { number: fold_number(body), rows }, after + skipped))
}

fn rows(body: &str, brackets: Brackets) -> Vec<(Row, u32)> {
    let row = |script| Row { script, brackets };
    let digits: String = body.chars().map(digit).take_while(char::is_ascii_digit).collect();
    let rest: String = body.chars().map(digit).skip(digits.len()).collect();
    if !digits.is_empty() {
        let plain = rest.len() <= 3 && rest.bytes().all(|byte| byte.is_ascii_alphabetic());
        return match digits.parse() {
            Ok(value) if plain && digits.len() <= 4 => vec![(row(Script::Digits), value)],
            _ => Vec::new(),
        };
    }
    let mut found = Vec::new();
    let mut letters = body.chars();
    let first = letters.next();
    let alike = letters.clone().all(|letter| Some(letter) == first) && letters.count() <= 2;
    let capital = body.chars().all(char::is_uppercase);
    // A capital with a full stop is the initial of a name.
    if capital && brackets == Brackets::Stop {
        return found;
    }
    if let Some(value) = roman(body) {
        found.push((row(if capital { Script::RomanCapitals } else { Script::Roman }), value));
    }
    if let Some(first) = first.filter(|first| alike && (capital || first.is_lowercase())) {
        let place = u32::from(first.to_ascii_lowercase()).checked_sub(u32::from('a')).filter(|place| *place < 26);
        let place = place.map_or(0, |place| place + 1 + 26 * crate::text::words::narrow(body.chars().count() - 1));
        found.push((row(if capital { Script::Capitals } else { Script::Letters }), place));
    }
    found
}

/// Where a marker belongs among the rows that are open, outermost first, each with the place of its last marker.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Nesting {
    /// It goes on in the open row with this number.
    Goes(usize, Row, u32),
    /// It begins a row under the innermost that is open.
    Under(Row, u32),
}

/// Decides where a marker belongs.
pub(super) fn nesting(marker: &Marker, open: &[(Row, u32)]) -> Option<Nesting> {
    let fits = |wanted: &dyn Fn(u32, u32) -> bool| {
        let deepest = open.iter().enumerate().rev();
        let mut places = deepest.flat_map(|(level, (row, last))| {
            marker.rows.iter().filter(move |(own, _)| own == row).map(move |(_, value)| (level, *row, *last, *value))
        });
        places
            .find(|(_, _, last, value)| wanted(*last, *value))
            .map(|(level, row, _, value)| Nesting::Goes(level, row, value))
    };
    let first = || {
        let begins = marker.rows.iter().find(|(row, value)| *value == 1 && !open.iter().any(|(other, _)| other == row));
        begins.map(|(row, value)| Nesting::Under(*row, *value))
    };
    let any = || marker.rows.iter().find(|(_, value)| *value > 0).or(marker.rows.first());
    fits(&|last, value| value == last.saturating_add(1))
        .or_else(first)
        .or_else(|| fits(&|last, value| value > last))
        .or_else(|| fits(&|_, _| true))
        .or_else(|| any().map(|(row, value)| Nesting::Under(*row, *value)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marker_stands_at_the_beginning_of_a_paragraph() {
        for (text, number, length) in [
            ("(a) who recruits", "a", 4),
            ("(1)(a) who", "1", 3),
            ("(iii) who", "iii", 6),
            ("(1A) who", "1a", 5),
            ("1. Who", "1", 3),
            ("5.—(1) Who", "5", 5),
            ("a) who", "a", 3),
            ("đ) who", "đ", 4),
            ("(aa) who", "aa", 5),
            ("(๑) ใคร", "1", "(๑) ".len()),
            ("(B)", "B", 3),
        ] {
            let (marker, found) = leading(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((marker.number.as_str(), found), (number.to_lowercase().as_str(), length), "{text}");
        }
        for text in
            ["", "A. Smith", "(see below) x", "word) x", "1.5 metres", "etc. and", "(20045) x", "()", "a", "(ab) x"]
        {
            assert_eq!(leading(text), None, "{text}");
        }
    }

    #[test]
    fn an_i_after_an_h_is_a_letter_and_after_an_a_a_roman_number() {
        let marker = |text: &str| leading(text).unwrap().0;
        let under = |open: &[(Row, u32)], text: &str| nesting(&marker(text), open).unwrap();
        let Nesting::Under(letters, _) = under(&[], "(a)") else { unreachable!("the first of a row begins it") };
        assert_eq!(under(&[(letters, 8)], "(i)"), Nesting::Goes(0, letters, 9));
        let Nesting::Under(roman, 1) = under(&[(letters, 1)], "(i)") else { unreachable!("a row within a row") };
        assert_ne!(roman, letters);
        assert_eq!(under(&[(letters, 1), (roman, 4)], "(v)"), Nesting::Goes(1, roman, 5));
        assert_eq!(under(&[(letters, 1), (roman, 4)], "(b)"), Nesting::Goes(0, letters, 2));
    }
}
