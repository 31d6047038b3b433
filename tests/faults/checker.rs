//! The checker: compares the ledger with the database, which it reads by SQL of its own, and with the mails that arrived.

use std::collections::BTreeMap;

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl, SqliteConnection, sql_query};
use mail_parser::MessageParser;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// Reads a column called `line` from the database at an address.
pub fn lines(database: &str, query: &str) -> Vec<String> {
    let query = sql_query(query);
    let found: Vec<Line> = match database.strip_prefix("sqlite:") {
        Some(file) => query.load(&mut SqliteConnection::establish(file).unwrap()).unwrap(),
        None => query.load(&mut PgConnection::establish(database).unwrap()).unwrap(),
    };
    found.into_iter().map(|row| row.line).collect()
}

/// How often each stands in a list.
pub fn tally(all: impl IntoIterator<Item = String>) -> BTreeMap<String, usize> {
    let mut counted = BTreeMap::new();
    for one in all {
        *counted.entry(one).or_default() += 1;
    }
    counted
}

/// Checks that everybody in the ledger is registered exactly once, with exactly one mail in the outbox, and that nobody is
/// there twice who was told nothing.
pub fn check_registrations(database: &str, ledger: &[String]) {
    let stored = tally(lines(
        database,
        "SELECT p.email AS line FROM participants p JOIN registrations r ON r.participant_id = p.id",
    ));
    let mails = tally(lines(database, "SELECT recipient AS line FROM outbox WHERE kind = 'confirm'"));
    let lost: Vec<&String> = ledger.iter().filter(|email| !stored.contains_key(*email)).collect();
    assert!(lost.is_empty(), "{} acknowledged and not stored: {lost:?}", lost.len());
    let doubled: Vec<_> = stored.iter().chain(&mails).filter(|(_, n)| **n > 1).collect();
    assert!(doubled.is_empty(), "stored twice: {doubled:?}");
    let without: Vec<&String> = stored.keys().filter(|email| !mails.contains_key(*email)).collect();
    assert!(without.is_empty(), "stored without their mail: {without:?}");
}

/// Checks that everybody got their mail; gives how many came once more.
pub fn check_mails(ledger: &[String], mails: &[String]) -> usize {
    let recipient = |mail: &String| {
        let parsed = MessageParser::default().parse(mail.as_bytes())?;
        parsed.to()?.first()?.address().map(String::from)
    };
    let arrived = tally(mails.iter().filter_map(recipient));
    let lost: Vec<&String> = ledger.iter().filter(|email| !arrived.contains_key(*email)).collect();
    assert!(lost.is_empty(), "{} mails lost: {lost:?} of {arrived:?}", lost.len());
    arrived.values().map(|n| n - 1).sum()
}

/// Whether SQLite finds its file whole.
pub fn is_whole(database: &str) -> bool {
    lines(database, "SELECT integrity_check AS line FROM pragma_integrity_check") == ["ok"]
}
