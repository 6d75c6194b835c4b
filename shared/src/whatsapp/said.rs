//! What a message that somebody writes in WhatsApp says to us: stop, perhaps stop, here is a code, or nothing.
//!
//! A business reads its messages itself; only what concerns consent is read here. A yes needs a prepared sentence and its code,
//! see [`draft`](super::draft). A no has the whole language, so there are two answers to it:
//!
//! - [`Said::Stop`] where the message is nothing but one of the words in `stop/words.rs`, in any of our languages, with
//!   courtesies around it at most. It counts at once.
//! - [`Said::NearStop`] where a person has to look, and nothing is to be advertised until one has. That is, where
//!   - the words are asked and not said (`stop?`), or mean a stop only to some (`no thanks`), or the sign alone is shown (`🛑`);
//!   - a sentence or line of the message is nothing but such a word, whatever stands in the others;
//!   - a phrase that hardly means anything else stands anywhere (`unsubscribe`, `no more messages`);
//!   - a word that means it often stands in a message of at most 8 words and 60 letters, `don’t stop` and `bus stop`
//!     included: to understand those is left to people;
//!   - a word of such a message is one slip of the finger from it: one letter too many, missing, wrong, or two exchanged. In
//!     messages of up to three words that holds for words of four letters (`sotp`), in longer ones for seven
//!     (`unsubscibe`), and never for the ordinary words that are so near (`shop`, and in Danish `top`).
//!
//! Longer talk in which somebody asks when the kitchen stops serving is [`Said::Nothing`].

use super::code::Code;
use super::stop::{Nearness, nearness};

/// What a message says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    /// Stop everything.
    Stop,
    /// Perhaps stop: a person must look.
    NearStop,
    /// A code. Whether it confirms anything depends on the text around it being the prepared one.
    Code {
        /// The code.
        code: Code,
        /// Whether the message would be [`Said::NearStop`] without the code. It is to be taken so where it confirms nothing: a
        /// no must not be lost because a code stands beside it, and a shop may be called `Stop & Shop`.
        near_stop: bool,
    },
    /// Nothing of the kind.
    Nothing,
}

/// What `text` says; the same whatever the person's language, which nobody knows.
pub fn said(text: &str) -> Said {
    let near = nearness(text);
    match (near, Code::find_in(text)) {
        (Some(Nearness::Whole), _) => Said::Stop,
        (near, Some(code)) => Said::Code { code, near_stop: near.is_some() },
        (Some(Nearness::Near), None) => Said::NearStop,
        (None, None) => Said::Nothing,
    }
}

#[cfg(test)]
mod tests;
