//! Connections that carry mail: each takes its next mail by itself, so that none waits for another.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use parking_lot::{Condvar, Mutex};

use super::refusals::Refusals;
use super::settle::{self, Fate, News, Outcome, Tried, Written};
use super::timing::Timing;
use crate::app::App;
use crate::domain::ids::MailId;
use crate::domain::mail::{MailKind, PauseCause, without_addresses};
use crate::mail::transport::{Phase, Progress, SendError};
use crate::services::tx::{Tx, write_at};
use crate::store::outbox::{self, Claimant, ClaimedMail, DomainPace, Order};
use crate::store::{StoreError, blocked_addresses, erasure, mail_pause};

/// How long after a connection has sent a mail another one's trouble is its own.
const LATELY: Duration = Duration::from_secs(30);
/// How long to leave a database alone that does not answer.
const REST: Duration = Duration::from_secs(2);

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

    fn add(&mut self, outcome: &Outcome) {
        match &outcome.fate {
            Fate::Sent => self.sent += 1,
            Fate::Again => self.retried += 1,
            Fate::GivenUp | Fate::NoMailbox => self.failed += 1,
            Fate::Paused | Fate::Elsewhere | Fate::Settled => {}
        }
        if outcome.pauses {
            self.paused = Some(outcome.reason.clone());
        }
    }
}

/// One connection.
#[derive(Default)]
pub(super) struct Lane {
    pub progress: Arc<Progress>,
    carries: Mutex<Option<Tried>>,
    taken_at: Mutex<Option<Instant>>,
    ended: AtomicBool,
}

impl Lane {
    /// The mail that is on its way.
    pub(super) fn carries(&self) -> Option<Tried> {
        self.carries.lock().clone()
    }

    /// Nothing more goes over it.
    pub(super) fn end(&self) {
        self.ended.store(true, Ordering::SeqCst);
    }

    pub(super) fn has_ended(&self) -> bool {
        self.ended.load(Ordering::SeqCst)
    }

    /// Whether it waits for an answer about one mail for longer than usual. Before a mail is named it is the server that makes us
    /// wait, and another connection would wait too.
    pub(super) fn hangs(&self, usual: Duration) -> bool {
        let (phase, since) = self.progress.at();
        phase >= Phase::Recipient && since > usual
    }
}

/// Ends a lane, also if its thread panics.
struct Ended<'a>(&'a Lane);

impl Drop for Ended<'_> {
    fn drop(&mut self) {
        self.0.end();
    }
}

/// The sending of one server.
pub struct Sending {
    pub(super) timing: Timing,
    /// Names this server in its claims.
    pub(super) holder: String,
    pub(super) lanes: Mutex<Vec<Arc<Lane>>>,
    pub(super) refusals: Mutex<Refusals>,
    /// Held from the judgement of a mail that was not taken until it is written down.
    refused: Mutex<()>,
    /// How many connections the server lets us have, and until when that is believed.
    pub(super) cap: Mutex<Option<(usize, Instant)>>,
    /// How long a mail takes, on average.
    usual: Mutex<Option<Duration>>,
    pub(super) delivered: Mutex<Delivered>,
    stopped: Mutex<bool>,
    woken: Condvar,
}

impl Sending {
    /// Nothing is on its way yet.
    pub fn new(app: &App, timing: Timing) -> Sending {
        Sending {
            timing,
            holder: app.random.id(app.clock.now()),
            lanes: Mutex::default(),
            refusals: Mutex::new(Refusals::new(timing.rest)),
            refused: Mutex::default(),
            cap: Mutex::default(),
            usual: Mutex::default(),
            delivered: Mutex::default(),
            stopped: Mutex::default(),
            woken: Condvar::new(),
        }
    }

    /// Begins no other mail; [`super::run`] gives up what hangs and ends.
    pub fn stop(&self) {
        *self.stopped.lock() = true;
        self.woken.notify_all();
    }

    /// Whether it was stopped.
    pub(super) fn is_stopped(&self) -> bool {
        *self.stopped.lock()
    }

    /// Waits, but no longer than until it is stopped.
    pub(super) fn wait(&self, pause: Duration) {
        let mut stopped = self.stopped.lock();
        if !*stopped {
            self.woken.wait_for(&mut stopped, pause);
        }
    }

    /// From when on a conversation hangs: some times as long as a mail usually takes, so that a slow server does not get one
    /// connection after the other.
    pub(super) fn hangs_after(&self) -> Duration {
        self.usual.lock().map_or(self.timing.hangs, |usual| self.timing.hangs.max(usual * 3))
    }

