//! Baselines, waivers and the line at which an audit fails, held against findings of a small country.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use lacuna::base::day::Day;
use lacuna::diag::{Code, Diagnostic, Diagnostics, Severity};
use lacuna::eval;
use lacuna::finding::{Audit, Trend, Verdict, digest};
use lacuna::gate::{Baseline, Line, baseline, line, waive};
use lacuna::model::checklist::Checklist;
use lacuna::model::words::Confidence;
use lacuna::{Document, Files, Ready, Snapshot, read_checklist, read_framework, read_vocabulary};

const CHECKLIST: &str = "checklist: c
title: C
version: 1
source: { title: None }
sections:
  - id: s
    title: S
    items:
      - id: treaty
        title: Treaty
        requires: R
        floor: any
        remedy: { lever: treaty, pointer: P }
        elements:
          - { id: party, requires: R, rule: party to treaty }
          - { id: pact, requires: R, rule: party to pact }
      - id: child
        title: Child
        requires: R
        floor: law
        basis: [{ instrument: treaty }]
        remedy: { lever: statute, pointer: P }
        elements:
          - { id: line, requires: R, rule: every provision on child has below >= 18 }
          - { id: detention, requires: R, rule: some provision on detention }
";

const FRAMEWORK: &str = "framework: XAA
name: Aldonia
reviewed: 2009-08-31
coverage: partial
sources: { s: { title: A source } }
commitments:
  treaty: { ratified: 1990-01-01, source: s, confidence: verified }
  pact: none
laws:
  act:
    title: Child Act
    kind: act
    in-force: 2000-01-01
    source: s
    confidence: verified
    provisions:
      - { at: s. 1, summary: A child is below 16., says: { child: { below: 16 } } }
silences:
  - { on: detention, note: Read in full., source: s, confidence: verified }
";

/// An audit of a country against a checklist, both as texts, with waivers and diagnostics.
struct Judged {
    audit: Audit,
    checklist: Ready<Checklist>,
    diagnostics: Diagnostics,
}

impl Judged {
    fn new(framework: &str, checklist: &str, as_of: &str) -> Self {
        let mut files = Files::new();
        let mut found = Diagnostics::new();
        let vocabulary = files.add("vocabulary.yaml", include_str!("cases/vocabulary.yaml"));
        let vocabulary = read_vocabulary(&files, vocabulary, &mut found).unwrap();
        let file = files.add("framework.yaml", framework);
        let framework = read_framework(&files, file, &vocabulary, &mut found).expect("a sound framework");
        let file = files.add("checklist.yaml", checklist);
        let checklist = read_checklist(&files, file, &vocabulary, &mut found).expect("a sound checklist");
        assert!(found.is_empty(), "{found:#?}");
        let day = Day::parse(as_of).unwrap();
        let snapshot = Snapshot::new(&vocabulary, &framework, &[], day, Confidence::Recalled);
        let audit = eval::audit(&snapshot, &checklist);
        Self { audit, checklist, diagnostics: Diagnostics::new() }
    }

    fn usual() -> Self {
        Self::new(FRAMEWORK, CHECKLIST, "2009-08-31")
    }

    fn against(mut self, before: &str) -> Self {
        let before = read(before).expect("a sound baseline");
        before.compare(&mut self.audit, self.checklist.get());
        self
    }

    /// Lays on waivers: address, last day, and the words it is decided on, or those of today.
    fn waived(mut self, waivers: &[(&str, &str, Option<&str>)]) -> Self {
        let mut text = "waivers:\n".to_owned();
        for (address, until, words) in waivers {
            let words = words.map_or_else(|| self.words(address), str::to_owned);
            text.push_str(&format!(
                "  - {{ item: c/{address}, country: XAA, reason: R, decided-by: M, until: {until}, words: '{words}' }}\n"
            ));
        }
        let mut files = Files::new();
        let file = files.add("waivers.yaml", text);
        let document = Document::read(&files, file, &mut self.diagnostics).unwrap();
        let list = document.waivers(std::slice::from_ref(&self.checklist), &mut self.diagnostics).unwrap();
        waive::waive(&mut self.audit, &list, &mut self.diagnostics);
        self
    }

