//! The WASM in the browser: it takes the form over from the loader, and sends it.
//!
//! The loader has painted the form and may have sent it. What it hands over is [`Link`]: what was sent and shown so far,
//! and the one way to send, which outlives this form.

use std::cell::RefCell;
use std::rc::Rc;

use any_spawner::Executor;
use js_sys::{Array, Object, Promise, Reflect};
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
mod outcome;
mod post;

use model::{get, text};
use outcome::Outcome;
pub use post::post;

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
    #[wasm_bindgen(method)]
    fn ticked(this: &Link) -> Array;
    #[wasm_bindgen(method)]
    fn send(this: &Link, categories: &Array, phone: &str, country: &str) -> Promise;
    #[wasm_bindgen(method)]
    fn tell(this: &Link, name: &str, detail: &JsValue);
}

/// Takes over the form under `root`, which shows `data`. Returns a function that gives it back to the loader, and with it
/// everything that is held here.
#[wasm_bindgen]
pub fn hydrate(root: HtmlElement, data: &JsValue, link: Link) -> JsValue {
    // Effects run on the browser's microtasks. The second form of a page finds that arranged: the error says no more.
    let _ = Executor::init_wasm_bindgen();
    let owner = Owner::new();
    let cursor = Cursor::new(root.clone().into());
    let (view, held) = owner.with(move || {
        let model = FormModel::from_js(data);
        let form = Rc::new(Form { state: RwSignal::new(state_of(&link)), root, link });
        if let Some(pending) = form.link.pending() {
            Rc::clone(&form).await_answer(pending);
        }
        let state = form.state;
        // The listeners live as long as the nodes, and the form holds the nodes: one of the two has to let go.
        let held = Rc::new(RefCell::new(Some(form)));
        let (submitting, editing) = (Rc::clone(&held), Rc::clone(&held));
        let submit = move |event: SubmitEvent| {
            event.prevent_default();
            with_form(&submitting, Form::submit);
        };
        let edit = move |event: Event| with_form(&editing, |form| form.edit(&event));
        let view = view! { <OptInForm model state submit edit/> };
        (view.hydrate::<true>(&cursor, &PositionState::default()), held)
    });
    Closure::once_into_js(move || {
        held.take();
        drop((owner, view));
    })
}

/// Calls `then` with the form, unless it was given back.
fn with_form(held: &RefCell<Option<Rc<Form>>>, then: impl FnOnce(Rc<Form>)) {
    let form = held.borrow().clone();
    if let Some(form) = form {
        then(form);
    }
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
    link: Link,
    state: RwSignal<FormState>,
}

impl Form {
    fn submit(self: Rc<Self>) {
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
        let pending = self.link.send(&ticked, &phone, &self.value("[name=country]"));
        self.await_answer(pending);
    }

    /// Shows what becomes of what is on its way, when it is known.
    fn await_answer(self: Rc<Self>, pending: Promise) {
        spawn_local(async move {
            let outcome = Outcome::awaited(pending).await;
            // A form that was given back meanwhile is the loader's to show.
            if self.link.live() && !self.state.is_disposed() {
                self.settle(outcome).await;
            }
        });
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

/// An object with these members.
fn object(members: &[(&str, &JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in members {
        // Setting a member of a fresh object cannot fail.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}
