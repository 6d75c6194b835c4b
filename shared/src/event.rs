//! Events: what is recorded, and the exact bytes that are kept, hashed and proven.
//!
//! An event is a **leaf** that is public and free of personal data, a **private part** that the leaf commits to, and two
//! bodies that the private part commits to: the **outcome**, which depends on what the subject did before, and the
//! **evidence**. Each commitment is an HMAC under 32 random bytes of its own: with those bytes erased, the leaf stays and
//! says nothing about the person, not even whether a guess is right.
//!
//! The outcome is apart so that a receipt can open the private part to whoever made the submission and still show nothing
//! of earlier acts (DESIGN rule 13): the number may be somebody else's.

use serde::{Deserialize, Serialize};

use crate::act::{Assurance, Source};
use crate::canonical;
use crate::category::CategoryId;
use crate::epoch::Epoch;
use crate::id::{BusinessId, Digest32, EventId, NoticeId, SubjectId, keyed};
use crate::import::Provenance;
use crate::locale::Locale;
use crate::phone::E164;
use crate::random::Random;
use crate::state::State;
use crate::subject::{Handle, Subject};
use crate::time::Timestamp;
use crate::whatsapp::user_id::UserId;

mod kind;

pub use kind::{Kind, MarketingSignal};

/// The version of the stored forms of an event.
pub const VERSION: u8 = 1;

/// The public part of an event. Its canonical JSON is what a log is built over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Leaf {
    /// [`VERSION`].
    pub v: u8,
    /// Whose ledger.
    pub business: BusinessId,
    /// The place in that ledger, from 1 without gaps.
    pub seq: u64,
    /// What kind of event.
    pub kind: Kind,
    /// The edge's clock, never before that of the event before.
    pub recorded_at: Timestamp,
    /// The notice it was done under, or that was published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<NoticeId>,
    /// HMAC-SHA-256(the event's 32 random bytes, canonical private part).
    pub commit: Digest32,
    /// The numbers of the events whose private parts were erased, ascending, all below `seq`: what makes their absence
    /// fine (DESIGN rule 11). In the leaf, since an outsider must be able to check it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub erased: Vec<u64>,
    /// What begins with an `epoch_opened` event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub epoch: Option<Epoch>,
}

impl Leaf {
    /// The bytes that are stored and hashed.
    pub fn canonical(&self) -> String {
        canonical::to_string(self)
    }
}

/// What became of one category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The category.
    pub id: CategoryId,
    /// Its state after the event, as far as this event decides it.
    pub state: State,
}

/// The private part: who did what. It holds nothing that the one who did it does not know. Erasable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrivatePart {
    /// [`VERSION`].
    pub v: u8,
    /// The event's own id.
    pub id: EventId,
    /// The number that it was done for, since a receipt must prove to an outsider that *this number* said yes; absent for
    /// what a business does to itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<E164>,
    /// The business-scoped user id that it was done under, where the number was not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_id: Option<UserId>,
    /// Where the act came from.
    pub source: Source,
    /// How the act was tied to the person; absent for what a business does to itself, and where only time passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assurance: Option<Assurance>,
    /// When it was done: `recorded_at`, save for signed messages that say otherwise, and never later.
    pub occurred_at: Timestamp,
    /// The language the notice was shown in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub locale: Option<Locale>,
    /// What was put before the shopper, ticked or not.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<CategoryId>,
    /// The categories that were said yes to, in the order of the notice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub given: Vec<CategoryId>,
    /// The categories that were taken back.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withdrawn: Vec<CategoryId>,
    /// A standing objection: categories that come later are covered too.
    #[serde(default, skip_serializing_if = "is_false")]
    pub everything: bool,
    /// What WhatsApp said of marketing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub marketing: Option<MarketingSignal>,
    /// The submission whose receipt link was used, or that was confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<EventId>,
    /// What the business claims about a consent that it imported; absent everywhere else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<Provenance>,
    /// HMAC-SHA-256(32 other random bytes, canonical outcome); absent for what a business does to itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Digest32>,
    /// HMAC-SHA-256(32 other random bytes, canonical evidence).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Digest32>,
    /// SHA-256 of the canonical settings, where they changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<Digest32>,
    /// Why the log began anew, as the operator put it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl PrivatePart {
    /// By what the person was known who it is about.
    pub fn handle(&self) -> Option<Handle> {
        let phone = self.phone.clone().map(Handle::Phone);
        phone.or_else(|| self.user_id.clone().map(Handle::UserId))
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it with a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

/// What an act led to, given all that the subject did before. Erased together with the private part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// [`VERSION`].
    pub v: u8,
    /// Whose act it was: the same id in all events of one person, and a new one after an erasure.
    pub subject: SubjectId,
    /// The states that the act led to: withdrawals first, then the rest in the order of the notice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Change>,
    /// The event of the same subject before this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<EventId>,
}

