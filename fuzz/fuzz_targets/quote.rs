//! See `lacuna_fuzz::quote`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lacuna_fuzz::quote(bytes));
