//! An invented country and two small standards, read from the files beside this one.

use lacuna::base::day::Day;
use lacuna::base::span::FileId;
use lacuna::diag::Diagnostics;
use lacuna::eval::{Explained, Snapshot, explain};
use lacuna::finding::{Finding, digest};
use lacuna::gate::{self, Baseline};
use lacuna::model::checklist::{Checklist, Element, Item};
use lacuna::model::framework::Framework;
use lacuna::model::overlay::Overlay;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::report::explain::Explanation;
use lacuna::report::{Audited, Format, Judged, Look, Report, format};
use lacuna::{Document, Files, Ready};

/// Everything a report borrows from.
pub(crate) struct Sample {
    files: Files,
    vocabulary: Vocabulary,
    framework: Ready<Framework>,
    overlay: Ready<Overlay>,
    checklists: Vec<Ready<Checklist>>,
    waivers: FileId,
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
        let mut sample = Self { files, vocabulary, framework, overlay: overlay.unwrap(), checklists, waivers: matrix };
        let waivers = sample.waivers_on(&["annex-x/trafficking-definition.no-means", "matrix/law-child-labour"]);
        sample.waivers = sample.files.add("drafts/waivers.yaml", change(&waivers));
        sample
    }

    /// A file of waivers on items or elements, decided on the words of the usual day.
    fn waivers_on(&self, addresses: &[&str]) -> String {
        let audited = self.audited("2008-07-01", false);
        let mut text = "waivers:\n".to_owned();
        for address in addresses {
            let (list, rest) = address.split_once('/').unwrap();
            let (item, element) = rest.split_once('.').map_or((rest, None), |(item, element)| (item, Some(element)));
            let judged = audited.checklists.iter().find(|judged| &*judged.audit.checklist == list).unwrap();
            let finding = judged.audit.findings.iter().find(|finding| &*finding.item == item).unwrap();
            let found = element.map(|id| finding.elements.iter().find(|found| &*found.element == id).unwrap());
            let words = found.map_or(&finding.words, |found| &found.words);
            text.push_str(&format!(
                "  - item: {address}\n    country: XAA\n    reason: The bill is before the assembly.\n    \
                 decided-by: Ministry of Justice\n    until: 2009-12-31\n    words: '{words}'\n"
            ));
        }
        text
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

    /// The country on the usual day, held against a baseline and with waivers laid on: one element is new, one worsened,
    /// one improved, one resolved and one gone; an item and an element are waived.
    pub(crate) fn marked(&self) -> Audited<'_> {
        let mut audited = self.audited("2008-07-01", false);
        let mut files = Files::new();
        let baseline = files.add("baseline.json", self.baseline());
        let mut found = Diagnostics::new();
        let baseline = Baseline::read(&files, baseline, &mut found).unwrap();
        let waivers = Document::read(&self.files, self.waivers, &mut found).unwrap();
        let waivers = waivers.waivers(&self.checklists, &mut found).unwrap();
        for judged in &mut audited.checklists {
            baseline.compare(&mut judged.audit, judged.checklist);
            lacuna::gate::waive::waive(&mut judged.audit, &waivers, &mut found);
        }
        assert!(found.is_empty(), "{found:#?}");
        audited
    }

    /// A baseline of the usual day, edited as if some things had been otherwise.
    pub(crate) fn baseline(&self) -> String {
        let audited = self.audited("2008-07-01", false);
        let whole = gate::baseline::write(audited.checklists.iter().map(|judged| &judged.audit));
        let gone = format!(
            r#"{{"country":"XAA","element":"annex-x/old.one","verdict":"gap","words":"0","fingerprint":"{}"}},"#,
            digest::fingerprint("XAA", "annex-x", "old", "one")
        );
        let mut lines: Vec<String> = Vec::new();
        for line in whole.lines() {
            let verdict = |from: &str, to: &str| line.replace(&format!(r#""{from}""#), &format!(r#""{to}""#));
            match line {
                _ if line.contains("annex-x/privacy.media") => lines.push(gone.clone()),
                _ if line.contains("annex-x/trafficking-definition.acts") => lines.push(verdict("partial", "met")),
                _ if line.contains("annex-x/trafficking-definition.exists") => lines.push(verdict("met", "unknown")),
                _ if line.contains("matrix/c182.party") => lines.push(verdict("partial", "gap")),
                _ if line.contains("matrix/law-trafficking.law") => lines.push(verdict("met", "gap")),
                _ => lines.push(line.to_owned()),
            }
        }
        lines.join("\n") + "\n"
    }

    /// A report of countries.
    pub(crate) fn report<'a>(&'a self, frameworks: Vec<Audited<'a>>) -> Report<'a> {
        Report { vocabulary: &self.vocabulary, files: &self.files, frameworks, diagnostics: None }
    }

    /// A report of the country on the usual day, without marks.
    pub(crate) fn report_of_one(&self) -> Report<'_> {
        self.report(vec![self.audited("2008-07-01", false)])
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
