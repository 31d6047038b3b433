//! Lists of participants that were sent and not imported yet.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::uploads;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, UploadId};

/// Stores a file.
pub fn insert(
    db: &mut Db,
    event: &EventId,
    id: &UploadId,
    file_name: &str,
    content: &[u8],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(uploads::table)
        .values((
            uploads::id.eq(id.as_str()),
            uploads::event_id.eq(event.as_str()),
            uploads::file_name.eq(file_name),
            uploads::content.eq(content),
            uploads::created_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// The name and content of an event's file.
pub fn get(db: &mut Db, event: &EventId, id: &UploadId) -> Result<(String, Vec<u8>), StoreError> {
    let file = uploads::table
        .find(id.as_str())
        .filter(uploads::event_id.eq(event.as_str()))
        .select((uploads::file_name, uploads::content))
        .first(db)?;
    Ok(file)
}

/// Removes an event's file.
pub fn delete(db: &mut Db, event: &EventId, id: &UploadId) -> Result<(), StoreError> {
    diesel::delete(uploads::table.find(id.as_str()).filter(uploads::event_id.eq(event.as_str())))
        .execute(db)?;
    Ok(())
}

/// Removes the files of all events that came before a moment.
pub fn delete_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    Ok(diesel::delete(uploads::table.filter(uploads::created_at.lt(before.naive_utc()))).execute(db)?)
}
