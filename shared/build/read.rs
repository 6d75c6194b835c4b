//! Reading a locale's file: the part of Fluent that a text of ours may use.
//!
//! That is one line of text with `{ $placeholders }`, attributes, and a selector on a number where a text is counted.
//! Whatever else Fluent can do would have to be carried out at run time, and nothing of it is there.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::parser;

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// As it stands.
    Text(String),
    /// A placeholder's name.
    Slot(String),
}

/// A text without a selector.
pub(crate) type Line = Vec<Piece>;

/// A message's value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// One text for all.
    One(Line),
    /// A text for each form, on the number called so; the default last.
    Counted { by: String, forms: Vec<(String, Line)> },
}

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Read {
    /// Its value.
    pub value: Value,
    /// Its attributes, as they stand.
    pub attributes: Vec<(String, Line)>,
}

/// The messages of a file by id, and what is wrong with it: an id, empty where there is none, and the reason.
pub(crate) fn messages(text: &str) -> (BTreeMap<String, Read>, Vec<(String, String)>) {
    let mut faults = Vec::new();
    let resource = parser::parse(text).unwrap_or_else(|(resource, errors)| {
        faults.extend(errors.into_iter().map(|error| {
            let line = text.get(..error.pos.start).unwrap_or(text).matches('\n').count() + 1;
            (String::new(), format!("line {line}: {}", error.kind))
        }));
        resource
    });
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                match read(message) {
                    Ok(read) if !messages.contains_key(&id) => {
                        messages.insert(id, read);
                    }
                    Ok(_) => faults.push((id, "stands there twice".to_owned())),
                    Err(reason) => faults.push((id, reason)),
                }
            }
            Entry::Term(term) => faults.push((format!("-{}", term.id.name), "terms are not supported".to_owned())),
            // Junk was reported by the parser already.
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
    (messages, faults)
}

fn read(message: Message<&str>) -> Result<Read, String> {
    let value = value(message.value.ok_or("has no text")?)?;
    let attributes = message.attributes.into_iter();
    let attributes =
        attributes.map(|one| Ok((one.id.name.to_owned(), line(one.value)?))).collect::<Result<_, String>>()?;
    Ok(Read { value, attributes })
}

fn value(pattern: Pattern<&str>) -> Result<Value, String> {
    let mut elements = pattern.elements;
    let select = matches!(elements.as_slice(), [PatternElement::Placeable { expression: Expression::Select { .. } }]);
    match elements.pop() {
        Some(PatternElement::Placeable { expression: Expression::Select { selector, variants } }) if select => {
            let InlineExpression::VariableReference { id } = selector else {
                return Err("selects by something other than a placeholder".to_owned());
            };
            Ok(Value::Counted { by: id.name.to_owned(), forms: forms(variants)? })
        }
        last => {
            elements.extend(last);
            Ok(Value::One(line(Pattern { elements })?))
        }
    }
}

/// The variants of a selector, the default last.
fn forms(variants: Vec<Variant<&str>>) -> Result<Vec<(String, Line)>, String> {
    let mut forms = Vec::new();
    let mut default = None;
    for variant in variants {
        let VariantKey::Identifier { name } = variant.key else {
            return Err("selects by a number; use the name of a form, such as [few]".to_owned());
        };
        let form = (name.to_owned(), line(variant.value)?);
        if variant.default { default = Some(form) } else { forms.push(form) }
    }
    forms.extend(default);
    Ok(forms)
}

fn line(pattern: Pattern<&str>) -> Result<Line, String> {
    let mut line = Vec::new();
    for element in pattern.elements {
        line.push(match element {
            PatternElement::TextElement { value } if value.contains('\n') => {
                return Err("has more than one line".to_owned());
            }
            PatternElement::TextElement { value } => Piece::Text(value.to_owned()),
            PatternElement::Placeable {
                expression: Expression::Inline(InlineExpression::VariableReference { id }),
            } => Piece::Slot(id.name.to_owned()),
            PatternElement::Placeable { .. } => {
                return Err("has braces around something other than a $placeholder".to_owned());
            }
        });
    }
    Ok(line)
}
