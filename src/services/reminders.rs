//! Reminders: who gets one now. Each is noted in the transaction that puts its mail into the outbox, under the lock of
//! the event's row, so a restart or a second server sends none twice.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::log::note_by_system;
use super::post::post;
use super::tx::{Tx, write_at};
use super::{Fault, links, subscriptions};
use crate::app::App;
use crate::domain::event::{Event, Programme, Session};
use crate::domain::floor::Floor;
use crate::domain::ids::{EventId, ParticipantId};
use crate::domain::interpreter::Interpreting;
use crate::domain::meeting::Meeting;
use crate::domain::participant::Participant;
use crate::domain::reminder::{self, Occasion, Outcome, ReminderKind};
use crate::domain::restore::RestoredMails;
use crate::domain::subscription::Series;
use crate::mail::messages::{self, DayPlan, Punctuality, Reminder, ScheduledMeeting};
use crate::store::{self, Db, StoreError, events, participants, programme, restores};

/// People whose reminders are dealt with in one transaction.
const BATCH: usize = 100;
/// For how many days reminders that nobody sent are looked for, to say that they were dropped.
const LOOK_BACK: Duration = Duration::days(7);
/// Hour of a day without a programme from which on its reminder is of no use.
const MORNING: u32 = 9;

/// Sends the reminders that are due, and drops those that have become useless. Gives how many were dealt with.
pub fn send_due(app: &App) -> Result<usize, Fault> {
    let now = app.clock.now();
    // After a restore nobody knows which ones were sent, until an administrator decides.
    if !app.store.read(|db| restores::list(db, RestoredMails::Held))?.is_empty() {
        return Ok(0);
    }
    let (first, last) = ((now - LOOK_BACK).date_naive(), (now + Duration::days(2)).date_naive());
    let reminding = app.store.read(|db| events::list_reminding(db, first, last))?;
    let mut dealt_with = 0;
    for event in &reminding {
        for (kind, day) in app.store.read(|db| occasions(db, event, first, now))? {
            loop {
                let batch = write_at(app, now, |tx| deal_with_batch(tx, &event.id, kind, day))?;
                dealt_with += batch;
                if batch < BATCH {
                    break;
                }
            }
        }
    }
    Ok(dealt_with)
}

/// The days whose reminders may be due and are not all dealt with.
fn occasions(
    db: &mut Db,
    event: &Event,
    first: NaiveDate,
    now: DateTime<Utc>,
) -> Result<Vec<(ReminderKind, NaiveDate)>, StoreError> {
    let mut found = Vec::new();
    for day in event.starts_on.iter_days().take_while(|day| *day <= event.ends_on) {
        let due = reminder::evening_before(day, event.time_zone) <= now;
        if due && day >= first && !list_open(db, &event.id, ReminderKind::Day, day)?.is_empty() {
            found.push((ReminderKind::Day, day));
        }
    }
    let planned = store::meetings::list_planned(db, &event.id)?;
    let due = planned.iter().filter(|meeting| reminder::before_meeting(meeting.starts_at) <= now);
    let mut days: Vec<NaiveDate> = due.map(|meeting| local_day(meeting, event)).collect();
    days.dedup();
    found.extend(days.into_iter().filter(|day| *day >= first).map(|day| (ReminderKind::Hour, day)));
    Ok(found)
}

fn local_day(meeting: &Meeting, event: &Event) -> NaiveDate {
    meeting.starts_at.with_timezone(&event.time_zone).date_naive()
}

fn list_open(
    db: &mut Db,
    event: &EventId,
    kind: ReminderKind,
    day: NaiveDate,
) -> Result<Vec<(ParticipantId, DateTime<Utc>)>, StoreError> {
    store::reminders::list_open(db, event, kind, day, i64::try_from(BATCH).unwrap_or(i64::MAX))
}

