//! The table `noes`: how many noes each category got on each day. Nothing in it is personal, and it outlasts erasures.

use super::{list, signed, unsigned, word};
use crate::statistics::{Day, Noes, Span};
use crate::store::{Row, Store, StoreError, Value};

/// Stands for "stop everything" where a category would stand, as in exports. No category has such an id.
const EVERYTHING: &str = "*";

/// Adds these. In the transaction that writes the events which they are counted from: a crash leaves both or neither.
pub(crate) fn add(store: &impl Store, noes: &[Noes]) -> Result<(), StoreError> {
    if noes.is_empty() {
        return Ok(());
    }
    let row = |noes: &Noes| {
        let category = noes.category.as_ref().map_or_else(|| EVERYTHING.to_owned(), ToString::to_string);
        (noes.day.number(), category, noes.opt_outs, noes.stops)
    };
    // `WHERE true` tells SQLite's parser that what follows is no condition of a join.
    store.execute(
        "INSERT INTO noes (day, category, opt_outs, stops) SELECT json_extract(value, '$[0]'),
         json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]') FROM json_each(?)
         WHERE true ON CONFLICT (day, category) DO UPDATE SET opt_outs = opt_outs + excluded.opt_outs,
         stops = stops + excluded.stops",
        &[list(noes.iter().map(row))?],
    )
}

/// The noes of these days, in order of day and category, "stop everything" first.
pub(crate) fn read(store: &impl Store, span: Span) -> Result<Vec<Noes>, StoreError> {
    let sql = "SELECT day, category, opt_outs, stops FROM noes WHERE day BETWEEN ? AND ? ORDER BY day, category";
    let days = [Value::Integer(signed(span.from().number())?), Value::Integer(signed(span.to().number())?)];
    store.query(sql, &days)?.iter().map(noes).collect()
}

fn noes(row: &Row) -> Result<Noes, StoreError> {
    let category = row.text(1)?;
    Ok(Noes {
        day: Day::from_number(unsigned(row.integer(0)?, "day")?),
        category: (category != EVERYTHING).then(|| word(category, "category id")).transpose()?,
        opt_outs: unsigned(row.integer(2)?, "a sum")?,
        stops: unsigned(row.integer(3)?, "a sum")?,
    })
}
