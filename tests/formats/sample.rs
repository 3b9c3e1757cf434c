//! An invented country and two small standards, read from the files beside this one.

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::eval::{Explained, Snapshot, explain};
use lacuna::finding::Finding;
use lacuna::model::checklist::{Checklist, Element, Item};
use lacuna::model::framework::Framework;
use lacuna::model::overlay::Overlay;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::report::explain::Explanation;
use lacuna::report::{Audited, Format, Judged, Look, Report, format};
use lacuna::{Files, Ready};

/// Everything a report borrows from.
pub(crate) struct Sample {
    files: Files,
    vocabulary: Vocabulary,
    framework: Ready<Framework>,
    overlay: Ready<Overlay>,
    checklists: Vec<Ready<Checklist>>,
}

/// The texts of the sample, in the order in which they are read.
const TEXTS: [(&str, &str); 5] = [
    ("vocabulary.yaml", include_str!("vocabulary.yaml")),
    ("frameworks/aldonia.yaml", include_str!("framework.yaml")),
    ("annex-x.yaml", include_str!("annex-x.yaml")),
    ("matrix.yaml", include_str!("matrix.yaml")),
    ("drafts/bill.yaml", include_str!("overlay.yaml")),
];

impl Sample {
    /// The sample as it is written.
    pub(crate) fn new() -> Self {
        Self::from(str::to_owned)
    }

    /// The sample after each of its texts was changed.
    pub(crate) fn from(change: impl Fn(&str) -> String) -> Self {
        let mut files = Files::new();
        let [vocabulary, framework, annex, matrix, overlay] = TEXTS.map(|(name, text)| files.add(name, change(text)));
        let mut found = Diagnostics::new();
        let vocabulary = lacuna::read_vocabulary(&files, vocabulary, &mut found).unwrap();
        let framework = lacuna::read_framework(&files, framework, &vocabulary, &mut found);
        let checklists = [annex, matrix].map(|file| lacuna::read_checklist(&files, file, &vocabulary, &mut found));
        assert!(!found.has_errors(), "{found:#?}");
        let framework = framework.unwrap();
        let overlay = lacuna::read_overlay(&files, overlay, &vocabulary, &framework, &mut found);
        assert!(!found.has_errors(), "{found:#?}");
        let checklists = checklists.into_iter().map(Option::unwrap).collect();
        Self { files, vocabulary, framework, overlay: overlay.unwrap(), checklists }
    }

    /// The country on a day, with or without the draft.
    pub(crate) fn audited(&self, day: &str, draft: bool) -> Audited<'_> {
        let drafts: Vec<&Ready<Overlay>> = if draft { vec![&self.overlay] } else { Vec::new() };
        let as_of = Day::parse(day).unwrap();
        let snapshot = Snapshot::new(&self.vocabulary, &self.framework, &drafts, as_of, Confidence::Recalled);
        let given = lacuna::Given { framework: &self.framework, drafts: drafts.clone(), day: as_of };
        let judged = |checklist| Judged {
            checklist: Ready::get(checklist),
            audit: lacuna::eval::audit(&snapshot, checklist),
            effect: draft
                .then(|| lacuna::effects(&self.vocabulary, &given, &[checklist], Confidence::Recalled).remove(0)),
        };
        Audited {
            framework: self.framework.get(),
            as_of,
            overlays: drafts.iter().map(|draft| draft.get()).collect(),
            least: Confidence::Recalled,
            checklists: self.checklists.iter().map(judged).collect(),
        }
    }

    /// A report of countries.
    pub(crate) fn report<'a>(&'a self, frameworks: Vec<Audited<'a>>) -> Report<'a> {
        Report { vocabulary: &self.vocabulary, files: &self.files, frameworks }
    }

    /// The report that most tests look at.
    pub(crate) fn write(&self, format: Format) -> String {
        written(&self.report(vec![self.audited("2008-07-01", false)]), format)
    }

    /// An item of the first checklist explained.
    pub(crate) fn explanation(&self, id: &str) -> Explanation<'_> {
        let audited = self.audited("2008-07-01", false);
        let snapshot = Snapshot::new(&self.vocabulary, &self.framework, &[], audited.as_of, Confidence::Recalled);
        let checklist = self.checklists[0].get();
        let item: &Item = checklist.item(id).unwrap();
        let finding: Finding =
            audited.checklists[0].audit.findings.iter().find(|finding| &*finding.item == id).unwrap().clone();
        let tree = |element: &Element| -> Explained { explain(&snapshot, &element.rule, element.floor) };
        let elements = item.elements.iter().map(|element| (element, tree(element))).collect();
        Explanation { vocabulary: &self.vocabulary, files: &self.files, audited, checklist, item, finding, elements }
    }
}

/// A report in a format, without colour.
pub(crate) fn written(report: &Report<'_>, format: Format) -> String {
    let mut out = String::new();
    format::write(report, format, Look::PLAIN, &mut out).unwrap();
    out
}
