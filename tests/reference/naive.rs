//! The second evaluator: `docs/verdicts.md`, copied out, slow and plain.

use lacuna::finding::Verdict::{self, Conflict, Gap, Met, NotApplicable, Partial, Unknown};

use super::record::{ACTS, Commitment, Law, Narrow, Period, Provision, Record, Silence};
use super::rule::{Demand, Rule, Test};
use super::run::Ask;

pub(crate) struct Expected {
    pub(crate) verdict: Verdict,
    pub(crate) missing: Vec<(String, bool)>,
}

fn plain(verdict: Verdict) -> Expected {
    Expected { verdict, missing: Vec::new() }
}

pub(crate) fn verdict(record: &Record, rule: &Rule, ask: Ask) -> Expected {
    let mut expected = evaluate(record, rule, ask);
    expected.missing.sort();
    expected.missing.dedup();
    expected
}

fn evaluate(record: &Record, rule: &Rule, ask: Ask) -> Expected {
    let all = |parts: &[Rule]| -> Vec<Expected> { parts.iter().map(|part| evaluate(record, part, ask)).collect() };
    let verdicts = |parts: &[Expected]| -> Vec<Verdict> { parts.iter().map(|part| part.verdict).collect() };
    match rule {
        Rule::And(parts) => {
            let parts = all(parts);
            join(and(&verdicts(&parts)), true, parts)
        }
        Rule::Or(parts) => {
            let parts = all(parts);
            join(or(&verdicts(&parts)), false, parts)
        }
        Rule::AtLeast(count, parts) => {
            let parts = all(parts);
            join(at_least(*count, &verdicts(&parts)), true, parts)
        }
        Rule::Not(part) => {
            let mut expected = evaluate(record, part, ask);
            expected.verdict = match expected.verdict {
                Met => Gap,
                Gap => Met,
                other => other,
            };
            expected
        }
        Rule::Closed => plain(NotApplicable),
        Rule::Party { pact, signatory, without } => plain(party(record, usize::from(*pact), *signatory, *without, ask)),
        Rule::Instruments { policy, subject, kind, levels } => {
            plain(instruments(record, *policy, *subject, *kind, levels, ask))
        }
        Rule::Provisions { quantifier, topic, filter, demand } => {
            let seen = Seen::of(record, *topic, filter.as_ref(), ask);
            match quantifier {
                0 => some(record, &seen, *topic, filter.as_ref(), demand.as_ref(), ask),
                1 => plain(every(record, &seen, *topic, filter.as_ref(), demand.as_ref(), ask)),
                _ => plain(no(record, &seen, *topic, filter.as_ref(), demand.as_ref(), ask)),
            }
        }
        Rule::Together { topic, filter, acts } => together(record, *topic, filter.as_ref(), *acts, ask),
    }
}

/// What is missing is kept of the parts that settled the verdict.
fn join(verdict: Verdict, all: bool, parts: Vec<Expected>) -> Expected {
    let settles = |part: &Expected| match verdict {
        Partial if all => part.verdict != NotApplicable,
        other => part.verdict == other,
    };
    let missing = parts.iter().filter(|part| settles(part)).flat_map(|part| part.missing.clone()).collect();
    Expected { verdict, missing }
}

fn and(parts: &[Verdict]) -> Verdict {
    let parts: Vec<_> = parts.iter().filter(|part| **part != NotApplicable).collect();
    if parts.is_empty() {
        NotApplicable
    } else if parts.iter().all(|part| **part == Met) {
        Met
    } else if parts.iter().all(|part| **part == Unknown) {
        Unknown
    } else if parts.iter().any(|part| **part == Conflict) {
        Conflict
    } else if parts.iter().all(|part| **part == Gap || **part == Unknown) {
        Gap
    } else {
        Partial
    }
}

fn or(parts: &[Verdict]) -> Verdict {
    for verdict in [Met, Conflict, Partial, Unknown, Gap] {
        if parts.contains(&verdict) {
            return verdict;
        }
    }
    NotApplicable
}

