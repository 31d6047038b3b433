//! The work nobody waits for: take in mail that comes back, remind, expire what was never confirmed, delete what is too old,
//! finish the rounds that a stop interrupted; each step is one service call. Mail is sent by threads of its own, so that no
//! step holds it up.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use parking_lot::{Condvar, Mutex};

use crate::app::App;
use crate::services::outbox::{self, Sending, Timing};
use crate::services::registrations::saved_form;
use crate::services::{Fault, bounces, erasure, logins, proposals, registrations, reminders, rounds};

/// How often to look for what has expired.
const TIDY: Duration = Duration::from_secs(60);

/// Threads that work until they are stopped.
pub struct Worker {
    stop: Arc<(Mutex<bool>, Condvar)>,
    thread: JoinHandle<()>,
    sending: Arc<Sending>,
    mail: JoinHandle<()>,
}

impl Worker {
    /// Begins to work.
    pub fn start(app: Arc<App>) -> io::Result<Worker> {
        let stop = Arc::new((Mutex::new(false), Condvar::new()));
        let told = Arc::clone(&stop);
        let sending = Arc::new(Sending::new(&app, Timing::default()));
        let (world, own) = (Arc::clone(&app), Arc::clone(&sending));
        let mail = std::thread::Builder::new()
            .name("mail-watch".to_string())
            .spawn(move || outbox::run(&world, &own))?;
        let thread =
            std::thread::Builder::new().name("worker".to_string()).spawn(move || work(&app, &told))?;
        Ok(Worker { stop, thread, sending, mail })
    }

    /// Begins nothing more; what is under way goes on.
    pub fn begin_stop(&self) {
        *self.stop.0.lock() = true;
        self.stop.1.notify_all();
        self.sending.stop();
    }

    /// Finishes what is under way and ends, whatever a mail server does.
    pub fn stop(self) {
        self.begin_stop();
        if self.mail.join().is_err() {
            tracing::error!("the sending of mail panicked");
        }
        if self.thread.join().is_err() {
            tracing::error!("the worker panicked");
        }
    }
}

fn work(app: &App, (stop, woken): &(Mutex<bool>, Condvar)) {
    step("solving interrupted rounds", || rounds::resume(app));
    let mut tidy_at = Instant::now();
    while !*stop.lock() {
        if Instant::now() >= tidy_at {
            step("reading returned mails", || bounces::read_folder(app));
            step("forgetting blocked addresses", || bounces::forget_unused(app));
            step("sending reminders", || reminders::send_due(app));
            step("expiring registrations", || registrations::expire_due(app));
            step("ending proposals", || proposals::lapse_unanswered(app));
            step("deleting old registration forms", || saved_form::delete_old(app));
            step("making people of old events nameless", || erasure::shred_due(app));
            step("deleting answers that are kept for less time", || erasure::forget_answers_due(app));
            step("emptying the journal", || erasure::empty_journal(app));
            step("ending old log-ins", || logins::forget_ended(app).map_err(Fault::from));
            tidy_at = Instant::now() + TIDY;
        }
        let mut stopped = stop.lock();
        if !*stopped {
            woken.wait_for(&mut stopped, TIDY);
        }
    }
}

/// One step: if it panics or fails, the next ones are done all the same, and it is tried again the next time.
fn step(name: &'static str, work: impl FnOnce() -> Result<usize, Fault>) {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(%error, step = name, "a step of the worker failed"),
        Err(_) => tracing::error!(step = name, "a step of the worker panicked"),
    }
}
