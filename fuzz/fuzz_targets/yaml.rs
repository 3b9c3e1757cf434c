//! See `lacuna_fuzz::yaml`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lacuna_fuzz::yaml(bytes));
