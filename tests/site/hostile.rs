//! What files say can become nothing but words, wherever it stands.

use crate::hostile_words::hostile;
use crate::world::{World, values};

#[test]
fn hostile_words_stay_words() {
    let plain = World::invented(str::to_owned).page("2008-07-01");
    let page = World::invented(hostile).page("2008-07-01");
    assert!(page.matches("window.broken=1").count() > 50, "the words are on the page");
    // Tags, and with them scripts and pictures, are those of the plain page, one for one.
    for tag in ["<script", "</script", "<style", "</style", "<img", "<!--", "</title", "<svg", "<td", "<p"] {
        assert_eq!(page.matches(tag).count(), plain.matches(tag).count(), "{tag}");
    }
    let links = |page: &str| page.matches("<a ").count();
    assert_eq!(links(&page), links(&plain) - 1, "the address that became a script is no link");
    assert!(!page.contains("&lt;<!"), "what looks escaped is escaped once more");
    assert!(!page.contains('\u{202e}') && page.contains("⟦U+202E⟧"));
    assert!(!values(&page, "href").iter().any(|address| address.starts_with("javascript:")));
    assert!(page.contains("javascript:window.broken=3"), "an address that is none is shown as it stands");
}
