//! The WASM in the browser: it takes the form over from the loader, and sends it.
//!
//! The loader has painted the form and may have sent it. What it hands over is [`Link`]: what was sent and shown so far,
//! and the few things that outlive this form (the memory of idempotency keys, the way to a fresh form).

use std::rc::Rc;

use any_spawner::Executor;
use js_sys::{Array, Promise};
use leptos::ev::{Event, SubmitEvent};
use leptos::prelude::*;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::PositionState;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlElement;

use crate::form::OptInForm;
use crate::model::FormModel;
use crate::state::{Answer, ErrorCode, FormState, Place};

mod model;
mod send;

use model::{get, text};
use send::{Outcome, object};

#[wasm_bindgen]
extern "C" {
    /// What the loader hands over; `widget/loader/form.js` says what each member is.
    pub type Link;

    #[wasm_bindgen(method, getter)]
    fn live(this: &Link) -> bool;
    #[wasm_bindgen(method, getter)]
    fn pending(this: &Link) -> Option<Promise>;
    #[wasm_bindgen(method, getter)]
    fn codes(this: &Link) -> Array;
    #[wasm_bindgen(method, getter)]
    fn answer(this: &Link) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn page(this: &Link) -> JsValue;
    #[wasm_bindgen(method, getter)]
    fn context(this: &Link) -> JsValue;
    #[wasm_bindgen(method)]
    fn ticked(this: &Link) -> Array;
    #[wasm_bindgen(method)]
    fn key(this: &Link, body: &JsValue) -> String;
    #[wasm_bindgen(method)]
    fn rescue(this: &Link, status: u16, body: &JsValue) -> Promise;
    #[wasm_bindgen(method)]
    fn tell(this: &Link, name: &str, detail: &JsValue);
}

/// Takes over the form under `root`, which shows `data`. The loader sends nothing once this has returned.
#[wasm_bindgen]
pub fn hydrate(root: HtmlElement, data: JsValue, link: Link) {
    // Effects run on the browser's microtasks. The second form of a page finds that arranged: the error says no more.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let cursor = Cursor::new(root.clone().into());
    let view = owner.with(move || {
        let model = FormModel::from_js(&data);
        let form = Rc::new(Form { state: RwSignal::new(state_of(&link)), root, data, link });
        if let Some(pending) = form.link.pending() {
            let form = Rc::clone(&form);
            spawn_local(async move { form.settle(Outcome::awaited(pending).await).await });
        }
        let (state, editing) = (form.state, Rc::clone(&form));
        let submit = move |event| Rc::clone(&form).submit(&event);
        let edit = move |event| editing.edit(&event);
        view! { <OptInForm model state submit edit/> }.hydrate::<true>(&cursor, &PositionState::default())
    });
    // The form stays for as long as its page, or until the loader paints another over it.
    core::mem::forget((owner, view));
}

/// Where the loader has come to.
fn state_of(link: &Link) -> FormState {
    let mut state = FormState { sending: link.pending().is_some(), ..FormState::default() };
    if link.answer().is_truthy() {
        state.record(Answer::from_js(&link.answer()));
    }
    state.errors = link.codes().iter().filter_map(|code| ErrorCode::from_code(&code.as_string()?)).collect();
    state
}

/// The form that this page shows.
struct Form {
    root: HtmlElement,
    data: JsValue,
    link: Link,
    state: RwSignal<FormState>,
}

impl Form {
    fn submit(self: Rc<Self>, event: &SubmitEvent) {
        event.prevent_default();
        // Until the loader has let go, it sends; and nothing is sent twice.
        if !self.link.live() || self.state.with_untracked(|state| state.sending) {
            return;
        }
        let ticked = self.link.ticked();
        let phone = self.value("[name=phone]");
        self.change(|state| state.submit(ticked.length() == 0, &phone));
        if !self.state.with_untracked(|state| state.sending) {
            self.tell_errors();
            return;
        }
        let country = self.value("[name=country]");
        let body = send::body(&self.data, &self.link, &ticked, &phone, &country);
        let url = [&text(&self.data, "edge"), "/v1/", &text(&self.data, "business"), "/consents"].concat();
        spawn_local(async move { self.settle(Outcome::sent(&url, &body, &self.link).await).await });
    }

    /// Shows what became of a submission.
    async fn settle(&self, outcome: Outcome) {
        let Outcome { status, body, rescued } = outcome;
        if status == 201 {
            self.change(|state| state.record(Answer::from_js(&body)));
            // The view follows the state a moment later, and what is hidden cannot be focused.
            leptos::task::tick().await;
            self.focus("#jatak-done");
            let members = ["id", "notice", "categories"].map(|name| (name, get(&body, name)));
            self.link.tell("submitted", &object(&members.each_ref().map(|(name, value)| (*name, value))));
        } else if rescued {
            self.change(FormState::post);
        } else {
            let online = window().navigator().on_line();
            self.change(|state| state.fail(ErrorCode::of_answer(status, &text(&body, "code"), online)));
            self.tell_errors();
        }
    }

    /// The field that was edited is no longer wrong, as far as is known.
    fn edit(&self, event: &Event) {
        let name = text(&event.target().into(), "name");
        let place = if name == "category" { Place::Category } else { Place::Phone };
        if self.state.with_untracked(|state| !state.errors.is_empty()) {
            self.change(|state| state.edit(place));
        }
    }

    /// Changes the state, which the view follows. The number's field is still life save for this one attribute.
    fn change(&self, change: impl FnOnce(&mut FormState)) {
        self.state.update(change);
        let invalid = self.state.with_untracked(|state| state.error(Place::Phone).is_some());
        if let Some(field) = self.element("[name=phone]") {
            // Fails for a name that is none, which this is not.
            let _ = field.set_attribute("aria-invalid", if invalid { "true" } else { "false" });
        }
    }

    /// Takes the reader to the first error, and tells the page of each.
    fn tell_errors(&self) {
        let errors = self.state.with_untracked(|state| state.errors.clone());
        if let Some(first) = errors.first() {
            self.focus(match first.place() {
                Place::Category => "[type=checkbox]",
                Place::Phone => "[name=phone]",
                Place::Form => "button",
            });
        }
        for error in errors {
            let (code, field) = (error.code().into(), error.place().name().into());
            self.link.tell("error", &object(&[("code", &code), ("field", &field)]));
        }
    }

    fn element(&self, selector: &str) -> Option<HtmlElement> {
        // Every selector here names an element of the form, and all of those are HTML.
        self.root.query_selector(selector).ok()?.map(JsCast::unchecked_into)
    }

    /// What stands in the field.
    fn value(&self, selector: &str) -> String {
        self.element(selector).map_or_else(String::new, |field| text(&field, "value"))
    }

    fn focus(&self, selector: &str) {
        if let Some(element) = self.element(selector) {
            // An element that cannot be focused is no reason to stop.
            let _ = element.focus();
        }
    }
}
