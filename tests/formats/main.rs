//! Every writer, fed with the same findings.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails may panic")]

mod sample;

use lacuna::report::*;
use sample::*;

#[test]
fn show() {
    let s = Sample::new();
    for f in [Format::Markdown, Format::Text, Format::Yaml] {
        println!("{}\n=========", s.write(f));
    }
    let mut o = String::new();
    explain::text(&s.explanation("trafficking-definition"), Look::PLAIN, &mut o).unwrap();
    println!("{o}");
    let mut o = String::new();
    explain::markdown(&s.explanation("trafficking-definition"), &mut o).unwrap();
    println!("{o}");
}
