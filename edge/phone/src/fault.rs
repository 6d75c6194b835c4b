//! Why a text is not taken as a phone number.

use jatak_shared::phone::E164;

use crate::typed::MAX_CHARS;

/// Why a text is not taken as a phone number. The printed form is the rule it breaks, for the person who typed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NumberFault {
    /// There is not one digit.
    #[error("a phone number is needed")]
    Missing,
    /// There is a letter or sign that stands in no phone number. Letters are not read as the keys of a telephone, since
    /// what is recorded must be what was typed.
    #[error("a phone number is written in digits, with a plus first, and spaces, dashes, dots, slashes and brackets")]
    NotANumber,
    /// An extension follows the number: WhatsApp reaches whole numbers only.
    #[error("a number with an extension cannot have WhatsApp: leave the extension out")]
    Extension,
    /// The text begins with neither `+` nor `00` and no country is given.
    #[error("a country is needed, or a number that begins with + or 00")]
    CountryNeeded,
    /// No country has a calling code that the digits after `+` or `00` begin with.
    #[error("the digits after + or 00 begin with no country's calling code")]
    UnknownCallingCode,
    /// Fewer digits than any number of its country has.
    #[error("too few digits for its country, or fewer than {} in all", E164::MIN_DIGITS)]
    TooShort,
    /// More digits than any number of its country has, or more text than a number takes.
    #[error(
        "too many digits for its country, more than {} in all, or more than {MAX_CHARS} characters",
        E164::MAX_DIGITS
    )]
    TooLong,
    /// Only as long as a number dialled within its own town.
    #[error("the area code is missing")]
    AreaCodeNeeded,
    /// A length that no number of its country has, between ones that some have.
    #[error("no number of its country has this many digits")]
    Impossible,
}
