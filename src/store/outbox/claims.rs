//! Who sends which mail: claims, taken one at a time by compare-and-set, renewed as long as the mail is under way, and freed
//! once nobody renews them.
//!
//! Invariant: no claim ends by the clock. A claim is freed by whoever has it, or by another server that saw it stand still for
//! a while by its own monotonic time: a clock that leaps makes no second copy.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::mark_failed_row;
use crate::domain::ids::{EventId, MailId, ParticipantId};
use crate::domain::mail::{MailKind, MailPriority, MailState, OutgoingMail};
use crate::domain::text::Email;
use crate::store::error::known;
use crate::store::rows::{count, utc};
use crate::store::schema::outbox;
use crate::store::{Db, StoreError};

/// How far the clocks of two servers may be apart without a time that one of them wrote being taken for one before a leap.
const CLOCK_SLACK: Duration = Duration::seconds(30);
/// How many mails are looked at for one: others may have claimed the first ones meanwhile.
const CANDIDATES: i64 = 8;

/// How many mails may go to one domain within a minute.
#[derive(Debug, Clone, Copy)]
pub struct DomainPace(pub u32);

/// Who claims, and what not.
#[derive(Debug, Clone, Copy)]
pub struct Claimant<'a> {
    /// Names the server.
    pub holder: &'a str,
    /// Noted with the claim and changed by each renewal: a claim that does not change is nobody's.
    pub until: DateTime<Utc>,
    /// Domains that get no mail at the moment.
    pub resting: &'a [String],
    pub pace: Option<DomainPace>,
}

/// Which of the mails that are due goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The most urgent.
    Urgency,
    /// The one that has waited longest, whatever it is: whoever tries with one mail whether any goes takes another each time.
    Turns,
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
            // The row knows these; whoever sends the mail does not ask.
            priority: MailPriority::Usual,
            bounce: None,
            useful_until: None,
            not_before: None,
        };
        Ok(ClaimedMail { id: MailId(self.id), mail, tries: count(self.attempts) })
    }
}

/// Claims the mail that goes next, if one is due.
pub fn claim_next(
    db: &mut Db,
    now: DateTime<Utc>,
    claimant: &Claimant<'_>,
    order: Order,
) -> Result<Option<ClaimedMail>, StoreError> {
    let mut without = claimant.resting.to_vec();
    if let Some(pace) = claimant.pace {
        without.extend(full_domains(db, pace, now)?);
    }
    let due = outbox::table
        .filter(outbox::recipient_domain.ne_all(without))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::claimed_until.is_null())
        .filter(outbox::due_at.le(now.naive_utc()))
        .filter(outbox::useful_until.is_null().or(outbox::useful_until.assume_not_null().ge(now.naive_utc())))
        .select(outbox::id)
        .limit(CANDIDATES);
    let ids: Vec<String> = match order {
        Order::Urgency => due.order((outbox::priority, outbox::due_at, outbox::id)).load(db)?,
        Order::Turns => due.order((outbox::due_at, outbox::id)).load(db)?,
    };
    for id in ids {
        if let Some(claimed) = claim(db, MailId(id), claimant)? {
            return Ok(Some(claimed));
        }
    }
    Ok(None)
}

/// Claims one mail, unless another was faster.
fn claim(db: &mut Db, id: MailId, claimant: &Claimant<'_>) -> Result<Option<ClaimedMail>, StoreError> {
    let free = outbox::table
        .find(id.as_str())
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::claimed_until.is_null());
    let ours = (outbox::claimed_until.eq(claimant.until.naive_utc()), outbox::claimed_by.eq(claimant.holder));
    if diesel::update(free).set(ours).execute(db)? == 0 {
        return Ok(None);
    }
    let row: MailRow = MailRow::query().find(id.as_str()).first(db)?;
    match row.into_mail() {
        Ok(found) => Ok(Some(found)),
        // A row that cannot be read must not hold up those behind it.
        Err(error) => {
            mark_failed_row(db, &id, &error.to_string())?;
            Ok(None)
        }
    }
}

/// How many mails are due and go to none of these domains, up to a limit.
pub fn count_due(
    db: &mut Db,
    now: DateTime<Utc>,
    resting: &[String],
    limit: usize,
) -> Result<usize, StoreError> {
    let ids: Vec<String> = outbox::table
        .filter(outbox::recipient_domain.ne_all(resting))
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::claimed_until.is_null())
        .filter(outbox::due_at.le(now.naive_utc()))
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select(outbox::id)
        .load(db)?;
    Ok(ids.len())
}