    fn words(&self, address: &str) -> String {
        let (item, element) = address.split_once('.').map_or((address, None), |(item, id)| (item, Some(id)));
        let finding = self.audit.findings.iter().find(|finding| &*finding.item == item).unwrap();
        let found = element.map(|id| finding.elements.iter().find(|found| &*found.element == id).unwrap());
        found.map_or(finding.words.clone(), |found| found.words.clone())
    }

    /// The trends of the elements, then of the items.
    fn trends(&self) -> String {
        let elements = self.audit.findings.iter().flat_map(|finding| &finding.elements);
        let elements: Vec<&str> = elements.map(|element| word(element.marks.trend)).collect();
        let items: Vec<&str> = self.audit.findings.iter().map(|finding| word(finding.marks.trend)).collect();
        format!("{} | {}", elements.join(" "), items.join(" "))
    }

    fn codes(&self) -> Vec<Code> {
        self.diagnostics.iter().map(|fault| fault.code).collect()
    }

    fn reaches(&self, line: Line) -> bool {
        line::reached(&[line], [&self.audit], &self.diagnostics)
    }
}

fn word(trend: Option<Trend>) -> &'static str {
    trend.map_or("none", Trend::word)
}

fn read(text: &str) -> Result<Baseline, Vec<(Code, String)>> {
    let mut files = Files::new();
    let file = files.add("baseline.json", text);
    let mut found = Diagnostics::new();
    let read = Baseline::read(&files, file, &mut found);
    for fault in found.iter() {
        let span = fault.primary.span;
        assert!(files.get(span.file).unwrap().text.get(span.range()).is_some(), "{fault:?}");
    }
    read.ok_or_else(|| found.iter().map(|fault| (fault.code, fault.headline.clone())).collect())
}

fn written(judged: &Judged) -> String {
    baseline::write([&judged.audit])
}

#[test]
fn the_small_country_is_what_the_other_tests_take_it_for() {
    let found = Judged::usual();
    let verdicts: Vec<Verdict> = found.audit.findings.iter().map(|finding| finding.verdict).collect();
    assert_eq!(verdicts, [Verdict::Partial, Verdict::Partial]);
    let elements = found.audit.findings.iter().flat_map(|finding| &finding.elements);
    let elements: Vec<Verdict> = elements.map(|element| element.answer.verdict).collect();
    assert_eq!(elements, [Verdict::Met, Verdict::Gap, Verdict::Partial, Verdict::Gap]);
    assert!(found.audit.findings[1].duty.is_owed() && !found.audit.findings[0].duty.is_owed());
}

#[test]
fn a_baseline_is_one_sorted_entry_a_line() {
    let text = written(&Judged::usual());
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines[..3], ["{", "\"format\": \"lacuna/baseline/v1\",", "\"findings\": ["]);
    let names = ["c/child.detention", "c/child.line", "c/treaty.pact", "c/treaty.party"];
    for (line, name) in lines[3..7].iter().zip(names) {
        assert!(line.starts_with(&format!("{{\"country\":\"XAA\",\"element\":\"{name}\",\"verdict\":\"")), "{line}");
    }
    assert_eq!(lines[7..], ["]", "}"]);
    assert!(read(&text).is_ok());
}

#[test]
fn the_same_findings_are_unchanged_and_no_baseline_leaves_no_mark() {
    let found = Judged::usual();
    assert_eq!(found.trends(), "none none none none | none none");
    let text = written(&found);
    let found = found.against(&text);
    assert_eq!(found.trends(), "unchanged unchanged unchanged unchanged | unchanged unchanged");
    assert!(!found.reaches(Line::Regression));
}

