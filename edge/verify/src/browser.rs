//! The checker in a page: bytes in, a verdict out, as JSON that the page words in its reader's language.

use jatak_shared::time::Timestamp;
use wasm_bindgen::prelude::*;

use crate::json::Json;
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
        Ok(Self(Auditor::new(Expect { vkey, against, witnesses: Vec::new() })))
    }

    /// Takes the next bytes. Gives the verdict where something is wrong; the rest need not be read then.
    pub fn push(&mut self, bytes: &[u8]) -> Option<String> {
        self.0.push(bytes).err().map(|fault| bad(&fault).print())
    }

    /// The verdict, after the last bytes.
    pub fn finish(self) -> String {
        match self.0.finish() {
            Ok(Findings::Export(report)) => export(&report),
            Ok(Findings::Receipt(report)) => receipt(&report),
            Err(fault) => bad(&fault),
        }
        .print()
    }
}

fn export(report: &Report) -> Json {
    let time = |time: &Timestamp| Json::Text(time.to_string());
    object([
        ("kind", text("export")),
        ("partial", Json::Bool(report.partial.is_some())),
        ("events", Json::Number(report.events)),
        ("size", Json::Number(report.size)),
        ("erased", Json::Number(report.erased)),
        ("evidence_gone", Json::Number(report.evidence_gone)),
        ("epochs", Json::List(report.epochs.iter().map(|(seq, _)| Json::Number(*seq)).collect())),
        ("span", some(report.span.as_ref().map(|(first, last)| Json::List(vec![time(first), time(last)])))),
        ("root", Json::Text(report.root.to_string())),
        ("log", text(&report.origin)),
        ("key", text(&report.vkey)),
        ("key_known", Json::Bool(report.key_known)),
        ("extends", some(report.extends.map(Json::Number))),
    ])
}

fn receipt(report: &ReceiptReport) -> Json {
    let notice = report.notice.as_ref();
    // What the notice calls a category, where the receipt holds the notice.
    let title = |id: &String| {
        let found = notice.into_iter().flat_map(|notice| &notice.titles).find(|(known, _)| known == id);
        text(found.map_or(id, |(_, title)| title))
    };
    let titles = |ids: &[String]| Json::List(ids.iter().map(title).collect());
    let texts = |texts: &[String]| Json::List(texts.iter().map(|one| text(one)).collect());
    let private = report.private.as_ref();
    object([
        ("kind", text("receipt")),
        ("event", Json::Number(report.leaf.seq)),
        ("size", Json::Number(report.size)),
        ("what", text(report.leaf.kind.word())),
        ("when", Json::Text(report.leaf.recorded_at.to_string())),
        ("log", text(&report.origin)),
        ("key", text(&report.vkey)),
        ("key_known", Json::Bool(report.key_known)),
        // The whole number, or user id: that it is this very one is what a receipt is for, and whoever has the file has it.
        ("number", some(private.and_then(|private| private.phone.as_deref().or(private.user_id.as_deref())).map(text))),
        ("given", some(private.map(|private| titles(&private.given)))),
        ("withdrawn", some(private.map(|private| titles(&private.withdrawn)))),
        ("everything", Json::Bool(private.is_some_and(|private| private.everything))),
        ("page", some(report.page.as_deref().map(text))),
        ("business", some(notice.map(|notice| texts(&notice.business)))),
        ("wording", some(notice.and_then(|notice| notice.statement.as_deref()).map(text))),
        ("language", some(notice.and_then(|notice| notice.locale.as_deref()).map(text))),
        ("witnessed_by", texts(&report.witnessed_by)),
    ])
}

fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    Json::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn text(text: &str) -> Json {
    Json::Text(text.to_owned())
}

fn some(value: Option<Json>) -> Json {
    value.unwrap_or(Json::Null)
}

/// A fault by its name in the wording, with what fills the slots there.
fn bad(fault: &Fault) -> Json {
    let (name, slots) = told(&fault.wrong);
    let slots = slots.into_iter().map(|(slot, value)| (slot.to_owned(), value)).collect();
    object([("fault", text(name)), ("line", Json::Number(fault.line)), ("slots", Json::Object(slots))])
}

fn told(wrong: &Wrong) -> (&'static str, Vec<(&'static str, Json)>) {
    let number = |slot, number: &u64| (slot, Json::Number(*number));
    let event = |seq: &u64| vec![("event", Json::Number(*seq))];
    let none = Vec::new;
    match wrong {
        Wrong::NotOurs => ("not_ours", none()),
        Wrong::OnlyExports => ("only_exports", none()),
        Wrong::Incomparable { earlier } => ("incomparable", vec![number("events", earlier)]),
        Wrong::Line(_) => ("line", none()),
        Wrong::OutOfPlace(_) => ("out_of_place", none()),
        Wrong::CutShort => ("cut_short", none()),
        Wrong::AfterTheEnd => ("after_the_end", none()),
        Wrong::Key(_) => ("key", none()),
        Wrong::ForeignSignature { key, .. } => ("foreign_signature", vec![("key", text(key))]),
        Wrong::Size { header, checkpoint } => ("size", vec![number("events", header), number("signed", checkpoint)]),
        Wrong::WrongBusiness(_) => ("wrong_business", none()),
        Wrong::Leaf(seq) => ("leaf", event(seq)),
        Wrong::PrivatePart(seq) => ("private_part", event(seq)),
        Wrong::Outcome(seq) => ("outcome", event(seq)),
        Wrong::Evidence(seq) => ("evidence", event(seq)),
        Wrong::Missing(seq) => ("missing", event(seq)),
        Wrong::Reordered { expected, found } => ("reordered", vec![number("event", found), number("place", expected)]),
        Wrong::Behind { before, found } => ("behind", vec![number("event", found), number("before", before)]),
        Wrong::Inclusion { seq, .. } => ("inclusion", event(seq)),
        Wrong::Time(seq) => ("time", event(seq)),
        Wrong::Notice(_) => ("notice", none()),
        Wrong::NoticeMissing { event: seq, .. } => ("notice_missing", event(seq)),
        Wrong::NotErased(seq) => ("not_erased", event(seq)),
        Wrong::ErasedAhead(seq) => ("erased_ahead", event(seq)),
        Wrong::Root => ("root", none()),
        Wrong::Shrunk { earlier, size } => ("shrunk", vec![number("earlier", earlier), number("events", size)]),
        Wrong::Rewritten(earlier) => ("rewritten", vec![number("earlier", earlier)]),
        Wrong::ErasureProof(_) => ("erasure_proof", none()),
        Wrong::Trailer(_) => ("trailer", none()),
        Wrong::Proof(_) => ("proof", none()),
        Wrong::OtherEpoch { earlier, now } => ("other_epoch", vec![number("earlier", earlier), number("epoch", now)]),
        Wrong::Epoch(seq) => ("epoch", event(seq)),
        Wrong::Cosignature { witness, .. } => ("cosignature", vec![("key", text(witness))]),
    }
}
