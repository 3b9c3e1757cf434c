//! The head of the page, its contents, the day, the legend, and the empty places that the script fills.

use super::markup::{Attr, Id, Markup};
use super::{Page, class, policy, verdict};
use crate::finding::Verdict;
use crate::report::phrases;

/// How many countries are named in the title; more are counted.
const MOST_NAMED: usize = 8;

pub(super) fn head(out: &mut Markup, page: &Page<'_>) {
    out.tag("head", &[], |out| {
        out.open("meta", &[Attr::own("charset", "utf-8")]);
        let policy = policy::policy();
        out.open("meta", &[Attr::own("http-equiv", "Content-Security-Policy"), Attr::content(&policy)]);
        out.open("meta", &[Attr::own("name", "viewport"), Attr::own("content", "width=device-width, initial-scale=1")]);
        out.open("meta", &[Attr::own("name", "referrer"), Attr::own("content", "no-referrer")]);
        out.open("meta", &[Attr::own("name", "color-scheme"), Attr::own("content", "light dark")]);
        out.open("link", &[Attr::own("rel", "icon"), Attr::own("href", policy::ICON)]);
        out.words("title", &[], &format!("{}, as at {}", title(page), page.region.day));
        out.asset("style", policy::STYLE);
        out.asset("script", policy::EARLY);
    });
}

fn title(page: &Page<'_>) -> String {
    let names: Vec<&str> = page.countries.iter().map(|audited| &*audited.framework.name).collect();
    let whom = if names.len() > MOST_NAMED { format!("{} countries", names.len()) } else { phrases::list(&names) };
    format!("Gap audit: {whom}")
}

pub(super) fn write(out: &mut Markup, page: &Page<'_>) {
    out.tag("a", &[Attr::class("skip"), Attr::to(&Id::own("main"))], |out| out.own("Skip to the content"));
    out.tag("header", &[], |out| {
        out.words("h1", &[], &title(page));
        intro(out, page);
        contents(out, page);
    });
    day(out, page);
}

fn intro(out: &mut Markup, page: &Page<'_>) {
    out.tag("p", &[], |out| {
        out.own("What the recorded law and policy says, set against what each checklist asks. Law as at ");
        out.tag("strong", &[], |out| {
            out.words("time", &[Attr::class("day")], &page.region.day.to_string());
        });
        out.own(". No score and no ranking: “not assessed” says something about the record, not about the law.");
    });
    for audited in &page.countries {
        for warning in audited.warnings() {
            out.words("p", &[Attr::class("note")], &format!("{}: {}", audited.framework.name, warning.words()));
        }
        for draft in audited.overlay_titles() {
            let words = format!("{}: the draft “{draft}” is laid over the law in force.", audited.framework.name);
            out.words("p", &[Attr::class("note")], &words);
        }
    }
    out.tag("noscript", &[], |out| {
        out.tag("p", &[Attr::class("note")], |out| {
            out.own(
                "Scripts are off. Everything on this page can be read below; filters, other days and the view side by \
                 side need scripts.",
            );
        });
    });
}

fn contents(out: &mut Markup, page: &Page<'_>) {
    out.tag("nav", &[Attr::label("Parts of this page")], |out| {
        out.tag("ul", &[], |out| {
            for list in page.region.checklists {
                let list = list.get();
                entry(out, &Id::of([&list.id.value]), &list.title);
            }
            out.tag("li", &[Attr::class("js-only")], |out| {
                out.tag("a", &[Attr::to(&Id::own("sides"))], |out| out.own("Side by side"));
            });
            for audited in &page.countries {
                entry(out, &Page::country(audited), &audited.framework.name);
            }
            entry(out, &Id::own("about"), "Method and limits");
            out.tag("li", &[Attr::class("js-only")], |out| {
                out.tag("a", &[Attr::to(&Id::own("all"))], |out| out.own("Everything, to print"));
            });
        });
    });
}

fn entry(out: &mut Markup, id: &Id, words: &str) {
    out.tag("li", &[], |out| out.words("a", &[Attr::to(id)], words));
}

/// The choice of a day. It is of use with scripts only.
fn day(out: &mut Markup, page: &Page<'_>) {
    let button = |out: &mut Markup, id: &'static str, label: &'static str| {
        out.tag("button", &[Attr::own("type", "button"), Attr::id(&Id::own(id))], |out| out.own(label));
    };
    out.tag("form", &[Attr::class("tools js-only"), Attr::id(&Id::own("day")), Attr::label("The day")], |out| {
        out.tag("label", &[Attr::refers("for", &Id::own("date"))], |out| out.own("Law as at"));
        out.open(
            "input",
            &[
                Attr::own("type", "date"),
                Attr::id(&Id::own("date")),
                Attr::own("required", ""),
                Attr::data("value", &page.region.day.to_string()),
            ],
        );
        button(out, "earlier", "◂ Change before");
        let slider = [
            Attr::own("type", "range"),
            Attr::id(&Id::own("slider")),
            Attr::label("Days on which a verdict changes"),
            Attr::own("min", "0"),
            Attr::own("max", "0"),
            Attr::own("value", "0"),
        ];
        out.open("input", &slider);
        button(out, "later", "Change after ▸");
        button(out, "back", "Back to the first day");
    });
}

/// What the script says about the day, and what the symbols mean.
pub(super) fn legend(out: &mut Markup) {
    out.tag("p", &[Attr::id(&Id::own("said")), Attr::own("role", "status")], |_| ());
    out.tag("details", &[Attr::class("key"), Attr::own("open", "")], |out| {
        out.tag("summary", &[], |out| out.own("What the verdicts mean"));
        out.tag("ul", &[Attr::class("legend")], |out| {
            for known in Verdict::ALL {
                out.tag("li", &[], |out| {
                    out.tag("span", &[class(known)], |out| verdict(out, known));
                    out.own(" ");
                    out.text(phrases::verdict_meaning(known));
                });
            }
        });
    });
}

/// The place of the view side by side.
pub(super) fn side_by_side(out: &mut Markup) {
    let id = Id::own("sides");
    out.tag("section", &[Attr::class("view js-only"), Attr::id(&id)], |out| {
        out.tag("h2", &[Attr::own("tabindex", "-1")], |out| out.own("Side by side"));
        out.tag("div", &[Attr::id(&Id::own("pair"))], |_| ());
    });
}

/// The place of the panel.
pub(super) fn panel(out: &mut Markup) {
    let heading = Id::own("panel-title");
    out.tag("dialog", &[Attr::id(&Id::own("panel")), Attr::refers("aria-labelledby", &heading)], |out| {
        out.tag("button", &[Attr::own("type", "button"), Attr::id(&Id::own("close"))], |out| out.own("Close"));
        out.tag("h2", &[Attr::id(&heading), Attr::own("tabindex", "-1")], |out| out.own("Finding"));
        out.tag("div", &[Attr::id(&Id::own("panel-body"))], |_| ());
    });
}
