//! The two servers that are compared: the edge as `dev` runs it, and the twin of `tests/twin`. Both are the workerd of
//! `package.json`, each with a data directory of its own in the same place.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};

use super::load::Request;
use crate::dev::process::Workerd;
use crate::dev::{self, Running};
use crate::paths;

/// A server under load.
pub(crate) struct Server {
    pub(crate) port: u16,
    /// workerd's process.
    pub(crate) pid: u32,
    /// Where its data lies.
    pub(crate) data: PathBuf,
    /// The demo business's key; the twin has none.
    pub(crate) key: String,
    /// What is sent to it.
    pub(crate) request: Request,
    _running: Either,
}

/// Ends the server when it is dropped.
enum Either {
    Edge { _running: Running },
    Twin { _running: Workerd },
}

/// A directory that is gone afterwards.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    /// In the target directory, so on a disk: a temporary directory may be memory, where an fsync costs nothing.
    pub(crate) fn new(name: &str) -> Result<Self> {
        let path = paths::target().join("bench").join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&path).with_context(|| format!("cannot create {}", path.display()))?;
        Ok(Self(path))
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left behind lies in the target directory and is named there.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The edge with the demo business, its limits off.
pub(crate) fn edge(data: &Path) -> Result<Server> {
    let options = dev::Options { limits: false, ..dev::Options::on(data.join("edge")) };
    let running = Running::start(&options)?;
    let port = running.port;
    let notice = notice(&format!("http://127.0.0.1:{port}/v1/nordlys/notice?locale=da"))?;
    let request = request(&running.shop, &notice)?;
    let key = running.key.clone().context("the demo business has no key")?;
    Ok(Server {
        port,
        pid: running.workerd.pid(),
        data: options.data,
        key,
        request,
        _running: Either::Edge { _running: running },
    })
}

/// The twin. It is sent what the edge is sent, byte for byte but for the values that differ each time.
pub(crate) fn twin(data: &Path, like: &Server) -> Result<Server> {
    let (data, objects) = (data.join("twin"), data.join("twin/objects"));
    fs::create_dir_all(&objects).with_context(|| format!("cannot create {}", objects.display()))?;
    let socket = dev::listen(0).context("the twin")?;
    let port = socket.local_addr().context("the twin's address")?.port();
    let arguments = [format!("--directory-path=objects={}", objects.display())];
    let workerd = Workerd::serve(&paths::at("tests/twin/config.capnp"), &data, &[], &arguments, socket)?;
    let key = String::new();
    Ok(Server {
        port,
        pid: workerd.pid(),
        data: objects,
        key,
        request: like.request.clone(),
        _running: Either::Twin { _running: workerd },
    })
}

/// The id of the notice that the demo business shows.
fn notice(url: &str) -> Result<String> {
    let text = ureq::get(url).call().with_context(|| format!("GET {url}"))?.body_mut().read_to_string()?;
    let notice: Value = serde_json::from_str(&text).with_context(|| format!("the answer to {url}"))?;
    match notice["id"].as_str() {
        Some(id) => Ok(id.to_owned()),
        None => bail!("the notice of {url} has no id"),
    }
}

/// A submission as the widget sends it: four categories offered, two of them ticked.
fn request(origin: &str, notice: &str) -> Result<Request> {
    let body = json!({
        "notice": notice,
        "offered": ["order_updates", "relevant_offers", "product_recommendations", "back_in_stock"],
        "categories": ["order_updates", "relevant_offers"],
        "subject": {"phone": "+45NUMBER--", "country": "DK"},
        "page": format!("{origin}/products/kaffe"),
        "context": ["sku:4711"],
    });
    Request::post("/v1/nordlys/consents", origin, &body.to_string())
}
