//! CSV (RFC 4180), on the state machine of the crate `csv`, which takes a file in pieces of any size.

use csv_core::{ReadRecordResult, ReaderBuilder};

use super::ndjson::unknown;
use super::reader::{Rules, too_long};
use super::{Field, FileFault, Line, LineFault, MAX_LINE, Read};

/// Reads a stream of records.
pub(super) struct CsvReader {
    /// The first line until it is whole: it says which sign parts the cells.
    head: Vec<u8>,
    records: Option<csv_core::Reader>,
    /// What each column is.
    columns: Option<Vec<Field>>,
    /// The unescaped cells of the record at hand, one after the other.
    cells: Box<[u8]>,
    filled: usize,
    /// Where each cell ends.
    ends: [usize; CELLS],
    cell: usize,
    /// The line on which the record at hand begins.
    begins: u64,
    /// Whether none of its bytes was read yet.
    fresh: bool,
    /// Whether the record at hand is one that has more bytes or cells than it may.
    over: Option<LineFault>,
}

/// How many cells a record may have: more than there are columns, so that one with too many is named for that.
const CELLS: usize = Field::ALL.len() + 3;

impl Default for CsvReader {
    fn default() -> Self {
        Self {
            head: Vec::new(),
            records: None,
            columns: None,
            cells: vec![0; MAX_LINE].into(),
            filled: 0,
            ends: [0; CELLS],
            cell: 0,
            begins: 1,
            fresh: true,
            over: None,
        }
    }
}

impl CsvReader {
    pub(super) fn feed(&mut self, bytes: &[u8], rules: &Rules, lines: &mut Vec<Read>) -> Result<(), FileFault> {
        if self.records.is_some() {
            return self.read(bytes, rules, lines);
        }
        self.head.extend_from_slice(bytes);
        if self.head.contains(&b'\n') || self.head.len() > MAX_LINE { self.begin(rules, lines) } else { Ok(()) }
    }

    pub(super) fn end(&mut self, rules: &Rules, lines: &mut Vec<Read>) -> Result<(), FileFault> {
        if self.records.is_none() {
            self.begin(rules, lines)?;
        }
        // Nothing more to come ends a last record that no line break ended.
        self.read(&[], rules, lines)?;
        if self.columns.is_some() { Ok(()) } else { Err(file_fault(LineFault::new("line", NAMES))) }
    }

    /// Finds the delimiter, and reads what has come so far.
    fn begin(&mut self, rules: &Rules, lines: &mut Vec<Read>) -> Result<(), FileFault> {
        let head = core::mem::take(&mut self.head);
        let head = head.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&head);
        let named = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'"' | b' ');
        let delimiter = match head.iter().find(|byte| !named(byte)) {
            Some(sign @ (b',' | b';' | b'\t')) => *sign,
            // A table of one column.
            Some(b'\r' | b'\n') | None => b',',
            Some(_) => return Err(file_fault(LineFault::new("line", NAMES))),
        };
        self.records = Some(ReaderBuilder::new().delimiter(delimiter).build());
        self.read(head, rules, lines)
    }

    /// Reads on; no bytes mean the end of the file.
    fn read(&mut self, mut bytes: &[u8], rules: &Rules, lines: &mut Vec<Read>) -> Result<(), FileFault> {
        let at_end = bytes.is_empty();
        loop {
            let Some(records) = &mut self.records else { return Ok(()) };
            if self.fresh {
                // The state machine skips empty lines too, but then does not say where the record begins.
                let empty = bytes.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
                let (skipped, line_breaks) =
                    empty.fold((0, 0), |(all, breaks), byte| (all + 1, breaks + u64::from(*byte == b'\n')));
                records.set_line(records.line() + line_breaks);
                bytes = &bytes[skipped..];
                self.begins = records.line();
                if bytes.is_empty() && !at_end {
                    return Ok(());
                }
            }
            let (result, read, written, ended) =
                records.read_record(bytes, &mut self.cells[self.filled..], &mut self.ends[self.cell..]);
            bytes = &bytes[read..];
            self.fresh = false;
            self.filled += written;
            self.cell += ended;
            match result {
                ReadRecordResult::InputEmpty if !at_end => return Ok(()),
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::End => return Ok(()),
                ReadRecordResult::OutputFull => {
                    self.over = Some(too_long("; is a quotation mark left open?"));
                    self.filled = 0;
                }
                ReadRecordResult::OutputEndsFull => {
                    self.over
                        .get_or_insert_with(|| LineFault::new("line", "must have as many cells as the first line"));
                    self.cell = 0;
                }
                ReadRecordResult::Record => self.record(rules, lines)?,
            }
        }
    }

    /// A record is whole.
    fn record(&mut self, rules: &Rules, lines: &mut Vec<Read>) -> Result<(), FileFault> {
        self.fresh = true;
        let over = self.over.take();
        let (filled, cell) = (core::mem::take(&mut self.filled), core::mem::take(&mut self.cell));
        let cells = match over {
            Some(fault) => Err(fault),
            None => cells(&self.cells[..filled], &self.ends[..cell]),
        };
        let Some(columns) = &self.columns else {
            self.columns = Some(cells.and_then(|cells| columns(&cells)).map_err(file_fault)?);
            return Ok(());
        };
        let line = cells.and_then(|cells| {
            if cells.len() != columns.len() {
                return Err(LineFault::new("line", format!("must have {} cells, as the first line", columns.len())));
            }
            Line::of(columns.iter().copied().zip(cells), &rules.defaults, &*rules.number)
        });
        lines.push(Read { number: self.begins, line });
        Ok(())
    }
}

/// What the first line must be.
const NAMES: &str = "must be the names of the columns, such as phone,categories,source,claimed_at,wording";

fn file_fault(fault: LineFault) -> FileFault {
    FileFault { field: fault.field, rule: fault.rule }
}

fn cells<'c>(bytes: &'c [u8], ends: &[usize]) -> Result<Vec<&'c str>, LineFault> {
    let text = core::str::from_utf8(bytes).map_err(|_| LineFault::new("line", "must be in UTF-8"))?;
    let starts = core::iter::once(&0).chain(ends);
    // A cell ends where the next begins, and a delimiter is ASCII; a text cut elsewhere would be a fault of this program.
    let cell = |(start, end): (&usize, &usize)| text.get(*start..*end);
    let cells: Option<Vec<&str>> = starts.zip(ends).map(cell).collect();
    cells.ok_or_else(|| LineFault::new("line", "must be in UTF-8"))
}

fn columns(names: &[&str]) -> Result<Vec<Field>, LineFault> {
    let mut columns = Vec::with_capacity(names.len());
    for name in names {
        let field = Field::of(name.trim()).ok_or_else(|| unknown(name))?;
        if columns.contains(&field) {
            return Err(LineFault::new(field.word(), "must be there once"));
        }
        columns.push(field);
    }
    if columns.contains(&Field::Phone) { Ok(columns) } else { Err(LineFault::new("phone", "must be a column")) }
}
