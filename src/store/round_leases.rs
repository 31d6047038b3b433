//! Who solves a running round: a lease in its row, taken, kept and given up by compare-and-set.
//!
//! Invariant: the lease that a row names is the only one whose holder may store a result; a row that is not running has none.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::{count, utc};
use super::schema::rounds;
use super::{Db, StoreError};
use crate::domain::ids::{EventId, RoundId};
use crate::domain::round::{Round, RoundState};

/// A round that is being solved, or waits for somebody to solve it.
#[derive(Debug, Clone)]
pub struct RunningRound {
    pub id: RoundId,
    pub event: EventId,
    pub number: u32,
    /// The lease of whoever solves it; none: nobody does.
    pub solver: Option<String>,
    /// Counted up by the holder of the lease as long as they live.
    pub beats: i64,
    /// How often somebody began to solve it and came to no end.
    pub tries: u32,
}

#[derive(HasQuery)]
#[diesel(table_name = rounds)]
struct RunningRow {
    id: String,
    event_id: String,
    number: i32,
    solver: Option<String>,
    beats: i64,
    tries: i32,
}

/// How far a running round is.
#[derive(Debug, Clone, Default)]
pub struct Solving {
    /// Since when an organiser wants it to end.
    pub stop_asked_at: Option<DateTime<Utc>>,
    /// As whoever solves it told last, as JSON.
    pub progress: Option<String>,
}

/// Every running round of every event.
pub fn list_running(db: &mut Db) -> Result<Vec<RunningRound>, StoreError> {
    let rows: Vec<RunningRow> = RunningRow::query()
        .filter(rounds::state.eq(RoundState::Running.code()))
        .order((rounds::created_at, rounds::id))
        .load(db)?;
    let running = |row: RunningRow| RunningRound {
        id: RoundId(row.id),
        event: EventId(row.event_id),
        number: count(row.number),
        solver: row.solver,
        beats: row.beats,
        tries: count(row.tries),
    };
    Ok(rows.into_iter().map(running).collect())
}

/// Takes a round: one that nobody solves, or one whose solver was seen to stand still at a beat. Says whether that was so
/// still.
pub fn take(
    db: &mut Db,
    id: &RoundId,
    standing_still: Option<(&str, i64)>,
    mine: &str,
) -> Result<bool, StoreError> {
    let running = rounds::table.find(id.as_str()).filter(rounds::state.eq(RoundState::Running.code()));
    let claim =
        (rounds::solver.eq(mine), rounds::beats.eq(rounds::beats + 1), rounds::tries.eq(rounds::tries + 1));
    let taken = match standing_still {
        None => diesel::update(running.filter(rounds::solver.is_null())).set(claim).execute(db)?,
        Some((solver, beats)) => {
            let silent = running.filter(rounds::solver.eq(solver)).filter(rounds::beats.eq(beats));
            diesel::update(silent).set(claim).execute(db)?
        }
    };
    Ok(taken == 1)
}

/// Shows that the holder of a lease lives, and how far they are. Whether an organiser wants them to end; none: the lease is
/// not theirs any more.
pub fn beat(
    db: &mut Db,
    id: &RoundId,
    mine: &str,
    progress: Option<&str>,
) -> Result<Option<bool>, StoreError> {
    let own = rounds::table
        .find(id.as_str())
        .filter(rounds::state.eq(RoundState::Running.code()))
        .filter(rounds::solver.eq(mine));
    let kept = diesel::update(own)
        .set((rounds::beats.eq(rounds::beats + 1), rounds::progress.eq(progress)))
        .execute(db)?;
    if kept == 0 {
        return Ok(None);
    }
    let asked: Option<NaiveDateTime> =
        rounds::table.find(id.as_str()).select(rounds::stop_asked_at).first(db)?;
    Ok(Some(asked.is_some()))
}

/// Gives a lease up before the round is solved, so that the next one takes it at once.
pub fn release(db: &mut Db, id: &RoundId, mine: &str) -> Result<(), StoreError> {
    let own = rounds::table.find(id.as_str()).filter(rounds::solver.eq(mine));
    diesel::update(own).set(rounds::solver.eq(None::<String>)).execute(db)?;
    Ok(())
}

/// The same for a holder who ends in good order: that was no try.
pub fn release_untried(db: &mut Db, id: &RoundId, mine: &str) -> Result<(), StoreError> {
    let own = rounds::table.find(id.as_str()).filter(rounds::solver.eq(mine));
    diesel::update(own)
        .set((rounds::solver.eq(None::<String>), rounds::tries.eq(rounds::tries - 1)))
        .execute(db)?;
    Ok(())
}

/// Stores what became of a running round, for the holder of the lease alone; says whether it was theirs. The lease ends.
pub fn finish(db: &mut Db, round: &Round, mine: &str) -> Result<bool, StoreError> {
    let own = rounds::table
        .find(round.id.as_str())
        .filter(rounds::state.eq(RoundState::Running.code()))
        .filter(rounds::solver.eq(mine));
    let stored = diesel::update(own)
        .set((
            rounds::state.eq(round.state.code()),
            rounds::report.eq(&round.report),
            rounds::solver.eq(None::<String>),
            rounds::progress.eq(None::<String>),
        ))
        .execute(db)?;
    Ok(stored == 1)
}

/// Notes that an organiser wants a running round to end; says whether nobody had said so before.
pub fn ask_to_stop(db: &mut Db, id: &RoundId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let unasked = rounds::table
        .find(id.as_str())
        .filter(rounds::state.eq(RoundState::Running.code()))
        .filter(rounds::stop_asked_at.is_null());
    let asked = diesel::update(unasked).set(rounds::stop_asked_at.eq(now.naive_utc())).execute(db)?;
    Ok(asked == 1)
}

/// How far a round is.
pub fn solving(db: &mut Db, id: &RoundId) -> Result<Solving, StoreError> {
    let (stop_asked_at, progress): (Option<NaiveDateTime>, Option<String>) =
        rounds::table.find(id.as_str()).select((rounds::stop_asked_at, rounds::progress)).first(db)?;
    Ok(Solving { stop_asked_at: stop_asked_at.map(utc), progress })
}

/// Whoever started a round is told by mail when it is ready.
pub fn tell_when_ready(db: &mut Db, id: &RoundId) -> Result<(), StoreError> {
    diesel::update(rounds::table.find(id.as_str())).set(rounds::tells_when_ready.eq(true)).execute(db)?;
    Ok(())
}

/// Whether whoever started a round is told when it is ready.
pub fn tells_when_ready(db: &mut Db, id: &RoundId) -> Result<bool, StoreError> {
    Ok(rounds::table.find(id.as_str()).select(rounds::tells_when_ready).first(db)?)
}
