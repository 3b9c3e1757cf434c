//! A finding on one element, and a diagnostic, as the machine formats report them: place, level, message.

use std::collections::BTreeMap;

use super::escape::visible;
use super::{Audited, Judged, Report, phrases, standing};
use crate::base::files::{Files, Position};
use crate::base::span::Span;
use crate::diag::{Diagnostic, Diagnostics, Severity};
use crate::finding::{Duty, ElementFinding, Finding, Ground, Trend, Verdict, digest};
use crate::model::checklist::{Element, Item, Section};

/// One element of one country.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hit<'r, 'a> {
    pub(super) audited: &'r Audited<'a>,
    pub(super) judged: &'r Judged<'a>,
    pub(super) section: &'a Section,
    pub(super) item: &'a Item,
    pub(super) finding: &'r Finding,
    pub(super) element: &'a Element,
    pub(super) found: &'r ElementFinding,
}

/// How loud a finding or a diagnostic is, loudest first.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Loudness {
    /// Owed and missing or contradictory; a file that cannot be used.
    Error,
    /// Anything else that is wrong.
    Warning,
    /// Not assessed, waived, or nothing to do.
    Note,
}

/// Every element of a report, in its order.
pub(super) fn hits<'r, 'a>(report: &'r Report<'a>) -> Vec<Hit<'r, 'a>> {
    let mut hits = Vec::new();
    for audited in &report.frameworks {
        for judged in &audited.checklists {
            for (section, item, finding) in judged.items() {
                for (element, found) in item.elements.iter().zip(&finding.elements) {
                    hits.push(Hit { audited, judged, section, item, finding, element, found });
                }
            }
        }
    }
    hits
}

impl<'r> Hit<'r, '_> {
    /// The address of the element: `annex-d/child-definition.age`.
    pub(super) fn address(&self) -> String {
        format!("{}/{}.{}", self.judged.checklist.id.value, self.item.id.value, self.element.id.value)
    }

    pub(super) fn country(&self) -> &str {
        self.audited.framework.country.value.code()
    }

    pub(super) fn verdict(&self) -> Verdict {
        self.found.answer.verdict
    }

    pub(super) fn is_waived(&self) -> bool {
        !self.found.marks.waivers.is_empty()
    }

    /// Whether the baseline knew it already.
    pub(super) fn is_known(&self) -> bool {
        matches!(self.found.marks.trend, Some(Trend::Unchanged | Trend::Improved))
    }

    pub(super) fn loudness(&self) -> Loudness {
        match (self.verdict(), self.finding.duty.is_owed()) {
            _ if self.is_waived() => Loudness::Note,
            (Verdict::Gap | Verdict::Conflict, true) => Loudness::Error,
            (Verdict::Gap | Verdict::Conflict | Verdict::Partial, _) => Loudness::Warning,
            (Verdict::Met | Verdict::Unknown | Verdict::NotApplicable, _) => Loudness::Note,
        }
    }

    /// The facts it rests on, those that settled it first.
    pub(super) fn grounds(&self) -> impl Iterator<Item = &'r Ground> {
        let answer = &self.found.answer;
        let near = answer.near_misses.iter().map(|near| &near.ground);
        answer.grounds.iter().chain(&answer.contradicts).chain(near).chain(&answer.searched)
    }

    /// Where to look first: the first fact, or the head of the record.
    pub(super) fn span(&self) -> Span {
        self.grounds().next().map_or(self.audited.framework.country.span, |ground| ground.span)
    }

    /// Country, verdict and what is asked, in a line.
    pub(super) fn title(&self) -> String {
        let asked = self.element.requires.trim_end_matches('.');
        visible(&format!("{}: {}: {asked}", self.audited.framework.name, self.verdict().words()))
    }

    /// What there is to say besides the title, a sentence each.
    pub(super) fn details(&self) -> Vec<String> {
        let answer = &self.found.answer;
        let mut words: Vec<String> = phrases::why(answer).into_iter().collect();
        if let Duty::Owed(bonds) = &self.finding.duty {
            words.push(format!("Owed: {}.", phrases::bonds(bonds).join("; ")));
        }
        let mut marks = phrases::marks([answer.is_unverified(), answer.is_doubtful(), answer.is_draft()]);
        marks.extend(standing::marks(&self.found.marks, false));
        words.extend(marks.iter().map(|mark| phrases::sentence(&phrases::capital(mark))));
        if self.verdict().is_trouble() {
            let remedy = self.element.remedy.as_ref().unwrap_or(&self.item.remedy);
            words.push(format!("For the drafter {}", phrases::remedy(remedy)));
        }
        words.iter().map(|words| visible(words)).collect()
    }

    /// Title and details in one text.
    pub(super) fn message(&self) -> String {
        let mut words = vec![format!("{}.", self.title())];
        words.extend(self.details());
        words.join(" ")
    }
}

/// First and last place of the words under a span.
pub(super) fn region(files: &Files, span: Span) -> (Position, Position) {
    (files.position(span), files.position(Span { start: span.end, ..span }))
}

/// Headline, remark and advice of a diagnostic in one text.
pub(super) fn fault_message(diagnostic: &Diagnostic) -> String {
    let mut words = vec![phrases::sentence(&phrases::capital(&diagnostic.headline))];
    words.extend((!diagnostic.primary.text.is_empty()).then(|| {
        let remark = phrases::capital(&diagnostic.primary.text);
        phrases::sentence(&remark)
    }));
    words.extend(diagnostic.help.iter().map(|help| phrases::sentence(&phrases::capital(help))));
    visible(&words.join(" "))
}

pub(super) fn fault_loudness(diagnostic: &Diagnostic) -> Loudness {
    match diagnostic.severity() {
        Severity::Error => Loudness::Error,
        Severity::Warning => Loudness::Warning,
        Severity::Note => Loudness::Note,
    }
}

/// Every diagnostic with a fingerprint of its own: the same while lines move, and no two the same.
pub(super) fn faults<'d>(diagnostics: &'d Diagnostics, files: &Files) -> Vec<(&'d Diagnostic, String)> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let print = |fault: &'d Diagnostic| {
        let file = files.name(fault.primary.span.file);
        let text = format!("{}\n{file}\n{}", fault.code.name(), fault.headline);
        let number = seen.entry(text.clone()).or_default();
        *number += 1;
        (fault, digest::digest(&format!("{text}\n{number}")))
    };
    diagnostics.iter().map(print).collect()
}
