//! `/v1/{business}/whatsapp` and, for an app that hears for many businesses, `/v1/whatsapp`: what Meta delivers.

use core::cell::Cell;

use jatak_ledger::directory::Listing;
use jatak_ledger::keys::Scope;
use jatak_shared::business::Slug;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::whatsapp::read::{self, Bound, Delivery, Tally};
use jatak_shared::whatsapp::signal::Signal;
use serde_json::json;

use crate::calls::Untaken;
use crate::client::{Directory, Ledger};
use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread, read_body};
use crate::meta::{APP_SECRETS, LEAST, MOST, MetaSecrets};
use crate::rim::SystemRandom;
use crate::{accounts, log, rim, seal, shop, sources};

/// The largest delivery: Meta's are up to 3 MB.
const LIMIT: usize = 3 * 1024 * 1024;

/// What a body of secrets or accounts may weigh.
const SECRETS: usize = 4 * 1024;

/// How many accounts one business may have.
const ACCOUNTS: usize = 20;

/// The longest id of an account: Meta's have some 15 digits.
const ACCOUNT: usize = 32;

/// Meta's handshake: the challenge back, where the verify token is the one set here.
pub async fn shake(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    if let Ok(answer) = challenge(cx, shop.meta.as_ref()) {
        return Ok(answer);
    }
    // It may have been set a moment ago, elsewhere; whoever guesses is not looked up anew each time.
    sources::take_poll(cx)?;
    let shop = shop::open_fresh(&cx.env, &cx.config, slug).await?;
    challenge(cx, shop.meta.as_ref())
}

/// The same for the operator's app.
pub fn shake_for_many(cx: &Cx) -> Result<Outgoing, Problem> {
    challenge(cx, Some(app(cx)?))
}

fn challenge(cx: &Cx, secrets: Option<&MetaSecrets>) -> Result<Outgoing, Problem> {
    let parameter = |name| cx.incoming.parameter(name);
    let answer = secrets.and_then(|secrets| {
        secrets.answer(parameter("hub.mode"), parameter("hub.verify_token"), parameter("hub.challenge"))
    });
    let challenge = answer.ok_or_else(|| Problem::new(ProblemType::HandshakeRefused))?;
    Ok(Outgoing::text(200, "text/plain; charset=utf-8", challenge).with("Cache-Control", "no-store"))
}

/// Takes in a delivery to one business. What is signed is answered with 200 whatever it holds, once it is durable: anything
/// else would have it sent again for days.
pub async fn hear(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let body = read_body(request, LIMIT).await?;
    let header = cx.incoming.header("x-hub-signature-256");
    let signed = |shop: &shop::Shop| shop.meta.as_ref().is_some_and(|meta| meta.signed(header.as_deref(), &body));
    if !signed(&shop) {
        // Whoever forges many is not even looked up anew, nor counted.
        sources::take_poll(cx)?;
        if !signed(&*shop::open_fresh(&cx.env, &cx.config, slug).await?) {
            if is_counted(cx) {
                cx.ledger(&shop).count_untaken(Untaken::Forged).await?;
            }
            return Err(Problem::new(ProblemType::SignatureRefused));
        }
    }
    let ledger = cx.ledger(&shop);
    match read::read(&body) {
        Ok(delivery) => {
            let addressed = |bound: &Bound| shop.settings.hears(&bound.waba, bound.phone_number_id.as_deref());
            let worth = worth_hearing(delivery, addressed);
            if worth != Delivery::default() {
                ledger.hear(worth).await?;
            }
        }
        Err(unreadable) => {
            log::fault("whatsapp", &format!("{slug}: {unreadable}"));
            ledger.count_untaken(Untaken::Unreadable).await?;
        }
    }
    Ok(taken())
}

/// Takes in a delivery to the operator's app: each business hears what its own account got. What is nobody's is dropped and
/// counted, as are forgeries (`GET /v1/businesses`).
pub async fn hear_for_many(cx: &Cx, request: &Unread) -> Result<Outgoing, Problem> {
    let secrets = app(cx)?;
    let body = read_body(request, LIMIT).await?;
    if !secrets.signed(cx.incoming.header("x-hub-signature-256").as_deref(), &body) {
        sources::take_poll(cx)?;
        if is_counted(cx) {
            accounts::count(cx, &[("forged", 1)]).await?;
        }
        return Err(Problem::new(ProblemType::SignatureRefused));
    }
    let delivery = match read::read(&body) {
        Ok(delivery) => delivery,
        Err(unreadable) => {
            log::fault("whatsapp", &unreadable.to_string());
            accounts::count(cx, &[("unreadable", 1)]).await?;
            return Ok(taken());
        }
    };
    // By account: the numbers of one come one after the other.
    let mut strangers = 0;
    let mut failed = None;
    for of_one in delivery.bound.chunk_by(|one, other| one.waba == other.waba) {
        let Some(first) = of_one.first() else { continue };
        // Small talk goes first, so that of most deliveries nothing is read twice.
        let worth = worth_hearing(Delivery { bound: of_one.to_vec(), tally: Tally::default() }, |_| true);
        let says_something = worth.bound.iter().any(|bound| bound.signals.iter().any(Signal::says_something));
        let business = if says_something {
            accounts::bound_now(cx, &first.waba).await
        } else {
            accounts::bound(cx, &first.waba).await
        };
        let business = match business {
            Ok(Some(business)) => business,
            Ok(None) => {
                strangers += of_one.iter().map(|bound| bound.signals.len() as u64).sum::<u64>();
                continue;
            }
            Err(problem) => {
                failed = Some(problem);
                continue;
            }
        };
        if worth != Delivery::default() {
            // One ledger that cannot write keeps no other from hearing; Meta sends all of it again, and copies do no harm.
            let heard = Ledger::new(&cx.env, business).hear(worth).await;
            failed = heard.err().or(failed);
        }
    }
    let bad = delivery.tally.bad;
    if strangers > 0 || bad > 0 {
        accounts::count(cx, &[("strangers", strangers), ("bad", bad)]).await?;
    }
    failed.map_or_else(|| Ok(taken()), Err)
}

