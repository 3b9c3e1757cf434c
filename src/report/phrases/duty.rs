//! What obliges a country to have something, and what a drafter can do about a gap, in words.

use super::{list, sentence};
use crate::base::Text;
use crate::base::day::Date;
use crate::finding::{Bond, Duty};
use crate::model::checklist::{Basis, Item, Remedy};
use crate::model::vocabulary::Vocabulary;
use crate::model::words::Lever;
use crate::report::Audited;

/// The treaties and articles behind a duty, one for each treaty: `Palermo Protocol, articles 3(a) and 3(c), since 2004`.
pub(in crate::report) fn bonds(bonds: &[Bond]) -> Vec<String> {
    let mut found: Vec<(&Text, Date, bool, Vec<&str>)> = Vec::new();
    for bond in bonds {
        let article = bond.article.as_deref();
        match found.iter_mut().find(|(short, ..)| **short == bond.short) {
            Some((.., articles)) => articles.extend(article),
            None => found.push((&bond.short, bond.since, bond.recalled, article.into_iter().collect())),
        }
    }
    let words = |(short, since, recalled, articles): (&Text, Date, bool, Vec<&str>)| {
        let recalled = if recalled { " (known from memory only)" } else { "" };
        format!("{}, since {since}{recalled}", cite(short, &articles))
    };
    found.into_iter().map(words).collect()
}

/// The treaties behind an item, whether or not they bind.
pub(in crate::report) fn bases(vocabulary: &Vocabulary, basis: &[Basis]) -> Vec<String> {
    let mut found: Vec<(&str, Vec<&str>)> = Vec::new();
    for Basis { instrument, article, .. } in basis {
        let short = &*vocabulary.instrument(*instrument).short;
        match found.iter_mut().find(|(known, _)| *known == short) {
            Some((_, articles)) => articles.extend(article.as_deref()),
            None => found.push((short, article.as_deref().into_iter().collect())),
        }
    }
    found.into_iter().map(|(short, articles)| cite(short, &articles)).collect()
}

fn cite(short: &str, articles: &[&str]) -> String {
    match articles {
        [] => short.to_owned(),
        [one] => format!("{short}, article {one}"),
        several => format!("{short}, articles {}", list(several)),
    }
}

/// Whether an item is owed and by what, in a sentence; nothing where no treaty is behind it.
pub(in crate::report) fn duty(
    audited: &Audited<'_>,
    vocabulary: &Vocabulary,
    item: &Item,
    duty: &Duty,
) -> Option<String> {
    let name = &audited.framework.name;
    match duty {
        Duty::Owed(owed) => Some(format!("Owed. {name} is bound by {}.", bonds(owed).join("; "))),
        Duty::Recommended if item.basis.is_empty() => None,
        Duty::Recommended => Some(format!(
            "Recommended. None of the treaties behind it is known to bind {name} on {}: {}.",
            audited.as_of,
            bases(vocabulary, &item.basis).join("; ")
        )),
    }
}

/// The lever in words that a drafter uses.
const fn lever(lever: Lever) -> &'static str {
    match lever {
        Lever::Statute => "statute",
        Lever::Regulation => "regulation",
        Lever::Procedure => "procedure or plan",
        Lever::Budget => "budget",
        Lever::Treaty => "treaty",
        Lever::Practice => "practice",
    }
}

/// The pointer with its lever.
pub(in crate::report) fn remedy(remedy: &Remedy) -> String {
    format!("({}) {}", lever(remedy.lever), sentence(&remedy.pointer))
}
