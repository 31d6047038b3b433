//! How the backups of the server stand, on the start page of administrators.

use crate::zones::Zone;

use crate::services::backups::scheduled::BackupStatus;
use crate::web::page::Page;

/// What the page says.
pub(super) struct BackupNotice {
    /// The last one that was made.
    pub made: String,
    /// That a later one failed, and in whose words why.
    pub failed: Option<(String, String)>,
}

/// The sentences. An operator reads them: times are in UTC, as in the log.
pub(super) fn notice(page: &Page, status: &BackupStatus) -> BackupNotice {
    let made = match &status.made {
        Some(made) => {
            let size = made.bytes.div_euclid(1_000_000) + 1;
            page.t2("backup-made", "when", page.words.moment(made.started_at, Zone::UTC), "size", size)
        }
        None => page.t("backup-none"),
    };
    let failed = status.failed.as_ref().map(|failed| {
        let when = page.words.moment(failed.started_at, Zone::UTC);
        (page.t1("backup-failed", "when", when), failed.problem.clone())
    });
    BackupNotice { made, failed }
}
