//! An event, two people and their meetings, and every mail that can be made of them.

use std::sync::Arc;

use chrono::{DateTime, Duration, TimeZone, Utc};
use rendezvous::config::BaseUrl;
use rendezvous::documents::calendar::CalendarOwner;
use rendezvous::documents::interpreter_calendar::Interpreted;
use rendezvous::domain::accessibility::Barrier;
use rendezvous::domain::account::{Account, Role};
use rendezvous::domain::calendar_origin::CalendarOrigin;
use rendezvous::domain::event::{CalendarMode, Event, Programme, Session, Topic, Venue};
use rendezvous::domain::ids::{AccountId, InterpreterId, SessionId};
use rendezvous::domain::interpreter::Interpreter;
use rendezvous::domain::invitation::Invitation;
use rendezvous::domain::lang::{Lang, Localised};
use rendezvous::domain::mail::{MailKind, OutgoingMail};
use rendezvous::domain::meeting::Meeting;
use rendezvous::domain::nudge::Nudge;
use rendezvous::domain::participant::{Interest, InterestKind, Participant};
use rendezvous::domain::proposal::{Proposal, ProposalState, Side};
use rendezvous::domain::text::Email;
use rendezvous::mail::dkim::Signer;
use rendezvous::mail::messages::{
    self, AccountInvitationMail, AccountNotice, Addressee, BarrierMail, ComingDeletion, DayPlan,
    DeletionMail, DirectMail, DirectNews, InterpreterMail, InvitationMail, MailingMail, MeetingReader,
    PlanCalendar, PlanMail, ProposalNews, Punctuality, Reminder, RoundReady, ScheduleNews, ScheduledMeeting,
    Standing, ToldProposal, Voice, describe,
};
use rendezvous::mail::{MailContext, ReturnPath, StopLink};
use rendezvous::words::Words;

use super::mail_people::{event, meeting, participant, programme, proposal, slot};

pub const FROM: &str = "events@rendezvous.example";
pub const CONTACT: &str = "team@cluster.example";
pub const READER: &str = "ada@engines.example";
pub const PARTNER: &str = "hidden.address@partner.example";
pub const LINK: &str = "https://rendezvous.example/my/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4";

pub const ASK: &str =
    "https://rendezvous.example/my/Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4?to=calendar";

pub const STOP: &str = "https://rendezvous.example/unsubscribe/0123456789abcdef0123456789abcdef";

/// What the mails of a test are made of.
pub struct Sample {
    pub event: Event,
    pub reader: Participant,
    pub partner: Participant,
    pub meetings: Vec<Meeting>,
    /// A session that the reader takes part in, and topics that the partner offers.
    pub programme: Programme,
    /// Whose doing it is that meetings are off.
    pub voice: Voice,
    /// Signs the mails; not at all unless a test says so.
    pub signer: Arc<Signer>,
}

pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2020, 11, 2, 8, 30, 0).unwrap()
}

/// By what calendars know the event.
pub fn origin() -> CalendarOrigin {
    CalendarOrigin { host: "rendezvous.example".into(), organiser: email(FROM), revision: 0 }
}

pub fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

impl Sample {
    /// An event at a place, an English name, and a reader of this language.
    pub fn in_language(lang: Lang) -> Sample {
        let mut reader = participant("1", "Ada Lovelace", "Analytical Engines Ltd", "GB", READER);
        reader.profile.lang = lang;
        let mut partner =
            participant("2", "Jérôme Müller-Ångström", "Cluster für Wasser, Luft & Boden", "AT", PARTNER);
        let start = Utc.with_ymd_and_hms(2020, 11, 11, 13, 20, 0).unwrap();
        let meetings = vec![
            meeting("m1", &reader, &partner, start, 7),
            meeting("m2", &partner, &reader, start + Duration::hours(20), 12),
        ];
        let programme = programme();
        reader.profile.attendance.sessions = vec![programme.sessions[0].id.clone()];
        let offers = |topic: &Topic| Interest {
            topic: topic.id.clone(),
            kind: InterestKind::Offer,
            text: String::new(),
        };
        partner.profile.interests = programme.topics.iter().map(offers).collect();
        let (voice, signer) = (Voice::Plain, Arc::default());
        Sample { event: event(), reader, partner, meetings, programme, voice, signer }
    }

