//! What a ground says of a law: its title, its citation and its dates.

use lacuna::base::day::Day;
use lacuna::diag::Diagnostics;
use lacuna::model::words::Confidence;
use lacuna::{Files, Snapshot, eval, read_framework};

use super::Rules;

/// The summaries of the laws that answer to a rule.
fn summaries(rules: &Rules, laws: &str) -> Vec<String> {
    let mut files = Files::new();
    let text = format!(
        "framework: XAA\nname: Aldonia\nreviewed: 2009-08-31\ncoverage: partial\nsources: {{ s: {{ title: A source }} }}\nlaws:\n{laws}"
    );
    let file = files.add("framework.yaml", text);
    let framework = read_framework(&files, file, &rules.vocabulary, &mut Diagnostics::new()).unwrap();
    let day = Day::new(2005, 1, 1).unwrap();
    let snapshot = Snapshot::new(&rules.vocabulary, &framework, &[], day, Confidence::Recalled);
    let answer = eval::audit(&snapshot, &rules.checklist).findings.remove(0).elements.remove(0).answer;
    answer.grounds.iter().map(|ground| ground.summary.to_string()).collect()
}

#[test]
fn a_law_is_cited_with_its_dates() {
    let rules = Rules::new(&["law on trafficking"]);
    let law = |more: &str| {
        format!(
            "  act: {{ title: Trafficking Act, kind: act, subjects: [trafficking], {more}source: s, confidence: verified }}\n"
        )
    };
    assert_eq!(
        summaries(&rules, &law("citation: Act 7, adopted: 2003-05, in-force: 2003-06-01, repealed: 2008-01-01, ")),
        ["Trafficking Act (Act 7), adopted 2003-05, in force from 2003-06-01, repealed from 2008-01-01"]
    );
    assert_eq!(
        summaries(&rules, &law("in-force: 2003, expires: 2007, ")),
        ["Trafficking Act, in force from 2003, expires 2007"]
    );
    // Whether it commenced is disputed, and no date is known.
    assert_eq!(summaries(&rules, &law("disputed: One list has it., ")), ["Trafficking Act, undated"]);
}
