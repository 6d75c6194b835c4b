//! The tables, and how an older database becomes a newer one.

use jatak_shared::time::Timestamp;

use crate::store::{Store, StoreError, Value};

/// Each entry brings a database from one version to the next; statements run one at a time, since a Durable Object
/// takes one statement a call. An entry that has landed is never edited: a change is a new entry.
const MIGRATIONS: &[&[&str]] = &[
    &[
        // The business itself, one row. `settings` is canonical JSON.
        "CREATE TABLE business (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        id TEXT NOT NULL,
        slug TEXT NOT NULL,
        settings TEXT NOT NULL
     ) STRICT",
        // Random keys of this business, sealed with the worker's secret. Old versions stay: links are permanent.
        "CREATE TABLE sealed_keys (
        purpose TEXT NOT NULL,
        version INTEGER NOT NULL,
        sealed BLOB NOT NULL,
        PRIMARY KEY (purpose, version)
     ) STRICT",
        // Every category the business ever had, with the preset it first had: an id is never reused for another purpose.
        "CREATE TABLE categories (
        id TEXT PRIMARY KEY,
        class TEXT NOT NULL,
        preset TEXT
     ) STRICT",
        // Every notice ever published; `current` is 1 for the one shown in its language.
        "CREATE TABLE notices (
        id TEXT PRIMARY KEY,
        locale TEXT NOT NULL,
        body TEXT NOT NULL,
        published_at INTEGER NOT NULL,
        current INTEGER NOT NULL
     ) STRICT",
        // The public part of every event, as the canonical bytes that a log is built over. No personal data.
        "CREATE TABLE events (
        seq INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        recorded_at INTEGER NOT NULL,
        leaf TEXT NOT NULL
     ) STRICT",
        // What a leaf commits to, with the random bytes of the commitment. Erasable. `subject` and `via` repeat what the
        // body says, for the indices.
        "CREATE TABLE private_parts (
        seq INTEGER PRIMARY KEY,
        subject TEXT,
        via TEXT,
        salt BLOB NOT NULL,
        body TEXT NOT NULL
     ) STRICT",
        "CREATE INDEX private_parts_by_subject ON private_parts (subject, seq) WHERE subject IS NOT NULL",
        "CREATE INDEX private_parts_by_via ON private_parts (via) WHERE via IS NOT NULL",
        // What a private part commits to: page, context, browser. Erasable sooner.
        "CREATE TABLE evidence (
        seq INTEGER PRIMARY KEY,
        salt BLOB NOT NULL,
        body TEXT NOT NULL
     ) STRICT",
        // How each subject stands: the fold of their events, kept so that a decision reads one row.
        "CREATE TABLE subjects (
        id TEXT PRIMARY KEY,
        standings TEXT NOT NULL,
        last_seq INTEGER NOT NULL,
        last_event TEXT,
        last_at INTEGER NOT NULL
     ) STRICT",
        // Who a subject is. Erasable.
        "CREATE TABLE identities (
        phone TEXT PRIMARY KEY,
        subject TEXT NOT NULL UNIQUE
     ) STRICT",
        // Numbers of erased people who had said no, as keyed hashes: the one thing kept of them.
        "CREATE TABLE suppressions (
        hash BLOB PRIMARY KEY,
        since INTEGER NOT NULL
     ) STRICT",
        // Idempotency keys of the last 24 hours, as hashes.
        "CREATE TABLE idempotency (
        key BLOB PRIMARY KEY,
        body BLOB NOT NULL,
        seq INTEGER NOT NULL,
        at INTEGER NOT NULL
     ) STRICT",
        "CREATE INDEX idempotency_by_time ON idempotency (at)",
        // API keys, as hashes.
        "CREATE TABLE api_keys (
        id TEXT PRIMARY KEY,
        hash BLOB NOT NULL UNIQUE,
        name TEXT NOT NULL,
        scopes TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        revoked_at INTEGER
     ) STRICT",
    ],
    &[
        // The Merkle log over the leaves, one row an event: its leaf hash and the hashes of all subtrees that it completes,
        // 32 bytes each, two on average. The node (level, index) lies in row (index + 1) << level at byte 32 * level. So an
        // append writes one row at the end of one table whatever the log's size, about 70 bytes an event, and a proof reads
        // at most log2(n) rows. Full tiles as blobs would take half the bytes, but every batch would write a partial one
        // of up to 8 KB anew.
        "CREATE TABLE log_nodes (
        seq INTEGER PRIMARY KEY,
        hashes BLOB NOT NULL
     ) STRICT",
        // What an act led to stands apart from what was done, under random bytes of its own, and goes with it.
        "ALTER TABLE private_parts ADD COLUMN outcome_salt BLOB",
        "ALTER TABLE private_parts ADD COLUMN outcome TEXT",
        // The first part of the log's origin, as configured when the business was founded: an origin never changes.
        "ALTER TABLE business ADD COLUMN log_name TEXT",
        // The last signed head, one row: a head at an earlier size is computed and signed again to the same bytes.
        "CREATE TABLE log_heads (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        size INTEGER NOT NULL,
        root BLOB NOT NULL,
        signed_at INTEGER NOT NULL,
        note TEXT NOT NULL
     ) STRICT",
    ],
    &[
        // What the ledger does by itself: when, how often it was asked for, how often it failed since it last went well.
        "CREATE TABLE jobs (
        kind TEXT PRIMARY KEY,
        due_at INTEGER NOT NULL,
        asked INTEGER NOT NULL,
        tries INTEGER NOT NULL
     ) STRICT",
        // Keys of before there were jobs are forgotten by one.
        "INSERT INTO jobs (kind, due_at, asked, tries) SELECT 'idempotency', max(at), 1, 0 FROM idempotency
         HAVING max(at) IS NOT NULL",
    ],
    &[
        // Imports of the last 24 hours. `file` is a keyed hash of the file and of how it was to be read, by which a retry is
        // known; it is NULL until the file is whole. `parameters` and `tally` are JSON.
        "CREATE TABLE imports (
        id TEXT PRIMARY KEY,
        begun_at INTEGER NOT NULL,
        status TEXT NOT NULL,
        file BLOB UNIQUE,
        parameters TEXT NOT NULL,
        lines INTEGER NOT NULL,
        faults INTEGER NOT NULL,
        tally TEXT NOT NULL,
        committed_at INTEGER
     ) STRICT",
        "CREATE INDEX imports_by_time ON imports (begun_at)",
        // The lines of an import, about a thousand a row. Once they are decided, `staged` is NULL, and with it every
        // number is gone; `report` lists what was not imported, by the number of its line.
        "CREATE TABLE import_chunks (
        import TEXT NOT NULL,
        chunk INTEGER NOT NULL,
        last_line INTEGER NOT NULL,
        lines INTEGER NOT NULL,
        faults INTEGER NOT NULL,
        staged TEXT,
        report TEXT,
        PRIMARY KEY (import, chunk)
     ) STRICT",
    ],
    &[
        // For retention: since when the first yes waits, and since when nothing but noes stands; NULL for most people. A
        // row of before is given the time of its last event, which is later: kept a little longer, never shorter.
        "ALTER TABLE subjects ADD COLUMN waits_since INTEGER",
        "ALTER TABLE subjects ADD COLUMN rests_since INTEGER",
        "UPDATE subjects SET waits_since = last_at WHERE EXISTS (SELECT 1 FROM json_each(standings, '$.categories')
         WHERE json_extract(value, '$.state') = 'pending')",
        "UPDATE subjects SET rests_since = last_at WHERE (json_extract(standings, '$.objection') IS NOT NULL
         OR EXISTS (SELECT 1 FROM json_each(standings, '$.categories')))
         AND NOT EXISTS (SELECT 1 FROM json_each(standings, '$.categories')
         WHERE json_extract(value, '$.state') IN ('granted', 'pending'))",
        "CREATE INDEX subjects_by_waiting ON subjects (waits_since) WHERE waits_since IS NOT NULL",
        "CREATE INDEX subjects_by_resting ON subjects (rests_since) WHERE rests_since IS NOT NULL",
    ],
    &[
        // The epochs of the log with their public keys; no row while the first goes on.
        "CREATE TABLE epochs (
        number INTEGER PRIMARY KEY,
        vkey TEXT NOT NULL,
        noted_at INTEGER NOT NULL
     ) STRICT",
        // What was erased and the place apart has not heard of yet: an event with the hash of its leaf, or, without a
        // number, the keyed hash of a suppressed one. No id is used twice: one that was told is deleted by its id, after a
        // wait in which others may come.
        "CREATE TABLE untold_erasures (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        seq INTEGER,
        hash BLOB NOT NULL
     ) STRICT",
        // What was erased before there was a place apart to tell.
        "INSERT INTO untold_erasures (seq, hash) SELECT n.seq, substr(n.hashes, 1, 32) FROM events e
         JOIN log_nodes n ON n.seq = e.seq WHERE e.id LIKE 'erased:%'",
        "INSERT INTO untold_erasures (seq, hash) SELECT NULL, hash FROM suppressions",
        // Each witness: the last head it cosigned with its line under it, if any, how often it failed since, and when it is
        // asked again at the earliest.
        "CREATE TABLE cosignatures (
        witness TEXT PRIMARY KEY,
        size INTEGER NOT NULL,
        line TEXT,
        tries INTEGER NOT NULL,
        again_at INTEGER NOT NULL
     ) STRICT",
    ],
    &[
        // For statistics: who opted in when, under which notice. Of the leaf alone, which outlasts an erasure; 90 bytes for
        // each such event, and nothing for any other.
        "CREATE INDEX events_by_opt_in ON events (recorded_at, json_extract(leaf, '$.notice'))
         WHERE json_extract(leaf, '$.kind') = 'opted_in'",
    ],
    &[
        // For statistics: how many noes each category got on each day (UTC, since 1970), `*` for "stop everything". Sums
        // without anything personal: which category a no names stands in its outcome alone, which an erasure takes.
        "CREATE TABLE noes (
        day INTEGER NOT NULL,
        category TEXT NOT NULL,
        opt_outs INTEGER NOT NULL,
        stops INTEGER NOT NULL,
        PRIMARY KEY (day, category)
     ) STRICT, WITHOUT ROWID",
        // What was said before there were sums, as far as it has not been erased.
        "INSERT INTO noes (day, category, opt_outs, stops) SELECT day, category, count(*), 0 FROM (
         SELECT e.recorded_at / 86400000 AS day, json_extract(c.value, '$.id') AS category
         FROM events e JOIN private_parts p ON p.seq = e.seq JOIN json_each(p.outcome, '$.categories') c
         WHERE json_extract(e.leaf, '$.kind') IN ('opted_out', 'choices_changed')
         AND json_extract(c.value, '$.state') = 'withdrawn'
         UNION ALL SELECT e.recorded_at / 86400000, '*' FROM events e JOIN private_parts p ON p.seq = e.seq
         WHERE json_extract(e.leaf, '$.kind') = 'opted_out' AND json_extract(p.body, '$.everything')
         ) GROUP BY day, category",
    ],
    &[
        // Messages that were reserved, and which of them went: what caps count. `call` is the idempotency key, as a hash, of
        // the call that reserved it, and `place` the subject's in its list. Erasable, and gone once no window reaches back.
        "CREATE TABLE reservations (
        id TEXT PRIMARY KEY,
        subject TEXT NOT NULL,
        category TEXT NOT NULL,
        marketing INTEGER NOT NULL,
        at INTEGER NOT NULL,
        state TEXT NOT NULL,
        call BLOB NOT NULL,
        place INTEGER NOT NULL
     ) STRICT",
        "CREATE INDEX reservations_by_subject ON reservations (subject, at)",
        "CREATE INDEX reservations_by_call ON reservations (call)",
        "CREATE INDEX reservations_by_time ON reservations (at)",
        // The calls that reserved: a keyed hash of what each asked, and, place by place, why nothing was reserved (JSON).
        "CREATE TABLE reserving (
        call BLOB PRIMARY KEY,
        body BLOB NOT NULL,
        at INTEGER NOT NULL,
        refused TEXT NOT NULL
     ) STRICT",
        "CREATE INDEX reserving_by_time ON reserving (at)",
    ],
    &[
        // Whom the business has told of events. No event waits here: the cursor says how far each was told. `serial` is the
        // number of the secret, to which it is sealed; `old_secret` is the one before, until `old_until`. `off` says why nothing
        // is sent.
        "CREATE TABLE webhook_endpoints (
        id TEXT PRIMARY KEY,
        url TEXT NOT NULL,
        kinds TEXT,
        created_at INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        secret BLOB NOT NULL,
        old_secret BLOB,
        old_until INTEGER,
        off TEXT,
        cursor INTEGER NOT NULL,
        tries INTEGER NOT NULL,
        next_at INTEGER NOT NULL,
        failing_since INTEGER,
        why TEXT,
        given_up INTEGER NOT NULL,
        last_success INTEGER
     ) STRICT",
    ],
    &[
        // Who goes by which business-scoped user id. Several may lead to one person, since ids change.
        "CREATE TABLE user_ids (user_id TEXT PRIMARY KEY, subject TEXT NOT NULL) STRICT",
        "CREATE INDEX user_ids_by_subject ON user_ids (subject)",
        // What came of somebody whose number is not known yet, until it is: canonical JSON.
        "CREATE TABLE unlinked (heard BLOB PRIMARY KEY, user_id TEXT NOT NULL, signal TEXT NOT NULL) STRICT",
        "CREATE INDEX unlinked_by_user_id ON unlinked (user_id)",
        // Which user id became which.
        "CREATE TABLE moved_user_ids (user_id TEXT PRIMARY KEY, now TEXT NOT NULL) STRICT",
        "CREATE INDEX moved_user_ids_by_now ON moved_user_ids (now)",
        // Which user id was shown with which number, of somebody whom the ledger does not know: a keyed hash of the number.
        "CREATE TABLE pairs (user_id TEXT PRIMARY KEY, number BLOB NOT NULL, until INTEGER NOT NULL) STRICT",
        "CREATE INDEX pairs_by_number ON pairs (number)",
        "CREATE INDEX pairs_by_time ON pairs (until)",
        // The numbers that people went by before, until when: what is said late from one is theirs.
        "CREATE TABLE former_numbers (
        phone TEXT NOT NULL,
        subject TEXT NOT NULL,
        until INTEGER NOT NULL,
        PRIMARY KEY (phone, subject)
     ) STRICT",
        "CREATE INDEX former_numbers_by_subject ON former_numbers (subject)",
        // What was heard already: a keyed hash of each signal that did something.
        "CREATE TABLE heard (id BLOB PRIMARY KEY, at INTEGER NOT NULL) STRICT",
        "CREATE INDEX heard_by_time ON heard (at)",
        // Codes that wait to be sent. `hash` is keyed, `poll` the hash of the secret by which the page asks, `text` that of
        // the message as prepared, `event` what came of it and `granted` whether that counts.
        "CREATE TABLE codes (
        hash BLOB PRIMARY KEY,
        poll BLOB NOT NULL UNIQUE,
        text BLOB NOT NULL,
        subject TEXT,
        offer TEXT NOT NULL,
        expires_at INTEGER NOT NULL,
        event TEXT,
        granted TEXT
     ) STRICT",
        "CREATE INDEX codes_by_time ON codes (expires_at)",
        "CREATE INDEX codes_by_subject ON codes (subject)",
        // Codes that confirmed nothing: who tried, as a keyed hash, and when.
        "CREATE TABLE wrong_codes (who BLOB NOT NULL, at INTEGER NOT NULL) STRICT",
        "CREATE INDEX wrong_codes_by_who ON wrong_codes (who, at)",
        "CREATE INDEX wrong_codes_by_time ON wrong_codes (at)",
        // Messages that a person must look at. Those with one `heard` are one message, of several people it may be from.
        "CREATE TABLE reviews (
        id TEXT PRIMARY KEY,
        subject TEXT NOT NULL,
        heard BLOB NOT NULL,
        at INTEGER NOT NULL,
        why TEXT NOT NULL,
        message TEXT,
        text TEXT,
        UNIQUE (heard, subject)
     ) STRICT",
        "CREATE INDEX reviews_by_subject ON reviews (subject)",
        // How much was delivered, and what became of it.
        "CREATE TABLE intake (word TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT",
    ],
    &[
        // A person may be known by user ids alone: a row of `subjects` that `user_ids` leads to and `identities` does not.
        // What was kept in `unlinked` because they could not is heard by the job, and nothing is kept there any more.
        "INSERT INTO jobs (kind, due_at, asked, tries) SELECT 'whatsapp', 0, 1, 0 WHERE EXISTS (SELECT 1 FROM unlinked)
         ON CONFLICT (kind) DO UPDATE SET due_at = 0, asked = asked + 1",
        // Until when a change of a user id is kept that is nobody's here; NULL where it is somebody's. Those of before get a
        // year from the last event.
        "ALTER TABLE moved_user_ids ADD COLUMN until INTEGER",
        "UPDATE moved_user_ids SET until = (SELECT coalesce(max(recorded_at), 0) FROM events) + 31536000000",
        "CREATE INDEX moved_user_ids_by_time ON moved_user_ids (until) WHERE until IS NOT NULL",
        "INSERT INTO jobs (kind, due_at, asked, tries) SELECT 'whatsapp', min(until), 1, 0 FROM moved_user_ids
         HAVING min(until) IS NOT NULL ON CONFLICT (kind) DO UPDATE SET due_at = min(due_at, excluded.due_at),
         asked = asked + 1",
        // A number that user ids were shown with is somebody's now: each is theirs, once it is seen to.
        "CREATE TABLE claims (user_id TEXT PRIMARY KEY, subject TEXT NOT NULL) STRICT",
        // Two whom the ledger knew apart were found to be one: links to the one lead to the other.
        "CREATE TABLE joined (subject TEXT PRIMARY KEY, now TEXT NOT NULL) STRICT",
        "CREATE INDEX joined_by_now ON joined (now)",
        // Two whom WhatsApp calls one and who are kept apart, each pair from either side: a no of one is the other's too.
        "CREATE TABLE conflicts (
        subject TEXT NOT NULL,
        other TEXT NOT NULL,
        PRIMARY KEY (subject, other)
     ) STRICT, WITHOUT ROWID",
    ],
    &[
        // `identities` without rows beside its key: to look a number up reads one tree fewer, and a person takes some 10 bytes less.
        // The index comes once the rows are there, since it is sorted then and not built up in random order.
        "CREATE TABLE identities_by_phone (phone TEXT PRIMARY KEY, subject TEXT NOT NULL) STRICT, WITHOUT ROWID",
        "INSERT INTO identities_by_phone (phone, subject) SELECT phone, subject FROM identities ORDER BY phone",
        "DROP TABLE identities",
        "ALTER TABLE identities_by_phone RENAME TO identities",
        "CREATE UNIQUE INDEX identities_by_subject ON identities (subject)",
    ],
    &[
        // By which hashes of 32 bytes a number stands on the suppression list, in each of its spellings, should whoever it was
        // shown with say no and be erased; NULL for those of before.
        "ALTER TABLE pairs ADD COLUMN suppressed_as BLOB",
    ],
    &[
        // Whoever is noted and has said nothing is not kept for ever either: from now on where it is not known since when.
        "UPDATE subjects SET last_at = unixepoch() * 1000, rests_since = unixepoch() * 1000 WHERE last_seq = 0",
    ],
    &[
        // The code of a submission that was never confirmed is kept with the submission, so the job that forgets must not meet it.
        "DROP INDEX codes_by_time",
        "CREATE INDEX codes_to_forget ON codes (expires_at) WHERE (subject IS NULL OR event IS NOT NULL)",
    ],
    &[
        // Nor is whoever only stopped marketing in WhatsApp or let it go on, or went by another name.
        "UPDATE subjects SET rests_since = last_at WHERE rests_since IS NULL
         AND NOT EXISTS (SELECT 1 FROM json_each(standings, '$.categories')
         WHERE json_extract(value, '$.state') IN ('granted', 'pending'))",
    ],
];

