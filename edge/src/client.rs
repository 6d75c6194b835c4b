//! The client of the objects: typed calls from the worker, their failures as problems.

mod directory;
mod whatsapp;

pub use directory::Directory;

use jatak_ledger::access::PersonFile;
use jatak_ledger::batch::{Answer, Request as Command};
use jatak_ledger::csv::Delimiter;
use jatak_ledger::epoch::{EpochFault, Opened};
use jatak_ledger::erase::Erasure;
use jatak_ledger::heads::{Erasures, Told};
use jatak_ledger::import::{ImportRefusal, LINES_AT_ONCE, UNDER_WAY};
use jatak_ledger::keys::{ApiKey, Scope, Scopes};
use jatak_ledger::proven::Audience;
use jatak_ledger::read::{ChoicesView, Lookup, ReceiptView};
use jatak_ledger::sending::{Noted, Question, Sending, Unanswered};
use jatak_ledger::shown::Count;
use jatak_ledger::statistics::{Span, Statistics};
use jatak_ledger::webhooks::{ENDPOINTS, EndpointRefusal};
use jatak_ledger::{Entry, Head, export::SubjectRecord, export::SubjectStates};
use jatak_shared::id::{BusinessId, EventId, NoticeId, ReservationId, SubjectId};
use jatak_shared::locale::Locale;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::proven::{Filter, ReceiptFile};
use jatak_shared::subject::Handle;
use jatak_shared::time::Timestamp;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use wasm_bindgen::prelude::*;
use worker::{Env, Method, Request, RequestInit, Response, ResponseBody, Stub};

use crate::calls::{AS_OF, Call, Decided, Envelope, Found, ImportCall, KeyCheck, NewKey, Reply, Snapshot, WebhookCall};
use crate::log;
use crate::objects::{heads, shown};

/// Calls to one business's ledger, with the key that came with the request.
#[derive(Clone)]
pub struct Ledger {
    env: Env,
    business: BusinessId,
    key: Option<KeyCheck>,
}

impl Ledger {
    /// Calls without a key: public ones and the operator's.
    pub fn new(env: &Env, business: BusinessId) -> Self {
        Self { env: env.clone(), business, key: None }
    }

    /// The same calls, each made only if the key allows it.
    #[must_use]
    pub fn with_key(self, key: KeyCheck) -> Self {
        Self { key: Some(key), ..self }
    }

    /// Founds the business.
    pub async fn found(&self, found: Found) -> Result<NewKey, Problem> {
        self.ask(Call::Found(found)).await
    }

    /// Settings, notices and sealed keys.
    pub async fn snapshot(&self) -> Result<Snapshot, Problem> {
        self.ask(Call::Snapshot).await
    }

    /// Carries out a command; an answer is given only when it is durable.
    pub async fn submit(&self, command: Command) -> Result<Answer, Problem> {
        self.ask(Call::Submit(Box::new(command))).await
    }

    /// A receipt page's contents.
    pub async fn receipt(&self, id: EventId) -> Result<Option<ReceiptView>, Problem> {
        self.ask(Call::Receipt(id)).await
    }

    /// A choices page's contents.
    pub async fn choices(&self, id: SubjectId, locale: Option<Locale>) -> Result<Option<ChoicesView>, Problem> {
        self.ask(Call::Choices(id, locale)).await
    }

    /// The canonical JSON of any notice ever published.
    pub async fn notice(&self, id: NoticeId) -> Result<Option<String>, Problem> {
        self.ask(Call::Notice(id)).await
    }

    /// Changes the settings; says whether anything changed.
    pub async fn change_settings(&self, settings: Value) -> Result<bool, Problem> {
        self.ask(Call::ChangeSettings(settings)).await
    }

    /// What is known of a number or user id.
    pub async fn lookup(&self, handle: Handle) -> Result<Lookup, Problem> {
        self.ask(Call::Lookup(handle)).await
    }

    /// Everything that is held about a person, their events after this one.
    pub async fn person(&self, handle: Handle, after: u64) -> Result<PersonFile, Problem> {
        self.ask(Call::Person(handle, after)).await
    }

    /// Whether messages may go to these people; commands that wait are settled first.
    pub async fn decide(&self, question: Question) -> Result<Result<Vec<Decided>, Unanswered>, Problem> {
        self.ask(Call::Decide(Box::new(question))).await
    }

    /// Notes what became of messages that were reserved.
    pub async fn report_sends(&self, reports: Vec<(ReservationId, Sending)>) -> Result<Vec<Noted>, Problem> {
        self.ask(Call::ReportSends(reports)).await
    }

