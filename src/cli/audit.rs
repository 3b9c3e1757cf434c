//! `lacuna audit`: frameworks and checklists in, the gap report out.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::{AuditOptions, Standard};
use super::exit::Exit;
use super::input::{Input, display};
use super::stream::Common;
use super::texts::Home;
use super::{output, stream, texts};
use crate::check::Ready;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::gate::{self, Baseline, Line};
use crate::model::checklist::Checklist;
use crate::model::document::DocumentKind;
use crate::model::framework::Framework;
use crate::model::overlay::Overlay;
use crate::model::vocabulary::Vocabulary;
use crate::model::waiver::Waivers;
use crate::report::{self, Audited, Format, Judged, Report};
use crate::{Document, Given, Snapshot, effects, eval, read_overlay_after};

/// The waivers of the current folder.
const WAIVERS: &str = "waivers.yaml";

/// A framework that can be audited, with the drafts laid on it.
pub(super) struct Case {
    pub(super) path: PathBuf,
    pub(super) framework: Ready<Framework>,
    pub(super) drafts: Vec<Ready<Overlay>>,
}

/// Runs the command.
pub(super) fn run(options: &AuditOptions) -> Exit {
    let format = match format(options) {
        Ok(format) => format,
        Err(exit) => return exit,
    };
    if options.fail_on.contains(&Line::Regression) && options.baseline.is_none() {
        output::complain("a regression is one against a baseline; name it with --baseline FILE");
        return Exit::Usage;
    }
    let mut input = Input::default();
    let Some(vocabulary) = input.vocabulary(options.standard.vocabulary.as_deref()) else {
        return output::report_faults(&mut input, options.color);
    };
    let checklists = input.checklists(&options.standard.checklist, &vocabulary);
    if let Some(out) = options.out.as_deref().filter(|out| streams(options, format, out) && !checklists.is_empty()) {
        let named = named(&options.frameworks);
        let paths = input.expand(&named);
        let look = output::stdout_look(options.color);
        let common = Common { options, format, look, vocabulary: &vocabulary, checklists: &checklists, named: &named };
        return stream::run(&common, &mut input, &paths, out);
    }
    let cases = cases(&mut input, &options.frameworks, &options.standard, &vocabulary);
    let baseline = options.baseline.as_ref().and_then(|path| baseline(&mut input, path));
    let waivers = waivers(&mut input, options.waivers.as_deref(), &checklists);
    let mut audited: Vec<Audited<'_>> =
        cases.iter().map(|case| audit(case, &checklists, &options.standard, &vocabulary)).collect();
    for judged in audited.iter_mut().flat_map(|case| &mut case.checklists) {
        if let Some(baseline) = &baseline {
            baseline.compare(&mut judged.audit, judged.checklist);
        }
        if let Some(waivers) = &waivers {
            gate::waive::waive(&mut judged.audit, waivers, &mut input.diagnostics);
        }
    }
    if let Some(baseline) = &baseline {
        let audits = audited.iter().flat_map(|case| &case.checklists).map(|judged| &judged.audit);
        baseline.beyond(&input.files, audits, &mut input.diagnostics);
    }
    let faults = output::report_faults(&mut input, options.color);
    let nothing = cases.is_empty() || checklists.is_empty();
    if nothing && !format.is_for_jobs() {
        return faults.or(Exit::BadInput);
    }
    let audits = || audited.iter().flat_map(|case| &case.checklists).map(|judged| &judged.audit);
    let failed = gate::line::reached(&options.fail_on, audits(), &input.diagnostics);
    let verdict = if failed { Exit::Found } else { Exit::Clean };
    let remembered = match &options.write_baseline {
        Some(path) => remember(path, &gate::baseline::write(audits()), faults.or(empty(nothing))),
        None => Exit::Clean,
    };
    let written = write(options, format, &input, &vocabulary, audited, &cases);
    faults.or(verdict).or(empty(nothing)).or(remembered).or(written)
}

/// Whether every framework can be done with before the next: each has a report of its own, and nothing is said of them all.
fn streams(options: &AuditOptions, format: Format, out: &Path) -> bool {
    let reports = !format.is_for_jobs() && out.metadata().map_or(true, |known| known.is_dir());
    let whole = options.baseline.is_some() || options.write_baseline.is_some() || options.waivers.is_some();
    reports && !whole && options.standard.drafts.is_empty() && !Path::new(WAIVERS).exists()
}

