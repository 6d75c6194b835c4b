//! The words of the form: what a person reads before saying yes, and right after.

use super::{CapWords, Edition, FormErrors, FormLabels, Locked, Review};

/// The words of the form in one locale.
#[derive(Clone, Copy, Debug)]
pub struct FormWording {
    /// Every edition of the sentences that a yes rests on, oldest first; the last one is used for new notices.
    ///
    /// An edition that was ever released is never edited or removed: notices made from it are kept for ever and are
    /// checked against it when they are read. To change a sentence, append an edition.
    pub editions: &'static [Edition],
    /// Labels that explain the form and carry no promise.
    pub labels: FormLabels,
    /// What stands beside a field, or above the form, when something is wrong.
    pub errors: FormErrors,
    /// Frequencies worded from a cap.
    pub caps: CapWords,
}

impl FormWording {
    /// The edition that new notices are made from.
    ///
    /// # Panics
    /// Never: the build refuses a locale without an edition.
    #[expect(clippy::expect_used, reason = "the section above says why it cannot fail")]
    pub fn edition(&self) -> &'static Edition {
        self.editions.last().expect("every locale has an edition")
    }
}

impl Edition {
    /// The five locked sentences.
    pub fn locked(&self) -> [Locked; 5] {
        [self.statement, self.not_a_condition, self.withdrawal, self.controller, self.privacy]
    }

    /// Who has reviewed all of the locked sentences: what the least reviewed one says.
    pub fn reviewed_by(&self) -> Review {
        self.locked().map(|sentence| sentence.reviewed_by).into_iter().min().unwrap_or(Review::None)
    }
}
