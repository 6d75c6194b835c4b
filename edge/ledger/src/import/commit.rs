//! Committing an import: its lines are decided in order, and all that follows is written in one transaction.

use std::collections::HashMap;

use jatak_shared::decide::{Importing, Listed, Verdict, import};
use jatak_shared::event::{Fact, Place};
use jatak_shared::id::{ImportId, SubjectId};
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::subject::{Handle, Subject};
use jatak_shared::time::Timestamp;

use super::{Content, Import, ImportRefusal, LINES_A_STEP, Parameters, Staged, Status, Tally};
use crate::engine::{Current, Engine};
use crate::log::Tail;
use crate::sql::subjects::SubjectRow;
use crate::sql::{imports, subjects};
use crate::store::{Store, StoreError};
use crate::whatsapp::claim;

/// Whoever a chunk names, by number.
pub(super) type People = HashMap<E164, Person>;

/// Someone that a chunk names.
pub(super) struct Person {
    row: SubjectRow,
    known: bool,
    suppressed: bool,
    /// Whether a line of this chunk changed them.
    changed: bool,
}

/// What lines are decided by.
#[derive(Clone, Copy)]
pub(super) struct Deciding<'a> {
    pub(super) current: &'a Current,
    pub(super) parameters: &'a Parameters,
    pub(super) now: Timestamp,
}

impl Deciding<'_> {
    /// Decides one line.
    pub(super) fn decide(
        &self,
        number: u64,
        content: &Content,
        people: &mut People,
    ) -> Result<(Option<Fact>, Vec<Listed>), StoreError> {
        let line = match content {
            Content::Faulty(fault) => return Ok((None, vec![Listed::faulty(number, fault.clone())])),
            Content::Erased => return Ok((None, vec![Listed::erased(number)])),
            Content::Line(line) => line,
        };
        let person = people.get(&line.phone).ok_or_else(|| StoreError::Corrupt("a line about nobody".into()))?;
        let settings = &self.current.settings;
        let knowledge = Importing {
            now: self.now,
            settings,
            terms: self.current.notice(settings.default_locale())?.id(),
            defaults: &self.parameters.defaults,
            subject: &person.row.subject,
            standings: &person.row.standings,
            suppressed: person.suppressed,
        };
        Ok(import(&knowledge, number, line))
    }
}

/// One transaction's way through a file.
struct Step<'a> {
    deciding: Deciding<'a>,
    tail: Tail,
    /// The number of the last event before this transaction.
    before: u64,
    tally: Tally,
}

