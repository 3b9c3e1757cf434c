//! What a heading is called: `Article 120-A`, `Section 5. Definitions`, `Chapter II`, `Điều 7`.

/// The words by which parts of a law are cited, each with its short forms. All are folded to small letters.
const DESIGNATORS: &[(&str, &[&str])] = &[
    ("article", &["article", "articles", "art", "arts"]),
    ("section", &["section", "sections", "sec", "secs", "sect", "s", "ss", "§", "§§"]),
    ("subsection", &["subsection", "subsections", "subs", "subsec"]),
    ("clause", &["clause", "clauses", "cl", "cls"]),
    ("paragraph", &["paragraph", "paragraphs", "para", "paras", "par"]),
    ("subparagraph", &["subparagraph", "subparagraphs", "subpara", "subparas"]),
    ("point", &["point", "points"]),
    ("item", &["item", "items"]),
    ("letter", &["letter", "letters", "lit"]),
    ("chapter", &["chapter", "chapters", "chap", "ch"]),
    ("part", &["part", "parts", "pt"]),
    ("title", &["title", "titles"]),
    ("book", &["book", "books"]),
    ("division", &["division", "divisions", "div"]),
    ("rule", &["rule", "rules", "r"]),
    ("regulation", &["regulation", "regulations", "reg", "regs"]),
    ("schedule", &["schedule", "schedules", "sch", "sched"]),
    ("annex", &["annex", "annexes"]),
    ("appendix", &["appendix", "appendices", "app"]),
];

/// The words that can stand for a numbered paragraph without a heading.
const SMALL: &[&str] = &["subsection", "paragraph", "subparagraph", "clause", "point", "item", "letter"];
/// The words that can stand for a heading that is a bare number, or for a numbered paragraph that is a whole section.
const LARGE: &[&str] = &["article", "section", "clause", "rule", "regulation"];

/// What a heading is called, folded for comparison.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Name {
    /// `article`, `section`, `chapter`, or the heading's own first word; absent where it begins with its number.
    pub(super) word: Option<String>,
    /// The number or letter.
    pub(super) number: Option<String>,
    /// How many bytes of the heading the two take up, with the marks that follow.
    pub(super) length: usize,
}

/// The long form of a word by which parts of a law are cited.
pub(super) fn designator(word: &str) -> Option<&'static str> {
    DESIGNATORS.iter().find(|(_, forms)| forms.contains(&word)).map(|(long, _)| *long)
}

/// Whether a word can stand for a lettered or numbered paragraph.
pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// Whether a word can stand for a heading without a word of its own.
pub(super) fn is_large(word: &str) -> bool {
    LARGE.contains(&word)
}

/// A word as it is compared: small letters, without the full stop of an abbreviation; its long form if it has one.
pub(super) fn fold_word(word: &str) -> String {
    let word = word.trim_end_matches(['.', ':']).to_lowercase();
    designator(&word).map_or(word, str::to_owned)
}

/// A number as it is compared: small letters, the digits of every script as 0 to 9, `120-A` as `120a`.
pub(super) fn fold_number(number: &str) -> String {
    let number = number.trim_matches(['(', ')', '[', ']', '.', ',', ':', ';', '—', '–']);
    let mut folded = String::new();
    let mut letters = number.chars().map(digit).flat_map(char::to_lowercase).peekable();
    while let Some(letter) = letters.next() {
        let hyphen = super::words::is_dash(letter);
        if hyphen && letters.peek().is_some_and(|next| next.is_alphabetic()) {
            continue;
        }
        folded.push(if hyphen { '-' } else { letter });
    }
    folded
}

/// A digit of another script as one of ours.
pub(super) fn digit(letter: char) -> char {
    /// The zeros of the scripts whose digits follow each other: Arabic, Persian, Hindi, Thai, Lao, Burmese, Khmer, wide.
    const ZEROS: [char; 8] = ['٠', '۰', '०', '๐', '໐', '၀', '០', '０'];
    for zero in ZEROS {
        let value = u32::from(letter).checked_sub(u32::from(zero));
        if let Some(digit) = value.and_then(|value| char::from_digit(value, 10)) {
            return digit;
        }
    }
    letter
}

/// Whether a text is a number as headings have it: `5`, `3A`, `120-A`, `282/1`.
pub(super) fn is_number(text: &str) -> bool {
    let mut letters = text.chars().map(digit);
    let inner = |c: char| c.is_ascii_alphanumeric() || matches!(c, '/' | '.') || super::words::is_dash(c);
    letters.next().is_some_and(|first| first.is_ascii_digit()) && letters.all(inner) && text.len() <= 40
}

