//! The receipt of one submission: what it did, and the way to take it back. It never grants, and shows nothing of what
//! anybody else did with the number (rule 13).

use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::receipt::Receipt;
use jatak_shared::wording::{self, moment, say};
use leptos::prelude::*;

use super::Frame;
use super::parts::{Prepared, category, hidden, idempotency, known_by, note, prepared, stop_everything};

/// The receipt page.
#[derive(Clone, Debug)]
pub struct ReceiptPage<'a> {
    /// What is around it.
    pub frame: Frame<'a>,
    /// The receipt.
    pub receipt: &'a Receipt,
    /// The notice that the submission was under. Everything said of the submission is said in its words.
    pub notice: &'a Notice,
    /// How it is confirmed, where it is.
    pub confirm: Option<Awaited<'a>>,
    /// The page that the form stood on, where it is known.
    pub page: Option<&'a str>,
    /// The address at which the whole notice is kept.
    pub notice_url: &'a str,
    /// The address of the receipt as a file with its proof.
    pub file_url: &'a str,
    /// The address of the page that checks such a file.
    pub check_url: &'a str,
    /// Where the forms are posted: the page's own address.
    pub action: &'a str,
    /// An idempotency key for the forms, where they need one. Taking back twice is once anyway.
    pub idempotency_key: Option<&'a str>,
    /// Whether to say what was taken back: the page comes right after that was done.
    pub done: bool,
}

/// How the message stands that confirms a yes from WhatsApp.
#[derive(Clone, Copy, Debug)]
pub enum Awaited<'a> {
    /// It waits to be sent.
    Waiting(Prepared<'a>),
    /// It came, and counts.
    Confirmed,
    /// It did not come in time.
    Expired,
}

