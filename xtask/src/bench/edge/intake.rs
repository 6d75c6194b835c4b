//! What Meta delivers, a second, beside a plain JavaScript worker that checks the signature and inserts each message.

use std::fmt::Write as _;
use std::sync::atomic::AtomicU32;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::load::Request;
use super::post::{Outcome, Turn, compare};
use super::servers::{self, Scratch, Server};
use super::{Options, flush};
use crate::bench::machine;
use crate::bench::results::{self, Verdict};
use crate::run::step;

/// What the app of both signs with.
const APP_SECRET: &str = "the-app-secret-of-the-benchmark";

/// The account and the number that deliveries name.
const WABA: &str = "419561257915477";
const NUMBER_ID: &str = "106540352242922";

/// How many times the twin's deliveries a second are wanted.
const TARGET: f64 = 1.0;

/// How many connections.
const CONNECTIONS: usize = 16;

/// Where the time goes, for a stop, should its target be missed.
const WHY: &str = "Why a target is missed: a stop of somebody new is a person, an event with leaf, private part, outcome and evidence, what \
    they said no to in every category, the sums of noes and the log; the twin writes one row of what came. Before deliveries \
    that arrive together were heard in one transaction, with one signed head, it was 0.23. Of somebody \
    shown by both names for the first time a row is written too, and more is read before; the second time nothing is written.";

/// What people write, whether they are shown by user id too, and what that is.
const WRITTEN: [(&str, bool, &str); 3] = [
    ("hello", false, "a message that says nothing here"),
    ("hello", true, "the same, of somebody new who is shown with number and user id"),
    ("STOP", false, "a stop, from somebody new"),
];

/// Measures, prints, and writes the section.
pub(crate) fn measure(options: &Options) -> Result<()> {
    let machine = machine::described();
    let scratch = Scratch::new("intake")?;
    let mut edge = step("starting the edge", || servers::edge(scratch.path()))?;
    let mut twin = step("starting the twin", || servers::twin(scratch.path(), &edge))?;
    step("putting the demo business into WhatsApp", || connect(&edge))?;
    let serial = AtomicU32::new(1);
    let mut outcomes = Vec::new();
    for (text, both, what) in WRITTEN {
        let request = Request::delivery("/v1/nordlys/whatsapp", APP_SECRET.as_bytes(), &delivery(text, both)?)?;
        (edge.request, twin.request) = (request.clone(), request);
        let outcome = step(&format!("{what}, {} rounds", options.rounds), || {
            compare(&edge, &twin, CONNECTIONS, TARGET, options.rounds, &serial)
        })?;
        outcomes.push((what, outcome));
    }
    let section = section(&outcomes, options, &machine)?;
    println!("\n{section}");
    results::write("What Meta delivers, a second", &section)
}

/// Says where the demo business is in WhatsApp, and what it shares with Meta.
fn connect(server: &Server) -> Result<()> {
    let url = format!("http://127.0.0.1:{}/v1/nordlys", server.port);
    let key = format!("Bearer {}", server.key);
    let text =
        ureq::get(&url).header("Authorization", &key).call().context("the settings")?.body_mut().read_to_string()?;
    let mut settings = serde_json::from_str::<Value>(&text)?["settings"].take();
    settings["whatsapp"] = json!({"number": "+4570101010", "waba": WABA, "phone_number_ids": [NUMBER_ID]});
    let put = |url: &str, body: &Value| {
        let call = ureq::put(url).header("Authorization", &key).header("Content-Type", "application/json");
        call.send(body.to_string()).map(drop).context("a PUT of the benchmark")
    };
    put(&url, &settings)?;
    put(&format!("{url}/whatsapp"), &json!({"app_secrets": [APP_SECRET], "verify_token": "the-token-of-the-benchmark"}))
}

#[expect(clippy::disallowed_methods, reason = "it plays the world outside, whose clock it is")]
fn delivery(text: &str, both: bool) -> Result<String> {
    let at = SystemTime::now().duration_since(UNIX_EPOCH).context("a clock before 1970")?.as_secs();
    let mut delivery = json!({"object": "whatsapp_business_account", "entry": [{"id": WABA, "changes": [{
        "field": "messages",
        "value": {
            "messaging_product": "whatsapp",
            "metadata": {"display_phone_number": "4570101010", "phone_number_id": NUMBER_ID},
            "contacts": [{"profile": {"name": "Sheena Nelson"}}],
            "messages": [{
                "from": "45NUMBER--", "id": "wamid.HBgLMTIzNDU2Nzg5MBUCABIYIDNFQjBKEY-------", "timestamp": at.to_string(),
                "type": "text", "text": {"body": text},
            }],
        },
    }]}]});
    if both {
        let value = &mut delivery["entry"][0]["changes"][0]["value"];
        value["contacts"][0]["user_id"] = "DK.uNUMBER--".into();
        value["contacts"][0]["wa_id"] = "45NUMBER--".into();
        value["messages"][0]["from_user_id"] = "DK.uNUMBER--".into();
    }
    Ok(delivery.to_string())
}

fn section(outcomes: &[(&str, Outcome)], options: &Options, machine: &str) -> Result<String> {
    let mut text = String::from(
        "| each delivery has | edge | twin | ratio of pairs: median (p10 to p90) | target | | processor time for each |\n\
         |---|---|---|---|---|---|---|\n",
    );
    let time = |turn: &Turn| turn.processor.map_or("unknown".to_owned(), |time| format!("{time:.0} µs"));
    for (what, one) in outcomes {
        writeln!(
            text,
            "| {what} | {:.0} | {:.0} | **{:.2}** ({:.2} to {:.2}) | at least {:.1} | {} | {}, {} |",
            one.edge.rate,
            one.twin.rate,
            one.rate.median(),
            one.rate.percentile(10),
            one.rate.percentile(90),
            one.target,
            Verdict::of(one.rate.median() >= one.target),
            time(&one.edge),
            time(&one.twin),
        )?;
    }
    writeln!(text)?;
    for (what, one) in outcomes {
        writeln!(text, "Of {what}: {}.", flush::sentence(&one.pairs))?;
    }
    if outcomes.iter().any(|(_, one)| one.rate.median() < one.target) {
        writeln!(text, "\n{WHY}")?;
    }
    write!(
        text,
        "\n{}{CONNECTIONS} connections. Twin: `tests/twin`, a JavaScript worker that checks the same signature and inserts \
         each message as a row; same workerd, same disk. A message that says nothing is read and dropped by the edge, which \
         keeps nobody's messages; the twin keeps it. Where number and user id are shown together for the first time, that they \
         belong together is kept, as a keyed hash. A stop is an event, a leaf and a signed head there. Each has a number and \
         a message id of its own. {} rounds of edge, twin, twin, edge, 3 s each after 4 s of warm-up.\n",
        results::preamble(machine, options.no_build),
        options.rounds,
    )?;
    Ok(text)
}
