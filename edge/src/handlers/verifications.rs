//! `POST /v1/{business}/verifications`: how a yes stands that waits for a message from WhatsApp.
//!
//! Whoever asks has the secret that came with the code, in the body: an address is written down in many places. The answer
//! says how this code stands and nothing of whoever sent it.

use jatak_ledger::whatsapp::codes::Awaited;
use jatak_shared::business::Slug;
use jatak_shared::locale::Locale;
use jatak_shared::phone::E164;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::wording;
use serde_json::{Value, json};

use crate::assets;
use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};
use crate::{qr, sources};

/// What a question may weigh: a secret of 43 characters and a link of 2,953, which is ASCII.
const LIMIT: usize = 8 * 1024;

/// The longest secret that is looked up: one has 43 characters.
const SECRET: usize = 64;

/// The longest link that is drawn: as much as a code holds.
const LINK: usize = 2_953;

/// How the code of this secret stands; with `draw`, the link that came with it, also as a QR code.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let secret = fields.need("secret", SECRET)?;
    let draw = fields.text("draw", LINK)?;
    fields.end("")?;
    sources::take_poll(cx)?;
    let polled = cx.ledger(&shop).poll(secret).await?;
    let polled = polled.ok_or_else(|| Problem::new(ProblemType::NotFound))?;
    let mut answer = json!({"state": polled.state, "expires_at": polled.expires_at});
    if let Some(link) = draw {
        // Only ever a link to the business's own number is drawn.
        let own =
            shop.settings.whatsapp().map(|whatsapp| format!("https://wa.me/{}?text=", whatsapp.number().digits()));
        let qr = own.filter(|own| link.starts_with(own)).and_then(|_| qr::path(&link));
        let qr = qr.ok_or_else(|| unfit("/draw", "the link that came with the code"))?;
        answer["qr"] = json!({"size": qr.size, "path": qr.path});
    }
    Ok(Outgoing::json(200, &answer).with("Cache-Control", "no-store"))
}

/// What a shopper is told of a code, with the words to say it in, and by its last two digits the number that was typed.
pub fn told(locale: Locale, awaited: &Awaited, number: Option<&E164>) -> Value {
    let words = &wording::of(locale).whatsapp;
    let explanation = match number {
        Some(number) => wording::say(locale, words.explanation, &[("digits", number.last_digits())]),
        None => words.explanation_any.to_owned(),
    };
    json!({
        // The script that shows it. It comes with the answer, since a page may be older than the settings or the edge.
        "js": assets::named("confirm.js").map(|asset| asset.path),
        "url": awaited.url,
        "secret": awaited.secret,
        "expires_at": awaited.expires_at,
        "text": {
            "heading": words.heading,
            "explanation": explanation,
            "open": words.open,
            "scan": words.scan,
            "waiting": words.waiting,
            "confirmed": words.confirmed,
            "expired": words.expired,
        },
    })
}