impl ReceiptPage<'_> {
    /// The document.
    pub fn render(&self) -> String {
        let words = &self.frame.words().receipt;
        self.frame.document(words.title, || {
            view! {
                <h1>{words.title}</h1>
                {note(self.done.then(|| self.done_text()).flatten())}
                <p class="lead">{self.named(words.intro)}</p>
                {self.confirm.map(|confirm| self.confirming(confirm))}
                <p class="keep">{words.keep}</p>
                {self.facts()}
                <h2>{words.said_yes}</h2>
                <ul class="cards">
                    {self.agreed().map(|one| view! { <li class="item">{category(one)}</li> }).collect_view()}
                </ul>
                {self.withdrawals()}
                {self.text_shown()}
                {self.proof()}
                <p class="caution">{words.link_caution}</p>
            }
        })
    }

    /// How to confirm: the link, and on wide screens the code; later, what became of it.
    fn confirming(&self, confirm: Awaited<'_>) -> AnyView {
        let (words, locale) = (&wording::of(self.frame.locale).whatsapp, self.frame.locale);
        let message = match confirm {
            Awaited::Waiting(message) => message,
            Awaited::Confirmed => return view! { <p class="note" role="status">{words.confirmed}</p> }.into_any(),
            Awaited::Expired => return view! { <p class="note" role="status">{words.expired}</p> }.into_any(),
        };
        let explanation = match self.receipt.handle.phone() {
            Some(phone) => say(locale, words.explanation, &[("digits", phone.last_digits())]),
            None => words.explanation_any.to_owned(),
        };
        view! {
            <section class="confirm">
                <h2>{words.heading}</h2>
                <p>{explanation}</p>
                {prepared(locale, message)}
            </section>
        }
        .into_any()
    }

    /// `template` with the business's name as the notice has it.
    fn named(&self, template: &str) -> String {
        say(self.frame.locale, template, &[("business", &self.notice.text().business.name)])
    }

    /// What the submission said yes to, in the notice's words.
    fn agreed(&self) -> impl Iterator<Item = &NoticeCategory> {
        self.receipt.categories.iter().filter_map(|id| self.notice.category(id))
    }

    /// What was last taken back with this receipt, in one sentence.
    fn done_text(&self) -> Option<String> {
        let words = &self.frame.words().receipt;
        let Receipt { withdrawn, everything, .. } = self.receipt;
        let last = withdrawn.values().chain(everything).max()?;
        if everything.as_ref() == Some(last) {
            return Some(self.named(words.done_stopped));
        }
        let then = self.agreed().filter(|one| withdrawn.get(one.id()) == Some(last));
        let titles: Vec<&str> = then.map(NoticeCategory::title).collect();
        let business = self.notice.text().business.name.as_str();
        let titles = titles.join(", ");
        Some(say(self.frame.locale, words.done_withdrawn, &[("category", &titles), ("business", business)]))
    }

    /// Who, which number, when, and the number of the record.
    fn facts(&self) -> impl IntoView + use<> {
        let words = &self.frame.words().receipt;
        let locale = self.frame.locale;
        let business = self.notice.text().business.name.clone();
        let when = moment(locale, self.receipt.recorded_at);
        let datetime = self.receipt.recorded_at.to_string();
        // WhatsApp's own name is the same in every language.
        let named = if self.receipt.handle.phone().is_some() { words.number } else { "WhatsApp" };
        // Plain text and no link: whoever submitted may have named any page.
        let page = self
            .page
            .map(|page| view! { <div><dt>{words.page}</dt><dd class="record"><bdi>{page.to_owned()}</bdi></dd></div> });
        view! {
            <dl class="facts">
                <div><dt>{words.business}</dt><dd><bdi>{business}</bdi></dd></div>
                <div><dt>{named}</dt><dd>{known_by(locale, &self.receipt.handle)}</dd></div>
                <div><dt>{words.when}</dt><dd><time datetime=datetime>{when}</time></dd></div>
                {page}
                <div><dt>{words.record}</dt><dd class="record"><bdi>{self.receipt.event.to_string()}</bdi></dd></div>
            </dl>
        }
    }

    /// One button for each category still standing, and one for everything.
    fn withdrawals(&self) -> impl IntoView + use<> {
        let (words, locale) = (&self.frame.words().receipt, self.frame.locale);
        let one = |agreed: &NoticeCategory| {
            let title = agreed.title().to_owned();
            let Receipt { withdrawn, everything, .. } = self.receipt;
            if let Some(since) = withdrawn.get(agreed.id()).or(everything.as_ref()) {
                let state = say(locale, words.withdrawn, &[("when", &moment(locale, *since))]);
                return view! { <li class="taken"><strong>{title}</strong>" "<span class="state">{state}</span></li> }
                    .into_any();
            }
            let button = say(locale, words.withdraw, &[("category", &title)]);
            view! {
                <li>
                    <form method="post" action=self.action.to_owned()>
                        {hidden("withdraw", agreed.id().as_str())}
                        {idempotency(self.idempotency_key)}
                        <button class="quiet">{button}</button>
                    </form>
                </li>
            }
            .into_any()
        };
        let everything = if let Some(since) = self.receipt.everything {
            let state = say(locale, words.stopped, &[("when", &moment(locale, since))]);
            view! { <p class="state">{state}</p> }.into_any()
        } else {
            let (intro, button) = (self.named(words.stop_all_intro), self.named(words.stop_all));
            stop_everything(self.action, intro, button, idempotency(self.idempotency_key)).into_any()
        };
        view! {
            <section class="withdraw" aria-labelledby="withdraw">
                <h2 id="withdraw">{words.withdraw_heading}</h2>
                <p>{words.withdraw_intro}</p>
                <ul class="plain">{self.agreed().map(one).collect_view()}</ul>
                {everything}
            </section>
        }
    }

    /// That the record stands in a log, and the file that proves it.
    fn proof(&self) -> impl IntoView + use<> {
        let words = &self.frame.words().receipt;
        let (file, check) = (self.file_url.to_owned(), self.check_url.to_owned());
        view! {
            <section class="proof" aria-labelledby="proof">
                <h2 id="proof">{words.proof_heading}</h2>
                <p>{words.proof}</p>
                <p><a href=file download="">{words.proof_file}</a></p>
                <p><a href=check>{words.proof_check}</a></p>
            </section>
        }
    }

    /// The sentences that were shown, and the way to the whole notice.
    fn text_shown(&self) -> impl IntoView + use<> {
        let words = &self.frame.words().receipt;
        let (text, said) = (self.notice.text(), self.notice.sentences());
        let url = self.notice_url.to_owned();
        let (lang, dir) = (text.locale.code(), text.dir.code());
        view! {
            <section class="shown" aria-labelledby="shown">
                <h2 id="shown">{words.wording}</h2>
                <blockquote lang=lang dir=dir>
                    <p>{said.statement}</p>
                    <p>{said.not_a_condition}</p>
                    <p>{said.withdrawal}</p>
                    <p>{said.controller}</p>
                </blockquote>
                <p><a href=url>{words.wording_link}</a></p>
            </section>
        }
    }
}