fn at_least(count: usize, parts: &[Verdict]) -> Verdict {
    let parts: Vec<Verdict> = parts.iter().copied().filter(|part| *part != NotApplicable).collect();
    let count = count.min(parts.len());
    if parts.is_empty() {
        return NotApplicable;
    }
    let mut choices = Vec::new();
    for bits in 0u32..(1 << parts.len()) {
        if bits.count_ones() as usize == count {
            let chosen: Vec<_> = (0..parts.len()).filter(|at| bits & (1 << at) != 0).map(|at| parts[at]).collect();
            choices.push(and(&chosen));
        }
    }
    or(&choices)
}

fn in_force(own: &Period, law: &Period, year: u16) -> bool {
    let begins = own.in_force.or(law.in_force);
    let repealed = own.repealed.or(law.repealed);
    let expires = own.expires.or(law.expires);
    begins.is_some_and(|begins| begins <= year)
        && repealed.is_none_or(|repealed| repealed > year)
        && expires.is_none_or(|expires| expires >= year)
}

/// True, false or not stated.
fn truth(test: &Test, provision: &Provision, topic: usize) -> Option<bool> {
    let statement = &provision.statement;
    match test {
        Test::And(parts) => {
            let truths: Vec<_> = parts.iter().map(|part| truth(part, provision, topic)).collect();
            if truths.contains(&Some(false)) {
                Some(false)
            } else if truths.contains(&None) {
                None
            } else {
                Some(true)
            }
        }
        Test::Or(parts) => {
            let truths: Vec<_> = parts.iter().map(|part| truth(part, provision, topic)).collect();
            if truths.contains(&Some(true)) {
                Some(true)
            } else if truths.contains(&None) {
                None
            } else {
                Some(false)
            }
        }
        Test::Not(part) => truth(part, provision, topic).map(|truth| !truth),
        Test::Below(op, age) => statement.below.map(|below| match *op {
            "=" => below == *age,
            "!=" => below != *age,
            "<" => below < *age,
            "<=" => below <= *age,
            ">" => below > *age,
            _ => below >= *age,
        }),
        Test::Flag(equal, value) => statement.flag.map(|flag| (flag == *value) == *equal),
        Test::Means(equal, value) => statement.means.map(|means| (means == *value) == *equal),
        Test::Includes(act) => statement.acts.map(|acts| acts & (1 << act) != 0),
        Test::Any(wanted) => statement.acts.map(|acts| acts & wanted != 0),
        Test::All(wanted) => statement.acts.map(|acts| acts & wanted == *wanted),
        Test::States(number) => Some(match Test::attribute(topic, *number) {
            "acts" => statement.acts.is_some(),
            "means" => statement.means.is_some(),
            "below" => statement.below.is_some(),
            _ => statement.flag.is_some(),
        }),
    }
}

fn demanded(demand: Option<&Demand>, provision: &Provision, topic: usize) -> Option<bool> {
    match demand {
        None => Some(true),
        Some(Demand::Has(test)) => truth(test, provision, topic),
        Some(Demand::Covers(wanted)) => provision.statement.acts.map(|acts| acts & wanted == *wanted),
    }
}

fn limited(law: &Law, provision: &Provision) -> bool {
    provision.implied || provision.scope || law.scope || law.level != 0
}

/// The provisions that count for a sentence (P), and those below the floor (W).
struct Seen<'a> {
    counted: Vec<(&'a Law, &'a Provision)>,
    below: Vec<(&'a Law, &'a Provision)>,
}

impl<'a> Seen<'a> {
    fn of(record: &'a Record, topic: usize, filter: Option<&Test>, ask: Ask) -> Self {
        let mut seen = Self { counted: Vec::new(), below: Vec::new() };
        for law in &record.laws {
            for provision in &law.provisions {
                let counts = provision.statement.topic == topic
                    && filter.is_none_or(|test| truth(test, provision, topic) == Some(true))
                    && !law.disputed
                    && in_force(&provision.period, &law.period, ask.year)
                    && provision.confidence >= ask.least;
                if counts && (ask.policy_floor || !law.policy) {
                    seen.counted.push((law, provision));
                } else if counts {
                    seen.below.push((law, provision));
                }
            }
        }
        seen
    }
}

