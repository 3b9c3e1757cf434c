//! Annotated drafts: the keys before the text and the blocks on what articles say, put where they would stand in a draft
//! in YAML, so that the same words are offered and explained in both.

use std::ops::Range;

use crate::text::front::{Front, front};

/// The keys of a law that an annotated draft has not: its provisions stand in its text.
const NOT_IN_FRONT: &[&str] = &["text", "provisions"];
/// The keys that stand before a text beside those of a law.
const OF_THE_DRAFT: &[&str] = &["overlay", "law", "policy", "sources"];
/// The keys of a provision in which an article can differ from its law.
const OF_AN_ARTICLE: &[&str] =
    &["summary", "adopted", "in-force", "repealed", "expires", "awaits", "implied", "scope", "confidence", "note"];

/// A place of an annotated draft as it would be in YAML.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Mirror {
    /// The YAML.
    pub(super) yaml: String,
    /// The byte in it.
    pub(super) at: usize,
    /// Whether a key can be offered; every value can.
    pub(super) keys: Keys,
}

/// Which keys can stand at a place.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Keys {
    /// Every key that stands there in YAML.
    All,
    /// Those of a law, without its text and provisions.
    OfALaw,
    /// Those of a provision in which an article can differ from its law.
    OfAnArticle,
}

impl Keys {
    pub(super) fn has(self, key: &str) -> bool {
        match self {
            Self::All => true,
            Self::OfALaw => !NOT_IN_FRONT.contains(&key),
            Self::OfAnArticle => OF_AN_ARTICLE.contains(&key),
        }
    }
}

/// The keys that only an annotated draft has before its text, where the place is one for them.
pub(super) fn keys_of_the_draft(text: &str, at: usize) -> &'static [&'static str] {
    let Some(keys) = keys(text).filter(|keys| keys.start <= at && at <= keys.end) else { return &[] };
    if top(text.get(keys.clone()).unwrap_or(""), at - keys.start).is_none() { OF_THE_DRAFT } else { &[] }
}

/// What a key means that only an annotated draft has before its text.
pub(super) fn meaning(key: &str) -> &'static str {
    match key {
        "overlay" => "The country the draft is for.",
        "law" => "The id of the law that the draft is.",
        "policy" => "The id of the policy that the draft is, in the place of `law`.",
        _ => "Sources of its own.",
    }
}

/// The keys before a text, as far as they are closed; all that follows the opening line where they are not.
pub fn keys(text: &str) -> Option<Range<usize>> {
    match front(text) {
        Front::Keys(keys, _) => Some(keys),
        Front::Open => Some(text.find('\n').map_or(text.len(), |end| end + 1)..text.len()),
        Front::None => None,
    }
}

/// Whether a Markdown text is an annotated draft, finished or not: keys stand before it, one of them `overlay`.
pub fn is_annotated(text: &str) -> bool {
    let keys = keys(text).and_then(|keys| text.get(keys)).unwrap_or("");
    keys.lines().any(|line| line.starts_with("overlay:"))
}

/// The places in YAML that a place of an annotated draft stands for; none where it is among the law's own words.
pub(super) fn mirrors(text: &str, at: usize) -> Vec<Mirror> {
    if let Some(keys) = keys(text).filter(|keys| keys.start <= at && at <= keys.end) {
        let (yaml, at) = (text.get(keys.clone()).unwrap_or(""), at - keys.start);
        return match top(yaml, at) {
            Some("sources") => vec![Mirror { yaml: yaml.to_owned(), at, keys: Keys::All }],
            _ => vec![mirror("overlay: XAA\nlaws:\n  law:\n", 4, yaml, at, 0, Keys::OfALaw)],
        };
    }
    let Some((body, indent)) = block(text, at) else { return Vec::new() };
    let (yaml, at) = (text.get(body.clone()).unwrap_or(""), at - body.start);
    let provision = "overlay: XAA\nlaws:\n  law:\n    provisions:\n      - at: a\n";
    let own = mirror(provision, 8, yaml, at, indent, Keys::OfAnArticle);
    let says = mirror(&format!("{provision}        says:\n"), 10, yaml, at, indent, Keys::All);
    match top(yaml, at) {
        Some(key) if OF_AN_ARTICLE.contains(&key) => vec![own],
        Some(_) => vec![says],
        None => vec![says, own],
    }
}

