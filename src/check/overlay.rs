//! A draft and the framework it is laid on.

use crate::base::Text;
use crate::base::nearest::nearest;
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::{Framework, Law};
use crate::model::overlay::{Overlay, Repealed};

/// Checks that a draft fits its framework and the drafts that were laid on before it.
pub(super) fn check(overlay: &Overlay, framework: &Framework, earlier: &[&Overlay], diagnostics: &mut Diagnostics) {
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
    let before: Vec<(&Law, &'static str)> = framework
        .laws
        .iter()
        .map(|law| (law, "framework"))
        .chain(earlier.iter().flat_map(|draft| &draft.laws).map(|law| (law, "draft laid on before")))
        .collect();
    for law in &overlay.laws {
        super::framework::law(law, diagnostics);
        taken(law, &before, diagnostics);
        for target in &law.repeals {
            let others = overlay.laws.iter().filter(|other| other.id != law.id);
            let laws: Vec<&Law> = before.iter().map(|(law, _)| *law).chain(others).collect();
            repeals_something(target, law, &laws, diagnostics);
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
fn taken(law: &Law, before: &[(&Law, &'static str)], diagnostics: &mut Diagnostics) {
    let Some((first, place)) = before.iter().find(|(other, _)| other.id == law.id) else { return };
    let headline = format!("`{}` is the id of a law of the {place}", law.id.value);
    diagnostics.push(
        Diagnostic::new(Code::DuplicateId, headline, law.id.span, "again in the draft")
            .also(first.id.span, format!("in the {place}"))
            .help("give the draft an id of its own, and name what it takes away under `repeals`"),
    );
}

fn repeals_something(target: &Spanned<Text>, by: &Law, laws: &[&Law], diagnostics: &mut Diagnostics) {
    let Repealed { law: id, at } = Repealed::parse(&target.value);
    if id == &*by.id.value {
        let headline = format!("`{id}` repeals itself");
        diagnostics.push(
            Diagnostic::new(Code::RepealsNothing, headline, target.span, "")
                .help("leave out what the draft is not to bring, or give it a day under `repealed` or `expires`"),
        );
        return;
    }
    let Some(law) = laws.iter().find(|law| &*law.id.value == id) else {
        let headline = format!("the draft repeals `{id}`, which is not there");
        diagnostics.push(
            Diagnostic::new(Code::RepealsNothing, headline, target.span, "")
                .suggest(nearest(id, laws.iter().map(|law| &*law.id.value)))
                .help("name a law or policy of the framework, or of a draft laid on before, by its id"),
        );
        return;
    };
    let Some(at) = at else { return };
    if !law.provisions.iter().any(|provision| Repealed::reaches(at, &provision.at.value)) {
        let headline = format!("the draft repeals {at} of `{id}`, of which nothing is recorded");
        diagnostics.push(
            Diagnostic::new(Code::RepealsNothing, headline, target.span, "")
                .also(law.id.span, "the law is recorded here")
                .suggest(nearest(at, law.provisions.iter().map(|provision| &*provision.at.value)))
                .help("cite the provision as its own `at` does"),
        );
    }
}
