//! A draft: laws and policies laid over a framework.

use super::framework::{Law, Reader, Source, few, laws, sources};
use super::vocabulary::Vocabulary;
use super::words::Tier;
use crate::base::Text;
use crate::base::country::Country;
use crate::base::span::Spanned;
use crate::diag::Diagnostics;
use crate::yaml::fields::Fields;
use crate::yaml::node::Node;

/// A draft for one country. It is never in force by itself.
#[derive(Clone, Debug)]
pub struct Overlay {
    /// The country it is for.
    pub country: Spanned<Country>,
    /// What the draft is called, where it is not one law alone.
    pub title: Option<Text>,
    /// What a reader should know.
    pub note: Option<Text>,
    /// Sources of its own.
    pub sources: Vec<Source>,
    /// Its laws and policies.
    pub laws: Vec<Law>,
}

/// What an entry of `repeals` names: a law by its id, or one article of it after a blank.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Repealed<'a> {
    /// The id of the law or policy.
    pub law: &'a str,
    /// The pinpoint of the article; the whole law where there is none.
    pub at: Option<&'a str>,
}

impl<'a> Repealed<'a> {
    /// Reads an entry such as `penal-code-1978` or `penal-code-1978 art. 119`.
    pub fn parse(entry: &'a str) -> Self {
        match entry.split_once(' ') {
            Some((law, at)) => Self { law, at: Some(at.trim()) },
            None => Self { law: entry, at: None },
        }
    }

    /// Whether the repeal of what is cited as `article` takes with it what is cited as `at`: the article itself, and
    /// whatever stands in it, such as art. 119(1) and art. 119, first sentence in art. 119; not art. 119a or art. 119 bis.
    pub fn reaches(article: &str, at: &str) -> bool {
        let rest = at.strip_prefix(article).map(str::trim_start);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['(', ',', ';', '"', '“']))
    }
}

/// Reads the tree of an overlay file. Faults are reported; what could be read is kept.
pub fn read(node: &Node, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) -> Option<Overlay> {
    let mut fields = Fields::of(node, "an overlay", diagnostics)?;
    let country = fields.required("overlay");
    let country = country.and_then(|node| super::vocabulary::country(node, diagnostics));
    let reader = &mut Reader { vocabulary, diagnostics };
    let title = reader.text(&mut fields, "title");
    let note = reader.text(&mut fields, "note");
    let mut own = fields.optional("sources").map(|node| sources(node, reader)).unwrap_or_default();
    let mut all = Vec::new();
    for (key, tier) in [("laws", Tier::Law), ("policies", Tier::Policy)] {
        if let Some(node) = fields.optional(key) {
            all.extend(laws(node, tier, reader));
        }
    }
    fields.finish(reader.diagnostics);
    few(&mut own, &mut all, reader.diagnostics);
    Some(Overlay { country: country?, title, note, sources: own, laws: all })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_goes_with_what_stands_in_it() {
        for at in ["art. 12", "art. 12(1)", "art. 12 (1)", "art. 12, first sentence", "art. 12 “child”"] {
            assert!(Repealed::reaches("art. 12", at), "{at}");
        }
        for at in ["art. 1", "art. 121", "art. 12a", "art. 12 bis", "art. 12-13", "arts. 12-13", ""] {
            assert!(!Repealed::reaches("art. 12", at), "{at}");
        }
        assert_eq!(Repealed::parse("act"), Repealed { law: "act", at: None });
        assert_eq!(Repealed::parse("act  s. 2"), Repealed { law: "act", at: Some("s. 2") });
    }
}
