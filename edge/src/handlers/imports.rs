//! `/v1/{business}/imports`: consents that a business collected elsewhere. A file is read as it arrives and staged in the
//! ledger, chunk by chunk; its report says what would come of each line; a commit puts it into the ledger.

use futures_util::StreamExt;
use jatak_ledger::import::{Chunk, Import, Parameters, Report, Status};
use jatak_ledger::keys::Scope;
use jatak_shared::business::Slug;
use jatak_shared::country::Country;
use jatak_shared::id::{Digest32, ImportId};
use jatak_shared::import::{Defaults, Field, FileFault, Format, Read, Reader};
use jatak_shared::problem::{Problem, ProblemType};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::calls::ImportCall;
use crate::client::Ledger;
use crate::cx::Cx;
use crate::fields::unfit;
use crate::http::{Outgoing, Unread};

/// The most bytes of a file: 250,000 lines of 268 bytes, well under the 100 MB at which Cloudflare refuses a body.
const MAX_BYTES: usize = 64 * 1024 * 1024;

/// The most lines of a file. Reading a number takes 54 µs at the most (see `jatak_phone`), so these take 14 s of processor
/// time, of the 30 that Cloudflare gives a request.
const MAX_LINES: u64 = 250_000;

/// How many lines go into one chunk, and after how many bytes one is closed sooner: a row of a Durable Object holds 2 MB,
/// and as JSON in JSON the largest line of 8 KB more makes a message of about 0.6 MB.
const CHUNK_LINES: usize = 1_000;
/// See [`CHUNK_LINES`].
const CHUNK_BYTES: usize = 256 * 1024;

/// How many entries of a report come at once, at most and where nobody says: at about 150 bytes each, 75 KB.
const ENTRIES: usize = 500;

/// How much of a refused body is read to its end, so that a client which is still sending gets to read why.
const DRAINED: usize = 1024 * 1024;

/// Stages a file. The same file again, within 24 hours, is answered with the import that it became.
pub async fn upload(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Write)?;
    let how = parameters(cx)?;
    let said = cx.incoming.header("content-length").and_then(|text| text.parse::<usize>().ok());
    if said.is_some_and(|length| length > MAX_BYTES) {
        return Err(too_large());
    }
    let id: ImportId = ledger.import(ImportCall::Begin(how.clone())).await?;
    match stage(&ledger, id, how, request).await {
        Ok(file) => {
            let import: Import = ledger.import(ImportCall::Finish(id, file)).await?;
            let place = format!("{}/v1/{slug}/imports/{}", cx.config.public_url, import.id);
            let answer = Outgoing::json(202, &told(&import)).with("Location", place);
            Ok(answer.with("Cache-Control", "no-store"))
        }
        Err(problem) => {
            // What this leaves behind where it fails is deleted after a day.
            let _ = ledger.import::<()>(ImportCall::Delete(id)).await;
            Err(problem)
        }
    }
}

/// One page of an import's report. It tells how numbers stand, so it is for keys that may look that up.
pub async fn report(cx: &Cx, slug: &Slug, id: &str) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Read)?;
    let id = named(id)?;
    let number = |name: &str, least: u64, most: u64| {
        let Some(text) = cx.incoming.parameter(name) else { return Ok(None) };
        let number = text.parse().ok().filter(|number| (least..=most).contains(number));
        number.map(Some).ok_or_else(|| unfit(name, &format!("a whole number from {least} to {most}")))
    };
    let after = number("after", 0, u64::from(u32::MAX))?.unwrap_or(0);
    let limit = number("limit", 1, ENTRIES as u64)?.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(ENTRIES);
    let report: Report = ledger.import(ImportCall::Report(id, after, limit)).await?;
    let mut answer = told(&report.import);
    answer["report"] = json!(report.listed);
    answer["next"] = json!(report.next);
    Ok(Outgoing::json(200, &answer).with("Cache-Control", "no-store"))
}

