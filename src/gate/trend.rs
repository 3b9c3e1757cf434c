//! Better, worse or the same: how a verdict stands to the one before.

use std::cmp::Ordering;

use crate::finding::{ElementFinding, Finding, Marks, Trend, Verdict};

/// How bad a verdict is to whoever guards a record; `None` where nothing is known.
///
/// A gap is worse than a conflict, in which one provision at least says what it should, and that is worse than a provision
/// that falls short. What does not concern the country is as good as met.
const fn rank(verdict: Verdict) -> Option<u8> {
    match verdict {
        Verdict::Met | Verdict::NotApplicable => Some(0),
        Verdict::Partial => Some(1),
        Verdict::Conflict => Some(2),
        Verdict::Gap => Some(3),
        Verdict::Unknown => None,
    }
}

/// How an element stands to its verdict in the baseline.
///
/// What becomes *not assessed* has worsened: a finding does not go away because its grounds were deleted. What was not
/// assessed and turns out to be wrong is new: it was no finding before.
pub fn of(before: Option<Verdict>, now: Verdict) -> Trend {
    let Some(before) = before else { return Trend::New };
    if before == now {
        return Trend::Unchanged;
    }
    match (rank(before), rank(now)) {
        (None, Some(0)) => Trend::Resolved,
        (None, _) => Trend::New,
        (Some(_), None) => Trend::Worsened,
        (Some(old), Some(new)) => match new.cmp(&old) {
            Ordering::Greater => Trend::Worsened,
            Ordering::Less if new == 0 => Trend::Resolved,
            Ordering::Less => Trend::Improved,
            Ordering::Equal => Trend::Unchanged,
        },
    }
}

/// How an item stands, by its elements: the worst that happened to any of them.
pub fn of_item(verdict: Verdict, elements: &[ElementFinding]) -> Trend {
    let trends = || elements.iter().filter_map(|element| element.marks.trend);
    let any = |wanted: Trend| trends().any(|trend| trend == wanted);
    if trends().all(|trend| trend == Trend::New) {
        Trend::New
    } else if elements.iter().any(|element| regressed(&element.marks, element.answer.verdict)) {
        Trend::Worsened
    } else if any(Trend::Improved) || any(Trend::Resolved) {
        if verdict.is_open() { Trend::Improved } else { Trend::Resolved }
    } else {
        Trend::Unchanged
    }
}

/// Whether something is wrong that was not, or is worse than it was.
pub fn regressed(standing: &Marks, verdict: Verdict) -> bool {
    match standing.trend {
        Some(Trend::Worsened) => true,
        Some(Trend::New) => verdict.is_trouble(),
        Some(Trend::Unchanged | Trend::Improved | Trend::Resolved) | None => false,
    }
}

/// Whether any element of an item regressed that nobody decided to live with.
pub fn item_regressed(finding: &Finding) -> bool {
    let waived = |element: &ElementFinding| !element.marks.waivers.is_empty();
    finding.marks.waivers.is_empty()
        && finding.elements.iter().any(|element| !waived(element) && regressed(&element.marks, element.answer.verdict))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every pair of verdicts, written out: rows are what was, columns what is, in the order of `Verdict::ALL`.
    #[test]
    fn every_pair_of_verdicts_has_its_trend() {
        // now:  met, partial, conflict, gap, unknown, not applicable
        let table = [
            (Verdict::Met, "unchanged worsened worsened worsened worsened unchanged"),
            (Verdict::Partial, "resolved unchanged worsened worsened worsened resolved"),
            (Verdict::Conflict, "resolved improved unchanged worsened worsened resolved"),
            (Verdict::Gap, "resolved improved improved unchanged worsened resolved"),
            (Verdict::Unknown, "resolved new new new unchanged resolved"),
            (Verdict::NotApplicable, "unchanged worsened worsened worsened worsened unchanged"),
        ];
        for (before, row) in table {
            let found: Vec<&str> = Verdict::ALL.into_iter().map(|now| of(Some(before), now).word()).collect();
            assert_eq!(found.join(" "), row, "{}", before.name());
        }
        assert!(Verdict::ALL.into_iter().all(|now| of(None, now) == Trend::New));
    }

    #[test]
    fn only_what_is_wrong_is_a_regression() {
        let marked = |trend| Marks { trend, ..Marks::default() };
        assert!(regressed(&marked(Some(Trend::New)), Verdict::Gap));
        assert!(!regressed(&marked(Some(Trend::New)), Verdict::Met));
        assert!(!regressed(&marked(Some(Trend::New)), Verdict::Unknown));
        assert!(regressed(&marked(Some(Trend::Worsened)), Verdict::Unknown));
        assert!(!regressed(&marked(Some(Trend::Unchanged)), Verdict::Gap));
        assert!(!regressed(&marked(None), Verdict::Gap));
    }
}
