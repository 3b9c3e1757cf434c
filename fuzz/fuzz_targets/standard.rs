//! See `lacuna_fuzz::standard`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lacuna_fuzz::standard(bytes));
