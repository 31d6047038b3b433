//! Rounds as commands run them: start, solve, wait.

use std::time::Instant;

use super::attendant::{Attendant, LOOK};
use super::run::{StartError, StartedBy, solve_held, start};
use super::settings::RoundSettings;
use crate::app::App;
use crate::domain::round::{Round, RoundState};
use crate::services::Fault;
use crate::services::access::{ChangeAccess, EventAccess};
use crate::store::rounds;

/// Starts and solves a round in one go.
pub fn run(
    app: &App,
    access: &ChangeAccess,
    settings: &RoundSettings,
    seed: Option<u64>,
) -> Result<Round, StartError> {
    let round = start(app, access, settings, seed, StartedBy::Command)?;
    Ok(wait_for(app, access, round.number)?)
}

/// Waits until a round is solved, and solves here what nobody solves.
pub fn wait_for(app: &App, access: &EventAccess, number: u32) -> Result<Round, Fault> {
    let mut attendant = Attendant::default();
    loop {
        for held in attendant.take_over(app, Instant::now())? {
            solve_held(app, &held)?;
        }
        let round = app.store.read(|db| rounds::get_by_number(db, &access.event().id, number))?;
        if round.state != RoundState::Running {
            return Ok(round);
        }
        std::thread::sleep(LOOK);
    }
}
