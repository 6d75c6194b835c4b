//! What a question needs to know, read for all of its people at once: a statement a table, however many they are.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use jatak_shared::business::CategorySettings;
use jatak_shared::category::{CategoryId, Class};
use jatak_shared::id::{NoticeId, SubjectId};
use jatak_shared::notice::Notice;
use jatak_shared::phone::E164;
use jatak_shared::sending::{Asked, Availability, LONGEST_WINDOW, Terms, Whereabouts, decide};
use jatak_shared::state::{Standings, State};
use jatak_shared::time::Timestamp;
use jatak_shared::whatsapp::user_id::UserId;

use super::{Answered, Handle, Question};
use crate::engine::{Current, Engine};
use crate::sql::subjects::SubjectRow;
use crate::sql::{events, notices, reservations, reviews, subjects, whatsapp};
use crate::store::{Store, StoreError};

/// What a category is, and what it promises today.
#[derive(Clone)]
pub(super) struct Promised {
    current: Rc<Current>,
    class: Class,
    today: Option<Terms>,
}

impl Promised {
    /// The category of this id; `None` where the business never had one.
    pub(super) fn of<S: Store>(engine: &Engine<S>, category: &CategoryId) -> Result<Option<Self>, StoreError> {
        let current = engine.current()?;
        let today = current.settings.category(category).map(terms);
        let class = match today {
            Some(today) => Some(today.class),
            None => current.purposes.get(category).map(|purpose| purpose.class),
        };
        Ok(class.map(|class| Self { current, class, today }))
    }
}

fn terms(category: &CategorySettings) -> Terms {
    Terms { class: category.class(), cap: category.cap() }
}

/// The people of one question.
pub(super) struct People {
    category: CategoryId,
    promised: Promised,
    known: HashMap<E164, SubjectRow>,
    /// What the category promised in each notice that somebody's yes is bound to.
    agreed: BTreeMap<NoticeId, Terms>,
    suppressed: BTreeSet<E164>,
    expired: BTreeSet<SubjectId>,
    under_review: BTreeSet<SubjectId>,
    behind: Behind,
    counted: HashMap<SubjectId, Times>,
}

/// The numbers behind the names of a question.
#[derive(Default)]
struct Behind {
    /// Behind its user ids, as far as WhatsApp showed them.
    shown: HashMap<UserId, E164>,
    /// Behind numbers that nobody has as they are written: those that are meant by them.
    meant: HashMap<E164, E164>,
}

impl Behind {
    /// The number by which a handle's person is known.
    fn phone<'a>(&'a self, handle: &'a Handle) -> Option<&'a E164> {
        match handle {
            Handle::Phone(phone) => Some(self.meant.get(phone).unwrap_or(phone)),
            Handle::UserId(user_id) => self.shown.get(user_id),
        }
    }
}

/// When messages to one person went or were reserved.
#[derive(Default)]
struct Times {
    of_category: Vec<Timestamp>,
    of_marketing: Vec<Timestamp>,
}

impl People {
    /// Reads them. What the question's own call reserved before is not counted.
    ///
    /// A number is looked up as it is written first, and what it means is asked only where that is nobody's: to read a number
    /// costs as much as to answer for one, and those that a business asks about are mostly those that it has from here.
    pub(super) fn read<S: Store>(
        engine: &Engine<S>,
        question: &Question,
        meant: &dyn Fn(&E164) -> E164,
        promised: Promised,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let store = &engine.store;
        let user_ids = question.subjects.iter().filter_map(|handle| match handle {
            Handle::UserId(user_id) => Some(user_id),
            Handle::Phone(_) => None,
        });
        let shown = whatsapp::phones_of(store, &user_ids.collect::<Vec<_>>())?;
        let mut behind = Behind { shown, ..Behind::default() };
        let named = |behind: &Behind| -> BTreeSet<E164> {
            question.subjects.iter().filter_map(|handle| behind.phone(handle)).cloned().collect()
        };
        let mut phones = named(&behind);
        let mut rows = subjects::by_phones(store, &phones)?;
        let known: BTreeSet<&E164> = rows.iter().map(|row| &row.subject.phone).collect();
        let strangers = phones.iter().filter(|phone| !known.contains(phone));
        behind.meant =
            strangers.map(|phone| (phone.clone(), meant(phone))).filter(|(one, meant)| one != meant).collect();
        if !behind.meant.is_empty() {
            let others: Vec<&E164> = behind.meant.values().filter(|phone| !known.contains(phone)).collect();
            let others = subjects::by_phones(store, others)?;
            rows.extend(others);
            phones = named(&behind);
        }
        let (mut asked, mut unasked, mut bound) = (Vec::new(), Vec::new(), BTreeSet::new());
        for row in &rows {
            match row.standings.of(&question.category) {
                Some(standing) if standing.state == State::Granted => {
                    asked.push(row.subject.id);
                    bound.extend(standing.bound_to());
                }
                Some(_) => {}
                None => unasked.push(row.subject.id),
            }
        }
        let known: HashMap<E164, SubjectRow> = rows.into_iter().map(|row| (row.subject.phone.clone(), row)).collect();
        // Of somebody who said anything since, what they said counts.
        let silent = |phone: &&E164| known.get(*phone).is_none_or(|row| row.standings.of(&question.category).is_none());
        let hashes: HashMap<_, _> =
            phones.iter().filter(silent).map(|phone| (engine.suppression_hash(phone), phone.clone())).collect();
        let suppressed = subjects::suppressed_of(store, &hashes.keys().copied().collect::<Vec<_>>())?;
        let mut people = Self {
            category: question.category.clone(),
            agreed: agreed(engine, &promised.current, &question.category, bound)?,
            promised,
            suppressed: suppressed.iter().filter_map(|hash| hashes.get(hash).cloned()).collect(),
            expired: events::expired_of(store, &unasked, &question.category)?,
            under_review: reviews::under_review(store, &asked)?,
            behind,
            known,
            counted: HashMap::new(),
        };
        if people.is_capped() {
            let since = now.plus_millis(-LONGEST_WINDOW);
            for row in reservations::counted(store, &asked, &question.category, since, question.reserve)? {
                let times = people.counted.entry(row.subject).or_default();
                if row.of_category {
                    times.of_category.push(row.at);
                }
                if row.marketing {
                    times.of_marketing.push(row.at);
                }
            }
        }
        Ok(people)
    }