    /// Erases these people; commands that wait are settled first.
    pub async fn erase(&self, people: Vec<Handle>) -> Result<Erasure, Problem> {
        self.ask(Call::Erase(people)).await
    }

    /// The subject behind a number or user id, made where there is none.
    pub async fn subject(&self, handle: Handle) -> Result<SubjectId, Problem> {
        self.ask(Call::Subject(handle)).await
    }

    /// The API keys.
    pub async fn keys(&self) -> Result<Vec<ApiKey>, Problem> {
        self.ask(Call::Keys).await
    }

    /// Makes an API key.
    pub async fn add_key(&self, name: String, scopes: Scopes) -> Result<NewKey, Problem> {
        self.ask(Call::AddKey(name, scopes)).await
    }

    /// Revokes an API key.
    pub async fn revoke_key(&self, id: String) -> Result<(), Problem> {
        self.ask(Call::RevokeKey(id)).await
    }

    /// The end of the ledger.
    pub async fn head(&self) -> Result<Head, Problem> {
        self.ask(Call::Head).await
    }

    /// Events after one number up to another.
    pub async fn events(&self, after: u64, upto: u64, limit: u64) -> Result<Vec<Entry>, Problem> {
        self.ask(Call::Events(after, upto, limit)).await
    }

    /// How subjects stood at a number, and where the next page starts.
    pub async fn states(
        &self,
        after: Option<SubjectId>,
        upto: u64,
    ) -> Result<(Vec<SubjectStates>, Option<SubjectId>), Problem> {
        self.ask(Call::States(after, upto)).await
    }

    /// How subjects stood at a number and how they came to, and where the next page starts.
    pub async fn records(
        &self,
        after: Option<SubjectId>,
        upto: u64,
    ) -> Result<(Vec<SubjectRecord>, Option<SubjectId>), Problem> {
        self.ask(Call::Records(after, upto)).await
    }

    /// How many opted in on these days.
    pub async fn statistics(&self, span: Span) -> Result<Statistics, Problem> {
        self.ask(Call::Statistics(span)).await
    }

    /// Notices with the time of publishing.
    pub async fn notices(&self, skip: u64) -> Result<Vec<(Timestamp, String)>, Problem> {
        self.ask(Call::Notices(skip)).await
    }

    /// The last signed head, as a signed note.
    pub async fn checkpoint(&self) -> Result<Option<String>, Problem> {
        self.ask(Call::Checkpoint).await
    }

    /// The key that the log is signed with.
    pub async fn vkey(&self) -> Result<String, Problem> {
        self.ask(Call::Vkey).await
    }

    /// A tile of the log, as base64.
    pub async fn tile(&self, path: String) -> Result<Option<String>, Problem> {
        self.ask(Call::Tile(path)).await
    }

    /// A receipt with its proof.
    pub async fn receipt_file(&self, id: EventId, audience: Audience) -> Result<Option<ReceiptFile>, Problem> {
        self.ask(Call::ReceiptFile(id, audience)).await
    }

    /// The export with proof, and the number that it is as of; `None` where no signed head covers the point to go on
    /// from.
    pub async fn export(&self, resume: Option<String>, filter: Filter) -> Result<Option<(u64, ResponseBody)>, Problem> {
        self.stream(Call::Export(resume, filter)).await
    }

    /// The events as rows, and the number that they are as of.
    pub async fn csv(&self, delimiter: Delimiter, filter: Filter) -> Result<(u64, ResponseBody), Problem> {
        let begun = self.stream(Call::Csv(delimiter, filter)).await?;
        begun.ok_or_else(|| failed("ledger_answer", &"rows without a stream"))
    }

    /// A stream that the object makes, and the number that it is as of; `None` where the object says that there is none.
    async fn stream(&self, call: Call) -> Result<Option<(u64, ResponseBody)>, Problem> {
        let envelope = Envelope { key: self.key.clone(), call };
        let mut response = fetch(self.stub(), &envelope).await?;
        let Some(as_of) = response.headers().get(AS_OF).ok().flatten() else {
            let text = response.text().await.map_err(|error| failed("object", &error))?;
            return self.read::<Option<()>>(reply(&text)?).map(|_| None);
        };
        let as_of = as_of.parse().map_err(|_| failed("ledger_answer", &"an export as of no number"))?;
        Ok(Some((as_of, response.into_parts().1)))
    }

    /// A step of an import.
    pub async fn import<T: DeserializeOwned>(&self, step: ImportCall) -> Result<T, Problem> {
        let done: Result<T, ImportRefusal> = self.ask(Call::Import(Box::new(step))).await?;
        done.map_err(|refusal| refused_import(&refusal))
    }

