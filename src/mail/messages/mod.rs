//! What the mails say: one function for each occasion. Every name in them is cleaned once more, whatever its past.

mod account;
mod barrier;
mod decline;
mod deletion;
mod direct;
mod interpreter;
mod invitation;
mod mailing;
mod news;
mod program;
mod proposal;
mod registration;
mod registration_form;
mod reminder;
mod round;
mod schedule;
mod written;

pub use account::{AccountInvitationMail, AccountNotice, account_invited, account_notice, new_password};
pub use barrier::{BarrierMail, barrier_report};
pub use decline::decline_heard;
pub use deletion::{ComingDeletion, DeletionMail, deletion_announced};
pub use direct::{DirectMail, DirectNews, message_received};
pub use interpreter::{InterpreterMail, interpreter_plan};
pub use invitation::{InvitationMail, invited};
pub use mailing::{MailingMail, mailing};
pub use news::{agenda_moved, event_moved, session_invited, session_moved, session_place};
pub use proposal::{ProposalNews, ToldProposal, proposals};
pub use registration::{
    Standing, address_changed, confirm, confirm_address, erased, seat_offered, standing, standing_with_event,
};
pub use registration_form::{colleague_invited, form_link};
pub use reminder::{DayPlan, Punctuality, Reminder, reminder_day, reminder_hour};
pub use round::{RoundReady, round_ready};
pub use schedule::{MeetingReader, PlanCalendar, PlanMail, ScheduleNews, Voice};
pub use schedule::{cancel_reason, describe, invitation, meeting_cancelled, schedule};

pub use crate::documents::calendar::ScheduledMeeting;

use chrono::{DateTime, Utc};

use super::letter::{Block, Fact, Letter, accent};
use super::mime::{self, Calendar, List, Parts};
use super::{MailContext, MailError, StopLink};
use crate::domain::event::{Event, Venue};
use crate::domain::ids::ParticipantId;
use crate::domain::lang::Lang;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::participant::Participant;
use crate::domain::subscription::Series;
use crate::domain::text::{self, Email};
use crate::words::{Clocks, Words};

/// A mail of an event to one of its participants.
struct EventMail<'a> {
    context: &'a MailContext<'a>,
    event: &'a Event,
    reader: Reader<'a>,
    kind: MailKind,
    words: Words,
    /// By which the reader reads times.
    clocks: Clocks,
    /// How mails of this kind are stopped, if they can be.
    stop: Option<&'a StopLink>,
    useful_until: Option<DateTime<Utc>>,
    /// When the meeting begins that it is about.
    meeting: Option<DateTime<Utc>>,
    /// The reader's reference number, if it is known here.
    reference: Option<&'a str>,
    /// How many meetings they have, if it is known here.
    meetings: Option<usize>,
}

/// Who reads a mail: a participant, or somebody who may become one.
struct Reader<'a> {
    participant: Option<&'a ParticipantId>,
    name: &'a str,
    organisation: &'a str,
    email: Option<&'a Email>,
}

/// Somebody who is not registered, with the language to write in. They are named nowhere: a stranger may have typed the name.
#[derive(Debug, Clone, Copy)]
pub struct Addressee<'a> {
    pub email: &'a Email,
    pub lang: Lang,
}