/// Deals with the reminders of some people; fewer than [`BATCH`] means that none is left.
fn deal_with_batch(
    tx: &mut Tx<'_>,
    event: &EventId,
    kind: ReminderKind,
    day: NaiveDate,
) -> Result<usize, Fault> {
    let event = events::lock(tx.db, event)?;
    if !event.reminders || !event.state.is_public() {
        return Ok(0);
    }
    let agenda = Agenda::load(tx.db, &event, day)?;
    let candidates = match kind {
        ReminderKind::Day => list_open(tx.db, &event.id, kind, day)?,
        ReminderKind::Hour => agenda.with_meeting_due(tx.db, &event, day, tx.now)?,
    };
    let cast = agenda.cast(tx.db, &candidates)?;
    let stopped: HashSet<ParticipantId> =
        store::subscriptions::list_stopped(tx.db, &event.id, Series::Reminders)?.into_iter().collect();
    let given_up = restores::list(tx.db, RestoredMails::GivenUp)?;
    let mut tally: BTreeMap<&str, usize> = BTreeMap::new();
    let mut dealt_with = 0;
    for (who, heard_at) in &candidates {
        let Some(person) = cast.get(who) else { continue };
        let plan = agenda.plan_of(person, &cast);
        let Some(occasion) = occasion(&event, kind, &agenda, &plan, *heard_at) else { continue };
        let Some(mut outcome) = occasion.outcome(tx.now) else { continue };
        if stopped.contains(who) || person.profile.person.email.is_none() || nothing_to_say(&event, &plan) {
            outcome = Outcome::Unneeded;
        }
        if given_up.iter().any(|restore| restore.may_be_done(occasion.due)) {
            outcome = Outcome::Dropped;
        }
        store::reminders::insert(tx.db, who, kind, day, outcome, tx.now)?;
        if let Some(punctuality) = punctuality(outcome) {
            mail(tx, &event, person, &occasion, punctuality, &plan)?;
        }
        *tally.entry(outcome.code()).or_default() += 1;
        dealt_with += 1;
    }
    tell(tx, &event, kind, day, &tally)?;
    Ok(dealt_with)
}

/// On the first day everybody is reminded; on later ones, who has something then.
fn nothing_to_say(event: &Event, plan: &DayPlan<'_>) -> bool {
    plan.day != event.starts_on && plan.meetings.is_empty() && plan.sessions.is_empty()
}

fn punctuality(outcome: Outcome) -> Option<Punctuality> {
    match outcome {
        Outcome::Sent => Some(Punctuality::OnTime),
        Outcome::Late => Some(Punctuality::Late),
        Outcome::Dropped | Outcome::Unneeded => None,
    }
}

fn occasion(
    event: &Event,
    kind: ReminderKind,
    agenda: &Agenda,
    plan: &DayPlan<'_>,
    heard_at: DateTime<Utc>,
) -> Option<Occasion> {
    let first_meeting = plan.meetings.first().map(|scheduled| scheduled.meeting);
    match kind {
        ReminderKind::Day => {
            let first_session =
                plan.sessions.first().or(agenda.sessions.first().as_ref()).map(|s| s.starts_at);
            let first = first_session.into_iter().chain(first_meeting.map(|meeting| meeting.starts_at)).min();
            let morning = || reminder::local(plan.day, MORNING, event.time_zone);
            Some(Occasion {
                kind,
                due: reminder::evening_before(plan.day, event.time_zone),
                useless_from: first.unwrap_or_else(morning),
                heard_at,
            })
        }
        ReminderKind::Hour => first_meeting.map(|meeting| Occasion {
            kind,
            due: reminder::before_meeting(meeting.starts_at),
            useless_from: meeting.starts_at,
            heard_at: meeting.updated_at,
        }),
    }
}

fn mail(
    tx: &mut Tx<'_>,
    event: &Event,
    participant: &Participant,
    occasion: &Occasion,
    punctuality: Punctuality,
    plan: &DayPlan<'_>,
) -> Result<(), Fault> {
    let link = links::new_personal_link(tx, event, &participant.id)?;
    let stop = subscriptions::new_stop_link(tx, &participant.id)?;
    let useful_until = occasion.useless_from;
    let reminder = Reminder { event, participant, link: &link, stop: &stop, punctuality, useful_until };
    post(tx, |context| match occasion.kind {
        ReminderKind::Day => messages::reminder_day(context, &reminder, plan),
        ReminderKind::Hour => messages::reminder_hour(context, &reminder, plan),
    })
}

