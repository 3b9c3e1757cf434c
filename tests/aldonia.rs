//! The invented country of the examples: its laws' own texts bear out its record, and its bill does what its page says.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that fails may panic"
)]

use std::collections::BTreeMap;
use std::fs;

use lacuna::base::day::Day;
use lacuna::check::{self, Ready, Texts};
use lacuna::diag::{Code, Diagnostics};
use lacuna::finding::{Answer, Audit};
use lacuna::model::framework::{Doubt, Framework};
use lacuna::model::overlay::Overlay;
use lacuna::model::vocabulary::Vocabulary;
use lacuna::model::words::Confidence;
use lacuna::{Files, Snapshot, embedded, eval, read_checklist, read_framework, read_overlay, read_vocabulary};

const FOLDER: &str = "examples/aldonia";

/// The example as it lies on disk, with the words of one file changed.
struct Aldonia {
    files: Files,
    vocabulary: Vocabulary,
    framework: Ready<Framework>,
    diagnostics: Diagnostics,
}

fn aldonia(change: impl Fn(&str, String) -> String) -> Aldonia {
    let mut files = Files::new();
    let mut diagnostics = Diagnostics::new();
    let vocabulary = files.add("vocabulary.yaml", embedded::VOCABULARY.text);
    let vocabulary = read_vocabulary(&files, vocabulary, &mut diagnostics).unwrap();
    let read = |name: &str| change(name, fs::read_to_string(format!("{FOLDER}/{name}")).unwrap());
    let file = files.add("aldonia.yaml", read("aldonia.yaml"));
    let framework = read_framework(&files, file, &vocabulary, &mut diagnostics).unwrap();
    let mut texts = Texts::new();
    for path in check::texts::wanted(&framework.get().laws) {
        texts.insert(path.value.clone(), files.add(&path.value, read(&path.value)));
    }
    assert_eq!(texts.len(), 2);
    let framework = check::texts(framework, &files, &texts, &mut diagnostics);
    Aldonia { files, vocabulary, framework, diagnostics }
}

impl Aldonia {
    fn bill(&mut self, name: &str) -> Ready<Overlay> {
        let file = self.files.add(name, fs::read_to_string(format!("{FOLDER}/{name}")).unwrap());
        read_overlay(&self.files, file, &self.vocabulary, &self.framework, &mut self.diagnostics).unwrap()
    }

    fn audit(&self, drafts: &[&Ready<Overlay>], day: &str) -> Audit {
        let mut files = Files::new();
        let (_, annex_d) = embedded::CHECKLISTS[0];
        let file = files.add(annex_d.name, annex_d.text);
        let checklist = read_checklist(&files, file, &self.vocabulary, &mut Diagnostics::new()).unwrap();
        let day = Day::parse(day).unwrap();
        let snapshot = Snapshot::new(&self.vocabulary, &self.framework, drafts, day, Confidence::Recalled);
        eval::audit(&snapshot, &checklist)
    }
}

fn answers(audit: &Audit) -> BTreeMap<String, &Answer> {
    let elements = audit.findings.iter().flat_map(|finding| {
        finding.elements.iter().map(move |element| (format!("{}.{}", finding.item, element.element), &element.answer))
    });
    elements.collect()
}

/// The elements whose verdict differs, each with both.
fn changes(before: &Audit, after: &Audit) -> Vec<String> {
    let (before, after) = (answers(before), answers(after));
    let both = before.iter().map(|(element, old)| (element, old.verdict, after[element].verdict));
    both.filter(|(_, old, new)| old != new)
        .map(|(element, old, new)| format!("{element}: {} → {}", old.name(), new.name()))
        .collect()
}

fn same(_: &str, text: String) -> String {
    text
}

#[test]
fn the_laws_own_texts_bear_out_the_record() {
    let aldonia = aldonia(same);
    assert_eq!(aldonia.diagnostics.iter().map(|it| &it.headline).collect::<Vec<_>>(), Vec::<&String>::new());
    assert!(aldonia.framework.get().laws.iter().flat_map(|law| &law.provisions).all(|it| it.doubt.is_none()));
}

#[test]
fn only_what_nobody_read_is_said_about_the_bills() {
    let mut aldonia = aldonia(same);
    let first = aldonia.bill("bill-first-reading.md");
    aldonia.bill("bill-second-reading.md");
    let said: Vec<_> = aldonia.diagnostics.iter().map(|it| (it.code, aldonia.files.text(it.primary.span))).collect();
    assert_eq!(said, [(Code::UnreadArticle, "### Article 10. Rules of the Minister")]);
    let law = &first.get().laws[0];
    assert_eq!(law.provisions.len(), 7);
    let article = &law.provisions[2];
    assert_eq!(&*article.at.value, "Article 4");
    assert_eq!(aldonia.files.text(article.at.span), "### Article 4. No punishment of child victims");
    let quote = article.quote.as_ref().unwrap();
    assert!(quote.value.starts_with("(1) A child victim commits no offence"), "{}", quote.value);
    assert!(quote.value.ends_with("No court and no officer may set this article aside."));
    assert!(aldonia.files.text(quote.span).starts_with("(1) A child victim"));
    assert_eq!(&*law.provisions[3].summary, "Article 88 of the Penal Code is repealed.");
}

