//! A mail of any kind as an event could send it now: to somebody who gets such mails, if there is somebody, with facts that are made
//! up where the event has none yet. Its links open nobody's pages.

use chrono::{DateTime, Duration, Utc};

use crate::app::App;
use crate::documents::calendar::CalendarOwner;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::event::{Event, Programme, Session, Slot, Venue};
use crate::domain::ids::ParticipantId;
use crate::domain::invitation::Invitation;
use crate::domain::lang::{Lang, Localised};
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::meeting::{Meeting, MeetingState};
use crate::domain::nudge::Nudge;
use crate::domain::organisation::OrganisationType;
use crate::domain::participant::{Attendance, Participant, Person, Profile, Source};
use crate::domain::people_filter::Filter;
use crate::domain::proposal::{ANSWER_HOURS, Proposal, ProposalState, Side};
use crate::domain::reminder::local;
use crate::domain::text::Email;
use crate::domain::visibility::ShownFields;
use crate::mail::messages::{
    self, Addressee, DayPlan, DirectMail, DirectNews, InvitationMail, MailingMail, MeetingReader,
    PlanCalendar, PlanMail, ProposalNews, Punctuality, Reminder, ScheduleNews, ScheduledMeeting, Standing,
    ToldProposal, Voice, describe,
};
use crate::mail::{MailContext, MailError, StopLink};
use crate::services::subscriptions::made_stop_link;
use crate::services::{calendars, nudges};
use crate::store::mailings::{Candidate, candidates};
use crate::store::{Db, StoreError, participants, programme, registrations};
use crate::words::Words;

/// For how many hours a link confirms, and for how many days a form is kept.
const HOURS: u32 = 24;
const DAYS: i64 = 14;

/// What a mail of any kind can be made of.
pub(super) struct Example {
    event: Event,
    programme: Programme,
    reader: Participant,
    is_made_up: bool,
    code: String,
    partner: Participant,
    slot: Slot,
    session: Session,
    origin: CalendarOrigin,
    link: String,
    stop: StopLink,
    now: DateTime<Utc>,
}

impl Example {
    /// For a mail of this kind in this language.
    pub(super) fn of(
        app: &App,
        db: &mut Db,
        event: &Event,
        (kind, lang): (MailKind, Lang),
        now: DateTime<Utc>,
    ) -> Result<Example, StoreError> {
        let words = Words::of(lang);
        let found = reader(db, event, kind, lang)?;
        let is_made_up = found.is_none();
        let (reader, code) = match found {
            Some(found) => found,
            None => (made_up(event, lang, &words.t("example-name"), now), words.t("example-reference")),
        };
        let programme = programme::get(db, &event.id)?;
        let start = local(event.starts_on, 10, event.time_zone);
        let slot = programme.slots.first().cloned().unwrap_or_else(|| Slot {
            id: String::new().into(),
            block: String::new().into(),
            starts_at: start,
            ends_at: start + Duration::minutes(20),
        });
        let title = Localised::one(lang, words.t("example-session"));
        let times = (start, start + Duration::hours(1));
        let session = programme.sessions.first().cloned();
        let session =
            session.unwrap_or_else(|| Session::plain(String::new().into(), title, String::new(), times));
        Ok(Example {
            partner: made_up(event, lang, &words.t("example-partner"), now),
            origin: calendars::origin(app, db, &event.id)?,
            link: app.config.base_url.my_event(&event.slug),
            stop: made_stop_link(app).0,
            event: event.clone(),
            programme,
            reader,
            is_made_up,
            code,
            slot,
            session,
            now,
        })
    }

    /// Who gets it; empty where they are made up.
    pub(super) fn reader_name(&self) -> String {
        if self.is_made_up { String::new() } else { self.reader.profile.person.shown() }
    }