/// Domains whose pace is used up: by what went within the last minute, and by what is on its way. What seems to have gone in the
/// future went before the clock was set back.
fn full_domains(db: &mut Db, pace: DomainPace, now: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
    let minute = (now - Duration::minutes(1)).naive_utc()..(now + CLOCK_SLACK).naive_utc();
    let sent_at = outbox::sent_at.assume_not_null();
    let sent = outbox::sent_at.is_not_null().and(sent_at.gt(minute.start)).and(sent_at.le(minute.end));
    let claimed = outbox::claimed_until.is_not_null().and(outbox::state.eq(MailState::Waiting.code()));
    let used: Vec<(String, i64)> = outbox::table
        .filter(outbox::recipient_domain.ne(""))
        .filter(sent.or(claimed))
        .group_by(outbox::recipient_domain)
        .select((outbox::recipient_domain, count_star()))
        .load(db)?;
    Ok(used.into_iter().filter(|(_, n)| *n >= i64::from(pace.0)).map(|(domain, _)| domain).collect())
}

/// A claim as it stands in the database.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub mail: MailId,
    pub until: DateTime<Utc>,
}

/// Every claim there is, of every server.
pub fn list_claims(db: &mut Db) -> Result<Vec<Claim>, StoreError> {
    let rows: Vec<(String, Option<NaiveDateTime>)> = outbox::table
        .filter(outbox::claimed_until.is_not_null())
        .select((outbox::id, outbox::claimed_until))
        .load(db)?;
    let claim =
        |(id, until): (String, Option<NaiveDateTime>)| Some(Claim { mail: MailId(id), until: utc(until?) });
    Ok(rows.into_iter().filter_map(claim).collect())
}

/// Shows that the claims on these mails still have their holder.
pub fn renew_claims(
    db: &mut Db,
    holder: &str,
    mails: &[MailId],
    until: DateTime<Utc>,
) -> Result<(), StoreError> {
    let ids: Vec<&str> = mails.iter().map(MailId::as_str).collect();
    let ours = outbox::table
        .filter(outbox::id.eq_any(ids))
        .filter(outbox::claimed_by.eq(holder))
        .filter(outbox::claimed_until.is_not_null());
    diesel::update(ours).set(outbox::claimed_until.eq(until.naive_utc())).execute(db)?;
    Ok(())
}

/// Frees a claim that nobody has renewed since it was seen; gives whether that was so.
pub fn free_claim(db: &mut Db, seen: &Claim) -> Result<bool, StoreError> {
    let still = outbox::table
        .find(seen.mail.as_str())
        .filter(outbox::claimed_until.is_not_null())
        .filter(outbox::claimed_until.assume_not_null().eq(seen.until.naive_utc()));
    Ok(diesel::update(still).set(nobodys()).execute(db)? == 1)
}

/// Frees every claim, where no other server can have one.
pub fn free_all_claims(db: &mut Db) -> Result<usize, StoreError> {
    let claimed = outbox::table.filter(outbox::claimed_until.is_not_null());
    Ok(diesel::update(claimed).set(nobodys()).execute(db)?)
}

/// A claim as columns when there is none.
pub(super) fn nobodys() -> (
    diesel::dsl::Eq<outbox::claimed_until, Option<NaiveDateTime>>,
    diesel::dsl::Eq<outbox::claimed_by, Option<String>>,
) {
    (outbox::claimed_until.eq(None), outbox::claimed_by.eq(None))
}

/// Lets mails go whose time lies ahead only because the clock was set back after it was written; how many there were.
pub fn heal_due(db: &mut Db, now: DateTime<Utc>) -> Result<usize, StoreError> {
    let ahead = (now + CLOCK_SLACK).naive_utc();
    let tried = outbox::tried_at.is_not_null().and(outbox::tried_at.assume_not_null().gt(ahead));
    let made = outbox::tried_at.is_null().and(outbox::created_at.gt(ahead));
    let held = outbox::table
        .filter(outbox::state.eq(MailState::Waiting.code()))
        .filter(outbox::claimed_until.is_null())
        .filter(outbox::due_at.gt(now.naive_utc()))
        .filter(tried.or(made));
    Ok(diesel::update(held).set(outbox::due_at.eq(now.naive_utc())).execute(db)?)
}
