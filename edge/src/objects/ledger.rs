//! The Ledger object: one a business, the single writer of its events. A thin shell: it opens the engine, checks keys,
//! and hands each call on.

mod alarm;
mod batch;
mod cosign;
mod decide;
mod epoch;
mod export;
mod heads;
mod import;
mod webhooks;
mod whatsapp;

use core::cell::{Cell, RefCell};
use std::rc::Rc;

use data_encoding::BASE64;
use jatak_ledger::engine::{Engine, Secrets, prepare, sealed_keys};
use jatak_ledger::epoch::number as epoch_of;
use jatak_ledger::keys::{Scope, Scopes};
use jatak_ledger::read::ReceiptView;
use jatak_ledger::setup::{Founding, add_missing_keys, found, founded, log_name};
use jatak_ledger::store::StoreError;
use jatak_shared::business::Settings;
use jatak_shared::log::{KeyName, Signer};
use jatak_shared::sending::Availability;
use serde::Serialize;
use wasm_bindgen::prelude::*;
use worker::{DurableObject, Env, Request, Response, Result, State, durable_object};

use self::heads::{HEADS_SILENT, Heard};
use super::{asked, json, read, written};
use crate::calls::{Call, Envelope, Found, KeyCheck, NewKey, Reply, Snapshot};
use crate::config::Config;
use crate::limits::Bucket;
use crate::queue::Queue;
use crate::rim::{self, SystemRandom};
use crate::seal::{self, Purpose};
use crate::store::DurableStore;

/// Holds the events of one business.
#[durable_object]
pub struct Ledger {
    inner: Rc<Inner>,
}

struct Inner {
    state: State,
    env: Env,
    engine: RefCell<Option<Rc<Engine<DurableStore>>>>,
    queue: RefCell<Queue>,
    flushing: Cell<bool>,
    /// What Meta delivered and waits to be heard.
    deliveries: RefCell<Vec<whatsapp::Waiting>>,
    hearing: Cell<bool>,
    grants: RefCell<Option<Bucket>>,
    limits: bool,
    /// Where WhatsApp carries what, as the operator has it.
    availability: Availability,
    /// The size of the last head told to the place apart.
    told: Cell<u64>,
    publishing: Cell<bool>,
    /// What the alarm stands at.
    armed: Cell<alarm::Armed>,
}

impl DurableObject for Ledger {
    fn new(state: State, env: Env) -> Self {
        // An edge whose settings cannot be read serves nothing; until then the limits hold.
        let config = Config::read(&env).ok();
        let inner = Inner {
            limits: config.as_ref().is_none_or(|config| config.limits),
            availability: config.map(|config| config.availability).unwrap_or_default(),
            state,
            env,
            engine: RefCell::default(),
            queue: RefCell::default(),
            flushing: Cell::new(false),
            deliveries: RefCell::default(),
            hearing: Cell::new(false),
            grants: RefCell::default(),
            told: Cell::new(0),
            publishing: Cell::new(false),
            armed: Cell::default(),
        };
        Self { inner: Rc::new(inner) }
    }

    /// Streams an export; every other call comes by `ask`.
    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let envelope: Envelope = asked(&mut request).await?;
        let inner = Rc::clone(&self.inner);
        let done = match envelope.call {
            Call::Export(resume, filter) => inner.bundle(envelope.key, resume.as_deref(), filter).await,
            Call::Csv(delimiter, filter) => inner.csv(envelope.key, delimiter, filter).await,
            _ => Ok(Err(Reply::Failed("a call in the wrong place".into()))),
        };
        match done.unwrap_or_else(|error| Err(Reply::Failed(error.to_string()))) {
            Ok(stream) => Ok(stream),
            Err(reply) => Response::from_json(&reply),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        let done = self.inner.run_jobs().await;
        // A failure here, before any job could be put off, is the runtime's to try again.
        done.map_err(|error| worker::Error::RustError(error.to_string()))?;
        Response::empty()
    }
}

#[wasm_bindgen]
impl Ledger {
    pub async fn ask(&self, text: String) -> core::result::Result<String, JsValue> {
        let reply = Rc::clone(&self.inner).answer(read(&text)?).await;
        written(&reply.unwrap_or_else(|error| Reply::Failed(error.to_string())))
    }
}

impl Inner {
    async fn answer(self: Rc<Self>, envelope: Envelope) -> core::result::Result<Reply, StoreError> {
        if let Call::Found(founding) = envelope.call {
            return self.found(founding).await;
        }
        if let Call::Delete = envelope.call {
            return self.delete().await;
        }
        let Some(engine) = self.engine().await? else { return Ok(Reply::Unfounded) };
        let allowed = match &envelope.key {
            None => None,
            Some(check) => match allowed(&engine, check)? {
                Ok(scopes) => Some(scopes),
                Err(refused) => return Ok(refused),
            },
        };
        if envelope.call.gives_a_head() {
            if !self.is_released(&engine).await? {
                return Ok(HEADS_SILENT);
            }
            if engine.fork().is_some() {
                return Ok(Reply::LogClosed);
            }
            self.publish(&engine).await?;
        }
        match envelope.call {
            Call::Submit(command) => Ok(self.submit(engine, *command).await),
            Call::Erase(people) => self.erase(engine, &people).await,
            Call::Decide(question) => self.decide(engine, &question, allowed.as_ref()).await,
            Call::Import(step) => self.import(engine, *step).await,
            Call::Webhooks(call) => self.webhooks(&engine, call).await,
            Call::Whatsapp(call) => self.whatsapp(engine, *call).await,
            Call::OpenEpoch(reason) => self.open_epoch(&engine, reason).await,
            call => {
                let reply = read_or_set(&engine, call, allowed.as_ref());
                self.tell_erasures_or_log(&engine).await;
                self.arm_or_log(&engine).await;
                reply
            }
        }
    }