/// The value of a Roman number up to 399, in letters of one case.
pub(super) fn roman(text: &str) -> Option<u32> {
    let lower = text.bytes().all(|byte| byte.is_ascii_lowercase());
    let upper = text.bytes().all(|byte| byte.is_ascii_uppercase());
    if text.is_empty() || text.len() > 9 || !(lower || upper) {
        return None;
    }
    let text = text.to_ascii_lowercase();
    let mut value = 0_u32;
    let mut last = 0;
    for letter in text.bytes().rev() {
        let own = match letter {
            b'i' => 1,
            b'v' => 5,
            b'x' => 10,
            b'l' => 50,
            b'c' => 100,
            _ => return None,
        };
        value = if own < last { value.checked_sub(own)? } else { value + own };
        last = last.max(own);
    }
    // Only one way of writing a number is that number.
    (value < 400 && roman_of(value) == text).then_some(value)
}

/// A number in small Roman letters.
pub(super) fn roman_of(mut value: u32) -> String {
    const PARTS: [(u32, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut text = String::new();
    for (part, letters) in PARTS {
        while value >= part {
            text.push_str(letters);
            value -= part;
        }
    }
    text
}

/// Reads the name of a heading: a word and a number, a number alone, or nothing that is one.
pub(super) fn name(title: &str) -> Name {
    let mut tokens = tokens(title);
    let Some((first, end)) = tokens.next() else { return Name::default() };
    if let Some(number) = first.strip_prefix('§').filter(|rest| !rest.is_empty()) {
        return numbered(Some("section".to_owned()), number, end, tokens);
    }
    let bare = first.trim_matches(['(', ')', '.', ':', '—', '–']);
    if is_number(bare) || first.starts_with('(') && bare.chars().count() <= 4 && !bare.is_empty() {
        return numbered(None, bare, end, tokens);
    }
    if first.ends_with('.') && bare.bytes().all(|byte| byte.is_ascii_uppercase()) && roman(bare).is_some() {
        return numbered(None, bare, end, tokens);
    }
    let word = fold_word(first);
    let known = designator(&word).is_some();
    let Some((second, end)) = tokens.next() else { return Name::default() };
    let bare = second.trim_matches(['(', ')', '.', ',', ':', ';', '—', '–', '-']);
    let letter = bare.chars().count() == 1 && bare.chars().all(char::is_alphabetic);
    let upper = bare.bytes().all(|byte| byte.is_ascii_uppercase()) && roman(bare).is_some();
    if is_number(bare) || upper || known && (letter || roman(bare).is_some()) {
        return numbered(Some(word), bare, end, tokens);
    }
    Name::default()
}

fn numbered<'a>(
    word: Option<String>,
    number: &str,
    end: usize,
    mut rest: impl Iterator<Item = (&'a str, usize)>,
) -> Name {
    let mut number = fold_number(number);
    let mut length = end;
    if let Some((next, end)) = rest.next()
        && is_repeat(next.trim_end_matches(['.', ':']))
    {
        number.push_str(&next.trim_end_matches(['.', ':']).to_lowercase());
        length = end;
    }
    Name { word, number: Some(number), length }
}

/// Whether a word makes a new number of the one before it: `282 bis`.
pub(super) fn is_repeat(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "bis" | "ter" | "quater" | "quinquies" | "sexies" | "septies" | "octies")
}

/// The words of a heading, each with the byte after it.
fn tokens(title: &str) -> impl Iterator<Item = (&str, usize)> {
    let start = title.as_ptr() as usize;
    // Every part is a part of the title, so the difference of the two places is its offset.
    title.split_whitespace().map(move |part| (part, part.as_ptr() as usize - start + part.len()))
}

/// Words as they are compared where a heading is cited by them: small letters and digits, single spaces.
pub(super) fn phrase(text: &str) -> String {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_is_called_by_its_first_word_and_its_number() {
        for (title, word, number) in [
            ("Article 5. Definitions", Some("article"), Some("5")),
            ("Art. 120-A – Penalties", Some("article"), Some("120a")),
            ("§ 12", Some("section"), Some("12")),
            ("§12 Scope", Some("section"), Some("12")),
            ("CHAPTER II", Some("chapter"), Some("ii")),
            ("Part A: General", Some("part"), Some("a")),
            ("5. Definitions", None, Some("5")),
            ("3A Interpretation", None, Some("3a")),
            ("IV. Offences", None, Some("iv")),
            ("(a) first", None, Some("a")),
            ("Section 282 bis. Something", Some("section"), Some("282bis")),
            ("Section 282/1", Some("section"), Some("282/1")),
            ("Điều 7. Trẻ em", Some("điều"), Some("7")),
            ("มาตรา ๕", Some("มาตรา"), Some("5")),
            ("Bab IV", Some("bab"), Some("iv")),
            ("Preamble", None, None),
            ("Final provisions", None, None),
            ("", None, None),
        ] {
            let found = name(title);
            assert_eq!((found.word.as_deref(), found.number.as_deref()), (word, number), "{title}");
        }
    }

    #[test]
    fn roman_numbers_are_read_as_they_are_written() {
        for (text, value) in [("i", 1), ("iv", 4), ("IX", 9), ("xlii", 42), ("CXC", 190)] {
            assert_eq!(roman(text), Some(value));
        }
        for text in ["", "iiii", "vx", "Iv", "abc", "mm"] {
            assert_eq!(roman(text), None, "{text}");
        }
    }
}
