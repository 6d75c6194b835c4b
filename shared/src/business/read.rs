//! Reading settings: every fault is noted with its pointer, and reading goes on.

use core::fmt::Display;
use core::str::FromStr;

use serde_json::{Map, Value};

use super::Fault;
use crate::text;

/// Collects faults while settings are read.
#[derive(Default)]
pub(super) struct Reader {
    faults: Vec<Fault>,
}

/// A value and where it stands.
pub(super) struct Node<'v> {
    pub(super) value: &'v Value,
    pub(super) path: String,
}

/// An object and where it stands.
pub(super) struct Object<'v> {
    map: &'v Map<String, Value>,
    path: String,
}

impl<'v> Object<'v> {
    /// Where member `key` stands or would stand.
    pub(super) fn path(&self, key: &str) -> String {
        format!("{}/{}", self.path, key.replace('~', "~0").replace('/', "~1"))
    }

    /// The member `key`, if it is there.
    pub(super) fn get(&self, key: &str) -> Option<Node<'v>> {
        self.map.get(key).map(|value| Node { value, path: self.path(key) })
    }

    /// Every member, by name.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'v str, Node<'v>)> {
        self.map.iter().map(|(key, value)| (key.as_str(), Node { value, path: self.path(key) }))
    }
}

impl Reader {
    /// Notes a fault.
    pub(super) fn fault(&mut self, path: impl Into<String>, rule: impl Into<String>) {
        self.faults.push(Fault::new(path, rule));
    }

    /// Everything noted.
    pub(super) fn faults(self) -> Vec<Fault> {
        self.faults
    }

    /// The value as an object whose members are all among `known`: a misspelt one must not pass silently.
    pub(super) fn object<'v>(&mut self, node: Node<'v>, known: &[&str]) -> Option<Object<'v>> {
        let object = self.open(node)?;
        for (_, member) in object.members().filter(|(key, _)| !known.contains(key)) {
            self.fault(member.path, format!("is not known here; correct or remove it (known: {})", known.join(", ")));
        }
        Some(object)
    }

    /// The value as an object with any members.
    pub(super) fn open<'v>(&mut self, node: Node<'v>) -> Option<Object<'v>> {
        let Some(map) = node.value.as_object() else {
            self.fault(node.path, "must be an object");
            return None;
        };
        Some(Object { map, path: node.path })
    }

    /// The member `key`, which must be there.
    pub(super) fn need<'v>(&mut self, object: &Object<'v>, key: &str) -> Option<Node<'v>> {
        let node = object.get(key);
        if node.is_none() {
            self.fault(object.path(key), "is missing; give it");
        }
        node
    }

    /// The value as a list of at most `max` entries; entries past that are not read.
    pub(super) fn list<'v>(&mut self, node: Node<'v>, max: usize) -> Vec<Node<'v>> {
        let Some(list) = node.value.as_array() else {
            self.fault(node.path, "must be a list");
            return Vec::new();
        };
        if list.len() > max {
            self.fault(&node.path, format!("must have at most {max} entries; it has {}", list.len()));
        }
        let entry = |(index, value)| Node { value, path: format!("{}/{index}", node.path) };
        list.iter().take(max).enumerate().map(entry).collect()
    }

    /// The value as a string.
    pub(super) fn string<'v>(&mut self, node: &Node<'v>) -> Option<&'v str> {
        let text = node.value.as_str();
        if text.is_none() {
            self.fault(&node.path, "must be a string");
        }
        text
    }

    /// The value as a string that `T` reads.
    pub(super) fn parse<T: FromStr<Err: Display>>(&mut self, node: &Node<'_>) -> Option<T> {
        match self.string(node)?.parse() {
            Ok(value) => Some(value),
            Err(rule) => {
                self.fault(&node.path, rule.to_string());
                None
            }
        }
    }

    /// The value as one line of at most `max` characters, cleaned.
    pub(super) fn line(&mut self, node: &Node<'_>, max: usize) -> Option<String> {
        match text::line(self.string(node)?, max) {
            Ok(line) => Some(line),
            Err(rule) => {
                self.fault(&node.path, rule.to_string());
                None
            }
        }
    }

    /// A line that a business words itself. Braces are refused: who writes `{business}` expects it to be filled, and
    /// only our own templates are.
    pub(super) fn words(&mut self, node: &Node<'_>, max: usize) -> Option<String> {
        let line = self.line(node, max)?;
        if line.contains(['{', '}']) {
            self.fault(&node.path, "must not contain { or }; nothing is filled in here, so write the text out");
            return None;
        }
        Some(line)
    }
}
