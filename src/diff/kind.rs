//! The one table of kinds of change: what each is called, how it is to be taken, and what it is called the other way
//! round.
//!
//! The level belongs to the kind and to nothing else, so that it cannot differ from one place to another. What stands
//! here is printed in `docs/changes.md`, and a test holds the two together.

/// How a change is to be taken by somebody who asks what became of the protection of children.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
pub enum Level {
    /// The law asks more than before, in the terms of the standard.
    Improvement,
    /// The law asks less than before.
    Regression,
    /// Something is different, and the files do not show for better or worse.
    Lateral,
    /// Other words for the same.
    Editorial,
}

impl Level {
    /// Every level, in the order of tables.
    pub const ALL: [Self; 4] = [Self::Improvement, Self::Regression, Self::Lateral, Self::Editorial];

    /// The name in options and machine formats.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Improvement => "improvement",
            Self::Regression => "regression",
            Self::Lateral => "lateral",
            Self::Editorial => "editorial",
        }
    }

    /// The level of the same change the other way round.
    #[must_use]
    pub const fn reversed(self) -> Self {
        match self {
            Self::Improvement => Self::Regression,
            Self::Regression => Self::Improvement,
            Self::Lateral => Self::Lateral,
            Self::Editorial => Self::Editorial,
        }
    }

    /// The level with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.name() == name)
    }
}

macro_rules! kinds {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $words:literal, $level:ident, $mirror:ident;)+) => {
        /// A kind of change. Names are kebab-case and hold in every format.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub enum Kind {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Kind {
            /// Every kind, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name in machine formats.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// The words shown to people.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$variant => $words,)+ }
            }

            /// How changes of this kind are to be taken.
            pub const fn level(self) -> Level {
                match self { $(Self::$variant => Level::$level,)+ }
            }

            /// The kind of the same change when the two sides are given the other way round.
            #[must_use]
            pub const fn mirror(self) -> Self {
                match self { $(Self::$variant => Self::$mirror,)+ }
            }

            /// What the kind means, in a sentence.
            pub fn meaning(self) -> String {
                match self { $(Self::$variant => [$($doc),+].map(str::trim).join(" "),)+ }
            }
        }
    };
}

