//! Which version of an event's lists, of its people and of its plan the tables hold: what was made of them is right as long as the version
//! is the same.
//!
//! Invariant: whoever changes a row that facts are read from, be it by hand, raises the version in the same transaction.
//! Triggers do it, made here and not by a migration, since the two databases write them differently; [`unwatch`] takes them
//! away before tables change. On Postgres each connection raises a row of its own, so that nobody waits for another's
//! transaction; the version is then the set of these rows. A transaction's number stands in them, which never comes back.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::StoreError;
use super::connection::Db;
use super::schema::event_versions;
use super::triggers::{Kind, Trigger, drop_all, renew};
use crate::domain::ids::EventId;
use crate::domain::registration::RegistrationState;

/// The version of a part: whose writes are in it, and up to which.
pub type Version = Vec<(i64, i64)>;

/// The versions of an event.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Versions {
    /// Of the lists, the agenda and the questions.
    pub lists: Version,
    /// Of the people who are registered.
    pub people: Version,
    /// Of wishes, rules about pairs, rounds, published meetings, and what was said of these.
    pub plan: Version,
}

/// The part of an event's facts that a table belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Lists,
    People,
    Plan,
}

impl Part {
    fn code(self) -> &'static str {
        match self {
            Part::Lists => "lists",
            Part::People => "people",
            Part::Plan => "plan",
        }
    }
}

