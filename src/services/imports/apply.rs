//! An import that is carried out: all rows, or the good ones.

use super::outcome::{Extent, ImportError, ImportOutcome};
use super::plan::{self, ImportOptions, ImportPlan};
use super::prepared::Prepared;
use crate::app::App;
use crate::documents::participants_csv::{self, Sheet};
use crate::domain::event::Event;
use crate::domain::registration::RegistrationState;
use crate::services::access::ChangeAccess;
use crate::store::{self, Db, StoreError, Trouble};

/// Says what the import of a file would do, and changes nothing.
pub fn check(
    app: &App,
    access: &ChangeAccess,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<ImportPlan, ImportError> {
    let sheet = participants_csv::read(bytes).map_err(ImportError::File)?;
    app.store.read(|db| {
        let event = store::events::get(db, &access.event().id)?;
        Ok(make_plan(app, db, &sheet, &event, options)?)
    })
}

/// How often an import is made ready anew because the event changed before it was stored.
const TRIES: usize = 5;

/// Imports a file: all of it, or nothing. It is made ready without keeping anybody waiting, and then stored in one
/// transaction; if the event has changed meanwhile in what the file is about, it is made ready anew.
pub fn apply(
    app: &App,
    access: &ChangeAccess,
    bytes: &[u8],
    options: &ImportOptions,
    extent: Extent,
) -> Result<ImportOutcome, ImportError> {
    let sheet = participants_csv::read(bytes).map_err(ImportError::File)?;
    for _ in 0..TRIES {
        let prepared = Prepared::of(app, access, &sheet, options, extent)?;
        if let Some(outcome) = prepared.store(app, access)? {
            return Ok(outcome);
        }
    }
    let told = "the event changes faster than the import is made ready".to_string();
    Err(StoreError::Unavailable(Trouble::Busy, told).into())
}

/// What a file would do to an event as it is.
fn make_plan(
    app: &App,
    db: &mut Db,
    sheet: &Sheet,
    event: &Event,
    options: &ImportOptions,
) -> Result<ImportPlan, StoreError> {
    let programme = store::programme::get(db, &event.id)?;
    let known = store::participants::list_in_states(db, &event.id, &RegistrationState::CODES)?;
    Ok(plan::plan(app, sheet, event, &programme, known, options))
}
