//! The store contract: the little that the ledger asks of a SQLite, so that the Durable Object's and this machine's
//! serve alike.

/// A value bound to a statement or read from a row. SQLite's own types, less `REAL`: nothing here is measured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// SQL `NULL`.
    Null,
    /// A whole number; at most 2^53 in size, since a Durable Object passes numbers as JavaScript's.
    Integer(i64),
    /// UTF-8 text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

/// What a store can fail with. The ledger answers everyone in the batch with it and writes nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// The statement or the disk failed; the text is the store's own, without bound values.
    #[error("the store failed: {0}")]
    Failed(String),
    /// A row was not of the shape that its statement promises: the database is not what the migrations made.
    #[error("unexpected row: {0}")]
    Corrupt(String),
}

/// A SQLite as the ledger sees it.
///
/// The contract, for each implementation:
/// - `execute` and `query` take one statement with at most 100 parameters (the Durable Object's limit; lists are bound
///   as one JSON text and read with `json_each`). An error leaves earlier statements of the same transaction standing:
///   only the end of [`transaction`](Store::transaction) undoes them.
/// - When `transaction` returns `Ok`, all of its statements stand, and an answer that the caller sends afterwards
///   leaves the machine only once they are durable. When it returns `Err`, none of them stands.
/// - Transactions do not nest, and nothing else touches the database while one runs.
pub trait Store {
    /// Runs a statement that returns no rows.
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<(), StoreError>;

    /// Runs a statement and returns all of its rows, in order; no rows is an empty list, never an error.
    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, StoreError>;

    /// How many bytes the database takes, pages that are free again not counted. SQLite's own count; a platform that
    /// counts by itself, and has its own opinion of what is full, is asked instead.
    fn size(&self) -> Result<u64, StoreError> {
        let sql = "SELECT (pages.page_count - free.freelist_count) * size.page_size
                   FROM pragma_page_count() pages, pragma_freelist_count() free, pragma_page_size() size";
        let rows = self.query(sql, &[])?;
        let bytes = rows.first().map_or(Ok(0), |row| row.integer(0))?;
        u64::try_from(bytes).map_err(|_| StoreError::Corrupt("a negative size".into()))
    }

    /// Runs `work` so that either all of its statements stand or none.
    fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError>;
}

/// One row, its values in the order of the statement's columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row(pub Vec<Value>);

impl Row {
    /// The whole number in column `index`.
    pub fn integer(&self, index: usize) -> Result<i64, StoreError> {
        match self.0.get(index) {
            Some(Value::Integer(number)) => Ok(*number),
            other => Err(unexpected(index, "a whole number", other)),
        }
    }

    /// The text in column `index`.
    pub fn text(&self, index: usize) -> Result<&str, StoreError> {
        match self.0.get(index) {
            Some(Value::Text(text)) => Ok(text),
            other => Err(unexpected(index, "text", other)),
        }
    }

    /// The bytes in column `index`.
    pub fn blob(&self, index: usize) -> Result<&[u8], StoreError> {
        match self.0.get(index) {
            Some(Value::Blob(bytes)) => Ok(bytes),
            other => Err(unexpected(index, "bytes", other)),
        }
    }

    /// Whether column `index` holds `NULL`.
    pub fn is_null(&self, index: usize) -> bool {
        matches!(self.0.get(index), Some(Value::Null))
    }
}

/// Names the column and the kind found, never the value: it may be personal data.
fn unexpected(index: usize, wanted: &str, found: Option<&Value>) -> StoreError {
    let found = match found {
        None => "no such column",
        Some(Value::Null) => "NULL",
        Some(Value::Integer(_)) => "a whole number",
        Some(Value::Text(_)) => "text",
        Some(Value::Blob(_)) => "bytes",
    };
    StoreError::Corrupt(format!("column {index} should hold {wanted} but holds {found}"))
}
