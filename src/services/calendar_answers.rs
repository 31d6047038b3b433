//! What calendars answer to invitations: accepted and tentative are noted for the organisers; a meeting that somebody declines is
//! called off once they say so again, or at once where the event wants it.
//!
//! Invariant: an answer counts only from the address that was invited, about the meeting as it stands, and after the one before.
//! Whatever else comes changes nothing.

use super::access::Actor;
use super::log::note;
use super::meeting_reports::call_off;
use super::tx::{Tx, write};
use super::{Fault, calendars, letters::Letters, links};
use crate::app::App;
use crate::domain::calendar_answer::{Answer, CalendarAnswer, Declines, Heard};
use crate::domain::event::Event;
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::mail::messages::{self, MeetingReader, ScheduledMeeting};
use crate::services::access::{ChangeAccess, EventAccess};
use crate::services::events::EditError;
use crate::store::{
    self, Db, StoreError, calendar_entries, calendar_origins, events, floor, interpreters, participants,
};

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is noted.
    Noted,
    /// Whoever declined is asked whether the meeting is off.
    Asked,
    /// The meeting is called off.
    CalledOff,
    /// It is not about a meeting of ours, or not from whom we invited.
    Foreign,
    /// It is about the meeting as it was before, or was heard already.
    Stale,
}

/// Takes in an answer that came by mail.
pub fn hear(app: &App, answer: &CalendarAnswer) -> Result<Outcome, Fault> {
    let Some((meeting, side, host)) = parts_of(&answer.uid) else { return Ok(Outcome::Foreign) };
    write(app, |tx| {
        let found = match store::meetings::get(tx.db, &meeting) {
            Err(StoreError::NotFound) => return Ok(Outcome::Foreign),
            found => found?,
        };
        let event = events::lock(tx.db, &found.event)?;
        let meeting = store::meetings::get(tx.db, &meeting)?;
        let who = if side == 'a' { &meeting.a } else { &meeting.b };
        let origin = calendars::origin(app, tx.db, &event.id)?;
        let participant = participants::get(tx.db, who)?;
        let known = calendar_entries::heard(tx.db, (&meeting.id, who))?;
        match (known, said_by(answer, &participant)) {
            (Some(before), Some(said)) if origin.host.eq_ignore_ascii_case(host) => {
                let heard = Heard {
                    answer: said,
                    sequence: answer.sequence,
                    // What a clock that goes ahead has written must not silence what comes later.
                    stamped_at: answer.stamped_at.map_or(tx.now, |at| at.min(tx.now)),
                };
                settle(tx, &event, &meeting, &participant, (before, heard))
            }
            _ => Ok(Outcome::Foreign),
        }
    })
}

/// The meeting, the side and the host that a UID names.
fn parts_of(uid: &str) -> Option<(MeetingId, char, &str)> {
    let (name, host) = uid.rsplit_once('@')?;
    let (meeting, side) = name.rsplit_once('-')?;
    let side = side.chars().next().filter(|c| matches!(c, 'a' | 'b') && side.len() == 1)?;
    Some((MeetingId(meeting.to_string()), side, host))
}

/// What the participant says in an answer, if it is from nobody else and about them.
fn said_by(answer: &CalendarAnswer, participant: &Participant) -> Option<Answer> {
    let email = participant.profile.person.email.as_ref()?;
    let is_theirs = |address: &str| email.is_written(address);
    let from_them = !answer.from.is_empty() && answer.from.iter().all(|address| is_theirs(address));
    let said = answer.attendees.iter().find(|(address, _)| is_theirs(address));
    said.filter(|_| from_them).map(|(_, said)| *said)
}

