//! `cargo xtask <command>`: the only build script of the project.
//!
//! Every command installs what it lacks, says what it is doing while it works, and fails with a sentence that says
//! what to do about it.

mod args;
mod assets;
mod bench;
mod build;
mod checker;
mod compress;
mod dev;
mod export;
mod fuzz;
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
           --no-build --no-seed --no-limits --max-object-bytes N --reach-loopback --country-header NAME
           --worker DIR (dist/worker: the worker to run, with --no-build)   --exit-on-stdin-eof --stable
  build  make the release artefacts in dist/ and print their sizes
           --stable (no build-std: larger widget)   --update-sizes (write sizes.json)
  test   format, lints, licences, build, all tests; further words filter the tests
           --long (the long forms)   --no-lint
  lint   format, lints and licences only
  fmt    format the Rust code
  export fetch the export with proof to a file, going on by itself where the connection breaks
           --url EDGE --business SLUG --out FILE   the key: JATAK_KEY, --key-file FILE, or standard input
           --from --to --category --state   --verify, --vkey KEY (check it when it is there)
           --tries N (8: how often to try again without a line having come)
  verify check an export or a receipt offline and name the first fault
           FILE   --vkey KEY (the log's public key)   --against CHECKPOINT (an earlier one, or a file with it)
           --witness KEY (say whether this witness cosigned it; may be given several times)
           ends with 0 = nothing is wrong, 1 = something is, 2 = nothing could be checked
  fuzz   feed every parser with what a coverage-guided engine makes up
           [TARGET…]   --seconds N (30), for each target
  bench  run a benchmark; without a name, say which there are
";

fn main() -> ExitCode {
    match command() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            if error.is::<verify::NotChecked>() { ExitCode::from(2) } else { ExitCode::FAILURE }
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
        Some("fuzz") => fuzz::command(args),
        Some("export") => export::command(args),
        Some("verify") => verify::command(args),
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some(other) => bail!("no command `{other}`\n\n{HELP}"),
    }
}
