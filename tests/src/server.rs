//! A running edge with its demo shop, as `cargo xtask dev` starts it.

use std::fs;
use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::client::{Call, Client};
use crate::meta::Meta;
use crate::{place, wait};

/// How long the edge may take to be ready. A third of a second is usual; see [`wait::PATIENCE`] for why it may be long.
const START: Duration = Duration::from_mins(1);

/// A running edge. It ends when this is dropped, and also when this process ends in whatever way: the edge watches
/// its standard input, whose other end is held here and closed by the system.
pub struct Server {
    child: Child,
    stdin: Option<ChildStdin>,
    said: Arc<Mutex<String>>,
    flags: Vec<String>,
    client: Client,
    /// The edge's public address, without a slash at the end.
    pub edge: String,
    /// The demo shop's address, likewise: another origin.
    pub shop: String,
    /// The demo business's key, with every scope.
    pub key: String,
    /// The operator's token.
    pub admin: String,
    /// The secret and the verify token of the operator's WhatsApp app.
    pub app: Meta,
    /// The process id of workerd.
    pub workerd: u32,
    /// Where its data lies.
    pub data: PathBuf,
}

impl Server {
    /// Starts an edge with new data and these flags of `dev`.
    pub fn start(flags: &[&str]) -> Self {
        Self::start_on(&place::directory("edge"), flags)
    }

    /// Starts an edge on this data directory.
    pub fn start_on(data: &Path, flags: &[&str]) -> Self {
        let program = place::xtask();
        let mut child = Command::new(&program)
            .args(["dev", "--no-build", "--exit-on-stdin-eof", "--port", "0", "--shop-port", "0", "--data"])
            .arg(data)
            .args(flags)
            .current_dir(place::root())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}; set JATAK_XTASK to it", program.display()));
        let said = Arc::new(Mutex::new(String::new()));
        let (found, ready) = mpsc::channel();
        listen(child.stderr.take().unwrap(), Arc::clone(&said), None);
        listen(child.stdout.take().unwrap(), Arc::clone(&said), Some(found));
        let stdin = child.stdin.take();

        let ready = match ready.recv_timeout(START) {
            Ok(ready) => ready,
            Err(trouble) => {
                let _ = child.kill();
                let _ = child.wait();
                let ended = trouble == RecvTimeoutError::Disconnected;
                let why = if ended { "it ended" } else { "it did not get ready in time" };
                panic!("`{} dev` failed: {why}\n{}", program.display(), said.lock().unwrap());
            }
        };
        let text = |pointer: &str| ready.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
        let port = ready["port"].as_u64().expect("`ready` names the port");
        Self {
            stdin,
            said,
            flags: flags.iter().map(|flag| (*flag).to_owned()).collect(),
            client: Client::new(format!("http://127.0.0.1:{port}")),
            edge: text("/edge"),
            shop: text("/shop"),
            key: text("/key"),
            admin: text("/admin_token"),
            app: Meta { app_secret: text("/whatsapp/app_secret"), verify_token: text("/whatsapp/verify_token") },
            workerd: ready["pids"]["workerd"]
                .as_u64()
                .and_then(|id| id.try_into().ok())
                .expect("`ready` names workerd"),
            data: PathBuf::from(text("/data")),
            child,
        }
    }

    /// Starts it again on the same data, after [`Server::kill`].
    pub fn restart(self) -> Self {
        let (data, flags) = (self.data.clone(), self.flags.clone());
        drop(self);
        Self::start_on(&data, &flags.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// Kills workerd with SIGKILL.
    pub fn kill(&self) {
        let pid = i32::try_from(self.workerd).ok().and_then(rustix::process::Pid::from_raw).expect("a process id");
        rustix::process::kill_process(pid, rustix::process::Signal::KILL).expect("workerd runs and is ours to kill");
    }

    /// What `dev` has printed so far.
    pub fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// What the edge has logged so far.
    pub fn log(&self) -> String {
        String::from_utf8_lossy(&fs::read(self.data.join("workerd.log")).expect("the edge's log")).into_owned()
    }

    /// A call of the edge. `path` begins with a slash, or is an address of this edge.
    pub fn call(&self, method: &str, path: &str) -> Call<'_> {
        let path = path.strip_prefix(&self.edge).unwrap_or(path);
        self.client.call(method, path)
    }

    /// A GET.
    pub fn get(&self, path: &str) -> Call<'_> {
        self.call("GET", path)
    }

    /// A POST.
    pub fn post(&self, path: &str) -> Call<'_> {
        self.call("POST", path)
    }

    /// A client of its own connections, for threads that must not queue behind each other.
    pub fn client(&self) -> Client {
        self.client.another()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stdin.take());
        // It ends by itself within its own few seconds; should it not, nothing may outlive the test.
        let start = wait::now();
        while start.elapsed() < Duration::from_secs(10) {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                return;
            }
            thread::sleep(Duration::from_millis(10));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Reads everything the child prints, so that it never stops for a full pipe, and sends what the `ready` line says.
fn listen(stream: impl Read + Send + 'static, said: Arc<Mutex<String>>, found: Option<mpsc::Sender<Value>>) {
    thread::spawn(move || {
        let mut found = found;
        for line in BufReader::new(stream).lines().map_while(Result::ok) {
            if let Some(json) = line.strip_prefix("ready ")
                && let Some(found) = found.take()
            {
                let ready = serde_json::from_str(json).unwrap_or_else(|error| panic!("`ready` {json}: {error}"));
                let _ = found.send(ready);
            }
            let mut said = said.lock().unwrap();
            said.push_str(&line);
            said.push('\n');
        }
    });
}
