//! Trial runs of events, and what they leave: everything that was made since they began.

use chrono::{DateTime, NaiveDateTime, Utc};
use diesel::dsl::{count_star, max};
use diesel::prelude::*;

use super::rows::utc;
use super::schema::{
    contact_offers, declined_wishes, event_trials, events, log, mailing_recipients, mailings, meetings,
    outbox, pair_rules, participants, plan_news, proposals, registration_forms, registrations, rounds,
    seat_offers, uploads, wishes,
};
use super::{Db, StoreError, blocked_addresses, direct_messages};
use crate::domain::event::{Event, EventState};
use crate::domain::ids::EventId;
use crate::domain::mailing::MailingState;
use crate::domain::registration::RegistrationState;
use crate::domain::round::RoundState;
use crate::domain::trial::Traces;

/// The state that the event's own row has.
pub(super) fn stored(state: EventState) -> EventState {
    if state == EventState::Trial { EventState::Draft } else { state }
}

/// Gives those of these events that are tried out their state.
pub(super) fn mark(db: &mut Db, events: &mut [Event]) -> Result<(), StoreError> {
    let drafts: Vec<&str> = events
        .iter()
        .filter(|event| event.state == EventState::Draft)
        .map(|event| event.id.as_str())
        .collect();
    if drafts.is_empty() {
        return Ok(());
    }
    let tried: Vec<String> = event_trials::table
        .filter(event_trials::event_id.eq_any(drafts))
        .select(event_trials::event_id)
        .load(db)?;
    for event in events.iter_mut().filter(|event| tried.contains(&event.id.0)) {
        event.state = EventState::Trial;
    }
    Ok(())
}

/// When an event's trial run began, if there is one.
pub fn began_at(db: &mut Db, event: &EventId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let at: Option<NaiveDateTime> =
        event_trials::table.find(event.as_str()).select(event_trials::began_at).first(db).optional()?;
    Ok(at.map(utc))
}

/// When the newest of what a trial run would leave was made.
pub fn newest(db: &mut Db, event: &EventId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let event = event.as_str();
    let people = participants::table.filter(participants::event_id.eq(event));
    let rounds = rounds::table.filter(rounds::event_id.eq(event));
    let meetings = meetings::table.filter(meetings::event_id.eq(event));
    let mails = outbox::table.filter(outbox::event_id.eq(event));
    let times: [Option<NaiveDateTime>; 4] = [
        people.select(max(participants::created_at)).first(db)?,
        rounds.select(max(rounds::created_at)).first(db)?,
        meetings.select(max(meetings::created_at)).first(db)?,
        mails.select(max(outbox::created_at)).first(db)?,
    ];
    Ok(times.into_iter().flatten().max().map(utc))
}

/// Begins one.
pub fn begin(db: &mut Db, event: &EventId, now: DateTime<Utc>) -> Result<(), StoreError> {
    diesel::insert_into(event_trials::table)
        .values((event_trials::event_id.eq(event.as_str()), event_trials::began_at.eq(now.naive_utc())))
        .execute(db)?;
    Ok(())
}

/// Ends it; what it leaves is deleted by [`delete_traces`].
pub fn end(db: &mut Db, event: &EventId) -> Result<(), StoreError> {
    diesel::delete(event_trials::table.find(event.as_str())).execute(db)?;
    Ok(())
}

/// What was made since a time.
pub fn traces(db: &mut Db, event: &EventId, since: DateTime<Utc>) -> Result<Traces, StoreError> {
    let (event, since) = (event.as_str(), since.naive_utc());
    let whole = |n: i64| u32::try_from(n).unwrap_or(u32::MAX);
    let people = participants::table
        .filter(participants::event_id.eq(event))
        .filter(participants::created_at.ge(since));
    let rounds = rounds::table.filter(rounds::event_id.eq(event)).filter(rounds::created_at.ge(since));
    let meetings =
        meetings::table.filter(meetings::event_id.eq(event)).filter(meetings::created_at.ge(since));
    let mails = outbox::table.filter(outbox::event_id.eq(event)).filter(outbox::created_at.ge(since));
    Ok(Traces {
        people: whole(people.select(count_star()).first(db)?),
        rounds: whole(rounds.select(count_star()).first(db)?),
        meetings: whole(meetings.select(count_star()).first(db)?),
        mails: whole(mails.select(count_star()).first(db)?),
    })
}

