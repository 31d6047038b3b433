//! Every byte that a database keeps: the SQLite file with its journal, or every row of every table on Postgres.

use diesel::sql_types::Text;
use diesel::{Connection, PgConnection, QueryableByName, RunQueryDsl};
use rendezvous::config::DatabaseUrl;

use super::app::TestApp;

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    line: String,
}

/// The dump, as text; bytes that are no text are replaced.
pub fn of(app: &TestApp) -> String {
    match &app.app.config.database {
        DatabaseUrl::Sqlite(file) => {
            let mut bytes = std::fs::read(file).unwrap();
            let mut journal = file.clone().into_os_string();
            journal.push("-wal");
            bytes.extend(std::fs::read(journal).unwrap_or_default());
            String::from_utf8_lossy(&bytes).into_owned()
        }
        DatabaseUrl::Postgres(url) => {
            let mut connection = PgConnection::establish(url.expose()).unwrap();
            let tables = "SELECT table_name::text AS line FROM information_schema.tables \
                          WHERE table_schema = 'public'";
            let tables: Vec<Line> = diesel::sql_query(tables).load(&mut connection).unwrap();
            assert!(tables.len() > 20);
            let rows = |table: &Line| -> Vec<Line> {
                let query = format!("SELECT t::text AS line FROM {} t", table.line);
                diesel::sql_query(query).load(&mut PgConnection::establish(url.expose()).unwrap()).unwrap()
            };
            tables.iter().flat_map(rows).map(|row| row.line + "\n").collect()
        }
    }
}
