//! A slow line: every connection of a browser goes through it and takes the time that a phone's would.
//!
//! Chromium's own throttling (`Network.emulateNetworkConditions`) delays requests, not connections: opening one costs
//! nothing under it, and a form from another origin than its page always has to open one. It also keeps connections from
//! one page view to the next. This line makes a connection cost a round trip, shares one bandwidth among all of them, and
//! can be cut, after which a visitor begins with none.
//!
//! Neither TLS nor name lookups are in it (a real connection costs one to three round trips more), nor the slow start of
//! TCP, by which a large file takes longer than its bytes alone.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::wait::now;

/// As many bytes as travel together: what an Ethernet packet carries.
const PACKET: usize = 1460;

/// How slow a line is.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// From one end to the other and back.
    pub round_trip: Duration,
    /// Bytes a second towards the browser; what it sends is small and only takes its time.
    pub down: u32,
}

/// A slow line, a SOCKS5 proxy to whatever listens on this machine. Its threads end with the process.
#[derive(Debug)]
pub struct Line {
    /// What `--proxy-server` of Chromium takes.
    pub proxy: String,
    open: Arc<Mutex<Vec<TcpStream>>>,
}

/// What a packet is on its way with: when it arrives, and its bytes.
type Packet = (Instant, Vec<u8>);

impl Line {
    /// A line of this pace.
    pub fn open(pace: Pace) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port on loopback");
        let proxy = format!("socks5://{}", listener.local_addr().expect("an address"));
        let open = Arc::new(Mutex::new(Vec::new()));
        // When the line has sent all that it has taken on.
        let free = Arc::new(Mutex::new(now()));
        let connections = Arc::clone(&open);
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                let (free, connections) = (Arc::clone(&free), Arc::clone(&connections));
                // A browser that hangs up, or asks for what is not here, has an error to show for it.
                thread::spawn(move || carry(client, pace, &free, &connections));
            }
        });
        Self { proxy, open }
    }

    /// Ends every connection.
    pub fn cut(&self) {
        for connection in self.open.lock().unwrap().drain(..) {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

/// Connects as the browser asks, and passes bytes in both directions.
fn carry(
    mut client: TcpStream,
    pace: Pace,
    free: &Arc<Mutex<Instant>>,
    open: &Mutex<Vec<TcpStream>>,
) -> io::Result<()> {
    let port = asked_for(&mut client)?;
    let server = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    for stream in [&client, &server] {
        stream.set_nodelay(true)?;
        open.lock().unwrap().push(stream.try_clone()?);
    }
    // SYN and SYN-ACK.
    thread::sleep(pace.round_trip);
    // Succeeded; where the proxy connects from is of no interest.
    client.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0])?;
    let (up, arriving_up) = mpsc::channel();
    let (down, arriving_down) = mpsc::channel();
    let half = pace.round_trip / 2;
    let (from_client, from_server) = (client.try_clone()?, server.try_clone()?);
    let free = Arc::clone(free);
    thread::spawn(move || send(from_client, &up, |_| now() + half));
    thread::spawn(move || {
        send(from_server, &down, |bytes| {
            let mut free = free.lock().unwrap();
            *free = now().max(*free) + Duration::from_secs(1) * bytes / pace.down;
            *free + half
        });
    });
    thread::spawn(move || arrive(&arriving_up, server));
    arrive(&arriving_down, client);
    Ok(())
}

/// Reads a SOCKS5 greeting and request (RFC 1928) and returns the port that is asked for. Whatever the host, it is this one.
fn asked_for(client: &mut TcpStream) -> io::Result<u16> {
    let mut greeting = [0; 2];
    client.read_exact(&mut greeting)?;
    let mut methods = vec![0; greeting[1].into()];
    client.read_exact(&mut methods)?;
    // No authentication.
    client.write_all(&[5, 0])?;
    let mut request = [0; 4];
    client.read_exact(&mut request)?;
    let length = match request[3] {
        1 => 4,
        4 => 16,
        _ => {
            let mut length = [0; 1];
            client.read_exact(&mut length)?;
            length[0].into()
        }
    };
    let mut host = vec![0; length];
    client.read_exact(&mut host)?;
    let here: [&[u8]; 3] = [b"localhost", b"127.0.0.1", &[127, 0, 0, 1]];
    if request[..2] != [5, 1] || !here.contains(&host.as_slice()) {
        // Not allowed by the ruleset: this line leads nowhere but here.
        client.write_all(&[5, 2, 0, 1, 0, 0, 0, 0, 0, 0])?;
        return Err(io::Error::other("not a connection to this machine"));
    }
    let mut port = [0; 2];
    client.read_exact(&mut port)?;
    Ok(u16::from_be_bytes(port))
}

/// Puts what `from` says on its way; `arrival` says when so many bytes arrive that leave now.
fn send(mut from: TcpStream, way: &Sender<Packet>, mut arrival: impl FnMut(u32) -> Instant) {
    let mut bytes = [0; PACKET];
    while let Ok(read @ 1..) = from.read(&mut bytes) {
        let length = u32::try_from(read).expect("a packet is short");
        if way.send((arrival(length), bytes[..read].to_vec())).is_err() {
            break;
        }
    }
}

/// Hands over what arrives, when it does, and then hangs up.
fn arrive(way: &Receiver<Packet>, mut to: TcpStream) {
    for (at, bytes) in way {
        thread::sleep(at.saturating_duration_since(now()));
        if to.write_all(&bytes).is_err() {
            break;
        }
    }
    let _ = to.shutdown(Shutdown::Both);
}
