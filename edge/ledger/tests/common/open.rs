//! A store that a test sees into: how many rows a table has.

use std::rc::Rc;

use jatak_ledger::native::NativeStore;
use jatak_ledger::store::{Row, Store, StoreError, Value};

use super::Desk;

/// A store that a test looks into, or spoils, beside the engine.
#[derive(Clone)]
pub struct Open(Rc<NativeStore>);

impl Store for Open {
    fn execute(&self, sql: &str, parameters: &[Value]) -> Result<(), StoreError> {
        self.0.execute(sql, parameters)
    }

    fn query(&self, sql: &str, parameters: &[Value]) -> Result<Vec<Row>, StoreError> {
        self.0.query(sql, parameters)
    }

    fn transaction(&self, work: &mut dyn FnMut() -> Result<(), StoreError>) -> Result<(), StoreError> {
        self.0.transaction(work)
    }
}

impl Open {
    pub fn count(&self, table: &str) -> i64 {
        self.query(&format!("SELECT count(*) FROM {table}"), &[]).unwrap()[0].integer(0).unwrap()
    }
}

/// A ledger on such a store, of a business that is in WhatsApp.
pub fn open(verification: &str) -> (Desk<Open>, Open) {
    let (desk, store) = Desk::open();
    (desk.in_whatsapp(verification), store)
}

impl Desk<Open> {
    /// A ledger, and the store beneath it.
    pub fn open() -> (Self, Open) {
        let store = Open(Rc::new(NativeStore::in_memory().unwrap()));
        (Self::on(store.clone()), store)
    }
}
