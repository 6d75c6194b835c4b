//! Imports: a file is staged chunk by chunk, told about line by line, and then committed, all of it in one transaction.
//!
//! The order of things: `begin`, `stage` for each chunk, `finish`; from then on the file is known by its hash, and the same
//! file sent again leads to the same import. `commit` decides each line anew, against what stands at that moment, so a no
//! that came in between wins. What is staged holds numbers: an erasure reaches it ([`forget_staged`]), a commit
//! empties it, and after [`KEPT`] all of it is gone.

mod commit;
mod report;

use jatak_shared::canonical;
use jatak_shared::country::Country;
use jatak_shared::id::{Digest32, ImportId, keyed};
use jatak_shared::import::{Defaults, Format, Line, LineFault, Read};
use jatak_shared::phone::E164;
use jatak_shared::random::Random;
use jatak_shared::time::{DAY, Timestamp};
use serde::{Deserialize, Serialize};

use crate::engine::Engine;
use crate::jobs::{self, Job};
use crate::sql::imports;
use crate::store::{Store, StoreError};

pub use report::Report;

/// How long a staged file, its report and the memory of its hash are kept, in milliseconds.
pub const KEPT: i64 = DAY;

/// The most lines that are committed all or none, in one transaction. A file with more is `partial`.
pub const LINES_AT_ONCE: u64 = 50_000;

/// How many lines one transaction takes of a file that is `partial`, so that others get their turn in between.
pub const LINES_A_STEP: u64 = 5_000;

/// How many imports of one business may be under way: what a failed upload leaves behind counts until it expires, and the
/// staged files of all come to at most this many times the largest upload.
pub const UNDER_WAY: u64 = 20;

/// How a file is to be read. Part of what a retry is known by: the same bytes read otherwise are another import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    /// What the file says once for all lines.
    pub defaults: Defaults,
    /// Where a number without a country in front belongs.
    pub country: Option<Country>,
    /// The form of the file.
    pub format: Format,
    /// Whether what can be read is imported where other lines cannot, in several transactions.
    pub partial: bool,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The file is still arriving. Nobody is told of it yet.
    Receiving,
    /// The file is whole, and nothing of it is in the ledger.
    Staged,
    /// Part of it is in the ledger.
    Committing,
    /// It is through.
    Committed,
}

impl Status {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Receiving, Self::Staged, Self::Committing, Self::Committed];

    /// The word in the table and on the wire.
    pub fn word(self) -> &'static str {
        match self {
            Self::Receiving => "receiving",
            Self::Staged => "staged",
            Self::Committing => "committing",
            Self::Committed => "committed",
        }
    }
}

/// What came of the lines that are decided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Lines decided.
    pub lines: u64,
    /// Lines that led to an event.
    pub events: u64,
    /// Categories granted by them.
    pub granted: u64,
    /// Categories, or lines as a whole, that something stood against.
    pub refused: u64,
    /// Categories that were granted already.
    pub unchanged: u64,
    /// Lines that could not be read.
    pub faulty: u64,
    /// The number of the first event, where there is one.
    pub first_seq: Option<u64>,
    /// The number of the last event, where there is one.
    pub last_seq: Option<u64>,
}

/// An import.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// How far it has come.
    pub status: Status,
    /// When its file began to arrive.
    pub begun_at: Timestamp,
    /// When nothing of it is left, but for the events.
    pub expires_at: Timestamp,
    /// How its file is read.
    pub parameters: Parameters,
    /// How many lines it has, those that cannot be read included.
    pub lines: u64,
    /// How many cannot be read.
    pub faults: u64,
    /// What came of those decided so far.
    pub tally: Tally,
    /// When the last one was decided.
    pub committed_at: Option<Timestamp>,
}

/// A line as it is staged: its number and what it holds.
pub type Staged = (u64, Content);

/// What a staged line holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// A line that can be read.
    Line(Line),
    /// One that cannot.
    Faulty(LineFault),
    /// One whose person was erased meanwhile.
    Erased,
}

/// Some lines of a file, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chunk {
    /// Counted from 0 without gaps.
    pub number: u64,
    /// The number of its last line.
    pub last_line: u64,
    /// How many lines it holds.
    pub lines: u64,
    /// How many of them cannot be read.
    pub faults: u64,
    /// The lines, as the JSON of a list of [`Staged`]: it is stored as it comes.
    pub staged: String,
}

impl Chunk {
    /// A chunk of these lines; `None` where there are none.
    pub fn of(number: u64, lines: Vec<Read>) -> Result<Option<Self>, serde_json::Error> {
        let Some(last) = lines.last() else { return Ok(None) };
        let (last_line, count) = (last.number, lines.len() as u64);
        let faults = lines.iter().filter(|read| read.line.is_err()).count() as u64;
        let content = |read: Read| (read.number, read.line.map_or_else(Content::Faulty, Content::Line));
        let staged: Vec<Staged> = lines.into_iter().map(content).collect();
        Ok(Some(Self { number, last_line, lines: count, faults, staged: serde_json::to_string(&staged)? }))
    }
}

/// Why an import is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportRefusal {
    /// There is none of this id, or no more.
    NotFound,
    /// The file has no lines.
    Empty,
    /// So many lines cannot be read, and the file is all or none.
    Faulty(u64),
    /// There are more lines than one transaction takes, and the file is all or none.
    TooLong(u64),
    /// Too many imports are under way.
    TooMany,
    /// The ledger has room left for noes only.
    StorageFull,
}

