//! Many countries against one checklist: tables of items by countries, and what only shows side by side.
//!
//! Takes findings that the caller hands in, and only reads them. Nothing here orders countries by how they came out: there
//! is no score and no ranking.
//!
//! - this file: [`Comparison`], the table itself, with its cells;
//! - `gaps`: gaps that countries share; what one has and another lacks;
//! - `duties`: commitments without a law that answers, and laws without a commitment behind them;
//! - `conflicts`: where sources or provisions disagree, and who says what;
//! - `counts`: how many came out as each verdict, for each country and section.

mod conflicts;
mod counts;
mod duties;
mod gaps;

use crate::finding::{Answer, Audit, ElementFinding, Finding, Standing, Verdict};
use crate::model::checklist::{Checklist, Element, Item, Section};
use crate::model::framework::Framework;

pub use conflicts::Conflict;
pub use counts::Count;
pub use duties::{Answered, Unanswered, Unobliged};
pub use gaps::{Neighbour, SharedGap};

/// One country of a comparison: its record and what an audit found.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The record.
    pub framework: &'a Framework,
    /// The audit against the checklist.
    pub audit: &'a Audit,
}

/// Countries side by side against one checklist.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    /// The checklist.
    pub checklist: &'a Checklist,
    /// The countries, in the alphabetical order of their names.
    pub columns: Vec<Column<'a>>,
    /// The items that were asked for, in the order of the checklist.
    pub items: Vec<ItemRow<'a>>,
}

/// One item in every country.
#[derive(Clone, Debug)]
pub struct ItemRow<'a> {
    /// The section it is in.
    pub section: &'a Section,
    /// The item.
    pub item: &'a Item,
    /// What was found, in the order of the countries.
    pub findings: Vec<&'a Finding>,
}

/// A line of the table: an item, or one of its elements.
#[derive(Clone, Debug)]
pub struct Row<'a> {
    /// Where it stands in the checklist.
    pub place: Place<'a>,
    /// A cell for each country.
    pub cells: Vec<Cell<'a>>,
}

/// An item of the checklist, or an element of it.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The section.
    pub section: &'a Section,
    /// The item.
    pub item: &'a Item,
    /// The element, where it is not the item as a whole.
    pub element: Option<&'a Element>,
}

/// What was found about one line in one country.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// What was found about the item.
    pub finding: &'a Finding,
    /// What was found about the element, where the line is about one.
    pub element: Option<&'a ElementFinding>,
}

/// Whether a line of the table is an item or an element.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum By {
    /// Items.
    Items,
    /// Elements.
    Elements,
}

impl<'a> Comparison<'a> {
    /// Puts countries side by side. `only` holds ids of sections or items, alone or after the checklist's id and a slash;
    /// everything is compared where it holds none.
    pub fn new(checklist: &'a Checklist, mut columns: Vec<Column<'a>>, only: &[String]) -> Self {
        columns.sort_by_key(|column| {
            let name = column.framework.name.to_lowercase();
            (name, column.framework.country.value.code(), column.framework.country.span)
        });
        let rows = checklist.items().enumerate().map(|(number, (section, item))| {
            let findings = columns.iter().filter_map(|column| column.audit.findings.get(number)).collect();
            ItemRow { section, item, findings }
        });
        let items = rows.filter(|row| is_wanted(checklist, row.section, row.item, only)).collect();
        Self { checklist, columns, items }
    }

    /// The lines of the table.
    pub fn rows(&self, by: By) -> Vec<Row<'a>> {
        self.items.iter().flat_map(|row| row.rows(by)).collect()
    }
}

/// Whether an item was asked for.
pub fn is_wanted(checklist: &Checklist, section: &Section, item: &Item, only: &[String]) -> bool {
    let names = |wanted: &String| {
        let list = format!("{}/", checklist.id.value);
        let id = wanted.strip_prefix(&list).unwrap_or(wanted);
        *id == *section.id.value || *id == *item.id.value
    };
    only.is_empty() || only.iter().any(names)
}

impl<'a> ItemRow<'a> {
    /// The lines of the table that the item takes.
    pub fn rows(&self, by: By) -> Vec<Row<'a>> {
        let Self { section, item, findings } = self;
        let place = Place { section, item, element: None };
        match by {
            By::Items => {
                let cells = findings.iter().map(|finding| Cell { finding, element: None }).collect();
                vec![Row { place, cells }]
            }
            By::Elements => {
                let line = |(number, element): (usize, &'a Element)| {
                    let cell = |finding: &&'a Finding| Cell { finding, element: finding.elements.get(number) };
                    Row { place: Place { element: Some(element), ..place }, cells: findings.iter().map(cell).collect() }
                };
                item.elements.iter().enumerate().map(line).collect()
            }
        }
    }
}

impl Place<'_> {
    /// The address within the checklist: `item` or `item.element`.
    pub fn address(&self) -> String {
        match self.element {
            Some(element) => format!("{}.{}", self.item.id.value, element.id.value),
            None => self.item.id.value.to_string(),
        }
    }

    /// What is asked, in a few words: the title of the item, or what the element asks; of an item's only element, the
    /// title too.
    pub fn title(&self) -> &str {
        match self.element {
            Some(element) if self.item.elements.len() > 1 => &element.requires,
            _ => &self.item.title,
        }
    }
}

impl<'a> Cell<'a> {
    /// The verdict.
    pub fn verdict(&self) -> Verdict {
        self.element.map_or(self.finding.verdict, |element| element.answer.verdict)
    }

    /// The answers behind it.
    pub fn answers(&self) -> Vec<&'a Answer> {
        match self.element {
            Some(element) => vec![&element.answer],
            None => self.finding.elements.iter().map(|element| &element.answer).collect(),
        }
    }

    /// Where the country stands to the instruments that the line asks about, each standing once.
    pub fn standings(&self) -> Vec<Standing> {
        let mut found: Vec<Standing> = Vec::new();
        for standing in self.answers().into_iter().flat_map(|answer| &answer.standings) {
            if !found.contains(standing) {
                found.push(*standing);
            }
        }
        found
    }

    /// Whether every answer that it rests on is unverified.
    pub fn is_unverified(&self) -> bool {
        let answers = self.answers();
        // What contradicts stands beside grounds, never alone.
        let mut resting = answers.iter().filter(|it| it.verdict.is_assessed() && !it.grounds.is_empty());
        let all = resting.clone().all(|answer| answer.is_unverified());
        resting.next().is_some() && all
    }

    /// Whether it rests on a draft.
    pub fn is_draft(&self) -> bool {
        self.answers().iter().any(|answer| answer.is_draft())
    }
}
