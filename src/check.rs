//! Do the files hold together?
//!
//! Everything here looks at records and standards *without* judging the country: names that lead nowhere, dates that
//! contradict each other, articles that nobody described. Whatever passes can be evaluated without error: `check` alone
//! makes a [`Ready`], and `eval` takes nothing else.

mod checklist;
mod commitments;
mod dates;
mod framework;
mod overlay;
pub mod reciprocity;
mod silences;
pub mod texts;
mod waivers;

pub use texts::{Texts, overlay_texts, texts};

use crate::diag::Diagnostics;
use crate::embedded;
use crate::model::checklist::Checklist;
use crate::model::framework::Framework;
use crate::model::overlay::Overlay;
use crate::model::vocabulary::Vocabulary;
use crate::model::waiver::Waivers;

/// Something that was checked and found to hold together.
#[derive(Clone, Debug)]
pub struct Ready<T>(T);

impl<T> Ready<T> {
    /// What was checked.
    pub fn get(&self) -> &T {
        &self.0
    }
}

/// Checks a framework. `None` if it has errors, which are added to those of its reading.
pub fn framework(
    framework: Framework,
    vocabulary: &Vocabulary,
    mut found: Diagnostics,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Framework>> {
    framework::check(&framework, vocabulary, &mut found);
    pass(framework, found, diagnostics)
}

/// Checks a checklist. `None` if it has errors, which are added to those of its reading.
pub fn checklist(
    checklist: Checklist,
    vocabulary: &Vocabulary,
    mut found: Diagnostics,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Checklist>> {
    checklist::check(&checklist, vocabulary, &mut found);
    pass(checklist, found, diagnostics)
}

/// Checks a draft against the framework it is laid on, and the drafts that were laid on before. `None` if it has errors.
pub fn overlay(
    overlay: Overlay,
    framework: &Ready<Framework>,
    earlier: &[Ready<Overlay>],
    mut found: Diagnostics,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Overlay>> {
    let earlier: Vec<&Overlay> = earlier.iter().map(Ready::get).collect();
    overlay::check(&overlay, framework.get(), &earlier, &mut found);
    pass(overlay, found, diagnostics)
}

/// Checks waivers against the checklists at hand. `None` if they have errors.
pub fn waivers(
    waivers: Waivers,
    checklists: &[Ready<Checklist>],
    mut found: Diagnostics,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Waivers>> {
    let known: Vec<&str> = embedded::CHECKLISTS.iter().map(|(id, _)| *id).collect();
    waivers::check(&waivers, checklists, &known, &mut found);
    pass(waivers, found, diagnostics)
}

/// Checks a draft whose country's framework is not at hand, as far as it can be. `None` if it has errors.
pub fn overlay_alone(
    overlay: Overlay,
    mut found: Diagnostics,
    diagnostics: &mut Diagnostics,
) -> Option<Ready<Overlay>> {
    for law in &overlay.laws {
        framework::law(law, &mut found);
    }
    pass(overlay, found, diagnostics)
}

fn pass<T>(checked: T, found: Diagnostics, diagnostics: &mut Diagnostics) -> Option<Ready<T>> {
    let sound = !found.has_errors();
    diagnostics.extend(found);
    sound.then_some(Ready(checked))
}
