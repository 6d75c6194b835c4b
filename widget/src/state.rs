//! What the form is doing: a plain struct that the views follow, in the browser and in native tests.

/// What can be wrong, as far as the form tells apart. The names are those of the notice's texts and of the edge's
/// problem codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ErrorCode {
    /// Nothing is ticked.
    CategoryNone,
    /// No number was typed.
    NumberMissing,
    /// The number cannot exist in its country.
    NumberImpossible,
    /// The text was replaced, and the new one could not be fetched.
    NoticeOutdated,
    /// Too many submissions.
    RateLimited,
    /// The browser is not connected.
    Offline,
    /// No answer, or one that says "not now".
    Unavailable,
    /// Any other refusal.
    Refused,
}

impl ErrorCode {
    /// Every code, in the order in which [`crate::model::Labels`] keeps their texts.
    pub const ALL: [Self; 8] = [
        Self::CategoryNone,
        Self::NumberMissing,
        Self::NumberImpossible,
        Self::NoticeOutdated,
        Self::RateLimited,
        Self::Offline,
        Self::Unavailable,
        Self::Refused,
    ];

    /// Its name on the wire.
    pub fn code(self) -> &'static str {
        match self {
            Self::CategoryNone => "category_none",
            Self::NumberMissing => "number_missing",
            Self::NumberImpossible => "number_impossible",
            Self::NoticeOutdated => "notice_outdated",
            Self::RateLimited => "rate_limited",
            Self::Offline => "offline",
            Self::Unavailable => "unavailable",
            Self::Refused => "refused",
        }
    }

    /// The code of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }

    /// Where its text stands.
    pub fn place(self) -> Place {
        match self {
            Self::CategoryNone => Place::Category,
            Self::NumberMissing | Self::NumberImpossible => Place::Phone,
            _ => Place::Form,
        }
    }

    /// What the answer of a refused or failed submission means; status 0 stands for no answer at all.
    pub fn of_answer(status: u16, code: &str, online: bool) -> Self {
        match status {
            0 if !online => Self::Offline,
            429 => Self::RateLimited,
            0 | 500.. => Self::Unavailable,
            _ => Self::from_code(code).unwrap_or(Self::Refused),
        }
    }

    /// Whether pressing the button once more may help, with nothing changed.
    pub fn may_be_tried_again(self) -> bool {
        matches!(self, Self::RateLimited | Self::Offline | Self::Unavailable)
    }
}

/// A place for an error: beside what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The boxes.
    Category,
    /// The number and its country.
    Phone,
    /// The form as a whole.
    Form,
}

impl Place {
    /// Its name in markup and events.
    pub fn name(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Phone => "phone",
            Self::Form => "form",
        }
    }
}

/// A recorded submission, as far as the shopper is shown it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The categories said yes to.
    pub categories: Vec<String>,
    /// The number with all but its end hidden.
    pub masked: String,
    /// The address of the receipt.
    pub receipt_url: String,
}

/// What the form is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormState {
    /// A submission is in flight.
    pub sending: bool,
    /// What is wrong: at most one code for each place, in the order of the form.
    pub errors: Vec<ErrorCode>,
    /// The plain form was posted instead, so the link to the form's own page is shown.
    pub posted: bool,
    /// The submission is recorded.
    pub answer: Option<Answer>,
}

impl FormState {
    /// The button was pressed. Something is to be sent when `sending` came out of this as true; otherwise `errors` say
    /// what is missing. Not to be called while `sending`.
    pub fn submit(&mut self, nothing_ticked: bool, phone: &str) {
        self.errors.clear();
        if nothing_ticked {
            self.errors.push(ErrorCode::CategoryNone);
        }
        if phone.trim().is_empty() {
            self.errors.push(ErrorCode::NumberMissing);
        }
        self.sending = self.errors.is_empty();
    }

    /// The submission was refused, or got no answer.
    pub fn fail(&mut self, code: ErrorCode) {
        self.sending = false;
        self.errors = vec![code];
    }

    /// The submission left by the plain form.
    pub fn post(&mut self) {
        *self = Self { posted: true, ..Self::default() };
    }

    /// The submission is recorded.
    pub fn record(&mut self, answer: Answer) {
        *self = Self { answer: Some(answer), ..Self::default() };
    }

    /// The shopper changed what `place` is about: its error has had its say. The one about the form as a whole goes too,
    /// since it was about what was sent before.
    pub fn edit(&mut self, place: Place) {
        self.errors.retain(|error| error.place() != place && error.place() != Place::Form);
    }

    /// The error at `place`.
    pub fn error(&self, place: Place) -> Option<ErrorCode> {
        self.errors.iter().copied().find(|error| error.place() == place)
    }

    /// Where the reader is taken first.
    pub fn first_error(&self) -> Option<Place> {
        self.errors.first().map(|error| error.place())
    }

    /// What the button says.
    pub fn button(&self) -> Button {
        if self.sending {
            Button::Sending
        } else if self.errors.iter().any(|error| error.may_be_tried_again()) {
            Button::Retry
        } else {
            Button::Submit
        }
    }

    /// Whether the category is among those said yes to.
    pub fn agreed(&self, category: &str) -> bool {
        self.answer.as_ref().is_some_and(|answer| answer.categories.iter().any(|id| id == category))
    }
}

/// What the button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// The yes itself.
    Submit,
    /// On its way.
    Sending,
    /// The same once more.
    Retry,
}

#[cfg(test)]
mod tests;
