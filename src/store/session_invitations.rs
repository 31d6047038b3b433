//! Who is invited to a session, and whether they said no. That they come stands with what they chose.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{insert_all, utc};
use super::schema::session_invitations as invited;
use super::{Db, StoreError};
use crate::domain::ids::{ParticipantId, SessionId};

/// Somebody's invitation to a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionInvitation {
    pub session: SessionId,
    pub participant: ParticipantId,
    pub at: DateTime<Utc>,
    pub declined_at: Option<DateTime<Utc>>,
}

#[derive(HasQuery, Insertable)]
#[diesel(table_name = invited)]
struct Row {
    session_id: String,
    participant_id: String,
    invited_at: NaiveDateTime,
    declined_at: Option<NaiveDateTime>,
}

impl Row {
    fn into_invitation(self) -> SessionInvitation {
        SessionInvitation {
            session: SessionId(self.session_id),
            participant: ParticipantId(self.participant_id),
            at: utc(self.invited_at),
            declined_at: self.declined_at.map(utc),
        }
    }
}

/// Who is invited to a session.
pub fn list(db: &mut Db, session: &SessionId) -> Result<Vec<SessionInvitation>, StoreError> {
    let rows: Vec<Row> = Row::query()
        .filter(invited::session_id.eq(session.as_str()))
        .order((invited::invited_at, invited::participant_id))
        .load(db)?;
    Ok(rows.into_iter().map(Row::into_invitation).collect())
}

/// To what somebody is invited.
pub fn of(db: &mut Db, who: &ParticipantId) -> Result<Vec<SessionInvitation>, StoreError> {
    let rows: Vec<Row> = Row::query()
        .filter(invited::participant_id.eq(who.as_str()))
        .order((invited::invited_at, invited::session_id))
        .load(db)?;
    Ok(rows.into_iter().map(Row::into_invitation).collect())
}

/// Invites people to a session who are not invited yet.
pub fn insert(
    db: &mut Db,
    session: &SessionId,
    people: &[ParticipantId],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let row = |who: &ParticipantId| Row {
        session_id: session.0.clone(),
        participant_id: who.0.clone(),
        invited_at: now.naive_utc(),
        declined_at: None,
    };
    let rows: Vec<Row> = people.iter().map(row).collect();
    insert_all!(db, invited::table, rows);
    Ok(())
}

/// Keeps that somebody said no, or does no more; gives whether they are invited.
pub fn answer(
    db: &mut Db,
    session: &SessionId,
    who: &ParticipantId,
    declined_at: Option<DateTime<Utc>>,
) -> Result<bool, StoreError> {
    let one = invited::table.find((session.as_str(), who.as_str()));
    let declined_at = declined_at.map(|at| at.naive_utc());
    Ok(diesel::update(one).set(invited::declined_at.eq(declined_at)).execute(db)? == 1)
}

/// Takes an invitation back; gives whether there was one.
pub fn delete(db: &mut Db, session: &SessionId, who: &ParticipantId) -> Result<bool, StoreError> {
    Ok(diesel::delete(invited::table.find((session.as_str(), who.as_str()))).execute(db)? == 1)
}

/// Gives the invitations of one entry of a person to another that does not have them.
pub fn give(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    let known: Vec<String> = of(db, to)?.into_iter().map(|one| one.session.0).collect();
    let theirs = invited::participant_id.eq(from.as_str()).and(invited::session_id.ne_all(known));
    diesel::update(invited::table.filter(theirs)).set(invited::participant_id.eq(to.as_str())).execute(db)?;
    Ok(())
}
