//! Messages that people send, and those that WhatsApp sends about them.

use serde_json::Value;

use super::contacts::Contacts;
use super::{Bad, member};
use crate::whatsapp::handles::Handles;
use crate::whatsapp::signal::{Act, Signal, SignalId, StopFrom};

/// Reads one message.
pub(super) fn read(message: &Value, contacts: &Contacts) -> Result<Signal, Bad> {
    let at = member::timestamp(message).ok_or(Bad)?;
    let id = SignalId::Message(member::id(message, "id").ok_or(Bad)?);
    let (person, act) = if member::text(message, "type") == Some("system") {
        system(message, contacts)?
    } else {
        (contacts.complete(sender(message)), written(message)?)
    };
    Ok(Signal { handles: person.ok_or(Bad)?, at, id, act })
}

/// Whom the message itself names. A parent account's id is better than none.
fn sender(message: &Value) -> Option<Handles> {
    let user_id = member::user_id(message, ["from_user_id", "from_parent_user_id"]);
    Handles::new(member::phone(message, "from"), user_id)
}

/// What a person wrote or tapped.
fn written(message: &Value) -> Result<Act, Bad> {
    let part = |name| message.get(name).ok_or(Bad);
    match member::text(message, "type").ok_or(Bad)? {
        "text" => text(member::text(part("text")?, "body").ok_or(Bad)?),
        "button" => tapped(part("button")?, "payload", "text"),
        "interactive" => {
            let interactive = part("interactive")?;
            match member::text(interactive, "type").ok_or(Bad)? {
                kind @ ("button_reply" | "list_reply") => tapped(interactive.get(kind).ok_or(Bad)?, "id", "title"),
                _ => Ok(Act::Other),
            }
        }
        // A no is one as well where it is written under a picture.
        kind @ ("image" | "video" | "document") => member::text(part(kind)?, "caption").map_or(Ok(Act::Other), text),
        _ => Ok(Act::Other),
    }
}

fn text(written: &str) -> Result<Act, Bad> {
    Ok(Act::Text(written.to_owned().try_into().map_err(|_| Bad)?))
}

/// A tap. Where a business gave its button no payload, WhatsApp sends the label as one: then nobody but the person gives the
/// tap a meaning, who said what is written there.
fn tapped(of: &Value, payload: &str, label: &str) -> Result<Act, Bad> {
    match (member::id(of, payload), member::id(of, label)) {
        (Some(payload), Some(label)) if payload == label => text(&label),
        (Some(payload), label) => Ok(Act::Reply { payload, label }),
        (None, Some(label)) if of.get(payload).is_none_or(Value::is_null) => text(&label),
        (None, _) => Err(Bad),
    }
}

/// What WhatsApp says of a person, and who that is.
fn system(message: &Value, contacts: &Contacts) -> Result<(Option<Handles>, Act), Bad> {
    let system = message.get("system").ok_or(Bad)?;
    let previous = member::user_id(system, ["previous_user_id", "previous_parent_user_id"]);
    let next = member::user_id(system, ["user_id", "parent_user_id"]);
    // Whether `from_user_id` is the id before a change or after it is not written anywhere, so it is the last to be asked;
    // nor is a contact, who would be the person after the change.
    match member::text(system, "type").ok_or(Bad)? {
        "user_changed_number" => {
            let to = Handles::new(member::phone(system, "wa_id"), next).ok_or(Bad)?;
            let before = Handles::new(member::phone(message, "from"), previous).or_else(|| sender(message));
            Ok((before, Act::ChangedNumber { to }))
        }
        "user_changed_user_id" => {
            let to = next.ok_or(Bad)?;
            let from = previous.or_else(|| member::user_id(message, ["from_user_id", "from_parent_user_id"]));
            let from = from.filter(|from| *from != to).ok_or(Bad)?;
            let before = Handles::new(member::phone(message, "from"), Some(from.clone()));
            Ok((before, Act::ChangedUserId { from, to }))
        }
        "user_preference_changed" => {
            let act = match member::text(system, "marketing").ok_or(Bad)? {
                "stop" => Act::Stop { from: StopFrom::SystemMessage },
                "resume" => Act::Resume,
                _ => Act::Other,
            };
            Ok((contacts.complete(sender(message)), act))
        }
        _ => Ok((contacts.complete(sender(message)), Act::Other)),
    }
}
