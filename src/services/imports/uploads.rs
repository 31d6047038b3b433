//! Files that an organiser has sent: kept between the plan and the import, for a day at most, since they are full of
//! people's data.

use chrono::Duration;

use super::apply::{self};
use super::columns::{open_questions, question_code};
use super::options::ImportOptions;
use super::outcome::{Extent, ImportError, ImportOutcome};
use super::plan::ImportPlan;
use crate::app::App;
use crate::documents::participant_list::{self, Reading};
use crate::domain::ids::UploadId;
use crate::domain::text;
use crate::services::Fault;
use crate::services::access::ChangeAccess;
use crate::services::erasure::scrub;
use crate::services::tx::write_at;
use crate::store::{StoreError, programme, uploads};

/// How long a file is kept that nobody imports, in hours.
const KEPT_HOURS: i64 = 24;

/// A file that was kept, and what its import would do.
#[derive(Debug, Clone)]
pub struct CheckedUpload {
    pub file_name: String,
    pub plan: ImportPlan,
    /// The event's open questions: how forms name them, and what they are called.
    pub questions: Vec<(String, String)>,
    /// What the event's topics are called.
    pub known_topics: Vec<String>,
}

/// Keeps a file that can be read; what its columns hold may still have to be told.
pub fn keep(
    app: &App,
    access: &ChangeAccess,
    file_name: &str,
    bytes: &[u8],
) -> Result<UploadId, ImportError> {
    participant_list::open(bytes, &Reading::default()).map_err(ImportError::File)?;
    let now = app.clock.now();
    let id: UploadId = app.random.id(now);
    let file_name: String = text::line(file_name).chars().take(text::NAME_MAX).collect();
    write_at(app, now, |tx| {
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
    let (file, programme) = app
        .store
        .read(|db| Ok::<_, StoreError>((uploads::get(db, event, id)?, programme::get(db, event)?)))?;
    let (file_name, bytes) = file;
    let first = access.event().first_language();
    let questions = open_questions(&programme)
        .map(|question| (question_code(&question.id), question.label.get(first, first).to_string()));
    Ok(CheckedUpload {
        file_name,
        plan: apply::check(app, access, &bytes, options)?,
        questions: questions.collect(),
        known_topics: programme
            .topics
            .iter()
            .map(|topic| topic.label.get(first, first).to_string())
            .collect(),
    })
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

/// Throws away the files that nobody has imported within a day. Gives how many.
pub fn forget_old(app: &App) -> Result<usize, Fault> {
    let before = app.clock.now() - Duration::hours(KEPT_HOURS);
    let n = app.store.write(|db| uploads::delete_before(db, before))?;
    if n > 0 {
        scrub(app);
    }
    Ok(n)
}

fn discard(app: &App, access: &ChangeAccess, id: &UploadId) -> Result<(), Fault> {
    app.store.write(|db| Ok(uploads::delete(db, &access.event().id, id)?))
}
