//! The short code that a confirmation carries: it leads from a message in WhatsApp back to what waits for it.

use core::fmt;

use crate::id::{Digest32, keyed};
use crate::text;

/// The signs of a code: capital letters and digits without those that are taken for each other. Of 0 O, 1 I L, 2 Z, 5 S and
/// 8 B none is here, of 6 G and U V the latter alone. They are 23, a prime, and the check rests on that.
const SIGNS: &[u8; 23] = b"ACDEFGHJKMNPQRTVWXY3479";

/// How many signs there are.
const BASE: u32 = 23;

/// How many signs carry the code: 23⁹ is 1.8 million millions, or 40.7 bits, for a code that lives minutes and of which a
/// number may try a few.
const DATA: usize = 9;

/// With the check sign behind them.
const LENGTH: usize = DATA + 1;

/// Signs in each of the two groups that a code is shown in.
const GROUP: usize = 5;

/// A code of ten signs, shown as `K7QM4-XR3TH`. The last one is a check: a code with one sign mistyped, or with any two of
/// its signs exchanged, is none.
///
/// It is as good as a password for a quarter of an hour, so `Debug` hides it, and [`Code::hash`] is what is kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Code([u8; LENGTH]);

impl Code {
    /// The code for `what` under `key`: always the same, and not to be guessed without the key (HMAC-SHA-256).
    pub fn derive(key: &[u8; 32], what: &[u8]) -> Self {
        let digest = keyed(key, &[b"whatsapp code\0", what].concat());
        // Sixteen bytes are so many more than a code's 41 bits that no code is likelier than another (by 2⁻⁸⁷).
        let mut rest = digest.as_bytes().iter().take(16).fold(0_u128, |sum, byte| sum << 8 | u128::from(*byte));
        let mut values = [0; DATA];
        for value in &mut values {
            *value = u32::try_from(rest % u128::from(BASE)).unwrap_or_default();
            rest /= u128::from(BASE);
        }
        Self::with_check(values)
    }

    /// Reads a code as a person may write it: in either case, with spaces or dashes anywhere.
    pub fn parse(text: &str) -> Option<Self> {
        let written = simple(text);
        let signs: Vec<u8> = written.bytes().filter(|byte| !matches!(byte, b' ' | b'-')).collect();
        Self::from_signs(&signs)
    }

    /// The code that stands in a message; `None` where there is none, or where there are two.
    ///
    /// Codes written as they are shown are looked for first. Only where there is none of them may the groups be parted
    /// otherwise: ten such letters in a row make a code by chance once in 23 times, and a shop may be called so.
    pub fn find_in(text: &str) -> Option<Self> {
        let pieces = pieces(text);
        let mut shown = Found::default();
        let mut parted = Found::default();
        for (at, first) in pieces.iter().enumerate() {
            let mut signs = first.signs.clone();
            parted.see(Self::from_signs(&signs));
            for next in pieces.get(at + 1..).unwrap_or_default() {
                if next.glue == Glue::Other || signs.len() + next.signs.len() > LENGTH {
                    break;
                }
                let as_shown = signs.len() == GROUP && first.signs.len() == GROUP && next.glue == Glue::Dash;
                signs.extend(&next.signs);
                let code = Self::from_signs(&signs);
                if as_shown {
                    shown.see(code);
                }
                parted.see(code);
            }
        }
        match shown {
            Found::None => parted.only(),
            found => found.only(),
        }
    }

    /// What is kept of the code: HMAC-SHA-256, since all codes could be tried out against a hash without a key.
    pub fn hash(&self, key: &[u8; 32]) -> Digest32 {
        keyed(key, &[b"whatsapp code hash\0".as_slice(), &self.0].concat())
    }

    /// The code of these values, each below [`BASE`].
    fn with_check(values: [u32; DATA]) -> Self {
        let mut signs = [0; LENGTH];
        let check = (BASE - weighed(&values) % BASE) % BASE;
        for (sign, value) in signs.iter_mut().zip(values.into_iter().chain([check])) {
            *sign = SIGNS.get(value as usize).copied().unwrap_or_default();
        }
        Self(signs)
    }

    /// The code that these signs are.
    fn from_signs(signs: &[u8]) -> Option<Self> {
        let signs: [u8; LENGTH] = signs.try_into().ok()?;
        let mut values = [0; LENGTH];
        for (value, sign) in values.iter_mut().zip(signs) {
            *value = u32::try_from(SIGNS.iter().position(|known| *known == sign)?).ok()?;
        }
        weighed(&values).is_multiple_of(BASE).then_some(Self(signs))
    }
}

/// The sum that is a multiple of 23 in a code: the values by their weights 2 to 10, the check sign's by 1.
///
/// Weights differ from each other and from 0 modulo a prime. So one value changed by d changes the sum by w·d, and two
/// exchanged that differ by d by (w − v)·d: neither is a multiple of 23.
fn weighed(values: &[u32]) -> u32 {
    let weights = (2..).take(DATA).chain([1]);
    values.iter().zip(weights).map(|(value, weight)| value * weight).sum()
}

/// What stands between a piece and the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Glue {
    /// White space only.
    Space,
    /// Dashes, with or without white space.
    Dash,
    /// Anything else, or the beginning.
    Other,
}

/// Letters and digits of ASCII in a row.
struct Piece {
    signs: Vec<u8>,
    glue: Glue,
}

/// The pieces of a message, in order. Longer ones than a code are kept, but none of their letters past it.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut glue = Glue::Other;
    let mut open = false;
    for char in simple(text).chars() {
        if let Some(sign) = u8::try_from(char).ok().filter(u8::is_ascii_alphanumeric) {
            match pieces.last_mut().filter(|_| open) {
                Some(piece) if piece.signs.len() <= LENGTH => piece.signs.push(sign),
                Some(_) => {}
                None => pieces.push(Piece { signs: vec![sign], glue }),
            }
            open = true;
            continue;
        }
        let between = if open { Glue::Space } else { glue };
        glue = match (char, between) {
            (' ', before) => before,
            ('-', Glue::Space | Glue::Dash) => Glue::Dash,
            _ => Glue::Other,
        };
        open = false;
    }
    pieces
}

/// `text` in capitals of ordinary width, with one kind of dash, and without what nobody sees.
fn simple(text: &str) -> String {
    let start: String = text.chars().take(super::folded::MAX_CHARS).collect();
    text::clean(&start).chars().map(simple_char).collect()
}

fn simple_char(char: char) -> char {
    let narrow = match char {
        // The full-width forms stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(char) - 0xfee0).unwrap_or(char),
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{5be}' => '-',
        other => other,
    };
    narrow.to_ascii_uppercase()
}

/// The codes found so far.
#[derive(Clone, Copy, Default)]
enum Found {
    #[default]
    None,
    One(Code),
    Several,
}

impl Found {
    fn see(&mut self, code: Option<Code>) {
        *self = match (*self, code) {
            (found, None) => found,
            (Self::None, Some(code)) => Self::One(code),
            (Self::One(known), Some(code)) if known == code => Self::One(code),
            (Self::One(_) | Self::Several, Some(_)) => Self::Several,
        };
    }

    fn only(self) -> Option<Code> {
        match self {
            Self::One(code) => Some(code),
            Self::None | Self::Several => None,
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, sign) in self.0.iter().enumerate() {
            if at == GROUP {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*sign))?;
        }
        Ok(())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Code(…)")
    }
}

#[cfg(test)]
mod tests;
