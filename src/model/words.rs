//! The small fixed vocabularies of the format itself: each word, its meaning, and the text it is written as.

macro_rules! words {
    ($(#[$outer:meta])* $name:ident { $($(#[doc = $doc:literal])+ $variant:ident = $word:literal,)+ }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum $name { $($(#[doc = $doc])+ $variant,)+ }

        impl $name {
            /// Every word with its value, in the order people list them.
            pub const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant),)+];

            /// The word as it is written.
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// What the word means.
            pub fn meaning(self) -> String {
                match self { $(Self::$variant => [$($doc),+].map(str::trim).join(" "),)+ }
            }

            /// The value of a word.
            pub fn parse(word: &str) -> Option<Self> {
                Self::WORDS.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
            }
        }
    };
}

words! {
    /// How well a fact is known.
    #[derive(Ord, PartialOrd)]
    Confidence {
        /// From memory: a lead, not evidence.
        Recalled = "recalled",
        /// From a second hand: a report, a commentary, a summary.
        Reported = "reported",
        /// The text itself was read.
        Verified = "verified",
    }
}

words! {
    /// Whether a framework claims to be the whole picture.
    Coverage {
        /// What is not recorded is unknown.
        Partial = "partial",
        /// What is not recorded is absent.
        Complete = "complete",
    }
}

words! {
    /// Whether an instrument is law or policy.
    #[derive(Ord, PartialOrd)]
    Tier {
        /// Primary or subsidiary law.
        Law = "law",
        /// A plan, guideline or other policy that is not law.
        Policy = "policy",
    }
}

words! {
    /// Where in the country an instrument applies.
    #[derive(Ord, PartialOrd)]
    Level {
        /// The whole country.
        National = "national",
        /// A province or a part of that rank.
        Provincial = "provincial",
        /// A district or a part of that rank.
        District = "district",
    }
}

words! {
    /// The weakest tier of instrument that can meet an item.
    Floor {
        /// Law alone.
        Law = "law",
        /// Law or policy.
        Policy = "policy",
        /// Anything that is recorded.
        Any = "any",
    }
}

impl Floor {
    /// Whether an instrument of this tier reaches the floor.
    pub const fn admits(self, tier: Tier) -> bool {
        match (self, tier) {
            (Self::Law, Tier::Law) | (Self::Policy | Self::Any, Tier::Law | Tier::Policy) => true,
            (Self::Law, Tier::Policy) => false,
        }
    }
}

words! {
    /// What it takes to mend a gap.
    Lever {
        /// An act of the legislature.
        Statute = "statute",
        /// A decree, regulation or circular under an act.
        Regulation = "regulation",
        /// A procedure, guideline or plan of the authorities.
        Procedure = "procedure",
        /// Money and staff.
        Budget = "budget",
        /// Joining, or withdrawing a reservation to, an international instrument.
        Treaty = "treaty",
        /// Doing what the texts already say.
        Practice = "practice",
    }
}

words! {
    /// What became of a provision in practice.
    PracticeState {
        /// It is applied.
        InUse = "in-use",
        /// It is applied in part, or in parts of the country.
        Partly = "partly",
        /// It is not applied.
        OnPaper = "on-paper",
    }
}

words! {
    /// What makes an instrument bind a state.
    Consent {
        /// Ratification, accession or succession.
        Ratification = "ratification",
        /// Signature, adoption or endorsement is enough.
        Signature = "signature",
    }
}
