//! What is remembered of the clock: one row, which all servers of a database share.

use chrono::{DateTime, Duration, NaiveDateTime, Utc};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::clock_memory;
use super::{Db, StoreError};
use crate::domain::clock_memory::{ClockMemory, Leap};

/// The key of the one row.
const ROW: i32 = 1;

#[derive(HasQuery)]
#[diesel(table_name = clock_memory)]
struct MemoryRow {
    believed_at: NaiveDateTime,
    seen_at: NaiveDateTime,
    leapt_from: Option<NaiveDateTime>,
    leapt_to: Option<NaiveDateTime>,
    ran_seconds: i64,
}

impl MemoryRow {
    fn into_memory(self) -> ClockMemory {
        let ran = Duration::seconds(self.ran_seconds);
        let leap = self.leapt_from.zip(self.leapt_to);
        ClockMemory {
            believed: utc(self.believed_at),
            seen: utc(self.seen_at),
            leap: leap.map(|(from, to)| Leap { from: utc(from), to: utc(to), ran }),
        }
    }
}

/// What is remembered; nothing before the clock was read for the first time.
pub fn get(db: &mut Db) -> Result<Option<ClockMemory>, StoreError> {
    let row = MemoryRow::query().find(ROW).first(db).optional()?;
    Ok(row.map(MemoryRow::into_memory))
}

/// The same, locked until the transaction ends.
pub fn lock(db: &mut Db) -> Result<Option<ClockMemory>, StoreError> {
    diesel::update(clock_memory::table.find(ROW))
        .set(clock_memory::ran_seconds.eq(clock_memory::ran_seconds))
        .execute(db)?;
    get(db)
}

/// Remembers something else.
pub fn put(db: &mut Db, memory: &ClockMemory) -> Result<(), StoreError> {
    let leap = memory.leap.as_ref();
    let at = |at: DateTime<Utc>| at.naive_utc();
    let values = (
        clock_memory::believed_at.eq(at(memory.believed)),
        clock_memory::seen_at.eq(at(memory.seen)),
        clock_memory::leapt_from.eq(leap.map(|leap| at(leap.from))),
        clock_memory::leapt_to.eq(leap.map(|leap| at(leap.to))),
        clock_memory::ran_seconds.eq(leap.map_or(0, |leap| leap.ran.num_seconds())),
    );
    if diesel::update(clock_memory::table.find(ROW)).set(values).execute(db)? == 0 {
        diesel::insert_into(clock_memory::table).values((clock_memory::id.eq(ROW), values)).execute(db)?;
    }
    Ok(())
}
