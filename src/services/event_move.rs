//! What moving an event comes to, said before it is done: what moves, from when to when, and who is told.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};

use super::Fault;
use super::access::ChangeAccess;
use super::news::News;
use crate::app::App;
use crate::domain::agenda_change::Shift;
use crate::domain::agenda_input::time;
use crate::domain::event::{Event, Programme};
use crate::domain::event_input::date;
use crate::domain::ids::ParticipantId;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::store::{Db, StoreError, events, meetings, participants, programme};

/// Where an event is moved to, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveInput {
    pub first_day: String,
    /// When the first item of the agenda begins; empty without an agenda.
    pub begins: String,
}

/// A move that can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovePlan {
    pub shift: Shift,
    /// First and last day.
    pub before: (NaiveDate, NaiveDate),
    pub after: (NaiveDate, NaiveDate),
    /// When the first item of the agenda begins then.
    pub begins: String,
    pub sessions: usize,
    pub blocks: usize,
    /// Meetings to come.
    pub meetings: usize,
    /// How many people are mailed.
    pub told: usize,
    /// Names the move: whoever says yes to it has not said yes to another.
    pub name: String,
}

/// Where the event is now.
pub fn stored(app: &App, access: &ChangeAccess) -> Result<MoveInput, Fault> {
    Ok(app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        let lists = programme::get(db, &event.id)?;
        Ok::<_, StoreError>(input_of(&event, &lists))
    })?)
}

fn input_of(event: &Event, lists: &Programme) -> MoveInput {
    let local = |at: DateTime<Utc>| at.with_timezone(&event.time_zone).format("%H:%M").to_string();
    MoveInput {
        first_day: event.starts_on.to_string(),
        begins: lists.starts().min().map(local).unwrap_or_default(),
    }
}

/// What a move comes to.
pub fn plan(
    app: &App,
    access: &ChangeAccess,
    input: &MoveInput,
) -> Result<Result<MovePlan, Problems>, Fault> {
    let now = app.clock.now();
    Ok(app.store.read(|db| {
        let event = events::get(db, &access.event().id)?;
        let lists = programme::get(db, &event.id)?;
        let shift = match parse(&event, &lists, input) {
            Ok(shift) => shift,
            Err(problems) => return Ok::<_, StoreError>(Err(problems)),
        };
        let today = now.with_timezone(&event.time_zone).date_naive();
        let to_come = meetings::list_to_come(db, &event.id, now)?;
        let after = shift.of_event(&event);
        let sitting: BTreeSet<_> = to_come.iter().flat_map(|meeting| [&meeting.a, &meeting.b]).collect();
        Ok(Ok(MovePlan {
            before: (event.starts_on, event.ends_on),
            after: (after.starts_on, after.ends_on),
            begins: input.begins.clone(),
            sessions: lists.sessions.len(),
            blocks: lists.blocks.len(),
            meetings: to_come.len(),
            told: count_told(
                db,
                (&event, &after),
                shift,
                (today, now),
                &sitting.into_iter().collect::<Vec<_>>(),
            )?,
            name: format!("{}+{}d{}m", event.starts_on, shift.days, shift.minutes),
            shift,
        }))
    })?)
}

fn count_told(
    db: &mut Db,
    (event, after): (&Event, &Event),
    shift: Shift,
    (today, now): (NaiveDate, DateTime<Utc>),
    sitting: &[&ParticipantId],
) -> Result<usize, StoreError> {
    let has_address = |person: &&Participant| person.profile.person.email.is_some();
    let with_meetings = participants::list_by_ids(db, sitting)?.iter().filter(has_address).count();
    let news = News::of_move(db, (event, after), shift, (today, now))?;
    let others = news.iter().flat_map(|news| &news.people).filter(|person| !sitting.contains(&&person.id));
    Ok(with_meetings + others.count())
}

fn parse(event: &Event, lists: &Programme, input: &MoveInput) -> Result<Shift, Problems> {
    let mut problems = Problems::new();
    let day = problems.take("first_day", date(&input.first_day));
    let first = lists.starts().min().map(|at| at.with_timezone(&event.time_zone).time());
    let begins = match first {
        None => Some(None),
        Some(first) => problems.take("begins", time(&input.begins)).map(|begins| Some((first, begins))),
    };
    let (Some(day), Some(begins)) = (day, begins) else { return Err(problems) };
    let minutes = begins.map_or(0, |(first, begins)| (begins - first).num_minutes());
    let shift = Shift { days: (day - event.starts_on).num_days(), minutes };
    if shift.is_none() {
        return Err(Problems::one("first_day", Message::new("problem-move-nowhere")));
    }
    Ok(shift)
}
