//! The presets in English.

use super::{Preset, PresetText};

/// What `preset` says.
pub(super) fn text(preset: Preset) -> PresetText {
    let (title, value, frequency) = match preset {
        Preset::OrderUpdates => (
            "News about your order",
            "Hear when your order is confirmed, sent and delivered.",
            Some("At most one message for each step of an order"),
        ),
        Preset::BackInStock => (
            "Back in stock",
            "Hear as soon as a product you are waiting for can be bought again.",
            Some("At most one message for each product you are waiting for"),
        ),
        Preset::ProductRecommendations => {
            ("Picked for you", "Suggestions that go well with what you bought recently.", None)
        }
        Preset::RelevantOffers => ("Offers and campaigns", "Be among the first to hear about good offers.", None),
        Preset::AbandonedCart => {
            ("Your forgotten basket", "A reminder if you put something in the basket and did not buy it.", None)
        }
        Preset::ProductUpdates => {
            ("News about your products", "Good advice and news about products you have or follow.", None)
        }
        Preset::RenewalReminders => {
            ("Renewals and upgrades", "A reminder in good time before something runs out or can be upgraded.", None)
        }
        Preset::UsefulAlerts => {
            ("Useful alerts", "A message when something happens that you have asked to hear about.", None)
        }
        Preset::AppointmentReminders => (
            "Your appointments",
            "Confirmation, reminder and changes when you have booked a time or a table.",
            Some("At most three messages for each appointment, and one for each change"),
        ),
    };
    PresetText { title, value, frequency }
}
