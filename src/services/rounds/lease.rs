//! The lease of a round that is being solved: taken by compare-and-set, kept by a heartbeat from a thread of its own, given
//! up at a clean stop.
//!
//! No clock of two machines is compared and none is trusted: a solver counts its beats up, and is gone when a watcher has
//! seen the count stand still for a time that the watcher measured itself. What a solver that was taken for gone brings
//! later is refused by the token, not by the time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use super::progress;
use super::watch::{Call, Held};
use crate::app::App;
use crate::domain::ids::RoundId;
use crate::services::Fault;
use crate::services::tx::write;
use crate::store::round_leases;

/// Time between two beats: so long it takes at most until a solver learns that an organiser wants it to end.
const BEAT: Duration = Duration::from_secs(2);

/// Takes a round that nobody solves, or one whose solver was seen to stand still at a beat; none if they did not, somebody
/// else was faster, or this server stops.
pub(super) fn take(
    app: &App,
    round: &RoundId,
    standing_still: Option<(&str, i64)>,
) -> Result<Option<Held>, Fault> {
    let token = app.random.id(app.clock.now());
    // Noted first: nobody here may take a lease for a stranger's that is just being taken.
    let Some(held) = app.rounds.hold(round, token) else { return Ok(None) };
    let is_mine = write(app, |tx| round_leases::take(tx.db, round, standing_still, &held.hold.token))?;
    Ok(is_mine.then_some(held))
}

/// Does the work of a lease while a thread beside it keeps the lease; none where the work panicked.
pub(super) fn kept<T>(app: &App, held: &Held, work: impl FnOnce() -> T) -> Option<T> {
    std::thread::scope(|threads| {
        let beating = std::thread::Builder::new()
            .name("heartbeat".to_string())
            .spawn_scoped(threads, || keep_beating(app, held));
        if let Err(error) = beating {
            // The result is still stored, unless somebody takes the round over meanwhile.
            tracing::error!(%error, "no thread to show that a match round is being solved");
        }
        let done = catch_unwind(AssertUnwindSafe(work)).ok();
        held.hold.over();
        done
    })
}

/// Shows every few seconds that the round is being solved and how far it is, and learns whether it is to end.
fn keep_beating(app: &App, held: &Held) {
    let hold = &held.hold;
    let mut pause = Duration::ZERO;
    let mut is_away = false;
    loop {
        match hold.next_call(pause) {
            Call::Over => return,
            Call::Leave => {
                leave(app, held);
                return;
            }
            Call::Beat => {}
        }
        pause = BEAT;
        let so_far = hold.progress().as_ref().map(progress::written);
        let beaten = write(app, |tx| round_leases::beat(tx.db, &hold.round, &hold.token, so_far.as_deref()));
        match beaten {
            Ok(Some(to_end)) => {
                is_away = false;
                if to_end {
                    hold.end();
                }
            }
            Ok(None) => {
                held.lose();
                return;
            }
            Err(error) => {
                if !std::mem::replace(&mut is_away, true) {
                    tracing::warn!(%error, "cannot show that a match round is being solved");
                }
            }
        }
    }
}

/// Gives the lease up since this server stops: somebody else takes the round at once.
fn leave(app: &App, held: &Held) {
    let hold = &held.hold;
    if let Err(error) = write(app, |tx| round_leases::release_untried(tx.db, &hold.round, &hold.token)) {
        tracing::warn!(%error, "cannot give a match round up; it is taken over later");
    }
    held.lose();
}

/// Gives the lease up after a try that came to nothing.
pub(super) fn give_up(app: &App, held: &Held) -> Result<(), Fault> {
    let hold = &held.hold;
    held.lose();
    Ok(write(app, |tx| round_leases::release(tx.db, &hold.round, &hold.token))?)
}
