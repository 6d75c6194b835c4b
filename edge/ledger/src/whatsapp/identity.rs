//! Who is who: numbers and user ids that belong together, and people who go by others from now on.
//!
//! WhatsApp shows a number, a user id, or both. Both together say that they are one person. Two people whom the ledger
//! knows apart are never made one by that: their yeses would mix. A conflict is put before a person instead, and until one
//! has looked nothing is advertised to either.

use jatak_shared::decide::{Heard, Scope};
use jatak_shared::id::{Digest32, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::state::State;
use jatak_shared::whatsapp::handles::Handles;
use jatak_shared::whatsapp::signal::{Signal, yes_at};
use jatak_shared::whatsapp::user_id::UserId;

use super::ear::{Ear, evidence};
use super::reviews::Why;
use super::words;
use crate::batch::respelt::echo;
use crate::sql::subjects::{self, SubjectRow};
use crate::sql::whatsapp;
use crate::store::{Store, StoreError};
use jatak_shared::decide::{Hearing, heard};

/// How many changes of a user id are followed, of somebody whose number was never shown.
const MOVES_FOLLOWED: usize = 16;

impl<S: Store, R: Random> Ear<'_, S, R> {
    /// Notes that a number and a user id belong together, where both are shown and the number is known; what was kept of the
    /// user id is heard then.
    pub(super) fn link(&mut self, handles: &Handles) -> Result<(), StoreError> {
        let (Some(phone), Some(user_id)) = (handles.phone(), handles.user_id()) else { return Ok(()) };
        if whatsapp::subject_of(self.store(), user_id)?.is_some() {
            // Of two numbers that one id was shown with, the first stays; a no of either reaches both.
            return Ok(());
        }
        self.sheet.settle(self.store())?;
        let Some(row) = subjects::by_phone(self.store(), phone)? else { return Ok(()) };
        self.link_to(row.subject.id, user_id)
    }

    fn link_to(&mut self, subject: SubjectId, user_id: &UserId) -> Result<(), StoreError> {
        whatsapp::link(self.store(), user_id, subject)?;
        for kept in whatsapp::take_unlinked(self.store(), user_id)? {
            // It may have been said under an id of before, which is theirs as well.
            if let Some(before) = kept.handles.user_id() {
                whatsapp::link(self.store(), before, subject)?;
            }
            let id = self.engine.heard_as(&kept.id);
            self.signal(id, &kept)?;
        }
        Ok(())
    }

    /// The id by which somebody without a known number goes now.
    pub(super) fn goes_by(&mut self, user_id: &UserId) -> Result<UserId, StoreError> {
        let mut now = user_id.clone();
        for _ in 0..MOVES_FOLLOWED {
            match whatsapp::moved(self.store(), &now)? {
                Some(next) => now = next,
                None => break,
            }
        }
        Ok(now)
    }

    /// Somebody goes by another number.
    pub(super) fn changed_number(&mut self, id: Digest32, signal: &Signal, to: &Handles) -> Result<bool, StoreError> {
        let Some(row) = self.one_known(signal)? else { return Ok(false) };
        let Some(phone) = to.phone() else { return self.also_goes_by(id, signal, &row, to.user_id()) };
        if *phone != row.subject.phone {
            let taken = subjects::by_phone(self.store(), phone)?;
            if taken.is_some() || self.engine.is_suppressed(phone)? {
                return self.conflict(id, signal, &[Some(row), taken]);
            }
            self.move_to(signal, row.clone(), phone)?;
        }
        let row = subjects::by_id(self.store(), row.subject.id)?.unwrap_or(row);
        self.also_goes_by(id, signal, &row, to.user_id())?;
        Ok(true)
    }

    /// Somebody goes by another user id.
    pub(super) fn changed_user_id(
        &mut self,
        id: Digest32,
        signal: &Signal,
        from: &UserId,
        to: &UserId,
    ) -> Result<bool, StoreError> {
        if let Some(row) = self.one_known(signal)? {
            return self.also_goes_by(id, signal, &row, Some(to));
        }
        if from != to && self.goes_by(to)? != *from {
            self.count(words::MOVES, 1);
            whatsapp::move_user_id(self.store(), from, to)?;
            // Whoever has the new id may be known by it already.
            if let Some(subject) = whatsapp::subject_of(self.store(), to)? {
                self.link_to(subject, to)?;
            }
        }
        Ok(true)
    }

    /// The one person of this ledger who a signal is of, where there is one.
    fn one_known(&mut self, signal: &Signal) -> Result<Option<SubjectRow>, StoreError> {
        self.sheet.settle(self.store())?;
        if let Some(phone) = signal.handles.phone()
            && let Some(row) = subjects::by_phone(self.store(), phone)?
        {
            return Ok(Some(row));
        }
        let Some(user_id) = signal.handles.user_id() else { return Ok(None) };
        let Some(subject) = whatsapp::subject_of(self.store(), user_id)? else { return Ok(None) };
        subjects::by_id(self.store(), subject)
    }

    fn also_goes_by(
        &mut self,
        id: Digest32,
        signal: &Signal,
        row: &SubjectRow,
        user_id: Option<&UserId>,
    ) -> Result<bool, StoreError> {
        let Some(user_id) = user_id else { return Ok(true) };
        match whatsapp::subject_of(self.store(), user_id)? {
            Some(subject) if subject == row.subject.id => {}
            Some(other) => {
                let other = subjects::by_id(self.store(), other)?;
                return self.conflict(id, signal, &[Some(row.clone()), other]);
            }
            None => {
                self.count(words::MOVES, 1);
                self.act_of(row.clone(), true, signal.at, &Heard::Moved, &evidence(signal))?;
                self.sheet.settle(self.store())?;
                self.link_to(row.subject.id, user_id)?;
            }
        }
        Ok(true)
    }

    fn move_to(&mut self, signal: &Signal, mut row: SubjectRow, phone: &E164) -> Result<(), StoreError> {
        self.count(words::MOVES, 1);
        let from = row.subject.phone.clone();
        self.sheet.settle(self.store())?;
        whatsapp::move_number(self.store(), row.subject.id, &from, phone, yes_at(signal.at))?;
        self.sheet.forget_people();
        self.left.insert(from);
        row.subject.phone = phone.clone();
        self.act_of(row.clone(), true, signal.at, &Heard::Moved, &evidence(signal))?;
        // What they said no to, they say for the new number's other spellings too.
        let withdrawn = row.standings.categories.iter().filter(|(_, standing)| standing.state == State::Withdrawn);
        let withdrawn: Vec<_> = withdrawn.map(|(id, _)| id.clone()).collect();
        let scope = match &row.standings.objection {
            Some(_) => Scope::Everything,
            None if withdrawn.is_empty() => return self.sheet.settle(self.store()),
            None => Scope::Categories(withdrawn),
        };
        let hearing = Hearing {
            settings: &self.current.settings,
            purposes: &self.purposes,
            subject: &row.subject,
            standings: &row.standings,
            at: signal.at,
            evidence: &evidence(signal),
        };
        let no = heard(&hearing, &Heard::No(scope));
        echo(self.engine, &no, &self.current, &mut self.sheet, self.now, self.random)?;
        self.sheet.settle(self.store())
    }

    /// Two whom WhatsApp calls one and the ledger knows apart: a person must look.
    fn conflict(
        &mut self,
        id: Digest32,
        signal: &Signal,
        people: &[Option<SubjectRow>; 2],
    ) -> Result<bool, StoreError> {
        self.count(words::CONFLICTS, 1);
        for row in people.iter().flatten() {
            self.review(id, signal, row.subject.id, Why::IdentityConflict, None)?;
        }
        Ok(true)
    }
}
