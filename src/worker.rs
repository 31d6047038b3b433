//! The work nobody waits for: deliver mail, expire what was never confirmed. Each step is one service call.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::sync::watch;

use crate::app::App;
use crate::services::outbox::Delivered;
use crate::services::{outbox, registrations};

/// How often to look for mails that are due.
const LOOK: Duration = Duration::from_secs(1);
/// How long to leave a mail server alone that takes nothing.
const REST: Duration = Duration::from_secs(30);
/// How often to look for registrations that were never confirmed.
const EXPIRE: Duration = Duration::from_secs(60);

/// Works until `stop` turns true. What is under way is finished.
pub async fn run(app: Arc<App>, mut stop: watch::Receiver<bool>) {
    let mut expire_at = Instant::now();
    while !*stop.borrow() {
        if Instant::now() >= expire_at {
            expire(&app).await;
            expire_at = Instant::now() + EXPIRE;
        }
        let pause = deliver(&app).await;
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            // An error means that whoever could say stop is gone: that is a stop, too.
            changed = stop.changed() => if changed.is_err() { return },
        }
    }
}

/// Sends what is due and says how long to wait then.
async fn deliver(app: &Arc<App>) -> Duration {
    let app = Arc::clone(app);
    match tokio::task::spawn_blocking(move || outbox::deliver_due(&app)).await {
        Ok(Ok(Delivered { paused: Some(reason), .. })) => {
            tracing::error!(reason, "no mail goes out at the moment; all mails wait");
            REST
        }
        Ok(Ok(delivered)) if delivered.count() > 0 => {
            let Delivered { sent, retried, failed, .. } = delivered;
            tracing::info!(sent, retried, failed, "mails delivered");
            Duration::ZERO
        }
        Ok(Ok(_)) => LOOK,
        Ok(Err(error)) => {
            tracing::error!(%error, "cannot work through the outbox");
            REST
        }
        Err(error) => {
            tracing::error!(%error, "sending mail failed in an unforeseen way");
            REST
        }
    }
}

async fn expire(app: &Arc<App>) {
    let app = Arc::clone(app);
    match tokio::task::spawn_blocking(move || registrations::expire_due(&app)).await {
        Ok(Ok(_)) => {}
        Ok(Err(error)) => tracing::error!(%error, "cannot expire registrations"),
        Err(error) => tracing::error!(%error, "expiring registrations failed in an unforeseen way"),
    }
}
