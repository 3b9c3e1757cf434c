//! A baseline: the findings of an audit, written down to be compared with later ones. Format `lacuna/baseline/v1`.
//!
//! One entry a line, in the order of country and address, so that two branches of a repository merge line by line. Reading
//! does not rely on the order, and relies on nothing else in the file without looking.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::trend;
use crate::base::files::Files;
use crate::base::span::{FileId, Span};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::finding::{Audit, Gone, Verdict, digest};
use crate::model::checklist::{Checklist, Element, Item};

/// The name of the format.
pub const FORMAT: &str = "lacuna/baseline/v1";

/// What the name of the format begins with, in every version.
const FAMILY: &str = "lacuna/baseline/";

/// The findings of an earlier audit.
#[derive(Clone, Debug)]
pub struct Baseline {
    file: FileId,
    by_fingerprint: BTreeMap<String, Entry>,
}

/// What was found about one element.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    country: String,
    /// `checklist/item.element`.
    element: String,
    verdict: String,
    words: String,
    fingerprint: String,
}

#[derive(Deserialize)]
struct Head {
    format: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Whole {
    #[serde(rename = "format")]
    _format: String,
    findings: Vec<Entry>,
}

impl Entry {
    fn verdict(&self) -> Option<Verdict> {
        Verdict::parse(&self.verdict)
    }

    /// Checklist, item and element.
    fn parts(&self) -> Option<(&str, &str, &str)> {
        let (checklist, rest) = self.element.split_once('/')?;
        let (item, element) = rest.split_once('.')?;
        Some((checklist, item, element))
    }

    /// What is wrong with it, if anything.
    fn fault(&self) -> Option<String> {
        let Some((checklist, item, element)) = self.parts() else {
            return Some(format!("`{}` names no element of a checklist", self.element));
        };
        if self.verdict().is_none() {
            return Some(format!("`{}` is no verdict", self.verdict));
        }
        let own = digest::fingerprint(&self.country, checklist, item, element);
        (own != self.fingerprint)
            .then(|| format!("the fingerprint of `{}` in {} is another one", self.element, self.country))
    }
}

/// Whether a text claims to be a baseline, of this version or another.
pub fn is_baseline(text: &str) -> bool {
    format(text).is_ok_and(|format| format.is_some_and(|format| format.starts_with(FAMILY)))
}

fn format(text: &str) -> Result<Option<String>, serde_json::Error> {
    serde_json::from_str::<Head>(text).map(|head| head.format)
}

impl Baseline {
    /// Reads a baseline. `None` if it is not what it claims; every fault goes to `diagnostics`.
    pub fn read(files: &Files, file: FileId, diagnostics: &mut Diagnostics) -> Option<Self> {
        let text = files.get(file).map_or("", |file| &file.text);
        let format = match format(text) {
            Ok(format) => format.unwrap_or_default(),
            Err(error) => {
                diagnostics.push(syntax(text, file, &error));
                return None;
            }
        };
        if format != FORMAT {
            diagnostics.push(other(text, file, &format));
            return None;
        }
        let whole: Whole = match serde_json::from_str(text) {
            Ok(whole) => whole,
            Err(error) => {
                diagnostics.push(syntax(text, file, &error));
                return None;
            }
        };
        let mut found = Diagnostics::new();
        let mut by_fingerprint = BTreeMap::new();
        for entry in whole.findings {
            let fault = entry.fault();
            let place = || place(text, file, &entry.fingerprint);
            if let Some(headline) = fault {
                found.push(bad(headline, place()));
            } else if by_fingerprint.contains_key(&entry.fingerprint) {
                let headline = format!("`{}` stands twice for {}", entry.element, entry.country);
                found.push(bad(headline, place()));
            } else {
                by_fingerprint.insert(entry.fingerprint.clone(), entry);
            }
        }
        let sound = found.is_empty();
        diagnostics.extend(found);
        sound.then_some(Self { file, by_fingerprint })
    }

    /// Says which countries and checklists of the baseline are not among the audits at all, so that nothing is said about
    /// their entries.
    pub fn beyond<'a>(
        &self,
        files: &Files,
        audits: impl IntoIterator<Item = &'a Audit>,
        diagnostics: &mut Diagnostics,
    ) {
        let audited: BTreeSet<(&str, &str)> =
            audits.into_iter().map(|audit| (audit.country.code(), &*audit.checklist)).collect();
        let mut left: BTreeMap<(&str, &str), (usize, &Entry)> = BTreeMap::new();
        for entry in self.by_fingerprint.values() {
            let Some((checklist, ..)) = entry.parts() else { continue };
            let pair = (entry.country.as_str(), checklist);
            if !audited.contains(&pair) {
                left.entry(pair).or_insert((0, entry)).0 += 1;
            }
        }
        let Some((_, first)) = left.values().next() else { return };
        let number: usize = left.values().map(|(number, _)| number).sum();
        let pairs: Vec<String> = left.keys().map(|(country, checklist)| format!("{country} by {checklist}")).collect();
        let text = files.get(self.file).map_or("", |file| &file.text);
        let entries = if number == 1 { "entry" } else { "entries" };
        diagnostics.push(
            Diagnostic::new(
                Code::BaselineUnaudited,
                format!("the baseline has {number} {entries} of what is not audited here"),
                place(text, self.file, &first.fingerprint),
                "the first of them",
            )
            .help(format!("not audited: {}", pairs.join(", ")))
            .help("if they are gone for good, write the baseline again; else audit them too"),
        );
    }

