//! Reads what Meta delivers: who did what, by the account that it is for.
//!
//! Reading is lenient, since the platform adds members, kinds and fields as it likes and whatever it cannot deliver it sends
//! again for days: what is unknown is passed over and counted, and each entry, change and item is read on its own, so that
//! none that is bad keeps another from being heard.

mod contacts;
mod member;
mod mend;
mod message;
mod preference;
mod status;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use self::contacts::Contacts;
use super::signal::{Act, Signal};

/// The most signals that are read from one delivery. Meta bundles up to 1,000 changes; a body of 3 MB holds about as many
/// small messages as this.
pub const MAX_SIGNALS: usize = 10_000;

/// What one request of Meta's says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// The signals, by whom they are for; one for each account and number of the business.
    pub bound: Vec<Bound>,
    /// How much was read past.
    pub tally: Tally,
}

/// The signals for one business, in the order in which they came, copies and all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bound {
    /// The id of the business's WhatsApp account.
    pub waba: String,
    /// The id of the business's number, where it is told.
    pub phone_number_id: Option<String>,
    /// What people did there; at least one signal.
    pub signals: Vec<Signal>,
}

/// How much of a delivery did not become a signal, or became one that says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Entries, changes and items that could not be read.
    pub bad: u64,
    /// Changes of fields that nobody asked for.
    pub other_fields: u64,
    /// Messages, system messages and preferences of kinds that say nothing here.
    pub other_kinds: u64,
    /// Errors of sent messages other than a person's stop.
    pub other_codes: u64,
    /// Signals past [`MAX_SIGNALS`].
    pub left_out: u64,
}

impl Tally {
    /// Each count under its word.
    pub fn counts(&self) -> [(&'static str, u64); 5] {
        [
            ("bad", self.bad),
            ("other_fields", self.other_fields),
            ("other_kinds", self.other_kinds),
            ("other_codes", self.other_codes),
            ("left_out", self.left_out),
        ]
    }
}

/// A body that is no delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// It is no JSON.
    #[error("the body must be JSON")]
    NotJson,
    /// It is JSON about something else, or has no list of entries.
    #[error("the body must be a delivery of a WhatsApp Business Account")]
    NotADelivery,
}

/// Reads a body, once its signature is found right.
pub fn read(body: &[u8]) -> Result<Delivery, Unreadable> {
    let body: Value = serde_json::from_slice(body)
        .or_else(|_| serde_json::from_str(&mend::mended(body)))
        .map_err(|_| Unreadable::NotJson)?;
    if member::text(&body, "object") != Some("whatsapp_business_account") {
        return Err(Unreadable::NotADelivery);
    }
    let entries = body.get("entry").and_then(Value::as_array).ok_or(Unreadable::NotADelivery)?;
    let mut reader = Reader::default();
    for entry in entries {
        reader.entry(entry).unwrap_or_else(|Bad| reader.tally.bad += 1);
    }
    Ok(reader.delivery())
}

/// Something that cannot be read, for whatever reason: nobody is told more than that there was one.
struct Bad;

/// What was read so far.
#[derive(Default)]
struct Reader {
    bound: BTreeMap<(String, Option<String>), Vec<Signal>>,
    read: usize,
    tally: Tally,
}

impl Reader {
    fn entry(&mut self, entry: &Value) -> Result<(), Bad> {
        let waba = member::id(entry, "id").ok_or(Bad)?;
        for change in member::items(entry, "changes")? {
            self.change(&waba, change).unwrap_or_else(|Bad| self.tally.bad += 1);
        }
        Ok(())
    }

    fn change(&mut self, waba: &str, change: &Value) -> Result<(), Bad> {
        let field = member::text(change, "field").ok_or(Bad)?;
        if !["messages", "user_preferences"].contains(&field) {
            // Among them are echoes of what the business wrote and histories: nobody says anything in those now.
            self.tally.other_fields += 1;
            return Ok(());
        }
        let value = change.get("value").filter(|value| value.is_object()).ok_or(Bad)?;
        let number = value.get("metadata").and_then(|metadata| metadata.get("phone_number_id"));
        // A number that is told, but cannot be read, must not pass for one that is not told.
        let number = number.filter(|id| !id.is_null()).map(|id| member::as_id(id).ok_or(Bad)).transpose()?;
        let place = (waba.to_owned(), number);
        let contacts = Contacts::read(value);
        if field == "user_preferences" {
            self.each(&place, value, field, |item, tally| {
                let signal = preference::read(waba, item, &contacts)?;
                tally.other_kinds += u64::from(signal.is_none());
                Ok(signal)
            });
            return Ok(());
        }
        self.each(&place, value, field, |item, tally| {
            let signal = message::read(item, &contacts)?;
            tally.other_kinds += u64::from(signal.act == Act::Other);
            Ok(Some(signal))
        });
        self.each(&place, value, "statuses", |item, tally| {
            tally.other_codes += status::other_codes(item);
            status::read(waba, item, &contacts)
        });
        Ok(())
    }

    /// Reads each item of a list on its own.
    fn each(
        &mut self,
        place: &(String, Option<String>),
        value: &Value,
        list: &str,
        read: impl Fn(&Value, &mut Tally) -> Result<Option<Signal>, Bad>,
    ) {
        let Ok(items) = member::items(value, list) else {
            self.tally.bad += 1;
            return;
        };
        for item in items {
            match read(item, &mut self.tally) {
                Err(Bad) => self.tally.bad += 1,
                Ok(None) => {}
                Ok(Some(_)) if self.read == MAX_SIGNALS => self.tally.left_out += 1,
                Ok(Some(signal)) => {
                    self.read += 1;
                    self.bound.entry(place.clone()).or_default().push(signal);
                }
            }
        }
    }

    fn delivery(self) -> Delivery {
        let bound = |((waba, phone_number_id), signals)| Bound { waba, phone_number_id, signals };
        Delivery { bound: self.bound.into_iter().map(bound).collect(), tally: self.tally }
    }
}
