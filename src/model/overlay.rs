//! A draft: laws and policies laid over a framework.

use super::framework::{Law, Reader, Source, laws, sources};
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

/// Reads the tree of an overlay file. Faults are reported; what could be read is kept.
pub fn read(node: &Node, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) -> Option<Overlay> {
    let mut fields = Fields::of(node, "an overlay", diagnostics)?;
    let country = fields.required("overlay");
    let country = country.and_then(|node| super::vocabulary::country(node, diagnostics));
    let reader = &mut Reader { vocabulary, diagnostics };
    let title = reader.text(&mut fields, "title");
    let note = reader.text(&mut fields, "note");
    let own = fields.optional("sources").map(|node| sources(node, reader)).unwrap_or_default();
    let mut all = Vec::new();
    for (key, tier) in [("laws", Tier::Law), ("policies", Tier::Policy)] {
        if let Some(node) = fields.optional(key) {
            all.extend(laws(node, tier, reader));
        }
    }
    fields.finish(reader.diagnostics);
    Some(Overlay { country: country?, title, note, sources: own, laws: all })
}
