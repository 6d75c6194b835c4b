//! How often each notice was shown, by day: what browsers report, counted in a store apart from the ledger's.
//!
//! Nothing is proven by it, for anybody can report anything, and nothing of it is personal: a day, a notice, a number.

use jatak_shared::id::NoticeId;
use jatak_shared::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::statistics::{Day, Span};
use crate::store::{Row, Store, StoreError, Value};

/// How many days are kept: a year to compare with, and the month after it to do so.
pub const KEPT: u64 = 400;

/// The largest count of a day and notice: what every JSON reader holds exactly. Reports past it change nothing.
const MOST: i64 = (1 << 53) - 1;

/// How often a notice was shown on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// The day.
    pub day: Day,
    /// The notice.
    pub notice: NoticeId,
    /// How often.
    pub count: u64,
}

/// The counts, on a store of their own.
#[derive(Debug)]
pub struct Shown<S> {
    store: S,
}

impl<S: Store> Shown<S> {
    /// The counts on this store; makes the table where there is none.
    pub fn open(store: S) -> Result<Self, StoreError> {
        store.execute(
            "CREATE TABLE IF NOT EXISTS shown (
                day INTEGER NOT NULL,
                notice TEXT NOT NULL,
                count INTEGER NOT NULL,
                PRIMARY KEY (day, notice)
             ) STRICT, WITHOUT ROWID",
            &[],
        )?;
        Ok(Self { store })
    }

    /// Adds these, and forgets what is older than [`KEPT`] days. A crash loses what was not added yet, which is no more
    /// than a statistic may lose.
    pub fn add(&self, counts: &[Count], now: Timestamp) -> Result<(), StoreError> {
        let oldest = Day::of(now).minus(KEPT);
        self.store.transaction(&mut || {
            for count in counts.iter().filter(|count| count.day > oldest) {
                let added = i64::try_from(count.count).unwrap_or(MOST).min(MOST);
                let row = [day(count.day)?, Value::Text(count.notice.to_string()), Value::Integer(added)];
                self.store.execute(
                    "INSERT INTO shown (day, notice, count) VALUES (?, ?, ?)
                     ON CONFLICT (day, notice) DO UPDATE SET count = min(count + excluded.count, 9007199254740991)",
                    &row,
                )?;
            }
            self.store.execute("DELETE FROM shown WHERE day <= ?", &[day(oldest)?])
        })
    }

    /// The counts of these days, in order of day and notice.
    pub fn read(&self, span: Span) -> Result<Vec<Count>, StoreError> {
        let sql = "SELECT day, notice, count FROM shown WHERE day BETWEEN ? AND ? ORDER BY day, notice";
        self.store.query(sql, &[day(span.from())?, day(span.to())?])?.iter().map(count).collect()
    }
}

fn day(day: Day) -> Result<Value, StoreError> {
    i64::try_from(day.number()).map(Value::Integer).map_err(|_| StoreError::Corrupt("a day beyond all days".into()))
}

/// A row of day, notice and count.
pub(crate) fn count(row: &Row) -> Result<Count, StoreError> {
    let corrupt = |what: &str| StoreError::Corrupt(format!("{what} cannot be read"));
    let whole = |column| u64::try_from(row.integer(column)?).map_err(|_| corrupt("a negative number"));
    Ok(Count {
        day: Day::from_number(whole(0)?),
        notice: row.text(1)?.parse().map_err(|_| corrupt("a notice's id"))?,
        count: whole(2)?,
    })
}
