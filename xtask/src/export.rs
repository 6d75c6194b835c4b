//! `export`: streams the export with proof to disk, goes on by itself where the connection breaks, and checks it at the
//! end if asked to.
//!
//! What has arrived stands in a file beside the one asked for until it is whole; its own lines say where to go on, so
//! that a command which was stopped goes on too when it is given again.

mod lines;
mod progress;

use std::fs::{self, File, OpenOptions};
use std::io::{BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use jatak_shared::id::Digest32;
use jatak_shared::proven::{ExportCursor, ResumePoint};
use serde_json::Value;
use ureq::Agent;

use crate::args::Args;
use crate::export::lines::Lines;
use crate::export::progress::Progress;
use crate::verify;

/// The filters, which are parameters of the query of the same name.
const FILTERS: [&str; 4] = ["from", "to", "category", "state"];

/// How often it is tried again without a line having come, each time after a longer pause: about a minute in all.
const TRIES: u32 = 8;

/// Runs the command.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let need = |what: Option<String>, name: &str| what.with_context(|| format!("export needs {name}"));
    let edge = need(args.value("--url")?, "--url, the edge's address")?;
    let business = need(args.value("--business")?, "--business, its slug")?;
    let out: PathBuf = need(args.value("--out")?, "--out, the file to write")?.into();
    let key_file = args.value::<PathBuf>("--key-file")?;
    let tries = args.value("--tries")?.unwrap_or(TRIES);
    let verify = args.flag("--verify");
    let vkey = args.value::<String>("--vkey")?;
    let mut query = "kind=events&format=ndjson".to_owned();
    for name in FILTERS {
        if let Some(value) = args.value::<String>(&format!("--{name}"))? {
            query = format!("{query}&{name}={}", encoded(&value));
        }
    }
    args.finish()?;
    let url = format!("{}/v1/{business}/export?{query}", edge.trim_end_matches('/'));
    let key = key(key_file.as_deref())?;

    let download = Download { part: part(&out, &url), url, key, tries };
    download.run()?;
    fs::rename(&download.part, &out).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("wrote {}", out.display());
    if !verify {
        return Ok(());
    }
    let mut words = vec![out.display().to_string()];
    words.extend(vkey.into_iter().flat_map(|vkey| ["--vkey".to_owned(), vkey]));
    verify::command(Args::of(words))
}

/// The key, from where no list of processes shows it: a file, the environment, or what is piped in.
fn key(file: Option<&Path>) -> Result<String> {
    let key = match (file, std::env::var("JATAK_KEY")) {
        (Some(path), _) => fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?,
        (None, Ok(key)) => key,
        (None, Err(_)) => {
            let mut text = String::new();
            std::io::stdin().read_line(&mut text).context("the key cannot be read from standard input")?;
            text
        }
    };
    let key = key.trim().to_owned();
    if key.is_empty() {
        bail!("an API key with the scope `read` is needed: --key-file FILE, JATAK_KEY, or one line of standard input");
    }
    Ok(key)
}

/// Where what has arrived stands: a name that only this very question has, so that no file is gone on with that was
/// asked for by another filter.
fn part(out: &Path, url: &str) -> PathBuf {
    let digest = Digest32::of(url.as_bytes()).to_string();
    let mut name = out.as_os_str().to_owned();
    name.push(format!(".{}.part", &digest[..8]));
    name.into()
}

/// A value as it stands in a query.
fn encoded(text: &str) -> String {
    let sign = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(sign).collect()
}

/// How an attempt ended.
enum Ended {
    /// With the trailer.
    Whole,
    /// Before it; the text says how.
    Broken(String),
}

struct Download {
    url: String,
    key: String,
    part: PathBuf,
    tries: u32,
}

impl Download {
    fn run(&self) -> Result<()> {
        let mut tries = 0;
        loop {
            let mut kept = Kept::open(&self.part)?;
            let before = kept.bytes;
            if kept.whole {
                return Ok(());
            }
            match self.attempt(&mut kept)? {
                Ended::Whole => return Ok(()),
                Ended::Broken(why) => {
                    tries = if kept.bytes > before { 0 } else { tries + 1 };
                    if tries >= self.tries {
                        bail!(
                            "the export broke off {tries} times without a line: {why}; give the command again to go on"
                        );
                    }
                    let pause = Duration::from_millis(250 << tries.min(7));
                    eprintln!("\nbroke off ({why}); going on in {:.1} s", pause.as_secs_f64());
                    sleep(pause);
                }
            }
        }
    }

