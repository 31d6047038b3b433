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
    /// The database cannot do just now what it is asked; the text is the cause.
    #[error("database unavailable ({0}): {1}")]
    Unavailable(Trouble, String),
    /// The tables are those of a program that is newer than this one.
    #[error("the database was changed by a newer program: it has {0}, which this one does not know")]
    NewerTables(String),
    /// The database runs with a setting under which our promises would not hold.
    #[error("the database's {name} is {is}")]
    Unsuitable { name: &'static str, is: String },
    /// A stored value that the program never writes.
    #[error("the database holds {what} that cannot be read: {value}")]
    Corrupt { what: &'static str, value: String },
    /// Anything else.
    #[error("database: {0}")]
    Database(DieselError),
}

impl StoreError {
    /// What it says of the database as a whole, to whoever only wanted to know how it is.
    pub fn trouble(&self) -> Trouble {
        match self {
            StoreError::Unavailable(trouble, _) => *trouble,
            StoreError::NewerTables(_) => Trouble::Tables,
            _ => Trouble::Io,
        }
    }
}

/// Why the database cannot do just now what it is asked. It passes, or a person has to help; nothing was stored, except
/// where it says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// It does not answer.
    Away,
    /// Others are writing, for longer than one may be asked to wait.
    Busy,
    /// There is no room left where it lies.
    Full,
    /// It lets nobody write.
    ReadOnly,
    /// Its files cannot be read or written.
    Io,
    /// Its file is no longer the one that was opened.
    Gone,
    /// Its tables are those of another version of the program.
    Tables,
    /// The connection broke just when a write was ending: it may be stored.
    Unsure,
}

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.word())
    }
}

impl Trouble {
    /// The word for it, for machines and the log.
    pub fn word(self) -> &'static str {
        match self {
            Trouble::Away => "away",
            Trouble::Busy => "busy",
            Trouble::Full => "full",
            Trouble::ReadOnly => "read-only",
            Trouble::Io => "io-error",
            Trouble::Gone => "gone",
            Trouble::Tables => "tables",
            Trouble::Unsure => "unsure",
        }
    }
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

/// What a driver's error says beyond the query that failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// The transaction stood in the way of another one and was taken back (40001, 40P01): the same again may succeed.
    Clash,
    /// The connection is gone.
    Lost,
    /// Another connection would fare no better.
    Trouble(Trouble),
}

impl Sign {
    /// What it is for whoever asked, if trying again has not helped.
    pub(super) fn trouble(self) -> Trouble {
        match self {
            Sign::Clash => Trouble::Busy,
            Sign::Lost => Trouble::Away,
            Sign::Trouble(trouble) => trouble,
        }
    }
}

impl From<DieselError> for StoreError {
    fn from(error: DieselError) -> StoreError {
        if let Some(sign) = sign_of(&error) {
            return StoreError::Unavailable(sign.trouble(), error.to_string());
        }
        match error {
            DieselError::NotFound => StoreError::NotFound,
            DieselError::DatabaseError(DatabaseErrorKind::UniqueViolation, info) => {
                // Postgres names the constraint; SQLite names the columns in its message.
                let told = format!("{} {}", info.constraint_name().unwrap_or_default(), info.message());
                StoreError::Conflict(constraint(&told))
            }
            other => StoreError::Database(other),
        }
    }
}

/// Reads an error of a driver; nothing if it is about the query alone.
pub(super) fn sign_of(error: &DieselError) -> Option<Sign> {
    match error {
        DieselError::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Some(Sign::Clash),
        DieselError::DatabaseError(
            DatabaseErrorKind::ClosedConnection | DatabaseErrorKind::UnableToSendCommand,
            _,
        )
        | DieselError::BrokenTransactionManager => Some(Sign::Lost),
        DieselError::DatabaseError(DatabaseErrorKind::ReadOnlyTransaction, _) => {
            Some(Sign::Trouble(Trouble::ReadOnly))
        }
        DieselError::DatabaseError(DatabaseErrorKind::Unknown, info) => told(info.message()),
        _ => None,
    }
}

/// Parts of messages without a kind of their own, in lower case. SQLite's never change (sqlite3ErrStr); Diesel hides the
/// codes of Postgres, which speaks its operator's language: these are its words in English, German and French.
const MESSAGES: [(&str, Sign); 29] = [
    ("deadlock", Sign::Clash),
    ("lock timeout", Sign::Trouble(Trouble::Busy)),
    ("statement timeout", Sign::Trouble(Trouble::Busy)),
    ("storniere anfrage wegen", Sign::Trouble(Trouble::Busy)),
    ("annulation de la requête", Sign::Trouble(Trouble::Busy)),
    ("is locked", Sign::Trouble(Trouble::Busy)),
    ("locking protocol", Sign::Trouble(Trouble::Busy)),
    ("database or disk is full", Sign::Trouble(Trouble::Full)),
    ("no space left", Sign::Trouble(Trouble::Full)),
    ("kein speicherplatz", Sign::Trouble(Trouble::Full)),
    ("aucun espace disponible", Sign::Trouble(Trouble::Full)),
    ("could not extend file", Sign::Trouble(Trouble::Full)),
    ("readonly database", Sign::Trouble(Trouble::ReadOnly)),
    ("disk i/o error", Sign::Trouble(Trouble::Io)),
    ("unable to open database file", Sign::Trouble(Trouble::Io)),
    ("disk image is malformed", Sign::Trouble(Trouble::Io)),
    ("file is not a database", Sign::Trouble(Trouble::Io)),
    ("input/output error", Sign::Trouble(Trouble::Io)),
    ("could not read", Sign::Trouble(Trouble::Io)),
    ("could not write", Sign::Trouble(Trouble::Io)),
    ("could not fsync", Sign::Trouble(Trouble::Io)),
    ("terminating connection", Sign::Lost),
    ("terminating background", Sign::Lost),
    ("server closed the connection", Sign::Lost),
    ("is shutting down", Sign::Lost),
    ("is starting up", Sign::Lost),
    ("breche verbindung ab", Sign::Lost),
    ("arrêt des connexions", Sign::Lost),
    ("server conn crashed", Sign::Lost),
];

fn told(message: &str) -> Option<Sign> {
    let message = message.to_lowercase();
    MESSAGES.iter().find(|(part, _)| message.contains(part)).map(|(_, sign)| *sign)
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
