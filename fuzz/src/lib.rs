//! What is done with arbitrary bytes, one function for each target. A panic, an overflow of the stack, a hang or a broken
//! promise is a finding.
//!
//! Where a target takes several texts, lines of `%%%` stand between them; what is missing is taken from the program.

use std::io::Cursor;
use std::sync::LazyLock;

use lacuna::base::day::Day;
use lacuna::base::span::{FileId, Span};
use lacuna::diag::Diagnostics;
use lacuna::eval::Snapshot;
use lacuna::model::checklist::Checklist;
use lacuna::model::document::DocumentKind;
use lacuna::model::framework::Framework;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::report::explain::Explanation;
use lacuna::report::{
    Audited, Format, Judged, Look, Report, compare, diagnostics, diff, explain, format, github, gitlab, junit, sarif,
    site,
};
use lacuna::rule::{parse, print};
use lacuna::{Document, Files, Given, Ready, embedded, text, yaml};

/// What stands between the texts of one input.
pub const BETWEEN: &str = "\n%%%\n";

/// The vocabulary and a checklist of the program, read once.
static CARRIED: LazyLock<(Vocabulary, Ready<Checklist>)> = LazyLock::new(|| {
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let vocabulary = files.add(embedded::VOCABULARY.name, embedded::VOCABULARY.text);
    let vocabulary = lacuna::read_vocabulary(&files, vocabulary, &mut found).expect("a sound vocabulary");
    let (_, carried) = embedded::CHECKLISTS[0];
    let checklist = files.add(carried.name, carried.text);
    let checklist = lacuna::read_checklist(&files, checklist, &vocabulary, &mut found).expect("a sound checklist");
    (vocabulary, checklist)
});

/// A record for drafts to be laid on.
const RECORD: &str = "framework: XAA
name: Aldonia
reviewed: 2009-08-31
coverage: partial
sources: { s: { title: Gazette } }
laws:
  act:
    title: Child Act
    kind: act
    subjects: [child-protection]
    in-force: 2000-01-01
    source: s
    confidence: verified
    provisions:
      - { at: s. 2, summary: A child is below 16., says: { child-definition: { age-below: 16, field: [protection] } } }
";

/// Any bytes as a file of any kind: every fault has a place in its file, and every format can tell it.
pub fn yaml(bytes: &[u8]) {
    let Ok(text) = yaml::read::decode(bytes.to_vec()) else { return };
    let (vocabulary, checklist) = &*CARRIED;
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let file = files.add("any.yaml", text);
    if let Some(document) = Document::read(&files, file, &mut found) {
        match document.kind {
            DocumentKind::Framework => drop(document.framework(vocabulary, &mut found)),
            DocumentKind::Overlay => drop(document.overlay_among(vocabulary, &[], &mut found)),
            DocumentKind::Checklist => drop(document.checklist(&files, vocabulary, &mut found)),
            DocumentKind::Vocabulary => drop(document.vocabulary(&mut found)),
            DocumentKind::Waivers => drop(document.waivers(std::slice::from_ref(checklist), &mut found)),
        }
    }
    told(&files, found);
}

/// A rule: what was read is printed, and what is printed is read as the same.
pub fn rule(bytes: &[u8]) {
    let Ok(rule) = std::str::from_utf8(bytes) else { return };
    let mut files = Files::new();
    let file = files.add("rule.txt", rule);
    let mut found = Diagnostics::new();
    let place = |range: std::ops::Range<usize>| Span::new(file, range);
    if let Some(read) = parse::parse(rule, place, &mut found) {
        let printed = print::print(&read);
        let again = parse::parse(&printed, place, &mut found).expect("what is printed can be read");
        assert_eq!(printed, print::print(&again));
    }
    told(&files, found);
}

/// A vocabulary, a checklist and waivers on it.
pub fn standard(bytes: &[u8]) {
    let Some([vocabulary, checklist, waivers]) = parts(bytes) else { return };
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let file = files.add("vocabulary.yaml", vocabulary);
    let own = lacuna::read_vocabulary(&files, file, &mut found);
    let vocabulary = own.as_ref().unwrap_or(&CARRIED.0);
    let file = files.add("checklist.yaml", checklist);
    let checklists: Vec<_> = lacuna::read_checklist(&files, file, vocabulary, &mut found).into_iter().collect();
    let file = files.add("waivers.yaml", waivers);
    if let Some(document) = Document::read(&files, file, &mut found) {
        document.waivers(&checklists, &mut found);
    }
    told(&files, found);
}