/// Deletes what was made since a time: people with everything that hangs on them, rounds, meetings, mails, what was typed,
/// uploaded or said of pairs, and what the log tells of it. Gives the ids of the mails. The event's row is locked.
pub fn delete_traces(db: &mut Db, id: &EventId, since: DateTime<Utc>) -> Result<Vec<String>, StoreError> {
    let (event, since) = (id.as_str(), since.naive_utc());
    let made = participants::event_id.eq(event).and(participants::created_at.ge(since));
    let people = participants::table.filter(made).select(participants::id);
    diesel::delete(log::table.filter(log::event_id.eq(event)).filter(log::subject_id.eq_any(people)))
        .execute(db)?;
    let mails: Vec<String> = outbox::table
        .filter(outbox::event_id.eq(event))
        .filter(outbox::created_at.ge(since))
        .select(outbox::id)
        .load(db)?;
    diesel::delete(outbox::table.filter(outbox::event_id.eq(event)).filter(outbox::created_at.ge(since)))
        .execute(db)?;
    let of_trial = meetings::event_id.eq(event).and(meetings::created_at.ge(since));
    diesel::delete(meetings::table.filter(of_trial)).execute(db)?;
    diesel::delete(rounds::table.filter(rounds::event_id.eq(event)).filter(rounds::created_at.ge(since)))
        .execute(db)?;
    diesel::delete(participants::table.filter(made)).execute(db)?;
    let typed = registration_forms::event_id.eq(event).and(registration_forms::created_at.ge(since));
    diesel::delete(registration_forms::table.filter(typed)).execute(db)?;
    diesel::delete(uploads::table.filter(uploads::event_id.eq(event)).filter(uploads::created_at.ge(since)))
        .execute(db)?;
    delete_what_was_said(db, event, since)?;
    // A draft from before that was published meanwhile is one again.
    let tried = rounds::event_id.eq(event).and(rounds::published_at.assume_not_null().ge(since));
    diesel::update(rounds::table.filter(rounds::published_at.is_not_null()).filter(tried))
        .set((rounds::state.eq(RoundState::Draft.code()), rounds::published_at.eq(None::<NaiveDateTime>)))
        .execute(db)?;
    diesel::delete(plan_news::table.filter(plan_news::event_id.eq(event))).execute(db)?;
    blocked_addresses::delete_unused(db)?;
    count_seats(db, event)?;
    Ok(mails)
}

/// Deletes what people who were there before, or organisers, said of pairs since a time.
fn delete_what_was_said(db: &mut Db, event: &str, since: NaiveDateTime) -> Result<(), StoreError> {
    let said = wishes::event_id.eq(event).and(wishes::created_at.ge(since));
    diesel::delete(wishes::table.filter(said)).execute(db)?;
    let proposed = proposals::event_id.eq(event).and(proposals::created_at.ge(since));
    diesel::delete(proposals::table.filter(proposed)).execute(db)?;
    direct_messages::forget_since(db, event, since)?;
    let ruled = pair_rules::event_id.eq(event).and(pair_rules::created_at.ge(since));
    diesel::delete(pair_rules::table.filter(ruled)).execute(db)?;
    // What was written to the people of the trial can be sent to others.
    let written = mailings::event_id.eq(event).and(mailings::created_at.ge(since));
    let written_ids = mailings::table.filter(written).select(mailings::id);
    diesel::delete(mailing_recipients::table.filter(mailing_recipients::mailing_id.eq_any(written_ids)))
        .execute(db)?;
    diesel::update(mailings::table.filter(written))
        .set((
            mailings::state.eq(MailingState::Draft.code()),
            mailings::send_at.eq(None::<NaiveDateTime>),
            mailings::started_at.eq(None::<NaiveDateTime>),
            mailings::ended_at.eq(None::<NaiveDateTime>),
        ))
        .execute(db)?;
    let here = participants::table.filter(participants::event_id.eq(event)).select(participants::id);
    let given = contact_offers::event_id.eq(event).and(contact_offers::given_at.ge(since));
    diesel::delete(contact_offers::table.filter(given)).execute(db)?;
    let declined = declined_wishes::from_id.eq_any(here).and(declined_wishes::declined_at.ge(since));
    diesel::delete(declined_wishes::table.filter(declined)).execute(db)?;
    Ok(())
}

/// Counts the seats of an event anew: who has one, and to whom one is offered.
fn count_seats(db: &mut Db, event: &str) -> Result<(), StoreError> {
    let registered: i64 = registrations::table
        .filter(registrations::event_id.eq(event))
        .filter(registrations::state.eq(RegistrationState::Registered.code()))
        .select(count_star())
        .first(db)?;
    let offered: i64 = seat_offers::table
        .filter(seat_offers::event_id.eq(event))
        .filter(seat_offers::lapsed.eq(false))
        .select(count_star())
        .first(db)?;
    let taken = i32::try_from(registered + offered).unwrap_or(i32::MAX);
    diesel::update(events::table.find(event)).set(events::seats_taken.eq(taken)).execute(db)?;
    Ok(())
}
