//! A law's own text, and quotations from it.

use std::fmt::Write as _;

use super::random::Random;
use super::record::Provision;
use super::words;

/// Writes the text of a law with these provisions, an article for each, and has two thirds of them quote it.
pub(crate) fn write(title: &str, provisions: &mut [Provision], random: &mut Random) -> String {
    let mut text = format!("# {title}\n\n## Part I. All of it\n");
    for provision in provisions {
        let number = provision.at.trim_start_matches("art. ");
        let sentences: Vec<String> = (0..random.between(2, 6)).map(|_| words::sentence(random)).collect();
        // Writing to a String cannot fail.
        let _ = write!(text, "\n### Article {number}. {}\n", words::body(random));
        for (paragraph, sentence) in sentences.iter().enumerate() {
            let _ = write!(text, "\n({}) {sentence}\n", paragraph + 1);
        }
        let paragraph = random.below(sentences.len());
        let sentence = &sentences[paragraph];
        let words: Vec<&str> = sentence.trim_end_matches('.').split(' ').collect();
        let (head, skipped) = words.split_at(3);
        let (skipped, tail) = skipped.split_at(skipped.len() - 3);
        // What turns the sense round must not be skipped.
        let turns = skipped.iter().any(|word| matches!(*word, "not" | "unless" | "without" | "even"));
        let quote = match random.below(3) {
            0 => continue,
            1 if !turns => format!("{} [...] {}", head.join(" "), tail.join(" ")),
            _ => words.join(" "),
        };
        provision.at = format!("art. {number}({})", paragraph + 1);
        provision.keys.insert(0, ("quote", format!("\"{quote}\"")));
    }
    text
}
