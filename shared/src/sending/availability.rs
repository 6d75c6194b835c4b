//! Availability: where WhatsApp carries messages of a class at all. Rules come and go, so they are data with dates and
//! sources, in one file (`shared/data/availability.json`), and the operator may choose and correct them.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::Whereabouts;
use crate::category::Class;
use crate::country::Country;
use crate::time::Timestamp;

/// The set that counts where the operator names none.
const CURRENT: &str = "current";

/// The longest text that is read: every country twice, and room for habits.
const MAX_LEN: usize = 8 * 1024;

/// Which rules count, and for which countries the operator knows better.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Availability {
    rules: Vec<Rule>,
    /// Countries to whose numbers no rule applies.
    allow: BTreeSet<Country>,
    /// Countries to whose numbers no marketing goes.
    deny: BTreeSet<Country>,
}

/// One rule of a set. What it is and where it is known from stands beside it, for people.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rule {
    #[serde(rename = "what")]
    _what: String,
    #[serde(rename = "source")]
    _source: String,
    /// From when on; a rule whose source names no day counts at any time.
    since: Option<Timestamp>,
    /// Which messages it is about.
    classes: Vec<Class>,
    /// Nothing goes to numbers in these countries.
    #[serde(default)]
    number_in: BTreeSet<Country>,
    /// Nothing is sent by businesses of other countries than these.
    business_outside: Option<BTreeSet<Country>>,
}

/// The file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "written")]
    _written: String,
    sets: BTreeMap<String, Vec<Rule>>,
}

/// What an operator says beside the name of a set.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corrected {
    #[serde(default = "current")]
    set: String,
    #[serde(default)]
    allow: BTreeSet<Country>,
    #[serde(default)]
    deny: BTreeSet<Country>,
}

fn current() -> String {
    CURRENT.to_owned()
}

/// A text that says no availability.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "must be current, launch-2021, or an object such as {{\"set\":\"current\",\"allow\":[\"PR\"],\"deny\":[\"UA\"]}} with \
     countries as ISO 3166-1 says, none of them in both lists"
)]
pub struct NotAnAvailability;

impl Availability {
    /// Reads what an operator configures: the name of a set, or a JSON object that names one (`current` where it names
    /// none) with the countries whose numbers no rule of it applies to, and others that get no marketing.
    pub fn parse(text: &str) -> Result<Self, NotAnAvailability> {
        let corrected = if text.trim_start().starts_with('{') && text.len() <= MAX_LEN {
            serde_json::from_str(text).map_err(|_| NotAnAvailability)?
        } else {
            Corrected { set: text.to_owned(), allow: BTreeSet::new(), deny: BTreeSet::new() }
        };
        let Corrected { set, allow, deny } = corrected;
        let rules = sets().remove(&set).ok_or(NotAnAvailability)?;
        if allow.is_disjoint(&deny) { Ok(Self { rules, allow, deny }) } else { Err(NotAnAvailability) }
    }

    /// Whether messages of this class reach that person, sent by a business of that country. A number that may be in
    /// several countries must be reached in all of them.
    pub(super) fn reaches(&self, class: Class, business: Country, person: &Whereabouts, now: Timestamp) -> bool {
        let places = person.countries();
        let allowed = |place: &Country| self.allow.contains(place);
        let denied = |place: &Country| class == Class::Marketing && self.deny.contains(place);
        let holds = |rule: &&Rule| rule.classes.contains(&class) && rule.since.is_none_or(|since| since <= now);
        let against = |rule: &Rule| {
            let outside = rule.business_outside.as_ref().is_some_and(|inside| !inside.contains(&business));
            let excepted = !places.is_empty() && places.iter().all(allowed);
            (outside && !excepted) || places.iter().any(|place| rule.number_in.contains(place) && !allowed(place))
        };
        !places.iter().any(denied) && !self.rules.iter().filter(holds).any(against)
    }

    /// When the next rule begins to count, after `now`; `None` where none is known of.
    pub(super) fn next_change(&self, now: Timestamp) -> Option<Timestamp> {
        self.rules.iter().filter_map(|rule| rule.since).filter(|since| *since > now).min()
    }
}