    /// The same with one meeting at each of these times.
    pub fn meeting_at(mut self, starts: &[DateTime<Utc>]) -> Sample {
        let of = |(at, start): (usize, &DateTime<Utc>)| {
            meeting(&format!("m{at}"), &self.reader, &self.partner, *start, 7)
        };
        self.meetings = starts.iter().enumerate().map(of).collect();
        self
    }

    /// The reader's meetings with their partner.
    pub fn scheduled(&self) -> Vec<ScheduledMeeting<'_>> {
        self.meetings
            .iter()
            .map(|meeting| ScheduledMeeting {
                meeting,
                partner: &self.partner,
                floor: &self.programme.floor,
                interpreting: &self.programme.interpreting,
            })
            .collect()
    }

    fn proposal_news(&self, kind: MailKind) -> ProposalNews {
        let side = if kind == MailKind::ProposalReceived { Side::Asked } else { Side::Author };
        let closed = kind == MailKind::ProposalClosed;
        let state = if closed { ProposalState::Lapsed } else { ProposalState::Open };
        let proposal = Proposal { state, ..proposal() };
        let told = ToldProposal { other: self.partner.clone(), slot: slot(), proposal, side, instead: None };
        ProposalNews::of(vec![told]).unwrap()
    }

    /// One mail of each kind, in the order of [`MailKind::ALL`].
    pub fn mails(&self) -> Vec<OutgoingMail> {
        MailKind::ALL.into_iter().map(|kind| self.mail(kind)).collect()
    }

    /// One mail of a kind.
    pub fn mail(&self, kind: MailKind) -> OutgoingMail {
        let (base_url, from) = (BaseUrl::parse("https://rendezvous.example").unwrap(), email(FROM));
        let message_id =
            format!("0193-{}-{}@rendezvous.example", kind.code().replace('_', "-"), self.reader.profile.lang);
        let return_path = ReturnPath { address: from.clone(), token: None };
        let context = MailContext {
            base_url: &base_url,
            from: &from,
            return_path,
            signer: &self.signer,
            now: now(),
            message_id,
            test_for: (kind == MailKind::MailingTest).then(|| email(READER)),
        };
        let (event, reader) = (&self.event, &self.reader);
        let scheduled = self.scheduled();
        let opening = Utc.with_ymd_and_hms(2020, 11, 11, 12, 20, 0).unwrap();
        let time = (opening, opening + Duration::hours(1));
        let title = Localised::one(Lang::En, "Opening");
        let session = Session::plain(SessionId("s1".into()), title, "Hall A".into(), time);
        let plan = DayPlan { day: event.starts_on, sessions: vec![&session], meetings: scheduled.clone() };
        let stop =
            StopLink { link: STOP.into(), mailbox: Some(email("bounces+stop-0123@rendezvous.example")) };
        let reminder = Reminder {
            event,
            participant: reader,
            link: LINK,
            stop: &stop,
            punctuality: Punctuality::Late,
            useful_until: opening,
        };
        let origin = origin();
        let meetings = MeetingReader { event, participant: reader, origin: &origin, link: LINK };
        let made = match kind {
            MailKind::Confirm => messages::confirm(&context, event, reader, LINK, 48),
            MailKind::ConfirmAddress => messages::confirm_address(&context, event, reader, LINK, 24),
            MailKind::AddressChanged => {
                messages::address_changed(&context, event, reader, &email("ada@new.example"))
            }
            MailKind::Schedule => {
                messages::schedule(&context, &meetings, &self.plan_mail(&ScheduleNews::First, &scheduled))
            }
            MailKind::ScheduleChanged => {
                let words = Words::of(reader.profile.lang);
                let say = |one| describe(words, (event, reader), one);
                let said: Vec<String> = scheduled.iter().map(say).collect();
                let news = ScheduleNews::Changed {
                    because: None,
                    added: said.clone(),
                    moved: said.clone(),
                    cancelled: said,
                    voice: self.voice,
                };
                messages::schedule(&context, &meetings, &self.plan_mail(&news, &scheduled))
            }
            MailKind::Invitation => messages::invitation(&context, &meetings, &scheduled[0]),
            MailKind::MeetingCancelled => {
                messages::meeting_cancelled(&context, &meetings, &scheduled[0], self.voice, None)
            }
            MailKind::InterpreterPlan => {
                let interpreter = Interpreter {
                    id: InterpreterId("i1".into()),
                    name: "Anna Schmidt".into(),
                    email: Some(email(READER)),
                    lang: reader.profile.lang,
                    languages: vec!["de".into(), "fr".into()],
                    away: Default::default(),
                };
                let people = [&self.partner, reader];
                let meetings: Vec<Interpreted<'_>> =
                    self.meetings.iter().map(|meeting| Interpreted { meeting, people }).collect();
                let told = InterpreterMail {
                    event,
                    floor: &self.programme.floor,
                    interpreter: &interpreter,
                    meetings: &meetings,
                    gone: &[],
                    host: &origin.host,
                };
                messages::interpreter_plan(&context, &told)
            }
            MailKind::EventMoved => {
                let owner = CalendarOwner { event, participant: reader, origin: &origin, now: context.now };
                messages::event_moved(&context, &owner, true, LINK, (event.starts_on, event.starts_on))
            }
            MailKind::SessionMoved => {
                let later = Session { starts_at: opening + Duration::hours(1), ..session.clone() };
                messages::session_moved(&context, event, reader, LINK, (&session, &later))
            }
            MailKind::SessionPlace => {
                messages::session_place(&context, event, reader, LINK, (&session, true))
            }
            MailKind::SessionInvited => messages::session_invited(&context, event, reader, LINK, &session),
            MailKind::Invited | MailKind::InvitedReminder => {
                let day = now().date_naive() + Duration::days(7);
                let asked = Invitation::until(day, event, reader.id.clone(), now());
                messages::invited(&context, &self.invited(kind, &asked))
            }
            MailKind::SeatOffered => {
                messages::seat_offered(&context, event, reader, ("ABCD2345", LINK), opening)
            }
            MailKind::DeclineHeard => messages::decline_heard(&context, &meetings, &scheduled[0]),
            MailKind::FormLink => {
                let address = email(READER);
                let to = Addressee { email: &address, lang: reader.profile.lang };
                messages::form_link(&context, event, &to, LINK, 14)
            }
            MailKind::ColleagueInvited => {
                let address = email(READER);
                let to = Addressee { email: &address, lang: reader.profile.lang };
                let from = self.partner.profile.person.name.as_str();
                messages::colleague_invited(&context, event, &to, from, LINK, 14)
            }
            MailKind::Erased => messages::erased(&context, event, reader),
            MailKind::ReminderDay => messages::reminder_day(&context, &reminder, &plan),
            MailKind::ReminderHour => messages::reminder_hour(&context, &reminder, &plan),
            MailKind::ProposalReceived | MailKind::ProposalSent | MailKind::ProposalClosed => {
                messages::proposals(&context, event, reader, LINK, &self.proposal_news(kind))
            }
            MailKind::MessageReceived => {
                let news = DirectNews::Text("Shall we meet at the entrance?\nI bring the drawings.");
                let mail = DirectMail { event, reader, writer: &self.partner, link: LINK, news };
                messages::message_received(&context, &mail)
            }
            MailKind::NewPassword => messages::new_password(&context, &self.account(), LINK, 24),
            MailKind::AccountInvited => {
                let mail = AccountInvitationMail {
                    name: &reader.profile.person.name,
                    to: &email(READER),
                    lang: reader.profile.lang,
                    by: Some("Ada Lovelace"),
                    place: Some((event, Role::Organiser)),
                    link: LINK,
                    days: 7,
                };
                messages::account_invited(&context, &mail)
            }
            MailKind::AccountNotice => {
                let notice = AccountNotice::NewBrowser { browser: "Firefox/140.0 (Windows)".into() };
                messages::account_notice(&context, &self.account(), &notice)
            }
            MailKind::BarrierReport => {
                let told =
                    "The schedule is read out in the wrong order.\n\nI use a screen reader.".to_string();
                let page = "/e/ecc/my/schedule".to_string();
                let barrier = Barrier { told, page, reply_to: Some(email(CONTACT)) };
                let to = email(READER);
                let lang = reader.profile.lang;
                let report = BarrierMail { event: Some(event), reader: &to, lang, barrier: &barrier };
                messages::barrier_report(&context, &report)
            }
            MailKind::RoundReady => {
                let account = self.account();
                let ready = RoundReady { event, account: &account, number: 3, link: LINK, is_draft: true };
                messages::round_ready(&context, &ready)
            }
            MailKind::DeletionAnnounced => {
                let account = self.account();
                let day = event.shreds_on();
                let question = Some(Localised::one(Lang::En, "What do you need to take part?"));
                let coming = [
                    ComingDeletion { question: None, count: 30, day },
                    ComingDeletion { question, count: 2, day },
                ];
                let told =
                    DeletionMail { event, account: &account, link: LINK, coming: &coming, postponed: None };
                messages::deletion_announced(&context, &told)
            }
            MailKind::Mailing | MailKind::MailingTest | MailKind::NudgeTopics | MailKind::NudgeWish => {
                let (subject, text) = self.written();
                let nudge = Nudge::ALL.into_iter().find(|nudge| nudge.mail_kind() == kind);
                let what = MailingMail {
                    event,
                    nudge,
                    subject: &subject,
                    text: &text,
                    participant: reader,
                    reference: "KX7Q2MNP",
                    meetings: 6,
                    link: LINK,
                    stop: &stop,
                };
                messages::mailing(&context, &what)
            }
            standing => {
                let place = (standing == MailKind::WaitingList).then_some(17);
                messages::standing(
                    &context,
                    event,
                    reader,
                    &Standing { kind: standing, code: "KX7Q2MNP", link: LINK, place },
                )
            }
        };
        made.unwrap()
    }

    /// What an organiser writes to many.
    fn written(&self) -> (Localised, Localised) {
        let subject = Localised::one(Lang::En, "How to reach us: {event}")
            .with(Lang::De, "So kommen Sie zu uns: {event}")
            .with(Lang::Fr, "Comment venir : {event}");
        let text = Localised::one(
            Lang::En,
            "Dear {name},\n\nthe underground is closed.\nhttps://transport.example/map\n\n{organiser}",
        )
        .with(
            Lang::De,
            "Guten Tag {name},\n\ndie U-Bahn ist geschlossen.\n\nIhre Gespräche ({meetings}): {my_event}",
        )
        .with(
            Lang::Fr,
            "Bonjour {name},\n\nle métro est fermé. {dates}, {place}\n\n{reference}, {organisation}",
        );
        (subject, text)
    }

    /// A mail about the plan, with the calendar that the event sends.
    fn plan_mail<'a>(&self, news: &'a ScheduleNews, meetings: &'a [ScheduledMeeting<'a>]) -> PlanMail<'a> {
        let calendar = match self.event.calendar_mode {
            CalendarMode::Invitation => PlanCalendar::Invitations,
            CalendarMode::File => PlanCalendar::File(meetings),
        };
        PlanMail { news, plan: meetings, calendar, ask: Some(ASK) }
    }

    fn invited<'a>(&'a self, kind: MailKind, invitation: &'a Invitation) -> InvitationMail<'a> {
        let (event, programme, participant) = (&self.event, &self.programme, &self.reader);
        InvitationMail { kind, event, programme, participant, invitation, link: LINK }
    }

    /// The reader as an organiser.
    fn account(&self) -> Account {
        Account {
            id: AccountId("a1".into()),
            email: READER.into(),
            name: self.reader.profile.person.name.clone(),
            is_admin: false,
            lang: self.reader.profile.lang,
            created_at: now(),
        }
    }

    /// The same at an event in video rooms.
    pub fn online(mut self) -> Sample {
        self.event.venue = Venue::Online { room_link: "https://meet.example/ecc-{meeting}".into() };
        for meeting in &mut self.meetings {
            meeting.table = None;
        }
        self
    }

    /// The same at an event that sends one calendar file.
    pub fn with_file(mut self) -> Sample {
        self.event.calendar_mode = CalendarMode::File;
        self
    }

    /// Puts a text into every field that a person types and a mail shows.
    pub fn named(mut self, name: &str) -> Sample {
        for person in [&mut self.reader.profile.person, &mut self.partner.profile.person] {
            person.name = name.into();
            person.organisation = name.into();
        }
        self.event.name = Localised::one(Lang::En, name);
        self.event.organiser_name = name.into();
        self.event.venue = Venue::Onsite { place: name.into(), tables: 20 };
        self
    }
}
