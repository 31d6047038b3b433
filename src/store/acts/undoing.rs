//! Puts the rows of an act back: those that it made go, those that it took away come back, of those that it changed the columns
//! that it changed. All of it or nothing, and only if nobody has changed the same since.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error as DieselError};
use serde_json::{Map, Value};

use super::journal::{FREED, Freed, UNDONE};
use super::shapes::Shapes;
use super::{close, name_open, unsent_of};
use crate::domain::ids::{ActId, EventId};
use crate::store::StoreError;
use crate::store::connection::Db;
use crate::store::rows::from_json;
use crate::store::schema::{act_rows, acts};

/// Why an act cannot be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// It is not kept (any more).
    Forgotten,
    /// One of its mails has gone, or is just going.
    MailGone,
    /// Something of it was changed since, or something hangs on it.
    ChangedSince,
}

/// Why nothing is undone: whoever gets it rolls back.
#[derive(Debug, thiserror::Error)]
pub enum UndoError {
    #[error("it cannot be undone: {0:?}")]
    Hindered(Hindrance),
    #[error(transparent)]
    Store(StoreError),
}

impl<E: Into<StoreError>> From<E> for UndoError {
    /// A rule of the schema that the old rows break means that others have taken their place.
    fn from(error: E) -> UndoError {
        match error.into() {
            StoreError::Conflict(_)
            | StoreError::Database(DieselError::DatabaseError(
                DatabaseErrorKind::ForeignKeyViolation
                | DatabaseErrorKind::CheckViolation
                | DatabaseErrorKind::NotNullViolation,
                _,
            )) => UndoError::Hindered(Hindrance::ChangedSince),
            other => UndoError::Store(other),
        }
    }
}

/// Columns that count each change, so that what was seen before is never taken for what is: they go on counting.
const GO_ON: [(&str, &str); 2] = [("participants", "version"), ("meetings", "sequence")];
/// Columns that others count up and down too: the act's part is taken back.
const COUNTED: [(&str, &str); 1] = [("events", "seats_taken")];
/// Columns that stay as they are: numbers that were given are not given again.
const STAY: [(&str, &str); 1] = [("events", "next_seq")];

pub(super) type Row = Map<String, Value>;

/// A row before an act and after it; none where there was none. Of a row that stayed, the columns that were noted.
type Net = (Option<Row>, Option<Row>);

/// What an act came to: by the place of the table in the order, and by key.
type Nets = BTreeMap<(usize, String), Net>;

/// What an act came to, read before the transaction that undoes it: of a large one that takes a while.
pub struct Noted {
    nets: Nets,
    shapes: Shapes,
    /// The number of the last row that was noted.
    last: Option<i32>,
}

/// Reads what was noted of an act.
pub fn noted(db: &mut Db, id: &ActId) -> Result<Noted, StoreError> {
    let shapes = Shapes::read(db)?;
    Ok(Noted { last: last_noted(db, id)?, nets: nets_of(db, &shapes, id, 0)?, shapes })
}

fn last_noted(db: &mut Db, id: &ActId) -> Result<Option<i32>, StoreError> {
    let rows = act_rows::table.filter(act_rows::act_id.eq(id.as_str()));
    Ok(rows.select(diesel::dsl::max(act_rows::number)).first(db)?)
}

/// Undoes an act of an event, whose row is locked.
///
/// # Errors
/// Why it cannot be undone; the transaction is to be rolled back then.
pub fn undo(db: &mut Db, event: &EventId, id: &ActId, noted: &Noted) -> Result<(), UndoError> {
    let found: Option<i32> = acts::table
        .find(id.as_str())
        .filter(acts::event_id.eq(event.as_str()))
        .select(acts::mails)
        .first(db)
        .optional()?;
    let Some(mails) = found else { return Err(UndoError::Hindered(Hindrance::Forgotten)) };
    if take_mails_back(db, id)? != mails {
        return Err(UndoError::Hindered(Hindrance::MailGone));
    }
    let Noted { nets, shapes, last } = noted;
    // It was still being done when it was read.
    if last_noted(db, id)? != *last {
        return Err(UndoError::Hindered(Hindrance::ChangedSince));
    }
    check_as_left(db, shapes, nets)?;
    // What this does is noted in turn, to see that nothing else goes with it.
    diesel::update(acts::table.find(id.as_str())).set(acts::is_open.eq(true)).execute(db)?;
    name_open(db, id.as_str())?;
    put_back(db, shapes, nets)?;
    close(db, id)?;
    let touched = nets_of(db, shapes, id, last.unwrap_or_default())?;
    diesel::delete(acts::table.find(id.as_str())).execute(db)?;
    if touched.keys().all(|key| nets.contains_key(key)) {
        return Ok(());
    }
    Err(UndoError::Hindered(Hindrance::ChangedSince))
}

