//! The lines of an export that are read as JSON: the first, the last, and later erasures.

use jatak_shared::id::Digest32;
use jatak_shared::log::leaf_hash;
use jatak_shared::proven::{ErasedLine, Filter, Header, Trailer};
use jatak_shared::state::State;

use crate::fault::Wrong;
use crate::json::Json;
use crate::leaf;

/// A line of one of these kinds.
pub(crate) enum Line {
    Header(Header),
    /// With the hash of its leaf.
    Erased(ErasedLine, Digest32),
    Trailer(Trailer),
}

/// Reads a line, given without its newline.
pub(crate) fn read(text: &str) -> Result<Line, Wrong> {
    let one_form = || Wrong::Line("not in its one form".into());
    let json = Json::read(text).filter(|json| json.print() == text).ok_or_else(one_form)?;
    let line = match json.get("line").and_then(Json::text) {
        Some("header") => header(json).map(Line::Header),
        Some("erased") => erased(json).map(|(line, hash)| Line::Erased(line, hash)),
        Some("trailer") => trailer(json).map(Line::Trailer),
        _ => return Err(Wrong::Line("none of its kinds".into())),
    };
    line.ok_or_else(|| Wrong::Line("a member is missing, strange or unknown".into()))
}

fn header(json: Json) -> Option<Header> {
    let json = json.only(&["business", "checkpoint", "line", "partial", "size", "v", "vkeys"])?;
    Some(Header {
        business: json.parsed("business")?,
        checkpoint: json.parsed("checkpoint")?,
        partial: match json.get("partial") {
            Some(partial) => Some(filter(partial.clone())?),
            None => None,
        },
        size: json.number("size")?,
        v: json.number("v")?.try_into().ok()?,
        vkeys: json.list("vkeys")?,
    })
}

fn filter(json: Json) -> Option<Filter> {
    let json = json.only(&["category", "from", "state", "to"])?;
    let mut filter = Filter::default();
    for name in ["category", "from", "state", "to"] {
        let Some(text) = json.get(name).map(Json::text) else { continue };
        match name {
            "category" => filter.category = Some(text?.parse().ok()?),
            "from" => filter.from = Some(text?.parse().ok()?),
            "to" => filter.to = Some(text?.parse().ok()?),
            _ => filter.state = Some(state(text?)?),
        }
    }
    Some(filter)
}

fn state(word: &str) -> Option<State> {
    let all = [State::NeverAsked, State::Pending, State::Granted, State::Withdrawn];
    all.into_iter().find(|state| state.word() == word)
}

fn erased(json: Json) -> Option<(ErasedLine, Digest32)> {
    let json = json.only(&["consistency", "leaf", "line", "proof"])?;
    let text = json.get("leaf")?.print();
    let (leaf, rest) = leaf::cut(&text)?;
    let line = ErasedLine { consistency: json.list("consistency")?, leaf, proof: json.parsed("proof")? };
    rest.is_empty().then(|| (line, leaf_hash(text.as_bytes())))
}

fn trailer(json: Json) -> Option<Trailer> {
    let json = json.only(&["digest", "erased", "events", "line", "notices", "partial"])?;
    Some(Trailer {
        digest: json.parsed("digest")?,
        erased: json.number("erased")?,
        events: json.number("events")?,
        notices: json.number("notices")?,
        // Left out where it is false.
        partial: match json.get("partial") {
            None => false,
            Some(Json::Bool(true)) => true,
            Some(_) => return None,
        },
    })
}
