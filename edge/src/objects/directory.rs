//! The Directory object: one for the whole edge, a thin shell around `jatak_ledger::directory`.

use std::collections::BTreeMap;

use jatak_ledger::directory::{Directory as Listings, Line};
use jatak_shared::business::Slug;
use jatak_shared::id::BusinessId;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use wasm_bindgen::prelude::*;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use super::{fault, json, read, written};
use crate::rim;
use crate::store::DurableStore;

/// What is asked of the directory.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The line of a slug. Answers `Option<Line>`.
    Find(Slug),
    /// All lines. Answers `Vec<Line>`.
    All,
    /// Takes a slug for this fresh id, or finds who has it. Answers `Line`.
    Reserve(Slug, BusinessId),
    /// Says that a business is in use. Answers nothing.
    List(Slug),
    /// Says that a business is gone. Answers nothing.
    Remove(Slug),
    /// Binds these WhatsApp accounts to a business, and no others. Answers the account that is another's, if one is.
    Bind(Slug, Vec<String>),
    /// The business that a WhatsApp account is bound to. Answers `Option<Line>`.
    Bound(String),
    /// Adds to the counts of what came to the operator's WhatsApp app and is nobody's. Answers nothing.
    Count(BTreeMap<String, u64>),
    /// Those counts. Answers `BTreeMap<String, u64>`.
    Counts,
}

/// Maps each slug to its business.
#[durable_object]
pub struct Directory {
    state: State,
}

impl DurableObject for Directory {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    async fn fetch(&self, _request: Request) -> Result<Response> {
        Response::error("This object is asked by its method `ask`.", 404)
    }
}

#[wasm_bindgen]
impl Directory {
    pub fn ask(&self, text: &str) -> core::result::Result<String, JsValue> {
        let ask: Ask = read(text)?;
        written(&self.answer(&ask).map_err(|error| fault(&error))?)
    }
}

impl Directory {
    fn answer(&self, ask: &Ask) -> core::result::Result<Box<RawValue>, String> {
        let store = DurableStore::new(&self.state);
        let listings = Listings::open(store).map_err(|error| error.to_string())?;
        let lines: core::result::Result<Answer, _> = match ask {
            Ask::Find(slug) => listings.find(slug).map(Answer::Line),
            Ask::All => listings.all().map(Answer::Lines),
            Ask::Reserve(slug, fresh) => {
                listings.reserve(slug, *fresh, rim::now()).map(|line| Answer::Line(Some(line)))
            }
            Ask::List(slug) => listings.list(slug).map(|()| Answer::Line(None)),
            Ask::Remove(slug) => listings.remove(slug).map(|()| Answer::Line(None)),
            Ask::Bind(slug, wabas) => listings.bind(slug, wabas).map(Answer::Account),
            Ask::Bound(waba) => listings.bound(waba).map(Answer::Line),
            Ask::Count(counts) => listings.count(counts).map(|()| Answer::Line(None)),
            Ask::Counts => listings.counts().map(Answer::Counts),
        };
        let answer = lines.map_err(|error| error.to_string())?;
        json(answer).map_err(|error| error.to_string())
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Line(Option<Line>),
    Lines(Vec<Line>),
    Account(Option<String>),
    Counts(BTreeMap<String, u64>),
}
