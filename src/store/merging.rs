//! Rows that go from one participant to another who is the same person.

use diesel::prelude::*;

use super::check_ins::standing;
use super::schema::{
    check_ins, consents, declined_wishes, directory_visits, feeds, links, log, mailing_recipients, outbox,
    participant_notes, unsubscribe_links, unsubscribed,
};
use super::{Db, StoreError, tags};
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

/// Gives everything that one agreed to or took back to the other, in place of what the other has.
pub fn replace_consents(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    diesel::delete(consents::table.filter(consents::participant_id.eq(to.as_str()))).execute(db)?;
    diesel::update(consents::table.filter(consents::participant_id.eq(from.as_str())))
        .set(consents::participant_id.eq(to.as_str()))
        .execute(db)?;
    Ok(())
}

/// Gives that one wants no reminders or no mailings, the links with which they said so, which mailings they get, that they have looked
/// at the list of people, and the calendar that they follow, to the other who has none of it.
pub fn give_subscriptions(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    diesel::update(unsubscribe_links::table.filter(unsubscribe_links::participant_id.eq(from.as_str())))
        .set(unsubscribe_links::participant_id.eq(to.as_str()))
        .execute(db)?;
    let known: Vec<String> = unsubscribed::table
        .filter(unsubscribed::participant_id.eq(to.as_str()))
        .select(unsubscribed::series)
        .load(db)?;
    let theirs = unsubscribed::participant_id.eq(from.as_str()).and(unsubscribed::series.ne_all(known));
    diesel::update(unsubscribed::table.filter(theirs))
        .set(unsubscribed::participant_id.eq(to.as_str()))
        .execute(db)?;
    let known: Vec<String> = mailing_recipients::table
        .filter(mailing_recipients::participant_id.eq(to.as_str()))
        .select(mailing_recipients::mailing_id)
        .load(db)?;
    let theirs = mailing_recipients::participant_id
        .eq(from.as_str())
        .and(mailing_recipients::mailing_id.ne_all(known));
    diesel::update(mailing_recipients::table.filter(theirs))
        .set(mailing_recipients::participant_id.eq(to.as_str()))
        .execute(db)?;
    if directory_visits::table.find(to.as_str()).count().get_result::<i64>(db)? == 0 {
        diesel::update(directory_visits::table.find(from.as_str()))
            .set(directory_visits::participant_id.eq(to.as_str()))
            .execute(db)?;
    }
    if feeds::table.find(to.as_str()).count().get_result::<i64>(db)? == 0 {
        diesel::update(feeds::table.filter(feeds::participant_id.eq(from.as_str())))
            .set(feeds::participant_id.eq(to.as_str()))
            .execute(db)?;
    }
    Ok(())
}

/// Gives what organisers noted about one, and their tags, to the other.
pub fn give_notes_and_tags(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    diesel::update(participant_notes::table.filter(participant_notes::participant_id.eq(from.as_str())))
        .set(participant_notes::participant_id.eq(to.as_str()))
        .execute(db)?;
    for tag in tags::list_of(db, from)? {
        tags::give(db, &[to], &tag)?;
    }
    Ok(())
}

/// Gives that one came to the other. Who came as both came once.
pub fn give_check_ins(db: &mut Db, from: &ParticipantId, to: &ParticipantId) -> Result<(), StoreError> {
    let theirs = || check_ins::table.filter(check_ins::participant_id.eq(from.as_str()));
    if standing(db, to)?.is_some() {
        diesel::delete(theirs().filter(check_ins::undone_at.is_null())).execute(db)?;
    }
    diesel::update(theirs()).set(check_ins::participant_id.eq(to.as_str())).execute(db)?;
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
