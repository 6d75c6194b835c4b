//! Plays Meta: deliveries in the shapes that it documents, signed as it signs them, by code of its own.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use crate::Business;
use crate::business::named;
use crate::client::{Call, Reply};
use crate::server::Server;

/// The account and the number of every business of these tests, unless a test says otherwise.
pub const WABA: &str = "419561257915477";
/// See [`WABA`].
pub const NUMBER_ID: &str = "106540352242922";
/// The number that shoppers write to.
pub const NUMBER: &str = "+4570101010";

/// What an app of Meta's shares with the edge.
#[derive(Clone, Debug)]
pub struct Meta {
    /// Signs deliveries.
    pub app_secret: String,
    /// Repeated at the handshake.
    pub verify_token: String,
}

impl Meta {
    /// An app with secrets of its own.
    pub fn new(name: &str) -> Self {
        Self {
            app_secret: format!("app-secret-of-{name}-0123456789"),
            verify_token: format!("token-of-{name}-0123456789"),
        }
    }

    /// `X-Hub-Signature-256` of a body.
    pub fn signature(&self, body: &[u8]) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.app_secret.as_bytes()).unwrap();
        mac.update(body);
        format!("sha256={}", data_encoding::HEXLOWER.encode(&mac.finalize().into_bytes()))
    }

    /// A signed POST of this body.
    pub fn delivering<'s>(&self, server: &'s Server, path: &str, body: &Value) -> Call<'s> {
        let body = body.to_string();
        let signature = self.signature(body.as_bytes());
        server.post(path).header("X-Hub-Signature-256", &signature).raw("application/json", body)
    }
}

/// Now, in whole seconds.
#[expect(clippy::disallowed_methods, reason = "this plays the world outside, whose clock it is")]
pub fn second() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs().try_into().unwrap()
}

/// An id that no other message has.
pub fn message_id() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    format!("wamid.HBgL{}{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

/// A text message, as it stands in `messages`.
pub fn text(from: &str, at: i64, body: &str) -> Value {
    json!({"from": digits(from), "id": message_id(), "timestamp": at.to_string(), "type": "text", "text": {"body": body}})
}

/// A tapped quick reply, as it stands in `messages`.
pub fn button(from: &str, at: i64, payload: &str) -> Value {
    json!({
        "from": digits(from), "id": message_id(), "timestamp": at.to_string(), "type": "button",
        "context": {"from": digits(NUMBER), "id": message_id()}, "button": {"payload": payload, "text": "x"},
    })
}

/// A change of `messages` with these.
pub fn messages(messages: &[Value]) -> Value {
    let contacts: Vec<Value> = messages
        .iter()
        .filter_map(|message| message["from"].as_str())
        .map(|wa_id| json!({"profile": {"name": "Sheena Nelson"}, "wa_id": wa_id}))
        .take(1)
        .collect();
    json!({"field": "messages", "value": {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": digits(NUMBER), "phone_number_id": NUMBER_ID},
        "contacts": contacts, "messages": messages,
    }})
}

/// A change of `user_preferences`: `stop` or `resume`.
pub fn preference(of: &str, at: i64, value: &str) -> Value {
    json!({"field": "user_preferences", "value": {
        "messaging_product": "whatsapp",
        "metadata": {"display_phone_number": digits(NUMBER), "phone_number_id": NUMBER_ID},
        "contacts": [{"profile": {"name": "Sheena Nelson"}, "wa_id": digits(of)}],
        "user_preferences": [{
            "wa_id": digits(of), "detail": "User requested", "category": "marketing_messages", "value": value, "timestamp": at,
        }],
    }})
}

/// A change of `messages` with one, of somebody whom WhatsApp shows by this user id, and by their number where it is given.
pub fn message_of(user_id: &str, phone: Option<&str>, at: i64, body: &str) -> Value {
    let mut change = messages(&[]);
    let mut contact = json!({"profile": {"name": "Sheena", "username": "sheena"}, "user_id": user_id});
    let mut message = json!({
        "from_user_id": user_id, "id": message_id(), "timestamp": at.to_string(), "type": "text", "text": {"body": body},
    });
    if let Some(phone) = phone {
        contact["wa_id"] = digits(phone).into();
        message["from"] = digits(phone).into();
    }
    change["value"]["contacts"] = json!([contact]);
    change["value"]["messages"] = json!([message]);
    change
}

/// A delivery of these changes to one account.
pub fn delivery(waba: &str, changes: &[Value]) -> Value {
    json!({"object": "whatsapp_business_account", "entry": [{"id": waba, "changes": changes}]})
}

/// The message that a `wa.me` link prepares.
pub fn draft(url: &str) -> String {
    let (_, text) = url.split_once("?text=").unwrap_or_else(|| panic!("{url} prepares nothing"));
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let hex: String = [rest.next().unwrap(), rest.next().unwrap()].map(char::from).iter().collect();
                u8::from_str_radix(&hex, 16).unwrap()
            }
            other => other,
        });
    }
    String::from_utf8(bytes).unwrap()
}

fn digits(number: &str) -> &str {
    number.trim_start_matches('+')
}

impl Server {
    /// A business that is found in WhatsApp, with the app that hears for it.
    pub fn business_in_whatsapp(&self, verification: &str) -> (Business<'_>, Meta) {
        let business = self.business_with(|settings| {
            settings["whatsapp"] = json!({
                "number": NUMBER, "waba": WABA, "phone_number_ids": [NUMBER_ID], "verification": verification,
            });
        });
        let app = Meta::new(&business.slug);
        business.share(&[&app.app_secret], &app.verify_token).expect(204);
        (business, app)
    }
}

impl Business<'_> {
    /// Sets what is shared with Meta.
    pub fn share(&self, app_secrets: &[&str], verify_token: &str) -> Reply {
        let body = json!({"app_secrets": app_secrets, "verify_token": verify_token});
        self.server.call("PUT", &self.api("/whatsapp")).key(&self.key).json(&body).send()
    }

    /// Delivers these changes to the business, signed by its app; they must be taken.
    pub fn delivered(&self, app: &Meta, changes: &[Value]) {
        app.delivering(self.server, &self.api("/whatsapp"), &delivery(WABA, changes)).send().expect(200);
    }

    /// Has somebody write this to the business now.
    pub fn writes(&self, app: &Meta, from: &str, body: &str) {
        self.delivered(app, &[messages(&[text(from, second(), body)])]);
    }

    /// How much was delivered, and what became of it.
    pub fn counted(&self, word: &str) -> u64 {
        let counts = self.get("/whatsapp/counts").expect(200).json();
        counts["counts"][word].as_u64().unwrap_or_else(|| panic!("{word} in {counts}"))
    }

    /// Whether a message of this category may go to a number or user id now: the reason against it, if there is one.
    pub fn reason(&self, category: &str, who: &str) -> Option<String> {
        let question = json!({"category": category, "subjects": [named(who)]});
        let answer = self.post("/decisions", &question).expect(200).json();
        let decision = &answer["decisions"][0];
        assert_eq!(decision["allow"].as_bool(), Some(decision.get("reason").is_none()), "{decision}");
        decision["reason"].as_str().map(str::to_owned)
    }
}
