//! The load driver: HTTP/1.1 over keep-alive connections, a blocking thread for each.
//!
//! It shares the machine with what it measures, so it does as little as it can: a request is a block of bytes in which
//! two fields are overwritten in place, and of an answer only status and length are read.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::ops::Range;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use data_encoding::HEXLOWER;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::run::now;

/// How many different numbers [`Request::write`] makes: Danish ones from 20 00 00 00 to 79 99 99 99, all of which are in
/// the numbering plan.
const NUMBERS: u64 = 60_000_000;

/// Coprime to [`NUMBERS`] and near its golden section, so that neighbours in time are far apart as numbers: real people
/// do not come in the order of their numbers, and an index over them should not be filled as if they did.
const STRIDE: u64 = 37_082_039;

/// Each answer must come within this time; a server that hangs should fail the benchmark, not hold it up.
const PATIENCE: Duration = Duration::from_secs(20);

/// A request in which the number and the idempotency key differ each time.
#[derive(Clone)]
pub(crate) struct Request {
    bytes: Vec<u8>,
    /// Where the eight digits of the number stand: once or more often.
    numbers: Vec<Range<usize>>,
    /// Where the last ten characters of the idempotency key stand, or of the message's id.
    key: Range<usize>,
    /// How the body is signed, where it is.
    signing: Option<Signing>,
}

/// How a body is signed: the secret, where the hex digits stand, and where the body begins.
#[derive(Clone)]
struct Signing {
    secret: &'static [u8],
    digits: Range<usize>,
    body: usize,
}

impl Request {
    /// A POST of this JSON, which holds `NUMBER--` where the eight digits go, as the widget on a page of `origin` sends
    /// it.
    pub(crate) fn post(path: &str, origin: &str, body: &str) -> Result<Self> {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             Idempotency-Key: Zq4nB0t1Vw7cK2mY9sKEY-------\r\nOrigin: {origin}\r\nAccept: */*\r\n\
             Accept-Language: da,en;q=0.8\r\nUser-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 \
             (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36\r\n\r\n",
            body.len()
        );
        Self::of(head + body)
    }

    /// A POST of this JSON as Meta delivers it, signed anew each time; it holds `NUMBER--` and, in the message's id,
    /// `KEY-------`.
    pub(crate) fn delivery(path: &str, secret: &'static [u8], body: &str) -> Result<Self> {
        let mark = "SIGNATURE".repeat(8);
        let hex = &mark[..64];
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             X-Hub-Signature-256: sha256={hex}\r\nAccept: */*\r\nUser-Agent: facebookexternalua\r\n\r\n",
            body.len()
        );
        let start = head.find(hex).context("the request holds no signature")?;
        let signing = Signing { secret, digits: start..start + hex.len(), body: head.len() };
        Ok(Self { signing: Some(signing), ..Self::of(head + body)? })
    }

    fn of(text: String) -> Result<Self> {
        let place = |mark: &str| {
            let at = text.find(mark).with_context(|| format!("the request holds no {mark}"))?;
            Ok::<_, anyhow::Error>(at..at + mark.len())
        };
        place("NUMBER--")?;
        let numbers = text.match_indices("NUMBER--").map(|(at, mark)| at..at + mark.len()).collect();
        Ok(Self { numbers, key: place("KEY-------")?, bytes: text.into_bytes(), signing: None })
    }

    /// Makes it the request of this serial number.
    fn write(&mut self, serial: u32) {
        let number = 20_000_000 + u64::from(serial) * STRIDE % NUMBERS;
        for place in &self.numbers {
            digits(&mut self.bytes[place.clone()], number);
        }
        digits(&mut self.bytes[self.key.clone()], u64::from(serial));
        if let Some(Signing { secret, digits, body }) = &self.signing {
            // HMAC takes a key of any length.
            let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret) else { return };
            mac.update(&self.bytes[*body..]);
            let hex = HEXLOWER.encode(&mac.finalize().into_bytes());
            self.bytes[digits.clone()].copy_from_slice(hex.as_bytes());
        }
    }
}

/// Writes the decimal digits of `number`, with zeros in front.
fn digits(place: &mut [u8], mut number: u64) {
    for digit in place.iter_mut().rev() {
        // Below ten, so nothing is cut.
        *digit = b'0' + (number % 10) as u8;
        number /= 10;
    }
}

/// What one server did in one slice of time.
pub(crate) struct Slice {
    /// Answers a second.
    pub(crate) rate: f64,
    /// From the first byte sent until the last byte of the answer, in milliseconds, one for each answer counted.
    pub(crate) latencies: Vec<f64>,
}

