//! HTML and SVG made of safe pieces only: tags and attributes of our own, and text that is escaped for its place by type.
//!
//! - text goes through [`Markup::text`], which shows what cannot be seen and escapes the rest;
//! - attributes are made by the functions of [`Attr`]; one that leads somewhere takes an [`Id`] or a [`WebAddress`], and
//!   nothing else, so no file can choose what a link does;
//! - data for scripts goes through [`Markup::json`], in which no tag can begin or end.

use std::fmt::Write as _;

use serde::Serialize;

use crate::report::escape::{is_plain_web_address, visible};

/// A page in the making. Tags always close, since they are opened with what stands between them.
#[derive(Debug, Default)]
pub(super) struct Markup(String);

/// An attribute, safe to print.
#[derive(Clone, Debug)]
pub(super) struct Attr {
    name: &'static str,
    value: String,
}

/// The address of a place on the page: parts joined by slashes, none of which holds a blank.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) struct Id(String);

/// A plain web address, whose host a reader can see.
#[derive(Clone, Debug)]
pub(super) struct WebAddress(String);

impl Id {
    /// A name of our own. It starts with an underscore, which no id of a record or checklist does.
    pub(super) fn own(name: &'static str) -> Self {
        Self(format!("_{name}"))
    }

    /// The ids of records and checklists that lead to a place.
    pub(super) fn of<const N: usize>(parts: [&str; N]) -> Self {
        let part = |part: &str| visible(part).replace(' ', "-");
        Self(parts.map(part).join("/"))
    }

    /// This with a word of our own behind it.
    pub(super) fn with(&self, word: &'static str) -> Self {
        Self(format!("{}/_{word}", self.0))
    }
}

impl WebAddress {
    /// The address, if it is a plain web address and nothing else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        is_plain_web_address(text).then(|| Self(percent(text)))
    }
}

