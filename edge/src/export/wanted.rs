//! What an export is asked for: read from the query, each fault naming its parameter.

use jatak_shared::business::Slug;
use jatak_shared::category::CategoryId;
use jatak_shared::problem::Problem;
use jatak_shared::proven::ResumePoint;
use jatak_shared::state::State;
use jatak_shared::time::{DAY, Timestamp};

use super::mapped::{NotASender, SenderId, Target};
use crate::fields::unfit;

pub use jatak_ledger::csv::Delimiter;
pub use jatak_shared::proven::Filter;

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Every event.
    Events,
    /// How each number stands with each category.
    State,
    /// Every notice ever published.
    Notices,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Events, Self::State, Self::Notices];

    /// The word on the wire and in file names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Events => "events",
            Self::State => "state",
            Self::Notices => "notices",
        }
    }
}

/// The media type of a file of lines. NDJSON has none that is registered.
const LINES: &str = "application/x-ndjson";

/// The form of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For spreadsheets.
    Csv(Delimiter),
    /// For programs: one JSON object a line. Events come with proof.
    Ndjson,
    /// Consent records as ISO/IEC TS 27560 has them, in the W3C's Data Privacy Vocabulary.
    JsonLd,
    /// Consents in the shape of another system's, one JSON object a line.
    For(Target),
}

impl Format {
    /// The end of the file's name.
    fn extension(self) -> &'static str {
        match self {
            Self::Csv(_) => "csv",
            Self::Ndjson | Self::For(_) => "ndjson",
            Self::JsonLd => "jsonld",
        }
    }

    /// The media type: RFC 7111 for CSV.
    pub fn content_type(self) -> &'static str {
        match self {
            Self::Csv(_) => "text/csv; charset=utf-8; header=present",
            Self::Ndjson | Self::For(_) => LINES,
            Self::JsonLd => "application/ld+json",
        }
    }
}

/// An export as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// What.
    pub kind: Kind,
    /// In which form.
    pub format: Format,
    /// Of it, which.
    pub filter: Filter,
    /// Where one that was cut off goes on.
    pub resume: Option<ResumePoint>,
    /// Whom Twilio is to note the consents for.
    pub sender: Option<SenderId>,
}

const PARAMETERS: [&str; 9] = ["format", "kind", "from", "to", "category", "state", "delimiter", "resume", "sender_id"];

impl Wanted {
    /// Reads the query. A parameter without a value counts as absent, since that is what a form sends for a field left
    /// empty; one that is not known is refused, since it is most likely a misspelt filter and the file would hold more
    /// than was wanted.
    pub fn read(query: &[(String, String)]) -> Result<Self, Problem> {
        if let Some((stranger, _)) = query.iter().find(|(name, _)| !PARAMETERS.contains(&name.as_str())) {
            return Err(unfit(
                stranger,
                &format!("is not a parameter of exports; those are {}", PARAMETERS.join(", ")),
            ));
        }
        let kind = match one(query, "kind")? {
            None => Kind::Events,
            Some(word) => Kind::ALL
                .into_iter()
                .find(|kind| kind.word() == word)
                .ok_or_else(|| unfit("kind", "events, state or notices"))?,
        };
        let delimiter = delimiter(one(query, "delimiter")?)?;
        let format = format(one(query, "format")?, delimiter)?;
        if kind != Kind::State && matches!(format, Format::JsonLd | Format::For(_)) {
            return Err(unfit("format", "is for kind=state, unless it is csv or ndjson"));
        }
        let filter = Filter {
            from: one(query, "from")?.map(|text| moment("from", text, false)).transpose()?,
            to: one(query, "to")?.map(|text| moment("to", text, true)).transpose()?,
            category: one(query, "category")?.map(category).transpose()?,
            state: one(query, "state")?.map(state).transpose()?,
        };
        if let (Some(from), Some(to)) = (filter.from, filter.to)
            && from > to
        {
            return Err(unfit("to", "must not be before `from`"));
        }
        if kind == Kind::Notices && filter.state.is_some() {
            return Err(unfit("state", "must be absent for kind=notices: a notice has no state"));
        }
        if let Format::For(_) = format
            && filter.category.is_none()
            && let Some((name, _)) =
                [("from", filter.from.is_some()), ("to", filter.to.is_some()), ("state", filter.state.is_some())]
                    .into_iter()
                    .find(|(_, given)| *given)
        {
            // A consent to several categories may change when the business asks for another one, by nobody's act.
            return Err(unfit(
                name,
                "needs `category` with this format, whose records stand for all of them otherwise",
            ));
        }
        let sender = one(query, "sender_id")?.map(sender).transpose()?;
        if sender.is_some() && format != Format::For(Target::Twilio) {
            return Err(unfit("sender_id", "must be absent but for format=twilio"));
        }
        let resume = one(query, "resume")?.map(resume).transpose()?;
        let wanted = Self { kind, format, filter, resume, sender };
        if wanted.resume.is_some() && !wanted.proven() {
            return Err(unfit("resume", "must be absent but for kind=events&format=ndjson"));
        }
        Ok(wanted)
    }

