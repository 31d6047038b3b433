//! Who watches the connections: opens one where mail is due, another in the place of one that hangs, gives up what hangs too long,
//! renews the claims, and frees those of a server that is gone.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::lanes::{Delivered, Lane, Sending, tell};
use super::settle::{self, Fate, Outcome, Tried, Written};
use super::timing::Timing;
use crate::app::App;
use crate::config::DatabaseUrl;
use crate::domain::ids::MailId;
use crate::domain::mail::{PERHAPS_SENT, PauseCause};
use crate::mail::transport::Phase;
use crate::services::tx::write;
use crate::store::outbox::{self, Claim};
use crate::store::{StoreError, mail_pause};

/// How often to look for mails that are due and connections that hang.
const LOOK: Duration = Duration::from_millis(500);
/// How long to leave a database alone that does not answer.
const REST: Duration = Duration::from_secs(5);
/// How soon a mail that may have been sent goes again after a stop.
const SOON: chrono::Duration = chrono::Duration::minutes(1);

/// Sends what is due, outside any transaction, and comes back when nothing is. Each mail stands for itself: one that is refused,
/// or makes the program fail, holds up no other.
pub fn deliver_due(app: &App) -> Result<Delivered, StoreError> {
    Sending::new(app, Timing::default()).deliver_due(app)
}

impl Sending {
    /// The same for a server that remembers what was refused before.
    pub fn deliver_due(&self, app: &App) -> Result<Delivered, StoreError> {
        *self.delivered.lock() = Delivered::default();
        prepare(app)?;
        let due = app
            .store
            .read(|db| outbox::count_due(db, app.clock.now(), &[], app.config.mail.pace.connections))?;
        let lanes: Vec<Arc<Lane>> = (0..due).map(|_| Arc::default()).collect();
        self.lanes.lock().clone_from(&lanes);
        thread::scope(|scope| {
            for lane in &lanes {
                scope.spawn(|| self.carry(app, lane));
            }
        });
        Ok(self.delivered.lock().clone())
    }
}

/// Sends mail until it is stopped. Whatever the mail server does, it ends soon after that.
pub fn run(app: &Arc<App>, sending: &Arc<Sending>) {
    let mut watch = Watch::default();
    while !sending.is_stopped() {
        let looked = catch_unwind(AssertUnwindSafe(|| watch.look(app, sending)));
        match looked {
            Ok(Ok(())) => sending.wait(LOOK.min(sending.timing.renew)),
            Ok(Err(error)) => {
                tracing::error!(%error, "cannot work through the outbox");
                sending.wait(REST);
            }
            Err(_) => {
                tracing::error!("a look at the outbox panicked");
                sending.wait(REST);
            }
        }
    }
    finish(app, sending);
}

/// What a watcher remembers from one look to the next.
#[derive(Default)]
struct Watch {
    started: bool,
    renewed_at: Option<Instant>,
    /// Claims of others, and since when they have not changed.
    seen: HashMap<MailId, (DateTime<Utc>, Instant)>,
}

impl Watch {
    fn look(&mut self, app: &Arc<App>, sending: &Arc<Sending>) -> Result<(), StoreError> {
        if !self.started {
            free_own(app)?;
            self.started = true;
        }
        if self.renewed_at.is_none_or(|at| at.elapsed() >= sending.timing.renew) {
            self.renewed_at = Some(Instant::now());
            report(sending);
            self.keep_claims(app, sending)?;
            prepare(app)?;
        }
        give_up_overdue(app, sending)?;
        open_lanes(app, sending)
    }

    /// Renews our claims, and frees those that stood still for too long.
    fn keep_claims(&mut self, app: &App, sending: &Sending) -> Result<(), StoreError> {
        let own: Vec<MailId> =
            sending.lanes.lock().iter().filter_map(|lane| lane.carries()).map(|tried| tried.id).collect();
        let claims = app.store.read(outbox::list_claims)?;
        let others: Vec<Claim> = claims.into_iter().filter(|claim| !own.contains(&claim.mail)).collect();
        let now = Instant::now();
        self.seen.retain(|mail, (until, _)| {
            others.iter().any(|claim| claim.mail == *mail && claim.until == *until)
        });
        let mut stale = Vec::new();
        for claim in others {
            let (_, since) = self.seen.entry(claim.mail.clone()).or_insert((claim.until, now));
            if since.elapsed() >= sending.timing.lease {
                stale.push(claim);
            }
        }
        if own.is_empty() && stale.is_empty() {
            return Ok(());
        }
        let lease = chrono::Duration::from_std(sending.timing.lease).unwrap_or_default();
        let freed = write(app, |tx| {
            outbox::renew_claims(tx.db, &sending.holder, &own, tx.now + lease)?;
            let mut freed = 0;
            for claim in &stale {
                freed += usize::from(outbox::free_claim(tx.db, claim)?);
            }
            Ok::<_, StoreError>(freed)
        })?;
        if freed > 0 {
            tracing::warn!(mails = freed, "mails of a server that is gone are taken over");
        }
        Ok(())
    }
}

/// Only one server runs on a SQLite file: what is claimed there when it starts was claimed by one that is gone.
fn free_own(app: &App) -> Result<(), StoreError> {
    if matches!(app.config.database, DatabaseUrl::Sqlite(_)) {
        let freed = app.store.write(outbox::free_all_claims)?;
        if freed > 0 {
            tracing::info!(mails = freed, "mails that a stop interrupted are sent again");
        }
    }
    Ok(())
}

