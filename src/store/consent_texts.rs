//! The texts with which events ask for what nobody has to agree to, in all their versions.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::error::known;
use super::rows::{count, from_json, stored, to_json, utc};
use super::schema::consent_texts;
use super::{Db, StoreError};
use crate::domain::consent::{ConsentText, ConsentTextId, OptionalPurpose};
use crate::domain::ids::EventId;

#[derive(HasQuery, Insertable)]
#[diesel(table_name = consent_texts)]
struct Row {
    event_id: String,
    purpose: String,
    version: i32,
    text: String,
    asked: bool,
    created_at: NaiveDateTime,
}

impl Row {
    fn into_text(self) -> Result<ConsentText, StoreError> {
        Ok(ConsentText {
            purpose: known("consent", &self.purpose, OptionalPurpose::parse(&self.purpose))?,
            version: count(self.version),
            text: from_json("text of a consent", &self.text)?,
            asked: self.asked,
            created_at: utc(self.created_at),
        })
    }
}

/// Every version of every text of an event, by purpose, oldest first.
pub fn list(db: &mut Db, event: &EventId) -> Result<Vec<ConsentText>, StoreError> {
    let rows: Vec<Row> = Row::query()
        .filter(consent_texts::event_id.eq(event.as_str()))
        .order(consent_texts::version)
        .load(db)?;
    let mut texts = rows.into_iter().map(Row::into_text).collect::<Result<Vec<_>, _>>()?;
    texts.sort_by_key(|text| (text.purpose, text.version));
    Ok(texts)
}

/// One text of an event, if there is such a version.
pub fn find(db: &mut Db, event: &EventId, id: ConsentTextId) -> Result<Option<ConsentText>, StoreError> {
    let key = (event.as_str(), id.purpose.code(), stored(id.version));
    let row: Option<Row> = Row::query().find(key).first(db).optional()?;
    row.map(Row::into_text).transpose()
}

/// Adds a version.
pub fn insert(db: &mut Db, event: &EventId, text: &ConsentText) -> Result<(), StoreError> {
    let row = Row {
        event_id: event.0.clone(),
        purpose: text.purpose.code().to_string(),
        version: stored(text.version),
        text: to_json("text of a consent", &text.text)?,
        asked: text.asked,
        created_at: text.created_at.naive_utc(),
    };
    diesel::insert_into(consent_texts::table).values(row).execute(db)?;
    Ok(())
}

/// Sets whether participants are asked for a purpose.
pub fn set_asked(
    db: &mut Db,
    event: &EventId,
    purpose: OptionalPurpose,
    asked: bool,
) -> Result<(), StoreError> {
    let of_purpose =
        consent_texts::event_id.eq(event.as_str()).and(consent_texts::purpose.eq(purpose.code()));
    diesel::update(consent_texts::table.filter(of_purpose))
        .set(consent_texts::asked.eq(asked))
        .execute(db)?;
    Ok(())
}
