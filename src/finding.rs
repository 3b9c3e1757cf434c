//! Findings: what an audit says about a country's law, with the grounds of every verdict. Plain data.

mod answer;
pub mod digest;
mod ground;
mod marks;
mod standing;
mod verdict;

use crate::base::Text;
use crate::base::country::Country;
use crate::base::day::{Date, Day};

pub use answer::{Answer, Missing, MissingTerm, Part, Shortfall, State};
pub use ground::{Ground, GroundKind, NearMiss, NearMissReason, PracticeNote};
pub use marks::{Gone, Marks, Trend, Waived};
pub use standing::{Act, Standing};
pub use verdict::Verdict;

/// What was found about one item of a checklist in one country on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The id of the checklist.
    pub checklist: Text,
    /// The id of the item.
    pub item: Text,
    /// The verdict on the item: its elements joined.
    pub verdict: Verdict,
    /// Whether the country owes it.
    pub duty: Duty,
    /// The same for this item and country in every run, whatever the verdict.
    pub fingerprint: String,
    /// The fingerprint of the words of its elements; another one when any of them changes.
    pub words: String,
    /// How it stands to a baseline and to waivers.
    pub marks: Marks,
    /// Its elements, in the order of the checklist.
    pub elements: Vec<ElementFinding>,
}

impl Finding {
    /// Whether somebody decided to live with it: with the item, or with each of its elements that is open.
    pub fn is_waived(&self) -> bool {
        let mut open = self.elements.iter().filter(|element| element.answer.verdict.is_open()).peekable();
        let each = open.peek().is_some() && open.all(|element| !element.marks.waivers.is_empty());
        !self.marks.waivers.is_empty() || each
    }
}

/// What was found about one element.
#[derive(Clone, Debug, PartialEq)]
pub struct ElementFinding {
    /// The id of the element.
    pub element: Text,
    /// The same for this element and country in every run, whatever the verdict.
    pub fingerprint: String,
    /// The fingerprint of what it asks and of the facts behind the verdict; another one when any of them changes.
    pub words: String,
    /// How it stands to a baseline and to waivers.
    pub marks: Marks,
    /// The verdict with its grounds.
    pub answer: Answer,
}

/// Whether a treaty obliges the country to have what an item asks.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Duty {
    /// The country is bound, on the day, by these.
    Owed(Vec<Bond>),
    /// No treaty behind the item is known to bind the country on the day.
    Recommended,
}

impl Duty {
    /// Whether the country owes it.
    pub fn is_owed(&self) -> bool {
        matches!(self, Self::Owed(_))
    }

    /// The word for it.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Owed(_) => "owed",
            Self::Recommended => "recommended",
        }
    }
}

/// One treaty article that binds the country.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Bond {
    /// The id of the treaty.
    pub instrument: Text,
    /// The name it goes by.
    pub short: Text,
    /// The article.
    pub article: Option<Text>,
    /// Since when it binds the country.
    pub since: Date,
    /// Whether that is known from memory only.
    pub recalled: bool,
}

/// One country audited against one checklist on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Audit {
    /// The country.
    pub country: Country,
    /// Its name.
    pub name: Text,
    /// The day.
    pub as_of: Day,
    /// The id of the checklist.
    pub checklist: Text,
    /// The edition of the checklist.
    pub version: u32,
    /// A finding for each item, in the order of the checklist.
    pub findings: Vec<Finding>,
    /// Entries of the baseline that the checklist no longer has.
    pub gone: Vec<Gone>,
}
