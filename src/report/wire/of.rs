//! From what was found to the shape of the machine formats.

use super::{
    Baseline, Bond, Checklist, Counts, Effect, Element, FORMAT, Finding, Framework, Gone, Ground, Missing, NearMiss,
    Part, Practice, Remedy, Report, Shortfall, Source, Tally, Term, Waiting, Waiver, Warning,
};
use crate::base::files::Files;
use crate::diff::{self, effect::Outcome};
use crate::finding::{self, Duty, State, Verdict};
use crate::model::checklist;
use crate::report::{self, Audited, Judged, VERSION, counts};

/// The report in the shape of the machine formats.
pub fn report(report: &report::Report<'_>) -> Report {
    let frameworks = report.frameworks.iter().map(|audited| framework(report.files, audited)).collect();
    Report { format: FORMAT, tool_version: VERSION, frameworks }
}

fn framework(files: &Files, audited: &Audited<'_>) -> Framework {
    let framework = audited.framework;
    Framework {
        country: framework.country.value.to_string(),
        name: framework.name.to_string(),
        file: files.name(framework.country.span.file).to_owned(),
        as_of: audited.as_of.to_string(),
        reviewed: framework.reviewed.value.to_string(),
        coverage: framework.coverage.value.word(),
        min_confidence: audited.least.word(),
        overlays: audited.overlay_titles().iter().map(ToString::to_string).collect(),
        warnings: audited.warnings().iter().map(warning).collect(),
        checklists: audited.checklists.iter().map(|judged| checklist(files, judged)).collect(),
        sources: audited.cited().sources().iter().copied().map(source).collect(),
    }
}

/// Something about the day that bears on every finding.
pub(in crate::report) fn warning(found: &report::Warning) -> Warning {
    Warning { code: found.name(), message: found.words() }
}

/// Where facts come from.
pub(in crate::report) fn source(source: &crate::model::framework::Source) -> Source {
    Source {
        id: source.id.value.to_string(),
        title: source.title.to_string(),
        publisher: source.publisher.as_ref().map(ToString::to_string),
        year: source.year.as_ref().map(ToString::to_string),
        url: source.url.as_ref().map(ToString::to_string),
    }
}

fn checklist(files: &Files, judged: &Judged<'_>) -> Checklist {
    let counts = counts::Counts::of(judged);
    Checklist {
        id: judged.checklist.id.value.to_string(),
        title: judged.checklist.title.to_string(),
        version: judged.checklist.version,
        counts: Counts {
            items: counts.items,
            elements: counts.elements,
            assessed: counts.of_elements.assessed(),
            of_items: tally(&counts.of_items),
            of_elements: tally(&counts.of_elements),
        },
        effect: judged.effect.as_ref().map(|it| effect(files, it)),
        findings: judged.items().map(|(section, item, found)| finding(files, judged, section, item, found)).collect(),
        gone: judged.audit.gone.iter().map(gone).collect(),
    }
}

fn effect(files: &Files, effect: &diff::Effect) -> Effect {
    let with = |outcome: Outcome| effect.with(outcome).map(|standing| standing.item.to_string()).collect();
    let waiting = |waiting: &diff::effect::Waiting| Waiting {
        near_miss: near_miss(files, &waiting.near),
        bears_on: waiting.items.iter().map(|(id, _)| id.to_string()).collect(),
    };
    Effect {
        closes: with(Outcome::Closes),
        improves: with(Outcome::Improves),
        opens: with(Outcome::Opens),
        worsens: with(Outcome::Worsens),
        mixed: with(Outcome::Mixed),
        brings_into_conflict: with(Outcome::Conflicts),
        touches: with(Outcome::Touches),
        leaves_untouched: with(Outcome::Leaves),
        waiting: effect.waiting.iter().map(waiting).collect(),
    }
}

fn near_miss(files: &Files, near: &finding::NearMiss) -> NearMiss {
    NearMiss { cause: near.reason.name(), words: near.reason.words(), ground: ground(files, &near.ground) }
}

fn tally(tally: &counts::Tally) -> Tally {
    Tally {
        met: tally.number(Verdict::Met),
        partial: tally.number(Verdict::Partial),
        conflict: tally.number(Verdict::Conflict),
        gap: tally.number(Verdict::Gap),
        unknown: tally.number(Verdict::Unknown),
        not_applicable: tally.number(Verdict::NotApplicable),
    }
}

fn finding(
    files: &Files,
    judged: &Judged<'_>,
    section: &checklist::Section,
    item: &checklist::Item,
    found: &finding::Finding,
) -> Finding {
    let bonds = match &found.duty {
        Duty::Owed(bonds) => bonds.iter().map(bond).collect(),
        Duty::Recommended => Vec::new(),
    };
    let elements = item.elements.iter().zip(&found.elements);
    Finding {
        item: item.id.value.to_string(),
        section: section.id.value.to_string(),
        title: item.title.to_string(),
        requires: item.requires.to_string(),
        verdict: found.verdict.name(),
        in_force: judged.in_force(&item.id.value).map(Verdict::name),
        unverified: counts::is_unverified(found),
        doubtful: counts::is_doubtful(found),
        draft: counts::is_draft(found),
        duty: found.duty.word(),
        bonds,
        remedy: remedy(&item.remedy),
        fingerprint: found.fingerprint.clone(),
        words: found.words.clone(),
        baseline: baseline(&found.marks),
        waived: found.is_waived(),
        waivers: waivers(files, &found.marks),
        elements: elements.map(|(element, found)| self::element(files, element, found)).collect(),
    }
}