    /// Whether it is the export with proof.
    pub fn proven(&self) -> bool {
        self.kind == Kind::Events && self.format == Format::Ndjson
    }

    /// The other system that the file is for, where it is for one.
    fn target(&self) -> Option<Target> {
        if let Format::For(target) = self.format { Some(target) } else { None }
    }

    /// The file's name: business, kind, the system that it is for, what was filtered by, and the number that the file is as
    /// of. ASCII without spaces, so that it needs no quoting anywhere.
    pub fn file_name(&self, business: &Slug, as_of: u64) -> String {
        let Filter { from, to, category, state } = &self.filter;
        let parts = [
            Some(format!("{business}-{}", self.kind.word())),
            self.target().map(|target| target.word().to_owned()),
            category.as_ref().map(ToString::to_string),
            state.map(|state| state.word().to_owned()),
            from.map(|from| format!("from-{}", in_name(from, 0))),
            to.map(|to| format!("to-{}", in_name(to, DAY - 1))),
            Some(format!("as-of-{as_of}")),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("{}.{}", parts.join("-"), self.format.extension())
    }
}

/// The one value of a parameter.
fn one<'q>(query: &'q [(String, String)], name: &str) -> Result<Option<&'q str>, Problem> {
    let mut values =
        query.iter().filter(|(key, value)| key == name && !value.is_empty()).map(|(_, value)| value.as_str());
    let first = values.next();
    if values.next().is_some() {
        return Err(unfit(name, "must be given once"));
    }
    Ok(first)
}

fn format(text: Option<&str>, delimiter: Delimiter) -> Result<Format, Problem> {
    match text {
        None | Some("csv") => Ok(Format::Csv(delimiter)),
        Some("ndjson") => Ok(Format::Ndjson),
        Some("jsonld") => Ok(Format::JsonLd),
        Some(word) => {
            let target = Target::ALL.into_iter().find(|target| target.word() == word);
            target.map(Format::For).ok_or_else(|| unfit("format", "csv, ndjson, jsonld, klaviyo, shopify or twilio"))
        }
    }
}

fn sender(text: &str) -> Result<SenderId, Problem> {
    text.parse().map_err(|rule: NotASender| unfit("sender_id", &rule.to_string()))
}

fn delimiter(text: Option<&str>) -> Result<Delimiter, Problem> {
    let Some(text) = text else { return Ok(Delimiter::Comma) };
    let named = |one: &Delimiter| text == one.word() || text.chars().eq([one.character()]);
    Delimiter::ALL
        .into_iter()
        .find(named)
        .ok_or_else(|| unfit("delimiter", "comma, semicolon or tab, or the sign itself"))
}

fn category(text: &str) -> Result<CategoryId, Problem> {
    text.parse().map_err(|rule: jatak_shared::category::CategoryFault| unfit("category", &rule.to_string()))
}

fn resume(text: &str) -> Result<ResumePoint, Problem> {
    text.parse().map_err(|rule: jatak_shared::proven::NotAResumePoint| unfit("resume", &rule.to_string()))
}

fn state(text: &str) -> Result<State, Problem> {
    let known = [State::Granted, State::Pending, State::Withdrawn];
    // Whoever was never asked stands in no export.
    known.into_iter().find(|state| state.word() == text).ok_or_else(|| unfit("state", "granted, pending or withdrawn"))
}

/// A moment, or a day of UTC: its first millisecond or its last.
fn moment(name: &str, text: &str, last: bool) -> Result<Timestamp, Problem> {
    let rule = || unfit(name, "a day such as 2026-11-22 (UTC), or a time such as 2026-11-22T11:00:00Z (RFC 3339)");
    // `YYYY-MM-DD`
    if text.len() == 10 {
        let start: Timestamp = format!("{text}T00:00:00Z").parse().map_err(|_| rule())?;
        return Ok(if last { start.plus_millis(DAY - 1) } else { start });
    }
    // In a query a plus stands for a space, and `+01:00` is easily sent without having been encoded.
    text.replace(' ', "+").parse().map_err(|_| rule())
}

/// A moment as it stands in a file's name: the day alone where the moment is that of a whole day, as far from its
/// start as `of_day` says; otherwise the whole, without colons, which not every file system takes.
fn in_name(moment: Timestamp, of_day: i64) -> String {
    let whole = moment.to_string();
    let day = || whole.split('T').next().unwrap_or_default().to_owned();
    if moment.millis().rem_euclid(DAY) == of_day { day() } else { whole.replace(':', "") }
}

#[cfg(test)]
mod tests;
