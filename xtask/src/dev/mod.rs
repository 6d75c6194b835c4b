//! `cargo xtask dev`: the edge, the demo shop and a demo business on this machine.
//!
//! Everything listens on loopback only. The data directory holds the edge's SQLite files, its secrets and its log, and
//! a second run on the same directory goes on where the first one stopped.

mod config;
pub(crate) mod process;
mod secrets;
mod seed;
mod shop;
mod stop;

use std::fs;
use std::io::Write;
use std::net::{Ipv4Addr, TcpListener};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use self::config::Config;
use self::process::Workerd;
use self::secrets::Secrets;
use crate::args::Args;
use crate::run::say;
use crate::{build, install, paths};

/// How the development edge is to run.
pub(crate) struct Options {
    /// The edge's port; 0 for any free one.
    pub(crate) port: u16,
    /// The demo shop's port; 0 for any free one.
    pub(crate) shop_port: u16,
    /// Where the data lies.
    pub(crate) data: PathBuf,
    /// Whether the limits of the edge hold; benchmarks and load tests turn them off.
    pub(crate) limits: bool,
    /// How large a business's database may become, in bytes; `None` for what Cloudflare allows. For tests of a full disk.
    pub(crate) max_object_bytes: Option<u64>,
    /// Whether the edge may ask witnesses on this machine; else it reaches public addresses only. For tests.
    pub(crate) reach_loopback: bool,
    /// The header that says which country a request comes from; `None` for Cloudflare's. Tests name one that a browser may
    /// send anywhere.
    pub(crate) country_header: Option<String>,
    /// Whether the demo business is seeded.
    pub(crate) seed: bool,
    /// Where the worker lies: the one that was built, or another.
    pub(crate) worker: PathBuf,
}

impl Options {
    /// On free ports, with the demo business, the limits of a deployment, and the worker that was built.
    pub(crate) fn on(data: PathBuf) -> Self {
        Self {
            port: 0,
            shop_port: 0,
            data,
            limits: true,
            max_object_bytes: None,
            reach_loopback: false,
            country_header: None,
            seed: true,
            worker: paths::dist_worker(),
        }
    }
}

/// Runs until it is told to stop, by SIGINT, SIGTERM or (if asked) the end of standard input.
pub(crate) fn command(mut args: Args) -> Result<()> {
    let options = Options {
        port: args.value("--port")?.unwrap_or(8787),
        shop_port: args.value("--shop-port")?.unwrap_or(8080),
        data: args.value("--data")?.unwrap_or_else(|| paths::at(".jatak")),
        limits: !args.flag("--no-limits"),
        max_object_bytes: args.value("--max-object-bytes")?,
        reach_loopback: args.flag("--reach-loopback"),
        country_header: args.value("--country-header")?,
        seed: !args.flag("--no-seed"),
        worker: args.value("--worker")?.unwrap_or_else(paths::dist_worker),
    };
    let (no_build, stable, until_eof) =
        (args.flag("--no-build"), args.flag("--stable"), args.flag("--exit-on-stdin-eof"));
    args.finish()?;
    if no_build {
        install::node_modules()?;
    } else {
        build::dist(stable)?;
    }

    // From here on a signal must not end this process before it has ended the edge's.
    let stop = stop::listen(until_eof)?;
    let mut running = Running::start(&options)?;
    running.print_addresses()?;
    let reason = stop.wait(&mut running.workerd)?;
    say(&format!("stopping: {reason}"));
    running.workerd.end()
}

/// A started edge with its demo shop. The edge ends when this is dropped.
pub(crate) struct Running {
    pub(crate) workerd: Workerd,
    /// The edge's public address, without a slash at the end.
    pub(crate) edge: String,
    /// The shop's address, likewise.
    pub(crate) shop: String,
    pub(crate) port: u16,
    shop_port: u16,
    data: PathBuf,
    admin_token: String,
    /// What the edge shares with an app of WhatsApp's that hears for many businesses: its secret and its verify token.
    whatsapp: [String; 2],
    /// The demo business's key; none where it was not seeded.
    pub(crate) key: Option<String>,
}

impl Running {
    /// Starts edge and shop and seeds the demo business; returns when all of it answers.
    pub(crate) fn start(options: &Options) -> Result<Self> {
        let data = private_directory(&options.data)?;
        let socket = listen(options.port).context("the edge; choose another port with --port")?;
        let shop = listen(options.shop_port).context("the demo shop; choose another port with --shop-port")?;
        let port = socket.local_addr().context("the edge's address")?.port();
        let shop_port = shop.local_addr().context("the shop's address")?.port();
        let (edge, shop_url) = (format!("http://localhost:{port}"), format!("http://localhost:{shop_port}"));

        let secrets = Secrets::open(&data)?;
        say(&format!("starting the edge on {edge}, data in {}", data.display()));
        let config = Config {
            edge: &edge,
            limits: options.limits,
            max_object_bytes: options.max_object_bytes.map(|bytes| bytes.to_string()).unwrap_or_default(),
            reach_loopback: options.reach_loopback,
            country_header: options.country_header.as_deref().unwrap_or("cf-ipcountry"),
            secrets: &secrets,
            worker: &options.worker,
        };
        let workerd = Workerd::start(&data, &config, socket)?.wait_until_healthy(port)?;

        say(&format!("starting the demo shop on {shop_url}"));
        shop::serve(shop, &edge)?;
        let key = if options.seed {
            say("seeding the demo business Nordlys Kaffe");
            Some(seed::demo_business(port, shop_port, &secrets, &data)?)
        } else {
            None
        };
        let admin_token = secrets.admin_token().to_owned();
        let whatsapp = [secrets.app_secret().to_owned(), secrets.verify_token().to_owned()];
        Ok(Self { workerd, edge, shop: shop_url, port, shop_port, data, admin_token, whatsapp, key })
    }

    /// Prints what a person needs, then the line that programs wait for.
    fn print_addresses(&self) -> Result<()> {
        let Self { edge, shop, .. } = self;
        println!("\n  shop      {shop}/   ({})", shop::VARIANTS.map(|variant| variant.path).join(" "));
        println!("  edge      {edge}/healthz");
        if let Some(key) = &self.key {
            println!("  opt-in    {edge}/nordlys");
            println!("  export    {edge}/nordlys/export");
            println!(
                "  or        curl -H 'Authorization: Bearer {key}' '{edge}/v1/nordlys/export?format=csv&kind=events'"
            );
        }
        println!("  stop with Ctrl-C\n");
        let ready = json!({
            "edge": edge,
            "shop": shop,
            "port": self.port,
            "shop_port": self.shop_port,
            "key": self.key,
            "admin_token": self.admin_token,
            "whatsapp": { "app_secret": self.whatsapp[0], "verify_token": self.whatsapp[1] },
            "pids": { "workerd": self.workerd.pid(), "dev": std::process::id() },
            "data": self.data,
        });
        println!("ready {ready}");
        std::io::stdout().flush().context("standard output")
    }
}

/// The directory, created for this user only, as an absolute path.
fn private_directory(data: &Path) -> Result<PathBuf> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(data)
        .with_context(|| format!("cannot create the data directory {}", data.display()))?;
    data.canonicalize().with_context(|| format!("cannot resolve {}", data.display()))
}

/// Takes a port on loopback; any free one for 0.
pub(crate) fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).with_context(|| format!("cannot listen on port {port}"))
}
