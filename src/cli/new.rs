//! `lacuna new`: a framework to fill in.

use std::time::{SystemTime, UNIX_EPOCH};

use super::args::NewOptions;
use super::exit::Exit;
use super::input::{Input, display};
use super::output;
use crate::base::country::Country;
use crate::base::day::Day;
use crate::scaffold;

/// Runs the command. An existing file is never overwritten.
pub(super) fn run(options: &NewOptions) -> Exit {
    let Some(country) = Country::find(&options.country) else {
        output::complain(&format!(
            "`{}` is no country; give the three letters of ISO 3166-1, XAA to XZZ for an invented one, or a name",
            options.country
        ));
        return Exit::Usage;
    };
    let mut input = Input::default();
    let Some(vocabulary) = input.vocabulary(options.vocabulary.as_deref()) else {
        return output::report_faults(&mut input, options.color);
    };
    let Some(day) = options.reviewed.or_else(today) else {
        return output::complain("the clock does not say what day it is; give it with --reviewed");
    };
    let name = options.name.clone().unwrap_or_else(|| country.name());
    let text = scaffold::framework(country, &name, day, &vocabulary);
    match &options.out {
        None => output::print(&text),
        Some(path) if path.exists() => {
            output::complain(&format!("`{}` is there already; choose another name or move it away", display(path)))
        }
        Some(path) => output::write(path, &text),
    }
}

/// The day it is, in universal time.
fn today() -> Option<Day> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    Day::from_unix_days(i32::try_from(seconds / 86_400).ok()?)
}
