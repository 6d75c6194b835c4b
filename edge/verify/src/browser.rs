//! The checker in a page: bytes in, a verdict out, as JSON that the page words in its reader's language.

use serde_json::{Value, json};
use wasm_bindgen::prelude::*;

use crate::{Auditor, Expect, Fault, Findings, ReceiptReport, Report, Wrong, earlier_checkpoint};

/// A check of one file.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Check(Auditor);

#[wasm_bindgen]
impl Check {
    /// A check against this key and this earlier checkpoint, either of which may be empty. Throws the name of the one
    /// that is not what it should be: `key` or `earlier`.
    #[wasm_bindgen(constructor)]
    pub fn new(key: &str, earlier: &str) -> Result<Check, JsValue> {
        let vkey = Some(key.trim()).filter(|text| !text.is_empty()).map(str::parse).transpose();
        let vkey = vkey.map_err(|_| JsValue::from_str("key"))?;
        let against = Some(earlier).filter(|text| !text.trim().is_empty());
        let against = against.map(|text| earlier_checkpoint(text).ok_or("earlier")).transpose()?;
        Ok(Self(Auditor::new(Expect { vkey, against })))
    }

    /// Takes the next bytes. Gives the verdict where something is wrong; the rest need not be read then.
    pub fn push(&mut self, bytes: &[u8]) -> Option<String> {
        self.0.push(bytes).err().map(|fault| bad(&fault).to_string())
    }

    /// The verdict, after the last bytes.
    pub fn finish(self) -> String {
        match self.0.finish() {
            Ok(Findings::Export(report)) => export(&report),
            Ok(Findings::Receipt(report)) => receipt(&report),
            Err(fault) => bad(&fault),
        }
        .to_string()
    }
}

fn export(report: &Report) -> Value {
    let times = report.span.map(|(first, last)| [first, last]);
    json!({
        "kind": "export", "partial": report.partial.is_some(), "events": report.events, "size": report.size,
        "erased": report.erased, "evidence_gone": report.evidence_gone, "span": times, "root": report.root,
        "log": report.origin, "key": report.vkey, "key_known": report.key_known, "extends": report.extends,
    })
}

fn receipt(report: &ReceiptReport) -> Value {
    let private = report.private.as_ref();
    // What the notice calls a category, where the receipt holds the notice.
    let categories = report.notice.as_ref().and_then(|notice| notice["categories"].as_array());
    let title = |id: &str| {
        let found = categories.into_iter().flatten().find(|category| category["id"] == id);
        found.and_then(|category| category["title"].as_str()).unwrap_or(id).to_owned()
    };
    let titles = |ids: &[jatak_shared::category::CategoryId]| -> Vec<String> {
        ids.iter().map(|id| title(id.as_str())).collect()
    };
    let notice = report.notice.as_ref();
    json!({
        "kind": "receipt", "event": report.leaf.seq, "size": report.size, "what": report.leaf.kind,
        "when": report.leaf.recorded_at, "log": report.origin, "key": report.vkey, "key_known": report.key_known,
        // The whole number: that it is this very one is what a receipt is for, and the page shows it to whoever has the file.
        "number": private.and_then(|private| private.phone.as_ref()).map(ToString::to_string),
        "given": private.map(|private| titles(&private.given)),
        "withdrawn": private.map(|private| titles(&private.withdrawn)),
        "everything": private.is_some_and(|private| private.everything),
        "page": report.page,
        "business": notice.map(|notice| [&notice["business"]["legal_name"], &notice["business"]["address"]]),
        "wording": notice.map(|notice| &notice["statement"]),
        "language": notice.map(|notice| &notice["locale"]),
    })
}

/// A fault by its name in the wording, with what fills the slots there.
fn bad(fault: &Fault) -> Value {
    let (name, slots) = told(&fault.wrong);
    json!({ "fault": name, "line": fault.line, "slots": slots })
}

fn told(wrong: &Wrong) -> (&'static str, Value) {
    let event = |seq: &u64| json!({ "event": seq });
    let none = || json!({});
    match wrong {
        Wrong::NotOurs => ("not_ours", none()),
        Wrong::OnlyExports => ("only_exports", none()),
        Wrong::Incomparable { earlier } => ("incomparable", json!({ "events": earlier })),
        Wrong::Line(_) => ("line", none()),
        Wrong::OutOfPlace(_) => ("out_of_place", none()),
        Wrong::CutShort => ("cut_short", none()),
        Wrong::AfterTheEnd => ("after_the_end", none()),
        Wrong::Key(_) => ("key", none()),
        Wrong::ForeignSignature { key, .. } => ("foreign_signature", json!({ "key": key })),
        Wrong::Size { header, checkpoint } => ("size", json!({ "events": header, "signed": checkpoint })),
        Wrong::WrongBusiness(_) => ("wrong_business", none()),
        Wrong::Leaf(seq) => ("leaf", event(seq)),
        Wrong::PrivatePart(seq) => ("private_part", event(seq)),
        Wrong::Outcome(seq) => ("outcome", event(seq)),
        Wrong::Evidence(seq) => ("evidence", event(seq)),
        Wrong::Missing(seq) => ("missing", event(seq)),
        Wrong::Reordered { expected, found } => ("reordered", json!({ "event": found, "place": expected })),
        Wrong::Behind { before, found } => ("behind", json!({ "event": found, "before": before })),
        Wrong::Inclusion { seq, .. } => ("inclusion", event(seq)),
        Wrong::Time(seq) => ("time", event(seq)),
        Wrong::Notice(_) => ("notice", none()),
        Wrong::NoticeMissing { event: seq, .. } => ("notice_missing", event(seq)),
        Wrong::NotErased(seq) => ("not_erased", event(seq)),
        Wrong::ErasedAhead(seq) => ("erased_ahead", event(seq)),
        Wrong::Root => ("root", none()),
        Wrong::Shrunk { earlier, size } => ("shrunk", json!({ "earlier": earlier, "events": size })),
        Wrong::Rewritten(earlier) => ("rewritten", json!({ "earlier": earlier })),
        Wrong::ErasureProof(_) => ("erasure_proof", none()),
        Wrong::Trailer(_) => ("trailer", none()),
        Wrong::Proof(_) => ("proof", none()),
    }
}