#[test]
fn what_got_better_or_worse_is_marked_and_only_the_worse_is_a_regression() {
    let before = written(&Judged::usual());
    let joined = FRAMEWORK.replace("pact: none", "pact: { acceded: 2005, source: s, confidence: verified }");
    let found = Judged::new(&joined, CHECKLIST, "2009-08-31").against(&before);
    assert_eq!(found.trends(), "unchanged resolved unchanged unchanged | resolved unchanged");
    assert!(!found.reaches(Line::Regression));
    let left = FRAMEWORK.replace("1990-01-01", "1990-01-01, denounced: 2006-01-01");
    let found = Judged::new(&left, CHECKLIST, "2009-08-31").against(&before);
    assert_eq!(found.trends(), "worsened unchanged unchanged unchanged | worsened unchanged");
    assert!(found.reaches(Line::Regression));
}

#[test]
fn a_finding_does_not_go_away_with_its_grounds() {
    let before = written(&Judged::usual());
    let forgotten = FRAMEWORK.split("silences:").next().unwrap();
    let found = Judged::new(forgotten, CHECKLIST, "2009-08-31").against(&before);
    assert_eq!(found.trends(), "unchanged unchanged unchanged worsened | unchanged worsened");
    assert!(found.reaches(Line::Regression));
}

#[test]
fn the_same_verdict_on_other_words_is_unchanged_and_says_so() {
    let before = written(&Judged::usual());
    let reworded = FRAMEWORK.replace("Read in full.", "Read again in full.");
    let found = Judged::new(&reworded, CHECKLIST, "2009-08-31").against(&before);
    assert_eq!(found.trends(), "unchanged unchanged unchanged unchanged | unchanged unchanged");
    let reworded: Vec<bool> = found.audit.findings[1].elements.iter().map(|element| element.marks.reworded).collect();
    assert_eq!(reworded, [false, true]);
    // A later day alone changes no words.
    let later = Judged::new(FRAMEWORK, CHECKLIST, "2009-09-30");
    assert_eq!(written(&later), before);
}

#[test]
fn a_new_element_is_new_a_renamed_one_is_known_and_a_dropped_one_is_gone() {
    let before = written(&Judged::usual());
    let fewer = CHECKLIST.replace("          - { id: pact, requires: R, rule: party to pact }\n", "");
    let found = Judged::new(FRAMEWORK, &fewer, "2009-08-31").against(&before);
    assert_eq!(found.trends(), "unchanged unchanged unchanged | unchanged unchanged");
    let gone: Vec<(&str, Verdict)> = found.audit.gone.iter().map(|gone| (&*gone.address, gone.before)).collect();
    assert_eq!(gone, [("treaty.pact", Verdict::Gap)]);
    let was_fewer = written(&Judged::new(FRAMEWORK, &fewer, "2009-08-31"));
    let found = Judged::usual().against(&was_fewer);
    assert_eq!(found.trends(), "unchanged new unchanged unchanged | worsened unchanged");
    assert!(found.reaches(Line::Regression));
    let renamed = CHECKLIST
        .replace("id: child\n", "id: minors\n        was: [child]\n")
        .replace("id: pact,", "id: agreement, was: [pact],")
        .replace("id: party,", "id: member, was: [child.other, treaty.party],");
    let found = Judged::new(FRAMEWORK, &renamed, "2009-08-31").against(&before);
    assert_eq!(found.trends(), "unchanged unchanged unchanged unchanged | unchanged unchanged");
    assert!(found.audit.gone.is_empty(), "{:?}", found.audit.gone);
}

#[test]
fn entries_of_other_countries_and_checklists_are_no_concern() {
    let other = written(&Judged::new(&FRAMEWORK.replace("XAA", "XAB"), CHECKLIST, "2009-08-31"));
    let found = Judged::usual().against(&other);
    assert_eq!(found.trends(), "new new new new | new new");
    assert!(found.audit.gone.is_empty());
    let other = written(&Judged::new(FRAMEWORK, &CHECKLIST.replace("checklist: c", "checklist: d"), "2009-08-31"));
    assert!(Judged::usual().against(&other).audit.gone.is_empty());
}

