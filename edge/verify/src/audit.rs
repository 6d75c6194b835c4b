//! Checking a file of either kind as its bytes come: the one way that the tool, the page and the tests go.

use crate::checker::{Checker, Expect, Report};
use crate::fault::{Fault, Wrong};
use crate::receipt::{ReceiptReport, check_witnessed};

/// The longest line: an `erased` leaf that lists a million events takes 8 MB.
const LINE: usize = 16 * 1024 * 1024;

/// The longest receipt. The notice in it has at most 100 KB, everything else less than 16.
const RECEIPT: usize = 1024 * 1024;

/// What stands in the first line of an export; two, so that a changed byte leaves one of them.
const MARKS: [&[u8]; 2] = [b"\"line\":\"", b"\"vkeys\":["];

/// What was found of a file in which nothing is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Findings {
    /// Of an export.
    Export(Box<Report>),
    /// Of a receipt.
    Receipt(Box<ReceiptReport>),
}

/// Checks a file of which nobody has said what it is.
#[derive(Clone, Debug)]
pub struct Auditor {
    file: File,
    /// What has come of a line, or of a receipt, that has not come to its end.
    held: Vec<u8>,
}

/// What the file is.
#[derive(Clone, Debug)]
enum File {
    /// Not known before the first line has come.
    Unknown(Expect),
    Export(Box<Checker>),
    Receipt(Expect),
}

impl Auditor {
    /// An auditor at the start of a file.
    pub fn new(expect: Expect) -> Self {
        Self { file: File::Unknown(expect), held: Vec::new() }
    }

    /// Takes the next bytes. After an error the auditor is of no more use.
    pub fn push(&mut self, mut bytes: &[u8]) -> Result<(), Fault> {
        loop {
            let end = memchr::memchr(b'\n', bytes).map(|newline| newline + 1);
            let (line, rest) = bytes.split_at(end.unwrap_or(bytes.len()));
            bytes = rest;
            match &mut self.file {
                File::Export(checker) if end.is_some() && self.held.is_empty() => checker.line(line)?,
                File::Export(checker) => {
                    self.held.extend_from_slice(line);
                    if end.is_some() {
                        checker.line(&self.held)?;
                        self.held.clear();
                    } else if self.held.len() > LINE {
                        // A line that never ends is refused before it fills the memory.
                        return checker.line(&self.held);
                    }
                }
                File::Unknown(_) | File::Receipt(_) => {
                    self.held.extend_from_slice(line);
                    if end.is_some() {
                        self.first_line()?;
                    }
                    if !matches!(self.file, File::Export(_)) && self.held.len() > RECEIPT {
                        return Err(Fault { line: 0, wrong: Wrong::NotOurs });
                    }
                }
            }
            if bytes.is_empty() {
                return Ok(());
            }
        }
    }

    /// Decides by the first line what the file is.
    fn first_line(&mut self) -> Result<(), Fault> {
        let File::Unknown(expect) = &mut self.file else { return Ok(()) };
        let expect = core::mem::take(expect);
        if !MARKS.iter().any(|mark| self.held.windows(mark.len()).any(|window| window == *mark)) {
            self.file = File::Receipt(expect);
            return Ok(());
        }
        let mut checker = Checker::new(expect);
        let first = core::mem::take(&mut self.held);
        checker.line(&first)?;
        self.file = File::Export(Box::new(checker));
        Ok(())
    }

    /// Says what was found, when all bytes are taken.
    pub fn finish(mut self) -> Result<Findings, Fault> {
        self.first_line()?;
        match self.file {
            File::Export(mut checker) => {
                if !self.held.is_empty() {
                    checker.line(&self.held)?;
                }
                Ok(Findings::Export(Box::new(checker.finish()?)))
            }
            File::Unknown(expect) | File::Receipt(expect) => {
                let not_ours = Fault { line: 0, wrong: Wrong::NotOurs };
                let text = core::str::from_utf8(&self.held).map_err(|_| not_ours.clone())?;
                if !["\"jatak\"", "\"proof\"", "\"leaf\""].iter().any(|mark| text.contains(mark)) {
                    return Err(not_ours);
                }
                if expect.against.is_some() {
                    return Err(Fault { line: 0, wrong: Wrong::OnlyExports });
                }
                Ok(Findings::Receipt(Box::new(check_witnessed(text, expect.vkey, &expect.witnesses)?)))
            }
        }
    }

    /// Checks a whole file that lies in memory.
    pub fn check(file: &[u8], expect: Expect) -> Result<Findings, Fault> {
        let mut auditor = Self::new(expect);
        auditor.push(file)?;
        auditor.finish()
    }
}
