//! Starts a round, solves it outside any transaction, stores the draft.

use super::facts::Facts;
use super::problem;
use super::report::Report;
use super::settings::{PublishedPlan, RoundSettings};
use super::solving::solved;
use crate::app::App;
use crate::domain::ids::RoundId;
use crate::domain::round::{Round, RoundState};
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::fault::from_store_error;
use crate::services::log::note_round;
use crate::services::tx::write;
use crate::store::{events, programme, rounds};

/// Why a round was not started.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// One is being solved.
    #[error("round {0} is being solved")]
    AlreadyRunning(u32),
    /// Nobody could meet at any time.
    #[error("the event has no meeting slots")]
    NoSlots,
    /// More slots than a round can have.
    #[error("the event has {0} meeting slots, more than a round can have")]
    TooManySlots(usize),
    /// There is no plan to repair.
    #[error("no round is published")]
    NothingPublished,
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(StartError);

/// Notes a new round as running; [`solve`] does the work. Only one runs at an event.
pub fn start(
    app: &App,
    access: &ChangeAccess,
    settings: &RoundSettings,
    seed: Option<u64>,
) -> Result<Round, StartError> {
    let text = encode(settings)?;
    let event = &access.event().id;
    write(app, |tx| {
        events::lock(tx.db, event)?;
        let running =
            rounds::list(tx.db, event)?.into_iter().find(|round| round.state == RoundState::Running);
        if let Some(running) = running {
            return Err(StartError::AlreadyRunning(running.number));
        }
        match programme::list_slots(tx.db, event)?.len() {
            0 => return Err(StartError::NoSlots),
            slots if slots > matching::MOST_SLOTS => return Err(StartError::TooManySlots(slots)),
            _ => {}
        }
        let round = Round {
            id: app.random.id(tx.now),
            event: event.clone(),
            number: rounds::next_number(tx.db, event)?,
            state: RoundState::Running,
            settings: text.clone(),
            seed: seed.unwrap_or_else(|| app.random.seed()),
            report: encode(&Report::default())?,
            created_at: tx.now,
            published_at: None,
        };
        rounds::insert(tx.db, &round)?;
        note_round(tx, &round, access.actor(), "round.started")?;
        Ok(round)
    })
}

/// Notes a round that repairs the published plan, with the settings and the seed of the round published last.
pub fn start_repair(app: &App, access: &ChangeAccess, plan: PublishedPlan) -> Result<Round, StartError> {
    let rounds = app.store.read(|db| rounds::list(db, &access.event().id))?;
    let published = rounds.into_iter().find(|round| round.state == RoundState::Published);
    let published = published.ok_or(StartError::NothingPublished)?;
    let settings = RoundSettings { published_plan: plan, ..decode(&published.settings)? };
    start(app, access, &settings, Some(published.seed))
}

/// Solves a running round and stores its draft. Whatever happens, the round does not go on running.
pub fn solve(app: &App, id: &RoundId) -> Result<Round, Fault> {
    let (mut round, facts) = app.store.read(|db| {
        let round = rounds::get(db, id)?;
        let event = events::get(db, &round.event)?;
        let facts = Facts::load(db, event, app.clock.now())?;
        Ok::<_, Fault>((round, facts))
    })?;
    let settings: RoundSettings = decode(&round.settings)?;
    let problem = problem::build(&facts, &settings);
    let mut watcher = app.rounds.watch(id);
    let (report, meetings) = solved(&facts, problem, &settings, round.seed, &mut watcher);
    if let Some(why) = &report.failure {
        tracing::error!(round = round.number, why, "a match round could not be solved");
    }
    round.state = if report.failure.is_some() { RoundState::Failed } else { RoundState::Draft };
    round.report = encode(&report)?;
    app.store.write(|db| {
        events::lock(db, &round.event)?;
        // An organiser may have thrown it away meanwhile.
        if rounds::get(db, id)?.state == RoundState::Running {
            rounds::replace_meetings(db, id, &meetings)?;
            rounds::update(db, &round)?;
        }
        Ok(round.clone())
    })
}

/// Ends a round that this server is solving with the best draft it has found so far.
pub fn stop(app: &App, access: &ChangeAccess, number: u32) -> Result<(), Fault> {
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let round = rounds::get_by_number(tx.db, &event.id, number)?;
        if round.state == RoundState::Running && app.rounds.end(&round.id) {
            note_round(tx, &round, access.actor(), "round.stopped")?;
        }
        Ok(())
    })
}

/// Starts and solves a round in one go, for commands.
pub fn run(
    app: &App,
    access: &ChangeAccess,
    settings: &RoundSettings,
    seed: Option<u64>,
) -> Result<Round, StartError> {
    let round = start(app, access, settings, seed)?;
    Ok(solve(app, &round.id)?)
}

/// Solves the rounds that a stopped server left running; the same seed gives what it would have given.
pub fn resume(app: &App) -> Result<usize, Fault> {
    let left = app.store.read(|db| Ok::<_, Fault>(rounds::list_running(db, app.clock.now())?))?;
    for round in &left {
        solve(app, &round.id)?;
    }
    Ok(left.len())
}

pub(super) fn encode<T: serde::Serialize>(value: &T) -> Result<String, Fault> {
    serde_json::to_string(value).map_err(|cause| Fault::Json { what: "a round", cause })
}

pub(super) fn decode<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, Fault> {
    serde_json::from_str(text).map_err(|cause| Fault::Json { what: "a round", cause })
}
