//! One country: its record, the numbers, the timeline, every finding in short, the sources.

use super::markup::{Attr, Markup, WebAddress};
use super::{Page, class, facts, register, timeline, verdict};
use crate::finding::{Finding, Verdict};
use crate::model::checklist::Item;
use crate::model::words::Coverage;
use crate::report::counts::Counts;
use crate::report::{Audited, Judged, phrases};

/// How many addresses stand where grounds are only mentioned.
const MOST_MENTIONED: usize = 3;

pub(super) fn write(out: &mut Markup, page: &Page<'_>, number: usize, audited: &Audited<'_>) {
    let own = [
        Attr::class("view country"),
        Attr::id(&Page::country(audited)),
        Attr::data("data-country", &number.to_string()),
    ];
    out.tag("section", &own, |out| {
        out.words("h2", &[Attr::own("tabindex", "-1")], &audited.framework.name);
        record(out, page, audited);
        numbers(out, audited);
        out.tag("h3", &[], |out| out.own("Laws, policies and commitments over time"));
        let rows = register::rows(page.region.vocabulary, audited);
        timeline::write(out, audited, page.region.day, &rows);
        register::write(out, audited, &rows);
        for (number, judged) in audited.checklists.iter().enumerate() {
            findings(out, audited, number, judged);
        }
        sources(out, audited);
    });
}

fn record(out: &mut Markup, page: &Page<'_>, audited: &Audited<'_>) {
    let framework = audited.framework;
    let coverage = match framework.coverage.value {
        Coverage::Partial => "What is not recorded counts as not assessed",
        Coverage::Complete => "It claims to be complete: what is not recorded counts as a gap",
    };
    let file = page.region.files.name(framework.country.span.file);
    let reviewed = framework.reviewed.value;
    out.words("p", &[], &format!("The record ({file}) was brought up to {reviewed}. {coverage}."));
    if let Some(note) = &framework.note {
        facts::labelled(out, "What was read", &phrases::sentence(note));
    }
}

fn numbers(out: &mut Markup, audited: &Audited<'_>) {
    out.tag("h3", &[], |out| out.own("In numbers"));
    out.tag(
        "div",
        &[Attr::class("frame"), Attr::own("tabindex", "0"), Attr::own("role", "region"), label(audited, "numbers")],
        |out| {
            out.tag("table", &[Attr::class("numbers")], |out| {
                out.tag("thead", &[], |out| {
                    out.tag("tr", &[], |out| {
                        out.tag("th", &[Attr::own("scope", "col")], |out| out.own("Items of"));
                        out.tag("th", &[Attr::own("scope", "col")], |out| out.own("assessed"));
                        for known in Verdict::ALL {
                            out.tag("th", &[Attr::own("scope", "col")], |out| verdict(out, known));
                        }
                    });
                });
                out.tag("tbody", &[], |out| {
                    for judged in &audited.checklists {
                        let counts = Counts::of(judged);
                        out.tag("tr", &[], |out| {
                            out.words("th", &[Attr::own("scope", "row")], &judged.checklist.title);
                            out.words("td", &[], &format!("{} of {}", counts.of_items.assessed(), counts.items));
                            for known in Verdict::ALL {
                                out.words("td", &[], &counts.of_items.number(known).to_string());
                            }
                        });
                    }
                });
            });
        },
    );
}

/// What a region of the page that scrolls is called.
pub(super) fn label(audited: &Audited<'_>, what: &str) -> Attr {
    Attr::label(&format!("{}: {what}", audited.framework.name))
}

fn findings(out: &mut Markup, audited: &Audited<'_>, number: usize, judged: &Judged<'_>) {
    out.words("h3", &[], &judged.checklist.title);
    out.tag(
        "div",
        &[
            Attr::class("frame"),
            Attr::own("tabindex", "0"),
            Attr::own("role", "region"),
            label(audited, &judged.checklist.title),
        ],
        |out| {
            out.tag("table", &[Attr::class("findings"), Attr::data("data-list", &number.to_string())], |out| {
                out.tag("thead", &[], |out| {
                    out.tag("tr", &[], |out| {
                        for head in ["Item", "Verdict", "In short", "Duty"] {
                            out.tag("th", &[Attr::own("scope", "col")], |out| out.own(head));
                        }
                    });
                });
                out.tag("tbody", &[], |out| {
                    for (at, (_, item, finding)) in judged.items().enumerate() {
                        out.tag("tr", &[Attr::data("data-item", &at.to_string())], |out| {
                            row(out, audited, judged, item, finding)
                        });
                    }
                });
            });
        },
    );
}

fn row(out: &mut Markup, audited: &Audited<'_>, judged: &Judged<'_>, item: &Item, finding: &Finding) {
    out.tag("th", &[Attr::own("scope", "row")], |out| {
        out.words("a", &[Attr::to(&Page::item(judged.checklist, item))], &item.title);
    });
    out.tag("td", &[class(finding.verdict)], |out| {
        let id = Page::cell(judged.checklist, item, audited);
        out.tag("a", &[Attr::to(&id)], |out| verdict(out, finding.verdict));
    });
    out.words("td", &[], &in_short(item, finding));
    let duty = if item.basis.is_empty() { "" } else { finding.duty.word() };
    out.words("td", &[], duty);
}

/// Why it is no more than it is; where it is met, what it rests on.
fn in_short(item: &Item, finding: &Finding) -> String {
    match finding.verdict {
        Verdict::Met => {
            let grounds = finding.elements.iter().flat_map(|element| &element.answer.grounds);
            phrases::sentence(&phrases::addresses(grounds, MOST_MENTIONED))
        }
        Verdict::Unknown => String::new(),
        Verdict::NotApplicable => {
            let reason = finding.elements.first().and_then(|element| element.answer.reasons.first());
            reason.map_or_else(String::new, |reason| phrases::sentence(&phrases::capital(reason)))
        }
        Verdict::Partial | Verdict::Conflict | Verdict::Gap => phrases::troubles(item, finding, 1),
    }
}

fn sources(out: &mut Markup, audited: &Audited<'_>) {
    out.tag("h3", &[], |out| out.own("Sources"));
    let cited = audited.cited();
    let cited = cited.sources();
    if cited.is_empty() {
        out.tag("p", &[], |out| out.own("The facts above name no source."));
        return;
    }
    out.tag("ol", &[Attr::class("sources")], |out| {
        for (number, source) in cited.iter().enumerate() {
            let id = Page::source(audited, number + 1);
            out.tag("li", &[Attr::id(&id)], |out| {
                let mut words = vec![source.title.to_string()];
                words.extend(source.publisher.as_ref().map(ToString::to_string));
                words.extend(source.year.as_ref().map(ToString::to_string));
                out.text(&phrases::sentence(&words.join(", ")));
                if let Some(url) = &source.url {
                    out.own(" ");
                    self::url(out, url);
                }
                if let Some(note) = &source.note {
                    out.own(" ");
                    out.text(&phrases::sentence(note));
                }
            });
        }
    });
}

/// A web address as a link that shows where it leads; what is no plain web address is shown as text.
fn url(out: &mut Markup, url: &str) {
    match WebAddress::parse(url) {
        Some(address) => {
            let own = [Attr::web(&address), Attr::own("rel", "external noopener noreferrer")];
            out.words("a", &own, url);
        }
        None => out.text(url),
    }
}
