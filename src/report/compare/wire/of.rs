//! From a comparison to the shape of its JSON.

use super::{
    Agreement, Answered, Checklist, Comparison, Conflict, Count, Country, Element, ElementCell, FORMAT, Has, Item,
    ItemCell, Neighbour, SharedGap, Side, Standing, Tally, Unanswered, Unobliged,
};
use crate::base::Text;
use crate::base::files::Files;
use crate::check::reciprocity;
use crate::compare::{self, By, Cell, Place};
use crate::finding::{self, Duty, Finding};
use crate::report::compare::Compared;
use crate::report::wire::{Bond, Ground, bond, ground, missing, source, warning};
use crate::report::{Audited, VERSION};

/// What every part needs to look things up.
struct Wire<'c, 'a> {
    files: &'c Files,
    countries: &'c [&'a Audited<'a>],
}

/// The comparison in the shape of its JSON.
pub fn compared(compared: &Compared<'_>) -> Comparison {
    let wire = Wire { files: compared.files, countries: &compared.countries };
    Comparison {
        format: FORMAT,
        tool_version: VERSION,
        countries: compared.countries.iter().map(|audited| wire.country(audited)).collect(),
        checklists: compared.tables.iter().map(|table| wire.checklist(table)).collect(),
        agreements: compared.agreements.iter().map(|found| wire.agreement(found)).collect(),
    }
}

