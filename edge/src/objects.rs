//! The Durable Objects: thin shells around `jatak-ledger`.

#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod directory;
#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod heads;
#[expect(missing_docs, reason = "`durable_object` makes public items of its own")]
pub mod ledger;
