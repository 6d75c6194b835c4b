//! Imports: each step is one call, so that others get their turn between two.

use std::rc::Rc;

use jatak_ledger::engine::Engine;
use jatak_ledger::import::ImportRefusal;
use jatak_ledger::store::StoreError;

use super::{Inner, done};
use crate::calls::{ImportCall, Reply};
use crate::rim::{self, DrawnAhead};
use crate::store::DurableStore;

impl Inner {
    /// Carries out one step of an import. What waits in memory is settled before a commit: a no that came first must
    /// win, as one that stands does. Nothing is awaited in between, so nothing comes in between.
    pub(super) async fn import(
        self: Rc<Self>,
        engine: Rc<Engine<DurableStore>>,
        step: ImportCall,
    ) -> Result<Reply, StoreError> {
        let signs = matches!(step, ImportCall::Commit(_));
        while signs && self.commit_batch(&engine) {}
        // The log may have begun anew meanwhile; then another engine signs.
        let engine = self.present(&engine);
        let reply = carry_out(&engine, step)?;
        self.arm_or_log(&engine).await;
        if signs {
            self.publish_soon(engine);
        }
        Ok(reply)
    }
}

fn carry_out(engine: &Engine<DurableStore>, step: ImportCall) -> Result<Reply, StoreError> {
    let (now, mut random) = (rim::now(), DrawnAhead::default());
    Ok(match step {
        ImportCall::Begin(how) => done(&engine.begin_import(&how, now, &mut random)?),
        ImportCall::Stage(id, chunk) => done(&engine.stage_import(id, &chunk)?),
        ImportCall::Finish(id, file) => done(&engine.finish_import(id, file)?),
        ImportCall::Report(id, after, limit) => {
            done(&engine.import_report(id, after, limit, now)?.ok_or(ImportRefusal::NotFound))
        }
        ImportCall::Commit(id) => done(&engine.commit_import(id, now, &mut random)?),
        ImportCall::Delete(id) => done(&engine.delete_import(id)?),
    })
}
