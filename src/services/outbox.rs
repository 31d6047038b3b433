//! The outbox: sending what is due, and opening a mail.

use std::collections::{HashSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;

use chrono::{DateTime, Duration, Utc};
use parking_lot::Mutex;

use super::access::{self, Denied};
use super::bounces;
use super::tx::write_at;
use crate::app::App;
use crate::domain::account::Account;
use crate::domain::ids::{EventId, MailId};
use crate::domain::mail::{ADDRESS_BLOCKED, MailKind, OutboxEntry, PauseCause};
use crate::domain::text::Email;
use crate::mail::reading::{self, OpenedMail};
use crate::mail::transport::{Mailer, SendError};
use crate::store::outbox::{ClaimedMail, DomainPace};
use crate::store::{Db, StoreError, blocked_addresses, erasure, mail_pause, outbox};

/// For how long claimed mails are ours. If this process dies, they go out by another one, or the next, after that.
const CLAIM: Duration = Duration::minutes(5);
/// Time before the end of a claim at which no other mail of it is begun.
const MARGIN: Duration = Duration::minutes(2);
/// How long the whole queue rests while no mail goes.
const REST: Duration = Duration::minutes(1);
/// Minutes until the next try of a mail that failed for a while; after these, every hour.
const STEPS: [i64; 4] = [1, 5, 15, 60];
/// Tries until a mail is given up: two days after the first one.
const MOST_TRIES: u32 = 51;
/// Longest reason kept, in characters.
const REASON_MAX: usize = 500;

/// One mail as people look at it.
#[derive(Debug, Clone)]
pub struct ShownMail {
    pub entry: OutboxEntry,
    pub event: Option<EventId>,
    /// The whole mail, as it goes over the wire. A mail that has left by a mail server is forgotten here: it holds a
    /// secret link.
    pub source: Option<String>,
    pub opened: Option<OpenedMail>,
}

/// One mail, for the organisers of its event: it holds a link with which they could act for the participant.
pub fn show(app: &App, account: &Account, id: &MailId) -> Result<ShownMail, Denied> {
    let (entry, event, mime) = app.store.read(|db| visible(db, account, id))?;
    let source = if mime.is_empty() { from_folder(app, id) } else { Some(mime) };
    let opened = source.as_deref().and_then(reading::open);
    Ok(ShownMail { entry, event, source, opened })
}

fn visible(
    db: &mut Db,
    account: &Account,
    id: &MailId,
) -> Result<(OutboxEntry, Option<EventId>, String), Denied> {
    let found = outbox::get(db, id)?;
    access::to_mail(db, account, found.1.as_ref())?;
    Ok(found)
}

fn from_folder(app: &App, id: &MailId) -> Option<String> {
    let Mailer::Folder(folder) = &app.mailer else { return None };
    folder.read(id).unwrap_or_else(|error| {
        tracing::warn!(mail = %id, %error, "cannot read a mail in the mail folder");
        None
    })
}

/// What became of the mails that were due.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Delivered {
    pub sent: u32,
    /// Failed for now.
    pub retried: u32,
    /// Given up.
    pub failed: u32,
    /// Why no mail goes at the moment, if so. The mails wait.
    pub paused: Option<String>,
}

impl Delivered {
    /// How many mails had their turn.
    pub fn count(&self) -> u32 {
        self.sent + self.retried + self.failed
    }
}

/// How many mails are taken at once: a few at first, and twice as many after each time that all went well, half
/// as many after most had to be put off, and a few again after a pause. A server that does not know us, or that has trouble,
/// refuses a handful and not fifty (slow start, as in RFC 5681, section 3.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RampUp(i64);

impl RampUp {
    /// As many as at the start.
    pub const START: RampUp = RampUp(4);
    /// As many as are ever taken at once.
    pub const FULL: RampUp = RampUp(50);

    /// How many to take after this.
    pub fn after(self, delivered: &Delivered) -> RampUp {
        match delivered {
            Delivered { paused: Some(_), .. } => RampUp::START,
            Delivered { sent, retried, .. } if retried > sent => RampUp((self.0 / 2).max(RampUp::START.0)),
            Delivered { sent: 0, .. } | Delivered { retried: 1.., .. } => self,
            _ => RampUp((self.0 * 2).min(RampUp::FULL.0)),
        }
    }
}

/// Sends some of the mails that are due, outside any transaction. Each stands for itself: one that is refused, or makes
/// the program fail, holds up no other.
pub fn deliver_due(app: &App, most: RampUp) -> Result<Delivered, StoreError> {
    let now = app.clock.now();
    let until = now + CLAIM;
    let pace = &app.config.mail.pace;
    let claimed = write_at(app, now, |tx| {
        if mail_pause::get(tx.db)?.is_some_and(|pause| pause.cause == PauseCause::Restored) {
            return Ok(Vec::new());
        }
        let useless = outbox::fail_useless(tx.db, now)?;
        if useless > 0 {
            tracing::warn!(mails = useless, "mails waited longer than they were of use and are not sent");
        }
        outbox::claim_due(tx.db, now, until, most.0, pace.per_domain.map(DomainPace))
    })?;
    let connections = claimed.len().min(pace.connections);
    let delivery = Delivery {
        app,
        begin_until: until - MARGIN,
        queue: Mutex::new(claimed.into()),
        dead: Mutex::default(),
        outcome: Mutex::new(Ok(Delivered::default())),
    };
    thread::scope(|scope| {
        for _ in 0..connections {
            scope.spawn(|| delivery.carry());
        }
    });
    delivery.outcome.into_inner()
}

