//! What can go wrong in the database; the one place that reads a driver's messages.

use diesel::result::{DatabaseErrorKind, Error as DieselError};

/// A failed read or write.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The row asked for is not there.
    #[error("not found")]
    NotFound,
    /// A rule of the schema was broken.
    #[error("conflict with {0:?}")]
    Conflict(Constraint),
    /// No connection, or the database is gone.
    #[error("database unavailable: {0}")]
    Unavailable(String),
    /// A stored value that the program never writes.
    #[error("the database holds {what} that cannot be read: {value}")]
    Corrupt { what: &'static str, value: String },
    /// Anything else.
    #[error("database: {0}")]
    Database(DieselError),
}

/// A unique rule of the schema that a person can run into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Constraint {
    AccountEmail,
    EventSlug,
    ParticipantEmail,
    /// Two meetings of one participant in one slot.
    MeetingSeat,
    /// Two meetings at one table in one slot.
    MeetingTable,
    /// Another one.
    Other,
}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> StoreError {
        match error {
            DieselError::NotFound => StoreError::NotFound,
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, info) => {
                // Postgres names the constraint; SQLite names the columns in its message.
                let told = format!("{} {}", info.constraint_name().unwrap_or_default(), info.message());
                StoreError::Conflict(constraint(&told))
            }
            DieselError::DatabaseError(DatabaseErrorKind::ClosedConnection, info) => {
                StoreError::Unavailable(info.message().to_string())
            }
            other => StoreError::Database(other),
        }
    }
}

fn constraint(told: &str) -> Constraint {
    let known = [
        (["accounts_email", "accounts.email"], Constraint::AccountEmail),
        (["events_slug", "events.slug"], Constraint::EventSlug),
        (["participants_email_key", "participants.email_key"], Constraint::ParticipantEmail),
        (["meeting_seats_pkey", "meeting_seats.slot_id"], Constraint::MeetingSeat),
        (["meetings_table", "meetings.table_no"], Constraint::MeetingTable),
    ];
    known
        .into_iter()
        .find(|(names, _)| names.iter().any(|name| told.contains(name)))
        .map_or(Constraint::Other, |(_, constraint)| constraint)
}

/// A stored code that must be known.
pub(super) fn known<T>(what: &'static str, value: &str, parsed: Option<T>) -> Result<T, StoreError> {
    parsed.ok_or_else(|| StoreError::Corrupt { what, value: value.to_string() })
}
