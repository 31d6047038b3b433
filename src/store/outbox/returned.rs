//! Mails that came back, and those that still wait for an address that takes none.

use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use crate::domain::bounce::Verdict;
use crate::domain::ids::{EventId, MailId, ParticipantId};
use crate::domain::mail::{ADDRESS_BLOCKED, MailState};
use crate::domain::text::Email;
use crate::domain::token::TokenHash;
use crate::store::connection::Backend;
use crate::store::error::known;
use crate::store::rows::{lower, utc};
use crate::store::schema::outbox;
use crate::store::{Db, StoreError};

/// A mail that came back.
#[derive(Debug, Clone)]
pub struct ReturnedMail {
    pub id: MailId,
    pub event: Option<EventId>,
    pub participant: Option<ParticipantId>,
    pub recipient: Email,
}

#[derive(HasQuery)]
#[diesel(table_name = outbox)]
struct ReturnedRow {
    id: String,
    event_id: Option<String>,
    participant_id: Option<String>,
    recipient: String,
}

impl ReturnedRow {
    fn into_mail(self) -> Result<ReturnedMail, StoreError> {
        Ok(ReturnedMail {
            id: MailId(self.id),
            event: self.event_id.map(EventId),
            participant: self.participant_id.map(ParticipantId),
            recipient: known("recipient", &self.recipient, Email::parse(&self.recipient).ok())?,
        })
    }
}

/// The mail whose envelope sender had this token.
pub fn find_by_bounce(db: &mut Db, hash: &TokenHash) -> Result<Option<ReturnedMail>, StoreError> {
    let row = ReturnedRow::query().filter(outbox::bounce_hash.eq(&hash.0)).first(db).optional()?;
    row.map(ReturnedRow::into_mail).transpose()
}

/// The mail with this Message-ID.
pub fn find_by_message_id(db: &mut Db, message_id: &str) -> Result<Option<ReturnedMail>, StoreError> {
    let row = ReturnedRow::query().filter(outbox::message_id.eq(message_id)).first(db).optional()?;
    row.map(ReturnedRow::into_mail).transpose()
}

/// Notes that a sent mail came back, why, and what that says of its address; gives whether that is news.
pub fn mark_bounced(
    db: &mut Db,
    id: &MailId,
    (verdict, problem): (Verdict, &str),
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let sent = outbox::table
        .find(id.as_str())
        .filter(outbox::state.eq(MailState::Sent.code()))
        .filter(outbox::bounced_at.is_null());
    let news = (
        outbox::bounced_at.eq(now.naive_utc()),
        outbox::problem.eq(problem),
        outbox::bounce_verdict.eq(verdict.code()),
    );
    Ok(diesel::update(sent).set(news).execute(db)? == 1)
}

/// When a mail went, and what it said if it came back.
pub type SentMail = (DateTime<Utc>, Option<Verdict>);

/// The mails that went to an address, in any spelling, since a time.
pub fn history_of(db: &mut Db, email_key: &str, since: DateTime<Utc>) -> Result<Vec<SentMail>, StoreError> {
    let rows: Vec<(Option<NaiveDateTime>, Option<NaiveDateTime>, Option<String>)> = outbox::table
        .filter(lower(outbox::recipient).eq(email_key))
        .filter(outbox::state.eq(MailState::Sent.code()))
        .filter(outbox::created_at.gt(since.naive_utc()))
        .select((outbox::sent_at, outbox::bounced_at, outbox::bounce_verdict))
        .load(db)?;
    let verdict = |code: Option<String>| match code {
        Some(code) => known("verdict", &code, Verdict::parse(&code)),
        // What came back before verdicts were kept.
        None => Ok(Verdict::NotTheAddress),
    };
    rows.into_iter()
        .filter_map(|(sent_at, bounced_at, code)| Some((utc(sent_at?), bounced_at.map(|_| verdict(code)))))
        .map(|(sent_at, verdict)| Ok((sent_at, verdict.transpose()?)))
        .collect()
}

/// The addresses of a domain, in lower case, whose mail has come back since a time.
pub fn returned_from(
    db: &mut Db,
    domain: &str,
    since: DateTime<Utc>,
) -> Result<BTreeSet<String>, StoreError> {
    let keys: Vec<String> = outbox::table
        .filter(outbox::recipient_domain.eq(domain))
        .filter(outbox::bounced_at.is_not_null())
        .filter(outbox::bounced_at.assume_not_null().gt(since.naive_utc()))
        .select(lower(outbox::recipient))
        .distinct()
        .load(db)?;
    Ok(keys.into_iter().collect())
}

/// The addresses of a domain, in lower case, to which mail has gone since a time.
pub fn mailed_at(db: &mut Db, domain: &str, since: DateTime<Utc>) -> Result<BTreeSet<String>, StoreError> {
    let keys: Vec<String> = outbox::table
        .filter(outbox::recipient_domain.eq(domain))
        .filter(outbox::sent_at.is_not_null())
        .filter(outbox::sent_at.assume_not_null().gt(since.naive_utc()))
        .select(lower(outbox::recipient))
        .distinct()
        .load(db)?;
    Ok(keys.into_iter().collect())
}

/// Lets the mails go that were held back since these addresses, in lower case, were blocked: those of one event, or of
/// all. Those that are of no use any more stay. Gives how many go.
pub fn let_go(
    db: &mut Db,
    event: Option<&EventId>,
    email_keys: &[String],
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let mut gone = 0;
    for keys in email_keys.chunks(500) {
        let useful =
            outbox::useful_until.is_null().or(outbox::useful_until.assume_not_null().ge(now.naive_utc()));
        let mut held = outbox::table
            .filter(lower(outbox::recipient).eq_any(keys))
            .filter(outbox::state.eq(MailState::Failed.code()))
            .filter(outbox::problem.eq(ADDRESS_BLOCKED))
            .filter(useful)
            .select(outbox::id)
            .into_boxed::<Backend>();
        if let Some(event) = event {
            held = held.filter(outbox::event_id.eq(event.as_str()));
        }
        let ids: Vec<String> = held.load(db)?;
        let waiting = (
            outbox::state.eq(MailState::Waiting.code()),
            outbox::problem.eq(""),
            outbox::due_at.eq(now.naive_utc()),
            outbox::claimed_until.eq(None::<NaiveDateTime>),
        );
        gone += diesel::update(outbox::table.filter(outbox::id.eq_any(ids))).set(waiting).execute(db)?;
    }
    Ok(gone)
}

/// How many mails of an event are held back since their addresses are blocked, by address in lower case.
pub fn count_held_back(db: &mut Db, event: &EventId) -> Result<HashMap<String, usize>, StoreError> {
    let keys: Vec<String> = outbox::table
        .filter(outbox::event_id.eq(event.as_str()))
        .filter(outbox::state.eq(MailState::Failed.code()))
        .filter(outbox::problem.eq(ADDRESS_BLOCKED))
        .select(lower(outbox::recipient))
        .load(db)?;
    let mut counts = HashMap::new();
    keys.into_iter().for_each(|key| *counts.entry(key).or_default() += 1);
    Ok(counts)
}

/// Whether an event has written to a domain.
pub fn writes_to(db: &mut Db, event: &EventId, domain: &str) -> Result<bool, StoreError> {
    let mails = outbox::table
        .filter(outbox::event_id.eq(event.as_str()))
        .filter(outbox::recipient_domain.eq(domain))
        .select(outbox::id);
    Ok(mails.first::<String>(db).optional()?.is_some())
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
