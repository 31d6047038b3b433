//! The one way from the web's few threads, which must never wait, to the services, which do.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{Either, select};

use super::error::PageError;
use crate::app::App;
use crate::domain::act::Act;
use crate::services::acts::doing;
use crate::services::{Trouble, waiting_at_most};

/// Threads that may wait, for each thread that answers requests.
pub const THREADS: usize = 64;

/// Runs a use case on a thread that may wait, for each of its turns at the database so long at most, as an act that can be undone
/// if it is one. The outer error is a fault of ours (the use case panicked), or says that
/// the database hangs and nobody waits for it any longer; the inner one is what the use case says.
pub async fn blocking<T, E>(
    app: &Arc<App>,
    (patience, act): (Duration, Option<Act>),
    use_case: impl FnOnce(&App) -> Result<T, E> + Send + 'static,
) -> Result<Result<T, E>, PageError>
where
    T: Send + 'static,
    E: Send + 'static,
{
    let app = Arc::clone(app);
    let watched = Arc::clone(&app);
    let work =
        pin!(actix_web::web::block(move || waiting_at_most(patience, || doing(act, || use_case(&app)))));
    match select(work, pin!(silence(&watched))).await {
        Either::Left((done, _)) => done.map_err(|_| PageError::Fault("a use case panicked".to_string())),
        Either::Right(((), _)) => {
            Err(PageError::Unavailable(Trouble::Unsure, "the database hangs".to_string()))
        }
    }
}

/// Ends when the database has not answered anybody for long.
async fn silence(app: &App) {
    loop {
        tokio::time::sleep(Duration::from_millis(100)).await;
        if app.store.health().is_silent() {
            return;
        }
    }
}
