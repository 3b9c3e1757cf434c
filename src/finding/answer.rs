//! The verdict on one rule, or a part of one, with everything that settled it.

use super::{Ground, GroundKind, NearMiss, Standing, Verdict};
use crate::base::Text;
use crate::model::words::Confidence;

/// A verdict and what it rests on. Only what settled the verdict is kept.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// The facts that settled it.
    pub grounds: Vec<Ground>,
    /// The facts that contradict the grounds, in a conflict.
    pub contradicts: Vec<Ground>,
    /// Terms that are not covered.
    pub missing: Vec<Missing>,
    /// Where single provisions fall short of what is asked.
    pub shortfalls: Vec<Shortfall>,
    /// What would have counted but for one thing.
    pub near_misses: Vec<NearMiss>,
    /// Laws that were searched without result, where that does not settle the question.
    pub searched: Vec<Ground>,
    /// Why it is no more than it is, a sentence each.
    pub reasons: Vec<Text>,
    /// The parts of a joined rule and how each came out, where they differ.
    pub parts: Vec<Part>,
    /// Where the country stands to the instruments that settled it, where the rule asks about commitments; of laws and
    /// policies, only that they expired or are disputed.
    pub standings: Vec<Standing>,
    /// Whether it would be another verdict without the drafts that are laid on.
    pub turned_by_draft: bool,
    /// Whether the verdict would be another without those of its facts that are known from memory only.
    pub leans_on_memory: bool,
}

/// Terms of one attribute that are asked for and not covered.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Missing {
    /// The id of the attribute.
    pub attribute: Text,
    /// How many of the terms are covered.
    pub have: u32,
    /// How many are asked for.
    pub of: u32,
    /// Those that are not covered.
    pub terms: Vec<MissingTerm>,
}

/// A term that is not covered.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct MissingTerm {
    /// Its id.
    pub id: Text,
    /// Its name in words.
    pub title: Text,
    /// Known to be absent; otherwise only not found in the record.
    pub absent: bool,
}

/// Where one provision falls short.
#[derive(Clone, Debug, PartialEq)]
pub struct Shortfall {
    /// The legal address of the provision.
    pub address: String,
    /// What is asked of it, in the words of the rule.
    pub asked: Text,
    /// The question behind it.
    pub question: Text,
    /// Whether it says otherwise or does not say.
    pub state: State,
}

/// What a provision makes of a question.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum State {
    /// It does not say.
    Unstated,
    /// It says otherwise: what it says.
    Otherwise(Text),
}

/// A part of a joined rule.
#[derive(Clone, Debug, Eq, PartialEq)]
pub struct Part {
    /// Its words.
    pub text: Text,
    /// Its verdict.
    pub verdict: Verdict,
}

impl Answer {
    /// A verdict with nothing behind it yet.
    pub fn new(verdict: Verdict) -> Self {
        Self {
            verdict,
            grounds: Vec::new(),
            contradicts: Vec::new(),
            missing: Vec::new(),
            shortfalls: Vec::new(),
            near_misses: Vec::new(),
            searched: Vec::new(),
            reasons: Vec::new(),
            parts: Vec::new(),
            standings: Vec::new(),
            turned_by_draft: false,
            leans_on_memory: false,
        }
    }

    /// Adds a fact that settled it.
    #[must_use]
    pub fn on(mut self, ground: Ground) -> Self {
        self.grounds.push(ground);
        self
    }

    /// Adds a sentence on why it is no more than it is.
    #[must_use]
    pub fn because(mut self, reason: impl Into<Text>) -> Self {
        self.reasons.push(reason.into());
        self
    }

    /// Whether it rests on facts from memory alone, or would be another verdict without those that are.
    pub fn is_unverified(&self) -> bool {
        let mut facts = self.facts().peekable();
        let all = facts.peek().is_some() && facts.all(|ground| ground.confidence == Confidence::Recalled);
        all || self.leans_on_memory
    }

    /// Whether a fact from memory is among those it rests on.
    pub fn recalls(&self) -> bool {
        self.facts().any(|ground| ground.confidence == Confidence::Recalled)
    }

    /// The facts it rests on, for and against.
    fn facts(&self) -> impl Iterator<Item = &Ground> {
        self.grounds.iter().chain(&self.contradicts)
    }

    /// Whether it rests on a provision that the law's own text does not bear out.
    pub fn is_doubtful(&self) -> bool {
        self.facts().any(|ground| ground.doubted)
    }

    /// Whether it rests on a draft: on what it says, or on what it takes away.
    pub fn is_draft(&self) -> bool {
        self.turned_by_draft || self.grounds.iter().chain(&self.contradicts).any(|ground| ground.draft)
    }

    /// Whether a gap is known only because the record claims to be complete.
    pub fn rests_on_coverage(&self) -> bool {
        self.grounds.iter().any(|ground| ground.kind == GroundKind::Coverage)
    }

    /// Adds where the country stands to an instrument.
    #[must_use]
    pub fn standing(mut self, standing: Standing) -> Self {
        self.standings.push(standing);
        self
    }

    /// Takes over what another answer rests on.
    pub fn absorb(&mut self, other: Self) {
        self.grounds.extend(other.grounds);
        self.contradicts.extend(other.contradicts);
        self.missing.extend(other.missing);
        self.shortfalls.extend(other.shortfalls);
        self.near_misses.extend(other.near_misses);
        self.searched.extend(other.searched);
        self.reasons.extend(other.reasons);
        self.parts.extend(other.parts);
        self.standings.extend(other.standings);
    }

    /// Puts everything in an order that does not depend on the order of the file, each thing once.
    pub fn settle(&mut self) {
        for list in [&mut self.grounds, &mut self.contradicts, &mut self.searched] {
            list.sort_by(Ground::order);
            list.dedup();
        }
        self.near_misses.sort_by(|a, b| a.ground.order(&b.ground));
        self.near_misses.dedup();
        self.shortfalls
            .sort_by(|a, b| crate::base::natural::natural(&a.address, &b.address).then_with(|| a.asked.cmp(&b.asked)));
        self.shortfalls.dedup();
        let mut standings: Vec<Standing> = Vec::new();
        for standing in self.standings.drain(..) {
            if !standings.contains(&standing) {
                standings.push(standing);
            }
        }
        self.standings = standings;
        let mut seen = Vec::new();
        self.reasons.retain(|reason| {
            let new = !seen.contains(reason);
            seen.push(reason.clone());
            new
        });
    }
}
