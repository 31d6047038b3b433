//! The people whom an organiser's filter finds, in the order in which a list shows them.
//!
//! They are sorted here and not by the database: SQLite knows no order but that of codes, that of Postgres is the operating
//! system's, and a stored key for each language would have to be made anew with each newer version of the rules. Reading and
//! sorting the names of 10,000 people takes some hundredths of a second; the rest of a page is read for its 50 rows alone.

use std::collections::HashSet;

use crate::domain::alphabet::{Alphabet, Place};
use crate::domain::codes::codes;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::lang::Lang;
use crate::store::registrations::{self, Filter, Named};
use crate::store::{Db, StoreError};

codes! {
    /// By what a list of people is ordered; its word is `participants-order-CODE`.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    pub enum ListOrder {
        #[default]
        Name = "name",
        Organisation = "organisation",
        /// Who came last comes first.
        Newest = "newest",
    }
}

/// Which people an organiser wants to see, in which order, in whose language.
#[derive(Debug, Clone, Default)]
pub struct Listing {
    pub filter: Filter,
    pub order: ListOrder,
    pub lang: Lang,
}

/// Whom words of names and organisations find; nothing where no words are given.
pub(super) fn searched(
    db: &mut Db,
    event: &EventId,
    words: &str,
) -> Result<Option<HashSet<ParticipantId>>, StoreError> {
    if words.is_empty() {
        return Ok(None);
    }
    let found = registrations::named(db, event, words)?;
    Ok(Some(found.into_iter().map(|one| one.id).collect()))
}

/// Whom a listing finds, in its order. Among equals the newest comes first, so that pages do not overlap.
pub(super) fn found(
    db: &mut Db,
    event: &EventId,
    listing: &Listing,
) -> Result<Vec<ParticipantId>, StoreError> {
    let mut people = registrations::names(db, event, &listing.filter)?;
    let alphabet = Alphabet::of(listing.lang);
    let place = |one: &Named| -> Place {
        match listing.order {
            ListOrder::Name => alphabet.by_name(&one.name, &one.organisation),
            ListOrder::Organisation => alphabet.by_organisation(&one.name, &one.organisation),
            ListOrder::Newest => Place::default(),
        }
    };
    people.sort_by_cached_key(place);
    Ok(people.into_iter().map(|one| one.id).collect())
}