/// Removes the mails of an act that nobody has begun to send; how many these are.
fn take_mails_back(db: &mut Db, id: &ActId) -> Result<i32, StoreError> {
    let removed = diesel::delete(unsent_of(id.as_str())).execute(db)?;
    Ok(i32::try_from(removed).unwrap_or(i32::MAX))
}

/// What the rows noted after a number come to: of each row the first state and the last one.
fn nets_of(db: &mut Db, shapes: &Shapes, id: &ActId, after: i32) -> Result<Nets, StoreError> {
    let rows: Vec<(String, Option<String>, Option<String>)> = act_rows::table
        .filter(act_rows::act_id.eq(id.as_str()))
        .filter(act_rows::number.gt(after))
        .order(act_rows::number)
        .select((act_rows::table_name, act_rows::old, act_rows::new))
        .load(db)?;
    let mut nets = Nets::new();
    for (table, old, new) in rows {
        let Some(place) = UNDONE.iter().position(|name| *name == table) else { continue };
        let read = |text: Option<String>| text.map(|text| from_json("a noted row", &text)).transpose();
        let (old, new): (Option<Row>, Option<Row>) = (read(old)?, read(new)?);
        let own_mail = |row: &Row| row.get("act_id").and_then(Value::as_str) == Some(id.as_str());
        if table == "outbox" && old.as_ref().is_some_and(own_mail) {
            continue;
        }
        // Where a key changes, one row goes and another comes.
        let keys = [old.as_ref(), new.as_ref()].map(|row| row.map(|row| shapes.key(place, row)));
        match keys {
            [Some(before), Some(after)] if before != after => {
                note(&mut nets, (place, before), old, None);
                note(&mut nets, (place, after), None, new);
            }
            [Some(key), _] | [None, Some(key)] => note(&mut nets, (place, key), old, new),
            [None, None] => {}
        }
    }
    nets.retain(|_, (old, new)| old != new);
    Ok(nets)
}

/// Adds what was noted of a row next: of each column the first state before and the last one after.
fn note(nets: &mut Nets, key: (usize, String), old: Option<Row>, new: Option<Row>) {
    let Some(net) = nets.get_mut(&key) else {
        nets.insert(key, (old, new));
        return;
    };
    if let (Some(first), Some(old)) = (&mut net.0, old) {
        for (column, value) in old {
            first.entry(column).or_insert(value);
        }
    }
    net.1 = match (net.1.take(), new) {
        (Some(mut last), Some(new)) => {
            last.extend(new);
            Some(last)
        }
        (_, new) => new,
    };
}

/// The columns of a row that differ and are put back.
fn differing<'r>(place: usize, old: &'r Row, new: &Row) -> Vec<&'r str> {
    let is_put_back = |column: &str| {
        let own = (UNDONE[place], column);
        !GO_ON.contains(&own) && !COUNTED.contains(&own) && !STAY.contains(&own)
    };
    let differs = |(name, value): &(&'r String, &Value)| new.get(*name) != Some(*value) && is_put_back(name);
    old.iter().filter(differs).map(|(name, _)| name.as_str()).collect()
}

