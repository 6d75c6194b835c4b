//! workerd as a child process, in a process group of its own.

use std::fs::{self, File};
use std::net::TcpListener;
use std::os::fd::AsRawFd;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use rustix::io::{FdFlags, fcntl_setfd};
use rustix::net::listen;
use rustix::process::{Pid, Signal, kill_process_group};

use super::config::{Config, SOCKET};
use crate::paths;
use crate::run::now;

/// How long the edge may take to answer at first. It takes a third of a second on an idle machine; a browser test
/// suite on two busy cores takes far longer.
const START: Duration = Duration::from_secs(30);

/// How long workerd may take to end after SIGTERM before it is killed. It loses nothing by that: what was acknowledged
/// is on disk.
const END: Duration = Duration::from_secs(3);

/// How many connections may wait to be taken; more than any load test opens at once. Rust's own default is 128.
const BACKLOG: i32 = 4096;

/// A running workerd; its whole process group ends when this is dropped.
pub(crate) struct Workerd {
    child: Child,
    log: PathBuf,
}

impl Workerd {
    /// Starts the edge on this data directory, to answer on `socket`.
    ///
    /// The edge must know its public address, port included, before it starts. Handing over a socket that listens
    /// already means that nobody else can take the port in between.
    pub(crate) fn start(data: &Path, config: &Config<'_>, socket: TcpListener) -> Result<Self> {
        let path = config.write(data)?;
        Self::serve(&path, data, &config.environment(), &[], socket)
    }

    /// Starts workerd on any configuration whose socket is called [`SOCKET`]; its log is kept in `data`.
    pub(crate) fn serve(
        config: &Path,
        data: &Path,
        environment: &[(&str, &str)],
        arguments: &[String],
        socket: TcpListener,
    ) -> Result<Self> {
        listen(&socket, BACKLOG).context("workerd's socket")?;
        // Rust opens everything closed to children; this one is meant for the child.
        fcntl_setfd(&socket, FdFlags::empty()).context("workerd's socket")?;
        let log = data.join("workerd.log");
        let out = File::create(&log).with_context(|| format!("cannot write {}", log.display()))?;
        let err = out.try_clone().context("a second handle of the log")?;
        let program = program()?;
        let child = Command::new(&program)
            .arg("serve")
            .arg(config)
            .arg(format!("--socket-fd={SOCKET}={}", socket.as_raw_fd()))
            .args(arguments)
            .env_clear()
            .envs(environment.iter().copied())
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            // A group of its own: Ctrl-C then reaches this process alone, which ends the edge in good order.
            .process_group(0)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        // Ours is closed here: when workerd ends, its port refuses connections instead of letting them wait.
        drop(socket);
        Ok(Self { child, log })
    }

    /// The process's id, which is its group's too.
    pub(crate) fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Waits for the first good answer of `/healthz`.
    pub(crate) fn wait_until_healthy(mut self, port: u16) -> Result<Self> {
        let url = format!("http://127.0.0.1:{port}/healthz");
        let start = now();
        loop {
            let answer = ureq::get(&url).config().timeout_global(Some(Duration::from_secs(5))).build().call();
            let Err(trouble) = answer else { return Ok(self) };
            if let Some(status) = self.ended()? {
                bail!("workerd ended ({status}) before it answered\n{}", self.log_tail());
            }
            if start.elapsed() > START {
                bail!("the edge did not answer {url} in {} s: {trouble}\n{}", START.as_secs(), self.log_tail());
            }
            sleep(Duration::from_millis(20));
        }
    }

    /// Its exit status, if it has ended.
    pub(crate) fn ended(&mut self) -> Result<Option<ExitStatus>> {
        self.child.try_wait().context("cannot ask after workerd")
    }

    /// The last lines of its log.
    pub(crate) fn log_tail(&self) -> String {
        let text = fs::read_to_string(&self.log).unwrap_or_else(|error| format!("no log: {error}"));
        let lines: Vec<_> = text.lines().collect();
        let tail = lines[lines.len().saturating_sub(40)..].join("\n");
        format!("the end of {}:\n{tail}", self.log.display())
    }

    /// Ends the process group: politely, and after a while for certain.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.signal(Signal::TERM)?;
        let start = now();
        while start.elapsed() < END {
            if self.ended()?.is_some() {
                return Ok(());
            }
            sleep(Duration::from_millis(10));
        }
        self.signal(Signal::KILL)?;
        self.child.wait().context("cannot wait for workerd")?;
        Ok(())
    }

    /// Sends a signal to the group, unless the child was already waited for: its id may be another's by then.
    fn signal(&mut self, signal: Signal) -> Result<()> {
        if self.ended()?.is_some() {
            return Ok(());
        }
        let group = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw).context("the id of workerd")?;
        kill_process_group(group, signal).context("cannot signal workerd")
    }
}

impl Drop for Workerd {
    fn drop(&mut self) {
        if let Err(error) = self.end() {
            eprintln!("xtask: {error:#}");
        }
    }
}

/// The native program of the npm package, started directly, so that its process id is the one we signal.
fn program() -> Result<PathBuf> {
    let (os, arch) = match (std::env::consts::OS, std::env::consts::ARCH) {
        ("linux", "x86_64") => ("linux", "64"),
        ("linux", "aarch64") => ("linux", "arm64"),
        ("macos", "x86_64") => ("darwin", "64"),
        ("macos", "aarch64") => ("darwin", "arm64"),
        (os, arch) => bail!("there is no workerd for {os} on {arch}"),
    };
    Ok(paths::at(&format!("node_modules/@cloudflare/workerd-{os}-{arch}/bin/workerd")))
}
