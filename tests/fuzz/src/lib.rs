//! Round trips: whatever is read prints as what was read, and nothing that is read makes the reader panic.
//!
//! Each function takes any bytes. `cargo xtask fuzz` feeds them with what the engine makes up, the suite with the seeds,
//! which are also where the engine starts from.
#![allow(clippy::missing_panics_doc, reason = "a panic is what a fuzz target says")]

use core::fmt::{Debug, Display};
use core::str::FromStr;

use jatak_shared::canonical;
use jatak_shared::event::{Committed, Evidence, Leaf, Outcome, PrivatePart};
use jatak_shared::id::{BusinessId, Digest32, EventId, SubjectId};
use jatak_shared::import::{Defaults, Format, Line, Reader};
use jatak_shared::log::{ProofFile, SignedCheckpoint, Tile, Vkey};
use jatak_shared::notice::Notice;
use jatak_shared::phone::E164;
use jatak_shared::token::{LinkKey, Token};
use jatak_shared::whatsapp::read::{self, Delivery};
use jatak_verify::{Checker, Expect, check_receipt};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads text and checks that it prints as it was read.
fn same_text<T: FromStr + Display>(text: &str) {
    if let Ok(value) = text.parse::<T>() {
        assert_eq!(value.to_string(), text);
    }
}

/// Reads JSON, prints it canonically, and checks that this reads back as the same value and prints as the same bytes.
fn same_value<T: DeserializeOwned + Serialize + PartialEq + Debug>(data: &[u8]) {
    let Ok(value) = serde_json::from_slice::<T>(data) else { return };
    let printed = canonical::to_string(&value);
    let again = serde_json::from_str::<T>(&printed);
    assert!(again.as_ref().is_ok_and(|again| *again == value), "{printed}");
    assert!(again.is_ok_and(|again| canonical::to_string(&again) == printed));
}

/// The four bodies of an event.
pub fn event(data: &[u8]) {
    same_value::<Leaf>(data);
    same_value::<Committed<PrivatePart>>(data);
    same_value::<Committed<Outcome>>(data);
    same_value::<Committed<Evidence>>(data);
    same_value::<PrivatePart>(data);
}

/// Tokens: what opens is what was signed, and what was signed opens; under another business's name nothing does.
pub fn token(data: &[u8]) {
    let (key, business) = (LinkKey::from_bytes([7; 32]), BusinessId::v4([1; 16]));
    if let Ok(text) = core::str::from_utf8(data)
        && let Some(token) = Token::verify(core::slice::from_ref(&key), business, text)
    {
        assert_eq!(token.sign(&key, business), text);
    }
    let Some((kind, id)) = data.split_first() else { return };
    let Some(id) = id.first_chunk::<16>() else { return };
    let token = if kind % 2 == 0 {
        Token::Receipt(EventId::from_bytes(*id))
    } else {
        Token::Subject(SubjectId::from_bytes(*id))
    };
    let text = token.sign(&key, business);
    assert_eq!(Token::verify(core::slice::from_ref(&key), business, &text), Some(token));
    assert_eq!(Token::verify(&[key], BusinessId::v4([2; 16]), &text), None);
}

/// Signed heads, keys, paths of tiles.
pub fn checkpoint(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    same_text::<SignedCheckpoint>(text);
    same_text::<Vkey>(text);
    same_text::<Tile>(text);
}

/// Proof files, and whether checking one ends.
pub fn proof(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    same_text::<ProofFile>(text);
    if let Ok(file) = text.parse::<ProofFile>() {
        let head = file.checkpoint.checkpoint();
        let leaf = Digest32::of(data);
        let proven = jatak_shared::log::verify_inclusion(file.index, head.size, leaf, &file.hashes, head.root);
        assert!(proven.is_err(), "nobody made a log over what the engine made up");
    }
}

/// Notices: what is read has the id of what it prints.
pub fn notice(data: &[u8]) {
    let Ok(text) = core::str::from_utf8(data) else { return };
    let Ok(notice) = Notice::from_json(text) else { return };
    let again = Notice::from_json(&notice.canonical());
    assert!(again.is_ok_and(|again| again == notice && again.id() == notice.id()));
}

/// Lines of imports, in both forms: the same lines whatever the pieces they come in, and a line prints as what it says.
pub fn import_line(data: &[u8]) {
    let number = |text: &str| text.parse::<E164>().map_err(|_| "must be a number".to_owned());
    for format in [Format::Csv, Format::Ndjson] {
        let read = |pieces: usize| {
            let mut reader = Reader::new(format, Defaults::default(), number);
            let mut lines = Vec::new();
            let mut fed = Ok(());
            for piece in data.chunks(pieces) {
                fed = fed.and_then(|()| reader.feed(piece, &mut lines));
            }
            fed.and_then(|()| reader.end(&mut lines)).map(|()| lines)
        };
        let whole = read(data.len().max(1));
        assert_eq!(whole, read(7), "the pieces do not matter");
        for line in whole.unwrap_or_default().into_iter().filter_map(|read| read.line.ok()) {
            let mut reader = Reader::new(Format::Ndjson, Defaults::default(), number);
            let mut again = Vec::new();
            let fed = reader.feed((line.to_ndjson() + "\n").as_bytes(), &mut again);
            assert!(fed.is_ok() && reader.end(&mut again).is_ok());
            let again: Vec<Line> = again.into_iter().filter_map(|read| read.line.ok()).collect();
            assert_eq!(again, [line]);
        }
    }
}

/// Exports and receipts as an auditor gets them: any bytes end in a report or a fault.
pub fn export(data: &[u8]) {
    let _ = Checker::check(data, Expect::default());
    if let Ok(text) = core::str::from_utf8(data) {
        let _ = check_receipt(text, None);
    }
}

/// What Meta delivers: any bytes end in signals or a refusal, and the signals cross as JSON as they are.
pub fn whatsapp(data: &[u8]) {
    same_value::<Delivery>(data);
    let Ok(delivery) = read::read(data) else { return };
    assert!(delivery.bound.iter().map(|bound| bound.signals.len()).sum::<usize>() <= read::MAX_SIGNALS);
    assert!(delivery.bound.iter().all(|bound| !bound.signals.is_empty()));
    let crossed = serde_json::from_str::<Delivery>(&canonical::to_string(&delivery));
    assert!(crossed.is_ok_and(|crossed| crossed == delivery));
}
