//! One rule as a tree: each part with its verdict and grounds.

use super::audit::judge;
use super::snapshot::Snapshot;
use crate::base::Text;
use crate::finding::Answer;
use crate::model::checklist::{Requirement, requirement::RequirementKind};
use crate::model::words::Floor;

/// A part of a rule, how it came out, and the parts it is made of.
#[derive(Clone, Debug)]
pub struct Explained {
    /// Its words.
    pub text: Text,
    /// Its verdict and what settled it.
    pub answer: Answer,
    /// Its parts, where it is joined.
    pub parts: Vec<Explained>,
}

/// Explains a rule on a snapshot.
pub fn explain(snapshot: &Snapshot<'_>, rule: &Requirement, floor: Floor) -> Explained {
    let parts = match &rule.kind {
        RequirementKind::And(parts) | RequirementKind::Or(parts) | RequirementKind::AtLeast(_, parts) => {
            parts.iter().map(|part| explain(snapshot, part, floor)).collect()
        }
        RequirementKind::Not(part) => vec![explain(snapshot, part, floor)],
        RequirementKind::Provisions { .. }
        | RequirementKind::Together { .. }
        | RequirementKind::Party { .. }
        | RequirementKind::Signatory { .. }
        | RequirementKind::Instruments { .. } => Vec::new(),
    };
    Explained { text: rule.text.clone(), answer: judge(snapshot, rule, floor), parts }
}
