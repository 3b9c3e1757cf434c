//! Prints what the shipped records hold, in numbers: `cargo run --example records-report`.

#![allow(clippy::print_stdout, reason = "printing is what this program is for")]

use std::error::Error;
use std::path::Path;

use lacuna::diag::Diagnostics;
use lacuna::model::words::Confidence;
use lacuna::report::records::{self, Counted};
use lacuna::{Files, Snapshot, embedded, eval, read_checklist, read_framework, read_vocabulary};

fn main() -> Result<(), Box<dyn Error>> {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let vocabulary = files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text);
    let vocabulary =
        read_vocabulary(&files, vocabulary, &mut diagnostics).ok_or("the vocabulary does not hold together")?;
    let (_, annex_d) = embedded::CHECKLISTS.first().ok_or("no checklist is carried")?;
    let annex_d = files.add(annex_d.name, annex_d.text);
    let annex_d =
        read_checklist(&files, annex_d, &vocabulary, &mut diagnostics).ok_or("Annex D does not hold together")?;
    let mut paths: Vec<_> =
        Path::new("frameworks").read_dir()?.filter_map(|entry| entry.ok().map(|it| it.path())).collect();
    paths.sort();
    let mut frameworks = Vec::new();
    for path in paths {
        let file = files.add(&path.to_string_lossy(), std::fs::read_to_string(&path)?);
        frameworks.extend(read_framework(&files, file, &vocabulary, &mut diagnostics));
    }
    let audits: Vec<_> = frameworks
        .iter()
        .map(|framework| {
            let day = framework.get().reviewed.value;
            eval::audit(&Snapshot::new(&vocabulary, framework, &[], day, Confidence::Recalled), &annex_d)
        })
        .collect();
    let records: Vec<_> =
        frameworks.iter().zip(&audits).map(|(it, audit)| Counted { framework: it.get(), audit }).collect();
    print!("{}", records::markdown(&records, &vocabulary));
    Ok(())
}
