//! Makes people nameless: what only they are gone for goes, what is counted stays without them.

use chrono::{DateTime, Utc};
use diesel::prelude::*;

use super::outbox::BATCHED;
use super::schema::{
    address_changes, answers, attended_blocks, attended_sessions, calendar_choices, calendar_entries,
    check_ins, consents, contact_offers, declined_wishes, directory_visits, feeds, import_layouts, interests,
    invitations, links, log, mailing_recipients, meeting_reports, meetings, outbox, pair_rules,
    participant_notes, participant_tags, participants, plan_news, proposals, registration_forms,
    registrations, reminders, sent_forms, session_invitations, session_places, unsubscribe_links,
    unsubscribed, uploads, wishes,
};
use super::{Db, StoreError, direct_messages, domain_alarms, floor, round_steps};
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::mail::{MailKind, MailState};

/// What stands for a subject that named somebody.
pub const ERASED_SUBJECT: &str = "…";

/// Every participant of an event, nameless ones too.
pub fn ids_of(db: &mut Db, event: &EventId) -> Result<Vec<ParticipantId>, StoreError> {
    let ids: Vec<String> = participants::table
        .filter(participants::event_id.eq(event.as_str()))
        .select(participants::id)
        .order(participants::id)
        .load(db)?;
    Ok(ids.into_iter().map(ParticipantId).collect())
}

/// Takes from participants everything that tells who they are. Country, kind of organisation, participant type and the
/// states of registrations and meetings stay, to be counted.
pub fn forget_people(db: &mut Db, ids: &[&ParticipantId]) -> Result<(), StoreError> {
    // SQLite takes 32,766 parameters in a statement.
    for part in ids.chunks(5_000) {
        let ids: Vec<&str> = part.iter().map(|id| id.as_str()).collect();
        forget_profiles(db, &ids)?;
        forget_relations(db, &ids)?;
    }
    Ok(())
}

