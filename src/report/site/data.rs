//! What the page's script is given: the verdicts on every day, in the smallest numbers that say it.
//!
//! A run is written as the number of the day from which it holds, in `days`, and what holds; the first day of all has
//! the number 0 and no date. Verdicts are numbers in `verdicts`, facts and sentences numbers in those of the country.

use serde::Serialize;

use super::history::{ElementState, History, ItemHistory, ItemState, Run};
use super::pool::Fact;
use super::{Region, first_day, symbol};
use crate::base::day::Day;
use crate::finding::Verdict;
use crate::report::escape::visible;

/// Everything for the script.
#[derive(Debug, Serialize)]
pub(super) struct Data<'a> {
    day: String,
    days: Vec<String>,
    verdicts: Vec<[&'static str; 3]>,
    lists: Vec<List>,
    countries: Vec<Place<'a>>,
}

/// A checklist: its items with their elements, by id.
#[derive(Debug, Serialize)]
struct List {
    id: String,
    items: Vec<(String, Vec<String>)>,
}

/// The runs of one item's verdicts, and of each of its elements'.
type Runs = (Vec<ItemRun>, Vec<Vec<ElementRun>>);

/// A country with its verdicts: checklist, item, then the item's runs and those of each element.
#[derive(Debug, Serialize)]
struct Place<'a> {
    code: String,
    name: String,
    reviewed: String,
    first: Option<String>,
    facts: &'a [Fact],
    sentences: &'a [String],
    runs: Vec<Vec<Runs>>,
}

/// Day, verdict, and the sentence on what is owed, or -1.
type ItemRun = (usize, usize, i64);

/// Day, verdict, grounds, what contradicts, notes.
type ElementRun = (usize, usize, Vec<usize>, Vec<usize>, Vec<usize>);

/// The data of a region whose countries have these histories.
pub(super) fn data<'a>(region: &Region<'_>, histories: &'a [History]) -> Data<'a> {
    let days = days(histories);
    let places = region.countries.iter().zip(histories).map(|(country, history)| {
        let framework = country.framework.get();
        Place {
            code: framework.country.value.to_string(),
            name: visible(&framework.name),
            reviewed: framework.reviewed.value.to_string(),
            first: first_day(country).map(|day| day.to_string()),
            facts: history.pool.facts(),
            sentences: history.pool.sentences(),
            runs: history.lists.iter().map(|items| items.iter().map(|it| runs(it, &days)).collect()).collect(),
        }
    });
    let countries = places.collect();
    let lists = region.checklists.iter().map(|list| List {
        id: list.get().id.value.to_string(),
        items: list
            .get()
            .items()
            .map(|(_, item)| {
                (item.id.value.to_string(), item.elements.iter().map(|it| it.id.value.to_string()).collect())
            })
            .collect(),
    });
    Data {
        day: region.day.to_string(),
        days: std::iter::once(String::new()).chain(days.iter().map(ToString::to_string)).collect(),
        verdicts: Verdict::ALL.map(|verdict| [verdict.name(), symbol(verdict), verdict.words()]).to_vec(),
        lists: lists.collect(),
        countries,
    }
}

/// Every day on which a run begins, in order, each once.
fn days(histories: &[History]) -> Vec<Day> {
    let items = histories.iter().flat_map(|history| history.lists.iter().flatten());
    let mut days: Vec<Day> = items
        .flat_map(|item| {
            let own = item.runs.iter().filter_map(|run| run.from);
            own.chain(item.elements.iter().flatten().filter_map(|run| run.from))
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}

fn runs(item: &ItemHistory, days: &[Day]) -> (Vec<ItemRun>, Vec<Vec<ElementRun>>) {
    let number = |from: Option<Day>| from.map_or(0, |day| days.partition_point(|known| *known < day) + 1);
    let own = item.runs.iter().map(|Run { from, state: ItemState { verdict, owed } }| {
        (number(*from), self::verdict(*verdict), owed.and_then(|owed| i64::try_from(owed).ok()).unwrap_or(-1))
    });
    let element = |Run { from, state }: &Run<ElementState>| {
        let ElementState { verdict, grounds, contradicts, notes } = state.clone();
        (number(*from), self::verdict(verdict), grounds, contradicts, notes)
    };
    (own.collect(), item.elements.iter().map(|runs| runs.iter().map(element).collect()).collect())
}

fn verdict(verdict: Verdict) -> usize {
    Verdict::ALL.iter().position(|known| *known == verdict).unwrap_or(0)
}
