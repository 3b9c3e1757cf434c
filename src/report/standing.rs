//! How findings stand to a baseline and to waivers, in words: the same on a terminal and in Markdown.

use super::{Audited, Judged};
use crate::finding::{Finding, Marks, Trend, Verdict, Waived};

/// What a reader must know about a finding besides its verdict, a few words each.
pub(super) fn marks(standing: &Marks, waived: bool) -> Vec<String> {
    let mut marks: Vec<String> = trend(standing).into_iter().collect();
    match standing.waivers.as_slice() {
        [] if waived => marks.push("waived in all that is open".to_owned()),
        waivers => marks.extend(waivers.iter().map(self::waived)),
    }
    marks
}

/// The marks of an item.
pub(super) fn of(finding: &Finding) -> Vec<String> {
    marks(&finding.marks, finding.is_waived())
}

/// How it stands to the baseline; nothing, where there is none.
pub(super) fn trend(standing: &Marks) -> Option<String> {
    let trend = standing.trend?;
    let was = |before: Verdict| format!("{} since the baseline, when it was: {}", trend.word(), before.words());
    Some(match (trend, standing.before) {
        (Trend::Unchanged, _) if standing.reworded => "unchanged since the baseline, on other grounds".to_owned(),
        (Trend::Unchanged, _) => "unchanged since the baseline".to_owned(),
        (Trend::New, _) => "new since the baseline".to_owned(),
        (_, Some(before)) => was(before),
        (_, None) => format!("{} since the baseline", trend.word()),
    })
}

/// A waiver in a sentence without its full stop.
pub(super) fn waived(waiver: &Waived) -> String {
    let reason = waiver.reason.trim_end_matches('.');
    format!("waived until {} by {}: {reason}", waiver.until, waiver.decided_by)
}

/// The elements of an audit by trend, where there is a baseline: `new 1 · worsened 0 · …`.
pub(super) fn tally(judged: &Judged<'_>) -> Option<String> {
    let elements = || judged.audit.findings.iter().flat_map(|finding| &finding.elements);
    elements().find(|element| element.marks.trend.is_some())?;
    let number = |trend| elements().filter(|element| element.marks.trend == Some(trend)).count();
    let mut words: Vec<String> =
        Trend::ALL.iter().map(|trend| format!("{} {}", trend.word(), number(*trend))).collect();
    words.push(format!("gone {}", judged.audit.gone.len()));
    Some(words.join(" · "))
}

/// The items that are not as they were, with their trend, in the order of the checklist.
pub(super) fn moved<'j>(judged: &'j Judged<'_>) -> Vec<(Trend, &'j Finding)> {
    let trend = |finding: &'j Finding| match finding.marks.trend? {
        Trend::Unchanged => None,
        // What is new and met, or new and not assessed, is no news.
        Trend::New if !finding.verdict.is_trouble() => None,
        trend => Some((trend, finding)),
    };
    judged.audit.findings.iter().filter_map(trend).collect()
}

/// Whether any checklist of a country was held against a baseline.
pub(super) fn has_baseline(audited: &Audited<'_>) -> bool {
    audited.checklists.iter().any(|judged| tally(judged).is_some())
}

/// Whether anything in a country is waived.
pub(super) fn has_waivers(audited: &Audited<'_>) -> bool {
    audited.checklists.iter().flat_map(|judged| &judged.audit.findings).any(|finding| {
        !finding.marks.waivers.is_empty() || finding.elements.iter().any(|it| !it.marks.waivers.is_empty())
    })
}
