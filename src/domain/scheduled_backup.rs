//! Backups that the server makes by itself: when the next one is due.

use chrono::{DateTime, Duration, Utc};

use super::codes::codes;

codes! {
    /// What became of a backup.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum BackupState {
        Running = "running",
        Made = "made",
        Failed = "failed",
    }
}

/// A backup that a server made, or tried to make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScheduledBackup {
    /// Counted from 1.
    pub number: i32,
    pub state: BackupState,
    /// Its name, without the folder.
    pub file: String,
    pub bytes: i64,
    /// Why it failed, in English; empty otherwise.
    pub problem: String,
    pub started_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

/// After a failure, and after a server that died while it made one.
const RETRY_HOURS: i64 = 1;

/// Whether a backup is due now, if this was the last one and so many hours lie between them.
pub fn is_due(last: Option<&ScheduledBackup>, every: u16, now: DateTime<Utc>) -> bool {
    let Some(last) = last else { return true };
    let hours = match last.state {
        BackupState::Made => i64::from(every),
        BackupState::Running | BackupState::Failed => i64::from(every).min(RETRY_HOURS),
    };
    // A time to come was written by a clock that was wrong.
    now >= last.started_at + Duration::hours(hours) || now < last.started_at - Duration::minutes(5)
}

/// The name of the file of a backup that begins now: by the alphabet is by age.
pub fn file_name(now: DateTime<Utc>) -> String {
    format!("{BEGINNING}{}{ENDING}", now.format("%Y%m%dT%H%M%SZ"))
}

/// Whether a file has such a name.
pub fn is_file_name(name: &str) -> bool {
    let time = name.strip_prefix(BEGINNING).and_then(|rest| rest.strip_suffix(ENDING));
    time.is_some_and(|time| {
        time.len() == 16 && time.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'T' | b'Z'))
    })
}

const BEGINNING: &str = "rendezvous-";
const ENDING: &str = ".backup";
