//! Invitations to run an event, or to have an account.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::account_invitations;
use super::{Db, StoreError};
use crate::domain::account::Role;
use crate::domain::ids::{AccountId, EventId, InvitationId};
use crate::domain::token::TokenHash;

/// An invitation that nobody has answered.
#[derive(Debug, Clone)]
pub struct AccountInvitation {
    pub id: InvitationId,
    /// As compared, see [`crate::domain::text::Email::key`].
    pub email: String,
    pub name: String,
    /// At which event and as what; none: an account alone.
    pub place: Option<(EventId, Role)>,
    /// None: whoever runs the server.
    pub by: Option<AccountId>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

#[derive(HasQuery)]
#[diesel(table_name = account_invitations)]
struct Row {
    id: String,
    email: String,
    name: String,
    event_id: Option<String>,
    role: Option<String>,
    invited_by: Option<String>,
    created_at: NaiveDateTime,
    expires_at: NaiveDateTime,
}

impl Row {
    fn into_invitation(self) -> Result<AccountInvitation, StoreError> {
        let role = self.role.map(|code| known("role", &code, Role::parse(&code))).transpose()?;
        Ok(AccountInvitation {
            id: InvitationId(self.id),
            email: self.email,
            name: self.name,
            place: self.event_id.map(EventId).zip(role),
            by: self.invited_by.map(AccountId),
            created_at: utc(self.created_at),
            expires_at: utc(self.expires_at),
        })
    }
}

/// Stores an invitation; one of before to the same address and event goes.
pub fn insert(db: &mut Db, one: &AccountInvitation, hash: &TokenHash) -> Result<(), StoreError> {
    let event = one.place.as_ref().map(|(event, _)| event.as_str());
    let same = account_invitations::table.filter(account_invitations::email.eq(&one.email));
    match event {
        Some(event) => diesel::delete(same.filter(account_invitations::event_id.eq(event))).execute(db)?,
        None => diesel::delete(same.filter(account_invitations::event_id.is_null())).execute(db)?,
    };
    diesel::insert_into(account_invitations::table)
        .values((
            account_invitations::id.eq(one.id.as_str()),
            account_invitations::token_hash.eq(&hash.0),
            account_invitations::email.eq(&one.email),
            account_invitations::name.eq(&one.name),
            account_invitations::event_id.eq(event),
            account_invitations::role.eq(one.place.as_ref().map(|(_, role)| role.code())),
            account_invitations::invited_by.eq(one.by.as_ref().map(AccountId::as_str)),
            account_invitations::created_at.eq(one.created_at.naive_utc()),
            account_invitations::expires_at.eq(one.expires_at.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// The invitation of this token.
pub fn find(db: &mut Db, hash: &TokenHash) -> Result<Option<AccountInvitation>, StoreError> {
    let row = Row::query().filter(account_invitations::token_hash.eq(&hash.0)).first(db).optional()?;
    row.map(Row::into_invitation).transpose()
}

/// The invitations to an event that still stand, the oldest first.
pub fn list(db: &mut Db, event: &EventId, now: DateTime<Utc>) -> Result<Vec<AccountInvitation>, StoreError> {
    let rows = Row::query()
        .filter(account_invitations::event_id.eq(event.as_str()))
        .filter(account_invitations::expires_at.gt(now.naive_utc()))
        .order((account_invitations::created_at, account_invitations::id))
        .load(db)?;
    rows.into_iter().map(Row::into_invitation).collect()
}

/// The invitations to have an account that still stand, the oldest first.
pub fn list_of_accounts(db: &mut Db, now: DateTime<Utc>) -> Result<Vec<AccountInvitation>, StoreError> {
    let rows = Row::query()
        .filter(account_invitations::event_id.is_null())
        .filter(account_invitations::expires_at.gt(now.naive_utc()))
        .order((account_invitations::created_at, account_invitations::id))
        .load(db)?;
    rows.into_iter().map(Row::into_invitation).collect()
}

/// Takes an invitation away, when it is answered or withdrawn; gives whether it was there.
pub fn delete(db: &mut Db, id: &InvitationId) -> Result<bool, StoreError> {
    Ok(diesel::delete(account_invitations::table.find(id.as_str())).execute(db)? == 1)
}

/// The same at this event alone.
pub fn delete_of(db: &mut Db, event: &EventId, id: &InvitationId) -> Result<bool, StoreError> {
    let own =
        account_invitations::table.find(id.as_str()).filter(account_invitations::event_id.eq(event.as_str()));
    Ok(diesel::delete(own).execute(db)? == 1)
}

/// The same of one to have an account.
pub fn delete_of_accounts(db: &mut Db, id: &InvitationId) -> Result<bool, StoreError> {
    let own = account_invitations::table.find(id.as_str()).filter(account_invitations::event_id.is_null());
    Ok(diesel::delete(own).execute(db)? == 1)
}

/// Forgets the invitations that ended before.
pub fn delete_old(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = account_invitations::table.filter(account_invitations::expires_at.lt(before.naive_utc()));
    Ok(diesel::delete(old).execute(db)?)
}