/// Sends requests over `connections` connections for `ramp`, which is not counted, and then for `counted`.
///
/// Anything but a 200 or a 201 fails it: a server that refuses is fast for the wrong reason.
pub(crate) fn drive(
    port: u16,
    request: &Request,
    connections: usize,
    [ramp, counted]: [Duration; 2],
    serial: &AtomicU32,
) -> Result<Slice> {
    let from = now() + ramp;
    let until = from + counted;
    let latencies = thread::scope(|scope| {
        let work = || scope.spawn(|| one(port, request.clone(), from, until, serial));
        let threads: Vec<_> = (0..connections).map(|_| work()).collect();
        let mut all = Vec::new();
        for thread in threads {
            all.extend(thread.join().map_err(|_| anyhow!("a connection's thread panicked"))??);
        }
        Ok::<_, anyhow::Error>(all)
    })?;
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52 answers")]
    let rate = latencies.len() as f64 / counted.as_secs_f64();
    Ok(Slice { rate, latencies })
}

/// One connection: the latencies of what was answered between `from` and `until`.
fn one(port: u16, mut request: Request, from: Instant, until: Instant, serial: &AtomicU32) -> Result<Vec<f64>> {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).context("cannot connect")?;
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut answers = BufReader::new(stream.try_clone()?);
    let mut stream = stream;
    let mut line = Vec::with_capacity(512);
    let mut latencies = Vec::new();
    loop {
        request.write(serial.fetch_add(1, Ordering::Relaxed));
        let start = now();
        stream.write_all(&request.bytes).context("cannot send a request")?;
        read_answer(&mut answers, &mut line).context("cannot read an answer")?;
        let end = now();
        if end >= until {
            return Ok(latencies);
        }
        if end >= from {
            latencies.push((end - start).as_secs_f64() * 1000.0);
        }
    }
}

/// Reads one answer to its end.
fn read_answer(answers: &mut impl BufRead, line: &mut Vec<u8>) -> Result<()> {
    read_line(answers, line)?;
    let status = String::from_utf8_lossy(line).trim_end().to_owned();
    let (mut length, mut chunked) = (0, false);
    loop {
        read_line(answers, line)?;
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { break };
        let (name, value) = (&line[..colon], &line[colon + 1..]);
        if name.eq_ignore_ascii_case(b"content-length") {
            length = str::from_utf8(value)?.trim().parse()?;
        }
        chunked |= name.eq_ignore_ascii_case(b"transfer-encoding");
    }
    let mut body = Vec::new();
    if chunked {
        loop {
            read_line(answers, line)?;
            let size = usize::from_str_radix(str::from_utf8(line)?.trim(), 16)?;
            read_exactly(answers, size, &mut body)?;
            read_line(answers, line)?;
            if size == 0 {
                break;
            }
        }
    } else {
        read_exactly(answers, length, &mut body)?;
    }
    if !["HTTP/1.1 200", "HTTP/1.1 201"].iter().any(|fine| status.starts_with(fine)) {
        bail!("answered `{status}`: {}", String::from_utf8_lossy(&body));
    }
    Ok(())
}

fn read_line(from: &mut impl BufRead, line: &mut Vec<u8>) -> Result<()> {
    line.clear();
    from.read_until(b'\n', line)?;
    if line.last() != Some(&b'\n') {
        bail!("the connection was closed");
    }
    Ok(())
}

fn read_exactly(from: &mut impl Read, size: usize, into: &mut Vec<u8>) -> Result<()> {
    let start = into.len();
    into.resize(start + size, 0);
    from.read_exact(&mut into[start..]).context("the connection was closed")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

    use std::collections::BTreeSet;

    use super::{Request, read_answer};

    #[test]
    fn requests_differ_in_number_and_key_and_in_nothing_else() {
        let mut request = Request::post("/v1/x/consents", "http://localhost:1", "{\"phone\":\"+45NUMBER--\"}").unwrap();
        let (number, key) = (request.numbers[0].clone(), request.key.clone());
        let mut seen = BTreeSet::new();
        for serial in 0..10_000 {
            request.write(serial);
            let digits = String::from_utf8(request.bytes[number.clone()].to_vec()).unwrap();
            assert!(("20000000".."80000000").contains(&digits.as_str()), "{digits}");
            assert!(
                seen.insert(digits) && seen.insert(String::from_utf8(request.bytes[key.clone()].to_vec()).unwrap())
            );
        }
        let text = String::from_utf8(request.bytes).unwrap();
        assert!(
            text.starts_with("POST /v1/x/consents HTTP/1.1\r\n") && text.contains("Content-Length: 23\r\n"),
            "{text}"
        );
    }

    #[test]
    fn answers_are_read_to_their_end_and_only_a_200_or_201_counts() {
        let answers = b"HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}\
            HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n\
            HTTP/1.1 429 Too Many Requests\r\ncontent-length: 4\r\n\r\nwait";
        let (mut answers, mut line) = (answers.as_slice(), Vec::new());
        read_answer(&mut answers, &mut line).unwrap();
        read_answer(&mut answers, &mut line).unwrap();
        let refused = read_answer(&mut answers, &mut line).unwrap_err().to_string();
        assert!(refused.contains("429") && refused.contains("wait"), "{refused}");
    }
}
