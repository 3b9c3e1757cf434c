//! Three invented countries and a small standard.

use lacuna::base::day::Day;
use lacuna::compare::By;
use lacuna::diag::Diagnostics;
use lacuna::model::checklist::Checklist;
use lacuna::model::framework::Framework;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::report::compare::{self, Compared, Format};
use lacuna::report::{Audited, Judged, Look, Report, Style};
use lacuna::{Files, Ready, Snapshot, eval, read_checklist, read_framework, read_vocabulary};

/// Everything a comparison borrows from.
pub(crate) struct Sample {
    files: Files,
    vocabulary: Vocabulary,
    checklist: Ready<Checklist>,
    frameworks: Vec<Ready<Framework>>,
}

/// How a comparison is asked for.
pub(crate) struct Asked<'o> {
    pub(crate) only: &'o [&'o str],
    pub(crate) by: By,
    pub(crate) compact: bool,
    pub(crate) width: usize,
}

impl Default for Asked<'_> {
    fn default() -> Self {
        Self { only: &[], by: By::Items, compact: false, width: 100 }
    }
}

impl Sample {
    /// The sample as it is written. Its countries are read in an order that is not that of the alphabet.
    pub(crate) fn new() -> Self {
        Self::from(str::to_owned)
    }

    /// The sample after each of its texts but the vocabulary was changed.
    pub(crate) fn from(change: impl Fn(&str) -> String) -> Self {
        let mut files = Files::new();
        let mut found = Diagnostics::new();
        let file = files.add("vocabulary.yaml", include_str!("../cases/vocabulary.yaml"));
        let vocabulary = read_vocabulary(&files, file, &mut found).unwrap();
        let file = files.add("small.yaml", change(include_str!("checklist.yaml")));
        let checklist = read_checklist(&files, file, &vocabulary, &mut found);
        let texts = [
            ("region/corvia.yaml", include_str!("corvia.yaml")),
            ("region/aldonia.yaml", include_str!("aldonia.yaml")),
            ("region/brevia.yaml", include_str!("brevia.yaml")),
        ];
        let frameworks = texts.map(|(name, text)| {
            let file = files.add(name, change(text));
            read_framework(&files, file, &vocabulary, &mut found)
        });
        assert!(!found.has_errors(), "{found:#?}");
        let frameworks = frameworks.into_iter().map(Option::unwrap).collect();
        Self { files, vocabulary, checklist: checklist.unwrap(), frameworks }
    }

    fn audited(&self, framework: &Ready<Framework>, as_of: Day) -> lacuna::finding::Audit {
        let snapshot = Snapshot::new(&self.vocabulary, framework, &[], as_of, Confidence::Recalled);
        eval::audit(&snapshot, &self.checklist)
    }

    /// The countries as at 1 July 2008.
    pub(crate) fn report(&self) -> Report<'_> {
        let as_of = Day::parse("2008-07-01").unwrap();
        let audited = |framework| Audited {
            framework: Ready::get(framework),
            as_of,
            overlays: Vec::new(),
            least: Confidence::Recalled,
            checklists: vec![Judged {
                checklist: self.checklist.get(),
                audit: self.audited(framework, as_of),
                effect: None,
            }],
        };
        let frameworks = self.frameworks.iter().map(audited).collect();
        Report { vocabulary: &self.vocabulary, files: &self.files, frameworks, diagnostics: None }
    }

    /// The comparison in a format.
    pub(crate) fn bytes(&self, format: Format, asked: &Asked<'_>) -> Vec<u8> {
        let report = self.report();
        let only: Vec<String> = asked.only.iter().map(|id| (*id).to_owned()).collect();
        let compared = Compared::of(&report, &only, asked.by, asked.compact);
        compare::write(&compared, format, Look { style: Style::Plain, width: asked.width }).unwrap()
    }

    /// The comparison in a format that is text.
    pub(crate) fn text(&self, format: Format, asked: &Asked<'_>) -> String {
        String::from_utf8(self.bytes(format, asked)).unwrap()
    }
}