/// What was noted about the circumstances. Reported by a browser, so a claim; erasable before the private part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// The page the form stood on, without query and fragment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// What the shop gave along, such as the product wanted back in stock.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub context: Vec<String>,
    /// The browser's name for itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub user_agent: Option<String>,
    /// WhatsApp's id of the message that did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    /// SHA-256 of that message's text, white space made even.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Digest32>,
}

impl Evidence {
    /// Whether there is nothing to keep.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A body together with the 32 random bytes that its commitment is keyed with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Committed<T> {
    /// Random, of this body alone; 64 lower-case hex digits where it is shown.
    #[serde(with = "salt")]
    pub salt: [u8; 32],
    /// The body.
    pub body: T,
}

impl<T: Serialize> Committed<T> {
    /// HMAC-SHA-256(salt, canonical body).
    pub fn commitment(&self) -> Digest32 {
        self.seal().1
    }

    /// The canonical body, which is stored, and the commitment to it.
    fn seal(&self) -> (String, Digest32) {
        let text = canonical::to_string(&self.body);
        let commitment = keyed(&self.salt, text.as_bytes());
        (text, commitment)
    }
}

/// A salt is shown as a digest is.
mod salt {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::id::Digest32;

    pub(super) fn serialize<S: Serializer>(salt: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
        Digest32::from_bytes(*salt).serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<[u8; 32], D::Error> {
        Digest32::deserialize(deserializer).map(|digest| *digest.as_bytes())
    }
}

/// A whole event, ready to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The public part.
    pub leaf: Leaf,
    /// The private part.
    pub private: Committed<PrivatePart>,
    /// What it led to, where it is about a person.
    pub outcome: Option<Committed<Outcome>>,
    /// The circumstances, where any were noted.
    pub evidence: Option<Committed<Evidence>>,
    /// The canonical forms of all of these.
    pub written: Written,
}

/// The canonical forms of an event's bodies, made once: what is stored is what was hashed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// Of the leaf.
    pub leaf: String,
    /// Of the private part.
    pub private: String,
    /// Of the outcome, where there is one.
    pub outcome: Option<String>,
    /// Of the evidence, where there is any.
    pub evidence: Option<String>,
}

/// What a decision says happened, before it has a place in the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What kind of event.
    pub kind: Kind,
    /// The notice it was done under, or that is published.
    pub notice: Option<NoticeId>,
    /// Who, where it is about a person.
    pub subject: Option<Subject>,
    /// Where the act came from.
    pub source: Source,
    /// How it was tied to the person.
    pub assurance: Option<Assurance>,
    /// The language of the notice.
    pub locale: Option<Locale>,
    /// What was put before the shopper.
    pub offered: Vec<CategoryId>,
    /// What was done.
    pub categories: Vec<Change>,
    /// Whether it is a standing objection.
    pub everything: bool,
    /// When it was done, where that was before it is recorded: a message from WhatsApp says when it was written.
    pub occurred_at: Option<Timestamp>,
    /// What WhatsApp said of marketing.
    pub marketing: Option<MarketingSignal>,
    /// The submission whose receipt link was used, or that was confirmed.
    pub via: Option<EventId>,
    /// What the business claims about a consent that it imports.
    pub provenance: Option<Provenance>,
    /// The circumstances.
    pub evidence: Evidence,
    /// SHA-256 of the canonical settings.
    pub settings: Option<Digest32>,
    /// The numbers of the events whose private parts are erased, ascending.
    pub erased: Vec<u64>,
    /// The epoch that begins.
    pub epoch: Option<Epoch>,
    /// Why it begins.
    pub reason: Option<String>,
}

