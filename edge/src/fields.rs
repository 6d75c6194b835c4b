//! Reading bodies: JSON objects and forms become typed values here, and each fault names its field and its rule.

use core::str::FromStr;

use jatak_shared::problem::{Problem, ProblemType};
use serde_json::{Map, Value};

use crate::cx::Cx;
use crate::http::{Unread, read_body};

/// The type of form posts.
pub const FORM: &str = "application/x-www-form-urlencoded";

/// A JSON object whose members are taken out one by one; what is left over at the end is a fault.
#[derive(Debug)]
pub struct Fields {
    members: Map<String, Value>,
}

impl Fields {
    /// Reads a JSON body of at most `limit` bytes. Depth is bounded by the parser at 128.
    pub async fn json(cx: &Cx, request: &Unread, limit: usize) -> Result<Self, Problem> {
        Self::of(Self::value(cx, request, limit).await?)
    }

    /// The members of a JSON value, which must be an object.
    pub fn of(value: Value) -> Result<Self, Problem> {
        match value {
            Value::Object(members) => Ok(Self { members }),
            _ => Err(Problem::new(ProblemType::BodyMalformed).detail("The body should be one JSON object.")),
        }
    }

    /// Reads any JSON body of at most `limit` bytes.
    pub async fn value(cx: &Cx, request: &Unread, limit: usize) -> Result<Value, Problem> {
        if cx.incoming.content_type() != "application/json" {
            return Err(Problem::new(ProblemType::TypeUnsupported));
        }
        parse(&read_body(request, limit).await?)
    }

    /// An object that stands within another one.
    pub fn object(&mut self, name: &str) -> Result<Option<Self>, Problem> {
        match self.members.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(members)) => Ok(Some(Self { members })),
            Some(_) => Err(unfit(&format!("/{name}"), "an object")),
        }
    }

    /// A text of at most `max` characters.
    pub fn text(&mut self, name: &str, max: usize) -> Result<Option<String>, Problem> {
        match self.members.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) if text.chars().count() <= max => Ok(Some(text)),
            Some(_) => Err(unfit(&format!("/{name}"), &format!("a text of at most {max} characters"))),
        }
    }

    /// A text that is there.
    pub fn need(&mut self, name: &str, max: usize) -> Result<String, Problem> {
        self.text(name, max)?.ok_or_else(|| unfit(&format!("/{name}"), "must be there"))
    }

    /// A text read as `T`.
    pub fn parsed<T: FromStr>(&mut self, name: &str, max: usize, rule: &str) -> Result<Option<T>, Problem> {
        let Some(text) = self.text(name, max)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| unfit(&format!("/{name}"), rule))
    }

    /// A list of at most `most` texts of at most `max` characters.
    pub fn list(&mut self, name: &str, most: usize, max: usize) -> Result<Option<Vec<String>>, Problem> {
        let rule =
            || unfit(&format!("/{name}"), &format!("a list of at most {most} texts of at most {max} characters"));
        match self.members.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Array(items)) if items.len() <= most => {
                let text = |item| match item {
                    Value::String(text) if text.chars().count() <= max => Ok(text),
                    _ => Err(rule()),
                };
                items.into_iter().map(text).collect::<Result<_, _>>().map(Some)
            }
            Some(_) => Err(rule()),
        }
    }

    /// A list of at most `most` objects.
    pub fn objects(&mut self, name: &str, most: usize) -> Result<Option<Vec<Self>>, Problem> {
        let rule = || unfit(&format!("/{name}"), &format!("a list of at most {most} objects"));
        match self.members.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Array(items)) if items.len() <= most => {
                let object = |item| match item {
                    Value::Object(members) => Ok(Self { members }),
                    _ => Err(rule()),
                };
                items.into_iter().map(object).collect::<Result<_, _>>().map(Some)
            }
            Some(_) => Err(rule()),
        }
    }

    /// `true` or `false`, or absent, which is `false`.
    pub fn flag(&mut self, name: &str) -> Result<bool, Problem> {
        match self.members.remove(name) {
            None | Some(Value::Null) => Ok(false),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(_) => Err(unfit(&format!("/{name}"), "true or false")),
        }
    }

    /// A whole number from 0 up to 2^53 - 1, the most that every JSON reader holds exactly.
    pub fn number(&mut self, name: &str) -> Result<Option<u64>, Problem> {
        match self.members.remove(name) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                let number = value.as_u64().filter(|number| *number < 1 << 53);
                number.map(Some).ok_or_else(|| unfit(&format!("/{name}"), "a whole number from 0"))
            }
        }
    }

    /// Ends the reading: a member that nobody took is most likely misspelt, and must not pass silently.
    pub fn end(self, within: &str) -> Result<(), Problem> {
        match self.members.keys().next() {
            None => Ok(()),
            Some(name) => Err(unfit(&format!("{within}/{name}"), "is not a member of this body; remove or respell it")),
        }
    }
}

