//! The table of sentences about provisions, on every record of up to two provisions, silent, complete or neither.

use lacuna::finding::Verdict::{self, Conflict, Gap, Met, Partial, Unknown};

use super::Rules;

/// One provision on the topic, in force.
#[derive(Clone, Copy, Debug)]
struct Provision<T> {
    /// What it says.
    says: T,
    /// It is implied, so that it cannot make a sentence met by itself.
    limited: bool,
    /// It stands in a policy, below the floor.
    below: bool,
}

/// What is known beside the provisions.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Known {
    Nothing,
    Silence,
    Complete,
}

/// Every record of up to two provisions that say any of these.
fn records<T: Copy>(says: &[T]) -> Vec<Vec<Provision<T>>> {
    let mut single = Vec::new();
    for &says in says {
        for limited in [false, true] {
            single.extend([false, true].map(|below| Provision { says, limited, below }));
        }
    }
    let pairs = single.iter().flat_map(|one| single.iter().map(|other| vec![*one, *other]));
    std::iter::once(Vec::new()).chain(single.iter().map(|one| vec![*one])).chain(pairs).collect()
}

fn text<T>(provisions: &[Provision<T>], known: Known, says: impl Fn(&T) -> String) -> String {
    let tier = |below: bool, name: &str, kind: &str| {
        let mut text = format!(
            "{name}: {{ {name}: {{ title: T, kind: {kind}, in-force: 2000-01-01, source: s, confidence: verified, provisions: ["
        );
        for (number, it) in provisions.iter().enumerate().filter(|(_, it)| it.below == below) {
            let implied = if it.limited { "implied: yes, " } else { "" };
            let says = says(&it.says);
            text += &format!("{{ at: s. {number}, summary: S, {implied}says: {{ detention: {{ {says} }} }} }}, ");
        }
        text + "] } }\n"
    };
    let silence = match known {
        Known::Silence => "silences: [{ on: detention, note: Read., source: s, confidence: verified }]\n",
        Known::Nothing | Known::Complete => "",
    };
    tier(false, "laws", "act") + &tier(true, "policies", "plan") + silence
}

fn coverage(known: Known) -> &'static str {
    if known == Known::Complete { "complete" } else { "partial" }
}

/// *Nothing found*.
fn nothing(known: Known) -> Verdict {
    if known == Known::Nothing { Unknown } else { Gap }
}

/// The row of `some … has C`.
fn some<T>(all: &[Provision<T>], known: Known, satisfies: impl Fn(&T) -> bool) -> Verdict {
    let counted = || all.iter().filter(|it| !it.below);
    if counted().any(|it| !it.limited && satisfies(&it.says)) {
        Met
    } else if all.iter().any(|it| satisfies(&it.says)) {
        Partial
    } else if counted().count() == 0 {
        nothing(known)
    } else {
        Partial
    }
}

/// The row of `every … has C`; a provision may leave open whether C is true of it.
fn every<T>(all: &[Provision<T>], known: Known, truth: impl Fn(&T) -> Option<bool>) -> Verdict {
    let counted: Vec<_> = all.iter().filter(|it| !it.below).collect();
    let (truths, unlimited): (Vec<_>, Vec<_>) = counted.iter().map(|it| (truth(&it.says), !it.limited)).unzip();
    if counted.is_empty() {
        let weak = all.iter().filter(|it| it.below).any(|it| truth(&it.says) == Some(true));
        return if weak { Partial } else { nothing(known) };
    }
    match (truths.contains(&Some(true)), truths.contains(&Some(false)), truths.contains(&None)) {
        (true, true, _) => Conflict,
        (true, false, false) if unlimited.contains(&true) => Met,
        _ => Partial,
    }
}

/// The row of `no … [has C]`.
fn no<T>(all: &[Provision<T>], known: Known, satisfies: impl Fn(&T) -> bool) -> Verdict {
    if all.iter().any(|it| !it.below && satisfies(&it.says)) {
        Gap
    } else if !all.is_empty() || known != Known::Nothing {
        Met
    } else {
        Unknown
    }
}

#[test]
fn some_every_and_no() {
    let rules = Rules::new(&[
        "some provision on detention",
        "some provision on detention has last = yes",
        "every provision on detention has last = yes",
        "no provision on detention",
        "no provision on detention has last = yes",
    ]);
    let said = |last: &Option<bool>| match last {
        Some(true) => "last: yes".to_owned(),
        Some(false) => "last: no".to_owned(),
        None => String::new(),
    };
    let satisfies = |last: &Option<bool>| *last == Some(true);
    for provisions in records(&[Some(true), Some(false), None]) {
        for known in [Known::Nothing, Known::Silence, Known::Complete] {
            let found = rules.ask(coverage(known), &text(&provisions, known, said)).unwrap();
            let expected = [
                some(&provisions, known, |_| true),
                some(&provisions, known, satisfies),
                every(&provisions, known, |last| *last),
                no(&provisions, known, |_| true),
                no(&provisions, known, satisfies),
            ];
            assert_eq!(found, expected, "{provisions:?} {known:?}");
        }
    }
}

#[test]
fn covers_and_together_cover() {
    let rules = Rules::new(&[
        "some provision on detention covers acts {recruitment, transport}",
        "provisions on detention together cover acts {recruitment, transport}",
    ]);
    let (recruitment, transport) = (1, 2);
    let said = |acts: &u8| match *acts {
        0 => String::new(),
        1 => "acts: [recruitment]".to_owned(),
        2 => "acts: [transport]".to_owned(),
        _ => "acts: [recruitment, transport]".to_owned(),
    };
    let all = recruitment | transport;
    for provisions in records(&[0, recruitment, transport, all]) {
        let union = |filter: &dyn Fn(&&Provision<u8>) -> bool| {
            provisions.iter().filter(filter).fold(0, |acts, it| acts | it.says)
        };
        for known in [Known::Nothing, Known::Silence, Known::Complete] {
            let together = if union(&|it| !it.below && !it.limited) == all {
                Met
            } else if provisions.iter().any(|it| !it.below) || union(&|it| it.below) == all {
                Partial
            } else {
                nothing(known)
            };
            let found = rules.ask(coverage(known), &text(&provisions, known, said)).unwrap();
            assert_eq!(found, [some(&provisions, known, |acts| *acts == all), together], "{provisions:?} {known:?}");
        }
    }
}
