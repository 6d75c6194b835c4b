//! Which records of a ledger are wanted.

use serde::{Deserialize, Serialize};

use crate::category::CategoryId;
use crate::state::State;
use crate::time::Timestamp;

/// Which records are wanted; what is absent holds nothing back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    /// Only this category.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category: Option<CategoryId>,
    /// Not before this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Timestamp>,
    /// Only this state.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<State>,
    /// Not after this moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Timestamp>,
}

impl Filter {
    /// Whether nothing is held back.
    pub fn takes_all(&self) -> bool {
        *self == Self::default()
    }

    /// Whether this moment is wanted.
    pub fn takes_time(&self, moment: Timestamp) -> bool {
        self.from.is_none_or(|from| from <= moment) && self.to.is_none_or(|to| moment <= to)
    }

    /// Whether what happened to a category is wanted.
    pub fn takes_change(&self, category: &CategoryId, state: State) -> bool {
        self.takes_category(category) && self.takes_state(state)
    }

    /// Whether this category is wanted.
    pub fn takes_category(&self, category: &CategoryId) -> bool {
        self.category.as_ref().is_none_or(|wanted| wanted == category)
    }

    /// Whether a "stop everything" is wanted: it is about every category, so only the state can hold it back.
    pub fn takes_everything(&self) -> bool {
        self.takes_state(State::Withdrawn)
    }

    /// Whether records that are about no category are wanted.
    pub fn takes_uncategorised(&self) -> bool {
        self.category.is_none() && self.state.is_none()
    }

    fn takes_state(&self, state: State) -> bool {
        self.state.is_none_or(|wanted| wanted == state)
    }
}
