//! The vocabulary and the two annexes: whole, and every word defined.

use std::collections::BTreeSet;

use lacuna::finding::Verdict;
use lacuna::model::checklist::Checklist;
use lacuna::model::checklist::requirement::RequirementKind;
use lacuna::model::vocabulary::Vocabulary;

use super::support::{SHIPPED, audit};

fn annex(id: &str) -> &'static Checklist {
    SHIPPED.checklists.iter().map(lacuna::Ready::get).find(|list| &*list.id.value == id).unwrap()
}

#[test]
fn the_shipped_files_hold_together() {
    assert_eq!(SHIPPED.diagnostics, Vec::<String>::new());
}

#[test]
fn annex_d_has_27_items_in_nine_sections() {
    let items: Vec<usize> = annex("annex-d").sections.iter().map(|section| section.items.len()).collect();
    assert_eq!(items, [4, 2, 4, 1, 9, 2, 2, 2, 1]);
}

#[test]
fn annex_b_has_70_rows_in_six_sections() {
    let rows: Vec<usize> = annex("annex-b").sections.iter().map(|section| section.items.len()).collect();
    assert_eq!(rows, [22, 5, 18, 15, 7, 3]);
}

#[test]
fn every_item_says_what_to_write_and_every_element_of_annex_d_is_a_question_of_its_own() {
    for (_, item) in annex("annex-d").items() {
        assert!(item.remedy.pointer.len() > 40, "{}", item.id.value);
        assert!(!item.basis.is_empty() || item.note.is_some(), "{} has no basis and does not say why", item.id.value);
        let asked: BTreeSet<&str> = item.elements.iter().map(|element| &*element.requires).collect();
        assert_eq!(asked.len(), item.elements.len(), "{} asks something twice", item.id.value);
    }
}

#[test]
fn every_word_is_defined_in_words_other_than_itself() {
    for (_, set) in SHIPPED.vocabulary.term_sets() {
        for term in &set.terms {
            assert!(term.definition.len() > term.id.len() + 3, "{}.{} is not defined", set.id, term.id);
            assert_ne!(term.definition.to_lowercase(), term.title.to_lowercase(), "{}.{}", set.id, term.id);
        }
    }
    for (_, topic) in SHIPPED.vocabulary.topics() {
        assert!(topic.definition.len() > 40, "{}", topic.id);
        assert!(topic.asks.ends_with('?'), "{}", topic.id);
    }
}

#[test]
fn every_instrument_of_the_vocabulary_has_its_row_or_stands_in_a_basis() {
    let mut used = BTreeSet::new();
    for list in &SHIPPED.checklists {
        for (_, item) in list.get().items() {
            used.extend(item.basis.iter().map(|basis| basis.instrument));
            for part in item.elements.iter().flat_map(|element| element.rule.parts()) {
                if let RequirementKind::Party { instrument, .. } = &part.kind {
                    used.insert(*instrument);
                }
            }
        }
    }
    let rows = annex("annex-b").items().flat_map(|(_, item)| &item.elements).count();
    assert_eq!(rows, 70);
    // Agreements that came after the source, or that it does not name, are recorded all the same.
    let further = SHIPPED.vocabulary.instruments().filter(|(id, _)| !used.contains(id)).count();
    assert!(further < 15, "{further} instruments are asked for by no row and cited by no item");
}

#[test]
fn every_element_of_annex_d_is_assessed_in_some_country_on_some_day() {
    let mut open: BTreeSet<String> = BTreeSet::new();
    for (_, item) in annex("annex-d").items() {
        open.extend(item.elements.iter().map(|element| format!("{}.{}", item.id.value, element.id.value)));
    }
    for country in SHIPPED.frameworks.keys() {
        for as_of in ["2008-07-01", "2009-08-31", "2013-12-31", "2023-01-01"] {
            for finding in audit(country, "annex-d", as_of).findings {
                for element in finding.elements.iter().filter(|element| element.answer.verdict != Verdict::Unknown) {
                    open.remove(&format!("{}.{}", finding.item, element.element));
                }
            }
        }
    }
    assert_eq!(open, BTreeSet::new(), "no record speaks to these elements");
}

#[test]
fn no_topic_is_asked_about_by_nobody_except_those_that_keep_others_clean() {
    let vocabulary: &Vocabulary = &SHIPPED.vocabulary;
    let mut asked = BTreeSet::new();
    for list in &SHIPPED.checklists {
        for (_, item) in list.get().items() {
            for part in item.elements.iter().flat_map(|element| element.rule.parts()) {
                match &part.kind {
                    RequirementKind::Provisions { asks, .. } | RequirementKind::Together { asks, .. } => {
                        asked.extend(asks.iter().map(|ask| ask.topic));
                    }
                    _ => {}
                }
            }
        }
    }
    let idle: Vec<&str> = vocabulary.topics().filter(|(id, _)| !asked.contains(id)).map(|(_, it)| &*it.id).collect();
    // Ages for work, marriage and the like have a topic of their own, so that nobody records them as definitions.
    assert_eq!(idle, ["age-limit"]);
}
