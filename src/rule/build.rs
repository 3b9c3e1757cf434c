//! From what the grammar read to the tree, and what the grammar alone cannot refuse.

use std::ops::Range;

use pest::iterators::Pair;

use super::ast::{
    Condition, ConditionKind, Demand, Expr, ExprKind, Op, Quantifier, Reservation, Sentence, TermList, Terms, Tier,
};
use super::fault::Fault;
use super::pairs::{Built, bytes, chain, child, deeper, each, nots, only, optional, unreadable, words};
use super::symbol::Rule;
use crate::base::Text;
use crate::base::span::{Span, Spanned};

/// Makes the nodes of one rule.
pub(super) struct Builder<'p> {
    /// From bytes of the rule to a place in its file.
    pub(super) place: &'p dyn Fn(Range<usize>) -> Span,
}

impl Builder<'_> {
    /// An expression that stands inside `depth` brackets and `not`s.
    ///
    /// The functions that call each other in a circle hold little else, so that each level costs little of the stack.
    pub(super) fn any_of(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Expr> {
        let mut parts = Vec::new();
        for part in each(pair, Rule::all_of) {
            parts.push(self.all_of(&part, depth)?);
        }
        Ok(chain(parts, |parts| Expr { kind: ExprKind::Or(parts), span: self.span(pair) }))
    }

    fn all_of(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Expr> {
        let mut parts = Vec::new();
        for part in each(pair, Rule::operand) {
            parts.push(self.operand(&part, depth)?);
        }
        Ok(chain(parts, |parts| Expr { kind: ExprKind::And(parts), span: self.span(pair) }))
    }

    fn operand(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Expr> {
        let nots = nots(pair, depth)?;
        let part = self.primary(&only(&child(pair, Rule::primary)?)?, depth + nots.len())?;
        Ok(nots.into_iter().rev().fold(part, |part, not| {
            let span = (self.place)(not).to(self.span(pair));
            Expr { kind: ExprKind::Not(Box::new(part)), span }
        }))
    }

    fn primary(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Expr> {
        match pair.as_rule() {
            Rule::group => self.any_of(&child(pair, Rule::any_of)?, deeper(depth, pair)?),
            Rule::at_least => self.at_least(pair, deeper(depth, pair)?),
            _ => self.sentence(&only(pair)?, depth),
        }
    }

    fn at_least(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Expr> {
        let mut of = Vec::new();
        for part in each(pair, Rule::any_of) {
            of.push(self.any_of(&part, depth)?);
        }
        let count = self.count(&child(pair, Rule::count)?, of.len())?;
        Ok(Expr { kind: ExprKind::AtLeast { count, of }, span: self.span(pair) })
    }

    fn count(&self, pair: &Pair<'_, Rule>, of: usize) -> Built<Spanned<u32>> {
        match pair.as_str().parse::<u32>() {
            Ok(number) if number > 0 && number as usize <= of => Ok(Spanned::new(number, self.span(pair))),
            _ => Err(Fault::Count { written: pair.as_str().to_owned(), of, at: bytes(pair) }.into()),
        }
    }

    fn sentence(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Expr> {
        let sentence = match pair.as_rule() {
            Rule::provisions => self.provisions(pair, depth),
            Rule::together => self.together(pair, depth),
            Rule::commitment => self.commitment(pair),
            _ => self.instruments(pair),
        };
        Ok(Expr { kind: ExprKind::Sentence(sentence?), span: self.span(pair) })
    }

    fn provisions(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Sentence> {
        let word = child(pair, Rule::quantifier)?;
        let quantifier = Quantifier::parse(words(&word)).ok_or_else(|| unreadable(&word))?;
        let (topics, filter) = self.subject_matter(pair, depth)?;
        let demand = self.demand(pair, depth)?;
        if quantifier == Quantifier::Every && demand.is_none() {
            return Err(Fault::EveryWithoutDemand { at: bytes(&word), sentence: words(pair).to_owned() }.into());
        }
        Ok(Sentence::Provisions { quantifier, topics, filter, demand })
    }

    fn together(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Sentence> {
        let (topics, filter) = self.subject_matter(pair, depth)?;
        let attribute = self.name(&child(pair, Rule::attribute)?);
        Ok(Sentence::Together { topics, filter, attribute, terms: self.terms(&child(pair, Rule::terms)?)? })
    }

    fn commitment(&self, pair: &Pair<'_, Rule>) -> Built<Sentence> {
        let instrument = self.name(&child(pair, Rule::instrument)?);
        let without_reservation = optional(pair, Rule::reservation).map(|pair| self.reservation(&pair));
        match only(&child(pair, Rule::bond)?)?.as_rule() {
            Rule::kw_party => Ok(Sentence::Party { instrument, without_reservation }),
            _ => Ok(Sentence::Signatory { instrument, without_reservation }),
        }
    }

    fn instruments(&self, pair: &Pair<'_, Rule>) -> Built<Sentence> {
        let word = child(pair, Rule::tier)?;
        let tier = Tier::parse(words(&word)).ok_or_else(|| unreadable(&word))?;
        let subject = self.name(&child(pair, Rule::subject)?);
        let mut kinds = each(pair, Rule::of_kind);
        let kind = kinds.next();
        if let (Some(first), Some(second)) = (&kind, kinds.next()) {
            return Err(Fault::TwoKinds { first: bytes(first), second: bytes(&second) }.into());
        }
        let kind = kind.map(|kind| child(&kind, Rule::kind)).transpose()?.map(|kind| self.name(&kind));
        let levels = optional(pair, Rule::at_level)
            .map(|levels| each(&levels, Rule::level).map(|level| self.name(&level)).collect())
            .unwrap_or_default();
        Ok(Sentence::Instruments { tier, subject, kind, levels })
    }

    /// The topics and the `where` that a sentence about provisions begins with.
    fn subject_matter(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<(Vec<Spanned<Text>>, Option<Condition>)> {
        let topics = each(&child(pair, Rule::topics)?, Rule::topic).map(|topic| self.name(&topic)).collect();
        let filter = optional(pair, Rule::filter)
            .map(|filter| self.condition(&child(&filter, Rule::condition)?, depth))
            .transpose()?;
        Ok((topics, filter))
    }

    fn demand(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Option<Demand>> {
        if let Some(has) = optional(pair, Rule::has) {
            return Ok(Some(Demand::Has(self.condition(&child(&has, Rule::condition)?, depth)?)));
        }
        let Some(covers) = optional(pair, Rule::covers) else { return Ok(None) };
        let attribute = self.name(&child(&covers, Rule::attribute)?);
        Ok(Some(Demand::Covers { attribute, terms: self.terms(&child(&covers, Rule::terms)?)? }))
    }

    fn reservation(&self, pair: &Pair<'_, Rule>) -> Reservation {
        let article = optional(pair, Rule::article).map(|quoted| {
            let inner = quoted.as_str().trim_matches('"');
            let start = quoted.as_span().start() + 1;
            Spanned::new(Text::from(inner), (self.place)(start..start + inner.len()))
        });
        Reservation { article }
    }

    /// A condition that stands inside `depth` brackets and `not`s.
    fn condition(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Condition> {
        let inner = only(pair)?;
        if inner.as_rule() == Rule::condition_group {
            return self.condition_any(&child(&inner, Rule::condition_any)?, deeper(depth, &inner)?);
        }
        Ok(Condition { kind: self.comparison(&only(&inner)?)?, span: self.span(&inner) })
    }

    fn condition_any(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Condition> {
        let mut parts = Vec::new();
        for part in each(pair, Rule::condition_all) {
            parts.push(self.condition_all(&part, depth)?);
        }
        Ok(chain(parts, |parts| Condition { kind: ConditionKind::Or(parts), span: self.span(pair) }))
    }

    fn condition_all(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Condition> {
        let mut parts = Vec::new();
        for part in each(pair, Rule::condition_operand) {
            parts.push(self.condition_operand(&part, depth)?);
        }
        Ok(chain(parts, |parts| Condition { kind: ConditionKind::And(parts), span: self.span(pair) }))
    }

    fn condition_operand(&self, pair: &Pair<'_, Rule>, depth: usize) -> Built<Condition> {
        let nots = nots(pair, depth)?;
        let part = self.condition(&child(pair, Rule::condition)?, depth + nots.len())?;
        Ok(nots.into_iter().rev().fold(part, |part, not| {
            let span = (self.place)(not).to(self.span(pair));
            Condition { kind: ConditionKind::Not(Box::new(part)), span }
        }))
    }

    fn comparison(&self, pair: &Pair<'_, Rule>) -> Built<ConditionKind> {
        let attribute = self.name(&child(pair, Rule::attribute)?);
        if pair.as_rule() == Rule::states {
            return Ok(ConditionKind::States { attribute });
        }
        if let Some(compare) = optional(pair, Rule::compare) {
            let sign = child(&compare, Rule::operator)?;
            let op = Op::parse(sign.as_str()).ok_or_else(|| unreadable(&sign))?;
            return Ok(ConditionKind::Compare { attribute, op, value: self.name(&child(&compare, Rule::value)?) });
        }
        let includes = child(pair, Rule::includes)?;
        if let Some(any) = optional(&includes, Rule::includes_any) {
            Ok(ConditionKind::IncludesAny { attribute, terms: self.terms(&child(&any, Rule::terms)?)? })
        } else if let Some(all) = optional(&includes, Rule::includes_all) {
            Ok(ConditionKind::IncludesAll { attribute, terms: self.terms(&child(&all, Rule::terms)?)? })
        } else {
            Ok(ConditionKind::Includes { attribute, term: self.name(&child(&includes, Rule::term)?) })
        }
    }

    fn terms(&self, pair: &Pair<'_, Rule>) -> Built<TermList> {
        let kind = match optional(pair, Rule::words) {
            Some(words) => Terms::Words(each(&words, Rule::term).map(|term| self.name(&term)).collect()),
            None => child(pair, Rule::kw_all).map(|_| Terms::All)?,
        };
        Ok(TermList { kind, span: self.span(pair) })
    }

    fn name(&self, pair: &Pair<'_, Rule>) -> Spanned<Text> {
        Spanned::new(Text::from(pair.as_str()), self.span(pair))
    }

    fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        (self.place)(bytes(pair))
    }
}
