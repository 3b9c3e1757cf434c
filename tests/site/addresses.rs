//! Every country, item and finding has an address, no two have the same, and every link leads to one.

use std::collections::BTreeSet;

use crate::world::{SHIPPED, SHIPPED_PAGE, World, values};

#[test]
fn every_country_item_and_finding_has_an_address_of_its_own() {
    let world = &*SHIPPED;
    let ids = values(&SHIPPED_PAGE, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "two places have one address");
    let mut items = 0;
    for checklist in world.checklists.iter().map(|list| list.get()) {
        for (_, item) in checklist.items() {
            items += 1;
            let address = format!("{}/{}", checklist.id.value, item.id.value);
            assert!(known.contains(&*address), "{address}");
            for framework in &world.frameworks {
                let cell = format!("{address}/{}", framework.get().country.value);
                assert!(known.contains(&*cell), "{cell}");
            }
        }
    }
    assert_eq!(items, 27 + 70);
    for address in ["VNM", "annex-d", "annex-d/child-definition", "annex-d/child-definition.age"] {
        assert!(known.contains(address), "{address}");
    }
}

#[test]
fn every_link_leads_to_a_place_of_the_page_or_says_that_it_leads_out() {
    let page = &**SHIPPED_PAGE;
    let known: BTreeSet<&str> = values(page, "id").into_iter().collect();
    let mut outside = 0;
    for address in values(page, "href") {
        match address.strip_prefix('#') {
            // The script alone knows this one.
            Some("_all") => {}
            Some(place) => assert!(known.contains(place), "{place}"),
            None if address.starts_with("data:image/svg+xml,") => {}
            None => {
                assert!(address.starts_with("https://") || address.starts_with("http://"), "{address}");
                assert!(page.contains(&format!("<a href=\"{address}\" rel=\"external noopener noreferrer\">")));
                outside += 1;
            }
        }
    }
    assert!(outside > 50, "{outside} sources have a web address");
    for attribute in ["src", "srcset", "action", "background", "poster", "xlink:href", "style", "onclick"] {
        assert_eq!(values(page, attribute), [""; 0], "{attribute}");
    }
}

#[test]
fn every_row_of_the_matrix_has_a_cell_for_each_country() {
    let world = World::invented(str::to_owned);
    let page = world.page("2008-07-01");
    let table = page.split("<table class=\"heat\">").nth(1).unwrap().split("</table>").next().unwrap();
    let rows: Vec<&str> = table.split("<tr").skip(1).filter(|row| row.contains("scope=\"row\"")).collect();
    assert_eq!(rows.len(), 3 + 4, "three items, and the four elements of the first");
    for row in rows {
        assert_eq!(row.matches("<td class=\"v ").count(), 2, "{row}");
    }
    // In the order of their names, whatever the order of the files.
    let turned = world.turned_round().page("2008-07-01");
    for page in [&page, &turned] {
        assert!(page.find(">Aldonia<").unwrap() < page.find(">Borduria<").unwrap());
    }
}
