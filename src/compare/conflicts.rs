//! Where sources disagree, or one provision contradicts another, and who says what.

use super::{By, Comparison, Place};
use crate::base::Text;
use crate::finding::{Ground, Verdict};

/// A conflict in one country.
#[derive(Clone, Debug)]
pub struct Conflict<'a> {
    /// Where it is.
    pub place: Place<'a>,
    /// The country, by the number of its column.
    pub column: usize,
    /// Who says what, where sources disagree.
    pub reasons: Vec<&'a Text>,
    /// What satisfies the requirement, or is in dispute.
    pub grounds: Vec<&'a Ground>,
    /// What contradicts it.
    pub contradicts: Vec<&'a Ground>,
}

impl<'a> Comparison<'a> {
    /// Every conflict, in the order of the checklist and of the countries.
    pub fn conflicts(&self) -> Vec<Conflict<'a>> {
        let mut found = Vec::new();
        for row in self.rows(By::Elements) {
            for (column, cell) in row.cells.iter().enumerate() {
                if cell.verdict() != Verdict::Conflict {
                    continue;
                }
                let Some(answer) = cell.element.map(|element| &element.answer) else { continue };
                found.push(Conflict {
                    place: row.place,
                    column,
                    reasons: answer.reasons.iter().collect(),
                    grounds: answer.grounds.iter().collect(),
                    contradicts: answer.contradicts.iter().collect(),
                });
            }
        }
        found
    }
}
