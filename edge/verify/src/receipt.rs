//! Checking a receipt with nothing but the log's key.

use jatak_shared::event::Leaf;
use jatak_shared::id::{Digest32, NoticeId, keyed};
use jatak_shared::log::{NoteFault, ProofFile, SignedCheckpoint, Vkey, WitnessVkey, leaf_hash, verify_consistency};
use jatak_shared::proven::{Cosigned, VERSION, Witnessed};

use crate::fault::{Fault, Wrong};
use crate::json::Json;
use crate::leaf;
use crate::witness::{Seen, seen};

/// What a receipt was found to prove.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptReport {
    /// The public part: what kind of event, when, under which notice.
    pub leaf: Leaf,
    /// What it says of the person, where the receipt shows it.
    pub private: Option<Act>,
    /// What it led to, where the receipt shows it: canonical JSON.
    pub outcome: Option<String>,
    /// The page that it was done on, as a browser claimed, where the receipt shows it.
    pub page: Option<String>,
    /// What was shown, where the receipt holds the notice.
    pub notice: Option<Shown>,
    /// The log.
    pub origin: String,
    /// How many events the signed head covers.
    pub size: u64,
    /// The key it was checked with.
    pub vkey: String,
    /// Whether the key came from the auditor and not from the receipt.
    pub key_known: bool,
    /// The witnesses, of those that the auditor trusts, that cosigned this head.
    pub witnesses: Vec<Seen>,
    /// The names of the witnesses that the receipt gives, believed or not.
    pub witnessed_by: Vec<String>,
}

/// What somebody did, as the private part says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The number that it was done for, in E.164.
    pub phone: Option<String>,
    /// The user id that it was done under, where the number was not known.
    pub user_id: Option<String>,
    /// The ids of the categories that were said yes to.
    pub given: Vec<String>,
    /// The ids of those that were taken back.
    pub withdrawn: Vec<String>,
    /// Whether everything was, also what comes later.
    pub everything: bool,
}

/// What a notice says, as far as a reader of a receipt wants to know. Absent parts were not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The business's name in the register, and its address.
    pub business: Vec<String>,
    /// What was said yes to.
    pub statement: Option<String>,
    /// The language of both.
    pub locale: Option<String>,
    /// What the categories are called, each after its id.
    pub titles: Vec<(String, String)>,
}

/// Checks a receipt. Without `vkey` the receipt's own is taken, which proves no more than that it was not damaged.
pub fn check_receipt(text: &str, vkey: Option<Vkey>) -> Result<ReceiptReport, Fault> {
    check_witnessed(text, vkey, &[])
}

/// The same, and which of these witnesses cosigned the head. One that did not is not a fault: how many are enough is the
/// auditor's to say. A line in its name that does not hold is.
pub fn check_witnessed(text: &str, vkey: Option<Vkey>, witnesses: &[WitnessVkey]) -> Result<ReceiptReport, Fault> {
    check(text, vkey, witnesses).map_err(|wrong| Fault { line: 0, wrong })
}

fn check(text: &str, vkey: Option<Vkey>, witnesses: &[WitnessVkey]) -> Result<ReceiptReport, Wrong> {
    let broken = || Wrong::Line("no receipt of this form".into());
    let receipt =
        Json::read(text.trim_start_matches('\u{feff}')).and_then(|json| json.only(&MEMBERS)).ok_or_else(broken)?;
    if receipt.get("jatak").and_then(Json::text) != Some("receipt") {
        return Err(broken());
    }
    if receipt.number("v") != Some(VERSION.into()) {
        return Err(Wrong::Line("another version of a receipt".into()));
    }
    let part = |name| receipt.get(name).map(|json| opened(json).ok_or_else(broken)).transpose();
    let (private, outcome, evidence) = (part("private")?, part("outcome")?, part("evidence")?);
    let text = |name| receipt.get(name).and_then(Json::text).ok_or_else(broken);

    let key_known = vkey.is_some();
    let own = || text("vkey")?.parse().map_err(|error: jatak_shared::log::NotAVkey| Wrong::Key(error.to_string()));
    let key = vkey.map_or_else(own, Ok)?;
    let leaf_text = receipt.get("leaf").ok_or_else(broken)?.print();
    let (leaf, _) = leaf::cut(&leaf_text).filter(|(_, rest)| rest.is_empty()).ok_or_else(broken)?;
    let proof: ProofFile = text("proof")?.parse().map_err(|error| Wrong::Proof(format!("{error}")))?;
    proof
        .checkpoint
        .verify(&key)
        .map_err(|error| Wrong::ForeignSignature { key: key.name().to_string(), why: error.to_string() })?;
    if !key.name().is_of(leaf.business) {
        return Err(Wrong::WrongBusiness(format!("the log is {}, the event of {}", key.name(), leaf.business)));
    }
    if leaf.seq != proof.index + 1 {
        return Err(Wrong::Leaf(leaf.seq));
    }
    proof.verify(&key, leaf_hash(leaf_text.as_bytes())).map_err(|error| Wrong::Proof(error.to_string()))?;

    let said = receipt.get("witnessed").and_then(read_witnessed).ok_or_else(broken)?;
    let witnessed_by = witnessed(&said, &proof, leaf.seq, &key)?;
    let witnesses = seen(&proof.checkpoint, witnesses)?;

    if private.as_ref().is_some_and(|(_, commitment)| *commitment != leaf.commit) {
        return Err(Wrong::PrivatePart(leaf.seq));
    }
    let promised = |name| private.as_ref().and_then(|(body, _)| body.parsed::<Digest32>(name));
    if outcome.as_ref().is_some_and(|(_, commitment)| promised("outcome") != Some(*commitment)) {
        return Err(Wrong::Outcome(leaf.seq));
    }
    if evidence.as_ref().is_some_and(|(_, commitment)| promised("evidence") != Some(*commitment)) {
        return Err(Wrong::Evidence(leaf.seq));
    }
    let notice = receipt.get("notice");
    if let Some(id) = notice.map(|notice| NoticeId::of(&notice.print())).filter(|id| leaf.notice != Some(*id)) {
        return Err(Wrong::Notice(id.to_string()));
    }
    Ok(ReceiptReport {
        leaf,
        private: private.as_ref().map(|(body, _)| act(body)),
        outcome: outcome.map(|(body, _)| body.print()),
        page: evidence.and_then(|(body, _)| body.parsed("page")),
        notice: notice.map(shown),
        origin: key.name().to_string(),
        size: proof.checkpoint.checkpoint().size,
        vkey: key.to_string(),
        key_known,
        witnesses,
        witnessed_by,
    })
}

