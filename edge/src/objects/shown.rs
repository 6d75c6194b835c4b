//! The Shown object: one a business, apart from its ledger; a thin shell around `jatak_ledger::shown`.

use jatak_ledger::shown::{Count, Shown as Counts};
use jatak_ledger::statistics::Span;
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use wasm_bindgen::prelude::*;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use super::{fault, json, read, written};
use crate::rim;
use crate::store::DurableStore;

/// What is asked of it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// Adds these counts. Answers nothing.
    Add(Vec<Count>),
    /// The counts of these days. Answers `Vec<Count>`.
    Read(Span),
    /// Forgets everything. For when the business is gone.
    Forget,
}

/// Counts how often the notices of one business were shown, as browsers report it.
#[durable_object]
pub struct Shown {
    state: State,
}

impl DurableObject for Shown {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    async fn fetch(&self, _request: Request) -> Result<Response> {
        Response::error("This object is asked by its method `ask`.", 404)
    }
}

#[wasm_bindgen]
impl Shown {
    pub async fn ask(&self, text: String) -> core::result::Result<String, JsValue> {
        let ask: Ask = read(&text)?;
        if let Ask::Forget = ask {
            self.state.storage().delete_all().await?;
            return written(&());
        }
        written(&self.answer(&ask).map_err(|error| fault(&error))?)
    }
}

impl Shown {
    fn answer(&self, ask: &Ask) -> core::result::Result<Box<RawValue>, String> {
        let counts = Counts::open(DurableStore::new(&self.state)).map_err(|error| error.to_string())?;
        let answer = match ask {
            Ask::Add(added) => counts.add(added, rim::now()).map(json),
            Ask::Read(span) => counts.read(*span).map(json),
            Ask::Forget => Ok(json(())),
        };
        answer.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
    }
}
