//! What a country has, with its dates: laws, policies and commitments, as rows for a drawing and as a table.

use super::country::label;
use super::markup::{Attr, Markup};
use crate::base::day::{Date, Day};
use crate::base::span::Spanned;
use crate::model::framework::{Commitment, Law};
use crate::model::vocabulary::Vocabulary;
use crate::model::words::Tier;
use crate::report::Audited;

/// One law, policy, treaty or agreement with its dates.
#[derive(Debug)]
pub(super) struct Row {
    pub(super) title: String,
    pub(super) group: Group,
    /// What happened and when, in order.
    pub(super) events: Vec<Event>,
    /// The time in which it is in force, or binds.
    pub(super) span: Option<(Day, Option<Day>)>,
    /// What a reader should know.
    pub(super) mark: Option<&'static str>,
}

/// The parts of the register, in its order.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(super) enum Group {
    /// Laws.
    Laws,
    /// Policies.
    Policies,
    /// Treaties, declarations and agreements.
    Commitments,
}

impl Group {
    /// Its heading.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Laws => "Laws",
            Self::Policies => "Policies",
            Self::Commitments => "Treaties and agreements",
        }
    }
}

/// Something that happened.
#[derive(Clone, Copy, Debug)]
pub(super) struct Event {
    pub(super) what: What,
    pub(super) word: &'static str,
    pub(super) date: Date,
}

/// How an event is drawn.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum What {
    /// Adopted or signed: not yet binding.
    Made,
    /// In force or bound.
    Begun,
    /// Repealed, expired or left.
    Ended,
}

/// Everything a country has that carries a date, group by group, the oldest first.
pub(super) fn rows(vocabulary: &Vocabulary, audited: &Audited<'_>) -> Vec<Row> {
    let drafted = audited.overlays.iter().flat_map(|overlay| &overlay.laws).map(|law| (law, Some("draft")));
    let laws = audited.framework.laws.iter().map(|law| (law, None)).chain(drafted);
    let mut rows: Vec<Row> = laws.map(|(law, mark)| of_law(law, mark)).collect();
    rows.extend(audited.framework.commitments.iter().map(|found| of_commitment(vocabulary, found)));
    rows.retain(|row| !row.events.is_empty());
    for row in &mut rows {
        row.events.sort_by_key(|event| event.date.day);
    }
    let first = |row: &Row| row.events.first().map(|event| event.date.day);
    rows.sort_by(|a, b| (a.group, first(a), &a.title).cmp(&(b.group, first(b), &b.title)));
    rows
}

fn of_law(law: &Law, mark: Option<&'static str>) -> Row {
    let period = &law.period;
    let dates = [
        (What::Made, "adopted", &period.adopted),
        (What::Begun, "in force", &period.in_force),
        (What::Ended, "repealed", &period.repealed),
        (What::Ended, "expires", &period.expires),
    ];
    let group = match law.tier {
        Tier::Law => Group::Laws,
        Tier::Policy => Group::Policies,
    };
    row(law.title.to_string(), group, &dates, mark)
}

fn of_commitment(vocabulary: &Vocabulary, found: &Commitment) -> Row {
    let dates = [
        (What::Made, "signed", &found.signed),
        (What::Made, "adopted", &found.adopted),
        (What::Begun, "ratified", &found.ratified),
        (What::Begun, "acceded", &found.acceded),
        (What::Begun, "succeeded", &found.succeeded),
        (What::Begun, "in force", &found.in_force),
        (What::Ended, "denounced", &found.denounced),
        (What::Ended, "expires", &found.expires),
    ];
    let mark = found.disputed.as_ref().map(|_| "sources disagree");
    let mark = mark.or((!found.territory.is_empty()).then_some("for a part of the country"));
    row(vocabulary.instrument(found.instrument).short.to_string(), Group::Commitments, &dates, mark)
}

fn row(
    title: String,
    group: Group,
    dates: &[(What, &'static str, &Option<Spanned<Date>>)],
    mark: Option<&'static str>,
) -> Row {
    let event = |(what, word, date): &(What, &'static str, &Option<Spanned<Date>>)| {
        let date = date.as_ref()?.value;
        Some(Event { what: *what, word, date })
    };
    let events: Vec<Event> = dates.iter().filter_map(event).collect();
    let days = |what: What| events.iter().filter(move |event| event.what == what).map(|event| event.date.day);
    let span = days(What::Begun).min().map(|begun| (begun, days(What::Ended).min()));
    Row { title, group, events, span, mark }
}

/// The rows as a table, for those who do not see the drawing.
pub(super) fn write(out: &mut Markup, audited: &Audited<'_>, rows: &[Row]) {
    out.tag("details", &[], |out| {
        out.tag("summary", &[], |out| out.own("The same as a table"));
        let own =
            [Attr::class("frame"), Attr::own("tabindex", "0"), Attr::own("role", "region"), label(audited, "dates")];
        out.tag("div", &own, |out| {
            out.tag("table", &[Attr::class("register")], |out| {
                out.tag("thead", &[], |out| {
                    out.tag("tr", &[], |out| {
                        for head in ["Title", "Kind", "Dates"] {
                            out.tag("th", &[Attr::own("scope", "col")], |out| out.own(head));
                        }
                    });
                });
                out.tag("tbody", &[], |out| {
                    for row in rows {
                        out.tag("tr", &[], |out| {
                            out.words("th", &[Attr::own("scope", "row")], &row.title);
                            out.words("td", &[], row.group.title());
                            out.words("td", &[], &dates(row));
                        });
                    }
                });
            });
        });
    });
}

/// The dates of a row in words.
pub(super) fn dates(row: &Row) -> String {
    let mut words: Vec<String> = row.events.iter().map(|event| format!("{} {}", event.word, event.date)).collect();
    words.extend(row.mark.map(str::to_owned));
    words.join("; ")
}
