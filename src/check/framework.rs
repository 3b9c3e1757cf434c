//! One framework: ids that lead somewhere, each thing once, dates in order.

use std::collections::{BTreeMap, BTreeSet};

use super::{commitments, dates, silences, texts};
use crate::base::Text;
use crate::base::nearest::nearest;
use crate::base::span::{Span, Spanned};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::framework::{Framework, Law, Source};
use crate::model::vocabulary::Vocabulary;

/// Checks everything within one framework.
pub(super) fn check(framework: &Framework, vocabulary: &Vocabulary, diagnostics: &mut Diagnostics) {
    commitments::check(framework, vocabulary, diagnostics);
    let ids = law_ids(framework, diagnostics);
    for law in &framework.laws {
        references(law, &ids, diagnostics);
        self::law(law, diagnostics);
    }
    repeals(framework, diagnostics);
    silences::check(framework, &ids, vocabulary, diagnostics);
    sources(framework, diagnostics);
}

/// The ids of all laws and policies; reports one that is used for both.
fn law_ids(framework: &Framework, diagnostics: &mut Diagnostics) -> BTreeMap<Text, Span> {
    let mut ids = BTreeMap::new();
    for law in &framework.laws {
        if let Some(first) = ids.insert(law.id.value.clone(), law.id.span) {
            let headline = format!("`{}` is the id of two instruments", law.id.value);
            diagnostics.push(
                Diagnostic::new(Code::DuplicateId, headline, law.id.span, "again here")
                    .also(first, "first here")
                    .help("laws and policies share one set of ids; give one of the two another"),
            );
        }
    }
    ids
}

/// The laws that a law amends, replaces or implements must be described.
fn references(law: &Law, ids: &BTreeMap<Text, Span>, diagnostics: &mut Diagnostics) {
    let whole = law.amends.iter().chain(&law.replaces).chain(&law.implements);
    let targets = whole.map(|word| (word.value.to_string(), word.span));
    let repealed = law.repeals.iter().map(|word| {
        let id = word.value.split_once(' ').map_or(&*word.value, |(id, _)| id);
        (id.to_owned(), word.span)
    });
    for (id, span) in targets.chain(repealed) {
        known_law(&Spanned::new(id.into(), span), ids, diagnostics);
    }
}

/// Reports an id that is none of the framework's laws.
pub(super) fn known_law(word: &Spanned<Text>, ids: &BTreeMap<Text, Span>, diagnostics: &mut Diagnostics) {
    if ids.contains_key(&word.value) {
        return;
    }
    let headline = format!("the framework has no law or policy `{}`", word.value);
    diagnostics.push(
        Diagnostic::new(Code::UnknownLaw, headline, word.span, "")
            .suggest(nearest(&word.value, ids.keys().map(|id| &**id)))
            .help("name the id under which it stands in `laws` or `policies`"),
    );
}

/// One law: its dates, and no pinpoint twice at the same time.
pub(super) fn law(law: &Law, diagnostics: &mut Diagnostics) {
    dates::period(&law.period, diagnostics);
    texts::path(law, diagnostics);
    let mut seen: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, provision) in law.provisions.iter().enumerate() {
        dates::period(&provision.period, diagnostics);
        seen.entry(&provision.at.value).or_default().push(number);
    }
    for numbers in seen.values() {
        let mut open = numbers.iter().filter_map(|number| law.provisions.get(*number)).filter(|provision| {
            provision.period.repealed.is_none() && provision.period.expires.is_none() && provision.scope.is_none()
        });
        let (Some(first), Some(second)) = (open.next(), open.next()) else { continue };
        let headline = format!("`{}` stands twice in this law, both times without an end", second.at.value);
        diagnostics.push(
            Diagnostic::new(Code::DuplicateProvision, headline, second.at.span, "again here")
                .also(first.at.span, "first here")
                .help("end the older wording with `repealed`, or cite the two more exactly"),
        );
    }
}

/// What a law says it repeals must say so itself: in a framework, dates decide, and both places must agree.
fn repeals(framework: &Framework, diagnostics: &mut Diagnostics) {
    let by_id: BTreeMap<&str, &Law> = framework.laws.iter().rev().map(|law| (&*law.id.value, law)).collect();
    for law in &framework.laws {
        for target in &law.repeals {
            let (id, at) = match target.value.split_once(' ') {
                Some((id, at)) => (id, Some(at.trim())),
                None => (&*target.value, None),
            };
            let Some(repealed) = by_id.get(id) else { continue };
            let ends = match at {
                None => repealed.period.repealed.is_some() || repealed.period.expires.is_some(),
                Some(at) => {
                    let named = repealed.provisions.iter().filter(|provision| &*provision.at.value == at);
                    named.clone().next().is_none() || named.clone().any(|it| it.period.repealed.is_some())
                }
            };
            if !ends {
                let headline = format!("`{}` is repealed here, and its own record does not say so", target.value);
                diagnostics.push(
                    Diagnostic::new(Code::RepealMismatch, headline, target.span, "repealed here")
                        .also(repealed.id.span, "no `repealed` date")
                        .help(
                            "in a framework the dates decide: give the repealed law or provision its `repealed` date",
                        ),
                );
            }
        }
    }
}

/// Every source that is cited is declared, and every one that is declared is cited.
fn sources(framework: &Framework, diagnostics: &mut Diagnostics) {
    let mut cited: Vec<&Spanned<Text>> = Vec::new();
    for law in &framework.laws {
        cited.extend(&law.source);
        for provision in &law.provisions {
            cited.extend(&provision.source);
            cited.extend(provision.practice.iter().filter_map(|practice| practice.source.as_ref()));
        }
    }
    cited.extend(framework.silences.iter().filter_map(|silence| silence.source.as_ref()));
    cited.extend(framework.commitments.iter().filter_map(|commitment| commitment.source.as_ref()));
    cited_sources(&framework.sources, &cited, diagnostics);
}

/// Compares what is cited with what is declared.
pub(super) fn cited_sources(declared: &[Source], cited: &[&Spanned<Text>], diagnostics: &mut Diagnostics) {
    let known: BTreeSet<&str> = declared.iter().map(|source| &*source.id.value).collect();
    let mut reported = BTreeSet::new();
    for word in cited {
        // A provision without a source of its own carries its law's: one place, one report.
        if !known.contains(&*word.value) && reported.insert(word.span) {
            let headline = format!("there is no source `{}`", word.value);
            diagnostics.push(
                Diagnostic::new(Code::UnknownSource, headline, word.span, "")
                    .suggest(nearest(&word.value, known.iter().copied()))
                    .help("declare it under `sources`, with at least a title"),
            );
        }
    }
    let used: BTreeSet<&str> = cited.iter().map(|word| &*word.value).collect();
    for source in declared.iter().filter(|source| !used.contains(&*source.id.value)) {
        let headline = format!("nothing cites the source `{}`", source.id.value);
        diagnostics.push(
            Diagnostic::new(Code::Idle, headline, source.id.span, "declared here")
                .help("cite it where a fact comes from it, or remove it"),
        );
    }
}
