//! Filters of the list of participants under names.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::rows::{from_json, to_json};
use super::schema::people_views;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ViewId};
use crate::domain::people_filter::{Filter, View};

/// The views of an event by their names.
pub fn list(db: &mut Db, event: &EventId) -> Result<Vec<View>, StoreError> {
    let rows: Vec<(String, String, String)> = people_views::table
        .filter(people_views::event_id.eq(event.as_str()))
        .order((people_views::name, people_views::id))
        .select((people_views::id, people_views::name, people_views::people))
        .load(db)?;
    let view = |(id, name, people): (String, String, String)| {
        let pairs: Vec<(String, String)> = from_json("people of a view", &people)?;
        Ok(View { id: ViewId(id), name, people: Filter::of_pairs(&pairs) })
    };
    rows.into_iter().map(view).collect()
}

/// Stores a new view.
pub fn insert(db: &mut Db, event: &EventId, view: &View, now: DateTime<Utc>) -> Result<(), StoreError> {
    let row = (
        people_views::id.eq(view.id.as_str()),
        people_views::event_id.eq(event.as_str()),
        people_views::name.eq(&view.name),
        people_views::people.eq(to_json("people of a view", &view.people.pairs())?),
        people_views::created_at.eq(now.naive_utc()),
    );
    diesel::insert_into(people_views::table).values(row).execute(db)?;
    Ok(())
}

/// Gives a view another filter.
pub fn update(db: &mut Db, view: &View) -> Result<(), StoreError> {
    let people = to_json("people of a view", &view.people.pairs())?;
    diesel::update(people_views::table.find(view.id.as_str()))
        .set(people_views::people.eq(people))
        .execute(db)?;
    Ok(())
}

/// Deletes a view of an event; gives whether there was one.
pub fn delete(db: &mut Db, event: &EventId, id: &ViewId) -> Result<bool, StoreError> {
    let view = people_views::table.find(id.as_str()).filter(people_views::event_id.eq(event.as_str()));
    Ok(diesel::delete(view).execute(db)? == 1)
}

/// Deletes every view of an event.
pub fn delete_all(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    diesel::delete(people_views::table.filter(people_views::event_id.eq(event.as_str()))).execute(db)?;
    Ok(())
}
