//! How an item came out all in all, and whether anything changed at a level.

use lacuna::diff::{Level, Turn};

use crate::world::{Version, act, compare};

/// The turn of each item, and the levels at which anything changed.
fn seen(old: &Version, new: &Version) -> (Vec<Turn>, Vec<Level>) {
    compare(old, new, |found| {
        let turns = found.items().map(|(_, item)| item.turn()).collect();
        (turns, Level::ALL.into_iter().filter(|level| found.has(*level)).collect())
    })
}

#[test]
fn better_and_worse_and_neither() {
    let (low, high) = (Version::new("1999-08-31", &act(16)), Version::new("2009-08-31", &act(18)));
    let day = |version: &Version| version.clone().on("2009-08-31");
    let draft = "laws:\n  bill: { title: Bill, kind: act, repeals: [act], source: s, confidence: verified, provisions: \
                 [{ at: cl. 1, summary: B., says: { child: { below: 18 } } }] }\n";
    let short = Version::new("2009-08-31", &act(16));
    assert_eq!(seen(&short, &short), (vec![], vec![]));
    assert_eq!(
        seen(&short, &short.clone().with(draft)),
        (vec![Turn::Better], vec![Level::Improvement, Level::Lateral])
    );
    assert_eq!(seen(&short.clone().with(draft), &short), (vec![Turn::Worse], vec![Level::Regression, Level::Lateral]));
    // What is put right is neither.
    assert_eq!(seen(&day(&low), &high).0, [Turn::Lateral]);
    let words = Version::new("2009-08-31", &act(16).replace("Whoever is below 16", "A person below 16"));
    assert_eq!(seen(&short, &words), (vec![], vec![Level::Editorial]));
}

#[test]
fn an_item_that_changes_in_its_duty_alone_turns_neither_way() {
    let none = Version::new("2009-08-31", "commitments:\n  treaty: none\n");
    let party = Version::new("2009-08-31", "commitments:\n  treaty: { acceded: 2009-02-26, source: s }\n");
    assert_eq!(seen(&none, &party).0, [Turn::Lateral, Turn::Lateral]);
}
