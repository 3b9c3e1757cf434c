//! Finding words in a vocabulary, and the nearest one where a word is not known.

use super::{
    Attribute, AttributeId, Instrument, InstrumentId, Kind, Subject, SubjectId, Term, TermSet, TermSetId, Terms, Topic,
    TopicId, Vocabulary,
};
use crate::base::Text;
use crate::base::nearest::nearest;

/// A word that is not known, with the known word it most resembles.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Unknown {
    /// The one suggestion, if any is near.
    pub nearest: Option<Text>,
}

impl Vocabulary {
    /// The set `{yes, no}`, which every vocabulary has.
    pub const FLAG: TermSetId = TermSetId(0);
    /// The term `yes`.
    pub const YES: Terms = Terms(1);
    /// The term `no`.
    pub const NO: Terms = Terms(2);

    /// All topics, in the order of the file.
    pub fn topics(&self) -> impl Iterator<Item = (TopicId, &Topic)> {
        self.topics.iter().enumerate().map(|(number, topic)| (TopicId(narrow(number)), topic))
    }

    /// All instruments, in the order of the file.
    pub fn instruments(&self) -> impl Iterator<Item = (InstrumentId, &Instrument)> {
        self.instruments.iter().enumerate().map(|(number, found)| (InstrumentId(narrow(number)), found))
    }

    /// All subjects, in the order of the file.
    pub fn subjects(&self) -> impl Iterator<Item = (SubjectId, &Subject)> {
        self.subjects.iter().enumerate().map(|(number, found)| (SubjectId(narrow(number)), found))
    }

    /// All sets of terms, `{yes, no}` first.
    pub fn term_sets(&self) -> impl Iterator<Item = (TermSetId, &TermSet)> {
        self.term_sets.iter().enumerate().map(|(number, found)| (TermSetId(narrow(number)), found))
    }

    /// A topic by its number. Numbers are made by this vocabulary alone, so the topic is there.
    #[expect(clippy::indexing_slicing, reason = "a TopicId is only made by the vocabulary that holds the topic")]
    pub fn topic(&self, id: TopicId) -> &Topic {
        &self.topics[id.0 as usize]
    }

    /// An attribute by its topic and number.
    #[expect(clippy::indexing_slicing, reason = "an AttributeId is only made by the topic that holds the attribute")]
    pub fn attribute(&self, topic: TopicId, id: AttributeId) -> &Attribute {
        &self.topic(topic).attributes[id.0 as usize]
    }

    /// A set of terms by its number.
    #[expect(clippy::indexing_slicing, reason = "a TermSetId is only made by the vocabulary that holds the set")]
    pub fn term_set(&self, id: TermSetId) -> &TermSet {
        &self.term_sets[id.0 as usize]
    }

    /// A subject by its number.
    #[expect(clippy::indexing_slicing, reason = "a SubjectId is only made by the vocabulary that holds the subject")]
    pub fn subject(&self, id: SubjectId) -> &Subject {
        &self.subjects[id.0 as usize]
    }

    /// An instrument by its number.
    #[expect(clippy::indexing_slicing, reason = "an InstrumentId is only made by the vocabulary that holds it")]
    pub fn instrument(&self, id: InstrumentId) -> &Instrument {
        &self.instruments[id.0 as usize]
    }

    /// The topic with this id, if there is one.
    pub fn topic_named(&self, name: &str) -> Option<TopicId> {
        self.find(Kind::Topic, name).map(TopicId)
    }

    /// The subject with this id, if there is one.
    pub fn subject_named(&self, name: &str) -> Option<SubjectId> {
        self.find(Kind::Subject, name).map(SubjectId)
    }

    /// The topic with this id.
    ///
    /// # Errors
    ///
    /// The nearest known id.
    pub fn find_topic(&self, name: &str) -> Result<TopicId, Unknown> {
        self.find(Kind::Topic, name)
            .map(TopicId)
            .ok_or_else(|| unknown(name, self.topics.iter().map(|topic| &*topic.id)))
    }

    /// The subject with this id.
    ///
    /// # Errors
    ///
    /// The nearest known id.
    pub fn find_subject(&self, name: &str) -> Result<SubjectId, Unknown> {
        let known = self.subjects.iter().map(|subject| &*subject.id);
        self.find(Kind::Subject, name).map(SubjectId).ok_or_else(|| unknown(name, known))
    }

    /// The instrument with this id.
    ///
    /// # Errors
    ///
    /// The nearest known id.
    pub fn find_instrument(&self, name: &str) -> Result<InstrumentId, Unknown> {
        let known = self.instruments.iter().map(|instrument| &*instrument.id);
        self.find(Kind::Instrument, name).map(InstrumentId).ok_or_else(|| unknown(name, known))
    }

    /// The named set of terms.
    ///
    /// # Errors
    ///
    /// The nearest known id.
    pub fn find_term_set(&self, name: &str) -> Result<TermSetId, Unknown> {
        let known = self.term_sets.iter().map(|set| &*set.id);
        self.find(Kind::TermSet, name).map(TermSetId).ok_or_else(|| unknown(name, known))
    }

    /// The attribute of a topic with this id.
    ///
    /// # Errors
    ///
    /// The nearest known id.
    pub fn find_attribute(&self, topic: TopicId, name: &str) -> Result<AttributeId, Unknown> {
        let attributes = &self.topic(topic).attributes;
        let found = attributes.iter().position(|attribute| &*attribute.id == name);
        found
            .map(|number| AttributeId(narrow(number)))
            .ok_or_else(|| unknown(name, attributes.iter().map(|attribute| &*attribute.id)))
    }

    /// The term of a set with this id.
    ///
    /// # Errors
    ///
    /// The nearest known id.
    pub fn find_term(&self, set: TermSetId, name: &str) -> Result<Terms, Unknown> {
        let terms = &self.term_set(set).terms;
        let found = terms.iter().position(|term| &*term.id == name);
        found.map(Terms::one).ok_or_else(|| unknown(name, terms.iter().map(|term| &*term.id)))
    }

    /// The terms of a set that `terms` stands for, in the order of the set.
    pub fn terms(&self, set: TermSetId, terms: Terms) -> impl Iterator<Item = &Term> {
        let known = &self.term_set(set).terms;
        terms.numbers().filter_map(move |number| known.get(number))
    }

    fn find(&self, kind: Kind, name: &str) -> Option<u16> {
        self.names.get(&(kind, Text::from(name))).copied()
    }
}

fn unknown<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Unknown {
    Unknown { nearest: nearest(name, known).map(Text::from) }
}

/// Numbers stay small: the reader refuses a vocabulary with more entries of a kind than this can count.
fn narrow(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}
