//! See `lacuna_fuzz::law`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lacuna_fuzz::law(bytes));
