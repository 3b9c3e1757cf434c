//! How the verdicts of a country change with the day: every day on which something may change, and what holds from then.

use super::Country;
use super::Region;
use super::pool::Pool;
use crate::base::day::{Date, Day};
use crate::base::span::Spanned;
use crate::eval::{self, Snapshot};
use crate::finding::{Answer, Duty, Finding, Verdict};
use crate::model::framework::{Framework, Law, Period};
use crate::model::vocabulary::Vocabulary;
use crate::report::{Audited, phrases};

/// What was found about each item of each checklist, as it changed with the day.
#[derive(Debug)]
pub(super) struct History {
    /// One for each checklist, in order; in it, one for each item.
    pub(super) lists: Vec<Vec<ItemHistory>>,
    /// What the findings name, each once.
    pub(super) pool: Pool,
}

/// One item: the verdict on it, and on each of its elements.
#[derive(Debug, Default)]
pub(super) struct ItemHistory {
    pub(super) runs: Vec<Run<ItemState>>,
    pub(super) elements: Vec<Vec<Run<ElementState>>>,
}

/// Something that holds from a day on; from the beginning, where there is no day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run<T> {
    pub(super) from: Option<Day>,
    pub(super) state: T,
}

/// What holds of an item.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ItemState {
    pub(super) verdict: Verdict,
    /// The number of the sentence on what is owed, if anything is.
    pub(super) owed: Option<usize>,
}

/// What holds of an element.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ElementState {
    pub(super) verdict: Verdict,
    /// The numbers of the facts that settled it.
    pub(super) grounds: Vec<usize>,
    /// The numbers of the facts that contradict them.
    pub(super) contradicts: Vec<usize>,
    /// The numbers of the sentences that say what is missing, or why it is no more than it is.
    pub(super) notes: Vec<usize>,
}

/// The history of a country under every checklist. What was found on the day that the page shows is not said twice.
pub(super) fn history(region: &Region<'_>, country: &Country<'_>, audited: &Audited<'_>) -> History {
    let days = days(region.vocabulary, country);
    let mut pool = Pool::default();
    let blank = |list: &crate::check::Ready<crate::model::checklist::Checklist>| {
        list.get().items().map(|_| ItemHistory::default()).collect()
    };
    let mut lists: Vec<Vec<ItemHistory>> = region.checklists.iter().map(blank).collect();
    let starts = std::iter::once(None).chain(days.iter().copied().map(Some));
    // A stretch is looked at on its last day, so that no event of it is still to come within the stretch.
    let ends = days.iter().copied().map(|day| shift(day, -1)).chain(days.last().map(|day| shift(*day, 1)));
    let ends = ends.chain(days.is_empty().then_some(region.day));
    for (from, day) in starts.zip(ends) {
        let snapshot = Snapshot::new(region.vocabulary, country.framework, &country.drafts, day, region.least);
        for (list, items) in region.checklists.iter().zip(&mut lists) {
            let audit = eval::audit(&snapshot, list);
            for (finding, item) in audit.findings.iter().zip(items) {
                item.add(from, day, finding, &mut pool);
            }
        }
    }
    let findings = audited.checklists.iter().flat_map(|judged| &judged.audit.findings);
    let answers = findings.flat_map(|finding| &finding.elements).map(|element| &element.answer);
    pool.leave_out(answers.flat_map(|answer| answer.grounds.iter().chain(&answer.contradicts)));
    History { lists, pool }
}

impl ItemHistory {
    fn add(&mut self, from: Option<Day>, day: Day, finding: &Finding, pool: &mut Pool) {
        let owed = match &finding.duty {
            Duty::Owed(bonds) => Some(pool.sentence(&phrases::bonds(bonds).join("; "))),
            Duty::Recommended => None,
        };
        extend(&mut self.runs, from, ItemState { verdict: finding.verdict, owed });
        self.elements.resize_with(finding.elements.len(), Vec::new);
        for (runs, element) in self.elements.iter_mut().zip(&finding.elements) {
            extend(runs, from, state(&element.answer, day, pool));
        }
    }
}

fn extend<T: PartialEq>(runs: &mut Vec<Run<T>>, from: Option<Day>, state: T) {
    if runs.last().is_none_or(|last| last.state != state) {
        runs.push(Run { from, state });
    }
}

fn state(answer: &Answer, day: Day, pool: &mut Pool) -> ElementState {
    let missing = answer.missing.iter().map(|it| format!("Missing: {}", phrases::sentence(&phrases::missing(it))));
    let shortfalls = phrases::shortfalls_in_short(&answer.shortfalls).into_iter();
    // The sentence holds for the whole stretch, of which the day is only the last.
    let reasons = answer.reasons.iter().map(|reason| {
        let reason = reason.replace(&day.to_string(), "this day");
        phrases::sentence(&phrases::capital(&reason))
    });
    let notes: Vec<String> = missing.chain(shortfalls).chain(reasons).collect();
    ElementState {
        verdict: answer.verdict,
        grounds: answer.grounds.iter().map(|ground| pool.fact(ground)).collect(),
        contradicts: answer.contradicts.iter().map(|ground| pool.fact(ground)).collect(),
        notes: notes.iter().map(|note| pool.sentence(note)).collect(),
    }
}

/// Every day from which something in the record holds or no longer holds, in order, each once.
pub(super) fn days(vocabulary: &Vocabulary, country: &Country<'_>) -> Vec<Day> {
    let framework = country.framework.get();
    let drafted = country.drafts.iter().flat_map(|draft| &draft.get().laws);
    let mut days: Vec<Day> = framework.laws.iter().chain(drafted).flat_map(of_law).collect();
    days.extend(of_commitments(vocabulary, framework));
    for silence in &framework.silences {
        days.extend([&silence.from, &silence.until].into_iter().flat_map(first));
    }
    days.sort_unstable();
    days.dedup();
    days
}

fn of_law(law: &Law) -> Vec<Day> {
    let periods = std::iter::once(&law.period).chain(law.provisions.iter().map(|provision| &provision.period));
    periods.flat_map(of_period).collect()
}

fn of_period(period: &Period) -> Vec<Day> {
    let starts = [&period.adopted, &period.in_force, &period.repealed].into_iter().flat_map(first);
    starts.chain(after(&period.expires)).collect()
}

fn of_commitments(vocabulary: &Vocabulary, framework: &Framework) -> Vec<Day> {
    let mut days = Vec::new();
    for found in &framework.commitments {
        let events = [
            &found.signed,
            &found.adopted,
            &found.ratified,
            &found.acceded,
            &found.succeeded,
            &found.in_force,
            &found.denounced,
        ];
        days.extend(events.into_iter().flat_map(first));
        days.extend(after(&found.expires));
        days.extend(vocabulary.instrument(found.instrument).in_force.map(|date| date.day));
        let changes = found.reservations.iter().flat_map(|reservation| [&reservation.made, &reservation.withdrawn]);
        days.extend(changes.flat_map(first));
    }
    days
}

fn first(date: &Option<Spanned<Date>>) -> Option<Day> {
    date.as_ref().map(|date| date.value.day)
}

/// The day after the last one.
fn after(date: &Option<Spanned<Date>>) -> Option<Day> {
    first(date).map(|day| shift(day, 1))
}

/// The day that is so many days later; the same one at the end of the calendar.
fn shift(day: Day, days: i32) -> Day {
    let moved = || Day::from_unix_days(Day::new(1970, 1, 1)?.days_until(day).checked_add(days)?);
    moved().unwrap_or(day)
}
