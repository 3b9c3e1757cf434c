//! From the bytes of a YAML file to values that know where they stood.
//!
//! One parser for every kind of file. `read` builds a small tree and refuses, by name and with the place, what the format
//! leaves out; `fields` takes the keys of a mapping one by one and reports what is missing, mistyped or unknown.
//! A node that failed is passed over in silence by later stages, so that one fault is told once.

pub mod fields;
pub mod node;
pub mod read;
pub mod rule_place;
pub mod value;
