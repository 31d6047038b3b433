//! Receipts of writes: how one learns whether a write was stored whose connection broke just as it was ending.
//!
//! Each connection to Postgres has a row with the number of its last write, which that write itself raises. Whoever asks
//! takes the row's lock, so that a write that is still ending, such as one that waits for a standby, is waited for. The id
//! of the transaction would not do: a standby that took over may give it to another one.

use diesel::sql_types::{BigInt, Text};
use diesel::{OptionalExtension, PgConnection, QueryResult, QueryableByName, RunQueryDsl};

/// The row of a connection, and the number of the last write that began on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    id: String,
    number: i64,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    id: String,
    #[diesel(sql_type = BigInt)]
    number: i64,
}

impl Receipt {
    /// Makes the row of a connection, outside any transaction, so that it is there to be locked; those of connections
    /// that ended long ago go.
    pub(super) fn open(pg: &mut PgConnection) -> QueryResult<Receipt> {
        diesel::sql_query("DELETE FROM write_receipts WHERE written_at < now() - interval '2 days'")
            .execute(pg)?;
        let row: Row = diesel::sql_query(
            "INSERT INTO write_receipts (id, number, written_at) VALUES (gen_random_uuid()::text, 0, now()) \
             RETURNING id, number",
        )
        .get_result(pg)?;
        Ok(Receipt { id: row.id, number: row.number })
    }

    /// That of the next write.
    pub(super) fn next(&self) -> Receipt {
        Receipt { id: self.id.clone(), number: self.number + 1 }
    }

    /// Signs the write that is under way: the last statement before its commit. Gives whether the row was there.
    pub(super) fn sign(&self, pg: &mut PgConnection) -> QueryResult<bool> {
        let signed =
            diesel::sql_query("UPDATE write_receipts SET number = $1, written_at = now() WHERE id = $2")
                .bind::<BigInt, _>(self.number)
                .bind::<Text, _>(&self.id)
                .execute(pg)?;
        Ok(signed == 1)
    }

    /// Whether the write was stored. To be asked on another connection, inside a transaction.
    pub(super) fn is_stored(&self, pg: &mut PgConnection) -> QueryResult<bool> {
        let row: Option<Row> =
            diesel::sql_query("SELECT id, number FROM write_receipts WHERE id = $1 FOR UPDATE")
                .bind::<Text, _>(&self.id)
                .get_result(pg)
                .optional()?;
        Ok(row.is_some_and(|row| row.number >= self.number))
    }
}
