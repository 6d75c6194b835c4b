//! Reading: what a business may look up, and what a receipt or choices page shows.

use serde::{Deserialize, Serialize};

use jatak_shared::act::Assurance;
use jatak_shared::category::CategoryId;
use jatak_shared::id::{EventId, NoticeId, SubjectId};
use jatak_shared::import::Provenance;
use jatak_shared::locale::Locale;
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::receipt::Receipt;
use jatak_shared::state::{Standing, State};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;

use crate::Entry;
use crate::engine::{Current, Engine};
use crate::sql::subjects::SubjectRow;
use crate::sql::{events, subjects};
use crate::store::{Store, StoreError};
use crate::whatsapp::codes::{Awaited, Progress};

/// What a business learns of a number or user id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lookup {
    /// The subject, where there is one.
    pub subject: Option<SubjectId>,
    /// Every category that the business has or the subject was ever asked.
    pub categories: Vec<Looked>,
    /// Since when they have stopped marketing in WhatsApp's own settings, where that holds: no marketing goes to them, whatever
    /// stands of its categories.
    pub stopped: Option<Timestamp>,
}

/// How somebody stands to one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Looked {
    /// The category.
    pub id: CategoryId,
    /// Whether the business still has it. A removed one keeps its state, and nothing may be sent under it.
    pub offered: bool,
    /// The standing; none where it was never asked.
    pub standing: Option<Standing>,
}

/// A receipt page's contents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReceiptView {
    /// The receipt.
    pub receipt: Receipt,
    /// Where the form stood, as reported, unless that is erased.
    pub page: Option<String>,
    /// The canonical JSON of the notice it was under.
    pub notice: String,
    /// How the message stands that confirms it, and what to send, for as long as that is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub awaited: Option<(Progress, Option<Awaited>)>,
}

/// A choices page's contents.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChoicesView {
    /// The number, or the user id where it is not known. The page shows it masked.
    #[serde(flatten)]
    pub handle: Handle,
    /// The canonical JSON of the notice shown, under which a yes will be.
    pub notice: String,
    /// Every category, those of the notice first.
    pub categories: Vec<Choice>,
    /// Whether everything was stopped.
    pub everything: bool,
}

/// One category on a choices page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// The category as worded where the subject can say yes to it, else as it was worded when they last did.
    pub category: NoticeCategory,
    /// Its state.
    pub state: State,
    /// Whether a no stands, also behind a yes that waits.
    pub after_no: bool,
    /// Since when; none where it was never asked.
    pub since: Option<Timestamp>,
    /// Whether a yes can be said to it; a removed category can only be taken back.
    pub offered: bool,
    /// Where the yes that stands is said to come from, where the business imported it: its person has a right to know.
    pub imported: Option<Provenance>,
}

impl<S: Store> Engine<S> {
    /// What is known of whoever this number or user id is of.
    pub fn lookup(&self, handle: &Handle) -> Result<Lookup, StoreError> {
        let current = self.current()?;
        let row = subjects::by_handle(&self.store, handle)?;
        let mut ids: Vec<CategoryId> = current.settings.categories().iter().map(|c| c.id().clone()).collect();
        if let Some(row) = &row {
            let removed = row.standings.categories.keys().filter(|id| !ids.contains(id));
            ids.extend(removed.cloned().collect::<Vec<_>>());
        }
        let standing = |id: &CategoryId| row.as_ref().and_then(|row| row.standings.of(id));
        let looked =
            |id: CategoryId| Looked { offered: current.settings.category(&id).is_some(), standing: standing(&id), id };
        let categories = ids.into_iter().map(looked).collect();
        let stopped = row.as_ref().and_then(|row| row.standings.marketing.stop()).map(|stop| stop.at);
        Ok(Lookup { subject: row.map(|row| row.subject.id), categories, stopped })
    }

    /// The receipt of this submission, or `None` where it is unknown, erased or no submission.
    pub fn receipt(&self, submission: EventId) -> Result<Option<ReceiptView>, StoreError> {
        let Some(entry) = events::by_id(&self.store, submission)? else { return Ok(None) };
        let Some(receipt) = self.receipt_from(&entry)? else { return Ok(None) };
        let notice = self.notice(receipt.notice)?;
        let notice = notice.ok_or_else(|| StoreError::Corrupt("a submission under no notice".into()))?;
        let page = entry.evidence.and_then(|evidence| evidence.body.page);
        Ok(Some(ReceiptView { receipt, page, notice: notice.canonical(), awaited: None }))
    }

