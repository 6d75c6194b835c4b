//! What a submission says, read from JSON or from a form: the same fields, the same faults.

use jatak_phone::NumberFault;
use jatak_shared::category::CategoryId;
use jatak_shared::country::Country;
use jatak_shared::id::NoticeId;
use jatak_shared::phone::E164;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::text;
use serde_json::{Value, json};

use crate::address;
use crate::fields::{Fields, Form, unfit};
use crate::shop::Shop;

/// A category's id has at most 40 characters; a few more are read so that a wrong one is named and not cut.
const CATEGORY: usize = 64;
/// No notice has more than 20 categories; one that names more is told which it names twice.
const CATEGORIES: usize = 40;
/// What browsers and servers agree to carry in an address.
const PAGE: usize = 2_000;
/// Context strings are opaque and short: a product number, a campaign.
const CONTEXT: usize = 100;
/// How many of them.
const CONTEXTS: usize = 5;
/// As typed, with any spacing; the longest number has 15 digits. The reader of numbers has its own, tighter limit.
const PHONE: usize = 100;

/// A submission, parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// What was ticked, and where.
    pub ticked: Ticked,
    /// The number.
    pub phone: E164,
}

/// The part of a submission that names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ticked {
    /// The notice shown.
    pub notice: NoticeId,
    /// What was offered.
    pub offered: Option<Vec<CategoryId>>,
    /// What was ticked.
    pub categories: Vec<CategoryId>,
    /// The page, without query and fragment.
    pub page: Option<String>,
    /// What the shop gave along.
    pub context: Vec<String>,
}

impl Ticked {
    /// From the members of a JSON body.
    pub fn from_json(fields: &mut Fields) -> Result<Self, Problem> {
        let notice = notice(fields.text("notice", 100)?.as_deref())?;
        let offered = fields.list("offered", CATEGORIES, CATEGORY)?;
        let categories = fields.list("categories", CATEGORIES, CATEGORY)?.unwrap_or_default();
        Ok(Self {
            notice,
            offered: offered.map(|ids| ids.iter().map(|id| category(id)).collect()).transpose()?,
            categories: categories.iter().map(|id| category(id)).collect::<Result<_, _>>()?,
            page: page(fields.text("page", PAGE)?.as_deref())?,
            context: context_of(fields)?,
        })
    }

    /// From the fields of a form post.
    pub fn from_form(form: &Form) -> Result<Self, Problem> {
        let mut offered = Vec::new();
        for id in form.all("offered") {
            offered.push(category(id)?);
        }
        let texts: Vec<String> = form.all("context").map(str::to_owned).collect();
        Ok(Self {
            notice: notice(form.one("notice"))?,
            offered: (!offered.is_empty()).then_some(offered),
            categories: form.all("category").map(category).collect::<Result<_, _>>()?,
            page: page(form.one("page"))?,
            context: context(texts.iter())?,
        })
    }
}

impl Submitted {
    /// From the members of a JSON body.
    pub fn from_json(fields: &mut Fields) -> Result<Self, Problem> {
        let ticked = Ticked::from_json(fields)?;
        let subject = fields.object("subject")?;
        let mut subject = subject.ok_or_else(|| Problem::new(ProblemType::NumberMissing).field("/subject/phone"))?;
        let typed = subject.text("phone", PHONE).map_err(|_| too_long())?;
        let country = subject.text("country", PHONE).map_err(|_| unfit_country())?;
        subject.end("/subject")?;
        let phone = number(typed.as_deref(), country.as_deref())?;
        Ok(Self { ticked, phone })
    }

    /// From the fields of a form post.
    pub fn from_form(form: &Form) -> Result<Self, Problem> {
        Ok(Self { ticked: Ticked::from_form(form)?, phone: number(form.one("phone"), form.one("country"))? })
    }
}

/// Something that cannot be a notice's id was certainly never published as one.
fn notice(text: Option<&str>) -> Result<NoticeId, Problem> {
    let unknown = || Problem::new(ProblemType::NoticeUnknown).field("/notice");
    text.ok_or_else(unknown)?.parse().map_err(|_| unknown())
}

/// Something that cannot be a category's id is certainly in no notice.
pub fn category(text: &str) -> Result<CategoryId, Problem> {
    let stranger = |_| Problem::new(ProblemType::CategoryUnnoticed).field("/categories").with("category", text);
    text.parse().map_err(stranger)
}

fn number(typed: Option<&str>, country: Option<&str>) -> Result<E164, Problem> {
    const FIELD: &str = "/subject/phone";
    let country: Option<Country> = match country.filter(|code| !code.is_empty()) {
        None => None,
        Some(code) => Some(code.parse().map_err(|_| unfit_country())?),
    };
    jatak_phone::parse(typed.unwrap_or_default(), country).map_err(|fault| unfit_number(fault, FIELD))
}

/// A number that is not taken, as a problem with the field it stands in.
pub fn unfit_number(fault: NumberFault, field: &str) -> Problem {
    let kind = if fault == NumberFault::Missing { ProblemType::NumberMissing } else { ProblemType::NumberImpossible };
    Problem::new(kind).field(field).rule(fault.to_string())
}

fn unfit_country() -> Problem {
    unfit("/subject/country", "a country such as DK (ISO 3166-1)")
}

fn too_long() -> Problem {
    let rule = format!("at most {PHONE} characters");
    Problem::new(ProblemType::NumberImpossible).field("/subject/phone").rule(rule)
}

/// The page, as it is kept.
fn page(text: Option<&str>) -> Result<Option<String>, Problem> {
    let Some(text) = text else { return Ok(None) };
    let kept = if text.chars().count() > PAGE { None } else { address::kept(text) };
    kept.map(Some).ok_or_else(|| unfit("/page", "an http or https address of at most 2,000 characters"))
}

/// The member `context` of a body.
pub fn context_of(fields: &mut Fields) -> Result<Vec<String>, Problem> {
    context(fields.list("context", CONTEXTS, CONTEXT)?.unwrap_or_default().iter())
}

fn context<'a>(texts: impl ExactSizeIterator<Item = &'a String>) -> Result<Vec<String>, Problem> {
    let rule = || unfit("/context", &format!("at most {CONTEXTS} texts of 1 to {CONTEXT} characters"));
    if texts.len() > CONTEXTS {
        return Err(rule());
    }
    texts.map(|one| text::line(one, CONTEXT).map_err(|_| rule())).collect()
}

/// The business as answers name it.
pub fn business(shop: &Shop) -> Value {
    json!({
        "id": shop.slug.to_string(),
        "name": shop.settings.name(),
        "privacy_url": shop.settings.privacy_url().to_string(),
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
    use super::*;

    #[test]
    fn a_missing_number_and_an_impossible_one_are_told_apart() {
        assert_eq!(number(None, Some("DK")).unwrap_err().kind, ProblemType::NumberMissing);
        assert_eq!(number(Some(" - "), Some("DK")).unwrap_err().kind, ProblemType::NumberMissing);
        assert_eq!(number(Some("20 12"), Some("DK")).unwrap_err().kind, ProblemType::NumberImpossible);
        assert_eq!(number(Some("20123456"), None).unwrap_err().kind, ProblemType::NumberImpossible);
        assert_eq!(number(Some("20 12 34 56"), Some("DK")).unwrap().to_string(), "+4520123456");
    }
}
