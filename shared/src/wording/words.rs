//! What a text is, and the macro that declares a group of them.

use serde::Serialize;

/// A sentence that is the same for every business, and who has read it besides its author.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Locked {
    /// The template.
    pub text: &'static str,
    /// Who has reviewed it.
    pub reviewed_by: Review,
}

/// Who has reviewed a legal sentence, the least first. Said as it is: `none` until somebody has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Review {
    /// Nobody.
    None,
    /// Somebody whose first language it is.
    Speaker,
    /// A lawyer who works in that language.
    Lawyer,
}

impl Review {
    /// The word for it in a locale's file, in answers and in README.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Speaker => "speaker",
            Self::Lawyer => "lawyer",
        }
    }
}

/// A text that has several forms in languages that count so. Which number takes which form was looked up in CLDR while
/// compiling, so that nothing of its rules is carried along.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Counted {
    /// The forms, that of `[other]` last.
    pub(super) forms: &'static [&'static str],
    /// For each number from 0 the place of its form; empty where there is one form.
    pub(super) form_of: &'static [u8],
}

impl Counted {
    /// The form for `number`.
    pub fn of(&self, number: u16) -> &'static str {
        let place = self.form_of.get(usize::from(number)).map(|&place| usize::from(place));
        place.and_then(|place| self.forms.get(place)).or(self.forms.last()).copied().unwrap_or_default()
    }
}

/// A struct of texts: the beginning of their ids in the locales' files, then each field with its kind (a plain text
/// where none stands) and its slots. The build script reads the same declarations, with a macro of its own, and holds the files
/// to them.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident $prefix:literal {
        $($(#[$field_doc:meta])* $field:ident $(: $kind:ident)? [$($slot:ident)*],)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: words!(@type $($kind)?),)+
        }

        #[cfg(test)]
        impl $name {
            /// Shows every form of every text with its name.
            pub(crate) fn each(&self, see: &mut dyn FnMut(&'static str, &'static str)) {
                $(for text in $crate::wording::words::Forms::forms(&self.$field) {
                    see(concat!(stringify!($name), ".", stringify!($field)), text);
                })+
            }
        }
    };
    (@type) => { &'static str };
    (@type $kind:ident) => { $crate::wording::$kind };
}

/// All the forms that a text has.
#[cfg(test)]
pub(crate) trait Forms {
    fn forms(&self) -> Vec<&'static str>;
}

#[cfg(test)]
impl Forms for &'static str {
    fn forms(&self) -> Vec<&'static str> {
        vec![self]
    }
}

#[cfg(test)]
impl Forms for Locked {
    fn forms(&self) -> Vec<&'static str> {
        vec![self.text]
    }
}

#[cfg(test)]
impl Forms for Counted {
    fn forms(&self) -> Vec<&'static str> {
        self.forms.to_vec()
    }
}
