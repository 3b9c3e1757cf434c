//! Findings in words: the same sentences on a terminal and in Markdown. Writers make them safe when they print them.
//!
//! - this file: verdicts, facts, and what is lacking;
//! - `duty`: what obliges a country, and what a drafter can do.

mod duty;

pub(super) use duty::{bases, bonds, duty, remedy};

use std::collections::BTreeSet;

use super::Audited;
use super::counts::{Counts, Tally, urgency};
use crate::base::Text;
use crate::base::day::Day;
use crate::base::unique::unique;
use crate::finding::{Answer, Finding, Ground, GroundKind, Missing, MissingTerm, NearMiss, Shortfall, State, Verdict};
use crate::model::checklist::{Checklist, Item};
use crate::model::overlay::Repealed;
use crate::model::words::{Confidence, PracticeState};

/// A number with its noun: `1 item`, `3 items`.
pub(super) fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// A list as a sentence has it: `a, b and c`.
pub(super) fn list<T: AsRef<str>>(words: &[T]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// The text with a full stop, if it has no end of its own.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    let ended = text.ends_with(['.', '!', '?']) || text.ends_with(".”") || text.ends_with("?”");
    if ended || text.is_empty() { text.to_owned() } else { format!("{text}.") }
}

/// The text with a capital at its start.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a term within a sentence: small at its start, unless it is a name in capitals.
fn within(title: &str) -> String {
    let mut letters = title.chars();
    let first = letters.next().map(|first| first.to_lowercase().to_string()).unwrap_or_default();
    let rest = letters.as_str();
    let ordinary = rest.chars().next().is_none_or(|second| !second.is_uppercase());
    if ordinary { first + rest } else { title.to_owned() }
}

/// How many came out as each verdict: those that were assessed, and the others.
pub(super) fn tally(tally: &Tally) -> [String; 2] {
    [true, false].map(|assessed| {
        let verdicts = Verdict::ALL.into_iter().filter(|verdict| verdict.is_assessed() == assessed);
        let numbers = verdicts.map(|verdict| format!("{verdict} {}", tally.number(verdict)));
        numbers.collect::<Vec<_>>().join(" · ")
    })
}

/// How much was assessed, in a sentence.
pub(super) fn assessed(counts: &Counts) -> String {
    let items = counts.of_items.assessed();
    format!(
        "{} of {} and {} of {} were assessed.",
        items,
        count(counts.items, "item"),
        counts.of_elements.assessed(),
        count(counts.elements, "element")
    )
}

/// What is not covered: `3 of 5 acts; not found in the record: transfer, receipt`.
pub(super) fn missing(missing: &Missing) -> String {
    let titles = |absent: bool| -> Vec<String> {
        let terms = missing.terms.iter().filter(|term| term.absent == absent);
        terms.map(|MissingTerm { title, .. }| within(title)).collect()
    };
    let mut words = format!("{} of {} {}", missing.have, missing.of, missing.attribute.replace('-', " "));
    for (label, titles) in [("absent", titles(true)), ("not found in the record", titles(false))] {
        if !titles.is_empty() {
            words.push_str(&format!("; {label}: {}", titles.join(", ")));
        }
    }
    words
}

/// Where provisions fall short, one entry for each question: what every provision makes of it, then the question.
pub(super) fn shortfalls(shortfalls: &[Shortfall]) -> Vec<String> {
    let words = |(question, asked, answers): Question<'_>| {
        let question = if question.is_empty() { String::new() } else { format!(" Question: {}", sentence(question)) };
        format!("{}.{question} Asked for: {asked}.", answers.join("; "))
    };
    questions(shortfalls).into_iter().map(words).collect()
}

/// The same without the questions.
pub(super) fn shortfalls_in_short(shortfalls: &[Shortfall]) -> Vec<String> {
    let words = |(_, asked, answers): Question<'_>| format!("{} (asked for: {asked}).", answers.join("; "));
    questions(shortfalls).into_iter().map(words).collect()
}

/// A question, what is asked for, and what each provision makes of it.
type Question<'a> = (&'a Text, &'a Text, Vec<String>);

fn questions(shortfalls: &[Shortfall]) -> Vec<Question<'_>> {
    let mut questions: Vec<Question<'_>> = Vec::new();
    for shortfall in shortfalls {
        let Shortfall { question, asked, .. } = shortfall;
        match questions.iter_mut().find(|(other, also, _)| (*other, *also) == (question, asked)) {
            Some((.., answers)) => answers.push(stated(shortfall)),
            None => questions.push((question, asked, vec![stated(shortfall)])),
        }
    }
    questions
}

/// What one provision makes of a question.
fn stated(shortfall: &Shortfall) -> String {
    match &shortfall.state {
        State::Unstated => format!("{} does not say", shortfall.address),
        State::Otherwise(value) => format!("{} says otherwise: {}", shortfall.address, within(value)),
    }
}

