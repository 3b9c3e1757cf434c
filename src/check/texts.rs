//! Records and the laws' own texts: every pinpoint leads to a place, every quotation stands in it.
//!
//! Reading the files is for the caller; this compares what was read. Nothing here keeps a framework from being audited:
//! a fault is an error, and the provision carries it as a [`Doubt`], which every verdict that rests on it repeats.

use std::collections::BTreeMap;

use super::Ready;
use crate::base::Text;
use crate::base::files::Files;
use crate::base::span::{FileId, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::{Doubt, Framework, Law, Provision, Reading, passages};
use crate::model::overlay::Overlay;
use crate::text::{self, Effort, LawText, Lost, Misquote, Place, Quoted};

/// How many words of texts are gone through for one record. Records have a few thousand provisions and laws some ten
/// thousand words, of which a provision cites a hundred; who asks for more than this asks for hours.
pub const MOST_WORDS: usize = crate::base::limits::WORDS_COMPARED;

/// The laws' texts that could be read: what stands under `text:`, and the file.
pub type Texts = BTreeMap<Text, FileId>;

/// The files that a record's laws name as their texts, each once, with the place of the first that names it.
pub fn wanted(laws: &[Law]) -> Vec<&Spanned<Text>> {
    let mut found: BTreeMap<&Text, &Spanned<Text>> = BTreeMap::new();
    for path in laws.iter().filter_map(|law| law.text.as_ref()) {
        found.entry(&path.value).or_insert(path);
    }
    found.into_values().collect()
}

/// The text of a law that cannot be read, and why: "there is no file `texts/act.md`".
pub fn unreadable(path: &Spanned<Text>, why: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::TextUnreadable, why, path.span, "the law's own text")
        .help("put the text there, or leave out `text`: quotations are then taken as they are")
}

/// Compares a framework with its laws' own texts. Those that are not among `texts` are passed over; whoever could not read
/// them has said so.
pub fn texts(
    framework: Ready<Framework>,
    files: &Files,
    texts: &Texts,
    diagnostics: &mut Diagnostics,
) -> Ready<Framework> {
    let Ready(mut framework) = framework;
    compare(&mut framework.laws, files, texts, diagnostics);
    Ready(framework)
}

/// Compares a draft with its laws' own texts, as [`texts`] does a framework.
pub fn overlay_texts(
    overlay: Ready<Overlay>,
    files: &Files,
    texts: &Texts,
    diagnostics: &mut Diagnostics,
) -> Ready<Overlay> {
    let Ready(mut overlay) = overlay;
    compare(&mut overlay.laws, files, texts, diagnostics);
    Ready(overlay)
}

fn compare(laws: &mut [Law], files: &Files, texts: &Texts, diagnostics: &mut Diagnostics) {
    let mut read: BTreeMap<FileId, Option<LawText>> = BTreeMap::new();
    let (mut left, mut effort) = (MOST_WORDS, Effort::default());
    for law in laws {
        let Some(path) = law.text.clone() else { continue };
        let Some(file) = texts.get(&path.value) else { continue };
        let known = read.contains_key(file);
        let text = read.entry(*file).or_insert_with(|| text::read(files, *file, diagnostics));
        let Some(text) = text else { continue };
        if !text.has_parts() {
            if !known {
                diagnostics.push(unreadable(&path, format!("`{}` holds no article that could be cited", path.value)));
            }
            continue;
        }
        law.passages = passages(text, |_| Reading::Apart);
        for provision in &mut law.provisions {
            if left == 0 {
                diagnostics.push(unreadable(&path, "the record quotes more than can be compared, and the rest is not"));
                return;
            }
            provision.doubt = self::provision(provision, text, &law.title, (&mut left, &mut effort), diagnostics);
        }
    }
}

/// Compares one provision with the text of its law.
fn provision(
    provision: &Provision,
    text: &LawText,
    law: &str,
    (left, effort): (&mut usize, &mut Effort),
    diagnostics: &mut Diagnostics,
) -> Option<Doubt> {
    /// What one look-up costs, in words: alone, and where paragraphs or candidates are gone through.
    const LOOK_UP: (usize, usize) = (64, 20_000);
    let quoted = provision.at.value.contains(|c: char| !c.is_alphanumeric() && !" .,()-/".contains(c));
    *left = left.saturating_sub(if quoted { LOOK_UP.1 } else { LOOK_UP.0 });
    let place = match text.find(&provision.at.value) {
        Ok(place) => place,
        Err(lost) => {
            *left = left.saturating_sub(if let Lost::Ambiguous { count, .. } = lost { count } else { LOOK_UP.1 });
            diagnostics.push(lost_pinpoint(&provision.at, lost, law, text));
            return Some(Doubt::Pinpoint);
        }
    };
    let quote = provision.quote.as_ref()?;
    *left = left.saturating_sub(place.len() + quote.value.len());
    match text.quoted(&place, &quote.value, effort) {
        Ok(quoted) => {
            skipped(quote, quoted, diagnostics);
            None
        }
        Err(misquote) => {
            *left = left.saturating_sub(text.len());
            diagnostics.push(misquoted(quote, misquote, &provision.at.value, &place));
            Some(Doubt::Quotation)
        }
    }
}

