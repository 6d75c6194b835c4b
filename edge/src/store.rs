//! The ledger's store on a Durable Object's SQLite.
//!
//! `worker` has no `transactionSync`, and SQLite's own `BEGIN` is refused in a Durable Object, so the four JavaScript
//! functions that a store needs are bound here, each with its exceptions caught.

use jatak_ledger::store::{Row, Store, StoreError, Value};
use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// `DurableObjectState.storage`, with the method that `worker` lacks.
    type Storage;

    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(
        this: &Storage,
        work: &ScopedClosure<'_, dyn FnMut() -> Result<JsValue, JsValue>>,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn sql(this: &Storage) -> Sql;

    type Sql;

    #[wasm_bindgen(method, catch, variadic)]
    fn exec(this: &Sql, statement: &str, parameters: &Array) -> Result<Cursor, JsValue>;

    #[wasm_bindgen(method, catch, getter, js_name = databaseSize)]
    fn database_size(this: &Sql) -> Result<f64, JsValue>;

    type Cursor;

    #[wasm_bindgen(method, catch)]
    fn raw(this: &Cursor) -> Result<JsValue, JsValue>;

    /// Reads a cursor to its end in one call; an error on the way is thrown, not swallowed.
    #[wasm_bindgen(catch, js_namespace = Array, js_name = from)]
    fn collect(rows: &JsValue) -> Result<Array, JsValue>;
}

/// The largest whole number that JavaScript's numbers hold exactly: 2^53 - 1.
const MAX_SAFE: i64 = (1 << 53) - 1;

/// The same as JavaScript has it.
const MAX_SAFE_F64: f64 = 9_007_199_254_740_991.0;

/// The SQLite of one Durable Object.
pub struct DurableStore {
    storage: Storage,
    sql: Sql,
}

impl DurableStore {
    /// The store of the object with this state.
    pub fn new(state: &worker::State) -> Self {
        let storage: Storage = JsValue::from(state.storage().as_raw()).unchecked_into();
        let sql = storage.sql();
        Self { storage, sql }
    }

    /// Proves on this very database that a transaction which fails leaves nothing behind.
    ///
    /// Everything the ledger promises rests on that, and it rests on a binding made here; so an object asks once, when
    /// it starts, and refuses to serve otherwise. It costs no write: what it does is what is rolled back.
    pub fn check_rollback(&self) -> Result<(), StoreError> {
        const DELIBERATE: &str = "deliberate";
        let outcome = self.transaction(&mut || {
            self.execute("CREATE TABLE rollback_check (number INTEGER NOT NULL) STRICT", &[])?;
            self.execute("INSERT INTO rollback_check VALUES (?)", &[Value::Integer(1)])?;
            Err(StoreError::Failed(DELIBERATE.to_owned()))
        });
        if outcome != Err(StoreError::Failed(DELIBERATE.to_owned())) {
            return Err(StoreError::Failed(format!("a failing transaction ended with {outcome:?}")));
        }
        match self.query("SELECT 1 FROM sqlite_master WHERE name = 'rollback_check'", &[])?.len() {
            0 => Ok(()),
            _ => Err(StoreError::Corrupt("a failed transaction left its writes behind".to_owned())),
        }
    }

    fn run(&self, sql: &str, parameters: &[Value]) -> Result<Array, StoreError> {
        let bound = Array::new();
        for parameter in parameters {
            bound.push(&to_js(parameter)?);
        }
        let rows = self.sql.exec(sql, &bound).and_then(|cursor| cursor.raw()).and_then(|rows| collect(&rows));
        rows.map_err(|error| failed(&error))
    }
}

impl Store for DurableStore {
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        self.run(sql, parameters).map(drop)
    }

    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.run(sql, parameters)?
            .iter()
            // `raw` gives arrays, which need not be copied into others.
            .map(|row| {
                row.unchecked_into::<Array>().iter().map(|value| from_js(&value)).collect::<Result<_, _>>().map(Row)
            })
            .collect()
    }

    fn size(&self) -> Result<u64, StoreError> {
        let bytes = self.sql.database_size().map_err(|error| failed(&error))?;
        if !(0.0..=MAX_SAFE_F64).contains(&bytes) {
            return Err(StoreError::Corrupt("a size that is no count of bytes".to_owned()));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in range")]
        Ok(bytes as u64)
    }

    fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
        let mut refused = None;
        // What is thrown only makes `transactionSync` roll back; the error itself stays on this side.
        let mut body = || match work() {
            Ok(()) => Ok(JsValue::UNDEFINED),
            Err(error) => {
                refused = Some(error);
                Err(JsValue::from_str("rolled back"))
            }
        };
        // The closure lives only for this call, as `transactionSync` calls it at once, once, and forgets it.
        let outcome = self.storage.transaction_sync(&ScopedClosure::borrow_mut_aborting(&mut body));
        match (outcome, refused) {
            (_, Some(error)) => Err(error),
            // Committing itself failed, with the disk full for example.
            (Err(error), None) => Err(failed(&error)),
            (Ok(_), None) => Ok(()),
        }
    }
}

fn to_js(value: &Value) -> Result<JsValue, StoreError> {
    match value {
        Value::Null => Ok(JsValue::NULL),
        #[expect(clippy::cast_precision_loss, reason = "numbers up to 2^53 - 1 are exact as f64, others are refused")]
        Value::Integer(number) if (-MAX_SAFE..=MAX_SAFE).contains(number) => Ok(JsValue::from_f64(*number as f64)),
        Value::Integer(_) => Err(StoreError::Failed("a number beyond 2^53 cannot be bound".to_owned())),
        Value::Text(text) => Ok(JsValue::from_str(text)),
        Value::Blob(bytes) => Ok(Uint8Array::from(bytes.as_slice()).into()),
    }
}

fn from_js(value: &JsValue) -> Result<Value, StoreError> {
    if value.is_null() {
        Ok(Value::Null)
    } else if let Some(text) = value.as_string() {
        Ok(Value::Text(text))
    } else if let Some(number) = value.as_f64() {
        // Beyond 2^53 a number may already have been rounded on its way here.
        #[expect(clippy::cast_precision_loss, reason = "MAX_SAFE is exact as f64")]
        if number.fract() != 0.0 || number.abs() > MAX_SAFE as f64 {
            return Err(StoreError::Corrupt("a number is not whole, or beyond 2^53".to_owned()));
        }
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and in range")]
        Ok(Value::Integer(number as i64))
    } else if value.has_type::<ArrayBuffer>() {
        Ok(Value::Blob(Uint8Array::new(value).to_vec()))
    } else {
        Err(StoreError::Corrupt("a value is of no SQLite type".to_owned()))
    }
}

/// The text of a JavaScript exception; SQLite's name the statement's fault, never the bound values.
fn failed(error: &JsValue) -> StoreError {
    let text = error.dyn_ref::<js_sys::Error>().map(|error| String::from(error.message()));
    StoreError::Failed(text.or_else(|| error.as_string()).unwrap_or_else(|| "an exception without a text".to_owned()))
}
