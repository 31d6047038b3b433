//! A write in progress, as its steps hand it on.

use chrono::{DateTime, Utc};

use crate::app::App;
use crate::store::{Db, StoreError};

/// The transaction of one use case, with the world around it and the one time at which all of it happens.
pub struct Tx<'a> {
    pub app: &'a App,
    pub db: &'a mut Db,
    pub now: DateTime<Utc>,
}

/// Writes in one transaction, at the time at which it was asked for. The steps may run more than once, see
/// [`crate::store::Store::write`].
pub fn write<T, E: From<StoreError>>(app: &App, steps: impl Fn(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
    write_at(app, app.clock.now(), steps)
}

/// The same for a use case that knew the time before.
pub(super) fn write_at<T, E: From<StoreError>>(
    app: &App,
    now: DateTime<Utc>,
    steps: impl Fn(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    app.store.write(|db| steps(&mut Tx { app, db, now }))
}
