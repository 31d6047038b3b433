//! Deleting people: one who asks for it, or everyone of an event that is long over. Rows that are counted stay, without
//! anything that tells whose they were.
//!
//! Invariant: who is deleted is nowhere. What is counted is emptied, the rest deleted, and then the journal; a new table or
//! column about people stands in `domain/personal_data.rs`, or a test fails.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::access::Actor;
use super::access::OwnAccess;
use super::announcements::{everything_due, may_delete};
use super::log::{note, note_by_system};
use super::post::post;
use super::proposals::ending::end_all_of;
use super::registrations::{self, ChangeError};
use super::trusted_time::trusted;
use super::tx::{Tx, write, write_at};
use super::{Fault, meetings};
use crate::app::App;
use crate::domain::change;
use crate::domain::deletion::{days_after, latest_today};
use crate::domain::event::Event;
use crate::domain::ids::{MailId, ParticipantId};
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::domain::text;
use crate::mail::transport::Mailer;
use crate::mail::{messages, reading};
use crate::store::{
    self, Db, StoreError, blocked_addresses, erasure, events, log, mail_requests, participants, questions,
    registration_forms,
};

/// Shortest name that is looked for in the subjects of others' mails: shorter ones stand in other words.
const SHORTEST_NAME: usize = 3;

/// Whether a last mail will tell a participant that everything is deleted.
pub fn will_be_told(app: &App, participant: &Participant) -> Result<bool, Fault> {
    app.store.read(|db| Ok(is_reachable(db, participant)?))
}

/// Deletes everything about a participant: cancels their meetings and tells the partners, frees the seat, mails the
/// person once more, and makes what must stay nameless. Whoever is deleted already stays so. Gives whether a last mail
/// goes.
pub fn erase(app: &App, own: &OwnAccess) -> Result<bool, ChangeError> {
    let id = own.id();
    let (mails, told) = write(app, |tx| {
        let event = participants::get(tx.db, id)?.event;
        let event = events::lock(tx.db, &event)?;
        let participant = participants::get(tx.db, id)?;
        if participant.profile.person.is_erased() {
            return Ok::<_, Fault>((Vec::new(), false));
        }
        leave(tx, &event, &participant)?;
        let reachable = is_reachable(tx.db, &participant)?;
        let mails = forget(tx, &event, &participant, own.actor())?;
        if reachable {
            post(tx, |context| messages::erased(context, &event, &participant))?;
        }
        registrations::fill_seats(tx, &event.id)?;
        Ok((mails, reachable))
    })?;
    remove_files(app, &mails);
    scrub(app);
    Ok(told)
}

/// Whether a last mail can arrive: it would keep an address for ever from which mail comes back.
fn is_reachable(db: &mut Db, participant: &Participant) -> Result<bool, StoreError> {
    match &participant.profile.person.email {
        Some(email) => Ok(blocked_addresses::find(db, email)?.is_none()),
        None => Ok(false),
    }
}

/// Ends the registration: partners are told, the seat is free.
fn leave(tx: &mut Tx<'_>, event: &Event, participant: &Participant) -> Result<(), Fault> {
    let registration = store::registrations::get(tx.db, &participant.id)?;
    if registration.state.is_live() {
        end_all_of(tx, event, &participant.id)?;
        meetings::cancel_silently(tx, event, participant)?;
        registrations::change_state(tx.db, event, &registration, RegistrationState::Cancelled, tx.now)?;
    } else if registration.state == RegistrationState::Invited {
        store::registrations::update_state(tx.db, &participant.id, RegistrationState::Declined, tx.now)?;
    }
    Ok(())
}

/// Takes a person out of every table; gives the ids of the mails that they got.
fn forget(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    actor: &Actor,
) -> Result<Vec<String>, Fault> {
    let names = names_of(tx.db, event, participant)?;
    let key = participant.profile.person.email.as_ref().map(|email| email.key()).unwrap_or_default();
    let mails = erasure::forget_mails_to(tx.db, &event.id, &participant.id, &key)?;
    for name in &names {
        forget_in_mails_to_others(tx.db, event, name)?;
    }
    if !key.is_empty() {
        erasure::delete_drafts(tx.db, &event.id, &key)?;
    }
    if let Some(email) = &participant.profile.person.email {
        mail_requests::forget(tx.db, &email.mailbox())?;
    }
    let told: Vec<String> = names.into_iter().chain([key]).filter(|text| !text.is_empty()).collect();
    erasure::delete_uploads_with(tx.db, &event.id, &told)?;
    erasure::forget_people(tx.db, &[&participant.id])?;
    blocked_addresses::delete_unused(tx.db)?;
    note(tx, &event.id, &participant.id, actor, "participant.erased")?;
    Ok(mails)
}

/// Deletes a registration that nobody has confirmed, with everything that its form said; nobody but its address has been told of it.
/// Gives the ids of the mails that went there.
pub(super) fn forget_unconfirmed(
    tx: &mut Tx<'_>,
    event: &Event,
    id: &ParticipantId,
) -> Result<Vec<String>, Fault> {
    let participant = participants::get(tx.db, id)?;
    let key = participant.profile.person.email.as_ref().map(|email| email.key()).unwrap_or_default();
    let mails = erasure::forget_mails_to(tx.db, &event.id, id, &key)?;
    registration_forms::delete_sent_as(tx.db, &event.id, id)?;
    log::delete_of(tx.db, id.as_str())?;
    participants::delete(tx.db, id)?;
    blocked_addresses::delete_unused(tx.db)?;
    Ok(mails)
}

