//! The choices page, saved (rule 3): it changes only what it showed.

use super::opt_in::{current, distinct, yes};
use super::opt_out::no;
use super::{Choose, Knowledge, NoticeFound, Refusal, Scope, all_categories};
use crate::act::{Assurance, Source, Strength};
use crate::category::CategoryId;
use crate::event::{Change, Fact, Kind};
use crate::state::State;

/// The subject's link reached them, so what they do there weighs more than what anyone could type.
const ASSURANCE: Assurance = Assurance::Link;

pub(super) fn decide(knowledge: &Knowledge<'_>, command: &Choose) -> Result<Option<Fact>, Refusal> {
    if command.everything {
        let all: Vec<CategoryId> = all_categories(knowledge.settings, knowledge.standings).into_iter().collect();
        // Said a second time it is no new act: whoever holds a link must not fill the ledger, which has room for everybody's noes.
        let objection = knowledge.standings.objection.map(|objection| objection.no.assurance.strength());
        if objection >= Some(Strength::Reached) && !all.iter().any(|id| is_news(knowledge, id)) {
            return Ok(None);
        }
        return Ok(Some(no(knowledge, Source::Choices, ASSURANCE, all, &Scope::Everything, &command.evidence)));
    }

    let shown_ids: Vec<CategoryId> = command.shown.iter().map(|shown| shown.id.clone()).collect();
    let shown = distinct(&shown_ids)?;
    let ticked = distinct(&command.ticked)?;
    if let Some(unseen) = ticked.iter().find(|id| !shown.contains(*id)) {
        return Err(Refusal::CategoryUnoffered((*unseen).clone()));
    }

    let known = all_categories(knowledge.settings, knowledge.standings);
    let withdrawn = command.shown.iter().filter(|shown| shown.granted && !ticked.contains(&shown.id));
    let mut categories: Vec<Change> = withdrawn
        .filter(|shown| known.contains(&shown.id) && is_news(knowledge, &shown.id))
        .map(|shown| Change { id: shown.id.clone(), state: State::Withdrawn })
        .collect();

    let granted = command.shown.iter().filter(|shown| !shown.granted && ticked.contains(&shown.id));
    let granted: Vec<&CategoryId> = granted.map(|shown| &shown.id).collect();
    let mut fact = Fact::new(Kind::ChoicesChanged, Source::Choices);
    if !granted.is_empty() {
        match grants(knowledge, &granted) {
            Ok(changes) => {
                categories.extend(changes);
                let NoticeFound::Current(notice) = knowledge.notice else { return Err(Refusal::NoticeUnknown) };
                fact.notice = Some(notice.id());
                fact.locale = Some(notice.locale());
                let noticed = |id: &CategoryId| notice.categories().iter().any(|category| category.id() == id);
                fact.offered = shown_ids.iter().filter(|id| noticed(id)).cloned().collect();
            }
            // Withdrawing is never harder than granting (rule 10): terms that changed while the page was open, or a
            // full disk, hold back the new yes, which the page then shows again, but never the no beside it.
            Err(refusal) if categories.is_empty() => return Err(refusal),
            Err(_) => {}
        }
    }
    if categories.is_empty() {
        return Ok(None);
    }
    Ok(Some(Fact {
        subject: Some(knowledge.subject.clone()),
        assurance: Some(ASSURANCE),
        categories,
        evidence: command.evidence.clone(),
        ..fact
    }))
}

/// Whether a no said here adds anything: a no that weighs less may stand already, and must not be the only one left.
fn is_news(knowledge: &Knowledge<'_>, id: &CategoryId) -> bool {
    let stands = knowledge.standings.of(id).filter(|standing| standing.state == State::Withdrawn);
    let strength = stands.and_then(|standing| standing.no).map(|no| no.assurance.strength());
    strength < Some(Strength::Reached)
}

/// The changes that a yes to these categories makes, under the notice shown.
fn grants(knowledge: &Knowledge<'_>, ids: &[&CategoryId]) -> Result<Vec<Change>, Refusal> {
    let notice = current(knowledge.notice)?;
    if knowledge.full {
        return Err(Refusal::StorageFull);
    }
    let noticed = |id: &CategoryId| notice.categories().iter().any(|category| category.id() == id);
    if let Some(stranger) = ids.iter().find(|id| !noticed(id)) {
        return Err(Refusal::CategoryUnnoticed((*stranger).clone()));
    }
    Ok(ids.iter().map(|id| Change { id: (*id).clone(), state: yes(knowledge, id, ASSURANCE) }).collect())
}
