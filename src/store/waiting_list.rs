//! How an event's waiting list moves up, and the seats that are offered to people in it.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{count, stored, utc};
use super::schema::{events, registrations, seat_offers, waiting_list_rules};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::waiting_list::WaitingListRule;

/// The rule of an event.
pub fn rule(db: &mut Db, event: &EventId) -> Result<WaitingListRule, StoreError> {
    let row: Option<(i32, i32)> = waiting_list_rules::table
        .find(event.as_str())
        .select((waiting_list_rules::stops_hours, waiting_list_rules::asks_days))
        .first(db)
        .optional()?;
    Ok(row.map_or_else(WaitingListRule::default, |(stops, asks)| WaitingListRule {
        stops_hours: count(stops),
        asks_days: count(asks),
    }))
}

/// Stores the rule of an event.
pub fn put_rule(db: &mut Db, event: &EventId, rule: WaitingListRule) -> Result<(), StoreError> {
    diesel::delete(waiting_list_rules::table.find(event.as_str())).execute(db)?;
    diesel::insert_into(waiting_list_rules::table)
        .values((
            waiting_list_rules::event_id.eq(event.as_str()),
            waiting_list_rules::stops_hours.eq(stored(rule.stops_hours)),
            waiting_list_rules::asks_days.eq(stored(rule.asks_days)),
        ))
        .execute(db)?;
    Ok(())
}

/// Offers a seat to somebody who waits.
pub fn offer(
    db: &mut Db,
    event: &EventId,
    who: &ParticipantId,
    now: DateTime<Utc>,
    ends_at: DateTime<Utc>,
) -> Result<(), StoreError> {
    diesel::insert_into(seat_offers::table)
        .values((
            seat_offers::participant_id.eq(who.as_str()),
            seat_offers::event_id.eq(event.as_str()),
            seat_offers::offered_at.eq(now.naive_utc()),
            seat_offers::ends_at.eq(ends_at.naive_utc()),
            seat_offers::lapsed.eq(false),
        ))
        .execute(db)?;
    Ok(())
}

/// Until when the seat waits that is offered to somebody, if one is.
pub fn offered_until(db: &mut Db, who: &ParticipantId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let ends: Option<NaiveDateTime> = seat_offers::table
        .find(who.as_str())
        .filter(seat_offers::lapsed.eq(false))
        .select(seat_offers::ends_at)
        .first(db)
        .optional()?;
    Ok(ends.map(utc))
}

/// Forgets what was offered to somebody. Whether a seat was still held for them.
pub fn forget(db: &mut Db, who: &ParticipantId) -> Result<bool, StoreError> {
    let held = offered_until(db, who)?.is_some();
    diesel::delete(seat_offers::table.find(who.as_str())).execute(db)?;
    Ok(held)
}

/// Notes that nobody answered in time; the seat is no longer held.
pub fn lapse(db: &mut Db, who: &ParticipantId) -> Result<(), StoreError> {
    diesel::update(seat_offers::table.find(who.as_str())).set(seat_offers::lapsed.eq(true)).execute(db)?;
    Ok(())
}

/// Offers whose time is up, with their events; at most `limit`.
pub fn list_ended(
    db: &mut Db,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(EventId, ParticipantId)>, StoreError> {
    let rows: Vec<(String, String)> = seat_offers::table
        .filter(seat_offers::lapsed.eq(false))
        .filter(seat_offers::ends_at.le(now.naive_utc()))
        .order(seat_offers::ends_at)
        .limit(limit)
        .select((seat_offers::event_id, seat_offers::participant_id))
        .load(db)?;
    Ok(rows.into_iter().map(|(event, who)| (EventId(event), ParticipantId(who))).collect())
}

/// Who waits first and was not asked yet.
pub fn first(db: &mut Db, event: &EventId) -> Result<Option<ParticipantId>, StoreError> {
    let asked = seat_offers::table.select(seat_offers::participant_id);
    let id: Option<String> = registrations::table
        .filter(registrations::event_id.eq(event.as_str()))
        .filter(registrations::waiting_seq.is_not_null())
        .filter(registrations::participant_id.ne_all(asked))
        .order(registrations::waiting_seq)
        .select(registrations::participant_id)
        .first(db)
        .optional()?;
    Ok(id.map(ParticipantId))
}

/// Events that are not over and have both seats and people who wait and were not asked yet.
pub fn list_with_room(db: &mut Db, now: DateTime<Utc>) -> Result<Vec<EventId>, StoreError> {
    let asked = seat_offers::table.select(seat_offers::participant_id);
    let waiting = registrations::table
        .filter(registrations::waiting_seq.is_not_null())
        .filter(registrations::participant_id.ne_all(asked))
        .select(registrations::event_id);
    let has_room = events::capacity.is_null().or(events::capacity.assume_not_null().gt(events::seats_taken));
    let ids: Vec<String> = events::table
        .filter(events::id.eq_any(waiting))
        .filter(has_room)
        // Days differ from zone to zone.
        .filter(events::ends_on.ge((now - Duration::days(1)).date_naive()))
        .order(events::id)
        .select(events::id)
        .load(db)?;
    Ok(ids.into_iter().map(EventId).collect())
}
