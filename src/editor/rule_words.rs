//! What can stand next in a rule, seen from the words before it.

use super::{Choice, ChoiceKind};
use crate::model::vocabulary::{AttributeId, TermSetId, Terms, TopicId, Vocabulary};
use crate::model::words::Level;

/// The words of the language that a reader may ask about, with what they mean.
const KEYWORDS: &[(&str, &str)] = &[
    ("some", "One provision that does it is enough."),
    ("every", "Each provision must do it; one that does and one that does not make a conflict."),
    ("no", "There must be no such provision."),
    ("provisions", "What the provisions on a topic name is added up."),
    ("party", "The country is bound by the treaty or agreement, whichever way it became so."),
    ("signatory", "The country has signed, at least."),
    ("law", "There is a law on the subject."),
    ("policy", "There is a policy on the subject."),
    ("at", "`at least N of ( … )`: so many of the parts; after a subject, a level of government."),
    ("not", "The contrary; binds tightest."),
    ("and", "Both; binds tighter than `or`."),
    ("or", "One of the two; between topics, either topic will do."),
    ("provision", "The smallest part of a law or policy that can be cited."),
    ("on", "Names the topic, or the subject of a law or policy."),
    ("to", "Names the treaty or agreement, or the article of a reservation."),
    ("where", "Picks the provisions that the sentence is about, before anything is demanded of them."),
    ("has", "Demands that a provision satisfy a condition."),
    ("covers", "One provision must name all the terms."),
    ("together", "`together cover`: what all of them name is added up."),
    ("cover", "See `together`."),
    ("states", "The provision says anything at all on the attribute."),
    ("includes", "The provision names the term."),
    ("any", "One of the terms is among those stated."),
    ("all", "All of the terms are among those stated; `{all}` is every word of the set."),
    ("without", "`without reservation`: a reservation spoils the commitment."),
    ("reservation", "Any reservation, or one to the article that follows `to`."),
    ("of", "`of kind`: only laws or policies of this kind count."),
    ("kind", "The kind of law or policy: act, decree, plan, guidelines ..."),
    ("least", "The least number of the parts."),
    ("level", "A level of government."),
];

const OPENINGS: &[&str] = &["some", "every", "no", "provisions", "party", "signatory", "law", "policy", "at", "not"];

/// What kind of sentence the place is in, and what it has named.
#[derive(Default)]
struct State {
    provisions: bool,
    instruments: bool,
    topics: Vec<TopicId>,
    condition: bool,
    attribute: Option<(TopicId, AttributeId)>,
    braces: bool,
    depth: usize,
}

/// The words that can follow what is written of a rule.
pub(super) fn choices(written: &str, vocabulary: &Vocabulary) -> Vec<Choice> {
    let mut state = State::default();
    let tokens = tokens(written);
    for (number, token) in tokens.iter().enumerate() {
        let before = number.checked_sub(1).and_then(|number| tokens.get(number)).map_or("", String::as_str);
        state.take(token, before, vocabulary);
    }
    state.next(tokens.last().map_or("", String::as_str), vocabulary)
}

