//! `lacuna site`: one page for a region.

use super::args::SiteOptions;
use super::audit::{Case, cases};
use super::exit::Exit;
use super::input::{Input, display};
use super::output;
use crate::check::Ready;
use crate::report::site::{self, Country, Region};

/// Runs the command. The page shows the day that was asked for, or the last one for which every record speaks.
pub(super) fn run(options: &SiteOptions) -> Exit {
    if options.out.is_dir() {
        let out = display(&options.out);
        output::complain(&format!("`{out}` is a folder; name the file to write, such as `{out}/index.html`"));
        return Exit::Usage;
    }
    let mut input = Input::default();
    let Some(vocabulary) = input.vocabulary(options.standard.vocabulary.as_deref()) else {
        return output::report_faults(&mut input, options.color);
    };
    let checklists = input.checklists(&options.standard.checklist, &vocabulary);
    let cases = cases(&mut input, &options.frameworks, &options.standard, &vocabulary);
    let faults = output::report_faults(&mut input, options.color);
    if let Some(twice) = twice(&cases) {
        return faults.or(output::complain(&twice));
    }
    let common = site::common_day(cases.iter().map(|case| case.framework.get()));
    let Some(day) = options.standard.as_of.or(common).filter(|_| !checklists.is_empty() && !cases.is_empty()) else {
        return faults.or(Exit::BadInput);
    };
    let page = site::page(Region {
        vocabulary: &vocabulary,
        files: &input.files,
        day,
        least: options.standard.min_confidence,
        checklists: &checklists,
        countries: cases
            .iter()
            .map(|case| {
                let drafts: Vec<&Ready<_>> = case.drafts.iter().collect();
                Country { framework: &case.framework, drafts }
            })
            .collect(),
    });
    faults.or(output::write(&options.out, &page))
}

/// What is wrong where two of the frameworks are of one country: a page has one place for each.
fn twice(cases: &[Case]) -> Option<String> {
    let country = |case: &Case| case.framework.get().country.value;
    let second =
        cases.iter().enumerate().find(|(at, case)| cases.iter().take(*at).any(|it| country(it) == country(case)));
    second.map(|(_, case)| {
        format!("two frameworks are of {}, `{}` among them; name one of them only", country(case), display(&case.path))
    })
}