impl<S: Store> Engine<S> {
    /// Commits an import, or the next stretch of one that is `partial`: call it until the status is committed. One that is
    /// committed already is answered as it stands, and nothing is added.
    ///
    /// A crash at any point leaves each transaction whole or undone, and the next call goes on with the first chunk that
    /// is not decided.
    pub fn commit_import(
        &self,
        id: ImportId,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Result<Import, ImportRefusal>, StoreError> {
        let Some(import) = self.find_import(id, now)? else { return Ok(Err(ImportRefusal::NotFound)) };
        if import.status == Status::Committed {
            return Ok(Ok(import));
        }
        if import.faults > 0 && !import.parameters.partial {
            return Ok(Err(ImportRefusal::Faulty(import.faults)));
        }
        if self.is_full()? {
            return Ok(Err(ImportRefusal::StorageFull));
        }
        let current = self.current()?;
        let deciding = Deciding { current: &current, parameters: &import.parameters, now };
        let mut after = import.clone();
        self.transaction(&mut || {
            let tail = Tail::read(&self.store)?;
            let before = tail.head().seq;
            let mut step = Step { deciding, tail, before, tally: import.tally };
            after.status = Status::Committing;
            while !import.parameters.partial || step.tally.lines - import.tally.lines < LINES_A_STEP {
                let Some((chunk, lines)) = imports::next_staged(&self.store, id)? else {
                    after.status = Status::Committed;
                    after.committed_at = Some(now);
                    break;
                };
                let report = self.commit_chunk(&mut step, &lines, random)?;
                let report = serde_json::to_string(&report).map_err(|error| StoreError::Corrupt(error.to_string()))?;
                imports::decided(&self.store, id, chunk, report)?;
            }
            after.tally = step.tally;
            imports::update(&self.store, &after)?;
            self.sign(&step.tail, now)
        })?;
        self.settle_what_was_claimed(now, random);
        Ok(Ok(after))
    }

    fn commit_chunk(
        &self,
        step: &mut Step<'_>,
        lines: &[Staged],
        random: &mut impl Random,
    ) -> Result<Vec<Listed>, StoreError> {
        let mut people = self.people(lines, random)?;
        let mut listed = Vec::new();
        for (number, content) in lines {
            let (fact, told) = step.deciding.decide(*number, content, &mut people)?;
            step.tally.lines += 1;
            for one in &told {
                match one.outcome {
                    Verdict::Faulty => step.tally.faulty += 1,
                    Verdict::Refused => step.tally.refused += 1,
                    Verdict::Unchanged => step.tally.unchanged += 1,
                }
            }
            listed.extend(told);
            let (Some(fact), Content::Line(line)) = (fact, content) else { continue };
            let Some(person) = people.get_mut(&line.phone) else { continue };
            step.tally.events += 1;
            step.tally.granted += fact.categories.len() as u64;
            // Two acts of one person never share a moment. Lines of one import are an exception: they are each a yes to
            // something else, so their order decides nothing, and the ledger's clock would run ahead of time.
            let row = &mut person.row;
            let later = if row.last_seq > step.before { row.last_at } else { row.last_at.plus_millis(1) };
            let head = step.tail.head();
            let place = Place {
                business: step.deciding.current.business,
                seq: head.seq + 1,
                recorded_at: step.deciding.now.max(head.recorded_at).max(later),
                previous: row.last_event,
            };
            let event = fact.seal(place, random);
            row.apply(&event);
            person.changed = true;
            step.tally.first_seq.get_or_insert(event.leaf.seq);
            step.tally.last_seq = Some(event.leaf.seq);
            step.tail.push(event);
        }
        step.tail.write(&self.store)?;
        let mut changed: Vec<&Person> = people.values().filter(|person| person.changed).collect();
        // In the order of their events, so that the same file is written the same way each time.
        changed.sort_by_key(|person| person.row.last_seq);
        let fresh: Vec<&Subject> =
            changed.iter().filter(|person| !person.known).map(|person| &person.row.subject).collect();
        subjects::identify(&self.store, &fresh)?;
        if self.has_pairs()? {
            claim(&self.store, &self.secrets.suppression, &fresh, step.deciding.now)?;
        }
        subjects::write(&self.store, &changed.iter().map(|person| &person.row).collect::<Vec<_>>())?;
        Ok(listed)
    }

    /// Whoever these lines name, as they stand; someone new gets an id.
    pub(super) fn people(&self, lines: &[Staged], random: &mut impl Random) -> Result<People, StoreError> {
        let named = |staged: &Staged| match &staged.1 {
            Content::Line(line) => Some(line.phone.clone()),
            Content::Faulty(_) | Content::Erased => None,
        };
        let mut people = People::new();
        let phones: Vec<E164> = lines.iter().filter_map(named).collect();
        for row in subjects::by_phones(&self.store, &phones)? {
            let Some(phone) = row.subject.handle.phone().cloned() else { continue };
            people.insert(phone, Person { row, known: true, suppressed: false, changed: false });
        }
        for phone in phones {
            people.entry(phone).or_insert_with_key(|phone| {
                let handle = Handle::Phone(phone.clone());
                let row = SubjectRow::new(Subject { id: SubjectId::v4(random.bytes()), handle });
                Person { row, known: false, suppressed: false, changed: false }
            });
        }
        let known_by: Vec<_> =
            people.values_mut().map(|person| (self.suppression_hash(&person.row.subject.handle), person)).collect();
        let hashes: Vec<_> = known_by.iter().map(|(hash, _)| *hash).collect();
        let suppressed = subjects::suppressed_of(&self.store, &hashes)?;
        for (hash, person) in known_by {
            person.suppressed = suppressed.contains(&hash);
        }
        Ok(people)
    }
}
