//! `lacuna diff`: two sides in, what changed between them out.

use super::args::DiffOptions;
use super::exit::Exit;
use super::input::Input;
use super::output;
use super::sides::{Entry, Shelf, Spec, file, is_like_a_day};
use crate::base::day::Day;
use crate::check::Ready;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::checklist::Checklist;
use crate::model::overlay::Overlay;
use crate::model::vocabulary::Vocabulary;
use crate::report::diff::{Changes, Country, Format, Lone, write};
use crate::{Given, changes, read_checklist, read_overlay};

/// Runs the command.
pub(super) fn run(options: &DiffOptions) -> Exit {
    let (format, (old, new)) = match format(options).and_then(|format| Ok((format, specs(options)?))) {
        Ok(found) => found,
        Err(words) => {
            output::complain(&words);
            return Exit::Usage;
        }
    };
    let mut input = Input::default();
    let Some(vocabulary) = input.vocabulary(options.vocabulary.as_deref()) else {
        return output::report_faults(&mut input, options.color);
    };
    let after = input.checklists(&options.checklist, &vocabulary);
    let before = match former_checklists(&mut input, options, &after, &vocabulary) {
        Ok(found) => found,
        Err(words) => {
            output::complain(&words);
            return Exit::Usage;
        }
    };
    let one = Shelf::read(&mut input, &new, None, &vocabulary);
    // What is read once is the same record on both sides.
    let same = old.revision == new.revision && old.path == new.path;
    let other = (!same).then(|| Shelf::read(&mut input, &old, options.since.as_ref().map(|_| &new), &vocabulary));
    let (new_shelf, old_shelf) = (&one, other.as_ref().unwrap_or(&one));
    let pairs = pairs(&mut input, old_shelf, new_shelf, options.across);
    let laid = drafts(&mut input, options, &pairs, &vocabulary);
    let faults = output::report_faults(&mut input, options.color);
    if pairs.is_empty() || after.is_empty() {
        return faults.or(Exit::BadInput);
    }
    let standards: Vec<_> =
        after.iter().map(|new| (before.iter().find(|old| old.get().id == new.get().id).unwrap_or(new), new)).collect();
    let question = Question { options, vocabulary: &vocabulary, old: &old, new: &new, standards };
    let countries = pairs.iter().zip(&laid).filter_map(|(pair, laid)| question.answer(*pair, laid)).collect();
    let changes = Changes { files: &input.files, countries };
    let failed = options.fail_on.iter().any(|level| changes.has(*level));
    let mut text = String::new();
    // Writing to a String cannot fail.
    let _ = write(&changes, format, output::stdout_look(options.color), &mut text);
    let written = match &options.out {
        Some(path) => output::write(path, &text),
        None => output::print(&text),
    };
    faults.or(if failed { Exit::Found } else { Exit::Clean }).or(written)
}

/// What is asked of every pair of records.
struct Question<'a> {
    options: &'a DiffOptions,
    vocabulary: &'a Vocabulary,
    old: &'a Spec,
    new: &'a Spec,
    standards: Vec<(&'a Ready<Checklist>, &'a Ready<Checklist>)>,
}

impl<'a> Question<'a> {
    fn answer(&self, pair: Pair<'a>, laid: &'a Laid) -> Option<Country<'a>> {
        let lone =
            |spec: &Spec, entry: &'a Entry| Lone { framework: entry.framework.get(), day: self.day(spec, entry) };
        match (pair.old, pair.new) {
            (Some(one), Some(other)) => {
                let before = self.given(self.old, one, &laid.old);
                let after = self.given(self.new, other, &laid.new);
                let least = self.options.min_confidence;
                let comparison = changes(self.vocabulary, &before, &after, &self.standards, least);
                Some(Country::Compared(Box::new(comparison)))
            }
            (None, Some(entry)) => Some(Country::Added(lone(self.new, entry))),
            (Some(entry), None) => Some(Country::Removed(lone(self.old, entry))),
            (None, None) => None,
        }
    }

    fn given(&self, spec: &Spec, entry: &'a Entry, drafts: &'a [Ready<Overlay>]) -> Given<'a> {
        let (drafts, day) = (drafts.iter().collect(), self.day(spec, entry));
        Given { framework: &entry.framework, drafts, day, passages: Vec::new() }
    }

    /// The day of a side: its own, that of `--as-of`, or the last day for which the record speaks.
    fn day(&self, spec: &Spec, entry: &Entry) -> Day {
        spec.day.or(self.options.as_of).unwrap_or(entry.framework.get().reviewed.value)
    }
}

fn format(options: &DiffOptions) -> Result<Format, String> {
    let Some(name) = &options.format else {
        let screen = options.out.is_none() && output::is_terminal();
        return Ok(if screen { Format::Text } else { Format::Markdown });
    };
    Format::parse(name).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        format!("there is no format `{name}`; the formats are: {}", names.join(", "))
    })
}

