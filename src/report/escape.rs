//! Text from files, made safe for one context, at the last moment and by type.
//!
//! What a file says may hold markup, escape sequences, marks that turn the direction of writing or characters without
//! width. Writers print it only through the types of this file; JSON and YAML are safe by their serialisers.
//!
//! One rule for what cannot be seen, in every context: breaks of a line and tabs become a space, and every other mark
//! without a shape of its own is shown by its number, `⟦U+202E⟧`, so that a reader sees that it was there.

mod machine;

use std::fmt::{self, Write as _};

pub use machine::{GithubData, GithubProperty, RelativeUri, SarifText, Xml};

/// Text on a terminal.
#[derive(Clone, Copy, Debug)]
pub struct Terminal<'a>(pub &'a str);

/// Text within a paragraph, a heading, a list or a cell of a table of Markdown, and safe at the start of any of them.
///
/// Nothing in it becomes markup, HTML, a link or a formula. An at sign is set apart from what follows, since GitHub
/// makes mail addresses and the names of users into links however they are escaped.
#[derive(Clone, Copy, Debug)]
pub struct MarkdownText<'a>(pub &'a str);

/// A web address of Markdown, as a link that shows where it leads; what is no plain web address is shown as text.
#[derive(Clone, Copy, Debug)]
pub struct MarkdownUrl<'a>(pub &'a str);

/// A block of Markdown whose text stands as it is, line by line. No line of the text can end the block.
#[derive(Clone, Copy, Debug)]
pub(super) struct MarkdownCode<'a> {
    /// What the text is written in, one of our own words; empty for none.
    pub(super) language: &'static str,
    /// The text.
    pub(super) text: &'a str,
}

/// A field of a file of comma-separated values.
///
/// Quoted where that is needed. What a spreadsheet program would take for a formula is preceded by an apostrophe, which
/// such programs do not show.
#[derive(Clone, Copy, Debug)]
pub struct CsvField<'a>(pub &'a str);

/// Text in a cell or a comment of a workbook, which holds it as text and never as a formula; cut at the length that
/// spreadsheet programs take.
#[derive(Clone, Copy, Debug)]
pub struct SheetText<'a>(pub &'a str);

/// The most characters of a cell, a little below the limit of spreadsheet programs.
const MOST_OF_A_CELL: usize = 32_000;

/// How a character is shown.
enum Shown {
    As(char),
    Space,
    Number(u32),
}

fn shown(c: char) -> Shown {
    match c {
        '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Shown::Space,
        // Soft hyphen, joiners, fillers, marks of direction, isolates, tags, notes between lines.
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' => Shown::Number(c.into()),
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => Shown::Number(c.into()),
        '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' => {
            Shown::Number(c.into())
        }
        '\u{e0000}'..='\u{e0fff}' => Shown::Number(c.into()),
        c if c.is_control() => Shown::Number(c.into()),
        c => Shown::As(c),
    }
}

/// The characters of a text as they are shown: nothing invisible, no blank at either end, never two in a row.
pub(super) fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match shown(c) {
            Shown::Space | Shown::As(' ') => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            Shown::As(c) => out.push(c),
            Shown::Number(number) => out.push_str(&placeholder(number)),
        }
    }
    out.truncate(out.trim_end_matches(' ').len());
    out
}

/// Whether a character has a shape of its own, or is a plain blank.
pub(super) fn is_visible(c: char) -> bool {
    matches!(shown(c), Shown::As(_))
}

fn placeholder(number: u32) -> String {
    format!("⟦U+{number:04X}⟧")
}

impl fmt::Display for Terminal<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(self.0))
    }
}

impl fmt::Display for CsvField<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = visible(self.0);
        let formula = text.starts_with(['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠']);
        let text = if formula { format!("'{text}") } else { text };
        if text.contains([',', ';', '"', '\'']) || text.starts_with(' ') {
            write!(f, "\"{}\"", text.replace('"', "\"\""))
        } else {
            f.write_str(&text)
        }
    }
}

