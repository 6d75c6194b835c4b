//! NDJSON: one JSON object a line.

use serde_json::{Map, Value};

use super::reader::{Rules, too_long};
use super::{Field, Line, LineFault, MAX_LINE, Read};

/// Cuts a stream into lines.
#[derive(Default)]
pub(super) struct NdjsonReader {
    /// The line so far; not more than it may have.
    line: Vec<u8>,
    too_long: bool,
    /// How many lines are through.
    through: u64,
}

impl NdjsonReader {
    pub(super) fn feed(&mut self, bytes: &[u8], rules: &Rules, lines: &mut Vec<Read>) {
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            let (text, ended) = piece.strip_suffix(b"\n").map_or((piece, false), |text| (text, true));
            if self.line.len() + text.len() > MAX_LINE {
                self.too_long = true;
                self.line.clear();
            } else if !self.too_long {
                self.line.extend_from_slice(text);
            }
            if ended {
                self.end(rules, lines);
            }
        }
    }

    pub(super) fn end(&mut self, rules: &Rules, lines: &mut Vec<Read>) {
        self.through += 1;
        let text = core::mem::take(&mut self.line);
        let text = text.strip_prefix("\u{feff}".as_bytes()).filter(|_| self.through == 1).unwrap_or(&text);
        if core::mem::take(&mut self.too_long) {
            lines.push(Read { number: self.through, line: Err(too_long("")) });
        } else if !text.trim_ascii().is_empty() {
            lines.push(Read { number: self.through, line: read(text, rules) });
        }
    }
}

fn read(text: &[u8], rules: &Rules) -> Result<Line, LineFault> {
    let members: Map<String, Value> =
        serde_json::from_slice(text).map_err(|_| LineFault::new("line", "must be one JSON object in UTF-8"))?;
    let mut fields = Vec::with_capacity(members.len());
    for (name, value) in members {
        let field = Field::of(&name).ok_or_else(|| unknown(&name))?;
        match value {
            Value::Null => {}
            Value::String(text) => fields.push((field, text)),
            Value::Array(items) if field == Field::Categories => {
                let rule = || LineFault::new(&name, "must be a list of category ids, or one text");
                let ids: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
                fields.push((field, ids.filter(|ids| !ids.is_empty()).ok_or_else(rule)?.join(";")));
            }
            _ => return Err(LineFault::new(&name, "must be a text")),
        }
    }
    Line::of(fields.iter().map(|(field, text)| (*field, text.as_str())), &rules.defaults, &*rules.number)
}

/// A member or column that is not known, most likely misspelt. Its name is cut: it may be anything.
pub(super) fn unknown(name: &str) -> LineFault {
    let name: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
    let known: Vec<&str> = Field::ALL.iter().map(|field| field.word()).collect();
    LineFault::new(&name, format!("is not known here; known are {}", known.join(", ")))
}
