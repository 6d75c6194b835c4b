//! The presets.

words! {
    /// Presets: kinds of message that come worded. A frequency stands where messages are counted by occasion; the others
    /// are worded from their cap.
    PresetWords "preset" {
        /// What becomes of an order: what the box is called.
        order_updates_title [],
        /// What the person gets out of it.
        order_updates_value [],
        /// How often at most.
        order_updates_frequency [],
        /// A product the person waits for can be had again: what the box is called.
        back_in_stock_title [],
        /// What the person gets out of it.
        back_in_stock_value [],
        /// How often at most.
        back_in_stock_frequency [],
        /// Products that go with recent purchases: what the box is called.
        product_recommendations_title [],
        /// What the person gets out of it.
        product_recommendations_value [],
        /// Offers and campaigns: what the box is called.
        relevant_offers_title [],
        /// What the person gets out of it.
        relevant_offers_value [],
        /// A basket was left behind: what the box is called.
        abandoned_cart_title [],
        /// What the person gets out of it.
        abandoned_cart_value [],
        /// News of products the person has: what the box is called.
        product_updates_title [],
        /// What the person gets out of it.
        product_updates_value [],
        /// Time to renew or upgrade: what the box is called.
        renewal_reminders_title [],
        /// What the person gets out of it.
        renewal_reminders_value [],
        /// Alerts that the person chose: what the box is called.
        useful_alerts_title [],
        /// What the person gets out of it.
        useful_alerts_value [],
        /// Appointments and reservations: what the box is called.
        appointment_reminders_title [],
        /// What the person gets out of it.
        appointment_reminders_value [],
        /// How often at most.
        appointment_reminders_frequency [],
    }
}
