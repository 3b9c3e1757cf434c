//! Each thing once, in the order in which it first came.

use std::collections::BTreeSet;

/// The things without repetitions; the time grows with their number, not with its square.
pub fn unique<T: Clone + Ord>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut seen = BTreeSet::new();
    things.into_iter().filter(|thing| seen.insert(thing.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::unique;

    #[test]
    fn the_first_of_each_keeps_its_place() {
        assert_eq!(unique([3, 1, 3, 2, 1]), [3, 1, 2]);
        assert_eq!(unique(Vec::<u8>::new()), Vec::<u8>::new());
    }
}