#[test]
fn entries_of_what_is_not_audited_are_counted_and_named() {
    let one = written(&Judged::usual());
    let other = written(&Judged::new(&FRAMEWORK.replace("XAA", "XAB"), CHECKLIST, "2009-08-31"));
    let entries =
        |text: &str| text.lines().filter(|line| line.starts_with("{\"")).map(str::to_owned).collect::<Vec<_>>();
    let lines: Vec<String> = entries(&one).into_iter().chain(entries(&other)).collect();
    let lines: Vec<&str> = lines.iter().map(|line| line.trim_end_matches(',')).collect();
    let both = format!("{{\n\"format\": \"lacuna/baseline/v1\",\n\"findings\": [\n{}\n]\n}}\n", lines.join(",\n"));
    let said = |text: &str| {
        let mut files = Files::new();
        let mut found = Diagnostics::new();
        let file = files.add("baseline.json", text);
        let baseline = Baseline::read(&files, file, &mut found).expect("a sound baseline");
        baseline.beyond(&files, [&Judged::usual().audit], &mut found);
        let told = |fault: &Diagnostic| {
            let place = files.position(fault.primary.span).line;
            format!("{} {place} {}; {}", fault.code, fault.headline, fault.help.join("; "))
        };
        found.iter().map(told).collect::<Vec<_>>()
    };
    assert_eq!(said(&one), Vec::<String>::new());
    assert_eq!(
        said(&both),
        ["baseline-unaudited 8 the baseline has 4 entries of what is not audited here; not audited: XAB by c; \
          if they are gone for good, write the baseline again; else audit them too"]
    );
}

