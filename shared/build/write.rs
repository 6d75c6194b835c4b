//! Writing what was checked as Rust: a static for each locale.

use std::fmt::Write;

use crate::check::{Fit, Locale};
use crate::schema::{CHECKER, EDITION, FORM, Group, OTHERS, PAGES};

/// The statics, and the functions that choose among them.
pub(crate) fn rust(locales: &[Locale]) -> String {
    let mut rust = String::new();
    let (mut of, mut checker) = (String::new(), String::new());
    for locale in locales {
        let variant = variant(&locale.code);
        let name = variant.to_uppercase();
        let editions = locale.editions.iter().map(|texts| literal(&EDITION, texts)).collect::<String>();
        let fields = |groups: &[(&str, Group)]| {
            let one = |(field, group): &(&str, Group)| {
                let texts = locale.groups.get(group.name).map(Vec::as_slice).unwrap_or_default();
                format!("{field}: {}", literal(group, texts))
            };
            groups.iter().map(one).collect::<String>()
        };
        // A String takes any text.
        let _ = write!(
            rust,
            "static {name}: Wording = Wording {{\nform: FormWording {{ editions: &[{editions}], {} }},\n\
             pages: PageWording {{ {} }},\n{} }};\n\
             static {name}_CHECKER: CheckerWording = CheckerWording {{\n{} }};\n",
            fields(FORM),
            fields(PAGES),
            fields(OTHERS),
            fields(CHECKER)
        );
        let _ = writeln!(of, "Locale::{variant} => &{name},");
        let _ = writeln!(checker, "Locale::{variant} => &{name}_CHECKER,");
    }
    let chosen = |name: &str, of: &str, arms: &str| {
        format!("pub(super) fn {name}(locale: Locale) -> &'static {of} {{\nmatch locale {{\n{arms}}}\n}}\n")
    };
    [rust, chosen("of", "Wording", &of), chosen("checker", "CheckerWording", &checker)].concat()
}

/// The variant of `Locale`: `PtBr` for `pt-BR`.
fn variant(code: &str) -> String {
    let mut variant = String::new();
    for part in code.split('-') {
        let mut letters = part.chars();
        variant.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        variant.extend(letters.map(|letter| letter.to_ascii_lowercase()));
    }
    variant
}

/// A group as a struct with its fields.
fn literal(group: &Group, texts: &[Fit]) -> String {
    let mut fields = String::new();
    for (text, fit) in group.texts.iter().zip(texts) {
        let value = match fit {
            Fit::Plain(text) => format!("{text:?}"),
            Fit::Locked { text, reviewed_by } => {
                format!("Locked {{ text: {text:?}, reviewed_by: Review::{} }}", variant(reviewed_by))
            }
            Fit::Counted { forms, form_of } => format!("Counted {{ forms: &{forms:?}, form_of: &{form_of:?} }}"),
        };
        let _ = writeln!(fields, "{}: {value},", text.field);
    }
    format!("{} {{\n{fields}}},\n", group.name)
}