    /// Whether anything that was sent before matters.
    fn is_capped(&self) -> bool {
        let overall = self.class() == Class::Marketing && self.promised.current.settings.overall_cap().is_some();
        overall || self.agreed.values().any(|agreed| agreed.cap.is_some())
    }

    /// The class of the messages asked about.
    pub(super) fn class(&self) -> Class {
        self.promised.class
    }

    /// The answer about one of them, nothing reserved.
    pub(super) fn answer(&self, handle: &Handle, availability: &Availability, now: Timestamp) -> Answered {
        let phone = self.behind.phone(handle);
        let (nothing, never) = (Standings::default(), Times::default());
        let row = phone.and_then(|phone| self.known.get(phone));
        let subject = row.map(|row| row.subject.id);
        let standings = row.map_or(&nothing, |row| &row.standings);
        let times = subject.and_then(|subject| self.counted.get(&subject)).unwrap_or(&never);
        let bound_to = standings.of(&self.category).and_then(|standing| standing.bound_to());
        let settings = &self.promised.current.settings;
        let decision = decide(&Asked {
            now,
            category: &self.category,
            class: self.promised.class,
            today: self.promised.today,
            agreed: bound_to.and_then(|notice| self.agreed.get(&notice).copied()),
            standings,
            suppressed: phone.is_some_and(|phone| self.suppressed.contains(phone)),
            expired: subject.is_some_and(|subject| self.expired.contains(&subject)),
            under_review: subject.is_some_and(|subject| self.under_review.contains(&subject)),
            whereabouts: &whereabouts(handle, phone),
            country: settings.country(),
            availability,
            of_category: &times.of_category,
            of_marketing: &times.of_marketing,
            overall_cap: settings.overall_cap(),
            quiet_hours: settings.quiet_hours(),
        });
        Answered { subject, decision, reservation: None }
    }

    /// Counts one more message to this person, for those of the same question who come after.
    pub(super) fn count(&mut self, subject: SubjectId, at: Timestamp) {
        let marketing = self.class() == Class::Marketing;
        let times = self.counted.entry(subject).or_default();
        times.of_category.push(at);
        if marketing {
            times.of_marketing.push(at);
        }
    }
}

/// Where a handle's person may be: as their number tells, else as their user id does.
fn whereabouts(handle: &Handle, phone: Option<&E164>) -> Whereabouts {
    match (phone, handle) {
        (Some(phone), _) | (None, Handle::Phone(phone)) => Whereabouts::of_number(phone),
        (None, Handle::UserId(user_id)) => Whereabouts::of_user_id(user_id),
    }
}

/// What the category promised in these notices.
fn agreed<S: Store>(
    engine: &Engine<S>,
    current: &Current,
    category: &CategoryId,
    mut bound: BTreeSet<NoticeId>,
) -> Result<BTreeMap<NoticeId, Terms>, StoreError> {
    let terms = |notice: &Notice| {
        let promised = notice.category(category)?;
        Some((notice.id(), Terms { class: promised.class(), cap: promised.cap() }))
    };
    let shown = current.notices.values().filter(|notice| bound.remove(&notice.id()));
    let mut agreed: BTreeMap<NoticeId, Terms> = shown.filter_map(terms).collect();
    // The others were replaced: few, since a notice is published only when the settings change.
    let older = notices::find_all(&engine.store, &bound.into_iter().collect::<Vec<_>>())?;
    agreed.extend(older.iter().filter_map(terms));
    Ok(agreed)
}
