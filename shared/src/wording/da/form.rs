//! The form in Danish.

use crate::wording::{CapWords, Edition, FormErrors, FormLabels, FormWording};

pub(super) const FORM: FormWording = FormWording {
    editions: &[FIRST],
    labels: FormLabels {
        country: "Land",
        phone: "Dit WhatsApp-nummer",
        sending: "Gemmer dit ja …",
        retry: "Prøv igen",
        success_categories: "Du sagde ja til:",
        receipt: "Åbn din kvittering",
        hosted: "Åbn formularen på sin egen side",
        changed: "Teksten er blevet ændret. Læs den nye, og vælg igen.",
    },
    errors: FormErrors {
        number_missing: "Skriv dit nummer.",
        number_impossible: "Nummeret passer ikke til landet. Tjek begge dele.",
        category_none: "Sæt kryds ved mindst én slags beskeder.",
        notice_outdated: "Teksten blev ændret, mens du læste, så dit ja er ikke gemt. Læs den nye, og vælg igen.",
        rate_limited: "Der er sendt for mange svar på kort tid. Vent lidt, og prøv igen.",
        offline: "Vi fik ikke forbindelse. Prøv bare igen. Dit ja bliver kun gemt én gang.",
        unavailable: "Det lykkedes ikke lige nu. Prøv igen om lidt.",
        refused: "Dit ja kunne ikke gemmes herfra.",
    },
    caps: CapWords {
        day_one: "Højst 1 besked om dagen",
        day_many: "Højst {max} beskeder om dagen",
        week_one: "Højst 1 besked om ugen",
        week_many: "Højst {max} beskeder om ugen",
        month_one: "Højst 1 besked om måneden",
        month_many: "Højst {max} beskeder om måneden",
    },
};

/// Never edited once released: notices in use are checked against it.
const FIRST: Edition = Edition {
    statement: "Ja tak, {business} må sende mig de beskeder, jeg vælger her, på WhatsApp.",
    not_a_condition: "Det er frivilligt, og du behøver ikke sige ja for at købe noget.",
    withdrawal: "Du kan altid trække dit ja tilbage med linket på din kvittering. Det er gratis, og du behøver ikke \
                 give nogen grund.",
    controller: "Dataansvarlig: {legal_name}, {address}. Kontakt: {contact}",
    privacy: "Sådan behandler {business} dine oplysninger",
    heading: "Få beskeder på WhatsApp",
    legend: "Hvad vil du gerne høre om?",
    submit: "Ja tak",
    success_heading: "Tak, dit ja er gemt",
    success_text: "Gem din kvittering. Med linket på den kan du altid trække dit ja tilbage.",
};
