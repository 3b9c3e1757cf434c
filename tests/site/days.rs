//! What the script is told about other days is what an audit of that day finds.

use lacuna::base::day::Day;
use lacuna::eval::{Snapshot, audit};
use lacuna::finding::Verdict;
use lacuna::model::words::Confidence;
use serde_json::Value;

use crate::world::{SHIPPED, SHIPPED_PAGE, World};

/// The data of a page.
fn data(page: &str) -> Value {
    let begin = "<script type=\"application/json\" id=\"_data\">";
    serde_json::from_str(page.split(begin).nth(1).unwrap().split("</script>").next().unwrap()).unwrap()
}

/// What holds on a day, as the script reads it: the last run that began by then.
fn holding<'v>(runs: &'v Value, days: &[&str], day: &str) -> &'v Value {
    let number = days.partition_point(|known| *known <= day) - 1;
    let begun = |run: &&Value| run[0].as_u64().unwrap() as usize <= number;
    runs.as_array().unwrap().iter().rfind(begun).unwrap()
}

fn compare(world: &World, page: &str, sampled: impl Fn(&[String]) -> Vec<String>) {
    let data = data(page);
    let days: Vec<&str> = data["days"].as_array().unwrap().iter().map(|day| day.as_str().unwrap()).collect();
    let mut looked = 0;
    for (place, framework) in data["countries"].as_array().unwrap().iter().zip(&world.frameworks) {
        assert_eq!(place["code"], framework.get().country.value.code());
        let own: Vec<String> = days.iter().skip(1).map(|day| (*day).to_owned()).collect();
        for day in sampled(&own) {
            let snapshot =
                Snapshot::new(&world.vocabulary, framework, &[], Day::parse(&day).unwrap(), Confidence::Recalled);
            for (number, list) in world.checklists.iter().enumerate() {
                let found = audit(&snapshot, list);
                for (at, finding) in found.findings.iter().enumerate() {
                    let (item, elements) = (&place["runs"][number][at][0], &place["runs"][number][at][1]);
                    let where_ = format!("{} {} on {day}", place["code"], finding.item);
                    let verdict = |run: &Value| Verdict::ALL[run[1].as_u64().unwrap() as usize];
                    let held = holding(item, &days, &day);
                    assert_eq!(verdict(held), finding.verdict, "{where_}");
                    assert_eq!(held[2].as_i64().unwrap() >= 0, finding.duty.is_owed(), "{where_}");
                    for (part, element) in finding.elements.iter().enumerate() {
                        let held = holding(&elements[part], &days, &day);
                        assert_eq!(verdict(held), element.answer.verdict, "{where_}.{}", element.element);
                        let names = |grounds: &Value| -> Vec<String> {
                            let numbers = grounds.as_array().unwrap().iter().map(|it| it.as_u64().unwrap() as usize);
                            numbers.map(|it| place["facts"][it][0].as_str().unwrap().to_owned()).collect()
                        };
                        let mut wanted: Vec<String> =
                            element.answer.grounds.iter().map(|ground| ground.address()).collect();
                        let mut got = names(&held[2]);
                        wanted.sort();
                        got.sort();
                        wanted.dedup();
                        got.dedup();
                        assert_eq!(got, wanted, "{where_}.{}", element.element);
                        looked += 1;
                    }
                }
            }
        }
    }
    assert!(looked > 0);
}

#[test]
fn every_verdict_of_every_changing_day_and_the_days_around_it() {
    let world = World::invented(str::to_owned);
    let near = |days: &[String]| {
        let around = |day: &String| {
            let day = Day::parse(day).unwrap();
            let epoch = Day::new(1970, 1, 1).unwrap();
            let moved = |by: i32| Day::from_unix_days(epoch.days_until(day) + by).unwrap().to_string();
            [moved(-1), day.to_string(), moved(1)]
        };
        days.iter().flat_map(around).chain(["1900-01-01".to_owned(), "2100-01-01".to_owned()]).collect()
    };
    compare(&world, &world.page("2008-07-01"), near);
}

#[test]
fn the_shipped_countries_on_days_of_eighty_years() {
    let world = &*SHIPPED;
    // In the page countries stand in the order of their names, which is that of their files.
    let years = |_: &[String]| (1945..2027).step_by(9).map(|year| format!("{year}-03-15")).collect();
    compare(world, &SHIPPED_PAGE, years);
}

#[test]
fn a_sentence_about_a_stretch_of_time_does_not_name_its_last_day() {
    let world = World::invented(str::to_owned);
    let data = data(&world.page("2008-07-01"));
    let sentences: Vec<&str> = data["countries"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|place| place["sentences"].as_array().unwrap())
        .map(|words| words.as_str().unwrap())
        .collect();
    assert!(sentences.contains(&"Not a party on this day; ratified on 1991-05."), "{sentences:#?}");
    assert!(sentences.contains(&"Signed on 1990-01-01, and not ratified by this day."), "{sentences:#?}");
    assert!(sentences.contains(&"Denounced, with effect from 2006-06-30."), "{sentences:#?}");
}
