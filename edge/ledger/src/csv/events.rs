//! Events as rows: one for each thing that happened to a category, so that a row alone says what it says.
//!
//! An event comes as the text that is stored, and its cells go straight into the file. It is read as the same types as
//! everywhere else, also what no cell shows: a row that is not what was written is an error and never a half row.

use jatak_shared::act::Assurance;
use jatak_shared::event::{Evidence, Leaf, Outcome, PrivatePart};
use jatak_shared::phone::E164;
use jatak_shared::proven::Filter;
use jatak_shared::state::State;
use serde::{Deserialize, Deserializer};

use super::Table;

/// The columns of the table. New ones are only ever added at the end.
pub const COLUMNS: [&str; 19] = [
    "business",
    "event_id",
    "seq",
    "recorded_at",
    "occurred_at",
    "kind",
    "phone",
    "category",
    "state",
    "notice_id",
    "locale",
    "source",
    "assurance",
    "page",
    "context",
    "provenance_source",
    "provenance_claimed_at",
    "provenance_wording",
    "user_id",
];

/// The category of a row that says "stop everything": an objection to every category, those that come later included.
pub const EVERYTHING: &str = "*";

/// An event as it is stored: the leaf, and what has not been erased. What was is absent, and never `null`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stored {
    /// The public part.
    pub leaf: Leaf,
    #[serde(default, deserialize_with = "present")]
    private: Option<PrivatePart>,
    #[serde(default, deserialize_with = "present")]
    outcome: Option<Outcome>,
    #[serde(default, deserialize_with = "present")]
    evidence: Option<Evidence>,
}

fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    T::deserialize(deserializer).map(Some)
}

impl Stored {
    /// Adds the rows of the event, as far as they are wanted: one for each category that it changed, one more where it
    /// stopped everything, and one without a category where it changed none. An erased event keeps what its leaf says;
    /// the rest is empty.
    pub fn add(&self, table: &mut Table, business: &str, filter: &Filter) {
        let changes = self.outcome.as_ref().map_or(&[][..], |outcome| &outcome.categories[..]);
        let everything = self.private.as_ref().is_some_and(|part| part.everything);
        if changes.is_empty() && !everything && filter.takes_uncategorised() {
            self.row(table, business, ["", ""]);
        }
        for change in changes.iter().filter(|change| filter.takes_change(&change.id, change.state)) {
            self.row(table, business, [change.id.as_str(), change.state.word()]);
        }
        if everything && filter.takes_everything() {
            self.row(table, business, [EVERYTHING, State::Withdrawn.word()]);
        }
    }

    /// The row that says what became of this category.
    fn row(&self, table: &mut Table, business: &str, [category, state]: [&str; 2]) {
        let (leaf, part, evidence) = (&self.leaf, self.private.as_ref(), self.evidence.as_ref());
        let provenance = part.and_then(|part| part.provenance.as_ref());
        let context = evidence.map_or(&[][..], |evidence| &evidence.context[..]);
        let recorded_at = leaf.recorded_at.to_string();
        table.cell(business);
        table.print(part.map(|part| part.id));
        table.print(Some(leaf.seq));
        table.cell(&recorded_at);
        match part.map(|part| part.occurred_at) {
            // Most acts are recorded as they are done, and no cell is dearer to print than a time.
            Some(moment) if moment == leaf.recorded_at => table.cell(&recorded_at),
            moment => table.print(moment),
        }
        table.cell(leaf.kind.word());
        table.print(part.and_then(|part| part.phone.as_ref()).map(E164::as_tel_uri));
        table.cell(category);
        table.cell(state);
        table.print(leaf.notice);
        table.print(part.and_then(|part| part.locale));
        table.cell(part.map_or("", |part| part.source.word()));
        table.cell(part.and_then(|part| part.assurance).map_or("", Assurance::word));
        table.cell(evidence.and_then(|evidence| evidence.page.as_deref()).unwrap_or_default());
        // A context string holds no line break, so that one between them loses nothing.
        table.cell(&context.join("\n"));
        table.cell(provenance.map_or("", |provenance| &provenance.source));
        table.print(provenance.map(|provenance| &provenance.claimed_at));
        table.print(provenance.map(|provenance| &provenance.wording));
        table.print(part.and_then(|part| part.user_id.as_ref()));
        table.end_row();
    }
}
