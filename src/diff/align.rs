//! Which item of one edition of a standard is which item of another: by id, and by the former ids under `was`.
//!
//! A former id is looked up in both directions, so that two editions are matched alike whichever is called the old one.

use std::collections::{BTreeMap, VecDeque};

use crate::base::Text;
use crate::base::span::Spanned;
use crate::model::checklist::{Checklist, Element, Item};

/// An item with its number in its checklist.
pub(super) type Numbered<'a> = (usize, &'a Item);

/// An element with the numbers of its item and of itself.
pub(super) type Placed<'a> = (usize, usize, &'a Element);

/// An item on both sides, or on one of them.
#[derive(Clone, Debug)]
pub(super) struct ItemPair<'a> {
    pub(super) old: Option<Numbered<'a>>,
    pub(super) new: Option<Numbered<'a>>,
    /// Its elements: those of the new side in order, then those that only the old side has.
    pub(super) elements: Vec<ElementPair<'a>>,
}

/// An element on both sides, or on one of them.
#[derive(Clone, Copy, Debug)]
pub(super) struct ElementPair<'a> {
    pub(super) old: Option<Placed<'a>>,
    pub(super) new: Option<Placed<'a>>,
}

/// Matches two editions: the items of the new one in order, then those that only the old one has.
pub(super) fn align<'a>(old: &'a Checklist, new: &'a Checklist) -> Vec<ItemPair<'a>> {
    let old_items: Vec<&Item> = old.items().map(|(_, item)| item).collect();
    let new_items: Vec<&Item> = new.items().map(|(_, item)| item).collect();
    let same = |a: &&Item, b: &&Item| a.id == b.id;
    let former = |a: &&Item, b: &&Item| names(&b.was, &a.id.value) || names(&a.was, &b.id.value);
    let items = pair(&old_items, &new_items, &[&same, &former]);

    let old_elements = elements(&old_items);
    let new_elements = elements(&new_items);
    let together: BTreeMap<usize, usize> = items.iter().copied().collect();
    let siblings = |a: &Placed<'_>, b: &Placed<'_>| together.get(&a.0) == Some(&b.0);
    let same = |a: &Placed<'_>, b: &Placed<'_>| siblings(a, b) && a.2.id == b.2.id;
    let renamed = |a: &Placed<'_>, b: &Placed<'_>| {
        siblings(a, b) && (names(&b.2.was, &a.2.id.value) || names(&a.2.was, &b.2.id.value))
    };
    let moved = |a: &Placed<'_>, b: &Placed<'_>| {
        let (old, new) = (address(&old_items, a), address(&new_items, b));
        names(&b.2.was, &old) || names(&a.2.was, &new)
    };
    let elements = pair(&old_elements, &new_elements, &[&same, &renamed, &moved]);
    assemble((&old_items, &new_items), &items, (&old_elements, &new_elements), &elements)
}

fn names(was: &[Spanned<Text>], id: &str) -> bool {
    was.iter().any(|former| &*former.value == id)
}

fn elements<'a>(items: &[&'a Item]) -> Vec<Placed<'a>> {
    let all = |(number, item): (usize, &&'a Item)| -> Vec<Placed<'a>> {
        item.elements.iter().enumerate().map(|(place, element)| (number, place, element)).collect()
    };
    items.iter().enumerate().flat_map(all).collect()
}

fn address(items: &[&Item], (item, _, element): &Placed<'_>) -> String {
    let item = items.get(*item).map_or("", |item| &*item.id.value);
    format!("{item}.{}", element.id.value)
}

/// A relation by which a thing of one side is taken for one of the other.
pub(super) type Relation<'r, T> = &'r dyn Fn(&T, &T) -> bool;

