//! How many items and elements there are, how they came out, and what needs attention first.

use super::Judged;
use crate::finding::{Finding, Verdict};
use crate::model::checklist::Item;

/// The numbers of one audit. Assessed and not assessed are always told apart.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Counts {
    /// Items in all.
    pub items: usize,
    /// Elements in all.
    pub elements: usize,
    /// How the items came out.
    pub of_items: Tally,
    /// How the elements came out.
    pub of_elements: Tally,
}

/// How many came out as each verdict.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Tally([usize; Verdict::ALL.len()]);

impl Tally {
    /// Counts verdicts.
    pub fn of(verdicts: impl IntoIterator<Item = Verdict>) -> Self {
        let mut tally = Self::default();
        for verdict in verdicts {
            for (place, known) in tally.0.iter_mut().zip(Verdict::ALL) {
                *place += usize::from(known == verdict);
            }
        }
        tally
    }

    /// How many came out as this verdict.
    pub fn number(&self, verdict: Verdict) -> usize {
        self.0.iter().zip(Verdict::ALL).find(|(_, known)| *known == verdict).map_or(0, |(number, _)| *number)
    }

    /// How many were assessed.
    pub fn assessed(&self) -> usize {
        Verdict::ALL.into_iter().filter(|verdict| verdict.is_assessed()).map(|verdict| self.number(verdict)).sum()
    }
}

impl Counts {
    /// The numbers of an audit.
    pub fn of(judged: &Judged<'_>) -> Self {
        let findings = &judged.audit.findings;
        let elements = || findings.iter().flat_map(|finding| &finding.elements);
        Self {
            items: findings.len(),
            elements: elements().count(),
            of_items: Tally::of(findings.iter().map(|finding| finding.verdict)),
            of_elements: Tally::of(elements().map(|element| element.answer.verdict)),
        }
    }
}

/// The items that need attention, most urgent first: duties that are owed before recommendations; then gaps,
/// conflicts, what falls short, and what is not met only because a part was not assessed; then the order of the
/// checklist.
pub fn attention<'j, 'a>(judged: &'j Judged<'a>) -> Vec<(&'a Item, &'j Finding)> {
    let mut found: Vec<_> =
        judged.items().filter_map(|(_, item, finding)| Some((urgency(finding.verdict)?, item, finding))).collect();
    found.sort_by_key(|(urgency, _, finding)| (!finding.duty.is_owed(), *urgency, is_only_open(finding)));
    found.into_iter().map(|(_, item, finding)| (item, finding)).collect()
}

/// The items that a short list names: the first `most`, and every gap and conflict besides. A recommendation that
/// nothing answers must not disappear behind duties that are nearly met.
pub fn foremost<'j, 'a>(judged: &'j Judged<'a>, most: usize) -> Vec<(&'a Item, &'j Finding)> {
    let grave = |finding: &Finding| matches!(finding.verdict, Verdict::Gap | Verdict::Conflict);
    let all = attention(judged).into_iter().enumerate();
    all.filter(|(at, (_, finding))| *at < most || grave(finding)).map(|(_, found)| found).collect()
}

/// How urgent a verdict is, lowest first; `None` where it asks for nothing.
pub(super) const fn urgency(verdict: Verdict) -> Option<u8> {
    match verdict {
        Verdict::Gap => Some(0),
        Verdict::Conflict => Some(1),
        Verdict::Partial => Some(2),
        Verdict::Met | Verdict::Unknown | Verdict::NotApplicable => None,
    }
}

/// Whether an item is not met only because a part of it was not assessed.
pub(super) fn is_only_open(finding: &Finding) -> bool {
    urgency(finding.verdict).is_some()
        && finding.elements.iter().all(|element| urgency(element.answer.verdict).is_none())
}

/// Whether every part of the verdict that was assessed is unverified.
pub fn is_unverified(finding: &Finding) -> bool {
    let resting = |finding: &Finding| -> Vec<bool> {
        let answers = finding.elements.iter().map(|element| &element.answer).filter(|it| it.verdict.is_assessed());
        let answers = answers.filter(|answer| !answer.grounds.is_empty() || !answer.contradicts.is_empty());
        answers.map(crate::finding::Answer::is_unverified).collect()
    };
    let marks = resting(finding);
    !marks.is_empty() && marks.into_iter().all(|mark| mark)
}

/// Whether the verdict rests anywhere on a provision that the law's own text does not bear out.
pub fn is_doubtful(finding: &Finding) -> bool {
    finding.elements.iter().any(|element| element.answer.is_doubtful())
}

/// Whether the verdict rests on a draft anywhere.
pub fn is_draft(finding: &Finding) -> bool {
    finding.elements.iter().any(|element| element.answer.is_draft())
}
