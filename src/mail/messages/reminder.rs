//! Reminders: the programme of a day on the evening before, and the first meeting of a day an hour before it. The
//! calendar is not sent again: who has it has it.

use chrono::{DateTime, NaiveDate, Utc};

use super::schedule::{appointment, meeting_facts};
use super::{EventMail, ScheduledMeeting, action};
use crate::domain::event::{Event, Session};
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::participant::Participant;
use crate::domain::text;
use crate::mail::letter::{Appointment, Block, Day, web_address};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError, StopLink};

/// Whether a reminder comes when it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Punctuality {
    OnTime,
    /// The server was off when it was due; the mail says that it is late.
    Late,
}

/// Whom a reminder goes to, and what goes with every one.
#[derive(Debug, Clone, Copy)]
pub struct Reminder<'a> {
    pub event: &'a Event,
    pub participant: &'a Participant,
    /// The personal link.
    pub link: &'a str,
    /// Where reminders are stopped.
    pub stop: &'a StopLink,
    pub punctuality: Punctuality,
    /// What it is about begins then.
    pub useful_until: DateTime<Utc>,
}

/// What a participant has on a day.
#[derive(Debug, Clone)]
pub struct DayPlan<'a> {
    pub day: NaiveDate,
    /// Those they take part in; all of the day where they chose none.
    pub sessions: Vec<&'a Session>,
    pub meetings: Vec<ScheduledMeeting<'a>>,
}

/// The programme of a day, on the evening before.
pub fn reminder_day(
    context: &MailContext<'_>,
    reminder: &Reminder<'_>,
    plan: &DayPlan<'_>,
) -> Result<OutgoingMail, MailError> {
    let mail = reminder.mail(context, MailKind::ReminderDay);
    let words = mail.words;
    let say = |part: &str| {
        let key = format!("mail-reminder-day-{part}");
        let values = [("event", mail.event_name()), ("date", words.date(plan.day))];
        words.tn(&key, &[values[0].clone(), values[1].clone(), ("count", plan.meetings.len().to_string())])
    };
    let text = match (plan.meetings.is_empty(), plan.sessions.is_empty()) {
        (false, _) => "text",
        (true, false) => "text-no-meetings",
        (true, true) => "text-nothing",
    };
    let mut blocks = reminder.lateness(&mail);
    blocks.extend([
        Block::Paragraph(say(text)),
        Block::Facts(mail.event_facts()),
        day(&mail, plan),
        Block::Paragraph(if plan.meetings.is_empty() { String::new() } else { say("calendar") }),
        action(context, words.t("mail-open-schedule"), reminder.link)?,
        Block::Paragraph(words.t("mail-link-is-personal")),
    ]);
    mail.finish(say("subject"), say("heading"), blocks, Calendar::None)
}

/// The first meeting of a day an hour before it, and what follows on it.
pub fn reminder_hour(
    context: &MailContext<'_>,
    reminder: &Reminder<'_>,
    plan: &DayPlan<'_>,
) -> Result<OutgoingMail, MailError> {
    let mail = reminder.mail(context, MailKind::ReminderHour);
    let words = mail.words;
    let Some((first, others)) = plan.meetings.split_first() else {
        return Err(MailError::Kind("reminder_hour without a meeting"));
    };
    let say = |part: &str| {
        let time = words.plain_time(first.meeting.starts_at, mail.clocks);
        let values = [("event", mail.event_name()), ("partner", first.partner_name()), ("time", time)];
        words.tn(&format!("mail-reminder-hour-{part}"), &values)
    };
    let rest = DayPlan { meetings: others.to_vec(), sessions: Vec::new(), day: plan.day };
    let mut blocks = reminder.lateness(&mail);
    blocks.extend([
        Block::Paragraph(say("text")),
        Block::Facts(meeting_facts(&mail, first)),
        Block::Paragraph(if others.is_empty() { String::new() } else { say("then") }),
        day(&mail, &rest),
        action(context, words.t("mail-open-schedule"), reminder.link)?,
        Block::Paragraph(words.t("mail-link-is-personal")),
    ]);
    mail.finish(say("subject"), say("heading"), blocks, Calendar::None)
}

impl<'a> Reminder<'a> {
    fn mail(&self, context: &'a MailContext<'a>, kind: MailKind) -> EventMail<'a> {
        EventMail {
            stop: Some(self.stop),
            useful_until: Some(self.useful_until),
            ..EventMail::new(context, kind, self.event, self.participant)
        }
    }

    fn lateness(&self, mail: &EventMail<'_>) -> Vec<Block> {
        match self.punctuality {
            Punctuality::OnTime => Vec::new(),
            Punctuality::Late => vec![Block::Paragraph(mail.words.t("mail-reminder-late"))],
        }
    }
}

/// Sessions and meetings in the order of the day; nothing if there are none.
fn day(mail: &EventMail<'_>, plan: &DayPlan<'_>) -> Block {
    let (words, event) = (mail.words, mail.event);
    let sessions = plan.sessions.iter().map(|session| (session.starts_at, session_item(mail, session)));
    let meetings =
        plan.meetings.iter().map(|scheduled| (scheduled.meeting.starts_at, appointment(mail, scheduled)));
    let mut items: Vec<(DateTime<Utc>, Appointment)> = sessions.chain(meetings).collect();
    items.sort_by_key(|(at, _)| *at);
    let zone = items.first().map(|(at, _)| words.zone(*at, event.time_zone).0).unwrap_or_default();
    let title = super::schedule::capitalised(&format!("{} ({zone})", words.long_date(plan.day)));
    Block::Day(Day { title, meetings: items.into_iter().map(|(_, item)| item).collect() })
}

fn session_item(mail: &EventMail<'_>, session: &Session) -> Appointment {
    let title = session.title.get(mail.words.lang, mail.event.first_language());
    let place = text::shown_name(&session.place);
    Appointment {
        time: mail.words.time_range(session.starts_at, session.ends_at, mail.event.time_zone),
        own: mail.words.own_range(session.starts_at, session.ends_at, mail.clocks),
        partner: text::shown_name(title),
        about: String::new(),
        link: web_address(&place),
        place,
    }
}
