//! The grammar, and how each of its symbols is shown to a person.
//!
//! The names inside the grammar never reach a reader: [`symbol`] has an arm for each and no wildcard, so a new symbol
//! does not compile until someone has decided what to call it.

mod derived {
    /// The parser made from the grammar.
    #[derive(pest_derive::Parser)]
    #[grammar = "grammar/rule.pest"]
    pub(in crate::rule) struct Grammar;
}

pub(super) use derived::{Grammar, Rule};

/// How a symbol of the grammar is shown.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Symbol {
    /// A word of the language.
    Word(&'static str),
    /// A sign.
    Sign(&'static str),
    /// A thing with a name, and the words of the language it can begin with.
    Thing(&'static str, &'static [&'static str]),
    /// Something that a writer names: what such a name is called.
    Name(&'static str),
    /// The end of the rule.
    End,
    /// Serves the grammar only and is never waited for.
    Hidden,
}

/// The words a sentence begins with.
pub(super) const OPENINGS: &[&str] =
    &["some", "every", "no", "provisions", "party", "signatory", "law", "policy", "at least"];

/// The signs that compare, and the word that does.
const COMPARISONS: &[&str] = &["=", "!=", "<", "<=", ">", ">=", "includes"];

/// What `rule` is called.
pub(super) const fn symbol(rule: Rule) -> Symbol {
    use Symbol::{End, Hidden, Name, Sign, Thing, Word};
    const SENTENCE: Symbol = Thing("a sentence", OPENINGS);
    const CONDITION: Symbol = Thing("a condition", &["states"]);
    match rule {
        Rule::EOI => End,

        Rule::whole | Rule::any_of | Rule::all_of | Rule::operand | Rule::primary => SENTENCE,
        Rule::group | Rule::at_least | Rule::sentence => SENTENCE,
        Rule::provisions | Rule::together | Rule::commitment | Rule::instruments => SENTENCE,
        Rule::quantifier | Rule::bond | Rule::tier => SENTENCE,

        Rule::condition | Rule::condition_group | Rule::condition_any | Rule::condition_all => CONDITION,
        Rule::condition_operand | Rule::comparison | Rule::states | Rule::measure => CONDITION,
        Rule::compare | Rule::includes => Thing("a comparison", COMPARISONS),
        Rule::operator => Thing("a sign that compares", COMPARISONS),
        Rule::includes_any => Word("any"),
        Rule::includes_all => Word("all"),

        Rule::has => Word("has"),
        Rule::covers => Word("covers"),
        Rule::filter => Word("where"),
        Rule::reservation => Word("without"),
        Rule::of_kind => Word("of"),
        Rule::at_level => Word("at"),
        Rule::terms => Sign("{"),
        Rule::words => Thing("a term", &["all"]),

        Rule::topics | Rule::topic => Name("a topic"),
        Rule::instrument => Name("an instrument"),
        Rule::subject => Name("a subject"),
        Rule::level => Name("a level of government"),
        Rule::kind => Name("a kind"),
        Rule::attribute => Name("an attribute"),
        Rule::term => Name("a term"),
        Rule::value => Name("a word, number or date"),
        Rule::count => Thing("a number", &[]),
        Rule::article => Thing("an article in double quotes", &[]),

        Rule::kw_or => Word("or"),
        Rule::kw_and => Word("and"),
        Rule::kw_not => Word("not"),
        Rule::kw_at => Word("at"),
        Rule::kw_least => Word("least"),
        Rule::kw_some => Word("some"),
        Rule::kw_every => Word("every"),
        Rule::kw_no => Word("no"),
        Rule::kw_provision => Word("provision"),
        Rule::kw_provisions => Word("provisions"),
        Rule::kw_party => Word("party"),
        Rule::kw_signatory => Word("signatory"),
        Rule::kw_to => Word("to"),
        Rule::kw_law => Word("law"),
        Rule::kw_policy => Word("policy"),
        Rule::kw_of => Word("of"),
        Rule::kw_kind => Word("kind"),
        Rule::kw_on => Word("on"),
        Rule::kw_level => Word("level"),
        Rule::kw_where => Word("where"),
        Rule::kw_has => Word("has"),
        Rule::kw_covers => Word("covers"),
        Rule::kw_together => Word("together"),
        Rule::kw_cover => Word("cover"),
        Rule::kw_without => Word("without"),
        Rule::kw_reservation => Word("reservation"),
        Rule::kw_states => Word("states"),
        Rule::kw_includes => Word("includes"),
        Rule::kw_any => Word("any"),
        Rule::kw_all => Word("all"),

        Rule::open => Sign("("),
        Rule::close => Sign(")"),
        Rule::brace_open => Sign("{"),
        Rule::brace_close => Sign("}"),
        Rule::comma => Sign(","),

        Rule::WHITESPACE | Rule::demand | Rule::slug | Rule::decimal | Rule::joiner | Rule::reserved => Hidden,
        Rule::sign | Rule::slug_char | Rule::word_char | Rule::tokens | Rule::token => Hidden,
    }
}

/// Whether `text` is a word of the language.
pub(super) fn is_keyword(text: &str) -> bool {
    Rule::all_rules().iter().any(|rule| matches!(symbol(*rule), Symbol::Word(word) if word == text))
}

impl Symbol {
    /// The words and signs of the language that may stand where this is waited for.
    pub(super) fn openings(&self) -> &[&'static str] {
        match self {
            Self::Word(word) | Self::Sign(word) => std::slice::from_ref(word),
            Self::Thing(_, openings) => openings,
            Self::Name(_) | Self::End | Self::Hidden => &[],
        }
    }

    /// Its turn in a list: names come first, then other things, words, signs, and the end.
    pub(super) fn turn(&self) -> u8 {
        match self {
            Self::Name(_) => 0,
            Self::Thing(..) => 1,
            Self::Word(_) => 2,
            Self::Sign(_) => 3,
            Self::End | Self::Hidden => 4,
        }
    }

    /// As it is put in a message.
    pub(super) fn shown(&self) -> String {
        match self {
            Self::Word(word) | Self::Sign(word) => format!("`{word}`"),
            Self::Thing(name, _) | Self::Name(name) => (*name).to_owned(),
            Self::End => "the end of the rule".to_owned(),
            Self::Hidden => String::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_inside_the_grammar_is_shown() {
        for rule in Rule::all_rules() {
            let shown = symbol(*rule).shown();
            assert!(!shown.contains('_'), "{rule:?} is shown as {shown}");
        }
    }

    #[test]
    fn each_word_of_the_language_is_called_by_its_own_name() {
        for rule in Rule::all_rules() {
            if let Some(name) = format!("{rule:?}").strip_prefix("kw_") {
                assert_eq!(symbol(*rule).shown(), format!("`{name}`"));
                assert!(is_keyword(name));
            }
        }
        assert!(!is_keyword("child-definition"));
    }
}