    /// A call about webhooks that refuses nothing.
    pub async fn webhooks<T: DeserializeOwned>(&self, call: WebhookCall) -> Result<T, Problem> {
        self.ask(Call::Webhooks(call)).await
    }

    /// One that may.
    pub async fn change_webhooks<T: DeserializeOwned>(&self, call: WebhookCall) -> Result<T, Problem> {
        let done: Result<T, EndpointRefusal> = self.webhooks(call).await?;
        done.map_err(|refusal| match refusal {
            EndpointRefusal::NotFound => Problem::new(ProblemType::NotFound),
            EndpointRefusal::TooMany => Problem::new(ProblemType::WebhooksFull).with("limit", ENDPOINTS),
            EndpointRefusal::BeyondHead { head } => {
                Problem::new(ProblemType::FieldInvalid).field("/after").rule(format!("a number from 0 to {head}"))
            }
        })
    }

    /// The last head that witnesses cosigned, as a signed note.
    pub async fn cosigned(&self) -> Result<Option<String>, Problem> {
        self.ask(Call::Cosigned).await
    }

    /// Begins the log anew in another epoch, for this reason.
    pub async fn open_epoch(&self, reason: String) -> Result<Result<Opened, EpochFault>, Problem> {
        self.ask(Call::OpenEpoch(reason)).await
    }

    /// Deletes everything of this business.
    pub async fn delete(&self) -> Result<(), Problem> {
        self.ask(Call::Delete).await
    }

    async fn ask<T: DeserializeOwned>(&self, call: Call) -> Result<T, Problem> {
        let envelope = Envelope { key: self.key.clone(), call };
        self.read(ask(self.stub(), &envelope).await?)
    }

    fn stub(&self) -> worker::Result<Stub> {
        self.env.durable_object("LEDGER").and_then(|space| space.get_by_name(&self.business.to_string()))
    }

    fn read<T: DeserializeOwned>(&self, reply: Reply) -> Result<T, Problem> {
        match reply {
            Reply::Done(value) => {
                serde_json::from_str(value.get()).map_err(|error| failed("ledger_answer", &unread(&error)))
            }
            Reply::KeyUnknown => Err(Problem::new(ProblemType::KeyUnknown)),
            Reply::ScopeMissing => Err(self.scope_missing()),
            Reply::Unfit(faults) => Err(Problem::settings(&faults)),
            Reply::Busy { limited: true, retry_after } => {
                Err(Problem::new(ProblemType::RateLimited).retry_after(retry_after))
            }
            Reply::Busy { limited: false, retry_after } => {
                Err(Problem::new(ProblemType::Unavailable).retry_after(retry_after))
            }
            Reply::LogClosed => Err(Problem::new(ProblemType::LogClosed)),
            Reply::Unfounded => Err(Problem::new(ProblemType::BusinessUnknown)),
            Reply::Failed(error) => Err(failed("ledger", &error)),
        }
    }

    fn scope_missing(&self) -> Problem {
        let scope = self.key.as_ref().map_or(Scope::Admin, |key| key.scope);
        Problem::new(ProblemType::ScopeMissing).with("scope", scope.word())
    }
}

/// Calls to the place that remembers the heads a business's log was last seen with.
pub struct Heads {
    env: Env,
    business: BusinessId,
}

impl Heads {
    /// The heads of this business.
    pub fn new(env: &Env, business: BusinessId) -> Self {
        Self { env: env.clone(), business }
    }

    /// The last head told, if any ever was.
    pub async fn last(&self) -> Result<Option<Told>, Problem> {
        self.ask(&heads::Ask::Last).await
    }

    /// Tells a newer head. Once this says so it is durable there, and the head may leave.
    pub async fn tell(&self, told: Told) -> Result<bool, Problem> {
        self.ask(&heads::Ask::Tell(told)).await
    }

    /// The epochs ever claimed, with their public keys.
    pub async fn epochs(&self) -> Result<Vec<(u64, String)>, Problem> {
        self.ask(&heads::Ask::Epochs).await
    }

    /// Claims the number of an epoch for this public key.
    pub async fn claim(&self, epoch: u64, vkey: String) -> Result<bool, Problem> {
        self.ask(&heads::Ask::Claim(epoch, vkey)).await
    }

    /// Remembers what was erased.
    pub async fn remember(&self, erasures: Erasures) -> Result<(), Problem> {
        self.ask(&heads::Ask::Remember(erasures)).await
    }

    /// A page of what is remembered as erased.
    pub async fn erasures(&self, from: (u64, u64)) -> Result<Erasures, Problem> {
        self.ask(&heads::Ask::Erasures(from)).await
    }

