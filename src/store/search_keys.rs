//! The keys by which people are found, made for those who were stored before there were such keys, or by an earlier rule.

use diesel::prelude::*;

use super::schema::participants;
use super::{Db, StoreError};
use crate::domain::search;

/// Rows that are read and written in one step.
const STEP: i64 = 500;

/// Makes the keys that are missing or of an earlier rule, some hundred at a time.
pub(super) fn fill(db: &mut Db) -> Result<(), StoreError> {
    loop {
        let rows: Vec<(String, String, String)> = participants::table
            .filter(participants::search_key.not_like(format!("{}%", search::KEY_START)))
            .filter(participants::name.ne("").or(participants::organisation.ne("")))
            .select((participants::id, participants::name, participants::organisation))
            .limit(STEP)
            .load(db)?;
        if rows.is_empty() {
            return Ok(());
        }
        db.transaction::<_, StoreError, _>(|db| {
            for (id, name, organisation) in &rows {
                // Whoever changed the name meanwhile has made the key too.
                let unchanged = participants::table
                    .find(id)
                    .filter(participants::name.eq(name))
                    .filter(participants::organisation.eq(organisation));
                diesel::update(unchanged)
                    .set(participants::search_key.eq(search::key(&[name, organisation])))
                    .execute(db)?;
            }
            Ok(())
        })?;
    }
}
