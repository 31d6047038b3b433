//! The bytes of the pictures that organisers have uploaded.

use diesel::prelude::*;

use super::error::known;
use super::schema::event_pictures;
use super::{Db, StoreError};
use crate::domain::ids::EventId;
use crate::domain::picture::{PictureFormat, PictureKind};

/// Stores an event's picture in the place of one of the same kind.
pub fn put(
    db: &mut Db,
    event: &EventId,
    kind: PictureKind,
    format: PictureFormat,
    content: &[u8],
) -> Result<(), StoreError> {
    delete(db, event, kind)?;
    diesel::insert_into(event_pictures::table)
        .values((
            event_pictures::event_id.eq(event.as_str()),
            event_pictures::kind.eq(kind.code()),
            event_pictures::format.eq(format.code()),
            event_pictures::content.eq(content),
        ))
        .execute(db)?;
    Ok(())
}

/// The format and bytes of an event's picture.
pub fn get(db: &mut Db, event: &EventId, kind: PictureKind) -> Result<(PictureFormat, Vec<u8>), StoreError> {
    let (format, content): (String, Vec<u8>) = event_pictures::table
        .find((event.as_str(), kind.code()))
        .select((event_pictures::format, event_pictures::content))
        .first(db)?;
    Ok((known("picture format", &format, PictureFormat::parse(&format))?, content))
}

/// Removes an event's picture, if there is one.
pub fn delete(db: &mut Db, event: &EventId, kind: PictureKind) -> Result<(), StoreError> {
    diesel::delete(event_pictures::table.find((event.as_str(), kind.code()))).execute(db)?;
    Ok(())
}