fn strings(texts: &[Text]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

fn element(place: &Place<'_>) -> String {
    place.element.map_or_else(String::new, |element| element.id.value.to_string())
}

fn bonds(duty: &Duty) -> Vec<Bond> {
    match duty {
        Duty::Owed(bonds) => bonds.iter().map(bond).collect(),
        Duty::Recommended => Vec::new(),
    }
}

fn standings(cell: &Cell<'_>) -> Vec<Standing> {
    let standing = |found: finding::Standing| Standing {
        name: found.name(),
        date: found.date().map(|date| date.to_string()),
        words: found.to_string(),
    };
    cell.standings().into_iter().map(standing).collect()
}

fn tally([met, partial, conflict, gap, unknown, not_applicable]: [usize; 6]) -> Tally {
    Tally { met, partial, conflict, gap, unknown, not_applicable }
}

impl Wire<'_, '_> {
    fn code(&self, column: usize) -> String {
        self.countries.get(column).map_or_else(String::new, |audited| audited.framework.country.value.to_string())
    }

    fn codes(&self, columns: &[usize]) -> Vec<String> {
        columns.iter().map(|column| self.code(*column)).collect()
    }

    fn grounds<'g>(&self, grounds: impl IntoIterator<Item = &'g finding::Ground>) -> Vec<Ground> {
        grounds.into_iter().map(|it| ground(self.files, it)).collect()
    }

    fn country(&self, audited: &Audited<'_>) -> Country {
        let framework = audited.framework;
        Country {
            country: framework.country.value.to_string(),
            name: framework.name.to_string(),
            file: self.files.name(framework.country.span.file).to_owned(),
            as_of: audited.as_of.to_string(),
            reviewed: framework.reviewed.value.to_string(),
            coverage: framework.coverage.value.word(),
            min_confidence: audited.least.word(),
            overlays: strings(&audited.overlay_titles()),
            warnings: audited.warnings().iter().map(warning).collect(),
            sources: audited.cited().sources().iter().copied().map(source).collect(),
        }
    }

    fn checklist(&self, table: &compare::Comparison<'_>) -> Checklist {
        let count = |found: compare::Count<'_>| Count {
            section: found.section.map(|section| section.id.value.to_string()),
            country: self.code(found.column),
            items: tally(found.items),
            elements: tally(found.elements),
        };
        let conflict = |found: compare::Conflict<'_>| Conflict {
            item: found.place.item.id.value.to_string(),
            element: element(&found.place),
            country: self.code(found.column),
            reasons: found.reasons.iter().map(|reason| reason.to_string()).collect(),
            grounds: self.grounds(found.grounds),
            contradicts: self.grounds(found.contradicts),
        };
        let shared = |found: compare::SharedGap<'_>| SharedGap {
            item: found.place.item.id.value.to_string(),
            element: element(&found.place),
            gap: self.codes(&found.gap),
            partial: self.codes(&found.short),
        };
        let neighbour = |found: compare::Neighbour<'_>| Neighbour {
            item: found.place.item.id.value.to_string(),
            element: element(&found.place),
            has: found
                .has
                .iter()
                .map(|(column, it)| Has { country: self.code(*column), grounds: self.grounds(it.iter().copied()) })
                .collect(),
            gap: self.codes(&found.lacks),
            partial: self.codes(&found.short),
        };
        let unanswered = |found: compare::Unanswered<'_>| Unanswered {
            item: found.row.item.id.value.to_string(),
            country: self.code(found.column),
            bonds: found.bonds.iter().map(bond).collect(),
            elements: found.elements.iter().map(|element| element.id.value.to_string()).collect(),
        };
        let answered = |found: &compare::Answered<'_>| Answered {
            element: found.element.id.value.to_string(),
            grounds: self.grounds(found.clauses.iter().copied()),
        };
        let unobliged = |found: compare::Unobliged<'_>| Unobliged {
            item: found.row.item.id.value.to_string(),
            country: self.code(found.column),
            answered: found.answered.iter().map(answered).collect(),
        };
        Checklist {
            id: table.checklist.id.value.to_string(),
            title: table.checklist.title.to_string(),
            version: table.checklist.version,
            items: table.items.iter().map(|row| self.item(row)).collect(),
            counts: table.counts().into_iter().map(count).collect(),
            conflicts: table.conflicts().into_iter().map(conflict).collect(),
            shared_gaps: table.shared_gaps(By::Elements).into_iter().map(shared).collect(),
            neighbours: table.neighbours().into_iter().map(neighbour).collect(),
            unanswered: table.unanswered().into_iter().map(unanswered).collect(),
            unobliged: table.unobliged().into_iter().map(unobliged).collect(),
        }
    }

    fn item(&self, row: &compare::ItemRow<'_>) -> Item {
        let cell = |(column, finding): (usize, &&Finding)| {
            let cell = Cell { finding, element: None };
            ItemCell {
                country: self.code(column),
                verdict: cell.verdict().name(),
                standings: standings(&cell),
                unverified: cell.is_unverified(),
                draft: cell.is_draft(),
                duty: finding.duty.word(),
                bonds: bonds(&finding.duty),
                fingerprint: finding.fingerprint.clone(),
            }
        };
        let elements = row.rows(By::Elements).into_iter().map(|line| Element {
            element: element(&line.place),
            requires: line.place.element.map_or_else(String::new, |element| element.requires.to_string()),
            cells: line.cells.iter().enumerate().filter_map(|(column, cell)| self.cell(column, cell)).collect(),
        });
        Item {
            section: row.section.id.value.to_string(),
            item: row.item.id.value.to_string(),
            title: row.item.title.to_string(),
            requires: row.item.requires.to_string(),
            cells: row.findings.iter().enumerate().map(cell).collect(),
            elements: elements.collect(),
        }
    }

    fn cell(&self, column: usize, cell: &Cell<'_>) -> Option<ElementCell> {
        let found = cell.element?;
        Some(ElementCell {
            country: self.code(column),
            verdict: cell.verdict().name(),
            standings: standings(cell),
            unverified: cell.is_unverified(),
            draft: cell.is_draft(),
            fingerprint: found.fingerprint.clone(),
            grounds: self.grounds(&found.answer.grounds),
            contradicts: self.grounds(&found.answer.contradicts),
            missing: found.answer.missing.iter().map(missing).collect(),
            reasons: strings(&found.answer.reasons),
        })
    }

    fn agreement(&self, found: &reciprocity::Discrepancy<'_>) -> Agreement {
        let side = |side: &reciprocity::Side| Side {
            country: side.country.to_string(),
            name: side.name.clone(),
            says: side.says.clone(),
            file: side.span.map(|span| self.files.name(span.file).to_owned()),
            line: side.span.map(|span| self.files.position(span).line),
        };
        Agreement {
            instrument: found.instrument.id.to_string(),
            title: found.instrument.title.to_string(),
            difference: found.kind.name(),
            here: side(&found.here),
            there: side(&found.there),
        }
    }
}
