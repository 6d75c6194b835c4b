//! Tables as bytes: RFC 4180, in UTF-8 with a byte order mark, and harmless in a spreadsheet.
//!
//! # The rule that keeps cells from being formulas
//! A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a line break (OWASP, CSV injection). So in
//! every cell **a backslash is put before each of these signs that stands at the beginning of the cell or after a
//! delimiter, a quotation mark or a control character, with or without spaces between; and before each backslash.** To
//! undo it, drop each backslash and keep the sign after it: nothing is lost.
//!
//! It is not enough to look at the beginning. Which delimiter a spreadsheet splits at depends on the country it is set
//! to, not on the file: a Danish one opens a file with commas by splitting at semicolons, and a page called
//! `https://shop.example/;=1+1` would then begin a cell in its middle. Numbers are written as `tel:+45…`, which the rule
//! leaves alone, as it does ids, times, addresses and words with a dash.

use std::borrow::Cow;

use super::rows::Row;
use super::wanted::Delimiter;

/// What a file begins with, so that spreadsheets read it as UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// These rows as they stand in the file, each ended by CR LF.
pub fn encode(rows: &[Row], delimiter: Delimiter) -> Result<Vec<u8>, csv::Error> {
    let mut writer = csv::WriterBuilder::new()
        // Every delimiter is one ASCII character.
        .delimiter(delimiter.character() as u8)
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        for cell in row {
            writer.write_field(safe(cell).as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// A cell's text under the rule above.
pub fn safe(text: &str) -> Cow<'_, str> {
    let mut begins = true;
    let mut escaped: Option<String> = None;
    for (at, sign) in text.char_indices() {
        if sign == '\\' || (begins && is_dangerous(sign)) {
            escaped.get_or_insert_with(|| text[..at].to_owned()).push('\\');
        }
        if let Some(escaped) = &mut escaped {
            escaped.push(sign);
        }
        begins = ends_a_cell(sign) || (begins && is_skipped(sign));
    }
    escaped.map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Whether a cell that begins with this sign may be run. The last four are the full-width forms of the first four,
/// which some input methods produce and some spreadsheets take for the same.
fn is_dangerous(sign: char) -> bool {
    matches!(sign, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
}

/// Whether some program may take what follows this sign for the beginning of a cell.
fn ends_a_cell(sign: char) -> bool {
    matches!(sign, ',' | ';' | '"' | '\'') || sign.is_control()
}

/// Whether some program may skip this sign at the beginning of a cell.
fn is_skipped(sign: char) -> bool {
    sign.is_whitespace() || sign == '\u{feff}'
}

#[cfg(test)]
mod tests;
