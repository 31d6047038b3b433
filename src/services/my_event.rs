//! *My event*: what a participant sees and changes behind the personal link.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::Fault;
use super::access::Actor;
use super::access::{self, OwnAccess, ParticipantAccess};
use super::events::EditError;
use super::fault::from_store_error;
use super::links::LinkError;
use super::log::note_detail;
use super::meanwhile::Form;
use super::meetings::{MyMeeting, schedule_in};
use super::misfits::Whose;
use super::own_calendars::{self, Taken};
use super::revising::{Revised, Saved, revise};
use super::session_places;
use super::wishes;

use crate::app::App;
use crate::domain::calendar_choice::CalendarChoice;
use crate::domain::change::{self, differences};
use crate::domain::event::{Event, Programme};
use crate::domain::field;
use crate::domain::ids::{MeetingId, ParticipantId, SessionId};
use crate::domain::invitation::Invitation;
use crate::domain::misfit::Accepted;
use crate::domain::opened::Typed;
use crate::domain::participant::Participant;
use crate::domain::problems::{Message, Problems};
use crate::domain::profile_input::{AttendanceInput, Chooser, InterestsInput, PersonForm, PersonInput, Sent};
use crate::domain::reasons::known_to_reader;
use crate::domain::registration::{Registration, RegistrationState};
use crate::domain::token::Token;
use crate::domain::visibility::Sight;
use crate::store::session_invitations::{self, SessionInvitation};
use crate::store::{self, Db, StoreError, calendar_choices, events, participants, programme};

/// Everything about a participant at an event.
#[derive(Debug, Clone)]
pub struct MyEvent {
    pub access: OwnAccess,
    pub event: Event,
    pub programme: Arc<Programme>,
    pub participant: Participant,
    pub registration: Registration,
    /// Place in the waiting list.
    pub place: Option<u32>,
    /// That they were invited, answered or not.
    pub invitation: Option<Invitation>,
    /// Until when a seat waits that is offered to them.
    pub offered_until: Option<DateTime<Utc>>,
    pub meetings: Vec<MyMeeting>,
    /// To which sessions they are invited.
    pub invitations: Vec<SessionInvitation>,
    /// How they want their meetings in their calendar, once they have said so.
    pub calendar: Option<CalendarChoice>,
}

impl MyEvent {
    /// The sessions to which they are invited, whatever they answered.
    pub fn invited(&self) -> Vec<SessionId> {
        self.invitations.iter().map(|one| one.session.clone()).collect()
    }
}

/// Opens *My event* with the token of a personal link.
pub fn by_token(app: &App, token: &Token) -> Result<MyEvent, LinkError> {
    let now = app.clock.now();
    app.store.read(|db| {
        let access = access::by_link(db, token, now)?;
        Ok(my_event(app, db, access)?)
    })
}

/// *My event* of a participant who is known already.
pub fn of(app: &App, access: OwnAccess) -> Result<MyEvent, Fault> {
    app.store.read(|db| my_event(app, db, access.clone()))
}

fn my_event(app: &App, db: &mut Db, access: OwnAccess) -> Result<MyEvent, Fault> {
    let id = access.id();
    let participant = participants::get(db, id)?;
    let registration = store::registrations::get(db, id)?;
    let place = match registration.state {
        RegistrationState::WaitingList(seq) => {
            Some(store::registrations::waiting_place(db, &participant.event, seq)?)
        }
        _ => None,
    };
    let programme = app.programmes.get(db, &participant.event)?;
    Ok(MyEvent {
        event: events::get(db, &participant.event)?,
        calendar: calendar_choices::find(db, id)?,
        meetings: seen_meetings(db, id, &programme)?,
        programme,
        invitations: session_invitations::of(db, &participant.id)?,
        access,
        invitation: store::invitations::find(db, &participant.id)?,
        offered_until: store::waiting_list::offered_until(db, &participant.id)?,
        participant,
        registration,
        place,
    })
}

/// A participant's planned meetings, with their partners as they see them.
fn seen_meetings(db: &mut Db, id: &ParticipantId, programme: &Programme) -> Result<Vec<MyMeeting>, Fault> {
    let questions = &programme.questions;
    let said = wishes::list_in(db, id)?;
    let seen = |mut my: MyMeeting| {
        let partner = my.partner.seen_with(Sight::Named, questions);
        my.meeting.terms = known_to_reader(&my.meeting.terms, said.known_between(&partner.id), &partner);
        MyMeeting { partner, ..my }
    };
    Ok(schedule_in(db, id)?.into_iter().map(seen).collect())
}

/// Everything that a participant has of the event, as one calendar file.
pub fn calendar_file(app: &App, mine: &MyEvent) -> Result<String, Fault> {
    let now = app.clock.now();
    app.store.read(|db| own_calendars::of(app, db, mine.access.id(), Taken::ByFile, now))
}

/// One of a participant's planned meetings as a calendar file.
pub fn meeting_file(app: &App, mine: &MyEvent, meeting: &MeetingId) -> Result<String, Fault> {
    let now = app.clock.now();
    app.store.read(|db| own_calendars::of(app, db, mine.access.id(), Taken::Meeting(meeting), now))
}

/// Why a change was not taken.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    #[error("the answers have problems: {0}")]
    Invalid(Problems),
    #[error(transparent)]
    Fault(#[from] Fault),
}

