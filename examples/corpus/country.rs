//! Invents a country: what it joined, its laws with their amendments and repeals, its policies, and where it is silent.

use lacuna::base::country::Country;
use lacuna::model::vocabulary::{TopicId, Vocabulary};

use super::law_text;
use super::random::Random;
use super::record::{Law, Provision, Record, statement};
use super::words;

/// How many codes there are for invented countries: XAA to XZZ.
pub(crate) const CODES: usize = 26 * 26;

/// How a country is made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted {
    /// Its number, from 0.
    pub(crate) number: usize,
    /// About how many bytes its file has.
    pub(crate) bytes: usize,
    /// Whether one of its laws comes with its own text, and quotations from it.
    pub(crate) with_text: bool,
}

/// The country with this number. The same number always gives the same country.
pub(crate) fn country(wanted: Wanted, vocabulary: &Vocabulary) -> Record {
    let random = &mut Random::new(wanted.number as u64 * 0x1_0000_01b3 + 7);
    let letter = |at: usize| char::from(b'A' + (at % 26) as u8);
    let (first, second) = (wanted.number % CODES / 26, wanted.number % 26);
    let name = words::country(random);
    let mut topics: Vec<TopicId> = vocabulary.topics().map(|(id, _)| id).collect();
    random.shuffle(&mut topics);
    let silent = topics.split_off(topics.len() - topics.len() / 6);
    let mut record = Record {
        code: format!("X{}{}", letter(first), letter(second)),
        file: format!("{:05}-{}", wanted.number, words::slug(&name)),
        name,
        reviewed: 2009,
        commitments: Vec::new(),
        laws: Vec::new(),
        silences: silent.iter().map(|topic| silence(*topic, vocabulary, random)).collect(),
    };
    record.commitments = commitments(&record.code, vocabulary, random);
    let mut written = 300 * record.commitments.len() + 2_000;
    let maker = Maker { vocabulary, topics };
    while written < wanted.bytes {
        let with_text = wanted.with_text && record.laws.is_empty();
        let law = maker.law(&record.laws, with_text, random);
        written += 300 + law.provisions.iter().map(bytes).sum::<usize>();
        record.laws.push(law);
        amend(&mut record.laws, random);
    }
    record.laws.sort_by_key(|law| law.is_policy);
    record
}

/// About how many bytes a provision takes in a file.
fn bytes(provision: &Provision) -> usize {
    let keys: usize = provision.keys.iter().map(|(key, value)| 12 + key.len() + value.len()).sum();
    let said = |(topic, values): &(String, Vec<(String, String)>)| {
        14 + topic.len() + values.iter().map(|(key, value)| 6 + key.len() + value.len()).sum::<usize>()
    };
    70 + provision.at.len() + provision.summary.len() + keys + provision.says.iter().map(said).sum::<usize>()
}

/// What laws are made from.
struct Maker<'a> {
    vocabulary: &'a Vocabulary,
    /// The topics on which this country's laws speak.
    topics: Vec<TopicId>,
}

impl Maker<'_> {
    fn law(&self, earlier: &[Law], with_text: bool, random: &mut Random) -> Law {
        let number = earlier.len();
        let is_policy = !with_text && number % 6 == 5;
        let (title, kind) = if is_policy { words::policy(random, number) } else { words::law(random, number) };
        let year = random.between(1975, 2008);
        let source = format!("source-{}", number % 24 + 1);
        let subjects: Vec<String> = self.vocabulary.subjects().map(|(_, subject)| subject.id.to_string()).collect();
        let mut head = vec![
            ("title", format!("{title} of {year}")),
            ("citation", format!("No. {} of {year}", random.between(1, 99))),
            ("kind", kind.to_owned()),
            ("adopted", format!("{year}-03-{:02}", random.between(1, 28))),
            ("in-force", format!("{year}-07-01")),
            ("source", source),
            ("confidence", (*random.pick(&["verified", "verified", "reported", "recalled"])).to_owned()),
        ];
        if random.once_in(2) {
            head.insert(3, ("subjects", format!("[{}]", random.pick(&subjects))));
        }
        let mut provisions: Vec<Provision> =
            (0..random.between(8, 16)).map(|at| self.provision(at + 1, random)).collect();
        let text = with_text.then(|| law_text::write(&title, &mut provisions, random));
        Law { id: format!("{}-{}", words::slug(&title), number + 1), is_policy, head, year, provisions, text }
    }

    fn provision(&self, article: usize, random: &mut Random) -> Provision {
        let mut keys = Vec::new();
        if random.once_in(6) {
            keys.push(("confidence", (*random.pick(&["verified", "reported"])).to_owned()));
        }
        if random.once_in(8) {
            keys.push(("note", words::prose(random)));
        }
        let mut about = random.some(&self.topics[..self.topics.len().min(3)]);
        about.extend((0..random.between(0, 2)).map(|_| *random.pick(&self.topics)));
        about.truncate(1 + random.below(2));
        about.dedup();
        // Each law begins with other topics.
        let shift = random.below(self.topics.len());
        let turned = |topic: &TopicId| {
            let place = self.topics.iter().position(|it| it == topic).unwrap_or(0);
            self.topics[(place + shift) % self.topics.len()]
        };
        let mut says: Vec<_> = about.iter().map(|topic| statement(turned(topic), self.vocabulary, random)).collect();
        says.sort();
        says.dedup_by(|one, other| one.0 == other.0);
        Provision { at: format!("art. {article}"), summary: words::prose(random), keys, says }
    }
}

