//! What the worker knows of a business: a snapshot of its ledger, cached in the isolate for at most 30 seconds, so that
//! page views do not queue behind writes.

use core::cell::{Cell, RefCell};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use jatak_ledger::directory::Listing;
use jatak_shared::business::{Settings, Slug};
use jatak_shared::decide::Refusal;
use jatak_shared::id::{BusinessId, Digest32, NoticeId};
use jatak_shared::locale::Locale;
use jatak_shared::notice::Notice;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::token::{LinkKey, Token};
use worker::Env;

use crate::client::{Directory, Ledger};
use crate::config::Config;
use crate::meta::MetaSecrets;
use crate::pack::Packed;
use crate::seal::{self, Purpose};
use crate::{log, rim};

/// How long a snapshot, or a "there is no such business", is good for.
const FRESH_MILLIS: i64 = 30_000;

/// A snapshot younger than this is not made anew for anyone's asking: a caller who invents notices must not turn page
/// views into calls to the ledger.
const YOUNG_MILLIS: i64 = 1_000;

/// How many businesses an isolate remembers, and how many names that lead nowhere. A business's settings and notices take
/// 30 KB a language where everything is as long as it may be, 400 KB in 13 of them: 26 MB for all. With the 46 MB of
/// [`ALL_RENDERED`] that is 72 MB of the 128 MB that an isolate has.
const REMEMBERED: usize = 64;

/// How many rendered texts of one business are kept: each of 13 languages as script and as JSON, and as many again for
/// pages that name no language or offer fewer categories. Which those are is up to whoever asks, so that the number
/// keeps one business's from pushing out all others.
const RENDERED: usize = 52;

/// How many rendered texts are kept in all, which bounds memory: a text has 28 KB, and 9 KB packed in each of two ways.
/// Most businesses speak one or two languages and have fewer than 10.
const ALL_RENDERED: usize = 1000;

/// A business as pages and forms need it.
pub struct Shop {
    /// Its id.
    pub id: BusinessId,
    /// Its slug.
    pub slug: Slug,
    /// Its settings.
    pub settings: Settings,
    /// The notice shown in each of its languages.
    pub notices: BTreeMap<Locale, Notice>,
    /// What it shares with Meta, where it does.
    pub meta: Option<MetaSecrets>,
    link_keys: Vec<LinkKey>,
    loaded_at: i64,
    rendered: RefCell<HashMap<String, Rc<Rendered>>>,
}

/// A text made from a snapshot.
pub struct Rendered {
    /// The text.
    pub text: String,
    /// Its entity tag (RFC 9110 section 8.8.3), weak because a proxy may compress it.
    pub tag: String,
    /// Its packed forms.
    pub packed: Packed,
    _counted: Counted,
}

/// Counts a rendered text for as long as anyone holds it.
struct Counted;

impl Counted {
    fn new() -> Self {
        HELD.set(HELD.get() + 1);
        Self
    }
}

impl Drop for Counted {
    fn drop(&mut self) {
        HELD.set(HELD.get().saturating_sub(1));
    }
}

impl Shop {
    /// The notice in this language, which must be one of the business's.
    pub fn notice(&self, locale: Locale) -> Result<&Notice, Problem> {
        let found = self.notices.get(&locale).or_else(|| self.notices.get(&self.settings.default_locale()));
        found.ok_or_else(|| Problem::new(ProblemType::Internal))
    }

    /// The language of a notice that is shown now.
    pub fn locale_of(&self, notice: NoticeId) -> Option<Locale> {
        self.notices.values().find(|held| held.id() == notice).map(Notice::locale)
    }

    /// A refusal as a problem. Where the notice is no longer the one that the ledger knows, neither is what is held here: the next
    /// form must be made from the new one.
    pub fn refused(&self, refusal: &Refusal) -> Problem {
        if matches!(refusal, Refusal::NoticeOutdated { .. }) {
            forget(&self.slug);
        }
        refusal.problem()
    }

