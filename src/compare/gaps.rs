//! Gaps that countries share, and what one has and another lacks.

use super::{By, Cell, Comparison, Place};
use crate::finding::{Ground, GroundKind, Verdict};

/// A gap that two countries or more have in common.
#[derive(Clone, Debug)]
pub struct SharedGap<'a> {
    /// Where it is.
    pub place: Place<'a>,
    /// The countries that have it, by the number of their column.
    pub gap: Vec<usize>,
    /// The countries that have something, and less than is asked.
    pub short: Vec<usize>,
}

/// Something that one country has in its law or policy and another lacks.
#[derive(Clone, Debug)]
pub struct Neighbour<'a> {
    /// What it is about.
    pub place: Place<'a>,
    /// The countries that have it, each with the laws and provisions that do.
    pub has: Vec<(usize, Vec<&'a Ground>)>,
    /// The countries where it was looked for and is not there.
    pub lacks: Vec<usize>,
    /// The countries that have less than is asked.
    pub short: Vec<usize>,
}

impl<'a> Comparison<'a> {
    /// The gaps that countries share, in the order of the checklist.
    pub fn shared_gaps(&self, by: By) -> Vec<SharedGap<'a>> {
        let shared = self.rows(by).into_iter().map(|row| SharedGap {
            place: row.place,
            gap: with(&row.cells, Verdict::Gap),
            short: with(&row.cells, Verdict::Partial),
        });
        shared.filter(|found| found.gap.len() > 1).collect()
    }

    /// What some countries have in law or policy and others lack, element by element, so that a drafter can read a
    /// neighbour's clause.
    pub fn neighbours(&self) -> Vec<Neighbour<'a>> {
        let lines = self.rows(By::Elements).into_iter().map(|row| {
            let met = row.cells.iter().enumerate().filter(|(_, cell)| cell.verdict() == Verdict::Met);
            let has = met.map(|(number, cell)| (number, clauses(cell))).filter(|(_, clauses)| !clauses.is_empty());
            Neighbour {
                place: row.place,
                has: has.collect(),
                lacks: with(&row.cells, Verdict::Gap),
                short: with(&row.cells, Verdict::Partial),
            }
        });
        let wanting = |found: &Neighbour<'_>| !found.lacks.is_empty() || !found.short.is_empty();
        lines.filter(|found| !found.has.is_empty() && wanting(found)).collect()
    }
}

/// The columns with a verdict.
fn with(cells: &[Cell<'_>], verdict: Verdict) -> Vec<usize> {
    cells.iter().enumerate().filter(|(_, cell)| cell.verdict() == verdict).map(|(number, _)| number).collect()
}

/// The laws and provisions that a cell rests on.
pub(super) fn clauses<'a>(cell: &Cell<'a>) -> Vec<&'a Ground> {
    let grounds = cell.answers().into_iter().flat_map(|answer| &answer.grounds);
    grounds.filter(|ground| matches!(ground.kind, GroundKind::Provision | GroundKind::Law)).collect()
}
