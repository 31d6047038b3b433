//! What is remembered of imported files, by the columns that they had.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::schema::import_layouts;
use super::{Db, StoreError};
use crate::domain::ids::EventId;

/// What is remembered of files of this layout; none if there was none.
pub fn get(db: &mut Db, event: &EventId, layout: &str) -> Result<Option<String>, StoreError> {
    let found = import_layouts::table.find((event.as_str(), layout)).select(import_layouts::choices);
    Ok(found.first(db).optional()?)
}

/// Remembers it for the next one.
pub fn put(
    db: &mut Db,
    event: &EventId,
    layout: &str,
    choices: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::delete(import_layouts::table.find((event.as_str(), layout))).execute(db)?;
    diesel::insert_into(import_layouts::table)
        .values((
            import_layouts::event_id.eq(event.as_str()),
            import_layouts::layout.eq(layout),
            import_layouts::choices.eq(choices),
            import_layouts::changed_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}
