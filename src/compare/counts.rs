//! How many came out as each verdict, for each country and section. Numbers beside each other, never added to a score.

use super::{By, Comparison};
use crate::finding::Verdict;
use crate::model::checklist::Section;

/// How the items and elements of a section came out in one country.
#[derive(Clone, Debug)]
pub struct Count<'a> {
    /// The section; nothing for the checklist as a whole.
    pub section: Option<&'a Section>,
    /// The country, by the number of its column.
    pub column: usize,
    /// Items by verdict, in the order of [`Verdict::ALL`].
    pub items: [usize; Verdict::ALL.len()],
    /// Elements by verdict, in the same order.
    pub elements: [usize; Verdict::ALL.len()],
}

impl<'a> Comparison<'a> {
    /// The numbers for each section and then for all, each for every country in order.
    pub fn counts(&self) -> Vec<Count<'a>> {
        let mut sections: Vec<Option<&'a Section>> = Vec::new();
        for row in &self.items {
            if !sections.iter().flatten().any(|known| std::ptr::eq(*known, row.section)) {
                sections.push(Some(row.section));
            }
        }
        if sections.len() > 1 {
            sections.push(None);
        }
        let columns = 0..self.columns.len();
        let pairs = sections.into_iter().flat_map(|section| columns.clone().map(move |column| (section, column)));
        pairs
            .map(|(section, column)| Count {
                section,
                column,
                items: self.tally(By::Items, section, column),
                elements: self.tally(By::Elements, section, column),
            })
            .collect()
    }

    fn tally(&self, by: By, section: Option<&Section>, column: usize) -> [usize; Verdict::ALL.len()] {
        let rows = self.rows(by);
        let rows = rows.iter().filter(|row| section.is_none_or(|section| std::ptr::eq(section, row.place.section)));
        let verdicts: Vec<Verdict> = rows.filter_map(|row| row.cells.get(column)).map(super::Cell::verdict).collect();
        Verdict::ALL.map(|wanted| verdicts.iter().filter(|verdict| **verdict == wanted).count())
    }
}
