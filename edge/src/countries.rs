//! The list of all countries that the form's selector gets once it can be ticked: one text a language, made once an
//! isolate, under an address that names its content.
//!
//! It is not in the first response, where it would be a quarter of all bytes.

use core::cell::RefCell;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::rc::Rc;

use jatak_shared::country::Country;
use jatak_shared::id::Digest32;
use jatak_shared::locale::Locale;

use crate::pack::Packed;

/// Where the lists are; after it come a hash and a locale.
const UNDER: &str = "/phone/countries";

/// How much of the hash stands in the address: 64 bits. Nobody but this build brings a list in.
const HASH: usize = 16;

/// The countries in one language.
pub struct List {
    /// Its path on this edge.
    pub path: String,
    /// A line for each, in the order of the language, as `widget/phone/countries.js` reads it: the code, `+` for the main
    /// country of its calling code or `-`, that code, a space, the name.
    pub text: String,
    /// Its packed forms.
    pub packed: Packed,
}

thread_local! {
    static LISTS: RefCell<HashMap<Locale, Rc<List>>> = RefCell::default();
}

/// The list in this language.
pub fn list(locale: Locale) -> Rc<List> {
    LISTS.with_borrow_mut(|lists| Rc::clone(lists.entry(locale).or_insert_with(|| Rc::new(List::of(locale)))))
}

impl List {
    fn of(locale: Locale) -> Self {
        let mut text = String::new();
        for (country, name) in Country::by_name(locale) {
            let main = if country.is_main() { '+' } else { '-' };
            // Writing into a string does not fail.
            let _ = writeln!(text, "{country}{main}{} {name}", country.calling_code());
        }
        let hash = Digest32::of(text.as_bytes()).to_string();
        Self { path: format!("{UNDER}/{}/{locale}", &hash[..HASH]), text, packed: Packed::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_every_country_in_the_order_of_its_language_and_an_address_of_its_own() {
        for locale in Locale::ALL.iter().copied() {
            let list = list(locale);
            let names = Country::by_name(locale).map(|(_, name)| name);
            let listed = list.text.lines().map(|line| line.split_once(' ').map_or("", |(_, name)| name));
            assert!(listed.eq(names), "{locale}");
            assert!(list.path.ends_with(&format!("/{locale}")) && list.path.len() < 50, "{}", list.path);
        }
        assert!(list(Locale::Da).text.contains("DK+45 Danmark\n"));
        assert!(list(Locale::En).text.contains("JM-1 Jamaica\n"));
    }
}