impl fmt::Display for SheetText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = self.0.lines().map(visible).collect::<Vec<_>>().join("\n");
        // Counted as spreadsheet programs count: in units of UTF-16.
        let mut units = 0;
        let end = lines.char_indices().find_map(|(at, c)| {
            units += c.len_utf16();
            (units > MOST_OF_A_CELL).then_some(at)
        });
        if let Some(end) = end {
            lines.truncate(end);
            lines.push('…');
        }
        f.write_str(&lines)
    }
}

impl fmt::Display for MarkdownText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = visible(self.0);
        // What stands before the character: only digits, so that a point would make a list of it.
        let mut numbered = true;
        for (at, c) in text.char_indices() {
            let rest = text.get(at..).unwrap_or("");
            let before = text.get(..at).unwrap_or("");
            match c {
                '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' | '^' => write!(f, "\\{c}")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '&' => f.write_str("&amp;")?,
                '-' | '+' | '=' | ':' if at == 0 => write!(f, "\\{c}")?,
                '.' | ')' if numbered && at > 0 => write!(f, "\\{c}")?,
                ':' if rest.starts_with("://") => f.write_str("\\:")?,
                '.' if ends_with_www(before) => f.write_str("\\.")?,
                '@' if rest.len() > 1 && !rest.starts_with("@ ") => f.write_str("@ ")?,
                c => f.write_char(c)?,
            }
            numbered &= c.is_ascii_digit();
        }
        Ok(())
    }
}

fn ends_with_www(text: &str) -> bool {
    text.len().checked_sub(3).and_then(|start| text.get(start..)).is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

impl fmt::Display for MarkdownUrl<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = self.0.trim();
        if !is_plain_web_address(url) {
            return MarkdownText(url).fmt(f);
        }
        f.write_char('<')?;
        for byte in url.bytes() {
            match byte {
                b'&' => f.write_str("&amp;")?,
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => f.write_char(byte.into())?,
                b'-' | b'.' | b'_' | b'~' | b':' | b'/' | b'?' | b'#' | b'%' | b'+' | b',' | b';' | b'=' | b'@'
                | b'!' => {
                    f.write_char(byte.into())?;
                }
                byte => write!(f, "%{byte:02X}")?,
            }
        }
        f.write_char('>')
    }
}

impl fmt::Display for MarkdownCode<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Fences of one letter more than any run of it in the text.
        let (mut longest, mut run) = (2, 0);
        for c in self.text.chars() {
            run = if c == '`' { run + 1 } else { 0 };
            longest = longest.max(run);
        }
        let fence = "`".repeat(longest + 1);
        writeln!(f, "{fence}{}", self.language)?;
        for line in self.text.trim_end().lines() {
            let words = line.trim_start_matches(' ');
            writeln!(f, "{}{}", " ".repeat(line.len() - words.len()), words.chars().map(plain).collect::<String>())?;
        }
        f.write_str(&fence)
    }
}

/// A character of a block of code: as it is, or shown by its number.
fn plain(c: char) -> String {
    match shown(c) {
        Shown::As(c) => c.to_string(),
        Shown::Space => " ".to_owned(),
        Shown::Number(number) => placeholder(number),
    }
}

/// Whether a text is a web address whose host a reader can see: `http` or `https`, a host in plain letters, no user name
/// before it.
pub(super) fn is_plain_web_address(url: &str) -> bool {
    let scheme = |name: &str| url.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    let rest = ["https://", "http://"].into_iter().find(|name| scheme(name)).and_then(|name| url.get(name.len()..));
    let Some(rest) = rest else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or("");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':');
    !host.is_empty() && host.bytes().all(plain) && !url.chars().any(|c| matches!(shown(c), Shown::Number(_)))
}

