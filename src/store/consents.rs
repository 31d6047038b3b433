//! What participants agreed to and took back: rows are only ever added, and go with their person.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::error::known;
use super::rows::utc;
use super::schema::consents;
use super::{Db, StoreError};
use crate::domain::consent::{Consent, ConsentPurpose};
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;

/// Adds a consent, or that it was taken back.
pub fn insert(db: &mut Db, id: &str, who: &ParticipantId, consent: &Consent) -> Result<(), StoreError> {
    diesel::insert_into(consents::table)
        .values((
            consents::id.eq(id),
            consents::participant_id.eq(who.as_str()),
            consents::purpose.eq(consent.purpose.code()),
            consents::given.eq(consent.given),
            consents::text_version.eq(&consent.text_version),
            consents::lang.eq(consent.lang.code()),
            consents::at.eq(consent.at.naive_utc()),
        ))
        .execute(db)?;
    Ok(())
}

/// Everything that a participant agreed to or took back, oldest first.
pub fn list(db: &mut Db, who: &ParticipantId) -> Result<Vec<Consent>, StoreError> {
    type Row = (String, bool, String, String, NaiveDateTime);
    let rows: Vec<Row> = consents::table
        .filter(consents::participant_id.eq(who.as_str()))
        .order((consents::at, consents::id))
        .select((consents::purpose, consents::given, consents::text_version, consents::lang, consents::at))
        .load(db)?;
    let consent = |(purpose, given, text_version, lang, at): Row| {
        Ok(Consent {
            purpose: known("consent", &purpose, ConsentPurpose::parse(&purpose))?,
            given,
            text_version,
            lang: known("language", &lang, Lang::parse(&lang))?,
            at: utc(at),
        })
    };
    rows.into_iter().map(consent).collect()
}
