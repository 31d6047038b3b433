//! Many rows in few statements: each one is a way to a database server and back.

/// Inserts rows, so many at a time: a statement takes no more than 32,766 values.
macro_rules! insert_rows {
    ($db:expr, $table:expr, $rows:expr, $at_a_time:expr) => {
        for some in $rows.chunks($at_a_time) {
            match $db {
                $crate::store::Db::Pg(pg) => diesel::insert_into($table).values(some).execute(pg)?,
                $crate::store::Db::Sqlite(lite) => diesel::insert_into($table).values(some).execute(lite)?,
            };
        }
    };
}

pub(in crate::store) use insert_rows;