    /// Forgets everything: the business is gone.
    pub async fn forget(&self) -> Result<(), Problem> {
        self.ask(&heads::Ask::Forget).await
    }

    async fn ask<T: DeserializeOwned>(&self, ask: &heads::Ask) -> Result<T, Problem> {
        let stub = self.env.durable_object("HEADS").and_then(|space| space.get_by_name(&self.business.to_string()));
        self::ask(stub, ask).await
    }
}

/// Calls to the place that counts how often a business's notices were shown.
pub struct Shown {
    env: Env,
    business: BusinessId,
}

impl Shown {
    /// The counts of this business, which must be a listed one: asking makes the object.
    pub fn new(env: &Env, business: BusinessId) -> Self {
        Self { env: env.clone(), business }
    }

    /// Adds these counts.
    pub async fn add(&self, counts: Vec<Count>) -> Result<(), Problem> {
        self.ask(&shown::Ask::Add(counts)).await
    }

    /// The counts of these days.
    pub async fn read(&self, span: Span) -> Result<Vec<Count>, Problem> {
        self.ask(&shown::Ask::Read(span)).await
    }

    /// Forgets everything: the business is gone.
    pub async fn forget(&self) -> Result<(), Problem> {
        self.ask(&shown::Ask::Forget).await
    }

    async fn ask<T: DeserializeOwned>(&self, ask: &shown::Ask) -> Result<T, Problem> {
        let stub = self.env.durable_object("SHOWN").and_then(|space| space.get_by_name(&self.business.to_string()));
        self::ask(stub, ask).await
    }
}

/// A refused import, as a problem.
fn refused_import(refusal: &ImportRefusal) -> Problem {
    match refusal {
        ImportRefusal::NotFound => Problem::new(ProblemType::NotFound),
        ImportRefusal::Empty => {
            Problem::new(ProblemType::FieldInvalid).field("line").rule("must be there: one at least")
        }
        ImportRefusal::Faulty(lines) => Problem::new(ProblemType::ImportFaulty).with("faults", lines),
        ImportRefusal::TooLong(lines) => {
            Problem::new(ProblemType::ImportTooLong).with("lines", lines).with("limit", LINES_AT_ONCE)
        }
        ImportRefusal::TooMany => {
            let advice = format!("{UNDER_WAY} imports are under way; commit or delete one, or wait until one expires.");
            Problem::new(ProblemType::RateLimited).detail(advice).retry_after(3_600)
        }
        ImportRefusal::StorageFull => Problem::new(ProblemType::StorageFull),
    }
}

#[wasm_bindgen]
extern "C" {
    /// A stub of one of the classes of `shim.js`.
    type Object;

    #[wasm_bindgen(method, catch)]
    async fn ask(this: &Object, text: &str) -> Result<JsValue, JsValue>;
}

/// Asks an object, JSON for JSON, by its method `ask`.
async fn ask<T: DeserializeOwned>(stub: worker::Result<Stub>, body: &impl Serialize) -> Result<T, Problem> {
    let answer = async {
        let text = serde_json::to_string(body)?;
        Ok(stub?.into_rpc::<Object>().ask(&text).await?)
    };
    let answer = answer.await.map_err(|error: worker::Error| failed("object", &error))?;
    reply(&answer.as_string().unwrap_or_default())
}

/// Posts JSON to an object whose answer is a stream. The address is a placeholder: objects have no routes.
async fn fetch(stub: worker::Result<Stub>, body: &impl Serialize) -> Result<Response, Problem> {
    let answer = async {
        let body = serde_json::to_string(body)?;
        let mut init = RequestInit::new();
        init.with_method(Method::Post).with_body(Some(body.into()));
        let request = Request::new_with_init("https://object/", &init)?;
        stub?.fetch_with_request(request).await
    };
    answer.await.map_err(|error: worker::Error| failed("object", &error))
}

/// Reads the JSON of an answer.
fn reply<T: DeserializeOwned>(text: &str) -> Result<T, Problem> {
    serde_json::from_str(text).map_err(|error| failed("object", &unread(&error)))
}

/// What is wrong with an answer that cannot be read, without the part of it that the parser would quote: it may be
/// personal.
fn unread(error: &serde_json::Error) -> String {
    format!("an answer that cannot be read: {:?} error in column {}", error.classify(), error.column())
}

/// A fault of ours: logged with its text, answered without.
fn failed(what: &str, error: &impl ToString) -> Problem {
    log::fault(what, &error.to_string());
    Problem::new(ProblemType::Internal)
}
