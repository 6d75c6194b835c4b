//! What a question needs to know, read for all of its people at once: a statement a table, however many they are.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::rc::Rc;

use jatak_shared::business::CategorySettings;
use jatak_shared::category::{CategoryId, Class};
use jatak_shared::id::{NoticeId, SubjectId};
use jatak_shared::notice::Notice;
use jatak_shared::phone::E164;
use jatak_shared::sending::{Asked, Availability, LONGEST_WINDOW, Terms, decide};
use jatak_shared::state::{Standings, State};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;

use super::behind::Behind;
use super::{Answered, Question};
use crate::engine::{Current, Engine};
use crate::sql::reservations::Counted;
use crate::sql::{self, events, notices, reservations, reviews, subjects};
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
    behind: Behind,
    /// What the category promised in each notice that somebody's yes is bound to.
    agreed: BTreeMap<NoticeId, Terms>,
    suppressed: BTreeSet<Handle>,
    expired: BTreeSet<SubjectId>,
    under_review: BTreeSet<SubjectId>,
    /// Whoever WhatsApp calls the same and is kept apart: a message to the one counts for the other, and so does a doubt.
    apart: Vec<(SubjectId, SubjectId)>,
    counted: HashMap<SubjectId, Times>,
}

/// When messages to one person went or were reserved.
#[derive(Default)]
struct Times {
    of_category: Vec<Timestamp>,
    of_marketing: Vec<Timestamp>,
}

impl People {
    /// Reads them. What the question's own call reserved before is not counted.
    pub(super) fn read<S: Store>(
        engine: &Engine<S>,
        question: &Question,
        meant: &dyn Fn(&E164) -> E164,
        promised: Promised,
        now: Timestamp,
    ) -> Result<Self, StoreError> {
        let store = &engine.store;
        let behind = Behind::read(store, &question.subjects, meant)?;
        let (mut asked, mut unasked, mut bound) = (Vec::new(), Vec::new(), BTreeSet::new());
        for person in behind.everybody() {
            match person.standings.of(&question.category) {
                Some(standing) if standing.state == State::Granted => {
                    asked.push(person.subject.id);
                    bound.extend(standing.bound_to());
                }
                Some(_) => {}
                None => unasked.push(person.subject.id),
            }
        }
        let apart =
            if sql::people::has_conflicts(store)? { sql::people::set_apart_from(store, &asked)? } else { Vec::new() };
        let all: Vec<SubjectId> = asked.iter().copied().chain(apart.iter().map(|(_, other)| *other)).collect();
        let mut under_review = reviews::under_review(store, &all)?;
        let others = apart.iter().filter(|(_, other)| under_review.contains(other)).map(|(one, _)| *one);
        under_review.extend(others.collect::<Vec<_>>());
        let mut people = Self {
            category: question.category.clone(),
            agreed: agreed(engine, &promised.current, &question.category, bound)?,
            promised,
            suppressed: suppressed(engine, question, &behind)?,
            expired: events::expired_of(store, &unasked, &question.category)?,
            under_review,
            apart,
            behind,
            counted: HashMap::new(),
        };
        if people.is_capped() {
            let since = now.plus_millis(-LONGEST_WINDOW);
            people.count_all(&reservations::counted(store, &all, &question.category, since, question.reserve)?);
        }
        Ok(people)
    }

    /// Counts what was sent to them, or reserved, before.
    fn count_all(&mut self, rows: &[Counted]) {
        for row in rows {
            for subject in self.all_of(row.subject) {
                let times = self.counted.entry(subject).or_default();
                if row.of_category {
                    times.of_category.push(row.at);
                }
                if row.marketing {
                    times.of_marketing.push(row.at);
                }
            }
        }
    }

    /// This subject, and those whom they may be.
    fn all_of(&self, subject: SubjectId) -> Vec<SubjectId> {
        let others = self.apart.iter().filter(|(_, other)| *other == subject).map(|(one, _)| *one);
        core::iter::once(subject).chain(others).collect()
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
        let (nothing, never) = (Standings::default(), Times::default());
        let handle = self.behind.meant(handle);
        let row = self.behind.of(handle);
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
            suppressed: [Some(handle), row.map(|row| &row.subject.handle)]
                .into_iter()
                .flatten()
                .any(|handle| self.suppressed.contains(handle)),
            expired: subject.is_some_and(|subject| self.expired.contains(&subject)),
            under_review: subject.is_some_and(|subject| self.under_review.contains(&subject)),
            // As their number tells, where it is known.
            whereabouts: &row.map_or(handle, |row| &row.subject.handle).whereabouts(),
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
        for subject in self.all_of(subject) {
            let times = self.counted.entry(subject).or_default();
            times.of_category.push(at);
            if marketing {
                times.of_marketing.push(at);
            }
        }
    }
}

/// Those handles of a question that stand on the suppression list. Of somebody who said anything since, what they said
/// counts.
fn suppressed<S: Store>(
    engine: &Engine<S>,
    question: &Question,
    behind: &Behind,
) -> Result<BTreeSet<Handle>, StoreError> {
    let handles = question.subjects.iter().map(|handle| behind.meant(handle));
    let silent = handles.filter_map(|handle| match behind.of(handle) {
        None => Some((handle, handle)),
        Some(person) if person.standings.of(&question.category).is_none() => Some((handle, &person.subject.handle)),
        Some(_) => None,
    });
    let handles: BTreeSet<&Handle> = silent.flat_map(|(asked, own)| [asked, own]).collect();
    let hashes: HashMap<_, _> = handles.into_iter().map(|handle| (engine.suppression_hash(handle), handle)).collect();
    let found = subjects::suppressed_of(&engine.store, &hashes.keys().copied().collect::<Vec<_>>())?;
    Ok(found.iter().filter_map(|hash| hashes.get(hash).map(|handle| Handle::clone(handle))).collect())
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
