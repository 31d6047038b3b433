//! Holds what people were told against the rows of the database and the mails that arrived. It shares no code with the program:
//! plain SQL, and rules written down once more.

use std::collections::{BTreeMap, BTreeSet};

use diesel::sql_types::{BigInt, Nullable, Text};
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use rendezvous::config::DatabaseUrl;

use super::ledger::Told;
use super::mail_server::Arrived;
use super::site::Site;

/// What was found at the end of a run.
#[derive(Debug, Default)]
pub struct Findings {
    /// Everything that breaks a promise, in words.
    pub broken: Vec<String>,
    /// The most copies of one mail.
    pub most_copies: usize,
    /// Copies beyond the first, of all mails.
    pub extra_copies: usize,
    pub mails: usize,
}

#[derive(QueryableByName, Debug)]
struct Row {
    #[diesel(sql_type = Text)]
    key: String,
    #[diesel(sql_type = Text)]
    state: String,
    #[diesel(sql_type = Nullable<BigInt>)]
    number: Option<i64>,
}

/// Rows of a query that gives `key`, `state` and `number`.
fn rows(database: &DatabaseUrl, sql: &str) -> Vec<Row> {
    match database {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(&path.to_string_lossy()).unwrap();
            diesel::sql_query("PRAGMA busy_timeout = 10000").execute(&mut connection).unwrap();
            diesel::sql_query(sql).load(&mut connection).unwrap()
        }
        DatabaseUrl::Postgres(url) => {
            diesel::sql_query(sql).load(&mut PgConnection::establish(url.expose()).unwrap()).unwrap()
        }
    }
}

/// How many mails wait.
pub fn waiting_mails(site: &Site) -> usize {
    let sql = "SELECT id AS key, state AS state, NULL AS number FROM outbox WHERE state = 'waiting'";
    rows(&site.database, &sql.replace("NULL", "CAST(NULL AS BIGINT)")).len()
}

/// Checks everything, once nothing moves any more.
pub fn check(site: &Site) -> Findings {
    let mut findings = Findings::default();
    let told = site.ledger.so_far();
    check_rows(site, &told, &mut findings.broken);
    check_mails(site, &told, &mut findings);
    check_file(site, &mut findings.broken);
    findings
}

/// Whoever was told something has it; seats and the waiting list add up.
fn check_rows(site: &Site, told: &Told, broken: &mut Vec<String>) {
    let people = rows(
        &site.database,
        "SELECT p.email AS key, r.state AS state, r.waiting_seq AS number \
         FROM participants p JOIN registrations r ON r.participant_id = p.id",
    );
    let state: BTreeMap<&str, &str> =
        people.iter().map(|row| (row.key.as_str(), row.state.as_str())).collect();
    if state.len() != people.len() {
        broken.push("somebody is there twice".to_string());
    }
    let is =
        |address: &String, wanted: &[&str]| state.get(address.as_str()).is_some_and(|s| wanted.contains(s));
    for address in &told.mailed {
        if !state.contains_key(address.as_str()) {
            broken.push(format!("{address} was told that a mail is sent, and is not there"));
        }
    }
    for address in told.confirmed.difference(&told.cancelled) {
        if !is(address, &["registered", "waiting_list"]) {
            broken.push(format!(
                "{address} was told to be registered, and is {:?}",
                state.get(address.as_str())
            ));
        }
    }
    for address in &told.cancelled {
        if !is(address, &["cancelled"]) {
            broken.push(format!(
                "{address} was told to be cancelled, and is {:?}",
                state.get(address.as_str())
            ));
        }
    }
    check_seats(site, &people, broken);
}

fn check_seats(site: &Site, people: &[Row], broken: &mut Vec<String>) {
    let sql = "SELECT slug AS key, CAST(seats_taken AS VARCHAR(20)) AS state, CAST(capacity AS BIGINT) AS number FROM events";
    let event = rows(&site.database, sql).remove(0);
    let (taken, seats) = (event.state.parse::<usize>().unwrap(), event.number.unwrap_or(i64::MAX));
    let registered = people.iter().filter(|row| row.state == "registered").count();
    let waiting: Vec<i64> = people.iter().filter_map(|row| row.number).collect();
    if taken != registered {
        broken.push(format!("{taken} seats are counted, {registered} people are registered"));
    }
    if registered as i64 > seats {
        broken.push(format!("{registered} people are registered for {seats} seats"));
    }
    if (registered as i64) < seats && !waiting.is_empty() {
        broken.push(format!("{} people wait while seats are free", waiting.len()));
    }
    if waiting.iter().collect::<BTreeSet<_>>().len() != waiting.len() {
        broken.push("a number of the waiting list is given twice".to_string());
    }
}

/// Every mail that the database takes for sent has arrived, as often as a fault explains and always with the same bytes.
fn check_mails(site: &Site, told: &Told, findings: &mut Findings) {
    let arrived: Arrived = site.mail.arrived();
    let sql = "SELECT message_id AS key, state AS state, CAST(NULL AS BIGINT) AS number FROM outbox";
    let outbox = rows(&site.database, sql);
    for row in &outbox {
        let has_arrived = arrived.contains_key(&format!("<{}>", row.key));
        match row.state.as_str() {
            "sent" if has_arrived => {}
            "sent" => findings.broken.push(format!("mail {} is sent, and never arrived", row.key)),
            other => findings.broken.push(format!("mail {} is {other}", row.key)),
        }
    }
    let known: BTreeSet<String> = outbox.iter().map(|row| format!("<{}>", row.key)).collect();
    for (id, copies) in &arrived {
        if !known.contains(id) {
            findings.broken.push(format!("mail {id} arrived, and is not in the outbox"));
        }
        if copies.iter().any(|copy| *copy != copies[0]) {
            findings.broken.push(format!("the copies of mail {id} differ"));
        }
        findings.most_copies = findings.most_copies.max(copies.len());
        findings.extra_copies += copies.len() - 1;
    }
    for address in &told.mailed {
        if !arrived.values().flatten().any(|mail| mail.recipient == *address) {
            findings.broken.push(format!("{address} was told that a mail is sent, and got none"));
        }
    }
    findings.mails = outbox.len();
}

/// The file of the database is whole.
fn check_file(site: &Site, broken: &mut Vec<String>) {
    if !matches!(site.database, DatabaseUrl::Sqlite(_)) {
        return;
    }
    for sql in [
        "SELECT integrity_check AS key, '' AS state, CAST(NULL AS BIGINT) AS number FROM pragma_integrity_check",
        "SELECT 'ok' AS key, '' AS state, CAST(NULL AS BIGINT) AS number WHERE NOT EXISTS (SELECT 1 FROM pragma_foreign_key_check)",
    ] {
        let answers: Vec<String> = rows(&site.database, sql).into_iter().map(|row| row.key).collect();
        if answers != ["ok"] {
            broken.push(format!("the database's own check says {answers:?}"));
        }
    }
}
