//! The business's place in WhatsApp: its number, its account there, and whether a typed yes is confirmed from the phone.

use core::str::FromStr;

use serde::Serialize;

use super::read::{Node, Reader};
use crate::phone::E164;

/// The longest id of an account or a number: Meta's have some 15 digits.
const ID: usize = 32;

/// How many numbers of one business's are listened to. Meta gives an account two, and up to 20 on request.
const NUMBERS: usize = 20;

/// Where a business is found in WhatsApp.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Whatsapp {
    number: E164,
    waba: String,
    phone_number_ids: Vec<String>,
    verification: Verification,
}

/// Whether a yes to a typed number counts before it is confirmed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    /// It does.
    #[default]
    None,
    /// It waits for a message from the number itself.
    Whatsapp,
}

/// A text that names no way of verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("must be \"none\" or \"whatsapp\"")]
pub struct NotAVerification;

impl FromStr for Verification {
    type Err = NotAVerification;

    fn from_str(text: &str) -> Result<Self, NotAVerification> {
        match text {
            "none" => Ok(Self::None),
            "whatsapp" => Ok(Self::Whatsapp),
            _ => Err(NotAVerification),
        }
    }
}

impl Whatsapp {
    /// The number that messages are sent to, shown in links.
    pub fn number(&self) -> &E164 {
        &self.number
    }

    /// The id of the WhatsApp Business Account (WABA).
    pub fn waba(&self) -> &str {
        &self.waba
    }

    /// Whether a yes is confirmed from the phone.
    pub fn verification(&self) -> Verification {
        self.verification
    }

    /// Whether what Meta delivers under these ids is for this business. A change that names no number is the account's.
    pub fn is_addressed(&self, waba: &str, phone_number_id: Option<&str>) -> bool {
        let listed = |id: &str| self.phone_number_ids.iter().any(|known| known == id);
        waba == self.waba && phone_number_id.is_none_or(listed)
    }

    /// Reads `/whatsapp`.
    pub(super) fn read(reader: &mut Reader, node: Node<'_>) -> Option<Self> {
        let object = reader.object(node, &["number", "waba", "phone_number_ids", "verification"])?;
        let number = reader.need(&object, "number").and_then(|node| reader.number(&node));
        let waba = reader.need(&object, "waba").and_then(|node| reader.id(&node));
        let mut phone_number_ids = Vec::new();
        if let Some(node) = reader.need(&object, "phone_number_ids") {
            if node.value.as_array().is_some_and(Vec::is_empty) {
                reader.fault(&node.path, "must name at least one number, by the id that Meta gives it");
            }
            for node in reader.list(node, NUMBERS) {
                let Some(id) = reader.id(&node) else { continue };
                if phone_number_ids.contains(&id) {
                    reader.fault(node.path, "is there twice; remove one");
                } else {
                    phone_number_ids.push(id);
                }
            }
        }
        let verification = object.get("verification").map_or(Some(Verification::None), |node| reader.parse(&node));
        Some(Self { number: number?, waba: waba?, phone_number_ids, verification: verification? })
    }
}

impl Reader {
    /// A number as it is stored: with `+`, and nothing but digits behind it.
    fn number(&mut self, node: &Node<'_>) -> Option<E164> {
        let number = self.string(node)?.parse().ok();
        if number.is_none() {
            self.fault(&node.path, "must be a number such as +4520123456: a plus, the country's code, digits alone");
        }
        number
    }

    /// An id that Meta gave: digits.
    fn id(&mut self, node: &Node<'_>) -> Option<String> {
        let text = self.string(node)?;
        let fits = (1..=ID).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if !fits {
            self.fault(&node.path, format!("must be an id as Meta shows it: 1 to {ID} digits, as a text"));
        }
        fits.then(|| text.to_owned())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use serde_json::{Value, json};

    fn read(value: &Value) -> Result<Whatsapp, Vec<String>> {
        let mut reader = Reader::default();
        let read = Whatsapp::read(&mut reader, Node { value, path: "/whatsapp".into() });
        let faults: Vec<String> = reader.faults().into_iter().map(|fault| fault.field).collect();
        read.filter(|_| faults.is_empty()).ok_or(faults)
    }

    #[test]
    fn settings_read_back_and_confirm_nothing_unless_asked() {
        let written =
            json!({"number": "+4520123456", "waba": "419561257915477", "phone_number_ids": ["106540352242922"]});
        let whatsapp = read(&written).unwrap();
        assert_eq!(whatsapp.verification(), Verification::None);
        assert_eq!(read(&serde_json::to_value(&whatsapp).unwrap()).unwrap(), whatsapp);
    }

    #[test]
    fn each_fault_is_named() {
        let faults =
            read(&json!({"number": "20123456", "waba": "", "phone_number_ids": ["1", "1", 2], "verification": "sms"}));
        let named = ["/number", "/waba", "/phone_number_ids/1", "/phone_number_ids/2", "/verification"];
        assert_eq!(faults.unwrap_err(), named.map(|path| format!("/whatsapp{path}")));
        assert_eq!(read(&json!({"number": "+4520123456", "waba": "1", "phone_number_ids": []})).unwrap_err().len(), 1);
    }

    #[test]
    fn only_what_names_the_account_and_one_of_its_numbers_is_for_the_business() {
        let whatsapp = read(&json!({"number": "+4520123456", "waba": "1", "phone_number_ids": ["2", "3"]})).unwrap();
        assert!(whatsapp.is_addressed("1", Some("3")) && whatsapp.is_addressed("1", None));
        assert!(!whatsapp.is_addressed("1", Some("4")) && !whatsapp.is_addressed("2", Some("2")));
        assert!(!whatsapp.is_addressed("2", None));
    }
}