/// A form's fields in the order sent.
#[derive(Debug, Default)]
pub struct Form {
    pairs: Vec<(String, String)>,
}

/// How many fields a form has at most. A choices page shows each category that the subject was ever asked, and each may
/// be ticked as well: room for 190, which is nine times as many as a business can have at once.
const FORM_FIELDS: usize = 400;

impl Form {
    /// Reads a form body of at most `limit` bytes.
    pub async fn read(cx: &Cx, request: &Unread, limit: usize) -> Result<Self, Problem> {
        if cx.incoming.content_type() != FORM {
            return Err(Problem::new(ProblemType::TypeUnsupported));
        }
        Self::parse(&read_body(request, limit).await?)
    }

    fn parse(bytes: &[u8]) -> Result<Self, Problem> {
        let pairs: Vec<_> = form_urlencoded::parse(bytes).into_owned().take(FORM_FIELDS + 1).collect();
        if pairs.len() > FORM_FIELDS {
            return Err(Problem::new(ProblemType::BodyTooLarge).rule(format!("at most {FORM_FIELDS} fields")));
        }
        Ok(Self { pairs })
    }

    /// The first value of a field, where it is not empty.
    pub fn one(&self, name: &str) -> Option<&str> {
        self.all(name).find(|value| !value.is_empty())
    }

    /// Every value of a field.
    pub fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every field.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.pairs
    }
}

/// A fault in one field.
pub fn unfit(field: &str, rule: &str) -> Problem {
    Problem::new(ProblemType::FieldInvalid).field(field).rule(rule)
}

fn parse(bytes: &[u8]) -> Result<Value, Problem> {
    serde_json::from_slice(bytes).map_err(|error| {
        let place = format!("line {}, column {}", error.line(), error.column());
        Problem::new(ProblemType::BodyMalformed)
            .detail(format!("The body is not JSON: see {place}."))
            .with("place", place)
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
    use super::*;
    use serde_json::json;

    fn fields(value: Value) -> Fields {
        match value {
            Value::Object(members) => Fields { members },
            _ => panic!("an object"),
        }
    }

    #[test]
    fn a_member_that_nobody_took_is_named() {
        let mut body = fields(json!({"phone": "+45", "phnoe": 1}));
        assert_eq!(body.text("phone", 10).unwrap().as_deref(), Some("+45"));
        let problem = body.end("").unwrap_err();
        assert_eq!(problem.to_json("")["field"], "/phnoe");
    }

    #[test]
    fn a_member_of_the_wrong_type_or_size_is_named() {
        for (value, name) in [(json!({"page": 1}), "page"), (json!({"page": "x".repeat(11)}), "page")] {
            let problem = fields(value).text(name, 10).unwrap_err();
            assert_eq!(problem.to_json("")["field"], "/page");
        }
        assert!(fields(json!({"a": ["x", 1]})).list("a", 5, 5).is_err());
        assert!(fields(json!({"a": ["x", "y", "z"]})).list("a", 2, 5).is_err());
        assert!(fields(json!({"a": [{}, 1]})).objects("a", 5).is_err());
        assert!(fields(json!({"a": [{}, {}, {}]})).objects("a", 2).is_err());
        assert_eq!(fields(json!({"a": [{}, {}]})).objects("a", 2).unwrap().map(|list| list.len()), Some(2));
    }

    #[test]
    fn nesting_without_end_is_refused_not_followed() {
        let deep = "[".repeat(100_000);
        assert_eq!(parse(deep.as_bytes()).unwrap_err().kind, ProblemType::BodyMalformed);
    }

    #[test]
    fn a_form_keeps_repeated_fields_in_order_and_decodes_them() {
        let form = Form::parse(b"category=a&category=b&phone=%2B45+20&empty=").unwrap();
        assert_eq!(form.all("category").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(form.one("phone"), Some("+45 20"));
        assert_eq!(form.one("empty"), None);
        assert!(Form::parse("a=1&".repeat(401).as_bytes()).is_err());
    }
}