/// The words and signs of a rule; the mark of a folded text is none.
fn tokens(written: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut word = String::new();
    let body =
        written.strip_prefix('>').or_else(|| written.strip_prefix('|')).map(|rest| rest.trim_start_matches(['-', '+']));
    for c in body.unwrap_or(written).chars() {
        if c.is_ascii_alphanumeric() || c == '-' || c == '.' {
            word.push(c);
            continue;
        }
        if !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
        match (c, found.last_mut()) {
            ('=', Some(last)) if matches!(last.as_str(), "<" | ">" | "!") => last.push('='),
            (c, _) if !c.is_whitespace() => found.push(c.to_string()),
            _ => {}
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

impl State {
    fn take(&mut self, token: &str, before: &str, vocabulary: &Vocabulary) {
        match token {
            "some" | "every" | "no" | "provisions" if !self.condition || self.depth == 0 && ended(before) => {
                *self = Self { provisions: true, ..Self::default() };
            }
            "party" | "signatory" => *self = Self::default(),
            "law" | "policy" if before != "kind" => *self = Self { instruments: true, ..Self::default() },
            "where" | "has" => (self.condition, self.depth) = (true, 0),
            "covers" | "cover" => self.condition = false,
            "(" => self.depth += 1,
            ")" => self.depth = self.depth.saturating_sub(1),
            "{" => self.braces = true,
            "}" => self.braces = false,
            word if self.provisions && !self.braces => {
                if let Some(attribute) = self.attribute_named(word, vocabulary) {
                    self.attribute = Some(attribute);
                } else if let (Ok(topic), false) = (vocabulary.find_topic(word), self.condition) {
                    self.topics.push(topic);
                }
            }
            _ => {}
        }
    }

    fn attribute_named(&self, word: &str, vocabulary: &Vocabulary) -> Option<(TopicId, AttributeId)> {
        self.topics.iter().find_map(|topic| Some((*topic, vocabulary.find_attribute(*topic, word).ok()?)))
    }

    /// What can follow the last word.
    fn next(&self, last: &str, vocabulary: &Vocabulary) -> Vec<Choice> {
        if self.braces {
            return [keywords(&["all"]), self.terms(vocabulary)].concat();
        }
        match last {
            "" => keywords(OPENINGS),
            "some" | "every" | "no" => keywords(&["provision"]),
            "provision" | "provisions" => keywords(&["on"]),
            "party" | "signatory" => keywords(&["to"]),
            "law" | "policy" => keywords(&["of", "on"]),
            "without" => keywords(&["reservation"]),
            "together" => keywords(&["cover"]),
            "at" if !self.instruments => keywords(&["least"]),
            "at" => levels(),
            "to" => instruments(vocabulary),
            "on" if self.instruments => subjects(vocabulary),
            "on" => topics(vocabulary),
            "where" | "has" => [keywords(&["states", "not"]), self.attributes(vocabulary)].concat(),
            "states" | "covers" | "cover" => self.attributes(vocabulary),
            "includes" => [keywords(&["any", "all"]), self.terms(vocabulary)].concat(),
            "=" | "!=" => self.terms(vocabulary),
            "and" | "or" | "not" | "(" if self.condition && (self.depth > 0 || last == "(" || last == "not") => {
                [keywords(&["states", "not"]), self.attributes(vocabulary)].concat()
            }
            "or" if self.provisions && !self.condition && self.attribute.is_none() => {
                [topics(vocabulary), keywords(OPENINGS)].concat()
            }
            "or" if self.instruments => [levels(), keywords(OPENINGS)].concat(),
            "and" | "or" | "not" | "(" | "," => keywords(OPENINGS),
            word if self.attribute_named(word, vocabulary).is_some() => keywords(&["includes", "and", "or"]),
            _ if self.provisions => keywords(&["where", "has", "covers", "together", "and", "or"]),
            _ if self.instruments => keywords(&["at", "level", "and", "or"]),
            _ => keywords(&["without", "and", "or"]),
        }
    }

    fn attributes(&self, vocabulary: &Vocabulary) -> Vec<Choice> {
        let topics = self.topics.iter().map(|topic| vocabulary.topic(*topic));
        topics.flat_map(|topic| &topic.attributes).map(|attribute| word(&attribute.id, &attribute.asks)).collect()
    }

    fn terms(&self, vocabulary: &Vocabulary) -> Vec<Choice> {
        let attribute = self.attribute.map(|(topic, attribute)| vocabulary.attribute(topic, attribute));
        attribute.and_then(|attribute| attribute.kind.term_set()).map_or_else(Vec::new, |set| terms(set, vocabulary))
    }
}

/// Whether a sentence can begin after this word.
fn ended(before: &str) -> bool {
    matches!(before, "" | "and" | "or" | "not" | "(" | ",")
}

fn word(word: &str, meaning: &str) -> Choice {
    Choice { word: word.to_owned(), meaning: meaning.to_owned(), kind: ChoiceKind::Word }
}

fn keywords(words: &[&str]) -> Vec<Choice> {
    let meaning = |word: &str| KEYWORDS.iter().find(|(known, _)| *known == word).map_or("", |(_, meaning)| *meaning);
    let keyword =
        |word: &&str| Choice { word: (*word).to_owned(), meaning: meaning(word).to_owned(), kind: ChoiceKind::Keyword };
    words.iter().map(keyword).collect()
}

fn topics(vocabulary: &Vocabulary) -> Vec<Choice> {
    vocabulary.topics().map(|(_, topic)| word(&topic.id, &format!("{} {}", topic.asks, topic.definition))).collect()
}

fn subjects(vocabulary: &Vocabulary) -> Vec<Choice> {
    vocabulary.subjects().map(|(_, subject)| word(&subject.id, &subject.definition)).collect()
}

fn instruments(vocabulary: &Vocabulary) -> Vec<Choice> {
    vocabulary.instruments().map(|(_, instrument)| word(&instrument.id, &instrument.title)).collect()
}

fn levels() -> Vec<Choice> {
    Level::WORDS.iter().map(|(name, level)| word(name, &level.meaning())).collect()
}

fn terms(set: TermSetId, vocabulary: &Vocabulary) -> Vec<Choice> {
    let all = Terms::first(vocabulary.term_set(set).terms.len());
    vocabulary.terms(set, all).map(|term| word(&term.id, &term.definition)).collect()
}
