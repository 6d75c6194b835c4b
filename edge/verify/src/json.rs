//! JSON as far as exports and receipts use it: no fractions, no signs, no member twice.
//!
//! It is read here by hand because the same checker is a program inside a page: serde's readers, its canonical printer and
//! the tables for fractions, of which there are none, made three quarters of that page's bytes.

/// A value. The members of an object are in the order of RFC 8785.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(u64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
}

/// How deep values may lie in each other. A receipt has six levels; more is somebody's joke on the stack.
const DEPTH: usize = 32;

/// The largest whole number that every reader of JSON takes unharmed (RFC 8259 section 6): 2^53 - 1.
const LARGEST: u64 = (1 << 53) - 1;

impl Json {
    /// Reads a whole text.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut reader = Reader { text, at: 0 };
        let value = reader.value(0)?;
        reader.space();
        (reader.at == text.len()).then_some(value)
    }

    /// The member of this name.
    pub(crate) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(member, _)| member == name).map(|(_, value)| value)
    }

    /// An object with no members but these.
    pub(crate) fn only(self, names: &[&str]) -> Option<Self> {
        let Self::Object(members) = &self else { return None };
        members.iter().all(|(name, _)| names.contains(&name.as_str())).then_some(self)
    }

    /// A text.
    pub(crate) fn text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The text of the member of this name, read as what it stands for.
    pub(crate) fn parsed<T: core::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.text()?.parse().ok()
    }

    /// The number of the member of this name.
    pub(crate) fn number(&self, name: &str) -> Option<u64> {
        if let Self::Number(number) = self.get(name)? { Some(*number) } else { None }
    }

    /// The texts of the list of this name, each read as what it stands for.
    pub(crate) fn list<T: core::str::FromStr>(&self, name: &str) -> Option<Vec<T>> {
        let Self::List(values) = self.get(name)? else { return None };
        values.iter().map(|value| value.text()?.parse().ok()).collect()
    }

    /// The canonical form (RFC 8785).
    pub(crate) fn print(&self) -> String {
        let mut out = String::new();
        self.print_to(&mut out);
        out
    }

    fn print_to(&self, out: &mut String) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(true) => out.push_str("true"),
            Self::Bool(false) => out.push_str("false"),
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => quote(text, out),
            Self::List(values) => {
                out.push('[');
                for (at, value) in values.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    value.print_to(out);
                }
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (at, (name, value)) in members.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    quote(name, out);
                    out.push(':');
                    value.print_to(out);
                }
                out.push('}');
            }
        }
    }
}

