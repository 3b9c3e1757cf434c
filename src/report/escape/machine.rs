//! Text made safe for the formats of continuous integration, by type.

use std::fmt::{self, Write as _};

use super::{placeholder, visible};

/// Text within an element or an attribute of XML 1.0. Lines are kept apart by whoever writes them.
#[derive(Clone, Copy, Debug)]
pub struct Xml<'a>(pub &'a str);

/// The message of a workflow command of GitHub.
#[derive(Clone, Copy, Debug)]
pub struct GithubData<'a>(pub &'a str);

/// The value of a property of a workflow command of GitHub.
#[derive(Clone, Copy, Debug)]
pub struct GithubProperty<'a>(pub &'a str);

/// A plain message of SARIF. What a reader would take for a link within a message (SARIF 2.1.0, 3.11.6) is set apart.
#[derive(Clone, Copy, Debug)]
pub struct SarifText<'a>(pub &'a str);

/// The path of a file as a relative reference (RFC 3986, 4.2) with forward slashes. A path that is not relative becomes an
/// address of the scheme `file`.
#[derive(Clone, Copy, Debug)]
pub struct RelativeUri<'a>(pub &'a str);

impl fmt::Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in visible(self.0).chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\'' => f.write_str("&#39;")?,
                // XML has no way to write these two.
                '\u{fffe}' | '\u{ffff}' => f.write_str(&placeholder(c.into()))?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}

impl fmt::Display for SarifText<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(self.0).replace("](", "] ("))
    }
}

impl fmt::Display for GithubData<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&visible(self.0).replace('%', "%25"))
    }
}

impl fmt::Display for GithubProperty<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = visible(self.0).replace('%', "%25");
        f.write_str(&text.replace(':', "%3A").replace(',', "%2C"))
    }
}

impl fmt::Display for RelativeUri<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.0.replace('\\', "/");
        let path = path.strip_prefix("./").unwrap_or(&path);
        let drive = path.as_bytes().get(1) == Some(&b':');
        match (path.starts_with('/'), drive) {
            (true, _) => f.write_str("file://")?,
            (false, true) => f.write_str("file:///")?,
            (false, false) => {}
        }
        for byte in path.bytes() {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => f.write_char(byte.into())?,
                b'-' | b'.' | b'_' | b'~' | b'/' => f.write_char(byte.into())?,
                byte => write!(f, "%{byte:02X}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_markup_of_xml() {
        assert_eq!(Xml("a<b>&\"c'\u{1}\u{ffff}\nd]]>").to_string(), {
            "a&lt;b&gt;&amp;&quot;c&#39;⟦U+0001⟧⟦U+FFFF⟧ d]]&gt;"
        });
    }

    #[test]
    fn nothing_in_a_text_ends_or_begins_a_command_of_github() {
        assert_eq!(GithubData("a\n::error::b %0A 100%").to_string(), "a ::error::b %250A 100%25");
        assert_eq!(GithubProperty("a,line=1::b%\r\nc").to_string(), "a%2Cline=1%3A%3Ab%25 c");
    }

    #[test]
    fn nothing_in_a_text_is_a_link_of_sarif() {
        assert_eq!(SarifText("see [x](https://a.org)\n[[y]](1) s. 3[a]").to_string(), {
            "see [x] (https://a.org) [[y]] (1) s. 3[a]"
        });
    }

    #[test]
    fn a_path_is_a_relative_address_with_forward_slashes() {
        for (path, address) in [
            ("frameworks/viet-nam.yaml", "frameworks/viet-nam.yaml"),
            (r".\a b\ç#?.yaml", "a%20b/%C3%A7%23%3F.yaml"),
            ("../a:b%.yaml", "../a%3Ab%25.yaml"),
            ("/tmp/a.yaml", "file:///tmp/a.yaml"),
            (r"C:\a.yaml", "file:///C%3A/a.yaml"),
        ] {
            assert_eq!(RelativeUri(path).to_string(), address);
        }
    }
}