/// Gives up what is of no use any more, and frees what a clock that was set back holds.
fn prepare(app: &App) -> Result<(), StoreError> {
    let now = app.clock.now();
    let (useless, held) = app
        .store
        .write(|db| Ok::<_, StoreError>((outbox::fail_useless(db, now)?, outbox::heal_due(db, now)?)))?;
    if useless > 0 {
        tracing::warn!(mails = useless, "mails waited longer than they were of use and are not sent");
    }
    if held > 0 {
        tracing::warn!(mails = held, "the clock was set back; mails go that it would have held");
    }
    Ok(())
}

fn report(sending: &Sending) {
    let Delivered { sent, retried, failed, .. } = std::mem::take(&mut *sending.delivered.lock());
    if sent + retried + failed > 0 {
        tracing::info!(sent, retried, failed, "mails delivered");
    }
}

/// Opens as many connections as there are mails for, and others in the place of those that hang.
fn open_lanes(app: &Arc<App>, sending: &Arc<Sending>) -> Result<(), StoreError> {
    let after = sending.hangs_after();
    let (open, hanging) = {
        let mut lanes = sending.lanes.lock();
        lanes.retain(|lane| !lane.has_ended());
        (lanes.len(), lanes.iter().filter(|lane| lane.hangs(after)).count())
    };
    let usual = app.config.mail.pace.connections.max(1);
    let most = match *sending.cap.lock() {
        Some((cap, until)) if until > Instant::now() => cap,
        _ => usual + sending.timing.extra,
    };
    let room = usual.saturating_sub(open - hanging).min(most.saturating_sub(open));
    if room == 0 {
        return Ok(());
    }
    let resting = sending.resting();
    let now = app.clock.now();
    let due = app.store.read(|db| match mail_pause::get(db)? {
        None => outbox::count_due(db, now, &resting, room),
        Some(pause) if pause.cause == PauseCause::Server && pause.is_probe_due(now) => {
            outbox::count_due(db, now, &[], 1)
        }
        Some(_) => Ok(0),
    })?;
    for _ in 0..due {
        let lane: Arc<Lane> = Arc::default();
        sending.lanes.lock().push(Arc::clone(&lane));
        let (app, own, carried) = (Arc::clone(app), Arc::clone(sending), Arc::clone(&lane));
        let thread = thread::Builder::new().name("mail".to_string());
        if let Err(error) = thread.spawn(move || own.carry(&app, &carried)) {
            tracing::error!(%error, "cannot start a thread that sends mail");
            lane.end();
        }
    }
    Ok(())
}

/// Gives up conversations that last longer than every limit allows together, as with a server that sends a byte now and then.
fn give_up_overdue(app: &App, sending: &Sending) -> Result<(), StoreError> {
    let overdue: Vec<Arc<Lane>> = {
        let lanes = sending.lanes.lock();
        let is_overdue = |lane: &&Arc<Lane>| {
            let (phase, since) = lane.progress.at();
            app.mailer.longest(phase).is_some_and(|longest| since > longest)
        };
        lanes.iter().filter(is_overdue).cloned().collect()
    };
    for lane in overdue {
        give_up(app, sending, &lane, &Reason::Overdue)?;
    }
    Ok(())
}

/// Waits a while for what is under way, and gives up the rest.
fn finish(app: &App, sending: &Sending) {
    let until = Instant::now() + sending.timing.grace;
    let open = || sending.lanes.lock().iter().any(|lane| !lane.has_ended());
    while open() && Instant::now() < until {
        thread::sleep(Duration::from_millis(20));
    }
    let lanes = sending.lanes.lock().clone();
    for lane in lanes.iter().filter(|lane| !lane.has_ended()) {
        if let Err(error) = give_up(app, sending, lane, &Reason::Stop) {
            tracing::error!(%error, "cannot note that a mail may have been sent");
        }
    }
    report(sending);
}

/// Why a conversation is given up.
#[derive(PartialEq)]
enum Reason {
    Overdue,
    Stop,
}

/// Gives up a conversation. What it was about goes again: if its text was on its way, perhaps for the second time.
fn give_up(app: &App, sending: &Sending, lane: &Lane, reason: &Reason) -> Result<(), StoreError> {
    let Some(phase) = lane.progress.give_up() else { return Ok(()) };
    sending.lanes.lock().retain(|other| !std::ptr::eq(other.as_ref(), lane));
    // At rest it writes down what became of its last mail, and does so by itself.
    let Some(tried) = lane.carries().filter(|_| phase != Phase::Idle) else { return Ok(()) };
    let outcome = given_up(tried, phase, reason);
    tracing::warn!(mail = %outcome.tried.id, ?phase, "a conversation with the mail server was given up");
    let news = write(app, |tx| {
        let written = Written { holder: &sending.holder, now: tx.now, next: tx.now + SOON };
        settle::write(tx.db, &outcome, &written)
    })?;
    tell(news, Some(&outcome));
    Ok(())
}

fn given_up(tried: Tried, phase: Phase, reason: &Reason) -> Outcome {
    let why = match reason {
        Reason::Overdue => "the mail server took too long",
        Reason::Stop => "the program was stopped",
    };
    let (fate, reason, pauses) = match phase {
        Phase::Text => (Fate::Again, format!("{PERHAPS_SENT}: {why}"), false),
        // Nothing was said of the mail: it is the server that is in trouble, or nobody.
        Phase::Idle | Phase::Connect | Phase::Sender if *reason == Reason::Overdue => {
            (Fate::Paused, why.to_string(), true)
        }
        Phase::Recipient | Phase::Data if *reason == Reason::Overdue => (Fate::Again, why.to_string(), false),
        _ => (Fate::Elsewhere, String::new(), false),
    };
    Outcome { tried, fate, also: Vec::new(), reason, pauses }
}
