//! Every writer, fed with the same findings about an invented country: what it says, that nothing in the files can break
//! it, and that the same findings always come out as the same bytes.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, reason = "a test that fails may panic")]

mod documented;
mod faults;
mod hostile;
mod jobs;
mod machines;
mod markdown;
mod sample;
mod standing;
mod terminal;

use lacuna::report::Format;
use sample::{Sample, written};

#[test]
fn every_format_has_a_name_of_its_own_and_is_found_by_it() {
    let mut names: Vec<&str> = Format::ALL.map(Format::name).to_vec();
    for format in Format::ALL {
        assert_eq!(Format::parse(format.name()), Some(format));
    }
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), Format::ALL.len());
    assert_eq!(Format::parse("pdf"), None);
}

#[test]
fn the_same_findings_come_out_as_the_same_bytes() {
    let (one, two) = (Sample::new(), Sample::new());
    for format in Format::ALL {
        assert_eq!(one.write(format), two.write(format), "{}", format.name());
        assert!(one.write(format).ends_with('\n'), "{}", format.name());
    }
}

#[test]
fn a_report_of_no_country_is_written_all_the_same() {
    let sample = Sample::new();
    for format in Format::ALL {
        written(&sample.report(Vec::new()), format);
    }
}
