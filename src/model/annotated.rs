//! An annotated draft: a law's own text, and under each article a block that says what the article says.
//!
//! The keys before the text are the law's; headings are its articles; a fenced block `says` under an article holds topics
//! and what is stated on them. It becomes an overlay like any other: the pinpoint is the heading, the quotation the
//! article itself, the summary how its words begin.

use std::collections::BTreeMap;

use super::framework::{
    Article, Names, Provision, Reader, Reading, Source, Written, annotated, described, passages, sources,
};
use super::overlay::Overlay;
use super::vocabulary::Vocabulary;
use super::words::Tier;
use crate::base::Text;
use crate::base::nearest::nearest;
use crate::base::span::{Span, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::text::front::Front;
use crate::text::{Fence, LawText, UnitId, UnitKind};
use crate::yaml::fields::Fields;
use crate::yaml::node::{Kind, Node};
use crate::yaml::read::read_part;
use crate::yaml::value;

/// The longest summary that is taken from an article, in bytes.
pub const MOST_SUMMARY: usize = 240;

/// The tree of the keys before a text. `None` where there are none or they cannot be read; that is reported.
pub fn front(text: &LawText, diagnostics: &mut Diagnostics) -> Option<Node> {
    let line = text.unit(LawText::WHOLE).span;
    let (headline, help) = match &text.front {
        Front::Keys(keys, _) => {
            let span = Span::new(text.file, keys.clone());
            let yaml = text.source(span);
            if !yaml.trim().is_empty() {
                return read_part(text.file, keys.start, yaml, diagnostics);
            }
            ("nothing stands between the two lines `---`", "write `overlay: XAA` there, and the keys of the law")
        }
        Front::Open => ("the keys before the text are never closed", "close them with a line `---`"),
        Front::None => (
            "the text has no keys before it that say what it is",
            "begin with a line `---`, then `overlay: XAA` and the keys of the law, then a line `---`",
        ),
    };
    diagnostics.push(Diagnostic::new(Code::UnknownDocument, headline, line, "").help(help));
    None
}

/// Reads an annotated draft from the tree of its keys and its text. Faults are reported; what could be read is kept.
pub fn read(node: &Node, text: &LawText, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) -> Option<Overlay> {
    let mut fields = Fields::of(node, "an annotated draft", diagnostics)?;
    let country = fields.required("overlay");
    let country = country.and_then(|node| super::vocabulary::country(node, diagnostics));
    let reader = &mut Reader { vocabulary, diagnostics };
    let policy = fields.optional("policy");
    let (id, tier) = match policy {
        Some(node) => (value::id(node, "a policy", reader.diagnostics), Tier::Policy),
        None => {
            let node = fields.required("law");
            (node.and_then(|node| value::id(node, "a law", reader.diagnostics)), Tier::Law)
        }
    };
    let own: Vec<Source> = fields.optional("sources").map(|node| sources(node, reader)).unwrap_or_default();
    let law = described(id, fields, tier, Written::Within, reader);
    let blocks = blocks(text, reader.diagnostics);
    unread(text, &blocks, reader.diagnostics);
    let (source, certainty) = law.as_ref().map_or((None, None), |law| (law.source.clone(), law.confidence));
    let names = Names::of(text);
    let mut provisions: Vec<Provision> = Vec::new();
    for (id, block) in &blocks {
        let Some(node) = says(text, block, reader.diagnostics) else { continue };
        provisions.extend(annotated(&node, article(text, *id, &names), source.as_ref(), certainty, reader));
    }
    let mut law = law?;
    law.provisions = provisions;
    law.passages = passages(text, |id| match blocks.get(&id) {
        Some(block) if is_none(text, block) => Reading::Nothing,
        Some(_) => Reading::Said,
        None if is_article(text, id) => Reading::Unread,
        None => Reading::Apart,
    });
    Some(Overlay { country: country?, title: None, note: None, sources: own, laws: vec![law] })
}

/// The blocks `says`, each with the article it stands under.
fn blocks<'a>(text: &'a LawText, diagnostics: &mut Diagnostics) -> BTreeMap<UnitId, &'a Fence> {
    let mut found: BTreeMap<UnitId, &Fence> = BTreeMap::new();
    for fence in &text.fences {
        let word = fence.info.split([' ', ':']).next().unwrap_or("");
        if word != "says" {
            if nearest(word, ["says"]).is_some() {
                let headline = format!("no block is called `{word}`");
                diagnostics.push(Diagnostic::new(Code::UnknownWord, headline, fence.span, "").suggest(Some("says")));
            }
            continue;
        }
        if fence.under == LawText::WHOLE {
            diagnostics.push(
                Diagnostic::new(Code::SaysMisplaced, "this block stands under no article", fence.span, "")
                    .help("put it after the words of the article it speaks of, below the article's heading"),
            );
        } else if let Some(first) = found.get(&fence.under) {
            let headline = format!("{} has two blocks on what it says", text.cite(fence.under));
            diagnostics.push(
                Diagnostic::new(Code::SaysMisplaced, headline, fence.span, "again here")
                    .also(first.span, "first here")
                    .help("write both into one, or give each part of the article a heading of its own"),
            );
        } else {
            found.insert(fence.under, fence);
        }
    }
    found
}

