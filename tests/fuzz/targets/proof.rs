//! Fuzzes [`jatak_fuzz::proof`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jatak_fuzz::proof(data));
