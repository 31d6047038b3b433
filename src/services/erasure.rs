//! Deleting people: one who asks for it, or everyone of an event that is long over. Rows that are counted stay, without
//! anything that tells whose they were.
//!
//! Invariant: who is deleted is nowhere. What is counted is emptied, the rest deleted, and then the journal; a new table or
//! column about people stands in `domain/personal_data.rs`, or a test fails.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::access::Actor;
use super::access::{ChangeAccess, OwnAccess, ParticipantAccess};
use super::announcements::{everything_due, may_delete};
use super::log::{note, note_by_system};
use super::mail_files::{self, Names};
use super::post::{made, put_all};
use super::proposals::ending::end_all_of;
use super::registrations::{self, Answers, ChangeError};
use super::trusted_time::trusted;
use super::tx::{Tx, write, write_at};
use super::{Fault, meetings};
use crate::app::App;
use crate::domain::change;
use crate::domain::deletion::{days_after, latest_today};
use crate::domain::event::Event;
use crate::domain::ids::{EventId, MailId, ParticipantId};
use crate::domain::participant::Participant;
use crate::domain::registration::RegistrationState;
use crate::domain::text;
use crate::mail::messages;
use crate::store::{
    self, Db, StoreError, acts, address_keys, blocked_addresses, erasure, events, interpreters, log,
    mail_requests, mailings, participants, parting_mails, people_views, questions, registration_forms,
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
    erase_one(app, own)
}

/// The same by an organiser, for somebody who asked them for it. The log says that somebody was deleted, when and by whom.
pub fn erase_on_request(app: &App, access: &ChangeAccess, id: &ParticipantId) -> Result<bool, ChangeError> {
    let theirs = app.store.read(|db| access.to_participant(db, id))?;
    erase_one(app, &theirs)
}

fn erase_one(app: &App, own: &ParticipantAccess) -> Result<bool, ChangeError> {
    let id = own.id();
    let who = app.store.read(|db| {
        let participant = participants::get(db, id)?;
        Ok::<_, Fault>((participant.event.clone(), names_of(db, &participant)?))
    })?;
    // Files are read before: a transaction does nothing slow. What is sent meanwhile waits now, and is found in the outbox.
    let on_disk = mail_files::naming(app, &who.0, &who.1)?;
    let before = app.store.read(|db| waiting_and_naming(db, &who.0, &who.1))?;
    let (mails, told) = write(app, |tx| {
        let event = participants::get(tx.db, id)?.event;
        let event = events::lock(tx.db, &event)?;
        let participant = participants::get(tx.db, id)?;
        if participant.profile.person.is_erased() {
            return Ok::<_, Fault>((Vec::new(), false));
        }
        leave(tx, &event, &participant)?;
        let reachable = is_reachable(tx.db, &participant)?;
        parting_mails::insert(tx.db, &on_disk)?;
        parting_mails::insert(tx.db, &before)?;
        let mails = forget(tx, &event, &participant, own.actor())?;
        if reachable {
            let last = made(app, tx.now, |context| messages::erased(context, &event, &participant))?;
            put_all(tx.db, &[&last], tx.now)?;
            parting_mails::insert(tx.db, std::slice::from_ref(&last.0.0))?;
        }
        registrations::fill_seats(tx, &event.id)?;
        Ok((mails, reachable))
    })?;
    mail_files::remove(app, &mails);
    mail_files::remove_returned(app, &who.1);
    if let Err(error) = mail_files::forget_settled(app) {
        tracing::warn!(%error, "mails that name somebody who is deleted go the next time");
    }
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
    let who = names_of(tx.db, participant)?;
    let key = participant.profile.person.email_key();
    let mails = erasure::forget_mails_to(tx.db, &event.id, &participant.id, &key)?;
    forget_in_mails_to_others(tx.db, &event.id, &who)?;
    forget_in_forms_of_others(tx, &event.id, participant)?;
    if !key.is_empty() {
        erasure::delete_drafts(tx.db, &event.id, &key)?;
    }
    if let Some(email) = &participant.profile.person.email {
        mail_requests::forget(tx.db, &email.mailbox())?;
    }
    let told: Vec<String> = who.names.into_iter().chain([key]).filter(|text| !text.is_empty()).collect();
    erasure::delete_uploads_with(tx.db, &event.id, &told)?;
    forget_in_searches(tx, &event.id, &told)?;
    acts::forget_person(tx.db, &event.id, &participant.id, &told)?;
    erasure::forget_people(tx.db, &[&participant.id])?;
    address_keys::settle(tx.db, &event.id)?;
    blocked_addresses::delete_unused(tx.db)?;
    note(tx, &event.id, &participant.id, actor, "participant.erased")?;
    Ok(mails)
}

