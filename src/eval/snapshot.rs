//! A framework on a day, with drafts laid on: which provision is in force, and which only nearly.

use crate::base::Text;
use crate::base::day::{Date, Day};
use crate::base::span::Span;
use crate::check::Ready;
use crate::finding::{Ground, GroundKind, NearMissReason, PracticeNote};
use crate::model::framework::{Commitment, Framework, Law, Period, Provision, Scope, Silence, SilenceOn, Statement};
use crate::model::overlay::{Overlay, Repealed};
use crate::model::vocabulary::{InstrumentId, SubjectId, TopicId, Vocabulary};
use crate::model::words::{Confidence, Coverage, Level, Tier};

/// A country's record as it stands on a day.
#[derive(Clone, Debug)]
pub struct Snapshot<'a> {
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) framework: &'a Framework,
    /// The day.
    pub day: Day,
    pub(super) least: Confidence,
    speeches: Vec<Vec<Speech<'a>>>,
    laws: Vec<LawOnDay<'a>>,
    silences: Vec<Vec<&'a Silence>>,
    commitments: Vec<Option<&'a Commitment>>,
}

/// A law with its state on the day.
#[derive(Clone, Debug)]
pub(super) struct LawOnDay<'a> {
    pub(super) law: &'a Law,
    pub(super) draft: bool,
    /// Why it is not in force, if it is not.
    pub(super) out: Option<NearMissReason>,
}

/// A statement on a topic, with the provision that makes it and that provision's state on the day.
#[derive(Clone, Debug)]
pub(super) struct Speech<'a> {
    pub(super) law: &'a Law,
    pub(super) provision: &'a Provision,
    pub(super) statement: &'a Statement,
    pub(super) draft: bool,
    /// Why it is not in force, if it is not.
    pub(super) out: Option<NearMissReason>,
}

/// A draft's repeal of a law or of one of its provisions, in effect on the day.
struct Repeal<'a> {
    what: Repealed<'a>,
    by: &'a Law,
    /// The number of the draft among those that are laid on.
    draft: usize,
}

impl Repeal<'_> {
    /// Whether it reaches a provision of a law, or the law as a whole. A draft takes away what was there before it or
    /// stands beside it, and nothing that is laid on later.
    fn reaches(&self, law: &Law, draft: Option<usize>, at: Option<&str>) -> bool {
        let named = self.what.law == &*law.id.value && self.by.id.span != law.id.span;
        let article = match (self.what.at, at) {
            (None, _) => true,
            (Some(article), Some(at)) => Repealed::reaches(article, at),
            (Some(_), None) => false,
        };
        named && article && draft.is_none_or(|draft| draft <= self.draft)
    }
}

impl<'a> Snapshot<'a> {
    /// The framework on `day`, with `drafts` laid on in order. Facts known less well than `least` are left out, and
    /// become near misses that say so.
    pub fn new(
        vocabulary: &'a Vocabulary,
        framework: &'a Ready<Framework>,
        drafts: &[&'a Ready<Overlay>],
        day: Day,
        least: Confidence,
    ) -> Self {
        let drafts: Vec<&'a Overlay> = drafts.iter().map(|draft| draft.get()).collect();
        Self::lay_out(vocabulary, framework.get(), &drafts, day, least)
    }

    /// The same day without any draft, where there is one.
    pub(super) fn in_force(&self) -> Option<Self> {
        let drafted = self.laws.iter().any(|standing| standing.draft);
        drafted.then(|| Self::lay_out(self.vocabulary, self.framework, &[], self.day, self.least))
    }

    fn lay_out(
        vocabulary: &'a Vocabulary,
        framework: &'a Framework,
        drafts: &[&'a Overlay],
        day: Day,
        least: Confidence,
    ) -> Self {
        let mut snapshot = Self {
            vocabulary,
            framework,
            day,
            least,
            speeches: vec![Vec::new(); vocabulary.topics().count()],
            laws: Vec::new(),
            silences: vec![Vec::new(); vocabulary.topics().count()],
            commitments: vec![None; vocabulary.instruments().count()],
        };
        let repeals = repeals(drafts, day);
        for law in &framework.laws {
            snapshot.lay(law, None, &repeals);
        }
        for (number, draft) in drafts.iter().enumerate() {
            for law in &draft.laws {
                snapshot.lay(law, Some(number), &repeals);
            }
        }
        for silence in &framework.silences {
            if let SilenceOn::Topic { topic, .. } = &silence.on
                && let Some(list) = snapshot.silences.get_mut(topic.0 as usize)
            {
                list.push(silence);
            }
        }
        for commitment in &framework.commitments {
            if let Some(place) = snapshot.commitments.get_mut(commitment.instrument.0 as usize) {
                *place = Some(commitment);
            }
        }
        snapshot
    }

    /// The same record without what is known from memory only.
    pub(super) fn without_memory(&self) -> Self {
        Self { least: self.least.max(Confidence::Reported), ..self.clone() }
    }

    fn lay(&mut self, law: &'a Law, number: Option<usize>, repeals: &[Repeal<'_>]) {
        let draft = number.is_some();
        let repealed = |at: Option<&str>| {
            let hit = repeals.iter().find(|repeal| repeal.reaches(law, number, at));
            hit.map(|repeal| NearMissReason::RepealedByDraft(repeal.by.title.clone()))
        };
        // A commencement that nobody recorded is just what sources may disagree on.
        let undated = draft || law.disputed.is_some();
        let disputed = || law.disputed.as_ref().map(|_| NearMissReason::Disputed);
        let out = out_of_force(&law.period, &Period::default(), undated, self.day);
        let out = out.or_else(|| repealed(None)).or_else(disputed);
        self.laws.push(LawOnDay { law, draft, out });
        for provision in &law.provisions {
            let out = out_of_force(&provision.period, &law.period, undated, self.day);
            let out = out.or_else(|| repealed(Some(&provision.at.value))).or_else(disputed);
            for statement in &provision.statements {
                if let Some(list) = self.speeches.get_mut(statement.topic.0 as usize) {
                    list.push(Speech { law, provision, statement, draft, out: out.clone() });
                }
            }
        }
    }

    /// Everything recorded on a topic, in force or not.
    pub(super) fn on(&self, topic: TopicId) -> &[Speech<'a>] {
        self.speeches.get(topic.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// Every law and policy on a subject, in force or not.
    pub(super) fn about(&self, subject: SubjectId) -> impl Iterator<Item = &LawOnDay<'a>> {
        self.laws.iter().filter(move |standing| standing.law.subjects.iter().any(|named| named.value == subject))
    }

    /// The silences on a topic that hold on the day.
    pub(super) fn silences(&self, topic: TopicId) -> impl Iterator<Item = &'a Silence> {
        let list = self.silences.get(topic.0 as usize).map_or(&[] as &[_], Vec::as_slice);
        list.iter().copied().filter(|silence| self.holds(silence))
    }

    /// The silences on a subject that hold on the day.
    pub(super) fn silences_about(&self, subject: SubjectId) -> impl Iterator<Item = &'a Silence> {
        let named = move |silence: &&'a Silence| matches!(&silence.on, SilenceOn::Subject { subject: other, .. } if *other == subject);
        self.framework.silences.iter().filter(named).filter(|silence| self.holds(silence))
    }

