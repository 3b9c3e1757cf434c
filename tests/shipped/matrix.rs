//! Annex B and Annex D for the seven countries as at 1 July 2008, the day of the source's own picture.

use lacuna::check::reciprocity::{Difference, discrepancies};
use lacuna::compare::By;
use lacuna::model::words::Confidence;
use lacuna::report::compare::{self, Compared, Format};
use lacuna::report::{Audited, Judged, Look, Report};
use lacuna::{Files, Ready};

use super::support::{SHIPPED, audit, day};

const DAY: &str = "2008-07-01";

/// The rows that the public record settles beyond doubt, as the page prints them.
const ROWS: &str = "\
| Item | China | Indonesia | Lao PDR | Malaysia | Philippines | Thailand | Viet Nam |
| --- | --- | --- | --- | --- | --- | --- | --- |
| crc | ● ratified 1992-03-02 | ● ratified 1990-09-05 | ● acceded 1991-05-08 | ● acceded 1995-02-17 | ● ratified 1990-08-21 | ● acceded 1992-03-27 | ● ratified 1990-02-28 |
| palermo-protocol | ○ not yet; acceded 2010-02-08 | ◐ signed 2000-12-12, not ratified | ● acceded 2003-09-26 | ○ not yet; acceded 2009-02-26 | ● ratified 2002-05-28 | ◐ signed 2001-12-18, not ratified | ○ not yet; acceded 2012-06-08 |
| c105 | ○ not yet; ratified 2022-08-12 | ● ratified 1999-06-07 (unverified) | ○ not a party | ○ denounced 1991-01-10 (unverified) | ● ratified 1960-11-17 | ● ratified 1969-12-02 | ○ not yet; ratified 2020-07-14 |
| plan-trafficking | ● met | ○ expired 2007 | ⚡ conflict: disputed | ○ gap | ● met | ● met | ● met |
";

/// The rows where the source's own matrix and the public record disagree, as at that day.
const DISPUTED: &str = "\
| Item | China | Indonesia | Lao PDR | Malaysia | Philippines | Thailand | Viet Nam |
| --- | --- | --- | --- | --- | --- | --- | --- |
| asean-mlat | – not open | ◐ signed 2004-11-29, not ratified (unverified) | ⚡ conflict: disputed (unverified) | ● ratified 2005-06-01 (unverified) | ◐ signed 2004-11-29, not ratified (unverified) | ◐ signed 2006-01-17, not ratified (unverified) | ● ratified 2005-10-25 (unverified) |
| extradition-tha-vnm | – not open | – not open | – not open | – not open | – not open | ⚡ conflict: disputed | ⚡ conflict: disputed |
| extradition-chn-vnm | ⚡ conflict: disputed | – not open | – not open | – not open | – not open | – not open | ⚡ conflict: disputed |
| mutual-assistance-tha-vnm | – not open | – not open | – not open | – not open | – not open | ⚡ conflict: disputed | ⚡ conflict: disputed |
| plan-trafficking | ● met | ○ expired 2007 | ⚡ conflict: disputed | ○ gap | ● met | ● met | ● met |
";

/// The page for all countries as at a day.
fn page(only: &[&str], as_of: &str, compact: bool) -> String {
    let shipped = &*SHIPPED;
    let frameworks = shipped.frameworks.iter().map(|(name, framework)| Audited {
        framework: framework.get(),
        as_of: day(as_of),
        overlays: Vec::new(),
        least: Confidence::Recalled,
        checklists: (shipped.checklists.iter())
            .map(|list| Judged { checklist: list.get(), audit: audit(name, &list.get().id.value, as_of), effect: None })
            .collect(),
    });
    let files = Files::new();
    let report =
        Report { vocabulary: &shipped.vocabulary, files: &files, frameworks: frameworks.collect(), diagnostics: None };
    let only: Vec<String> = only.iter().map(|id| (*id).to_owned()).collect();
    let compared = Compared::of(&report, &only, By::Items, compact);
    String::from_utf8(compare::write(&compared, Format::Markdown, Look::PLAIN).unwrap()).unwrap()
}

/// The rows of the tables on a page, each under the id that its first cell ends with; the first heading of all.
fn rows(page: &str) -> String {
    let mut out: Vec<String> = Vec::new();
    for line in page.lines().take_while(|line| !line.contains("Conflicts: who says what")) {
        let Some((first, rest)) = line.strip_prefix("| ").and_then(|line| line.split_once(" | ")) else { continue };
        let id = first.rsplit_once("\\[").map_or(first, |(_, id)| id.trim_end_matches("\\]"));
        let row = format!("| {id} | {rest}");
        if !out.contains(&row) {
            out.push(row);
        }
    }
    out.join("\n") + "\n"
}

