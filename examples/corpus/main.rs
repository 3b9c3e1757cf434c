//! Writes invented countries: `cargo run --release --example corpus -- N OUT`.
//!
//! - `--kilobytes K`: about how large a file is; 40 if left out
//! - `--later`: the same countries five years later
//! - `--faults`: `OUT/sound.yaml`, and `OUT/faulty.yaml`, which is the same with N faults

#![allow(clippy::indexing_slicing, reason = "every index is of a list that was made a line before")]

#[path = "generate.rs"]
mod generate;

use std::error::Error;
use std::path::Path;

use generate::Corpus;

const USAGE: &str = "corpus N OUT [--kilobytes K] [--later | --faults]";

fn main() -> Result<(), Box<dyn Error>> {
    let (mut words, mut kilobytes, mut later, mut faults) = (Vec::new(), None, false, false);
    let mut arguments = std::env::args().skip(1);
    while let Some(word) = arguments.next() {
        match word.as_str() {
            "--later" => later = true,
            "--faults" => faults = true,
            "--kilobytes" => kilobytes = Some(arguments.next().ok_or(USAGE)?.parse::<usize>()?),
            _ => words.push(word),
        }
    }
    let [number, out] = words.as_slice() else { return Err(USAGE.into()) };
    let (number, out) = (number.parse::<usize>()?, Path::new(out));
    if faults {
        return generate::write_twins(number, kilobytes.unwrap_or(240) * 1024, out);
    }
    generate::write(Corpus { countries: number, bytes: kilobytes.unwrap_or(40) * 1024, later }, out)
}