/// Silences that hold, count, and speak for the whole framework.
fn silences(record: &Record, ask: Ask) -> Vec<&Silence> {
    let counts = |silence: &&Silence| {
        silence.from.is_none_or(|from| from <= ask.year)
            && silence.until.is_none_or(|until| until > ask.year)
            && silence.confidence >= 1
            && silence.confidence >= ask.least
            && !silence.in_one_law
    };
    record.silences.iter().filter(counts).collect()
}

/// Terms that are known to be absent, as bits.
#[derive(Clone, Copy, Default)]
struct Absent {
    acts: u8,
    flags: u8,
    means: u8,
}

fn impossible(test: &Test, absent: Absent) -> bool {
    match test {
        Test::And(parts) => parts.iter().any(|part| impossible(part, absent)),
        Test::Or(parts) => parts.iter().all(|part| impossible(part, absent)),
        Test::Flag(true, value) => absent.flags & (1 << u8::from(*value)) != 0,
        Test::Means(true, value) => absent.means & (1 << value) != 0,
        Test::Includes(act) => absent.acts & (1 << act) != 0,
        Test::Any(acts) => absent.acts & acts == *acts,
        Test::All(acts) => absent.acts & acts != 0,
        Test::Flag(false, _) | Test::Means(false, _) | Test::Not(_) | Test::Below(..) | Test::States(_) => false,
    }
}

fn impossible_ask(filter: Option<&Test>, demand: Option<&Demand>, absent: Absent) -> bool {
    filter.is_some_and(|test| impossible(test, absent))
        || match demand {
            Some(Demand::Has(test)) => impossible(test, absent),
            Some(Demand::Covers(acts)) => absent.acts & acts == *acts,
            None => false,
        }
}

/// Each attribute that a silence is narrowed by, alone.
fn parts(acts: Option<u8>, flag: Option<bool>, means: Option<u8>) -> Vec<Absent> {
    let mut parts = Vec::new();
    parts.extend(acts.map(|acts| Absent { acts, ..Absent::default() }));
    parts.extend(flag.map(|flag| Absent { flags: 1 << u8::from(flag), ..Absent::default() }));
    parts.extend(means.map(|means| Absent { means: 1 << means, ..Absent::default() }));
    parts
}

fn ruled_out(record: &Record, topic: usize, filter: Option<&Test>, demand: Option<&Demand>, ask: Ask) -> bool {
    if record.complete {
        return true;
    }
    let mut single = Absent::default();
    for silence in silences(record, ask) {
        let Narrow::Topic { topic: on, acts, flag, means } = &silence.on else { continue };
        if *on != topic {
            continue;
        }
        match parts(*acts, *flag, *means).as_slice() {
            [] => return true,
            [one] => {
                single.acts |= one.acts;
                single.flags |= one.flags;
                single.means |= one.means;
            }
            several if several.iter().all(|part| impossible_ask(filter, demand, *part)) => return true,
            _ => {}
        }
    }
    impossible_ask(filter, demand, single)
}

fn nothing(record: &Record, topic: usize, filter: Option<&Test>, demand: Option<&Demand>, ask: Ask) -> Verdict {
    if ruled_out(record, topic, filter, demand, ask) { Gap } else { Unknown }
}

/// The terms that are missing, each absent or only not found.
fn missing(record: &Record, topic: usize, lacking: u8, ask: Ask) -> Vec<(String, bool)> {
    let mut absent = if record.complete { 7 } else { 0 };
    for silence in silences(record, ask) {
        match &silence.on {
            Narrow::Topic { topic: on, acts: None, flag: None, means: None } if *on == topic => absent = 7,
            Narrow::Topic { topic: on, acts: Some(acts), flag: None, means: None } if *on == topic => absent |= acts,
            _ => {}
        }
    }
    let lacks = (0..3).filter(|act| lacking & (1 << act) != 0);
    lacks.map(|act| (ACTS[act].to_owned(), absent & (1 << act) != 0)).collect()
}

