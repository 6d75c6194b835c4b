//! The edge: a Cloudflare Worker that serves the widget, the pages and the API, and the Durable Objects that store.
//!
//! A request becomes plain values ([`http`]), finds its [`route`], and is answered by one of the [`handlers`]; whatever
//! goes wrong is a [`Problem`](jatak_shared::problem::Problem), written in one place below.

pub mod accounts;
pub mod address;
pub mod assets;
pub mod calls;
pub mod client;
pub mod coding;
pub mod config;
pub mod countries;
pub mod cx;
pub mod embed;
pub mod export;
pub mod fields;
pub mod gathered;
pub mod handlers;
pub mod http;
pub mod limits;
pub mod log;
pub mod meta;
pub mod named;
pub mod objects;
pub mod origin;
pub mod outbound;
pub mod pack;
pub mod pages;
pub mod qr;
pub mod queue;
pub mod rim;
pub mod route;
pub mod seal;
pub mod shop;
pub mod sources;
pub mod store;
pub mod submission;
pub mod webhook;
pub mod witness;

#[cfg(test)]
mod openapi_test;

use core::cell::OnceCell;
use std::rc::Rc;

use jatak_shared::problem::{Problem, ProblemType};
use wasm_bindgen::prelude::*;
use worker::{Context, Env, Response, Result, worker_sys};

use crate::config::Config;
use crate::cx::Cx;
use crate::http::{Incoming, Outgoing, Unread};
use crate::route::Route;

thread_local! {
    /// The operator's settings do not change while an isolate lives.
    static CONFIG: OnceCell<Rc<Config>> = const { OnceCell::new() };
}

fn config(env: &Env) -> core::result::Result<Rc<Config>, config::Misconfigured> {
    CONFIG.with(|held| match held.get() {
        Some(config) => Ok(Rc::clone(config)),
        None => Config::read(env).map(|config| Rc::clone(held.get_or_init(|| Rc::new(config)))),
    })
}

/// Answers a request. Called by `shim.js`, and not by way of `worker`'s `event`, whose requests are costly ([`Unread`]).
#[wasm_bindgen]
pub async fn fetch(
    request: web_sys::Request,
    env: Env,
    context: worker_sys::Context,
) -> core::result::Result<web_sys::Response, JsValue> {
    Ok(answered(&Unread::new(request), env, Context::new(context)).await?.into())
}

async fn answered(request: &Unread, env: Env, context: Context) -> Result<Response> {
    let config = match config(&env) {
        Ok(config) => config,
        Err(error) => {
            log::fault("configuration", &error.to_string());
            return Response::error("This edge is not configured; its log says what is missing.", 500);
        }
    };
    let started = rim::now().millis();
    let cx = Cx { env, context, config, incoming: Incoming::of(request) };
    let route = Route::of(&cx.incoming.path);
    let (answer, problem) = match &route {
        None => told(&cx, None, &Problem::new(ProblemType::NotFound)),
        Some(route) => match respond(&cx, route, request).await {
            Ok(answer) => (answer, None),
            Err(problem) => told(&cx, Some(route), &problem),
        },
    };
    let answer = match &route {
        // A page that a form post is answered with is for its reader alone.
        Some(route) if route.is_shared() && !answer.is_page() => share(answer),
        _ => answer,
    };
    let answer = pack::page(&cx.incoming, answer);
    if answer.status >= 400 {
        let template = route.as_ref().map_or("(none)", Route::template);
        let millis = rim::now().millis() - started;
        log::answered(template, &cx.incoming.method, answer.status, millis, problem);
    }
    answer.into_response(cx.incoming.method == "HEAD")
}

async fn respond(cx: &Cx, route: &Route, request: &Unread) -> core::result::Result<Outgoing, Problem> {
    if cx.incoming.method == "OPTIONS" {
        return Ok(options(route));
    }
    if !route.methods().contains(&cx.incoming.method.as_str()) {
        return Err(Problem::new(ProblemType::MethodNotAllowed).with("allow", route.methods()));
    }
    handlers::answer(cx, route, request).await
}

/// A problem as an answer, with its code for the log: a page for people, problem details for programs.
fn told(cx: &Cx, route: Option<&Route>, problem: &Problem) -> (Outgoing, Option<&'static str>) {
    let code = problem.kind.code();
    // A form is posted by a person, who gets a page to read, and never with a key. curl calls whatever it posts a form.
    let form = cx.incoming.method == "POST"
        && cx.incoming.content_type() == fields::FORM
        && cx.incoming.header("authorization").is_none()
        && route.is_some_and(Route::takes_forms);
    let answer = if form || route.is_some_and(Route::is_page) {
        pages::problem(cx, problem)
    } else {
        Outgoing::problem(problem, &cx.config.public_url)
    };
    let answer = match route {
        Some(route) if problem.kind == ProblemType::MethodNotAllowed => answer.with("Allow", allow(route)),
        _ => answer,
    };
    (answer, Some(code))
}

/// The answer to OPTIONS: what a browser asks before another origin's page may post JSON.
fn options(route: &Route) -> Outgoing {
    let answer = Outgoing::empty(204).with("Allow", allow(route));
    if !route.is_shared() {
        return answer;
    }
    answer
        .with("Access-Control-Allow-Methods", allow(route))
        .with("Access-Control-Allow-Headers", "Content-Type, Idempotency-Key")
        // Two hours, the most that Chromium honours: the question itself costs a round trip.
        .with("Access-Control-Max-Age", "7200")
}

fn allow(route: &Route) -> String {
    format!("{}, OPTIONS", route.methods().join(", "))
}

/// Lets pages of any origin read the answer: it holds nothing that depends on who asks, save for the guess of a country,
/// which any page can make by itself; and no cookie is ever involved.
/// Which pages may *submit* is decided where submissions are read.
fn share(answer: Outgoing) -> Outgoing {
    answer
        .with("Access-Control-Allow-Origin", "*")
        .with("Access-Control-Expose-Headers", "Retry-After")
        .with("Cross-Origin-Resource-Policy", "cross-origin")
}
