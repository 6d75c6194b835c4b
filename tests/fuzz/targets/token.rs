//! Fuzzes [`jatak_fuzz::token`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jatak_fuzz::token(data));
