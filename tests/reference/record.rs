//! Random records over the small vocabulary of the cases, and how they are written.

use std::fmt;

use proptest::option;
use proptest::prelude::*;

pub(crate) const ACTS: [&str; 3] = ["recruitment", "transport", "receipt"];
pub(crate) const TOPICS: [&str; 3] = ["definition", "child", "detention"];
pub(crate) const CONFIDENCES: [&str; 3] = ["recalled", "reported", "verified"];
pub(crate) const LEVELS: [&str; 3] = ["national", "provincial", "district"];
pub(crate) const KINDS: [&str; 2] = ["act", "plan"];
pub(crate) const SUBJECTS: [&str; 2] = ["trafficking", "labour"];

/// A year stands for its first day, so that before, on and after are all likely.
pub(crate) type Year = u16;

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Period {
    pub(crate) in_force: Option<Year>,
    pub(crate) repealed: Option<Year>,
    pub(crate) expires: Option<Year>,
}

/// What a provision states; each attribute belongs to one topic, `acts` to two.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Statement {
    pub(crate) topic: usize,
    /// Of `definition` and `detention`: which acts, as bits.
    pub(crate) acts: Option<u8>,
    /// Of `definition`: 0 irrelevant, 1 required.
    pub(crate) means: Option<u8>,
    /// Of `child`.
    pub(crate) below: Option<u8>,
    /// Of `child` (`married`) and of `detention` (`last`).
    pub(crate) flag: Option<bool>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Provision {
    pub(crate) period: Period,
    pub(crate) implied: bool,
    pub(crate) scope: bool,
    pub(crate) confidence: usize,
    pub(crate) statement: Statement,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Law {
    pub(crate) policy: bool,
    pub(crate) kind: usize,
    pub(crate) level: usize,
    pub(crate) scope: bool,
    pub(crate) disputed: bool,
    pub(crate) subject: Option<usize>,
    pub(crate) period: Period,
    pub(crate) confidence: usize,
    pub(crate) provisions: Vec<Provision>,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Narrow {
    Topic { topic: usize, acts: Option<u8>, flag: Option<bool>, means: Option<u8> },
    Subject { subject: usize, policy: Option<bool>, kind: Option<usize>, level: Option<usize> },
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Silence {
    pub(crate) on: Narrow,
    pub(crate) in_one_law: bool,
    pub(crate) from: Option<Year>,
    pub(crate) until: Option<Year>,
    pub(crate) confidence: usize,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Commitment {
    pub(crate) none: bool,
    pub(crate) signed: Option<Year>,
    pub(crate) ratified: Option<Year>,
    pub(crate) in_force: Option<Year>,
    pub(crate) denounced: Option<Year>,
    pub(crate) expires: Option<Year>,
    pub(crate) territory: bool,
    /// Disputed, from a year and until a year.
    pub(crate) dispute: Option<(Option<Year>, Option<Year>)>,
    /// Article 9 or the whole, and since when it is withdrawn.
    pub(crate) reservation: Option<(bool, Option<Year>)>,
    pub(crate) confidence: usize,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Record {
    pub(crate) complete: bool,
    /// To `treaty`, which ratification binds, and to `pact`, which a signature binds.
    pub(crate) commitments: [Option<Commitment>; 2],
    pub(crate) laws: Vec<Law>,
    pub(crate) silences: Vec<Silence>,
}

fn year() -> impl Strategy<Value = Year> {
    2000u16..2006
}

/// Dates that can all be true: an end never comes before the beginning.
fn period() -> impl Strategy<Value = Period> {
    (option::weighted(0.9, year()), option::weighted(0.2, 0u16..3), option::weighted(0.2, 0u16..3)).prop_map(
        |(in_force, repealed, expires)| {
            let after = |years: Option<Year>| years.map(|years| in_force.unwrap_or(2000) + years);
            Period { in_force, repealed: after(repealed), expires: after(expires) }
        },
    )
}

fn own_period() -> impl Strategy<Value = Period> {
    prop_oneof![4 => Just(Period::default()), 1 => period()]
}

fn statement() -> impl Strategy<Value = Statement> {
    let values = (option::of(1u8..8), option::of(0u8..2), option::of(15u8..20), option::of(any::<bool>()));
    (0usize..3, values).prop_map(|(topic, (acts, means, below, flag))| Statement {
        topic,
        acts: acts.filter(|_| topic != 1),
        means: means.filter(|_| topic == 0),
        below: below.filter(|_| topic == 1),
        flag: flag.filter(|_| topic != 0),
    })
}

fn confidence() -> impl Strategy<Value = usize> {
    prop_oneof![1 => Just(0), 2 => Just(1), 3 => Just(2usize)]
}

fn rarely() -> impl Strategy<Value = bool> {
    prop::bool::weighted(0.15)
}

fn provision() -> impl Strategy<Value = Provision> {
    (own_period(), rarely(), rarely(), confidence(), statement()).prop_map(
        |(period, implied, scope, confidence, statement)| Provision { period, implied, scope, confidence, statement },
    )
}

fn law() -> impl Strategy<Value = Law> {
    let head = (rarely(), 0usize..2, prop_oneof![5 => Just(0), 1 => Just(1), 1 => Just(2usize)]);
    let head = (head, rarely(), rarely());
    let rest = (option::of(0usize..2), period(), confidence(), prop::collection::vec(provision(), 0..4));
    (head, rest).prop_map(|(((policy, kind, level), scope, disputed), (subject, period, confidence, provisions))| Law {
        policy,
        kind,
        level,
        scope,
        disputed,
        subject,
        period,
        confidence,
        provisions,
    })
}

fn silence() -> impl Strategy<Value = Silence> {
    let topic = (0usize..3, option::of(1u8..8), option::weighted(0.2, any::<bool>()), option::weighted(0.2, 0u8..2))
        .prop_map(|(topic, acts, flag, means)| Narrow::Topic {
            topic,
            acts: acts.filter(|_| topic != 1),
            flag: flag.filter(|_| topic != 0),
            means: means.filter(|_| topic == 0),
        });
    let subject = (0usize..2, option::of(any::<bool>()), option::of(0usize..2), option::of(0usize..3))
        .prop_map(|(subject, policy, kind, level)| Narrow::Subject { subject, policy, kind, level });
    let on = prop_oneof![3 => topic, 1 => subject];
    (on, rarely(), option::weighted(0.2, year()), option::weighted(0.2, 0u16..3), confidence()).prop_map(
        |(on, in_one_law, from, years, confidence)| {
            let until = years.map(|years| from.unwrap_or(2002) + years);
            Silence { on, in_one_law, from, until, confidence }
        },
    )
}

fn commitment() -> impl Strategy<Value = Commitment> {
    let events = (option::of(year()), option::of(0u16..3), option::weighted(0.3, year()));
    let ends = (option::weighted(0.2, 0u16..3), option::weighted(0.2, 0u16..3));
    let dispute = (option::weighted(0.3, year()), option::weighted(0.3, 0u16..3))
        .prop_map(|(from, years)| (from, years.map(|years| from.unwrap_or(2001) + years)));
    let dispute = option::weighted(0.2, dispute);
    let rest = (rarely(), dispute, option::weighted(0.3, (any::<bool>(), option::of(year()))), confidence(), rarely());
    (events, ends, rest).prop_map(
        |((signed, ratified, in_force), (denounced, expires), (territory, dispute, reservation, confidence, none))| {
            if none {
                return Commitment { none, confidence, ..Commitment::default() };
            }
            let ratified = ratified.map(|years| signed.unwrap_or(2000) + years);
            let begins = ratified.or(signed).or(in_force);
            let after = |years: Option<Year>| begins.and_then(|begins| years.map(|years| begins + years));
            let (denounced, expires) = (after(denounced), after(expires));
            // A commitment says something, or it would not be one.
            let signed = if begins.is_none() { Some(2003) } else { signed };
            Commitment {
                none,
                signed,
                ratified,
                in_force,
                denounced,
                expires,
                territory,
                dispute,
                reservation,
                confidence,
            }
        },
    )
}

pub(crate) fn record() -> impl Strategy<Value = Record> {
    let commitments = (option::of(commitment()), option::of(commitment())).prop_map(|(a, b)| [a, b]);
    let laws = prop::collection::vec(law(), 0..4);
    let silences = prop::collection::vec(silence(), 0..4);
    (prop::bool::weighted(0.2), commitments, laws, silences)
        .prop_map(|(complete, commitments, laws, silences)| Record { complete, commitments, laws, silences })
}

pub(crate) fn words(bits: u8) -> Vec<&'static str> {
    (0..3).filter(|bit| bits & (1 << bit) != 0).map(|bit| ACTS[bit]).collect()
}

fn flag(flag: bool) -> &'static str {
    if flag { "yes" } else { "no" }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (key, year) in [("in-force", self.in_force), ("repealed", self.repealed), ("expires", self.expires)] {
            if let Some(year) = year {
                write!(f, "{key}: {year}-01-01, ")?;
            }
        }
        Ok(())
    }
}

impl fmt::Display for Statement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Vec::new();
        parts.extend(self.acts.map(|acts| format!("acts: [{}]", words(acts).join(", "))));
        parts.extend(self.means.map(|means| format!("means: {}", ["irrelevant", "required"][means as usize])));
        parts.extend(self.below.map(|below| format!("below: {below}")));
        let name = if self.topic == 1 { "married" } else { "last" };
        parts.extend(self.flag.map(|value| format!("{name}: {}", flag(value))));
        write!(f, "{{ {}: {{ {} }} }}", TOPICS[self.topic], parts.join(", "))
    }
}

