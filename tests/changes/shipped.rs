//! What the shipped records say when they are asked what changed.

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::diff::Comparison;
use lacuna::model::words::Confidence;
use lacuna::{Files, Given, read_checklist, read_framework, read_vocabulary};

/// A shipped record on one day and on another, against both shipped standards.
fn between<T>(country: &str, old: &str, new: &str, look: impl FnOnce(&Comparison<'_>) -> T) -> T {
    let mut files = Files::new();
    let mut faults = Diagnostics::new();
    let mut read = |path: &str| files.add(path, std::fs::read_to_string(path).unwrap());
    let paths = ["checklists/vocabulary.yaml", "checklists/annex-d.yaml", "checklists/annex-b.yaml"];
    let [words, annex_d, annex_b] = paths.map(&mut read);
    let record = read(&format!("frameworks/{country}.yaml"));
    let vocabulary = read_vocabulary(&files, words, &mut faults).unwrap();
    let [annex_d, annex_b] =
        [annex_d, annex_b].map(|file| read_checklist(&files, file, &vocabulary, &mut faults).unwrap());
    let framework = read_framework(&files, record, &vocabulary, &mut faults).unwrap();
    let given = |day: &str| Given {
        framework: &framework,
        drafts: Vec::new(),
        day: Day::parse(day).unwrap(),
        passages: Vec::new(),
    };
    let standards = [(&annex_d, &annex_d), (&annex_b, &annex_b)];
    look(&lacuna::compare(&vocabulary, &given(old), &given(new), &standards, Confidence::Recalled))
}

#[test]
fn show() {
    for (c, a, b) in [
        ("philippines", "2009-08-31", "2013-12-31"),
        ("thailand", "2008-01-01", "2008-07-01"),
        ("malaysia", "2008-07-01", "2009-12-31"),
        ("viet-nam", "2009-08-31", "2013-12-31"),
    ] {
        println!("=== {c}\n{}", between(c, a, b, crate::world::lines));
    }
}
