//! What the worker asks of a business's ledger object, and what comes back: JSON by the object's method `ask`. Files of
//! events alone are fetched, since the answer is a stream.

use jatak_ledger::SealedKey;
use jatak_ledger::batch::Request;
use jatak_ledger::csv::Delimiter;
use jatak_ledger::import::{Chunk, Parameters};
use jatak_ledger::keys::{Scope, Scopes};
use jatak_ledger::proven::Audience;
use jatak_ledger::sending::{Question, Sending};
use jatak_ledger::statistics::Span;
use jatak_ledger::webhooks::{Endpoint, Wish};
use jatak_ledger::whatsapp::reviews::Finding;
use jatak_shared::business::{Fault, Slug};
use jatak_shared::decide::Asking;
use jatak_shared::id::{
    BusinessId, Digest32, EndpointId, EventId, ImportId, NoticeId, ReservationId, ReviewId, SubjectId,
};
use jatak_shared::locale::Locale;
use jatak_shared::proven::Filter;
use jatak_shared::subject::Handle;
use jatak_shared::whatsapp::read::Delivery;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use serde_json::value::RawValue;

/// A call, and what the caller must be allowed to do.
#[derive(Debug, Serialize, Deserialize)]
pub struct Envelope {
    /// The API key that came with the request and the scope that the call needs; absent for public and operator calls.
    pub key: Option<KeyCheck>,
    /// The call.
    pub call: Call,
}

/// A key as the object sees it: a hash, checked where the keys are, so that revoking works at once.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeyCheck {
    /// SHA-256 of the key.
    pub hash: Digest32,
    /// What the call needs.
    pub scope: Scope,
}

/// One call.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Call {
    /// Founds the business and makes its first key. Answers [`NewKey`].
    Found(Found),
    /// Settings, notices and sealed keys. Answers [`Snapshot`].
    Snapshot,
    /// A command for the next batch. Answers `jatak_ledger::batch::Answer`.
    Submit(Box<Request>),
    /// A receipt page's contents. Answers `Option<ReceiptView>`.
    Receipt(EventId),
    /// A choices page's contents. Answers `Option<ChoicesView>`.
    Choices(SubjectId, Option<Locale>),
    /// The canonical JSON of any notice ever published. Answers `Option<String>`.
    Notice(NoticeId),
    /// New settings. Answers whether anything changed.
    ChangeSettings(Value),
    /// What is known of a number or user id. Answers `Lookup`, and the subject only where the key may make links.
    Lookup(Handle),
    /// Everything that is held about a person, their events after this one. Answers `PersonFile`.
    Person(Handle, u64),
    /// Whether messages may go to these people, after every command that waits. Answers `Result<Vec<Decided>, Unanswered>`,
    /// with the subjects only where the key may make links.
    Decide(Box<Question>),
    /// What became of messages that were reserved. Answers `Vec<Noted>`.
    ReportSends(Vec<(ReservationId, Sending)>),
    /// Erases these people. Answers `Erasure`.
    Erase(Vec<Handle>),
    /// The subject behind a number or user id, made where there is none. Answers `SubjectId`.
    Subject(Handle),
    /// The API keys. Answers `Vec<ApiKey>`.
    Keys,
    /// Makes an API key. Answers [`NewKey`].
    AddKey(String, Scopes),
    /// Revokes an API key.
    RevokeKey(String),
    /// The end of the ledger. Answers [`jatak_ledger::Head`].
    Head,
    /// Events after one number up to another, at most so many. Answers `Vec<Entry>`.
    Events(u64, u64, u64),
    /// How subjects stood at a number, after one of them. Answers `(Vec<SubjectStates>, Option<SubjectId>)`.
    States(Option<SubjectId>, u64),
    /// The same with what happened to each subject up to that number. Answers `(Vec<SubjectRecord>, Option<SubjectId>)`.
    Records(Option<SubjectId>, u64),
    /// How many opted in on these days, by day and notice. Answers `Statistics`.
    Statistics(Span),
    /// Notices with the time of publishing, after the first so many. Answers `Vec<(Timestamp, String)>`.
    Notices(u64),
    /// The last signed head as a signed note. Answers `Option<String>`; `None` where nothing is signed.
    Checkpoint,
    /// The last head that witnesses cosigned, as a signed note. Answers `Option<String>`.
    Cosigned,
    /// The key that the log is signed with. Answers `String`.
    Vkey,
    /// A tile of the log by its path, as base64. Answers `Option<String>`.
    Tile(String),
    /// A receipt with its proof, for these eyes. Answers `Option<ReceiptFile>`.
    ReceiptFile(EventId, Audience),
    /// The export with proof, from its beginning or from a [`ResumePoint`](jatak_shared::proven::ResumePoint) on. Answers
    /// with a stream of lines, or `Done(null)` where no signed head covers that point.
    Export(Option<String>, Filter),
    /// The events as rows, as of the ledger's end. Answers with a stream of bytes.
    Csv(Delimiter, Filter),
    /// A step of an import. Answers what the step says, or an `ImportRefusal`.
    Import(Box<ImportCall>),
    /// A call about webhooks. Answers what it says.
    Webhooks(WebhookCall),
    /// A call about WhatsApp. Answers what it says.
    Whatsapp(Box<WhatsappCall>),
    /// Begins the log anew in another epoch, for this reason. Answers `Result<Opened, EpochFault>`.
    OpenEpoch(String),
    /// Deletes everything. For the operator, when a business leaves.
    Delete,
}

