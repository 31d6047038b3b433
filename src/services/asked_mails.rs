//! What strangers make the program send: how much one mailbox gets, and how much an event and a domain do at addresses that
//! nobody has proved. What is too much for now waits; what would wait too long does not go.

use chrono::{DateTime, Duration, Utc};

use super::Fault;
use super::tx::Tx;
use crate::app::App;
use crate::domain::event::Event;
use crate::domain::mail::MailKind;
use crate::domain::mail_slips::is_common;
use crate::domain::text::{Email, readable_domain};
use crate::store::mail_requests::{self, Share};
use crate::store::{Db, StoreError};

/// Most mails to one mailbox, by the time in which they count.
const TO_MAILBOX: [(usize, Duration); 3] =
    [(1, Duration::minutes(1)), (3, Duration::hours(1)), (8, Duration::hours(24))];

/// How long a mail may wait for its turn.
const PATIENCE: Duration = Duration::hours(6);

/// How long a request is kept: as long as it counts.
const KEEP: Duration = Duration::hours(24);

/// Whether one more mail may go to an address at once because somebody asked for it.
pub(super) fn may_ask(tx: &mut Tx<'_>, recipient: &Email) -> Result<bool, StoreError> {
    Ok(when_to_mailbox(tx.db, recipient, tx.now)? == Some(tx.now))
}

/// When one more mail to an address that nobody has proved may go: now, or when it is its turn; none if that is too long ahead.
pub(super) fn when_to_unproved(
    tx: &mut Tx<'_>,
    event: &Event,
    recipient: &Email,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let Some(mailbox) = when_to_mailbox(tx.db, recipient, tx.now)? else { return Ok(None) };
    let due = mailbox.max(when_in_share(tx, event, recipient)?);
    Ok(Some(due).filter(|due| *due <= tx.now + PATIENCE))
}

/// When an event and a domain have room for one more. A domain where everybody may have a mailbox has no share of its own: a
/// stranger would use it up for all of them, and for all events.
fn when_in_share(tx: &mut Tx<'_>, event: &Event, recipient: &Email) -> Result<DateTime<Utc>, StoreError> {
    let limits = &tx.app.config.limits;
    let domain = recipient.wire_domain();
    let of_event = (Share::Event(&event.id), limits.unproved_of_event(event.capacity));
    let of_domain = (!is_common(&domain)).then_some((Share::Domain(&domain), limits.unproved_of_domain));
    let mut due = tx.now;
    for (share, most) in of_domain.into_iter().chain([of_event]) {
        if let Some(before) = mail_requests::nth_latest(tx.db, share, most, tx.now)? {
            due = due.max(before + Duration::hours(1));
        }
    }
    Ok(due)
}

/// When one more mail that somebody asked for may go to whoever is known: now, or at the end of the minute unless one of this
/// kind goes just then.
pub(super) fn when_to_known(
    tx: &mut Tx<'_>,
    recipient: &Email,
    kind: MailKind,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let Some(due) = when_to_mailbox(tx.db, recipient, tx.now)? else { return Ok(None) };
    let (mailbox, minute) = (recipient.mailbox(), Duration::minutes(1));
    let asked = mail_requests::list_to(tx.db, &mailbox, tx.now - minute, tx.now)?;
    let is_repeated = asked.iter().any(|(known, _)| known == kind.code());
    Ok(Some(due).filter(|due| *due == tx.now || (*due <= tx.now + minute && !is_repeated)))
}

/// When the limits of a mailbox let one more mail go, whatever its route and the spelling of the address.
fn when_to_mailbox(
    db: &mut Db,
    recipient: &Email,
    now: DateTime<Utc>,
) -> Result<Option<DateTime<Utc>>, StoreError> {
    let asked = mail_requests::list_to(db, &recipient.mailbox(), now - KEEP, now)?;
    let turn = |(most, window): (usize, Duration)| {
        let before = asked.len().checked_sub(most).and_then(|at| asked.get(at));
        before.map_or(now, |(_, at)| *at + window)
    };
    let due = TO_MAILBOX.into_iter().map(turn).fold(now, DateTime::max);
    Ok(Some(due).filter(|due| *due <= now + PATIENCE))
}

/// Very many forms with addresses that nobody has proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flood {
    /// In the last hour.
    pub mails: u32,
    /// How many go in an hour at most.
    pub most: u32,
    /// The domain of which mails wait, or to which most of them go, and how many.
    pub domain: String,
    pub of_domain: u32,
}

/// So many domains of those to which most mails go are looked at: more than there are common ones.
const TOP: i64 = 100;

/// What an event's organisers are to know of: so many forms in the last hour that mails wait for their turn.
pub(super) fn flood(app: &App, db: &mut Db, event: &Event) -> Result<Option<Flood>, StoreError> {
    let since = app.clock.now() - Duration::hours(1);
    let limits = &app.config.limits;
    let count = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    let mails = count(mail_requests::count_of_event(db, &event.id, since)?);
    let top = mail_requests::count_by_domain(db, &event.id, since, TOP)?;
    let waits = |(domain, n): &&(String, i64)| !is_common(domain) && count(*n) >= limits.unproved_of_domain;
    let flooded = top.iter().find(waits);
    let most = limits.unproved_of_event(event.capacity);
    let is_much = mails >= most || flooded.is_some();
    let (domain, of_domain) =
        flooded.or(top.first()).map(|(domain, n)| (readable_domain(domain), count(*n))).unwrap_or_default();
    Ok(is_much.then_some(Flood { mails, most, domain, of_domain }))
}

/// Forgets what counts no more.
pub fn forget_old(app: &App) -> Result<usize, Fault> {
    let before = app.clock.now() - KEEP;
    app.store.write(|db| Ok(mail_requests::delete_before(db, before)?))
}
