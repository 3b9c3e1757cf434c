//! `lacuna diff`: two sides in, what changed between them out.

use std::path::{Path, PathBuf};

use super::args::DiffOptions;
use super::exit::Exit;
use super::input::Input;
use super::sides::{Entry, Shelf, Spec, file, is_like_a_day};
use super::{bills, output, texts};
use crate::base::day::Day;
use crate::check::Ready;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::checklist::Checklist;
use crate::model::overlay::Overlay;
use crate::model::vocabulary::Vocabulary;
use crate::report::diff::{Changes, Country, Format, Lone, write};
use crate::{Given, changes, read_checklist, read_overlay_after};

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
    let (old, new, bill) = match on(options, old, new) {
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
    let mut pairs = pairs(&mut input, old_shelf, new_shelf, options.across);
    let mut laid = drafts(&mut input, options, bill.as_ref(), &pairs, old == new, &vocabulary);
    if bill.is_some() {
        // Whatever country the bill is not for, and a bill that cannot be read in both versions, is not compared.
        let fits: Vec<bool> = laid.iter().map(|laid| laid.bills == [true, true]).collect();
        let mut keep = fits.iter();
        pairs.retain(|_| keep.next() == Some(&true));
        laid.retain(|laid| laid.bills == [true, true]);
    }
    let faults = output::report_faults(&mut input, options.color);
    if laid.iter().all(|laid| laid.failed) || after.is_empty() {
        return faults.or(Exit::BadInput);
    }
    let standards: Vec<_> =
        after.iter().map(|new| (before.iter().find(|old| old.get().id == new.get().id).unwrap_or(new), new)).collect();
    let question = Question { options, vocabulary: &vocabulary, old: &old, new: &new, standards };
    let sound = pairs.iter().zip(&laid).filter(|(_, laid)| !laid.failed);
    let countries = sound.filter_map(|(pair, laid)| question.answer(*pair, laid)).collect();
    let changes = Changes { files: &input.files, countries };
    if changes.is_empty() && laid.iter().any(|laid| laid.failed) {
        // That nothing changed cannot be said of what was left out.
        return faults.or(Exit::BadInput);
    }
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
        Given { framework: &entry.framework, drafts, day }
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

/// Two versions of a bill, and the record they are laid on.
struct Bill {
    old: Spec,
    new: Spec,
    on: Spec,
}

/// Where the sides are two versions of a bill: the record they are laid on, on the days of the two, in their place.
fn on(options: &DiffOptions, old: Spec, new: Spec) -> Result<(Spec, Spec, Option<Bill>), String> {
    if !bills::is_draft(&new) && !bills::is_draft(&old) {
        let both = (old, new, None);
        return match &options.on {
            Some(_) => {
                Err("--on names the record that two versions of a bill are laid on, and these are none".to_owned())
            }
            None => Ok(both),
        };
    }
    if options.across {
        return Err("--across compares the records of two countries, and these are versions of a bill".to_owned());
    }
    if options.on.is_none() && !Path::new(bills::FRAMEWORKS).exists() {
        return Err(format!(
            "there is no `{}` here; name the record that the two versions of the bill are laid on with --on",
            bills::FRAMEWORKS
        ));
    }
    let on = Spec::parse(options.on.as_deref().unwrap_or(bills::FRAMEWORKS))?;
    let laid_on = |bill: &Spec| Spec { day: bill.day.or(on.day), ..on.clone() };
    Ok((laid_on(&old), laid_on(&new), Some(Bill { old, new, on })))
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
        let Some(found_file) = file(input, &spec, false) else { continue };
        let Some(checklist) = read_checklist(&input.files, found_file.file, vocabulary, &mut input.diagnostics) else {
            continue;
        };
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
    /// One of them could not be; it is reported already.
    failed: bool,
    /// Whether the old and the new version of the bill are among them.
    bills: [bool; 2],
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

/// Lays the drafts on the pairs, each on the records of its country; a bill before the others. One that fits none is
/// reported.
///
/// A pair one of whose drafts cannot be laid on is not compared: without it, another question would be answered.
fn drafts(
    input: &mut Input,
    options: &DiffOptions,
    bill: Option<&Bill>,
    pairs: &[Pair<'_>],
    same: bool,
    vocabulary: &Vocabulary,
) -> Vec<Laid> {
    let mut laid: Vec<Laid> = pairs.iter().map(|_| Laid::default()).collect();
    let draft = |path: &PathBuf| Spec { revision: None, path: path.clone(), day: None };
    let mut all: Vec<(Spec, bool, bool)> = Vec::new();
    for (bill, paths, is_old) in
        [(bill.map(|bill| &bill.old), &options.old_drafts, true), (bill.map(|bill| &bill.new), &options.drafts, false)]
    {
        all.extend(bill.map(|bill| (bill.clone(), is_old, true)));
        all.extend(paths.iter().map(|path| (draft(path), is_old, false)));
    }
    for (spec, is_old, is_bill) in all {
        let follow = is_old && options.since.is_some();
        let Some(found) = file(input, &spec, follow) else {
            laid.iter_mut().for_each(|laid| laid.failed = true);
            continue;
        };
        let mut misfit: Option<Diagnostics> = None;
        let mut fits = false;
        for (pair, laid) in pairs.iter().zip(&mut laid) {
            let Some(entry) = (if is_old { pair.old } else { pair.new }) else { continue };
            let mut faults = Diagnostics::new();
            let onto = if is_old { &mut laid.old } else { &mut laid.new };
            let draft = read_overlay_after(&input.files, found.file, vocabulary, &entry.framework, onto, &mut faults);
            if faults.iter().any(|fault| fault.code == Code::OverlayCountry) {
                misfit.get_or_insert(faults);
                continue;
            }
            fits = true;
            input.diagnostics.extend(faults);
            let Some(draft) = draft else {
                laid.failed = true;
                continue;
            };
            onto.push(texts::overlay(input, found.home(), draft));
            if is_bill && let Some(known) = laid.bills.get_mut(usize::from(!is_old)) {
                *known = true;
            }
        }
        let misfit = misfit.filter(|_| !fits).unwrap_or_default();
        // Where only the drafts would differ, nothing is left to compare.
        let lone = same && !misfit.is_empty();
        laid.iter_mut().for_each(|laid| laid.failed |= lone && laid.old.is_empty() && laid.new.is_empty());
        match bill.filter(|_| is_bill && pairs.len() > 1) {
            Some(bill) => {
                if let Some(fault) = bills::without_framework(misfit, &bill.on) {
                    input.diagnostics.push(fault);
                }
            }
            None => input.diagnostics.extend(misfit),
        }
    }
    laid
}
