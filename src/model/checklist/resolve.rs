//! Looks up every name of a rule and refuses what an attribute of its type cannot answer.

use super::requirement::{Ask, Demand, Requirement, RequirementKind, Reserved, Test, TestKind};
use crate::base::Text;
use crate::base::day::Date;
use crate::base::span::Spanned;
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::vocabulary::{AttributeId, AttributeType, TermSetId, Terms, TopicId, Unknown, Vocabulary};
use crate::model::words::{Level, Tier};
use crate::rule::ast::{self, ConditionKind, Expr, ExprKind, Op, Sentence};

/// Resolves a rule. `None` where a name or a type is wrong; every fault of the rule is reported.
pub(super) fn resolve(expr: &Expr, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) -> Option<Requirement> {
    Resolver { vocabulary, diagnostics }.expr(expr)
}

struct Resolver<'a> {
    vocabulary: &'a Vocabulary,
    diagnostics: &'a mut Diagnostics,
}

impl Resolver<'_> {
    fn expr(&mut self, expr: &Expr) -> Option<Requirement> {
        let kind = match &expr.kind {
            ExprKind::And(parts) => RequirementKind::And(self.all(parts)?),
            ExprKind::Or(parts) => RequirementKind::Or(self.all(parts)?),
            ExprKind::AtLeast { count, of } => RequirementKind::AtLeast(count.value, self.all(of)?),
            ExprKind::Not(part) => RequirementKind::Not(Box::new(self.expr(part)?)),
            ExprKind::Sentence(sentence) => self.sentence(sentence)?,
        };
        Some(Requirement { text: expr.to_string().into(), kind })
    }

    /// Resolves every part, so that all faults are reported, and keeps them only if all are sound.
    fn all(&mut self, parts: &[Expr]) -> Option<Vec<Requirement>> {
        let found: Vec<_> = parts.iter().map(|part| self.expr(part)).collect();
        found.into_iter().collect()
    }

    fn sentence(&mut self, sentence: &Sentence) -> Option<RequirementKind> {
        match sentence {
            Sentence::Provisions { quantifier, topics, filter, demand } => {
                let asks = self.asks(topics, filter.as_ref(), demand.as_ref())?;
                Some(RequirementKind::Provisions { quantifier: *quantifier, asks })
            }
            Sentence::Together { topics, filter, attribute, terms } => {
                let demand = ast::Demand::Covers { attribute: attribute.clone(), terms: terms.clone() };
                let asks = self.asks(topics, filter.as_ref(), Some(&demand))?;
                let Some(Demand::Covers { set, terms, .. }) = asks.first().and_then(|ask| ask.demand.clone()) else {
                    return None;
                };
                self.same_set(&asks, attribute)?;
                Some(RequirementKind::Together { asks, set, terms })
            }
            Sentence::Party { instrument, without_reservation } => {
                let without = without_reservation.as_ref().map(reserved);
                Some(RequirementKind::Party { instrument: self.instrument(instrument)?, without })
            }
            Sentence::Signatory { instrument, without_reservation } => {
                let without = without_reservation.as_ref().map(reserved);
                Some(RequirementKind::Signatory { instrument: self.instrument(instrument)?, without })
            }
            Sentence::Instruments { tier, subject, kind, levels } => {
                let tier = match tier {
                    ast::Tier::Law => Tier::Law,
                    ast::Tier::Policy => Tier::Policy,
                };
                let found = self.vocabulary.find_subject(&subject.value);
                let subject = self.known(found, Code::UnknownSubject, "subject", subject);
                let levels: Vec<_> = levels.iter().map(|level| self.level(level)).collect();
                let levels = levels.into_iter().collect::<Option<_>>()?;
                let kind = kind.as_ref().map(|kind| kind.value.clone());
                Some(RequirementKind::Instruments { tier, subject: subject?, kind, levels })
            }
        }
    }

    fn asks(
        &mut self,
        topics: &[Spanned<Text>],
        filter: Option<&ast::Condition>,
        demand: Option<&ast::Demand>,
    ) -> Option<Vec<Ask>> {
        let mut asks = Some(Vec::new());
        for topic in topics {
            let ask = self.ask(topic, filter, demand);
            asks = asks.zip(ask).map(|(mut asks, ask)| {
                asks.push(ask);
                asks
            });
        }
        asks
    }

    fn ask(
        &mut self,
        topic: &Spanned<Text>,
        filter: Option<&ast::Condition>,
        demand: Option<&ast::Demand>,
    ) -> Option<Ask> {
        let found = self.vocabulary.find_topic(&topic.value);
        let topic = self.known(found, Code::UnknownTopic, "topic", topic)?;
        let filter = filter.map(|condition| self.test(topic, condition));
        let demand = demand.map(|demand| match demand {
            ast::Demand::Has(condition) => self.test(topic, condition).map(Demand::Has),
            ast::Demand::Covers { attribute, terms } => {
                let (attribute, set) = self.terms_attribute(topic, attribute, "covers")?;
                Some(Demand::Covers { attribute, set, terms: self.terms(set, terms)? })
            }
        });
        let filter = match filter {
            Some(filter) => Some(filter?),
            None => None,
        };
        let demand = match demand {
            Some(demand) => Some(demand?),
            None => None,
        };
        Some(Ask { topic, filter, demand })
    }

    /// What several topics cover can be added up only if it is of one kind.
    fn same_set(&mut self, asks: &[Ask], attribute: &Spanned<Text>) -> Option<()> {
        let sets = asks.iter().map(|ask| match &ask.demand {
            Some(Demand::Covers { set, .. }) => Some(*set),
            _ => None,
        });
        let mut sets: Vec<_> = sets.collect();
        sets.dedup();
        if sets.len() <= 1 {
            return Some(());
        }
        let headline = format!("`{}` draws on different sets of terms in these topics", attribute.value);
        let help = "ask about each topic in a sentence of its own";
        self.diagnostics.push(Diagnostic::new(Code::RuleType, headline, attribute.span, "").help(help));
        None
    }

    fn test(&mut self, topic: TopicId, condition: &ast::Condition) -> Option<Test> {
        let kind = match &condition.kind {
            ConditionKind::And(parts) => TestKind::And(self.tests(topic, parts)?),
            ConditionKind::Or(parts) => TestKind::Or(self.tests(topic, parts)?),
            ConditionKind::Not(part) => TestKind::Not(Box::new(self.test(topic, part)?)),
            ConditionKind::Compare { attribute, op, value } => self.compare(topic, attribute, *op, value)?,
            ConditionKind::Includes { attribute, term } => {
                let (attribute, set) = self.terms_attribute(topic, attribute, "includes")?;
                TestKind::All(attribute, self.term(set, term)?)
            }
            ConditionKind::IncludesAll { attribute, terms } => {
                let (attribute, set) = self.terms_attribute(topic, attribute, "includes all")?;
                TestKind::All(attribute, self.terms(set, terms)?)
            }
            ConditionKind::IncludesAny { attribute, terms } => {
                let id = self.attribute(topic, attribute)?;
                let kind = self.vocabulary.attribute(topic, id).kind;
                let Some(set) = kind.term_set() else { return self.wrong_type(attribute, kind, "includes any") };
                TestKind::Any(id, self.terms(set, terms)?)
            }
            ConditionKind::States { attribute } => TestKind::States(self.attribute(topic, attribute)?),
        };
        Some(Test { text: condition.to_string().into(), kind })
    }

    fn tests(&mut self, topic: TopicId, parts: &[ast::Condition]) -> Option<Vec<Test>> {
        let found: Vec<_> = parts.iter().map(|part| self.test(topic, part)).collect();
        found.into_iter().collect()
    }

    fn compare(&mut self, topic: TopicId, name: &Spanned<Text>, op: Op, value: &Spanned<Text>) -> Option<TestKind> {
        let attribute = self.attribute(topic, name)?;
        let kind = self.vocabulary.attribute(topic, attribute).kind;
        match kind {
            AttributeType::Age | AttributeType::Number => match value.value.parse() {
                Ok(number) => Some(TestKind::Number(attribute, op, number)),
                Err(_) => self.wrong_value(name, "a whole number", value),
            },
            AttributeType::Date => match Date::parse(&value.value) {
                Some(date) => Some(TestKind::Date(attribute, op, date)),
                None => self.wrong_value(name, "a date", value),
            },
            AttributeType::Flag | AttributeType::Term(_) => {
                let set = kind.term_set()?;
                let is = TestKind::Any(attribute, self.term(set, value)?);
                match op {
                    Op::Eq => Some(is),
                    Op::Ne => {
                        let text = format!("{} = {}", name.value, value.value).into();
                        Some(TestKind::Not(Box::new(Test { text, kind: is })))
                    }
                    Op::Lt | Op::Le | Op::Gt | Op::Ge => self.wrong_type(name, kind, op.word()),
                }
            }
            AttributeType::Terms(_) | AttributeType::Text => self.wrong_type(name, kind, op.word()),
        }
    }

    fn attribute(&mut self, topic: TopicId, name: &Spanned<Text>) -> Option<AttributeId> {
        match self.vocabulary.find_attribute(topic, &name.value) {
            Ok(attribute) => Some(attribute),
            Err(unknown) => {
                let topic = self.vocabulary.topic(topic);
                let known: Vec<&str> = topic.attributes.iter().map(|attribute| &*attribute.id).collect();
                let headline = format!("the topic `{}` has no attribute `{}`", topic.id, name.value);
                self.diagnostics.push(
                    Diagnostic::new(Code::UnknownAttribute, headline, name.span, "")
                        .suggest(unknown.nearest.as_deref())
                        .help(format!("its attributes are: {}", known.join(", "))),
                );
                None
            }
        }
    }

    /// An attribute that holds several terms.
    fn terms_attribute(
        &mut self,
        topic: TopicId,
        name: &Spanned<Text>,
        asked: &str,
    ) -> Option<(AttributeId, TermSetId)> {
        let attribute = self.attribute(topic, name)?;
        match self.vocabulary.attribute(topic, attribute).kind {
            AttributeType::Terms(set) => Some((attribute, set)),
            kind => self.wrong_type(name, kind, asked),
        }
    }

    fn wrong_type<T>(&mut self, name: &Spanned<Text>, kind: AttributeType, asked: &str) -> Option<T> {
        let headline = format!("`{asked}` cannot be asked of `{}`", name.value);
        let label = match kind {
            AttributeType::Flag => "it is answered by yes or no",
            AttributeType::Age => "it is an age in years",
            AttributeType::Number => "it is a number",
            AttributeType::Date => "it is a date",
            AttributeType::Term(_) => "it is one term",
            AttributeType::Terms(_) => "it is a list of terms",
            AttributeType::Text => "it is free text",
        };
        let help = match kind {
            AttributeType::Flag => "ask `= yes` or `= no`",
            AttributeType::Age | AttributeType::Number | AttributeType::Date => "compare it with =, !=, <, <=, > or >=",
            AttributeType::Term(_) => "ask `= term`, `!= term` or `includes any {...}`",
            AttributeType::Terms(_) => "ask `includes`, `includes any {...}`, `includes all {...}` or `covers`",
            AttributeType::Text => "no rule asks about free text; only `states` can be asked of it",
        };
        self.diagnostics.push(Diagnostic::new(Code::RuleType, headline, name.span, label).help(help));
        None
    }

    fn wrong_value<T>(&mut self, name: &Spanned<Text>, wanted: &str, value: &Spanned<Text>) -> Option<T> {
        let headline = format!("`{}` is compared with {wanted}, not with `{}`", name.value, value.value);
        self.diagnostics.push(Diagnostic::new(Code::RuleType, headline, value.span, ""));
        None
    }

    fn terms(&mut self, set: TermSetId, list: &ast::TermList) -> Option<Terms> {
        match &list.kind {
            ast::Terms::All => Some(Terms::first(self.vocabulary.term_set(set).terms.len())),
            ast::Terms::Words(words) => {
                let found: Vec<_> = words.iter().map(|word| self.term(set, word)).collect();
                found.into_iter().try_fold(Terms::default(), |all, term| Some(all.union(term?)))
            }
        }
    }

    fn term(&mut self, set: TermSetId, word: &Spanned<Text>) -> Option<Terms> {
        match self.vocabulary.find_term(set, &word.value) {
            Ok(term) => Some(term),
            Err(unknown) => {
                let set = self.vocabulary.term_set(set);
                let known: Vec<&str> = set.terms.iter().map(|term| &*term.id).collect();
                let headline = format!("`{}` is no term of `{}`", word.value, set.id);
                self.diagnostics.push(
                    Diagnostic::new(Code::UnknownWord, headline, word.span, "")
                        .suggest(unknown.nearest.as_deref())
                        .help(format!("one of: {}", known.join(", "))),
                );
                None
            }
        }
    }

    fn instrument(&mut self, name: &Spanned<Text>) -> Option<crate::model::vocabulary::InstrumentId> {
        let found = self.vocabulary.find_instrument(&name.value);
        self.known(found, Code::UnknownInstrument, "instrument", name)
    }

    fn level(&mut self, name: &Spanned<Text>) -> Option<Level> {
        let words: Vec<&str> = Level::WORDS.iter().map(|(word, _)| *word).collect();
        let nearest = crate::base::nearest::nearest(&name.value, words.iter().copied()).map(Text::from);
        self.known(Level::parse(&name.value).ok_or(Unknown { nearest }), Code::UnknownWord, "level", name)
    }

    fn known<T>(&mut self, found: Result<T, Unknown>, code: Code, what: &str, name: &Spanned<Text>) -> Option<T> {
        match found {
            Ok(found) => Some(found),
            Err(unknown) => {
                let headline = format!("the vocabulary has no {what} `{}`", name.value);
                let diagnostic = Diagnostic::new(code, headline, name.span, "").suggest(unknown.nearest.as_deref());
                self.diagnostics.push(diagnostic);
                None
            }
        }
    }
}

fn reserved(reservation: &ast::Reservation) -> Reserved {
    match &reservation.article {
        Some(article) => Reserved::Article(article.value.clone()),
        None => Reserved::Anything,
    }
}
