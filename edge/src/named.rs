//! How a body of the business's names a person: by their number or by the user id that WhatsApp shows for them.

use jatak_phone::NumberFault;
use jatak_shared::phone::E164;
use jatak_shared::problem::Problem;
use jatak_shared::subject::Handle;
use jatak_shared::whatsapp::user_id::NotAUserId;

use crate::fields::{Fields, unfit};
use crate::submission;

/// As written, with any spacing. The reader of numbers has its own, tighter limit.
pub const PHONE: usize = 100;

/// The longest user id, and a few more characters so that a wrong one is named and not cut.
const USER_ID: usize = 160;

/// Takes out of these members, which stand at `within`, the one that names a person: `phone`, any number that has the form
/// of one, with `+` or `00` in front; or `user_id`.
pub fn take(fields: &mut Fields, within: &str) -> Result<Handle, Problem> {
    taken(fields, within, jatak_phone::syntactic)
}

/// The same, but that a number which has the stored form already is not read: whoever looks it up sees to what it means where
/// nobody has it as it is written.
pub fn take_as_written(fields: &mut Fields, within: &str) -> Result<Handle, Problem> {
    taken(fields, within, |text| text.parse().or_else(|_| jatak_phone::syntactic(text)))
}

fn taken(
    fields: &mut Fields,
    within: &str,
    read: impl FnOnce(&str) -> Result<E164, NumberFault>,
) -> Result<Handle, Problem> {
    let (place, place_of_id) = (format!("{within}/phone"), format!("{within}/user_id"));
    let (text, user_id) = (fields.text("phone", PHONE), fields.text("user_id", USER_ID));
    match (&text, user_id) {
        (Ok(Some(_)) | Err(_), Ok(Some(_))) => {
            return Err(unfit(&place_of_id, "must be left out where there is a `phone`"));
        }
        (_, Ok(None)) => {}
        (_, Ok(Some(user_id))) => {
            let read = user_id.parse().map(Handle::UserId);
            return read.map_err(|rule: NotAUserId| unfit(&place_of_id, &rule.to_string()));
        }
        (_, Err(_)) => return Err(unfit(&place_of_id, &NotAUserId.to_string())),
    }
    let text = text.map_err(|_| unfit(&place, &format!("a text of at most {PHONE} characters")))?;
    read(&text.unwrap_or_default()).map(Handle::Phone).map_err(|fault| submission::unfit_number(fault, &place))
}
