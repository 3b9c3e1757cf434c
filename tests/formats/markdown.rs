//! What the gap report says, in the order in which it says it.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, parse_document};
use lacuna::report::{Format, explain};

use super::sample::{Sample, written};

/// Reads Markdown as GitHub does.
pub(crate) fn github<'a>(arena: &'a Arena<'a>, text: &str) -> &'a AstNode<'a> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.math_dollars = true;
    options.extension.alerts = true;
    options.extension.superscript = true;
    parse_document(arena, text, &options)
}

/// The headings of a page with their levels, as text.
fn headings(text: &str) -> Vec<(u8, String)> {
    let arena = Arena::new();
    let nodes = github(&arena, text).descendants();
    nodes.filter_map(|node| Some((level(node)?, words(node)))).collect()
}

fn level(node: &AstNode<'_>) -> Option<u8> {
    match &node.data.borrow().value {
        NodeValue::Heading(heading) => Some(heading.level),
        _ => None,
    }
}

fn words<'a>(node: &'a AstNode<'a>) -> String {
    let text = |inner: &AstNode<'_>| match &inner.data.borrow().value {
        NodeValue::Text(text) => text.to_string(),
        _ => String::new(),
    };
    node.descendants().map(text).collect()
}

#[test]
fn the_parts_follow_each_other_as_a_lawyer_reads_them() {
    let headings = headings(&Sample::new().write(Format::Markdown));
    let parts: Vec<(u8, &str)> = headings.iter().map(|(level, words)| (*level, &**words)).collect();
    assert_eq!(
        parts,
        [
            (1, "Gap report: Aldonia, as at 2008-07-01"),
            (2, "What was audited"),
            (2, "The result in numbers"),
            (2, "What most needs attention"),
            (2, "Findings: Trafficking checklist"),
            (3, "Definition"),
            (4, "⚡ conflict: Trafficking is defined as in the Protocol"),
            (4, "◐ falls short: Victims are not punished"),
            (3, "Protection"),
            (2, "Findings: Matrix of instruments"),
            (3, "Treaties"),
            (3, "Laws and plans"),
            (2, "What is met"),
            (3, "Met: Trafficking checklist"),
            (3, "Met: Matrix of instruments"),
            (2, "What does not apply"),
            (2, "What was not assessed"),
            (3, "Not assessed: Trafficking checklist"),
            (3, "Not assessed: Matrix of instruments"),
            (2, "Sources"),
            (2, "Method and limits"),
        ]
    );
}

/// Asserts that a report holds each of some passages, in their order.
fn holds(report: &str, passages: &[&str]) {
    let mut rest = report;
    for passage in passages {
        let Some(at) = rest.find(passage) else { panic!("missing or out of order: {passage}\n\n{report}") };
        rest = &rest[at + passage.len()..];
    }
}

#[test]
fn an_item_says_what_is_asked_what_is_there_and_what_is_lacking() {
    let report = Sample::new().write(Format::Markdown);
    holds(
        &report,
        &[
            "#### ⚡ conflict: Trafficking is defined as in the Protocol\n\nItem annex-x/trafficking-definition.",
            "**Required.** The definition names the five acts and asks for no means where the victim is a child.",
            "**◐ falls short.** Required: One definition names all five acts.",
            "| Anti-Trafficking Act | s. 3(a) | Trafficking is the recruitment, transportation or harbouring of a person; \
             for a child no means need be shown. | verified, S1. In practice: partly in use: Two courts still ask for \
             deceit. | 33 |",
            "- **Missing:** 3 of 5 acts; absent: transfer; not found in the record: receipt.",
            "- **For the drafter** (regulation) List the five acts in one sentence.",
            "**⚡ conflict.** Required: No provision asks for a means where the victim is a child.",
            "Against it stands:",
            "| Police Circular on trafficking | para. 2 | Deceit or force must be shown for every victim. In force since \
             2006 at the latest; the exact day is not recorded. | reported, S2 |",
            "- **Shortfall:** Police Circular on trafficking, para. 2 says otherwise: required. Question: Must a means be \
             shown where the victim is a child? Asked for: child-means = irrelevant.",
            "- The law says what trafficking is (Anti-Trafficking Act, s. 3(a); Police Circular on trafficking, para. 2).",
            "**Not assessed in this item** (1 of 4 elements; listed near the end of this report).",
            "**Duty.** Owed. Aldonia is bound by CRC, article 35, since 1991-05.",
            "- CRC, article 35: States prevent the abduction of, the sale of and the traffic in children.",
            "**For the drafter** (statute) Amend the Act and withdraw the circular.",
        ],
    );
    holds(
        &report,
        &[
            "#### ◐ falls short: Victims are not punished",
            "- **Shortfall:** Anti-Trafficking Act, s. 41 does not say. Question: Can the protection be lifted? Asked for: \
             revocable = no.",
            "**Duty.** Recommended. None of the treaties behind it is known to bind Aldonia on 2008-07-01: Palermo \
             Protocol.",
        ],
    );
}

