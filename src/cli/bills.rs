//! Two versions of a bill: the sides of `lacuna diff OLD.md NEW.md`, each from disk or from a git revision.

use super::input::{Input, display, is_yaml};
use super::sides::{Spec, file};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::is_markdown;

/// Where the framework of a bill's country is looked for, if it is not named.
pub(super) const FRAMEWORKS: &str = "frameworks";

/// Whether a side names a draft and no framework. What cannot be read is none; whoever reads it says why.
pub(super) fn is_draft(spec: &Spec) -> bool {
    if is_markdown(&display(&spec.path)) {
        return true;
    }
    let mut input = Input::default();
    let file = if is_yaml(&spec.path) { file(&mut input, spec, true) } else { None };
    let Some(found) = file.and_then(|found| input.files.get(found.file)) else { return false };
    let first = |line: &&str| !line.trim().is_empty() && !line.starts_with('#') && *line != "---";
    found.text.trim_start_matches('\u{feff}').lines().find(first).is_some_and(|line| line.starts_with("overlay:"))
}

/// What is said of a bill whose country has no framework among those that were read, in the place of whatever each of them
/// made of it.
pub(super) fn without_framework(misfit: Diagnostics, on: &Spec) -> Option<Diagnostic> {
    let fault = misfit.into_iter().find(|fault| fault.code == Code::OverlayCountry)?;
    let headline = format!("there is no framework of the draft's country in `{}`", display(&on.path));
    let help = "name the framework that the two versions are laid on with `--on`";
    Some(Diagnostic::new(Code::OverlayCountry, headline, fault.primary.span, "the draft's country").help(help))
}