/// Markdown as an annotated draft, laid on a record.
pub fn law(bytes: &[u8]) {
    let Ok(draft) = std::str::from_utf8(bytes) else { return };
    let (vocabulary, checklist) = &*CARRIED;
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let record = files.add("record.yaml", RECORD);
    let record = lacuna::read_framework(&files, record, vocabulary, &mut found).expect("a sound record");
    let file = files.add("bill.md", draft);
    let read = lacuna::read_overlay(&files, file, vocabulary, &record, &mut found);
    if let Some(draft) = &read {
        let day = record.get().reviewed.value;
        let given = Given { framework: &record, drafts: vec![draft], day };
        lacuna::effects(vocabulary, &given, &[checklist], Confidence::Recalled);
    }
    told(&files, found);
}

/// A law's text, a pinpoint and a quotation.
pub fn quote(bytes: &[u8]) {
    let Some([law, at, quote]) = parts(bytes) else { return };
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let law = files.add("act.md", law);
    let indented = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
    let (at, quote) = (indented(at), indented(quote));
    let record = RECORD.replace("    provisions:", "    text: act.md\n    provisions:");
    let record = record
        .replace("at: s. 2", &format!("at: \"{at}\""))
        .replace("summary:", &format!("quote: \"{quote}\", summary:"));
    let record = files.add("record.yaml", record);
    if let Some(record) = lacuna::read_framework(&files, record, &CARRIED.0, &mut found) {
        let texts = [("act.md".into(), law)].into_iter().collect();
        lacuna::check::texts(record, &files, &texts, &mut found);
    }
    if let Some(text) = text::read(&files, law, &mut Diagnostics::new()) {
        for (id, _) in text.units() {
            text.cite_fully(id);
        }
    }
    told(&files, found);
}

/// A record and a vocabulary and checklist of its own, or those of the program, through every format.
pub fn audit(bytes: &[u8]) {
    let Some([record, vocabulary, checklist]) = parts(bytes) else { return };
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let file = files.add("vocabulary.yaml", vocabulary);
    let own = lacuna::read_vocabulary(&files, file, &mut Diagnostics::new());
    let vocabulary = own.as_ref().unwrap_or(&CARRIED.0);
    let file = files.add("checklist.yaml", checklist);
    let standard = lacuna::read_checklist(&files, file, vocabulary, &mut Diagnostics::new());
    let standard = match (&standard, &own) {
        (Some(standard), _) => standard,
        (None, None) => &CARRIED.1,
        (None, Some(_)) => return,
    };
    let file = files.add("record.yaml", record);
    let read = lacuna::read_framework(&files, file, vocabulary, &mut found);
    if let Some(record) = &read {
        every_format(&files, vocabulary, standard, record, &found);
    }
    told(&files, found);
}

