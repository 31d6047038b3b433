//! What participants agreed to and took back: rows are only ever added, and go with their person. The last one on each
//! purpose is marked.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::consents;
use super::{Db, StoreError};
use crate::domain::consent::{Consent, ConsentPurpose};
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;

#[derive(HasQuery)]
#[diesel(table_name = consents)]
struct ConsentRow {
    participant_id: String,
    purpose: String,
    given: bool,
    text_version: String,
    lang: String,
    at: NaiveDateTime,
}

impl ConsentRow {
    fn into_consent(self) -> Result<Consent, StoreError> {
        Ok(Consent {
            purpose: known("consent", &self.purpose, ConsentPurpose::parse(&self.purpose))?,
            given: self.given,
            text_version: self.text_version,
            lang: known("language", &self.lang, Lang::parse(&self.lang))?,
            at: utc(self.at),
        })
    }
}

/// Adds a consent, or that it was taken back: from now on the last word on its purpose.
pub fn insert(db: &mut Db, id: &str, who: &ParticipantId, consent: &Consent) -> Result<(), StoreError> {
    let before = consents::participant_id
        .eq(who.as_str())
        .and(consents::purpose.eq(consent.purpose.code()))
        .and(consents::latest);
    diesel::update(consents::table.filter(before)).set(consents::latest.eq(false)).execute(db)?;
    diesel::insert_into(consents::table)
        .values((
            consents::id.eq(id),
            consents::participant_id.eq(who.as_str()),
            consents::purpose.eq(consent.purpose.code()),
            consents::given.eq(consent.given),
            consents::text_version.eq(&consent.text_version),
            consents::lang.eq(consent.lang.code()),
            consents::at.eq(consent.at.naive_utc()),
            consents::latest.eq(true),
        ))
        .execute(db)?;
    Ok(())
}

/// Everything that a participant agreed to or took back, oldest first.
pub fn list(db: &mut Db, who: &ParticipantId) -> Result<Vec<Consent>, StoreError> {
    let rows = ConsentRow::query()
        .filter(consents::participant_id.eq(who.as_str()))
        .order((consents::at, consents::id))
        .load(db)?;
    rows.into_iter().map(ConsentRow::into_consent).collect()
}

/// What each of several participants agrees to now; whoever agrees to nothing is left out.
pub fn standing(
    db: &mut Db,
    ids: &[&ParticipantId],
) -> Result<HashMap<ParticipantId, Vec<Consent>>, StoreError> {
    let mut found: HashMap<ParticipantId, Vec<Consent>> = HashMap::new();
    // SQLite takes 32,766 parameters in a statement.
    for part in ids.chunks(5_000) {
        let ids: Vec<&str> = part.iter().map(|id| id.as_str()).collect();
        let rows: Vec<ConsentRow> = ConsentRow::query()
            .filter(consents::participant_id.eq_any(&ids))
            .filter(consents::latest)
            .filter(consents::given)
            .order((consents::at, consents::id))
            .load(db)?;
        for row in rows {
            let who = ParticipantId(row.participant_id.clone());
            found.entry(who).or_default().push(row.into_consent()?);
        }
    }
    Ok(found)
}
