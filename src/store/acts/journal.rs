//! Notes the rows that an act changes, as they were and as they are.
//!
//! Triggers do it, so that no statement is forgotten; they are made here and not by a migration, since the two databases write
//! them differently, and name every column. What is noted of older tables is forgotten when they are made anew.
//!
//! Of a row that comes, goes or gets another key all of it is noted; of one that changes otherwise its key, what an undo frees,
//! and the columns that change: a plan is thousands of meetings with their reasons, of which a word changes.

use diesel::connection::SimpleConnection;

use crate::domain::backup::Table;
use crate::domain::meeting::MeetingState;
use crate::store::connection::Db;
use crate::store::triggers::{Kind, Trigger, drop_all, renew};
use crate::store::{StoreError, catalogue};

/// The tables whose rows an undo puts back, those that others point to first.
pub const UNDONE: [&str; 69] = [
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
    "contact_offers",
    "declined_wishes",
    "direct_messages",
    "muted_people",
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
const PREFIX: &str = "acts_3_";

const KIND: Kind = Kind { stem: "acts_", functions: None };

/// A column by which a row holds what no other row may hold as well.
pub(super) struct Freed {
    pub table: &'static str,
    pub column: &'static str,
    /// With this it holds nothing.
    pub free: &'static str,
    /// A column and its value with which a row holds nothing anyway.
    pub idle: Option<(&'static str, &'static str)>,
}

impl Freed {
    const fn of(table: &'static str, column: &'static str, free: &'static str) -> Freed {
        Freed { table, column, free, idle: None }
    }
}

const CALLED_OFF: Option<(&str, &str)> = Some(("state", MeetingState::Cancelled.code()));

/// What an undo frees first, so that rows that have changed places can go back to their own: noted of every row that changes.
pub(super) const FREED: [Freed; 4] = [
    Freed { idle: CALLED_OFF, ..Freed::of("meetings", "table_no", "NULL") },
    Freed { idle: CALLED_OFF, ..Freed::of("meetings", "interpreter_id", "NULL") },
    Freed::of("slots", "retired", "TRUE"),
    Freed::of("participants", "email_key", "NULL"),
];

/// Makes the triggers that are missing. Nobody else changes tables meanwhile.
pub(in crate::store) fn watch(db: &mut Db) -> Result<(), StoreError> {
    let wanted = triggers(db)?;
    if renew(db, &KIND, wanted)? {
        db.batch_execute("DELETE FROM acts")?;
    }
    Ok(())
}

/// Takes the triggers away.
pub(in crate::store) fn unwatch(db: &mut Db) -> Result<(), StoreError> {
    drop_all(db, &KIND)
}

fn triggers(db: &mut Db) -> Result<Vec<Trigger>, StoreError> {
    let mut keys = catalogue::keys(db)?;
    let mut all = Vec::new();
    for table in catalogue::tables(db)? {
        let freed: Vec<&str> =
            FREED.iter().filter(|one| one.table == table.name).map(|one| one.column).collect();
        let keys = keys.remove(&table.name).unwrap_or_default();
        for when in noted_of(&table.name) {
            all.push(match db {
                Db::Sqlite(_) => on_sqlite(&table, when, &keys, &freed),
                Db::Pg(_) => on_postgres(&table, when, &keys, &freed),
            });
        }
    }
    Ok(all)
}

/// Statement by statement: thousands of rows ask once for the last number.
fn on_postgres(table: &Table, when: &str, keys: &[String], freed: &[&str]) -> Trigger {
    let name = format!("{PREFIX}{}_{when}", table.name);
    let (rows, images) = match when {
        "insert" => ("NEW TABLE AS rows_after", "NULL, to_jsonb(n)::text FROM rows_after n".to_string()),
        "delete" => ("OLD TABLE AS rows_before", "to_jsonb(o)::text, NULL FROM rows_before o".to_string()),
        _ => (
            "OLD TABLE AS rows_before NEW TABLE AS rows_after",
            images_of_changed_on_postgres(table, keys, freed),
        ),
    };
    let sql = format!(
        "CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ \
         DECLARE act text := current_setting('rendezvous.act', true); BEGIN \
         INSERT INTO act_rows (act_id, number, table_name, old, new) SELECT act, \
         (SELECT coalesce(max(number), 0) FROM act_rows WHERE act_id = act) + row_number() OVER (), '{table}', {images}; \
         RETURN NULL; END $$; \
         CREATE TRIGGER {name} AFTER {when} ON {table} REFERENCING {rows} FOR EACH STATEMENT \
         WHEN (current_setting('rendezvous.act', true) <> '') EXECUTE FUNCTION {name}()",
        table = table.name,
    );
    Trigger { name, sql }
}

/// The rows that a statement changes as they were and as they are, with the columns that are noted; those with another key whole.
fn images_of_changed_on_postgres(table: &Table, keys: &[String], freed: &[&str]) -> String {
    let key = keys.first().map(String::as_str).unwrap_or_default();
    let image = |row: &str, other: &str| {
        let columns = table.columns.iter().map(|column| {
            let name = &column.name;
            let value = format!("'\"{name}\":' || coalesce(to_json({row}.{name})::text, 'null')");
            match keys.contains(name) || freed.contains(&name.as_str()) {
                true => value,
                // What is null is left out.
                false => format!("CASE WHEN {row}.{name} IS DISTINCT FROM {other}.{name} THEN {value} END"),
            }
        });
        format!(
            "CASE WHEN {other}.{key} IS NULL THEN to_jsonb({row})::text \
             WHEN {row}.{key} IS NOT NULL THEN concat('{{', concat_ws(',', {}), '}}') END",
            columns.collect::<Vec<_>>().join(", ")
        )
    };
    let same: Vec<String> = keys.iter().map(|key| format!("o.{key} = n.{key}")).collect();
    format!(
        "{}, {} FROM rows_before o FULL JOIN rows_after n ON {} WHERE o.* IS DISTINCT FROM n.*",
        image("o", "n"),
        image("n", "o"),
        same.join(" AND ")
    )
}

fn on_sqlite(table: &Table, when: &str, keys: &[String], freed: &[&str]) -> Trigger {
    let name = format!("{PREFIX}{}_{when}", table.name);
    let images = match when {
        "insert" => format!("(SELECT NULL AS old, {} AS new)", image(table, "NEW")),
        "delete" => format!("(SELECT {} AS old, NULL AS new)", image(table, "OLD")),
        _ => images_of_changed_on_sqlite(table, keys, freed),
    };
    let sql = format!(
        "CREATE TRIGGER {name} AFTER {when} ON {table} WHEN EXISTS (SELECT 1 FROM acts WHERE is_open) BEGIN \
         INSERT INTO act_rows (act_id, number, table_name, old, new) \
         SELECT a.id, (SELECT coalesce(max(number), 0) + 1 FROM act_rows WHERE act_id = a.id), '{table}', i.old, i.new \
         FROM acts a, {images} i WHERE a.is_open; END",
        table = table.name,
    );
    Trigger { name, sql }
}

/// A row of SQLite as JSON by the names of its columns.
pub(super) fn image(table: &Table, row: &str) -> String {
    let fields: Vec<String> =
        table.columns.iter().map(|column| format!("'{0}', {row}.{0}", column.name)).collect();
    format!("json_object({})", fields.join(", "))
}

/// A row that changes as it was and as it is, with the columns that are noted; no row if nothing changes.
fn images_of_changed_on_sqlite(table: &Table, keys: &[String], freed: &[&str]) -> String {
    let columns = table.columns.iter().enumerate().map(|(k, column)| {
        // The first names the columns of all.
        let [always, name, old, new] = if k == 0 { [" AS k", " AS n", " AS o", " AS v"] } else { [""; 4] };
        let is_always = u8::from(keys.contains(&column.name) || freed.contains(&column.name.as_str()));
        format!("SELECT {is_always}{always}, '{0}'{name}, OLD.{0}{old}, NEW.{0}{new}", column.name)
    });
    let rekeyed: Vec<String> = keys.iter().map(|key| format!("OLD.{key} IS NOT NEW.{key}")).collect();
    format!(
        "(SELECT json_group_object(n, o) AS old, json_group_object(n, v) AS new FROM ({}) \
         WHERE k OR o IS NOT v OR {} HAVING max(o IS NOT v))",
        columns.collect::<Vec<_>>().join(" UNION ALL "),
        rekeyed.join(" OR "),
    )
}
