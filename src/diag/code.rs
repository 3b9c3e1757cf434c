//! Every kind of fault, with its name, its severity and a line on what it means.

use std::fmt;

/// How grave a fault is.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub enum Severity {
    /// The file cannot be relied on and is left out of the audit; but a framework that a law's own text does not bear out is
    /// audited, and every verdict that rests on the provision in question says so.
    Error,
    /// The file is audited; a person should look.
    Warning,
    /// Nothing is wrong; a reader should know it.
    Note,
}

impl Severity {
    /// Every severity, gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The word shown to people.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        /// The kind of a fault. Names are kebab-case and name the fault, not the cure.
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        pub enum Code {
            $($(#[doc = $doc])+ $variant,)+
        }

        impl Code {
            /// Every kind, in the order of the stages that find them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The name, as it stands in brackets after the severity.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)+ }
            }

            /// How grave faults of this kind are.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity,)+ }
            }

            /// What the kind means, in a sentence or two.
            pub fn meaning(self) -> String {
                match self { $(Self::$variant => [$($doc),+].map(str::trim).join(" "),)+ }
            }

            /// How to mend it, and an example that brings it about: Markdown, with whole files in blocks that are named
            /// after their kind. A test runs every example.
            pub const fn page(self) -> &'static str {
                match self { $(Self::$variant => include_str!(concat!("examples/", $name, ".md")),)+ }
            }
        }
    };
}

