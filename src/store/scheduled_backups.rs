//! The backups that servers made by themselves.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::scheduled_backups;
use super::{Db, StoreError};
use crate::domain::scheduled_backup::{BackupState, ScheduledBackup};

#[derive(HasQuery)]
#[diesel(table_name = scheduled_backups)]
struct BackupRow {
    number: i32,
    state: String,
    file: String,
    bytes: i64,
    problem: String,
    started_at: NaiveDateTime,
    ended_at: Option<NaiveDateTime>,
}

impl BackupRow {
    fn into_backup(self) -> Result<ScheduledBackup, StoreError> {
        Ok(ScheduledBackup {
            number: self.number,
            state: known("state of a backup", &self.state, BackupState::parse(&self.state))?,
            file: self.file,
            bytes: self.bytes,
            problem: self.problem,
            started_at: utc(self.started_at),
            ended_at: self.ended_at.map(utc),
        })
    }
}

/// The last one, and the last one in this state.
pub fn last(db: &mut Db, state: Option<BackupState>) -> Result<Option<ScheduledBackup>, StoreError> {
    let newest = scheduled_backups::number.desc();
    let row: Option<BackupRow> = match state {
        None => BackupRow::query().order(newest).first(db).optional()?,
        Some(state) => {
            let in_state = BackupRow::query().filter(scheduled_backups::state.eq(state.code()));
            in_state.order(newest).first(db).optional()?
        }
    };
    row.map(BackupRow::into_backup).transpose()
}

/// Begins the one with this number.
///
/// # Errors
/// [`StoreError::Conflict`] if another server has begun it.
pub fn begin(db: &mut Db, number: i32, file: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::insert_into(scheduled_backups::table)
        .values((
            scheduled_backups::number.eq(number),
            scheduled_backups::state.eq(BackupState::Running.code()),
            scheduled_backups::file.eq(file),
            scheduled_backups::bytes.eq(0_i64),
            scheduled_backups::problem.eq(""),
            scheduled_backups::started_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes that it is made, and how many bytes it has.
pub fn made(db: &mut Db, number: i32, bytes: i64, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(scheduled_backups::table.find(number))
        .set((
            scheduled_backups::state.eq(BackupState::Made.code()),
            scheduled_backups::bytes.eq(bytes),
            scheduled_backups::ended_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes why it failed.
pub fn failed(db: &mut Db, number: i32, problem: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(scheduled_backups::table.find(number))
        .set((
            scheduled_backups::state.eq(BackupState::Failed.code()),
            scheduled_backups::problem.eq(problem),
            scheduled_backups::ended_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Forgets one that was given up because the server stopped: the next start makes it.
pub fn forget(db: &mut Db, number: i32) -> Result<(), StoreError> {
    diesel::delete(scheduled_backups::table.find(number)).execute(db)?;
    Ok(())
}

/// Forgets those that were under way when a server died.
pub fn forget_running(db: &mut Db) -> Result<usize, StoreError> {
    let running = scheduled_backups::state.eq(BackupState::Running.code());
    Ok(diesel::delete(scheduled_backups::table.filter(running)).execute(db)?)
}

/// Forgets all: they are those of another server.
pub fn forget_all(db: &mut Db) -> Result<(), StoreError> {
    diesel::delete(scheduled_backups::table).execute(db)?;
    Ok(())
}

/// Forgets those with a number below this one.
pub fn forget_before(db: &mut Db, number: i32) -> Result<(), StoreError> {
    diesel::delete(scheduled_backups::table.filter(scheduled_backups::number.lt(number))).execute(db)?;
    Ok(())
}