/// Commits an import. Committed before, it is answered alike.
pub async fn commit(cx: &Cx, slug: &Slug, id: &str) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Write)?;
    let id = named(id)?;
    loop {
        let import: Import = ledger.import(ImportCall::Commit(id)).await?;
        if import.status == Status::Committed {
            return Ok(Outgoing::json(200, &told(&import)).with("Cache-Control", "no-store"));
        }
    }
}

/// Deletes what is staged and the report. What was committed stays.
pub async fn delete(cx: &Cx, slug: &Slug, id: &str) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Write)?;
    ledger.import::<()>(ImportCall::Delete(named(id)?)).await?;
    Ok(Outgoing::empty(204))
}

/// Reads the body to its end and stages its lines; the SHA-256 of the file.
async fn stage(ledger: &Ledger, id: ImportId, how: Parameters, request: &Unread) -> Result<Digest32, Problem> {
    let unread =
        || Problem::new(ProblemType::BodyMalformed).detail("The body ended before it was whole; send it again.");
    let mut staging = Staging::new(ledger.clone(), id, how);
    // A request without any body has no stream.
    let Some(mut body) = request.stream() else { return staging.end().await };
    while let Some(bytes) = body.next().await {
        if let Err(problem) = staging.take(&bytes.map_err(|_| unread())?).await {
            let mut drained = 0;
            while let Some(Ok(bytes)) = body.next().await {
                drained += bytes.len();
                if drained > DRAINED {
                    break;
                }
            }
            return Err(problem);
        }
    }
    staging.end().await
}

/// A file on its way in.
struct Staging {
    ledger: Ledger,
    id: ImportId,
    reader: Reader,
    hash: Sha256,
    /// How many bytes and lines have come.
    bytes: usize,
    lines: u64,
    /// Lines that make no whole chunk yet, how many bytes they came from, and the number of that chunk.
    waiting: Vec<Read>,
    weight: usize,
    chunk: u64,
}

impl Staging {
    fn new(ledger: Ledger, id: ImportId, how: Parameters) -> Self {
        let country = how.country;
        let number = move |text: &str| jatak_phone::parse(text, country).map_err(|fault| fault.to_string());
        Self {
            ledger,
            id,
            reader: Reader::new(how.format, how.defaults, number),
            hash: Sha256::new(),
            bytes: 0,
            lines: 0,
            waiting: Vec::new(),
            weight: 0,
            chunk: 0,
        }
    }

    async fn take(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        self.hash.update(bytes);
        self.bytes += bytes.len();
        if self.bytes > MAX_BYTES {
            return Err(too_large());
        }
        // The runtime gives a body in pieces of any size; these are small enough for each to make one chunk at most.
        for piece in bytes.chunks(CHUNK_BYTES / 4) {
            let before = self.waiting.len();
            self.reader.feed(piece, &mut self.waiting).map_err(|fault| unreadable(&fault))?;
            self.weight += piece.len();
            self.count(before)?;
            if self.waiting.len() >= CHUNK_LINES || self.weight >= CHUNK_BYTES {
                self.send().await?;
            }
        }
        Ok(())
    }

    async fn end(mut self) -> Result<Digest32, Problem> {
        let before = self.waiting.len();
        self.reader.end(&mut self.waiting).map_err(|fault| unreadable(&fault))?;
        self.count(before)?;
        self.send().await?;
        Ok(Digest32::from_bytes(self.hash.finalize().into()))
    }

    fn count(&mut self, before: usize) -> Result<(), Problem> {
        self.lines += (self.waiting.len() - before) as u64;
        if self.lines <= MAX_LINES {
            return Ok(());
        }
        Err(Problem::new(ProblemType::BodyTooLarge).rule(format!("at most {MAX_LINES} lines")).with("limit", MAX_BYTES))
    }