kinds! {
    /// A gap is met.
    GapClosed = "gap-closed", "gap closed", Improvement, GapOpened;
    /// What was met is a gap.
    GapOpened = "gap-opened", "gap opened", Regression, GapClosed;
    /// A gap is addressed, though less than required.
    GapNarrowed = "gap-narrowed", "gap narrowed", Improvement, FellToGap;
    /// What fell short is a gap.
    FellToGap = "fell-to-gap", "fell to a gap", Regression, GapNarrowed;
    /// What fell short is met.
    Completed = "completed", "completed", Improvement, FellShort;
    /// What was met falls short.
    FellShort = "fell-short", "fell short", Regression, Completed;
    /// It falls short by fewer terms than before, and by none that it had.
    ShortfallNarrowed = "shortfall-narrowed", "falls short by less", Improvement, ShortfallWidened;
    /// It falls short by the terms of before and by others.
    ShortfallWidened = "shortfall-widened", "falls short by more", Regression, ShortfallNarrowed;
    /// A conflict is met on all sides.
    ConflictResolved = "conflict-resolved", "conflict resolved", Improvement, ConflictArose;
    /// What was met is contradicted.
    ConflictArose = "conflict-arose", "conflict arose", Regression, ConflictResolved;
    /// What was a gap or fell short is satisfied by one fact and contradicted by another; which will prevail, the files
    /// do not say.
    ConflictEntered = "conflict-entered", "brought into conflict", Lateral, ConflictLeft;
    /// A conflict is over, and what remains is a gap or falls short.
    ConflictLeft = "conflict-left", "conflict over, not met", Lateral, ConflictEntered;
    /// A law made since, or a draft, meets what nothing recorded spoke on.
    RuleGained = "rule-gained", "met by a new rule", Improvement, RuleLost;
    /// A law made since, or a draft, takes away what met it, and nothing else that is recorded speaks on it.
    RuleLost = "rule-lost", "the rule that met it goes, and none is left", Regression, RuleGained;
    /// It was not assessed and is. To learn is no reform.
    Assessed = "assessed", "assessed", Lateral, NoLongerAssessed;
    /// It was assessed and is not.
    NoLongerAssessed = "no-longer-assessed", "no longer assessed", Lateral, Assessed;
    /// It did not concern the country and does.
    BecameApplicable = "became-applicable", "applies now", Lateral, NoLongerApplicable;
    /// It concerned the country and does not.
    NoLongerApplicable = "no-longer-applicable", "applies no longer", Lateral, BecameApplicable;
    /// Another verdict, only because the record knows more or was put right; the law is the same.
    Reassessed = "reassessed", "record put right", Lateral, Reassessed;
    /// Another verdict, only because the standard asks something else; the law is the same.
    Remeasured = "remeasured", "measured by another standard", Lateral, Remeasured;
    /// The same verdict, resting on other facts or falling short in another way.
    OtherGrounds = "other-grounds", "same verdict, other grounds", Lateral, OtherGrounds;
    /// The same verdict on the same facts, told in other words.
    Reworded = "reworded", "other words", Editorial, Reworded;
    /// A treaty came to bind the country to what was recommended.
    BecameOwed = "became-owed", "became owed", Lateral, NoLongerOwed;
    /// No treaty binds the country to it any more.
    NoLongerOwed = "no-longer-owed", "no longer owed", Lateral, BecameOwed;

    /// An item that the standard did not have.
    ItemAdded = "item-added", "new item", Lateral, ItemRemoved;
    /// An item that the standard has no more.
    ItemRemoved = "item-removed", "item removed", Lateral, ItemAdded;
    /// An item goes by another id; `was` says so.
    ItemRenamed = "item-renamed", "item renamed", Editorial, ItemRenamed;
    /// The item is the same in other words.
    ItemReworded = "item-reworded", "item in other words", Editorial, ItemReworded;
    /// The treaties behind an item are others.
    BasisChanged = "basis-changed", "other bases", Lateral, BasisChanged;
    /// An element that the standard did not have.
    ElementAdded = "element-added", "new element", Lateral, ElementRemoved;
    /// An element that the standard has no more.
    ElementRemoved = "element-removed", "element removed", Lateral, ElementAdded;
    /// An element goes by another id, or stands in another item; `was` says so.
    ElementRenamed = "element-renamed", "element renamed", Editorial, ElementRenamed;
    /// The element is the same in other words.
    ElementReworded = "element-reworded", "element in other words", Editorial, ElementReworded;
    /// The rule of an element, or its floor, is another.
    RuleChanged = "rule-changed", "rule changed", Lateral, RuleChanged;

    /// A law or policy that the record did not have.
    InstrumentAdded = "instrument-added", "law or policy added", Lateral, InstrumentRemoved;
    /// A law or policy that the record has no more.
    InstrumentRemoved = "instrument-removed", "law or policy removed", Lateral, InstrumentAdded;
    /// Dates, reach or rank of a law or policy are recorded otherwise.
    InstrumentAmended = "instrument-amended", "law or policy amended", Lateral, InstrumentAmended;
    /// A law or policy goes by another id in the record.
    InstrumentRenamed = "instrument-renamed", "other id for a law or policy", Editorial, InstrumentRenamed;
    /// Title, citation, note or source of a law or policy in other words.
    InstrumentReworded = "instrument-reworded", "law or policy in other words", Editorial, InstrumentReworded;
    /// A provision that the record did not have.
    ProvisionAdded = "provision-added", "provision added", Lateral, ProvisionRemoved;
    /// A provision that the record has no more.
    ProvisionRemoved = "provision-removed", "provision removed", Lateral, ProvisionAdded;
    /// Several things about a provision, or its dates or reach, are recorded otherwise.
    ProvisionAmended = "provision-amended", "provision amended", Lateral, ProvisionAmended;
    /// The same provision under another pinpoint or in another law.
    ProvisionMoved = "provision-moved", "provision moved", Editorial, ProvisionMoved;
    /// Summary, quotation, note or source of a provision in other words.
    ProvisionReworded = "provision-reworded", "provision in other words", Editorial, ProvisionReworded;
    /// A provision speaks on one topic more.
    StatementAdded = "statement-added", "statement added", Lateral, StatementRemoved;
    /// A provision speaks on one topic less.
    StatementRemoved = "statement-removed", "statement removed", Lateral, StatementAdded;
    /// A provision says something else on one topic.
    StatementAmended = "statement-amended", "statement amended", Lateral, StatementAmended;
    /// A treaty or agreement on which nothing was recorded.
    CommitmentAdded = "commitment-added", "commitment added", Lateral, CommitmentRemoved;
    /// A treaty or agreement on which nothing is recorded any more.
    CommitmentRemoved = "commitment-removed", "commitment removed", Lateral, CommitmentAdded;
    /// What the country did about a treaty or agreement is recorded otherwise.
    CommitmentAmended = "commitment-amended", "commitment amended", Lateral, CommitmentAmended;
    /// Note, source or wording of a reservation in other words.
    CommitmentReworded = "commitment-reworded", "commitment in other words", Editorial, CommitmentReworded;
    /// Somebody looked for something and did not find it.
    SilenceAdded = "silence-added", "silence added", Lateral, SilenceRemoved;
    /// A silence is not recorded any more.
    SilenceRemoved = "silence-removed", "silence removed", Lateral, SilenceAdded;
    /// What a silence is about, or when it holds, is recorded otherwise.
    SilenceAmended = "silence-amended", "silence amended", Lateral, SilenceAmended;
    /// Note or source of a silence in other words.
    SilenceReworded = "silence-reworded", "silence in other words", Editorial, SilenceReworded;
    /// A source that the record did not cite.
    SourceAdded = "source-added", "source added", Editorial, SourceRemoved;
    /// A source that the record cites no more.
    SourceRemoved = "source-removed", "source removed", Editorial, SourceAdded;
    /// A source is described in other words.
    SourceReworded = "source-reworded", "source in other words", Editorial, SourceReworded;
    /// The record claims to be complete, or claims it no more.
    CoverageChanged = "coverage-changed", "coverage changed", Lateral, CoverageChanged;
    /// The record was brought up to another day.
    ReviewMoved = "review-moved", "brought up to another day", Lateral, ReviewMoved;
    /// Name or note of the record in other words.
    FrameworkReworded = "framework-reworded", "record in other words", Editorial, FrameworkReworded;
    /// An article whose own words were not given.
    PassageAdded = "passage-added", "text added", Lateral, PassageRemoved;
    /// An article whose own words are given no more.
    PassageRemoved = "passage-removed", "text removed", Lateral, PassageAdded;
    /// An article reads otherwise. The words alone cannot say for better or worse.
    PassageAmended = "passage-amended", "text amended", Lateral, PassageAmended;
    /// A country with a record on the new side alone.
    CountryAdded = "country-added", "country added", Lateral, CountryRemoved;
    /// A country with a record on the old side alone.
    CountryRemoved = "country-removed", "country removed", Lateral, CountryAdded;
}

