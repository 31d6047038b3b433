//! The pulse: looks all the time how the database is, and notices when it is not the one any more that was opened.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{JoinHandle, park_timeout};
use std::time::Duration;

use crate::app::App;
use crate::store::{StoreError, Trouble};

/// How often it looks.
const BEAT: Duration = Duration::from_millis(500);

/// A thread that looks until it is stopped.
pub struct Pulse {
    shared: Arc<Shared>,
    thread: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    stopped: AtomicBool,
    gone: AtomicBool,
}

impl Pulse {
    /// Looks once, and then begins to look.
    pub fn start(app: Arc<App>) -> io::Result<Pulse> {
        let shared = Arc::new(Shared::default());
        let told = Arc::clone(&shared);
        let mut before = look(&app, None);
        let thread = std::thread::Builder::new().name("pulse".to_string()).spawn(move || {
            loop {
                park_timeout(BEAT);
                if told.stopped.load(Ordering::Relaxed) {
                    return;
                }
                before = look(&app, before);
                if before == Some(Trouble::Gone) {
                    told.gone.store(true, Ordering::Relaxed);
                }
            }
        })?;
        Ok(Pulse { shared, thread })
    }

    /// Whether the database was found to have gone: to go on would be to write into nothing.
    pub fn database_is_gone(&self) -> bool {
        self.shared.gone.load(Ordering::Relaxed)
    }

    /// Ends it. A database that hangs is not waited for.
    pub fn stop(self) {
        self.shared.stopped.store(true, Ordering::Relaxed);
        self.thread.thread().unpark();
    }
}

/// Gives what is wrong, and logs it when that has changed.
fn look(app: &App, before: Option<Trouble>) -> Option<Trouble> {
    let found = app.store.look();
    let trouble = found.as_ref().err().map(StoreError::trouble);
    match found {
        Err(cause) if trouble != before => tracing::error!(%cause, "the database cannot do its work"),
        Ok(()) if before.is_some() => tracing::info!("the database does its work again"),
        _ => {}
    }
    trouble
}