    /// Asks for what is missing and keeps what comes, line by line. What no further attempt can mend is an error.
    fn attempt(&self, kept: &mut Kept) -> Result<Ended> {
        let url = match kept.resume() {
            Some(point) => format!("{}&resume={point}", self.url),
            None => self.url.clone(),
        };
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .accept_encoding("identity")
            .timeout_connect(Some(Duration::from_secs(30)))
            .timeout_recv_response(Some(Duration::from_mins(1)));
        let agent: Agent = config.build().into();
        let call = agent.get(&url).header("Authorization", format!("Bearer {}", self.key)).call();
        let mut answer = match call {
            Ok(answer) => answer,
            Err(error) => return Ok(Ended::Broken(error.to_string())),
        };
        let status = answer.status().as_u16();
        if status != 200 {
            let text = answer.body_mut().read_to_string().unwrap_or_default();
            if status >= 500 || status == 429 {
                return Ok(Ended::Broken(format!("status {status}")));
            }
            bail!("the edge answered {status}: {}", said(&text));
        }
        let size = answer.headers().get("Jatak-As-Of").and_then(|value| value.to_str().ok()?.parse().ok());
        kept.size = kept.size.or(size);
        let mut progress = Progress::new(kept.size.unwrap_or(0), kept.bytes);
        for line in Lines::read(answer.into_body().into_reader()) {
            let line = match line {
                Ok(line) => line,
                Err(why) => return kept.flush().map(|()| Ended::Broken(why)),
            };
            let last = kept.take(&line)?;
            progress.show(kept.cursor.events, kept.cursor.after, kept.bytes);
            if last {
                progress.end(kept.cursor.events, kept.cursor.after, kept.bytes);
                kept.flush()?;
                return Ok(Ended::Whole);
            }
        }
        kept.flush()?;
        Ok(Ended::Broken("the answer ended before its last line".into()))
    }
}

/// What a problem says.
fn said(text: &str) -> String {
    let problem: Value = serde_json::from_str(text).unwrap_or(Value::Null);
    let part = |name: &str| problem[name].as_str().unwrap_or_default();
    match (part("title"), part("detail")) {
        ("", _) => "no reason given".into(),
        (title, detail) => format!("{title}. {detail}"),
    }
}

/// The lines that have arrived.
struct Kept {
    file: BufWriter<File>,
    cursor: ExportCursor,
    /// As the header says, or the answer.
    size: Option<u64>,
    bytes: u64,
    whole: bool,
}

impl Kept {
    /// Counts up what stands there; half a line at its end goes.
    fn open(path: &Path) -> Result<Self> {
        let unwritable = || format!("{} cannot be written", path.display());
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path);
        let mut file = options.with_context(unwritable)?;
        let (mut cursor, mut size, mut bytes, mut whole) = (ExportCursor::default(), None, 0_u64, false);
        let mut reader = BufReader::new(&mut file);
        let mut line = String::new();
        while reader.read_line(&mut line).with_context(unwritable)? > 0 {
            if !line.ends_with('\n') {
                break;
            }
            if bytes == 0 {
                size = serde_json::from_str::<Value>(&line).ok().and_then(|header| header["size"].as_u64());
            }
            let strange = || format!("{} holds something else; move it away", path.display());
            whole = cursor.take(&line).with_context(strange)?;
            bytes += line.len() as u64;
            line.clear();
        }
        drop(reader);
        file.set_len(bytes).with_context(unwritable)?;
        file.seek(SeekFrom::Start(bytes)).with_context(unwritable)?;
        Ok(Self { file: BufWriter::with_capacity(1 << 16, file), cursor, size, bytes, whole })
    }

    /// Where to go on; `None` where there is not even a header.
    fn resume(&self) -> Option<ResumePoint> {
        Some(ResumePoint { size: self.size.filter(|_| self.bytes > 0)?, cursor: self.cursor.clone() })
    }

    /// Keeps a line; says whether it was the last.
    fn take(&mut self, line: &str) -> Result<bool> {
        let last = self.cursor.take(line).context("the edge sent something that is no export with proof")?;
        self.file.write_all(line.as_bytes()).context("the file cannot be written")?;
        self.bytes += line.len() as u64;
        Ok(last)
    }

    fn flush(&mut self) -> Result<()> {
        self.file.flush().context("the file cannot be written")?;
        self.file.get_ref().sync_all().context("the file cannot be written")
    }
}