    /// The mail.
    pub(super) fn mail(&self, context: &MailContext<'_>, kind: MailKind) -> Result<OutgoingMail, MailError> {
        let (event, reader, link) = (&self.event, &self.reader, self.link.as_str());
        match kind {
            MailKind::Confirm => messages::confirm(context, event, reader, link, HOURS),
            MailKind::ConfirmAddress => messages::confirm_address(context, event, reader, link, HOURS),
            MailKind::FormLink | MailKind::ColleagueInvited => self.to_stranger(context, kind),
            MailKind::AddressChanged => {
                let email = self.partner.profile.person.email.as_ref().ok_or(MailError::NoAddress)?;
                messages::address_changed(context, event, reader, email)
            }
            MailKind::Erased => messages::erased(context, event, reader),
            MailKind::SeatOffered => {
                let until = self.now + Duration::hours(48);
                messages::seat_offered(context, event, reader, (&self.code, link), until)
            }
            MailKind::Invited | MailKind::InvitedReminder => self.invited(context, kind),
            MailKind::Schedule
            | MailKind::ScheduleChanged
            | MailKind::Invitation
            | MailKind::MeetingCancelled
            | MailKind::DeclineHeard
            | MailKind::ReminderDay
            | MailKind::ReminderHour => self.of_meeting(context, kind),
            MailKind::ProposalReceived | MailKind::ProposalSent | MailKind::ProposalClosed => {
                let news = self.proposal(kind).ok_or(MailError::Kind(kind.code()))?;
                messages::proposals(context, event, reader, link, &news)
            }
            MailKind::MessageReceived => {
                let text = Words::of(reader.profile.lang).t("example-message");
                let news = DirectNews::Text(&text);
                let mail = DirectMail { event, reader, writer: &self.partner, link, news };
                messages::message_received(context, &mail)
            }
            MailKind::NudgeTopics => self.nudge(context, Nudge::Topics),
            MailKind::NudgeWish => self.nudge(context, Nudge::Wish),
            MailKind::EventMoved => {
                let owner = CalendarOwner { event, participant: reader, origin: &self.origin, now: self.now };
                messages::event_moved(context, &owner, true, link, (event.starts_on, event.ends_on))
            }
            MailKind::SessionMoved => {
                let both = (&self.session, &self.session);
                messages::session_moved(context, event, reader, link, both)
            }
            MailKind::SessionPlace => {
                messages::session_place(context, event, reader, link, (&self.session, false))
            }
            MailKind::SessionInvited => {
                messages::session_invited(context, event, reader, link, &self.session)
            }
            standing => {
                let place = (standing == MailKind::WaitingList).then_some(1);
                let standing = Standing { kind: standing, code: &self.code, link, place };
                messages::standing(context, event, reader, &standing)
            }
        }
    }

    fn nudge(&self, context: &MailContext<'_>, nudge: Nudge) -> Result<OutgoingMail, MailError> {
        let letter = nudges::letter(String::from("example").into(), &self.event, (nudge, 1), self.now);
        let mail = MailingMail {
            event: &self.event,
            nudge: Some(nudge),
            subject: &letter.subject,
            text: &letter.text,
            participant: &self.reader,
            reference: &self.code,
            meetings: 0,
            link: &self.link,
            stop: &self.stop,
        };
        messages::mailing(context, &mail)
    }

    fn to_stranger(&self, context: &MailContext<'_>, kind: MailKind) -> Result<OutgoingMail, MailError> {
        let person = &self.reader.profile.person;
        let email = person.email.as_ref().ok_or(MailError::NoAddress)?;
        let to = Addressee { email, lang: self.reader.profile.lang };
        match kind {
            MailKind::FormLink => messages::form_link(context, &self.event, &to, &self.link, DAYS),
            _ => {
                let from = self.partner.profile.person.shown();
                messages::colleague_invited(context, &self.event, &to, &from, &self.link, DAYS)
            }
        }
    }

    fn invited(&self, context: &MailContext<'_>, kind: MailKind) -> Result<OutgoingMail, MailError> {
        let day = self.now.date_naive() + Duration::days(14);
        let invitation = Invitation::until(day, &self.event, self.reader.id.clone(), self.now);
        let mail = InvitationMail {
            kind,
            event: &self.event,
            programme: &self.programme,
            participant: &self.reader,
            invitation: &invitation,
            link: &self.link,
        };
        messages::invited(context, &mail)
    }

    fn of_meeting(&self, context: &MailContext<'_>, kind: MailKind) -> Result<OutgoingMail, MailError> {
        let meeting = self.meeting();
        let scheduled = ScheduledMeeting {
            meeting: &meeting,
            partner: &self.partner,
            floor: &self.programme.floor,
            interpreting: &self.programme.interpreting,
        };
        let (event, participant, link) = (&self.event, &self.reader, self.link.as_str());
        let reader = MeetingReader { event, participant, origin: &self.origin, link };
        let reminder = Reminder {
            event,
            participant,
            link,
            stop: &self.stop,
            punctuality: Punctuality::OnTime,
            useful_until: self.slot.starts_at,
        };
        let meetings = vec![scheduled];
        let plan = DayPlan { day: event.starts_on, sessions: Vec::new(), meetings: meetings.clone() };
        match kind {
            MailKind::Invitation => messages::invitation(context, &reader, &scheduled),
            MailKind::MeetingCancelled => {
                messages::meeting_cancelled(context, &reader, &scheduled, Voice::Plain, None)
            }
            MailKind::DeclineHeard => messages::decline_heard(context, &reader, &scheduled),
            MailKind::ReminderDay => messages::reminder_day(context, &reminder, &plan),
            MailKind::ReminderHour => messages::reminder_hour(context, &reminder, &plan),
            kind => {
                let calendar = PlanCalendar::File(&meetings);
                let news = self.news(kind, &scheduled);
                let plan = PlanMail { news: &news, plan: &meetings, calendar, ask: None };
                messages::schedule(context, &reader, &plan)
            }
        }
    }

