//! The work nobody waits for: take in mail that comes back, remind, expire what was never confirmed, delete what is too old;
//! each step is one service call. Mail is sent, rounds are solved and backups are made by threads of their own, so that no step
//! holds them up.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use crate::app::App;
use crate::services::backups::scheduled;
use crate::services::outbox::{self, Sending, Timing};
use crate::services::registrations::saved_form;
use crate::services::{
    Fault, acts, addresses, announcements, asked_mails, batches, bounces, calendars, erasure, imports,
    logins, mail_files, mailings, meetings, networks, nudges, proposals, registrations, reminders, rounds,
    session_places, trusted_time,
};

/// How often to look for what is due.
const LOOK: Duration = Duration::from_secs(60);

/// How often to look for what somebody waits for at a page.
const SOON: Duration = Duration::from_secs(1);

/// Threads that work until they are stopped.
pub struct Worker {
    stop: Arc<Stop>,
    sending: Arc<Sending>,
    threads: Vec<JoinHandle<()>>,
}

/// Whether to stop, and who waits for that.
type Stop = (Mutex<bool>, Condvar);

impl Worker {
    /// Begins to work.
    pub fn start(app: Arc<App>) -> io::Result<Worker> {
        rounds::attend(&app)?;
        let stop = Arc::new((Mutex::new(false), Condvar::new()));
        let sending = Arc::new(Sending::new(&app, Timing::default()));
        let (world, own) = (Arc::clone(&app), Arc::clone(&sending));
        let mut threads = vec![spawn("mail-watch", move || outbox::run(&world, &own))?];
        if app.config.backups.is_some() {
            let (world, told) = (Arc::clone(&app), Arc::clone(&stop));
            threads.push(spawn("backups", move || back_up(&world, &told))?);
        }
        let (world, told) = (Arc::clone(&app), Arc::clone(&stop));
        threads.push(spawn("links", move || repeat_each(SOON, &told, || send_links(&world)))?);
        let (world, told) = (Arc::clone(&app), Arc::clone(&stop));
        threads.push(spawn("mailings", move || repeat_each(SOON, &told, || send_mailings(&world)))?);
        let told = Arc::clone(&stop);
        threads.push(spawn("worker", move || repeat(&told, || tidy(&app)))?);
        Ok(Worker { stop, sending, threads })
    }

    /// Begins nothing more; what is under way goes on.
    pub fn begin_stop(&self) {
        *self.stop.0.lock() = true;
        self.stop.1.notify_all();
        self.sending.stop();
    }

    /// Finishes what is under way, or gives it up, and ends, whatever a mail server does.
    pub fn stop(self) {
        self.begin_stop();
        for thread in self.threads {
            let name = thread.thread().name().unwrap_or_default().to_string();
            if thread.join().is_err() {
                tracing::error!(name, "a thread of the worker panicked");
            }
        }
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.to_string()).spawn(work)
}

/// Looks for what is due again and again until it is stopped.
fn repeat(stop: &Stop, look: impl Fn()) {
    repeat_each(LOOK, stop, look);
}

fn repeat_each(time: Duration, (stop, woken): &Stop, look: impl Fn()) {
    while !*stop.lock() {
        look();
        let mut stopped = stop.lock();
        if !*stopped {
            woken.wait_for(&mut stopped, time);
        }
    }
}

fn send_links(app: &App) {
    step("mailing links that were asked for", || registrations::answer_link_requests(app));
}

fn send_mailings(app: &App) {
    step("sending mailings", || mailings::send_due(app));
}

fn tidy(app: &App) {
    step("settling batches of mails that were left", || batches::settle_left(app));
    step("removing what an import has left", || imports::remove_left(app));
    step("forgetting files that nobody imported", || imports::uploads::forget_old(app));
    step("forgetting what can no longer be undone", || acts::forget_old(app));
    step("forgetting networks", || networks::forget_old(app));
    step("storing by what calendars know an event", || calendars::adopt(app));
    step("reading the clock", || trusted_time::watch(app));
    step("reading returned mails", || bounces::read_folder(app));
    step("forgetting blocked addresses", || bounces::forget_unused(app));
    step("forgetting addresses that nobody confirmed", || addresses::forget_old(app));
    step("forgetting which mails were asked for", || asked_mails::forget_old(app));
    step("sending reminders", || reminders::send_due(app));
    step("reminding of what people have not said", || nudges::send_due(app));
    step("forgetting what was told", || meetings::forget_told(app));
    step("deleting registrations that nobody confirmed", || registrations::lapse_due(app));
    step("reminding the invited", || registrations::invitations::remind_due(app));
    step("ending invitations", || registrations::invitations::end_unanswered(app));
    step("ending offers of seats", || registrations::waiting_list::lapse_unanswered(app));
    step("giving free seats to those who wait", || registrations::waiting_list::go_on_filling(app));
    step("giving places in sessions to those who wait", || session_places::settle_all(app));
    step("telling of proposals", || proposals::tell_due(app));
    step("ending proposals", || proposals::lapse_unanswered(app));
    step("forgetting events that nobody looks at", || rounds::forget_facts(app));
    step("forgetting drafts that were thrown away", || rounds::forget_discarded(app));
    step("deleting old registration forms", || saved_form::delete_old(app));
    step("announcing deletions", || announcements::announce_due(app));
    step("making people of old events nameless", || erasure::shred_due(app));
    step("deleting answers that are kept for less time", || erasure::forget_answers_due(app));
    step("forgetting mails that name the deleted", || mail_files::forget_settled(app));
    step("emptying the journal", || erasure::empty_journal(app));
    step("ending old log-ins", || logins::forget_ended(app).map_err(Fault::from));
}

/// Makes backups when they are due. A stop gives up one that is being made.
fn back_up(app: &App, stop: &Stop) {
    step("forgetting unfinished backups", || scheduled::begin_anew(app));
    repeat(stop, || step("making a backup", || scheduled::make_if_due(app, &|| !*stop.0.lock())));
}

/// One step: if it panics or fails, the next ones are done all the same, and it is tried again the next time.
fn step(name: &'static str, work: impl FnOnce() -> Result<usize, Fault>) {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(%error, step = name, "a step of the worker failed"),
        Err(_) => tracing::error!(step = name, "a step of the worker panicked"),
    }
}
