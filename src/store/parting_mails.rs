//! Mails that name somebody whose data was deleted, until they are settled.

use diesel::prelude::*;

use super::outbox::BATCHED;
use super::schema::{outbox, parting_mails};
use super::{Db, StoreError};
use crate::domain::mail::MailState;

/// Remembers mails.
pub fn insert(db: &mut Db, mails: &[String]) -> Result<(), StoreError> {
    for id in mails {
        let row = diesel::insert_into(parting_mails::table).values(parting_mails::mail_id.eq(id));
        match db {
            Db::Pg(pg) => row.on_conflict_do_nothing().execute(pg)?,
            Db::Sqlite(sqlite) => row.on_conflict_do_nothing().execute(sqlite)?,
        };
    }
    Ok(())
}

/// Those that have gone, were given up, or are not in the outbox any more.
pub fn list_settled(db: &mut Db) -> Result<Vec<String>, StoreError> {
    let waiting =
        outbox::table.filter(outbox::state.eq_any([MailState::Waiting.code(), BATCHED])).select(outbox::id);
    let settled = parting_mails::table.filter(parting_mails::mail_id.ne_all(waiting));
    Ok(settled.select(parting_mails::mail_id).order(parting_mails::mail_id).load(db)?)
}

/// Forgets that there were these mails.
pub fn delete(db: &mut Db, mails: &[String]) -> Result<(), StoreError> {
    diesel::delete(parting_mails::table.filter(parting_mails::mail_id.eq_any(mails))).execute(db)?;
    Ok(())
}
