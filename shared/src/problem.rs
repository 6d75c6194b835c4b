//! Problem details (RFC 9457): every refusal that leaves the edge, with a stable code.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::business::Fault;

macro_rules! problem_types {
    ($($(#[$doc:meta])* $name:ident = $status:literal, $code:literal, $title:literal, $detail:literal;)*) => {
        /// The kinds of problem, each with a code that clients may rely on.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum ProblemType { $($(#[$doc])* $name,)* }

        impl ProblemType {
            /// Every kind, for tests and documents.
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// The stable code, the last part of `type`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// The HTTP status it is sent with.
            pub fn status(self) -> u16 {
                match self { $(Self::$name => $status,)* }
            }

            /// What it is, the same each time.
            pub fn title(self) -> &'static str {
                match self { $(Self::$name => $title,)* }
            }

            /// What to do about it, where the occurrence says nothing better.
            pub fn detail(self) -> &'static str {
                match self { $(Self::$name => $detail,)* }
            }
        }
    };
}

problem_types! {
    /// The body is not JSON or not a form.
    BodyMalformed = 400, "body_malformed", "The body cannot be read", "Send one JSON object, or a form, as the Content-Type says.";
    /// A member of the body, the query or a header is not what it should be.
    FieldInvalid = 422, "field_invalid", "A field is not what it should be", "See `field` and `rule`.";
    /// No API key was sent.
    KeyMissing = 401, "key_missing", "An API key is needed", "Send `Authorization: Bearer <key>`.";
    /// The key is not one of this business's.
    KeyUnknown = 401, "key_unknown", "This API key is not known here", "Check the key and the business; a revoked key never comes back.";
    /// A delivery is not signed by who should have sent it.
    SignatureRefused = 401, "signature_refused", "This delivery is not signed by Meta", "Check the app secrets that are set here against the app's own.";
    /// Not the verify token that was set here.
    HandshakeRefused = 403, "handshake_refused", "This is not the verify token that is set here", "Set the same text here and in the app's webhook settings.";
    /// The business confirms nothing in WhatsApp.
    VerificationOff = 409, "verification_off", "This business confirms nothing in WhatsApp", "Send a number to `/consents`, or set `verification` of `whatsapp` in the settings.";
    /// The key may not do this.
    ScopeMissing = 403, "scope_missing", "This API key may not do this", "Use a key with the scope named in `scope`.";
    /// The page is not one that may submit for this business.
    OriginRefused = 403, "origin_refused", "This page may not submit for this business", "Add the page's origin to the business's settings, without a path.";
    /// No such business.
    BusinessUnknown = 404, "business_unknown", "There is no such business", "Check the name in the address.";
    /// Nothing is here: also forged, unknown and erased links.
    NotFound = 404, "not_found", "Nothing is here", "Check the address.";
    /// The address exists, but not with this method.
    MethodNotAllowed = 405, "method_not_allowed", "The address does not take this method", "See the Allow header.";
    /// The slug is taken, or was once.
    SlugTaken = 409, "slug_taken", "This slug is taken", "Choose another one; slugs are never used twice.";
    /// The notice shown has been replaced.
    NoticeOutdated = 409, "notice_outdated", "The text has changed", "Show the notice named in `current`, unticked, and ask again.";
    /// There are as many webhooks as there may be.
    WebhooksFull = 409, "webhooks_full", "There are as many webhooks as there may be", "Delete one that is needed no more; `limit` says how many there may be.";
    /// The log is not one that begins anew.
    EpochRefused = 409, "epoch_refused", "No epoch was opened", "The detail says why.";
    /// The body is too large.
    BodyTooLarge = 413, "body_too_large", "The body is too large", "Send at most as many bytes as `limit` says.";
    /// The body is of a type that is not read here.
    TypeUnsupported = 415, "type_unsupported", "This type of body is not read here", "Send application/json, or a form where forms are taken.";
    /// The edge never published this notice.
    NoticeUnknown = 422, "notice_unknown", "This notice was never published", "Fetch the current notice and send its id.";
    /// Nothing was ticked.
    CategoryNone = 422, "category_none", "No category was chosen", "Choose at least one.";
    /// A category was named twice.
    CategoryDoubled = 422, "category_doubled", "A category was named twice", "Name each category once.";
    /// The notice does not have this category.
    CategoryUnnoticed = 422, "category_unnoticed", "This category is not part of the notice", "Name only categories that the notice has.";
    /// The category was not offered.
    CategoryUnoffered = 422, "category_unoffered", "This category was not offered", "Only what was put before the shopper can be chosen.";
    /// The receipt is not about this category.
    CategoryNotOnReceipt = 422, "category_not_on_receipt", "This receipt is not about that category", "A receipt can take back what its own submission asked for.";
    /// No number was given.
    NumberMissing = 422, "number_missing", "A phone number is needed", "Give a number with its country, or one that starts with +.";
    /// No such number can exist.
    NumberImpossible = 422, "number_impossible", "No such phone number can exist", "Check the digits and the country.";
    /// The settings have faults.
    SettingsUnfit = 422, "settings_unfit", "The settings are unfit", "See `faults`: all of them are listed.";
    /// Same idempotency key, other body.
    IdempotencyConflict = 422, "idempotency_conflict", "This idempotency key was used with another body", "Take a new key for a new request.";
    /// Lines of an import cannot be read.
    ImportFaulty = 422, "import_faulty", "Lines of this import cannot be read", "See its report; send the file again without them, or with partial=true.";
    /// More lines than go in all or none.
    ImportTooLong = 422, "import_too_long", "Too many lines to go in all or none", "Send files of at most `limit` lines, or this one with partial=true.";
    /// Too much in too short a time.
    RateLimited = 429, "rate_limited", "Too many requests", "Wait as long as Retry-After says. Nothing was recorded.";
    /// A fault of ours.
    Internal = 500, "internal", "Something went wrong here", "Try again; the same idempotency key is safe. Nothing is recorded unless an answer said so.";
    /// The ledger does not extend what was signed before.
    LogClosed = 503, "log_closed", "The log is closed", "Nothing is signed until the operator has looked: an older or another copy of the ledger was put in place. Consents are recorded all the same.";
    /// The ledger has room left for noes only.
    StorageFull = 507, "storage_full", "There is no room for more consents", "Nothing was recorded. Withdrawals and erasures are still taken; the operator has to make room.";
    /// Too busy to take it.
    Unavailable = 503, "unavailable", "Not available right now", "Wait as long as Retry-After says and send the same request with the same idempotency key.";
}