/// Checks that what the act left is still so.
fn check_as_left(db: &mut Db, shapes: &Shapes, nets: &Nets) -> Result<(), UndoError> {
    for (place, of_table) in by_table(nets) {
        let wanted: Vec<&Row> =
            of_table.iter().filter_map(|(_, (old, new))| new.as_ref().or(old.as_ref())).collect();
        let now: BTreeMap<String, Row> = shapes.now(db, place, &wanted)?;
        for (key, (old, new)) in of_table {
            let is_so = match (old, new, now.get(key)) {
                (_, None, found) => found.is_none(),
                (None, Some(new), Some(found)) => differing(place, new, found).is_empty(),
                (Some(old), Some(new), Some(found)) => {
                    differing(place, old, new).iter().all(|column| new.get(*column) == found.get(*column))
                }
                (_, Some(_), None) => false,
            };
            if !is_so {
                return Err(UndoError::Hindered(Hindrance::ChangedSince));
            }
        }
    }
    Ok(())
}

/// The rows of each table, in the order in which tables point to each other.
fn by_table(nets: &Nets) -> BTreeMap<usize, Vec<(&String, &Net)>> {
    let mut tables: BTreeMap<usize, Vec<(&String, &Net)>> = BTreeMap::new();
    for ((place, key), net) in nets {
        tables.entry(*place).or_default().push((key, net));
    }
    tables
}

fn put_back(db: &mut Db, shapes: &Shapes, nets: &Nets) -> Result<(), UndoError> {
    let tables = by_table(nets);
    for (place, of_table) in tables.iter().rev() {
        let made = of_table.iter().filter(|(_, (old, _))| old.is_none());
        let made: Vec<&Row> = made.filter_map(|(_, (_, new))| new.as_ref()).collect();
        shapes.delete(db, *place, &made)?;
    }
    for (place, of_table) in &tables {
        let gone = of_table.iter().filter(|(_, (_, new))| new.is_none());
        let gone: Vec<&Row> = gone.filter_map(|(_, (old, _))| old.as_ref()).collect();
        shapes.insert(db, *place, &gone)?;
    }
    for (place, of_table) in &tables {
        let changed: Vec<(&Row, &Row)> =
            of_table.iter().filter_map(|(_, (old, new))| Some((old.as_ref()?, new.as_ref()?))).collect();
        change_back(db, shapes, *place, &changed)?;
    }
    Ok(())
}

/// Puts back the columns that were changed, and counts on where each change counts.
fn change_back(
    db: &mut Db,
    shapes: &Shapes,
    place: usize,
    changed: &[(&Row, &Row)],
) -> Result<(), UndoError> {
    let freed: Vec<&Freed> = FREED.iter().filter(|one| one.table == UNDONE[place]).collect();
    let of_table = |list: &[(&str, &'static str)]| -> Vec<&'static str> {
        list.iter().filter(|(table, _)| *table == UNDONE[place]).map(|(_, column)| *column).collect()
    };
    let is_idle =
        |row: &Row, (column, value): (&str, &str)| row.get(column).and_then(Value::as_str) == Some(value);
    let holds = |new: &Row| freed.iter().any(|one| !one.idle.is_some_and(|idle| is_idle(new, idle)));
    let frees: Vec<String> = freed.iter().map(|one| format!("{} = {}", one.column, one.free)).collect();
    let held: Vec<&Row> = changed.iter().filter(|(_, new)| holds(new)).map(|(old, _)| *old).collect();
    shapes.set(db, place, &frees.join(", "), &held)?;
    let mut groups: BTreeMap<BTreeSet<&str>, Vec<&Row>> = BTreeMap::new();
    for (old, new) in changed {
        let own = freed.iter().filter(|_| holds(new)).map(|one| one.column);
        groups.entry(differing(place, old, new).into_iter().chain(own).collect()).or_default().push(old);
    }
    for (columns, rows) in &groups {
        shapes.put_back(db, place, (columns, &of_table(&GO_ON)), rows)?;
    }
    for counter in of_table(&COUNTED) {
        for (old, new) in changed {
            let number = |row: &Row| row.get(counter).and_then(Value::as_i64).unwrap_or_default();
            let part = number(new) - number(old);
            shapes.set(db, place, &format!("{counter} = {counter} - ({part})"), &[old])?;
        }
    }
    Ok(())
}
