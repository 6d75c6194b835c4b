//! The domain of Jatak: its words, its rules and its stored forms.
//!
//! Nothing here does I/O, reads a clock or draws randomness: time and random bytes are handed in, so that every rule
//! can be tested on a desk and runs the same on the edge, in a test and in an auditor's checker.

// Plain values that everything else is made of.
pub mod canonical;
pub mod country;
pub mod id;
pub mod locale;
mod parsed;
pub mod phone;
pub mod random;
pub mod text;
pub mod time;

// What a business asks, and how it words it.
pub mod business;
pub mod bytes;
pub mod category;
pub mod notice;
pub mod preset;
pub mod wording;

// What people do, and what follows from it.
pub mod act;
pub mod decide;
pub mod epoch;
pub mod event;
pub mod import;
pub mod receipt;
pub mod sending;
pub mod state;
pub mod subject;

// What makes the record checkable by others.
pub mod log;
pub mod proven;

// What WhatsApp says about people.
pub mod whatsapp;

// What leaves the edge.
pub mod policy;
pub mod problem;
pub mod token;
pub mod webhook;