#[test]
fn the_rows_match_the_public_record() {
    let page = page(&["crc", "palermo-protocol", "c105", "plan-trafficking"], DAY, false);
    assert_eq!(rows(&page), ROWS);
}

#[test]
fn where_the_source_and_the_public_record_disagree_the_cell_shows_conflict_and_who_says_what() {
    let only =
        ["asean-mlat", "extradition-tha-vnm", "extradition-chn-vnm", "mutual-assistance-tha-vnm", "plan-trafficking"];
    let page = page(&only, DAY, false);
    assert_eq!(rows(&page), DISPUTED);
    for words in [
        "| Thailand–Viet Nam: extradition \\[extradition-tha-vnm\\] | Thailand | The source document of 2009 lists the treaty as \
         existing; reports of the Viet Nam News Agency of August 2021 and November 2022 still speak of it as to be concluded. |",
        "| China–Viet Nam: extradition \\[extradition-chn-vnm\\] | China | The source document of 2009 lists the treaty as \
         existing; by the public record, talks began only in October 2013 and it was signed on 7 April 2015. |",
        "| Thailand–Viet Nam: legal assistance \\[mutual-assistance-tha-vnm\\] | Viet Nam | The source document of 2009 lists the \
         treaty as existing; no bilateral treaty on criminal matters was found, and the agreement signed on 16 November 2022 is on \
         civil matters. |",
        "| ASEAN treaty on legal assistance \\[asean-mlat\\] | Lao PDR | A chart in the source document names only \
         Malaysia and Viet Nam, and the dots of its matrix add up to that; the public record, recalled, has a deposit of Lao PDR \
         on 25 June 2007. |",
        "| National plan of action on trafficking \\[plan-trafficking\\] | Lao PDR | The source document lists a national plan as in \
         place; other sources, recalled, describe a draft still in work in 2009. |",
    ] {
        assert!(page.contains(words), "{words}\n\n{page}");
    }
}

#[test]
fn a_dispute_ends_where_the_record_becomes_clear() {
    let page = page(&["extradition-chn-vnm", "asean-mlat"], "2016-01-01", false);
    let clear = rows(&page);
    assert!(clear.contains("| extradition-chn-vnm | ◐ signed 2015-04-07, not ratified |"), "{clear}");
    assert!(clear.contains("| ● ratified 2007-06-25 (unverified) |"), "{clear}");
}

#[test]
fn the_tables_hold_seventy_and_twenty_seven_rows_for_seven_countries() {
    let shipped = &*SHIPPED;
    for (id, wanted) in [("annex-b", 70), ("annex-d", 27)] {
        let list = shipped.checklists.iter().find(|list| &*list.get().id.value == id).unwrap().get();
        let sections: Vec<&str> = list.sections.iter().map(|section| &*section.id.value).collect();
        let rows = rows(&page(&sections, DAY, false));
        let own = |line: &&str| list.items().any(|(_, item)| line.starts_with(&format!("| {} | ", item.id.value)));
        let rows: Vec<&str> = rows.lines().filter(own).collect();
        assert_eq!(rows.len(), wanted, "{id}");
        for row in rows {
            assert_eq!(row.matches(" | ").count(), 7, "{row}");
            let cells = row.split(" | ").skip(1);
            let worded =
                |cell: &str| cell.starts_with(['●', '◐', '⚡', '○', '?', '–']) && cell.trim_end_matches(" |").len() > 5;
            assert!(cells.clone().all(worded), "a symbol and words in every cell: {row}");
        }
    }
}

#[test]
fn the_compact_view_has_dots_and_nothing_else() {
    let page = page(&["international"], DAY, true);
    assert!(page.contains("22 lines, "), "{page}");
    for row in page.lines().filter(|line| line.contains("\\[")) {
        let cells = row.split('|').skip(2).map(str::trim);
        assert!(cells.clone().all(|cell| cell.is_empty() || cell == "●"), "{row}");
    }
}

#[test]
fn agreements_between_the_seven_are_reciprocal_or_named() {
    let shipped = &*SHIPPED;
    let frameworks: Vec<_> = shipped.frameworks.values().map(Ready::get).collect();
    let found = discrepancies(&frameworks, &shipped.vocabulary);
    let (unseen, differing): (Vec<_>, Vec<_>) = found.iter().partition(|it| it.kind == Difference::Unseen);
    let words: Vec<String> = differing.iter().map(|it| it.words()).collect();
    assert_eq!(words, Vec::<String>::new(), "no agreement between the seven is one-sided");
    let countries: Vec<&str> = unseen.iter().map(|it| it.there.country.code()).collect();
    let number = |wanted: &str| countries.iter().filter(|code| **code == wanted).count();
    assert_eq!((number("KHM"), number("MMR"), countries.len()), (4, 3, 7), "Cambodia and Myanmar have no file");
}
