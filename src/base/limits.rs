//! How much is read: every limit on the size of an input, in one place. `docs/limits.md` lists them.
//!
//! They lie far beyond any record of a country, and low enough that what takes every pair of two lists ends.

/// The largest file that is read, in bytes.
pub const FILE_BYTES: u64 = 8 * 1024 * 1024;
/// The longest law text or annotated draft, in bytes.
pub const LAW_TEXT_BYTES: usize = 4 * 1024 * 1024;
/// The deepest that lists and mappings may stand inside each other.
pub const DEPTH: usize = 48;
/// The most values one file may hold, keys not counted.
pub const VALUES: usize = 400_000;
/// The longest rule, in bytes.
pub const RULE_BYTES: usize = 16 * 1024;
/// The deepest that brackets and `not`s of a rule may stand inside each other.
pub const RULE_DEPTH: usize = 64;
/// The most topics, subjects or instruments of a vocabulary, and attributes of a topic.
pub const VOCABULARY_ENTRIES: usize = 2_000;
/// The most terms of a set.
pub const TERMS: usize = 128;
/// The most laws and policies of a framework or draft.
pub const LAWS: usize = 5_000;
/// The most provisions of a framework or draft, all laws together.
pub const PROVISIONS: usize = 20_000;
/// The most entries of one law under `repeals`.
pub const REPEALS: usize = 1_000;
/// The most silences of a framework.
pub const SILENCES: usize = 2_000;
/// The most sources of a framework or draft.
pub const SOURCES: usize = 5_000;
/// The most elements of a checklist.
pub const ELEMENTS: usize = 5_000;
/// The most words that are compared to find the quotations of one file in its laws' texts.
pub const WORDS_COMPARED: usize = 300_000_000;
/// The most steps of comparing quotations that fail with the nearest passage, for one file.
pub const STEPS_COMPARED: usize = 200_000_000;
/// The most faults that are told; those beyond are counted.
pub const FAULTS: usize = 10_000;
/// The longest word for which another is suggested, in bytes.
pub const SUGGESTED_BYTES: usize = 80;
/// The longest message from an editor, in bytes.
pub const EDITOR_BYTES: u64 = 64 * 1024 * 1024;