fn gone(gone: &finding::Gone) -> Gone {
    Gone { element: gone.address.clone(), before: gone.before.name(), fingerprint: gone.fingerprint.clone() }
}

fn baseline(standing: &finding::Marks) -> Option<Baseline> {
    let baseline = |trend: finding::Trend| Baseline {
        trend: trend.word(),
        before: standing.before.map(Verdict::name),
        reworded: standing.reworded,
    };
    standing.trend.map(baseline)
}

fn waivers(files: &Files, standing: &finding::Marks) -> Vec<Waiver> {
    let waiver = |waived: &finding::Waived| Waiver {
        decided_by: waived.decided_by.to_string(),
        until: waived.until.to_string(),
        reason: waived.reason.to_string(),
        file: files.name(waived.span.file).to_owned(),
        line: files.position(waived.span).line,
    };
    standing.waivers.iter().map(waiver).collect()
}

/// A treaty article that binds the country.
pub(in crate::report) fn bond(bond: &finding::Bond) -> Bond {
    Bond {
        instrument: bond.instrument.to_string(),
        short: bond.short.to_string(),
        article: bond.article.as_ref().map(ToString::to_string),
        since: bond.since.to_string(),
        recalled: bond.recalled,
    }
}

fn remedy(remedy: &checklist::Remedy) -> Remedy {
    Remedy { lever: remedy.lever.word(), pointer: remedy.pointer.to_string() }
}

fn element(files: &Files, element: &checklist::Element, found: &finding::ElementFinding) -> Element {
    let answer = &found.answer;
    let grounds = |list: &[finding::Ground]| list.iter().map(|it| ground(files, it)).collect();
    let near_miss = |near: &finding::NearMiss| near_miss(files, near);
    let part = |part: &finding::Part| Part { rule: part.text.to_string(), verdict: part.verdict.name() };
    let reasons: Vec<&str> = answer.reasons.iter().map(|reason| &**reason).collect();
    Element {
        element: element.id.value.to_string(),
        requires: element.requires.to_string(),
        rule: element.rule.text.to_string(),
        floor: element.floor.word(),
        answers: element.answers.iter().map(|answer| answer.value.to_string()).collect(),
        verdict: answer.verdict.name(),
        unverified: answer.is_unverified(),
        doubtful: answer.is_doubtful(),
        draft: answer.is_draft(),
        fingerprint: found.fingerprint.clone(),
        words: found.words.clone(),
        baseline: baseline(&found.marks),
        waivers: waivers(files, &found.marks),
        grounds: grounds(&answer.grounds),
        missing: answer.missing.iter().map(missing).collect(),
        shortfalls: answer.shortfalls.iter().map(shortfall).collect(),
        contradicts: grounds(&answer.contradicts),
        near_misses: answer.near_misses.iter().map(near_miss).collect(),
        searched: grounds(&answer.searched),
        parts: answer.parts.iter().map(part).collect(),
        reason: (!reasons.is_empty()).then(|| reasons.join("; ")),
        remedy: element.remedy.as_ref().map(remedy),
    }
}

/// A fact of the record.
pub(in crate::report) fn ground(files: &Files, ground: &finding::Ground) -> Ground {
    let place = files.position(ground.span);
    let practice = |found: &finding::PracticeNote| Practice {
        state: found.state.word(),
        note: found.note.as_ref().map(ToString::to_string),
    };
    Ground {
        kind: ground.kind.name(),
        id: ground.id.to_string(),
        instrument: ground.instrument.to_string(),
        at: ground.at.as_ref().map(ToString::to_string),
        summary: ground.summary.to_string(),
        file: files.name(ground.span.file).to_owned(),
        line: place.line,
        column: place.column,
        source: ground.source.as_ref().map(ToString::to_string),
        confidence: ground.confidence.word(),
        practice: ground.practice.as_ref().map(practice),
        draft: ground.draft,
        quote: ground.quote.as_ref().map(ToString::to_string),
        notes: ground.notes.iter().map(ToString::to_string).collect(),
    }
}

/// Terms that are not covered.
pub(in crate::report) fn missing(missing: &finding::Missing) -> Missing {
    let term = |term: &finding::MissingTerm| Term {
        id: term.id.to_string(),
        title: term.title.to_string(),
        absent: term.absent,
    };
    Missing {
        attribute: missing.attribute.to_string(),
        have: missing.have,
        of: missing.of,
        terms: missing.terms.iter().map(term).collect(),
    }
}

fn shortfall(shortfall: &finding::Shortfall) -> Shortfall {
    let says = match &shortfall.state {
        State::Unstated => None,
        State::Otherwise(value) => Some(value.to_string()),
    };
    Shortfall {
        address: shortfall.address.clone(),
        asked: shortfall.asked.to_string(),
        question: shortfall.question.to_string(),
        says,
    }
}
