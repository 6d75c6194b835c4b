//! Logs: one JSON line for each request that is worth one, free of personal data.
//!
//! What stands here: route template (never the path: a link's token is a secret), status, problem code, milliseconds.
//! What never does: numbers, tokens, keys, addresses, bodies, the browser's name.

use serde_json::json;

/// One answered request. Successes of the hot paths are not logged: they are counted by whoever runs the edge.
pub fn answered(route: &str, method: &str, status: u16, millis: i64, problem: Option<&str>) {
    let level = if status >= 500 { "error" } else { "info" };
    let line = json!({
        "level": level, "event": "answered", "route": route, "method": method, "status": status, "ms": millis,
        "problem": problem,
    });
    if status >= 500 { worker::console_error!("{line}") } else { worker::console_log!("{line}") }
}

/// Something that an operator did, and wants to find again.
pub fn notice(what: &str, text: &str) {
    worker::console_log!("{}", json!({"level": "info", "event": what, "text": text}));
}

/// Something that an operator should look at. `text` is ours or the store's, never a caller's.
pub fn fault(what: &str, text: &str) {
    worker::console_error!("{}", json!({"level": "error", "event": what, "text": text}));
}
