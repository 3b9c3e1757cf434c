//! x
use crate::devtools::Browser;
use std::path::Path;
#[test]
fn shots() {
    let page = Path::new("/tmp/s.html");
    let mut b = Browser::start(1400, 1000);
    let save = |b: &mut Browser, name: &str| std::fs::write(format!("/tmp/shot-{name}.png"), b.picture()).unwrap();
    b.open(page, "");
    save(&mut b, "matrix");
    b.open(page, "#annex-d/child-definition/VNM");
    save(&mut b, "panel");
    b.open(page, "#VNM");
    save(&mut b, "country");
    b.ask("document.querySelector('.now svg').scrollIntoView()");
    save(&mut b, "timeline");
    b.open(page, "#annex-d/child-definition");
    save(&mut b, "item");
    b.open(page, "#VNM+THA");
    save(&mut b, "sides");
    b.open(page, "#annex-b");
    b.ask("(() => { document.getElementById('_date').value='2001-01-01'; document.getElementById('_date').dispatchEvent(new Event('change')) })()");
    save(&mut b, "day");
    b.scheme("dark");
    b.open(page, "#annex-d/child-definition/VNM");
    save(&mut b, "dark");
    b.scheme("light");
    b.resize(360, 740);
    b.open(page, "");
    save(&mut b, "narrow");
    b.ask("document.querySelector('.now .frame').scrollIntoView()");
    save(&mut b, "narrow2");
    b.open(page, "#annex-d/child-definition/VNM");
    save(&mut b, "narrow3");
    b.open(page, "#VNM");
    save(&mut b, "narrow4");
    b.resize(1400, 1000);
    for (n, h) in [
        ("matrix", ""),
        ("country", "#VNM"),
        ("item", "#annex-d/child-definition"),
        ("sides", "#VNM+THA"),
        ("panel", "#annex-d/child-definition/VNM"),
        ("all", "#_all"),
    ] {
        b.open(page, h);
        std::fs::write(format!("/tmp/print-{n}.pdf"), b.print()).unwrap();
    }
    println!("{:#?}", b.noise());
}
