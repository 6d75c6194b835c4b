//! A submission of the form: ticked in offered in notice, or refused (rule 2).

use std::collections::BTreeSet;

use super::{Asking, Knowledge, NoticeFound, Offer, OptIn, Refusal};
use crate::act::{Assurance, Strength};
use crate::business::{CategorySettings, Settings};
use crate::category::{CategoryId, Class};
use crate::event::{Change, Fact, Kind};
use crate::notice::Notice;
use crate::state::{Standings, State};

/// After how many seconds a number that was submitted too often may be tried again: an hour, since the count is over
/// the last 24 and falls bit by bit.
const RETRY_AFTER: u32 = 3_600;

pub(super) fn decide(knowledge: &Knowledge<'_>, command: &OptIn) -> Result<Fact, Refusal> {
    let notice = current(knowledge.notice)?;
    let offered = offered(notice, command.offered.as_deref())?;
    let ticked = ticked(&offered, &command.categories, notice)?;
    if knowledge.full {
        return Err(Refusal::StorageFull);
    }

    let unproven = command.assurance == Assurance::Typed;
    if unproven && knowledge.unproven_limit.is_some_and(|limit| knowledge.unproven_today >= limit) {
        return Err(Refusal::TooManySubmissions { retry_after: RETRY_AFTER });
    }

    // Where the business has it confirmed from the number, what anyone could have typed waits, whatever stands: the
    // answer must not differ by what was said before (rule 13).
    let waits = unproven && knowledge.settings.confirms_in_whatsapp().is_some();
    let categories = ticked.into_iter().map(|id| {
        let state = if waits { State::Pending } else { yes(knowledge, &id, command.assurance) };
        Change { id, state }
    });
    Ok(Fact {
        notice: Some(notice.id()),
        subject: Some(knowledge.subject.clone()),
        assurance: Some(command.assurance),
        locale: Some(notice.locale()),
        categories: categories.collect(),
        offered,
        evidence: command.evidence.clone(),
        ..Fact::new(Kind::OptedIn, command.source)
    })
}

/// What a code will stand for, for a shopper who typed no number: their ticks under the notice shown.
pub fn offer(notice: NoticeFound<'_>, asking: &Asking, full: bool) -> Result<Offer, Refusal> {
    let notice = current(notice)?;
    let offered = offered(notice, asking.offered.as_deref())?;
    let categories = ticked(&offered, &asking.categories, notice)?;
    if full {
        return Err(Refusal::StorageFull);
    }
    let (notice, locale) = (notice.id(), notice.locale());
    Ok(Offer { submission: None, notice, locale, offered, categories, evidence: asking.evidence.clone() })
}

/// The notice that the command names, if it is shown now.
pub(super) fn current(notice: NoticeFound<'_>) -> Result<&Notice, Refusal> {
    match notice {
        NoticeFound::Current(notice) => Ok(notice),
        NoticeFound::Outdated { current } => Err(Refusal::NoticeOutdated { current }),
        NoticeFound::Unknown | NoticeFound::Unasked => Err(Refusal::NoticeUnknown),
    }
}

/// What a yes leads to, the suppression list included: an erased no is lifted from the number itself only. It holds for
/// every category, since nobody knows any more which were meant, until the number itself has said yes to that one. So does a stop
/// in WhatsApp for marketing that the business did not have when it was said: resuming must not make a yes of what anyone could type.
pub(super) fn yes(knowledge: &Knowledge<'_>, id: &CategoryId, assurance: Assurance) -> State {
    let confirmed = knowledge.standings.state(id) == State::Granted;
    let held = knowledge.suppressed || stopped_in_whatsapp(knowledge.settings, knowledge.standings, id);
    if held && !confirmed && assurance.strength() < Strength::Verified {
        return State::Pending;
    }
    knowledge.standings.after_yes(id, assurance, knowledge.now)
}

/// Whether this category is marketing, and the person stopped all of that in WhatsApp and has not resumed it.
pub(super) fn stopped_in_whatsapp(settings: &Settings, standings: &Standings, id: &CategoryId) -> bool {
    let class = settings.category(id).map(CategorySettings::class);
    class == Some(Class::Marketing) && standings.marketing.stop().is_some()
}

/// What was offered, in the order of the notice.
fn offered(notice: &Notice, named: Option<&[CategoryId]>) -> Result<Vec<CategoryId>, Refusal> {
    let all: Vec<CategoryId> = notice.categories().iter().map(|category| category.id().clone()).collect();
    let Some(named) = named else { return Ok(all) };
    let named = distinct(named)?;
    if let Some(stranger) = named.iter().find(|id| !all.contains(id)) {
        return Err(Refusal::CategoryUnnoticed((*stranger).clone()));
    }
    Ok(all.into_iter().filter(|id| named.contains(id)).collect())
}

/// What was ticked, in the order of the notice.
fn ticked(offered: &[CategoryId], named: &[CategoryId], notice: &Notice) -> Result<Vec<CategoryId>, Refusal> {
    if named.is_empty() {
        return Err(Refusal::CategoryNone);
    }
    let named = distinct(named)?;
    if let Some(stranger) = named.iter().find(|id| !offered.contains(id)) {
        let noticed = notice.categories().iter().any(|category| category.id() == *stranger);
        let refusal = if noticed { Refusal::CategoryUnoffered } else { Refusal::CategoryUnnoticed };
        return Err(refusal((*stranger).clone()));
    }
    Ok(offered.iter().filter(|id| named.contains(id)).cloned().collect())
}

/// The set of these categories, if none is named twice.
pub(super) fn distinct(named: &[CategoryId]) -> Result<BTreeSet<&CategoryId>, Refusal> {
    let mut seen = BTreeSet::new();
    match named.iter().find(|id| !seen.insert(*id)) {
        Some(doubled) => Err(Refusal::CategoryDoubled(doubled.clone())),
        None => Ok(seen),
    }
}
