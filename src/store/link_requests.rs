//! Addresses for which somebody asks for a new personal link, until they are answered.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::schema::link_requests;
use super::{Db, StoreError};
use crate::domain::ids::EventId;
use crate::domain::text::Email;

/// Keeps what was asked for; asking again before the answer is the same request.
pub fn put(db: &mut Db, event: &EventId, email: &Email, now: DateTime<Utc>) -> Result<(), StoreError> {
    delete(db, event, email)?;
    diesel::insert_into(link_requests::table)
        .values((
            link_requests::event_id.eq(event.as_str()),
            link_requests::email_key.eq(email.key()),
            link_requests::email.eq(email.as_str()),
            link_requests::asked_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Some requests, the oldest first.
pub fn list(db: &mut Db, most: i64) -> Result<Vec<(EventId, Email)>, StoreError> {
    let rows: Vec<(String, String)> = link_requests::table
        .order((link_requests::asked_at, link_requests::email_key))
        .limit(most)
        .select((link_requests::event_id, link_requests::email))
        .load(db)?;
    let read = |(event, text): (String, String)| {
        Ok((EventId(event), known("email", &text, Email::parse(&text).ok())?))
    };
    rows.into_iter().map(read).collect()
}

/// Forgets a request; gives whether there was one.
pub fn delete(db: &mut Db, event: &EventId, email: &Email) -> Result<bool, StoreError> {
    let request = link_requests::table.find((event.as_str(), email.key()));
    Ok(diesel::delete(request).execute(db)? == 1)
}
