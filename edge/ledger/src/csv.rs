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

pub mod events;
pub mod export;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// What a file begins with, so that spreadsheets read it as UTF-8.
pub const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `,`
    Comma,
    /// `;`, which spreadsheets expect where a comma is the decimal sign.
    Semicolon,
    /// A tab.
    Tab,
}

impl Delimiter {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Comma, Self::Semicolon, Self::Tab];

    /// The character.
    pub fn character(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Semicolon => ';',
            Self::Tab => '\t',
        }
    }

    /// The word that may stand for it in a query.
    pub fn word(self) -> &'static str {
        match self {
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Tab => "tab",
        }
    }
}

/// Rows as they stand in the file, each ended by CR LF. They are written into one buffer, cell by cell, so that a row
/// costs its bytes and little besides; the quoting is by hand for the same reason, and held against that of the crate
/// `csv` by the tests.
#[derive(Clone, Debug)]
pub struct Table {
    delimiter: Delimiter,
    bytes: Vec<u8>,
    /// Where the last row begins.
    row: usize,
    /// Whether it has a cell already.
    begun: bool,
}

impl Table {
    /// No rows yet, and room for so many bytes.
    pub fn with_capacity(delimiter: Delimiter, bytes: usize) -> Self {
        Self { delimiter, bytes: Vec::with_capacity(bytes), row: 0, begun: false }
    }

    /// Adds a cell to the last row, under the rule above.
    pub fn cell(&mut self, text: &str) {
        // Every delimiter is one ASCII character.
        let delimiter = self.delimiter.character() as u8;
        if core::mem::replace(&mut self.begun, true) {
            self.bytes.push(delimiter);
        }
        if is_plain(text) {
            return self.bytes.extend_from_slice(text.as_bytes());
        }
        let text = escaped(text);
        if !text.bytes().any(|sign| sign == delimiter || matches!(sign, b'"' | b'\r' | b'\n')) {
            return self.bytes.extend_from_slice(text.as_bytes());
        }
        self.bytes.push(b'"');
        self.bytes.extend_from_slice(text.replace('"', "\"\"").as_bytes());
        self.bytes.push(b'"');
    }

    /// Adds a cell that says this; an empty one where there is nothing to say.
    pub fn print(&mut self, value: Option<impl ToString>) {
        self.cell(&value.map(|value| value.to_string()).unwrap_or_default());
    }

    /// Ends the last row.
    pub fn end_row(&mut self) {
        if self.bytes.len() == self.row {
            // One empty cell: programs pass over a line with nothing in it.
            self.bytes.extend_from_slice(b"\"\"");
        }
        self.bytes.extend_from_slice(b"\r\n");
        self.row = self.bytes.len();
        self.begun = false;
    }

    /// What stands in the file.
    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// What stands before the first row of a file with these columns.
pub fn begin(columns: &[&str], delimiter: Delimiter) -> Vec<u8> {
    [BYTE_ORDER_MARK, &encode([columns], delimiter)].concat()
}

/// These rows as they stand in the file.
pub fn encode<R>(rows: impl IntoIterator<Item = R>, delimiter: Delimiter) -> Vec<u8>
where
    R: IntoIterator<Item: AsRef<str>>,
{
    let mut table = Table::with_capacity(delimiter, 0);
    for row in rows {
        for cell in row {
            table.cell(cell.as_ref());
        }
        table.end_row();
    }
    table.into_bytes()
}

/// A cell's text under the rule above.
pub fn safe(text: &str) -> Cow<'_, str> {
    if is_plain(text) { Cow::Borrowed(text) } else { escaped(text) }
}

/// Whether a text stands in its cell as it is: it begins with a letter or a digit, and none of its signs needs a look.
/// Most are so: ids, times, words, addresses.
fn is_plain(text: &str) -> bool {
    let signs = text.as_bytes();
    signs.first().is_none_or(u8::is_ascii_alphanumeric) && signs.iter().all(|sign| PLAIN[usize::from(*sign)])
}

/// The bytes that need neither a backslash nor quotation marks behind another sign: printable ASCII, save for what some
/// program takes for the end of a cell, and the backslash.
const PLAIN: [bool; 256] = {
    let mut plain = [false; 256];
    let mut sign = b' ';
    while sign <= b'~' {
        plain[sign as usize] = !matches!(sign, b',' | b';' | b'"' | b'\'' | b'\\');
        sign += 1;
    }
    plain
};

/// The same, sign by sign.
fn escaped(text: &str) -> Cow<'_, str> {
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
