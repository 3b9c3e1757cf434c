//! What a set of records holds, in numbers: a page for those who keep them.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::escape::MarkdownText;
use crate::finding::Audit;
use crate::model::framework::{Framework, Provision, SilenceOn};
use crate::model::vocabulary::{AttributeId, TopicId, Vocabulary};
use crate::model::words::{Confidence, Tier};

/// One record, with its audit against the checklist that coverage is counted by.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// The record.
    pub framework: &'a Framework,
    /// Its audit.
    pub audit: &'a Audit,
}

/// The numbers as Markdown: what each record holds, and the statements on each topic with the attributes they use.
pub fn markdown(records: &[Counted<'_>], vocabulary: &Vocabulary) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = holdings(&mut out, records);
    let _ = topics(&mut out, records, vocabulary);
    out
}

fn holdings(out: &mut String, records: &[Counted<'_>]) -> std::fmt::Result {
    writeln!(
        out,
        "| country | laws | policies | commitments | provisions | verified | reported | recalled | statements | silences | elements assessed |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
    )?;
    for Counted { framework, audit } in records {
        let tier = |tier: Tier| framework.laws.iter().filter(|law| law.tier == tier).count();
        let provisions: Vec<&Provision> = framework.laws.iter().flat_map(|law| &law.provisions).collect();
        let known = |confidence: Confidence| provisions.iter().filter(|it| it.confidence == confidence).count();
        let share = |confidence| percent(known(confidence), provisions.len());
        let statements: usize = provisions.iter().map(|provision| provision.statements.len()).sum();
        let elements = || audit.findings.iter().flat_map(|finding| &finding.elements);
        let assessed = elements().filter(|element| element.answer.verdict.is_assessed()).count();
        writeln!(
            out,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {statements} | {} | {assessed} of {} |",
            MarkdownText(&framework.name),
            tier(Tier::Law),
            tier(Tier::Policy),
            framework.commitments.len(),
            provisions.len(),
            share(Confidence::Verified),
            share(Confidence::Reported),
            share(Confidence::Recalled),
            framework.silences.len(),
            elements().count(),
        )?;
    }
    Ok(())
}

fn percent(part: usize, whole: usize) -> String {
    // In tenths of a percent, rounded half up.
    let tenths = (part * 1_000 + whole / 2).checked_div(whole).unwrap_or(0);
    format!("{}.{} %", tenths / 10, tenths % 10)
}

/// For each topic: how many statements and silences each record has, and which attributes they use.
fn topics(out: &mut String, records: &[Counted<'_>], vocabulary: &Vocabulary) -> std::fmt::Result {
    let codes: Vec<String> = records.iter().map(|record| record.framework.country.value.to_string()).collect();
    writeln!(out, "\nStatements on each topic, with the number of silences on it after the sign –.\n")?;
    writeln!(out, "| topic | {} |\n| --- |{}", codes.join(" | "), " ---: |".repeat(codes.len()))?;
    for (id, topic) in vocabulary.topics() {
        let cells: Vec<String> = records.iter().map(|record| cell(record.framework, id)).collect();
        writeln!(out, "| {} | {} |", MarkdownText(&topic.id), cells.join(" | "))?;
    }
    writeln!(out, "\nHow often each attribute is stated, in the order of the countries above.\n")?;
    writeln!(out, "| topic | attributes |\n| --- | --- |")?;
    for (id, topic) in vocabulary.topics() {
        let uses: Vec<BTreeMap<AttributeId, usize>> = records.iter().map(|it| uses(it.framework, id)).collect();
        let attribute = |(name, attribute): (&str, AttributeId)| {
            let counts: Vec<String> =
                uses.iter().map(|uses| uses.get(&attribute).copied().unwrap_or(0).to_string()).collect();
            format!("{} {}", MarkdownText(name), counts.join("/"))
        };
        let names = topic
            .attributes
            .iter()
            .filter_map(|it| vocabulary.find_attribute(id, &it.id).ok().map(|found| (&*it.id, found)));
        let words: Vec<String> = names.map(attribute).collect();
        writeln!(out, "| {} | {} |", MarkdownText(&topic.id), words.join(", "))?;
    }
    Ok(())
}

fn cell(framework: &Framework, topic: TopicId) -> String {
    let provisions = framework.laws.iter().flat_map(|law| &law.provisions);
    let statements = provisions.flat_map(|provision| &provision.statements).filter(|it| it.topic == topic).count();
    let silent = |on: &SilenceOn| matches!(on, SilenceOn::Topic { topic: other, .. } if *other == topic);
    let silences = framework.silences.iter().filter(|silence| silent(&silence.on)).count();
    if silences == 0 { statements.to_string() } else { format!("{statements} – {silences}") }
}

fn uses(framework: &Framework, topic: TopicId) -> BTreeMap<AttributeId, usize> {
    let mut uses = BTreeMap::new();
    let provisions = framework.laws.iter().flat_map(|law| &law.provisions);
    for statement in provisions.flat_map(|provision| &provision.statements).filter(|it| it.topic == topic) {
        for (attribute, _) in &statement.values {
            *uses.entry(*attribute).or_insert(0) += 1;
        }
    }
    uses
}
