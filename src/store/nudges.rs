//! How many days before the end people of an event are reminded of what they have not said.

use diesel::prelude::*;

use super::error::known;
use super::rows::{count, stored};
use super::schema::{mailings, nudges};
use super::{Db, StoreError};
use crate::domain::ids::EventId;
use crate::domain::nudge::Nudge;

/// Those of an event, the first to go first.
pub fn list(db: &mut Db, event: &EventId) -> Result<Vec<(Nudge, u32)>, StoreError> {
    let rows: Vec<(String, i32)> = nudges::table
        .filter(nudges::event_id.eq(event.as_str()))
        .order((nudges::kind, nudges::days.desc()))
        .select((nudges::kind, nudges::days))
        .load(db)?;
    rows.into_iter()
        .map(|(kind, days)| Ok((known("nudge", &kind, Nudge::parse(&kind))?, count(days))))
        .collect()
}

/// Stores these in place of those before.
pub fn replace(db: &mut Db, event: &EventId, all: &[(Nudge, u32)]) -> Result<(), StoreError> {
    diesel::delete(nudges::table.filter(nudges::event_id.eq(event.as_str()))).execute(db)?;
    for (nudge, days) in all {
        let row = (
            nudges::event_id.eq(event.as_str()),
            nudges::kind.eq(nudge.code()),
            nudges::days.eq(stored(*days)),
        );
        diesel::insert_into(nudges::table).values(row).execute(db)?;
    }
    Ok(())
}

/// Those of all events of which a mailing is not made yet.
pub fn list_open(db: &mut Db) -> Result<Vec<(EventId, Nudge)>, StoreError> {
    let made = mailings::table
        .filter(mailings::event_id.eq(nudges::event_id))
        .filter(mailings::nudge.assume_not_null().eq(nudges::kind))
        .filter(mailings::nudge_days.assume_not_null().eq(nudges::days));
    let rows: Vec<(String, String)> = nudges::table
        .filter(diesel::dsl::not(diesel::dsl::exists(made)))
        .order((nudges::event_id, nudges::kind))
        .select((nudges::event_id, nudges::kind))
        .distinct()
        .load(db)?;
    let row =
        |(event, kind): (String, String)| Ok((EventId(event), known("nudge", &kind, Nudge::parse(&kind))?));
    rows.into_iter().map(row).collect()
}
