//! An import that is carried out: all rows, or the good ones.

use super::choices::{Remembered, layout};
use super::known::Known;
use super::options::ImportOptions;
use super::outcome::{Extent, ImportError, ImportOutcome};
use super::plan::{self, ImportPlan};
use super::prepared::Prepared;
use crate::app::App;
use crate::documents::participant_list::{self, Sheet};
use crate::domain::ids::EventId;
use crate::services::access::ChangeAccess;
use crate::services::misfits::would_break;
use crate::store::{self, Db, StoreError, Trouble, import_layouts};

/// Says what the import of a file would do, and changes nothing.
pub fn check(
    app: &App,
    access: &ChangeAccess,
    bytes: &[u8],
    options: &ImportOptions,
) -> Result<ImportPlan, ImportError> {
    let sheet = participant_list::open(bytes, &options.choices.reading).map_err(ImportError::File)?;
    let now = app.clock.now();
    let (event, programme, choices, known) = app.store.read(|db| {
        let event = store::events::get(db, &access.event().id)?;
        let programme = store::programme::get(db, &event.id)?;
        let choices = remembered(db, &event.id, &sheet)?.fill(&options.choices, &sheet);
        let known = Known::of(db, &event)?;
        Ok::<_, ImportError>((event, programme, choices, known))
    })?;
    let options = ImportOptions { choices, ..options.clone() };
    let mut plan = plan::plan(app, sheet, &event, &programme, known, &options);
    let broken = app.store.read(|db| would_break(db, &event.id, plan.changed(), now))?;
    plan.breaks = (!broken.meetings.is_empty()).then_some(broken);
    Ok(plan)
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
    for _ in 0..TRIES {
        let sheet = participant_list::open(bytes, &options.choices.reading).map_err(ImportError::File)?;
        let layout = layout(&sheet);
        let earlier = app.store.read(|db| remembered(db, &access.event().id, &sheet))?;
        let choices = earlier.fill(&options.choices, &sheet);
        let kept = earlier.with(&options.choices, &sheet);
        let options = ImportOptions { choices, ..options.clone() };
        let prepared = Prepared::of(app, access, sheet, &options, extent)?;
        if let Some(outcome) = prepared.store(app, access, (&layout, &kept))? {
            return Ok(outcome);
        }
    }
    let told = "the event changes faster than the import is made ready".to_string();
    Err(StoreError::Unavailable(Trouble::Busy, told).into())
}

/// What was said of earlier files with these columns.
fn remembered(db: &mut Db, event: &EventId, sheet: &Sheet) -> Result<Remembered, StoreError> {
    let found = import_layouts::get(db, event, &layout(sheet))?;
    Ok(found.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default())
}