#[test]
fn the_bill_as_brought_in_closes_and_opens_gaps_and_contradicts_the_act() {
    let mut aldonia = aldonia(same);
    let bill = aldonia.bill("bill-first-reading.md");
    let now = aldonia.audit(&[], "2010-06-30");
    let with = aldonia.audit(&[&bill], "2010-06-30");
    assert_eq!(
        changes(&now, &with),
        [
            "liability.public-officials: gap → met",
            "non-punishment.no-law-punishes: partial → met",
            "non-punishment.no-prosecution: gap → met",
            "non-punishment.not-liftable: gap → met",
            "non-punishment.offences: gap → met",
            "non-punishment.whatever-the-role: gap → met",
            "privacy.all-stages: met → gap",
            "privacy.identity-and-records: met → gap",
            "trafficking-definition.no-means-for-a-child: met → conflict",
            "unconditional-protection.explicit: gap → met",
            "unconditional-protection.no-condition: gap → met",
        ]
    );
    let answers = answers(&with);
    let conflict = answers["trafficking-definition.no-means-for-a-child"];
    assert_eq!(conflict.grounds[0].address(), "Anti-Trafficking Act, s. 3(2)");
    assert_eq!(conflict.contradicts[0].address(), "Child Victims Bill, Article 3");
    let privacy = answers["privacy.identity-and-records"];
    assert!(privacy.near_misses.iter().any(|near| near.reason.words() == "repealed by the draft “Child Victims Bill”"));
}

#[test]
fn one_article_of_the_bill_commences_later_than_the_rest() {
    let mut aldonia = aldonia(same);
    let bill = aldonia.bill("bill-first-reading.md");
    let before = aldonia.audit(&[&bill], "2009-12-31");
    assert_eq!(changes(&aldonia.audit(&[], "2009-12-31"), &before), Vec::<String>::new());
    let (early, late) = (aldonia.audit(&[&bill], "2011-12-31"), aldonia.audit(&[&bill], "2012-01-01"));
    assert_eq!(changes(&early, &late), ["unconditional-protection.stay: gap → met"]);
    let answers = answers(&early);
    let near = &answers["unconditional-protection.stay"].near_misses;
    let near: Vec<String> =
        near.iter().map(|near| format!("{}: {}", near.ground.address(), near.reason.words())).collect();
    assert_eq!(near, ["Child Victims Bill, Article 9: not in force before 2012-01-01"]);
}

#[test]
fn the_committee_mends_the_bill_and_spoils_an_article_of_it() {
    let mut aldonia = aldonia(same);
    let (first, second) = (aldonia.bill("bill-first-reading.md"), aldonia.bill("bill-second-reading.md"));
    let (before, after) = (aldonia.audit(&[&first], "2010-06-30"), aldonia.audit(&[&second], "2010-06-30"));
    assert_eq!(
        changes(&before, &after),
        [
            "non-punishment.not-liftable: met → partial",
            "privacy.all-stages: gap → met",
            "privacy.identity-and-records: gap → met",
            "trafficking-definition.no-means-for-a-child: conflict → met",
            "unconditional-protection.stay: gap → met",
        ]
    );
}

#[test]
fn a_verdict_that_rests_on_a_failing_quotation_says_so() {
    let spoilt = |name: &str, text: String| match name {
        "texts/child-protection-act.md" => text.replace("are paramount", "are weighed"),
        _ => text,
    };
    let aldonia = aldonia(spoilt);
    let codes: Vec<Code> = aldonia.diagnostics.iter().map(|it| it.code).collect();
    assert_eq!(codes, [Code::QuoteNotFound]);
    let audit = aldonia.audit(&[], "2009-08-31");
    let answers = answers(&audit);
    let notes: Vec<&str> = answers["best-interests.paramount"].grounds[0].notes.iter().map(|note| &**note).collect();
    assert_eq!(notes, [Doubt::Quotation.words()]);
}

#[test]
fn the_record_is_laid_out_as_the_program_lays_it_out() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_lacuna"));
    let output = command.env_clear().args(["fmt", "--check", FOLDER]).output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stdout).unwrap().as_str()), (Some(0), ""));
}
