//! Fuzzes [`jatak_fuzz::whatsapp`].
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| jatak_fuzz::whatsapp(data));
