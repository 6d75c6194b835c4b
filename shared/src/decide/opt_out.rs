//! A no, from the business by number or from whoever holds a receipt. Nothing but a foreign category refuses it.

use super::opt_in::distinct;
use super::{Knowledge, OptOut, Refusal, Scope, Withdraw, all_categories};
use crate::act::{Assurance, Source};
use crate::category::CategoryId;
use crate::event::{Change, Evidence, Fact, Kind};
use crate::state::State;

/// A no that the business passes on. It may name any category that the business has or the subject was ever asked.
pub(super) fn by_number(knowledge: &Knowledge<'_>, command: &OptOut) -> Result<Fact, Refusal> {
    let categories = match &command.scope {
        Scope::Everything => all_categories(knowledge.settings, knowledge.standings).into_iter().collect(),
        Scope::Categories(named) => {
            let known = all_categories(knowledge.settings, knowledge.standings);
            let named = named_once(named)?;
            if let Some(stranger) = named.iter().find(|id| !known.contains(id)) {
                return Err(Refusal::CategoryUnnoticed(stranger.clone()));
            }
            named
        }
    };
    Ok(no(knowledge, Source::Api, Assurance::Api, categories, &command.scope, &command.evidence))
}

/// A no through a receipt link: what its submission asked for, or everything. Said a second time it is no new act.
pub(super) fn by_receipt(knowledge: &Knowledge<'_>, command: &Withdraw) -> Result<Option<Fact>, Refusal> {
    let receipt = knowledge.receipt.ok_or(Refusal::NotFound)?;
    let categories: Vec<CategoryId> = match &command.scope {
        Scope::Everything => all_categories(knowledge.settings, knowledge.standings).into_iter().collect(),
        Scope::Categories(named) => {
            let named = named_once(named)?;
            if let Some(stranger) = named.iter().find(|id| !receipt.categories.contains(id)) {
                return Err(Refusal::CategoryNotOnReceipt(stranger.clone()));
            }
            named
        }
    };
    let said = |id: &CategoryId| receipt.took_back(id);
    let stands = |id: &CategoryId| knowledge.standings.state(id) == State::Withdrawn;
    let objected = command.scope != Scope::Everything || receipt.everything.is_some();
    if objected && categories.iter().all(|id| said(id) && stands(id)) {
        return Ok(None);
    }
    let fact = no(knowledge, Source::Receipt, Assurance::Receipt, categories, &command.scope, &command.evidence);
    Ok(Some(Fact { via: Some(receipt.event), ..fact }))
}

/// The fact of a no to these categories.
pub(super) fn no(
    knowledge: &Knowledge<'_>,
    source: Source,
    assurance: Assurance,
    categories: Vec<CategoryId>,
    scope: &Scope,
    evidence: &Evidence,
) -> Fact {
    let withdrawn = categories.into_iter().map(|id| Change { id, state: State::Withdrawn });
    Fact {
        subject: Some(knowledge.subject.clone()),
        assurance: Some(assurance),
        categories: withdrawn.collect(),
        everything: *scope == Scope::Everything,
        evidence: evidence.clone(),
        ..Fact::new(Kind::OptedOut, source)
    }
}

/// These categories, at least one and none twice.
fn named_once(named: &[CategoryId]) -> Result<Vec<CategoryId>, Refusal> {
    if named.is_empty() {
        return Err(Refusal::CategoryNone);
    }
    Ok(distinct(named)?.into_iter().cloned().collect())
}