fn some(
    record: &Record,
    seen: &Seen<'_>,
    topic: usize,
    filter: Option<&Test>,
    demand: Option<&Demand>,
    ask: Ask,
) -> Expected {
    let satisfies = |provision: &Provision| demanded(demand, provision, topic) == Some(true);
    if seen.counted.iter().any(|(law, provision)| satisfies(provision) && !limited(law, provision)) {
        return plain(Met);
    }
    if seen.counted.iter().chain(&seen.below).any(|(_, provision)| satisfies(provision)) {
        return plain(Partial);
    }
    if seen.counted.is_empty() {
        return plain(nothing(record, topic, filter, demand, ask));
    }
    let Some(Demand::Covers(wanted)) = demand else { return plain(Partial) };
    let mut best = 0;
    for (_, provision) in &seen.counted {
        let covered = provision.statement.acts.unwrap_or(0) & wanted;
        if covered.count_ones() > u8::count_ones(best) {
            best = covered;
        }
    }
    Expected { verdict: Partial, missing: missing(record, topic, wanted & !best, ask) }
}

fn every(
    record: &Record,
    seen: &Seen<'_>,
    topic: usize,
    filter: Option<&Test>,
    demand: Option<&Demand>,
    ask: Ask,
) -> Verdict {
    if seen.counted.is_empty() {
        let weak = seen.below.iter().any(|(_, provision)| demanded(demand, provision, topic) == Some(true));
        return if weak { Partial } else { nothing(record, topic, filter, demand, ask) };
    }
    let truths: Vec<_> = seen.counted.iter().map(|(_, provision)| demanded(demand, provision, topic)).collect();
    let unlimited = seen.counted.iter().any(|(law, provision)| !limited(law, provision));
    if truths.contains(&Some(true)) && truths.contains(&Some(false)) {
        Conflict
    } else if truths.iter().all(|truth| *truth == Some(true)) && unlimited {
        Met
    } else {
        Partial
    }
}

fn no(
    record: &Record,
    seen: &Seen<'_>,
    topic: usize,
    filter: Option<&Test>,
    demand: Option<&Demand>,
    ask: Ask,
) -> Verdict {
    if seen.counted.iter().any(|(_, provision)| demanded(demand, provision, topic) == Some(true)) {
        return Gap;
    }
    let spoken = record.laws.iter().flat_map(|law| law.provisions.iter().map(move |provision| (law, provision)));
    let mut spoken = spoken.filter(|(law, provision)| {
        provision.statement.topic == topic
            && !law.disputed
            && in_force(&provision.period, &law.period, ask.year)
            && provision.confidence >= ask.least
    });
    let assessed = spoken.next().is_some() || ruled_out(record, topic, filter, demand, ask);
    if assessed { Met } else { Unknown }
}

fn together(record: &Record, topic: usize, filter: Option<&Test>, wanted: u8, ask: Ask) -> Expected {
    let seen = Seen::of(record, topic, filter, ask);
    let covered = |provision: &Provision| provision.statement.acts.unwrap_or(0) & wanted;
    let mut full = 0;
    let mut all = 0;
    for (law, provision) in &seen.counted {
        all |= covered(provision);
        if !limited(law, provision) {
            full |= covered(provision);
        }
    }
    for (_, provision) in &seen.below {
        all |= covered(provision);
    }
    let mut below = 0;
    for (_, provision) in &seen.below {
        below |= covered(provision);
    }
    if full == wanted {
        return plain(Met);
    }
    if seen.counted.is_empty() && below != wanted {
        return plain(nothing(record, topic, filter, Some(&Demand::Covers(wanted)), ask));
    }
    Expected { verdict: Partial, missing: missing(record, topic, wanted & !all, ask) }
}

