//! One page for a region: a single HTML file that needs nothing else, to read, to click through, to mail and to print.
//!
//! Without its script the page is a document: tables, then each country, then each item, every verdict with its
//! grounds. The script shows one part at a time, filters, moves the day, and opens a panel; it adds nothing that a reader
//! without it could not find, but the verdicts on other days.
//!
//! - this file: [`Region`], what the page is made from, and the order of its parts;
//! - `markup`: HTML made of safe pieces, by type;
//! - `policy`: what the page's own policy allows, by digest;
//! - `front`: the head, the contents, the day, the legend;
//! - `matrix`: countries by items, with filters;
//! - `country`, `timeline`, `register`: one country; `item`, `facts`: one item in every country;
//! - `about`: method and limits;
//! - `history`, `pool`, `data`: the verdicts on every day, for the script;
//! - `assets`: the style sheet and the script.

mod about;
mod country;
mod data;
mod facts;
mod front;
mod history;
mod item;
mod markup;
mod matrix;
mod policy;
mod pool;
mod register;
mod timeline;

use std::collections::BTreeMap;

use self::markup::{Attr, Id, Markup};
use crate::base::country::Country as Code;
use crate::base::day::Day;
use crate::base::files::Files;
use crate::check::Ready;
use crate::eval::{self, Snapshot};
use crate::finding::Verdict;
use crate::model::checklist::{Checklist, Item};
use crate::model::framework::Framework;
use crate::model::overlay::Overlay;
use crate::model::vocabulary::Vocabulary;
use crate::model::words::Confidence;
use crate::report::{Audited, Cited, Judged, warning};

/// What a page is made from.
#[derive(Debug)]
pub struct Region<'a> {
    /// The words that records and checklists share.
    pub vocabulary: &'a Vocabulary,
    /// The texts, for lines and columns.
    pub files: &'a Files,
    /// The day that the page shows first.
    pub day: Day,
    /// Facts known less well than this are left out.
    pub least: Confidence,
    /// The checklists, in the order of the page.
    pub checklists: &'a [Ready<Checklist>],
    /// The countries; the page puts them in the order of their names.
    pub countries: Vec<Country<'a>>,
}

/// One country of a region.
#[derive(Debug)]
pub struct Country<'a> {
    /// Its record.
    pub framework: &'a Ready<Framework>,
    /// The drafts that are laid on, in order.
    pub drafts: Vec<&'a Ready<Overlay>>,
}

/// What every part of the page is given.
struct Page<'a> {
    region: &'a Region<'a>,
    countries: Vec<Audited<'a>>,
    cited: BTreeMap<Code, Cited<'a>>,
}

impl<'a> Page<'a> {
    fn of(region: &'a Region<'a>) -> Self {
        let countries: Vec<_> = region.countries.iter().map(|country| audited(region, country)).collect();
        let cited = countries.iter().map(|audited| (audited.framework.country.value, audited.cited())).collect();
        Self { region, countries, cited }
    }

    /// The number of a source in a country's list of sources.
    fn source_number(&self, audited: &Audited<'_>, key: &str) -> Option<usize> {
        self.cited.get(&audited.framework.country.value)?.number(key)
    }
}

/// The day for which every record speaks, if there is a record at all: the earliest day up to which one was brought.
pub fn common_day<'a>(frameworks: impl IntoIterator<Item = &'a Framework>) -> Option<Day> {
    frameworks.into_iter().map(|framework| framework.reviewed.value).min()
}

/// Writes the page. The same region gives the same bytes.
pub fn page(mut region: Region<'_>) -> String {
    let key = |country: &Country<'_>| {
        let framework = country.framework.get();
        (framework.name.clone(), framework.country.value)
    };
    region.countries.sort_by_key(key);
    region.countries.dedup_by_key(|country| country.framework.get().country.value);
    let region = &region;
    let page = Page::of(region);
    let mut out = Markup::new();
    out.doctype();
    out.tag("html", &[Attr::own("lang", "en")], |out| {
        front::head(out, &page);
        out.tag("body", &[], |out| body(out, &page));
    });
    out.finish()
}

fn body(out: &mut Markup, page: &Page<'_>) {
    front::write(out, page);
    out.tag("main", &[Attr::id(&Id::own("main")), Attr::own("tabindex", "-1")], |out| {
        front::legend(out);
        for (number, list) in page.region.checklists.iter().enumerate() {
            matrix::write(out, page, number, list.get());
        }
        front::side_by_side(out);
        for (number, audited) in page.countries.iter().enumerate() {
            country::write(out, page, number, audited);
        }
        for (number, list) in page.region.checklists.iter().enumerate() {
            item::list(out, page, number, list.get());
        }
        about::write(out, page);
    });
    front::panel(out);
    let countries = page.region.countries.iter().zip(&page.countries);
    let histories: Vec<_> =
        countries.map(|(country, audited)| history::history(page.region, country, audited)).collect();
    out.json(&Id::own("data"), &data::data(page.region, &histories));
    out.asset("script", policy::SCRIPT);
}

/// A country on the day that the page shows first.
fn audited<'a>(region: &'a Region<'a>, country: &'a Country<'a>) -> Audited<'a> {
    let Region { vocabulary, day, least, .. } = *region;
    let snapshot = Snapshot::new(vocabulary, country.framework, &country.drafts, day, least);
    Audited {
        framework: country.framework.get(),
        as_of: day,
        overlays: country.drafts.iter().map(|draft| draft.get()).collect(),
        least,
        checklists: region
            .checklists
            .iter()
            .map(|list| Judged { checklist: list.get(), audit: eval::audit(&snapshot, list), effect: None })
            .collect(),
    }
}

/// The earliest day of a country's record.
fn first_day(country: &Country<'_>) -> Option<Day> {
    warning::first_date(country.framework.get()).map(|date| date.day)
}

impl Page<'_> {
    /// The address of a country.
    fn country(audited: &Audited<'_>) -> Id {
        Id::of([audited.framework.country.value.code()])
    }

    /// The address of a source of a country, by its number.
    fn source(audited: &Audited<'_>, number: usize) -> Id {
        Id::of([audited.framework.country.value.code(), &format!("S{number}")])
    }

    /// The address of an item.
    fn item(list: &Checklist, item: &Item) -> Id {
        Id::of([&list.id.value, &item.id.value])
    }

    /// The address of an item in a country.
    fn cell(list: &Checklist, item: &Item, audited: &Audited<'_>) -> Id {
        Id::of([&list.id.value, &item.id.value, audited.framework.country.value.code()])
    }

    /// The address of an element of an item in a country.
    fn part(list: &Checklist, item: &Item, audited: &Audited<'_>, element: &str) -> Id {
        Id::of([&list.id.value, &item.id.value, audited.framework.country.value.code(), element])
    }
}

/// A verdict: its symbol, which is not read aloud, and its words.
fn verdict(out: &mut Markup, verdict: Verdict) {
    out.tag("i", &[Attr::own("aria-hidden", "true")], |out| out.text(symbol(verdict)));
    out.own(" ");
    out.own(verdict.words());
}

/// The symbol, kept from becoming a coloured picture.
fn symbol(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Conflict => "⚡\u{fe0e}",
        other => other.symbol(),
    }
}

/// The class by which the style sheet knows a verdict.
fn class(verdict: Verdict) -> Attr {
    Attr::class(match verdict {
        Verdict::Met => "v met",
        Verdict::Partial => "v partial",
        Verdict::Conflict => "v conflict",
        Verdict::Gap => "v gap",
        Verdict::Unknown => "v unknown",
        Verdict::NotApplicable => "v not-applicable",
    })
}
