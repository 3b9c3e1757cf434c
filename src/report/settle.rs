//! Which document would settle what was not assessed.

use crate::base::Text;
use crate::base::unique::unique;
use crate::model::checklist::requirement::{Requirement, RequirementKind};
use crate::model::vocabulary::Vocabulary;
use crate::model::words::{Floor, Level, Tier};

/// The documents that would answer a rule, one for each question it asks, in the order of the rule.
pub(super) fn documents(vocabulary: &Vocabulary, rule: &Requirement, floor: Floor, country: &str) -> Vec<String> {
    unique(rule.parts().into_iter().flat_map(|part| document(vocabulary, part, floor, country)))
}

fn document(vocabulary: &Vocabulary, part: &Requirement, floor: Floor, country: &str) -> Vec<String> {
    match &part.kind {
        RequirementKind::Provisions { asks, .. } | RequirementKind::Together { asks, .. } => {
            let kind = match floor {
                Floor::Law => "the provisions of law",
                Floor::Policy | Floor::Any => "the provisions of law or policy",
            };
            let topics = asks.iter().map(|ask| vocabulary.topic(ask.topic));
            topics.map(|topic| format!("{kind} on “{}”. {}", topic.title, topic.asks)).collect()
        }
        RequirementKind::Party { instrument, .. } => {
            let title = &vocabulary.instrument(*instrument).title;
            vec![format!("the depositary’s record of “{title}”: whether {country} is bound, and since when")]
        }
        RequirementKind::Signatory { instrument, .. } => {
            let title = &vocabulary.instrument(*instrument).title;
            vec![format!("the depositary’s record of “{title}”: whether {country} signed, and when")]
        }
        RequirementKind::Instruments { tier, subject, kind, levels } => {
            let what = instrument(*tier, kind.as_ref(), levels);
            let title = &vocabulary.subject(*subject).title;
            vec![format!("{what} on “{title}” with its dates, or a note that it was looked for and not found")]
        }
        RequirementKind::And(_) | RequirementKind::Or(_) | RequirementKind::Not(_) | RequirementKind::AtLeast(..) => {
            Vec::new()
        }
    }
}

/// A kind of law or policy in words: `a provincial or district plan`.
fn instrument(tier: Tier, kind: Option<&Text>, levels: &[Level]) -> String {
    let kind = kind.map_or_else(|| tier.word().to_owned(), |kind| kind.replace('-', " "));
    let levels: Vec<&str> = levels.iter().map(|level| level.word()).collect();
    match levels.as_slice() {
        [] => format!("the {kind}"),
        levels => format!("the {} {kind}", levels.join(" or ")),
    }
}
