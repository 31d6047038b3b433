//! Notes the rows that an act changes, as they were and as they are.
//!
//! Triggers do it, so that no statement is forgotten; they are made here and not by a migration, since the two databases write
//! them differently, and name every column. What is noted of older tables is forgotten when they are made anew.

use diesel::connection::SimpleConnection;

use crate::domain::backup::Table;
use crate::store::connection::Db;
use crate::store::triggers::{Kind, Trigger, are_there, make, names};
use crate::store::{StoreError, catalogue};

/// The tables whose rows an undo puts back, those that others point to first.
pub const UNDONE: [&str; 66] = [
    "events",
    "registration_times",
    "waiting_list_rules",
    "round_settings",
    "nudges",
    "accessibility_statements",
    "legal_notices",
    "calendar_origins",
    "participant_types",
    "type_rules",
    "topics",
    "questions",
    "question_choices",
    "question_types",
    "meeting_blocks",
    "slots",
    "language_rules",
    "interpreters",
    "interpreter_absences",
    "event_tables",
    "missing_tables",
    "sessions",
    "session_types",
    "people_views",
    "mailings",
    "participants",
    "registrations",
    "seat_offers",
    "invitations",
    "answers",
    "interests",
    "attended_blocks",
    "attended_sessions",
    "session_places",
    "session_invitations",
    "check_ins",
    "booths",
    "booth_absences",
    "consents",
    "participant_notes",
    "participant_tags",
    "wishes",
    "declined_wishes",
    "links",
    "sent_forms",
    "address_changes",
    "feeds",
    "calendar_choices",
    "reminders",
    "unsubscribe_links",
    "unsubscribed",
    "mailing_recipients",
    "directory_visits",
    "pair_rules",
    "rounds",
    "round_steps",
    "round_step_rules",
    "round_step_meetings",
    "round_meetings",
    "meetings",
    "meeting_seats",
    "meeting_reports",
    "proposals",
    "plan_news",
    "calendar_entries",
    "outbox",
];

/// What is noted of a table's rows.
fn noted_of(table: &str) -> &'static [&'static str] {
    match table {
        // What the act says of itself.
        "log" => &["insert"],
        // Mails that others take the place of; its own know the act.
        "outbox" => &["delete"],
        table if UNDONE.contains(&table) => &["insert", "update", "delete"],
        _ => &[],
    }
}

/// The tables whose rows stay when an act is undone, in which nothing of it stands, or that hold what no form of an act changes.
pub const NOT_UNDONE: [&str; 38] = [
    // Of the act itself: its entries stay in the log.
    "acts",
    "act_rows",
    "mail_batches",
    "mail_requests",
    "parting_mails",
    "log",
    // Counted or kept for every change.
    "event_versions",
    "write_receipts",
    "database_identity",
    "lapsed_links",
    "link_requests",
    "registration_forms",
    "import_layouts",
    "uploads",
    "event_pictures",
    "event_trials",
    // What people agree to is not taken back under their hands.
    "consent_texts",
    // What is announced goes by the calendar.
    "deletion_announcements",
    "deletion_postponements",
    // Of accounts and of the server.
    "accounts",
    "account_links",
    "account_invitations",
    "deactivated_accounts",
    "event_roles",
    "logins",
    "half_logins",
    "known_browsers",
    "second_factors",
    "second_factor_offers",
    "second_factor_events",
    "recovery_codes",
    "blocked_addresses",
    "mail_pause",
    "domain_alarms",
    "clock_memory",
    "network_keys",
    "scheduled_backups",
    "restores",
];

/// Names of triggers begin so; the number is another one whenever what they do is.
const PREFIX: &str = "acts_1_";

const KIND: Kind = Kind { stem: "acts_", functions: NOTE };

/// The function of Postgres that they call.
const NOTE: &str = "CREATE OR REPLACE FUNCTION acts_note() RETURNS trigger LANGUAGE plpgsql AS $$ \
     DECLARE act text := current_setting('rendezvous.act', true); BEGIN \
     INSERT INTO act_rows (act_id, number, table_name, old, new) \
     VALUES (act, (SELECT coalesce(max(number), 0) + 1 FROM act_rows WHERE act_id = act), TG_TABLE_NAME, \
     CASE WHEN TG_OP <> 'INSERT' THEN to_jsonb(OLD)::text END, \
     CASE WHEN TG_OP <> 'DELETE' THEN to_jsonb(NEW)::text END); \
     RETURN NULL; END $$;";

/// Makes the triggers that are missing. Nobody else changes tables meanwhile.
pub(in crate::store) fn watch(db: &mut Db) -> Result<(), StoreError> {
    let wanted = triggers(db)?;
    if are_there(db, &KIND, &wanted)? {
        return Ok(());
    }
    unwatch(db)?;
    db.batch_execute("DELETE FROM acts")?;
    make(db, &KIND, wanted)
}

/// Takes the triggers away: a table cannot be replaced while one of them reads it.
pub(in crate::store) fn unwatch(db: &mut Db) -> Result<(), StoreError> {
    match db {
        Db::Sqlite(_) => {
            for name in names(db, &KIND)? {
                db.batch_execute(&format!("DROP TRIGGER {name}"))?;
            }
        }
        // With the function go the triggers that call it.
        Db::Pg(pg) => pg.batch_execute("DROP FUNCTION IF EXISTS acts_note() CASCADE")?,
    }
    Ok(())
}

fn triggers(db: &mut Db) -> Result<Vec<Trigger>, StoreError> {
    let mut all = Vec::new();
    for table in catalogue::tables(db)? {
        for when in noted_of(&table.name) {
            all.push(match db {
                Db::Sqlite(_) => on_sqlite(&table, when),
                Db::Pg(_) => on_postgres(&table, when),
            });
        }
    }
    Ok(all)
}

fn on_postgres(table: &Table, when: &str) -> Trigger {
    let name = format!("{PREFIX}{}_{when}", table.name);
    let sql = format!(
        "CREATE TRIGGER {name} AFTER {when} ON {} FOR EACH ROW \
         WHEN (current_setting('rendezvous.act', true) <> ''{}) EXECUTE FUNCTION acts_note()",
        table.name,
        // A row that is written as it was is none that was changed.
        if when == "update" { " AND OLD.* IS DISTINCT FROM NEW.*" } else { "" },
    );
    Trigger { name, sql }
}

fn on_sqlite(table: &Table, when: &str) -> Trigger {
    let name = format!("{PREFIX}{}_{when}", table.name);
    let row = |of: &str, is_there: bool| if is_there { image(table, of) } else { "NULL".to_string() };
    let sql = format!(
        "CREATE TRIGGER {name} AFTER {when} ON {table} WHEN EXISTS (SELECT 1 FROM acts WHERE is_open) BEGIN \
         INSERT INTO act_rows (act_id, number, table_name, old, new) \
         SELECT a.id, (SELECT coalesce(max(number), 0) + 1 FROM act_rows WHERE act_id = a.id), '{table}', {old}, {new} \
         FROM acts a WHERE a.is_open{changed}; END",
        table = table.name,
        changed = if when == "update" {
            format!(" AND {} <> {}", image(table, "OLD"), image(table, "NEW"))
        } else {
            String::new()
        },
        old = row("OLD", when != "insert"),
        new = row("NEW", when != "delete"),
    );
    Trigger { name, sql }
}

/// A row of SQLite as JSON by the names of its columns.
pub(super) fn image(table: &Table, row: &str) -> String {
    let fields: Vec<String> =
        table.columns.iter().map(|column| format!("'{0}', {row}.{0}", column.name)).collect();
    format!("json_object({})", fields.join(", "))
}
