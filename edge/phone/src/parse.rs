//! The two questions asked of a text: which number does this person mean, and which number is this.

use jatak_shared::country::Country;
use jatak_shared::phone::E164;
use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumber, PhoneNumberFormat, Region, ValidationError,
};

use crate::fault::NumberFault;
use crate::typed::{Reading, Typed};

#[cfg(test)]
mod tests;

/// A number that has a length its country uses.
struct Possible {
    number: E164,
    parsed: PhoneNumber,
}

/// Whether a number's digits also lie in a range that is given out. Ranges open every month, so this decides between two
/// readings of one text and never refuses; where there is one reading it is not asked, since it costs as much as reading.
fn is_valid(parsed: &PhoneNumber) -> bool {
    PHONE_NUMBER_UTIL.is_valid_number(parsed)
}

/// The number that a person means who typed this into a form, where they chose that country.
///
/// The country is needed only for a text that begins with neither `+` nor `00`; a text that does is not bound to it. The
/// number is refused only when it is not *possible*: no number of its country has that length, or it lacks its area code.
pub fn parse(typed: &str, country: Option<Country>) -> Result<E164, NumberFault> {
    resolve(&Typed::read(typed)?, country)
}

/// The number that a business names in a call, with `+` or `00` in front: for looking up and for saying no, where a
/// number must not be refused because its numbering plan is unknown here.
///
/// What [`parse`] takes comes out the same, so a number is found under the form that it was recorded in. Any other comes
/// out as it was written, provided that it has the form of E.164.
pub fn syntactic(text: &str) -> Result<E164, NumberFault> {
    let typed = Typed::read(text)?;
    let written = match typed.readings().into_iter().next() {
        Some(Reading::International(digits)) => digits,
        Some(Reading::DoubleZero(digits)) => digits[2..].to_owned(),
        Some(Reading::National(_)) | None => return Err(NumberFault::CountryNeeded),
    };
    resolve(&typed, None).or_else(|_| e164(&format!("+{written}")))
}

/// The first reading whose number is valid, or else the first whose number is possible, or else the first one's fault.
fn resolve(typed: &Typed, country: Option<Country>) -> Result<E164, NumberFault> {
    let region = country.and_then(|country| Region::from_code(country.code()).ok());
    let mut possible = None;
    let mut fault = None;
    let readings: Vec<_> = typed.readings().into_iter().flat_map(|reading| dialled(reading, region)).collect();
    let is_only = readings.len() == 1;
    for (text, region) in readings {
        match read(&text, region) {
            Ok(found) if is_only || is_valid(&found.parsed) => return Ok(found.number),
            Ok(found) => possible = possible.or(Some(found.number)),
            Err(refused) => fault = fault.or(Some(refused)),
        }
    }
    possible.ok_or(fault.unwrap_or(NumberFault::CountryNeeded))
}

/// A reading as texts for the library: an international number, or one dialled from a region.
fn dialled(reading: Reading, region: Option<Region>) -> Vec<(String, Option<Region>)> {
    let from_region = |digits| region.map(|region| (digits, Some(region)));
    match reading {
        Reading::International(digits) => vec![(format!("+{digits}"), None)],
        Reading::DoubleZero(digits) => {
            [(format!("+{}", &digits[2..]), None)].into_iter().chain(from_region(digits)).collect()
        }
        Reading::National(digits) => from_region(digits).into_iter().collect(),
    }
}

/// The number that a text means, in the form that it keeps when it is read again.
///
/// The library cuts a trunk prefix that a national number begins with, and what remains may begin with one too. Such
/// numbers are never valid, but each must be found again under the form it was recorded in; so it is cut until reading
/// changes nothing, or until what remains is no longer possible. Each round leaves a digit less, hence the bound.
fn read(text: &str, region: Option<Region>) -> Result<Possible, NumberFault> {
    let mut text = text.to_owned();
    let mut found = read_once(&text, region)?;
    for _ in 0..E164::MAX_DIGITS {
        let again = found.number.to_string();
        // What came out as it was written would be read the same once more.
        if again == text {
            break;
        }
        match read_once(&again, None) {
            Ok(other) => (text, found) = (again, other),
            Err(_) => break,
        }
    }
    Ok(found)
}

fn read_once(text: &str, region: Option<Region>) -> Result<Possible, NumberFault> {
    let parsed = PHONE_NUMBER_UTIL.parse(text, region).map_err(|error| unreadable(&error))?;
    let length = PHONE_NUMBER_UTIL.is_possible_number_with_reason(&parsed).map_err(impossible)?;
    match length {
        // A valid number may be that short: Canada has some without area code that are dialled from anywhere.
        NumberLengthType::IsPossibleLocalOnly if !is_valid(&parsed) => Err(NumberFault::AreaCodeNeeded),
        _ => Ok(Possible { number: printed(&parsed)?, parsed }),
    }
}

fn printed(number: &PhoneNumber) -> Result<E164, NumberFault> {
    e164(&PHONE_NUMBER_UTIL.format(number, PhoneNumberFormat::E164))
}

/// Reads a plus and digits. Some plans have numbers of more digits than E.164 allows, or fewer than anyone is called by.
fn e164(text: &str) -> Result<E164, NumberFault> {
    text.parse().map_err(|_| match text.len().saturating_sub(1) {
        0..E164::MIN_DIGITS => NumberFault::TooShort,
        E164::MIN_DIGITS..=E164::MAX_DIGITS => NumberFault::UnknownCallingCode,
        _ => NumberFault::TooLong,
    })
}

fn unreadable(error: &ParseError) -> NumberFault {
    match error {
        ParseError::InvalidCountryCode => NumberFault::UnknownCallingCode,
        // It is given digits only, so it finds no number in fewer than it takes for one.
        ParseError::NotANumber(_) | ParseError::TooShortAfterIdd | ParseError::TooShortNsn => NumberFault::TooShort,
        ParseError::TooLongNsn => NumberFault::TooLong,
    }
}

fn impossible(error: ValidationError) -> NumberFault {
    match error {
        ValidationError::InvalidCountryCode => NumberFault::UnknownCallingCode,
        ValidationError::TooShort => NumberFault::TooShort,
        ValidationError::TooLong => NumberFault::TooLong,
        ValidationError::InvalidLength => NumberFault::Impossible,
    }
}
