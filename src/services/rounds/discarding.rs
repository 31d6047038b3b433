//! Throwing rounds away, and drafts back: their meetings are kept for a day.

use super::changing::DraftError;
use crate::app::App;
use crate::domain::round::{DISCARDED_KEPT, Round, RoundState};
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::log::note_round;
use crate::services::trusted_time::trusted;
use crate::services::tx::write;
use crate::store::{events, round_steps, rounds};

/// Throws a draft away, or a round that is being solved: its solver ends, wherever it is. A draft can be restored for a day.
/// Gives whether it can.
pub fn discard(app: &App, access: &ChangeAccess, number: u32) -> Result<bool, DraftError> {
    let round = write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let mut round = rounds::get_by_number(tx.db, &event.id, number)?;
        match round.state {
            RoundState::Draft => round.discarded_at = Some(tx.now),
            RoundState::Running | RoundState::Failed => rounds::replace_meetings(tx.db, &round.id, &[])?,
            RoundState::Published | RoundState::Discarded => return Err(DraftError::NoDraft),
        }
        round.state = RoundState::Discarded;
        rounds::update(tx.db, &round)?;
        note_round(tx, &round, access.actor(), "round.discarded")?;
        Ok::<_, DraftError>(round)
    })?;
    app.rounds.nudge(&round.id);
    Ok(round.discarded_at.is_some())
}

/// Makes a round that was thrown away less than a day ago a draft again, with the changes made to it by hand. One that
/// is a draft by then is what was wanted.
pub fn restore(app: &App, access: &ChangeAccess, number: u32) -> Result<(), DraftError> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let mut round = rounds::get_by_number(tx.db, &event.id, number)?;
        if round.state == RoundState::Draft {
            return Ok(());
        }
        if round.kept_until().is_none_or(|until| until <= tx.now) {
            return Err(DraftError::NoDraft);
        }
        round.state = RoundState::Draft;
        round.discarded_at = None;
        rounds::update(tx.db, &round)?;
        note_round(tx, &round, access.actor(), "round.restored")?;
        Ok(())
    })
}

/// Removes the meetings of drafts that were thrown away a day ago. Gives how many drafts these were.
pub fn forget_discarded(app: &App) -> Result<usize, Fault> {
    let due = app.store.read(|db| {
        let Some(time) = trusted(db, app.clock.now())? else { return Ok(Vec::new()) };
        Ok::<_, Fault>(rounds::list_discarded_before(db, time - DISCARDED_KEPT)?)
    })?;
    let mut forgotten = 0;
    for found in due {
        forgotten += write(app, |tx| {
            events::lock(tx.db, &found.event)?;
            let round = rounds::get(tx.db, &found.id)?;
            // It may have been restored meanwhile, and thrown away again.
            if round.state != RoundState::Discarded || round.discarded_at != found.discarded_at {
                return Ok::<_, Fault>(0);
            }
            rounds::replace_meetings(tx.db, &round.id, &[])?;
            round_steps::delete_all(tx.db, &round.id)?;
            rounds::update(tx.db, &Round { discarded_at: None, ..round })?;
            Ok(1)
        })?;
    }
    Ok(forgotten)
}
