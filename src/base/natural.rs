//! The order in which a lawyer lists articles: numbers by their size, the rest by the alphabet.

use std::cmp::Ordering;

/// Compares two pinpoints: `art. 9` comes before `art. 10`. Texts that differ are never equal.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    while let (Some(x), Some(y)) = (left.chars().next(), right.chars().next()) {
        if x.is_ascii_digit() && y.is_ascii_digit() {
            let (n, m) = (digits(left), digits(right));
            let (p, q) = (n.trim_start_matches('0'), m.trim_start_matches('0'));
            let order = p.len().cmp(&q.len()).then_with(|| p.cmp(q));
            if order != Ordering::Equal {
                return order;
            }
            left = left.get(n.len()..).unwrap_or("");
            right = right.get(m.len()..).unwrap_or("");
        } else if x == y {
            left = left.get(x.len_utf8()..).unwrap_or("");
            right = right.get(y.len_utf8()..).unwrap_or("");
        } else {
            return x.cmp(&y);
        }
    }
    left.len().cmp(&right.len()).then_with(|| a.cmp(b))
}

fn digits(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    text.get(..end).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn numbers_count_by_size() {
        let mut articles = ["art. 10", "art. 9(2)", "art. 9", "art. 009", "s. 3", "art. 9(10)"];
        articles.sort_by(|a, b| natural(a, b));
        assert_eq!(articles, ["art. 009", "art. 9", "art. 9(2)", "art. 9(10)", "art. 10", "s. 3"]);
    }
}
