//! Asking for an unknown business makes no object and no file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jatak_tests::business::SHOP;
use jatak_tests::{Server, wait};
use serde_json::json;

/// Every file below a directory.
fn files(directory: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path);
        }
    }
    found
}

#[test]
fn a_hundred_unknown_names_make_no_file() {
    let server = Server::start(&["--no-limits"]);
    let business = server.business();
    let body = business.submission("20 12 34 56", &["order_updates"]);
    business.opt_in("20 12 34 56", &["order_updates"]);
    // The first unknown name may make the directory of names read its own table.
    server.get("/v1/unknown-name/notice").send().expect(404);
    let before = files(&server.data);
    for number in 0..100 {
        let name = format!("unknown-{number}");
        for path in
            [format!("/v1/{name}/notice"), format!("/{name}"), format!("/{name}/widget.js"), format!("/{name}/c/x")]
        {
            server.get(&path).send().expect(404);
        }
        server.post(&format!("/v1/{name}/consents")).origin(SHOP).json(&body).send().expect(404);
        server.post(&format!("/v1/{name}/shown")).json(&json!({ "notice": body["notice"] })).send().expect(204);
        let statistics = server.get(&format!("/v1/{name}/statistics")).key(&business.key).send();
        assert!(matches!(statistics.status, 401 | 404));
        let lookup =
            server.post(&format!("/v1/{name}/lookups")).key(&business.key).json(&json!({ "phone": "+4520123456" }));
        assert!(matches!(lookup.send().status, 401 | 404));
        let export = server.get(&format!("/v1/{name}/export")).key(&business.key).send();
        assert!(matches!(export.status, 401 | 404));
    }
    let after = files(&server.data);
    let new: Vec<_> = after.difference(&before).collect();
    assert!(new.is_empty(), "{new:?}");

    // The count would notice: a business that is made does have a file.
    server.business();
    wait::until("a business of its own has a file", || files(&server.data).len() > before.len());
}
