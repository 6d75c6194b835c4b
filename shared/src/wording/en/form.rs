//! The form in English.

use crate::wording::{CapWords, Edition, FormErrors, FormLabels, FormWording};

pub(super) const FORM: FormWording = FormWording {
    editions: &[FIRST],
    labels: FormLabels {
        country: "Country",
        phone: "Your WhatsApp number",
        sending: "Saving your yes …",
        retry: "Try again",
        success_categories: "You said yes to:",
        receipt: "Open your receipt",
        hosted: "Open this form on its own page",
        changed: "The text has changed. Please read the new one and choose again.",
    },
    errors: FormErrors {
        number_missing: "Enter your number.",
        number_impossible: "This number does not fit the country. Please check both.",
        category_none: "Tick at least one kind of message.",
        notice_outdated: "The text changed while you were reading, so your yes is not saved. Please read the new one \
                          and choose again.",
        rate_limited: "Too many answers were sent in a short time. Please wait a little and try again.",
        offline: "We could not connect. Please try again. Your yes is saved only once.",
        unavailable: "That did not work just now. Please try again in a moment.",
        refused: "Your yes could not be saved from here.",
    },
    caps: CapWords {
        day_one: "At most 1 message a day",
        day_many: "At most {max} messages a day",
        week_one: "At most 1 message a week",
        week_many: "At most {max} messages a week",
        month_one: "At most 1 message a month",
        month_many: "At most {max} messages a month",
    },
};

/// Never edited once released: notices in use are checked against it.
const FIRST: Edition = Edition {
    statement: "Yes please, {business} may send me the messages I choose here on WhatsApp.",
    not_a_condition: "This is optional. You do not have to say yes to buy anything.",
    withdrawal: "You can take your yes back at any time with the link on your receipt. It is free, and you need not \
                 give a reason.",
    controller: "Data controller: {legal_name}, {address}. Contact: {contact}",
    privacy: "How {business} handles your personal data",
    heading: "Get messages on WhatsApp",
    legend: "What would you like to hear about?",
    submit: "Yes please",
    success_heading: "Thank you, your yes is saved",
    success_text: "Keep your receipt. With the link on it you can take your yes back at any time.",
};