#[cfg(test)]
mod tests {
    use super::{Kind, Level};

    /// Kinds that are their own mirror, each with the reason. An entry that no longer holds fails as well.
    const WAIVERS: &[(Kind, &str)] = &[
        (Kind::Reassessed, "to put right is to put right in either direction"),
        (Kind::Remeasured, "neither standard is the better one"),
        (Kind::OtherGrounds, "other than others"),
        (Kind::Reworded, "words for words"),
        (Kind::ItemRenamed, "one id for another"),
        (Kind::ItemReworded, "words for words"),
        (Kind::BasisChanged, "one list of treaties for another"),
        (Kind::ElementRenamed, "one id for another"),
        (Kind::ElementReworded, "words for words"),
        (Kind::RuleChanged, "one rule for another"),
        (Kind::InstrumentAmended, "one fact for another"),
        (Kind::InstrumentRenamed, "one id for another"),
        (Kind::InstrumentReworded, "words for words"),
        (Kind::ProvisionAmended, "one fact for another"),
        (Kind::ProvisionMoved, "one place for another"),
        (Kind::ProvisionReworded, "words for words"),
        (Kind::StatementAmended, "one fact for another"),
        (Kind::CommitmentAmended, "one fact for another"),
        (Kind::CommitmentReworded, "words for words"),
        (Kind::SilenceAmended, "one fact for another"),
        (Kind::SilenceReworded, "words for words"),
        (Kind::SourceReworded, "words for words"),
        (Kind::CoverageChanged, "the verdicts tell which way it matters"),
        (Kind::ReviewMoved, "one day for another"),
        (Kind::FrameworkReworded, "words for words"),
        (Kind::PassageAmended, "words for words"),
    ];

    #[test]
    fn swapping_the_sides_mirrors_the_kind() {
        for kind in Kind::ALL {
            assert_eq!(kind.mirror().mirror(), *kind, "{}", kind.name());
            assert_eq!(kind.mirror().level(), kind.level().reversed(), "{}", kind.name());
        }
    }

    #[test]
    fn a_kind_that_is_its_own_mirror_has_a_written_reason_and_no_other_has() {
        for kind in Kind::ALL {
            let waived = WAIVERS.iter().filter(|(waived, _)| waived == kind).count();
            assert_eq!(waived, usize::from(kind.mirror() == *kind), "{}", kind.name());
        }
        assert!(WAIVERS.iter().all(|(_, reason)| !reason.is_empty()));
    }

    #[test]
    fn names_are_distinct_slugs_and_every_kind_is_explained() {
        let mut names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            assert!(kind.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{}", kind.name());
            assert!(kind.meaning().ends_with('.'), "{}", kind.name());
        }
        for level in Level::ALL {
            assert_eq!(Level::parse(level.name()), Some(level));
        }
    }
}
