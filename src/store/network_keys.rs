//! The keys under which addresses of the network are hashed, one a week.

use diesel::prelude::*;

use super::rows::execute;
use super::schema::network_keys;
use super::{Db, StoreError};

/// The table; its rows never leave the database, see [`super::backup`].
pub(super) const TABLE: &str = "network_keys";

/// The key of a week, if there is one.
pub fn find(db: &mut Db, week: i64) -> Result<Option<String>, StoreError> {
    Ok(network_keys::table.find(week).select(network_keys::secret).first(db).optional()?)
}

/// Keeps a key for a week, unless there is one.
pub fn insert(db: &mut Db, week: i64, secret: &str) -> Result<(), StoreError> {
    let row = (network_keys::week.eq(week), network_keys::secret.eq(secret));
    let insert = diesel::insert_into(network_keys::table).values(row).on_conflict_do_nothing();
    execute!(db, insert);
    Ok(())
}

/// Throws away the keys of earlier weeks.
pub fn delete_before(db: &mut Db, week: i64) -> Result<usize, StoreError> {
    Ok(diesel::delete(network_keys::table.filter(network_keys::week.lt(week))).execute(db)?)
}
