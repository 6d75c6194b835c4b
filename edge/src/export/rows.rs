//! Records as rows of a table: one row for each thing that happened to a category, so that a row alone says what it says.

use jatak_ledger::Entry;
use jatak_ledger::export::SubjectStates;
use jatak_shared::act::Assurance;
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::phone::E164;
use jatak_shared::state::{Standing, State};
use jatak_shared::time::Timestamp;

use super::wanted::{Filter, Kind};

/// A row's cells, as long as its table has columns.
pub type Row = Vec<String>;

/// The category of a row that says "stop everything": an objection to every category, those that come later included.
pub const EVERYTHING: &str = "*";

/// The columns of a table. New ones are only ever added at the end.
pub fn columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Events => &[
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
        ],
        Kind::State => {
            &["business", "phone", "category", "state", "since", "event_id", "notice_id", "assurance", "user_id"]
        }
        Kind::Notices => &[
            "business",
            "notice_id",
            "locale",
            "published_at",
            "category",
            "class",
            "title",
            "value",
            "frequency",
            "statement",
            "not_a_condition",
            "withdrawal",
            "controller",
            "privacy_url",
            "custom_wording",
        ],
    }
}

/// The rows of an event: one for each category that it changed, one more where it stopped everything, and one without
/// a category where it changed none. An erased event keeps what its leaf says; the rest is empty.
pub fn event(business: &str, entry: &Entry, filter: &Filter) -> Vec<Row> {
    let effects = effects(entry, filter);
    effects.into_iter().map(|(category, state)| event_row(business, entry, category, state)).collect()
}

/// What an event did, as category and state, as far as it is wanted.
fn effects<'e>(entry: &'e Entry, filter: &Filter) -> Vec<(&'e str, &'static str)> {
    let part = entry.private.as_ref().map(|private| &private.body);
    let changes = entry.outcome.as_ref().map_or(&[][..], |outcome| &outcome.body.categories[..]);
    let everything = part.is_some_and(|part| part.everything);
    if changes.is_empty() && !everything {
        return if filter.takes_uncategorised() { vec![("", "")] } else { Vec::new() };
    }
    let wanted = changes.iter().filter(|change| filter.takes_change(&change.id, change.state));
    let mut effects: Vec<_> = wanted.map(|change| (change.id.as_str(), change.state.word())).collect();
    if everything && filter.takes_everything() {
        effects.push((EVERYTHING, State::Withdrawn.word()));
    }
    effects
}

fn event_row(business: &str, entry: &Entry, category: &str, state: &str) -> Row {
    let leaf = &entry.leaf;
    let part = entry.private.as_ref().map(|private| &private.body);
    let evidence = entry.evidence.as_ref().map(|evidence| &evidence.body);
    let provenance = part.and_then(|part| part.provenance.as_ref());
    let phone = part.and_then(|part| part.phone.as_ref()).map(E164::as_tel_uri);
    vec![
        business.to_owned(),
        text(part.map(|part| part.id)),
        leaf.seq.to_string(),
        leaf.recorded_at.to_string(),
        text(part.map(|part| part.occurred_at)),
        leaf.kind.word().to_owned(),
        phone.unwrap_or_default(),
        category.to_owned(),
        state.to_owned(),
        text(leaf.notice),
        text(part.and_then(|part| part.locale)),
        text(part.map(|part| part.source.word())),
        text(part.and_then(|part| part.assurance).map(Assurance::word)),
        text(evidence.and_then(|evidence| evidence.page.as_deref())),
        // A context string holds no line break, so that one between them loses nothing.
        evidence.map(|evidence| evidence.context.join("\n")).unwrap_or_default(),
        text(provenance.map(|provenance| provenance.source.as_str())),
        text(provenance.map(|provenance| &provenance.claimed_at)),
        text(provenance.map(|provenance| &provenance.wording)),
        text(part.and_then(|part| part.user_id.as_ref())),
    ]
}

/// What of a subject's standings is wanted. "From" and "to" are about the moment since which they stand so.
pub fn standings<'s>(subject: &'s SubjectStates, filter: &Filter) -> impl Iterator<Item = (&'s str, &'s Standing)> {
    let wanted = subject.categories.iter().filter(move |(category, standing)| {
        filter.takes_time(standing.since) && filter.takes_change(category, standing.state)
    });
    wanted.map(|(category, standing)| (category.as_str(), standing))
}

/// The row of one standing.
pub fn standing(business: &str, subject: &SubjectStates, category: &str, standing: &Standing) -> Row {
    vec![
        business.to_owned(),
        subject.handle.phone().map(E164::as_tel_uri).unwrap_or_default(),
        category.to_owned(),
        standing.state.word().to_owned(),
        standing.since.to_string(),
        standing.event.to_string(),
        text(standing.notice),
        standing.assurance.word().to_owned(),
        text(subject.handle.user_id()),
    ]
}

/// Which of a notice's categories are wanted.
pub fn noticed<'n>(published_at: Timestamp, notice: &'n Notice, filter: &Filter) -> Vec<&'n NoticeCategory> {
    if !filter.takes_time(published_at) {
        return Vec::new();
    }
    notice.categories().iter().filter(|category| filter.takes_category(category.id())).collect()
}

/// The row of one category of a notice.
pub fn notice(business: &str, published_at: Timestamp, notice: &Notice, category: &NoticeCategory) -> Row {
    let said = notice.text();
    vec![
        business.to_owned(),
        notice.id().to_string(),
        said.locale.to_string(),
        published_at.to_string(),
        category.id().to_string(),
        category.class().word().to_owned(),
        category.title().to_owned(),
        category.value().to_owned(),
        category.frequency().to_owned(),
        said.statement.clone(),
        said.not_a_condition.clone(),
        said.withdrawal.clone(),
        said.controller.clone(),
        said.business.privacy_url.to_string(),
        said.custom_wording.to_string(),
    ]
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
