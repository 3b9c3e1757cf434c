//! Which law and which article of one record is which of another: by what is surest, and nothing is taken for another thing that
//! only stands in its place.

use crate::world::{Version, compare};

/// An article: its pinpoint, its summary, and whatever else is recorded.
type Article = (&'static str, &'static str, &'static str);

const CHILD_16: &str = "says: { child: { below: 16 } }";
const CHILD_17: &str = "says: { child: { below: 17 } }";
const ACTS: &str = "says: { definition: { acts: [receipt] } }";
const LAST: &str = "says: { detention: { last: yes } }";

/// A record of two acts, of which the second may be without articles.
fn version(first: &[Article], second: &[Article]) -> Version {
    let law = |id: &str, articles: &[Article]| {
        let mut text = format!(
            "  {id}:\n    title: The {id} act\n    kind: act\n    in-force: 2000-01-01\n    source: s\n    confidence: verified\n"
        );
        if !articles.is_empty() {
            text += "    provisions:\n";
        }
        for (at, summary, more) in articles {
            let more = if more.is_empty() { String::new() } else { format!(", {more}") };
            text += &format!("      - {{ at: {at}, summary: {summary}{more} }}\n");
        }
        text
    };
    Version::new("2009-08-31", &format!("laws:\n{}{}", law("one", first), law("two", second)))
}

/// What is recorded otherwise, a kind and a subject each.
fn changes(old: &Version, new: &Version) -> Vec<String> {
    compare(old, new, |found| found.record.iter().map(|it| format!("{} {}", it.kind.name(), it.subject)).collect())
}

/// The changes of the articles of one act.
fn within(old: &[Article], new: &[Article]) -> Vec<String> {
    changes(&version(old, &[]), &version(new, &[]))
}

#[test]
fn two_wordings_of_one_article_may_stand_in_either_order() {
    let before = ("s. 2", "A.", "repealed: 2005-01-01, says: { child: { below: 16 } }");
    let after = ("s. 2", "B.", "in-force: 2005-01-01, says: { child: { below: 17 } }");
    assert_eq!(within(&[before, after], &[after, before]), Vec::<String>::new());
}

#[test]
fn articles_are_found_again_by_their_pinpoint_wherever_they_stand() {
    let same = ["statement-amended one s. 2", "statement-amended one s. 3"];
    // Told in the same words, they say otherwise.
    let old = [("s. 2", "S.", CHILD_16), ("s. 3", "S.", LAST)];
    let new = [("s. 3", "S.", "says: { detention: { last: no } }"), ("s. 2", "S.", CHILD_17)];
    assert_eq!(within(&old, &new), same);
    // Told in other words as well.
    let new = [("s. 3", "T.", "says: { detention: { last: no } }"), ("s. 2", "U.", CHILD_17)];
    assert_eq!(within(&old, &new), same);
    // Dated otherwise as well, and told in the same words.
    let new = [
        ("s. 3", "S.", "in-force: 2003-01-01, says: { detention: { last: no } }"),
        ("s. 2", "S.", "in-force: 2002-01-01, says: { child: { below: 17 } }"),
    ];
    assert_eq!(within(&old, &new), ["provision-amended one s. 2", "provision-amended one s. 3"]);
}

#[test]
fn another_article_of_the_same_law_is_no_new_number_for_one() {
    let gone = |at: &str| ["provision-removed one s. 2".to_owned(), format!("provision-added one {at}")];
    assert_eq!(within(&[("s. 2", "A.", CHILD_16)], &[("s. 9", "B.", ACTS)]), gone("s. 9"));
    // What says the same in other words and from another day on is another article.
    let later = ("s. 9", "B.", "in-force: 2005-01-01, says: { child: { below: 16 } }");
    assert_eq!(within(&[("s. 2", "A.", CHILD_16)], &[later]), gone("s. 9"));
    // Two that say nothing say nothing alike.
    assert_eq!(within(&[("s. 2", "A.", "")], &[("s. 9", "B.", "")]), gone("s. 9"));
}

#[test]
fn a_new_number_for_an_article_is_seen_by_what_it_says_or_how_it_is_told() {
    let old = [("s. 2", "A.", CHILD_16)];
    assert_eq!(within(&old, &[("s. 9", "A.", CHILD_16)]), ["provision-moved one s. 9"]);
    assert_eq!(within(&old, &[("s. 9", "B.", CHILD_16)]), ["provision-moved one s. 9"]);
    assert_eq!(within(&old, &[("s. 9", "A.", CHILD_17)]), ["statement-amended one s. 9"]);
}

#[test]
fn an_article_moves_to_another_law_only_with_what_it_says() {
    let moved = |articles: &[Article]| changes(&version(&[("s. 2", "A.", CHILD_16)], &[]), &version(&[], articles));
    assert_eq!(moved(&[("s. 2", "B.", CHILD_16)]), ["provision-moved two s. 2"]);
    assert_eq!(moved(&[("s. 5", "A.", CHILD_16)]), ["provision-moved two s. 5"]);
    let other = |at: &str| ["provision-removed one s. 2".to_owned(), format!("provision-added two {at}")];
    assert_eq!(moved(&[("s. 2", "B.", ACTS)]), other("s. 2"));
    assert_eq!(moved(&[("s. 5", "A.", ACTS)]), other("s. 5"));
    assert_eq!(moved(&[("s. 5", "B.", CHILD_16)]), other("s. 5"));
}

#[test]
fn a_law_under_another_id_and_title_is_found_by_its_citation() {
    let law = |section: &str, id: &str, title: &str, citation: &str| {
        Version::new(
            "2009-08-31",
            &format!(
                "{section}:\n  {id}: {{ title: {title}, citation: {citation}, kind: act, in-force: 2000-01-01, source: s, confidence: verified }}\n"
            ),
        )
    };
    let old = law("laws", "act", "Child Act", "Act 7 of 2000");
    assert_eq!(changes(&old, &law("laws", "code", "Code", "Act 7 of 2000")), ["instrument-renamed code"]);
    let two = ["instrument-added code", "instrument-removed act"];
    assert_eq!(changes(&old, &law("laws", "code", "Code", "Act 8 of 2000")), two);
    // Acts and plans are counted apart.
    assert_eq!(changes(&old, &law("policies", "code", "Code", "Act 7 of 2000")), two);
    assert_eq!(changes(&old, &law("policies", "code", "Child Act", "Act 8 of 2000")), two);
    // Laws without a citation do not have the same one.
    let bare = |version: &Version| {
        let mut bare = version.clone();
        bare.record = bare.record.replace("citation: Act 7 of 2000, ", "");
        bare
    };
    assert_eq!(changes(&bare(&old), &bare(&law("laws", "code", "Code", "Act 7 of 2000"))), two);
}

#[test]
fn what_a_law_does_to_others_is_recorded_of_it() {
    let law = |more: &str| {
        let text = "laws:\n  old: { title: Old Act, kind: act, in-force: 1990-01-01, repealed: 2000-01-01, source: s, confidence: verified }\n";
        let act = "  act: { title: Act, kind: act, in-force: 2000-01-01, source: s, confidence: verified";
        Version::new("2009-08-31", &format!("{text}{act}{more} }}\n"))
    };
    for key in ["amends", "replaces", "implements", "repeals"] {
        let new = law(&format!(", {key}: [old]"));
        assert_eq!(changes(&law(""), &new), ["instrument-amended act"], "{key}");
    }
}

#[test]
fn a_summary_that_is_how_the_words_begin_is_not_told_twice() {
    let words = |old: (&'static str, &str), new: (&'static str, &str)| -> Vec<String> {
        let one = |(summary, quote): (&'static str, &str)| {
            let mut version = version(&[("s. 2", summary, CHILD_16)], &[]);
            version.record = version.record.replace("says:", &format!("quote: \"{quote}\", says:"));
            version
        };
        compare(&one(old), &one(new), |found| {
            found.record.iter().flat_map(|it| &it.words).map(|it| it.field.clone()).collect()
        })
    };
    let old = ("A child is…", "A child is whoever is not of age.");
    assert_eq!(words(old, ("A minor is…", "A minor is whoever is not of age.")), ["quote"]);
    // One that says it in its own words is told beside them.
    assert_eq!(words(("Who is young.", old.1), ("Who is not old.", "A minor is young.")), ["summary", "quote"]);
    // One that is taken from their middle changes with them; where it is so on one side only, it is told.
    let middle = ("whoever is not of age", old.1);
    assert_eq!(words(middle, ("whoever is small", "A minor is whoever is small.")), ["quote"]);
    assert_eq!(words(middle, ("A small one.", "A minor is whoever is small.")), ["summary", "quote"]);
    assert_eq!(
        words(("A small one.", old.1), ("whoever is small", "A minor is whoever is small.")),
        ["summary", "quote"]
    );
    // A summary that goes on where the words end does not begin them.
    assert_eq!(words(("A child is young", "A child is"), ("A child is small", "A child is")), ["summary"]);
}