/// A piece of Markdown that is safe to print: our own words with their markup, and escaped text from files.
///
/// The only ways to make one are the functions here, and markup can only come from words that are written in the
/// program. So a writer cannot print what a file says without escaping it.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(super) struct Inline(String);

impl Inline {
    /// Our own words, markup and all.
    pub(super) fn own(words: &'static str) -> Self {
        Self(words.to_owned())
    }

    /// Words from anywhere.
    pub(super) fn text(words: &str) -> Self {
        Self(MarkdownText(words).to_string())
    }

    /// Words from anywhere, in bold.
    pub(super) fn bold(words: &str) -> Self {
        let words = MarkdownText(words).to_string();
        if words.is_empty() { Self(words) } else { Self(format!("**{words}**")) }
    }

    /// Words from anywhere as a part of a sentence: the blanks at either end count.
    pub(super) fn part(words: &str) -> Self {
        let blank = |it: bool| if it { " " } else { "" };
        let text = MarkdownText(words).to_string();
        if text.is_empty() {
            return Self(blank(!words.is_empty()).to_owned());
        }
        let (before, after) = (words.starts_with(char::is_whitespace), words.ends_with(char::is_whitespace));
        Self(format!("{}{text}{}", blank(before), blank(after)))
    }

    /// Words from anywhere that were struck out.
    pub(super) fn struck(words: &str) -> Self {
        Self(format!("<del>{}</del>", Self::part(words)))
    }

    /// Words from anywhere that were put in.
    pub(super) fn inserted(words: &str) -> Self {
        Self(format!("<ins>{}</ins>", Self::part(words)))
    }

    /// A word of the format from anywhere, set apart as one; plainly where it holds a mark that could end it.
    pub(super) fn code(word: &str) -> Self {
        let word = visible(word);
        let plain = !word.is_empty() && !word.contains(['`', '|', '\\']);
        if plain { Self(format!("`{word}`")) } else { Self::text(&word) }
    }

    /// A web address from anywhere.
    pub(super) fn url(words: &str) -> Self {
        Self(MarkdownUrl(words).to_string())
    }

    /// Words from anywhere that lead to a heading of the same page.
    pub(super) fn link(words: &str, anchor: &Anchor) -> Self {
        Self(format!("[{}](#{})", MarkdownText(words), anchor.0))
    }

    /// This and then that, with nothing between.
    pub(super) fn then(mut self, next: &Self) -> Self {
        self.0.push_str(&next.0);
        self
    }

    /// Several, with our own words between.
    pub(super) fn join(parts: impl IntoIterator<Item = Self>, between: &'static str) -> Self {
        let parts: Vec<String> = parts.into_iter().map(|part| part.0).filter(|part| !part.is_empty()).collect();
        Self(parts.join(between))
    }

    /// Whether there is nothing to print.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Inline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The name of a heading, as GitHub makes it from the heading's words.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Anchor(String);

impl Anchor {
    /// The name before numbers set equal ones apart.
    pub(super) fn of(heading: &str) -> Self {
        let kept = visible(heading).to_lowercase();
        let kept = kept.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
        Self(kept.map(|c| if c == ' ' { '-' } else { c }).collect())
    }

    /// The same name with a number, for a heading whose words were used before.
    pub(super) fn numbered(&self, number: usize) -> Self {
        Self(format!("{}-{number}", self.0))
    }

