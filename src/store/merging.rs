//! Rows that go from one participant to another who is the same person.

use diesel::prelude::*;

use super::schema::{consents, declined_wishes, links, log, outbox};
use super::{Db, StoreError};
use crate::domain::consent::OptionalPurpose;
use crate::domain::ids::ParticipantId;
use crate::store::links::LinkPurpose;

/// Gives the personal links, the mails and the history of one to the other: links in earlier mails go on opening.
pub fn give_links_and_history(
    db: &mut Db,
    from: &ParticipantId,
    to: &ParticipantId,
) -> Result<(), StoreError> {
    let personal = links::table
        .filter(links::participant_id.eq(from.as_str()))
        .filter(links::purpose.eq(LinkPurpose::Personal.code()));
    diesel::update(personal).set(links::participant_id.eq(to.as_str())).execute(db)?;
    diesel::update(outbox::table.filter(outbox::participant_id.eq(from.as_str())))
        .set(outbox::participant_id.eq(to.as_str()))
        .execute(db)?;
    diesel::update(log::table.filter(log::subject_id.eq(from.as_str())))
        .set(log::subject_id.eq(to.as_str()))
        .execute(db)?;
    Ok(())
}

/// Gives what one said of the event's own purposes to the other, who has said nothing of them.
pub fn give_consents(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    for purpose in OptionalPurpose::ALL {
        let said = |who: &ParticipantId| {
            consents::participant_id.eq(who.0.clone()).and(consents::purpose.eq(purpose.code()))
        };
        if consents::table.filter(said(to)).count().get_result::<i64>(db)? == 0 {
            diesel::update(consents::table.filter(said(from)))
                .set(consents::participant_id.eq(to.as_str()))
                .execute(db)?;
        }
    }
    Ok(())
}

/// Gives the wishes that were declined, by one or of one, to the other.
pub fn give_declined(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    type Row = (String, String, chrono::NaiveDateTime);
    let theirs = declined_wishes::from_id.eq(from.as_str()).or(declined_wishes::to_id.eq(from.as_str()));
    let rows: Vec<Row> = declined_wishes::table.filter(theirs).load(db)?;
    for (wished, declined, at) in rows {
        let other = |id: String| if id == from.0 { to.0.clone() } else { id };
        let (wished, declined) = (other(wished), other(declined));
        let known = declined_wishes::table.find((&wished, &declined)).count().get_result::<i64>(db)?;
        if wished != declined && known == 0 {
            let row = (
                declined_wishes::from_id.eq(wished),
                declined_wishes::to_id.eq(declined),
                declined_wishes::declined_at.eq(at),
            );
            diesel::insert_into(declined_wishes::table).values(row).execute(db)?;
        }
    }
    Ok(())
}
