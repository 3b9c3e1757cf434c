//! The kinds of file, told apart by their first key.

use crate::base::nearest::nearest;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::yaml::node::{Kind, Node};

/// What a file is.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum DocumentKind {
    /// Everything recorded about one country.
    Framework,
    /// A draft laid over a framework.
    Overlay,
    /// A standard.
    Checklist,
    /// The words that records and rules share.
    Vocabulary,
    /// Decisions to live with findings for a time.
    Waivers,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [Self::Framework, Self::Overlay, Self::Checklist, Self::Vocabulary, Self::Waivers];

    /// The first key of a file of this kind.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Framework => "framework",
            Self::Overlay => "overlay",
            Self::Checklist => "checklist",
            Self::Vocabulary => "vocabulary",
            Self::Waivers => "waivers",
        }
    }

    /// The kind with its article, for a sentence.
    pub const fn described(self) -> &'static str {
        match self {
            Self::Framework => "a framework",
            Self::Overlay => "an overlay",
            Self::Checklist => "a checklist",
            Self::Vocabulary => "a vocabulary",
            Self::Waivers => "a file of waivers",
        }
    }

    /// The kind of a file by its first key; reports a file that is none of ours.
    pub fn of(node: &Node, diagnostics: &mut Diagnostics) -> Option<Self> {
        let first = match &node.kind {
            Kind::Mapping(entries) => entries.first(),
            Kind::Failed => return None,
            Kind::Scalar(_) | Kind::Sequence(_) => None,
        };
        let key = first.map_or("", |entry| &*entry.key.value);
        let found = Self::ALL.into_iter().find(|kind| kind.key() == key);
        if found.is_none() {
            let span = first.map_or(node.span, |entry| entry.key.span);
            let headline = match first {
                Some(_) => format!("no kind of file begins with `{key}`"),
                None => format!("the file holds {}, not keys and values", node.describe()),
            };
            diagnostics.push(
                Diagnostic::new(Code::UnknownDocument, headline, span, "")
                    .suggest(nearest(key, Self::ALL.map(Self::key)))
                    .help(
                        "the first key says what the file is: `framework`, `overlay`, `checklist`, `vocabulary` or \
                         `waivers`",
                    ),
            );
        }
        found
    }
}
