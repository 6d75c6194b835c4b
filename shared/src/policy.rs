//! What a shop's Content-Security-Policy must allow for the form to work in its page.
//!
//! The embed page prints it, the README quotes it, and the tests' shops and the demo shop send it: from here, so that
//! what is promised is what was tried.

use core::fmt::Write as _;

/// What is added to a shop's policy for an edge at `edge` (its public address, without a slash at the end): each
/// directive with its sources.
///
/// - `script-src`: the loader and the glue; without `'wasm-unsafe-eval'` the form goes on without WebAssembly.
/// - `connect-src`: sending, the form data, the WASM.
/// - `style-src`: browsers without constructable style sheets (Safari before 16.4) get theirs as a file.
/// - `form-action`: where `connect-src` refuses, the form is posted instead.
/// - `trusted-types`: counts where the page also says `require-trusted-types-for 'script'`.
pub fn directives(edge: &str) -> [(&'static str, String); 5] {
    [
        ("script-src", format!("{edge} 'wasm-unsafe-eval'")),
        ("connect-src", edge.to_owned()),
        ("style-src", edge.to_owned()),
        ("form-action", edge.to_owned()),
        ("trusted-types", "jatak".to_owned()),
    ]
}

/// The same as one line of a policy.
pub fn line(edge: &str) -> String {
    let mut line = String::new();
    for (name, sources) in directives(edge) {
        let separator = if line.is_empty() { "" } else { "; " };
        // Writing into a text cannot fail.
        let _ = write!(line, "{separator}{name} {sources}");
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readme_quotes_the_policy_as_it_is() {
        let readme = include_str!("../../README.md");
        let line = line("https://EDGE");
        assert!(readme.contains(&format!("`{line}`")), "the README must quote `{line}`");
    }
}