fn every_format(
    files: &Files,
    vocabulary: &Vocabulary,
    standard: &Ready<Checklist>,
    record: &Ready<Framework>,
    found: &Diagnostics,
) {
    let day = record.get().reviewed.value;
    let snapshot = Snapshot::new(vocabulary, record, &[], day, Confidence::Recalled);
    let audited = || Audited {
        framework: record.get(),
        as_of: day,
        overlays: Vec::new(),
        least: Confidence::Recalled,
        checklists: vec![Judged {
            checklist: standard.get(),
            audit: lacuna::eval::audit(&snapshot, standard),
            effect: None,
        }],
    };
    let report = Report { vocabulary, files, frameworks: vec![audited()], diagnostics: Some(found) };
    for kind in Format::ALL {
        let mut out = String::new();
        format::write(&report, kind, Look::PLAIN, &mut out).expect("a text takes everything");
        if matches!(kind, Format::Text | Format::Markdown | Format::Summary | Format::Junit | Format::Github) {
            plain(&out);
        }
    }
    for (_, item) in standard.get().items().take(3) {
        let audited = audited();
        let finding = audited.checklists[0]
            .audit
            .findings
            .iter()
            .find(|it| it.item == item.id.value)
            .expect("each item has one")
            .clone();
        let elements =
            item.elements.iter().map(|it| (it, lacuna::eval::explain(&snapshot, &it.rule, it.floor))).collect();
        let checklist = standard.get();
        let explained = Explanation { vocabulary, files, audited, checklist, item, finding, elements };
        let mut out = String::new();
        explain::text(&explained, Look::PLAIN, &mut out).expect("a text takes everything");
        plain(&out);
    }
    for kind in compare::Format::ALL {
        let compared = compare::Compared::of(&report, &[], lacuna::compare::By::Elements, false);
        compare::write(&compared, kind, Look::PLAIN).expect("a comparison can be written");
    }
    site::page(site::Region {
        vocabulary,
        files,
        day,
        least: Confidence::Recalled,
        checklists: std::slice::from_ref(standard),
        countries: vec![site::Country { framework: record, drafts: Vec::new() }],
    });
}

/// Two records of a country: what changed, and the same the other way round.
pub fn diff(bytes: &[u8]) {
    let Some([old, new, _]) = parts(bytes) else { return };
    let (vocabulary, checklist) = &*CARRIED;
    let mut files = Files::new();
    let mut found = Diagnostics::new();
    let mut read = |name: &str, text: &str| -> Option<Ready<Framework>> {
        let file: FileId = files.add(name, text);
        lacuna::read_framework(&files, file, vocabulary, &mut found)
    };
    let (Some(old), Some(new)) = (read("old.yaml", old), read("new.yaml", new)) else { return };
    let day = Day::parse("2009-08-31").expect("a day");
    let given = |framework| Given { framework, drafts: Vec::new(), day };
    for (one, other) in [(given(&old), given(&new)), (given(&new), given(&old))] {
        let changes = lacuna::changes(vocabulary, &one, &other, &[(checklist, checklist)], Confidence::Recalled);
        let countries = vec![diff::Country::Compared(Box::new(changes))];
        let changes = diff::Changes { files: &files, countries };
        for kind in [diff::Format::Text, diff::Format::Markdown, diff::Format::Json] {
            let mut out = String::new();
            diff::write(&changes, kind, Look::PLAIN, &mut out).expect("a text takes everything");
        }
    }
}

/// What an editor sends, frames and all.
pub fn editor(bytes: &[u8]) {
    let mut answers = Vec::new();
    // A message that is cut off ends the conversation; it is no fault.
    let _ = lacuna::cli::converse(&mut Cursor::new(bytes), &mut answers);
}

/// The three texts of an input; an empty one for each that is missing.
fn parts(bytes: &[u8]) -> Option<[&str; 3]> {
    let mut parts = std::str::from_utf8(bytes).ok()?.splitn(3, BETWEEN);
    let mut next = || parts.next().unwrap_or("");
    Some([next(), next(), next()])
}

/// Every fault stands somewhere in its file, and every format tells it.
fn told(files: &Files, mut found: Diagnostics) {
    found.sort();
    for label in found.iter().flat_map(|fault| fault.others.iter().chain([&fault.primary])) {
        let text = &files.get(label.span.file).expect("a file").text;
        assert!(text.get(label.span.range()).is_some(), "{label:?}");
    }
    let mut out = String::new();
    diagnostics::text(&found, files, Look::PLAIN, &mut out).expect("a text takes everything");
    plain(&out);
    let mut rest = String::new();
    for written in [
        diagnostics::json(&found, files, &mut rest),
        sarif::faults(&found, files, &mut rest),
        github::faults(&found, files, &mut rest),
        gitlab::faults(&found, files, &mut rest),
        junit::faults(&found, files, &mut rest),
    ] {
        written.expect("a text takes everything");
    }
}

/// No terminal obeys what a file says.
fn plain(text: &str) {
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "a control character");
    assert!(!text.contains(['\u{202e}', '\u{200b}', '\u{2028}']), "a mark that cannot be seen");
}
