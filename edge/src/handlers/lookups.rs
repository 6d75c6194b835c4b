//! `/lookups` with `full`: everything that is held about one person, for a person who asks for their data.
//!
//! It takes the scope `read` and no more: whoever may read exports sees every event and every body in them already. What
//! only `links` opens, the link to the choices page, is given only with that scope, here as there.

use jatak_ledger::access::PersonFile;
use serde_json::{Value, json};

/// The file as it is answered, beside what a lookup answers anyway.
pub fn file(file: &PersonFile) -> Value {
    let staged =
        file.staged.iter().map(|(import, number, line)| json!({"import": import, "line": number, "content": line}));
    let reserved = file.reserved.iter().map(|(id, at, state)| json!({"category": id, "at": at, "state": state}));
    let mut told = json!({
        "phone": file.phone,
        "subject": file.subject,
        "standings": file.standings,
        "objection": file.objection,
        "suppressed_since": file.suppressed_since,
        "idempotency_keys": file.idempotency_keys,
        "staged_lines": file.staged_lines,
        "staged": staged.collect::<Vec<_>>(),
        "reservations": file.reservations,
        "reserved": reserved.collect::<Vec<_>>(),
        "user_ids": file.user_ids,
        "former_numbers": file.former_numbers,
        "reviews": file.reviews,
        "events": file.events,
        "next_after": file.next_after,
    });
    if let Some(user_id) = &file.user_id {
        told["user_id"] = json!(user_id);
    }
    told
}
