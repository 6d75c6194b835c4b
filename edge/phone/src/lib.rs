//! From what a person typed to the E.164 number it means.
//!
//! Numbering plans are knowledge, and they change; so they come from a library that carries Google's libphonenumber
//! metadata, and what is ours is only the handwriting: brackets, dots, `00`, `(0)`, digits of other scripts.
//!
//! # Why `rlibphonenumber`
//! It costs the most bytes of the two that would fit and is the one that agrees. Each was asked 65,000 numbers (examples
//! of every type in every region, mutations of them, random digits; national and international form) beside Python's
//! `phonenumbers` 9.0.43, a port kept by Google's own tests. Bytes are what a bare cdylib grew by, compressed with
//! brotli 11 (profile `wasm`, before wasm-opt); times are of Node 20 running that module.
//!
//! | crate | brotli | first parse | each parse | other than libphonenumber |
//! |---|---|---|---|---|
//! | `rlibphonenumber` 2.2.15 `lite` | 112 KB | 8 ms | 27 µs | 16: a length that Benin dropped one release later |
//! | `phonelib` 2.1.0 | 31 KB | 1 ms | 2 µs | 4,805: it keeps or cuts other trunk prefixes, and refuses by area code |
//!
//! With this crate around it the library costs 119 KB, and a number 27 µs where it is written as it is kept, else twice that,
//! since it is read again (compiled for size). The first parse builds the library's tables; on a busy machine it took up to
//! 34 ms, still under the 50 ms that a first request may wait.
//!
//! The widget carries neither: a shop's page does not pay for them, and the edge decides.

// No logger is set up on the edge, and the library would trace numbers into one. `log` is a dependency for its feature
// `max_level_off` alone, which compiles every such line out.
use log as _;

mod fault;
mod parse;
mod rules;
mod typed;

pub use fault::NumberFault;
pub use parse::{parse, syntactic};
pub use rules::rules;
pub use typed::MAX_CHARS;
