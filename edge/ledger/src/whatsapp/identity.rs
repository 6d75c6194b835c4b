//! Who is who: numbers and user ids that belong together, and people who go by others from now on.
//!
//! WhatsApp shows a number, a user id, or both. Both together say that they are one person. Two people whom the ledger
//! knows apart are never made one by that: their yeses would mix. A conflict is put before a person instead, and until one
//! has looked nothing is advertised to either.

use jatak_shared::decide::{Heard, Hearing, Scope, heard};
use jatak_shared::id::{Digest32, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::whatsapp::alias::{match_key, spellings};
use jatak_shared::whatsapp::handles::Handles;
use jatak_shared::whatsapp::signal::{Signal, yes_at};
use jatak_shared::whatsapp::user_id::UserId;

use super::ear::{Ear, evidence};
use super::reviews::Why;
use super::{PAIRED_FOR, number_hash, words};
use crate::batch::respelt::echo;
use crate::jobs::{Job, schedule};
use crate::sql::subjects::{self, SubjectRow};
use crate::sql::whatsapp;
use crate::store::{Store, StoreError};

impl<S: Store, R: Random> Ear<'_, S, R> {
    /// Notes that a number and a user id belong together, where both are shown; what was kept of the user id is heard then. Of a
    /// number that is nobody's a keyed hash is kept, for when it is somebody's.
    pub(super) fn link(&mut self, handles: &Handles) -> Result<(), StoreError> {
        let (Some(phone), Some(user_id)) = (handles.phone(), handles.user_id()) else { return Ok(()) };
        if whatsapp::subject_of(self.store(), user_id)?.is_some() {
            // Of two numbers that one id was shown with, the first stays; a no of either reaches both.
            return Ok(());
        }
        self.sheet.settle(self.store())?;
        if let Some(row) = self.behind(phone)? {
            return self.link_to(row.subject.id, user_id);
        }
        let number = number_hash(&self.engine.secrets.suppression, phone);
        let until = self.now.plus_millis(PAIRED_FOR);
        if whatsapp::pair(self.store(), user_id, number, until)? {
            self.engine.paired.set(Some(true));
            self.sheet.expect_pairs(self.engine.secrets.suppression);
            schedule(self.store(), Job::Whatsapp, until.plus_millis(1))?;
        }
        Ok(())
    }

    /// Links a person to a user id and whatever it was before or is now, and hears what was kept of them.
    pub(super) fn link_to(&mut self, subject: SubjectId, user_id: &UserId) -> Result<(), StoreError> {
        let chain = whatsapp::chain(self.store(), user_id)?;
        for one in &chain {
            if whatsapp::subject_of(self.store(), one)?.is_none() {
                whatsapp::link(self.store(), one, subject)?;
            }
        }
        for kept in whatsapp::take_unlinked(self.store(), &chain)? {
            let id = self.engine.heard_as(&kept.id);
            self.signal(id, &kept)?;
        }
        Ok(())
    }

    /// The person behind a number: of those behind its spellings the one who said a yes, else the one of this very spelling.
    /// Nothing may be waiting on the sheet.
    fn behind(&self, phone: &E164) -> Result<Option<SubjectRow>, StoreError> {
        let rows = subjects::by_phones(self.store(), &spellings(phone))?;
        let worth = |row: &SubjectRow| (row.standings.says_yes(), row.subject.phone == *phone);
        Ok(rows.into_iter().max_by_key(worth))
    }

    /// Somebody goes by another number.
    pub(super) fn changed_number(&mut self, id: Digest32, signal: &Signal, to: &Handles) -> Result<bool, StoreError> {
        let Some(row) = self.one_known(signal)? else { return Ok(false) };
        if let Some(phone) = to.phone()
            && match_key(phone) != match_key(&row.subject.phone)
        {
            let taken = self.behind(phone)?;
            if taken.is_some() || self.engine.is_suppressed(phone)? {
                return self.conflict(id, signal, &[Some(row), taken]);
            }
            self.move_to(signal, row.clone(), phone)?;
        }
        let row = subjects::by_id(self.store(), row.subject.id)?.unwrap_or(row);
        match to.user_id() {
            Some(user_id) => self.also_goes_by(id, signal, &row, user_id),
            None => Ok(true),
        }
    }

    /// Somebody goes by another user id: noted also where nobody knows yet who they are.
    pub(super) fn changed_user_id(
        &mut self,
        id: Digest32,
        signal: &Signal,
        from: &UserId,
        to: &UserId,
    ) -> Result<bool, StoreError> {
        if from == to {
            return Ok(false);
        }
        let known = self.one_known(signal)?;
        whatsapp::move_user_id(self.store(), from, to)?;
        let known = match known {
            Some(row) => Some(row),
            None => match whatsapp::subject_of(self.store(), to)? {
                Some(subject) => subjects::by_id(self.store(), subject)?,
                None => None,
            },
        };
        match known {
            Some(row) => {
                self.also_goes_by(id, signal, &row, to)?;
                self.link_to(row.subject.id, from)?;
            }
            None => self.count(words::MOVES, 1),
        }
        Ok(true)
    }

    /// The one person of this ledger who a signal is of, where there is one.
    fn one_known(&mut self, signal: &Signal) -> Result<Option<SubjectRow>, StoreError> {
        self.sheet.settle(self.store())?;
        if let Some(phone) = signal.handles.phone()
            && let Some(row) = self.behind(phone)?
        {
            return Ok(Some(row));
        }
        let Some(user_id) = signal.handles.user_id() else { return Ok(None) };
        for one in whatsapp::chain(self.store(), user_id)? {
            if let Some(subject) = whatsapp::subject_of(self.store(), &one)? {
                return subjects::by_id(self.store(), subject);
            }
        }
        Ok(None)
    }

    fn also_goes_by(
        &mut self,
        id: Digest32,
        signal: &Signal,
        row: &SubjectRow,
        user_id: &UserId,
    ) -> Result<bool, StoreError> {
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
        let from = spellings(&row.subject.phone);
        self.sheet.settle(self.store())?;
        whatsapp::move_number(self.store(), row.subject.id, &from, phone, yes_at(signal.at))?;
        self.sheet.forget_people();
        self.left.extend(from);
        row.subject.phone = phone.clone();
        self.act_of(row.clone(), true, signal.at, &Heard::Moved, &evidence(signal))?;
        // What they said no to, they say for the new number's other spellings too, also where a newer yes waits.
        let standings = &row.standings;
        let noes = standings.categories.iter().filter(|(_, standing)| standing.no.is_some()).map(|(id, _)| id.clone());
        let noes: Vec<_> = noes.collect();
        let mut said = Vec::new();
        if standings.objection.is_some() {
            said.push(Heard::No(Scope::Everything));
        } else if !noes.is_empty() {
            said.push(Heard::No(Scope::Categories(noes)));
        }
        said.extend(standings.marketing.stop().map(|_| Heard::Stopped));
        for what in said {
            let hearing = Hearing {
                settings: &self.current.settings,
                purposes: &self.current.purposes,
                subject: &row.subject,
                standings,
                at: signal.at,
                evidence: &evidence(signal),
            };
            let no = heard(&hearing, &what);
            echo(self.engine, &no, &self.current, &mut self.sheet, self.now, self.random)?;
        }
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