/// Nothing to audit is bad input in every format.
fn empty(nothing: bool) -> Exit {
    if nothing { Exit::BadInput } else { Exit::Clean }
}

fn baseline(input: &mut Input, path: &Path) -> Option<Baseline> {
    let file = input.read(path)?;
    Baseline::read(&input.files, file, &mut input.diagnostics)
}

/// The waivers that are named, or those of the current folder, if it has any.
fn waivers(input: &mut Input, path: Option<&Path>, checklists: &[Ready<Checklist>]) -> Option<Ready<Waivers>> {
    let default = Path::new(WAIVERS);
    let path = path.or_else(|| default.exists().then_some(default))?;
    let file = input.read(path)?;
    let document = Document::read(&input.files, file, &mut input.diagnostics)?;
    document.waivers(checklists, &mut input.diagnostics)
}

/// Writes a baseline. What could not all be read is not written down, and no file of another kind is overwritten.
fn remember(path: &Path, text: &str, faults: Exit) -> Exit {
    let name = display(path);
    if faults != Exit::Clean {
        return output::complain(&format!(
            "the baseline `{name}` is not written, because not everything could be read"
        ));
    }
    let old = if path.is_file() { std::fs::read(path).unwrap_or_default() } else { Vec::new() };
    let blank = old.iter().all(u8::is_ascii_whitespace);
    if !blank && !gate::baseline::is_baseline(&String::from_utf8_lossy(&old)) {
        return output::complain(&format!("`{name}` is there already and is no baseline; it is left as it is"));
    }
    output::write(path, text)
}

fn format(options: &AuditOptions) -> Result<Format, Exit> {
    let Some(name) = &options.format else {
        let screen = options.out.is_none() && output::is_terminal();
        return Ok(if screen { Format::Text } else { Format::Markdown });
    };
    Format::parse(name).ok_or_else(|| {
        let names: Vec<&str> = Format::ALL.iter().map(|format| format.name()).collect();
        output::complain(&format!("there is no format `{name}`; the formats are: {}", names.join(", ")));
        Exit::Usage
    })
}

/// The paths that were named, or the folder that stands for none.
fn named(paths: &[PathBuf]) -> Vec<PathBuf> {
    if paths.is_empty() { vec![PathBuf::from("frameworks")] } else { paths.to_vec() }
}

/// The frameworks that paths stand for. In a folder, files of another kind are passed over.
pub(super) fn cases(input: &mut Input, paths: &[PathBuf], standard: &Standard, vocabulary: &Vocabulary) -> Vec<Case> {
    let paths = &named(paths);
    let files = input.expand(paths);
    let mut found: Vec<Case> = files.iter().filter_map(|path| case(input, path, paths, vocabulary)).collect();
    if found.is_empty() && input.diagnostics.is_empty() {
        input.nothing_to_audit(paths);
    }
    for draft in &standard.drafts {
        lay(input, draft, &mut found, vocabulary);
    }
    found
}

/// The framework in a file. `None` where it cannot be read, which is reported, or where it is of another kind and was not
/// named.
pub(super) fn case(input: &mut Input, path: &Path, named: &[PathBuf], vocabulary: &Vocabulary) -> Option<Case> {
    let file = input.read(path)?;
    let document = Document::read(&input.files, file, &mut input.diagnostics)?;
    if document.kind != DocumentKind::Framework && !named.iter().any(|it| it == path) {
        return None;
    }
    let framework = document.framework(vocabulary, &mut input.diagnostics)?;
    let framework = texts::framework(input, Home::Disk(path), framework);
    Some(Case { path: path.to_owned(), framework, drafts: Vec::new() })
}