impl<'a> EventMail<'a> {
    fn new(
        context: &'a MailContext<'a>,
        kind: MailKind,
        event: &'a Event,
        participant: &'a Participant,
    ) -> EventMail<'a> {
        let person = &participant.profile.person;
        let reader = Reader {
            participant: Some(&participant.id),
            name: &person.name,
            organisation: &person.organisation,
            email: person.email.as_ref(),
        };
        let clocks = Clocks::of(event, person);
        EventMail { clocks, ..EventMail::to(context, kind, event, reader, participant.profile.lang) }
    }

    fn to_stranger(
        context: &'a MailContext<'a>,
        kind: MailKind,
        event: &'a Event,
        to: &Addressee<'a>,
    ) -> EventMail<'a> {
        let reader = Reader { participant: None, name: "", organisation: "", email: Some(to.email) };
        EventMail::to(context, kind, event, reader, to.lang)
    }

    fn to(
        context: &'a MailContext<'a>,
        kind: MailKind,
        event: &'a Event,
        reader: Reader<'a>,
        lang: Lang,
    ) -> EventMail<'a> {
        EventMail {
            context,
            event,
            reader,
            kind,
            words: Words::of(lang),
            clocks: Clocks::of_event(event),
            stop: None,
            useful_until: None,
            meeting: None,
            reference: None,
            meetings: None,
        }
    }

    /// The event's name in the reader's language.
    fn event_name(&self) -> String {
        text::shown_name(self.event.name_in(self.words.lang))
    }

    /// Who invites.
    fn organiser(&self) -> String {
        let name = text::shown_name(&self.event.organiser_name);
        if name.is_empty() { self.event_name() } else { name }
    }

    /// How its reader is called, unless nobody has shown that they typed it.
    fn name(&self) -> &'a str {
        if self.kind.is_to_unproved() { "" } else { self.reader.name }
    }

    fn recipient(&self) -> Result<&'a Email, MailError> {
        self.context.test_for.as_ref().or(self.reader.email).ok_or(MailError::NoAddress)
    }

    /// The kind under which it is sent.
    fn sent_as(&self) -> MailKind {
        if self.context.test_for.is_some() { MailKind::MailingTest } else { self.kind }
    }

    /// The words for a part of this kind of mail, which may name the event and the organiser.
    fn say(&self, part: &str) -> String {
        let key = format!("mail-{}-{part}", self.kind.code().replace('_', "-"));
        self.words.t2(&key, "event", self.event_name(), "organiser", self.organiser())
    }

    /// Date and place of the event.
    fn event_facts(&self) -> Vec<Fact> {
        let words = self.words;
        vec![
            fact(words.t("mail-fact-event"), self.event_name()),
            fact(words.t("mail-fact-date"), words.date_range(self.event.starts_on, self.event.ends_on)),
            fact(words.t("mail-fact-place"), self.place()),
        ]
    }

    /// Where the event takes place.
    fn place(&self) -> String {
        match &self.event.venue {
            Venue::Onsite { place, .. } => text::shown_name(place),
            Venue::Online { .. } => self.words.t("mail-online"),
        }
    }

    /// Why this mail, and whom to ask.
    fn footer(&self, contact: Option<&Email>) -> Vec<String> {
        let why = match (self.sent_as(), self.reader.participant) {
            (MailKind::Invited | MailKind::InvitedReminder, _) => "mail-footer-invited",
            (MailKind::MailingTest, _) => "mail-footer-test",
            (MailKind::InterpreterPlan, _) => "mail-footer-interpreter",
            (_, Some(_)) => "mail-footer-why",
            (_, None) => "mail-footer-entered",
        };
        let mut footer = vec![self.words.t2(why, "event", self.event_name(), "organiser", self.organiser())];
        if let Some(contact) = contact {
            let (organiser, contact) = (self.organiser(), contact.as_str());
            footer.push(self.words.t2("mail-footer-contact", "organiser", organiser, "contact", contact));
        }
        footer
    }

    /// Writes the mail, with what the event's organisers say in mails of this kind. A test carries no calendar: its reader has no
    /// such meeting.
    fn finish(
        &self,
        subject: String,
        heading: String,
        blocks: Vec<Block>,
        calendar: Calendar,
    ) -> Result<OutgoingMail, MailError> {
        let (words, to) = (self.words, self.recipient()?);
        let name = self.name();
        let blocks = self.with_own_words(blocks)?;
        let (subject, calendar, participant) = match self.context.test_for {
            Some(_) => (words.t1("mail-test-subject", "subject", &subject), Calendar::None, None),
            None => (subject, calendar, self.reader.participant.cloned()),
        };
        let stop = self.stop.filter(|_| self.context.test_for.is_none());
        let series = self.kind.series().map(Series::code).unwrap_or_default();
        let reply_to = Email::parse(&self.event.contact_email).ok();
        let footer = self.footer(reply_to.as_ref());
        let letter = Letter {
            words,
            subject,
            sender: self.event_name(),
            heading,
            greeting: if self.kind.is_written_by_organiser() { String::new() } else { greeting(words, name) },
            blocks: blocks.into_iter().filter(|block| !is_empty(block)).collect(),
            footer,
            stop: stop.map(|stop| (words.t(&format!("mail-stop-{series}")), stop.link.clone())),
            accent: accent(self.event),
        };
        let via = words.t2("mail-from", "organiser", self.organiser(), "event", self.event_name());
        let list_id = format!("{}.{series}.{}", self.event.slug, self.context.from.wire_domain());
        let parts = Parts {
            from: (via, self.context.from),
            reply_to,
            to: (name.to_string(), to),
            list: stop.map(|stop| List { id: list_id, stop }),
            subject: &letter.subject,
            date: self.context.now,
            message_id: &self.context.message_id,
            text: letter.text()?,
            html: letter.html()?,
            calendar,
        };
        let mime = mime::compose(parts, self.context.signer)?;
        Ok(OutgoingMail {
            event: Some(self.event.id.clone()),
            participant,
            kind: self.sent_as(),
            sender: self.context.return_path.address.clone(),
            bounce: self.context.return_path.token.clone(),
            recipient: to.clone(),
            subject: letter.subject,
            message_id: self.context.message_id.clone(),
            mime,
            priority: self.sent_as().priority(self.meeting, self.context.now),
            useful_until: self.useful_until,
            not_before: None,
        })
    }
}

fn fact(name: String, value: String) -> Fact {
    Fact { name, value, link: None }
}

fn is_empty(block: &Block) -> bool {
    match block {
        Block::Paragraph(text) | Block::Subheading(text) => text.is_empty(),
        Block::Lines(lines) => lines.is_empty(),
        Block::Facts(facts) => facts.is_empty(),
        Block::List(items) => items.is_empty(),
        Block::Day(day) => day.meetings.is_empty(),
        Block::Action { .. } => false,
    }
}

fn greeting(words: Words, name: &str) -> String {
    let name = text::shown_name(name);
    if name.is_empty() { words.t("mail-greeting-unnamed") } else { words.t1("mail-greeting", "name", name) }
}

/// The one thing to do. A link that leads elsewhere is never sent, wherever it came from.
fn action(context: &MailContext<'_>, label: String, link: &str) -> Result<Block, MailError> {
    let path = link.strip_prefix(context.base_url.as_str()).ok_or(MailError::ForeignLink)?;
    let fine = path.starts_with('/') && !path.contains(|c: char| c.is_whitespace() || c.is_control());
    if fine { Ok(Block::Action { label, link: link.to_string() }) } else { Err(MailError::ForeignLink) }
}