/// Everything but what a web address is written in, as numbers of bytes.
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#%+,;=@!&()".contains(&byte) {
            out.push(byte.into());
        } else {
            // Writing to a String cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

impl Attr {
    /// An attribute of our own, name and value.
    pub(super) fn own(name: &'static str, value: &'static str) -> Self {
        Self { name, value: value.to_owned() }
    }

    /// The class, in our own words.
    pub(super) fn class(value: &'static str) -> Self {
        Self::own("class", value)
    }

    /// The place on the page that an element is.
    pub(super) fn id(id: &Id) -> Self {
        Self { name: "id", value: id.0.clone() }
    }

    /// The place on the page that an attribute names: `for`, `aria-labelledby` and their like.
    pub(super) fn refers(name: &'static str, id: &Id) -> Self {
        Self { name, value: id.0.clone() }
    }

    /// Leads to a place on the page.
    pub(super) fn to(id: &Id) -> Self {
        Self { name: "href", value: format!("#{}", percent(&id.0)) }
    }

    /// Leads out to the web, when a reader follows it.
    pub(super) fn web(address: &WebAddress) -> Self {
        Self { name: "href", value: address.0.clone() }
    }

    /// What a reader who hears the page is told.
    pub(super) fn label(words: &str) -> Self {
        Self { name: "aria-label", value: visible(words) }
    }

    /// A value for our own script, which treats it as words: `value`, or a name that begins with `data-`.
    pub(super) fn data(name: &'static str, words: &str) -> Self {
        debug_assert!(name == "value" || name.starts_with("data-"), "{name} may do more than hold a value");
        Self { name, value: words.to_owned() }
    }

    /// The policy of the page.
    pub(super) fn content(policy: &str) -> Self {
        Self { name: "content", value: policy.to_owned() }
    }

    /// The size of a drawing.
    pub(super) fn view_box(width: i32, height: i32) -> Self {
        Self { name: "viewBox", value: format!("0 0 {width} {height}") }
    }

    /// A number.
    pub(super) fn number(name: &'static str, number: impl Into<i64>) -> Self {
        Self { name, value: number.into().to_string() }
    }
}

impl Markup {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Words from anywhere.
    pub(super) fn text(&mut self, words: &str) {
        escape(&mut self.0, &visible(words));
    }

    /// Words of our own, with the blanks at their ends.
    pub(super) fn own(&mut self, words: &'static str) {
        escape(&mut self.0, words);
    }

    /// A tag with what stands in it.
    pub(super) fn tag(&mut self, name: &'static str, attrs: &[Attr], inner: impl FnOnce(&mut Self)) {
        self.open(name, attrs);
        inner(self);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push('>');
        if matches!(name, "p" | "tr" | "section" | "h2" | "h3" | "h4" | "ul" | "table" | "tbody" | "div") {
            self.0.push('\n');
        }
    }

    /// A tag with nothing but words from anywhere in it.
    pub(super) fn words(&mut self, name: &'static str, attrs: &[Attr], words: &str) {
        self.tag(name, attrs, |out| out.text(words));
    }

    /// A tag that never closes, such as `input`, or a shape of a drawing.
    pub(super) fn open(&mut self, name: &'static str, attrs: &[Attr]) {
        self.0.push('<');
        self.0.push_str(name);
        for Attr { name, value } in attrs {
            self.0.push(' ');
            self.0.push_str(name);
            if !value.is_empty() {
                self.0.push_str("=\"");
                escape(&mut self.0, value);
                self.0.push('"');
            }
        }
        self.0.push('>');
    }

    /// The first line of an HTML document.
    pub(super) fn doctype(&mut self) {
        self.0.push_str("<!doctype html>\n");
    }

    /// A script or style sheet that the program carries; the policy of the page names its digest.
    pub(super) fn asset(&mut self, name: &'static str, text: &str) {
        self.open(name, &[]);
        self.0.push_str(text);
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(">\n");
    }

    /// Data for our own script. Every character that could begin or end a tag or a comment is written by its number.
    pub(super) fn json(&mut self, id: &Id, data: &impl Serialize) {
        self.open("script", &[Attr::own("type", "application/json"), Attr::id(id)]);
        // Only maps with keys that are no text and failing writers make this fail, and there are neither.
        self.0.push_str(&in_script(&serde_json::to_string(data).unwrap_or_default()));
        self.0.push_str("</script>\n");
    }

    /// Hands over the page.
    pub(super) fn finish(self) -> String {
        self.0
    }
}

/// Text between tags or between the quotation marks of an attribute.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// JSON in which the reader of HTML finds nothing. These characters stand in JSON within strings only.
fn in_script(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_can_be_nothing_but_text() {
        let mut out = Markup::new();
        out.words("p", &[Attr::label("\"><b onclick='x'>")], "</p><script>alert(1)</script> & \u{202e}x");
        let safe = "<p aria-label=\"&quot;&gt;&lt;b onclick=&#39;x&#39;&gt;\">&lt;/p&gt;&lt;script&gt;alert(1)\
                    &lt;/script&gt; &amp; ⟦U+202E⟧x</p>\n";
        assert_eq!(out.finish(), safe);
    }

    #[test]
    fn data_cannot_leave_its_script() {
        let mut out = Markup::new();
        out.json(&Id::own("x"), &["</script><!--<script>", "\u{2028}&"]);
        let safe = "<script type=\"application/json\" id=\"_x\">[\"\\u003c/script\\u003e\\u003c!--\\u003cscript\\u003e\",\
                    \"\\u2028\\u0026\"]</script>\n";
        assert_eq!(out.finish(), safe);
    }

    #[test]
    fn only_a_plain_web_address_is_one() {
        for bad in ["javascript:alert(1)", "data:text/html,x", "//a.org", "https://a@b.org/", " javascript:x"] {
            assert!(WebAddress::parse(bad).is_none(), "{bad}");
        }
        assert_eq!(WebAddress::parse(" https://a.org/b\"c d?e=é ").unwrap().0, "https://a.org/b%22c%20d?e=%C3%A9");
    }

    #[test]
    fn an_id_holds_no_blank() {
        assert_eq!(Id::of(["annex-d", "a b\u{200b}"]).0, "annex-d/a-b⟦U+200B⟧");
        let mut out = Markup::new();
        out.open("a", &[Attr::to(&Id::of(["annex-d", "a\"b"]))]);
        assert_eq!(out.finish(), "<a href=\"#annex-d/a%22b\">");
    }
}