fn party(record: &Record, number: usize, signatory: bool, without: Option<bool>, ask: Ask) -> Verdict {
    let Some(found) = &record.commitments[number] else { return if record.complete { Gap } else { Unknown } };
    if found.confidence < ask.least {
        return Unknown;
    }
    let disputed = |(from, until): (Option<u16>, Option<u16>)| {
        from.is_none_or(|from| from <= ask.year) && until.is_none_or(|until| until > ask.year)
    };
    if found.dispute.is_some_and(disputed) {
        return Conflict;
    }
    if found.none {
        return Gap;
    }
    let by_now = |year: Option<u16>| year.is_some_and(|year| year <= ask.year);
    let signature_binds = number == 1;
    let consents = [found.ratified, found.signed.filter(|_| signature_binds)];
    let consented = if consents.iter().all(Option::is_none) {
        by_now(found.in_force)
    } else {
        consents.iter().any(|year| by_now(*year))
    };
    if consented {
        if by_now(found.denounced) || found.expires.is_some_and(|expires| expires < ask.year) {
            return Gap;
        }
        return limits(found, without, ask);
    }
    if by_now(found.signed) {
        return if signatory { limits(found, without, ask) } else { Partial };
    }
    let later = found.signed.is_some() || found.ratified.is_some() || found.in_force.is_some();
    if later { Gap } else { Unknown }
}

fn limits(found: &Commitment, without: Option<bool>, ask: Ask) -> Verdict {
    let stands = |withdrawn: Option<u16>| withdrawn.is_none_or(|withdrawn| withdrawn > ask.year);
    // `without reservation` excludes all; `to "9"` those to article 9 or a part of it, and those to the whole.
    let spoilt = without.is_some() && found.reservation.is_some_and(|(_, withdrawn)| stands(withdrawn));
    if found.territory || spoilt { Partial } else { Met }
}

fn instruments(
    record: &Record,
    policy: bool,
    subject: usize,
    kind: Option<usize>,
    levels: &[usize],
    ask: Ask,
) -> Verdict {
    let named: Vec<&Law> = record
        .laws
        .iter()
        .filter(|law| law.policy == policy && law.subject == Some(subject))
        .filter(|law| kind.is_none_or(|kind| kind == law.kind))
        .filter(|law| levels.is_empty() || levels.contains(&law.level))
        .filter(|law| law.confidence >= ask.least)
        .collect();
    let narrowed = |law: &Law| law.scope || levels.is_empty() && law.level != 0;
    let no_period = Period::default();
    let standing: Vec<_> =
        named.iter().filter(|law| !law.disputed && in_force(&no_period, &law.period, ask.year)).collect();
    if standing.iter().any(|law| !narrowed(law)) {
        return Met;
    }
    // A disputed law without a commencement is disputed all the same, unless it is over.
    let begun = |law: &Law| Period { in_force: law.period.in_force.or(Some(0)), ..law.period.clone() };
    if named.iter().any(|law| law.disputed && in_force(&no_period, &begun(law), ask.year)) {
        return Conflict;
    }
    if !standing.is_empty() {
        return Partial;
    }
    let silent = silences(record, ask).into_iter().any(|silence| match &silence.on {
        Narrow::Subject { subject: on, policy: tier, kind: kinds, level } => {
            *on == subject
                && tier.is_none_or(|tier| tier == policy)
                && kinds.is_none_or(|only| kind == Some(only))
                && level.is_none_or(|only| !levels.is_empty() && levels.iter().all(|level| *level == only))
        }
        Narrow::Topic { .. } => false,
    });
    // No law of these records has a date of adoption, so one that has not commenced shows nothing.
    let recorded = named.iter().any(|law| {
        let over = law.disputed && law.period.in_force.is_none();
        law.confidence >= 1 && (over || law.period.in_force.is_some_and(|begins| begins <= ask.year))
    });
    if silent || record.complete || recorded { Gap } else { Unknown }
}
