//! Presets: the use cases that every shop knows, worded once and well, so that a business need only name them.

use core::fmt;
use core::str::FromStr;

use serde::{Serialize, Serializer};

use crate::category::{Cap, Class, Period};
use crate::locale::Locale;
use crate::wording;

/// A use case that comes worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Preset {
    /// What becomes of an order.
    OrderUpdates,
    /// A product the person waits for can be had again.
    BackInStock,
    /// Products that go with recent purchases.
    ProductRecommendations,
    /// Offers and campaigns.
    RelevantOffers,
    /// A basket was left behind.
    AbandonedCart,
    /// News of products the person has.
    ProductUpdates,
    /// Time to renew or upgrade.
    RenewalReminders,
    /// Alerts that the person chose.
    UsefulAlerts,
    /// Appointments and reservations.
    AppointmentReminders,
}

/// What a preset says in one locale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PresetText {
    /// What the box is called.
    pub title: &'static str,
    /// What the person gets out of it.
    pub value: &'static str,
    /// How often at most, for a preset that counts by occasion; one with a cap is worded from the cap.
    pub frequency: Option<&'static str>,
}

/// A text that names no preset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "must be a preset: order_updates, back_in_stock, product_recommendations, relevant_offers, abandoned_cart, \
     product_updates, renewal_reminders, useful_alerts or appointment_reminders"
)]
pub struct NotAPreset;

impl Preset {
    /// All nine, in the order they are shown to someone who chooses among them.
    pub const ALL: [Self; 9] = [
        Self::OrderUpdates,
        Self::BackInStock,
        Self::ProductRecommendations,
        Self::RelevantOffers,
        Self::AbandonedCart,
        Self::ProductUpdates,
        Self::RenewalReminders,
        Self::UsefulAlerts,
        Self::AppointmentReminders,
    ];

    /// The name in settings; also a good category id.
    pub fn id(self) -> &'static str {
        match self {
            Self::OrderUpdates => "order_updates",
            Self::BackInStock => "back_in_stock",
            Self::ProductRecommendations => "product_recommendations",
            Self::RelevantOffers => "relevant_offers",
            Self::AbandonedCart => "abandoned_cart",
            Self::ProductUpdates => "product_updates",
            Self::RenewalReminders => "renewal_reminders",
            Self::UsefulAlerts => "useful_alerts",
            Self::AppointmentReminders => "appointment_reminders",
        }
    }

    /// The WhatsApp class. Utility only where a message follows from something the person did (ordered, booked);
    /// WhatsApp files what is mixed or unclear as marketing, and so do we: an alert may well promote.
    pub fn class(self) -> Class {
        match self {
            Self::OrderUpdates | Self::AppointmentReminders => Class::Utility,
            Self::BackInStock
            | Self::ProductRecommendations
            | Self::RelevantOffers
            | Self::AbandonedCart
            | Self::ProductUpdates
            | Self::RenewalReminders
            | Self::UsefulAlerts => Class::Marketing,
        }
    }

    /// The cap unless a business states another. None where messages are counted by occasion (an order, a product
    /// waited for, an appointment), since a number per week would be wrong for someone who orders daily.
    ///
    /// The numbers are modest on purpose: WhatsApp asks senders not to send too many and limits those people block.
    /// Offers weekly, suggestions and reminders a few a month, alerts daily since the person chose what to hear.
    pub fn cap(self) -> Option<Cap> {
        match self {
            Self::OrderUpdates | Self::BackInStock | Self::AppointmentReminders => None,
            Self::RelevantOffers | Self::AbandonedCart => Some(const { Cap::known(1, Period::Week) }),
            Self::ProductRecommendations | Self::ProductUpdates | Self::RenewalReminders => {
                Some(const { Cap::known(2, Period::Month) })
            }
            Self::UsefulAlerts => Some(const { Cap::known(1, Period::Day) }),
        }
    }

    /// Its texts in `locale`.
    pub fn text(self, locale: Locale) -> PresetText {
        let words = &wording::of(locale).presets;
        let (title, value, frequency) = match self {
            Self::OrderUpdates => {
                (words.order_updates_title, words.order_updates_value, Some(words.order_updates_frequency))
            }
            Self::BackInStock => {
                (words.back_in_stock_title, words.back_in_stock_value, Some(words.back_in_stock_frequency))
            }
            Self::ProductRecommendations => {
                (words.product_recommendations_title, words.product_recommendations_value, None)
            }
            Self::RelevantOffers => (words.relevant_offers_title, words.relevant_offers_value, None),
            Self::AbandonedCart => (words.abandoned_cart_title, words.abandoned_cart_value, None),
            Self::ProductUpdates => (words.product_updates_title, words.product_updates_value, None),
            Self::RenewalReminders => (words.renewal_reminders_title, words.renewal_reminders_value, None),
            Self::UsefulAlerts => (words.useful_alerts_title, words.useful_alerts_value, None),
            Self::AppointmentReminders => (
                words.appointment_reminders_title,
                words.appointment_reminders_value,
                Some(words.appointment_reminders_frequency),
            ),
        };
        PresetText { title, value, frequency }
    }
}

impl fmt::Display for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl FromStr for Preset {
    type Err = NotAPreset;

    fn from_str(text: &str) -> Result<Self, NotAPreset> {
        Self::ALL.into_iter().find(|preset| preset.id() == text).ok_or(NotAPreset)
    }
}

impl Serialize for Preset {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;
    use crate::category::CategoryId;
    use crate::text;

    #[test]
    fn only_what_follows_from_an_act_of_the_person_is_utility() {
        let utility: Vec<_> = Preset::ALL.into_iter().filter(|preset| preset.class() == Class::Utility).collect();
        assert_eq!(utility, [Preset::OrderUpdates, Preset::AppointmentReminders]);
        assert!(Preset::ALL.iter().all(|preset| preset.class() != Class::Authentication));
    }

    #[test]
    fn each_preset_names_itself_and_is_a_category_id() {
        for preset in Preset::ALL {
            assert_eq!(preset.id().parse(), Ok(preset));
            assert_eq!(preset.id().parse::<CategoryId>().unwrap().as_str(), preset.id());
            assert!(NotAPreset.to_string().contains(preset.id()), "{preset} is missing from the refusal");
        }
        assert!("orders".parse::<Preset>().is_err());
    }

    #[test]
    fn each_preset_is_worded_in_each_locale_and_says_how_often_in_one_way() {
        for preset in Preset::ALL {
            for &locale in Locale::ALL {
                let words = preset.text(locale);
                for (part, max) in [(words.title, 80), (words.value, 200)] {
                    assert_eq!(text::line(part, max).unwrap(), part, "{preset} {locale}");
                }
                assert_eq!(words.frequency.is_some(), preset.cap().is_none(), "{preset} {locale}");
                if let Some(frequency) = words.frequency {
                    assert_eq!(text::line(frequency, 120).unwrap(), frequency);
                }
            }
        }
    }
}