#[test]
fn a_section_of_single_questions_is_a_table_with_its_grounds() {
    let report = Sample::new().write(Format::Markdown);
    holds(
        &report,
        &[
            "### Treaties\n\n4 items here. ● met: 1 · ◐ falls short: 2 · – not applicable: 1.",
            "| ◐ falls short | **Protocol against Trafficking in Persons.** The country is party to the Protocol. | \
             **Signed on 2001-11-15, and not ratified by 2008-07-01.** Signed 2001-11-15; acceded 2012-06-08. (verified, \
             S2, line 20) | (treaty) Join the parent convention first. |",
            "**It binds North Island only.** Ratified 2001-03-02. (recalled, line 21) Unverified: known from memory only.",
            "| ○ gap | **Law on child labour.** A law on child labour is in force. | Looked for and not found. The index of \
             the Gazette up to 2009 has no such law. (verified, S1, line 79) |",
        ],
    );
}

#[test]
fn what_was_not_assessed_names_what_would_settle_it_and_is_never_a_gap() {
    let report = Sample::new().write(Format::Markdown);
    let (findings, open) = report.split_once("## What was not assessed").unwrap();
    assert!(!findings.contains("gap: The identity of victims"), "{findings}");
    holds(
        open,
        &[
            "- **? Trafficking is defined as in the Protocol.** 1 of 4 elements not assessed.",
            "  - Open: Data on trafficking are published.",
            "  - To settle it: the provisions of law or policy on “Data on trafficking”. Who collects data on trafficking, \
             and how often?",
            "- **? The identity of victims is protected.** To settle it: the provisions of law on “Privacy of victims”.",
            "  - Searched without result: Police Circular on trafficking: The circular was searched for rules on names and \
             pictures.",
            "  - Near miss: Anti-Trafficking Act, s. 60: not in force before 2010-01-01. The media do not publish the name \
             of a victim.",
            "- **? Plan on child labour.** To settle it: the provincial plan on “Child labour” with its dates, or a note \
             that it was looked for and not found.",
        ],
    );
}

#[test]
fn only_sources_that_are_cited_are_listed() {
    let report = Sample::new().write(Format::Markdown);
    let (_, sources) = report.split_once("## Sources").unwrap();
    assert!(sources.contains("- **S1.** Official Gazette of Aldonia, Government Printer, 2004. <https://gazette."));
    assert!(sources.contains("- **S2.** Survey of child protection law"));
    assert!(!report.contains("A book that nothing rests on"));
}

#[test]
fn the_day_of_the_audit_is_questioned_where_the_record_does_not_reach_it() {
    let sample = Sample::new();
    let report = |day| written(&sample.report(vec![sample.audited(day, false)]), Format::Markdown);
    let early = "**Please note.** The record begins on 1991-05, after the day of this audit (1990-01-01).";
    let late = "**Please note.** The record was brought up to 2009-08-31, before the day of this audit (2012-01-01).";
    assert!(report("1990-01-01").contains(early));
    assert!(report("2012-01-01").contains(late));
    assert!(!report("2009-08-31").contains("**Please note.**"));
}

#[test]
fn a_draft_is_named_and_what_rests_on_it_is_marked() {
    let sample = Sample::new();
    let report = written(&sample.report(vec![sample.audited("2008-07-01", true)]), Format::Markdown);
    holds(
        &report,
        &[
            "- **Draft laid over the law in force:** Trafficking Amendment Bill 2010",
            "- One definition names all five acts (Trafficking Amendment Bill, cl. 2 (draft)). (a draft that is not in \
             force is counted in)",
            "| ● Law on child labour (a draft that is not in force is counted in) | Trafficking Amendment Bill (draft) |",
            "**Drafts.** The drafts named above are not in force.",
        ],
    );
}

#[test]
fn several_countries_follow_a_table_of_contents_whose_links_lead_somewhere() {
    let sample = Sample::new();
    let countries = vec![sample.audited("2008-07-01", false), sample.audited("2008-07-01", true)];
    let report = written(&sample.report(countries), Format::Markdown);
    holds(
        &report,
        &[
            "# Gap reports\n\n- [Gap report: Aldonia, as at 2008-07-01](#gap-report-aldonia-as-at-2008-07-01)\n",
            "  - [Sources](#sources)\n",
            "- [Gap report: Aldonia, as at 2008-07-01](#gap-report-aldonia-as-at-2008-07-01-1)\n",
            "  - [Sources](#sources-1)\n",
        ],
    );
    // Every link within the page leads to the name that GitHub gives one of its headings.
    let mut namer = comrak::Anchorizer::new();
    let names: Vec<String> = headings(&report).iter().map(|(_, words)| namer.anchorize(words)).collect();
    let links: Vec<&str> =
        report.split("](#").skip(1).filter_map(|rest| rest.split_once(')').map(|(name, _)| name)).collect();
    assert!(links.len() > 20, "{links:?}");
    for link in links {
        assert!(names.iter().any(|name| name == link), "{link} leads nowhere: {names:?}");
    }
}

#[test]
fn an_explanation_tells_each_part_with_what_settled_it() {
    let sample = Sample::new();
    let mut page = String::new();
    explain::markdown(&sample.explanation("trafficking-definition"), &mut page).unwrap();
    holds(
        &page,
        &[
            "# annex-x/trafficking-definition in Aldonia, as at 2008-07-01",
            "**⚡ conflict:** Trafficking is defined as in the Protocol.",
            "## ⚡ conflict: No provision asks for a means where the victim is a child.",
            "- **⚡ conflict:** every provision on trafficking-definition where states child-means has child-means = \
             irrelevant",
            "  - rests on: Anti-Trafficking Act, s. 3(a): Trafficking is the recruitment,",
            "  - against it: Police Circular on trafficking, para. 2: Deceit or force must be shown for every victim.",
        ],
    );
}
