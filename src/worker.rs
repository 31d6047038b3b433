//! The work nobody waits for: deliver mail, take in what comes back, remind, expire what was never confirmed, delete what is too old, finish the rounds
//! that a stop interrupted. Each step is one service call.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use crate::app::App;
use crate::services::outbox::{self, Delivered, RampUp};
use crate::services::registrations::saved_form;
use crate::services::{
    Fault, announcements, bounces, erasure, logins, proposals, registrations, reminders, rounds, trusted_time,
};

/// How often to look for mails that are due.
const LOOK: Duration = Duration::from_secs(1);
/// How long to leave a mail server or a database alone that does not answer.
const REST: Duration = Duration::from_secs(30);
/// How often to look for what has expired.
const TIDY: Duration = Duration::from_secs(60);

/// A thread that works until it is stopped.
pub struct Worker {
    stop: Arc<(Mutex<bool>, Condvar)>,
    thread: JoinHandle<()>,
}

impl Worker {
    /// Begins to work.
    pub fn start(app: Arc<App>) -> io::Result<Worker> {
        let stop = Arc::new((Mutex::new(false), Condvar::new()));
        let told = Arc::clone(&stop);
        let thread =
            std::thread::Builder::new().name("worker".to_string()).spawn(move || work(&app, &told))?;
        Ok(Worker { stop, thread })
    }

    /// Finishes what is under way and ends.
    pub fn stop(self) {
        *self.stop.0.lock() = true;
        self.stop.1.notify_all();
        if self.thread.join().is_err() {
            tracing::error!("the worker panicked");
        }
    }
}

fn work(app: &App, (stop, woken): &(Mutex<bool>, Condvar)) {
    step("solving interrupted rounds", || rounds::resume(app));
    let mut tidy_at = Instant::now();
    let mut pace = RampUp::START;
    while !*stop.lock() {
        if Instant::now() >= tidy_at {
            step("reading the clock", || trusted_time::watch(app));
            step("reading returned mails", || bounces::read_folder(app));
            step("forgetting blocked addresses", || bounces::forget_unused(app));
            step("sending reminders", || reminders::send_due(app));
            step("expiring registrations", || registrations::expire_due(app));
            step("ending proposals", || proposals::lapse_unanswered(app));
            step("deleting old registration forms", || saved_form::delete_old(app));
            step("announcing deletions", || announcements::announce_due(app));
            step("making people of old events nameless", || erasure::shred_due(app));
            step("deleting answers that are kept for less time", || erasure::forget_answers_due(app));
            step("emptying the journal", || erasure::empty_journal(app));
            step("ending old log-ins", || logins::forget_ended(app).map_err(Fault::from));
            tidy_at = Instant::now() + TIDY;
        }
        let pause = guarded("sending mail", || deliver(app, &mut pace)).unwrap_or(REST);
        let mut stopped = stop.lock();
        if !*stopped {
            woken.wait_for(&mut stopped, pause);
        }
    }
}

/// One step: if it panics, the next ones are done all the same.
fn guarded<T>(step: &str, work: impl FnOnce() -> T) -> Option<T> {
    let done = catch_unwind(AssertUnwindSafe(work)).ok();
    if done.is_none() {
        tracing::error!(step, "a step of the worker panicked");
    }
    done
}

/// Sends what is due and says how long to wait then.
fn deliver(app: &App, pace: &mut RampUp) -> Duration {
    let delivered = outbox::deliver_due(app, *pace);
    if let Ok(delivered) = &delivered {
        *pace = pace.after(delivered);
    }
    match delivered {
        Ok(Delivered { paused: Some(reason), .. }) => {
            tracing::error!(reason, "no mail goes out at the moment; all mails wait");
            REST
        }
        Ok(delivered) if delivered.count() > 0 => {
            let Delivered { sent, retried, failed, .. } = delivered;
            tracing::info!(sent, retried, failed, "mails delivered");
            Duration::ZERO
        }
        Ok(_) => LOOK,
        Err(error) => {
            tracing::error!(%error, "cannot work through the outbox");
            REST
        }
    }
}

/// A step of tidying up; what fails is tried again the next time.
fn step(name: &'static str, work: impl FnOnce() -> Result<usize, Fault>) {
    if let Some(Err(error)) = guarded(name, work) {
        tracing::error!(%error, step = name, "a step of the worker failed");
    }
}
