//! Origins, written once in the form a browser would send.

use core::fmt;
use core::net::{Ipv4Addr, Ipv6Addr};
use core::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where a shop's pages come from: `scheme://host[:port]`, as the `Origin` header of a browser has it.
///
/// `https`, or `http` for `localhost`, `127.0.0.1` and `[::1]`. The host is in lower case, a default port left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Origin(String);

/// A text that is no origin; the sentence says what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAnOrigin {
    /// No scheme that may be used.
    #[error("must start with https:// (http:// is for localhost, 127.0.0.1 and [::1] only)")]
    Scheme,
    /// Something stands before or after the host and port.
    #[error("must be scheme://host[:port] and nothing else; leave out path, user name and wildcards")]
    More,
    /// The host is malformed.
    #[error("must name a host in ASCII, such as shop.example; write other letters in their xn-- form")]
    Host,
    /// The port is malformed.
    #[error("must have a port from 1 to 65535, or none")]
    Port,
}

/// The longest name of a host (RFC 1035, 2.3.4, without the final dot).
const MAX_HOST: usize = 253;

impl Origin {
    /// The origin as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Origin {
    type Err = NotAnOrigin;

    fn from_str(text: &str) -> Result<Self, NotAnOrigin> {
        let lower = text.to_ascii_lowercase();
        let (scheme, authority) = lower.split_once("://").ok_or(NotAnOrigin::Scheme)?;
        let default_port = match scheme {
            "https" => 443,
            "http" => 80,
            _ => return Err(NotAnOrigin::Scheme),
        };
        if authority.contains(['/', '?', '#', '\\', '@', '*', ',']) || authority.contains(char::is_whitespace) {
            return Err(NotAnOrigin::More);
        }
        if authority.starts_with('[') && !authority.contains(']') {
            return Err(NotAnOrigin::Host);
        }
        // A colon inside brackets belongs to an IPv6 address.
        let end = authority.rfind(']').map_or(0, |bracket| bracket + 1);
        let (host, port) = match authority[end..].split_once(':') {
            Some((rest, port)) => (&authority[..end + rest.len()], self::port(port)?),
            None => (authority, default_port),
        };
        let host = self::host(host).ok_or(NotAnOrigin::Host)?;
        if scheme == "http" && !["localhost", "127.0.0.1", "[::1]"].contains(&host.as_str()) {
            return Err(NotAnOrigin::Scheme);
        }
        Ok(Self(if port == default_port { format!("{scheme}://{host}") } else { format!("{scheme}://{host}:{port}") }))
    }
}

/// The port that `text` writes, without signs or leading zeros.
fn port(text: &str) -> Result<u16, NotAnOrigin> {
    let port: u16 = text.parse().map_err(|_| NotAnOrigin::Port)?;
    if port == 0 || port.to_string() != text { Err(NotAnOrigin::Port) } else { Ok(port) }
}

/// The host in the form browsers send: an IPv6 address shortest and in brackets, an IPv4 address, or a name.
fn host(text: &str) -> Option<String> {
    if let Some(address) = text.strip_prefix('[') {
        return Some(format!("[{}]", address.strip_suffix(']')?.parse::<Ipv6Addr>().ok()?));
    }
    let label = |label: &str| {
        (1..=63).contains(&label.len()) // RFC 1035, 2.3.4
            && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
    };
    if text.len() > MAX_HOST || !text.split('.').all(label) {
        return None;
    }
    // Browsers read a host whose last label is a number as an IPv4 address, or refuse it.
    let last = text.rsplit('.').next().unwrap_or_default();
    let numeric = last.bytes().all(|b| b.is_ascii_digit())
        || last.strip_prefix("0x").is_some_and(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
    if numeric && text.parse::<Ipv4Addr>().is_err() { None } else { Some(text.to_owned()) }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::parsed::from_text(deserializer)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn origins_are_written_as_browsers_send_them() {
        let table = [
            ("https://shop.example", "https://shop.example"),
            ("HTTPS://Shop.Example:443", "https://shop.example"),
            ("https://shop.example:8443", "https://shop.example:8443"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://127.0.0.1:80", "http://127.0.0.1"),
            ("http://[::1]:8080", "http://[::1]:8080"),
            ("https://[2001:DB8:0:0:0:0:0:1]", "https://[2001:db8::1]"),
            ("https://xn--smrrebrd-r1as.example", "https://xn--smrrebrd-r1as.example"),
        ];
        for (text, printed) in table {
            assert_eq!(text.parse::<Origin>().unwrap().as_str(), printed);
        }
    }

    #[test]
    fn what_is_no_origin_is_refused_with_its_rule() {
        let table = [
            ("", NotAnOrigin::Scheme),
            ("null", NotAnOrigin::Scheme),
            ("shop.example", NotAnOrigin::Scheme),
            ("http://shop.example", NotAnOrigin::Scheme),
            ("http://localhost.evil.example", NotAnOrigin::Scheme),
            ("ftp://shop.example", NotAnOrigin::Scheme),
            ("javascript://localhost", NotAnOrigin::Scheme),
            ("https://shop.example/", NotAnOrigin::More),
            ("https://shop.example/a", NotAnOrigin::More),
            ("https://a@shop.example", NotAnOrigin::More),
            ("https://*.shop.example", NotAnOrigin::More),
            ("https://a.example https://b.example", NotAnOrigin::More),
            ("https://", NotAnOrigin::Host),
            ("https://.example", NotAnOrigin::Host),
            ("https://smørrebrød.example", NotAnOrigin::Host),
            ("https://1.2.3", NotAnOrigin::Host),
            ("https://0x7f", NotAnOrigin::Host),
            ("https://[::1", NotAnOrigin::Host),
            ("https://[zz]", NotAnOrigin::Host),
            ("https://[::1]x:1", NotAnOrigin::Host),
            ("https://shop.example:", NotAnOrigin::Port),
            ("https://shop.example:0", NotAnOrigin::Port),
            ("https://shop.example:+80", NotAnOrigin::Port),
            ("https://shop.example:65536", NotAnOrigin::Port),
        ];
        for (text, fault) in table {
            assert_eq!(text.parse::<Origin>(), Err(fault), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics_and_the_printed_form_reads_back(
            text in prop_oneof![any::<String>(), "https?://[a-zA-Z0-9.\\[\\]:@*æ-]{0,20}(:[0-9]{0,6})?[/?#]?\\PC{0,6}"]
        ) {
            if let Ok(origin) = text.parse::<Origin>() {
                prop_assert_eq!(origin.as_str().parse(), Ok(origin.clone()));
            }
        }
    }
}