/// One problem, ready to be sent as `application/problem+json`.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// Its kind.
    pub kind: ProblemType,
    retry_after: Option<u32>,
    /// Boxed, so that a result which is nearly always `Ok` stays small.
    said: Box<Said>,
}

/// What is said of one occurrence.
#[derive(Clone, Debug, Default, PartialEq)]
struct Said {
    detail: Option<String>,
    field: Option<String>,
    rule: Option<String>,
    more: Map<String, Value>,
}

impl Problem {
    /// A problem of this kind, nothing else said.
    pub fn new(kind: ProblemType) -> Self {
        Self { kind, retry_after: None, said: Box::default() }
    }

    /// All the faults of some settings.
    pub fn settings(faults: &[Fault]) -> Self {
        Self::new(ProblemType::SettingsUnfit).with("faults", faults)
    }

    /// What to do about this occurrence.
    #[must_use]
    pub fn detail(mut self, detail: impl Into<String>) -> Self {
        self.said.detail = Some(detail.into());
        self
    }

    /// Which field is meant: a JSON pointer into the body, or the name of a header or query parameter.
    #[must_use]
    pub fn field(mut self, field: impl Into<String>) -> Self {
        self.said.field = Some(field.into());
        self
    }

    /// The rule that the field breaks.
    #[must_use]
    pub fn rule(mut self, rule: impl Into<String>) -> Self {
        self.said.rule = Some(rule.into());
        self
    }

    /// Seconds to wait, also sent as `Retry-After`.
    #[must_use]
    pub fn retry_after(self, seconds: u32) -> Self {
        Self { retry_after: Some(seconds), ..self }
    }

    /// One more member. What cannot be written as JSON is left out.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Serialize) -> Self {
        if let Ok(value) = serde_json::to_value(value) {
            self.said.more.insert(name.to_owned(), value);
        }
        self
    }

    /// Seconds to wait, where there is something to wait for.
    pub fn seconds_to_wait(&self) -> Option<u32> {
        self.retry_after
    }

    /// The problem as JSON. `base` is the public URL of the edge, without a slash at the end: `type` is an address
    /// below it.
    pub fn to_json(&self, base: &str) -> Value {
        let code = self.kind.code();
        let Said { detail, field, rule, more } = &*self.said;
        let mut members = more.clone();
        members.insert("type".into(), format!("{base}/problems/{code}").into());
        members.insert("code".into(), code.into());
        members.insert("title".into(), self.kind.title().into());
        members.insert("status".into(), self.kind.status().into());
        members.insert("detail".into(), detail.as_deref().unwrap_or(self.kind.detail()).into());
        for (name, text) in [("field", field), ("rule", rule)] {
            if let Some(text) = text {
                members.insert(name.into(), text.as_str().into());
            }
        }
        if let Some(seconds) = self.retry_after {
            members.insert("retry_after".into(), seconds.into());
        }
        Value::Object(members)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_code_is_its_own() {
        let codes: BTreeSet<_> = ProblemType::ALL.iter().map(|kind| kind.code()).collect();
        assert_eq!(codes.len(), ProblemType::ALL.len());
    }

    #[test]
    fn a_problem_has_the_members_of_rfc_9457_and_names_field_and_rule() {
        let problem = Problem::new(ProblemType::FieldInvalid).field("/page").rule("at most 2,000 characters");
        let json = problem.to_json("https://edge.example");
        assert_eq!(json["type"], "https://edge.example/problems/field_invalid");
        assert_eq!(json["code"], "field_invalid");
        assert_eq!(json["status"], 422);
        assert_eq!(json["field"], "/page");
        assert_eq!(json["rule"], "at most 2,000 characters");
        assert!(json["title"].is_string() && json["detail"].is_string());
    }
}