    /// The engine, opened where it is not yet; `None` where no business was founded here.
    async fn engine(&self) -> core::result::Result<Option<Rc<Engine<DurableStore>>>, StoreError> {
        if let Some(engine) = self.engine.borrow().as_ref() {
            return Ok(Some(Rc::clone(engine)));
        }
        // Looked at before anything is written: an object whose business was deleted stays empty.
        let Some(business) = founded(&DurableStore::new(&self.state))? else { return Ok(None) };
        let heard = self.ask_told(business).await;
        let engine = self.open(heard)?;
        if let Some(engine) = &engine {
            // Opening may have asked for a job, and what the call is for may be refused.
            self.arm_or_log(engine).await;
        }
        Ok(engine)
    }

    /// The engine that stands now: the log may have begun anew since this one was taken.
    fn present(&self, engine: &Rc<Engine<DurableStore>>) -> Rc<Engine<DurableStore>> {
        self.engine.borrow().as_ref().map_or_else(|| Rc::clone(engine), Rc::clone)
    }

    /// The operator's settings.
    fn config(&self) -> core::result::Result<Config, StoreError> {
        Config::read(&self.env).map_err(|error| StoreError::Failed(error.to_string()))
    }

    /// Opens the engine; `heard` is what the place apart says of the last head that may have left the edge. Nothing is
    /// awaited in here, so that of several requests that come to a sleeping object one opens it and the others find it open.
    fn open(&self, heard: Heard) -> core::result::Result<Option<Rc<Engine<DurableStore>>>, StoreError> {
        if let Some(engine) = self.engine.borrow().as_ref() {
            return Ok(Some(Rc::clone(engine)));
        }
        let store = DurableStore::new(&self.state);
        let Some(business) = founded(&store)? else { return Ok(None) };
        store.check_rollback()?;
        prepare(&store, rim::now())?;
        let config = self.config()?;
        let mut keys = sealed_keys(&store)?;
        if let Some(secret) = config.secrets.last()
            && let Some(missing) = seal::missing_keys(secret, business, &keys, &mut SystemRandom)
            && !missing.is_empty()
        {
            add_missing_keys(&store, &missing)?;
            keys = sealed_keys(&store)?;
        }
        let open = |purpose| {
            let opened = seal::open(&config.secrets, business, &keys, purpose);
            let newest = opened.and_then(|keys| keys.last().copied());
            newest.ok_or_else(|| {
                StoreError::Failed(format!("the {} key does not open with any JATAK_SECRET_n", purpose.word()))
            })
        };
        let epoch = epoch_of(&store)?;
        let name = KeyName::of_epoch(&log_name(&store, &config.log_name)?, business, epoch);
        let name = name.map_err(|error| StoreError::Corrupt(format!("the log's name: {error}")))?;
        let secrets = Secrets {
            idempotency: open(Purpose::Idempotency)?,
            suppression: open(Purpose::Suppression)?,
            codes: open(Purpose::Codes)?,
            signer: Signer::new(name, &open(Purpose::Signing)?),
        };
        let engine = Rc::new(Engine::new(store, secrets).with_room(config.max_object_bytes));
        self.open_log(&engine, heard)?;
        *self.engine.borrow_mut() = Some(Rc::clone(&engine));
        Ok(Some(engine))
    }

    async fn found(&self, founding: Found) -> core::result::Result<Reply, StoreError> {
        let store = DurableStore::new(&self.state);
        store.check_rollback()?;
        prepare(&store, rim::now())?;
        let settings = match Settings::parse(&founding.settings) {
            Ok(settings) => settings,
            Err(faults) => return Ok(Reply::Unfit(faults)),
        };
        let founding =
            Founding { business: founding.business, slug: founding.slug, settings, sealed_keys: founding.sealed_keys };
        if let Err(faults) = found(&store, &founding, rim::now(), &mut SystemRandom)? {
            return Ok(Reply::Unfit(faults));
        }
        let engine = self.engine().await?;
        let engine = engine.ok_or_else(|| StoreError::Corrupt("a business just founded is not there".into()))?;
        // A first key whose answer was lost with a crash is held by nobody, and is not left lying about.
        for lost in engine.keys()? {
            engine.revoke_key(&lost.id, rim::now())?;
        }
        self.arm_or_log(&engine).await;
        let (secret, key) = engine.add_key("first key".into(), Scopes::all(), rim::now(), &mut SystemRandom)?;
        Ok(done(&NewKey { secret: secret.reveal().to_owned(), key }))
    }

