//! Mails that anybody can make the program send, for a day: what the limits on them count.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::rows::{insert_all, utc};
use super::schema::mail_requests;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, MailId};
use crate::domain::mail::{MailKind, OutgoingMail};

#[derive(Insertable)]
#[diesel(table_name = mail_requests, treat_none_as_default_value = false)]
struct NewRow<'a> {
    id: &'a str,
    mailbox: String,
    domain: String,
    event_id: Option<&'a str>,
    kind: &'a str,
    asked_at: NaiveDateTime,
    due_at: NaiveDateTime,
}

/// Notes those of these mails that anybody can ask for: asked for now, to go at a time.
pub fn insert(
    db: &mut Db,
    mails: &[(&MailId, &OutgoingMail)],
    now: DateTime<Utc>,
    due: DateTime<Utc>,
) -> Result<(), StoreError> {
    let asked_for = mails.iter().filter(|(_, mail)| mail.kind.can_be_asked_for());
    let rows: Vec<NewRow<'_>> = asked_for
        .map(|(id, mail)| NewRow {
            id: id.as_str(),
            mailbox: mail.recipient.mailbox(),
            domain: mail.recipient.wire_domain(),
            event_id: mail.event.as_ref().map(EventId::as_str),
            kind: mail.kind.code(),
            asked_at: now.naive_utc(),
            due_at: due.naive_utc(),
        })
        .collect();
    insert_all!(db, mail_requests::table, rows);
    Ok(())
}

/// What was asked for to a mailbox: of which kind, and when it went or goes, oldest first. `since` bounds when it goes; what was
/// asked for after `now` was written before the clock was set back and counts no more: whoever asks anew would wait in vain.
pub fn list_to(
    db: &mut Db,
    mailbox: &str,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Vec<(String, DateTime<Utc>)>, StoreError> {
    let rows: Vec<(String, NaiveDateTime)> = mail_requests::table
        .filter(mail_requests::mailbox.eq(mailbox))
        .filter(mail_requests::due_at.gt(since.naive_utc()))
        .filter(mail_requests::asked_at.le(now.naive_utc()))
        .order(mail_requests::due_at)
        .select((mail_requests::kind, mail_requests::due_at))
        .load(db)?;
    Ok(rows.into_iter().map(|(kind, at)| (kind, utc(at))).collect())
}

/// What a limit on mails to unproved addresses is about.
#[derive(Debug, Clone, Copy)]
pub enum Share<'a> {
    Event(&'a EventId),
    /// As mail servers take it.
    Domain(&'a str),
}

fn unproved_codes() -> Vec<&'static str> {
    MailKind::ALL.into_iter().filter(|kind| kind.is_to_unproved()).map(MailKind::code).collect()
}

/// When the `n`th latest mail to an unproved address went or goes, of an event or to a domain; none if there were fewer.
pub fn nth_latest(
    db: &mut Db,
    share: Share<'_>,
    n: u32,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let mut query = mail_requests::table
        .filter(mail_requests::kind.eq_any(unproved_codes()))
        .filter(mail_requests::asked_at.le(now.naive_utc()))
        .order(mail_requests::due_at.desc())
        .offset(i64::from(n.saturating_sub(1)))
        .select(mail_requests::due_at)
        .into_boxed::<super::connection::Backend>();
    query = match share {
        Share::Event(event) => query.filter(mail_requests::event_id.eq(event.as_str())),
        Share::Domain(domain) => query.filter(mail_requests::domain.eq(domain)),
    };
    let found: Option<NaiveDateTime> = query.first(db).optional()?;
    Ok(found.map(utc))
}

/// How many mails of an event to unproved addresses were asked for since a time, by domain, most first.
pub fn count_by_domain(
    db: &mut Db,
    event: &EventId,
    since: DateTime<Utc>,
    most: i64,
) -> Result<Vec<(String, i64)>, StoreError> {
    Ok(mail_requests::table
        .filter(mail_requests::event_id.eq(event.as_str()))
        .filter(mail_requests::kind.eq_any(unproved_codes()))
        .filter(mail_requests::asked_at.gt(since.naive_utc()))
        .group_by(mail_requests::domain)
        .order((count_star().desc(), mail_requests::domain))
        .limit(most)
        .select((mail_requests::domain, count_star()))
        .load(db)?)
}

/// How many mails of an event to unproved addresses were asked for since a time.
pub fn count_of_event(db: &mut Db, event: &EventId, since: DateTime<Utc>) -> Result<i64, StoreError> {
    Ok(mail_requests::table
        .filter(mail_requests::event_id.eq(event.as_str()))
        .filter(mail_requests::kind.eq_any(unproved_codes()))
        .filter(mail_requests::asked_at.gt(since.naive_utc()))
        .select(count_star())
        .first(db)?)
}

/// Forgets what went before a time.
pub fn delete_before(db: &mut Db, before: DateTime<Utc>) -> Result<usize, StoreError> {
    let old = mail_requests::table.filter(mail_requests::due_at.lt(before.naive_utc()));
    Ok(diesel::delete(old).execute(db)?)
}

/// Forgets what was asked for to a mailbox.
pub fn forget(db: &mut Db, mailbox: &str) -> Result<(), StoreError> {
    diesel::delete(mail_requests::table.filter(mail_requests::mailbox.eq(mailbox))).execute(db)?;
    Ok(())
}
