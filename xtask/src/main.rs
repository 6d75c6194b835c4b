//! `cargo xtask <command>`: the only build script of the project.
//!
//! Every command installs what it lacks, says what it is doing while it works, and fails with a sentence that says
//! what to do about it.

mod args;
mod assets;
mod bench;
mod build;
mod compress;
mod dev;
mod install;
mod lint;
mod paths;
mod run;
mod sizes;
mod stamp;
mod test;
mod verify;
mod wasm;
mod widget;
mod worker;

use std::process::ExitCode;

use anyhow::{Result, bail};

use crate::args::Args;

const HELP: &str = "\
usage: cargo xtask <command>

  dev    build, then run the edge and the demo shop on this machine
           --port N (8787) --shop-port N (8080), 0 = any free one   --data DIR (.jatak)
           --no-build --no-seed --no-limits --exit-on-stdin-eof --stable
  build  make the release artefacts in dist/ and print their sizes
           --stable (no build-std: larger widget)   --update-sizes (write sizes.json)
  test   format, lints, licences, build, all tests; further words filter the tests
           --long (the long forms)   --no-lint
  lint   format, lints and licences only
  fmt    format the Rust code
  verify check an export or a receipt offline and name the first fault
           FILE   --vkey KEY (the log's public key)   --against FILE (an earlier checkpoint)
  bench  run a benchmark; without a name, say which there are
";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn command() -> Result<()> {
    let mut args = Args::of_this_process();
    match args.command().as_deref() {
        Some("dev") => dev::command(args),
        Some("build") => build::command(args),
        Some("test") => test::command(args),
        Some("lint") => lint::command(args),
        Some("fmt") => lint::format(args),
        Some("bench") => bench::command(args),
        Some("verify") => verify::command(args),
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => bail!("no command `{other}`\n\n{HELP}"),
    }
}
