//! Holding a locale's file to the declarations.

use std::collections::{BTreeMap, BTreeSet};

use crate::fault::Fault;
use crate::plural::Plurals;
use crate::read::{self, Line, Piece, Read, Value};
use crate::schema::{CHECKER, EDITION, FORM, Group, Kind, OTHERS, PAGES, Text};

/// Who may have reviewed a locked sentence; `Review` in `src/wording/words.rs`.
const REVIEWS: [&str; 3] = ["none", "speaker", "lawyer"];

/// The attribute that says so.
const REVIEWED_BY: &str = "reviewed_by";

/// A locale in which nothing is wrong: the texts of each group, in the order of their declaration.
pub(crate) struct Locale {
    /// Its code, which is the file's name.
    pub code: String,
    /// Its editions, oldest first.
    pub editions: Vec<Vec<Fit>>,
    /// The groups of the form, of the pages, and those by themselves, in the order of `schema`.
    pub groups: BTreeMap<&'static str, Vec<Fit>>,
}

/// A text that is as it is declared, as a template with `{slots}`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Fit {
    /// One template.
    Plain(String),
    /// One template, and who has reviewed it.
    Locked { text: String, reviewed_by: &'static str },
    /// The forms, and for each number the place of its form; empty where there is one form.
    Counted { forms: Vec<String>, form_of: Vec<usize> },
}

/// Checks the file of the language called `code`.
pub(crate) fn locale(code: &str, text: &str) -> Result<Locale, Vec<Fault>> {
    let mut checker = Checker { code, faults: Vec::new(), plurals: None, read: BTreeMap::new() };
    match Plurals::of(code) {
        Ok(plurals) => checker.plurals = Some(plurals),
        Err(reason) => checker.fault("", reason),
    }
    let (messages, faults) = read::messages(text);
    checker.read = messages;
    // Texts that could not be read are not also missing.
    let unread: BTreeSet<_> = faults.iter().map(|(id, _)| id.clone()).collect();
    for (id, reason) in faults {
        checker.fault(&id, reason);
    }
    let mut editions = Vec::new();
    while editions.is_empty() || checker.has_edition(editions.len() + 1) {
        editions.push(checker.group(&EDITION, &format!("edition-{}", editions.len() + 1), &unread));
    }
    let mut groups = BTreeMap::new();
    for (_, group) in FORM.iter().chain(PAGES).chain(CHECKER).chain(OTHERS) {
        groups.insert(group.name, checker.group(group, group.prefix, &unread));
    }
    for id in std::mem::take(&mut checker.read).into_keys() {
        checker.fault(&id, "is no text of ours: take it out, or mend its id".to_owned());
    }
    if checker.faults.is_empty() { Ok(Locale { code: code.to_owned(), editions, groups }) } else { Err(checker.faults) }
}

struct Checker<'c> {
    code: &'c str,
    faults: Vec<Fault>,
    plurals: Option<Plurals>,
    /// What was read and not yet asked for.
    read: BTreeMap<String, Read>,
}

impl Checker<'_> {
    fn fault(&mut self, id: &str, reason: String) {
        self.faults.push(Fault { locale: self.code.to_owned(), id: id.to_owned(), reason });
    }

    fn has_edition(&self, number: usize) -> bool {
        let prefix = format!("edition-{number}-");
        self.read.keys().any(|id| id.starts_with(&prefix))
    }

    /// The texts of a group whose ids begin with `prefix`.
    fn group(&mut self, group: &Group, prefix: &str, unread: &BTreeSet<String>) -> Vec<Fit> {
        let mut texts = Vec::new();
        for text in group.texts {
            let id = text.id(prefix);
            match self.read.remove(&id) {
                Some(read) => match self.fit(text, read) {
                    Ok(fit) => texts.push(fit),
                    Err(reason) => self.fault(&id, reason),
                },
                None if unread.contains(&id) => {}
                None => self.fault(&id, "is missing".to_owned()),
            }
        }
        texts
    }

    /// The text as it is kept, or why it cannot be.
    fn fit(&self, text: &Text, read: Read) -> Result<Fit, String> {
        let reviewed_by = review(text.kind, &read.attributes)?;
        match (text.kind, read.value) {
            (Kind::Plain, Value::One(line)) => Ok(Fit::Plain(template(&line, text.slots)?)),
            (Kind::Locked, Value::One(line)) => Ok(Fit::Locked { text: template(&line, text.slots)?, reviewed_by }),
            (Kind::Counted, Value::One(line)) => {
                Ok(Fit::Counted { forms: vec![template(&line, text.slots)?], form_of: Vec::new() })
            }
            (Kind::Counted, Value::Counted { by, forms }) => self.counted(text, &by, &forms),
            (Kind::Plain | Kind::Locked, Value::Counted { .. }) => Err("cannot select: it is not counted".to_owned()),
        }
    }

    fn counted(&self, text: &Text, by: &str, forms: &[(String, Line)]) -> Result<Fit, String> {
        if !text.slots.contains(&by) {
            return Err(format!("selects by ${by}, which is no placeholder of this text"));
        }
        let plurals = self.plurals.as_ref().ok_or("cannot select: the language is unknown")?;
        let known = plurals.names();
        let names: Vec<_> = forms.iter().map(|(name, _)| name.clone()).collect();
        for (place, name) in names.iter().enumerate() {
            if !known.contains(&name.as_str()) {
                return Err(format!("selects [{name}], and this language has {}", known.join(", ")));
            }
            if names.iter().take(place).any(|before| before == name) {
                return Err(format!("selects [{name}] twice"));
            }
        }
        if names.last().is_none_or(|name| name != "other") {
            return Err("must have *[other] as its default".to_owned());
        }
        let form_of = plurals.table(&names);
        let forms = forms.iter().map(|(_, line)| template(line, text.slots)).collect::<Result<_, _>>()?;
        Ok(Fit::Counted { forms, form_of })
    }
}

/// Who has reviewed a text: said by every locked one, and by no other.
fn review(kind: Kind, attributes: &[(String, Line)]) -> Result<&'static str, String> {
    let locked = kind == Kind::Locked;
    let mut reviewed_by = None;
    for (name, value) in attributes {
        if name != REVIEWED_BY || !locked || reviewed_by.is_some() {
            return Err(format!("has an attribute .{name} that does not belong here"));
        }
        let word = template(value, &[])?;
        let known = REVIEWS.into_iter().find(|known| *known == word);
        reviewed_by = Some(known.ok_or(format!("says .{REVIEWED_BY} = {word}, which must be {}", REVIEWS.join(", ")))?);
    }
    match reviewed_by {
        None if locked => Err(format!("lacks .{REVIEWED_BY}; say none where nobody has")),
        other => Ok(other.unwrap_or(REVIEWS[0])),
    }
}

/// The template of `line`, which must have each of `slots` once and no other.
fn template(line: &Line, slots: &[&str]) -> Result<String, String> {
    for slot in slots {
        match line.iter().filter(|piece| **piece == Piece::Slot((*slot).to_owned())).count() {
            1 => {}
            0 => return Err(format!("has lost {{ ${slot} }}")),
            _ => return Err(format!("has {{ ${slot} }} more than once")),
        }
    }
    let mut template = String::new();
    for piece in line {
        match piece {
            Piece::Text(text) => template.push_str(text),
            Piece::Slot(slot) if slots.contains(&slot.as_str()) => template.extend(["{", slot.as_str(), "}"]),
            Piece::Slot(slot) => return Err(format!("has an unknown placeholder {{ ${slot} }}")),
        }
    }
    Ok(template)
}
