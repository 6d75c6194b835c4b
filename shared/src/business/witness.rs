//! Witnesses: others who see each head of a log and say so, so that its keeper cannot show two histories.

use serde::Serialize;

use super::read::{Node, Object, Reader};
use super::{WebUrl, limits};
use crate::log::WitnessVkey;

/// A witness that a business asks to cosign the heads of its log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Witness {
    vkey: WitnessVkey,
    url: WebUrl,
}

impl Witness {
    /// Its public key.
    pub fn vkey(&self) -> &WitnessVkey {
        &self.vkey
    }

    /// Where a checkpoint is sent to: its submission prefix (C2SP tlog-witness) with the name of the call.
    pub fn add_checkpoint_url(&self) -> String {
        format!("{}/add-checkpoint", self.url.as_str().trim_end_matches('/'))
    }

    fn read(reader: &mut Reader, node: Node<'_>) -> Option<Self> {
        let object = reader.object(node, &["vkey", "url"])?;
        let vkey = reader.need(&object, "vkey").and_then(|node| reader.parse(&node));
        let url = reader.need(&object, "url").and_then(|node| {
            let url: WebUrl = reader.parse(&node)?;
            if url.as_str().contains(['?', '#']) {
                reader.fault(&node.path, "must be the witness's submission prefix; leave out ? and #");
                return None;
            }
            Some(url)
        });
        Some(Self { vkey: vkey?, url: url? })
    }
}

/// Reads `/witnesses`: may be left out; no key twice, whatever its name.
pub(super) fn read(reader: &mut Reader, object: &Object<'_>) -> Vec<Witness> {
    let mut witnesses: Vec<Witness> = Vec::new();
    let Some(node) = object.get("witnesses") else { return witnesses };
    for node in reader.list(node, limits::WITNESSES) {
        let path = node.path.clone();
        let Some(witness) = Witness::read(reader, node) else { continue };
        if witnesses.iter().any(|there| there.vkey.is_key_of(&witness.vkey)) {
            reader.fault(format!("{path}/vkey"), "is the key of a witness named above; two names do not make it two");
        } else {
            witnesses.push(witness);
        }
    }
    witnesses
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use serde_json::{Value, json};

    use super::super::Settings;
    use crate::log::Cosigner;

    fn vkey(name: &str, seed: u8) -> String {
        Cosigner::new(name.parse().unwrap(), &[seed; 32]).vkey().to_string()
    }

    fn settings(witnesses: Option<Value>) -> Value {
        let mut settings = json!({
            "name": "Nordlys", "legal_name": "Nordlys ApS", "address": "Havnegade 1, 1058 København K",
            "contact": "hej@nordlys.example", "country": "DK", "privacy_url": "https://nordlys.example/p",
            "default_locale": "da", "locales": ["da"], "origins": [],
            "categories": [{"id": "order_updates", "preset": "order_updates"}],
        });
        if let Some(witnesses) = witnesses {
            settings["witnesses"] = witnesses;
        }
        settings
    }

    fn fields(witnesses: Value) -> Vec<String> {
        let faults = Settings::parse(&settings(Some(witnesses))).unwrap_err();
        faults.into_iter().map(|fault| fault.field).collect()
    }

    #[test]
    fn settings_without_witnesses_print_the_same_bytes_as_ever() {
        let settings = Settings::parse(&settings(None)).unwrap();
        assert!(settings.witnesses().is_empty() && !settings.canonical().contains("witnesses"));
    }

    #[test]
    fn witnesses_read_back_and_are_asked_under_their_prefix() {
        let (vkey, at) = (vkey("witness.example/w1", 1), "https://witness.example/w1/");
        let read = Settings::parse(&settings(Some(json!([{"vkey": vkey, "url": at}])))).unwrap();
        assert_eq!(read.witnesses()[0].vkey().to_string(), vkey);
        assert_eq!(read.witnesses()[0].add_checkpoint_url(), "https://witness.example/w1/add-checkpoint");
        assert_eq!(Settings::parse(&serde_json::to_value(&read).unwrap()), Ok(read));
    }

    #[test]
    fn a_witness_that_could_not_be_asked_or_believed_is_named() {
        let (good, url) = (vkey("w.example", 1), "https://w.example");
        let log = crate::log::Signer::new("w.example".parse().unwrap(), &[1; 32]).vkey().to_string();
        assert_eq!(fields(json!([{"vkey": log, "url": url}])), ["/witnesses/0/vkey"], "a log's key");
        assert_eq!(fields(json!([{"vkey": good, "url": "http://w.example"}])), ["/witnesses/0/url"]);
        assert_eq!(fields(json!([{"vkey": good, "url": "https://w.example/?a"}])), ["/witnesses/0/url"]);
        assert_eq!(fields(json!([{"vkey": good}])), ["/witnesses/0/url"]);
        let alias = vkey("other.example", 1);
        let twice = json!([{"vkey": good, "url": url}, {"vkey": alias, "url": url}]);
        assert_eq!(fields(twice), ["/witnesses/1/vkey"], "one key under two names");
        let many: Vec<Value> = (1..=6).map(|seed| json!({"vkey": vkey("w.example", seed), "url": url})).collect();
        assert_eq!(fields(json!(many)), ["/witnesses"]);
    }
}