/// What would have counted but for one thing.
pub(super) fn near_miss(near: &NearMiss) -> String {
    let NearMiss { ground, reason } = near;
    let address = address(ground);
    if ground.summary.is_empty() || ground.kind == GroundKind::Law {
        return format!("{address}: {}.", reason.words());
    }
    format!("{address}: {}. {}", reason.words(), sentence(&ground.summary))
}

/// The days after that of the audit on which parts of the drafts commence, in a sentence that says how to look at them.
pub(super) fn commencements(audited: &Audited<'_>) -> Option<String> {
    let laws = || audited.overlays.iter().flat_map(|draft| &draft.laws);
    let own = laws().flat_map(|law| &law.provisions).map(|provision| &provision.period);
    let dates = laws().map(|law| &law.period).chain(own).filter_map(|period| period.in_force.as_ref());
    let days: BTreeSet<Day> = dates.map(|date| date.value.day).filter(|day| audited.as_of < *day).collect();
    let days: Vec<String> = days.iter().map(ToString::to_string).collect();
    let last = days.last()?;
    let whole = laws().all(|law| law.period.in_force.as_ref().is_some_and(|date| audited.as_of < date.value.day));
    let what = match (whole, audited.overlays.len() > 1) {
        (true, true) => "The drafts commence later",
        (true, false) => "The draft commences later",
        (false, true) => "Parts of the drafts commence later",
        (false, false) => "Parts of the draft commence later",
    };
    Some(format!("{what}, on {}. --as-of {last} shows what becomes of it then.", list(&days)))
}

/// What drafts repeal once they commence, or once something else has come about: a sentence for each repeal.
pub(super) fn waiting_repeals(audited: &Audited<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let laws = || audited.overlays.iter().flat_map(|draft| &draft.laws);
    for by in laws() {
        let later = by.period.in_force.as_ref().map(|date| date.value).filter(|date| audited.as_of < date.day);
        let until = match (later, &by.period.awaits) {
            (Some(date), _) => format!("not before {date}"),
            (None, Some(what)) => format!("without effect until {what}"),
            (None, None) => continue,
        };
        for entry in &by.repeals {
            let Repealed { law, at } = Repealed::parse(&entry.value);
            let known = audited.framework.laws.iter().chain(laws()).find(|other| &*other.id.value == law);
            let title = known.map_or(law, |law| &*law.title);
            let what = at.map_or_else(|| title.to_owned(), |at| format!("{title}, {at}"));
            found.push(format!("{} repeals {what}: {until}.", by.title));
        }
    }
    found
}

/// Laws that were searched without result.
pub(super) fn searched(ground: &Ground) -> String {
    let place = ground.at.as_ref().unwrap_or(&ground.instrument);
    if ground.summary.is_empty() { sentence(place) } else { format!("{place}: {}", sentence(&ground.summary)) }
}

/// A law's own words in quotation marks, as many of them as a reader will read.
pub(super) fn quotation(quote: &str) -> String {
    /// How many words are shown.
    const MOST: usize = 60;
    let words: Vec<&str> = quote.split_whitespace().take(MOST + 1).collect();
    match words.get(..MOST).filter(|_| words.len() > MOST) {
        Some(first) => format!("“{} …”", first.join(" ")),
        None => format!("“{}”", words.join(" ")),
    }
}

/// The mark of a draft after a legal address.
pub(super) const DRAFT: &str = " (draft)";

/// The legal address of a fact, marked where it is a draft.
pub(super) fn address(ground: &Ground) -> String {
    let draft = if ground.draft { DRAFT } else { "" };
    format!("{}{draft}", ground.address())
}

/// The addresses of facts, each once, the first few of them.
pub(super) fn addresses<'g>(grounds: impl IntoIterator<Item = &'g Ground>, most: usize) -> String {
    let mut known = unique(grounds.into_iter().map(address));
    let more = known.len().saturating_sub(most);
    known.truncate(most);
    let more = if more > 0 { format!("; and {more} more") } else { String::new() };
    known.join("; ") + &more
}

/// What a fact says, with what a reader should know about it. The address is left out.
pub(super) fn says(ground: &Ground) -> String {
    let summary = match ground.kind {
        // The title stands in the address already.
        GroundKind::Law => ground.summary.strip_prefix(&*ground.instrument).unwrap_or(&ground.summary),
        _ => &ground.summary,
    };
    let summary = summary.trim_start_matches([',', ' ']);
    // A citation in brackets after the title opens the sentence here.
    let summary = match summary.strip_prefix('(').and_then(|rest| rest.rsplit_once("), ")) {
        Some((citation, dates)) => format!("{citation}; {dates}"),
        None => summary.to_owned(),
    };
    let mut words = vec![sentence(&capital(&summary))];
    words.extend(ground.notes.iter().map(|note| sentence(&capital(note))));
    words.retain(|words| !words.is_empty());
    words.join(" ")
}

/// What became of a provision in practice.
pub(super) fn practice(ground: &Ground) -> String {
    let Some(practice) = &ground.practice else { return String::new() };
    let state = match practice.state {
        PracticeState::InUse => "in use",
        PracticeState::Partly => "partly in use",
        PracticeState::OnPaper => "on paper only",
    };
    match &practice.note {
        Some(note) => format!("{state}: {note}"),
        None => state.to_owned(),
    }
}

