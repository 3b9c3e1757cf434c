//! Messages as the protocol frames them, and places as it counts them: lines from 0, and within a line units of UTF-16.

use std::io::{self, BufRead, Read, Write};
use std::ops::Range;
use std::path::PathBuf;

use serde_json::{Value, json};

/// The largest message that is read, in bytes: eight times the largest file.
const MOST_BYTES: u64 = crate::base::limits::EDITOR_BYTES;

/// Reads a message. `None` at the end.
pub(super) fn read(from: &mut dyn BufRead) -> io::Result<Option<Vec<u8>>> {
    let mut length = None;
    loop {
        let mut line = String::new();
        if from.take(8 * 1024).read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let line = line.trim_end();
        if line.is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse::<u64>().ok();
        }
    }
    let wrong = |words| io::Error::new(io::ErrorKind::InvalidData, words);
    let length = length.ok_or_else(|| wrong("a message does not say how long it is"))?;
    if length > MOST_BYTES {
        return Err(wrong("a message is longer than 64 MiB"));
    }
    let mut bytes = Vec::new();
    from.take(length).read_to_end(&mut bytes)?;
    Ok((bytes.len() as u64 == length).then_some(bytes))
}

/// Writes a message.
pub(super) fn write(to: &mut dyn Write, message: &Value) -> io::Result<()> {
    let text = message.to_string();
    write!(to, "Content-Length: {}\r\n\r\n{text}", text.len())?;
    to.flush()
}

/// The file that an address names, where it names one.
pub(super) fn path(uri: &str) -> Option<PathBuf> {
    let encoded = uri.strip_prefix("file://")?;
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let digits = [rest.next()?, rest.next()?];
        bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?);
    }
    String::from_utf8(bytes).ok().map(PathBuf::from)
}

/// The address of a file.
pub(super) fn uri(path: &std::path::Path) -> String {
    let mut out = String::from("file://");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => out.push(byte.into()),
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The byte of a place; the end of the line where it lies behind that.
pub(super) fn offset(text: &str, position: &Value) -> Option<usize> {
    let number = |key: &str| position.get(key)?.as_u64().and_then(|number| usize::try_from(number).ok());
    let (line, character) = (number("line")?, number("character")?);
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let words = text.get(start..)?.lines().next().unwrap_or("");
    let mut units = 0;
    for (at, c) in words.char_indices() {
        if units >= character {
            return Some(start + at);
        }
        units += c.len_utf16();
    }
    Some(start + words.len())
}

/// A range of bytes as the protocol writes it.
pub(super) fn range(text: &str, bytes: Range<usize>) -> Value {
    json!({ "start": position(text, bytes.start), "end": position(text, bytes.end) })
}

fn position(text: &str, at: usize) -> Value {
    let before = text.get(..at.min(text.len())).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |found| found + 1);
    let units: usize = before.get(start..).unwrap_or("").chars().map(char::len_utf16).sum();
    json!({ "line": before.matches('\n').count(), "character": units })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_units_of_utf_16() {
        let text = "a: é𝄞b\nc: d\n";
        let at = text.find('b').unwrap();
        assert_eq!(position(text, at), json!({ "line": 0, "character": 6 }));
        assert_eq!(offset(text, &json!({ "line": 0, "character": 6 })), Some(at));
        assert_eq!(offset(text, &json!({ "line": 1, "character": 99 })), Some(text.len() - 1));
        assert_eq!(offset(text, &json!({ "line": 9, "character": 0 })), Some(text.len()));
        assert_eq!(offset(text, &json!({ "line": "x" })), None);
    }

    #[test]
    fn an_address_leads_to_a_file_and_back() {
        let path = PathBuf::from("/a b/é.yaml");
        assert_eq!(uri(&path), "file:///a%20b/%C3%A9.yaml");
        assert_eq!(super::path(&uri(&path)), Some(path));
        assert_eq!(super::path("untitled:x"), None);
        assert_eq!(super::path("file:///a%2"), None);
    }

    #[test]
    fn a_message_is_read_to_its_length_and_no_further() {
        let mut from: &[u8] = b"content-length: 2\r\nContent-Type: x\r\n\r\n{}Content-Length: 9\r\n\r\n{}";
        assert_eq!(read(&mut from).unwrap(), Some(b"{}".to_vec()));
        assert_eq!(read(&mut from).unwrap(), None, "the rest is cut off");
        assert!(read(&mut b"\r\n".as_slice()).is_err());
        assert!(read(&mut b"Content-Length: 99999999999\r\n\r\n".as_slice()).is_err());
    }
}
