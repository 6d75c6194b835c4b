//! `/lookups` with `full`: everything that is held about one number, for a person who asks for their data.
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
    json!({
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
        "events": file.events,
        "next_after": file.next_after,
    })
}
