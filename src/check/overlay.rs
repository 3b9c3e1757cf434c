//! A draft and the framework it is laid on.

use crate::base::Text;
use crate::base::nearest::nearest;
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::{Framework, Law};
use crate::model::overlay::Overlay;

/// Checks that a draft fits its framework.
pub(super) fn check(overlay: &Overlay, framework: &Framework, diagnostics: &mut Diagnostics) {
    if overlay.country != framework.country {
        let headline =
            format!("the draft is for {} and the framework is {}'s", overlay.country.value, framework.country.value);
        diagnostics.push(
            Diagnostic::new(Code::OverlayCountry, headline, overlay.country.span, "the draft's country")
                .also(framework.country.span, "the framework's country")
                .help("lay it on the framework of its own country"),
        );
        return;
    }
    for law in &overlay.laws {
        super::framework::law(law, diagnostics);
        taken(law, framework, diagnostics);
        for target in &law.repeals {
            repeals_something(target, overlay, framework, diagnostics);
        }
    }
    let mut cited: Vec<&Spanned<Text>> = overlay.laws.iter().filter_map(|law| law.source.as_ref()).collect();
    cited.extend(overlay.laws.iter().flat_map(|law| &law.provisions).filter_map(|it| it.source.as_ref()));
    let sources: Vec<_> = overlay.sources.iter().chain(&framework.sources).cloned().collect();
    let mut found = Diagnostics::new();
    super::framework::cited_sources(&sources, &cited, &mut found);
    // The framework's own sources need not be cited by the draft.
    for diagnostic in found.into_iter().filter(|it| it.code == Code::UnknownSource) {
        diagnostics.push(diagnostic);
    }
}

/// A draft adds laws under ids of their own; it changes what is there by repealing it.
fn taken(law: &Law, framework: &Framework, diagnostics: &mut Diagnostics) {
    let Some(first) = framework.laws.iter().find(|other| other.id == law.id) else { return };
    let headline = format!("`{}` is the id of a law of the framework", law.id.value);
    diagnostics.push(
        Diagnostic::new(Code::DuplicateId, headline, law.id.span, "again in the draft")
            .also(first.id.span, "in the framework")
            .help("give the draft an id of its own, and name what it takes away under `repeals`"),
    );
}

fn repeals_something(target: &Spanned<Text>, overlay: &Overlay, framework: &Framework, diagnostics: &mut Diagnostics) {
    let (id, at) = match target.value.split_once(' ') {
        Some((id, at)) => (id, Some(at.trim())),
        None => (&*target.value, None),
    };
    let laws = || framework.laws.iter().chain(&overlay.laws);
    let Some(law) = laws().find(|law| &*law.id.value == id) else {
        let headline = format!("the draft repeals `{id}`, which is not there");
        diagnostics.push(
            Diagnostic::new(Code::RepealsNothing, headline, target.span, "")
                .suggest(nearest(id, laws().map(|law| &*law.id.value)))
                .help("name a law or policy of the framework by its id"),
        );
        return;
    };
    let Some(at) = at else { return };
    if !law.provisions.iter().any(|provision| &*provision.at.value == at) {
        let headline = format!("the draft repeals {at} of `{id}`, of which nothing is recorded");
        diagnostics.push(
            Diagnostic::new(Code::RepealsNothing, headline, target.span, "")
                .also(law.id.span, "the law is recorded here")
                .suggest(nearest(at, law.provisions.iter().map(|provision| &*provision.at.value)))
                .help("cite the provision as its own `at` does"),
        );
    }
}