/// YAML with other lines before it, indented as deep as they ask.
fn mirror(before: &str, depth: usize, yaml: &str, at: usize, indent: usize, keys: Keys) -> Mirror {
    let mut mirror = Mirror { yaml: before.to_owned(), at: 0, keys };
    let mut start = 0;
    for line in yaml.split_inclusive('\n') {
        let own = line.len() - line.trim_start_matches(' ').len();
        let cut = own.min(indent);
        mirror.yaml.push_str(&" ".repeat(depth));
        if (start..start + line.len()).contains(&at) {
            mirror.at = mirror.yaml.len() + (at - start).saturating_sub(cut);
        }
        mirror.yaml.push_str(line.get(cut..).unwrap_or(line));
        start += line.len();
    }
    if at >= start {
        // At the very end, on a line that has nothing on it yet.
        mirror.yaml.push_str(&" ".repeat(if yaml.is_empty() || yaml.ends_with('\n') { depth } else { 0 }));
        mirror.at = mirror.yaml.len();
    }
    mirror
}

/// The outermost key under which a byte stands; `None` where such a key could begin.
fn top(yaml: &str, at: usize) -> Option<&str> {
    let before = yaml.get(..at).unwrap_or(yaml);
    let least = yaml.lines().filter(|line| !line.trim().is_empty()).map(indent_of).min().unwrap_or(0);
    let line = before.rsplit('\n').next().unwrap_or("");
    let own = indent_of(line) <= least && (!line.trim().is_empty() || line.len() <= least);
    if own {
        return line.split_once(':').map(|(key, _)| key.trim());
    }
    let above = before.lines().rev().find(|line| !line.trim().is_empty() && indent_of(line) <= least)?;
    above.split_once(':').map(|(key, _)| key.trim())
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// The inside of the block `says` in which a byte stands, and how deep it is indented.
fn block(text: &str, at: usize) -> Option<(Range<usize>, usize)> {
    let mut open: Option<(&str, usize, bool, usize)> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim();
        let fence = words.get(..words.len() - words.trim_start_matches(['`', '~']).len()).unwrap_or("");
        match open {
            Some((mark, from, says, indent)) if words == fence && fence.starts_with(mark) => {
                if says && (from..=start).contains(&at) && at < start + 1 {
                    return Some((from..start, indent));
                }
                open = None;
            }
            None if fence.len() >= 3 => {
                let says = words.trim_start_matches(['`', '~']).split_whitespace().next() == Some("says");
                open = Some((fence, start + line.len(), says, indent_of(line)));
            }
            _ => {}
        }
        start += line.len();
    }
    // A block that is being written is not closed yet.
    let (_, from, says, indent) = open?;
    (says && from <= at && at <= text.len()).then_some((from..text.len(), indent))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines in which the mark stands in YAML, from the outermost key that the place needs.
    fn shown(marked: &str) -> Vec<String> {
        let at = marked.find('^').unwrap();
        let text = marked.replace('^', "");
        let line = |mirror: &Mirror| {
            let (before, after) = mirror.yaml.split_at(mirror.at);
            let line = format!("{before}^{after}");
            line.lines().find(|line| line.contains('^')).unwrap().to_owned()
        };
        mirrors(&text, at).iter().map(line).collect()
    }

    #[test]
    fn a_place_is_put_where_it_would_stand_in_yaml() {
        let head = "---\noverlay: XAA\nlaw: bill\n---\n\n# 1\n\nA child.\n\n";
        for (text, lines) in [
            ("---\noverlay: XAA\nkind: a^\n---\n".to_owned(), vec!["    kind: a^"]),
            ("---\noverlay: XAA\n^\n---\n".to_owned(), vec!["    ^"]),
            ("---\noverlay: XAA\n^".to_owned(), vec!["    ^"]),
            ("---\noverlay: XAA\nsources:\n  s: { ^\n---\n".to_owned(), vec!["  s: { ^"]),
            (format!("{head}```says\nchild: {{ ^ }}\n```\n"), vec!["          child: { ^ }"]),
            (format!("{head}```says\nchild:\n  ^\n```\n"), vec!["            ^"]),
            (format!("{head}```says\n^\n```\n"), vec!["          ^", "        ^"]),
            (format!("{head}```says\n^"), vec!["          ^", "        ^"]),
            (format!("{head}~~~ says\nconfidence: ^\n~~~\n"), vec!["        confidence: ^"]),
            (format!("{head}- a\n\n  ```says\n  child: ^\n  ```\n"), vec!["          child: ^"]),
            (format!("{head}A ch^ild.\n"), vec![]),
            (format!("{head}```says\nchild: {{}}\n```\n\n^\n"), vec![]),
            (format!("{head}```yaml\n^\n```\n"), vec![]),
        ] {
            assert_eq!(shown(&text), lines, "{text}");
        }
    }

    #[test]
    fn a_draft_is_told_from_a_text() {
        assert!(is_annotated("---\noverlay: XAA\n---\n") && is_annotated("\u{feff}---\nlaw: a\noverlay: "));
        assert!(!is_annotated("# overlay: XAA\n") && !is_annotated("---\ntitle: a\n---\noverlay: XAA\n"));
    }
}
