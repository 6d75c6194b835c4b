#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

mod fold;
mod importing;
mod opt_in;
mod withdrawing;

use serde_json::json;

use super::*;
use crate::act::{Assurance, Source};
use crate::event::{Event, Evidence, Place};
use crate::id::{BusinessId, EventId, SubjectId};
use crate::random::Random;
use crate::state::State;

/// Counts up, so that ids differ and runs repeat.
pub(super) struct Counter(u64);

impl Random for Counter {
    fn fill(&mut self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(8) {
            self.0 += 1;
            chunk.copy_from_slice(&self.0.to_be_bytes()[8 - chunk.len()..]);
        }
    }
}

pub(super) fn settings() -> Settings {
    Settings::parse(&json!({
        "name": "Nordlys Kaffe", "legal_name": "Nordlys Kaffe ApS", "address": "Havnegade 1, 1058 København K",
        "contact": "hej@nordlys.example", "country": "DK", "privacy_url": "https://nordlys.example/privatliv",
        "default_locale": "da", "locales": ["da"], "origins": ["https://nordlys.example"],
        "categories": [
            {"id": "order_updates", "preset": "order_updates"},
            {"id": "relevant_offers", "preset": "relevant_offers"},
            {"id": "back_in_stock", "preset": "back_in_stock"},
        ],
    }))
    .unwrap()
}

pub(super) fn id(text: &str) -> CategoryId {
    text.parse().unwrap()
}

/// One subject of one business, and a ledger of what happened to them.
pub(super) struct World {
    pub(super) settings: Settings,
    pub(super) notice: Notice,
    pub(super) subject: Subject,
    pub(super) standings: Standings,
    pub(super) events: Vec<Event>,
    pub(super) now: Timestamp,
    pub(super) suppressed: bool,
    pub(super) outdated: bool,
    pub(super) full: bool,
    pub(super) unproven_today: u32,
    random: Counter,
}

impl World {
    pub(super) fn new() -> Self {
        let settings = settings();
        let notice = Notice::compose(&"nordlys".parse().unwrap(), &settings, settings.default_locale()).unwrap();
        let subject = Subject { id: SubjectId::v4([3; 16]), handle: "+4520123456".parse().unwrap() };
        Self {
            settings,
            notice,
            subject,
            standings: Standings::default(),
            events: Vec::new(),
            now: Timestamp::from_millis(1_000_000),
            suppressed: false,
            outdated: false,
            full: false,
            unproven_today: 0,
            random: Counter(0),
        }
    }

    pub(super) fn notice_id(&self) -> NoticeId {
        self.notice.id()
    }

    /// Decides at the present moment and takes in what follows.
    pub(super) fn run_now(&mut self, command: &Command) -> Result<Option<EventId>, Refusal> {
        let receipt = match command {
            Command::Withdraw(command) => self.receipt(command.submission),
            _ => None,
        };
        let found = if self.outdated {
            NoticeFound::Outdated { current: NoticeId::of("another") }
        } else {
            NoticeFound::Current(&self.notice)
        };
        let knowledge = Knowledge {
            now: self.now,
            settings: &self.settings,
            notice: found,
            subject: &self.subject,
            standings: &self.standings,
            unproven_today: self.unproven_today,
            unproven_limit: Some(5),
            suppressed: self.suppressed,
            full: self.full,
            receipt: receipt.as_ref(),
        };
        let Some(fact) = decide(&knowledge, command)? else { return Ok(None) };
        let seq = self.events.len() as u64 + 1;
        let previous = self.events.last().map(|event| event.private.body.id);
        let place = Place { business: BusinessId::v4([1; 16]), seq, recorded_at: self.now, previous };
        let event = fact.seal(place, &mut self.random);
        self.standings.apply(event.leaf.notice, &event.private.body, &event.outcome.as_ref().unwrap().body);
        let id = event.private.body.id;
        self.events.push(event);
        Ok(Some(id))
    }

    /// Decides a moment later.
    pub(super) fn run(&mut self, command: &Command) -> Result<Option<EventId>, Refusal> {
        self.now = self.now.plus_millis(1);
        self.run_now(command)
    }

    pub(super) fn receipt(&self, submission: EventId) -> Option<Receipt> {
        let event = self.events.iter().find(|event| event.private.body.id == submission)?;
        Receipt::of(&event.leaf, &event.private.body, self.events.iter().map(|event| &event.private.body))
    }

    pub(super) fn state(&self, category: &str) -> State {
        self.standings.state(&id(category))
    }

    pub(super) fn opt_in(&self, categories: &[&str], assurance: Assurance) -> Command {
        Command::OptIn(OptIn {
            phone: self.subject.handle.phone().unwrap().clone(),
            notice: self.notice_id(),
            offered: None,
            categories: categories.iter().map(|category| id(category)).collect(),
            source: Source::Widget,
            assurance,
            evidence: Evidence::default(),
        })
    }

    pub(super) fn yes(&mut self, categories: &[&str], assurance: Assurance) -> EventId {
        let command = self.opt_in(categories, assurance);
        self.run(&command).unwrap().unwrap()
    }

    pub(super) fn no(&mut self, scope: Scope) {
        let handle = self.subject.handle.clone();
        self.run(&Command::OptOut(OptOut { handle, scope, evidence: Evidence::default() })).unwrap().unwrap();
    }

    pub(super) fn withdraw(&mut self, submission: EventId, scope: Scope) -> Result<Option<EventId>, Refusal> {
        self.run(&Command::Withdraw(Withdraw { submission, scope, evidence: Evidence::default() }))
    }

    /// Saves the choices page: what it showed, and what is ticked now.
    pub(super) fn choose(&mut self, shown: &[(&str, bool)], ticked: &[&str]) -> Result<Option<EventId>, Refusal> {
        let shown = shown.iter().map(|(category, granted)| Shown { id: id(category), granted: *granted }).collect();
        let ticked = ticked.iter().map(|category| id(category)).collect();
        self.run(&Command::Choose(Choose {
            subject: self.subject.id,
            notice: Some(self.notice_id()),
            shown,
            ticked,
            everything: false,
            evidence: Evidence::default(),
        }))
    }

    /// Says whether it was a new act.
    pub(super) fn stop_by_link(&mut self) -> bool {
        let command = Command::Choose(Choose {
            subject: self.subject.id,
            notice: Some(self.notice_id()),
            shown: Vec::new(),
            ticked: Vec::new(),
            everything: true,
            evidence: Evidence::default(),
        });
        self.run(&command).unwrap().is_some()
    }
}

pub(super) fn some(categories: &[&str]) -> Scope {
    Scope::Categories(categories.iter().map(|category| id(category)).collect())
}
