//! The Heads object: one a business, apart from its ledger; a thin shell around `jatak_ledger::heads`.

use jatak_ledger::heads::{Erasures, Heads as Remembered, Told};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use wasm_bindgen::prelude::*;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use super::{fault, json, read, written};
use crate::store::DurableStore;

/// What is asked of it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The last head told. Answers `Option<Told>`.
    Last,
    /// Tells a head that is to leave. Answers whether it may, and only when it is durable.
    Tell(Told),
    /// The epochs ever claimed. Answers `Vec<(u64, String)>`.
    Epochs,
    /// Claims an epoch for this public key. Answers whether it is given.
    Claim(u64, String),
    /// Remembers what was erased. Answers nothing.
    Remember(Erasures),
    /// A page of what is remembered as erased. Answers `Erasures`.
    Erasures((u64, u64)),
    /// Forgets everything. For when the business is gone.
    Forget,
}

/// Remembers the heads of one business's log.
#[durable_object]
pub struct Heads {
    state: State,
}

impl DurableObject for Heads {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    async fn fetch(&self, _request: Request) -> Result<Response> {
        Response::error("This object is asked by its method `ask`.", 404)
    }
}

#[wasm_bindgen]
impl Heads {
    pub async fn ask(&self, text: String) -> core::result::Result<String, JsValue> {
        let ask: Ask = read(&text)?;
        if let Ask::Forget = ask {
            self.state.storage().delete_all().await?;
            return written(&());
        }
        written(&self.answer(&ask).map_err(|error| fault(&error))?)
    }
}

impl Heads {
    fn answer(&self, ask: &Ask) -> core::result::Result<Box<RawValue>, String> {
        let heads = Remembered::open(DurableStore::new(&self.state)).map_err(|error| error.to_string())?;
        let answer = match ask {
            Ask::Last => heads.last().map(json),
            Ask::Tell(told) => heads.tell(*told).map(json),
            Ask::Epochs => heads.epochs().map(json),
            Ask::Claim(epoch, vkey) => heads.claim(*epoch, vkey).map(json),
            Ask::Remember(erasures) => heads.remember(erasures).map(json),
            Ask::Erasures(from) => heads.erasures(*from).map(json),
            Ask::Forget => Ok(json(())),
        };
        answer.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
    }
}