/// A string in its one form: only what must be escaped is, in the shortest way.
fn quote(text: &str, out: &mut String) {
    out.push('"');
    for char in text.chars() {
        match char {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            '\0'..='\u{1f}' => {
                out.push_str("\\u00");
                for digit in [u32::from(char) >> 4, u32::from(char) & 15] {
                    out.extend(char::from_digit(digit, 16));
                }
            }
            _ => out.push(char),
        }
    }
    out.push('"');
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    /// Passes over white space.
    fn space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    /// Takes this text where it comes next.
    fn take(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// Takes this sign, with white space before it.
    fn sign(&mut self, sign: &str) -> bool {
        self.space();
        self.take(sign)
    }

    fn value(&mut self, depth: usize) -> Option<Json> {
        if depth > DEPTH {
            return None;
        }
        self.space();
        let next = *self.rest().as_bytes().first()?;
        match next {
            b'"' => self.string().map(Json::Text),
            b'[' => self.values(depth),
            b'{' => self.members(depth),
            b'0'..=b'9' => self.whole().map(Json::Number),
            _ if self.take("null") => Some(Json::Null),
            _ if self.take("true") => Some(Json::Bool(true)),
            _ if self.take("false") => Some(Json::Bool(false)),
            _ => None,
        }
    }

    fn whole(&mut self) -> Option<u64> {
        let rest = self.rest();
        let digits = &rest[..rest.len() - rest.trim_start_matches(|char: char| char.is_ascii_digit()).len()];
        let plain = digits == "0" || !digits.starts_with('0');
        let number = digits.parse().ok().filter(|number| plain && *number <= LARGEST)?;
        self.at += digits.len();
        Some(number)
    }

    fn values(&mut self, depth: usize) -> Option<Json> {
        self.at += 1;
        let mut values = Vec::new();
        if self.sign("]") {
            return Some(Json::List(values));
        }
        loop {
            values.push(self.value(depth + 1)?);
            if self.sign("]") {
                return Some(Json::List(values));
            }
            if !self.sign(",") {
                return None;
            }
        }
    }

    fn members(&mut self, depth: usize) -> Option<Json> {
        self.at += 1;
        let mut members = Vec::new();
        if self.sign("}") {
            return Some(Json::Object(members));
        }
        loop {
            self.space();
            let name = self.string()?;
            if !self.sign(":") {
                return None;
            }
            members.push((name, self.value(depth + 1)?));
            if self.sign("}") {
                break;
            }
            if !self.sign(",") {
                return None;
            }
        }
        members.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
        // Readers differ in which of two they believe.
        members.windows(2).all(|pair| pair[0].0 != pair[1].0).then_some(Json::Object(members))
    }

    fn string(&mut self) -> Option<String> {
        if !self.take("\"") {
            return None;
        }
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let end = rest.find(|char: char| char == '"' || char == '\\' || char < ' ')?;
            out.push_str(&rest[..end]);
            let sign = rest.as_bytes()[end];
            self.at += end + 1;
            match sign {
                b'"' => return Some(out),
                b'\\' => out.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    fn escaped(&mut self) -> Option<char> {
        let sign = *self.rest().as_bytes().first()?;
        self.at += usize::from(sign.is_ascii());
        Some(match sign {
            b'"' | b'\\' | b'/' => char::from(sign),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first.into());
                }
                let second = if self.take("\\u") { self.unit()? } else { return None };
                char::decode_utf16([first, second]).next()?.ok()?
            }
            _ => return None,
        })
    }

    /// Four hex digits.
    fn unit(&mut self) -> Option<u16> {
        let digits = self.rest().get(..4).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let unit = u16::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(unit)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    /// Any value of the kinds that there are here.
    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            (0..=LARGEST).prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 64, 8, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
                prop::collection::hash_map(any::<String>(), inner, 0..8)
                    .prop_map(|members| members.into_iter().collect::<serde_json::Map<_, _>>().into()),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_others_print_is_read_and_printed_canonically(value in any_value()) {
            let canonical = jatak_shared::canonical::to_string(&value);
            for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap(), canonical.clone()] {
                prop_assert_eq!(Json::read(&text).unwrap().print(), canonical.as_str());
            }
        }

        #[test]
        fn what_others_refuse_is_refused(text in any_value().prop_map(|value| value.to_string()), at in 0..64_usize,
                                         char in any::<char>()) {
            let at = text.char_indices().map(|(at, _)| at).nth(at).unwrap_or(text.len());
            let spoilt = format!("{}{char}{}", &text[..at], &text[at..]);
            if let Some(read) = Json::read(&spoilt) {
                let other: Value = serde_json::from_str(&spoilt).unwrap();
                prop_assert_eq!(jatak_shared::canonical::to_string(&other), read.print());
            }
        }
    }

    #[test]
    fn escapes_are_read_as_what_they_stand_for() {
        let text = "\"\\u00e6\\ud83d\\ude00\\/\\b\\u0000é\"";
        assert_eq!(Json::read(text), Some(Json::Text("æ😀/\u{8}\0é".into())));
    }

    #[test]
    fn what_is_ambiguous_or_no_json_of_ours_is_refused() {
        for text in [
            "",
            "{\"a\":1,\"a\":2}",
            "01",
            "-1",
            "1.5",
            "1e3",
            "9007199254740992",
            "[1,]",
            "{\"a\":1,}",
            "{\"a\" 1}",
            "\"\\ud83d\"",
            "\"\\ud83d\\u0041\"",
            "\"\\ude00\"",
            "\"\\u+041\"",
            "\"\\é\"",
            "\"a\nb\"",
            "\"a",
            "nul",
            "1 2",
        ] {
            assert_eq!(Json::read(text), None, "{text}");
        }
        assert_eq!(Json::read(&"[".repeat(100_000)), None, "and the stack holds");
    }
}
