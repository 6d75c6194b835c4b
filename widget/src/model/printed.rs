//! The part of the form that only stands in the page.

/// What the form sends, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Where the plain form is posted.
    pub action: String,
    /// The id of the notice shown.
    pub notice: String,
    /// The options of the country selector: code, and name with calling code, in the order of the language.
    pub countries: Vec<(&'static str, String)>,
    /// The code of the country chosen beforehand.
    pub country: String,
    /// The number typed before, where a refused form is shown again; else empty.
    pub phone: String,
    /// Hidden fields of the plain form beside notice and offered: name and value.
    pub hidden: Vec<(&'static str, String)>,
    /// The address of the form's own page.
    pub hosted_url: String,
    /// Whether to say that the text was replaced by a newer one.
    pub changed: bool,
}

/// The texts that stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Above the form.
    pub heading: String,
    /// Who may send what over which channel.
    pub statement: String,
    /// Above a form whose text was replaced.
    pub changed: String,
    /// The name of the group of boxes.
    pub legend: String,
    /// The label of the country selector.
    pub country: String,
    /// The label of the number's field.
    pub phone: String,
    /// That nothing depends on saying yes.
    pub not_a_condition: String,
    /// How to take a yes back.
    pub withdrawal: String,
    /// Who answers for the data.
    pub controller: String,
    /// The link to the privacy notice.
    pub privacy: String,
    /// Its address.
    pub privacy_url: String,
    /// The link to the form's own page.
    pub hosted: String,
    /// The way to say yes without typing a number; none where the business confirms nothing in WhatsApp.
    pub offer: Option<Offer>,
    /// After a recorded yes: the heading.
    pub success_heading: String,
    /// After a recorded yes: the sentence.
    pub success_text: String,
    /// After a recorded yes: what comes before the list.
    pub success_categories: String,
    /// After a recorded yes: the link to the receipt.
    pub receipt: String,
}

/// The way to say yes without typing a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The button.
    pub button: String,
    /// What is said of it.
    pub explanation: String,
    /// Where the form is posted to; none where a script does it.
    pub action: Option<String>,
}
