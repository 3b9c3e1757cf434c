//! Waivers laid over the findings of an audit. Those that no longer do anything are reported.

use crate::base::span::Span;
use crate::check::Ready;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::finding::{Audit, Finding, Marks, Verdict, Waived};
use crate::model::waiver::{Waiver, Waivers};

/// Marks the findings that somebody decided to live with. Waivers for another country or checklist are passed over.
pub fn waive(audit: &mut Audit, waivers: &Ready<Waivers>, diagnostics: &mut Diagnostics) {
    for waiver in &waivers.get().list {
        if waiver.country.value == audit.country && *waiver.checklist == *audit.checklist {
            lay(audit, waiver, diagnostics);
        }
    }
}

fn lay(audit: &mut Audit, waiver: &Waiver, diagnostics: &mut Diagnostics) {
    let as_of = audit.as_of;
    // `check` has said so where the checklist has no such item.
    let Some(finding) = audit.findings.iter_mut().find(|finding| *finding.item == *waiver.item) else { return };
    let Some((verdict, words)) = target(finding, waiver) else { return };
    if waiver.until.value < as_of {
        let headline = format!("the waiver ended on {}, before the day of the audit", waiver.until.value);
        let help = "decide again and write a later day, or take the waiver away";
        diagnostics.push(warning(Code::WaiverExpired, headline, waiver.until.span, waiver).help(help));
    } else if !verdict.is_open() {
        let headline = format!("there is nothing to waive: the verdict is *{}*", verdict.words());
        diagnostics
            .push(Diagnostic::new(Code::WaiverIdle, headline, waiver.address.span, "").help("take the waiver away"));
    } else if *waiver.words.value != *words {
        let headline = "the words it was decided on have changed".to_owned();
        let help = format!("read the finding again; if the decision stands, write `words: {words}`");
        diagnostics.push(warning(Code::WaiverOvertaken, headline, waiver.words.span, waiver).help(help));
    } else {
        mark(finding, waiver);
    }
}

fn warning(code: Code, headline: String, span: Span, waiver: &Waiver) -> Diagnostic {
    Diagnostic::new(code, headline, span, "so the finding is not waived").also(waiver.address.span, "the waiver")
}

/// The verdict and the words that a waiver is about.
fn target(finding: &Finding, waiver: &Waiver) -> Option<(Verdict, String)> {
    let Some(wanted) = &waiver.element else { return Some((finding.verdict, finding.words.clone())) };
    let element = finding.elements.iter().find(|element| *element.element == **wanted)?;
    Some((element.answer.verdict, element.words.clone()))
}

fn mark(finding: &mut Finding, waiver: &Waiver) {
    let waived = Waived {
        reason: waiver.reason.clone(),
        decided_by: waiver.decided_by.clone(),
        until: waiver.until.value,
        span: waiver.address.span,
    };
    let add = |standing: &mut Marks| standing.waivers.push(waived.clone());
    if waiver.element.is_none() {
        add(&mut finding.marks);
    }
    for element in &mut finding.elements {
        let meant = waiver.element.as_ref().is_none_or(|wanted| **wanted == *element.element);
        if meant && element.answer.verdict.is_open() {
            add(&mut element.marks);
        }
    }
}
