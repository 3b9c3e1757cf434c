//! What an invented country's record holds, before it is written down.

use lacuna::model::vocabulary::{AttributeType, TermSetId, TopicId, Vocabulary};

use super::random::Random;
use super::words;

/// A country's record.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) file: String,
    pub(crate) reviewed: usize,
    pub(crate) commitments: Vec<Vec<String>>,
    pub(crate) laws: Vec<Law>,
    pub(crate) silences: Vec<Vec<String>>,
}

/// A law or a policy.
#[derive(Clone, Debug)]
pub(crate) struct Law {
    pub(crate) id: String,
    pub(crate) is_policy: bool,
    /// Its keys and values besides the provisions.
    pub(crate) head: Vec<(&'static str, String)>,
    pub(crate) year: usize,
    pub(crate) provisions: Vec<Provision>,
    /// The law's own text as Markdown.
    pub(crate) text: Option<String>,
}

/// A provision of a law.
#[derive(Clone, Debug)]
pub(crate) struct Provision {
    pub(crate) at: String,
    pub(crate) summary: String,
    /// Its keys and values besides the summary and what it says.
    pub(crate) keys: Vec<(&'static str, String)>,
    /// Topics with what is stated on each.
    pub(crate) says: Vec<(String, Vec<(String, String)>)>,
}

/// Something stated on one topic.
pub(crate) fn statement(
    topic: TopicId,
    vocabulary: &Vocabulary,
    random: &mut Random,
) -> (String, Vec<(String, String)>) {
    let topic = vocabulary.topic(topic);
    let stated = random.some(&topic.attributes);
    let values = stated.iter().map(|attribute| {
        let value = match attribute.kind {
            AttributeType::Flag => (*random.pick(&["yes", "yes", "no"])).to_owned(),
            AttributeType::Age => random.pick(&[18, 18, 18, 16, 15]).to_string(),
            AttributeType::Number => random.pick(&[1, 2, 3, 15, 30, 90]).to_string(),
            AttributeType::Date => random.between(1990, 2008).to_string(),
            AttributeType::Term(set) => random.pick(&terms(set, vocabulary)).clone(),
            AttributeType::Terms(_) if random.once_in(12) => "all".to_owned(),
            AttributeType::Terms(set) => format!("[{}]", random.some(&terms(set, vocabulary)).join(", ")),
            AttributeType::Text => words::body(random),
        };
        (attribute.id.to_string(), value)
    });
    (topic.id.to_string(), values.collect())
}

fn terms(set: TermSetId, vocabulary: &Vocabulary) -> Vec<String> {
    vocabulary.term_set(set).terms.iter().map(|term| term.id.to_string()).collect()
}

impl Record {
    /// The keys of sources that something cites, in alphabetical order.
    pub(crate) fn cited(&self) -> Vec<String> {
        let of_laws =
            self.laws.iter().flat_map(|law| law.head.iter().chain(law.provisions.iter().flat_map(|it| &it.keys)));
        let mut cited: Vec<String> =
            of_laws.filter(|(key, _)| *key == "source").map(|(_, value)| value.clone()).collect();
        let lines = self.commitments.iter().chain(&self.silences).flatten();
        cited.extend(lines.filter_map(|line| line.trim().strip_prefix("source: ").map(str::to_owned)));
        cited.sort_unstable();
        cited.dedup();
        cited
    }
}
