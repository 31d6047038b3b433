//! From which backups this database was restored, and what came back with them.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::{accounts, events, outbox, participants, registrations, restores, rounds, seat_offers};
use super::{Db, StoreError};
use crate::domain::ids::EventId;
use crate::domain::mail::{MailState, RESTORED};
use crate::domain::registration::RegistrationState;
use crate::domain::restore::{Restore, RestoredMails};
use crate::domain::round::RoundState;

/// How much there is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contained {
    pub accounts: i64,
    pub events: i64,
    pub participants: i64,
    /// Mails that wait, and of them those that are due.
    pub waiting: i64,
    pub overdue: i64,
    /// Match rounds that were being solved: they go on.
    pub running_rounds: i64,
}

/// Counts.
pub fn contained(db: &mut Db, now: DateTime<Utc>) -> Result<Contained, StoreError> {
    let waiting = || outbox::table.filter(outbox::state.eq(MailState::Waiting.code()));
    Ok(Contained {
        accounts: accounts::table.count().get_result(db)?,
        events: events::table.count().get_result(db)?,
        participants: participants::table.count().get_result(db)?,
        waiting: waiting().count().get_result(db)?,
        overdue: waiting().filter(outbox::due_at.le(now.naive_utc())).count().get_result(db)?,
        running_rounds: rounds::table
            .filter(rounds::state.eq(RoundState::Running.code()))
            .count()
            .get_result(db)?,
    })
}

/// Events whose count of taken seats is not the number of registrations that hold one and of seats that are offered.
pub fn miscounted_events(db: &mut Db) -> Result<Vec<EventId>, StoreError> {
    let held: Vec<(String, i64)> = registrations::table
        .filter(registrations::state.eq(RegistrationState::Registered.code()))
        .group_by(registrations::event_id)
        .select((registrations::event_id, count_star()))
        .load(db)?;
    let offered: Vec<(String, i64)> = seat_offers::table
        .filter(seat_offers::lapsed.eq(false))
        .group_by(seat_offers::event_id)
        .select((seat_offers::event_id, count_star()))
        .load(db)?;
    let counted: Vec<(String, i32)> = events::table.select((events::id, events::seats_taken)).load(db)?;
    let of = |id: &str| -> i64 {
        held.iter().chain(&offered).filter(|(event, _)| event == id).map(|(_, n)| n).sum()
    };
    let wrong = counted.into_iter().filter(|(id, taken)| i64::from(*taken) != of(id));
    Ok(wrong.map(|(id, _)| EventId(id)).collect())
}

/// When the newest mail was written, or the database restored last.
pub fn newest(db: &mut Db) -> Result<Option<DateTime<Utc>>, StoreError> {
    let mail: Option<NaiveDateTime> = outbox::table.select(max(outbox::created_at)).first(db)?;
    let restore: Option<NaiveDateTime> = restores::table.select(max(restores::restored_at)).first(db)?;
    Ok(mail.max(restore).map(utc))
}

/// Notes a restore; its mails are held.
pub fn insert(db: &mut Db, restore: Restore) -> Result<(), StoreError> {
    diesel::insert_into(restores::table)
        .values((
            restores::restored_at.eq(restore.restored_at.naive_utc()),
            restores::backup_at.eq(restore.backup_at.naive_utc()),
            restores::mails.eq(RestoredMails::Held.code()),
        ))
        .execute(db)?;
    Ok(())
}

/// The restores whose mails became this.
pub fn list(db: &mut Db, mails: RestoredMails) -> Result<Vec<Restore>, StoreError> {
    let rows: Vec<(NaiveDateTime, NaiveDateTime)> = restores::table
        .filter(restores::mails.eq(mails.code()))
        .order(restores::restored_at)
        .select((restores::restored_at, restores::backup_at))
        .load(db)?;
    let restore = |(restored, backup)| Restore { restored_at: utc(restored), backup_at: utc(backup) };
    Ok(rows.into_iter().map(restore).collect())
}

/// Notes what becomes of the mails that are held.
pub fn decide(db: &mut Db, mails: RestoredMails) -> Result<(), StoreError> {
    diesel::update(restores::table.filter(restores::mails.eq(RestoredMails::Held.code())))
        .set(restores::mails.eq(mails.code()))
        .execute(db)?;
    Ok(())
}

/// How many mails wait that the backup knew: the server that made it may have sent them since.
pub fn count_old_mails(db: &mut Db, restored_at: DateTime<Utc>) -> Result<i64, StoreError> {
    Ok(outbox::table
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::created_at.le(restored_at.naive_utc()))
        .count()
        .get_result(db)?)
}

/// Gives these mails up; they stay in the outbox, where each can be sent all the same. How many there were.
pub fn give_up_old_mails(db: &mut Db, restored_at: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = outbox::table
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::created_at.le(restored_at.naive_utc()));
    let given_up = (
        outbox::state.eq(MailState::Failed.code()),
        outbox::problem.eq(RESTORED),
        outbox::claimed_until.eq(None::<NaiveDateTime>),
    );
    Ok(diesel::update(old).set(given_up).execute(db)?)
}