/// Whether a forgery is counted: one a second of each isolate, so that counting them is no way to keep a ledger busy. Where
/// limits are off, each.
fn is_counted(cx: &Cx) -> bool {
    thread_local! {
        static LAST: Cell<i64> = const { Cell::new(0) };
    }
    let now = rim::now().millis();
    let counted = !cx.config.limits || now - LAST.get() >= 1_000;
    if counted {
        LAST.set(now);
    }
    counted
}

/// Sets what the business shares with Meta, in the place of what it shared before. It is shown nowhere.
pub async fn put_secrets(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let ledger = cx.keyed(&shop, Scope::Admin)?;
    let mut fields = Fields::json(cx, request, SECRETS).await?;
    let app_secrets = fields.list("app_secrets", APP_SECRETS, MOST)?.unwrap_or_default();
    let verify_token = fields.need("verify_token", MOST)?;
    fields.end("")?;
    let rule = format!("{LEAST} to {MOST} visible ASCII characters");
    if app_secrets.is_empty() || !app_secrets.iter().all(|secret| MetaSecrets::is_fit(secret)) {
        return Err(unfit("/app_secrets", &format!("one or two texts of {rule}: two while they are rotated")));
    }
    if !MetaSecrets::is_fit(&verify_token) {
        return Err(unfit("/verify_token", &rule));
    }
    let text = serde_json::to_vec(&MetaSecrets { app_secrets, verify_token });
    let newest = cx.config.secrets.last();
    let sealed =
        newest.zip(text.ok()).and_then(|(secret, text)| seal::seal_meta(secret, shop.id, &text, &mut SystemRandom));
    ledger.put_meta_secrets(sealed.ok_or_else(|| Problem::new(ProblemType::Internal))?).await?;
    shop::forget(slug);
    Ok(Outgoing::empty(204))
}

/// How much was delivered, and what became of it.
pub async fn counts(cx: &Cx, slug: &Slug) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let counts = cx.keyed(&shop, Scope::Read)?.intake().await?;
    Ok(Outgoing::json(200, &json!({"counts": counts})).with("Cache-Control", "no-store"))
}

/// Binds accounts to a business, for the operator's app. The operator says which: a business that could claim another's
/// would hear its people.
pub async fn bind(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    cx.operator()?;
    let mut fields = Fields::json(cx, request, SECRETS).await?;
    let wabas = fields.list("wabas", ACCOUNTS, ACCOUNT)?.ok_or_else(|| unfit("/wabas", "must be there"))?;
    fields.end("")?;
    if !wabas.iter().all(|waba| !waba.is_empty() && waba.bytes().all(|byte| byte.is_ascii_digit())) {
        return Err(unfit("/wabas", "ids of WhatsApp Business Accounts, in digits"));
    }
    let directory = Directory::new(&cx.env);
    let line = directory.find(slug).await?.filter(|line| line.listing == Listing::Listed);
    line.ok_or_else(|| Problem::new(ProblemType::BusinessUnknown))?;
    match directory.bind(slug, wabas.clone()).await? {
        None => {
            accounts::forget();
            Ok(Outgoing::json(200, &json!({"wabas": wabas})).with("Cache-Control", "no-store"))
        }
        Some(waba) => Err(unfit("/wabas", &format!("{waba} is bound to another business; unbind it there first"))),
    }
}

/// The operator's app, where one is set up.
fn app(cx: &Cx) -> Result<&MetaSecrets, Problem> {
    cx.config.meta.as_ref().ok_or_else(|| Problem::new(ProblemType::NotFound))
}

/// What of a delivery the ledger must hear of. Most deliveries tell that a message was sent or read, or are small talk: nothing
/// of them is kept, so the ledger need not be asked. What is for somebody else is counted there, whatever it says.
fn worth_hearing(delivery: Delivery, addressed: impl Fn(&Bound) -> bool) -> Delivery {
    let worth = |bound: Bound| {
        let addressed = addressed(&bound);
        let signals = bound.signals.into_iter().filter(|signal| !addressed || !signal.says_nothing());
        let bound = Bound { signals: signals.collect(), ..bound };
        (!bound.signals.is_empty()).then_some(bound)
    };
    Delivery { bound: delivery.bound.into_iter().filter_map(worth).collect(), ..delivery }
}

fn taken() -> Outgoing {
    Outgoing::empty(200)
}