/// Brings the database to the newest version; one that is newest already is only read. Each step stands whole or not
/// at all, so that a crash half-way is mended by the next start.
pub(crate) fn migrate(store: &impl Store, now: Timestamp) -> Result<(), StoreError> {
    migrate_to(MIGRATIONS.len(), store, now)
}

fn migrate_to(newest: usize, store: &impl Store, now: Timestamp) -> Result<(), StoreError> {
    let tables = store.query("SELECT count(*) FROM sqlite_master WHERE name = 'migrations'", &[])?;
    let fresh = tables.first().map_or(Ok(0), |row| row.integer(0))? == 0;
    if fresh {
        store.execute(
            "CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT",
            &[],
        )?;
    }
    let done = store.query("SELECT count(*) FROM migrations", &[])?;
    let done = done.first().map_or(Ok(0), |row| row.integer(0))?;
    let done = usize::try_from(done).map_err(|_| StoreError::Corrupt("a negative count".into()))?;
    for (index, statements) in MIGRATIONS.iter().enumerate().take(newest).skip(done) {
        let version = i64::try_from(index + 1).map_err(|_| StoreError::Corrupt("too many migrations".into()))?;
        store.transaction(&mut || {
            for statement in *statements {
                store.execute(statement, &[])?;
            }
            let row = [Value::Integer(version), Value::Integer(now.millis())];
            store.execute("INSERT INTO migrations (version, applied_at) VALUES (?, ?)", &row)
        })?;
    }
    Ok(())
}

#[cfg(all(test, feature = "native"))]
mod tests;
