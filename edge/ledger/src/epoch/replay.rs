//! Erasing again what a backup brought back.

use jatak_shared::act::Source;
use jatak_shared::random::Random;
use jatak_shared::time::Timestamp;

use crate::engine::Engine;
use crate::erase::Erasure;
use crate::heads::Erasures;
use crate::log::Tail;
use crate::sql::{epochs, subjects};
use crate::store::{Store, StoreError};

impl<S: Store> Engine<S> {
    /// Erases what the place apart remembers as erased and what stands here again, in one transaction: a person of whom
    /// one such event is found goes whole, as they asked. What they did between the backup's return and now goes too; a
    /// no among it stays as a suppression. Events that this copy does not have, or has other ones under the number of,
    /// are passed over, and a second run finds nothing.
    pub fn replay_erasures(
        &self,
        erasures: &Erasures,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Erasure, StoreError> {
        let mut erasure = Erasure::default();
        self.transaction(&mut || {
            let mut tail = Tail::read(&self.store)?;
            let now = now.max(tail.head().recorded_at);
            for hash in &erasures.suppressed {
                subjects::suppress(&self.store, *hash, now)?;
            }
            let risen = epochs::risen(&self.store, &erasures.erased)?;
            let mut people = Vec::new();
            for person in risen {
                people.extend(subjects::by_id(&self.store, person)?.map(|row| row.subject.handle));
            }
            erasure = self.erase_together(&people, Source::Api, &mut tail, now, random)?;
            self.sign(&tail, now)
        })?;
        Ok(erasure)
    }

    /// A page of what was erased here and not yet told to the place apart, and the number to give to
    /// [`erasures_told`](Self::erasures_told) once it is.
    pub fn untold_erasures(&self) -> Result<Option<(u64, Erasures)>, StoreError> {
        epochs::untold(&self.store)
    }

    /// Notes that the place apart knows of all up to this number. A crash before it has them told twice, which changes
    /// nothing there.
    pub fn erasures_told(&self, upto: u64) -> Result<(), StoreError> {
        self.transaction(&mut || epochs::told(&self.store, upto))
    }
}
