//! Fuzzes [`jatak_fuzz::event`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jatak_fuzz::event(data));