    /// Marks every finding of an audit against the baseline, and notes the entries that the checklist no longer has.
    pub fn compare(&self, audit: &mut Audit, checklist: &Checklist) {
        let country = audit.country.code().to_owned();
        let mut met = Vec::new();
        for (item, finding) in checklist.items().map(|(_, item)| item).zip(&mut audit.findings) {
            for (element, found) in item.elements.iter().zip(&mut finding.elements) {
                let names = names(item, element);
                let prints = names
                    .iter()
                    .map(|(item, element)| digest::fingerprint(&country, &checklist.id.value, item, element));
                let entry = prints.filter_map(|print| self.by_fingerprint.get(&print)).next();
                let before = entry.and_then(Entry::verdict);
                let now = found.answer.verdict;
                found.marks.trend = Some(trend::of(before, now));
                found.marks.before = before;
                found.marks.reworded = before == Some(now) && entry.is_some_and(|entry| entry.words != found.words);
                met.extend(entry.map(|entry| entry.fingerprint.as_str()));
            }
            finding.marks.trend = Some(trend::of_item(finding.verdict, &finding.elements));
            finding.marks.reworded = finding.elements.iter().any(|element| element.marks.reworded);
        }
        let mut gone: Vec<&Entry> = self.by_fingerprint.values().collect();
        gone.retain(|entry| entry.country == country && !met.contains(&entry.fingerprint.as_str()));
        audit.gone = gone.into_iter().filter_map(|entry| self::gone(entry, &checklist.id.value)).collect();
        audit.gone.sort_by(|a, b| a.address.cmp(&b.address));
    }
}

fn gone(entry: &Entry, list: &str) -> Option<Gone> {
    let (checklist, item, element) = entry.parts()?;
    let address = format!("{item}.{element}");
    let gone = Gone { address, before: entry.verdict()?, fingerprint: entry.fingerprint.clone() };
    (checklist == list).then_some(gone)
}

/// The names under which an element may be known: its own first, then former ones.
fn names(item: &Item, element: &Element) -> Vec<(String, String)> {
    let mut names = Vec::new();
    for item in std::iter::once(&item.id).chain(&item.was) {
        for element in std::iter::once(&element.id).chain(&element.was) {
            let whole = element.value.split_once('.');
            let (item, element) = whole.unwrap_or((&item.value, &element.value));
            names.push((item.to_owned(), element.to_owned()));
        }
    }
    names
}

/// The baseline of these audits: an entry a line, in the order of country and address.
pub fn write<'a>(audits: impl IntoIterator<Item = &'a Audit>) -> String {
    let mut lines: Vec<((String, String), String)> = Vec::new();
    for audit in audits {
        for finding in &audit.findings {
            for element in &finding.elements {
                let entry = Entry {
                    country: audit.country.code().to_owned(),
                    element: format!("{}/{}.{}", audit.checklist, finding.item, element.element),
                    verdict: element.answer.verdict.name().to_owned(),
                    words: element.words.clone(),
                    fingerprint: element.fingerprint.clone(),
                };
                // A struct of texts always becomes JSON.
                let line = serde_json::to_string(&entry).unwrap_or_default();
                lines.push(((entry.country, entry.element), line));
            }
        }
    }
    lines.sort();
    lines.dedup_by(|a, b| a.0 == b.0);
    let mut out = format!("{{\n\"format\": \"{FORMAT}\",\n\"findings\": [\n");
    for (number, (_, line)) in lines.iter().enumerate() {
        let comma = if number + 1 < lines.len() { "," } else { "" };
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{line}{comma}");
    }
    out.push_str("]\n}\n");
    out
}

/// Where a fingerprint stands last; the first line, where it does not stand at all.
fn place(text: &str, file: FileId, fingerprint: &str) -> Span {
    match text.rfind(fingerprint).filter(|_| !fingerprint.is_empty()) {
        Some(at) => Span::new(file, at..at + fingerprint.len()),
        None => Span::new(file, 0..0),
    }
}

const AGAIN: &str = "write it again with `lacuna audit --write-baseline`, from a state you trust";

fn bad(headline: String, span: Span) -> Diagnostic {
    Diagnostic::new(Code::BadBaseline, headline, span, "").help(AGAIN)
}

fn syntax(text: &str, file: FileId, error: &serde_json::Error) -> Diagnostic {
    let line = error.line().max(1);
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let rest = text.get(start..).unwrap_or("").lines().next().unwrap_or("");
    let column = error.column().saturating_sub(1).min(rest.len());
    let column = (0..=column).rev().find(|at| rest.is_char_boundary(*at)).unwrap_or(0);
    let span = Span::new(file, start + column..start + column);
    let words = error.to_string();
    let words = words.split(" at line ").next().unwrap_or("");
    let diagnostic = Diagnostic::new(Code::BadBaseline, "this is no baseline", span, words);
    if text.lines().any(|line| line.starts_with("<<<<<<<")) {
        return diagnostic.help("two branches were merged and left their marks; settle them first");
    }
    diagnostic.help(AGAIN)
}

fn other(text: &str, file: FileId, format: &str) -> Diagnostic {
    let span = text.find(format).filter(|_| !format.is_empty()).map(|at| Span::new(file, at..at + format.len()));
    let span = span.unwrap_or(Span::new(file, 0..0));
    if format.starts_with(FAMILY) {
        let headline = format!("this baseline is of the version `{format}`, and this program reads `{FORMAT}`");
        return Diagnostic::new(Code::BaselineVersion, headline, span, "").help(AGAIN);
    }
    let headline = if format.is_empty() {
        format!("this is no baseline: it does not say `\"format\": \"{FORMAT}\"`")
    } else {
        format!("this is no baseline: its format is `{format}`, and `{FORMAT}` is wanted")
    };
    bad(headline, span)
}
