//! `/decisions`: whether messages of one category may go to these people now, asked by the business before it sends.
//!
//! Asking takes the scope `read`. Reserving takes `write` as well: what is reserved counts, and keeps others from going.

use jatak_ledger::keys::Scope;
use jatak_ledger::sending::{AT_ONCE, Question, Unanswered};
use jatak_shared::business::Slug;
use jatak_shared::category::CategoryId;
use jatak_shared::problem::{Problem, ProblemType};
use jatak_shared::subject::Handle;
use jatak_shared::token::Token;
use serde::Serialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::calls::Decided;
use crate::cx::Cx;
use crate::fields::{Fields, unfit};
use crate::http::{Outgoing, Unread};
use crate::named;
use crate::shop::Shop;

/// A category's id has at most 40 characters; a few more are read so that a wrong one is named and not cut.
const CATEGORY: usize = 64;

/// A thousand numbers of 100 characters, at most 6 bytes each, with what stands around them.
const LIMIT: usize = 640 * 1024;

/// The name under which idempotency keys of this call are kept.
const ROUTE: &str = "decisions";

/// One entry of the list: a number or a user id, or what is wrong with it.
type Named = Result<Handle, Problem>;

/// Answers each entry of the list by itself. A number that cannot be read is a no with its problem, and holds up no other.
pub async fn post(cx: &Cx, slug: &Slug, request: &Unread) -> Result<Outgoing, Problem> {
    let shop = cx.shop(slug).await?;
    cx.key(Scope::Read)?;
    let mut fields = Fields::json(cx, request, LIMIT).await?;
    let category = fields.need("category", CATEGORY)?;
    let category: CategoryId = category.parse().map_err(|_| unknown_category(&category))?;
    let subjects = subjects(&mut fields)?;
    let reserves = fields.flag("reserve")?;
    fields.end("")?;

    let key = cx.key(if reserves { Scope::Write } else { Scope::Read })?;
    let reserve = if reserves {
        let sent = cx.incoming.header("idempotency-key");
        let rule = "must be there where messages are reserved, so that a retry does not reserve twice";
        let sent = sent.ok_or_else(|| Problem::new(ProblemType::FieldInvalid).field("Idempotency-Key").rule(rule))?;
        Some(cx.idempotency(ROUTE, Some(&key), &sent)?)
    } else {
        None
    };
    let ledger = cx.ledger(&shop).with_key(key);
    let asked = subjects.iter().filter_map(|named| named.as_ref().ok()).cloned().collect();
    let question = Question { category: category.clone(), subjects: asked, reserve };
    let answer = ledger.decide(question).await.map_err(|problem| match problem.kind {
        ProblemType::ScopeMissing if reserves => {
            problem.detail("Reserving takes a key with the scopes `read` and `write`.")
        }
        _ => problem,
    })?;
    let answers = match answer {
        Ok(answers) => answers,
        Err(Unanswered::CategoryUnknown) => return Err(unknown_category(category.as_str())),
        Err(Unanswered::IdempotencyConflict) => return Err(Problem::new(ProblemType::IdempotencyConflict)),
    };
    // The ledger answers in the order asked, and was asked about those that could be read.
    let mut answers = answers.into_iter();
    let mut decisions = Vec::with_capacity(subjects.len());
    for (index, named) in subjects.iter().enumerate() {
        decisions.push(match named {
            Ok(handle) => {
                let decided = answers.next().ok_or_else(|| Problem::new(ProblemType::Internal))?;
                told(cx, &shop, index, handle, decided)?
            }
            Err(problem) => Told {
                index,
                problem: Some(problem.to_json(&cx.config.public_url)),
                allow: Some(false),
                ..Told::default()
            },
        });
    }
    let body = body(&decisions).ok_or_else(|| Problem::new(ProblemType::Internal))?;
    let answer = Outgoing::text(200, "application/json", body);
    Ok(answer.with("Cache-Control", "no-store"))
}

/// One answer: what the worker says of it, and what the ledger does.
#[derive(Default, Serialize)]
struct Told {
    index: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    subject: Option<Masked>,
    /// Only where the ledger was not asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    allow: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    choices_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    problem: Option<Value>,
    #[serde(skip)]
    ledger: Option<Box<RawValue>>,
}

#[derive(Serialize)]
struct Masked {
    masked: String,
}

/// The whole answer. Two objects are joined to one: the worker's never ends empty, and the ledger's is passed on as it is.
fn body(decisions: &[Told]) -> Option<String> {
    let mut body = String::from("{\"decisions\":[");
    for told in decisions {
        if told.index > 0 {
            body.push(',');
        }
        body.push_str(&serde_json::to_string(told).ok()?);
        if let Some(ledger) = &told.ledger {
            body.pop();
            body.push(',');
            body.push_str(ledger.get().strip_prefix('{')?);
        }
    }
    body.push_str("]}");
    Some(body)
}

/// The people that a body names: each any number that has the form of one, with `+` or `00` in front, or a user id.
fn subjects(fields: &mut Fields) -> Result<Vec<Named>, Problem> {
    let entries = fields.objects("subjects", AT_ONCE)?.unwrap_or_default();
    if entries.is_empty() {
        return Err(unfit(
            "/subjects",
            &format!("a list of 1 to {AT_ONCE} objects, each with a `phone` or a `user_id`"),
        ));
    }
    let entry = |(index, mut entry): (usize, Fields)| {
        let within = format!("/subjects/{index}");
        let read = named::take_as_written(&mut entry, &within);
        entry.end(&within)?;
        Ok(read)
    };
    entries.into_iter().enumerate().map(entry).collect()
}

fn unknown_category(category: &str) -> Problem {
    let problem = Problem::new(ProblemType::CategoryUnnoticed).field("/category");
    problem.detail("Name a category that the business has or had.").with("category", category)
}

fn told(cx: &Cx, shop: &Shop, index: usize, handle: &Handle, decided: Decided) -> Result<Told, Problem> {
    // The ledger names the subject only where a message may go and the key may make links.
    let link = |subject| shop.link(&cx.config, Token::Subject(subject));
    Ok(Told {
        index,
        subject: Some(Masked { masked: handle.masked() }),
        choices_url: decided.subject.map(link).transpose()?,
        ledger: Some(decided.told),
        ..Told::default()
    })
}
