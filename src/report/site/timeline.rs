//! The dates of a country as a drawing: a line for each law, policy and commitment, over the years.

use super::country::label;
use super::markup::{Attr, Markup};
use super::register::{Group, Row, What, dates};
use crate::base::day::Day;
use crate::report::Audited;
use crate::report::escape::visible;

/// Widths and heights, in the units of the drawing.
const LABELS: i32 = 300;
const WIDTH: i32 = 920;
const RIGHT: i32 = 14;
const ROW: i32 = 19;
const HEAD: i32 = 22;

/// The most letters of a title that stand beside its line; the table below has the whole.
const MOST_LETTERS: usize = 42;

/// The most lines of one drawing.
const MOST_ROWS: usize = 40;

/// Of every so many events, one at most may be older than the first year of the drawing.
const OLD: usize = 8;

/// The years of a drawing: what is older stands at its left edge.
struct Scale {
    first: i16,
    last: i16,
}

impl Scale {
    fn of(rows: &[Row], day: Day) -> Self {
        let mut years: Vec<i16> = rows.iter().flat_map(|row| &row.events).map(|event| event.date.day.year()).collect();
        years.push(day.year());
        years.sort_unstable();
        let first = years.get(years.len() / OLD).copied().unwrap_or(day.year());
        let last = years.last().copied().unwrap_or(day.year());
        Self { first: first.div_euclid(5) * 5, last: last.max(day.year()) + 1 }
    }

    /// Where a day stands, from left to right; at the edge, if it is older than the drawing.
    fn x(&self, day: Day) -> i32 {
        let start = |year: i16| Day::new(year, 1, 1);
        let (Some(first), Some(last)) = (start(self.first), start(self.last)) else { return LABELS };
        let whole = i64::from(first.days_until(last).max(1));
        let part = i64::from(first.days_until(day)).clamp(0, whole);
        LABELS + i32::try_from(part * i64::from(WIDTH - LABELS - RIGHT) / whole).unwrap_or(0)
    }
}

pub(super) fn write(out: &mut Markup, audited: &Audited<'_>, day: Day, rows: &[Row]) {
    let scale = Scale::of(rows, day);
    let frame = [
        Attr::class("frame drawing"),
        Attr::own("tabindex", "0"),
        Attr::own("role", "region"),
        label(audited, "timeline"),
    ];
    out.tag("div", &frame, |out| {
        for group in [Group::Laws, Group::Policies, Group::Commitments] {
            let of_group: Vec<&Row> = rows.iter().filter(|row| row.group == group).collect();
            for (number, part) in of_group.chunks(MOST_ROWS).enumerate() {
                let heading =
                    if number == 0 { group.title().to_owned() } else { format!("{}, continued", group.title()) };
                drawing(out, audited, &scale, day, &heading, part);
            }
        }
    });
    out.tag("p", &[Attr::class("key")], |out| {
        out.own(
            "A bar is the time in which something is in force or binds. ◇ adopted or signed, ● in force, ratified or \
             acceded, ✕ repealed, expired or left. The upright line is the day. What began before the first year of the \
             drawing starts at its left edge with ◂.",
        );
    });
}

/// One drawing, short enough for a page of paper.
fn drawing(out: &mut Markup, audited: &Audited<'_>, scale: &Scale, day: Day, heading: &str, rows: &[&Row]) {
    let height = HEAD + ROW * i32::try_from(rows.len()).unwrap_or(0) + 6;
    let words = format!(
        "Timeline of {}, {}: when each was made, began and ended. The table below says the same.",
        audited.framework.name,
        heading.to_lowercase()
    );
    let own = [
        Attr::own("role", "img"),
        Attr::label(&words),
        Attr::view_box(WIDTH, height),
        // What the script needs to move the line of the day.
        Attr::data("data-first", &scale.first.to_string()),
        Attr::data("data-last", &scale.last.to_string()),
        Attr::data("data-left", &LABELS.to_string()),
        Attr::data("data-right", &(WIDTH - RIGHT).to_string()),
    ];
    out.tag("svg", &own, |out| {
        years(out, scale, height);
        words_at(out, "group", 0, 12, heading);
        for (number, row) in rows.iter().enumerate() {
            line(out, scale, row, HEAD + ROW * i32::try_from(number).unwrap_or(0));
        }
        rule(out, "today", scale.x(day), 14, height);
    });
}

/// The years along the top, with a thin line each.
fn years(out: &mut Markup, scale: &Scale, height: i32) {
    let step = if scale.last - scale.first > 40 { 10 } else { 5 };
    let mut year = scale.first;
    while year < scale.last {
        if let Some(day) = Day::new(year, 1, 1) {
            let x = scale.x(day);
            rule(out, "year", x, 18, height);
            words_at(out, "years", x, 12, &year.to_string());
        }
        year += step;
    }
}

fn rule(out: &mut Markup, class: &'static str, x: i32, top: i32, bottom: i32) {
    let own = [
        Attr::class(class),
        Attr::number("x1", x),
        Attr::number("x2", x),
        Attr::number("y1", top),
        Attr::number("y2", bottom),
    ];
    out.tag("line", &own, |_| ());
}

fn words_at(out: &mut Markup, class: &'static str, x: i32, y: i32, words: &str) {
    out.words("text", &[Attr::class(class), Attr::number("x", x), Attr::number("y", y)], words);
}

fn line(out: &mut Markup, scale: &Scale, row: &Row, y: i32) {
    out.tag("g", &[], |out| {
        let name = shortened(&row.title);
        let whole = visible(&row.title);
        let told = if name == whole { dates(row) } else { format!("{whole}: {}", dates(row)) };
        out.words("title", &[], &told);
        words_at(out, "name", 8, y + 14, &name);
        if let Some((begun, ended)) = row.span {
            let left = scale.x(begun);
            let right = ended.map_or(WIDTH - RIGHT, |day| scale.x(day));
            let class = if ended.is_some() { "bar ended" } else { "bar" };
            let own = [
                Attr::class(class),
                Attr::number("x", left),
                Attr::number("y", y + 6),
                Attr::number("width", (right - left).max(2)),
                Attr::number("height", 7),
            ];
            out.tag("rect", &own, |_| ());
        }
        let mut drawn = Vec::new();
        for event in &row.events {
            let sign = match event.what {
                _ if event.date.day.year() < scale.first => "◂",
                What::Made => "◇",
                What::Begun => "●",
                What::Ended => "✕",
            };
            let place = (scale.x(event.date.day), sign);
            if !drawn.contains(&place) {
                words_at(out, "event", place.0, y + 14, sign);
                drawn.push(place);
            }
        }
    });
}

fn shortened(title: &str) -> String {
    let title = visible(title);
    if title.chars().count() <= MOST_LETTERS {
        return title;
    }
    let start: String = title.chars().take(MOST_LETTERS - 1).collect();
    format!("{}…", start.trim_end())
}
