//! Who is who: numbers and user ids that belong together, and people who go by others from now on.
//!
//! WhatsApp shows a number, a user id, or both. Both together say that they are one person. Of two whom the ledger knows,
//! one by a number and one by an id, at most one may ever have said a yes that stands; then what they said becomes one
//! history, as if it had been known from the start whose the id is, so that it does not matter what was delivered first.
//! Where both say yes, or both have a number, they are never made one, since their yeses would mix: every no of the one is
//! said for the other, and until a person has looked nothing is advertised to either.

use jatak_shared::decide::Heard;
use jatak_shared::event::Evidence;
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::whatsapp::alias::{match_key, spellings};
use jatak_shared::whatsapp::handles::Handles;
use jatak_shared::whatsapp::signal::{Signal, yes_at};
use jatak_shared::whatsapp::user_id::UserId;

use super::ear::{Cue, Ear};
use super::reviews::Why;
use super::{PAIRED_FOR, claim, number_hash, words};
use crate::batch::respelt::spelt;
use crate::jobs::{Job, schedule};
use crate::sql::subjects::{self, SubjectRow};
use crate::sql::{people, user_ids};
use crate::store::{Store, StoreError};

impl<S: Store, R: Random> Ear<'_, S, R> {
    /// Takes in that a number and a user id belong together, where both are shown. Of a number and an id that are nobody's a
    /// keyed hash of the number is kept beside the id, for when either is somebody's.
    pub(super) fn link(&mut self, cue: &Cue, handles: &Handles) -> Result<(), StoreError> {
        let (Some(phone), Some(user_id)) = (handles.phone(), handles.user_id()) else { return Ok(()) };
        let known = user_ids::number_of(self.store(), user_id)?;
        if known.is_some_and(|known| match_key(&known) == match_key(phone)) {
            return Ok(());
        }
        self.sheet.settle(self.store())?;
        let (by_phone, by_id) = (self.behind(phone)?, subjects::by_user_id(self.store(), user_id)?);
        match (by_phone, by_id) {
            (Some(row), None) => self.link_to(cue, &row.subject, user_id),
            (Some(one), Some(other)) => {
                if one.subject.id == other.subject.id {
                    return self.link_to(cue, &one.subject, user_id);
                }
                self.unite(cue, one, other, Some(user_id))
            }
            (None, Some(row)) if row.subject.handle.phone().is_none() => {
                self.link_to(cue, &row.subject, user_id)?;
                self.gets_number(cue, row, phone)
            }
            // Of two numbers that one id was shown with, the first stays; a no that shows the id reaches both.
            (None, Some(_)) => Ok(()),
            (None, None) => self.pair(phone, user_id),
        }
    }

    /// Keeps that a user id was shown with a number, both of which are nobody's.
    fn pair(&mut self, phone: &E164, user_id: &UserId) -> Result<(), StoreError> {
        let number = number_hash(&self.engine.secrets.suppression, phone);
        let suppressed_as = spellings(phone).into_iter().map(|one| self.engine.suppression_hash(&Handle::Phone(one)));
        let suppressed_as: Vec<_> = suppressed_as.collect();
        let until = self.now.plus_millis(PAIRED_FOR);
        if user_ids::pair(self.store(), user_id, number, &suppressed_as, until)? {
            self.engine.paired.set(Some(true));
            self.sheet.expect_pairs(self.engine.secrets.suppression);
            schedule(self.store(), Job::Whatsapp, until.plus_millis(1))?;
        }
        Ok(())
    }

    /// Links a person to a user id and whatever it was before or is now. Who had said no under such an id and was erased is
    /// not brought back by it.
    pub(super) fn link_to(&mut self, cue: &Cue, subject: &Subject, user_id: &UserId) -> Result<(), StoreError> {
        for one in user_ids::chain(self.store(), user_id)? {
            if user_ids::subject_of(self.store(), &one)?.is_none() {
                user_ids::link(self.store(), &one, subject.id)?;
                let own = self.suppressed_since(&subject.handle)?;
                // Under whose own handle the same stands need not be told it again.
                let since =
                    self.suppressed_since(&Handle::UserId(one))?.filter(|since| own.is_none_or(|own| own < *since));
                self.heed_suppression(cue, subject, since)?;
            }
        }
        Ok(())
    }

    /// The person behind a number: of those behind its spellings the one who said a yes, else the one of this very spelling.
    /// Nothing may be waiting on the sheet.
    pub(super) fn behind(&self, phone: &E164) -> Result<Option<SubjectRow>, StoreError> {
        let rows = subjects::by_phones(self.store(), &spellings(phone))?;
        let worth = |row: &SubjectRow| (row.standings.says_yes(), row.subject.handle.phone() == Some(phone));
        Ok(rows.into_iter().max_by_key(worth))
    }

    /// Sees to the user ids that are somebody's because their number is.
    pub(super) fn settle_claims(&mut self) -> Result<(), StoreError> {
        let claims = user_ids::claims(self.store())?;
        if claims.is_empty() {
            return Ok(());
        }
        user_ids::forget_claims(self.store())?;
        for (user_id, subject) in claims {
            self.sheet.settle(self.store())?;
            let Some(row) = subjects::by_id(self.store(), subject)? else { continue };
            let cue = self.cue_of_claim(&user_id);
            match subjects::by_user_id(self.store(), &user_id)? {
                Some(other) if other.subject.id != row.subject.id => {
                    self.unite(&cue, row, other, Some(&user_id))?;
                }
                _ => self.link_to(&cue, &row.subject, &user_id)?,
            }
        }
        self.sheet.settle(self.store())
    }

    /// Somebody goes by another number.
    pub(super) fn changed_number(&mut self, cue: &Cue, signal: &Signal, to: &Handles) -> Result<bool, StoreError> {
        let Some(row) = self.one_known(signal)? else {
            self.link(cue, to)?;
            let mut did = self.follow_suppression(cue, &signal.handles, to)?;
            if let (Some(from), Some(to)) = (signal.handles.user_id(), to.user_id())
                && from != to
            {
                self.note_change(from, to)?;
                did = true;
            }
            return Ok(did);
        };
        let own = row.subject.handle.phone();
        if let Some(phone) = to.phone()
            && own.is_none_or(|own| match_key(phone) != match_key(own))
        {
            match self.behind(phone)? {
                Some(taken) => self.unite(cue, row.clone(), taken, None)?,
                None if own.is_none() => self.gets_number(cue, row.clone(), phone)?,
                None if self.suppressed_in_any_spelling(phone)?.is_some() => {
                    self.count(words::CONFLICTS, 1);
                    self.review(cue, row.subject.id, Why::IdentityConflict, None)?;
                    return Ok(true);
                }
                None => self.move_to(cue, row.clone(), phone)?,
            }
        }
        self.sheet.settle(self.store())?;
        let row = subjects::by_id(self.store(), row.subject.id)?.unwrap_or(row);
        if let Some(user_id) = to.user_id() {
            self.also_goes_by(cue, row, user_id)?;
        }
        Ok(true)
    }

    /// Somebody goes by another user id: noted also where nobody knows yet who they are.
    pub(super) fn changed_user_id(
        &mut self,
        cue: &Cue,
        signal: &Signal,
        from: &UserId,
        to: &UserId,
    ) -> Result<bool, StoreError> {
        if from == to {
            return Ok(false);
        }
        let known = self.one_known(signal)?;
        self.note_change(from, to)?;
        let known = match known {
            Some(row) => Some(row),
            None => match user_ids::subject_of(self.store(), to)? {
                Some(subject) => subjects::by_id(self.store(), subject)?,
                None => None,
            },
        };
        match known {
            Some(row) => {
                self.also_goes_by(cue, row.clone(), to)?;
                self.sheet.settle(self.store())?;
                let row = subjects::by_id(self.store(), row.subject.id)?.unwrap_or(row);
                self.link_to(cue, &row.subject, from)?;
            }
            None => self.count(words::MOVES, 1),
        }
        Ok(true)
    }

    /// Notes a change of user id, for a year unless one of the two is somebody's.
    fn note_change(&mut self, from: &UserId, to: &UserId) -> Result<(), StoreError> {
        let until = self.now.plus_millis(PAIRED_FOR);
        user_ids::move_user_id(self.store(), from, to, until)?;
        schedule(self.store(), Job::Whatsapp, until.plus_millis(1))
    }

    /// The one person of this ledger who a signal is of, where there is one.
    fn one_known(&mut self, signal: &Signal) -> Result<Option<SubjectRow>, StoreError> {
        self.sheet.settle(self.store())?;
        if let Some(phone) = signal.handles.phone()
            && let Some(row) = self.behind(phone)?
        {
            return Ok(Some(row));
        }
        signal.handles.user_id().map_or(Ok(None), |user_id| subjects::by_user_id(self.store(), user_id))
    }

    fn also_goes_by(&mut self, cue: &Cue, row: SubjectRow, user_id: &UserId) -> Result<(), StoreError> {
        match user_ids::subject_of(self.store(), user_id)? {
            Some(subject) if subject == row.subject.id => Ok(()),
            Some(other) => match subjects::by_id(self.store(), other)? {
                Some(other) => self.unite(cue, row, other, None),
                None => Ok(()),
            },
            None => {
                self.moved(cue, &row)?;
                self.link_to(cue, &row.subject, user_id)
            }
        }
    }

    /// Records that a person goes by another name.
    fn moved(&mut self, cue: &Cue, row: &SubjectRow) -> Result<(), StoreError> {
        self.count(words::MOVES, 1);
        self.act_of(row.clone(), true, cue.at, &Heard::Moved, &cue.evidence)?;
        self.sheet.settle(self.store())
    }

    /// Somebody known by user ids alone has this number, which is nobody's. Whoever had it before and was erased after a no is
    /// not brought back by it, in whatever spelling.
    fn gets_number(&mut self, cue: &Cue, mut row: SubjectRow, phone: &E164) -> Result<(), StoreError> {
        self.sheet.settle(self.store())?;
        row = subjects::by_id(self.store(), row.subject.id)?.unwrap_or(row);
        people::give_number(self.store(), row.subject.id, phone)?;
        self.sheet.forget_people();
        let before = core::mem::replace(&mut row.subject.handle, Handle::Phone(phone.clone()));
        self.moved(cue, &row)?;
        for handle in spelt(&row.subject.handle).into_iter().chain([before]) {
            let since = self.suppressed_since(&handle)?;
            self.heed_suppression(cue, &row.subject, since)?;
        }
        claim(self.store(), &self.engine.secrets.suppression, &[&row.subject], self.now)?;
        self.repeat_noes(&row.subject)
    }

    fn move_to(&mut self, cue: &Cue, mut row: SubjectRow, phone: &E164) -> Result<(), StoreError> {
        let from = row.subject.handle.phone().map_or(Vec::new(), spellings);
        self.sheet.settle(self.store())?;
        let suppressed = self.suppressed_under_any_name([&row])?;
        people::move_number(self.store(), row.subject.id, &from, phone, yes_at(cue.at))?;
        self.sheet.forget_people();
        self.left.extend(from);
        row.subject.handle = Handle::Phone(phone.clone());
        self.moved(cue, &row)?;
        claim(self.store(), &self.engine.secrets.suppression, &[&row.subject], self.now)?;
        self.repeat_noes(&row.subject)?;
        // A yes of theirs may wait because the number that they leave is suppressed: it goes on waiting.
        self.heed_suppression(cue, &row.subject, suppressed)
    }

    /// Two whom WhatsApp calls one, by `shown` where it was an id beside a number.
    fn unite(
        &mut self,
        cue: &Cue,
        one: SubjectRow,
        other: SubjectRow,
        shown: Option<&UserId>,
    ) -> Result<(), StoreError> {
        let numbers = [one.subject.handle.phone(), other.subject.handle.phone()];
        if let [Some(one), Some(other)] = numbers
            && match_key(one) == match_key(other)
        {
            // Two spellings are told of each other's noes anyway.
            return Ok(());
        }
        let both_say_yes = one.standings.says_yes() && other.standings.says_yes();
        if both_say_yes || numbers.iter().all(Option::is_some) {
            return self.conflict(cue, one, other, shown);
        }
        // Whoever has the number keeps it; else whoever says yes goes on.
        let (into, from) =
            if other.subject.handle.phone().is_some() || other.standings.says_yes() && numbers[0].is_none() {
                (other, one)
            } else {
                (one, other)
            };
        self.join(cue, into, &from)
    }

    /// Makes two histories one: what counts is reckoned from both together, as if all of it had come under one name.
    fn join(&mut self, cue: &Cue, mut into: SubjectRow, from: &SubjectRow) -> Result<(), StoreError> {
        self.sheet.settle(self.store())?;
        let suppressed = self.suppressed_under_any_name([&into, from])?;
        people::join(self.store(), from.subject.id, into.subject.id)?;
        self.sheet.forget_people();
        into.standings = self.engine.fold(into.subject.id, self.sheet.tail.head().seq)?;
        into.last_at = into.last_at.max(from.last_at);
        self.moved(cue, &into)?;
        self.heed_suppression(cue, &into.subject, suppressed)?;
        self.repeat_noes(&into.subject)
    }

    /// Two who are kept apart: each is told of every no of the other, from now on too, and a person must look. Said again it
    /// changes nothing, so that what was looked at stays so.
    fn conflict(
        &mut self,
        cue: &Cue,
        one: SubjectRow,
        other: SubjectRow,
        shown: Option<&UserId>,
    ) -> Result<(), StoreError> {
        if !people::set_apart(self.store(), one.subject.id, other.subject.id)? {
            return Ok(());
        }
        self.count(words::CONFLICTS, 1);
        // Of two numbers that one id was shown with the id is the first one's in order, whichever was shown first. An id of
        // somebody without a number stays theirs.
        if let (Some(user_id), Some(first), Some(second)) =
            (shown, one.subject.handle.phone(), other.subject.handle.phone())
        {
            let holder = if match_key(first) <= match_key(second) { &one } else { &other };
            user_ids::link(self.store(), user_id, holder.subject.id)?;
        }
        // It reaches the other too.
        let suppressed = self.suppressed_under_any_name([&one, &other])?;
        self.heed_suppression(cue, &one.subject, suppressed)?;
        // What the message itself says is a review of its own.
        let apart = Cue { heard: self.engine.conflict_as(&cue.heard), at: cue.at, evidence: cue.evidence.clone() };
        for row in [one, other] {
            self.repeat_noes(&row.subject)?;
            self.review(&apart, row.subject.id, Why::IdentityConflict, None)?;
        }
        Ok(())
    }

    /// When the claim on a user id is seen to, it is told by no message of its own.
    fn cue_of_claim(&self, user_id: &UserId) -> Cue {
        let at = self.now.millis().div_euclid(1_000);
        Cue { heard: self.engine.claimed_as(user_id), at, evidence: Evidence::default() }
    }
}
