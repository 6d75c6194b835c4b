//! Plays Meta to a ledger on this machine: what people say in WhatsApp, as it is read from a delivery.

use jatak_ledger::native::NativeStore;
use jatak_ledger::sending::{Answered, Question};
use jatak_ledger::store::Store;
use jatak_ledger::whatsapp::codes::{Awaited, Progress};
use jatak_shared::decide::Asking;
use jatak_shared::event::Evidence;
use jatak_shared::sending::{Availability, Reason};
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::handles::Handles;
use jatak_shared::whatsapp::read::{Bound, Delivery, Tally};
use jatak_shared::whatsapp::signal::{Act, Signal, SignalId, StopFrom};
use serde_json::json;

use super::{Desk, FOUR, settings_json};

pub const WABA: &str = "419561257915477";
pub const NUMBER_ID: &str = "106540352242922";

/// Whose message: a number, a user id, or both with a space between.
pub fn handles(who: &str) -> Handles {
    let parts: Vec<&str> = who.split(' ').collect();
    let phone = parts.iter().find(|part| part.starts_with('+')).map(|part| part.parse().unwrap());
    let user_id = parts.iter().find(|part| !part.starts_with('+')).map(|part| part.parse().unwrap());
    Handles::new(phone, user_id).unwrap()
}

/// A signal with an id of its own, unless the same was made before.
pub fn signal(who: &str, at: i64, act: Act) -> Signal {
    let id = SignalId::Message(format!("wamid.{who}.{at}.{}", serde_json::to_string(&act).unwrap()));
    Signal { handles: handles(who), at, id, act }
}

pub fn text(who: &str, at: i64, text: &str) -> Signal {
    signal(who, at, Act::Text(text.to_owned().try_into().unwrap()))
}

pub fn button(who: &str, at: i64, payload: &str) -> Signal {
    signal(who, at, Act::Reply { payload: payload.to_owned(), label: None })
}

pub fn stop(who: &str, at: i64) -> Signal {
    signal(who, at, Act::Stop { from: StopFrom::Preference })
}

pub fn resume(who: &str, at: i64) -> Signal {
    signal(who, at, Act::Resume)
}

pub fn moves(who: &str, at: i64, to: &str) -> Signal {
    signal(who, at, Act::ChangedNumber { to: handles(to) })
}

pub fn delivery(waba: &str, number: Option<&str>, signals: Vec<Signal>) -> Delivery {
    let bound = Bound { waba: waba.to_owned(), phone_number_id: number.map(str::to_owned), signals };
    Delivery { bound: vec![bound], tally: Tally::default() }
}

/// The message that a `wa.me` link prepares.
pub fn draft(url: &str) -> String {
    let (_, text) = url.split_once("?text=").unwrap();
    percent_encoding::percent_decode_str(text).decode_utf8().unwrap().into_owned()
}

/// The ledger of a business that has typed yeses confirmed in WhatsApp.
pub fn desk() -> Desk<NativeStore> {
    Desk::new().in_whatsapp("whatsapp")
}

/// Somebody says yes from WhatsApp, without typing anything.
pub fn opts_in<S: Store>(desk: &mut Desk<S>, who: &str, categories: &[&str]) -> Awaited {
    let awaited = offer(desk, categories);
    let at = desk.second();
    desk.hear(vec![text(who, at, &draft(&awaited.url))]);
    desk.now += 2_000;
    awaited
}

pub fn offer<S: Store>(desk: &mut Desk<S>, categories: &[&str]) -> Awaited {
    let asking = Asking {
        notice: desk.notice(),
        offered: None,
        categories: categories.iter().map(|id| id.parse().unwrap()).collect(),
        evidence: Evidence::default(),
    };
    desk.now += 1_000;
    let made = desk.engine.make_offer(&asking, Timestamp::from_millis(desk.now), &mut desk.random);
    made.unwrap().unwrap().unwrap()
}

pub fn shown<S: Store>(desk: &mut Desk<S>, who: &str) {
    let at = desk.second();
    desk.hear(vec![signal(who, at, Act::Other)]);
}

pub fn changed(from: &str, to: &str) -> Act {
    Act::ChangedUserId { from: from.parse().unwrap(), to: to.parse().unwrap() }
}

pub fn asked<S: Store>(desk: &Desk<S>, who: &str, category: &str) -> Answered {
    let subjects = vec![who.parse().unwrap()];
    let question = Question { category: category.parse().unwrap(), subjects, reserve: None };
    let now = Timestamp::from_millis(desk.now);
    let answers = desk
        .engine
        .decide(&question, &jatak_shared::phone::E164::clone, &Availability::default(), now, &mut super::Counter(9))
        .unwrap();
    answers.unwrap().remove(0)
}

pub fn reason<S: Store>(desk: &Desk<S>, who: &str, category: &str) -> Option<Reason> {
    asked(desk, who, category).decision.reason
}

pub fn progress<S: Store>(desk: &Desk<S>, awaited: &Awaited) -> Progress {
    desk.engine.poll(&awaited.secret, Timestamp::from_millis(desk.now)).unwrap().unwrap().state
}

impl<S: Store> Desk<S> {
    /// The business says where it is in WhatsApp, and whether it has typed yeses confirmed there.
    #[must_use]
    pub fn in_whatsapp(mut self, verification: &str) -> Self {
        let mut settings = settings_json(&FOUR);
        settings["whatsapp"] = json!({
            "number": "+4570101010", "waba": WABA, "phone_number_ids": [NUMBER_ID], "verification": verification,
        });
        let settings = jatak_shared::business::Settings::parse(&settings).unwrap();
        let now = Timestamp::from_millis(self.now);
        assert!(self.engine.change_settings(&settings, now, &mut self.random).unwrap().unwrap());
        self
    }

    /// The second that it is.
    pub fn second(&self) -> i64 {
        self.now / 1_000
    }

    /// Has the ledger hear these, a second later.
    pub fn hear(&mut self, signals: Vec<Signal>) {
        self.hear_all(&delivery(WABA, Some(NUMBER_ID), signals));
    }

    pub fn hear_all(&mut self, delivery: &Delivery) {
        self.now += 1_000;
        self.engine.hear(std::slice::from_ref(delivery), Timestamp::from_millis(self.now), &mut self.random).unwrap();
    }

    pub fn counted(&self, word: &str) -> u64 {
        self.engine.intake().unwrap()[word]
    }
}
