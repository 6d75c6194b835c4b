//! Accessibility, judged by axe-core.

use std::fs;

use serde_json::{Value, json};

use crate::browser::Browser;
use crate::place;

/// Asserts that axe-core finds nothing wrong below `css`, shadow roots included. The size of targets is WCAG 2.2's, and has
/// to be asked for.
#[track_caller]
pub fn assert_accessible(browser: &Browser, css: &str) {
    let path = place::root().join("node_modules/axe-core/axe.min.js");
    let axe = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run npm ci", path.display()));
    browser.run(&axe);
    let found = browser.run_async(
        "const [css, done] = arguments;
         axe.run(css, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }).then(
             (found) => done({ violations: found.violations, passes: found.passes.length }),
             (reason) => done({ failed: String(reason) }));",
        vec![json!(css)],
    );
    assert!(found["failed"].is_null(), "axe-core could not run: {}", found["failed"]);
    assert!(found["passes"].as_u64() > Some(5), "axe-core must have looked at something: {found}");
    let violations = found["violations"].as_array().expect("a list");
    assert!(violations.is_empty(), "on {}:\n{}", browser.url(), told(violations));
}

/// Each violation with the elements it is about.
fn told(violations: &[Value]) -> String {
    let node = |node: &Value| format!("    {} {}\n", node["html"], node["failureSummary"]);
    let one = |violation: &Value| {
        let nodes: String = violation["nodes"].as_array().into_iter().flatten().map(node).collect();
        format!("{}: {}\n{nodes}", violation["id"], violation["help"])
    };
    violations.iter().map(one).collect()
}