/// Forgets searches of mailings, and views of the list, that name a person. A mailing that was to go by such a search is a draft again, to be looked at.
fn forget_in_searches(tx: &mut Tx<'_>, event: &EventId, told: &[String]) -> Result<(), Fault> {
    for mailing in mailings::list_searching(tx.db, event)? {
        if names(&mailing.people.search, told) {
            mailings::forget_search(tx.db, &mailing)?;
        }
    }
    for view in people_views::list(tx.db, event)? {
        let searches = !view.people.search.is_empty() && names(&view.people.search, told);
        if searches || told.iter().any(|text| view.name.to_lowercase().contains(&text.to_lowercase())) {
            people_views::delete(tx.db, event, &view.id)?;
        }
    }
    Ok(())
}

/// Whether a search may name somebody of whom these texts tell.
fn names(search: &str, told: &[String]) -> bool {
    let search = search.to_lowercase();
    let names = |text: &String| {
        let text = text.to_lowercase();
        text.contains(&search) || search.contains(&text)
    };
    told.iter().any(names)
}

/// Deletes a registration that nobody has confirmed; nobody but its address has been told of it. Gives the ids of the mails that went
/// there.
pub(super) fn forget_unconfirmed(
    tx: &mut Tx<'_>,
    event: &Event,
    id: &ParticipantId,
) -> Result<Vec<String>, Fault> {
    let participant = participants::get(tx.db, id)?;
    let key = participant.profile.person.email_key();
    let mails = erasure::forget_mails_to(tx.db, &event.id, id, &key)?;
    log::delete_of(tx.db, id.as_str())?;
    acts::forget_person(tx.db, &event.id, id, &[])?;
    participants::delete(tx.db, id)?;
    address_keys::settle(tx.db, &event.id)?;
    blocked_addresses::delete_unused(tx.db)?;
    Ok(mails)
}

/// The name as it is and as it was before changes, and the address.
fn names_of(db: &mut Db, participant: &Participant) -> Result<Names, StoreError> {
    let history = log::list(db, &participant.event, Some(participant.id.as_str()), 10_000)?;
    let earlier = history.iter().flat_map(|entry| change::decode(&entry.detail));
    let earlier = earlier.filter(|change| change.field == "name").map(|change| change.old);
    let all = earlier.chain([participant.profile.person.name.clone()]).map(|name| text::shown_name(&name));
    let names: BTreeSet<String> = all.filter(|name| name.chars().count() >= SHORTEST_NAME).collect();
    let addresses = participant.profile.person.email.iter().map(|email| email.key()).collect();
    Ok(Names { names: names.into_iter().collect(), addresses })
}

/// Mails to partners name the person: in the subject, which the outbox keeps, and in the text, as long as it is kept. What
/// still waits says to its reader who does not come, and is forgotten once it is sent.
fn forget_in_mails_to_others(db: &mut Db, event: &EventId, who: &Names) -> Result<(), StoreError> {
    let waiting = waiting_and_naming(db, event, who)?;
    parting_mails::insert(db, &waiting)?;
    for name in &who.names {
        for (id, subject, mime) in erasure::mails_that_may_name(db, event, name)? {
            if subject.contains(name.as_str()) {
                erasure::forget_subject(db, &id)?;
            }
            if !store::outbox::is_waiting(db, &MailId(id.clone()))? && who.stand_in(&mime) {
                erasure::forget_body(db, &id)?;
            }
        }
    }
    Ok(())
}

/// The mails to others that wait and name somebody.
fn waiting_and_naming(db: &mut Db, event: &EventId, who: &Names) -> Result<Vec<String>, StoreError> {
    let all = store::outbox::list_waiting_of_event(db, event)?;
    Ok(all.into_iter().filter(|(_, mime)| who.stand_in(mime)).map(|(id, _)| id).collect())
}

/// A form that the person began for a colleague, and that the colleague has not saved yet, holds what the two share: it was
/// taken from the person.
fn forget_in_forms_of_others(
    tx: &mut Tx<'_>,
    event: &EventId,
    participant: &Participant,
) -> Result<(), Fault> {
    for (hash, text) in registration_forms::untouched_from(tx.db, event, &participant.id)? {
        let Ok(answers) = serde_json::from_str::<Answers>(&text) else { continue };
        if answers.invited_by.as_ref() != Some(&participant.id) {
            continue;
        }
        let key = answers.proven.clone();
        let left = registrations::encode_form(&answers.without_inviter())?;
        registration_forms::update(tx.db, &hash, event, &left, &key, tx.now)?;
    }
    Ok(())
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
        let addresses = app.store.read(|db| participants::email_keys(db, &event.id))?;
        let mails = write_at(app, now, |tx| shred(tx, &event, time))?;
        mail_files::remove_returned(app, &Names { names: Vec::new(), addresses });
        mail_files::remove(app, &mails);
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
            if !may(db, &event)? {
                return Ok(0);
            }
            acts::forget_of_event(db, &event.id)?;
            questions::delete_answers(db, &question)
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
    interpreters::delete_all(tx.db, &event.id)?;
    mailings::forget_people_of(tx.db, &event.id)?;
    people_views::delete_all(tx.db, &event.id)?;
    acts::forget_of_event(tx.db, &event.id)?;
    events::mark_shredded(tx.db, &event.id, tx.now)?;
    note_by_system(tx, &event.id, "event.shredded", event.id.as_str(), "")?;
    Ok(mails)
}
