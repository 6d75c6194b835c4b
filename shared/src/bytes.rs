//! Bytes as text: hex and base64, as digests, keys and signatures are printed.
//!
//! By hand, since a check of an export reads and prints seven digests an event, and since a general library is a fifth of
//! the checker's program in a page; the tests hold both against that library.

const HEX: &[u8; 16] = b"0123456789abcdef";
const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// What each byte stands for as a hex digit; 255 for those that are none.
const DIGITS: [u8; 256] = {
    let mut digits = [255; 256];
    let mut value = 0;
    while value < 16 {
        digits[HEX[value as usize] as usize] = value;
        value += 1;
    }
    digits
};

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    let digits = |byte: &u8| [HEX[usize::from(byte >> 4)], HEX[usize::from(byte & 15)]];
    let text: Vec<[u8; 2]> = bytes.iter().map(digits).collect();
    // Digits are ASCII, so there is nothing to go wrong.
    String::from_utf8(text.into_flattened()).unwrap_or_default()
}

/// The bytes of lower-case hex; `None` for anything else, and for another length.
pub fn from_hex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if pairs.len() != N || !rest.is_empty() {
        return None;
    }
    let (mut bytes, mut seen) = ([0; N], 0);
    for (byte, [high, low]) in bytes.iter_mut().zip(pairs) {
        let (high, low) = (DIGITS[usize::from(*high)], DIGITS[usize::from(*low)]);
        *byte = high << 4 | low & 15;
        seen |= high | low;
    }
    (seen < 16).then_some(bytes)
}

/// Base64 with padding (RFC 4648 section 4).
pub fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let mut group = [0; 3];
        group[..three.len()].copy_from_slice(three);
        let bits = u32::from_be_bytes([0, group[0], group[1], group[2]]);
        for place in 0..4 {
            let sign = BASE64[(bits >> (18 - 6 * place)) as usize & 63];
            text.push(if place > three.len() { '=' } else { char::from(sign) });
        }
    }
    text
}

/// The bytes of base64; `None` for anything but the one text that [`base64`] prints for them.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    let (fours, rest) = text.as_bytes().as_chunks::<4>();
    if !rest.is_empty() {
        return None;
    }
    let mut bytes = Vec::with_capacity(fours.len() * 3);
    for (at, four) in fours.iter().enumerate() {
        let padding = match four {
            [_, _, b'=', b'='] => 2,
            [_, _, _, b'='] => 1,
            _ => 0,
        };
        let mut bits = 0;
        for sign in &four[..4 - padding] {
            let digit = match sign {
                b'A'..=b'Z' => sign - b'A',
                b'a'..=b'z' => sign - b'a' + 26,
                b'0'..=b'9' => sign - b'0' + 52,
                b'+' => 62,
                b'/' => 63,
                _ => return None,
            };
            bits = bits << 6 | u32::from(digit);
        }
        let [_, three @ ..] = (bits << (6 * padding)).to_be_bytes();
        let (kept, spare) = three.split_at(3 - padding);
        // Padding ends the text, and the bits that it leaves over are zero: else two texts would stand for the same.
        if padding > 0 && (at + 1 < fours.len() || spare.iter().any(|byte| *byte != 0)) {
            return None;
        }
        bytes.extend(kept);
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn bytes_are_printed_as_others_print_them_and_read_back(bytes in any::<Vec<u8>>(), digest in any::<[u8; 32]>()) {
            prop_assert_eq!(hex(&bytes), data_encoding::HEXLOWER.encode(&bytes));
            prop_assert_eq!(from_hex(&hex(&digest)), Some(digest));
            prop_assert_eq!(base64(&bytes), data_encoding::BASE64.encode(&bytes));
            prop_assert_eq!(from_base64(&base64(&bytes)), Some(bytes));
        }

        #[test]
        fn texts_are_read_as_others_read_them(base64 in "[A-Da-d0-3+/=é -]{0,9}", hex in "[0-9a-fA-F g]{3,5}") {
            prop_assert_eq!(from_base64(&base64), data_encoding::BASE64.decode(base64.as_bytes()).ok());
            let other = data_encoding::HEXLOWER.decode(hex.as_bytes()).ok().and_then(|bytes| bytes.try_into().ok());
            prop_assert_eq!(from_hex::<2>(&hex), other);
        }
    }
}
