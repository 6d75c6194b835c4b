//! The page that checks exports and receipts: one file with its program inside, the same from `/verify` and from disk.
//!
//! Nothing is fetched, so the page's policy can forbid every connection, and pin the script and the style by their hashes.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use data_encoding::BASE64;
use jatak_shared::locale::Locale;
use jatak_shared::wording::{self, fill};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::run::step;
use crate::stamp::{Stamp, unless_fresh};
use crate::{paths, wasm, widget};

/// The page's name in `dist/` and among the assets.
pub(crate) const PAGE: &str = "verify.html";

const SOURCES: &str = "edge/verify/pages";

/// The oldest browsers that run the program.
const FLOOR: &str = "--target=chrome96,firefox113,safari16.4";

/// The page, and the policy that it carries.
pub(crate) struct Built {
    pub(crate) page: PathBuf,
    pub(crate) policy: String,
}

/// Builds the page into `dist/`.
pub(crate) fn build(stable: bool) -> Result<Built> {
    let target = widget::target(stable);
    step("compiling the checker", || widget::compile("jatak-verify", "browser", stable, &target))?;
    let compiled = wasm::built(&target, "wasm", "jatak_verify");
    let built = Built { page: paths::at("dist").join(PAGE), policy: String::new() };
    let work = paths::target().join("xtask").join("checker");
    let words = words()?;
    let stamp = Stamp::begin()?.file(&compiled)?.bytes(words.as_bytes());
    let stamp = stamp.directory(&paths::at(SOURCES))?.directory(&paths::at("widget/styles"))?.finish();
    unless_fresh(&work.with_extension("stamp"), &stamp, &built.page, || {
        step("making the page that checks files", || make(&compiled, &words, &work, &built.page))
    })?;
    let html = fs::read_to_string(&built.page).with_context(|| format!("cannot read {}", built.page.display()))?;
    let policy = html.split_once("Policy\" content=\"").and_then(|(_, rest)| rest.split_once('"'));
    let (policy, _) = policy.context("the page that checks files has lost its policy")?;
    Ok(Built { policy: policy.to_owned(), ..built })
}

fn make(compiled: &Path, words: &str, work: &Path, page: &Path) -> Result<()> {
    fs::create_dir_all(work).with_context(|| format!("cannot create {}", work.display()))?;
    let mut output = wasm::bindgen(compiled, |bindgen| {
        bindgen.web(true)?.out_name("checker");
        Ok(())
    })?;
    output.emit(work).with_context(|| format!("cannot write to {}", work.display()))?;
    let program = work.join("checker_bg.wasm");
    wasm::optimise(&program, "-Oz", &[])?;
    let data = work.join("data.js");
    let spelled = spelled(&read(&program)?);
    let text = format!("export const program = \"{spelled}\";\nexport const locales = {words};\n");
    fs::write(&data, text).with_context(|| format!("cannot write {}", data.display()))?;

    let (script, style) = (work.join("verify.js"), work.join("verify.css"));
    wasm::esbuild([
        format!("{SOURCES}/verify.js"),
        "--bundle".to_owned(),
        "--format=iife".to_owned(),
        "--charset=utf8".to_owned(),
        FLOOR.to_owned(),
        // The glue's default address of the program, never used: the program is in the page.
        "--define:import.meta.url=\"\"".to_owned(),
        format!("--alias:jatak-verify={}", work.join("checker.js").display()),
        format!("--alias:jatak-verify-data={}", data.display()),
        format!("--outfile={}", script.display()),
    ])?;
    wasm::esbuild([
        format!("{SOURCES}/verify.css"),
        "--bundle".to_owned(),
        FLOOR.to_owned(),
        format!("--outfile={}", style.display()),
    ])?;
    let (script, style) = (text_of(&script)?, text_of(&style)?);
    let template = text_of(&paths::at(SOURCES).join(PAGE))?;
    let html = fill(
        &template,
        &[("policy", &policy(&script, &style)), ("style", &style), ("script", &script), ("noscript", &noscript())],
    );
    if let Some(dist) = page.parent() {
        fs::create_dir_all(dist).with_context(|| format!("cannot create {}", dist.display()))?;
    }
    fs::write(page, html).with_context(|| format!("cannot write {}", page.display()))
}

/// The program as the inside of a string: each byte is the character that many places behind `0`, which leaves one to be
/// escaped and none that HTML minds. Brotli sees the bytes through it, and makes 53 KB of what base64 would make 66.
fn spelled(program: &[u8]) -> String {
    let mut text = String::with_capacity(program.len() * 5 / 4);
    for byte in program {
        match char::from_u32(u32::from(*byte) + u32::from(b'0')) {
            Some('\\') => text.push_str("\\\\"),
            other => text.extend(other),
        }
    }
    text
}

/// This script, this style, and nothing from anywhere. `connect-src` falls to `default-src`.
fn policy(script: &str, style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", BASE64.encode(&Sha256::digest(text)));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data:; form-action 'none'; \
         base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        hash(script),
        hash(style)
    )
}

/// What the page says, by language, as JSON.
fn words() -> Result<String> {
    let mut locales = Map::new();
    for locale in Locale::ALL {
        let common = &wording::of(*locale).pages.common;
        let checker = wording::checker(*locale);
        let said = json!({
            "name": locale.native_name(), "dir": locale.dir().code(), "skip": common.skip,
            "language": common.language, "words": checker.verify, "faults": checker.faults,
        });
        locales.insert(locale.code().to_owned(), said);
    }
    serde_json::to_string(&Value::Object(locales)).context("the words of the page that checks files")
}

/// What is said where no script runs, in every language. The words are ours and hold no markup.
fn noscript() -> String {
    let one = |locale: &Locale| {
        let words = &wording::checker(*locale).verify;
        format!("<p lang=\"{}\" dir=\"{}\">{}</p>", locale.code(), locale.dir().code(), words.noscript)
    };
    Locale::ALL.iter().map(one).collect()
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

/// A text without the newline at its end, which would stand between the tags and count for the hash.
fn text_of(path: &Path) -> Result<String> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.trim_end().to_owned())
}
