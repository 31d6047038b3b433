//! Thousands of mails that one fact sends: they are put into the outbox before it, some at a time, while others write in between,
//! and go with it or not at all.
//!
//! Invariant: whatever ends the work on a fact, its batch is settled: by whoever began it, and if that one died, by the worker
//! of any server.

use chrono::{DateTime, Duration, Utc};

use super::post::{Made, rows};
use super::{Fault, waiting_as_the_program};
use crate::app::App;
use crate::domain::ids::BatchId;
use crate::store::{Db, StoreError, Trouble, outbox};

/// How many mails are written at a time.
const SOME: i64 = 200;
/// How long nobody doubts that whoever began a batch is still at it.
const TRUSTED: Duration = Duration::minutes(10);

/// Mails in the outbox that do not go yet. Once it is dropped they go, if it was released, or are removed.
pub(super) struct Batch<'a> {
    app: &'a App,
    id: BatchId,
}

impl<'a> Batch<'a> {
    /// An empty one.
    pub(super) fn open(app: &'a App) -> Result<Batch<'a>, StoreError> {
        let now = app.clock.now();
        let id: BatchId = app.random.id(now);
        app.store.write(|db| outbox::open_batch(db, &id, now))?;
        Ok(Batch { app, id })
    }

    /// Puts mails into it.
    pub(super) fn add(&self, mails: &[Made], now: DateTime<Utc>) -> Result<(), StoreError> {
        let rows = rows(&mails.iter().collect::<Vec<_>>());
        let add = || self.app.store.write(|db| outbox::add_to_batch(db, &self.id, &rows, now));
        match waiting_as_the_program(add)? {
            true => Ok(()),
            false => Err(took_too_long()),
        }
    }

    /// Lets its mails go with the transaction of the fact.
    pub(super) fn release(&self, db: &mut Db) -> Result<(), StoreError> {
        if outbox::release_batch(db, &self.id)? { Ok(()) } else { Err(took_too_long()) }
    }
}

impl Drop for Batch<'_> {
    fn drop(&mut self) {
        let settled = waiting_as_the_program(|| {
            self.app.store.write(|db| outbox::drop_batch(db, &self.id))?;
            settle(self.app, &self.id)
        });
        if let Err(error) = settled {
            tracing::warn!(%error, "a batch of mails is left to the worker");
        }
    }
}

/// The worker has taken the batch for one that nobody works at any more.
fn took_too_long() -> StoreError {
    StoreError::Unavailable(Trouble::Busy, "it took too long to make the mails".to_string())
}

/// Sees to all mails of a batch that is released or dropped, some at a time.
fn settle(app: &App, id: &BatchId) -> Result<(), StoreError> {
    while app.store.write(|db| outbox::settle_some(db, id, SOME))? {}
    Ok(())
}

/// Settles the batches that somebody left who died, or had no database; how many there were.
pub fn settle_left(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let left = app.store.read(|db| outbox::list_unsettled_batches(db, now - TRUSTED, now + TRUSTED))?;
    for id in &left {
        app.store.write(|db| outbox::drop_batch(db, id))?;
        settle(app, id)?;
    }
    Ok(left.len())
}
