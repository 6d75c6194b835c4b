//! Fuzzes [`jatak_fuzz::notice`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jatak_fuzz::notice(data));
