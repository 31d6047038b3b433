//! The tables of an event of which more is said than their number, and who stays at which.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::rows::{count, stored};
use super::schema::{booth_absences, booths, event_tables, missing_tables};
use super::{Db, StoreError};
use crate::domain::floor::{Booth, Floor, Table};
use crate::domain::ids::{EventId, ParticipantId, SlotId, TypeId};

/// Everything that is said of an event's tables.
pub fn get(db: &mut Db, event: &EventId) -> Result<Floor, StoreError> {
    Ok(Floor::new(list_tables(db, event)?, list_booths(db, event)?))
}

fn list_tables(db: &mut Db, event: &EventId) -> Result<Vec<Table>, StoreError> {
    let rows: Vec<(i32, String, String, Option<String>)> = event_tables::table
        .filter(event_tables::event_id.eq(event.as_str()))
        .order(event_tables::table_no)
        .select((event_tables::table_no, event_tables::name, event_tables::zone, event_tables::type_id))
        .load(db)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let absences: Vec<(i32, String)> = missing_tables::table
        .filter(missing_tables::event_id.eq(event.as_str()))
        .select((missing_tables::table_no, missing_tables::slot_id))
        .load(db)?;
    let mut missing: BTreeMap<i32, BTreeSet<SlotId>> = BTreeMap::new();
    for (number, slot) in absences {
        missing.entry(number).or_default().insert(SlotId(slot));
    }
    let table = |(number, name, zone, kind): (i32, String, String, Option<String>)| Table {
        number: count(number),
        name,
        zone,
        kept_for: kind.map(TypeId),
        missing: missing.remove(&number).unwrap_or_default(),
    };
    Ok(rows.into_iter().map(table).collect())
}

fn list_booths(db: &mut Db, event: &EventId) -> Result<Vec<Booth>, StoreError> {
    let rows: Vec<(String, i32)> = booths::table
        .filter(booths::event_id.eq(event.as_str()))
        .order(booths::participant_id)
        .select((booths::participant_id, booths::table_no))
        .load(db)?;
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let absences: Vec<(String, String)> = booth_absences::table
        .filter(booth_absences::event_id.eq(event.as_str()))
        .select((booth_absences::participant_id, booth_absences::slot_id))
        .load(db)?;
    let mut away: BTreeMap<String, BTreeSet<SlotId>> = BTreeMap::new();
    for (who, slot) in absences {
        away.entry(who).or_default().insert(SlotId(slot));
    }
    let booth = |(who, number): (String, i32)| Booth {
        away: away.remove(&who).unwrap_or_default(),
        who: ParticipantId(who),
        table: count(number),
    };
    Ok(rows.into_iter().map(booth).collect())
}

/// Says of a table what there is to say; nothing of a plain one.
pub fn put_table(db: &mut Db, event: &EventId, table: &Table) -> Result<(), StoreError> {
    let number = stored(table.number);
    diesel::delete(event_tables::table.find((event.as_str(), number))).execute(db)?;
    if table.is_plain() {
        return Ok(());
    }
    diesel::insert_into(event_tables::table)
        .values((
            event_tables::event_id.eq(event.as_str()),
            event_tables::table_no.eq(number),
            event_tables::name.eq(&table.name),
            event_tables::zone.eq(&table.zone),
            event_tables::type_id.eq(table.kept_for.as_ref().map(TypeId::as_str)),
        ))
        .execute(db)?;
    for slot in &table.missing {
        diesel::insert_into(missing_tables::table)
            .values((
                missing_tables::event_id.eq(event.as_str()),
                missing_tables::table_no.eq(number),
                missing_tables::slot_id.eq(slot.as_str()),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Gives somebody a booth in place of the one they have.
pub fn put_booth(db: &mut Db, event: &EventId, booth: &Booth) -> Result<(), StoreError> {
    forget_booths(db, &[booth.who.as_str()])?;
    diesel::insert_into(booths::table)
        .values((
            booths::participant_id.eq(booth.who.as_str()),
            booths::event_id.eq(event.as_str()),
            booths::table_no.eq(stored(booth.table)),
        ))
        .execute(db)?;
    for slot in &booth.away {
        diesel::insert_into(booth_absences::table)
            .values((
                booth_absences::participant_id.eq(booth.who.as_str()),
                booth_absences::event_id.eq(event.as_str()),
                booth_absences::slot_id.eq(slot.as_str()),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Takes their booths from these people.
pub fn forget_booths(db: &mut Db, people: &[&str]) -> Result<(), StoreError> {
    diesel::delete(booth_absences::table.filter(booth_absences::participant_id.eq_any(people)))
        .execute(db)?;
    diesel::delete(booths::table.filter(booths::participant_id.eq_any(people))).execute(db)?;
    Ok(())
}

/// The booth of somebody who is merged into somebody else, who has none, is theirs.
pub fn give_booth(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    let own: i64 = booths::table.filter(booths::participant_id.eq(to.as_str())).count().get_result(db)?;
    let theirs: Option<(String, i32)> = booths::table
        .find(from.as_str())
        .select((booths::event_id, booths::table_no))
        .first(db)
        .optional()?;
    let Some((event, number)) = theirs.filter(|_| own == 0) else { return Ok(()) };
    let away: Vec<String> = booth_absences::table
        .filter(booth_absences::participant_id.eq(from.as_str()))
        .select(booth_absences::slot_id)
        .load(db)?;
    let away = away.into_iter().map(SlotId).collect();
    put_booth(db, &EventId(event), &Booth { who: to.clone(), table: count(number), away })
}