from_store_error!(UpdateError);

impl From<Problems> for UpdateError {
    fn from(problems: Problems) -> UpdateError {
        UpdateError::Invalid(problems)
    }
}

/// Changes who a participant is. The address stays: a new one would have to be confirmed first, and it is what the
/// registration hangs on; whoever has a new one registers with it and cancels the old.
pub fn update_person(
    app: &App,
    access: &ParticipantAccess,
    typed: &Typed<PersonForm>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    update(app, access, "participant.changed_person", accepted, |db, form, lists, participant| {
        let person = participant.profile.person.clone();
        let mut typed = typed.clone();
        if let Some(email) = &person.email {
            typed.input.insert(field::EMAIL.to_string(), Sent::One(email.as_str().to_string()));
        }
        let stored = person.input(lists).form(lists);
        let input = form.merge::<PersonForm, EditError>(db, &typed, &stored)?;
        participant.profile.person = PersonInput::from(input).change(person, lists)?;
        Ok(())
    })
}

/// Changes what a participant offers and seeks.
pub fn update_interests(
    app: &App,
    access: &ParticipantAccess,
    typed: &Typed<InterestsInput>,
) -> Result<Saved<()>, EditError> {
    update(
        app,
        access,
        "participant.changed_interests",
        &Accepted::default(),
        |db, form, lists, participant| {
            let stored = InterestsInput::of(&participant.profile.interests);
            let input: InterestsInput = form.merge::<_, EditError>(db, typed, &stored)?;
            participant.profile.interests = input.parse(lists)?;
            Ok(())
        },
    )
}

/// Changes when a participant is there. Meetings that they can no longer be at have to be accepted.
pub fn update_attendance(
    app: &App,
    access: &ParticipantAccess,
    typed: &Typed<AttendanceInput>,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    update(app, access, "participant.changed_attendance", accepted, |db, form, lists, participant| {
        let stored = AttendanceInput::of(&participant.profile.attendance);
        let input: AttendanceInput = form.merge::<_, EditError>(db, typed, &stored)?;
        let invited = invited(db, access.id())?;
        let attendance = input.parse(lists, Chooser::of(&participant.profile, &invited))?;
        participant.profile.attendance = attendance;
        Ok(())
    })
}

/// Takes part in a session to which the participant is invited: they may say so after the time for changes too.
pub fn join_session(
    app: &App,
    access: &OwnAccess,
    id: &SessionId,
    accepted: &Accepted,
) -> Result<Saved<()>, EditError> {
    update(app, access, JOINED, accepted, |db, _, lists, participant| {
        let is_there = lists.sessions.iter().any(|session| session.id == *id);
        if !is_there || !session_invitations::answer(db, id, &participant.id, None)? {
            return Err(StoreError::NotFound.into());
        }
        let sessions = &mut participant.profile.attendance.sessions;
        if !sessions.contains(id) {
            sessions.push(id.clone());
        }
        Ok(())
    })
}

/// The sessions to which somebody is invited.
pub(super) fn invited(db: &mut Db, who: &ParticipantId) -> Result<Vec<SessionId>, StoreError> {
    Ok(session_invitations::of(db, who)?.into_iter().map(|one| one.session).collect())
}

/// The change of whoever says yes to an invitation to a session.
const JOINED: &str = "session.accepted";

fn update(
    app: &App,
    access: &ParticipantAccess,
    action: &str,
    accepted: &Accepted,
    change: impl Fn(&mut Db, &Form<'_>, &Programme, &mut Participant) -> Result<(), EditError>,
) -> Result<Saved<()>, EditError> {
    let event = app.store.read(|db| Ok::<_, EditError>(participants::get(db, access.id())?.event))?;
    revise(app, &event, Whose::Of(access.id()), accepted, |tx, event| {
        let before = open_for_change(tx.db, access)?;
        let is_late = action != JOINED && !event.takes_changes(tx.now);
        if *access.actor() == Actor::Participant && is_late {
            return Err(EditError::Invalid(too_late(&event)));
        }
        let lists = programme::get(tx.db, &event.id)?;
        let mut participant = before.clone();
        let form = Form { event: &event, action, subject: access.id().as_str(), sender: access.actor() };
        change(tx.db, &form, &lists, &mut participant)?;
        let changes = differences(&before, &participant, &event, &lists);
        if changes.is_empty() {
            return Ok(Revised::quiet(()));
        }
        participant.updated_at = tx.now;
        participants::update(tx.db, &participant)?;
        session_places::settle(tx, &event.id)?;
        note_detail(tx, &event.id, access.id(), access.actor(), action, &change::encode(&changes))?;
        Ok(Revised::quiet(()))
    })
}

/// A participant who is still coming, or may come.
fn open_for_change(db: &mut Db, access: &ParticipantAccess) -> Result<Participant, EditError> {
    if !store::registrations::get(db, access.id())?.state.may_be_edited() {
        let key = match access.actor() {
            Actor::Participant => "problem-registration-ended",
            Actor::Visitor | Actor::Organiser(_) | Actor::System => "problem-their-registration-ended",
        };
        return Err(Problems::one("registration", Message::new(key)).into());
    }
    Ok(participants::get(db, access.id())?)
}

fn too_late(event: &Event) -> Problems {
    let message = Message::new("problem-changes-over").with("contact", &event.contact_email);
    Problems::one("registration", message)
}
