//! The one table of hostile words: whatever some format might take for its own.

/// Each with a name for the message of a test that fails.
pub(crate) const WORDS: [(&str, &str); 18] = [
    ("script", "</script></style></title></textarea>--><script>alert(1)</script>"),
    (
        "tag",
        "<img src=x onerror=alert(1)>'\"><svg onload=alert(1)> <!-- <a href='javascript:alert(1)'>x</a> &lt;b&gt; &#60;",
    ),
    ("link", "[link](https://evil.example) ![image](x) [ref]: https://evil.example [^1] javascript:alert(1)"),
    ("address", "https://evil.example www.evil.example ftp://evil.example mail@evil.example @someone #12 GH-12"),
    ("table", r"| a | b \| c \\| d || --- | --- |"),
    ("block", "- x\n\n# heading\n\n| a | b |\n| --- | --- |\n\n    code\n\n```\nfence\n\n***\n\n<div>\n\n"),
    ("emphasis", "`code` ``` **bold** __bold__ ~~gone~~ $x$ $$y$$ \\ *"),
    ("start", "1. item - [ ] task > quote === --- [!WARNING] + x"),
    (
        "escape",
        "\u{1b}[31mred\u{1b}[0m \u{9b}32m \u{1b}]8;;https://evil.example\u{1b}\\x\u{1b}]8;;\u{7} \u{1b}[2J\u{8}\u{7f}\u{0}",
    ),
    ("direction", "\u{202e}desrever\u{202c} \u{2066}isolated\u{2069} \u{200f}\u{200e}\u{61c}"),
    (
        "width",
        "zero\u{200b}width\u{200d}\u{200c}\u{feff}\u{2060}\u{ad}\u{180e}\u{fff9}\u{e0041}\u{fffe}\u{ffff}\u{115f}",
    ),
    ("formula", "=HYPERLINK(\"https://evil.example\",\"x\") +1+1 -2+3 @SUM(A1) |cmd|' /C calc'!A0 %0A"),
    ("comma", "\"a\",\"b\";'c'\t\"\"\r\n=1,2"),
    (
        "xml",
        "]]> <![CDATA[x]]> <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]> &e; </testcase>",
    ),
    ("json", "\",\"x\":[{}]}\\u0000\\\" \u{2028}\u{2029}\u{85}\u{b}\u{c}\r"),
    ("yaml", "- x: y\n--- !!tag &a *a {b: [c]} # d\n...\n? e\n: |\n  f"),
    ("command", "%0A::error::x\n::set-output name=a::b\n##[error]x ::stop-commands::x"),
    (
        "marks",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} 👩‍👩‍👧‍👦 \u{fdfd} ﷽ \u{1f3f4}\u{e0067}\u{e007f} \u{fdd0} \u{10ffff}",
    ),
];

/// All of them in one.
pub(crate) fn all() -> String {
    WORDS.map(|(_, words)| words).join(" ")
}
