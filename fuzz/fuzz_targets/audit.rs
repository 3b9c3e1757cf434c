//! See `lacuna_fuzz::audit`.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| lacuna_fuzz::audit(bytes));