    /// Domains that get no mail at the moment: their server hung up on us, or several of their mails hang.
    pub(super) fn resting(&self) -> Vec<String> {
        let mut resting = self.refusals.lock().resting(Instant::now());
        let after = self.hangs_after();
        let hanging: Vec<String> = self
            .lanes
            .lock()
            .iter()
            .filter(|lane| lane.hangs(after))
            .filter_map(|lane| lane.carries())
            .map(|tried| tried.recipient.wire_domain())
            .collect();
        let times = |domain: &String| hanging.iter().filter(|other| *other == domain).count();
        resting.extend(hanging.iter().filter(|one| times(one) >= self.timing.hanging_per_domain).cloned());
        resting
    }

    /// Sends one mail after the other over one connection, until nothing is due or it is stopped.
    pub(super) fn carry(&self, app: &App, lane: &Lane) {
        let _ended = Ended(lane);
        self.carry_on(app, lane);
    }

    fn carry_on(&self, app: &App, lane: &Lane) {
        let mut courier = app.mailer.courier_watched(Arc::clone(&lane.progress));
        let mut last = None;
        let mut alone = None;
        while let Some(claimed) = self.next(app, lane, last.take()) {
            drop(alone.take());
            let ClaimedMail { id, mail, .. } = &claimed;
            let begun = Instant::now();
            let sent = catch_unwind(AssertUnwindSafe(|| courier.send(mail, id))).unwrap_or_else(|_| {
                courier = app.mailer.courier_watched(Arc::clone(&lane.progress));
                let gone = lane.progress.enter(Phase::Idle);
                Err(gone.map_or_else(SendError::from, |()| SendError::Temporary(PANICKED.to_string())))
            });
            let Some(tried) = lane.carries().filter(|_| !lane.progress.is_given_up()) else { return };
            if sent.is_ok() {
                *lane.taken_at.lock() = Some(Instant::now());
                self.note_usual(begun.elapsed());
            }
            // Refusals are judged and written down one after the other: what the third one puts back must be written by then.
            alone = sent.is_err().then(|| self.refused.lock());
            let others_go = self.others_go(lane);
            let outcome = settle::judge(tried, sent, &mut self.refusals.lock(), others_go, Instant::now());
            note_in_log(&outcome);
            self.delivered.lock().add(&outcome);
            let ends = outcome.fate == Fate::Elsewhere;
            if ends {
                let open = self.lanes.lock().iter().filter(|lane| !lane.has_ended()).count();
                *self.cap.lock() = Some((open.saturating_sub(1).max(1), Instant::now() + 10 * LATELY));
            }
            let erased = mail.kind == MailKind::Erased;
            if ends || erased {
                let Some(()) = self.settle(app, lane, &outcome) else { return };
                if erased && let Err(error) = forget(app, id) {
                    tracing::error!(%error, mail = %id, "cannot forget the address of somebody who had everything deleted");
                }
                if ends {
                    return;
                }
            } else {
                last = Some(outcome);
            }
        }
    }

    /// Whether another connection sent a mail a moment ago, and is still there.
    fn others_go(&self, own: &Lane) -> bool {
        self.lanes.lock().iter().any(|lane| {
            !std::ptr::eq(lane.as_ref(), own)
                && !lane.has_ended()
                && lane.taken_at.lock().is_some_and(|at| at.elapsed() < LATELY)
        })
    }

    /// Whether there are more connections than usual, as after one that hung goes on.
    fn is_surplus(&self, app: &App) -> bool {
        let after = self.hangs_after();
        let lanes = self.lanes.lock();
        let busy = lanes.iter().filter(|lane| !lane.has_ended() && !lane.hangs(after)).count();
        busy > app.config.mail.pace.connections.max(1)
    }

    fn note_usual(&self, took: Duration) {
        let mut usual = self.usual.lock();
        *usual = Some(usual.map_or(took, |usual| (usual * 7 + took) / 8));
    }

    /// Writes down what became of the last mail and claims the next one, in one transaction. A database that does not answer is asked
    /// again: what was sent must not be sent once more.
    fn next(&self, app: &App, lane: &Lane, last: Option<Outcome>) -> Option<ClaimedMail> {
        let (news, claimed) = self.persist(app, lane, |now, next| {
            write_at(app, now, |tx| {
                let news = self.write_down(tx, last.as_ref(), next)?;
                let ends = self.is_stopped() || self.is_surplus(app);
                Ok((news, if ends { None } else { self.claim(tx)? }))
            })
        })?;
        tell(news, last.as_ref());
        let (claimed, is_probe) = claimed?;
        *lane.carries.lock() = Some(Tried {
            id: claimed.id.clone(),
            recipient: claimed.mail.recipient.clone(),
            tries: claimed.tries,
            is_probe,
        });
        Some(claimed)
    }

    fn settle(&self, app: &App, lane: &Lane, last: &Outcome) -> Option<()> {
        let news = self
            .persist(app, lane, |now, next| write_at(app, now, |tx| self.write_down(tx, Some(last), next)))?;
        tell(news, Some(last));
        Some(())
    }

