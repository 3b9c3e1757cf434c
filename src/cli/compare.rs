//! `lacuna compare`: many frameworks side by side.

use std::path::Path;

use super::args::CompareOptions;
use super::audit::{audit, cases};
use super::exit::Exit;
use super::input::{Input, display};
use super::output;
use crate::base::nearest::nearest;
use crate::check::Ready;
use crate::compare::{By, is_wanted};
use crate::model::checklist::Checklist;
use crate::report::Report;
use crate::report::compare::{self, Compared, Format};

/// Runs the command.
pub(super) fn run(options: &CompareOptions) -> Exit {
    let format = match format(options) {
        Ok(format) => format,
        Err(exit) => return exit,
    };
    let mut input = Input::default();
    let Some(vocabulary) = input.vocabulary(options.standard.vocabulary.as_deref()) else {
        return output::report_faults(&mut input, options.color);
    };
    let checklists = input.checklists(&options.standard.checklist, &vocabulary);
    if let Some(unknown) = options.only.iter().find(|wanted| !names_something(wanted, &checklists)) {
        let faults = output::report_faults(&mut input, options.color);
        return faults.or(self::unknown(unknown, &checklists));
    }
    let cases = cases(&mut input, &options.frameworks, &options.standard, &vocabulary);
    let faults = output::report_faults(&mut input, options.color);
    if cases.is_empty() || checklists.is_empty() {
        return faults.or(Exit::BadInput);
    }
    let frameworks = cases.iter().map(|case| audit(case, &checklists, &options.standard, &vocabulary)).collect();
    let report = Report { vocabulary: &vocabulary, files: &input.files, frameworks, diagnostics: None };
    let by = if options.elements { By::Elements } else { By::Items };
    let compared = Compared::of(&report, &options.only, by, options.compact);
    let written = match compare::write(&compared, format, output::stdout_look(options.color)) {
        Ok(bytes) => match &options.out {
            Some(path) => output::write_bytes(path, &bytes),
            None => output::print_bytes(&bytes),
        },
        Err(message) => output::complain(&message),
    };
    faults.or(written)
}

/// The format that was asked for, or that the name of the file asks for.
fn format(options: &CompareOptions) -> Result<Format, Exit> {
    let names = || Format::ALL.iter().map(|format| format.name()).collect::<Vec<_>>().join(", ");
    let format = match &options.format {
        Some(name) => Format::parse(name).ok_or_else(|| {
            output::complain(&format!("there is no format `{name}`; the formats are: {}", names()));
            Exit::Usage
        })?,
        None if options.out.as_deref().is_some_and(is_workbook) => Format::Xlsx,
        None if options.out.is_none() && output::is_terminal() => Format::Text,
        None => Format::Markdown,
    };
    if options.compact && !format.has_compact() {
        output::complain(&format!("--compact is for text and markdown, and has no place in {}", format.name()));
        return Err(Exit::Usage);
    }
    if format == Format::Xlsx && options.out.is_none() && output::is_terminal() {
        output::complain("a workbook is not for a terminal; name a file with --out");
        return Err(Exit::Usage);
    }
    if let Some(folder) = options.out.as_deref().filter(|out| out.is_dir()) {
        output::complain(&format!("`{}` is a folder, and a comparison is one file", display(folder)));
        return Err(Exit::Usage);
    }
    Ok(format)
}

fn is_workbook(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"))
}

/// Whether a checklist has a section or item of this name.
fn names_something(wanted: &str, checklists: &[Ready<Checklist>]) -> bool {
    let only = [wanted.to_owned()];
    checklists
        .iter()
        .map(Ready::get)
        .any(|checklist| checklist.items().any(|(section, item)| is_wanted(checklist, section, item, &only)))
}

fn unknown(wanted: &str, checklists: &[Ready<Checklist>]) -> Exit {
    let mut known = Vec::new();
    for checklist in checklists.iter().map(Ready::get) {
        for (section, item) in checklist.items() {
            for id in [&section.id.value, &item.id.value] {
                known.push(id.to_string());
                known.push(format!("{}/{id}", checklist.id.value));
            }
        }
    }
    let hint = nearest(wanted, known.iter().map(String::as_str));
    let hint = hint.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    output::complain(&format!("there is no section or item `{wanted}`{hint}"));
    Exit::Usage
}
