//! The outbox: mails to be sent, claimed by compare-and-set so that two servers never send one at the same time.

mod listing;
mod returned;

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

pub use listing::{OutboxFilter, count_by_state, count_found, get, is_waiting, list, times_to};
pub use returned::{
    ReturnedMail, count_held_back, fail_waiting_to, find_by_bounce, find_by_message_id, history_of, let_go,
    mailed_at, mark_bounced, returned_from, writes_to,
};

use super::error::known;
use super::rows::count;
use super::schema::outbox;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, MailId, ParticipantId};
use crate::domain::mail::{MailKind, MailState, OutgoingMail, TOO_LATE};
use crate::domain::text::Email;

/// Puts a mail into the outbox, to be sent from `due_at` on.
pub fn insert(
    db: &mut Db,
    mail: &OutgoingMail,
    id: &MailId,
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
) -> Result<(), StoreError> {
    insert_as(db, mail, id, now, due_at, (MailState::Waiting, ""))
}

/// Puts a mail that cannot go into the outbox, with what is in its way: an organiser may let it go later.
pub fn insert_failed(
    db: &mut Db,
    mail: &OutgoingMail,
    id: &MailId,
    now: DateTime<Utc>,
    problem: &str,
) -> Result<(), StoreError> {
    insert_as(db, mail, id, now, now, (MailState::Failed, problem))
}

fn insert_as(
    db: &mut Db,
    mail: &OutgoingMail,
    id: &MailId,
    now: DateTime<Utc>,
    due_at: DateTime<Utc>,
    (state, problem): (MailState, &str),
) -> Result<(), StoreError> {
    diesel::insert_into(outbox::table)
        .values((
            (
                outbox::id.eq(id.as_str()),
                outbox::event_id.eq(mail.event.as_ref().map(EventId::as_str)),
                outbox::participant_id.eq(mail.participant.as_ref().map(ParticipantId::as_str)),
                outbox::kind.eq(mail.kind.code()),
                outbox::sender.eq(mail.sender.as_str()),
                outbox::recipient.eq(mail.recipient.as_str()),
                outbox::subject.eq(&mail.subject),
            ),
            (
                outbox::message_id.eq(&mail.message_id),
                outbox::mime.eq(&mail.mime),
                outbox::state.eq(state.code()),
                outbox::attempts.eq(0),
                outbox::due_at.eq(due_at.naive_utc()),
                outbox::problem.eq(problem),
                outbox::created_at.eq(now.naive_utc()),
            ),
            (
                outbox::bounce_hash.eq(mail.bounce.as_ref().map(|hash| hash.0.as_str())),
                outbox::recipient_domain.eq(mail.recipient.domain()),
                outbox::useful_until.eq(mail.useful_until.map(|until| until.naive_utc())),
            ),
        ))
        .execute(db)?;
    Ok(())
}

/// Gives up mails that waited longer than they were of use; how many there were.
pub fn fail_useless(db: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let useless = outbox::table
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::claimed_until.is_null())
        .filter(outbox::useful_until.assume_not_null().lt(now.naive_utc()))
        .filter(outbox::useful_until.is_not_null());
    let failed = (outbox::state.eq(MailState::Failed.code()), outbox::problem.eq(TOO_LATE));
    Ok(diesel::update(useless).set(failed).execute(db)?)
}

/// How many mails may go to one domain within a minute.
#[derive(Debug, Clone, Copy)]
pub struct DomainPace(pub u32);

/// What is left of the pace of each domain: none stands for all of it. What went within the last minute counts, and
/// what is on its way.
fn left_by_domain(
    db: &mut Db,
    pace: DomainPace,
    now: DateTime<Utc>,
) -> Result<HashMap<String, u32>, StoreError> {
    let minute_ago = (now - Duration::minutes(1)).naive_utc();
    let sent = outbox::sent_at.is_not_null().and(outbox::sent_at.assume_not_null().gt(minute_ago));
    let claimed = outbox::claimed_until
        .is_not_null()
        .and(outbox::claimed_until.assume_not_null().ge(now.naive_utc()))
        .and(outbox::state.eq(MailState::Waiting.code()));
    let used: Vec<(String, i64)> = outbox::table
        .filter(outbox::recipient_domain.ne(""))
        .filter(sent.or(claimed))
        .group_by(outbox::recipient_domain)
        .select((outbox::recipient_domain, count_star()))
        .load(db)?;
    let left = |n: i64| pace.0.saturating_sub(u32::try_from(n).unwrap_or(u32::MAX));
    Ok(used.into_iter().map(|(domain, n)| (domain, left(n))).collect())
}

/// A mail that whoever claimed it may send.
#[derive(Debug)]
pub struct ClaimedMail {
    pub id: MailId,
    pub mail: OutgoingMail,
    /// How often it was tried before.
    pub tries: u32,
}

#[derive(HasQuery)]
#[diesel(table_name = outbox)]
struct MailRow {
    id: String,
    event_id: Option<String>,
    participant_id: Option<String>,
    kind: String,
    sender: String,
    recipient: String,
    subject: String,
    message_id: String,
    mime: String,
    attempts: i32,
}

