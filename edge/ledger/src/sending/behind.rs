//! Who is behind the handles of a question, and how they stand.

use std::collections::{BTreeSet, HashMap, HashSet};

use jatak_shared::id::SubjectId;
use jatak_shared::phone::E164;
use jatak_shared::state::Standings;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::whatsapp::user_id::UserId;

use crate::sql::subjects::{self, SubjectRow};
use crate::sql::user_ids;
use crate::store::{Store, StoreError};

/// Somebody whom the ledger knows.
pub(super) struct Known {
    /// Who, with the number that they have now, where one is known.
    pub(super) subject: Subject,
    /// How they stand.
    pub(super) standings: Standings,
}

/// Those whom the ledger knows of the people of a question.
pub(super) struct Behind {
    known: HashMap<SubjectId, Known>,
    /// Who is behind the handles of the question.
    of: HashMap<Handle, SubjectId>,
    /// Behind numbers that nobody has as they are written: those that are meant by them.
    meant: HashMap<Handle, Handle>,
}

impl Behind {
    /// Reads them.
    ///
    /// A number is looked up as it is written first, and what it means is asked only where that is nobody's: to read a number
    /// costs as much as to answer for one, and those that a business asks about are mostly those that it has from here.
    pub(super) fn read(
        store: &impl Store,
        handles: &[Handle],
        meant: &dyn Fn(&E164) -> E164,
    ) -> Result<Self, StoreError> {
        let phones: BTreeSet<&E164> = handles.iter().filter_map(Handle::phone).collect();
        let mut people = subjects::standings_by_phones(store, phones.iter().copied())?;
        let found: BTreeSet<&E164> = people.iter().filter_map(|(subject, _)| subject.handle.phone()).collect();
        let strangers = phones.into_iter().filter(|phone| !found.contains(phone));
        let meant = strangers.map(|phone| (phone, meant(phone))).filter(|(written, meant)| *written != meant);
        let meant: HashMap<Handle, Handle> =
            meant.map(|(written, meant)| (written.clone().into(), meant.into())).collect();
        let others: BTreeSet<&E164> =
            meant.values().filter_map(Handle::phone).filter(|phone| !found.contains(phone)).collect();
        if !others.is_empty() {
            let others = subjects::standings_by_phones(store, others)?;
            people.extend(others);
        }
        let asked: Vec<&UserId> = handles.iter().filter_map(Handle::user_id).collect();
        let named =
            people.into_iter().map(|(subject, standings)| (subject.handle.clone(), Known { subject, standings }));
        let mut nameless = subjects::by_user_ids(store, &asked)?;
        nameless.extend(changed(store, &asked, &nameless)?);
        let nameless = nameless
            .into_iter()
            .map(|(user_id, row)| (Handle::UserId(user_id), Known { subject: row.subject, standings: row.standings }));
        let (mut known, mut of) = (HashMap::new(), HashMap::new());
        for (handle, person) in named.chain(nameless) {
            of.insert(handle, person.subject.id);
            known.insert(person.subject.id, person);
        }
        Ok(Self { known, of, meant })
    }

    /// Everybody, each once, in no order.
    pub(super) fn everybody(&self) -> impl Iterator<Item = &Known> {
        self.known.values()
    }

    /// The handle that is meant by this one of the question.
    pub(super) fn meant<'h>(&'h self, handle: &'h Handle) -> &'h Handle {
        self.meant.get(handle).unwrap_or(handle)
    }

    /// Who is behind this handle, which is one that is meant.
    pub(super) fn of(&self, handle: &Handle) -> Option<&Known> {
        self.of.get(handle).and_then(|id| self.known.get(id))
    }
}

/// Those of these user ids that are known only by what they became or were before. Only ids that changed are looked for one by
/// one, and they are few.
fn changed(
    store: &impl Store,
    user_ids: &[&UserId],
    found: &[(UserId, SubjectRow)],
) -> Result<Vec<(UserId, SubjectRow)>, StoreError> {
    let found: HashSet<&UserId> = found.iter().map(|(user_id, _)| user_id).collect();
    let strangers: Vec<&UserId> = user_ids.iter().copied().filter(|user_id| !found.contains(user_id)).collect();
    if strangers.is_empty() {
        return Ok(Vec::new());
    }
    let strangers = user_ids::moved_of(store, &strangers)?;
    let known = |user_id: UserId| Ok(subjects::by_user_id(store, &user_id)?.map(|row| (user_id, row)));
    strangers.into_iter().map(known).filter_map(Result::transpose).collect()
}
