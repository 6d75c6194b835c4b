//! Which content coding an answer takes, by the client's `Accept-Encoding` (RFC 9110 section 12.5.3).

/// A coding that the edge can give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Coding {
    /// The bytes as they are. What a client gets that refuses everything: there is no use in a body it cannot read, and
    /// none in an error either.
    Identity,
    /// gzip (RFC 1952).
    Gzip,
    /// Brotli (RFC 7932).
    Brotli,
}

impl Coding {
    /// The coding for a client that sends this `Accept-Encoding`: the one it weighs most, of equals the smaller one. A
    /// client that sends none gets the bytes as they are, though it would have to take anything.
    pub fn of(accept: &str) -> Self {
        let weight = |names: &[&str]| {
            let named = items(accept).find(|(name, _)| names.iter().any(|one| name.eq_ignore_ascii_case(one)));
            named.or_else(|| items(accept).find(|(name, _)| *name == "*")).map_or(0, |(_, weight)| weight)
        };
        let (br, gzip, plain) = (weight(&["br"]), weight(&["gzip", "x-gzip"]), weight(&["identity"]));
        match br.max(gzip) {
            0 => Self::Identity,
            most if most < plain => Self::Identity,
            _ if br >= gzip => Self::Brotli,
            _ => Self::Gzip,
        }
    }

    /// Its name in `Content-Encoding`; plain bytes have none.
    pub const fn name(self) -> Option<&'static str> {
        match self {
            Self::Identity => None,
            Self::Gzip => Some("gzip"),
            Self::Brotli => Some("br"),
        }
    }
}

/// The codings named, each with its weight in thousandths.
fn items(accept: &str) -> impl Iterator<Item = (&str, u16)> {
    accept.split(',').map(|item| {
        let mut parts = item.split(';').map(str::trim);
        let name = parts.next().unwrap_or_default();
        let weight = parts.find_map(|part| {
            let (key, value) = part.split_once('=')?;
            key.trim_end().eq_ignore_ascii_case("q").then(|| thousandths(value.trim_start()))
        });
        (name, weight.unwrap_or(1000))
    })
}

/// A weight such as `0.5` in thousandths. One that is no weight counts as a refusal: to send plain bytes is never wrong.
fn thousandths(weight: &str) -> u16 {
    let (whole, fraction) = weight.split_once('.').unwrap_or((weight, ""));
    let fits = fraction.len() <= 3 && fraction.bytes().all(|byte| byte.is_ascii_digit());
    match whole {
        "1" if fits => 1000,
        "0" if fits => format!("{fraction:0<3}").parse().unwrap_or(0),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::Coding::{self, Brotli, Gzip, Identity};

    #[test]
    fn the_smallest_coding_that_a_client_takes_is_chosen() {
        for (accept, coding) in [
            ("gzip, deflate, br, zstd", Brotli),
            ("br", Brotli),
            ("BR", Brotli),
            ("gzip", Gzip),
            ("x-gzip", Gzip),
            ("GZip;q=0.2", Gzip),
            ("deflate, gzip;q=1.0, *;q=0.5", Gzip),
            ("*", Brotli),
            ("br;q=0, *", Gzip),
            ("br ; q=0.001", Brotli),
            ("br;Q=0.8,gzip;q=0.9", Gzip),
            ("identity, br", Brotli),
            ("identity;q=0.5, gzip;q=0.8", Gzip),
        ] {
            assert_eq!(Coding::of(accept), coding, "{accept}");
        }
    }

    #[test]
    fn a_client_that_takes_none_of_them_gets_plain_bytes() {
        for accept in [
            "",
            " ",
            "identity",
            "identity, br;q=0.5",
            "deflate, zstd",
            "br;q=0, gzip;q=0.0",
            "br;q=0.000,gzip;q=0",
            "*;q=0",
            "identity;q=0, *;q=0",
            "brotli",
            "br;q=2",
            "br;q=nan",
            "br;q=-1",
            "br;q=",
            "br;q=0.0001",
            ",;,=;q",
        ] {
            assert_eq!(Coding::of(accept), Identity, "{accept:?}");
        }
    }
}
