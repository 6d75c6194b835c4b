//! Calls to the directory.

use std::collections::BTreeMap;

use jatak_ledger::directory::Line;
use jatak_shared::business::Slug;
use jatak_shared::id::BusinessId;
use jatak_shared::problem::Problem;
use serde::de::DeserializeOwned;
use worker::Env;

use crate::objects::directory::Ask;

/// Calls to the directory.
#[derive(Clone)]
pub struct Directory {
    env: Env,
}

impl Directory {
    /// The directory of this edge.
    pub fn new(env: &Env) -> Self {
        Self { env: env.clone() }
    }

    /// The line of a slug.
    pub async fn find(&self, slug: &Slug) -> Result<Option<Line>, Problem> {
        self.ask(&Ask::Find(slug.clone())).await
    }

    /// All lines.
    pub async fn all(&self) -> Result<Vec<Line>, Problem> {
        self.ask(&Ask::All).await
    }

    /// Takes a slug, or finds who has it.
    pub async fn reserve(&self, slug: &Slug, fresh: BusinessId) -> Result<Line, Problem> {
        self.ask(&Ask::Reserve(slug.clone(), fresh)).await
    }

    /// Says that a business is in use.
    pub async fn list(&self, slug: &Slug) -> Result<(), Problem> {
        self.ask(&Ask::List(slug.clone())).await
    }

    /// Says that a business is gone.
    pub async fn remove(&self, slug: &Slug) -> Result<(), Problem> {
        self.ask(&Ask::Remove(slug.clone())).await
    }

    /// Binds these WhatsApp accounts to a business, and no others; the account that is another's already, where one is.
    pub async fn bind(&self, slug: &Slug, wabas: Vec<String>) -> Result<Option<String>, Problem> {
        self.ask(&Ask::Bind(slug.clone(), wabas)).await
    }

    /// The business that an account is bound to.
    pub async fn bound(&self, waba: String) -> Result<Option<Line>, Problem> {
        self.ask(&Ask::Bound(waba)).await
    }

    /// Adds to the counts of what came to the operator's WhatsApp app and is nobody's.
    pub async fn count(&self, counts: BTreeMap<String, u64>) -> Result<(), Problem> {
        self.ask(&Ask::Count(counts)).await
    }

    /// Those counts.
    pub async fn counts(&self) -> Result<BTreeMap<String, u64>, Problem> {
        self.ask(&Ask::Counts).await
    }

    async fn ask<T: DeserializeOwned>(&self, ask: &Ask) -> Result<T, Problem> {
        let stub = self.env.durable_object("DIRECTORY").and_then(|space| space.get_by_name("directory"));
        super::ask(stub, ask).await
    }
}