/// What is answered of one person who was asked about.
#[derive(Debug, Serialize, Deserialize)]
pub struct Decided {
    /// Who they are, where a message may go and the key may make links.
    pub subject: Option<SubjectId>,
    /// The members of the answer that the ledger knows, as one JSON object: it is written once and passed on as it is, since a
    /// thousand of them read and written again took most of the time.
    pub told: Box<RawValue>,
}

/// A step of an import.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportCall {
    /// A file begins to arrive. Answers `ImportId`.
    Begin(Parameters),
    /// Some of its lines. Answers `()`.
    Stage(ImportId, Chunk),
    /// It is whole, and this is its SHA-256. Answers `Import`.
    Finish(ImportId, Digest32),
    /// A page of its report: after which line, and how many entries. Answers `Report`.
    Report(ImportId, u64, usize),
    /// The next transaction of its commit. Answers `Import`.
    Commit(ImportId),
    /// Deletes it. Answers `()`.
    Delete(ImportId),
}

/// A call about the addresses that a business has told of events. Save for the list, each answers that or an `EndpointRefusal`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WebhookCall {
    /// The endpoints. Answers `Vec<Endpoint>`.
    List,
    /// Makes one. Answers [`NewEndpoint`].
    Add(Box<Wish>),
    /// Changes one. Answers `Endpoint`.
    Set(EndpointId, Box<Wish>),
    /// Has one told again what came after this number. Answers `Endpoint`.
    Replay(EndpointId, u64),
    /// Gives one a new secret. Answers [`NewEndpoint`].
    NewSecret(EndpointId),
    /// Deletes one. Answers `()`.
    Delete(EndpointId),
}

/// A call about what is said in WhatsApp.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhatsappCall {
    /// Takes in a delivery. Answers `()`.
    Hear(Delivery),
    /// Counts a delivery that was not taken in. Answers `()`.
    Count(Untaken),
    /// How much was delivered, and what became of it. Answers `Counts`.
    Counts,
    /// Replaces what the business shares with Meta. Answers `()`.
    PutSecrets(SealedKey),
    /// Makes a code for a shopper who types no number. Answers `Result<Option<Awaited>, Refusal>`.
    Offer(Asking),
    /// How a code stands, by its secret. Answers `Option<Polled>`.
    Poll(String),
    /// Messages that wait to be looked at, after this one. Answers `Vec<Review>`.
    Reviews(Option<ReviewId>),
    /// What was found. Answers whether there was such a review.
    Close(ReviewId, Finding),
}

/// Why a delivery was not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Untaken {
    /// Its signature is wrong.
    Forged,
    /// It is signed, and no delivery.
    Unreadable,
}

impl Call {
    /// Whether the answer holds a signed head, or leads to one.
    pub fn gives_a_head(&self) -> bool {
        matches!(self, Self::Checkpoint | Self::Cosigned | Self::Tile(_) | Self::ReceiptFile(..))
    }
}

/// The header that names the number an export is as of. An object's answer that has it is a stream, another a [`Reply`].
pub const AS_OF: &str = "Jatak-As-Of";

/// What founding needs.
#[derive(Debug, Serialize, Deserialize)]
pub struct Found {
    /// Its id.
    pub business: BusinessId,
    /// Its slug.
    pub slug: Slug,
    /// Its settings, in their wire form.
    pub settings: Value,
    /// Its random keys, sealed by the worker.
    pub sealed_keys: Vec<SealedKey>,
}

/// A key that was just made; the secret is shown once.
#[derive(Debug, Serialize, Deserialize)]
pub struct NewKey {
    /// The key itself.
    pub secret: String,
    /// What is kept of it.
    pub key: jatak_ledger::keys::ApiKey,
}

/// An endpoint with its secret, which is shown once.
#[derive(Serialize, Deserialize)]
pub struct NewEndpoint {
    /// The secret that its messages are signed with: `whsec_…`.
    pub secret: String,
    /// The endpoint.
    pub endpoint: Endpoint,
}

impl core::fmt::Debug for NewEndpoint {
    /// A secret is never printed.
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("NewEndpoint").field("endpoint", &self.endpoint).finish_non_exhaustive()
    }
}

/// What pages and forms are made from.
#[derive(Debug, Serialize, Deserialize)]
pub struct Snapshot {
    /// The business's id.
    pub business: BusinessId,
    /// Its settings, in their wire form.
    pub settings: Value,
    /// Canonical JSON of the notices shown.
    pub notices: Vec<String>,
    /// Its random keys, sealed.
    pub sealed_keys: Vec<SealedKey>,
    /// The public keys of its log, the one that signs now last.
    pub vkeys: Vec<String>,
}

/// What came of a call.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// It was done; what the call answers, as JSON that is read once, by whoever asked: a page of records would take
    /// twice as long as values in between, and the code for those is as large as that for the JSON.
    Done(Box<RawValue>),
    /// The key is none of this business's.
    KeyUnknown,
    /// The key lacks the scope.
    ScopeMissing,
    /// The settings have these faults.
    Unfit(Vec<Fault>),
    /// Too many grants are waiting, or came in too short a time.
    Busy {
        /// Whether it is a limit (429) or load (503).
        limited: bool,
        /// Seconds to wait.
        retry_after: u32,
    },
    /// The log is closed, so there is no head to give.
    LogClosed,
    /// No business was founded here.
    Unfounded,
    /// The store failed. The text is for the log.
    Failed(String),
}
