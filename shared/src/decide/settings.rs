//! A change of settings, and the notices that follow from it.

use std::collections::BTreeMap;

use crate::act::Source;
use crate::business::{Fault, Purpose, Settings, Slug};
use crate::canonical;
use crate::category::CategoryId;
use crate::event::{Fact, Kind};
use crate::id::{Digest32, NoticeId};
use crate::locale::Locale;
use crate::notice::Notice;

/// What a change of settings leads to.
#[derive(Clone, Debug)]
pub struct SettingsChange {
    /// What is recorded: the change itself, then one notice for each language whose wording is new.
    pub facts: Vec<Fact>,
    /// The notices that are shown from now on, one for each language of the business.
    pub notices: Vec<Notice>,
}

/// Decides a change of settings: refused with every fault, `None` where nothing changes.
///
/// `shown` are the notices shown until now; `asked` what every category that the business ever had was asked for, since an
/// id is never reused for another purpose.
pub fn change_settings(
    slug: &Slug,
    before: Option<&Settings>,
    shown: &BTreeMap<Locale, NoticeId>,
    asked: &BTreeMap<CategoryId, Purpose>,
    after: &Settings,
) -> Result<Option<SettingsChange>, Vec<Fault>> {
    if before == Some(after) {
        return Ok(None);
    }
    if let Some(before) = before {
        let faults = after.check_against(before, asked);
        if !faults.is_empty() {
            return Err(faults);
        }
    }
    let mut notices = Vec::new();
    for locale in after.locales() {
        notices.push(Notice::compose(slug, after, *locale)?);
    }
    let settings = Digest32::of(canonical::to_string(after).as_bytes());
    let mut facts = vec![Fact { settings: Some(settings), ..Fact::new(Kind::SettingsChanged, Source::Api) }];
    let new = notices.iter().filter(|notice| shown.get(&notice.locale()) != Some(&notice.id()));
    facts.extend(new.map(|notice| Fact {
        notice: Some(notice.id()),
        locale: Some(notice.locale()),
        ..Fact::new(Kind::NoticePublished, Source::Api)
    }));
    Ok(Some(SettingsChange { facts, notices }))
}
