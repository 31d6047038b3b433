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

type Row = (String, bool, String, String, NaiveDateTime);

const COLUMNS: (consents::purpose, consents::given, consents::text_version, consents::lang, consents::at) =
    (consents::purpose, consents::given, consents::text_version, consents::lang, consents::at);

fn consent((purpose, given, text_version, lang, at): Row) -> Result<Consent, StoreError> {
    Ok(Consent {
        purpose: known("consent", &purpose, ConsentPurpose::parse(&purpose))?,
        given,
        text_version,
        lang: known("language", &lang, Lang::parse(&lang))?,
        at: utc(at),
    })
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
    let rows: Vec<Row> = consents::table
        .filter(consents::participant_id.eq(who.as_str()))
        .order((consents::at, consents::id))
        .select(COLUMNS)
        .load(db)?;
    rows.into_iter().map(consent).collect()
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
        let rows: Vec<(String, Row)> = consents::table
            .filter(consents::participant_id.eq_any(&ids))
            .filter(consents::latest)
            .filter(consents::given)
            .order((consents::at, consents::id))
            .select((consents::participant_id, COLUMNS))
            .load(db)?;
        for (who, row) in rows {
            found.entry(ParticipantId(who)).or_default().push(consent(row)?);
        }
    }
    Ok(found)
}
