//! Reading a file piece by piece, in memory that does not grow with it.

use serde::{Deserialize, Serialize};

use super::csv::CsvReader;
use super::ndjson::NdjsonReader;
use super::{Defaults, Line, LineFault};
use crate::phone::E164;

/// The most bytes of one line. With every text at its longest and in a script of four bytes a character a line comes to
/// 5.5 KB.
pub const MAX_LINE: usize = 8 * 1024;

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// RFC 4180 in UTF-8: a first line with the names of the columns, then a line each. The delimiter is the sign after
    /// the first name.
    Csv,
    /// One JSON object a line.
    Ndjson,
}

/// Why nothing of a file can be read: its first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileFault {
    /// The column, or `line`.
    pub field: String,
    /// The rule.
    pub rule: String,
}

/// A line as read, with the number of the line it begins on in the file, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The number of the line.
    pub number: u64,
    /// The line, or what is wrong with it.
    pub line: Result<Line, LineFault>,
}

/// What reads a number from a cell.
pub(super) type Numbers = Box<dyn Fn(&str) -> Result<E164, String>>;

/// Reads a file as it arrives.
pub struct Reader {
    form: Form,
    pub(super) rules: Rules,
}

/// What a line is read by.
pub(super) struct Rules {
    pub(super) defaults: Defaults,
    pub(super) number: Numbers,
}

enum Form {
    Csv(Box<CsvReader>),
    Ndjson(NdjsonReader),
}

impl Reader {
    /// A reader of one file. `number` turns what stands for a number into one; its error is the rule that was broken,
    /// without the text.
    pub fn new(format: Format, defaults: Defaults, number: impl Fn(&str) -> Result<E164, String> + 'static) -> Self {
        let form = match format {
            Format::Csv => Form::Csv(Box::default()),
            Format::Ndjson => Form::Ndjson(NdjsonReader::default()),
        };
        Self { form, rules: Rules { defaults, number: Box::new(number) } }
    }

    /// Takes in the next bytes, and adds the lines that they complete to `lines`.
    pub fn feed(&mut self, bytes: &[u8], lines: &mut Vec<Read>) -> Result<(), FileFault> {
        match &mut self.form {
            Form::Csv(csv) => csv.feed(bytes, &self.rules, lines),
            Form::Ndjson(ndjson) => {
                ndjson.feed(bytes, &self.rules, lines);
                Ok(())
            }
        }
    }

    /// The file is over: adds a last line that no line break ends.
    pub fn end(&mut self, lines: &mut Vec<Read>) -> Result<(), FileFault> {
        match &mut self.form {
            Form::Csv(csv) => csv.end(&self.rules, lines),
            Form::Ndjson(ndjson) => {
                ndjson.end(&self.rules, lines);
                Ok(())
            }
        }
    }
}

/// A line that has more bytes than it may.
pub(super) fn too_long(advice: &str) -> LineFault {
    LineFault::new("line", format!("must be of at most {MAX_LINE} bytes{advice}"))
}
