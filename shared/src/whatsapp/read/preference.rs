//! The switch in WhatsApp by which a person stops a business's marketing, and lifts that.

use serde_json::Value;

use super::contacts::Contacts;
use super::{Bad, member};
use crate::whatsapp::handles::Handles;
use crate::whatsapp::signal::{Act, Signal, SignalId, StopFrom};

/// The one category of preferences that there is.
const CATEGORY: &str = "marketing_messages";

/// Reads one preference; nothing where it is about something else.
pub(super) fn read(waba: &str, preference: &Value, contacts: &Contacts) -> Result<Option<Signal>, Bad> {
    let category = member::text(preference, "category").ok_or(Bad)?;
    let value = member::text(preference, "value").ok_or(Bad)?;
    let act = match (category, value) {
        (CATEGORY, "stop") => Act::Stop { from: StopFrom::Preference },
        (CATEGORY, "resume") => Act::Resume,
        _ => return Ok(None),
    };
    let at = member::timestamp(preference).ok_or(Bad)?;
    let own =
        Handles::new(member::phone(preference, "wa_id"), member::user_id(preference, ["user_id", "parent_user_id"]));
    let handles = contacts.complete(own.clone()).ok_or(Bad)?;
    // Named as the item names them: a second copy may come in another company.
    let named = own.as_ref().unwrap_or(&handles);
    let id = SignalId::of_content("user_preferences", waba, named, CATEGORY, value, at);
    Ok(Some(Signal { handles, at, id, act }))
}
