//! What can be wrong, in words for an auditor.

use core::fmt;

/// The first thing wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1; 0 for a file without lines.
    pub line: u64,
    /// What.
    pub wrong: Wrong,
}

/// What is wrong. Events are named by their number, `seq`, from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Nothing that is checked here.
    #[error("this is neither an export with proof nor a receipt")]
    NotOurs,
    /// An earlier checkpoint says nothing about a receipt.
    #[error("an earlier checkpoint can be compared with an export, and this is a receipt: leave the checkpoint out")]
    OnlyExports,
    /// A line that is not of the form.
    #[error("this line was changed: it is no line of an export ({0})")]
    Line(String),
    /// Lines come in another order than they can.
    #[error("a {0} line does not belong here")]
    OutOfPlace(&'static str),
    /// The file stops before its trailer.
    #[error("the file is cut short: it has no trailer")]
    CutShort,
    /// There is something behind the trailer.
    #[error("there is more behind the trailer")]
    AfterTheEnd,
    /// A key that is none.
    #[error("the header's key was changed: {0}")]
    Key(String),
    /// The checkpoint is not signed by the key.
    #[error("foreign signature: the checkpoint is not signed by {key} ({why})")]
    ForeignSignature {
        /// The key's name.
        key: String,
        /// What exactly.
        why: String,
    },
    /// The header does not say what its checkpoint says.
    #[error("the header was changed: it says {header} events, its checkpoint {checkpoint}")]
    Size {
        /// In the header.
        header: u64,
        /// In the checkpoint.
        checkpoint: u64,
    },
    /// The checkpoint or an event is another business's.
    #[error("wrong business: {0}")]
    WrongBusiness(String),
    /// The bytes of a leaf do not have the hash beside them.
    #[error("event {0} was changed: its leaf does not have its hash")]
    Leaf(u64),
    /// A private part does not fit its leaf.
    #[error("event {0} was changed: its private part is not what its leaf commits to")]
    PrivatePart(u64),
    /// An outcome does not fit its private part, or is not there.
    #[error("event {0} was changed: its outcome is not what its private part commits to")]
    Outcome(u64),
    /// Evidence does not fit its private part.
    #[error("event {0} was changed: its evidence is not what its private part commits to")]
    Evidence(u64),
    /// An event is not there.
    #[error("event {0} is missing")]
    Missing(u64),
    /// An event stands in another's place.
    #[error("events are reordered: event {found} stands where event {expected} belongs")]
    Reordered {
        /// Whose place it is.
        expected: u64,
        /// Who stands there.
        found: u64,
    },
    /// A chosen event stands behind a later one.
    #[error("events are reordered: event {found} stands behind event {before}")]
    Behind {
        /// Who stands before it.
        before: u64,
        /// Who stands there.
        found: u64,
    },
    /// The proof of a chosen event does not hold.
    #[error("event {seq} is not in the signed log: its proof does not hold ({why})")]
    Inclusion {
        /// The event.
        seq: u64,
        /// What exactly.
        why: String,
    },
    /// An export that was cut down says nothing of an earlier log.
    #[error(
        "a filtered export cannot show that it extends an earlier checkpoint (of {earlier} events): take a whole one"
    )]
    Incomparable {
        /// In the earlier checkpoint.
        earlier: u64,
    },
    /// Times go back.
    #[error("event {0} was recorded before the event before it")]
    Time(u64),
    /// A notice is not what its id says, or is not there.
    #[error("notice {0} was changed: its wording does not have its id")]
    Notice(String),
    /// An event names a notice that the export does not hold.
    #[error("notice {notice} is missing, under which event {event} was done")]
    NoticeMissing {
        /// The event.
        event: u64,
        /// The notice.
        notice: String,
    },
    /// A private part is gone and nothing says that it was erased.
    #[error("the private part of event {0} is missing and no later `erased` leaf lists it")]
    NotErased(u64),
    /// An `erased` leaf lists events that cannot be.
    #[error("event {0} says that events were erased that are not before it")]
    ErasedAhead(u64),
    /// All events are in order and are not those that were signed.
    #[error("rewritten: the events are not those that the checkpoint was signed over")]
    Root,
    /// The log has shrunk.
    #[error("the log has shrunk: it had {earlier} events and has {size}")]
    Shrunk {
        /// In the earlier checkpoint.
        earlier: u64,
        /// Now.
        size: u64,
    },
    /// The log does not begin with the one known.
    #[error("the log was rewritten: its first {0} events are not those of the earlier checkpoint")]
    Rewritten(u64),
    /// The proof of an erasure after the export's size does not hold.
    #[error("the proof of a later erasure does not hold: {0}")]
    ErasureProof(String),
    /// The trailer does not say what the lines say.
    #[error("the trailer or a line's surroundings were changed: {0}")]
    Trailer(&'static str),
    /// The earlier checkpoint is of an epoch that was given up, or of one that came later.
    #[error(
        "the earlier checkpoint is of epoch {earlier} of this log and the export of epoch {now}: a new epoch begins when a \
         backup was put back, and its `epoch_opened` event says which head was given up and why"
    )]
    OtherEpoch {
        /// Of the earlier checkpoint.
        earlier: u64,
        /// Of the export.
        now: u64,
    },
    /// An `epoch_opened` event says what cannot be.
    #[error("event {0} opens an epoch that cannot begin there")]
    Epoch(u64),
    /// A witness's line under a head does not hold.
    #[error("the cosignature of {witness} does not hold: {why}")]
    Cosignature {
        /// The witness's name.
        witness: String,
        /// What exactly.
        why: String,
    },
    /// A receipt's proof does not hold.
    #[error("the receipt's proof does not hold: {0}")]
    Proof(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 { write!(f, "line {}: {}", self.line, self.wrong) } else { write!(f, "{}", self.wrong) }
    }
}

impl core::error::Error for Fault {}