/// Lays a draft on the framework of its country. One that fits none of them is reported. A country whose draft cannot be
/// laid on is left out: a report that passes over a draft would answer another question.
fn lay(input: &mut Input, path: &Path, cases: &mut Vec<Case>, vocabulary: &Vocabulary) {
    let Some(file) = input.read(path) else {
        cases.clear();
        return;
    };
    let mut misfit: Option<Diagnostics> = None;
    let mut fits = false;
    cases.retain_mut(|case| {
        let mut found = Diagnostics::new();
        let draft = read_overlay_after(&input.files, file, vocabulary, &case.framework, &case.drafts, &mut found);
        if found.iter().any(|fault: &Diagnostic| fault.code == Code::OverlayCountry) {
            misfit.get_or_insert(found);
            return true;
        }
        fits = true;
        input.diagnostics.extend(found);
        let laid = draft.is_some();
        case.drafts.extend(draft.map(|draft| texts::overlay(input, Home::Disk(path), draft)));
        laid
    });
    if let Some(misfit) = misfit.filter(|_| !fits) {
        input.diagnostics.extend(misfit);
    }
}

/// Audits one framework against every checklist.
pub(super) fn audit<'a>(
    case: &'a Case,
    checklists: &'a [Ready<Checklist>],
    standard: &Standard,
    vocabulary: &'a Vocabulary,
) -> Audited<'a> {
    let framework = case.framework.get();
    let day = standard.as_of.unwrap_or(framework.reviewed.value);
    let drafts: Vec<&Ready<Overlay>> = case.drafts.iter().collect();
    let snapshot = Snapshot::new(vocabulary, &case.framework, &drafts, day, standard.min_confidence);
    let given = Given { framework: &case.framework, drafts: drafts.clone(), day };
    let standards: Vec<&Ready<Checklist>> = checklists.iter().collect();
    let found =
        if drafts.is_empty() { Vec::new() } else { effects(vocabulary, &given, &standards, standard.min_confidence) };
    let mut effects = found.into_iter();
    Audited {
        framework,
        as_of: day,
        overlays: case.drafts.iter().map(Ready::get).collect(),
        least: standard.min_confidence,
        checklists: checklists
            .iter()
            .map(|checklist| Judged {
                checklist: checklist.get(),
                audit: eval::audit(&snapshot, checklist),
                effect: effects.next(),
            })
            .collect(),
    }
}

/// Writes one report, or one for each country into a folder.
fn write(
    options: &AuditOptions,
    format: Format,
    input: &Input,
    vocabulary: &Vocabulary,
    audited: Vec<Audited<'_>>,
    cases: &[Case],
) -> Exit {
    let render = |frameworks: Vec<Audited<'_>>| {
        let report = Report { vocabulary, files: &input.files, frameworks, diagnostics: Some(&input.diagnostics) };
        let mut text = String::new();
        // Writing to a String cannot fail.
        let _ = report::format::write(&report, format, output::stdout_look(options.color), &mut text);
        text
    };
    let Some(out) = &options.out else { return output::print(&render(audited)) };
    // What is neither a file nor a folder, such as a pipe, takes all reports one after the other, like standard output.
    let pipe = out.metadata().is_ok_and(|known| !known.is_file() && !known.is_dir());
    let several = cases.len() > 1 && !format.is_for_jobs() && !pipe;
    let folder = several || out.is_dir() || display(out).ends_with('/');
    if !folder {
        return output::write(out, &render(audited));
    }
    let made = output::folder(out);
    if made != Exit::Clean {
        return made;
    }
    let names = names(cases, format);
    let mut exit = Exit::Clean;
    for (case, name) in audited.into_iter().zip(names) {
        exit = exit.or(output::write(&out.join(name), &render(vec![case])));
    }
    exit
}

/// A file name for each country.
fn names(cases: &[Case], format: Format) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let name = |case: &Case| {
        let stem = case.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let country = case.framework.get().country.value.to_string();
        let name = report_name(&stem, &country, format, |name| taken.contains(name));
        taken.insert(name.clone());
        name
    };
    cases.iter().map(name).collect()
}

/// The file name of a report: that of its framework, or with the country's code where another has that name.
pub(super) fn report_name(stem: &str, country: &str, format: Format, is_taken: impl Fn(&str) -> bool) -> String {
    let mut name = format!("{stem}.{}", format.extension());
    let mut number = 2;
    while is_taken(&name) {
        name = format!("{stem}-{country}-{number}.{}", format.extension());
        number += 1;
    }
    name
}
