//! Bytes to tree: the only place that knows the YAML parser, and the place of the format's limits.

use std::collections::HashMap;

use granit_parser::{ErrorKind, Event, Options, Parser, ScalarStyle, ScanError};

use super::node::{Entry, Kind, Node, Scalar, Style};
use crate::base::Text;
use crate::base::files::Files;
use crate::base::limits;
use crate::base::span::{FileId, Span, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};

/// The largest file that is read, in bytes.
pub const MOST_BYTES: u64 = limits::FILE_BYTES;
/// The deepest that lists and mappings may stand inside each other.
pub const MOST_DEPTH: usize = limits::DEPTH;
/// The most values one file may hold, keys not counted.
pub const MOST_NODES: usize = limits::VALUES;

/// Turns the bytes of a file into text: UTF-8, without the byte order mark that some editors put first.
///
/// # Errors
///
/// Where the text stops being UTF-8: what stands before that, and how many bytes it is.
pub fn decode(bytes: Vec<u8>) -> Result<String, (String, usize)> {
    let text = String::from_utf8(bytes).map_err(|error| {
        let sound = error.utf8_error().valid_up_to();
        let text = error.as_bytes().get(..sound).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        (text.unwrap_or_default(), sound)
    })?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Reads the one document of a file. `None` where the text is not YAML, or there is nothing in it; that is reported.
pub fn read(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<Node> {
    let text = files.get(file).map(|file| file.text.clone())?;
    read_part(file, 0, &text, diagnostics)
}

/// Reads a YAML text that stands inside another file, `offset` bytes after its beginning.
pub fn read_part(file: FileId, offset: usize, text: &str, diagnostics: &mut Diagnostics) -> Option<Node> {
    let mut options = Options::default();
    options.strict_indentation = true;
    options.emit_unresolved_aliases = true;
    let mut builder = Builder { file, offset, text, diagnostics, open: Vec::new(), root: None, nodes: 0, documents: 0 };
    for event in Parser::new_from_str_with_options(text, options) {
        let go_on = match event {
            Ok((event, span)) => {
                let bytes = span.byte_range().unwrap_or(0..0);
                builder.take(event, bytes)
            }
            Err(error) => builder.syntax(&error),
        };
        if !go_on {
            return None;
        }
    }
    let start = builder.span(0..builder.first_line());
    let (root, documents) = (builder.root, builder.documents);
    if root.as_ref().is_none_or(Node::is_empty) && documents <= 1 {
        diagnostics.push(
            Diagnostic::new(Code::UnknownDocument, "the file is empty", start, "")
                .help("begin it with `framework:`, `overlay:`, `checklist:` or `vocabulary:`"),
        );
        return None;
    }
    root
}

/// A list or mapping whose end has not come yet.
struct Open {
    start: usize,
    refused: bool,
    parts: Parts,
}

enum Parts {
    Sequence(Vec<Node>),
    Mapping { entries: Vec<Entry>, seen: HashMap<Text, Span>, key: Option<Key> },
}

enum Key {
    Word(Spanned<Text>),
    /// Refused or a duplicate: its value is read and dropped.
    Dropped,
}

struct Builder<'a> {
    file: FileId,
    offset: usize,
    text: &'a str,
    diagnostics: &'a mut Diagnostics,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    documents: usize,
}

impl Builder<'_> {
    /// Takes the next event; `false` means that reading must stop.
    fn take(&mut self, event: Event<'_>, bytes: std::ops::Range<usize>) -> bool {
        match event {
            Event::DocumentStart(..) => {
                self.documents += 1;
                if self.documents == 2 {
                    let span = self.span(bytes);
                    self.refuse(
                        span,
                        "a file holds one document",
                        "a second one begins here",
                        "put it into a file of its own",
                    );
                    return false;
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let span = self.span(bytes);
                self.refuse(span, "aliases are not part of the format", "alias", "write out what it stands for");
                return self.put(Node { span, kind: Kind::Failed });
            }
            Event::Scalar(value, style, anchor, tag) => {
                let span = self.span(bytes);
                let refused = self.properties(span, anchor, tag.is_some());
                let style = match style {
                    ScalarStyle::Plain => Style::Plain,
                    ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
                    ScalarStyle::Literal => Style::Literal,
                    ScalarStyle::Folded => Style::Folded,
                };
                let scalar = Scalar { value: Text::from(value.as_ref()), style };
                return self.put(Node { span, kind: if refused { Kind::Failed } else { Kind::Scalar(scalar) } });
            }
            Event::SequenceStart(_, anchor, tag) => {
                return self.enter(bytes, anchor, tag.is_some(), Parts::Sequence(Vec::new()));
            }
            Event::MappingStart(_, anchor, tag) => {
                let parts = Parts::Mapping { entries: Vec::new(), seen: HashMap::new(), key: None };
                return self.enter(bytes, anchor, tag.is_some(), parts);
            }
            Event::SequenceEnd | Event::MappingEnd => return self.leave(bytes.end),
            _ => {}
        }
        true
    }

    fn enter(&mut self, bytes: std::ops::Range<usize>, anchor: usize, tag: bool, parts: Parts) -> bool {
        let span = self.span(bytes.clone());
        if self.open.len() >= MOST_DEPTH {
            self.too_deep(span);
            return false;
        }
        let refused = self.properties(span, anchor, tag);
        self.open.push(Open { start: bytes.start, refused, parts });
        true
    }

    fn leave(&mut self, end: usize) -> bool {
        let Some(Open { start, refused, parts }) = self.open.pop() else { return true };
        // A block ends where the next line begins; the words that belong to it end before the blanks.
        let words = self.text.get(start..end).map_or(0, |text| text.trim_end().len());
        let span = self.span(start..start + words);
        let kind = match parts {
            _ if refused => Kind::Failed,
            Parts::Sequence(items) => Kind::Sequence(items),
            Parts::Mapping { entries, .. } => Kind::Mapping(entries),
        };
        self.put(Node { span, kind })
    }

    /// Hands a finished node to the list or mapping that is open, as its next key or value.
    fn put(&mut self, node: Node) -> bool {
        self.nodes += 1;
        if self.nodes > 2 * MOST_NODES {
            let headline = format!("the file holds more than {MOST_NODES} values");
            self.diagnostics.push(
                Diagnostic::new(Code::TooManyValues, headline, node.span, "the limit is reached here")
                    .help("split the record into an overlay or several files"),
            );
            return false;
        }
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node);
            return true;
        };
        match &mut open.parts {
            Parts::Sequence(items) => items.push(node),
            Parts::Mapping { entries, key, .. } => match key.take() {
                Some(Key::Word(key)) => entries.push(Entry { key, value: node }),
                Some(Key::Dropped) => {}
                None => self.key(node),
            },
        }
        true
    }

    fn key(&mut self, node: Node) {
        let span = node.span;
        let key = match node.kind {
            Kind::Scalar(scalar) if &*scalar.value == "<<" => {
                self.refuse(
                    span,
                    "merge keys are not part of the format",
                    "merge key",
                    "write out what it would merge",
                );
                Key::Dropped
            }
            Kind::Scalar(scalar) => self.word_key(Spanned::new(scalar.value, span)),
            Kind::Failed => Key::Dropped,
            Kind::Sequence(_) | Kind::Mapping(_) => {
                self.refuse(
                    span,
                    "a key is one word",
                    "this key is a list or a mapping",
                    "use a plain word as the key",
                );
                Key::Dropped
            }
        };
        if let Some(Open { parts: Parts::Mapping { key: waiting, .. }, .. }) = self.open.last_mut() {
            *waiting = Some(key);
        }
    }

    fn word_key(&mut self, key: Spanned<Text>) -> Key {
        let Some(Open { parts: Parts::Mapping { seen, .. }, .. }) = self.open.last_mut() else { return Key::Dropped };
        let Some(first) = seen.insert(key.value.clone(), key.span) else { return Key::Word(key) };
        seen.insert(key.value.clone(), first);
        self.diagnostics.push(
            Diagnostic::new(
                Code::DuplicateKey,
                format!("the key `{}` stands twice", key.value),
                key.span,
                "again here",
            )
            .also(first, "first here")
            .help("keep one of the two, or give the second a key of its own"),
        );
        Key::Dropped
    }

    /// Refuses anchors and tags. A value with an anchor can still be read; one with a tag cannot be trusted.
    fn properties(&mut self, span: Span, anchor: usize, tag: bool) -> bool {
        if anchor != 0 {
            self.refuse(span, "anchors are not part of the format", "an anchor is set on this", "remove the `&name`");
        }
        if tag {
            self.refuse(span, "tags are not part of the format", "a tag is set on this", "remove the `!tag`");
        }
        tag
    }

    fn refuse(&mut self, span: Span, headline: &str, label: &str, help: &str) {
        self.diagnostics.push(Diagnostic::new(Code::YamlFeature, headline, span, label).help(help));
    }

    fn too_deep(&mut self, span: Span) {
        let headline = format!("values stand inside each other more than {MOST_DEPTH} deep");
        self.diagnostics.push(
            Diagnostic::new(Code::TooDeep, headline, span, "one level too many")
                .help("no record needs more than ten levels; look for a bracket that is never closed"),
        );
    }

    /// The parser gave up. Always `false`: what follows cannot be read.
    fn syntax(&mut self, error: &ScanError) -> bool {
        let at = error.marker().byte_offset().unwrap_or(0).min(self.text.len());
        let span = self.span(self.word_at(at));
        match error.kind() {
            ErrorKind::RecursionLimitExceeded => self.too_deep(span),
            ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabInIndentation
            | ErrorKind::TabAtBlockScalarStart => {
                let diagnostic =
                    Diagnostic::new(Code::YamlSyntax, "a tab stands where YAML wants spaces", span, "here");
                self.diagnostics.push(diagnostic.help("indent with spaces, two for each level"));
            }
            kind => {
                let diagnostic = Diagnostic::new(Code::YamlSyntax, "this is not valid YAML", span, kind.to_string());
                let hint = "look at this line and the one before it for an unclosed quote or bracket, a missing colon or \
                            space, or an indentation that does not fit";
                self.diagnostics.push(diagnostic.help(hint));
            }
        }
        false
    }

    fn span(&self, bytes: std::ops::Range<usize>) -> Span {
        Span::new(self.file, bytes.start + self.offset..bytes.end + self.offset)
    }

    /// The word that begins at a byte, so that an error underlines something; never half a character.
    fn word_at(&self, at: usize) -> std::ops::Range<usize> {
        let start = (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
        let rest = self.text.get(start..).unwrap_or("");
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let first = rest.chars().next().map_or(0, char::len_utf8);
        start..start + length.max(first).min(120).min(rest.len())
    }

    fn first_line(&self) -> usize {
        self.text.find('\n').unwrap_or(self.text.len())
    }
}