/// One batch on its way.
struct Delivery<'a> {
    app: &'a App,
    begin_until: DateTime<Utc>,
    queue: Mutex<VecDeque<ClaimedMail>>,
    /// Addresses that turned out to be none: the rest of the batch may hold more mails to them.
    dead: Mutex<HashSet<String>>,
    outcome: Mutex<Result<Delivered, StoreError>>,
}

impl Delivery<'_> {
    /// Sends one mail after the other over one connection.
    fn carry(&self) {
        let mut courier = self.app.mailer.courier();
        while self.app.clock.now() < self.begin_until {
            let Some(ClaimedMail { id, mail, tries }) = self.queue.lock().pop_front() else { return };
            let sent = if self.dead.lock().contains(&mail.recipient.key()) {
                Err(SendError::Permanent(ADDRESS_BLOCKED.to_string()))
            } else {
                catch_unwind(AssertUnwindSafe(|| courier.send(&mail, &id))).unwrap_or_else(|_| {
                    courier = self.app.mailer.courier();
                    Err(SendError::Temporary("the program failed while it sent this mail".to_string()))
                })
            };
            let last = mail.kind == MailKind::Erased;
            let settled = self.settle(&id, &mail.recipient, tries, sent);
            if let Err(error) = settled.and_then(|()| self.forget(last, &id)) {
                self.queue.lock().clear();
                *self.outcome.lock() = Err(error);
                return;
            }
        }
    }

    fn settle(
        &self,
        id: &MailId,
        recipient: &Email,
        tries: u32,
        sent: Result<(), SendError>,
    ) -> Result<(), StoreError> {
        let now = self.app.clock.now();
        let count = |tally: fn(&mut Delivered)| {
            if let Ok(delivered) = self.outcome.lock().as_mut() {
                tally(delivered);
            }
        };
        match sent {
            Ok(()) => {
                write_at(self.app, now, |tx| outbox::mark_sent(tx.db, id, now))?;
                count(|delivered| delivered.sent += 1);
            }
            Err(SendError::Temporary(reason)) if tries + 1 < MOST_TRIES => {
                let next = Some(now + self.app.random.jittered(backoff(tries)));
                write_at(self.app, now, |tx| outbox::mark_failed(tx.db, id, &short(&reason), next))?;
                tracing::info!(mail = %id, tries = tries + 1, "a mail was not taken and is tried again");
                count(|delivered| delivered.retried += 1);
            }
            Err(SendError::Temporary(reason) | SendError::Permanent(reason)) => {
                write_at(self.app, now, |tx| outbox::mark_failed(tx.db, id, &short(&reason), None))?;
                tracing::warn!(mail = %id, tries = tries + 1, "a mail was given up");
                count(|delivered| delivered.failed += 1);
            }
            Err(SendError::NoMailbox(reason)) => {
                let reason = short(&reason);
                self.dead.lock().insert(recipient.key());
                write_at(self.app, now, |tx| {
                    outbox::mark_failed(tx.db, id, &reason, None)?;
                    bounces::block(tx.db, recipient, &reason, now)
                })?;
                tracing::warn!(mail = %id, "there is no such mailbox; its address is blocked");
                count(|delivered| delivered.failed += 1);
            }
            Err(SendError::Unavailable(reason)) => self.pause(id, &reason, now)?,
        }
        Ok(())
    }

    /// The last mail to somebody who had everything deleted: once it is settled its address goes too.
    fn forget(&self, last: bool, id: &MailId) -> Result<(), StoreError> {
        if !last || self.app.store.read(|db| outbox::is_waiting(db, id))? {
            return Ok(());
        }
        self.app.store.write(|db| {
            erasure::forget_mails(db, std::slice::from_ref(&id.0))?;
            // If the mail was refused, its address has just been noted as one that takes none.
            blocked_addresses::delete_unused(db)
        })?;
        super::erasure::scrub(self.app);
        Ok(())
    }

    /// Nothing goes: this mail and the rest of the batch wait, and none of them is the worse for it.
    fn pause(&self, id: &MailId, reason: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
        let rest: Vec<ClaimedMail> = self.queue.lock().drain(..).collect();
        let (reason, next) = (short(reason), now + REST);
        self.app.store.write(|db| {
            outbox::postpone(db, id, &reason, next)?;
            rest.iter().try_for_each(|other| outbox::postpone(db, &other.id, &reason, next))
        })?;
        if let Ok(delivered) = self.outcome.lock().as_mut() {
            delivered.paused = Some(reason);
        }
        Ok(())
    }
}

/// How long to wait after so many earlier tries.
fn backoff(tries: u32) -> Duration {
    let step = usize::try_from(tries).ok().and_then(|tries| STEPS.get(tries));
    Duration::minutes(step.copied().unwrap_or(60))
}

fn short(reason: &str) -> String {
    reason.chars().take(REASON_MAX).collect()
}