impl Default for Availability {
    fn default() -> Self {
        let rules = sets().remove(CURRENT).unwrap_or_default();
        Self { rules, allow: BTreeSet::new(), deny: BTreeSet::new() }
    }
}

/// Every set by its name.
#[expect(clippy::expect_used, reason = "the file is part of the program, and every test here reads it")]
fn sets() -> BTreeMap<String, Vec<Rule>> {
    let file: File =
        serde_json::from_str(include_str!("../../data/availability.json")).expect("availability.json is fit");
    file.sets
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn reaches(availability: &Availability, class: Class, business: &str, number: &str, now: &str) -> bool {
        let person = Whereabouts::of_number(&number.parse().unwrap());
        availability.reaches(class, business.parse().unwrap(), &person, at(now))
    }

    const NOW: &str = "2026-11-22T11:00:00.000Z";

    #[test]
    fn today_no_marketing_reaches_the_united_states_and_four_others() {
        let current = Availability::default();
        for (number, reached) in [
            ("+12025550123", false),
            ("+17875550123", false),
            ("+14165550123", true),
            ("+18765550123", true),
            ("+5351234567", false),
            ("+989121234567", false),
            ("+8501921234567", false),
            ("+963912345678", false),
            ("+380501234567", true),
            ("+4520123456", true),
        ] {
            assert_eq!(reaches(&current, Class::Marketing, "DK", number, NOW), reached, "{number}");
            assert!(reaches(&current, Class::Utility, "DK", number, NOW), "{number}");
            assert!(reaches(&current, Class::Authentication, "DK", number, NOW), "{number}");
        }
    }

    #[test]
    fn a_rule_counts_from_its_day_on() {
        let current = Availability::default();
        let reaches = |now| reaches(&current, Class::Marketing, "DK", "+12025550123", now);
        assert!(reaches("2025-03-31T23:59:59.999Z"));
        assert!(!reaches("2025-04-01T00:00:00.000Z"));
        let first = at("2025-04-01T00:00:00.000Z");
        assert_eq!(current.next_change(at("2025-03-31T23:59:59.999Z")), Some(first));
        assert_eq!(current.next_change(first), None);
    }

    #[test]
    fn at_the_launch_only_businesses_of_twenty_countries_might_send_marketing() {
        let launch = Availability::parse("launch-2021").unwrap();
        let twenty = "ID MX SG MY ZA AE RU SA IL GB NL ES IT DE NG EG BR CO JM US";
        for country in Country::all() {
            let one_of_them = twenty.split(' ').any(|code| code == country.code());
            assert_eq!(
                reaches(&launch, Class::Marketing, country.code(), "+12025550123", NOW),
                one_of_them,
                "{country}"
            );
            assert!(reaches(&launch, Class::Utility, country.code(), "+12025550123", NOW), "{country}");
        }
        assert_eq!(twenty.split(' ').count(), 20);
    }

    #[test]
    fn an_operator_may_know_better() {
        let corrected = Availability::parse(r#"{"allow":["PR"],"deny":["UA"]}"#).unwrap();
        for (number, reached) in [("+17875550123", true), ("+380501234567", false), ("+12025550123", false)] {
            assert_eq!(reaches(&corrected, Class::Marketing, "DK", number, NOW), reached, "{number}");
        }
        assert!(reaches(&corrected, Class::Utility, "DK", "+380501234567", NOW));
        let launch = Availability::parse(r#"{"set":"launch-2021","allow":["DK"]}"#).unwrap();
        assert!(reaches(&launch, Class::Marketing, "DK", "+4520123456", NOW));
        assert!(!reaches(&launch, Class::Marketing, "DK", "+4915123456789", NOW));
    }

    #[test]
    fn another_text_is_no_availability() {
        assert_eq!(Availability::parse("current"), Ok(Availability::default()));
        for text in [
            "",
            "Current",
            "launch",
            "{}x",
            r#"{"set":"next"}"#,
            r#"{"allow":["uk"]}"#,
            r#"{"allow":["UA"],"deny":["UA"]}"#,
            r#"{"also":["UA"]}"#,
        ] {
            assert_eq!(Availability::parse(text), Err(NotAnAvailability), "{text}");
        }
    }
}
