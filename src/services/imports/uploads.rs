//! Files that an organiser has sent: kept between the plan and the import, for a day at most, since they are full of
//! people's data.

use chrono::Duration;

use super::apply::{self};
use super::outcome::{Extent, ImportError, ImportOutcome};
use super::plan::{ImportOptions, ImportPlan};
use crate::app::App;
use crate::documents::participants_csv;
use crate::domain::ids::UploadId;
use crate::domain::text;
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::tx::write_at;
use crate::store::uploads;

/// How long a file is kept that nobody imports, in hours.
const KEPT_HOURS: i64 = 24;

/// A file that was kept, and what its import would do.
#[derive(Debug, Clone)]
pub struct CheckedUpload {
    pub file_name: String,
    pub plan: ImportPlan,
}

/// Keeps a file that can be read as a list of participants; older ones are thrown away.
pub fn keep(
    app: &App,
    access: &ChangeAccess,
    file_name: &str,
    bytes: &[u8],
) -> Result<UploadId, ImportError> {
    participants_csv::read(bytes).map_err(ImportError::File)?;
    let now = app.clock.now();
    let id: UploadId = app.random.id(now);
    let file_name: String = text::line(file_name).chars().take(text::NAME_MAX).collect();
    write_at(app, now, |tx| {
        uploads::delete_before(tx.db, now - Duration::hours(KEPT_HOURS))?;
        uploads::insert(tx.db, &access.event().id, &id, &file_name, bytes, now)?;
        Ok(id.clone())
    })
}

/// Says what the import of a kept file would do.
pub fn check(
    app: &App,
    access: &ChangeAccess,
    id: &UploadId,
    options: &ImportOptions,
) -> Result<CheckedUpload, ImportError> {
    let event = &access.event().id;
    let (file_name, bytes) = app.store.read(|db| uploads::get(db, event, id))?;
    Ok(CheckedUpload { file_name, plan: apply::check(app, access, &bytes, options)? })
}

/// Imports a kept file and throws it away.
pub fn apply(
    app: &App,
    access: &ChangeAccess,
    id: &UploadId,
    options: &ImportOptions,
    extent: Extent,
) -> Result<ImportOutcome, ImportError> {
    let event = &access.event().id;
    let (_, bytes) = app.store.read(|db| uploads::get(db, event, id))?;
    let outcome = apply::apply(app, access, &bytes, options, extent)?;
    discard(app, access, id)?;
    Ok(outcome)
}

fn discard(app: &App, access: &ChangeAccess, id: &UploadId) -> Result<(), Fault> {
    app.store.write(|db| Ok(uploads::delete(db, &access.event().id, id)?))
}