fn lost_pinpoint(at: &Spanned<Text>, lost: Lost, law: &str, text: &LawText) -> Diagnostic {
    match lost {
        Lost::Missing { step, under, near } => {
            let headline = match &under {
                Some((under, _)) => format!("the text of {law} has no {step} under {under}"),
                None => format!("the text of {law} has no {step}"),
            };
            let help = match near.as_slice() {
                [] => "cite it as the headings and letters of the text do".to_owned(),
                near => format!("it has {}", near.join(", ")),
            };
            let diagnostic = Diagnostic::new(Code::PinpointNotFound, headline, at.span, "cited here").help(help);
            match under {
                Some((_, span)) => diagnostic.also(span, "looked for under this"),
                None => diagnostic,
            }
        }
        Lost::Ambiguous { count, among } => {
            let headline = format!("`{}` can be {count} places of {law}", at.value);
            let names: Vec<&str> = among.iter().map(|(name, _)| name.as_str()).collect();
            let more = if count > among.len() { " and others" } else { "" };
            let help = format!("say which: {}{more}", names.join("; "));
            let diagnostic = Diagnostic::new(Code::PinpointAmbiguous, headline, at.span, "cited here").help(help);
            among.into_iter().take(2).fold(diagnostic, |diagnostic, (_, span)| diagnostic.also(span, "one of them"))
        }
        Lost::Backwards => {
            let headline = format!("`{}` runs backwards: its end comes before its beginning in the text", at.value);
            Diagnostic::new(Code::PinpointNotFound, headline, at.span, "").help("give the first place before the last")
        }
        Lost::Unclear => {
            let headline = format!("`{}` cannot be read as a pinpoint", at.value);
            let first = text.units().find(|(_, unit)| unit.is_numbered()).map(|(id, _)| text.cite(id));
            let help = format!("cite as the text does: {}", first.unwrap_or_default());
            Diagnostic::new(Code::PinpointNotFound, headline, at.span, "").help(help)
        }
    }
}

fn misquoted(quote: &Spanned<Text>, misquote: Misquote, at: &str, place: &Place) -> Diagnostic {
    let new = |headline: String| Diagnostic::new(Code::QuoteNotFound, headline, quote.span, "");
    match misquote {
        Misquote::Empty => new("the quotation holds no words".to_owned()).help("quote some, or leave `quote` out"),
        Misquote::Elsewhere(cite, span) => new(format!("the quotation does not stand in {at}, but in {cite}"))
            .also(span, "it stands here")
            .help("mend the pinpoint, or quote what stands in it"),
        Misquote::Order => new(format!("the parts of the quotation stand in {at} in another order"))
            .also(place.span, "this place")
            .help("`[...]` skips words and turns none around"),
        Misquote::Nowhere(None) => new(format!("the quotation does not stand in {at}, nor anything like it"))
            .also(place.span, "this place")
            .help("quote its own words; what is said in other words is a `summary`"),
        Misquote::Nowhere(Some(passage)) => {
            let fault = new(format!("the quotation does not stand in {at}")).also(passage.span, "the nearest passage");
            let fault = match passage.redline {
                Some(redline) => {
                    fault.help(format!("word by word, [-quoted-] and {{+there+}}: {}", shortened(&redline)))
                }
                None => fault,
            };
            fault.help("quote the words of the text, with `[...]` where some are left out")
        }
    }
}

fn skipped(quote: &Spanned<Text>, quoted: Quoted, diagnostics: &mut Diagnostics) {
    let Some((_, first)) = quoted.skipped.first() else { return };
    let words = |word| if word == "subject" { "`subject to`".to_owned() } else { format!("`{word}`") };
    let words: Vec<String> = quoted.skipped.iter().map(|(word, _)| words(*word)).collect();
    let headline = format!("what the quotation skips holds {}", words.join(", "));
    diagnostics.push(
        Diagnostic::new(Code::QuoteSkipsNegation, headline, quote.span, "")
            .also(*first, "skipped here")
            .help("quote it too, so that no reader takes the law to say the contrary"),
    );
}

/// A redline that fits a line of advice.
fn shortened(text: &str) -> String {
    /// How many characters of a redline are shown.
    const MOST: usize = 1_200;
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{} …", text.get(..end).unwrap_or("")),
        None => text.to_owned(),
    }
}

/// Reports a path that leads out of the folder in which the record stands.
pub(super) fn path(law: &Law, diagnostics: &mut Diagnostics) {
    if let Some(path) = law.text.as_ref().filter(|path| !stays_inside(&path.value)) {
        diagnostics.push(outside(path));
    }
}

/// A path that leads out of the folder in which the record stands, by its words or by a link.
pub fn outside(path: &Spanned<Text>) -> Diagnostic {
    let headline = format!("`{}` leads out of the folder of this file", path.value);
    Diagnostic::new(Code::PathOutside, headline, path.span, "")
        .help("put the law's text beside this file or in a folder below, and name it from here")
}

/// Whether a relative path leads to a place in its folder or below it, whatever the system. Links are for whoever opens it.
pub fn stays_inside(path: &str) -> bool {
    let mut depth = 0_usize;
    // A drive, a share, an address: `C:`, `\\server`, `https:`.
    let absolute =
        path.starts_with(['/', '\\', '~']) || path.split(['/', '\\']).next().is_some_and(|first| first.contains(':'));
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            ".." => match depth.checked_sub(1) {
                Some(above) => depth = above,
                None => return false,
            },
            _ => depth += 1,
        }
    }
    !absolute && depth > 0
}

#[cfg(test)]
mod tests {
    use super::stays_inside;

    #[test]
    fn a_path_stays_in_its_folder_or_does_not() {
        for inside in ["act.md", "texts/act.md", "./act.md", "texts/../act.md", "texts\\act.md", "luật/điều.md"] {
            assert!(stays_inside(inside), "{inside}");
        }
        for outside in [
            "../act.md",
            "/act.md",
            "texts/../../act.md",
            "C:\\act.md",
            "\\\\server\\act.md",
            "https://a/act.md",
            "~/act.md",
            "..",
            ".",
        ] {
            assert!(!stays_inside(outside), "{outside}");
        }
    }
}
