//! What a template's quick-reply button means: the business puts the payload there, the shopper only presses.

use crate::category::CategoryId;
use crate::decide::Scope;

/// The payload that says no to everything, after [`PREFIX`].
const ALL: &str = "all";

/// What every payload of ours begins with.
const PREFIX: &str = "optout:";

/// How far the no of a button with this payload goes: `optout:order_updates` one category, `optout:all` everything.
/// `None` for whatever a business uses its other buttons for.
///
/// `all` is never a category here, not even of a business that has one called so: in doubt a no is the greater one.
pub fn scope(payload: &str) -> Option<Scope> {
    let what = payload.trim().strip_prefix(PREFIX)?;
    if what == ALL {
        return Some(Scope::Everything);
    }
    what.parse::<CategoryId>().ok().map(|category| Scope::Categories(vec![category]))
}

/// The payload that [`scope`] reads back; `None` for several categories, since a button has one meaning.
pub fn payload(scope: &Scope) -> Option<String> {
    match scope {
        Scope::Everything => Some(format!("{PREFIX}{ALL}")),
        Scope::Categories(categories) => match categories.as_slice() {
            [category] if category.as_str() != ALL => Some(format!("{PREFIX}{category}")),
            _ => None,
        },
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_button_says_no_to_one_category_or_to_everything() {
        let orders = Scope::Categories(vec!["order_updates".parse().unwrap()]);
        assert_eq!(scope("optout:order_updates"), Some(orders));
        assert_eq!(scope("optout:all"), Some(Scope::Everything));
        assert_eq!(scope(" optout:all\n"), Some(Scope::Everything));
    }

    #[test]
    fn other_buttons_say_no_to_nothing() {
        for payload in [
            "",
            "optout",
            "optout:",
            "optout: all",
            "optout:ALL",
            "OPTOUT:all",
            "optin:all",
            "stop",
            "optout:order updates",
            "optout:order_updates,back_in_stock",
            "xoptout:all",
        ] {
            assert_eq!(scope(payload), None, "{payload:?}");
        }
    }

    #[test]
    fn no_button_means_several_categories_or_one_called_all() {
        let categories = |ids: &[&str]| Scope::Categories(ids.iter().map(|id| id.parse().unwrap()).collect());
        assert_eq!(payload(&categories(&[])), None);
        assert_eq!(payload(&categories(&["orders", "offers"])), None);
        assert_eq!(payload(&categories(&["all"])), None);
    }

    proptest! {
        #[test]
        fn a_payload_reads_back(id in "[a-z][a-z0-9_]{1,39}") {
            prop_assume!(id != ALL);
            let one = Scope::Categories(vec![id.parse().unwrap()]);
            prop_assert_eq!(scope(&payload(&one).unwrap()), Some(one));
            prop_assert_eq!(scope(&payload(&Scope::Everything).unwrap()), Some(Scope::Everything));
        }

        #[test]
        fn no_text_makes_reading_panic(text in any::<String>(), rest in any::<String>()) {
            let _ = scope(&text);
            if let Some(scope) = scope(&format!("{PREFIX}{rest}")) {
                let printed = payload(&scope);
                prop_assert_eq!(printed, Some(format!("optout:{}", rest.trim_end())));
            }
        }
    }
}
