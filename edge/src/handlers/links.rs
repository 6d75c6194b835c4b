//! `/{business}/c/{token}`: a receipt page or a choices page, whichever the token names.
//!
//! The token is checked before any storage is read. GET changes nothing; POST needs no `Origin`, since whoever holds
//! the token may act, from a mail program's browser too.

use jatak_ledger::batch::{Answer, Request as Command};
use jatak_shared::business::Slug;
use jatak_shared::category::CategoryId;
use jatak_shared::decide::{self, Choose, Refusal, Scope, Shown, Withdraw};
use jatak_shared::event::Evidence;
use jatak_shared::id::{Digest32, EventId, SubjectId};
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::state::State;
use jatak_shared::token::Token;
use jatak_widget::pages::choices::Note;

use crate::cx::Cx;
use crate::fields::{Form, unfit};
use crate::http::{Outgoing, Unread};
use crate::pages;
use crate::shop::{self, Shop};

/// What these forms may weigh: 190 categories shown and ticked, removed ones included, at 80 bytes each, which is as many
/// as a form has fields for.
const LIMIT: usize = 32 * 1024;

/// The page behind the link.
pub async fn page(cx: &Cx, slug: &Slug, token: &str) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let note = cx.incoming.parameter("note").and_then(note_named);
    match shop.open_token(token) {
        Some(Token::Receipt(submission)) => match cx.ledger(&shop).receipt(submission).await? {
            Some(view) => pages::receipt(cx, &shop, token, &view, note),
            None => Err(nobody()),
        },
        Some(Token::Subject(subject)) => choices(cx, &shop, token, subject, note, 200).await,
        None => Err(nobody()),
    }
}

/// What was done on the page behind the link.
pub async fn post(cx: &Cx, slug: &Slug, token: &str, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    let named = shop.open_token(token).ok_or_else(nobody)?;
    let form = Form::read(cx, request, LIMIT).await?;
    let idempotency = match form.one("idempotency_key") {
        Some(sent) => Some(cx.idempotency(&format!("c/{token}"), None, sent)?),
        None => None,
    };
    match named {
        Token::Receipt(submission) => withdraw(cx, &shop, token, submission, &form, idempotency).await,
        Token::Subject(subject) => choose(cx, &shop, token, subject, &form, idempotency).await,
    }
}

async fn withdraw(
    cx: &Cx,
    shop: &Shop,
    token: &str,
    submission: EventId,
    form: &Form,
    idempotency: Option<Digest32>,
) -> Result<Outgoing, Problem> {
    let scope = if stops_everything(form) {
        Scope::Everything
    } else {
        let named: Vec<CategoryId> = form.all("withdraw").map(category).collect::<Result<_, _>>()?;
        if named.is_empty() {
            // Nothing was chosen: the page again, as it is.
            return Ok(back(cx, shop, token, Note::Unchanged));
        }
        Scope::Categories(named)
    };
    let command = Withdraw { submission, scope, evidence: evidence(cx) };
    let command = Command { command: decide::Command::Withdraw(command), idempotency };
    match cx.ledger(shop).submit(command).await? {
        Answer::Recorded(_) | Answer::Unchanged => Ok(back(cx, shop, token, Note::Saved)),
        Answer::Refused(Refusal::NotFound) => Err(nobody()),
        Answer::Refused(refusal) => Err(refusal.problem()),
    }
}

