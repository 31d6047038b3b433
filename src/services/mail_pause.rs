//! The pause of all mail as people see it, and how an administrator ends it.

use super::Fault;
use super::access::AdminAccess;
use super::backups::mails::{self, HeldMails};
use super::tx::write;
use crate::app::App;
use crate::domain::mail::{MailPause, MailState, PauseCause};
use crate::domain::restore::RestoredMails;
use crate::store::outbox::{self, OutboxFilter};
use crate::store::{Db, StoreError, mail_pause, restores};

/// A pause with what it holds up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownPause {
    pub pause: MailPause,
    /// Mails that wait, of all events.
    pub waiting: u32,
    /// The restore about whose mails nobody has decided, if that is why.
    pub held: Option<HeldMails>,
}

/// The pause, if no mail goes at the moment.
pub(super) fn shown(db: &mut Db) -> Result<Option<ShownPause>, StoreError> {
    let Some(pause) = mail_pause::get(db)? else { return Ok(None) };
    let filter = OutboxFilter { state: Some(MailState::Waiting), ..OutboxFilter::default() };
    let waiting = u32::try_from(outbox::count_found(db, &filter)?).unwrap_or_default();
    let held = mails::find_held(db)?.filter(|_| pause.cause == PauseCause::Restored);
    Ok(Some(ShownPause { pause, waiting, held }))
}

/// The same for administrators, above all events.
pub fn shown_to_admin(app: &App, _: &AdminAccess) -> Result<Option<ShownPause>, StoreError> {
    app.store.read(shown)
}

/// What became of the wish to let mail go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Released {
    /// Mail goes, as far as it is due.
    Flowing,
    /// One mail goes at once, to see whether the mail server takes it.
    Probing,
}

/// Lets mail go after a restore. If the mail server is what holds it up, one mail tries it at once.
pub fn release(app: &App, admin: &AdminAccess) -> Result<Released, Fault> {
    let released = write(app, |tx| {
        let probed = match mail_pause::get(tx.db)? {
            Some(MailPause { cause: PauseCause::Server, .. }) => {
                mail_pause::probe_at(tx.db, tx.now)?;
                Released::Probing
            }
            Some(MailPause { cause: PauseCause::Restored, .. }) | None => {
                mail_pause::clear(tx.db, PauseCause::Restored)?;
                restores::decide(tx.db, RestoredMails::Sent)?;
                Released::Flowing
            }
        };
        Ok::<_, StoreError>(probed)
    })?;
    tracing::info!(account = %admin.account().id, ?released, "an administrator lets mail go");
    Ok(released)
}