    /// The name itself.
    pub(super) fn name(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_what_begins_a_block_are_escaped() {
        for (text, safe) in [
            ("a|b", r"a\|b"),
            (r"a\|b", r"a\\\|b"),
            ("<script>&amp;", "&lt;script&gt;&amp;amp;"),
            ("`x` *y* _z_ [a](b) ~~c~~", r"\`x\` \*y\* \_z\_ \[a\](b) \~\~c\~\~"),
            ("1. first", r"1\. first"),
            ("12) first", r"12\) first"),
            ("s. 3(a) and 2. then", "s. 3(a) and 2. then"),
            ("- x - y", r"\- x - y"),
            ("# x", r"\# x"),
            ("= x", r"\= x"),
            ("    four\n\n\tblanks  ", "four blanks"),
            ("fines of $10 to $20", r"fines of \$10 to \$20"),
            ("see http://a.org or WWW.a.org", r"see http\://a.org or WWW\.a.org"),
            ("write to a@b.org", "write to a@ b.org"),
        ] {
            assert_eq!(MarkdownText(text).to_string(), safe);
        }
    }

    #[test]
    fn no_field_of_a_table_is_a_formula_or_breaks_its_row() {
        for (text, safe) in [
            ("plain words", "plain words"),
            ("=1+1", "\"'=1+1\""),
            ("  @SUM(A1)", "\"'@SUM(A1)\""),
            ("-3", "\"'-3\""),
            ("+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\""),
            ("＝1", "\"'＝1\""),
            ("say \"a\", b", "\"say \"\"a\"\", b\""),
            ("two\nlines\r\n", "two lines"),
            ("\t=1", "\"'=1\""),
            ("2008-07-01", "2008-07-01"),
            ("", ""),
        ] {
            assert_eq!(CsvField(text).to_string(), safe, "{text:?}");
        }
    }

    #[test]
    fn text_of_a_workbook_is_visible_and_not_too_long() {
        assert_eq!(SheetText("a\u{202e}b\nc\td").to_string(), "a⟦U+202E⟧b\nc d");
        let long = SheetText(&"𝔸".repeat(20_000)).to_string();
        assert_eq!(long.chars().count(), 16_001);
        assert!(long.ends_with('…'));
    }

    #[test]
    fn what_cannot_be_seen_is_shown_by_its_number() {
        let text = "a\u{202e}b\u{200b}c\u{1b}[31md\u{9b}e\u{7}";
        let safe = "a⟦U+202E⟧b⟦U+200B⟧c⟦U+001B⟧[31md⟦U+009B⟧e⟦U+0007⟧";
        assert_eq!(Terminal(text).to_string(), safe);
        assert_eq!(Terminal("one\r\ntwo\u{2028}three").to_string(), "one two three");
        assert!(!MarkdownText(text).to_string().contains('\u{1b}'));
    }

    #[test]
    fn only_a_plain_web_address_becomes_a_link() {
        for (url, safe) in [
            ("https://a.org/b?c=d&e=(f)#g", "<https://a.org/b?c=d&amp;e=%28f%29#g>"),
            ("https://a.org/a b|c>d\"é", "<https://a.org/a%20b%7Cc%3Ed%22%C3%A9>"),
            ("javascript:alert(1)", "javascript:alert(1)"),
            ("https://good.org@bad.org/", r"https\://good.org@ bad.org/"),
            ("https://gооd.org/", r"https\://gооd.org/"), // two Cyrillic letters
            ("https:///path", r"https\:///path"),
            ("data:text/html,<b>", "data:text/html,&lt;b&gt;"),
        ] {
            assert_eq!(MarkdownUrl(url).to_string(), safe);
        }
    }

    #[test]
    fn code_cannot_be_ended_from_within() {
        for (word, safe) in
            [("age-below", "`age-below`"), ("a`b", r"a\`b"), ("a|b", r"a\|b"), ("a\u{202e}b", "`a⟦U+202E⟧b`")]
        {
            assert_eq!(Inline::code(word).to_string(), safe);
        }
        let block = MarkdownCode { language: "text", text: "one\n```\n  two\u{1b}\t|\n" };
        assert_eq!(block.to_string(), "````text\none\n```\n  two⟦U+001B⟧ |\n````");
    }

    #[test]
    fn a_heading_is_named_as_github_names_it() {
        assert_eq!(Anchor::of("◐ falls short: Ages (15, 18) & co_op").name(), "-falls-short-ages-15-18--co_op");
    }
}
