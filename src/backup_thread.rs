//! The thread that makes backups when they are due: a long one holds up neither mail nor anything else.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use parking_lot::{Condvar, Mutex};

use crate::app::App;
use crate::services::Fault;
use crate::services::backups::scheduled;

/// How often to look whether one is due.
const LOOK: Duration = Duration::from_secs(60);

/// A thread that makes backups until it is stopped.
pub struct BackupThread {
    stop: Arc<(Mutex<bool>, Condvar)>,
    thread: JoinHandle<()>,
}

impl BackupThread {
    /// Begins, if the settings ask for backups.
    pub fn start(app: Arc<App>) -> io::Result<Option<BackupThread>> {
        if app.config.backups.is_none() {
            return Ok(None);
        }
        let stop = Arc::new((Mutex::new(false), Condvar::new()));
        let told = Arc::clone(&stop);
        let work = move || work(&app, &told);
        let thread = std::thread::Builder::new().name("backups".to_string()).spawn(work)?;
        Ok(Some(BackupThread { stop, thread }))
    }

    /// Gives up what is under way and ends.
    pub fn stop(self) {
        *self.stop.0.lock() = true;
        self.stop.1.notify_all();
        if self.thread.join().is_err() {
            tracing::error!("the thread of the backups panicked");
        }
    }
}

fn work(app: &App, (stop, woken): &(Mutex<bool>, Condvar)) {
    step("forgetting unfinished backups", || scheduled::begin_anew(app));
    while !*stop.lock() {
        step("making a backup", || scheduled::make_if_due(app, &|| !*stop.lock()));
        let mut stopped = stop.lock();
        if !*stopped {
            woken.wait_for(&mut stopped, LOOK);
        }
    }
}

fn step(name: &'static str, work: impl FnOnce() -> Result<usize, Fault>) {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(%error, step = name, "a step of the backups failed"),
        Err(_) => tracing::error!(step = name, "a step of the backups panicked"),
    }
}