    pub(crate) fn receipt_of(&self, submission: EventId) -> Result<Option<Receipt>, StoreError> {
        let Some(entry) = events::by_id(&self.store, submission)? else { return Ok(None) };
        self.receipt_from(&entry)
    }

    fn receipt_from(&self, entry: &Entry) -> Result<Option<Receipt>, StoreError> {
        let Some(private) = &entry.private else { return Ok(None) };
        let later = events::via(&self.store, private.body.id)?;
        Ok(Receipt::of(&entry.leaf, &private.body, &later))
    }

    /// The choices of this subject, or `None` where the id names nobody.
    pub fn choices(&self, subject: SubjectId, locale: Option<Locale>) -> Result<Option<ChoicesView>, StoreError> {
        let Some(row) = subjects::by_id(&self.store, subject)? else { return Ok(None) };
        let current = self.current()?;
        let notice = current.notice(locale.unwrap_or(current.settings.default_locale()))?;
        // What was said before an erasure and what was stopped in WhatsApp hold a yes back too. Where nothing is confirmed in
        // WhatsApp, there is nothing else that could.
        let no_stands = self.is_suppressed(&row.subject.handle)?
            || row.standings.marketing.stop().is_some()
            || current.settings.confirms_in_whatsapp().is_none();
        let mut categories = Vec::new();
        for category in notice.categories() {
            let standing = row.standings.of(category.id());
            let category = match &standing {
                Some(standing) => self.as_agreed(&current, category, standing)?,
                None => category.clone(),
            };
            let state = standing.as_ref().map_or(State::NeverAsked, |standing| standing.state);
            let imported = standing.as_ref().map_or(Ok(None), |standing| self.provenance(standing))?;
            let after_no = no_stands || standing.as_ref().is_some_and(|standing| standing.no.is_some());
            let since = standing.map(|standing| standing.since);
            categories.push(Choice { category, state, after_no, since, offered: true, imported });
        }
        categories.extend(self.removed_choices(&current, notice, &row)?);
        Ok(Some(ChoicesView {
            handle: row.subject.handle,
            notice: notice.canonical(),
            categories,
            everything: row.standings.objection.is_some(),
        }))
    }

    /// A granted category whose terms have changed since is shown with the terms that were agreed to: the tick beside it
    /// is a yes to those, and newer ones are another question (rule 4).
    fn as_agreed(
        &self,
        current: &Current,
        shown: &NoticeCategory,
        standing: &Standing,
    ) -> Result<NoticeCategory, StoreError> {
        let agreed = match standing.bound_to() {
            Some(notice) if standing.state == State::Granted => self.worded(current, notice, shown.id())?,
            _ => None,
        };
        let changed = |agreed: &NoticeCategory| (agreed.class(), agreed.cap()) != (shown.class(), shown.cap());
        Ok(agreed.filter(changed).unwrap_or_else(|| shown.clone()))
    }

    /// Categories that the business has removed but this subject was asked: they keep their states and can be taken
    /// back, in the words in which they were last asked.
    fn removed_choices(&self, current: &Current, shown: &Notice, row: &SubjectRow) -> Result<Vec<Choice>, StoreError> {
        let mut choices = Vec::new();
        for (id, standing) in &row.standings.categories {
            if shown.categories().iter().any(|category| category.id() == id) {
                continue;
            }
            let Some(asked) = standing.bound_to() else { continue };
            if let Some(category) = self.worded(current, asked, id)? {
                let (state, since, imported) = (standing.state, Some(standing.since), self.provenance(standing)?);
                let after_no = standing.no.is_some();
                choices.push(Choice { category, state, after_no, since, offered: false, imported });
            }
        }
        Ok(choices)
    }

    /// What the business claims about a yes that it imported and that stands.
    fn provenance(&self, standing: &Standing) -> Result<Option<Provenance>, StoreError> {
        if standing.state != State::Granted || standing.assurance != Assurance::Imported {
            return Ok(None);
        }
        let event = events::by_id(&self.store, standing.event)?;
        Ok(event.and_then(|event| event.private?.body.provenance))
    }

    fn worded(
        &self,
        current: &Current,
        notice: NoticeId,
        id: &CategoryId,
    ) -> Result<Option<NoticeCategory>, StoreError> {
        let held = current.notices.values().find(|held| held.id() == notice).cloned();
        let notice = match held {
            Some(notice) => Some(notice),
            None => self.notice(notice)?,
        };
        Ok(notice.and_then(|notice| notice.categories().iter().find(|category| category.id() == id).cloned()))
    }
}
