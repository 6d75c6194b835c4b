//! The form of a notice, in one place.

use jatak_shared::category::CategoryId;
use jatak_shared::country::Country;
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::wording;

use super::{Choice, Fields, FormModel, Labels, Offer, Printed};

/// Where a form stands, and what is known there.
#[derive(Clone, Debug, Default)]
pub struct Placement<'a> {
    /// The edge's public address, without a slash at its end.
    pub edge: &'a str,
    /// What is offered, a subset of the notice; empty for all of it.
    pub offered: &'a [CategoryId],
    /// The country chosen beforehand; the business's where none is given.
    pub country: Option<Country>,
    /// The number typed before, where a refused form is shown again.
    pub phone: &'a str,
    /// The fields `page`, `idempotency_key` and the like of a form that is posted plainly.
    pub hidden: Vec<(&'static str, String)>,
    /// Whether the text was replaced since the reader saw it.
    pub changed: bool,
    /// Whether the selector begins with the one country alone, because a script brings the others.
    pub one_country: bool,
    /// How a yes can be said from WhatsApp, without typing a number.
    pub from_whatsapp: FromWhatsapp,
}

/// How a yes can be said from WhatsApp.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FromWhatsapp {
    /// It cannot: the business confirms nothing there.
    #[default]
    Not,
    /// A script asks for the message and shows it.
    ByScript,
    /// The form is posted, and a page shows it.
    ByPost,
}

impl FormModel {
    /// The form of `notice` in a shop's page. The loader fills `page` and `idempotency_key`, should it have to post
    /// plainly.
    pub fn in_shop(notice: &Notice, edge: &str, offered: &[CategoryId], from_whatsapp: bool) -> Self {
        let from_whatsapp = if from_whatsapp { FromWhatsapp::ByScript } else { FromWhatsapp::Not };
        let hidden = vec![("page", String::new()), ("idempotency_key", String::new())];
        let placement = Placement { edge, offered, hidden, one_country: true, from_whatsapp, ..Placement::default() };
        Self::new(notice, &placement)
    }

    /// The form of `notice` where `placement` says.
    pub fn new(notice: &Notice, placement: &Placement<'_>) -> Self {
        let text = notice.text();
        let slug = &text.business.id;
        let Placement { edge, offered, .. } = placement;
        let is_offered = |category: &&NoticeCategory| offered.is_empty() || offered.contains(category.id());
        let choices = notice.categories().iter().filter(is_offered).map(|category| Choice {
            id: category.id().to_string(),
            title: category.title().to_owned(),
            value: category.value().to_owned(),
            frequency: category.frequency().to_owned(),
        });
        let chosen = placement.country.unwrap_or(text.business.country);
        let countries =
            Country::by_name(text.locale).filter(|(country, _)| !placement.one_country || *country == chosen);
        // The mark keeps the plus before the digits where the name is written from right to left.
        let option = |(country, name): (Country, &str)| {
            (country.code(), format!("{name} (\u{200e}+{})", country.calling_code()))
        };
        let fields = Fields {
            action: format!("{edge}/v1/{slug}/consents"),
            notice: notice.id().to_string(),
            countries: countries.map(option).collect(),
            country: chosen.to_string(),
            phone: placement.phone.to_owned(),
            hidden: placement.hidden.clone(),
            hosted_url: format!("{edge}/{slug}?locale={}", text.locale),
            changed: placement.changed,
        };
        Self {
            choices: choices.collect(),
            labels: labels(notice),
            printed: printed(notice, offer(notice, placement)),
            fields,
        }
    }
}

fn labels(notice: &Notice) -> Labels {
    let labels = &notice.text().labels;
    let errors = &labels.errors;
    Labels {
        submit: labels.submit.clone(),
        sending: labels.sending.clone(),
        retry: labels.retry.clone(),
        errors: [
            errors.category_none.clone(),
            errors.number_missing.clone(),
            errors.number_impossible.clone(),
            errors.notice_outdated.clone(),
            errors.rate_limited.clone(),
            errors.offline.clone(),
            errors.unavailable.clone(),
            errors.refused.clone(),
        ],
    }
}

/// The way to say yes without typing, where there is one.
fn offer(notice: &Notice, placement: &Placement<'_>) -> Option<Offer> {
    let words = &wording::of(notice.locale()).whatsapp;
    let action = match placement.from_whatsapp {
        FromWhatsapp::Not => return None,
        FromWhatsapp::ByScript => None,
        FromWhatsapp::ByPost => Some(format!("{}/v1/{}/offers", placement.edge, notice.text().business.id)),
    };
    Some(Offer { button: words.opt_in.to_owned(), explanation: words.opt_in_explanation.to_owned(), action })
}

fn printed(notice: &Notice, offer: Option<Offer>) -> Printed {
    let (text, said) = (notice.text(), notice.sentences());
    let labels = &text.labels;
    Printed {
        heading: text.heading.clone(),
        statement: said.statement,
        changed: labels.changed.clone(),
        legend: labels.legend.clone(),
        country: labels.country.clone(),
        phone: labels.phone.clone(),
        not_a_condition: said.not_a_condition,
        withdrawal: said.withdrawal,
        controller: said.controller,
        privacy: said.privacy,
        privacy_url: text.business.privacy_url.to_string(),
        hosted: labels.hosted.clone(),
        offer,
        success_heading: labels.success_heading.clone(),
        success_text: labels.success_text.clone(),
        success_categories: labels.success_categories.clone(),
        receipt: labels.receipt.clone(),
    }
}