/// Why an answer is no more than it is, in a few words; nothing where the grounds speak for themselves.
pub(super) fn why(answer: &Answer) -> Option<String> {
    let lacking = answer.missing.first().map(|found| sentence(&capital(&missing(found))));
    lacking
        .or_else(|| answer.contradicts.first().map(|ground| format!("{} contradicts it.", address(ground))))
        .or_else(|| answer.shortfalls.first().map(|it| format!("{} (asked for: {}).", stated(it), it.asked)))
        .or_else(|| answer.reasons.first().map(|reason| sentence(&capital(reason))))
        .or_else(|| {
            let silence = |ground: &&Ground| matches!(ground.kind, GroundKind::Silence | GroundKind::Coverage);
            answer.grounds.iter().find(silence).map(|ground| sentence(&ground.summary))
        })
}

/// What is wrong with an item, its worst elements first, in a sentence or two.
pub(super) fn trouble(item: &Item, finding: &Finding) -> String {
    troubles(item, finding, MOST_TROUBLES)
}

/// The same, with at most so many elements; the others are counted.
pub(super) fn troubles(item: &Item, finding: &Finding, most: usize) -> String {
    if let ([element], [_]) = (finding.elements.as_slice(), item.elements.as_slice()) {
        return why(&element.answer).unwrap_or_else(|| sentence(&item.requires));
    }
    let mut worst: Vec<_> = item.elements.iter().zip(&finding.elements).collect();
    worst.retain(|(_, found)| urgency(found.answer.verdict).is_some());
    worst.sort_by_key(|(_, found)| urgency(found.answer.verdict));
    if worst.is_empty() {
        return only_open(finding);
    }
    let shown = worst.iter().take(most).map(|(element, found)| {
        let asked = element.requires.trim_end_matches('.');
        let why = why(&found.answer).map_or_else(|| ".".to_owned(), |why| format!(": {why}"));
        format!("{} “{asked}”{why}", over(found.answer.verdict))
    });
    let mut words: Vec<String> = shown.collect();
    if let Some(more) = worst.len().checked_sub(most).filter(|more| *more > 0) {
        words.push(format!("And {more} more."));
    }
    words.join(" ")
}

/// Why an item is not met though nothing in it falls short.
pub(super) fn only_open(finding: &Finding) -> String {
    let open = finding.elements.iter().filter(|found| found.answer.verdict == Verdict::Unknown).count();
    let elements = count(finding.elements.len(), "element");
    format!("Met as far as it was assessed; {open} of {elements} not assessed.")
}

/// The verdict as the beginning of a sentence that goes on with what is required.
const fn over(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "Met:",
        Verdict::Partial => "Falls short of",
        Verdict::Conflict => "Conflict over",
        Verdict::Gap => "Gap in",
        Verdict::Unknown => "Not assessed:",
        Verdict::NotApplicable => "Not applicable:",
    }
}

/// How many elements of an item are named where it is mentioned in short.
const MOST_TROUBLES: usize = 2;

/// Where a checklist was published.
pub(super) fn origin(checklist: &Checklist) -> String {
    let origin = &checklist.origin;
    let mut words = vec![origin.title.to_string()];
    words.extend(origin.publisher.as_ref().map(ToString::to_string));
    words.extend(origin.year.as_ref().map(ToString::to_string));
    words.extend(origin.annex.as_ref().map(|annex| format!("Annex {annex}")));
    words.extend(origin.pages.as_ref().map(|pages| {
        let several = pages.contains(['-', '–', ',']);
        format!("{} {pages}", if several { "pages" } else { "page" })
    }));
    words.join(", ")
}

/// What a verdict means, for readers who see it for the first time.
pub(super) const fn verdict_meaning(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "the record shows it, and where",
        Verdict::Partial => "it is addressed, but less than what is required; what is lacking is named",
        Verdict::Conflict => "one provision satisfies it and another contradicts it, or sources disagree",
        Verdict::Gap => "it was looked for and is not there",
        Verdict::Unknown => "the record does not show that anyone looked; this is no statement about the law",
        Verdict::NotApplicable => "it does not concern this country",
    }
}

/// What a degree of confidence means.
pub(super) const fn confidence_meaning(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Verified => "the text itself was read",
        Confidence::Reported => "known from a report, a commentary or a summary",
        Confidence::Recalled => "known from memory: a lead, not evidence",
    }
}

/// What a reader must know about a verdict besides the verdict: whether it is unverified, doubtful, and rests on a draft.
pub(super) fn marks(marked: [bool; 3]) -> Vec<String> {
    let words = [
        "unverified: without what is known from memory only it would not stand",
        "a pinpoint or quotation behind it does not stand in the law’s own text",
        "a draft that is not in force is counted in",
    ];
    words.into_iter().zip(marked).filter(|(_, marked)| *marked).map(|(words, _)| words.to_owned()).collect()
}