codes! {
    /// The file cannot be read: it is missing, a folder, or not ours to open.
    UnreadableFile = "unreadable-file", Error;
    /// The folder holds no framework file.
    NothingToAudit = "nothing-to-audit", Error;
    /// A revision is asked for, and there is no git on the machine.
    NoGit = "no-git", Error;
    /// A revision is asked for where there is no git repository.
    NoRepository = "no-repository", Error;
    /// A revision that the repository does not have.
    UnknownRevision = "unknown-revision", Error;
    /// A revision that the repository does not have, and its history was fetched in part only.
    ShallowHistory = "shallow-history", Error;
    /// A path that the revision does not have.
    UnknownPath = "unknown-path", Error;
    /// The two sides of a comparison are records of two countries.
    TwoCountries = "two-countries", Error;
    /// The file is larger than the limit.
    FileTooLarge = "file-too-large", Error;
    /// The file holds bytes that are not UTF-8 text.
    NotUtf8 = "not-utf-8", Error;
    /// The text breaks the rules of YAML, so what follows cannot be read.
    YamlSyntax = "yaml-syntax", Error;
    /// A part of YAML that this format leaves out: anchors, aliases, merge keys, tags, several documents, keys that are
    /// not plain words.
    YamlFeature = "yaml-feature", Error;
    /// Lists and mappings stand inside each other deeper than the limit.
    TooDeep = "too-deep", Error;
    /// The file holds more values than the limit.
    TooManyValues = "too-many-values", Error;
    /// The same key stands twice in one mapping.
    DuplicateKey = "duplicate-key", Error;
    /// The file is empty or its first key is none of `framework`, `overlay`, `checklist`,
    /// `vocabulary`, `waivers`.
    UnknownDocument = "unknown-document", Error;
    /// The file is of another kind than the one asked for here.
    WrongDocument = "wrong-document", Error;
    /// A key that the format does not have at this place.
    UnknownKey = "unknown-key", Error;
    /// A key that must be there is not.
    MissingKey = "missing-key", Error;
    /// A value of the wrong shape: a list where one word is wanted, a word where a number is.
    WrongType = "wrong-type", Error;
    /// A text that must say something is empty.
    EmptyText = "empty-text", Error;
    /// An id that is not a slug: small letters and digits, joined by single hyphens.
    BadId = "bad-id", Error;
    /// A word that is not among those the format or the vocabulary knows here.
    UnknownWord = "unknown-word", Error;
    /// What stands where a date must is no day, month or year of the calendar.
    BadDate = "bad-date", Error;
    /// Two dates contradict each other, such as a repeal before a commencement.
    DateOrder = "date-order", Error;
    /// A code that is no country of ISO 3166-1 and not free for invented ones.
    UnknownCountry = "unknown-country", Error;
    /// A topic that the vocabulary does not have.
    UnknownTopic = "unknown-topic", Error;
    /// An attribute that the topic does not have.
    UnknownAttribute = "unknown-attribute", Error;
    /// A treaty or agreement that the vocabulary does not have.
    UnknownInstrument = "unknown-instrument", Error;
    /// A subject that the vocabulary does not have.
    UnknownSubject = "unknown-subject", Error;
    /// A source that the framework does not declare.
    UnknownSource = "unknown-source", Error;
    /// A law or policy that the framework does not describe.
    UnknownLaw = "unknown-law", Error;
    /// An id is used twice where it must be one thing's own.
    DuplicateId = "duplicate-id", Error;
    /// A path that leads out of the framework's folder.
    PathOutside = "path-outside", Error;
    /// The rule does not follow the grammar.
    RuleSyntax = "rule-syntax", Error;
    /// The rule stands in a quoted text with escapes, so that its words cannot be pointed at.
    RuleScalar = "rule-scalar", Error;
    /// The rule asks something that an attribute of this type cannot answer.
    RuleType = "rule-type", Error;
    /// The rule nests deeper, or is longer, than the limit.
    RuleDepth = "rule-depth", Error;
    /// A country is recorded as party to an instrument that is not open to it.
    NotOpen = "not-open", Error;
    /// The facts about one commitment exclude each other.
    CommitmentConflict = "commitment-conflict", Error;
    /// A commitment has no event that says when and how the country is bound, or was found not to be.
    EmptyCommitment = "empty-commitment", Error;
    /// Two provisions of one law carry the same pinpoint at the same time.
    DuplicateProvision = "duplicate-provision", Warning;
    /// A recorded silence is contradicted by a provision that speaks on the same topic at the same time.
    SilenceContradicted = "silence-contradicted", Warning;
    /// A silence known from memory only; it is not counted.
    SilenceRecalled = "silence-recalled", Warning;
    /// Something declared is used nowhere.
    Idle = "idle", Warning;
    /// A law says that it repeals another, whose own record does not say so.
    RepealMismatch = "repeal-mismatch", Warning;
    /// The overlay is a draft of another country's law.
    OverlayCountry = "overlay-country", Error;
    /// A draft repeals something that is not there.
    RepealsNothing = "repeals-nothing", Error;
    /// A waiver names an item or element that its checklist does not have.
    UnknownItem = "unknown-item", Error;
    /// A waiver ended before the day of the audit, so the finding is not waived.
    WaiverExpired = "waiver-expired", Warning;
    /// A waiver for something that is met, does not apply, or is on no checklist that is known.
    WaiverIdle = "waiver-idle", Warning;
    /// The record or the checklist has changed since a waiver was decided, so the finding is not waived.
    WaiverOvertaken = "waiver-overtaken", Warning;
    /// The file given as a baseline is none: no JSON, another format, or entries that contradict themselves.
    BadBaseline = "bad-baseline", Error;
    /// The baseline was written in a version of the format that this program does not read.
    BaselineVersion = "baseline-version", Error;
    /// The baseline has findings of a country or by a checklist that is not audited in this run.
    BaselineUnaudited = "baseline-unaudited", Note;
    /// A block on what an article says stands under no article, or under one that has such a block already.
    SaysMisplaced = "says-misplaced", Error;
    /// An article of an annotated draft that nobody has read: nothing says what it says, nor that it says nothing.
    UnreadArticle = "unread-article", Warning;
    /// A law's own text cannot be read, has no article that could be cited, or is more than can be compared. The framework is
    /// audited all the same.
    TextUnreadable = "text-unreadable", Error;
    /// A pinpoint leads to no place in the law's own text. The framework is audited, and what rests on the provision says so.
    PinpointNotFound = "pinpoint-not-found", Error;
    /// A pinpoint leads to several places in the law's own text. The framework is audited, and what rests on the provision
    /// says so.
    PinpointAmbiguous = "pinpoint-ambiguous", Error;
    /// A quotation does not stand in the place it is said to stand in. The framework is audited, and what rests on the
    /// provision says so.
    QuoteNotFound = "quote-not-found", Error;
    /// A quotation skips words such as *not* or *unless*, without which it may say the contrary.
    QuoteSkipsNegation = "quote-skips-negation", Warning;
    /// The file of one country records an agreement with another country, and the file of that country does not.
    AgreementOneSided = "agreement-one-sided", Warning;
    /// Two countries' files differ on whether an agreement between them binds.
    AgreementStatus = "agreement-status", Warning;
    /// Two countries' files give different dates for one agreement.
    AgreementDates = "agreement-dates", Warning;
    /// An agreement between two countries has ended in the file of one and goes on in that of the other, or ends on
    /// another day.
    AgreementEnd = "agreement-end", Warning;
    /// An agreement is recorded with a country that has no file among those that were read, so that its side is unknown.
    CounterpartUnknown = "counterpart-unknown", Note;
}

impl Code {
    /// The code with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_distinct_slugs_and_every_kind_is_explained() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.name().bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'));
            assert!(code.meaning().ends_with('.'), "{code}");
            assert_eq!(Code::parse(code.name()), Some(*code));
        }
    }
}