async fn choose(
    cx: &Cx,
    shop: &Shop,
    token: &str,
    subject: SubjectId,
    form: &Form,
    idempotency: Option<Digest32>,
) -> Result<Outgoing, Problem> {
    // Nothing but the button matters to "stop everything": a no is not turned away over what it does not need.
    let everything = stops_everything(form);
    let form = if everything { &Form::default() } else { form };
    let notice = form.one("notice").and_then(|text| text.parse().ok());
    let shown: Vec<Shown> = form.all("shown").map(shown).collect::<Result<_, _>>()?;
    let ticked: Vec<CategoryId> = form.all("category").map(category).collect::<Result<_, _>>()?;
    let asked: Vec<CategoryId> = shown
        .iter()
        .filter(|shown| !shown.granted && ticked.contains(&shown.id))
        .map(|shown| shown.id.clone())
        .collect();
    let command = Choose { subject, notice, shown, ticked, everything, evidence: evidence(cx) };
    let command = Command { command: decide::Command::Choose(command), idempotency };
    match cx.ledger(shop).submit(command).await? {
        Answer::Recorded(recorded) => {
            let answered = |id: &CategoryId| recorded.categories.iter().any(|change| change.id == *id);
            let held_back = !everything && !asked.iter().all(answered);
            if held_back {
                shop::forget(&shop.slug);
            }
            let pending = recorded.categories.iter().any(|change| change.state == State::Pending);
            let note = match (held_back, pending) {
                (true, _) => Note::TermsChangedNoesSaved,
                (false, true) => Note::StillPending,
                (false, false) => Note::Saved,
            };
            Ok(back(cx, shop, token, note))
        }
        // What is stopped already is stopped, whoever presses again.
        Answer::Unchanged if everything => Ok(back(cx, shop, token, Note::Saved)),
        Answer::Unchanged => Ok(back(cx, shop, token, Note::Unchanged)),
        Answer::Refused(Refusal::NotFound) => Err(nobody()),
        Answer::Refused(Refusal::NoticeOutdated { .. }) => {
            // The terms changed while the page was open: the new ones, unticked, and nothing recorded.
            shop::forget(&shop.slug);
            let shop = cx.shop(&shop.slug).await?;
            choices(cx, &shop, token, subject, Some(Note::TermsChanged), 409).await
        }
        Answer::Refused(refusal) => Err(refusal.problem()),
    }
}

async fn choices(
    cx: &Cx,
    shop: &Shop,
    token: &str,
    subject: SubjectId,
    note: Option<Note>,
    status: u16,
) -> Result<Outgoing, Problem> {
    let locale = cx.locale(shop);
    match cx.ledger(shop).choices(subject, Some(locale)).await? {
        Some(view) => pages::choices(cx, shop, token, &view, note, status),
        None => Err(nobody()),
    }
}

/// Back to the page by GET, so that reloading it repeats nothing.
fn back(cx: &Cx, shop: &Shop, token: &str, note: Note) -> Outgoing {
    let mut address = format!("{}/{}/c/{token}?note={}", cx.config.public_url, shop.slug, word(note));
    if cx.asked_locale().is_some() {
        address = format!("{address}&locale={}", cx.locale(shop));
    }
    Outgoing::empty(303).with("Location", address).with("Cache-Control", "no-store")
}

/// What is said above the page after a press, as it stands in the address.
const NOTES: [(Note, &str); 5] = [
    (Note::Saved, "saved"),
    (Note::Unchanged, "unchanged"),
    (Note::StillPending, "pending"),
    (Note::TermsChanged, "changed"),
    (Note::TermsChangedNoesSaved, "noes-saved"),
];

fn word(note: Note) -> &'static str {
    NOTES.iter().find(|(held, _)| *held == note).map_or("saved", |(_, word)| word)
}

fn note_named(word: &str) -> Option<Note> {
    NOTES.iter().find(|(_, held)| *held == word).map(|(note, _)| *note)
}

fn stops_everything(form: &Form) -> bool {
    form.one("stop") == Some("everything")
}

fn category(text: &str) -> Result<CategoryId, Problem> {
    text.parse().map_err(|_| unfit("category", "a category's id"))
}

/// What the page showed of one category: `<id>:granted` or `<id>:other`.
fn shown(text: &str) -> Result<Shown, Problem> {
    let rule = || unfit("shown", "<category>:granted or <category>:other");
    let (id, state) = text.split_once(':').ok_or_else(rule)?;
    let granted = match state {
        "granted" => true,
        "other" => false,
        _ => return Err(rule()),
    };
    Ok(Shown { id: id.parse().map_err(|_| rule())?, granted })
}

fn evidence(cx: &Cx) -> Evidence {
    Evidence { user_agent: cx.incoming.user_agent(), ..Evidence::default() }
}

/// Forged, cut, unknown and erased links look the same.
fn nobody() -> Problem {
    Problem::new(ProblemType::NotFound)
}
