//! The address of the page that a submission came from, as it is kept.
//!
//! It is read by the runtime's own `URL`, which takes it as the browser took it. A reader in Rust, with its tables for host
//! names of every script, would weigh 70 KB of the bundle.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = URL)]
    type Url;

    #[wasm_bindgen(constructor, js_class = "URL", catch)]
    fn new(text: &str) -> Result<Url, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn protocol(this: &Url) -> String;

    #[wasm_bindgen(method, getter)]
    fn host(this: &Url) -> String;

    #[wasm_bindgen(method, getter)]
    fn pathname(this: &Url) -> String;
}

/// What is kept of this address: what stands before `?` and `#`, since what follows may be anything, a session or a name.
/// A user name and password in front of the host are cut as well. `None` where it is no http or https address.
pub fn kept(text: &str) -> Option<String> {
    let url = Url::new(text).ok()?;
    let scheme = url.protocol();
    let web = matches!(scheme.as_str(), "http:" | "https:");
    web.then(|| format!("{scheme}//{}{}", url.host(), url.pathname()))
}
