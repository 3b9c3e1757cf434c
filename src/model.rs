//! What the files say, with every word resolved against the vocabulary and every value knowing its place.
//!
//! A record says what the law says; a standard says what it ought to say; the vocabulary is the only thing they share.
//! Reading never stops at the first fault: what cannot be read is reported and left out.

pub mod annotated;
pub mod checklist;
pub mod document;
pub mod framework;
pub mod overlay;
pub mod vocabulary;
pub mod waiver;
pub mod words;
