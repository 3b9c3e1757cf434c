//! Words that want to be more than words, for the tests of the page as text and in a browser.

/// In a form that YAML takes within a plain text.
pub(crate) const HOSTILE: &str =
    "</script></style></title><script>window.broken=1</script><img src=x onerror=window.broken=2>'\"&lt;<!--\u{202e}x";

/// A text with those words in every place that a reader sees: names, titles, what provisions say, notes, sources.
pub(crate) fn hostile(text: &str) -> String {
    let mut text = text.to_owned();
    for word in ["Aldonia", "Trafficking", "Act", "Code", "Gazette", "Handbook", "Official", "Deceit", "Protocol"] {
        text = text.replace(word, &format!("{word}{HOSTILE}"));
    }
    text.replace("https://gazette.example.org/2004?no=12&part=(a)", "javascript:window.broken=3")
}
