//! One line of an import: what it may say, and what it must.

use serde::{Deserialize, Serialize};

use super::{ClaimedAt, Wording};
use crate::category::CategoryId;
use crate::phone::E164;
use crate::text;

/// The columns of a CSV file, and the members of an NDJSON line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The number. The only one that has no default.
    Phone,
    /// The categories that were said yes to.
    Categories,
    /// Where the yes was given.
    Source,
    /// When that is said to have been.
    ClaimedAt,
    /// In which words it was asked for.
    Wording,
}

impl Field {
    /// All of them, in the order in which they are printed.
    pub const ALL: [Self; 5] = [Self::Phone, Self::Categories, Self::Source, Self::ClaimedAt, Self::Wording];

    /// Its name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Categories => "categories",
            Self::Source => "source",
            Self::ClaimedAt => "claimed_at",
            Self::Wording => "wording",
        }
    }

    /// The field of this name.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.word() == word)
    }
}

/// What is wrong with a line: which field, and the rule that it breaks. It never quotes what stood there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFault {
    /// The column or member, or `line` where the line itself cannot be read.
    pub field: String,
    /// The rule.
    pub rule: String,
}

impl LineFault {
    pub(super) fn new(field: &str, rule: impl Into<String>) -> Self {
        Self { field: field.to_owned(), rule: rule.into() }
    }
}

/// What a file says once for all of its lines; a line may say otherwise.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defaults {
    /// The categories.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<CategoryId>>,
    /// Where the yes was given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed_at: Option<ClaimedAt>,
    /// In which words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wording: Option<Wording>,
}

/// The most characters of a source: a line of a list.
const SOURCE: usize = 120;

/// The most categories on a line: as many as a business has.
const CATEGORIES: usize = 20;

impl Defaults {
    /// Takes in one field that is not the number. The same rules hold here and on a line.
    pub fn set(&mut self, field: Field, text: &str) -> Result<(), LineFault> {
        let fault = |rule: String| LineFault::new(field.word(), rule);
        match field {
            Field::Phone => return Err(fault("has no default: each line names its number".into())),
            Field::Categories => self.categories = Some(categories(text).map_err(fault)?),
            Field::Source => {
                let source = text::line(text, SOURCE);
                let rule = || format!("must say where the yes was given, in 1 to {SOURCE} characters");
                self.source = Some(source.map_err(|_| fault(rule()))?);
            }
            Field::ClaimedAt => {
                self.claimed_at = Some(text.trim().parse().map_err(|rule: super::NotAClaim| fault(rule.to_string()))?);
            }
            Field::Wording => {
                self.wording = Some(text.parse().map_err(|rule: super::NotAClaim| fault(rule.to_string()))?);
            }
        }
        Ok(())
    }

    fn lacks(&self, field: Field) -> bool {
        match field {
            Field::Phone => true,
            Field::Categories => self.categories.is_none(),
            Field::Source => self.source.is_none(),
            Field::ClaimedAt => self.claimed_at.is_none(),
            Field::Wording => self.wording.is_none(),
        }
    }
}

/// Categories in one cell. Their ids hold letters, digits and underscores, so any other sign parts them.
fn categories(text: &str) -> Result<Vec<CategoryId>, String> {
    let words: Vec<&str> =
        text.split([';', ',', '|']).flat_map(str::split_whitespace).filter(|word| !word.is_empty()).collect();
    if words.is_empty() || words.len() > CATEGORIES {
        return Err(format!("must name 1 to {CATEGORIES} categories, parted by semicolons"));
    }
    let mut named: Vec<CategoryId> = Vec::with_capacity(words.len());
    for word in words {
        let id = word.parse().map_err(|rule: crate::category::CategoryFault| rule.to_string())?;
        if named.contains(&id) {
            return Err("must name each category once".into());
        }
        named.push(id);
    }
    Ok(named)
}

/// A line that can be read: the number, and what the line says otherwise than the file's defaults.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// The number.
    pub phone: E164,
    /// What the line itself says.
    pub says: Defaults,
}

impl Line {
    /// Reads a line from its fields; an empty one says nothing. `number` reads what stands for the number, and its
    /// error is the rule that it breaks.
    pub(super) fn of<'f>(
        fields: impl Iterator<Item = (Field, &'f str)>,
        defaults: &Defaults,
        number: &dyn Fn(&str) -> Result<E164, String>,
    ) -> Result<Self, LineFault> {
        let (mut phone, mut says) = (None, Defaults::default());
        for (field, text) in fields.filter(|(_, text)| !text.trim().is_empty()) {
            if field == Field::Phone {
                // Our own exports write numbers so, since spreadsheets leave that alone.
                let text = text.trim();
                let read = number(text.strip_prefix("tel:").unwrap_or(text));
                phone = Some(read.map_err(|rule| LineFault::new(field.word(), rule))?);
            } else {
                says.set(field, text)?;
            }
        }
        let missing = |field: Field| LineFault::new(field.word(), "must be there, on the line or for the whole file");
        for field in &Field::ALL[1..] {
            if says.lacks(*field) && defaults.lacks(*field) {
                return Err(missing(*field));
            }
        }
        Ok(Self { phone: phone.ok_or_else(|| LineFault::new("phone", "must be there"))?, says })
    }

    /// The fields that the line says, in their order, as they stand in a file.
    pub fn fields(&self) -> Vec<(Field, String)> {
        let categories = self.says.categories.as_ref().map(|ids| {
            let ids: Vec<&str> = ids.iter().map(CategoryId::as_str).collect();
            ids.join(";")
        });
        let texts = [
            Some(self.phone.to_string()),
            categories,
            self.says.source.clone(),
            self.says.claimed_at.as_ref().map(ToString::to_string),
            self.says.wording.as_ref().map(ToString::to_string),
        ];
        Field::ALL.into_iter().zip(texts).filter_map(|(field, text)| Some((field, text?))).collect()
    }

    /// The line as NDJSON, without its line break.
    pub fn to_ndjson(&self) -> String {
        let members = self.fields().into_iter().map(|(field, text)| (field.word().to_owned(), text.into()));
        serde_json::Value::Object(members.collect()).to_string()
    }
}
