//! What a shop's developer uses: packages from npm, bundled and type-checked with their own tools.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::place;

/// The text of a file of an installed package.
pub fn package(path: &str) -> String {
    let path = place::root().join("node_modules").join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}; run npm ci", path.display()))
}

/// A script of `tests/pages`, bundled for browsers with what it imports.
pub fn page_script(file: &str) -> String {
    let bundled = Command::new(place::root().join("node_modules/.bin/esbuild"))
        .arg(page(file))
        .args([
            "--bundle",
            "--minify",
            "--format=iife",
            "--jsx=automatic",
            "--define:process.env.NODE_ENV=\"production\"",
        ])
        .args(["--define:__VUE_OPTIONS_API__=false", "--define:__VUE_PROD_DEVTOOLS__=false"])
        .arg("--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false")
        .output()
        .expect("esbuild runs");
    assert!(bundled.status.success(), "{}", String::from_utf8_lossy(&bundled.stderr));
    String::from_utf8(bundled.stdout).expect("a script is text")
}

/// What the TypeScript compiler says of a file of `tests/pages`, at its strictest; empty where nothing is wrong.
pub fn type_faults(file: &str) -> String {
    let checked = Command::new(place::root().join("node_modules/.bin/tsc"))
        .args(["--noEmit", "--strict", "--target", "es2019", "--lib", "es2019,dom", "--types", ""])
        .arg(page(file))
        .output()
        .expect("tsc runs");
    let said = String::from_utf8_lossy(&checked.stdout).into_owned();
    assert!(checked.status.success() == said.is_empty(), "{said}{}", String::from_utf8_lossy(&checked.stderr));
    said
}

fn page(file: &str) -> PathBuf {
    place::root().join("tests/pages").join(file)
}
