//! The texts in memory, and from a byte to the line and column a person would name.

use super::Text;
use super::span::{FileId, Span};

/// One text with the name it is cited by.
#[derive(Clone, Debug)]
pub struct File {
    /// The name shown to people: a relative path with forward slashes, or the name of an embedded file.
    pub name: Text,
    /// The whole text, always UTF-8 and without a byte order mark.
    pub text: Text,
    line_starts: Vec<u32>,
    /// How many characters stand before each block of bytes, so that a column costs no more than a block, however long its
    /// line is.
    characters: Vec<u32>,
}

/// The bytes of a block.
const BLOCK: usize = 1024;

impl File {
    /// How many characters begin before a byte.
    fn characters_before(&self, at: u32) -> u32 {
        let bytes = self.text.as_bytes();
        let at = (at as usize).min(bytes.len());
        let block = at / BLOCK;
        let rest = bytes.get(block * BLOCK..at).unwrap_or(&[]);
        let known = self.characters.get(block).copied();
        // The end of a text whose last block is full begins no block.
        let known = known.unwrap_or_else(|| narrow(self.text.chars().count()));
        known + narrow(rest.iter().filter(|byte| **byte & 0xc0 != 0x80).count())
    }
}

/// A place as people name it: line and column both count from 1, the column in characters.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub struct Position {
    /// The line, from 1.
    pub line: u32,
    /// The column in characters, from 1.
    pub column: u32,
}

/// Every text of a run. A [`Span`] means nothing without the `Files` it was made for.
#[derive(Clone, Debug, Default)]
pub struct Files {
    files: Vec<File>,
}

impl Files {
    /// No files yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes in a text under a name and returns its number.
    pub fn add(&mut self, name: &str, text: impl Into<Text>) -> FileId {
        let text = text.into();
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| narrow(at + 1));
        let line_starts = std::iter::once(0).chain(starts).collect();
        // A byte that continues a character counts nothing.
        let begins = |block: &[u8]| narrow(block.iter().filter(|byte| **byte & 0xc0 != 0x80).count());
        let mut before = 0;
        let mut characters = Vec::with_capacity(text.len() / BLOCK + 1);
        for block in text.as_bytes().chunks(BLOCK) {
            characters.push(before);
            before += begins(block);
        }
        self.files.push(File { name: name.into(), text, line_starts, characters });
        FileId(narrow(self.files.len() - 1))
    }

    /// The file with this number, if it was added here.
    pub fn get(&self, id: FileId) -> Option<&File> {
        self.files.get(id.0 as usize)
    }

    /// The name of a file, or an empty text for a number of another run.
    pub fn name(&self, id: FileId) -> &str {
        self.get(id).map_or("", |file| &file.name)
    }

    /// The words under a span, or an empty text where it lies outside its file.
    pub fn text(&self, span: Span) -> &str {
        self.get(span.file).and_then(|file| file.text.get(span.range())).unwrap_or("")
    }

    /// Line and column of the first byte of a span.
    pub fn position(&self, span: Span) -> Position {
        let Some(file) = self.get(span.file) else { return Position { line: 1, column: 1 } };
        let line = file.line_starts.partition_point(|start| *start <= span.start).max(1);
        let start = file.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = file.characters_before(span.start).saturating_sub(file.characters_before(start));
        Position { line: narrow(line), column: column + 1 }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Takes over the files of a copy of this one that were added since it was made, when this one held `common` of them.
    /// Their numbers change; [`Moved`] says how.
    pub fn absorb(&mut self, mut copy: Self, common: usize) -> Moved {
        let by = self.files.len().saturating_sub(common);
        self.files.extend(copy.files.split_off(common.min(copy.files.len())));
        Moved { from: narrow(common), by: narrow(by) }
    }

    /// All files with their numbers, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &File)> {
        self.files.iter().enumerate().map(|(at, file)| (FileId(narrow(at)), file))
    }
}

/// From the numbers of files in a copy to those in the original that absorbed it.
#[derive(Clone, Copy, Debug)]
pub struct Moved {
    from: u32,
    by: u32,
}

impl Moved {
    /// The same words, by the number that their file has now.
    pub fn span(self, span: Span) -> Span {
        let FileId(number) = span.file;
        Span { file: FileId(if number < self.from { number } else { number + self.by }), ..span }
    }
}

fn narrow(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_becomes_the_line_and_column_a_person_counts() {
        let mut files = Files::new();
        let file = files.add("a.yaml", "één: 1\r\nzwei: 2\n");
        let place = |start: usize| files.position(Span::new(file, start..start));
        assert_eq!(place(0), Position { line: 1, column: 1 });
        // Two letters of two bytes each stand before the third character.
        assert_eq!(place(4), Position { line: 1, column: 3 });
        assert_eq!(place(10), Position { line: 2, column: 1 });
        // The end of the file is a place of its own.
        assert_eq!(place(18), Position { line: 3, column: 1 });
    }

    #[test]
    fn a_column_is_counted_the_same_in_a_line_that_fills_many_blocks() {
        let text = format!("short\n{}\n", "aéß𝔸".repeat(1_024));
        let mut files = Files::new();
        let file = files.add("a.yaml", text.as_str());
        for (number, (at, _)) in text.char_indices().enumerate() {
            let place = files.position(Span::new(file, at..at));
            let expected = if number < 6 { number } else { number - 6 };
            assert_eq!(place.column as usize, expected + 1, "byte {at}");
        }
        let full = files.add("b.yaml", "é".repeat(BLOCK));
        assert_eq!(files.position(Span::new(full, 2 * BLOCK..2 * BLOCK)).column as usize, BLOCK + 1);
    }

    #[test]
    fn files_of_a_copy_are_absorbed_and_cited_by_their_new_numbers() {
        let mut files = Files::new();
        let common = files.add("common.yaml", "one");
        let (mut first, mut second) = (files.clone(), files.clone());
        let (a, b) = (first.add("a.yaml", "two"), second.add("b.yaml", "three"));
        let moved = [files.absorb(first, 1), files.absorb(second, 1)];
        let names = moved.iter().zip([a, b]).map(|(moved, file)| moved.span(Span::new(file, 0..3)));
        assert_eq!(names.map(|span| files.text(span).to_owned()).collect::<Vec<_>>(), ["two", "thr"]);
        assert_eq!(moved.map(|moved| moved.span(Span::new(common, 0..3)).file), [common, common]);
    }

    #[test]
    fn a_span_outside_its_file_is_empty_and_does_not_fail() {
        let mut files = Files::new();
        let file = files.add("a.yaml", "ab");
        assert_eq!(files.text(Span::new(file, 1..9)), "");
        assert_eq!(files.text(Span::new(FileId(7), 0..1)), "");
        assert_eq!(files.text(Span::new(file, 0..1)), "a");
    }
}
