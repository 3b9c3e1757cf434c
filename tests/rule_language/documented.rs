//! The documentation of the language says nothing that the language does not.

use super::read;

const PAGE: &str = include_str!("../../docs/rule-language.md");

/// The blocks fenced as `rule`.
fn blocks() -> Vec<String> {
    let mut blocks = Vec::new();
    let mut block: Option<String> = None;
    for line in PAGE.lines() {
        match (&mut block, line) {
            (None, "```rule") => block = Some(String::new()),
            (None, _) => {}
            (Some(_), "```") => blocks.extend(block.take()),
            (Some(text), line) => {
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    assert!(block.is_none(), "the last block is never closed");
    blocks
}

#[test]
fn each_example_can_be_read_and_is_stable_in_print() {
    let blocks = blocks();
    assert!(blocks.len() >= 20, "only {} examples found", blocks.len());
    for block in blocks {
        let rule = read(&block);
        assert_eq!(read(&rule.to_string()), rule, "{block}");
    }
}

#[test]
fn each_word_and_sign_that_compares_is_explained() {
    for op in lacuna::rule::ast::Op::ALL {
        assert!(PAGE.contains(&format!("`{}`", op.word())), "`{}` is not in the table", op.word());
    }
    for word in ["includes", "includes any", "includes all", "states", "covers", "together cover", "at least", "not"] {
        assert!(PAGE.contains(word), "`{word}` is not explained");
    }
}
