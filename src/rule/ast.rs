//! The tree of a rule, as written: names are not yet looked up, and brackets have done their work.
//!
//! Every node knows the words it was read from. Comparing two trees looks at what they say and not at where they stood.

use crate::base::Text;
use crate::base::span::{Span, Spanned};

/// A rule, or a part of one that can be true on its own.
#[derive(Clone, Debug)]
pub struct Expr {
    /// What it says.
    pub kind: ExprKind,
    /// The words it was read from, without the brackets around them.
    pub span: Span,
}

/// What an [`Expr`] says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ExprKind {
    /// `a and b and c`: two parts or more, in the order written.
    And(Vec<Expr>),
    /// `a or b or c`: two parts or more, in the order written.
    Or(Vec<Expr>),
    /// `not a`.
    Not(Box<Expr>),
    /// `at least 2 of (a, b, c)`.
    AtLeast {
        /// How many must hold: at least one, at most as many as there are.
        count: Spanned<u32>,
        /// The parts to choose from.
        of: Vec<Expr>,
    },
    /// A single sentence.
    Sentence(Sentence),
}

/// One sentence about the record.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Sentence {
    /// `some provision on TOPIC where C has C`: each provision is judged on its own.
    Provisions {
        /// Of how many provisions the demand is made.
        quantifier: Quantifier,
        /// The topics, any of which will do.
        topics: Vec<Spanned<Text>>,
        /// Which provisions are meant; all of them without it.
        filter: Option<Condition>,
        /// What they must do; that they exist without it. Always there after `every`.
        demand: Option<Demand>,
    },
    /// `provisions on TOPIC together cover ATTRIBUTE {terms}`: what they cover is added up.
    Together {
        /// The topics, any of which will do.
        topics: Vec<Spanned<Text>>,
        /// Which provisions are meant; all of them without it.
        filter: Option<Condition>,
        /// The attribute whose terms are added up.
        attribute: Spanned<Text>,
        /// The terms to be covered.
        terms: TermList,
    },
    /// `party to INSTRUMENT`: the country is bound.
    Party {
        /// The treaty or agreement.
        instrument: Spanned<Text>,
        /// Whether a reservation spoils it.
        without_reservation: Option<Reservation>,
    },
    /// `signatory to INSTRUMENT`: the country has signed, at least.
    Signatory {
        /// The treaty or agreement.
        instrument: Spanned<Text>,
        /// Whether a reservation spoils it.
        without_reservation: Option<Reservation>,
    },
    /// `law on SUBJECT`, `policy of kind KIND on SUBJECT at LEVEL level`: there is such an instrument.
    Instruments {
        /// Law or policy.
        tier: Tier,
        /// What it is about.
        subject: Spanned<Text>,
        /// The kind it must be of; any kind without it.
        kind: Option<Spanned<Text>>,
        /// The levels of government, any of which will do; any level when empty.
        levels: Vec<Spanned<Text>>,
    },
}

/// `without reservation`, in whole or as to one article.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Reservation {
    /// The article that must be free of reservations, as written between the quotes; every article without it.
    pub article: Option<Spanned<Text>>,
}

/// What a provision must do.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Demand {
    /// `has CONDITION`.
    Has(Condition),
    /// `covers ATTRIBUTE {terms}`: all of the terms.
    Covers {
        /// The attribute.
        attribute: Spanned<Text>,
        /// The terms to be covered.
        terms: TermList,
    },
}

/// Something that one provision satisfies, contradicts or does not speak of.
#[derive(Clone, Debug)]
pub struct Condition {
    /// What it says.
    pub kind: ConditionKind,
    /// The words it was read from, without the brackets around them.
    pub span: Span,
}

/// What a [`Condition`] says.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ConditionKind {
    /// Two parts or more that must all hold.
    And(Vec<Condition>),
    /// Two parts or more of which one must hold.
    Or(Vec<Condition>),
    /// The contrary.
    Not(Box<Condition>),
    /// `age-below >= 18`.
    Compare {
        /// The attribute.
        attribute: Spanned<Text>,
        /// How the two are compared.
        op: Op,
        /// A word, a number or an ISO date, as written.
        value: Spanned<Text>,
    },
    /// `reason includes immigration`.
    Includes {
        /// The attribute.
        attribute: Spanned<Text>,
        /// The term.
        term: Spanned<Text>,
    },
    /// `reason includes any {a, b}`.
    IncludesAny {
        /// The attribute.
        attribute: Spanned<Text>,
        /// The terms, one of which will do.
        terms: TermList,
    },
    /// `reason includes all {a, b}`.
    IncludesAll {
        /// The attribute.
        attribute: Spanned<Text>,
        /// The terms, each of which is needed.
        terms: TermList,
    },
    /// `states penalty`: the provision says something on it, whatever that is.
    States {
        /// The attribute.
        attribute: Spanned<Text>,
    },
}

/// Terms in braces.
#[derive(Clone, Debug)]
pub struct TermList {
    /// Which terms.
    pub kind: Terms,
    /// The braces and what is between them.
    pub span: Span,
}

/// Which terms a [`TermList`] names.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Terms {
    /// `{all}`: every word of the attribute's set.
    All,
    /// `{a, b}`: at least one word, in the order written.
    Words(Vec<Spanned<Text>>),
}

macro_rules! equal_by_kind {
    ($($node:ty),+) => {$(
        impl PartialEq for $node {
            fn eq(&self, other: &Self) -> bool {
                self.kind == other.kind
            }
        }

        impl Eq for $node {}
    )+};
}

equal_by_kind!(Expr, Condition, TermList);

macro_rules! word_enum {
    ($(#[doc = $doc:literal])+ $name:ident { $($(#[doc = $each:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum $name {
            $($(#[doc = $each])+ $variant,)+
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// As it is written in a rule.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one that is written so.
            pub fn parse(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}

word_enum! {
    /// Of how many provisions something is demanded.
    Quantifier {
        /// One is enough.
        Some = "some",
        /// Each of them.
        Every = "every",
        /// Not a single one.
        No = "no",
    }
}

word_enum! {
    /// Whether a sentence is about laws or about policies.
    Tier {
        /// Acts, codes, decrees.
        Law = "law",
        /// Plans, strategies, guidelines.
        Policy = "policy",
    }
}

word_enum! {
    /// How an attribute is compared with a value.
    Op {
        /// Equal.
        Eq = "=",
        /// Not equal.
        Ne = "!=",
        /// Less, younger or earlier.
        Lt = "<",
        /// At most.
        Le = "<=",
        /// More, older or later.
        Gt = ">",
        /// At least.
        Ge = ">=",
    }
}
