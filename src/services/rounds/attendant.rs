//! Looks after rounds that nobody solves: those that a server left when it stopped, and those whose server is gone.

use std::collections::HashMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::lease;
use super::run::{fail, solve_held};
use super::watch::Held;
use crate::app::App;
use crate::config::DatabaseUrl;
use crate::domain::ids::RoundId;
use crate::services::Fault;
use crate::store::round_leases::{self, RunningRound};

/// How often it looks.
pub(super) const LOOK: Duration = Duration::from_secs(2);
/// A solver whose beats stand still for so long is gone: fifteen beats, since a beat may have to wait for others who write.
/// With a look, a round is taken over within a minute.
pub const GONE_AFTER: Duration = Duration::from_secs(30);
/// A round that so many servers did not survive is not tried again.
const MOST_TRIES: u32 = 5;

/// What was seen of the solvers of running rounds.
#[derive(Default)]
pub struct Attendant {
    seen: HashMap<RoundId, Seen>,
}

struct Seen {
    solver: String,
    beats: i64,
    /// Since when they stand there.
    since: Instant,
}

impl Attendant {
    /// Takes every round that nobody solves and solves each on a thread of its own; how many there were.
    pub fn look(&mut self, app: &Arc<App>, at: Instant) -> Result<usize, Fault> {
        let taken = self.take_over(app, at)?;
        let n = taken.len();
        taken.into_iter().for_each(|held| solve_aside(app, held));
        Ok(n)
    }

    /// Takes every round that nobody solves.
    pub(super) fn take_over(&mut self, app: &App, at: Instant) -> Result<Vec<Held>, Fault> {
        let running = app.store.read(round_leases::list_running)?;
        self.seen.retain(|id, _| running.iter().any(|round| round.id == *id));
        let mut taken = Vec::new();
        for round in &running {
            let held = match &round.solver {
                Some(solver) if !self.is_gone(app, round, solver, at) => None,
                Some(solver) => lease::take(app, &round.id, Some((solver, round.beats)))?,
                None => lease::take(app, &round.id, None)?,
            };
            let Some(held) = held else { continue };
            tracing::info!(round = round.number, "a match round that nobody solves is taken up");
            if round.tries < MOST_TRIES {
                taken.push(held);
            } else {
                fail(app, &held, "the server stopped each time it was being solved")?;
            }
        }
        Ok(taken)
    }

    /// Whether whoever solves a round does not live any more.
    fn is_gone(&mut self, app: &App, round: &RunningRound, solver: &str, at: Instant) -> bool {
        if app.rounds.holds(solver) {
            return false;
        }
        // A SQLite file has one server: nobody else can be at work.
        if matches!(app.config.database, DatabaseUrl::Sqlite(_)) {
            return true;
        }
        let now = Seen { solver: solver.to_string(), beats: round.beats, since: at };
        let seen = self.seen.entry(round.id.clone()).or_insert(now);
        if seen.solver != solver || seen.beats != round.beats {
            *seen = Seen { solver: solver.to_string(), beats: round.beats, since: at };
        }
        at.saturating_duration_since(seen.since) >= GONE_AFTER
    }
}

/// Looks after the rounds until the server stops, on a thread of its own that nobody has to wait for.
pub fn attend(app: &Arc<App>) -> io::Result<()> {
    let app = Arc::clone(app);
    let attend = move || {
        let mut attendant = Attendant::default();
        let mut failing = false;
        loop {
            let looked = catch_unwind(AssertUnwindSafe(|| attendant.look(&app, Instant::now())));
            let trouble = match looked {
                Ok(Ok(_)) => None,
                Ok(Err(error)) => Some(error.to_string()),
                Err(_) => Some("it panicked".to_string()),
            };
            if let Some(error) = trouble.as_ref().filter(|_| !failing) {
                tracing::error!(error, "cannot look for match rounds that nobody solves");
            }
            failing = trouble.is_some();
            if app.rounds.is_closing_after(LOOK) {
                return;
            }
        }
    };
    std::thread::Builder::new().name("rounds".to_string()).spawn(attend).map(|_| ())
}

/// Solves a new round on a thread of its own; the page does not wait for it.
pub fn begin_aside(app: &Arc<App>, id: &RoundId) -> Result<(), Fault> {
    // If somebody was faster, they solve it.
    if let Some(held) = lease::take(app, id, None)? {
        solve_aside(app, held);
    }
    Ok(())
}

fn solve_aside(app: &Arc<App>, held: Held) {
    let own = Arc::clone(app);
    let solve = move || {
        if let Err(error) = solve_held(&own, &held) {
            tracing::error!(%error, "a match round was not solved; it is tried again");
        }
    };
    // Nobody joins it: a server that stops does not wait for it. Without a thread the round is taken up later.
    if let Err(error) = std::thread::Builder::new().name("round".to_string()).spawn(solve) {
        tracing::error!(%error, "no thread to solve a match round");
    }
}