fn law_text(law: &Law, number: usize) -> String {
    let mut text = format!(
        "  law-{number}: {{ title: Law {number}, kind: {}, level: {}, {}source: s, confidence: {}",
        KINDS[law.kind], LEVELS[law.level], law.period, CONFIDENCES[law.confidence]
    );
    if law.scope {
        text += ", scope: { territory: [North] }";
    }
    if law.disputed {
        text += ", disputed: They disagree.";
    }
    if let Some(subject) = law.subject {
        text += &format!(", subjects: [{}]", SUBJECTS[subject]);
    }
    text += ", provisions: [";
    for (at, provision) in law.provisions.iter().enumerate() {
        let scope = if provision.scope { "scope: { persons: [girls] }, " } else { "" };
        text += &format!(
            "{{ at: s. {number}.{at}, summary: S, {}implied: {}, {scope}confidence: {}, says: {} }}, ",
            provision.period,
            flag(provision.implied),
            CONFIDENCES[provision.confidence],
            provision.statement
        );
    }
    text + "] }\n"
}

fn silence_text(silence: &Silence) -> String {
    let mut text = String::from("  - { ");
    match &silence.on {
        Narrow::Topic { topic, acts, flag: value, means } => {
            text += &format!("on: {}, ", TOPICS[*topic]);
            if let Some(acts) = acts {
                text += &format!("acts: [{}], ", words(*acts).join(", "));
            }
            if let Some(value) = value {
                text += &format!("{}: {}, ", if *topic == 1 { "married" } else { "last" }, flag(*value));
            }
            if let Some(means) = means {
                text += &format!("means: [{}], ", ["irrelevant", "required"][*means as usize]);
            }
        }
        Narrow::Subject { subject, policy, kind, level } => {
            text += &format!("on: {}, ", SUBJECTS[*subject]);
            if let Some(policy) = policy {
                text += &format!("instrument: {}, ", if *policy { "policy" } else { "law" });
            }
            if let Some(kind) = kind {
                text += &format!("kind: [{}], ", KINDS[*kind]);
            }
            if let Some(level) = level {
                text += &format!("level: [{}], ", LEVELS[*level]);
            }
        }
    }
    if silence.in_one_law {
        text += "in: [anchor], ";
    }
    for (key, year) in [("from", silence.from), ("until", silence.until)] {
        if let Some(year) = year {
            text += &format!("{key}: {year}-01-01, ");
        }
    }
    text + &format!("note: Read., source: s, confidence: {} }}\n", CONFIDENCES[silence.confidence])
}

