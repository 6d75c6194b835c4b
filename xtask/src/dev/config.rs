//! The configuration of workerd: the same classes and bindings that a deployment has.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::secrets::Secrets;
use crate::worker;

/// The behaviour of the platform that the edge is written for; never newer than the workerd of `package.json`.
const COMPATIBILITY_DATE: &str = "2026-11-01";

/// The name of the socket that the edge answers on.
pub(crate) const SOCKET: &str = "http";

/// What varies between runs.
pub(crate) struct Config<'a> {
    pub(crate) edge: &'a str,
    pub(crate) limits: bool,
    /// How large a business's database may become, in bytes; empty for what Cloudflare allows.
    pub(crate) max_object_bytes: String,
    /// Whether witnesses and webhooks on this machine may be reached.
    pub(crate) reach_loopback: bool,
    /// The header that says which country a request comes from.
    pub(crate) country_header: &'a str,
    pub(crate) secrets: &'a Secrets,
    /// Where the worker lies.
    pub(crate) worker: &'a Path,
}

impl Config<'_> {
    /// Writes the configuration into the data directory, with a copy of the worker beside it, so that a build that
    /// goes on meanwhile changes nothing under a running edge. Returns its path.
    pub(crate) fn write(&self, data: &Path) -> Result<PathBuf> {
        for directory in ["worker", "objects"] {
            let directory = data.join(directory);
            fs::create_dir_all(&directory).with_context(|| format!("cannot create {}", directory.display()))?;
        }
        for file in worker::FILES {
            let built = self.worker.join(file);
            fs::copy(&built, data.join("worker").join(file)).with_context(|| {
                format!("cannot copy {}; build it with `cargo xtask build`, or leave out --no-build", built.display())
            })?;
        }
        let path = data.join("config.capnp");
        fs::write(&path, self.text(data)).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    /// What the worker reads from its environment; handed over as workerd's own environment, so that no secret stands
    /// in the configuration file.
    pub(crate) fn environment(&self) -> [(&'static str, &str); 9] {
        [
            ("JATAK_PUBLIC_URL", self.edge),
            ("JATAK_LIMITS", if self.limits { "on" } else { "off" }),
            ("JATAK_MAX_OBJECT_BYTES", &self.max_object_bytes),
            // The header that names the source of a request; nothing sets it on loopback, which is one source.
            ("JATAK_SOURCE_HEADER", "cf-connecting-ip"),
            ("JATAK_COUNTRY_HEADER", self.country_header),
            ("JATAK_ADMIN_TOKEN", self.secrets.admin_token()),
            ("JATAK_SECRET_1", self.secrets.secret_1()),
            ("JATAK_WHATSAPP_APP_SECRET", self.secrets.app_secret()),
            ("JATAK_WHATSAPP_VERIFY_TOKEN", self.secrets.verify_token()),
        ]
    }

    fn text(&self, data: &Path) -> String {
        let bindings = self
            .environment()
            .map(|(name, _)| format!("(name = \"{name}\", fromEnvironment = \"{name}\"),"))
            .join("\n    ");
        format!(
            r#"# Written anew by each `cargo xtask dev`.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),
    (name = "objects", disk = (path = {objects}, writable = true)),
    # The edge asks witnesses and calls webhooks, whose addresses a business chooses: nobody on this machine or in its network.
    (name = "outbound", network = (allow = [{reach}], tlsOptions = (trustBrowserCas = true))),
    # Whatever does not go that way goes nowhere.
    (name = "nowhere", network = (allow = [])),
  ],
  # The socket itself is handed over, already listening.
  sockets = [(name = "{SOCKET}", http = (), service = "edge")],
);

const edge :Workerd.Worker = (
  compatibilityDate = "{COMPATIBILITY_DATE}",
  modules = [
    (name = "index.js", esModule = embed "worker/index.js"),
    (name = "./index_bg.wasm", wasm = embed "worker/index_bg.wasm"),
  ],
  durableObjectNamespaces = [
    # The keys name the files on disk: a changed key would look like lost data.
    (className = "Directory", uniqueKey = "jatak-directory", enableSql = true),
    (className = "Ledger", uniqueKey = "jatak-ledger", enableSql = true),
    (className = "Heads", uniqueKey = "jatak-heads", enableSql = true),
    (className = "Shown", uniqueKey = "jatak-shown", enableSql = true),
  ],
  durableObjectStorage = (localDisk = "objects"),
  globalOutbound = "nowhere",
  bindings = [
    (name = "OUTBOUND", service = "outbound"),
    (name = "DIRECTORY", durableObjectNamespace = "Directory"),
    (name = "LEDGER", durableObjectNamespace = "Ledger"),
    (name = "HEADS", durableObjectNamespace = "Heads"),
    (name = "SHOWN", durableObjectNamespace = "Shown"),
    {bindings}
  ],
);
"#,
            reach = if self.reach_loopback { "\"public\", \"127.0.0.0/8\"" } else { "\"public\"" },
            objects = quoted(&data.join("objects")),
        )
    }
}

/// A path as a Cap'n Proto string.
fn quoted(path: &Path) -> String {
    format!("\"{}\"", path.display().to_string().replace('\\', "\\\\").replace('"', "\\\""))
}
