//! Commitments that oblige without a law that answers, and laws that answer without an obligation.

use super::gaps::clauses;
use super::{Cell, Comparison, ItemRow};
use crate::finding::{Bond, Duty, Finding, Ground, Verdict};
use crate::model::checklist::Element;

/// Something that a country owes under a treaty and where a gap was found.
#[derive(Clone, Debug)]
pub struct Unanswered<'a> {
    /// The item.
    pub row: ItemRow<'a>,
    /// The country, by the number of its column.
    pub column: usize,
    /// The treaties that bind it.
    pub bonds: &'a [Bond],
    /// The elements to which nothing answers.
    pub elements: Vec<&'a Element>,
}

/// Something that a country's law or policy has although no treaty behind the item is known to bind it.
#[derive(Clone, Debug)]
pub struct Unobliged<'a> {
    /// The item.
    pub row: ItemRow<'a>,
    /// The country, by the number of its column.
    pub column: usize,
    /// What is there.
    pub answered: Vec<Answered<'a>>,
}

/// An element that is met, with what meets it.
#[derive(Clone, Debug)]
pub struct Answered<'a> {
    /// The element.
    pub element: &'a Element,
    /// The laws and provisions.
    pub clauses: Vec<&'a Ground>,
}

impl<'a> Comparison<'a> {
    /// Commitments that oblige without a law that answers, in the order of the checklist and of the countries.
    pub fn unanswered(&self) -> Vec<Unanswered<'a>> {
        let mut found = Vec::new();
        for (row, column, finding) in self.each() {
            let Duty::Owed(bonds) = &finding.duty else { continue };
            let pairs = row.item.elements.iter().zip(&finding.elements);
            let gaps = pairs.filter(|(_, element)| element.answer.verdict == Verdict::Gap);
            let elements: Vec<_> = gaps.map(|(element, _)| element).collect();
            if !elements.is_empty() {
                found.push(Unanswered { row: row.clone(), column, bonds, elements });
            }
        }
        found
    }

    /// Laws and policies that answer without an obligation: items with treaties behind them, none of which is known to bind
    /// the country on the day.
    pub fn unobliged(&self) -> Vec<Unobliged<'a>> {
        let mut found = Vec::new();
        for (row, column, finding) in self.each() {
            if finding.duty.is_owed() || row.item.basis.is_empty() {
                continue;
            }
            let pairs = row.item.elements.iter().zip(&finding.elements);
            let met = pairs.filter(|(_, element)| element.answer.verdict == Verdict::Met);
            let answered = met.map(|(element, found)| {
                let clauses = clauses(&Cell { finding, element: Some(found) });
                Answered { element, clauses }
            });
            let answered: Vec<_> = answered.filter(|answered| !answered.clauses.is_empty()).collect();
            if !answered.is_empty() {
                found.push(Unobliged { row: row.clone(), column, answered });
            }
        }
        found
    }

    fn each(&self) -> impl Iterator<Item = (&ItemRow<'a>, usize, &'a Finding)> {
        self.items
            .iter()
            .flat_map(|row| row.findings.iter().enumerate().map(move |(column, finding)| (row, column, *finding)))
    }
}
