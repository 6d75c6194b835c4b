//! Fuzzes [`jatak_fuzz::import_line`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jatak_fuzz::import_line(data));