impl<S: Store> Engine<S> {
    /// Begins an import; its chunks follow.
    pub fn begin_import(
        &self,
        how: &Parameters,
        now: Timestamp,
        random: &mut impl Random,
    ) -> Result<Result<ImportId, ImportRefusal>, StoreError> {
        if self.is_full()? {
            return Ok(Err(ImportRefusal::StorageFull));
        }
        let id = ImportId::v4(random.bytes());
        let mut refused = false;
        self.transaction(&mut || {
            imports::purge(&self.store, now.plus_millis(-KEPT))?;
            refused = imports::open(&self.store)? >= UNDER_WAY;
            if refused {
                return Ok(());
            }
            imports::begin(&self.store, id, how, now)?;
            jobs::schedule(&self.store, Job::Imports, now.plus_millis(KEPT))
        })?;
        Ok(if refused { Err(ImportRefusal::TooMany) } else { Ok(id) })
    }

    /// Keeps a chunk of an import that is still arriving.
    pub fn stage_import(&self, id: ImportId, chunk: &Chunk) -> Result<Result<(), ImportRefusal>, StoreError> {
        let arriving = imports::find(&self.store, id)?.is_some_and(|import| import.status == Status::Receiving);
        if !arriving {
            return Ok(Err(ImportRefusal::NotFound));
        }
        // Looked at with each chunk: many that began with room to spare must not fill what is kept for noes.
        if self.is_full()? {
            return Ok(Err(ImportRefusal::StorageFull));
        }
        self.transaction(&mut || imports::stage(&self.store, id, chunk))?;
        Ok(Ok(()))
    }

    /// The file is whole, and this is its SHA-256. Where the same file came before, that import is the answer, and what
    /// was staged now is dropped.
    pub fn finish_import(&self, id: ImportId, file: Digest32) -> Result<Result<Import, ImportRefusal>, StoreError> {
        let Some(import) = imports::find(&self.store, id)? else { return Ok(Err(ImportRefusal::NotFound)) };
        // Keyed, since a file of one line could be guessed from a plain hash after the person on it was erased.
        let known_by = keyed(
            &self.secrets.idempotency,
            format!("import\0{}\0{file}", canonical::to_string(&import.parameters)).as_bytes(),
        );
        let mut outcome = Ok(id);
        self.transaction(&mut || {
            outcome = match imports::of_file(&self.store, known_by)? {
                Some(earlier) => Ok(earlier),
                None => match imports::count(&self.store, id)? {
                    (0, _) => Err(ImportRefusal::Empty),
                    (lines, _) if lines > LINES_AT_ONCE && !import.parameters.partial => {
                        Err(ImportRefusal::TooLong(lines))
                    }
                    count => {
                        imports::finish(&self.store, id, known_by, count)?;
                        Ok(id)
                    }
                },
            };
            if outcome == Ok(id) { Ok(()) } else { imports::delete(&self.store, id) }
        })?;
        match outcome {
            Ok(id) => Ok(imports::find(&self.store, id)?.ok_or(ImportRefusal::NotFound)),
            Err(refusal) => Ok(Err(refusal)),
        }
    }

    /// An import whose file is whole.
    pub fn find_import(&self, id: ImportId, now: Timestamp) -> Result<Option<Import>, StoreError> {
        let found = imports::find(&self.store, id)?;
        Ok(found.filter(|import| import.status != Status::Receiving && now < import.expires_at))
    }

    /// Deletes an import: what is staged of it and its report. What it brought into the ledger stays.
    pub fn delete_import(&self, id: ImportId) -> Result<Result<(), ImportRefusal>, StoreError> {
        if imports::find(&self.store, id)?.is_none() {
            return Ok(Err(ImportRefusal::NotFound));
        }
        self.transaction(&mut || imports::delete(&self.store, id))?;
        Ok(Ok(()))
    }

    /// Deletes imports whose time is over; when the next one's is.
    pub(crate) fn purge_imports(&self, now: Timestamp) -> Result<Option<Timestamp>, StoreError> {
        let mut next = None;
        self.transaction(&mut || {
            imports::purge(&self.store, now.plus_millis(-KEPT))?;
            next = imports::oldest(&self.store)?.map(|begun| begun.plus_millis(KEPT));
            Ok(())
        })?;
        Ok(next)
    }
}

/// Erases a number from every staged file, in the caller's transaction; says how many lines named it. The lines stay by
/// their numbers, and are listed as refused. Call it for each number that is erased, whether the ledger knows it or not.
pub(crate) fn forget_staged(store: &impl Store, phone: &E164) -> Result<u64, StoreError> {
    let mut forgotten = 0;
    for (id, chunk, mut lines) in imports::naming(store, phone)? {
        for (_, content) in &mut lines {
            if matches!(content, Content::Line(line) if line.phone == *phone) {
                *content = Content::Erased;
                forgotten += 1;
            }
        }
        imports::restage(store, id, chunk, &lines)?;
    }
    Ok(forgotten)
}

/// A staged line with its import and its number there.
pub type StagedLine = (ImportId, u64, Line);

/// The staged lines that name this number.
pub(crate) fn staged_of(store: &impl Store, phone: &E164) -> Result<Vec<StagedLine>, StoreError> {
    let chunks = imports::naming(store, phone)?.into_iter();
    let lines = chunks.flat_map(|(id, _, lines)| lines.into_iter().map(move |(number, content)| (id, number, content)));
    let theirs = lines.filter_map(|(id, number, content)| match content {
        Content::Line(line) if line.phone == *phone => Some((id, number, line)),
        Content::Line(_) | Content::Faulty(_) | Content::Erased => None,
    });
    Ok(theirs.collect())
}