    fn news(&self, kind: MailKind, scheduled: &ScheduledMeeting<'_>) -> ScheduleNews {
        if kind == MailKind::Schedule {
            return ScheduleNews::First;
        }
        let said = describe(Words::of(self.reader.profile.lang), (&self.event, &self.reader), scheduled);
        ScheduleNews::Changed {
            because: None,
            added: vec![said],
            moved: Vec::new(),
            cancelled: Vec::new(),
            voice: Voice::Plain,
        }
    }

    fn meeting(&self) -> Meeting {
        Meeting {
            id: String::from("example").into(),
            event: self.event.id.clone(),
            round: None,
            a: self.reader.id.clone(),
            b: self.partner.id.clone(),
            slot: self.slot.id.clone(),
            starts_at: self.slot.starts_at,
            ends_at: self.slot.ends_at,
            table: matches!(self.event.venue, Venue::Onsite { .. }).then_some(1),
            interpreter: None,
            state: MeetingState::Planned,
            terms: Vec::new(),
            sequence: 0,
            updated_at: self.now,
        }
    }

    fn proposal(&self, kind: MailKind) -> Option<ProposalNews> {
        let is_closed = kind == MailKind::ProposalClosed;
        let side = if kind == MailKind::ProposalReceived { Side::Asked } else { Side::Author };
        let proposal = Proposal {
            id: String::from("example").into(),
            event: self.event.id.clone(),
            from: self.partner.id.clone(),
            to: self.reader.id.clone(),
            slot: self.slot.id.clone(),
            message: String::new(),
            state: if is_closed { ProposalState::Lapsed } else { ProposalState::Open },
            terms: Vec::new(),
            created_at: self.now,
            expires_at: self.now + Duration::hours(ANSWER_HOURS),
            answered_at: None,
            tell_at: None,
            receipt_at: None,
            instead_of: None,
        };
        let (other, slot) = (self.partner.clone(), self.slot.clone());
        ProposalNews::of(vec![ToldProposal { other, slot, proposal, side, instead: None }])
    }
}

/// The states in which people get a mail of a kind.
fn state_for(kind: MailKind) -> &'static str {
    match kind {
        MailKind::Confirm => "unconfirmed",
        MailKind::AwaitingApproval => "awaiting_approval",
        MailKind::WaitingList | MailKind::SeatOffered => "waiting_list",
        MailKind::Rejected => "rejected",
        MailKind::Cancelled => "cancelled",
        MailKind::Invited | MailKind::InvitedReminder => "invited",
        _ => "registered",
    }
}

/// Somebody who reads this language and is where people are who get such mails, with their reference; else whoever is registered.
fn reader(
    db: &mut Db,
    event: &Event,
    kind: MailKind,
    lang: Lang,
) -> Result<Option<(Participant, String)>, StoreError> {
    let fits = |one: &Candidate| one.lang == lang && one.email_key.is_some();
    let nudge = Nudge::ALL.into_iter().find(|nudge| nudge.mail_kind() == kind);
    let mut states = vec![state_for(kind), "registered"];
    states.dedup();
    for state in states {
        let lacks = nudge.map(|nudge| nudge.people().lacks).unwrap_or_default();
        let filter = Filter { state: Some(state.to_string()), lacks, ..Filter::default() };
        if let Some(one) = candidates(db, &event.id, &filter, None)?.into_iter().find(fits) {
            let code = registrations::get(db, &one.id)?.code;
            return Ok(Some((participants::get(db, &one.id)?, code)));
        }
    }
    Ok(None)
}

/// Somebody who is not there.
fn made_up(event: &Event, lang: Lang, name: &str, now: DateTime<Utc>) -> Participant {
    let person = Person {
        name: name.to_string(),
        email: Email::parse("name@example.org").ok(),
        organisation: Words::of(lang).t("example-organisation"),
        organisation_type: OrganisationType::default(),
        ..Person::default()
    };
    Participant {
        id: ParticipantId(format!("example-{name}")),
        event: event.id.clone(),
        profile: Profile {
            person,
            interests: Vec::new(),
            attendance: Attendance {
                blocks: Vec::new(),
                sessions: Vec::new(),
                waiting: Vec::new(),
                max_meetings: 1,
            },
            listed: false,
            shown: ShownFields::all(),
            lang,
        },
        source: Source::Demo,
        created_at: now,
        updated_at: now,
    }
}