/// How the event of a row is known.
#[derive(Debug, Clone, Copy)]
enum Whose {
    /// The row names it.
    Event,
    /// It is a registration: who is not registered is in no facts.
    Registered,
    /// The row names a participant by this column, of whom only registrations count.
    Participant(&'static str),
    /// The row names a question.
    Question,
    /// The row names a session.
    Session,
}

/// The tables that facts are read from, but for the event's own row, which is read every time.
const WATCHED: [(&str, Part, Whose); 29] = [
    ("participants", Part::People, Whose::Participant("id")),
    ("registrations", Part::People, Whose::Registered),
    ("answers", Part::People, Whose::Participant("participant_id")),
    ("interests", Part::People, Whose::Participant("participant_id")),
    ("attended_blocks", Part::People, Whose::Participant("participant_id")),
    ("attended_sessions", Part::People, Whose::Participant("participant_id")),
    ("session_places", Part::People, Whose::Participant("participant_id")),
    ("topics", Part::Lists, Whose::Event),
    ("participant_types", Part::Lists, Whose::Event),
    ("type_rules", Part::Lists, Whose::Event),
    ("questions", Part::Lists, Whose::Event),
    ("question_choices", Part::Lists, Whose::Question),
    ("question_types", Part::Lists, Whose::Question),
    ("sessions", Part::Lists, Whose::Event),
    ("session_types", Part::Lists, Whose::Session),
    ("meeting_blocks", Part::Lists, Whose::Event),
    ("slots", Part::Lists, Whose::Event),
    ("event_tables", Part::Lists, Whose::Event),
    ("missing_tables", Part::Lists, Whose::Event),
    ("booths", Part::Lists, Whose::Event),
    ("booth_absences", Part::Lists, Whose::Event),
    ("language_rules", Part::Lists, Whose::Event),
    ("interpreters", Part::Lists, Whose::Event),
    ("interpreter_absences", Part::Lists, Whose::Event),
    ("wishes", Part::Plan, Whose::Event),
    ("declined_wishes", Part::Plan, Whose::Participant("from_id")),
    ("pair_rules", Part::Plan, Whose::Event),
    ("meetings", Part::Plan, Whose::Event),
    ("meeting_reports", Part::Plan, Whose::Event),
];

/// Tables of whose rows only some columns are facts: a round's change while it is solved, an event's whenever a seat is taken. With the
/// column that names the event.
const IN_PART: [(&str, &str, Part, &str); 2] = [
    ("rounds", "state, settings, published_at", Part::Plan, "event_id"),
    ("events", "venue_kind", Part::Lists, "id"),
];

/// Names of triggers begin so; the number is another one whenever what they do is.
const PREFIX: &str = "event_versions_5_";

const KIND: Kind = Kind { stem: "event_versions_", functions: Some(RAISE) };

/// The versions of an event as they are now.
pub fn get(db: &mut Db, event: &EventId) -> Result<Versions, StoreError> {
    let rows: Vec<(String, i64, i64)> = event_versions::table
        .filter(event_versions::event_id.eq(event.as_str()))
        .order((event_versions::part, event_versions::writer))
        .select((event_versions::part, event_versions::writer, event_versions::version))
        .load(db)?;
    let mut versions = Versions::default();
    for (part, writer, version) in rows {
        let own = match part.as_str() {
            "lists" => &mut versions.lists,
            "plan" => &mut versions.plan,
            _ => &mut versions.people,
        };
        own.push((writer, version));
    }
    Ok(versions)
}

/// The version of the lists, the agenda and the questions of an event as it is now.
pub fn of_lists(db: &mut Db, event: &EventId) -> Result<Version, StoreError> {
    let rows = event_versions::table
        .filter(event_versions::event_id.eq(event.as_str()))
        .filter(event_versions::part.eq(Part::Lists.code()))
        .order(event_versions::writer)
        .select((event_versions::writer, event_versions::version))
        .load(db)?;
    Ok(rows)
}

/// Puts the rows of connections that wrote nothing for a while into one, and removes those of events that are gone.
pub fn tidy(db: &mut Db) -> Result<(), StoreError> {
    match db {
        Db::Sqlite(sqlite) => sqlite.batch_execute(GONE)?,
        Db::Pg(pg) => pg.batch_execute(&format!("{GONE} {FOLD}"))?,
    }
    Ok(())
}

const GONE: &str = "DELETE FROM event_versions WHERE event_id NOT IN (SELECT id FROM events);";

/// What is removed counts on in the row of writer 0, so that no version comes back.
const FOLD: &str = "WITH old AS (DELETE FROM event_versions \
     WHERE writer <> 0 AND changed_at < now() - interval '10 minutes' RETURNING event_id, part, version) \
     INSERT INTO event_versions AS v (event_id, part, writer, version, changed_at) \
     SELECT event_id, part, 0, max(version), now() FROM old GROUP BY event_id, part \
     ON CONFLICT (event_id, part, writer) DO UPDATE SET version = v.version + 1 + EXCLUDED.version, changed_at = now();";

/// Makes the triggers that are missing. Nobody else changes tables meanwhile.
pub(super) fn watch(db: &mut Db) -> Result<(), StoreError> {
    let wanted = triggers(db);
    renew(db, &KIND, wanted).map(drop)
}

/// Takes the triggers away.
pub(super) fn unwatch(db: &mut Db) -> Result<(), StoreError> {
    drop_all(db, &KIND)
}

fn triggers(db: &Db) -> Vec<Trigger> {
    let mut all = Vec::new();
    for when in [When::Insert, When::Update, When::Delete] {
        for (table, part, whose) in WATCHED {
            let name = format!("{PREFIX}{table}_{}", when.word());
            let sql = match db {
                Db::Sqlite(_) => on_sqlite(&name, (table, ""), when, part, &|row| events_of(whose, row, "")),
                Db::Pg(_) => on_postgres(&name, table, when, part, whose),
            };
            all.push(Trigger { name, sql });
        }
        for (table, columns, part, event) in IN_PART {
            let name = format!("{PREFIX}{table}_{}", when.word());
            let own = |row: &str| format!("SELECT {row}.{event} AS event_id WHERE TRUE");
            let sql = match db {
                Db::Sqlite(_) => on_sqlite(&name, (table, columns), when, part, &own),
                Db::Pg(_) => each_row_on_postgres(&name, (table, columns), when, (part, event)),
            };
            all.push(Trigger { name, sql });
        }
    }
    all
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum When {
    Insert,
    Update,
    Delete,
}

impl When {
    fn word(self) -> &'static str {
        match self {
            When::Insert => "insert",
            When::Update => "update",
            When::Delete => "delete",
        }
    }

    /// What is done, to which columns; all if none are named.
    fn of(self, columns: &str) -> String {
        match self {
            When::Update if !columns.is_empty() => format!("UPDATE OF {columns}"),
            _ => self.word().to_uppercase(),
        }
    }
}

/// The events of rows that stand as `row` among `from`, as a query.
fn events_of(whose: Whose, row: &str, from: &str) -> String {
    let registered = RegistrationState::Registered.code();
    let source = |join: &str, on: String| match from.is_empty() {
        true => format!("FROM {join} WHERE {on}"),
        false => format!("FROM {from} JOIN {join} ON {on}"),
    };
    match whose {
        Whose::Event if from.is_empty() => format!("SELECT {row}.event_id WHERE TRUE"),
        Whose::Event => format!("SELECT DISTINCT {row}.event_id FROM {from}"),
        Whose::Registered if from.is_empty() => {
            format!("SELECT {row}.event_id WHERE {row}.state = '{registered}'")
        }
        Whose::Registered => {
            format!("SELECT DISTINCT {row}.event_id FROM {from} WHERE {row}.state = '{registered}'")
        }
        Whose::Participant(column) => {
            let on = format!("r.participant_id = {row}.{column} AND r.state = '{registered}'");
            format!("SELECT DISTINCT r.event_id {}", source("registrations r", on))
        }
        Whose::Question => {
            let on = format!("q.id = {row}.question_id");
            format!("SELECT DISTINCT q.event_id {}", source("questions q", on))
        }
        Whose::Session => {
            let on = format!("s.id = {row}.session_id");
            format!("SELECT DISTINCT s.event_id {}", source("sessions s", on))
        }
    }
}

/// Row by row: SQLite knows no other way, and raising is cheap where one connection writes.
fn on_sqlite(
    name: &str,
    (table, columns): (&str, &str),
    when: When,
    part: Part,
    events_of: &dyn Fn(&str) -> String,
) -> String {
    let rows: &[&str] = match when {
        When::Insert => &["NEW"],
        When::Delete => &["OLD"],
        // A row that changes its event, or whose registration begins or ends to count.
        When::Update => &["OLD", "NEW"],
    };
    let raise = |row: &&str| {
        format!(
            "INSERT INTO event_versions (event_id, part, writer, version, changed_at) \
             SELECT e.event_id, '{}', 0, 1, CURRENT_TIMESTAMP FROM ({}) e WHERE TRUE \
             ON CONFLICT (event_id, part, writer) DO UPDATE SET version = version + 1, changed_at = excluded.changed_at;",
            part.code(),
            events_of(row)
        )
    };
    let raises: String = rows.iter().map(raise).collect();
    format!("CREATE TRIGGER {name} AFTER {} ON {table} BEGIN {raises} END", when.of(columns))
}

/// Once for each transaction: what stands there is its number already from then on.
const RAISE: &str = "CREATE OR REPLACE FUNCTION event_version_raise(the_event text, the_part text) RETURNS void LANGUAGE sql AS $$ \
     INSERT INTO event_versions AS v (event_id, part, writer, version, changed_at) \
     VALUES ($1, $2, pg_backend_pid(), pg_current_xact_id()::text::bigint, now()) \
     ON CONFLICT (event_id, part, writer) DO UPDATE SET version = EXCLUDED.version, changed_at = EXCLUDED.changed_at \
     WHERE v.version <> EXCLUDED.version $$;";

/// Statement by statement: ten thousand rows of an import ask once for their event.
fn on_postgres(name: &str, table: &str, when: When, part: Part, whose: Whose) -> String {
    let (tables, sources): (&str, &[&str]) = match when {
        When::Insert => ("NEW TABLE AS rows_after", &["rows_after"]),
        When::Delete => ("OLD TABLE AS rows_before", &["rows_before"]),
        When::Update => ("OLD TABLE AS rows_before NEW TABLE AS rows_after", &["rows_before", "rows_after"]),
    };
    let events: Vec<String> =
        sources.iter().map(|from| events_of(whose, "c", &format!("{from} c"))).collect();
    let raise = format!(
        "PERFORM event_version_raise(e.event_id, '{}') FROM ({}) e;",
        part.code(),
        events.join(" UNION ")
    );
    format!(
        "{} CREATE TRIGGER {name} AFTER {} ON {table} REFERENCING {tables} \
         FOR EACH STATEMENT EXECUTE FUNCTION {name}();",
        function(name, &raise),
        when.of("")
    )
}

/// Where only some columns count: Postgres names these for triggers of rows alone.
fn each_row_on_postgres(
    name: &str,
    (table, columns): (&str, &str),
    when: When,
    (part, event): (Part, &str),
) -> String {
    let row = if when == When::Delete { "OLD" } else { "NEW" };
    let raise = format!("PERFORM event_version_raise({row}.{event}, '{}');", part.code());
    format!(
        "{} CREATE TRIGGER {name} AFTER {} ON {table} FOR EACH ROW EXECUTE FUNCTION {name}();",
        function(name, &raise),
        when.of(columns)
    )
}

fn function(name: &str, raise: &str) -> String {
    format!(
        "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {raise} RETURN NULL; END $$;"
    )
}
