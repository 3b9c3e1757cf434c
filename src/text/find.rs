//! From a pinpoint to the place in a law's text that it names.
//!
//! A step is looked for under the place found so far. A heading with the very word goes before a bare number, and that
//! before a numbered paragraph; among equals the one nearest to the top counts, since `art. 5` of an act is not the
//! article 5 of a treaty in its annex. Two at the same height are ambiguous.

use std::ops::Range;

use super::law::{LawText, UnitId, UnitKind};
use super::name::{is_large, is_small, name, phrase, roman, roman_of};
use super::pinpoint::{Part, Step, parts};
use super::words::{is_quote, narrow};
use crate::base::nearest::nearest;
use crate::base::span::Span;

/// How many places are named where a pinpoint leads to none or to several.
pub const MOST_CANDIDATES: usize = 4;
/// How many parts of a law are compared with a pinpoint that leads nowhere.
const MOST_COMPARED: usize = 2_000;
/// How many paragraphs are looked through for one that begins with given words.
const MOST_SEARCHED: usize = 20_000;

/// The words that a pinpoint names; several ranges for several articles.
#[derive(Clone, Debug)]
pub struct Place {
    pub(super) ranges: Vec<Range<u32>>,
    /// Where the first of them begins.
    pub span: Span,
}

impl Place {
    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ranges.iter().map(ExactSizeIterator::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// Why a pinpoint leads to no single place.
#[derive(Clone, Debug)]
pub enum Lost {
    /// It cannot be read as a pinpoint.
    Unclear,
    /// There is no such part.
    Missing {
        /// The step that is not there.
        step: String,
        /// The place under which it was looked for, unless it is the whole text: its name and where it stands.
        under: Option<(String, Span)>,
        /// What comes nearest.
        near: Vec<String>,
    },
    /// There are several.
    Ambiguous {
        /// How many.
        count: usize,
        /// The first of them, with the headings above them, and where they stand.
        among: Vec<(String, Span)>,
    },
    /// It runs from one place to another that comes before it.
    Backwards,
}

impl LawText {
    /// The place that a pinpoint names.
    ///
    /// # Errors
    ///
    /// Why there is no such place, or no single one, with what comes nearest.
    pub fn find(&self, at: &str) -> Result<Place, Lost> {
        let parts = parts(at).ok_or(Lost::Unclear)?;
        let mut place = Place { ranges: Vec::new(), span: self.unit(Self::WHOLE).span };
        let mut before = Self::WHOLE;
        for part in &parts {
            let (first, last) = match self.part_under(part, before) {
                // What follows stands under what came before, and is what is meant: `Part I, art. 1`.
                Some(found) => {
                    place.ranges.pop();
                    (found, found)
                }
                None => match (self.part(part), self.bare(part, before)) {
                    (Err(_), Some(found)) => {
                        place.ranges.pop();
                        (found, found)
                    }
                    (found, _) => found?,
                },
            };
            before = first;
            let (start, end) = (self.unit(first).plain.start, self.unit(last).plain.end);
            if end < start {
                return Err(Lost::Backwards);
            }
            if place.ranges.is_empty() {
                place.span = self.unit(first).span;
            }
            place.ranges.push(self.words_of(start..end));
        }
        if parts.is_empty() { Ok(self.whole()) } else { Ok(place) }
    }

    /// Every word of the text.
    pub(super) fn whole(&self) -> Place {
        let every = 0..narrow(self.words.len());
        Place { ranges: Vec::from([every]), span: self.unit(Self::WHOLE).span }
    }

    /// Where a part of a pinpoint may stand under the part before it, and does.
    fn part_under(&self, part: &Part, before: UnitId) -> Option<UnitId> {
        let under = part.may_be_under && part.to.is_none();
        if under { self.walk(before, &part.steps).ok() } else { None }
    }

    /// In `Part II, 7` the number is no part's but that of a heading which is a bare number.
    fn bare(&self, part: &Part, before: UnitId) -> Option<UnitId> {
        let [Step::Numbered { number, .. }] = part.steps.as_slice() else { return None };
        let mut headings = self.with_number(before, number).into_iter().filter(|id| {
            let unit = self.unit(*id);
            unit.word.is_none() && matches!(unit.kind, UnitKind::Heading(_))
        });
        let first = headings.next().filter(|_| part.word_is_understood)?;
        headings.next().is_none().then_some(first)
    }

    /// The first and the last unit of one part of a pinpoint.
    fn part(&self, part: &Part) -> Result<(UnitId, UnitId), Lost> {
        let first = self.walk(Self::WHOLE, &part.steps);
        match (first, &part.to) {
            (Ok(first), None) => Ok((first, first)),
            (Ok(first), Some(to)) => Ok((first, self.walk(Self::WHOLE, to)?)),
            (Err(lost), _) => self.range(part).ok_or(lost),
        }
    }

    /// `3-5` is an article of that number or, where there is none, articles 3 to 5.
    fn range(&self, part: &Part) -> Option<(UnitId, UnitId)> {
        let (Step::Numbered { word, number }, above) = part.steps.split_last()? else { return None };
        let (from, to) = number.split_once('-')?;
        let end = |number: &str| {
            let step = Step::Numbered { word: word.clone(), number: number.to_owned() };
            let mut steps = above.to_vec();
            steps.push(step);
            self.walk(Self::WHOLE, &steps).ok()
        };
        Some((end(from)?, end(to)?))
    }

    fn walk(&self, from: UnitId, steps: &[Step]) -> Result<UnitId, Lost> {
        steps.iter().try_fold(from, |scope, step| self.step(scope, step))
    }

    fn step(&self, scope: UnitId, step: &Step) -> Result<UnitId, Lost> {
        let tiers = match step {
            Step::Numbered { word, number } => self.numbered(scope, word.as_deref(), number),
            Step::Lettered(letter) => {
                let bare = |id: &UnitId| self.unit(*id).word.is_none();
                vec![self.with_number(scope, letter).into_iter().filter(bare).collect()]
            }
            Step::Titled(words) => vec![self.within(scope, self.titles.get(words).map_or(&[], Vec::as_slice))],
            Step::Defined(words) => self.defined(scope, words),
        };
        let Some(tier) = tiers.into_iter().find(|tier| !tier.is_empty()) else {
            let under = (scope != Self::WHOLE).then(|| (self.cite(scope), self.unit(scope).span));
            return Err(Lost::Missing { step: shown(step), under, near: self.near(scope, step) });
        };
        let highest = tier.iter().map(|id| self.unit(*id).depth).min();
        let equals: Vec<UnitId> = tier.into_iter().filter(|id| Some(self.unit(*id).depth) == highest).collect();
        match equals.as_slice() {
            [one] => Ok(*one),
            several => {
                let among = several.iter().take(MOST_CANDIDATES);
                let among = among.map(|id| (self.cite_fully(*id), self.unit(*id).span)).collect();
                Err(Lost::Ambiguous { count: several.len(), among })
            }
        }
    }

    /// The units that a word and a number can mean, best first.
    fn numbered(&self, scope: UnitId, word: Option<&str>, number: &str) -> Vec<Vec<UnitId>> {
        let all = self.with_number(scope, number);
        let heading = |id: &UnitId| matches!(self.unit(*id).kind, UnitKind::Heading(_));
        let (headings, lettered): (Vec<UnitId>, Vec<UnitId>) = all.into_iter().partition(heading);
        let Some(word) = word else { return vec![headings, lettered] };
        let (named, others): (Vec<UnitId>, Vec<UnitId>) =
            headings.into_iter().partition(|id| self.unit(*id).word.as_deref() == Some(word));
        let bare: Vec<UnitId> = others.into_iter().filter(|id| self.unit(*id).word.is_none()).collect();
        let mut tiers = vec![named];
        if is_large(word) {
            tiers.extend([bare, lettered.into_iter().filter(|id| self.is_like_article(*id)).collect()]);
        } else if is_small(word) {
            tiers.extend([lettered, bare]);
        }
        if word == "paragraph" {
            let wanted = number.parse().ok();
            let plain = |id: &UnitId| matches!(self.unit(*id).kind, UnitKind::Plain(own) if Some(own) == wanted);
            tiers.push(self.searched(scope).filter(plain).collect());
        }
        tiers
    }

    /// Whether a numbered paragraph can be a whole article: it stands under no other, and under no article's heading.
    fn is_like_article(&self, id: UnitId) -> bool {
        let mut above = self.unit(UnitId(self.unit(id).parent));
        while let UnitKind::Plain(_) = above.kind {
            above = self.unit(UnitId(above.parent));
        }
        match above.kind {
            UnitKind::Heading(_) => above.number.is_none() || above.word.as_deref().is_some_and(|word| !is_large(word)),
            UnitKind::Whole => true,
            UnitKind::Lettered | UnitKind::Plain(_) => false,
        }
    }

    /// The units under a place with a number; a Roman number of a heading is the same as its value.
    fn with_number(&self, scope: UnitId, number: &str) -> Vec<UnitId> {
        let mut found = self.within(scope, self.numbers.get(number).map_or(&[], Vec::as_slice));
        let other = match number.parse() {
            Ok(value) if (1..400).contains(&value) => Some(roman_of(value)),
            Ok(_) => None,
            Err(_) => roman(number).map(|value| value.to_string()),
        };
        if let Some(other) = other.and_then(|other| self.numbers.get(&other)) {
            let heading = |id: &UnitId| self.unit(*id).word.is_some();
            found.extend(self.within(scope, other).into_iter().filter(heading));
        }
        found
    }

    /// Those of some units, in the order of the text, that stand under a place.
    fn within(&self, scope: UnitId, units: &[u32]) -> Vec<UnitId> {
        let end = self.unit(scope).end;
        let first = units.partition_point(|id| *id <= scope.0);
        units.iter().skip(first).take_while(|id| **id < end).map(|id| UnitId(*id)).collect()
    }

    fn searched(&self, scope: UnitId) -> impl Iterator<Item = UnitId> {
        (scope.0 + 1..self.unit(scope).end).take(MOST_SEARCHED).map(UnitId)
    }

    /// The paragraphs that begin with words, in quotation marks or not; else those that hold them in quotation marks.
    fn defined(&self, scope: UnitId, words: &str) -> Vec<Vec<UnitId>> {
        let begins = |id: &UnitId| {
            let body = self.body(*id);
            let quoted = body.starts_with(is_quote);
            let (start, end) = match quoted {
                true => (1, words.len() * 2 + 8),
                false => (0, words.len() * 2 + 8),
            };
            let head: String = body.chars().skip(start).take(end).collect();
            let term = if quoted { head.split(is_quote).next().unwrap_or("").to_owned() } else { head };
            let found = phrase(&term);
            found == words || !quoted && found.strip_prefix(words).is_some_and(|rest| rest.starts_with(' '))
        };
        let titled = self.within(scope, self.titles.get(words).map_or(&[], Vec::as_slice));
        let paragraphs = self.searched(scope).filter(|id| !matches!(self.unit(*id).kind, UnitKind::Heading(_)));
        let paragraphs: Vec<UnitId> = paragraphs.filter(begins).collect();
        let mut tiers = vec![paragraphs, titled];
        if tiers.iter().all(Vec::is_empty) {
            tiers.push(self.holders(scope, words));
        }
        tiers
    }

    /// The innermost unit that holds words in quotation marks for the first time.
    fn holders(&self, scope: UnitId, words: &str) -> Vec<UnitId> {
        let range = self.words_of(self.unit(scope).plain.clone());
        let count = words.split(' ').count();
        let own = self.words.get(range.start as usize..range.end as usize).unwrap_or(&[]);
        let text = |word: &super::words::Word| self.plain.get(word.start as usize..word.end as usize).unwrap_or("");
        let found = own.windows(count + 2).position(|window| {
            let marked = window.first().is_some_and(|word| text(word).starts_with(is_quote));
            let closed = window.last().is_some_and(|word| text(word).starts_with(is_quote));
            let inner = window.get(1..window.len().saturating_sub(1)).unwrap_or(&[]);
            marked && closed && inner.iter().map(|word| phrase(text(word))).eq(words.split(' ').map(str::to_owned))
        });
        found.map(|at| self.holder(range.start + narrow(at))).into_iter().collect()
    }

    /// What comes nearest to a step that is not there.
    fn near(&self, scope: UnitId, step: &Step) -> Vec<String> {
        let number = match step {
            Step::Numbered { number, .. } | Step::Lettered(number) => Some(number),
            Step::Titled(_) | Step::Defined(_) => None,
        };
        let same = number.map(|number| self.with_number(scope, number)).unwrap_or_default();
        if !same.is_empty() {
            return same.into_iter().take(MOST_CANDIDATES).map(|id| self.cite(id)).collect();
        }
        let children: Vec<UnitId> = self.children(scope).take(MOST_COMPARED).collect();
        if matches!(step, Step::Lettered(_)) {
            let lettered = |id: &&UnitId| matches!(self.unit(**id).kind, UnitKind::Lettered);
            return children.iter().filter(lettered).take(MOST_CANDIDATES).map(|id| self.cite(*id)).collect();
        }
        let compared = self.searched(scope).take(MOST_COMPARED);
        let headings = compared.filter(|id| matches!(self.unit(*id).kind, UnitKind::Heading(_)));
        let cited: Vec<(String, String)> = headings.map(|id| self.cite(id)).map(|cite| (folded(&cite), cite)).collect();
        let wanted = match step {
            Step::Titled(words) | Step::Defined(words) => words.clone(),
            Step::Numbered { .. } | Step::Lettered(_) => shown(step),
        };
        let best = nearest(&wanted, cited.iter().map(|(folded, _)| folded.as_str()));
        let best = cited.iter().find(|(folded, _)| Some(folded.as_str()) == best);
        best.map(|(_, cite)| cite.clone()).into_iter().collect()
    }
}

/// The name of a heading as a step would name it.
fn folded(cite: &str) -> String {
    let name = name(cite);
    match (name.word, name.number) {
        (Some(word), Some(number)) => format!("{word} {number}"),
        (None, Some(number)) => number,
        _ => phrase(cite),
    }
}

/// A step in words.
fn shown(step: &Step) -> String {
    match step {
        Step::Numbered { word: Some(word), number } => format!("{word} {number}"),
        Step::Numbered { word: None, number } => number.clone(),
        Step::Lettered(letter) => format!("({letter})"),
        Step::Defined(words) => format!("\"{words}\""),
        Step::Titled(words) => words.clone(),
    }
}
