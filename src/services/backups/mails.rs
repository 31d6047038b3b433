//! The mails that came back with a backup: none goes out until an administrator, or the operator, decides. The server
//! that made the backup may have sent them since.

use crate::app::App;
use crate::domain::mail::PauseCause;
use crate::domain::restore::{Restore, RestoredMails};
use crate::services::access::AdminAccess;
use crate::store::{Db, StoreError, mail_pause, restores};

/// What waits for the decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldMails {
    /// The last restore.
    pub restore: Restore,
    /// How many mails wait that the backup knew.
    pub count: i64,
}

/// What becomes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// All go out.
    Send,
    /// They stay in the outbox as not sent; each can be sent all the same. Newer ones go out.
    GiveUp,
}

/// The mails that wait for the decision; nothing if none is to be made.
pub(in crate::services) fn find_held(db: &mut Db) -> Result<Option<HeldMails>, StoreError> {
    match restores::list(db, RestoredMails::Held)?.last() {
        Some(restore) => {
            let count = restores::count_old_mails(db, restore.restored_at)?;
            Ok(Some(HeldMails { restore: *restore, count }))
        }
        None => Ok(None),
    }
}

/// Lets mail go out again, but for those that the backup knew. Gives how many these are; nothing if somebody had decided
/// before.
pub fn give_up(app: &App, admin: &AdminAccess) -> Result<Option<i64>, StoreError> {
    let count = decide_as_operator(app, Decision::GiveUp)?;
    tracing::info!(account = %admin.account().id, count, "an administrator gives up the mails of a backup");
    Ok(count)
}

/// Decides for a command on the server's own machine, and lets mail go out again.
pub fn decide_as_operator(app: &App, decision: Decision) -> Result<Option<i64>, StoreError> {
    app.store.write(|db| {
        let Some(held) = find_held(db)? else { return Ok(None) };
        match decision {
            Decision::Send => restores::decide(db, RestoredMails::Sent)?,
            Decision::GiveUp => {
                restores::give_up_old_mails(db, held.restore.restored_at)?;
                restores::decide(db, RestoredMails::GivenUp)?;
            }
        }
        mail_pause::clear(db, PauseCause::Restored)?;
        Ok(Some(held.count))
    })
}
