//! `cargo xtask verify` as scripts meet it: what it says, and with what it ends.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use jatak_tests::place;

#[path = "../../../edge/verify/tests/common/mod.rs"]
mod log;

use log::Log;

/// What it ended with, and all that it printed.
fn verify(words: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(place::xtask());
    let said = command.arg("verify").args(words).stdin(Stdio::null()).current_dir(place::root()).output().unwrap();
    let text = [said.stdout, said.stderr].concat();
    (said.status.code(), String::from_utf8(text).unwrap())
}

fn saved(name: &str, content: impl AsRef<[u8]>) -> String {
    let path: PathBuf = place::directory("verify").join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn it_ends_with_0_1_or_2_and_says_what_it_found() {
    let mut log = Log::new();
    (0..10).for_each(|_| drop(log.yes()));
    let earlier = log.checkpoint();
    let older = saved("older.ndjson", log.export());
    (0..5).for_each(|_| drop(log.yes()));
    log.erase(&[2, 5]);
    let (export, vkey) = (log.export(), log.vkey().to_string());
    let file = saved("export.ndjson", &export);

    let (code, said) = verify(&[&file, "--vkey", &vkey]);
    assert_eq!(code, Some(0), "{said}");
    for part in [
        &format!("export verified: 16 events of {}, {} bytes", log.vkey().name(), export.len()),
        "recorded from 2026-11-22T11:00:00.007Z to 2026-11-22T11:00:00.112Z",
        "2 erased, each excused by a later leaf",
        "signed by the key given",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let (code, said) = verify(&[&file]);
    assert!(code == Some(0) && said.contains("worth no more than the file") && said.contains(&vkey), "{said}");

    // As a shell hands over the text of a checkpoint: without its last newline.
    for against in [earlier.trim_end(), &saved("checkpoint", &earlier), &older] {
        let (code, said) = verify(&[&file, "--vkey", &vkey, "--against", against]);
        assert!(code == Some(0) && said.contains("it extends the earlier checkpoint of 10 events"), "{said}");
    }
    let mut rewritten = Log::seeded(2);
    (0..16).for_each(|_| drop(rewritten.yes()));
    let rewritten = saved("rewritten.ndjson", rewritten.export());
    let (code, said) = verify(&[&rewritten, "--vkey", &vkey, "--against", &earlier]);
    assert!(code == Some(1) && said.contains("line 12: the log was rewritten: its first 10 events"), "{said}");

    let mut changed = export;
    let at = changed.len() / 2;
    changed[at] ^= 1;
    let (code, said) = verify(&[&saved("changed.ndjson", changed), "--vkey", &vkey]);
    assert!(code == Some(1) && said.contains("does not verify: line "), "{said}");

    for words in [
        &["/nowhere/export.ndjson"][..],
        &[&file, "--vkey", "no key"],
        &[&file, "--against", "/nowhere/checkpoint"],
        &[&file, "--against", &saved("empty", "")],
        &[],
    ] {
        let (code, said) = verify(words);
        assert!(code == Some(2) && said.contains("nothing was checked"), "{words:?}: {said}");
    }
}