/// Lists the articles that nobody has read: those with words and a number, or below a heading, and without a block.
fn unread(text: &LawText, blocks: &BTreeMap<UnitId, &Fence>, diagnostics: &mut Diagnostics) {
    for (id, unit) in text.units() {
        if is_article(text, id) && !blocks.contains_key(&id) && !text.own(id).is_empty() {
            let headline = format!("nobody has read {}: no block says what it says", text.cite(id));
            diagnostics.push(
                Diagnostic::new(Code::UnreadArticle, headline, unit.span, "")
                    .help("add a fenced block `says` under it, or the line `says: none` if no topic is touched"),
            );
        }
    }
}

/// Whether a heading is that of an article: it has a number, or stands below another.
fn is_article(text: &LawText, id: UnitId) -> bool {
    let unit = text.unit(id);
    matches!(unit.kind, UnitKind::Heading(level) if level > 1 || unit.is_numbered())
}

/// What stands after the word `says` in the line that opens a block.
fn after(fence: &Fence) -> &str {
    fence.info.strip_prefix("says").map_or("", |rest| rest.trim_start_matches([' ', ':']))
}

/// Whether a block says that its article touches no topic.
fn is_none(text: &LawText, fence: &Fence) -> bool {
    let yaml = text.source(fence.body).trim();
    after(fence) == "none" && yaml.is_empty() || yaml == "none"
}

/// The tree of a block. `None` where the article says nothing, or the block cannot be read; that is reported.
fn says(text: &LawText, fence: &Fence, diagnostics: &mut Diagnostics) -> Option<Node> {
    let yaml = text.source(fence.body);
    let after = after(fence);
    if !after.is_empty() && after != "none" {
        let headline = format!("`{after}` does not belong after `says`");
        let help = "write `says` and the topics on the lines below, or `says: none`";
        diagnostics.push(Diagnostic::new(Code::UnknownWord, headline, fence.span, "").help(help));
        return None;
    }
    if is_none(text, fence) {
        return None;
    }
    if !fence.closed {
        let help = "close it with a line of three backticks; what follows was taken for a part of it";
        diagnostics.push(Diagnostic::new(Code::YamlSyntax, "this block is never closed", fence.span, "").help(help));
        return None;
    }
    if yaml.trim().is_empty() {
        let help = "name the topics the article speaks on, or write `none` if it speaks on none";
        diagnostics.push(Diagnostic::new(Code::EmptyText, "this block says nothing", fence.span, "").help(help));
        return None;
    }
    let node = read_part(fence.body.file, fence.body.start as usize, yaml, diagnostics)?;
    (!matches!(node.kind, Kind::Failed)).then_some(node)
}

/// An article as its own text gives it.
fn article(text: &LawText, id: UnitId, names: &Names<'_>) -> Article {
    let body = text.body(id);
    let quote = (!body.is_empty()).then(|| Spanned::new(body.into(), text.body_span(id)));
    let summary = if body.is_empty() { text.unit(id).title.clone() } else { sentence(body) };
    Article { at: names.cite(id), summary, quote }
}

/// The first sentence of a text, or as many of its words as a summary may have.
fn sentence(text: &str) -> Text {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut summary = String::new();
    for (number, word) in words.iter().enumerate() {
        if summary.len() + word.len() > MOST_SUMMARY {
            summary.push('…');
            break;
        }
        if number > 0 {
            summary.push(' ');
        }
        summary.push_str(word);
        // A number such as "1." and an abbreviation such as "Art." end in a full stop, and no sentence is so short.
        let next = words.get(number + 1).and_then(|next| next.chars().next());
        if number > 2
            && word.ends_with(['.', '?', '!'])
            && next.is_none_or(|next| !next.is_lowercase() && !next.is_numeric())
        {
            break;
        }
    }
    summary.into()
}

#[cfg(test)]
mod tests {
    use super::{MOST_SUMMARY, sentence};

    #[test]
    fn a_summary_is_the_first_sentence_or_its_beginning() {
        assert_eq!(&*sentence("(1) A child\nis anyone under 18. A court is not."), "(1) A child is anyone under 18.");
        assert_eq!(&*sentence("Anyone under art. 5 is free. Others"), "Anyone under art. 5 is free.");
        assert_eq!(&*sentence("no stop"), "no stop");
        let long = sentence(&"đời ".repeat(500));
        assert!(long.ends_with('…') && long.len() <= MOST_SUMMARY + 4, "{long}");
    }
}
