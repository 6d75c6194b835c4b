//! Reading what JavaScript hands over, without serde: its JSON reader alone would weigh a third of the WASM.

use js_sys::{Array, Reflect};
use wasm_bindgen::JsValue;

use crate::model::{Choice, FormModel, Labels};
use crate::state::{Answer, ErrorCode};

/// `value[key]`; undefined where there is no such thing.
pub(super) fn get(value: &JsValue, key: &str) -> JsValue {
    Reflect::get(value, &JsValue::from_str(key)).unwrap_or(JsValue::UNDEFINED)
}

/// `value[key]` as a text; empty where it is none.
pub(super) fn text(value: &JsValue, key: &str) -> String {
    get(value, key).as_string().unwrap_or_default()
}

/// The items of `value[key]`; none where it is no array.
pub(super) fn items(value: &JsValue, key: &str) -> Vec<JsValue> {
    let value = get(value, key);
    if Array::is_array(&value) { Array::from(&value).to_vec() } else { Vec::new() }
}

impl FormModel {
    /// What the browser needs of the form data; the rest stands in the page.
    pub(super) fn from_js(data: &JsValue) -> Self {
        let labels = get(&get(data, "notice"), "labels");
        let errors = get(&labels, "errors");
        let choice = |id: JsValue| Choice { id: id.as_string().unwrap_or_default() };
        Self {
            choices: items(data, "offered").into_iter().map(choice).collect(),
            labels: Labels {
                submit: text(&labels, "submit"),
                sending: text(&labels, "sending"),
                retry: text(&labels, "retry"),
                errors: ErrorCode::ALL.map(|code| text(&errors, code.code())),
            },
        }
    }
}

impl Answer {
    /// Reads the answer of a recorded submission.
    pub(super) fn from_js(body: &JsValue) -> Self {
        Self {
            categories: items(body, "categories").iter().map(|category| text(category, "id")).collect(),
            masked: text(&get(body, "subject"), "masked"),
            receipt_url: text(body, "receipt_url"),
        }
    }
}