    /// The language to speak: the one asked for, else the one the browser prefers, else the business's own.
    pub fn locale(&self, asked: Option<&str>, accept_language: Option<&str>) -> Locale {
        jatak_shared::locale::negotiate(asked, accept_language, self.settings.locales(), self.settings.default_locale())
    }

    /// What a link's token names, if it is genuine.
    pub fn open_token(&self, text: &str) -> Option<Token> {
        Token::verify(&self.link_keys, self.id, text)
    }

    /// The address of a link.
    pub fn link(&self, config: &Config, token: Token) -> Result<String, Problem> {
        // The newest key signs; founding always makes one.
        let key = self.link_keys.last().ok_or_else(|| Problem::new(ProblemType::Internal))?;
        Ok(format!("{}/{}/c/{}", config.public_url, self.slug, token.sign(key, self.id)))
    }

    /// A text made from this snapshot, made once.
    pub fn rendered(&self, name: String, make: impl FnOnce() -> String) -> Rc<Rendered> {
        if let Some(text) = self.rendered.borrow().get(&name) {
            return Rc::clone(text);
        }
        let text = make();
        let tag = format!("W/\"{}\"", Digest32::of(text.as_bytes()));
        if HELD.get() >= ALL_RENDERED {
            // Rare, and made again within milliseconds: not worth remembering who was asked for last.
            SHOPS.with_borrow(|shops| shops.values().for_each(|held| held.what.rendered.borrow_mut().clear()));
        }
        let text = Rc::new(Rendered { text, tag, packed: Packed::default(), _counted: Counted::new() });
        let mut rendered = self.rendered.borrow_mut();
        if rendered.len() >= RENDERED {
            rendered.clear();
        }
        rendered.insert(name, Rc::clone(&text));
        text
    }

    /// Takes over what was rendered from an earlier snapshot, where its notices are these: but for the order of
    /// languages, a text is made of nothing else.
    fn keep_rendered(&mut self, earlier: &Self) {
        let ids = |shop: &Self| shop.notices.values().map(Notice::id).collect::<Vec<_>>();
        if ids(self) == ids(earlier) {
            self.rendered.clone_from(&earlier.rendered);
        }
    }

    fn has(&self, notice: NoticeId) -> bool {
        self.notices.values().any(|held| held.id() == notice)
    }
}

/// What was learned of a slug, and when.
struct Remembered<T> {
    at: i64,
    what: T,
}

thread_local! {
    static SHOPS: RefCell<HashMap<Slug, Remembered<Rc<Shop>>>> = RefCell::default();
    /// Names that lead nowhere have a place of their own: whoever invents many pushes out no shop.
    static UNKNOWN: RefCell<HashMap<Slug, Remembered<()>>> = RefCell::default();
    /// How many rendered texts are held.
    static HELD: Cell<usize> = const { Cell::new(0) };
}

/// What is remembered of this slug and fresh.
fn held<T: Clone>(map: &HashMap<Slug, Remembered<T>>, slug: &Slug, now: i64) -> Option<T> {
    map.get(slug).filter(|held| (0..FRESH_MILLIS).contains(&(now - held.at))).map(|held| held.what.clone())
}

/// Remembers, in the place of what was learned longest ago where there is no room left.
fn remember<T>(map: &mut HashMap<Slug, Remembered<T>>, slug: &Slug, at: i64, what: T) {
    if map.len() >= REMEMBERED && !map.contains_key(slug) {
        let oldest = map.iter().min_by_key(|(_, held)| held.at).map(|(slug, _)| slug.clone());
        oldest.and_then(|slug| map.remove(&slug));
    }
    map.insert(slug.clone(), Remembered { at, what });
}

/// The business of this slug. Only a listed one reaches a ledger: asking for an unknown name makes no object.
pub async fn open(env: &Env, config: &Config, slug: &Slug) -> Result<Rc<Shop>, Problem> {
    let now = rim::now().millis();
    if let Some(shop) = SHOPS.with_borrow(|shops| held(shops, slug, now)) {
        return Ok(shop);
    }
    if UNKNOWN.with_borrow(|names| held(names, slug, now)).is_some() {
        return Err(Problem::new(ProblemType::BusinessUnknown));
    }
    reload(env, config, slug).await
}