    /// What is recorded about an instrument.
    pub(super) fn commitment(&self, instrument: InstrumentId) -> Option<&'a Commitment> {
        self.commitments.get(instrument.0 as usize).copied().flatten()
    }

    /// Whether what is not recorded is absent.
    pub(super) fn is_complete(&self) -> bool {
        self.framework.coverage.value == Coverage::Complete
    }

    fn holds(&self, silence: &Silence) -> bool {
        let begun = silence.from.as_ref().is_none_or(|from| from.value.day <= self.day);
        let ended = silence.until.as_ref().is_some_and(|until| until.value.day <= self.day);
        begun && !ended
    }

    /// The claim of the record to be complete, as a ground.
    pub(super) fn coverage_ground(&self) -> Ground {
        let reviewed = self.framework.reviewed.value;
        self.plain_ground(
            GroundKind::Coverage,
            self.framework.coverage.span,
            format!("The record claims to be complete up to {reviewed}: what is not recorded is absent.").into(),
        )
    }

    /// A silence as a ground.
    pub(super) fn silence_ground(&self, silence: &Silence) -> Ground {
        let mut ground = self.plain_ground(GroundKind::Silence, silence.span, silence.note.clone());
        ground.id = match &silence.on {
            SilenceOn::Topic { topic, .. } => self.vocabulary.topic(*topic).id.clone(),
            SilenceOn::Subject { subject, .. } => self.vocabulary.subject(*subject).id.clone(),
        };
        let title = match &silence.on {
            SilenceOn::Topic { topic, .. } => &self.vocabulary.topic(*topic).title,
            SilenceOn::Subject { subject, .. } => &self.vocabulary.subject(*subject).title,
        };
        ground.instrument = format!("Silence on “{title}”").into();
        if !silence.laws.is_empty() {
            ground.at = Some(self.titles(&silence.laws).into());
        }
        ground.source = silence.source.as_ref().map(|source| source.value.clone());
        ground.confidence = silence.confidence;
        ground
    }

    fn titles(&self, ids: &[crate::base::span::Spanned<Text>]) -> String {
        let title = |id: &Text| {
            let law = self.framework.laws.iter().find(|law| law.id.value == *id);
            law.map_or_else(|| id.to_string(), |law| law.title.to_string())
        };
        ids.iter().map(|id| title(&id.value)).collect::<Vec<_>>().join("; ")
    }

    fn plain_ground(&self, kind: GroundKind, span: Span, summary: Text) -> Ground {
        Ground {
            kind,
            id: "".into(),
            instrument: "Coverage of the record".into(),
            at: None,
            summary,
            span,
            source: None,
            confidence: Confidence::Verified,
            practice: None,
            draft: false,
            quote: None,
            doubted: false,
            notes: Vec::new(),
        }
    }
}

