//! Owed or recommended: whether a treaty behind an item binds the country on the day.

use super::commitment::{bound_since, is_recalled, is_reserved};
use super::snapshot::Snapshot;
use crate::finding::{Bond, Duty};
use crate::model::checklist::Basis;

/// The duty behind an item. An article under a reservation that stands does not oblige.
pub(super) fn duty(snapshot: &Snapshot<'_>, basis: &[Basis]) -> Duty {
    let mut bonds = Vec::new();
    for basis in basis {
        if is_reserved(snapshot, basis.instrument, basis.article.as_ref()) {
            continue;
        }
        let Some(since) = bound_since(snapshot, basis.instrument) else { continue };
        let instrument = snapshot.vocabulary.instrument(basis.instrument);
        bonds.push(Bond {
            instrument: instrument.id.clone(),
            short: instrument.short.clone(),
            article: basis.article.clone(),
            since,
            recalled: is_recalled(snapshot, basis.instrument),
        });
    }
    if bonds.is_empty() { Duty::Recommended } else { Duty::Owed(bonds) }
}