/// Every third law amends or repeals one that was there before.
fn amend(laws: &mut [Law], random: &mut Random) {
    let Some((newest, earlier)) = laws.split_last_mut() else { return };
    if newest.is_policy || newest.text.is_some() || !random.once_in(3) {
        return;
    }
    let older = |law: &&mut Law| !law.is_policy && law.text.is_none() && law.year < newest.year;
    let Some(older) =
        earlier.iter_mut().rev().filter(older).find(|law| law.head.iter().all(|(key, _)| *key != "repealed"))
    else {
        return;
    };
    let day = format!("{}-07-01", newest.year);
    if random.once_in(4) {
        older.head.push(("repealed", day));
        newest.head.push(("repeals", format!("[{}]", older.id)));
        return;
    }
    newest.head.push(("amends", format!("[{}]", older.id)));
    let Some(place) = (0..older.provisions.len()).find(|_| random.once_in(3)) else { return };
    if older.provisions[place].keys.iter().any(|(key, _)| matches!(*key, "repealed" | "in-force")) {
        return;
    }
    let mut anew = older.provisions[place].clone();
    older.provisions[place].keys.insert(0, ("repealed", day.clone()));
    anew.summary = words::prose(random);
    anew.keys.insert(0, ("in-force", day));
    older.provisions.insert(place + 1, anew);
}

fn silence(topic: TopicId, vocabulary: &Vocabulary, random: &mut Random) -> Vec<String> {
    vec![
        format!("on: {}", vocabulary.topic(topic).id),
        format!("note: {}", words::sentence(random)),
        "source: source-1".to_owned(),
        format!("confidence: {}", random.pick(&["verified", "reported"])),
    ]
}

/// What the country did about the treaties that any state can join.
fn commitments(code: &str, vocabulary: &Vocabulary, random: &mut Random) -> Vec<Vec<String>> {
    let country = Country::parse(code);
    let open = vocabulary.instruments().filter(|(_, it)| country.is_some_and(|country| it.is_open_to(country)));
    let mut found = Vec::new();
    for (_, instrument) in open {
        let adopted = instrument.adopted.map_or(1989, |date| date.to_string()[..4].parse().unwrap_or(1989));
        if adopted > 2006 || random.once_in(5) {
            continue;
        }
        let year = random.between(adopted + 1, 2008);
        let mut lines = vec![format!("{}:", instrument.id)];
        match random.below(8) {
            0 => lines.push("  none: yes".to_owned()),
            1 => lines.push(format!("  signed: {year}-02-11")),
            2 => lines.push(format!("  acceded: {year}-05-08")),
            _ => lines.extend([format!("  signed: {adopted}"), format!("  ratified: {year}-09-20")]),
        }
        if lines.last().is_some_and(|line| line.contains("ratified")) && random.once_in(4) {
            let article = random.between(2, 30);
            lines.push("  reservations:".to_owned());
            lines.push(format!(
                "    - {{ article: {article}, note: Is not taken as binding here., made: {year}-09-20 }}"
            ));
        }
        lines.push("  source: source-2".to_owned());
        lines.push(format!("  confidence: {}", random.pick(&["verified", "verified", "reported"])));
        found.push(lines);
    }
    found
}