/// Pairs things by the first relation that holds, the surest relation first; each thing is used once. The numbers of
/// the pairs, in the order of the old side.
pub(super) fn pair<T>(old: &[T], new: &[T], relations: &[Relation<'_, T>]) -> Vec<(usize, usize)> {
    let mut taken = vec![false; new.len()];
    let mut found: Vec<Option<usize>> = vec![None; old.len()];
    for relation in relations {
        for (place, a) in found.iter_mut().zip(old).filter(|(place, _)| place.is_none()) {
            let free = new.iter().zip(&taken).position(|(b, taken)| !taken && relation(a, b));
            if let Some(taken) = free.and_then(|number| taken.get_mut(number)) {
                *taken = true;
                *place = free;
            }
        }
    }
    found.into_iter().enumerate().filter_map(|(number, found)| Some((number, found?))).collect()
}

/// The key of a thing under a relation, given its number. Two things with the same key are taken for each other; `None`
/// pairs with nothing.
pub(super) type Key<'r, T> = &'r dyn Fn(usize, &T) -> Option<String>;

/// The same as [`pair`] where each relation is that two keys are equal, so that its time is in proportion to the things
/// and not to their pairs.
pub(super) fn pair_by_keys<T>(
    (old, key_of_old): (&[T], Key<'_, T>),
    (new, key_of_new): (&[T], Key<'_, T>),
    relations: usize,
) -> Vec<(usize, usize)> {
    let mut taken = vec![false; new.len()];
    let mut found: Vec<Option<usize>> = vec![None; old.len()];
    for relation in 0..relations {
        let mut free: BTreeMap<String, VecDeque<usize>> = BTreeMap::new();
        for (number, (thing, _)) in new.iter().zip(&taken).enumerate().filter(|(_, (_, taken))| !**taken) {
            if let Some(key) = key_of_new(relation, thing) {
                free.entry(key).or_default().push_back(number);
            }
        }
        for (place, thing) in found.iter_mut().zip(old).filter(|(place, _)| place.is_none()) {
            let partner = key_of_old(relation, thing).and_then(|key| free.get_mut(&key)?.pop_front());
            if let Some(taken) = partner.and_then(|number| taken.get_mut(number)) {
                *taken = true;
                *place = partner;
            }
        }
    }
    found.into_iter().enumerate().filter_map(|(number, found)| Some((number, found?))).collect()
}

/// Puts the pairs together, each element under the item that has it.
fn assemble<'a>(
    (old_items, new_items): (&[&'a Item], &[&'a Item]),
    items: &[(usize, usize)],
    (old_elements, new_elements): (&[Placed<'a>], &[Placed<'a>]),
    elements: &[(usize, usize)],
) -> Vec<ItemPair<'a>> {
    let of_new: BTreeMap<usize, usize> = items.iter().map(|(old, new)| (*new, *old)).collect();
    let element_of_new: BTreeMap<usize, usize> = elements.iter().map(|(old, new)| (*new, *old)).collect();
    let matched: Vec<bool> = (0..old_elements.len()).map(|old| elements.iter().any(|(it, _)| *it == old)).collect();
    let gone = |item: usize| {
        let left = old_elements.iter().zip(&matched).filter(move |((of, ..), matched)| *of == item && !**matched);
        left.map(|(element, _)| ElementPair { old: Some(*element), new: None })
    };
    let mut found = Vec::new();
    for (number, item) in new_items.iter().enumerate() {
        let old = of_new.get(&number).and_then(|old| Some((*old, *old_items.get(*old)?)));
        let own = new_elements.iter().enumerate().filter(|(_, (of, ..))| *of == number);
        let own = own.map(|(place, element)| ElementPair {
            old: element_of_new.get(&place).and_then(|old| old_elements.get(*old).copied()),
            new: Some(*element),
        });
        let mut elements: Vec<_> = own.collect();
        elements.extend(old.iter().flat_map(|(old, _)| gone(*old)));
        found.push(ItemPair { old, new: Some((number, item)), elements });
    }
    for (number, item) in old_items.iter().enumerate() {
        if !items.iter().any(|(old, _)| *old == number) {
            found.push(ItemPair { old: Some((number, item)), new: None, elements: gone(number).collect() });
        }
    }
    found
}
