//! Numbers and user ids of people who were erased after a no, where somebody goes by them: nobody can tell any more whether
//! it is the same person, so what was said then counts for whoever it may be.

use jatak_shared::decide::Heard;
use jatak_shared::event::Evidence;
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::alias::spellings;
use jatak_shared::whatsapp::handles::Handles;

use super::ear::{Cue, Ear};
use crate::batch::respelt::spelt;
use crate::sql::subjects::{self, SubjectRow};
use crate::sql::{epochs, user_ids};
use crate::store::{Store, StoreError};

impl<S: Store, R: Random> Ear<'_, S, R> {
    pub(super) fn suppressed_since(&self, handle: &Handle) -> Result<Option<Timestamp>, StoreError> {
        subjects::suppressed_since(self.store(), self.engine.suppression_hash(handle))
    }

    /// When somebody who went by this number was erased after a no, in whatever spelling; the last time.
    pub(super) fn suppressed_in_any_spelling(&self, phone: &E164) -> Result<Option<Timestamp>, StoreError> {
        let mut last = None;
        for one in spellings(phone) {
            last = last.max(self.suppressed_since(&Handle::Phone(one))?);
        }
        Ok(last)
    }

    /// When somebody who went by any name of these people was erased after a no; the last time.
    pub(super) fn suppressed_under_any_name<const N: usize>(
        &self,
        people: [&SubjectRow; N],
    ) -> Result<Option<Timestamp>, StoreError> {
        let mut last = None;
        for row in people {
            let ids = user_ids::user_ids(self.store(), row.subject.id)?;
            for handle in spelt(&row.subject.handle).into_iter().chain(ids.into_iter().map(Handle::UserId)) {
                last = last.max(self.suppressed_since(&handle)?);
            }
        }
        Ok(last)
    }

    /// Says the no of whoever was erased then, of somebody who goes by their name from now on.
    pub(super) fn heed_suppression(
        &mut self,
        cue: &Cue,
        subject: &Subject,
        since: Option<Timestamp>,
    ) -> Result<(), StoreError> {
        let Some(since) = since else { return Ok(()) };
        self.sheet.settle(self.store())?;
        let Some(row) = subjects::by_id(self.store(), subject.id)? else { return Ok(()) };
        // Nobody says anything here: what was said then goes on to count, and was counted then.
        self.sheet.tail.repeats(true);
        let said = self.act_of(row, true, cue.at, &Heard::Suppressed(since), &Evidence::default());
        self.sheet.tail.repeats(false);
        said?;
        self.sheet.settle(self.store())
    }

    /// Somebody who is nobody's here goes by another name from now on. Had they said no before they were erased, it is
    /// remembered under that name too, and told to whoever goes by it already. Says whether that was so.
    pub(super) fn follow_suppression(&mut self, cue: &Cue, from: &Handles, to: &Handles) -> Result<bool, StoreError> {
        let number = from.phone().map_or(Ok(None), |phone| self.suppressed_in_any_spelling(phone))?;
        let user_id = from.user_id().cloned().map(Handle::UserId);
        let user_id = user_id.map_or(Ok(None), |handle| self.suppressed_since(&handle))?;
        let Some(since) = number.max(user_id) else { return Ok(false) };
        self.sheet.settle(self.store())?;
        let by_number = to.phone().map_or(Ok(None), |phone| self.behind(phone))?;
        let by_id = to.user_id().map_or(Ok(None), |user_id| subjects::by_user_id(self.store(), user_id))?;
        let mut unknown = Vec::new();
        if by_number.is_none() {
            unknown.extend(to.phone().map_or(Vec::new(), |phone| spelt(&Handle::Phone(phone.clone()))));
        }
        if by_id.is_none() {
            unknown.extend(to.user_id().cloned().map(Handle::UserId));
        }
        for handle in unknown {
            let hash = self.engine.suppression_hash(&handle);
            subjects::suppress(self.store(), hash, since)?;
            epochs::owe_suppressed(self.store(), hash)?;
        }
        let same = by_number.as_ref().map(|row| row.subject.id) == by_id.as_ref().map(|row| row.subject.id);
        for row in by_number.into_iter().chain(by_id.filter(|_| !same)) {
            self.heed_suppression(cue, &row.subject, Some(since))?;
        }
        Ok(true)
    }
}