/// The members of a receipt.
const MEMBERS: [&str; 10] =
    ["jatak", "v", "leaf", "private", "outcome", "evidence", "notice", "proof", "vkey", "witnessed"];

/// A body and its commitment.
fn opened(json: &Json) -> Option<(Json, Digest32)> {
    let json = json.clone().only(&["salt", "body"])?;
    let (salt, body) = (json.parsed::<Digest32>("salt")?, json.get("body")?);
    Some((body.clone(), keyed(salt.as_bytes(), body.print().as_bytes())))
}

fn act(body: &Json) -> Act {
    Act {
        phone: body.parsed("phone"),
        user_id: body.parsed("user_id"),
        given: body.list("given").unwrap_or_default(),
        withdrawn: body.list("withdrawn").unwrap_or_default(),
        everything: body.get("everything") == Some(&Json::Bool(true)),
    }
}

fn shown(notice: &Json) -> Shown {
    let business = notice.get("business");
    let said = |name| business.and_then(|business| business.parsed(name));
    let title = |category: &Json| Some((category.parsed("id")?, category.parsed("title")?));
    let categories =
        if let Some(Json::List(categories)) = notice.get("categories") { categories.as_slice() } else { &[] };
    Shown {
        business: [said("legal_name"), said("address")].into_iter().flatten().collect(),
        statement: notice.parsed("statement"),
        locale: notice.parsed("locale"),
        titles: categories.iter().filter_map(title).collect(),
    }
}

fn read_witnessed(json: &Json) -> Option<Witnessed> {
    if json.text() == Some("not yet") {
        return Some(Witnessed::NotYet);
    }
    let outer = json.clone().only(&["cosigned"])?;
    let cosigned = outer.get("cosigned")?.clone().only(&["by", "earlier", "consistency"])?;
    Some(Witnessed::Cosigned(Cosigned {
        by: cosigned.list("by")?,
        earlier: cosigned.parsed("earlier")?,
        consistency: cosigned.list("consistency")?,
    }))
}

/// Sees that what a receipt says of witnesses fits its head: each has a line there, and the head goes on from the one
/// that ends with the event. Returns their names.
fn witnessed(said: &Witnessed, proof: &ProofFile, seq: u64, key: &Vkey) -> Result<Vec<String>, Wrong> {
    let Witnessed::Cosigned(cosigned) = said else { return Ok(Vec::new()) };
    let fault = |why: &dyn core::fmt::Display| Wrong::Proof(why.to_string());
    let lines = proof.checkpoint.note().signatures();
    if let Some(name) = cosigned.by.iter().find(|name| lines.iter().all(|line| line.name.as_str() != **name)) {
        return Err(Wrong::Cosignature { witness: name.clone(), why: NoteFault::Unsigned.to_string() });
    }
    let earlier: SignedCheckpoint = cosigned.earlier.parse().map_err(|error| fault(&error))?;
    let (earlier, head) = (earlier.verify(key).map_err(|error| fault(&error))?, proof.checkpoint.checkpoint());
    if earlier.size != seq {
        return Err(fault(&"the head before witnesses saw it does not end with the event"));
    }
    verify_consistency(earlier.size, earlier.root, head.size, head.root, &cosigned.consistency)
        .map_err(|error| fault(&error))?;
    Ok(cosigned.by.clone())
}
