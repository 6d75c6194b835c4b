//! Standings and notices as rows of a table: one row for each category, so that a row alone says what it says. Those of
//! events are made where the ledger is ([`events`]).

use jatak_ledger::csv::events;
use jatak_ledger::export::SubjectStates;
use jatak_shared::notice::{Notice, NoticeCategory};
use jatak_shared::phone::E164;
use jatak_shared::state::Standing;
use jatak_shared::time::Timestamp;

use super::wanted::{Filter, Kind};

/// A row's cells, as long as its table has columns.
pub type Row = Vec<String>;

/// The columns of a table. New ones are only ever added at the end.
pub fn columns(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Events => &events::COLUMNS,
        Kind::State => &[
            "business",
            "phone",
            "category",
            "state",
            "since",
            "event_id",
            "notice_id",
            "assurance",
            "user_id",
            "stopped_in_whatsapp",
        ],
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
        text(subject.stop.map(|stop| stop.at)),
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
