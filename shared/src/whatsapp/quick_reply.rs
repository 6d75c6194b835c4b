//! What a tap on a button or a line of a list means: the business made it, the shopper only presses.

use super::said::{Said, said};
use crate::category::CategoryId;
use crate::decide::Scope;

/// The payload that says no to everything, after [`PREFIX`].
const ALL: &str = "all";

/// What every payload of ours begins with.
const PREFIX: &str = "optout:";

/// What a tap says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tap<'a> {
    /// No, so far.
    No(Scope),
    /// No, by a payload that begins as ours do and names nothing that there can be: `optout:ALL`, `optout:`.
    Unreadable,
    /// Perhaps no: whoever tapped read a word for stop, or nearly one, or the business calls the button so. What it does is the
    /// business's to know, since it gave the button a payload: `Cancel` may be about an appointment.
    Perhaps(&'a str),
    /// Nothing of the kind.
    Nothing,
}

/// What a tap says on a button that has this payload and showed this label.
pub fn tap<'a>(payload: &'a str, label: Option<&'a str>) -> Tap<'a> {
    if let Some(scope) = scope(payload) {
        return Tap::No(scope);
    }
    if payload.trim().get(..PREFIX.len()).is_some_and(|start| start.eq_ignore_ascii_case(PREFIX)) {
        return Tap::Unreadable;
    }
    let no = |text: &&str| matches!(said(text), Said::Stop | Said::NearStop);
    label.into_iter().chain([payload]).find(no).map_or(Tap::Nothing, Tap::Perhaps)
}

/// How far the no of a button with this payload goes: `optout:order_updates` one category, `optout:all` everything.
/// `None` for whatever a business uses its other buttons for.
///
/// `all` is never a category here, not even of a business that has one called so: in doubt a no is the greater one.
fn scope(payload: &str) -> Option<Scope> {
    let what = payload.trim().strip_prefix(PREFIX)?;
    if what == ALL {
        return Some(Scope::Everything);
    }
    what.parse::<CategoryId>().ok().map(|category| Scope::Categories(vec![category]))
}

/// The payload that [`tap`] reads back; `None` for several categories, since a button has one meaning.
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
    fn what_begins_as_ours_and_cannot_be_read_is_not_nothing() {
        for payload in ["optout:", "optout: all", "optout:ALL", "OPTOUT:all", " Optout:orders", "optout:a,b"] {
            assert_eq!(tap(payload, Some("No more of these")), Tap::Unreadable, "{payload:?}");
        }
        assert_eq!(tap("optin:all", None), Tap::Nothing);
        assert_eq!(tap("ästhetik", None), Tap::Nothing, "cut between characters only");
    }

    #[test]
    fn a_word_for_stop_on_a_button_that_does_something_else_is_perhaps_a_no() {
        assert_eq!(tap("promo_7", Some("Stop promotions")), Tap::Perhaps("Stop promotions"));
        assert_eq!(tap("appointment_cancel", Some("Cancel")), Tap::Perhaps("Cancel"));
        assert_eq!(tap("unsubscribe", Some("No, that is enough")), Tap::Perhaps("unsubscribe"));
        assert_eq!(tap("unsubscribe", None), Tap::Perhaps("unsubscribe"));
        assert_eq!(tap("track_7", Some("Where is my parcel?")), Tap::Nothing);
        assert_eq!(tap("optout:all", Some("Stop")), Tap::No(Scope::Everything));
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
            let _ = tap(&text, Some(&rest));
            if let Some(scope) = scope(&format!("{PREFIX}{rest}")) {
                let printed = payload(&scope);
                prop_assert_eq!(printed, Some(format!("optout:{}", rest.trim_end())));
            }
        }
    }
}
