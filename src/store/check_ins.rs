//! Who came, told by whom and when; what was told by mistake is undone and stays.
//!
//! Invariant: at most one row of a participant stands.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::{check_ins, registrations};
use super::{Db, StoreError};
use crate::domain::ids::{AccountId, CheckInId, EventId, ParticipantId};
use crate::domain::registration::RegistrationState;

/// That somebody came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckIn {
    pub id: CheckInId,
    pub participant: ParticipantId,
    /// Who told it; the account may be deleted since.
    pub by: AccountId,
    pub at: DateTime<Utc>,
    /// Who said that it was a mistake, and when.
    pub undone: Option<(AccountId, DateTime<Utc>)>,
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = check_ins)]
struct Row {
    id: String,
    participant_id: String,
    account_id: String,
    at: NaiveDateTime,
    undone_by: Option<String>,
    undone_at: Option<NaiveDateTime>,
}

impl Row {
    fn into_check_in(self) -> CheckIn {
        CheckIn {
            id: CheckInId(self.id),
            participant: ParticipantId(self.participant_id),
            by: AccountId(self.account_id),
            at: utc(self.at),
            undone: self.undone_by.zip(self.undone_at).map(|(by, at)| (AccountId(by), utc(at))),
        }
    }
}

/// The check-ins that stand of each of these people who has come.
pub fn of(db: &mut Db, ids: &[&ParticipantId]) -> Result<HashMap<ParticipantId, CheckIn>, StoreError> {
    let mut found = HashMap::new();
    // SQLite takes 32,766 parameters in a statement.
    for some in ids.chunks(5_000) {
        let some: Vec<&str> = some.iter().map(|id| id.as_str()).collect();
        let standing = check_ins::participant_id.eq_any(some).and(check_ins::undone_at.is_null());
        let rows: Vec<Row> = Row::query().filter(standing).load(db)?;
        found.extend(
            rows.into_iter().map(|row| (ParticipantId(row.participant_id.clone()), row.into_check_in())),
        );
    }
    Ok(found)
}

/// The check-in of somebody that stands.
pub fn standing(db: &mut Db, who: &ParticipantId) -> Result<Option<CheckIn>, StoreError> {
    Ok(of(db, &[who])?.remove(who))
}

/// Every check-in of somebody, oldest first, with those that were undone.
pub fn list(db: &mut Db, who: &ParticipantId) -> Result<Vec<CheckIn>, StoreError> {
    let rows: Vec<Row> = Row::query()
        .filter(check_ins::participant_id.eq(who.as_str()))
        .order((check_ins::at, check_ins::id))
        .load(db)?;
    Ok(rows.into_iter().map(Row::into_check_in).collect())
}

/// How many of those who are registered have come.
pub fn count(db: &mut Db, event: &EventId) -> Result<i64, StoreError> {
    let came = check_ins::table.filter(check_ins::undone_at.is_null()).select(check_ins::participant_id);
    let of_event = registrations::table
        .filter(registrations::event_id.eq(event.as_str()))
        .filter(registrations::state.eq(RegistrationState::Registered.code()))
        .filter(registrations::participant_id.eq_any(came));
    Ok(of_event.count().get_result(db)?)
}

/// Stores a new check-in that stands; the participant has none.
pub fn insert(db: &mut Db, one: &CheckIn) -> Result<(), StoreError> {
    let row = Row {
        id: one.id.0.clone(),
        participant_id: one.participant.0.clone(),
        account_id: one.by.0.clone(),
        at: one.at.naive_utc(),
        undone_by: None,
        undone_at: None,
    };
    diesel::insert_into(check_ins::table).values(row).execute(db)?;
    Ok(())
}

/// Says that a check-in of somebody was a mistake; gives whether it stood.
pub fn undo(
    db: &mut Db,
    (who, id): (&ParticipantId, &CheckInId),
    by: &AccountId,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let standing = check_ins::table
        .find(id.as_str())
        .filter(check_ins::participant_id.eq(who.as_str()))
        .filter(check_ins::undone_at.is_null());
    let undone = diesel::update(standing)
        .set((check_ins::undone_by.eq(by.as_str()), check_ins::undone_at.eq(now.naive_utc())))
        .execute(db)?;
    Ok(undone == 1)
}
