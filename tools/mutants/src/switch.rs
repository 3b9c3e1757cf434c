//! Which mutant is awake; written into the copy of the program by the tool for mutation testing.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicBool, Ordering};

static AWAKE: LazyLock<usize> =
    LazyLock::new(|| std::env::var("MUTANT").ok().and_then(|it| it.parse().ok()).unwrap_or(usize::MAX));

/// Where the numbers of the mutants that are passed are noted down, if that is wanted.
static NOTES: LazyLock<Option<String>> = LazyLock::new(|| std::env::var("MUTANTS_PASSED").ok());

static PASSED: [AtomicBool; 16_384] = [const { AtomicBool::new(false) }; 16_384];

/// Whether a mutant is awake.
pub fn on(id: usize) -> bool {
    if let Some(notes) = &*NOTES {
        if !PASSED[id].swap(true, Ordering::Relaxed) {
            if let Ok(mut file) = OpenOptions::new().create(true).append(true).open(notes) {
                let _ = file.write_all(format!("{id}\n").as_bytes());
            }
        }
    }
    *AWAKE == id
}

/// An iterator that is one of two.
#[derive(Clone)]
pub enum Either<A, B> {
    One(A),
    Other(B),
}

impl<A: Iterator, B: Iterator<Item = A::Item>> Iterator for Either<A, B> {
    type Item = A::Item;

    fn next(&mut self) -> Option<A::Item> {
        match self {
            Self::One(it) => it.next(),
            Self::Other(it) => it.next(),
        }
    }
}
