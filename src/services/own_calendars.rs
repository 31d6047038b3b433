//! Everything that somebody has of an event, as calendars take it in: by a file or by a feed.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::Fault;
use super::calendars;
use crate::app::App;
use crate::documents::calendar::{CalendarOwner, ScheduledMeeting};
use crate::documents::own_calendar::OwnCalendar;
use crate::domain::calendar_choice::CalendarChoice;
use crate::domain::ids::{MeetingId, ParticipantId};
use crate::domain::participant::Participant;
use crate::domain::visibility::Sight;
use crate::store::{self, Db, events, participants, programme, registrations};

/// How a calendar takes it in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken<'a> {
    ByFile,
    ByFeed,
    /// This meeting alone, as a file.
    Meeting(&'a MeetingId),
}

/// Somebody's calendar.
pub(super) fn of(
    app: &App,
    db: &mut Db,
    who: &ParticipantId,
    taken: Taken<'_>,
    now: DateTime<Utc>,
) -> Result<String, Fault> {
    let participant = participants::get(db, who)?;
    let event = events::get(db, &participant.event)?;
    let programme = programme::get(db, &event.id)?;
    let planned = store::meetings::list_planned_of(db, who)?;
    let ids: Vec<&ParticipantId> = planned.iter().map(|meeting| meeting.partner_of(who)).collect();
    let people: HashMap<ParticipantId, Participant> = participants::list_by_ids(db, &ids)?
        .into_iter()
        .map(|partner| (partner.id.clone(), partner.seen_with(Sight::Named, &programme.questions)))
        .collect();
    let meetings = planned.iter().filter_map(|meeting| {
        let partner = people.get(meeting.partner_of(who))?;
        Some(ScheduledMeeting {
            meeting,
            partner,
            floor: &programme.floor,
            interpreting: &programme.interpreting,
        })
    });
    let meetings: Vec<ScheduledMeeting<'_>> = meetings.collect();
    let origin = calendars::origin(app, db, &event.id)?;
    let choice = CalendarChoice::effective(store::calendar_choices::find(db, who)?, event.calendar_mode);
    let own = OwnCalendar {
        owner: CalendarOwner { event: &event, participant: &participant, origin: &origin, now },
        programme: &programme,
        meetings: &meetings,
        has_seat: registrations::get(db, who)?.state.holds_seat(),
        alarm_minutes: choice.alarm_minutes,
        link: &app.config.base_url.my_event(&event.slug),
    };
    Ok(match taken {
        Taken::ByFile => own.file(),
        Taken::ByFeed => own.feed(),
        Taken::Meeting(id) => own.meeting_file(id),
    })
}
