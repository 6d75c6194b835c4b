//! Turns the locales' files into the statics behind `shared/src/wording.rs`, or says what is wrong with which text of which.
//!
//! Everything is checked before anything is written, so that a translator sees all that is amiss at once.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

#[macro_use]
mod schema;
mod check;
mod fault;
mod plural;
mod read;
mod write;

use fault::Fault;

/// The folder with one file a language, as seen from the package.
const FOLDER: &str = "locales";

fn main() {
    println!("cargo::rerun-if-changed={FOLDER}");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/wording/groups");
    match written() {
        Ok(faults) if faults.is_empty() => {}
        Ok(faults) => {
            for fault in faults {
                println!("cargo::error={fault}");
            }
            process::exit(1);
        }
        Err(error) => {
            println!("cargo::error=the words of shared/{FOLDER}: {error}");
            process::exit(1);
        }
    }
}

/// Writes the statics, or nothing where there are faults.
fn written() -> Result<Vec<Fault>, Box<dyn std::error::Error>> {
    let mut faults = Vec::new();
    let mut locales = Vec::new();
    for path in files()? {
        let code = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a file's name is no language's code")?;
        match check::locale(code, &fs::read_to_string(&path)?) {
            Ok(locale) => locales.push(locale),
            Err(found) => faults.extend(found),
        }
    }
    if faults.is_empty() {
        let out = env::var_os("OUT_DIR").ok_or("cargo gave no OUT_DIR")?;
        fs::write(Path::new(&out).join("locales.rs"), write::rust(&locales))?;
    }
    Ok(faults)
}

/// The files, in an order that does not change.
fn files() -> std::io::Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(FOLDER)?
        .map(|entry| Ok(entry?.path()))
        .collect::<std::io::Result<Vec<_>>>()?
        .into_iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "ftl"))
        .collect();
    files.sort();
    Ok(files)
}