fn settle(
    tx: &mut Tx<'_>,
    event: &Event,
    meeting: &Meeting,
    participant: &Participant,
    (before, heard): (Option<Heard>, Heard),
) -> Result<Outcome, Fault> {
    let is_stale = meeting.state != MeetingState::Planned
        || tx.now >= meeting.starts_at
        || heard.sequence != meeting.sequence
        || before.is_some_and(|before| !before.is_before(&heard));
    if is_stale {
        return Ok(Outcome::Stale);
    }
    let who = &participant.id;
    calendar_entries::put_heard(tx.db, (&meeting.id, who), &heard)?;
    note(tx, &event.id, who, &Actor::Participant, &format!("calendar.{}", heard.answer.code()))?;
    if heard.answer != Answer::Declined {
        return Ok(Outcome::Noted);
    }
    match calendar_origins::declines(tx.db, &event.id)? {
        Declines::Cancel => {
            call_off(tx, event, meeting, who)?;
            Ok(Outcome::CalledOff)
        }
        Declines::Ask => {
            ask(tx, event, meeting, participant)?;
            Ok(Outcome::Asked)
        }
    }
}

/// Asks whoever declined whether the meeting is off.
fn ask(tx: &mut Tx<'_>, event: &Event, meeting: &Meeting, participant: &Participant) -> Result<(), Fault> {
    let partner = participants::get(tx.db, meeting.partner_of(&participant.id))?;
    let origin = calendars::origin(tx.app, tx.db, &event.id)?;
    let mut letters = Letters::few(tx.app, tx.now);
    let page = links::Page::Declined(meeting.id.clone());
    let link = letters.personal_link_to(event, &participant.id, page);
    let reader = MeetingReader { event, participant, origin: &origin, link: &link };
    let (floor, interpreting) = (floor::get(tx.db, &event.id)?, interpreters::get(tx.db, &event.id)?);
    let scheduled =
        ScheduledMeeting { meeting, partner: &partner, floor: &floor, interpreting: &interpreting };
    letters.write(|context| messages::decline_heard(context, &reader, &scheduled))?;
    Ok(letters.post(tx.db)?)
}

/// What somebody's calendar says of a meeting that is planned.
#[derive(Debug, Clone)]
pub struct Told {
    pub meeting: Meeting,
    pub who: Participant,
    pub partner: Participant,
    pub answer: Answer,
}

/// What calendars say of the planned meetings of an event, by their start.
pub fn told(app: &App, access: &EventAccess) -> Result<Vec<Told>, Fault> {
    app.store.read(|db| {
        let event = &access.event().id;
        let planned = store::meetings::list_planned(db, event)?;
        let heard = calendar_entries::list_heard(db, event)?;
        let mut found = Vec::new();
        for meeting in planned {
            for who in [&meeting.a, &meeting.b] {
                let is_this =
                    |((id, side), _): &&(calendar_entries::Side, Heard)| id == &meeting.id && side == who;
                let Some((_, heard)) = heard.iter().find(is_this) else { continue };
                let (who, partner) = both(db, who, meeting.partner_of(who))?;
                found.push(Told { meeting: meeting.clone(), who, partner, answer: heard.answer });
            }
        }
        Ok(found)
    })
}

fn both(
    db: &mut Db,
    who: &ParticipantId,
    partner: &ParticipantId,
) -> Result<(Participant, Participant), StoreError> {
    Ok((participants::get(db, who)?, participants::get(db, partner)?))
}

/// What an event does about declined meetings.
pub fn declines(app: &App, access: &EventAccess) -> Result<Declines, Fault> {
    app.store.read(|db| Ok(calendar_origins::declines(db, &access.event().id)?))
}

/// Changes that.
pub fn set_declines(app: &App, access: &ChangeAccess, chosen: &str) -> Result<(), EditError> {
    let declines = Declines::parse(chosen)
        .ok_or_else(|| Problems::one("declines", Message::new("problem-choose-one")))?;
    write(app, |tx| {
        let event = events::lock(tx.db, &access.event().id)?;
        calendars::begin(tx, &event.id)?;
        calendar_origins::set_declines(tx.db, &event.id, declines)?;
        access.note(tx, "event.changed_calendars", event.id.as_str(), declines.code())?;
        Ok(())
    })
}
