//! Conditions are true, false or unstated: every comparison at and around its edge, and `and`, `or` and `not` of every
//! combination.

use lacuna::finding::Verdict::{Met, Partial};

use super::Rules;

/// What conditions are of one provision on the child that makes a statement. `every … has C` is met where C is true, and
/// `every … has (not C)` where it is false.
fn truths(conditions: &[String], says: &str) -> Vec<Option<bool>> {
    let rules: Vec<String> = conditions
        .iter()
        .flat_map(|it| ["", "not "].map(|not| format!("every provision on child has ({not}({it}))")))
        .collect();
    let rules = Rules::new(&rules.iter().map(String::as_str).collect::<Vec<_>>());
    let record = format!(
        "laws: {{ a: {{ title: T, kind: act, in-force: 2000-01-01, source: s, confidence: verified, provisions: [{{ at: s. 1, \
         summary: S, says: {{ child: {{ {says} }} }} }}] }} }}\n"
    );
    let verdicts = rules.ask("partial", &record).unwrap();
    let truth = |pair: &[lacuna::finding::Verdict]| match pair {
        [Met, Partial] => Some(true),
        [Partial, Met] => Some(false),
        [Partial, Partial] => None,
        other => panic!("{other:?}"),
    };
    verdicts.chunks(2).map(truth).collect()
}

const SIGNS: [&str; 6] = ["=", "!=", "<", "<=", ">", ">="];

/// What each sign is of a value below, at and above what it is compared with.
const BELOW: [bool; 6] = [false, true, true, true, false, false];
const AT: [bool; 6] = [true, false, false, true, false, true];
const ABOVE: [bool; 6] = [false, true, false, false, true, true];

#[test]
fn signs_at_their_edges() {
    for (attribute, edge, below, above) in
        [("below", "18", "17", "19"), ("count", "2", "1", "3"), ("since", "2004-02-29", "2004-02-28", "2004-03-01")]
    {
        let conditions = SIGNS.map(|sign| format!("{attribute} {sign} {edge}"));
        for (value, expected) in [(below, BELOW), (edge, AT), (above, ABOVE)] {
            let found = truths(&conditions, &format!("{attribute}: {value}"));
            assert_eq!(found, expected.map(Some), "{attribute}: {value}");
        }
        assert_eq!(truths(&conditions, "married: yes"), [None; 6], "{attribute} is not stated");
    }
    let conditions = ["married = yes", "married != yes", "married = no", "married != no"].map(str::to_owned);
    assert_eq!(truths(&conditions, "married: yes"), [true, false, false, true].map(Some));
    assert_eq!(truths(&conditions, "married: no"), [false, true, true, false].map(Some));
    assert_eq!(truths(&conditions, "below: 18"), [None; 4]);
}

#[test]
fn to_state_is_true_or_false_and_never_unstated() {
    let conditions = ["below", "since", "married", "words", "count"].map(|attribute| format!("states {attribute}"));
    for (number, says) in
        ["below: 18", "since: 2004-01-01", "married: no", "words: as the Act has it", "count: 0"].iter().enumerate()
    {
        let expected: Vec<_> = (0..5).map(|other| Some(other == number)).collect();
        assert_eq!(truths(&conditions, says), expected, "{says}");
    }
}

/// Three conditions that are true, false and unstated of the same provision.
const PARTS: [(&str, Option<bool>); 3] =
    [("below = 18", Some(true)), ("married = yes", Some(false)), ("count = 1", None)];

#[test]
fn and_or_and_not_of_up_to_three() {
    let mut conditions = Vec::new();
    let mut expected = Vec::new();
    let lists = |shorter: Vec<Vec<usize>>| -> Vec<Vec<usize>> {
        shorter.iter().flat_map(|list| (0..3).map(move |last| [list.clone(), vec![last]].concat())).collect()
    };
    let two = lists(vec![vec![0], vec![1], vec![2]]);
    for list in two.iter().cloned().chain(lists(two.clone())) {
        let (words, truths): (Vec<&str>, Vec<_>) = list.iter().map(|part| PARTS[*part]).unzip();
        let (yes, no, open) = (truths.contains(&Some(true)), truths.contains(&Some(false)), truths.contains(&None));
        conditions.push(words.join(" and "));
        expected.push(if no {
            Some(false)
        } else if open {
            None
        } else {
            Some(true)
        });
        conditions.push(words.join(" or "));
        expected.push(if yes {
            Some(true)
        } else if open {
            None
        } else {
            Some(false)
        });
    }
    for (words, truth) in PARTS {
        conditions.push(format!("not {words}"));
        expected.push(truth.map(|truth| !truth));
    }
    assert_eq!(conditions.len(), 2 * (9 + 27) + 3);
    assert_eq!(truths(&conditions, "below: 18, married: no"), expected);
}

#[test]
fn sets_name_any_or_all_of_their_terms() {
    let acts = ["recruitment", "transport", "receipt"];
    let set = |bits: usize| -> Vec<&str> { (0..3).filter(|bit| bits & (1 << bit) != 0).map(|bit| acts[bit]).collect() };
    for said in 1..8 {
        for asked in 1..8usize {
            let list = set(asked).join(", ");
            let rules = [
                format!("every provision on detention has acts includes any {{{list}}}"),
                format!("every provision on detention has acts includes all {{{list}}}"),
                format!("every provision on detention has acts includes {}", set(asked)[0]),
            ];
            let rules = Rules::new(&rules.each_ref().map(String::as_str));
            let record = format!(
                "laws: {{ a: {{ title: T, kind: act, in-force: 2000-01-01, source: s, confidence: verified, provisions: [{{ at: \
                 s. 1, summary: S, says: {{ detention: {{ acts: [{}] }} }} }}] }} }}\n",
                set(said).join(", ")
            );
            let first = asked & asked.wrapping_neg();
            let expected = [said & asked != 0, said & asked == asked, said & first != 0];
            let expected = expected.map(|truth| if truth { Met } else { Partial });
            assert_eq!(rules.ask("partial", &record).unwrap(), expected, "{asked:b} of {said:b}");
        }
    }
}