/// The business of this slug, looked up anew. What is held stays until then, with what was rendered from it.
async fn reload(env: &Env, config: &Config, slug: &Slug) -> Result<Rc<Shop>, Problem> {
    let now = rim::now().millis();
    let line = Directory::new(env).find(slug).await?;
    let Some(line) = line.filter(|line| line.listing == Listing::Listed) else {
        SHOPS.with_borrow_mut(|shops| shops.remove(slug));
        UNKNOWN.with_borrow_mut(|names| remember(names, slug, now, ()));
        return Err(Problem::new(ProblemType::BusinessUnknown));
    };
    let mut shop = load(env, config, line.id, slug).await?;
    SHOPS.with_borrow(|shops| {
        if let Some(earlier) = shops.get(slug) {
            shop.keep_rendered(&earlier.what);
        }
    });
    let shop = Rc::new(shop);
    SHOPS.with_borrow_mut(|shops| remember(shops, slug, now, Rc::clone(&shop)));
    Ok(shop)
}

/// The business of this slug as it is now, where `notice` is wanted and the snapshot held does not have it: whoever was
/// told that a notice took another's place must not be shown the old one again.
pub async fn open_with(env: &Env, config: &Config, slug: &Slug, notice: Option<NoticeId>) -> Result<Rc<Shop>, Problem> {
    let shop = open(env, config, slug).await?;
    match notice {
        Some(notice) if !shop.has(notice) && rim::now().millis() - shop.loaded_at > YOUNG_MILLIS => {
            reload(env, config, slug).await
        }
        _ => Ok(shop),
    }
}

/// The business of this slug as it is now, where the snapshot held is not just made: a secret may have been set elsewhere.
pub async fn open_fresh(env: &Env, config: &Config, slug: &Slug) -> Result<Rc<Shop>, Problem> {
    let shop = open(env, config, slug).await?;
    if rim::now().millis() - shop.loaded_at <= YOUNG_MILLIS {
        return Ok(shop);
    }
    reload(env, config, slug).await
}

/// Drops what is held of this slug, after a change.
pub fn forget(slug: &Slug) {
    SHOPS.with_borrow_mut(|shops| shops.remove(slug));
    UNKNOWN.with_borrow_mut(|names| names.remove(slug));
}

async fn load(env: &Env, config: &Config, id: BusinessId, slug: &Slug) -> Result<Shop, Problem> {
    let snapshot = Ledger::new(env, id).snapshot().await?;
    let fault = |what: &str| {
        log::fault("snapshot", what);
        Problem::new(ProblemType::Internal)
    };
    let settings = Settings::parse(&snapshot.settings).map_err(|_| fault("the settings cannot be read"))?;
    let mut notices = BTreeMap::new();
    for json in &snapshot.notices {
        let notice = Notice::from_json(json).map_err(|_| fault("a notice cannot be read"))?;
        notices.insert(notice.locale(), notice);
    }
    let keys = seal::open(&config.secrets, id, &snapshot.sealed_keys, Purpose::Link);
    let keys = keys.ok_or_else(|| fault("the link key does not open with any JATAK_SECRET_n"))?;
    let meta = seal::open_meta(&config.secrets, id, &snapshot.sealed_keys);
    let meta = meta.ok_or_else(|| fault("what is shared with Meta does not open with any JATAK_SECRET_n"))?;
    let meta = meta.map(|text| serde_json::from_slice(&text)).transpose();
    let meta = meta.map_err(|_| fault("what is shared with Meta cannot be read"))?;
    let link_keys = keys.into_iter().map(LinkKey::from_bytes).collect();
    Ok(Shop {
        id,
        slug: slug.clone(),
        settings,
        notices,
        meta,
        link_keys,
        loaded_at: rim::now().millis(),
        rendered: RefCell::default(),
    })
}
