//! The tables of joined verdicts, by exhaustion: every combination of up to four parts.

use lacuna::eval::join::{and, at_least, not, or};
use lacuna::finding::Verdict::{self, Conflict, Gap, Met, NotApplicable, Partial, Unknown};

/// Every list of `length` verdicts.
fn lists(length: usize) -> Vec<Vec<Verdict>> {
    (0..length).fold(vec![Vec::new()], |lists, _| {
        let longer = |list: &Vec<Verdict>| Verdict::ALL.map(|verdict| [list.clone(), vec![verdict]].concat());
        lists.iter().flat_map(longer).collect()
    })
}

fn up_to_four() -> Vec<Vec<Verdict>> {
    (0..=4).flat_map(lists).collect()
}

fn applicable(list: &[Verdict]) -> Vec<Verdict> {
    list.iter().copied().filter(|verdict| *verdict != NotApplicable).collect()
}

/// The table of `and`, row by row as `docs/verdicts.md` has it.
fn table_of_and(list: &[Verdict]) -> Verdict {
    let parts = applicable(list);
    let count = |verdict| parts.iter().filter(|part| **part == verdict).count();
    match parts.len() {
        0 => NotApplicable,
        all if count(Met) == all => Met,
        all if count(Unknown) == all => Unknown,
        _ if count(Conflict) > 0 => Conflict,
        all if count(Gap) + count(Unknown) == all => Gap,
        _ => Partial,
    }
}

#[test]
fn and_is_its_table() {
    for list in up_to_four() {
        assert_eq!(and(&list), table_of_and(&list), "{list:?}");
    }
}

#[test]
fn or_is_its_table() {
    for list in up_to_four() {
        let parts = applicable(&list);
        let first = [Met, Conflict, Partial, Unknown, Gap].into_iter().find(|verdict| parts.contains(verdict));
        assert_eq!(or(&list), first.unwrap_or(NotApplicable), "{list:?}");
    }
}

/// Every choice of `count` of the parts.
fn choices(parts: &[Verdict], count: usize) -> Vec<Vec<Verdict>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    let Some((first, rest)) = parts.split_first() else { return Vec::new() };
    let with = choices(rest, count - 1).into_iter().map(|choice| [vec![*first], choice].concat());
    with.chain(choices(rest, count)).collect()
}

#[test]
fn at_least_is_the_best_choice_of_so_many_parts() {
    for list in up_to_four() {
        let parts = applicable(&list);
        for count in 1..=4 {
            let chosen = choices(&parts, count.min(parts.len()).max(1));
            let best: Vec<Verdict> = chosen.iter().map(|choice| and(choice)).collect();
            assert_eq!(at_least(u32::try_from(count).unwrap(), &list), or(&best), "at least {count} of {list:?}");
        }
    }
}

#[test]
fn all_of_the_parts_is_and_and_one_of_them_is_or() {
    for list in up_to_four().into_iter().filter(|list| !list.is_empty()) {
        assert_eq!(at_least(1, &list), or(&list), "{list:?}");
        assert_eq!(at_least(u32::try_from(list.len()).unwrap(), &list), and(&list), "{list:?}");
    }
}

#[test]
fn not_swaps_met_and_gap_and_leaves_the_rest() {
    for verdict in Verdict::ALL {
        assert_eq!(not(not(verdict)), verdict);
    }
    assert_eq!((not(Met), not(Gap)), (Gap, Met));
    for verdict in [Partial, Conflict, Unknown, NotApplicable] {
        assert_eq!(not(verdict), verdict);
    }
}

#[test]
fn the_order_of_parts_does_not_count() {
    for list in up_to_four() {
        let backwards: Vec<Verdict> = list.iter().rev().copied().collect();
        assert_eq!(and(&list), and(&backwards), "{list:?}");
        assert_eq!(or(&list), or(&backwards), "{list:?}");
        assert_eq!(at_least(2, &list), at_least(2, &backwards), "{list:?}");
    }
}

#[test]
fn an_unknown_part_is_never_shown_as_met_or_as_the_only_reason_for_a_gap() {
    for list in up_to_four().into_iter().filter(|list| list.contains(&Unknown)) {
        assert_ne!(and(&list), Met, "{list:?}");
        if !list.contains(&Gap) {
            assert_ne!(and(&list), Gap, "{list:?}");
            assert_ne!(or(&list), Gap, "{list:?}");
        }
    }
}
