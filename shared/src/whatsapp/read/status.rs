//! What became of messages that were sent: most of it says nothing, one error says that the person stopped marketing.

use serde_json::Value;

use super::contacts::Contacts;
use super::{Bad, member};
use crate::whatsapp::handles::Handles;
use crate::whatsapp::signal::{Act, Signal, SignalId, StopFrom};

/// The person stopped marketing messages from this business. The code alone says so: titles are for people, and change.
const STOPPED: u64 = 131_050;

/// Reads one status; nothing unless it says that the person stopped.
pub(super) fn read(waba: &str, status: &Value, contacts: &Contacts) -> Result<Option<Signal>, Bad> {
    if !status.is_object() {
        return Err(Bad);
    }
    if !codes(status).any(|code| code == STOPPED) {
        return Ok(None);
    }
    let at = member::timestamp(status).ok_or(Bad)?;
    // In a group the recipient is the group, and the person stands beside it.
    let group = member::text(status, "recipient_type") == Some("group");
    let phone = member::phone(status, if group { "recipient_participant_id" } else { "recipient_id" });
    let own = Handles::new(phone, member::user_id(status, ["recipient_user_id", "recipient_parent_user_id"]));
    let handles = contacts.complete(own.clone()).ok_or(Bad)?;
    // Named as the item names them: a second copy may come in another company.
    let named = own.as_ref().unwrap_or(&handles);
    let id = SignalId::of_content("statuses", waba, named, "errors", &STOPPED.to_string(), at);
    Ok(Some(Signal { handles, at, id, act: Act::Stop { from: StopFrom::SendError } }))
}

/// How many errors this status has that say nothing of a stop.
pub(super) fn other_codes(status: &Value) -> u64 {
    codes(status).filter(|code| *code != STOPPED).map(|_| 1).sum()
}

/// The codes of its errors.
fn codes(status: &Value) -> impl Iterator<Item = u64> {
    let errors = member::items(status, "errors").unwrap_or_default();
    errors.iter().filter_map(|error| member::id(error, "code")?.parse().ok())
}