impl MailRow {
    fn into_mail(self) -> Result<ClaimedMail, StoreError> {
        let mail = OutgoingMail {
            event: self.event_id.map(EventId),
            participant: self.participant_id.map(ParticipantId),
            kind: known("mail kind", &self.kind, MailKind::parse(&self.kind))?,
            sender: known("sender", &self.sender, Email::parse(&self.sender).ok())?,
            recipient: known("recipient", &self.recipient, Email::parse(&self.recipient).ok())?,
            subject: self.subject,
            message_id: self.message_id,
            mime: self.mime,
            // The row knows both; whoever sends the mail does not ask.
            bounce: None,
            useful_until: None,
        };
        Ok(ClaimedMail { id: MailId(self.id), mail, tries: count(self.attempts) })
    }
}

/// Claims mails that are due, oldest first, until a time at which another may claim them if this one died. With a
/// pace, no more to each domain than it leaves room for; the others stay due.
pub fn claim_due(
    db: &mut Db,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
    limit: i64,
    pace: Option<DomainPace>,
) -> Result<Vec<ClaimedMail>, StoreError> {
    let mut left = match pace {
        Some(pace) => left_by_domain(db, pace, now)?,
        None => HashMap::new(),
    };
    let full: Vec<String> =
        left.iter().filter(|(_, left)| **left == 0).map(|(domain, _)| domain.clone()).collect();
    let unclaimed =
        || outbox::claimed_until.is_null().or(outbox::claimed_until.assume_not_null().lt(now.naive_utc()));
    let rows: Vec<MailRow> = MailRow::query()
        .filter(outbox::recipient_domain.ne_all(full))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::due_at.le(now.naive_utc()))
        .filter(unclaimed())
        .order((outbox::due_at, outbox::id))
        .limit(limit)
        .load(db)?;
    let mut claimed = Vec::new();
    for row in rows {
        if pace.is_some_and(|pace| !take_room(&mut left, pace, &row.recipient)) {
            continue;
        }
        let n = diesel::update(outbox::table.find(&row.id))
            .filter(outbox::state.eq(MailState::Waiting.code()))
            .filter(unclaimed())
            .set(outbox::claimed_until.eq(until.naive_utc()))
            .execute(db)?;
        if n == 1 {
            let id = MailId(row.id.clone());
            match row.into_mail() {
                Ok(found) => claimed.push(found),
                // A row that cannot be read must not hold up those behind it.
                Err(error) => mark_failed(db, &id, &error.to_string(), None)?,
            }
        }
    }
    Ok(claimed)
}

/// Takes one mail's room at the recipient's domain, if there is some.
fn take_room(left: &mut HashMap<String, u32>, pace: DomainPace, recipient: &str) -> bool {
    let domain = recipient.rsplit_once('@').map_or("", |(_, domain)| domain);
    let left = left.entry(domain.to_string()).or_insert(pace.0);
    let room = *left > 0;
    *left = left.saturating_sub(1);
    room
}

/// Marks a mail as sent and forgets its body, which holds a secret link, and its sender, which holds a token.
pub fn mark_sent(db: &mut Db, id: &MailId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()))
        .set((
            outbox::state.eq(MailState::Sent.code()),
            outbox::attempts.eq(outbox::attempts + 1),
            outbox::mime.eq(""),
            outbox::sender.eq(""),
            outbox::problem.eq(""),
            outbox::claimed_until.eq(None::<NaiveDateTime>),
            outbox::sent_at.eq(now.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Notes a failed try; `next` is when to try again, or none to give up.
pub fn mark_failed(
    db: &mut Db,
    id: &MailId,
    problem: &str,
    next: Option<DateTime<Utc>>,
) -> Result<(), StoreError> {
    let row = outbox::table.find(id.as_str());
    let tried = (
        outbox::attempts.eq(outbox::attempts + 1),
        outbox::problem.eq(problem),
        outbox::claimed_until.eq(None::<NaiveDateTime>),
    );
    match next {
        Some(next) => diesel::update(row).set((tried, outbox::due_at.eq(next.naive_utc()))).execute(db)?,
        None => diesel::update(row).set((tried, outbox::state.eq(MailState::Failed.code()))).execute(db)?,
    };
    Ok(())
}

/// Notes why no mail goes at the moment. That is no try: the fault is not this mail's.
pub fn postpone(db: &mut Db, id: &MailId, problem: &str, next: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()))
        .set((
            outbox::problem.eq(problem),
            outbox::due_at.eq(next.naive_utc()),
            outbox::claimed_until.eq(None::<NaiveDateTime>),
        ))
        .execute(db)?;
    Ok(())
}

/// Lets a mail wait again after the fault is mended.
pub fn retry(db: &mut Db, id: &MailId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id.as_str()).filter(outbox::state.ne(MailState::Sent.code())))
        .set((
            outbox::state.eq(MailState::Waiting.code()),
            outbox::due_at.eq(now.naive_utc()),
            outbox::claimed_until.eq(None::<NaiveDateTime>),
        ))
        .execute(db)?;
    Ok(())
}
