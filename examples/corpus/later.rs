//! The same country some years on: new laws, articles reworded and repealed, a treaty joined. And drafts, which would do
//! some of that.

use std::fmt::Write as _;

use lacuna::model::vocabulary::Vocabulary;

use super::random::Random;
use super::record::{Law, Provision, Record, statement};
use super::words;
use super::yaml;

/// Changes a record as five years would.
pub(crate) fn revise(record: &mut Record, vocabulary: &Vocabulary) {
    let random = &mut Random::new(record.name.len() as u64 + 99);
    record.reviewed = 2014;
    let dated = |provision: &Provision| provision.keys.iter().any(|(key, _)| matches!(*key, "repealed" | "in-force"));
    let laws =
        record.laws.iter_mut().filter(|law| law.text.is_none() && law.head.iter().all(|(key, _)| *key != "repealed"));
    for law in laws {
        let Some(place) = (0..law.provisions.len()).find(|_| random.once_in(4)) else { continue };
        if dated(&law.provisions[place]) {
            continue;
        }
        let mut anew = law.provisions[place].clone();
        law.provisions[place].keys.insert(0, ("repealed", "2011-07-01".to_owned()));
        if random.once_in(3) {
            continue;
        }
        anew.keys.insert(0, ("in-force", "2011-07-01".to_owned()));
        anew.summary = words::prose(random);
        anew.says.iter_mut().for_each(|said| {
            if let Ok(topic) = vocabulary.find_topic(&said.0) {
                *said = statement(topic, vocabulary, random);
            }
        });
        law.provisions.insert(place + 1, anew);
    }
    let law = act("renewal-act", "Renewal Act of 2012", "source-1", vocabulary, random);
    record.laws.insert(0, law);
}

fn act(id: &str, title: &str, source: &str, vocabulary: &Vocabulary, random: &mut Random) -> Law {
    let topics: Vec<_> = vocabulary.topics().map(|(id, _)| id).collect();
    let provision = |article: usize, random: &mut Random| {
        let topic = *random.pick(&topics);
        Provision {
            at: format!("art. {article}"),
            summary: words::prose(random),
            keys: Vec::new(),
            says: vec![statement(topic, vocabulary, random)],
        }
    };
    let mut head = vec![
        ("title", title.to_owned()),
        ("kind", "act".to_owned()),
        ("in-force", "2012-01-01".to_owned()),
        ("source", source.to_owned()),
        ("confidence", "verified".to_owned()),
    ];
    head.retain(|(_, value)| !value.is_empty());
    let provisions = (0..10).map(|at| provision(at + 1, random)).collect();
    Law { id: id.to_owned(), is_policy: false, head, year: 2012, provisions, text: None }
}

/// A draft for the country: a law that is to come, and that takes an older one out of force.
pub(crate) fn draft(record: &Record, vocabulary: &Vocabulary) -> String {
    let random = &mut Random::new(record.name.len() as u64 + 5);
    let mut law = act("reform-bill", "Reform Bill", "bill", vocabulary, random);
    if let Some(older) = record.laws.iter().find(|law| law.head.iter().all(|(key, _)| *key != "repealed")) {
        law.head.push(("repeals", format!("[{}]", older.id)));
    }
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "overlay: {}\ntitle: Reform Bill of {}\n\nsources:\n  bill:\n    title: Reform Bill, first reading\n\nlaws:\n",
        record.code, record.name
    );
    yaml::law(&mut out, &law, &record.file);
    out
}
