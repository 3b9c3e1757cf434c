//! "Did you mean": the one known word that a mistyped word most likely stands for.

use super::limits::SUGGESTED_BYTES;

/// The candidate nearest to `word`, if one is near enough to be worth suggesting.
///
/// Near enough means at most one slip in three letters (a transposition counts once). Among equals the first in
/// alphabetical order wins, so the suggestion does not depend on the order of the candidates.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // A word longer than any of ours is no slip of the hand, and measuring it would cost its length squared.
    if word.is_empty() || word.len() > SUGGESTED_BYTES {
        return None;
    }
    let letters = word.chars().count();
    let allowed = (letters / 3).max(1);
    let word = word.to_lowercase();
    candidates
        .into_iter()
        // Each letter too many or too few is a slip; most candidates need no closer look.
        .filter(|candidate| candidate.len() <= 4 * SUGGESTED_BYTES)
        .filter(|candidate| candidate.chars().count().abs_diff(letters) <= allowed)
        .map(|candidate| (strsim::damerau_levenshtein(&word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn suggests_the_nearest_word_and_nothing_far() {
        let words = ["harbouring", "recruitment", "transfer", "transportation"];
        assert_eq!(nearest("harboring", words), Some("harbouring"));
        assert_eq!(nearest("transfre", words), Some("transfer"));
        assert_eq!(nearest("Transfer", words), Some("transfer"));
        assert_eq!(nearest("xyz", words), None);
        assert_eq!(nearest(&"harbouring".repeat(9), words), None);
        assert_eq!(nearest("", ["a"]), None);
    }
}
