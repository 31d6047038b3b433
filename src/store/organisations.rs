//! How the organisations of an event are spelled.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::schema::participants;
use super::{Db, StoreError};
use crate::domain::ids::EventId;

/// Every spelling, with how many people have it.
pub fn count_spellings(db: &mut Db, event: &EventId) -> Result<BTreeMap<String, usize>, StoreError> {
    let rows: Vec<(String, i64)> = participants::table
        .filter(participants::event_id.eq(event.as_str()))
        .filter(participants::organisation.ne(""))
        .group_by(participants::organisation)
        .select((participants::organisation, count_star()))
        .load(db)?;
    Ok(rows.into_iter().map(|(name, people)| (name, usize::try_from(people).unwrap_or_default())).collect())
}
