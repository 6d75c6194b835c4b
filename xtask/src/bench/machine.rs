//! What a number was measured on. Without it the number says nothing.

use std::fs;
use std::process::{Command, Stdio};
use std::thread;

use crate::paths;
use crate::run::output;

/// The machine in one line: cores, processor, and how busy it is now.
pub(crate) fn described() -> String {
    let cores = thread::available_parallelism().map_or_else(|_| "unknown".to_owned(), |cores| cores.to_string());
    let processor = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| model(&text));
    // A machine that does other work at the same time measures that work too.
    let load = fs::read_to_string("/proc/loadavg").ok().and_then(|text| Some(text.split(' ').next()?.to_owned()));
    format!(
        "{cores} cores, {}, load average {} beforehand",
        processor.as_deref().unwrap_or("processor unknown"),
        load.as_deref().unwrap_or("unknown"),
    )
}

/// The processor's name out of `/proc/cpuinfo`.
fn model(cpuinfo: &str) -> Option<String> {
    let line = cpuinfo.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

/// The commit checked out, and whether files differ from it.
pub(crate) fn commit() -> String {
    let git = |words: &[&str]| output(Command::new("git").current_dir(paths::root()).args(words));
    let Ok(id) = git(&["rev-parse", "--short=12", "HEAD"]) else {
        return "unknown".to_owned();
    };
    let changed = git(&["status", "--porcelain", "--untracked-files=no"]).is_ok_and(|files| !files.trim().is_empty());
    format!("{}{}", id.trim(), if changed { ", with changes not committed" } else { "" })
}

/// Which Chromium runs here.
pub(crate) fn chromium() -> String {
    // What Debian's start script complains of, such as an unlimited memory limit, is of no interest.
    let said = Command::new("chromium").arg("--version").stderr(Stdio::null()).output();
    said.map_or_else(|_| "unknown".to_owned(), |said| String::from_utf8_lossy(&said.stdout).trim().to_owned())
}
