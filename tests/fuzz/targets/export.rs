//! Fuzzes [`jatak_fuzz::export`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jatak_fuzz::export(data));
