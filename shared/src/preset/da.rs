//! The presets in Danish.

use super::{Preset, PresetText};

/// What `preset` says.
pub(super) fn text(preset: Preset) -> PresetText {
    let (title, value, frequency) = match preset {
        Preset::OrderUpdates => (
            "Nyt om din ordre",
            "Du får besked, når din ordre er bekræftet, sendt og leveret.",
            Some("Højst én besked for hvert skridt i en ordre"),
        ),
        Preset::BackInStock => (
            "Tilbage på lager",
            "Du får besked, så snart en vare, du venter på, kan købes igen.",
            Some("Højst én besked for hver vare, du venter på"),
        ),
        Preset::ProductRecommendations => {
            ("Forslag til dig", "Forslag til varer, der passer til det, du har købt for nylig.", None)
        }
        Preset::RelevantOffers => ("Tilbud og kampagner", "Du er blandt de første, der hører om gode tilbud.", None),
        Preset::AbandonedCart => {
            ("Din glemte kurv", "En påmindelse, hvis du har lagt varer i kurven uden at købe dem.", None)
        }
        Preset::ProductUpdates => {
            ("Nyt om dine produkter", "Gode råd og nyheder om de produkter, du har eller følger.", None)
        }
        Preset::RenewalReminders => {
            ("Fornyelse og opgradering", "En påmindelse i god tid, før noget udløber eller kan opgraderes.", None)
        }
        Preset::UsefulAlerts => {
            ("Nyttige beskeder", "Besked, når der sker noget af det, du selv har bedt om at høre om.", None)
        }
        Preset::AppointmentReminders => (
            "Dine aftaler",
            "Bekræftelse, påmindelse og ændringer, når du har bestilt en tid eller et bord.",
            Some("Højst tre beskeder for hver aftale, og én ved hver ændring"),
        ),
    };
    PresetText { title, value, frequency }
}
