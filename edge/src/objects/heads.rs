//! The Heads object: one a business, apart from its ledger; a thin shell around `jatak_ledger::heads`.

use jatak_ledger::heads::{Erasures, Heads as Remembered, Told};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use super::{asked, json};
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

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let ask: Ask = asked(&mut request).await?;
        if let Ask::Forget = ask {
            self.state.storage().delete_all().await?;
            return Response::from_json(&());
        }
        match self.answer(&ask) {
            Ok(value) => Response::from_json(&value),
            Err(error) => Err(worker::Error::RustError(error)),
        }
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