/// The name as it is and as it was before changes.
fn names_of(db: &mut Db, event: &Event, participant: &Participant) -> Result<BTreeSet<String>, StoreError> {
    let history = log::list(db, &event.id, Some(participant.id.as_str()), 10_000)?;
    let earlier = history.iter().flat_map(|entry| change::decode(&entry.detail));
    let earlier = earlier.filter(|change| change.field == "name").map(|change| change.old);
    let all = earlier.chain([participant.profile.person.name.clone()]).map(|name| text::shown_name(&name));
    Ok(all.filter(|name| name.chars().count() >= SHORTEST_NAME).collect())
}

/// Mails to partners name the person: in the subject, which the outbox keeps, and in the text, as long as it is kept.
fn forget_in_mails_to_others(db: &mut Db, event: &Event, name: &str) -> Result<(), StoreError> {
    for (id, subject, mime) in erasure::mails_that_may_name(db, &event.id, name)? {
        if subject.contains(name) {
            erasure::forget_subject(db, &id)?;
        }
        // What still waits says to its reader who does not come, and is forgotten once it is sent.
        let names = |mail: reading::OpenedMail| mail.text.contains(name) || mail.subject.contains(name);
        let waits = store::outbox::is_waiting(db, &MailId(id.clone()))?;
        if !waits && reading::open(&mime).is_some_and(names) {
            erasure::forget_body(db, &id)?;
        }
    }
    Ok(())
}

/// Removes the files of mails that were written to a folder. The database has let them go; a file that cannot be
/// removed is told in the log.
pub(super) fn remove_files(app: &App, mails: &[String]) {
    let Mailer::Folder(folder) = &app.mailer else { return };
    for id in mails {
        if let Err(error) = folder.remove(&MailId(id.clone())) {
            tracing::warn!(mail = %id, %error, "cannot remove a mail from the mail folder");
        }
    }
}

/// Leaves nothing behind in the database's journal. It can be done again at any time, so a fault is only told.
pub(super) fn scrub(app: &App) {
    if let Err(error) = app.store.scrub() {
        tracing::warn!(%error, "what was deleted may stand in the database's journal until the next time");
    }
}

/// Empties the journal of a SQLite database, where texts of mails and deleted rows stand until it is written over.
pub fn empty_journal(app: &App) -> Result<usize, Fault> {
    app.store.empty_journal()?;
    Ok(0)
}

/// Makes everyone nameless at events that ended as many days ago as their organisers said, once that was announced. Gives
/// at how many events.
pub fn shred_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let Some(time) = app.store.read(|db| trusted(db, now))? else { return Ok(0) };
    let ended = app.store.read(|db| events::list_unshredded(db, latest_today(time)))?;
    let mut n = 0;
    for event in ended {
        if !app.store.read(|db| may_shred(db, &event, time))? {
            continue;
        }
        let mails = write_at(app, now, |tx| shred(tx, &event, time))?;
        remove_files(app, &mails);
        n += 1;
    }
    if n > 0 {
        scrub(app);
    }
    Ok(n)
}

/// Deletes the answers to questions that are kept for a shorter time than everything else, once it is over and was
/// announced. Gives how many there were.
pub fn forget_answers_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    let Some(time) = app.store.read(|db| trusted(db, now))? else { return Ok(0) };
    let short_lived = app.store.read(questions::list_short_lived)?;
    let mut n = 0;
    for (event, question, days) in short_lived {
        let may = |db: &mut Db, event: &Event| {
            may_delete(db, event, Some(&question), days_after(event.ends_on, days), time)
        };
        let is_due = app.store.read(|db| {
            let event = events::get(db, &event)?;
            may(db, &event)
        })?;
        if !is_due {
            continue;
        }
        n += app.store.write(|db| {
            // The dates may have changed meanwhile.
            let event = events::lock(db, &event)?;
            if may(db, &event)? { questions::delete_answers(db, &question) } else { Ok(0) }
        })?;
    }
    if n > 0 {
        scrub(app);
    }
    Ok(n)
}

fn may_shred(db: &mut Db, event: &Event, time: DateTime<Utc>) -> Result<bool, StoreError> {
    let due = everything_due(db, event)?;
    may_delete(db, event, None, due, time)
}

fn shred(tx: &mut Tx<'_>, event: &Event, time: DateTime<Utc>) -> Result<Vec<String>, Fault> {
    let event = events::lock(tx.db, &event.id)?;
    // The organiser may have changed the days meanwhile, or another server was here first.
    if event.shredded_at.is_some() || !may_shred(tx.db, &event, time)? {
        return Ok(Vec::new());
    }
    let ids = erasure::ids_of(tx.db, &event.id)?;
    erasure::forget_people(tx.db, &ids.iter().collect::<Vec<_>>())?;
    blocked_addresses::delete_unused(tx.db)?;
    let mails = erasure::forget_mails_of_event(tx.db, &event.id)?;
    erasure::delete_drafts_and_uploads(tx.db, &event.id)?;
    events::mark_shredded(tx.db, &event.id, tx.now)?;
    note_by_system(tx, &event.id, "event.shredded", event.id.as_str(), "")?;
    Ok(mails)
}
