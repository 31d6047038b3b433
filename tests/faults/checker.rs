//! Holds what people were told against the rows of the database and the mails that arrived. It shares no code with the program:
//! plain SQL, and rules written down once more.

use std::collections::{BTreeMap, BTreeSet};

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection};
use rendezvous::config::DatabaseUrl;

use crate::ledger::Told;
use crate::mail_server::Arrived;
use crate::site::Site;

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
    /// People who were told that a mail is sent.
    pub acknowledged: usize,
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// What a query gives in its one column, `line`, cut at the spaces.
pub fn rows<const N: usize>(database: &DatabaseUrl, sql: &str) -> Vec<[String; N]> {
    let lines: Vec<Line> = match database {
        DatabaseUrl::Sqlite(path) => {
            let mut connection = SqliteConnection::establish(&path.to_string_lossy()).unwrap();
            diesel::sql_query("PRAGMA busy_timeout = 10000").execute(&mut connection).unwrap();
            diesel::sql_query(sql).load(&mut connection).unwrap()
        }
        DatabaseUrl::Postgres(url) => {
            diesel::sql_query(sql).load(&mut PgConnection::establish(url.expose()).unwrap()).unwrap()
        }
    };
    let cut = |line: Line| -> [String; N] {
        let parts: Vec<String> = line.line.split(' ').map(String::from).collect();
        parts.try_into().unwrap()
    };
    lines.into_iter().map(cut).collect()
}

/// How many mails wait.
pub fn waiting_mails(database: &DatabaseUrl) -> usize {
    rows::<1>(database, "SELECT id AS line FROM outbox WHERE state = 'waiting'").len()
}

/// Checks everything, once nothing moves any more.
pub fn check(site: &Site) -> Findings {
    let told = site.ledger.so_far();
    let mut findings = Findings { acknowledged: told.mailed.len(), ..Findings::default() };
    check_people(site, &told, &mut findings.broken);
    check_mails(site, &told, &mut findings);
    check_file(&site.database, &mut findings.broken);
    findings
}

/// Whoever was told something has it; seats and the waiting list add up.
fn check_people(site: &Site, told: &Told, broken: &mut Vec<String>) {
    let sql = format!(
        "SELECT p.email || ' ' || r.state || ' ' || COALESCE(CAST(r.waiting_seq AS VARCHAR(20)), '-') AS line \
         FROM participants p JOIN registrations r ON r.participant_id = p.id \
         JOIN events e ON e.id = p.event_id WHERE e.slug = '{}'",
        Site::SLUG
    );
    let people: Vec<[String; 3]> = rows(&site.database, &sql);
    let state: BTreeMap<&str, &str> =
        people.iter().map(|[email, state, _]| (email.as_str(), state.as_str())).collect();
    if state.len() != people.len() {
        broken.push("somebody is there twice".to_string());
    }
    let mut expect = |address: &str, told: &str, states: &[&str]| {
        let is = state.get(address);
        if !is.is_some_and(|is| states.contains(is)) {
            broken.push(format!("{address} was told to be {told}, and is {is:?}"));
        }
    };
    for address in told.mailed.keys() {
        expect(address, "on the way", &["unconfirmed", "registered", "waiting_list", "cancelled"]);
    }
    for address in told.confirmed.difference(&told.cancelled) {
        expect(address, "registered", &["registered", "waiting_list"]);
    }
    for address in &told.cancelled {
        expect(address, "cancelled", &["cancelled"]);
    }
    check_seats(&site.database, &people, broken);
}

fn check_seats(database: &DatabaseUrl, people: &[[String; 3]], broken: &mut Vec<String>) {
    let sql = format!(
        "SELECT CAST(seats_taken AS VARCHAR(20)) || ' ' || COALESCE(CAST(capacity AS VARCHAR(20)), '-') AS line \
         FROM events WHERE slug = '{}'",
        Site::SLUG
    );
    let [taken, seats]: [String; 2] = rows(database, &sql).remove(0);
    let (taken, seats): (usize, usize) = (taken.parse().unwrap(), seats.parse().unwrap_or(usize::MAX));
    let registered = people.iter().filter(|[_, state, _]| state == "registered").count();
    let waiting: Vec<&String> =
        people.iter().filter(|[.., number]| number != "-").map(|[.., number]| number).collect();
    if taken != registered {
        broken.push(format!("{taken} seats are counted, {registered} people are registered"));
    }
    if registered > seats {
        broken.push(format!("{registered} people are registered for {seats} seats"));
    }
    if registered < seats && !waiting.is_empty() {
        broken.push(format!("{} people wait while seats are free", waiting.len()));
    }
    if waiting.iter().collect::<BTreeSet<_>>().len() != waiting.len() {
        broken.push("a number of the waiting list is given twice".to_string());
    }
}

/// Every mail that the database takes for sent has arrived, as often as a fault explains and always with the same bytes.
fn check_mails(site: &Site, told: &Told, findings: &mut Findings) {
    let arrived: Arrived = site.mail.arrived();
    let outbox: Vec<[String; 2]> =
        rows(&site.database, "SELECT message_id || ' ' || state AS line FROM outbox");
    for [id, state] in &outbox {
        let has_arrived = arrived.contains_key(&format!("<{id}>"));
        match state.as_str() {
            "sent" if has_arrived => {}
            "sent" => findings.broken.push(format!("mail {id} is sent, and never arrived")),
            other => findings.broken.push(format!("mail {id} is {other}")),
        }
    }
    let known: BTreeSet<String> = outbox.iter().map(|[id, _]| format!("<{id}>")).collect();
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
    let recipients: BTreeSet<&str> = arrived.values().flatten().map(|mail| mail.recipient.as_str()).collect();
    for address in told.mailed.keys().filter(|address| !recipients.contains(address.as_str())) {
        findings.broken.push(format!("{address} was told that a mail is sent, and got none"));
    }
    findings.mails = outbox.len();
}

/// The file of the database is whole.
fn check_file(database: &DatabaseUrl, broken: &mut Vec<String>) {
    if !matches!(database, DatabaseUrl::Sqlite(_)) {
        return;
    }
    for sql in [
        "SELECT replace(integrity_check, ' ', '_') AS line FROM pragma_integrity_check",
        "SELECT 'ok' AS line WHERE NOT EXISTS (SELECT 1 FROM pragma_foreign_key_check)",
    ] {
        let answers: Vec<[String; 1]> = rows(database, sql);
        if answers != [["ok"]] {
            broken.push(format!("the database's own check says {answers:?}"));
        }
    }
}