    async fn delete(&self) -> core::result::Result<Reply, StoreError> {
        *self.engine.borrow_mut() = None;
        // An alarm that is left goes off once, finds no business and is not set again.
        let deleted = self.state.storage().delete_all().await;
        self.armed.set(alarm::Armed::Unknown);
        // Whoever came in between may have opened it again.
        *self.engine.borrow_mut() = None;
        deleted.map_err(|error| StoreError::Failed(error.to_string()))?;
        Ok(done(&()))
    }
}

/// The scopes of the key, or why it may not make this call.
fn allowed(
    engine: &Engine<DurableStore>,
    check: &KeyCheck,
) -> core::result::Result<core::result::Result<Scopes, Reply>, StoreError> {
    let Some(key) = engine.key(check.hash)? else { return Ok(Err(Reply::KeyUnknown)) };
    Ok(if key.scopes.allow(check.scope) { Ok(key.scopes) } else { Err(Reply::ScopeMissing) })
}

/// Every call that is neither founding nor a command.
fn read_or_set(
    engine: &Engine<DurableStore>,
    call: Call,
    allowed: Option<&Scopes>,
) -> core::result::Result<Reply, StoreError> {
    Ok(match call {
        Call::Snapshot => {
            let current = engine.current()?;
            let notices = current.notices.values().map(jatak_shared::notice::Notice::canonical).collect();
            let settings = serde_json::to_value(&current.settings);
            let settings = settings.map_err(|error| StoreError::Corrupt(error.to_string()))?;
            done(&Snapshot {
                business: current.business,
                settings,
                notices,
                sealed_keys: engine.sealed_keys()?,
                vkeys: engine.vkeys()?,
            })
        }
        Call::Receipt(id) => {
            let awaited = engine.awaited_of(id, rim::now())?;
            let view = engine.receipt(id)?;
            done(&view.map(|view| ReceiptView { awaited, ..view }))
        }
        Call::Choices(id, locale) => done(&engine.choices(id, locale)?),
        Call::Notice(id) => done(&engine.notice(id)?.map(|notice| notice.canonical())),
        Call::ChangeSettings(value) => match Settings::parse(&value) {
            Err(faults) => Reply::Unfit(faults),
            Ok(settings) => match engine.change_settings(&settings, rim::now(), &mut SystemRandom)? {
                Ok(changed) => done(&changed),
                Err(faults) => Reply::Unfit(faults),
            },
        },
        Call::Lookup(handle) => {
            let mut lookup = engine.lookup(&handle)?;
            if !allowed.is_some_and(|scopes| scopes.allow(Scope::Links)) {
                lookup.subject = None;
            }
            done(&lookup)
        }
        Call::Person(handle, after) => done(&engine.person(&handle, after)?),
        Call::Subject(handle) => done(&engine.subject(&handle, rim::now(), &mut SystemRandom)?),
        Call::Keys => done(&engine.keys()?),
        Call::AddKey(name, scopes) => {
            let (secret, key) = engine.add_key(name, scopes, rim::now(), &mut SystemRandom)?;
            done(&NewKey { secret: secret.reveal().to_owned(), key })
        }
        Call::RevokeKey(id) => {
            engine.revoke_key(&id, rim::now())?;
            done(&())
        }
        Call::ReportSends(reports) => done(&engine.report_sends(&reports)?),
        Call::Head => done(&engine.head()?),
        Call::Events(after, upto, limit) => done(&engine.events(after, upto, limit)?),
        Call::States(after, upto) => done(&engine.states(after, upto)?),
        Call::Records(after, upto) => done(&engine.records(after, upto)?),
        Call::Statistics(span) => done(&engine.statistics(span)?),
        Call::Notices(skip) => {
            let notices = engine.notices(skip)?;
            done(&notices.iter().map(|(at, notice)| (*at, notice.canonical())).collect::<Vec<_>>())
        }
        Call::Checkpoint => done(&engine.signed_head()?.map(|head| head.note)),
        Call::Cosigned => done(&engine.cosigned_head(1)?.map(|head| head.to_string())),
        Call::Vkey => done(&engine.vkey().to_string()),
        Call::Tile(path) => match path.parse() {
            Ok(tile) => done(&engine.tile(tile)?.map(|bytes| BASE64.encode(&bytes))),
            Err(_) => done(&None::<String>),
        },
        Call::ReceiptFile(event, audience) => done(&engine.receipt_file(event, audience)?),
        Call::Found(_)
        | Call::Submit(_)
        | Call::Erase(_)
        | Call::Decide(_)
        | Call::OpenEpoch(_)
        | Call::Import(_)
        | Call::Webhooks(_)
        | Call::Whatsapp(_)
        | Call::Export(..)
        | Call::Csv(..)
        | Call::Delete => Reply::Failed("a call in the wrong place".into()),
    })
}

fn done(value: &impl Serialize) -> Reply {
    match json(value) {
        Ok(value) => Reply::Done(value),
        Err(error) => Reply::Failed(error.to_string()),
    }
}