#[test]
fn what_is_no_baseline_is_refused() {
    let sound = written(&Judged::usual());
    let bad = |text: &str| {
        let found = read(text).expect_err("no baseline");
        assert!(found.iter().all(|(code, _)| *code == Code::BadBaseline), "{found:?}");
        found[0].1.clone()
    };
    for text in ["", "{", "[]", "null", "framework: XAA\n", &"[".repeat(100_000), &sound[..sound.len() / 2]] {
        assert_eq!(bad(text), "this is no baseline", "{text:.20}");
    }
    assert!(bad("{}").starts_with("this is no baseline: it does not say"));
    assert!(bad(r#"{"format":"lacuna/report/v1"}"#).contains("its format is `lacuna/report/v1`"));
    assert_eq!(bad(&sound.replace("\"words\"", "\"word\"")), "this is no baseline");
    assert_eq!(bad(&sound.replace("\"findings\"", "\"results\"")), "this is no baseline");
    assert_eq!(bad(&sound.replace("\"gap\"", "\"gaps\"")), "`gaps` is no verdict");
    assert!(bad(&sound.replace("c/child.line", "c/child.limit")).contains("`c/child.limit` in XAA is another one"));
    assert!(bad(&sound.replace("c/child.line", "child")).contains("names no element"));
    let first = sound.lines().nth(3).unwrap();
    assert_eq!(bad(&sound.replace(first, &format!("{first}\n{first}"))), "`c/child.detention` stands twice for XAA");
    let marked = sound.replace(first, &format!("<<<<<<< ours\n{first}\n=======\n{first}\n>>>>>>> theirs"));
    assert_eq!(bad(&marked), "this is no baseline");
    let later = read(&sound.replace("baseline/v1", "baseline/v2")).expect_err("another version");
    assert_eq!(later[0].0, Code::BaselineVersion);
}

#[test]
fn a_baseline_in_any_order_says_the_same() {
    let sound = written(&Judged::usual());
    let mut lines: Vec<&str> = sound.lines().collect();
    lines.swap(3, 4);
    let found = Judged::usual().against(&lines.join("\n"));
    assert_eq!(found.trends(), "unchanged unchanged unchanged unchanged | unchanged unchanged");
}

#[test]
fn a_verdict_fails_unless_it_is_waived() {
    let found = Judged::usual();
    assert!(found.reaches(Line::Verdict(Verdict::Partial)));
    assert!(!found.reaches(Line::Verdict(Verdict::Gap)), "verdicts are those of items");
    assert!(found.reaches(Line::Owed) && !found.reaches(Line::Severity(Severity::Warning)));
    let found = found.waived(&[("treaty", "2009-08-31", None), ("child.line", "2010-12-31", None)]);
    assert_eq!(found.codes(), []);
    assert!(found.audit.findings[0].is_waived() && !found.audit.findings[1].is_waived());
    assert_eq!(found.audit.findings[0].verdict, Verdict::Partial, "the verdict stays");
    assert!(found.reaches(Line::Verdict(Verdict::Partial)), "the gap in `child.detention` is left");
    assert!(found.reaches(Line::Owed));
    let found = found.waived(&[("child.detention", "2010-12-31", None)]);
    assert!(found.audit.findings[1].is_waived());
    assert!(!found.reaches(Line::Verdict(Verdict::Partial)) && !found.reaches(Line::Owed));
}

#[test]
fn a_waived_gap_leaves_no_gap_beside_what_is_not_assessed() {
    let open = FRAMEWORK.replace("says: { child: { below: 16 } }", "says: {}").replace(", says: {}", "");
    let found = Judged::new(&open, CHECKLIST, "2009-08-31");
    assert_eq!(found.audit.findings[1].verdict, Verdict::Gap);
    assert!(found.reaches(Line::Verdict(Verdict::Gap)));
    let found = found.waived(&[("child.detention", "2010-12-31", None)]);
    assert!(!found.reaches(Line::Verdict(Verdict::Gap)));
    assert!(!found.audit.findings[1].is_waived(), "something is still open");
}

#[test]
fn a_waived_regression_is_none() {
    let before = written(&Judged::usual());
    let left = FRAMEWORK.replace("1990-01-01", "1990-01-01, denounced: 2006-01-01");
    let found = Judged::new(&left, CHECKLIST, "2009-08-31").against(&before);
    assert!(found.reaches(Line::Regression));
    assert!(!found.waived(&[("treaty.party", "2010-12-31", None)]).reaches(Line::Regression));
}

#[test]
fn a_waiver_holds_to_its_last_day() {
    let on = |day: &str| Judged::new(FRAMEWORK, CHECKLIST, day).waived(&[("treaty", "2010-06-30", None)]);
    assert_eq!(on("2010-06-30").codes(), []);
    assert!(on("2010-06-30").audit.findings[0].is_waived());
    let late = on("2010-07-01");
    assert_eq!(late.codes(), [Code::WaiverExpired]);
    assert!(!late.audit.findings[0].is_waived() && late.reaches(Line::Severity(Severity::Warning)));
    assert!(!late.reaches(Line::Severity(Severity::Error)));
}

#[test]
fn a_waiver_of_what_is_met_is_idle() {
    let found = Judged::usual().waived(&[("treaty.party", "2010-06-30", None)]);
    assert_eq!(found.codes(), [Code::WaiverIdle]);
    assert!(found.audit.findings[0].elements[0].marks.waivers.is_empty());
}

#[test]
fn a_waiver_is_overtaken_when_the_words_change() {
    let words = Judged::usual().words("child");
    let silent = FRAMEWORK.replace("Read in full.", "Read again in full.");
    let found = Judged::new(&silent, CHECKLIST, "2009-08-31").waived(&[("child", "2010-06-30", Some(&words))]);
    assert_eq!(found.codes(), [Code::WaiverOvertaken]);
    assert!(!found.audit.findings[1].is_waived());
    let help = found.diagnostics.iter().next().unwrap().help.join(" ");
    assert!(help.contains(&format!("`words: {}`", found.words("child"))), "{help}");
    let asked = CHECKLIST.replace("rule: some provision on detention", "rule: some provision on detention or child");
    let found = Judged::new(FRAMEWORK, &asked, "2009-08-31").waived(&[("child", "2010-06-30", Some(&words))]);
    assert_eq!(found.codes(), [Code::WaiverOvertaken], "the checklist asks something else");
}

#[test]
fn digests_tell_texts_apart_that_look_alike_when_joined() {
    assert_ne!(digest::words_of_item(["ab", "c"]), digest::words_of_item(["a", "bc"]));
    assert_eq!(digest::fingerprint("XAA", "c", "i", "e"), digest::fingerprint("XAA", "c", "i", "e"));
    assert_ne!(digest::fingerprint("XAA", "c", "i", "e"), digest::fingerprint("XAB", "c", "i", "e"));
}