    /// Sends the lines that wait, a thousand at a time.
    async fn send(&mut self) -> Result<(), Problem> {
        self.weight = 0;
        while !self.waiting.is_empty() {
            let rest = self.waiting.split_off(self.waiting.len().min(CHUNK_LINES));
            let lines = core::mem::replace(&mut self.waiting, rest);
            let chunk = Chunk::of(self.chunk, lines).map_err(|_| Problem::new(ProblemType::Internal))?;
            if let Some(chunk) = chunk {
                self.ledger.import::<()>(ImportCall::Stage(self.id, chunk)).await?;
                self.chunk += 1;
            }
        }
        Ok(())
    }
}

/// How the file is to be read: its form from the type of the body, the rest from the query.
fn parameters(cx: &Cx) -> Result<Parameters, Problem> {
    let format = match cx.incoming.content_type().as_str() {
        "text/csv" => Format::Csv,
        "application/x-ndjson" => Format::Ndjson,
        _ => return Err(Problem::new(ProblemType::TypeUnsupported).detail("Send text/csv or application/x-ndjson.")),
    };
    read_query(&cx.incoming.query, format)
}

fn read_query(query: &[(String, String)], format: Format) -> Result<Parameters, Problem> {
    let mut how = Parameters { defaults: Defaults::default(), country: None, format, partial: false };
    let mut seen: Vec<&str> = Vec::new();
    for (name, value) in query.iter().filter(|(_, value)| !value.is_empty()) {
        if seen.contains(&name.as_str()) {
            return Err(unfit(name, "must be given once"));
        }
        seen.push(name);
        match (name.as_str(), Field::of(name)) {
            ("partial", _) => {
                how.partial = value.parse().map_err(|_| unfit(name, "true or false"))?;
            }
            ("country", _) => {
                let country: Result<Country, _> = value.parse();
                how.country = Some(country.map_err(|_| unfit(name, "two letters, such as DK (ISO 3166-1)"))?);
            }
            (_, Some(field)) => {
                how.defaults.set(field, value).map_err(|fault| unfit(&fault.field, &fault.rule))?;
            }
            (_, None) => {
                let known = "partial, country, categories, source, claimed_at and wording";
                return Err(unfit(name, &format!("is not a parameter of imports; those are {known}")));
            }
        }
    }
    Ok(how)
}

fn named(id: &str) -> Result<ImportId, Problem> {
    id.parse().map_err(|_| Problem::new(ProblemType::NotFound))
}

fn too_large() -> Problem {
    Problem::new(ProblemType::BodyTooLarge).with("limit", MAX_BYTES)
}

/// A file of which nothing can be read: its first line is at fault.
fn unreadable(fault: &FileFault) -> Problem {
    unfit(&fault.field, &fault.rule).with("line", 1)
}

fn told(import: &Import) -> Value {
    json!({
        "id": import.id,
        "status": import.status,
        "partial": import.parameters.partial,
        "lines": import.lines,
        "faults": import.faults,
        "begun_at": import.begun_at,
        "expires_at": import.expires_at,
        "committed_at": import.committed_at,
        "done": import.tally,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Parameters, Problem> {
        let query: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        read_query(&query, Format::Csv)
    }

    #[test]
    fn the_query_says_what_holds_for_the_whole_file() {
        let how = read(&[("partial", "true"), ("country", "DK"), ("wording", "none kept"), ("source", "")]).unwrap();
        assert!(how.partial);
        assert_eq!(how.country.map(Country::code), Some("DK"));
        assert_eq!(how.defaults.wording.unwrap().to_string(), "none kept");
        assert_eq!(how.defaults.source, None);
    }

    #[test]
    fn a_parameter_that_is_not_known_fits_not_or_comes_twice_is_named() {
        for (pairs, field) in [
            (&[("parital", "true")][..], "parital"),
            (&[("partial", "yes")], "partial"),
            (&[("country", "Danmark")], "country"),
            (&[("claimed_at", "1999")], "claimed_at"),
            (&[("phone", "+4520123456")], "phone"),
            (&[("source", "a"), ("source", "b")], "source"),
        ] {
            assert_eq!(read(pairs).unwrap_err().to_json("")["field"], field);
        }
    }
}
