//! Starts a round, solves it outside any transaction, stores the draft, if it is still ours to store.

use std::time::Duration;

use super::facts::Facts;
use super::report::Report;
use super::settings::{PublishedPlan, RoundSettings};
use super::solving::solved;
use super::stored::{decode, encode};
use super::watch::{Held, Watcher};
use super::{lease, problem, ready};
use crate::app::App;
use crate::domain::interpreter::LanguageRule;
use crate::domain::round::{Round, RoundMeeting, RoundState};
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::fault::from_store_error;
use crate::services::log::note_round;
use crate::services::tx::write;
use crate::store::{StoreError, agenda, events, interpreters, round_leases, rounds};

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

/// What starts a round beside its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartedBy {
    /// An organiser at a page, who is told by mail when it is ready, if that takes long.
    Page,
    /// A command, which waits for it.
    Command,
}

/// Notes a new round as running; whoever finds it first solves it. Only one runs at an event.
pub fn start(
    app: &App,
    access: &ChangeAccess,
    settings: &RoundSettings,
    seed: Option<u64>,
    by: StartedBy,
) -> Result<Round, StartError> {
    let event = &access.event().id;
    write(app, |tx| {
        events::lock(tx.db, event)?;
        let running =
            rounds::list(tx.db, event)?.into_iter().find(|round| round.state == RoundState::Running);
        if let Some(running) = running {
            return Err(StartError::AlreadyRunning(running.number));
        }
        match agenda::list_slots(tx.db, event)?.len() {
            0 => return Err(StartError::NoSlots),
            slots if slots > matching::MOST_SLOTS => return Err(StartError::TooManySlots(slots)),
            _ => {}
        }
        // What the event says of languages holds for its rounds.
        let shared_language = match interpreters::rule(tx.db, event)? {
            LanguageRule::Any => settings.shared_language,
            LanguageRule::Shared => true,
            LanguageRule::Interpreted => false,
        };
        let round = Round {
            id: app.random.id(tx.now),
            event: event.clone(),
            number: rounds::next_number(tx.db, event)?,
            state: RoundState::Running,
            settings: encode(&RoundSettings { shared_language, ..settings.clone() })?,
            seed: seed.unwrap_or_else(|| app.random.seed()),
            report: encode(&Report::default())?,
            created_at: tx.now,
            published_at: None,
            withdrawn_at: None,
            discarded_at: None,
        };
        rounds::insert(tx.db, &round)?;
        if by == StartedBy::Page {
            round_leases::tell_when_ready(tx.db, &round.id)?;
        }
        note_round(tx, &round, access.actor(), "round.started")?;
        Ok(round)
    })
}

/// Notes a round that repairs the published plan, with the settings and the seed of the round published last.
pub fn start_repair(app: &App, access: &ChangeAccess, plan: PublishedPlan) -> Result<Round, StartError> {
    let rounds = app.store.read(|db| rounds::list(db, &access.event().id))?;
    let published = rounds.into_iter().find(Round::stands);
    let published = published.ok_or(StartError::NothingPublished)?;
    let settings = RoundSettings { published_plan: plan, ..decode(&published.settings)? };
    start(app, access, &settings, Some(published.seed), StartedBy::Page)
}

/// Solves a round that is held and stores its draft, unless somebody else holds it by then. Whatever happens, the round does
/// not go on running here: what fails for want of the database is left to whoever looks next.
pub(super) fn solve_held(app: &App, held: &Held) -> Result<(), Fault> {
    match lease::kept(app, held, || work(app, held)) {
        Some(Ok(())) => Ok(()),
        Some(Err(Fault::Store(error))) => {
            lease::give_up(app, held)?;
            Err(error.into())
        }
        Some(Err(fault)) => {
            fail(app, held, &fault.to_string())?;
            Err(fault)
        }
        None => fail(app, held, "the program failed while it was being solved"),
    }
}

fn work(app: &App, held: &Held) -> Result<(), Fault> {
    let (mut round, facts) = app.store.read(|db| {
        let round = rounds::get(db, &held.hold.round)?;
        let event = events::get(db, &round.event)?;
        let facts = Facts::load(db, event, app.clock.now())?;
        Ok::<_, Fault>((round, facts))
    })?;
    let settings: RoundSettings = decode(&round.settings)?;
    let problem = problem::build(&facts, &settings);
    let (report, meetings) = solved(&facts, problem, &settings, round.seed, &mut Watcher(&held.hold));
    if let Some(why) = &report.failure {
        tracing::error!(round = round.number, why, "a match round could not be solved");
    }
    round.state = if report.failure.is_some() { RoundState::Failed } else { RoundState::Draft };
    round.report = encode(&report)?;
    while !held.hold.is_lost() {
        match keep(app, held, &round, &meetings) {
            // The work of minutes is not given up because the database is away just now.
            Err(Fault::Store(StoreError::Unavailable(_, error))) => {
                tracing::warn!(error, round = round.number, "a match round waits for the database");
                std::thread::sleep(KEEP_AGAIN);
            }
            kept => return kept,
        }
    }
    Ok(())
}

/// Time between two tries to store a result.
const KEEP_AGAIN: Duration = Duration::from_secs(1);

/// Stores what became of a round, if it is still ours: it may have been thrown away or taken over meanwhile.
fn keep(app: &App, held: &Held, round: &Round, meetings: &[RoundMeeting]) -> Result<(), Fault> {
    write(app, |tx| {
        let event = events::lock(tx.db, &round.event)?;
        if round_leases::finish(tx.db, round, &held.hold.token)? {
            rounds::replace_meetings(tx.db, &round.id, meetings)?;
            ready::tell(tx, &event, round)?;
        }
        Ok(())
    })
}

/// Stores that a round that is held cannot be solved, and why.
pub(super) fn fail(app: &App, held: &Held, why: &str) -> Result<(), Fault> {
    let mut round = app.store.read(|db| rounds::get(db, &held.hold.round))?;
    tracing::error!(round = round.number, why, "a match round could not be solved");
    round.state = RoundState::Failed;
    round.report = encode(&Report { failure: Some(why.to_string()), ..Report::default() })?;
    keep(app, held, &round, &[])
}

/// What became of the wish to end a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopping {
    Asked,
    /// Somebody wished it before: it is about to end.
    AskedBefore,
    /// It is not being solved.
    NotRunning,
}

/// Ends a round that is being solved, on whichever server, with the best draft it has found so far.
pub fn stop(app: &App, access: &ChangeAccess, number: u32) -> Result<Stopping, Fault> {
    let (stopping, id) = write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        let round = rounds::get_by_number(tx.db, &event.id, number)?;
        let stopping = if round.state != RoundState::Running {
            Stopping::NotRunning
        } else if round_leases::ask_to_stop(tx.db, &round.id, tx.now)? {
            note_round(tx, &round, access.actor(), "round.stopped")?;
            Stopping::Asked
        } else {
            Stopping::AskedBefore
        };
        Ok::<_, Fault>((stopping, round.id))
    })?;
    app.rounds.nudge(&id);
    Ok(stopping)
}