impl Fact {
    /// Whether any of it is a no, or the end of a stop: what others who may be the same person must be told.
    pub fn says_no(&self) -> bool {
        let withdrawn = self.categories.iter().any(|change| self.kind.says_no(change.state));
        withdrawn || self.everything || self.marketing.is_some()
    }

    /// A fact of this kind with nothing else said yet.
    pub fn new(kind: Kind, source: Source) -> Self {
        Self {
            kind,
            notice: None,
            subject: None,
            source,
            assurance: None,
            locale: None,
            offered: Vec::new(),
            categories: Vec::new(),
            everything: false,
            occurred_at: None,
            marketing: None,
            via: None,
            provenance: None,
            evidence: Evidence::default(),
            settings: None,
            erased: Vec::new(),
            epoch: None,
            reason: None,
        }
    }

    /// Gives the fact its place: number, time, id, link to the subject's event before, and commitments.
    pub fn seal(self, place: Place, random: &mut impl Random) -> Event {
        let evidence = (!self.evidence.is_empty()).then(|| Committed { salt: random.bytes(), body: self.evidence });
        let (withdrawn, given) =
            self.categories.iter().partition::<Vec<_>, _>(|change| self.kind.says_no(change.state));
        let ids = |changes: Vec<&Change>| changes.into_iter().map(|change| change.id.clone()).collect();
        // Where only time passed, nobody gave or took back anything: what it led to is in the outcome alone.
        let (withdrawn, given) =
            if self.kind == Kind::Expired { (Vec::new(), Vec::new()) } else { (ids(withdrawn), ids(given)) };
        let (handle, subject) = self.subject.map(|subject| (subject.handle, subject.id)).unzip();
        let (phone, user_id) = match handle {
            Some(Handle::Phone(phone)) => (Some(phone), None),
            Some(Handle::UserId(user_id)) => (None, Some(user_id)),
            None => (None, None),
        };
        let outcome = subject.map(|subject| Committed {
            salt: random.bytes(),
            body: Outcome { v: VERSION, subject, categories: self.categories, previous: place.previous },
        });
        let (outcome_text, outcome_commitment) = outcome.as_ref().map(Committed::seal).unzip();
        let (evidence_text, evidence_commitment) = evidence.as_ref().map(Committed::seal).unzip();
        let part = PrivatePart {
            v: VERSION,
            id: EventId::v7(place.recorded_at, random.bytes()),
            phone,
            user_id,
            source: self.source,
            assurance: self.assurance,
            // A clock that runs ahead, of a phone or of WhatsApp, makes nothing happen in the future.
            occurred_at: self.occurred_at.map_or(place.recorded_at, |at| at.min(place.recorded_at)),
            locale: self.locale,
            offered: self.offered,
            given,
            withdrawn,
            everything: self.everything,
            marketing: self.marketing,
            via: self.via,
            provenance: self.provenance,
            outcome: outcome_commitment,
            evidence: evidence_commitment,
            settings: self.settings,
            reason: self.reason,
        };
        let private = Committed { salt: random.bytes(), body: part };
        let (private_text, commit) = private.seal();
        let leaf = Leaf {
            v: VERSION,
            business: place.business,
            seq: place.seq,
            kind: self.kind,
            recorded_at: place.recorded_at,
            notice: self.notice,
            commit,
            erased: self.erased,
            epoch: self.epoch,
        };
        let written =
            Written { leaf: leaf.canonical(), private: private_text, outcome: outcome_text, evidence: evidence_text };
        Event { leaf, private, outcome, evidence, written }
    }
}

/// Where in which ledger an event goes.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Whose ledger.
    pub business: BusinessId,
    /// The number after that of the last event.
    pub seq: u64,
    /// The edge's clock, not before that of the last event.
    pub recorded_at: Timestamp,
    /// The event of the same subject before this one.
    pub previous: Option<EventId>,
}

#[cfg(test)]
mod tests;