/// Says in the event's log and in the program's what became of a batch.
fn tell(
    tx: &mut Tx<'_>,
    event: &Event,
    kind: ReminderKind,
    day: NaiveDate,
    tally: &BTreeMap<&str, usize>,
) -> Result<(), Fault> {
    for (outcome, count) in tally {
        tracing::info!(event = event.slug, kind = kind.code(), %day, outcome, count, "reminders");
        let action = match *outcome {
            "sent" => "reminders.sent",
            "late" => "reminders.late",
            "dropped" => "reminders.dropped",
            _ => continue,
        };
        note_by_system(tx, &event.id, action, event.id.as_str(), &format!("{day}: {count}"))?;
    }
    Ok(())
}

/// What happens on a day of an event.
struct Agenda {
    day: NaiveDate,
    /// By start.
    sessions: Vec<Session>,
    /// By start.
    meetings: Vec<Meeting>,
    floor: Floor,
    interpreting: Interpreting,
}

impl Agenda {
    fn load(db: &mut Db, event: &Event, day: NaiveDate) -> Result<Agenda, StoreError> {
        let mut meetings = store::meetings::list_planned(db, &event.id)?;
        meetings.retain(|meeting| local_day(meeting, event) == day);
        let Programme { mut sessions, floor, interpreting, .. } = programme::get(db, &event.id)?;
        sessions.retain(|session| session.starts_at.with_timezone(&event.time_zone).date_naive() == day);
        Ok(Agenda { day, sessions, meetings, floor, interpreting })
    }

    /// Everyone whose first meeting of the day is near or past and who is not dealt with, at most [`BATCH`].
    fn with_meeting_due(
        &self,
        db: &mut Db,
        event: &Event,
        day: NaiveDate,
        now: DateTime<Utc>,
    ) -> Result<Vec<(ParticipantId, DateTime<Utc>)>, StoreError> {
        let done = store::reminders::list_done(db, &event.id, ReminderKind::Hour, day)?;
        let mut seen: HashSet<&ParticipantId> = done.iter().collect();
        let mut found = Vec::new();
        for meeting in &self.meetings {
            for who in [&meeting.a, &meeting.b] {
                if seen.insert(who) && reminder::before_meeting(meeting.starts_at) <= now {
                    found.push((who.clone(), meeting.updated_at));
                }
            }
        }
        found.truncate(BATCH);
        Ok(found)
    }

    /// The people and everyone they meet.
    fn cast(
        &self,
        db: &mut Db,
        people: &[(ParticipantId, DateTime<Utc>)],
    ) -> Result<HashMap<ParticipantId, Participant>, StoreError> {
        let mut ids: HashSet<&ParticipantId> = people.iter().map(|(id, _)| id).collect();
        for meeting in &self.meetings {
            if ids.contains(&meeting.a) || ids.contains(&meeting.b) {
                ids.extend([&meeting.a, &meeting.b]);
            }
        }
        let found = participants::list_by_ids(db, &ids.into_iter().collect::<Vec<_>>())?;
        Ok(found.into_iter().map(|person| (person.id.clone(), person)).collect())
    }

    fn plan_of<'a>(
        &'a self,
        person: &Participant,
        cast: &'a HashMap<ParticipantId, Participant>,
    ) -> DayPlan<'a> {
        let attendance = &person.profile.attendance;
        let chosen: Vec<&Session> =
            self.sessions.iter().filter(|one| attendance.takes_part_in(&one.id)).collect();
        let of_person = self.meetings.iter().filter(|meeting| [&meeting.a, &meeting.b].contains(&&person.id));
        let meetings: Vec<ScheduledMeeting<'_>> = of_person
            .filter_map(|meeting| {
                let partner = cast.get(meeting.partner_of(&person.id))?;
                let (floor, interpreting) = (&self.floor, &self.interpreting);
                Some(ScheduledMeeting { meeting, partner, floor, interpreting })
            })
            .collect();
        // Who chose no session and has no meeting is told what there is.
        let all = || if attendance.sessions.is_empty() { self.sessions.iter().collect() } else { Vec::new() };
        let sessions = if chosen.is_empty() && meetings.is_empty() { all() } else { chosen };
        DayPlan { day: self.day, sessions, meetings }
    }
}
