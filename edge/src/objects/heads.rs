//! The Heads object: one a business, apart from its ledger; a thin shell around `jatak_ledger::heads`.

use jatak_ledger::heads::Heads as Remembered;
use jatak_ledger::log::KnownHead;
use serde::{Deserialize, Serialize};
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use crate::store::DurableStore;

/// What is asked of it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ask {
    /// The last head told. Answers `Option<KnownHead>`.
    Last,
    /// Tells a head that is to leave. Answers whether it may, and only when it is durable.
    Tell(KnownHead),
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
        let ask: Ask = request.json().await?;
        match self.answer(&ask) {
            Ok(value) => Response::from_json(&value),
            Err(error) => Err(worker::Error::RustError(error)),
        }
    }
}

impl Heads {
    fn answer(&self, ask: &Ask) -> core::result::Result<serde_json::Value, String> {
        let heads = Remembered::open(DurableStore::new(&self.state)).map_err(|error| error.to_string())?;
        let answer = match ask {
            Ask::Last => heads.last().map(serde_json::to_value),
            Ask::Tell(head) => heads.tell(*head).map(serde_json::to_value),
        };
        answer.map_err(|error| error.to_string())?.map_err(|error| error.to_string())
    }
}
