//! The verdicts that the words of a file support, to be shown over them.

use std::collections::BTreeMap;

use super::state::{Read, State};
use crate::base::day::Day;
use crate::base::span::Span;
use crate::finding::Verdict;
use crate::model::overlay::Overlay;
use crate::model::words::Confidence;
use crate::{Snapshot, eval};

/// Each fact of a file on which verdicts rest, with those verdicts in words.
pub(super) fn supported(state: &State, read: &Read) -> Vec<(Span, String)> {
    let Some(framework) = &read.framework else { return Vec::new() };
    let drafts: Vec<_> = read.overlay.iter().collect();
    let reviewed = framework.get().reviewed.value;
    let day = read
        .overlay
        .as_ref()
        .map_or(reviewed, |draft| commencement(draft.get()).max(Some(reviewed)).unwrap_or(reviewed));
    let snapshot = Snapshot::new(&state.vocabulary, framework, &drafts, day, Confidence::Recalled);
    let mut found: BTreeMap<Span, Vec<(Verdict, String)>> = BTreeMap::new();
    for checklist in &state.checklists {
        let audit = eval::audit(&snapshot, checklist);
        for finding in &audit.findings {
            for element in &finding.elements {
                let answer = &element.answer;
                let name = format!("{}/{}.{}", audit.checklist, finding.item, element.element);
                for ground in answer.grounds.iter().chain(&answer.contradicts) {
                    if ground.span.file == read.file {
                        found.entry(ground.span).or_default().push((answer.verdict, name.clone()));
                    }
                }
            }
        }
    }
    let later = if day == reviewed { String::new() } else { format!(" (as at {day})") };
    found.into_iter().map(|(span, verdicts)| (span, title(verdicts) + &later)).collect()
}

/// The day from which all laws of a draft are in force, as far as it says.
fn commencement(draft: &Overlay) -> Option<Day> {
    draft.laws.iter().filter_map(|law| Some(law.period.in_force.as_ref()?.value.day)).max()
}

/// `● met: annex-d/a.b, annex-d/c.d · ◐ falls short: annex-d/e.f`
fn title(verdicts: Vec<(Verdict, String)>) -> String {
    let named = |verdict: Verdict| {
        let mut names: Vec<&str> =
            verdicts.iter().filter(|(own, _)| *own == verdict).map(|(_, name)| name.as_str()).collect();
        names.dedup();
        (!names.is_empty()).then(|| format!("{verdict}: {}", names.join(", ")))
    };
    Verdict::ALL.into_iter().filter_map(named).collect::<Vec<_>>().join(" · ")
}