fn commitment_text(commitment: &Commitment) -> String {
    if commitment.none {
        return format!("{{ none: yes, confidence: {} }}", CONFIDENCES[commitment.confidence]);
    }
    let mut text = String::from("{ ");
    for (key, year) in [
        ("signed", commitment.signed),
        ("ratified", commitment.ratified),
        ("in-force", commitment.in_force),
        ("denounced", commitment.denounced),
        ("expires", commitment.expires),
    ] {
        if let Some(year) = year {
            text += &format!("{key}: {year}-01-01, ");
        }
    }
    if commitment.territory {
        text += "territory: [North], ";
    }
    if let Some((from, until)) = commitment.dispute {
        text += "disputed: They disagree., ";
        for (key, year) in [("disputed-from", from), ("disputed-until", until)] {
            if let Some(year) = year {
                text += &format!("{key}: {year}-01-01, ");
            }
        }
    }
    if let Some((article, withdrawn)) = commitment.reservation {
        let article = if article { "article: \"9(1)\", " } else { "" };
        let withdrawn = withdrawn.map_or_else(String::new, |year| format!("withdrawn: {year}-01-01, "));
        text += &format!("reservations: [{{ {article}{withdrawn}note: Not this. }}], ");
    }
    text + &format!("source: s, confidence: {} }}", CONFIDENCES[commitment.confidence])
}

/// The record as a framework file. The law `anchor` says nothing; silences that are limited to one law name it.
impl fmt::Display for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let coverage = if self.complete { "complete" } else { "partial" };
        writeln!(f, "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: {coverage}")?;
        writeln!(f, "sources: {{ s: {{ title: A source }} }}\ncommitments:")?;
        for (name, commitment) in ["treaty", "pact"].iter().zip(&self.commitments) {
            if let Some(commitment) = commitment {
                writeln!(f, "  {name}: {}", commitment_text(commitment))?;
            }
        }
        writeln!(
            f,
            "laws:\n  anchor: {{ title: Anchor, kind: code, in-force: 1990-01-01, source: s, confidence: verified }}"
        )?;
        for (number, law) in self.laws.iter().enumerate().filter(|(_, law)| !law.policy) {
            f.write_str(&law_text(law, number))?;
        }
        writeln!(f, "policies:")?;
        for (number, law) in self.laws.iter().enumerate().filter(|(_, law)| law.policy) {
            f.write_str(&law_text(law, number))?;
        }
        writeln!(f, "silences:")?;
        self.silences.iter().try_for_each(|silence| f.write_str(&silence_text(silence)))
    }
}
