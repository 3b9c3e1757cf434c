//! Waivers and the checklists they speak of.

use crate::base::nearest::nearest;
use crate::check::Ready;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::checklist::Checklist;
use crate::model::waiver::{Waiver, Waivers};

/// Checks that every waiver names something that is there, and no two the same. `known` are the ids of checklists that
/// exist and are not at hand.
pub(super) fn check(waivers: &Waivers, checklists: &[Ready<Checklist>], known: &[&str], diagnostics: &mut Diagnostics) {
    for (number, waiver) in waivers.list.iter().enumerate() {
        target(waiver, checklists, known, diagnostics);
        let before = waivers.list.iter().take(number);
        let same = |other: &&Waiver| other.address == waiver.address && other.country == waiver.country;
        if let Some(first) = before.into_iter().find(same) {
            let headline = format!("`{}` is waived twice for {}", waiver.address.value, waiver.country.value);
            diagnostics.push(
                Diagnostic::new(Code::DuplicateId, headline, waiver.address.span, "again here")
                    .also(first.address.span, "first here")
                    .help("keep the one that holds"),
            );
        }
    }
}

fn target(waiver: &Waiver, checklists: &[Ready<Checklist>], known: &[&str], diagnostics: &mut Diagnostics) {
    let span = waiver.address.span;
    let at_hand = checklists.iter().map(Ready::get).find(|checklist| *checklist.id.value == *waiver.checklist);
    let Some(checklist) = at_hand else {
        if !known.contains(&&*waiver.checklist) {
            let ids = checklists.iter().map(|checklist| &*checklist.get().id.value).chain(known.iter().copied());
            let headline = format!("there is no checklist `{}` here, so the waiver does nothing", waiver.checklist);
            diagnostics.push(
                Diagnostic::new(Code::WaiverIdle, headline, span.part(0..waiver.checklist.len()), "")
                    .suggest(nearest(&waiver.checklist, ids))
                    .help("give a checklist of your own as well, or take the waiver away"),
            );
        }
        return;
    };
    let Some(item) = checklist.item(&waiver.item) else {
        let headline = format!("the checklist `{}` has no item `{}`", checklist.id.value, waiver.item);
        let ids = checklist.items().map(|(_, item)| &*item.id.value);
        let renamed = checklist.items().find(|(_, item)| item.was.iter().any(|was| was.value == waiver.item));
        let near = renamed.map(|(_, item)| &*item.id.value).or_else(|| nearest(&waiver.item, ids));
        diagnostics.push(Diagnostic::new(Code::UnknownItem, headline, span, "").suggest(near));
        return;
    };
    let Some(wanted) = waiver.element.as_deref().filter(|wanted| item.element(wanted).is_none()) else { return };
    let headline = format!("the item `{}` has no element `{wanted}`", item.id.value);
    let ids: Vec<&str> = item.elements.iter().map(|element| &*element.id.value).collect();
    diagnostics.push(
        Diagnostic::new(Code::UnknownItem, headline, span, "")
            .suggest(nearest(wanted, ids.iter().copied()))
            .help(format!("its elements are: {}", ids.join(", "))),
    );
}
