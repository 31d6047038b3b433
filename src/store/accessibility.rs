//! What organisers state about the accessibility of their events' pages.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::rows::{from_json, to_json};
use super::schema::accessibility_statements as statements;
use super::{Db, StoreError};
use crate::domain::accessibility::Statement;
use crate::domain::ids::EventId;

#[derive(HasQuery, Insertable)]
#[diesel(table_name = statements)]
struct Row {
    event_id: String,
    checked_on: Option<NaiveDate>,
    limits: String,
    phone: String,
    enforcement: String,
    easy_language: String,
    sign_language: String,
}

/// An event's statement; an empty one if its organiser has made none.
pub fn get(db: &mut Db, event: &EventId) -> Result<Statement, StoreError> {
    let row: Option<Row> = Row::query().find(event.as_str()).first(db).optional()?;
    let Some(row) = row else { return Ok(Statement::default()) };
    Ok(Statement {
        checked_on: row.checked_on,
        limits: from_json("limits of accessibility", &row.limits)?,
        phone: row.phone,
        enforcement: from_json("enforcement", &row.enforcement)?,
        easy_language: row.easy_language,
        sign_language: row.sign_language,
    })
}

/// Stores an event's statement in place of the one before. The event's row is locked.
pub fn set(db: &mut Db, event: &EventId, statement: &Statement) -> Result<(), StoreError> {
    diesel::delete(statements::table.find(event.as_str())).execute(db)?;
    let row = Row {
        event_id: event.0.clone(),
        checked_on: statement.checked_on,
        limits: to_json("limits of accessibility", &statement.limits)?,
        phone: statement.phone.clone(),
        enforcement: to_json("enforcement", &statement.enforcement)?,
        easy_language: statement.easy_language.clone(),
        sign_language: statement.sign_language.clone(),
    };
    diesel::insert_into(statements::table).values(row).execute(db)?;
    Ok(())
}
