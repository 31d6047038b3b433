//! Who was invited and until when they can answer. Of each participant the latest invitation alone is kept.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{insert_all, utc};
use super::schema::{invitations, registrations};
use super::{Db, StoreError};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::invitation::Invitation;
use crate::domain::registration::RegistrationState;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = invitations, treat_none_as_default_value = false)]
struct Row {
    participant_id: String,
    invited_at: NaiveDateTime,
    ends_at: NaiveDateTime,
    remind_at: Option<NaiveDateTime>,
    answered_at: Option<NaiveDateTime>,
}

impl Row {
    fn of(one: &Invitation) -> Row {
        Row {
            participant_id: one.participant.0.clone(),
            invited_at: one.invited_at.naive_utc(),
            ends_at: one.ends_at.naive_utc(),
            remind_at: one.remind_at.map(|at| at.naive_utc()),
            answered_at: one.answered_at.map(|at| at.naive_utc()),
        }
    }

    fn into_invitation(self) -> Invitation {
        Invitation {
            participant: ParticipantId(self.participant_id),
            invited_at: utc(self.invited_at),
            ends_at: utc(self.ends_at),
            remind_at: self.remind_at.map(utc),
            answered_at: self.answered_at.map(utc),
        }
    }
}

/// Stores invitations, in place of earlier ones of the same people.
pub fn put_many(db: &mut Db, new: &[Invitation]) -> Result<(), StoreError> {
    // SQLite takes 32,766 parameters in a statement.
    for part in new.chunks(5_000) {
        let ids: Vec<&str> = part.iter().map(|one| one.participant.as_str()).collect();
        diesel::delete(invitations::table.filter(invitations::participant_id.eq_any(ids))).execute(db)?;
    }
    let rows: Vec<Row> = new.iter().map(Row::of).collect();
    insert_all!(db, invitations::table, rows);
    Ok(())
}

/// Somebody's invitation, if they were ever invited.
pub fn find(db: &mut Db, who: &ParticipantId) -> Result<Option<Invitation>, StoreError> {
    let row: Option<Row> = invitations::table.find(who.as_str()).first(db).optional()?;
    Ok(row.map(Row::into_invitation))
}

/// Notes that somebody comes, in whatever way they said so: there is nothing to answer any more. Whoever was never invited has
/// nothing to answer either.
pub fn note_coming(db: &mut Db, who: &ParticipantId, now: DateTime<Utc>) -> Result<(), StoreError> {
    note_declined(db, who, now)?;
    withdraw(db, who, now)
}

/// Ends an invitation that is open, answered or not.
pub fn withdraw(db: &mut Db, who: &ParticipantId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(invitations::table.find(who.as_str()))
        .set((invitations::ends_at.eq(now.naive_utc()), invitations::remind_at.eq(None::<NaiveDateTime>)))
        .execute(db)?;
    Ok(())
}

/// Notes that somebody declined; until it ends they can still accept.
pub fn note_declined(db: &mut Db, who: &ParticipantId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(invitations::table.find(who.as_str()))
        .set((invitations::answered_at.eq(now.naive_utc()), invitations::remind_at.eq(None::<NaiveDateTime>)))
        .execute(db)?;
    Ok(())
}

/// Notes that nobody is to be reminded of an invitation, or that they were.
pub fn note_reminded(db: &mut Db, who: &ParticipantId) -> Result<(), StoreError> {
    diesel::update(invitations::table.find(who.as_str()))
        .set(invitations::remind_at.eq(None::<NaiveDateTime>))
        .execute(db)?;
    Ok(())
}

/// Invitations whose reminder is due, with their events; at most `limit`.
pub fn list_to_remind(
    db: &mut Db,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(EventId, Invitation)>, StoreError> {
    let rows: Vec<(String, Row)> = invitations::table
        .inner_join(registrations::table.on(registrations::participant_id.eq(invitations::participant_id)))
        .filter(invitations::remind_at.is_not_null())
        .filter(invitations::remind_at.assume_not_null().le(now.naive_utc()))
        .order((invitations::remind_at, invitations::participant_id))
        .limit(limit)
        .select((registrations::event_id, Row::as_select()))
        .load(db)?;
    Ok(with_events(rows))
}

/// The open invitations of an event, to people who have not answered.
pub fn list_open(db: &mut Db, event: &EventId, now: DateTime<Utc>) -> Result<Vec<Invitation>, StoreError> {
    let rows: Vec<Row> = invitations::table
        .inner_join(registrations::table.on(registrations::participant_id.eq(invitations::participant_id)))
        .filter(registrations::event_id.eq(event.as_str()))
        .filter(registrations::state.eq(RegistrationState::Invited.code()))
        .filter(invitations::ends_at.gt(now.naive_utc()))
        .order(invitations::participant_id)
        .select(Row::as_select())
        .load(db)?;
    Ok(rows.into_iter().map(Row::into_invitation).collect())
}

/// Invitations that nobody answered in time, with their events; at most `limit`.
pub fn list_ended(
    db: &mut Db,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<(EventId, Invitation)>, StoreError> {
    let rows: Vec<(String, Row)> = invitations::table
        .inner_join(registrations::table.on(registrations::participant_id.eq(invitations::participant_id)))
        .filter(registrations::state.eq(RegistrationState::Invited.code()))
        .filter(invitations::answered_at.is_null())
        .filter(invitations::ends_at.le(now.naive_utc()))
        .order((invitations::ends_at, invitations::participant_id))
        .limit(limit)
        .select((registrations::event_id, Row::as_select()))
        .load(db)?;
    Ok(with_events(rows))
}

fn with_events(rows: Vec<(String, Row)>) -> Vec<(EventId, Invitation)> {
    rows.into_iter().map(|(event, row)| (EventId(event), row.into_invitation())).collect()
}