/// The two sides that the command line names.
fn specs(options: &DiffOptions) -> Result<(Spec, Spec), String> {
    match (options.sides.as_slice(), &options.since) {
        ([old, new], None) => Ok((Spec::parse(old)?, Spec::parse(new)?)),
        ([_, _], Some(_)) => {
            Err("--since names the old side, and so does the first of two paths; give one path".to_owned())
        }
        ([new], Some(since)) => {
            let new = Spec::parse(new)?;
            let old = match Day::parse(since) {
                Some(day) => Spec { day: Some(day), ..new.clone() },
                None if is_like_a_day(since) => {
                    return Err(format!("`{since}` is no day of the calendar"));
                }
                None => Spec { revision: Some(since.clone()), ..new.clone() },
            };
            Ok((old, new))
        }
        ([new], None) if !options.drafts.is_empty() || !options.old_drafts.is_empty() => {
            let new = Spec::parse(new)?;
            Ok((new.clone(), new))
        }
        _ => Err("one side alone says nothing about a change; give a second one, or --with, or --since".to_owned()),
    }
}

/// The editions of checklists that are asked for on the old side alone.
fn former_checklists(
    input: &mut Input,
    options: &DiffOptions,
    after: &[Ready<Checklist>],
    vocabulary: &Vocabulary,
) -> Result<Vec<Ready<Checklist>>, String> {
    let mut found = Vec::new();
    for name in &options.old_checklist {
        let spec = Spec::parse(name)?;
        if spec.day.is_some() {
            return Err(format!("`{name}`: a checklist has no day"));
        }
        let Some(file) = file(input, &spec) else { continue };
        let Some(checklist) = read_checklist(&input.files, file, vocabulary, &mut input.diagnostics) else { continue };
        let id = &checklist.get().id;
        if !after.iter().any(|new| new.get().id == *id) {
            return Err(format!("`{name}` is the checklist `{}`, which the new side is not measured by", id.value));
        }
        found.push(checklist);
    }
    Ok(found)
}

/// A country on both sides, or on one of them.
#[derive(Clone, Copy)]
struct Pair<'s> {
    old: Option<&'s Entry>,
    new: Option<&'s Entry>,
}

/// The drafts that are laid on a pair.
#[derive(Default)]
struct Laid {
    old: Vec<Ready<Overlay>>,
    new: Vec<Ready<Overlay>>,
}

/// Which record of one side is compared with which of the other: by country, and by the name of the file where a country
/// has several.
fn pairs<'s>(input: &mut Input, old: &'s Shelf, new: &'s Shelf, across: bool) -> Vec<Pair<'s>> {
    if let ([one], [other]) = (old.entries.as_slice(), new.entries.as_slice())
        && old.single
        && new.single
    {
        let (a, b) = (&one.framework.get().country, &other.framework.get().country);
        if a == b || across {
            return vec![Pair { old: Some(one), new: Some(other) }];
        }
        let headline = format!("the two sides are two countries, {} and {}", a.value, b.value);
        input.diagnostics.push(
            Diagnostic::new(Code::TwoCountries, headline, b.span, "the new side").also(a.span, "the old side").help(
                "that one country has what another lacks is no change; give --across to compare them all the same",
            ),
        );
        return Vec::new();
    }
    let mut left: Vec<&Entry> = old.entries.iter().collect();
    let mut found = Vec::new();
    for entry in &new.entries {
        let country = |other: &&&Entry| other.framework.get().country == entry.framework.get().country;
        let named = left.iter().position(|other| country(&other) && other.file == entry.file);
        let place = named.or_else(|| left.iter().position(|other| country(&other)));
        let partner = place.map(|place| left.remove(place));
        found.push(Pair { old: partner, new: Some(entry) });
    }
    found.extend(left.into_iter().map(|entry| Pair { old: Some(entry), new: None }));
    // A file that cannot be read on one side is no country that came or went; and a single file asks for its country.
    found.retain(|pair| match (pair.old, pair.new) {
        (None, Some(entry)) => !old.unread && !old.failed.contains(&entry.file) && (!old.single || old.missing),
        (Some(entry), None) => !new.unread && !new.failed.contains(&entry.file) && !new.single,
        _ => true,
    });
    found
}

/// Lays the drafts on the pairs, each on the records of its country. One that fits none is reported.
fn drafts(input: &mut Input, options: &DiffOptions, pairs: &[Pair<'_>], vocabulary: &Vocabulary) -> Vec<Laid> {
    let mut laid: Vec<Laid> = pairs.iter().map(|_| Laid::default()).collect();
    for (paths, is_old) in [(&options.old_drafts, true), (&options.drafts, false)] {
        for path in paths {
            let Some(file) = input.read(path) else { continue };
            let mut misfit: Option<Diagnostics> = None;
            let mut fits = false;
            for (pair, laid) in pairs.iter().zip(&mut laid) {
                let Some(entry) = (if is_old { pair.old } else { pair.new }) else { continue };
                let mut found = Diagnostics::new();
                let draft = read_overlay(&input.files, file, vocabulary, &entry.framework, &mut found);
                if found.iter().any(|fault| fault.code == Code::OverlayCountry) {
                    misfit.get_or_insert(found);
                    continue;
                }
                fits = true;
                input.diagnostics.extend(found);
                if is_old { &mut laid.old } else { &mut laid.new }.extend(draft);
            }
            input.diagnostics.extend(misfit.filter(|_| !fits).unwrap_or_default());
        }
    }
    laid
}
