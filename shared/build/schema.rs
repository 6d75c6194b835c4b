//! Which texts there are: the declarations of `src/wording/groups`, read with a macro that keeps what they say as values.

#![allow(unreachable_pub, reason = "the declarations are public, as they must be in the library")]

/// How a text is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One template.
    Plain,
    /// One template, and who has reviewed it.
    Locked,
    /// A template for each form that the language has for numbers.
    Counted,
}

/// A text of a group.
#[derive(Clone, Copy, Debug)]
pub struct Text {
    /// The field's name.
    pub field: &'static str,
    /// How it is kept.
    pub kind: Kind,
    /// The placeholders, each of which stands in it once.
    pub slots: &'static [&'static str],
}

/// A group of texts: a struct in `wording`.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// The struct's name.
    pub name: &'static str,
    /// What its texts' ids begin with.
    pub prefix: &'static str,
    /// Its texts, in order.
    pub texts: &'static [Text],
}

impl Text {
    /// Its id in the files, in a group whose ids begin with `prefix`: `form-success-categories`.
    pub(crate) fn id(&self, prefix: &str) -> String {
        format!("{prefix}-{}", self.field.replace('_', "-"))
    }
}

/// The same declarations that `src/wording/words.rs` makes structs of, as values.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident $prefix:literal {
        $($(#[$field_doc:meta])* $field:ident $(: $kind:ident)? [$($slot:ident)*],)+
    }) => {
        #[allow(non_upper_case_globals, reason = "it is called as the struct is")]
        pub const $name: $crate::schema::Group = $crate::schema::Group {
            name: stringify!($name),
            prefix: $prefix,
            texts: &[$($crate::schema::Text {
                field: stringify!($field),
                kind: words!(@kind $($kind)?),
                slots: &[$(stringify!($slot)),*],
            }),+],
        };
    };
    (@kind) => { $crate::schema::Kind::Plain };
    (@kind $kind:ident) => { $crate::schema::Kind::$kind };
}

#[path = "../src/wording/groups/mod.rs"]
mod groups;

/// The sentences that a yes rests on. A language has one or more editions of them: `edition-1-…`, `edition-2-…`.
pub(crate) const EDITION: Group = groups::Edition;

/// The groups of the form, by field of `FormWording`. A field that is left out here does not compile there.
pub(crate) const FORM: &[(&str, Group)] =
    &[("labels", groups::FormLabels), ("errors", groups::FormErrors), ("caps", groups::CapWords)];

/// The groups of the pages, by field of `PageWording`.
pub(crate) const PAGES: &[(&str, Group)] = &[
    ("common", groups::CommonWords),
    ("states", groups::StateWords),
    ("hosted", groups::HostedWords),
    ("receipt", groups::ReceiptWords),
    ("choices", groups::ChoicesWords),
    ("confirm", groups::ConfirmWords),
    ("not_found", groups::NotFoundWords),
    ("error", groups::ErrorWords),
    ("export", groups::ExportWords),
    ("statistics", groups::StatisticsWords),
    ("embed", groups::EmbedWords),
];

/// The groups of the page that checks files, by field of `CheckerWording`.
pub(crate) const CHECKER: &[(&str, Group)] = &[("verify", groups::VerifyWords), ("faults", groups::FaultWords)];

/// The groups that stand by themselves, by field of `Wording`.
pub(crate) const OTHERS: &[(&str, Group)] =
    &[("months", groups::MonthWords), ("whatsapp", groups::WhatsappWords), ("presets", groups::PresetWords)];