impl Speech<'_> {
    /// The provision as a ground.
    pub(super) fn ground(&self) -> Ground {
        let provision = self.provision;
        let mut notes = coarse_notes(&provision.period, &self.law.period);
        notes.extend(self.limits());
        notes.extend(provision.doubt.map(|doubt| doubt.words().into()));
        notes.extend(provision.note.clone());
        Ground {
            kind: GroundKind::Provision,
            id: self.law.id.value.clone(),
            instrument: self.law.title.clone(),
            at: Some(provision.at.value.clone()),
            summary: provision.summary.clone(),
            span: provision.at.span,
            source: provision.source.as_ref().map(|source| source.value.clone()),
            confidence: provision.confidence,
            practice: provision
                .practice
                .as_ref()
                .map(|practice| PracticeNote { state: practice.state, note: practice.note.clone() }),
            draft: self.draft,
            quote: provision.quote.as_ref().map(|quote| quote.value.clone()),
            doubted: provision.doubt.is_some(),
            notes,
        }
    }

    /// Why the provision reaches less than the whole country and all its children, or says less than in words.
    pub(super) fn limits(&self) -> Vec<Text> {
        let mut limits = Vec::new();
        if self.provision.implied {
            limits.push("it follows from the text but is not said in words".into());
        }
        limits.extend(scope_words(self.provision.scope.as_ref().or(self.law.scope.as_ref())));
        limits.extend(level_words(self.law));
        limits
    }

    /// Whether the provision meets a demand only in part, whatever it says.
    pub(super) fn is_limited(&self) -> bool {
        self.provision.implied
            || self.provision.scope.is_some()
            || self.law.scope.is_some()
            || self.law.level != Level::National
    }

    pub(super) fn tier(&self) -> Tier {
        self.law.tier
    }
}

/// The limits of a scope in words.
pub(super) fn scope_words(scope: Option<&Scope>) -> Option<Text> {
    let scope = scope?;
    let list = |texts: &[Text]| texts.iter().map(|text| &**text).collect::<Vec<_>>().join(", ");
    let words = match (scope.territory.is_empty(), scope.persons.is_empty()) {
        (false, false) => format!("it reaches {} in {} only", list(&scope.persons), list(&scope.territory)),
        (false, true) => format!("it applies in {} only", list(&scope.territory)),
        (true, false) => format!("it reaches {} only", list(&scope.persons)),
        (true, true) => "it reaches a part only".to_owned(),
    };
    Some(words.into())
}

/// The limit of a law that is not national, in words.
pub(super) fn level_words(law: &Law) -> Option<Text> {
    (law.level != Level::National)
        .then(|| format!("it is of {} level and does not reach the whole country", law.level.word()).into())
}

/// Dates that are known to the month or year only, in words.
pub(super) fn coarse_notes(own: &Period, law: &Period) -> Vec<Text> {
    let date = own.in_force.as_ref().or(law.in_force.as_ref());
    let coarse = date.filter(|date| date.value.is_coarse());
    coarse
        .map(|date| format!("in force since {} at the latest; the exact day is not recorded", date.value).into())
        .into_iter()
        .collect()
}

/// Why something with these dates is not in force on a day; its own dates go before those of its law.
///
/// Where `undated` is allowed, as in a draft, what has no commencement is taken to commence on the day itself.
fn out_of_force(own: &Period, law: &Period, undated: bool, day: Day) -> Option<NearMissReason> {
    let date = |own: &Option<crate::base::span::Spanned<Date>>, law: &Option<crate::base::span::Spanned<Date>>| {
        own.as_ref().or(law.as_ref()).map(|date| date.value)
    };
    // What commences by itself waits for nothing that its law waits for.
    let awaits = own.awaits.as_ref().or(law.awaits.as_ref().filter(|_| own.in_force.is_none()));
    match date(&own.in_force, &law.in_force) {
        None if !undated && awaits.is_none() => return Some(NearMissReason::NotCommenced(None)),
        Some(commenced) if commenced.day > day => return Some(NearMissReason::NotCommenced(Some(commenced))),
        _ => {}
    }
    if let Some(repealed) = date(&own.repealed, &law.repealed).filter(|repealed| repealed.day <= day) {
        return Some(NearMissReason::Repealed(repealed));
    }
    let expired = date(&own.expires, &law.expires).filter(|expires| expires.day < day);
    expired.map(NearMissReason::Expired).or_else(|| awaits.map(|what| NearMissReason::Awaits(what.clone())))
}

/// The repeals that drafts bring about and that are in effect on the day.
fn repeals<'a>(drafts: &[&'a Overlay], day: Day) -> Vec<Repeal<'a>> {
    let mut found = Vec::new();
    for (draft, overlay) in drafts.iter().enumerate() {
        let commenced = |law: &&&'a Law| out_of_force(&law.period, &Period::default(), true, day).is_none();
        for by in overlay.laws.iter().collect::<Vec<_>>().iter().filter(commenced) {
            found.extend(by.repeals.iter().map(|entry| Repeal { what: Repealed::parse(&entry.value), by, draft }));
        }
    }
    found
}
