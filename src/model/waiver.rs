//! Decisions to live with a finding for a time: who decided it, why, until when, and on which words.

use crate::base::Text;
use crate::base::country::Country;
use crate::base::day::Day;
use crate::base::span::{Span, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::yaml::fields::Fields;
use crate::yaml::node::Node;
use crate::yaml::value;

/// The waivers of one file.
#[derive(Clone, Debug)]
pub struct Waivers {
    /// What a reader should know about them.
    pub note: Option<Text>,
    /// The waivers, in the order of the file.
    pub list: Vec<Waiver>,
}

/// One decision to live with a finding for a time. The verdict stays what it is; the finding is marked.
#[derive(Clone, Debug)]
pub struct Waiver {
    /// The item or element as it is written: `annex-d/child-definition.age`.
    pub address: Spanned<Text>,
    /// The id of the checklist.
    pub checklist: Text,
    /// The id of the item.
    pub item: Text,
    /// The id of the element; the whole item, where there is none.
    pub element: Option<Text>,
    /// The country.
    pub country: Spanned<Country>,
    /// Why.
    pub reason: Text,
    /// Who decided.
    pub decided_by: Text,
    /// The last day on which it holds.
    pub until: Spanned<Day>,
    /// The fingerprint of the words it was decided on.
    pub words: Spanned<Text>,
    /// Where it begins.
    pub span: Span,
}

/// How many hexadecimal digits a fingerprint of words has.
pub const DIGITS: usize = 16;

/// Reads the tree of a file of waivers. Faults are reported; what could be read is kept.
pub fn read(node: &Node, diagnostics: &mut Diagnostics) -> Option<Waivers> {
    let mut fields = Fields::of(node, "a file of waivers", diagnostics)?;
    let list = fields.required("waivers").map(|node| value::list(node, "`waivers`", diagnostics)).unwrap_or_default();
    let note = fields.optional("note").and_then(|node| value::text(node, "`note`", diagnostics));
    fields.finish(diagnostics);
    let list = list.iter().filter_map(|node| waiver(node, diagnostics)).collect();
    Some(Waivers { note: note.map(|note| note.value), list })
}

fn waiver(node: &Node, diagnostics: &mut Diagnostics) -> Option<Waiver> {
    let mut fields = Fields::of(node, "a waiver", diagnostics)?;
    let span = fields.span();
    let address = fields.required("item").and_then(|node| address(node, diagnostics));
    let country = fields.required("country").and_then(|node| super::vocabulary::country(node, diagnostics));
    let reason = fields.required("reason").and_then(|node| value::text(node, "`reason`", diagnostics));
    let decided_by = fields.required("decided-by").and_then(|node| value::text(node, "`decided-by`", diagnostics));
    let until = fields.required("until").and_then(|node| value::day(node, "`until`", diagnostics));
    let words = fields.required("words").and_then(|node| words(node, diagnostics));
    fields.finish(diagnostics);
    let (address, checklist, item, element) = address?;
    let (reason, decided_by) = (reason?.value, decided_by?.value);
    let (country, until, words) = (country?, until?, words?);
    Some(Waiver { address, checklist, item, element, country, reason, decided_by, until, words, span })
}

type Address = (Spanned<Text>, Text, Text, Option<Text>);

/// `checklist/item` or `checklist/item.element`.
fn address(node: &Node, diagnostics: &mut Diagnostics) -> Option<Address> {
    let found = value::text(node, "`item`", diagnostics)?;
    let parts = found.value.split_once('/').map(|(checklist, rest)| {
        let (item, element) = rest.split_once('.').map_or((rest, None), |(item, element)| (item, Some(element)));
        (checklist, item, element)
    });
    let slugs = parts.filter(|(checklist, item, element)| {
        value::is_slug(checklist) && value::is_slug(item) && element.is_none_or(value::is_slug)
    });
    let Some((checklist, item, element)) = slugs else {
        let headline = format!("`{}` names no item of a checklist", found.value);
        let help = "write checklist/item, or checklist/item.element, such as annex-d/child-definition";
        diagnostics.push(Diagnostic::new(Code::BadId, headline, found.span, "").help(help));
        return None;
    };
    let (checklist, item, element) = (checklist.into(), item.into(), element.map(Text::from));
    Some((found, checklist, item, element))
}

fn words(node: &Node, diagnostics: &mut Diagnostics) -> Option<Spanned<Text>> {
    let found = value::text(node, "`words`", diagnostics)?;
    let digits = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    if found.value.len() == DIGITS && found.value.bytes().all(digits) {
        return Some(found);
    }
    let headline =
        format!("`words` is a fingerprint of {DIGITS} digits and letters from a to f, not `{}`", found.value);
    let help = "`lacuna explain` shows the one of an item in a country: lacuna explain ITEM FRAMEWORK";
    diagnostics.push(Diagnostic::new(Code::WrongType, headline, found.span, "").help(help));
    None
}
