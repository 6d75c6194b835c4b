//! Rewording: the few strings of the form that a business may word itself, besides its categories.

use serde::Serialize;

use super::limits;
use super::read::{Node, Reader};

/// The strings a business words itself in one locale; what is absent stays as we word it.
///
/// Any of these that differs from ours marks the notice `custom_wording`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rewording {
    /// The heading above the form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// The name of the group of boxes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legend: Option<String>,
    /// The button that says yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub submit: Option<String>,
    /// The heading after a yes was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success_heading: Option<String>,
    /// The sentence under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub success_text: Option<String>,
}

/// The members that may be reworded.
const OPEN: &str = "heading, legend, submit, success_heading and success_text";

/// The sentences that may not: what a yes rests on is the same for every business.
const LOCKED: &[&str] = &["statement", "not_a_condition", "withdrawal", "controller", "privacy"];

impl Rewording {
    /// Reads the rewording of one locale.
    pub(super) fn read(reader: &mut Reader, node: Node<'_>) -> Option<Self> {
        let object = reader.open(node)?;
        let mut rewording = Self::default();
        for (key, member) in object.members() {
            let (slot, max) = match key {
                "heading" => (&mut rewording.heading, limits::HEADING),
                "legend" => (&mut rewording.legend, limits::LEGEND),
                "submit" => (&mut rewording.submit, limits::SUBMIT),
                "success_heading" => (&mut rewording.success_heading, limits::SUCCESS_HEADING),
                "success_text" => (&mut rewording.success_text, limits::SUCCESS_TEXT),
                locked if LOCKED.contains(&locked) => {
                    reader.fault(member.path, "is locked: every business shows this sentence as it is; remove it here");
                    continue;
                }
                _ => {
                    reader.fault(member.path, format!("cannot be reworded; remove it (what can: {OPEN})"));
                    continue;
                }
            };
            *slot = reader.words(&member, max);
        }
        Some(rewording)
    }

    /// Whether it rewords nothing.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