    fn write_down(
        &self,
        tx: &mut Tx<'_>,
        last: Option<&Outcome>,
        next: DateTime<Utc>,
    ) -> Result<News, StoreError> {
        match last {
            Some(outcome) => {
                settle::write(tx.db, outcome, &Written { holder: &self.holder, now: tx.now, next })
            }
            None => Ok(News::Nothing),
        }
    }

    /// Does something with the database until it is done, or nobody waits for it any more. It is handed the time, and when a mail
    /// that has failed for now is tried again.
    fn persist<T>(
        &self,
        app: &App,
        lane: &Lane,
        work: impl Fn(DateTime<Utc>, DateTime<Utc>) -> Result<T, StoreError>,
    ) -> Option<T> {
        let tries = lane.carries().map_or(0, |tried| tried.tries);
        let wait = app.random.jittered(settle::backoff(tries));
        loop {
            let now = app.clock.now();
            match work(now, now + wait) {
                Ok(done) => {
                    *lane.carries.lock() = None;
                    return Some(done);
                }
                Err(error) => tracing::error!(%error, "cannot work through the outbox"),
            }
            if lane.progress.is_given_up() {
                return None;
            }
            std::thread::sleep(REST.min(self.timing.lease));
        }
    }

    /// The next mail, if there is one and mail goes; and whether it is sent to see whether mail goes again.
    fn claim(&self, tx: &mut Tx<'_>) -> Result<Option<(ClaimedMail, bool)>, StoreError> {
        match mail_pause::get(tx.db)? {
            None => {
                let claimed = self.claim_without(tx, &self.resting(), Order::Urgency)?;
                Ok(claimed.map(|claimed| (claimed, false)))
            }
            Some(pause) if pause.cause == PauseCause::Server && pause.is_probe_due(tx.now) => {
                let Some(claimed) = self.claim_probe(tx)? else { return Ok(None) };
                if mail_pause::take_probe(tx.db, &pause, settle::next_probe(&pause, tx.now))? {
                    return Ok(Some((claimed, true)));
                }
                outbox::give_back(tx.db, (&claimed.id, &self.holder))?;
                Ok(None)
            }
            Some(_) => Ok(None),
        }
    }

    /// A mail to another domain than those that were refused, if there is one.
    fn claim_probe(&self, tx: &mut Tx<'_>) -> Result<Option<ClaimedMail>, StoreError> {
        let refused = self.refusals.lock().refused_domains();
        match self.claim_without(tx, &refused, Order::Turns)? {
            None if !refused.is_empty() => self.claim_without(tx, &[], Order::Turns),
            claimed => Ok(claimed),
        }
    }

    fn claim_without(
        &self,
        tx: &mut Tx<'_>,
        resting: &[String],
        order: Order,
    ) -> Result<Option<ClaimedMail>, StoreError> {
        let claimant = Claimant {
            holder: &self.holder,
            until: tx.now + chrono::Duration::from_std(self.timing.lease).unwrap_or_default(),
            resting,
            pace: tx.app.config.mail.pace.per_domain.map(DomainPace),
        };
        outbox::claim_next(tx.db, tx.now, &claimant, order)
    }
}

/// The problem of a mail that made the program fail.
const PANICKED: &str = "the program failed while it sent this mail";

/// Tells once what has changed for all mail.
pub(super) fn tell(news: News, last: Option<&Outcome>) {
    let reason = last.map(|last| without_addresses(&last.reason)).unwrap_or_default();
    match news {
        News::Nothing => {}
        News::Paused => tracing::error!(reason, "no mail goes out at the moment; all mails wait"),
        News::Flows => tracing::info!("the mail server takes mail again"),
    }
}

fn note_in_log(outcome: &Outcome) {
    let (mail, tries) = (&outcome.tried.id, outcome.tried.tries + 1);
    match outcome.fate {
        Fate::Again => tracing::info!(%mail, tries, "a mail was not taken and is tried again"),
        Fate::GivenUp => tracing::warn!(%mail, tries, "a mail was given up"),
        Fate::NoMailbox => tracing::warn!(%mail, "there is no such mailbox; its address is blocked"),
        Fate::Sent | Fate::Paused | Fate::Elsewhere | Fate::Settled => {}
    }
}

/// The last mail to somebody who had everything deleted: once it is settled its address goes too.
fn forget(app: &App, id: &MailId) -> Result<(), StoreError> {
    if app.store.read(|db| outbox::is_waiting(db, id))? {
        return Ok(());
    }
    app.store.write(|db| {
        erasure::forget_mails(db, std::slice::from_ref(&id.0))?;
        // If the mail was refused, its address has just been noted as one that takes none.
        blocked_addresses::delete_unused(db)
    })?;
    crate::services::erasure::scrub(app);
    Ok(())
}
