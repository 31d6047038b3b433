//! The outbox: mails to be sent, claimed by compare-and-set so that two servers never send one at the same time.

use std::collections::HashMap;

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::connection::Backend;
use super::error::known;
use super::rows::{count, lower, utc};
use super::schema::outbox;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, MailId, ParticipantId};
use crate::domain::mail::{MailKind, MailState, OutboxEntry, OutgoingMail, TOO_LATE};
use crate::domain::text::Email;
use crate::domain::token::TokenHash;

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

type MailRow = (String, Option<String>, Option<String>, String, String, String, String, String, String, i32);

/// Claims mails that are due, oldest first, until a time at which another may claim them if this one died. With a
/// pace, no more to each domain than it leaves room for; the others stay due. Gives each with the number of tries so
/// far.
pub fn claim_due(
    db: &mut Db,
    now: DateTime<Utc>,
    until: DateTime<Utc>,
    limit: i64,
    pace: Option<DomainPace>,
) -> Result<Vec<(MailId, OutgoingMail, u32)>, StoreError> {
    let mut left = match pace {
        Some(pace) => left_by_domain(db, pace, now)?,
        None => HashMap::new(),
    };
    let full: Vec<String> =
        left.iter().filter(|(_, left)| **left == 0).map(|(domain, _)| domain.clone()).collect();
    let unclaimed =
        || outbox::claimed_until.is_null().or(outbox::claimed_until.assume_not_null().lt(now.naive_utc()));
    let rows: Vec<MailRow> = outbox::table
        .filter(outbox::recipient_domain.ne_all(full))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::due_at.le(now.naive_utc()))
        .filter(unclaimed())
        .order((outbox::due_at, outbox::id))
        .limit(limit)
        .select((
            outbox::id,
            outbox::event_id,
            outbox::participant_id,
            outbox::kind,
            outbox::sender,
            outbox::recipient,
            outbox::subject,
            outbox::message_id,
            outbox::mime,
            outbox::attempts,
        ))
        .load(db)?;
    let mut claimed = Vec::new();
    for row in rows {
        if pace.is_some_and(|pace| !take_room(&mut left, pace, &row.5)) {
            continue;
        }
        let n = diesel::update(outbox::table.find(&row.0))
            .filter(outbox::state.eq(MailState::Waiting.code()))
            .filter(unclaimed())
            .set(outbox::claimed_until.eq(until.naive_utc()))
            .execute(db)?;
        if n == 1 {
            let id = MailId(row.0.clone());
            match mail(row) {
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

fn mail(row: MailRow) -> Result<(MailId, OutgoingMail, u32), StoreError> {
    let (id, event, participant, kind, sender, recipient, subject, message_id, mime, attempts) = row;
    let mail = OutgoingMail {
        event: event.map(EventId),
        participant: participant.map(ParticipantId),
        kind: known("mail kind", &kind, MailKind::parse(&kind))?,
        sender: known("sender", &sender, Email::parse(&sender).ok())?,
        recipient: known("recipient", &recipient, Email::parse(&recipient).ok())?,
        subject,
        message_id,
        mime,
        // The row knows both; whoever sends the mail does not ask.
        bounce: None,
        useful_until: None,
    };
    Ok((MailId(id), mail, count(attempts)))
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

/// A mail that came back.
#[derive(Debug, Clone)]
pub struct ReturnedMail {
    pub id: MailId,
    pub event: Option<EventId>,
    pub participant: Option<ParticipantId>,
    pub recipient: Email,
}

type ReturnedRow = (String, Option<String>, Option<String>, String);

fn returned((id, event, participant, recipient): ReturnedRow) -> Result<ReturnedMail, StoreError> {
    Ok(ReturnedMail {
        id: MailId(id),
        event: event.map(EventId),
        participant: participant.map(ParticipantId),
        recipient: known("recipient", &recipient, Email::parse(&recipient).ok())?,
    })
}

/// The mail whose envelope sender had this token.
pub fn find_by_bounce(db: &mut Db, hash: &TokenHash) -> Result<Option<ReturnedMail>, StoreError> {
    let row: Option<ReturnedRow> = outbox::table
        .filter(outbox::bounce_hash.eq(&hash.0))
        .select((outbox::id, outbox::event_id, outbox::participant_id, outbox::recipient))
        .first(db)
        .optional()?;
    row.map(returned).transpose()
}

/// The mail with this Message-ID.
pub fn find_by_message_id(db: &mut Db, message_id: &str) -> Result<Option<ReturnedMail>, StoreError> {
    let row: Option<ReturnedRow> = outbox::table
        .filter(outbox::message_id.eq(message_id))
        .select((outbox::id, outbox::event_id, outbox::participant_id, outbox::recipient))
        .first(db)
        .optional()?;
    row.map(returned).transpose()
}

/// Notes that a sent mail came back, and why; gives whether that is news.
pub fn mark_bounced(db: &mut Db, id: &MailId, problem: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let sent = outbox::table
        .find(id.as_str())
        .filter(outbox::state.eq(MailState::Sent.code()))
        .filter(outbox::bounced_at.is_null());
    let news = (outbox::bounced_at.eq(now.naive_utc()), outbox::problem.eq(problem));
    Ok(diesel::update(sent).set(news).execute(db)? == 1)
}

/// Gives up the mails that still wait for an address, in any spelling.
pub fn fail_waiting_to(db: &mut Db, email_key: &str, problem: &str) -> Result<usize, StoreError> {
    let waiting = outbox::table
        .filter(lower(outbox::recipient).eq(email_key))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::claimed_until.is_null());
    let failed = (outbox::state.eq(MailState::Failed.code()), outbox::problem.eq(problem));
    Ok(diesel::update(waiting).set(failed).execute(db)?)
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

type EntryRow = (
    String,
    String,
    String,
    String,
    String,
    i32,
    NaiveDateTime,
    String,
    NaiveDateTime,
    Option<NaiveDateTime>,
    Option<NaiveDateTime>,
);

fn entry(row: EntryRow) -> Result<OutboxEntry, StoreError> {
    let (id, kind, recipient, subject, state, attempts, due_at, problem, created_at, sent_at, bounced_at) =
        row;
    let state = known("mail state", &state, MailState::parse(&state))?;
    Ok(OutboxEntry {
        id: MailId(id),
        kind: known("mail kind", &kind, MailKind::parse(&kind))?,
        recipient,
        subject,
        state: if bounced_at.is_some() { MailState::Bounced } else { state },
        attempts: count(attempts),
        due_at: utc(due_at),
        problem,
        created_at: utc(created_at),
        sent_at: sent_at.map(utc),
    })
}

/// What to look for in the outbox.
#[derive(Debug, Clone, Default)]
pub struct OutboxFilter {
    pub event: Option<EventId>,
    pub participant: Option<ParticipantId>,
    pub state: Option<MailState>,
}

type BoxedOutbox<'a> = outbox::BoxedQuery<'a, Backend>;

fn filtered(filter: &OutboxFilter) -> BoxedOutbox<'_> {
    let mut query = outbox::table.into_boxed::<Backend>();
    if let Some(event) = &filter.event {
        query = query.filter(outbox::event_id.eq(event.as_str()));
    }
    if let Some(participant) = &filter.participant {
        query = query.filter(outbox::participant_id.eq(participant.as_str()));
    }
    match filter.state {
        None => {}
        Some(MailState::Bounced) => query = query.filter(outbox::bounced_at.is_not_null()),
        Some(state) => {
            query = query.filter(outbox::state.eq(state.code())).filter(outbox::bounced_at.is_null());
        }
    }
    query
}

/// A page of mails, newest first.
pub fn list(
    db: &mut Db,
    filter: &OutboxFilter,
    limit: i64,
    offset: i64,
) -> Result<Vec<OutboxEntry>, StoreError> {
    let rows: Vec<EntryRow> = filtered(filter)
        .order((outbox::created_at.desc(), outbox::id.desc()))
        .limit(limit)
        .offset(offset)
        .select((
            outbox::id,
            outbox::kind,
            outbox::recipient,
            outbox::subject,
            outbox::state,
            outbox::attempts,
            outbox::due_at,
            outbox::problem,
            outbox::created_at,
            outbox::sent_at,
            outbox::bounced_at,
        ))
        .load(db)?;
    rows.into_iter().map(entry).collect()
}

/// How many mails the filter finds.
pub fn count_found(db: &mut Db, filter: &OutboxFilter) -> Result<i64, StoreError> {
    Ok(filtered(filter).select(count_star()).first(db)?)
}

/// How many mails of an event, or of all, are in each state, by the state's code.
pub fn count_by_state(db: &mut Db, event: Option<&EventId>) -> Result<Vec<(String, i64)>, StoreError> {
    let mut query =
        outbox::table.group_by(outbox::state).select((outbox::state, count_star())).into_boxed::<Backend>();
    if let Some(event) = event {
        query = query.filter(outbox::event_id.eq(event.as_str()));
    }
    let mut counts: Vec<(String, i64)> = query.load(db)?;
    let bounced = OutboxFilter { event: event.cloned(), state: Some(MailState::Bounced), participant: None };
    let bounced = count_found(db, &bounced)?;
    for (state, n) in &mut counts {
        // What came back was sent before.
        if state == MailState::Sent.code() {
            *n -= bounced;
        }
    }
    counts.push((MailState::Bounced.code().to_string(), bounced));
    Ok(counts)
}

/// One mail with its event; the body is empty once it is sent.
pub fn get(db: &mut Db, id: &MailId) -> Result<(OutboxEntry, Option<EventId>, String), StoreError> {
    let (event, mime): (Option<String>, String) =
        outbox::table.find(id.as_str()).select((outbox::event_id, outbox::mime)).first(db)?;
    let row: EntryRow = outbox::table
        .find(id.as_str())
        .select((
            outbox::id,
            outbox::kind,
            outbox::recipient,
            outbox::subject,
            outbox::state,
            outbox::attempts,
            outbox::due_at,
            outbox::problem,
            outbox::created_at,
            outbox::sent_at,
            outbox::bounced_at,
        ))
        .first(db)?;
    Ok((entry(row)?, event.map(EventId), mime))
}

/// Whether a mail is still to be sent.
pub fn is_waiting(db: &mut Db, id: &MailId) -> Result<bool, StoreError> {
    let state: String = outbox::table.find(id.as_str()).select(outbox::state).first(db)?;
    Ok(state == MailState::Waiting.code())
}

/// When mails of these kinds went to an address in any spelling since a time, oldest first: what the limits count.
pub fn times_to(
    db: &mut Db,
    recipient: &Email,
    kinds: &[MailKind],
    since: DateTime<Utc>,
) -> Result<Vec<DateTime<Utc>>, StoreError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    let times: Vec<NaiveDateTime> = outbox::table
        .filter(lower(outbox::recipient).eq(recipient.key()))
        .filter(outbox::kind.eq_any(kinds))
        .filter(outbox::created_at.ge(since.naive_utc()))
        .order(outbox::created_at)
        .select(outbox::created_at)
        .load(db)?;
    Ok(times.into_iter().map(utc).collect())
}