fn forget_profiles(db: &mut Db, ids: &[&str]) -> Result<(), StoreError> {
    diesel::update(participants::table.filter(participants::id.eq_any(ids)))
        .set((
            participants::email.eq(None::<String>),
            participants::email_key.eq(None::<String>),
            participants::name.eq(""),
            participants::organisation.eq(""),
            participants::search_key.eq(""),
            participants::languages.eq(""),
            participants::listed.eq(false),
            participants::shown.eq(""),
            participants::version.eq(participants::version + 1),
        ))
        .execute(db)?;
    // The reference is known to the person alone; a row needs one of its own.
    diesel::update(registrations::table.filter(registrations::participant_id.eq_any(ids)))
        .set(registrations::code.eq(registrations::participant_id))
        .execute(db)?;
    diesel::delete(answers::table.filter(answers::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(interests::table.filter(interests::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(attended_blocks::table.filter(attended_blocks::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(attended_sessions::table.filter(attended_sessions::participant_id.eq_any(ids)))
        .execute(db)?;
    floor::forget_booths(db, ids)?;
    diesel::delete(session_places::table.filter(session_places::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(session_invitations::table.filter(session_invitations::participant_id.eq_any(ids)))
        .execute(db)?;
    Ok(())
}

fn forget_relations(db: &mut Db, ids: &[&str]) -> Result<(), StoreError> {
    diesel::delete(wishes::table.filter(wishes::from_id.eq_any(ids).or(wishes::to_id.eq_any(ids))))
        .execute(db)?;
    let proposed = proposals::from_id.eq_any(ids).or(proposals::to_id.eq_any(ids));
    diesel::delete(proposals::table.filter(proposed)).execute(db)?;
    let given = contact_offers::from_id.eq_any(ids).or(contact_offers::to_id.eq_any(ids));
    diesel::delete(contact_offers::table.filter(given)).execute(db)?;
    let declined = declined_wishes::from_id.eq_any(ids).or(declined_wishes::to_id.eq_any(ids));
    diesel::delete(declined_wishes::table.filter(declined)).execute(db)?;
    direct_messages::forget_people(db, ids)?;
    forget_reports(db, ids)?;
    diesel::delete(pair_rules::table.filter(pair_rules::a_id.eq_any(ids).or(pair_rules::b_id.eq_any(ids))))
        .execute(db)?;
    diesel::delete(sent_forms::table.filter(sent_forms::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(links::table.filter(links::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(address_changes::table.filter(address_changes::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(invitations::table.filter(invitations::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(feeds::table.filter(feeds::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(calendar_choices::table.filter(calendar_choices::participant_id.eq_any(ids)))
        .execute(db)?;
    diesel::delete(plan_news::table.filter(plan_news::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(calendar_entries::table.filter(calendar_entries::participant_id.eq_any(ids)))
        .execute(db)?;
    diesel::delete(reminders::table.filter(reminders::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(unsubscribe_links::table.filter(unsubscribe_links::participant_id.eq_any(ids)))
        .execute(db)?;
    diesel::delete(unsubscribed::table.filter(unsubscribed::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(mailing_recipients::table.filter(mailing_recipients::participant_id.eq_any(ids)))
        .execute(db)?;
    diesel::delete(participant_notes::table.filter(participant_notes::participant_id.eq_any(ids)))
        .execute(db)?;
    diesel::delete(participant_tags::table.filter(participant_tags::participant_id.eq_any(ids)))
        .execute(db)?;
    diesel::delete(check_ins::table.filter(check_ins::participant_id.eq_any(ids))).execute(db)?;
    diesel::delete(directory_visits::table.filter(directory_visits::participant_id.eq_any(ids)))
        .execute(db)?;
    diesel::delete(consents::table.filter(consents::participant_id.eq_any(ids))).execute(db)?;
    round_steps::forget_people(db, ids)?;
    diesel::update(log::table.filter(log::subject_id.eq_any(ids))).set(log::detail.eq("")).execute(db)?;
    Ok(())
}

/// What people said of their meetings goes; of what partners said of them, that it was said is counted.
fn forget_reports(db: &mut Db, ids: &[&str]) -> Result<(), StoreError> {
    diesel::delete(meeting_reports::table.filter(meeting_reports::by_id.eq_any(ids))).execute(db)?;
    let theirs = meetings::table
        .filter(meetings::a_id.eq_any(ids).or(meetings::b_id.eq_any(ids)))
        .select(meetings::id);
    diesel::update(meeting_reports::table.filter(meeting_reports::meeting_id.eq_any(theirs)))
        .set(meeting_reports::note.eq(""))
        .execute(db)?;
    Ok(())
}

/// Takes the address out of every mail to a participant, and out of those of the event that went to the address
/// otherwise. What has not gone yet never goes. Gives the mails' ids.
pub fn forget_mails_to(
    db: &mut Db,
    event: &EventId,
    who: &ParticipantId,
    email_key: &str,
) -> Result<Vec<String>, StoreError> {
    let to_address =
        outbox::event_id.eq(event.as_str()).and(super::rows::lower(outbox::recipient).eq(email_key));
    let ids: Vec<String> = outbox::table
        .filter(outbox::participant_id.eq(who.as_str()).or(to_address.assume_not_null()))
        .select(outbox::id)
        .load(db)?;
    forget_mails(db, &ids)?;
    if let Some((_, domain)) = email_key.rsplit_once('@') {
        // What a server said of a mail may name whom it was for.
        domain_alarms::delete(db, domain)?;
    }
    Ok(ids)
}

/// The same for every mail of an event.
pub fn forget_mails_of_event(db: &mut Db, event: &EventId) -> Result<Vec<String>, StoreError> {
    let domains: Vec<String> = outbox::table
        .filter(outbox::event_id.eq(event.as_str()))
        .select(outbox::recipient_domain)
        .distinct()
        .load(db)?;
    domains.iter().try_for_each(|domain| domain_alarms::delete(db, domain))?;
    let ids: Vec<String> =
        outbox::table.filter(outbox::event_id.eq(event.as_str())).select(outbox::id).load(db)?;
    forget_mails(db, &ids)?;
    Ok(ids)
}

/// The same for the mails in which a colleague wrote to an address.
pub fn forget_invitations_to(
    db: &mut Db,
    event: &EventId,
    email_key: &str,
) -> Result<Vec<String>, StoreError> {
    let ids: Vec<String> = outbox::table
        .filter(outbox::event_id.eq(event.as_str()))
        .filter(outbox::kind.eq(MailKind::ColleagueInvited.code()))
        .filter(super::rows::lower(outbox::recipient).eq(email_key))
        .select(outbox::id)
        .load(db)?;
    forget_mails(db, &ids)?;
    Ok(ids)
}

/// The same for mails of these kinds that were written before a time.
pub fn forget_mails_before(
    db: &mut Db,
    kinds: &[MailKind],
    before: DateTime<Utc>,
) -> Result<Vec<String>, StoreError> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.code()).collect();
    let ids: Vec<String> = outbox::table
        .filter(outbox::kind.eq_any(kinds))
        .filter(outbox::created_at.lt(before.naive_utc()))
        .filter(outbox::recipient.ne(""))
        .select(outbox::id)
        .load(db)?;
    forget_mails(db, &ids)?;
    Ok(ids)
}

/// Takes address and text out of these mails; those that wait are removed.
pub fn forget_mails(db: &mut Db, ids: &[String]) -> Result<(), StoreError> {
    for ids in ids.chunks(5_000) {
        let waiting = outbox::state.eq_any([MailState::Waiting.code(), BATCHED]);
        diesel::delete(outbox::table.filter(outbox::id.eq_any(ids)).filter(waiting)).execute(db)?;
        diesel::update(outbox::table.filter(outbox::id.eq_any(ids)))
            .set((
                outbox::recipient.eq(""),
                outbox::subject.eq(ERASED_SUBJECT),
                outbox::mime.eq(""),
                outbox::problem.eq(""),
                outbox::recipient_domain.eq(""),
                outbox::bounce_hash.eq(None::<String>),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// Id, subject and text of the event's mails whose subject may hold this text, or whose text is still kept since they wait or
/// could not be delivered.
pub fn mails_that_may_name(
    db: &mut Db,
    event: &EventId,
    name: &str,
) -> Result<Vec<(String, String, String)>, StoreError> {
    let like = format!("%{}%", name.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
    Ok(outbox::table
        .filter(outbox::event_id.eq(event.as_str()))
        .filter(outbox::subject.like(like).escape('\\').or(outbox::mime.ne("")))
        .select((outbox::id, outbox::subject, outbox::mime))
        .load(db)?)
}

/// Forgets the subject of a mail to somebody else; the mail itself, if it still waits, says it to its reader.
pub fn forget_subject(db: &mut Db, id: &str) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id)).set(outbox::subject.eq(ERASED_SUBJECT)).execute(db)?;
    Ok(())
}

/// Forgets the text of a mail that could not be delivered.
pub fn forget_body(db: &mut Db, id: &str) -> Result<(), StoreError> {
    diesel::update(outbox::table.find(id)).set(outbox::mime.eq("")).execute(db)?;
    Ok(())
}

/// Deletes the registration forms of an event in which this address was typed.
pub fn delete_drafts(db: &mut Db, event: &EventId, email_key: &str) -> Result<(), StoreError> {
    let theirs =
        registration_forms::event_id.eq(event.as_str()).and(registration_forms::email_key.eq(email_key));
    diesel::delete(registration_forms::table.filter(theirs)).execute(db)?;
    Ok(())
}

/// Deletes every registration form and every uploaded list of an event.
pub fn delete_drafts_and_uploads(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    diesel::delete(registration_forms::table.filter(registration_forms::event_id.eq(event.as_str())))
        .execute(db)?;
    diesel::delete(uploads::table.filter(uploads::event_id.eq(event.as_str()))).execute(db)?;
    diesel::delete(import_layouts::table.filter(import_layouts::event_id.eq(event.as_str()))).execute(db)?;
    Ok(())
}

/// Deletes the uploaded lists of an event in which one of these texts stands, or may stand: spreadsheets are packed, and other
/// encodings write other bytes. What is remembered of lists goes where it holds such a text.
pub fn delete_uploads_with(db: &mut Db, event: &EventId, texts: &[String]) -> Result<(), StoreError> {
    let files: Vec<(String, Vec<u8>)> = uploads::table
        .filter(uploads::event_id.eq(event.as_str()))
        .select((uploads::id, uploads::content))
        .load(db)?;
    let holds = |content: &str| {
        let content = content.to_lowercase();
        texts.iter().any(|text| content.contains(&text.to_lowercase()))
    };
    for (id, content) in files {
        let is_plain = !content.starts_with(b"PK") && !content.contains(&0);
        let plain = std::str::from_utf8(&content).ok().filter(|_| is_plain);
        if plain.is_none_or(holds) {
            diesel::delete(uploads::table.find(id)).execute(db)?;
        }
    }
    let layouts: Vec<(String, String)> = import_layouts::table
        .filter(import_layouts::event_id.eq(event.as_str()))
        .select((import_layouts::layout, import_layouts::choices))
        .load(db)?;
    for (layout, _) in layouts.iter().filter(|(_, choices)| holds(choices)) {
        diesel::delete(import_layouts::table.find((event.as_str(), layout))).execute(db)?;
    }
    Ok(())
}
