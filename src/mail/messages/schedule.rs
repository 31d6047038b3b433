//! Mails about meetings: the whole schedule, an invitation to one meeting, its cancellation.

use chrono::{DateTime, Utc};

use super::{EventMail, ScheduledMeeting, action, fact};
use crate::documents::calendar::{self, CalendarOwner};
use crate::documents::own_calendar;
use crate::domain::calendar_origin::CalendarOrigin;
use crate::domain::country;
use crate::domain::event::Event;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::meeting::Because;
use crate::domain::meeting_report::CancelWord;
use crate::domain::participant::Participant;
use crate::domain::text;
use crate::mail::letter::{Appointment, Block, Day, Fact, web_address};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};
use crate::words::{Clocks, Words};

/// Whose meetings a mail is about.
#[derive(Debug, Clone, Copy)]
pub struct MeetingReader<'a> {
    pub event: &'a Event,
    pub participant: &'a Participant,
    /// By what their calendar knows the meetings.
    pub origin: &'a CalendarOrigin,
    /// The personal link.
    pub link: &'a str,
}

/// Whose doing it is that meetings are off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// Somebody else's.
    Plain,
    /// The reader has called them off: nobody is sorry, and they know why.
    Own,
    /// The reader's registration has ended.
    Left,
}

impl Voice {
    /// The part of the words that says it.
    fn text(self) -> &'static str {
        match self {
            Voice::Plain => "text",
            Voice::Own => "own-text",
            Voice::Left => "left-text",
        }
    }
}

/// What is new in a schedule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScheduleNews {
    /// Everything.
    First,
    /// Something, said meeting by meeting; [`describe`] makes these texts.
    Changed {
        /// Why the organiser changed it, where that is told.
        because: Option<Because>,
        added: Vec<String>,
        moved: Vec<String>,
        cancelled: Vec<String>,
        voice: Voice,
    },
}

/// How meetings reach the reader's calendar.
#[derive(Debug, Clone, Copy)]
pub enum PlanCalendar<'a> {
    /// Each by a mail of its own.
    Invitations,
    /// By a file with these, if there are any.
    File(&'a [ScheduledMeeting<'a>]),
}

/// What a mail about somebody's plan says.
#[derive(Debug, Clone, Copy)]
pub struct PlanMail<'a> {
    pub news: &'a ScheduleNews,
    /// Everything that is planned.
    pub plan: &'a [ScheduledMeeting<'a>],
    pub calendar: PlanCalendar<'a>,
    /// Where the reader says how they want their meetings in their calendar, if they have not yet.
    pub ask: Option<&'a str>,
}

/// A meeting in one line, by the clocks of its reader: `Wednesday, 11 November 2020, 14:20–14:40 (CET, UTC+1): Ada Lovelace (Analytical Engines), table 7`.
pub fn describe(
    words: Words,
    (event, reader): (&Event, &Participant),
    scheduled: &ScheduledMeeting<'_>,
) -> String {
    let clocks = Clocks::of(event, &reader.profile.person);
    let when = words.stretch(scheduled.meeting.starts_at, scheduled.meeting.ends_at, clocks);
    let who = scheduled.partner_name();
    let place = Some(scheduled.place(words, event)).filter(|place| !place.is_empty());
    let said = [Some(who), place, scheduled.interpreter(words)].into_iter().flatten();
    format!("{when}: {}", said.collect::<Vec<_>>().join(", "))
}

/// All meetings of a participant, and what is new.
pub fn schedule(
    context: &MailContext<'_>,
    reader: &MeetingReader<'_>,
    plan: &PlanMail<'_>,
) -> Result<OutgoingMail, MailError> {
    let MeetingReader { event, participant, link, .. } = *reader;
    let ahead = plan.plan.iter().map(|scheduled| scheduled.meeting.starts_at).filter(|at| *at > context.now);
    let (kind, meeting, text) = match plan.news {
        ScheduleNews::First => (MailKind::Schedule, None, "text"),
        ScheduleNews::Changed { voice, .. } => (MailKind::ScheduleChanged, ahead.min(), voice.text()),
    };
    let meetings = Some(plan.plan.len());
    let mail = EventMail { meeting, meetings, ..EventMail::new(context, kind, event, participant) };
    let words = mail.words;
    let (calendar, note) = calendar_of(context, reader, plan);
    let mut blocks = vec![Block::Paragraph(mail.say(text)), Block::Paragraph(reason(&mail, plan.news))];
    blocks.extend(news_blocks(words, plan.news));
    blocks.push(Block::Paragraph(words.t1("mail-schedule-count", "count", plan.plan.len())));
    blocks.extend(days(&mail, plan.plan));
    blocks.extend(note.map(|note| Block::Paragraph(words.t(note))));
    blocks.extend(plan.ask.filter(|_| !plan.plan.is_empty()).map(|link| ask(words, link)));
    blocks.push(action(context, words.t("mail-open-schedule"), link)?);
    blocks.push(Block::Paragraph(words.t("mail-schedule-after")));
    blocks.push(Block::Paragraph(words.t("mail-link-is-personal")));
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, calendar)
}

/// The file that comes with the plan, and what is said of it. If the event itself has moved, its own entry moves too, however
/// the meetings come.
fn calendar_of(
    context: &MailContext<'_>,
    reader: &MeetingReader<'_>,
    plan: &PlanMail<'_>,
) -> (Calendar, Option<&'static str>) {
    let because = match plan.news {
        ScheduleNews::First => None,
        ScheduleNews::Changed { because, .. } => *because,
    };
    let has_moved = matches!(because, Some(Because::EventMoved { .. } | Because::PlaceChanged));
    let (by_file, note) = match plan.calendar {
        PlanCalendar::File([]) => (&[][..], None),
        PlanCalendar::File(meetings) => (meetings, Some("mail-schedule-file")),
        PlanCalendar::Invitations if plan.plan.is_empty() => (&[][..], None),
        PlanCalendar::Invitations => (&[][..], Some("mail-schedule-invitations")),
    };
    let owner = owner(context, reader);
    let calendar = match (has_moved, by_file) {
        (true, meetings) => {
            let link = context.base_url.my_event(&reader.event.slug);
            Calendar::File { name: "event.ics", ics: own_calendar::event_file(&owner, &link, meetings) }
        }
        (false, []) => Calendar::None,
        (false, meetings) => {
            Calendar::File { name: "meetings.ics", ics: calendar::publish(&owner, meetings) }
        }
    };
    (calendar, note)
}

/// How does the reader want their meetings in their calendar?
fn ask(words: Words, link: &str) -> Block {
    let (name, value) = (words.t("mail-schedule-ask"), words.t("mail-schedule-ask-way"));
    Block::Facts(vec![Fact { name, value, link: Some(link.to_string()) }])
}

/// An invitation to one meeting, or its update: calendars tell the two apart by the meeting's sequence.
pub fn invitation(
    context: &MailContext<'_>,
    reader: &MeetingReader<'_>,
    scheduled: &ScheduledMeeting<'_>,
) -> Result<OutgoingMail, MailError> {
    let mail =
        about(scheduled, EventMail::new(context, MailKind::Invitation, reader.event, reader.participant));
    let ics = calendar::request(&owner(context, reader), mail.recipient()?, scheduled);
    let subject = if scheduled.meeting.sequence == 0 { "subject" } else { "subject-changed" };
    let calendar = Calendar::Message { method: "REQUEST", ics };
    one_meeting(&mail, [subject, "text"], reader.link, scheduled, "", calendar)
}

/// `Reason: ill. Back on Friday.`
pub fn cancel_reason(words: Words, word: &CancelWord) -> String {
    let reason = words.t(&format!("cancel-reason-{}", word.reason.code()));
    let note = text::line(&word.note);
    let reason = if note.is_empty() { reason } else { format!("{reason}. {note}") };
    words.t1("mail-cancel-reason", "reason", reason)
}

/// "This meeting does not take place": takes the meeting out of the calendar where an invitation put it there. With the
/// partner's reason, if they tell it.
pub fn meeting_cancelled(
    context: &MailContext<'_>,
    reader: &MeetingReader<'_>,
    scheduled: &ScheduledMeeting<'_>,
    voice: Voice,
    word: Option<&CancelWord>,
) -> Result<OutgoingMail, MailError> {
    let mail = about(
        scheduled,
        EventMail::new(context, MailKind::MeetingCancelled, reader.event, reader.participant),
    );
    let ics = calendar::cancel(&owner(context, reader), mail.recipient()?, scheduled);
    let why = word.map(|word| cancel_reason(mail.words, word)).unwrap_or_default();
    let calendar = Calendar::Message { method: "CANCEL", ics };
    one_meeting(&mail, ["subject", voice.text()], reader.link, scheduled, &why, calendar)
}

/// A mail about one meeting.
fn about<'a>(scheduled: &ScheduledMeeting<'_>, mail: EventMail<'a>) -> EventMail<'a> {
    EventMail { meeting: Some(scheduled.meeting.starts_at), ..mail }
}

fn one_meeting(
    mail: &EventMail<'_>,
    [subject, text]: [&str; 2],
    link: &str,
    scheduled: &ScheduledMeeting<'_>,
    why: &str,
    calendar: Calendar,
) -> Result<OutgoingMail, MailError> {
    let words = mail.words;
    let say = |part: &str| {
        let key = format!("mail-{}-{part}", mail.kind.code().replace('_', "-"));
        let day = scheduled.meeting.starts_at.with_timezone(&mail.event.time_zone).date_naive();
        words.tn(
            &key,
            &[
                ("partner", scheduled.partner_name()),
                ("event", mail.event_name()),
                ("date", words.date(day)),
                ("time", words.plain_time(scheduled.meeting.starts_at, mail.clocks)),
            ],
        )
    };
    let blocks = vec![
        Block::Paragraph(say(text)),
        Block::Paragraph(why.to_string()),
        Block::Facts(meeting_facts(mail, scheduled)),
        Block::Paragraph(say("calendar")),
        action(mail.context, words.t("mail-open-schedule"), link)?,
        Block::Paragraph(words.t("mail-link-is-personal")),
    ];
    mail.finish(say(subject), say("heading"), blocks, calendar)
}

/// `The programme begins 30 minutes later than planned.`
pub(super) fn agenda_moved(words: Words, minutes: i64) -> String {
    let key = if minutes > 0 { "mail-agenda-later" } else { "mail-agenda-earlier" };
    words.t1(key, "minutes", minutes.abs())
}

/// Why the organiser changed it, in a sentence; nothing where that is not told.
fn reason(mail: &EventMail<'_>, news: &ScheduleNews) -> String {
    let ScheduleNews::Changed { because: Some(because), .. } = news else { return String::new() };
    let (words, event) = (mail.words, mail.event);
    let days = |first, last| words.date_range(first, last);
    match *because {
        Because::EventMoved { first, last } => {
            let now = days(event.starts_on, event.ends_on);
            words.t2("mail-because-event-moved", "before", days(first, last), "after", now)
        }
        Because::AgendaMoved { minutes } => agenda_moved(words, minutes),
        Because::PlaceChanged => words.t("mail-because-place"),
        Because::BlockMoved => words.t("mail-because-block"),
        Because::Withdrawn => words.t("mail-because-withdrawn"),
        Because::NoLongerFits => words.t("mail-because-misfit"),
    }
}

fn owner<'a>(context: &MailContext<'_>, reader: &MeetingReader<'a>) -> CalendarOwner<'a> {
    let MeetingReader { event, participant, origin, .. } = *reader;
    CalendarOwner { event, participant, origin, now: context.now }
}

fn news_blocks(words: Words, news: &ScheduleNews) -> Vec<Block> {
    let ScheduleNews::Changed { added, moved, cancelled, .. } = news else { return Vec::new() };
    [("mail-schedule-added", added), ("mail-schedule-moved", moved), ("mail-schedule-cancelled", cancelled)]
        .into_iter()
        .filter(|(_, texts)| !texts.is_empty())
        .flat_map(|(title, texts)| {
            let texts = texts.iter().map(|text| capitalised(&text::line(text))).collect();
            [Block::Subheading(words.t(title)), Block::List(texts)]
        })
        .collect()
}

/// The meetings day by day.
fn days(mail: &EventMail<'_>, meetings: &[ScheduledMeeting<'_>]) -> Vec<Block> {
    let mut sorted = meetings.to_vec();
    sorted.sort_by_key(|scheduled| scheduled.meeting.starts_at);
    let starts_at = |scheduled: &ScheduledMeeting<'_>| scheduled.meeting.starts_at;
    by_day(mail.words, mail.event, &sorted, (starts_at, |scheduled| appointment(mail, scheduled)))
}

/// What stands in the order of its start, day by day. The zone stands at each day: clocks may change between two.
pub(super) fn by_day<M>(
    words: Words,
    event: &Event,
    sorted: &[M],
    (starts_at, appointment): (impl Fn(&M) -> DateTime<Utc>, impl Fn(&M) -> Appointment),
) -> Vec<Block> {
    let date = |one: &M| starts_at(one).with_timezone(&event.time_zone).date_naive();
    let of_day = |of_day: &[M]| {
        let first = of_day.first()?;
        let zone = words.zone(starts_at(first), event.time_zone);
        let title = capitalised(&format!("{} ({})", words.long_date(date(first)), zone.0));
        Some(Block::Day(Day { title, meetings: of_day.iter().map(&appointment).collect() }))
    };
    sorted.chunk_by(|earlier, later| date(earlier) == date(later)).filter_map(of_day).collect()
}

/// With a capital at the beginning: French writes the days of the week without one.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(chars).collect()
}

pub(super) fn appointment(mail: &EventMail<'_>, scheduled: &ScheduledMeeting<'_>) -> Appointment {
    let (words, event, meeting) = (mail.words, mail.event, scheduled.meeting);
    let person = &scheduled.partner.profile.person;
    let (name, organisation) = (text::shown_name(&person.name), text::shown_name(&person.organisation));
    let partner = if name.is_empty() { organisation.clone() } else { name };
    let organisation = Some(organisation).filter(|organisation| *organisation != partner);
    let about =
        [organisation, Some(country::name(&person.country, words.lang)), scheduled.interpreter(words)];
    let place = scheduled.place(words, event);
    Appointment {
        time: words.time_range(meeting.starts_at, meeting.ends_at, event.time_zone),
        own: words.own_range(meeting.starts_at, meeting.ends_at, mail.clocks),
        partner,
        about: about.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        link: web_address(&place),
        place,
    }
}

pub(super) fn meeting_facts(mail: &EventMail<'_>, scheduled: &ScheduledMeeting<'_>) -> Vec<Fact> {
    let (words, event) = (mail.words, mail.event);
    let person = &scheduled.partner.profile.person;
    let when = words.stretch(scheduled.meeting.starts_at, scheduled.meeting.ends_at, mail.clocks);
    let place = scheduled.place(words, event);
    let link = web_address(&place);
    let name = scheduled.interpreting.name(scheduled.meeting.interpreter.as_ref());
    let facts = [
        fact(words.t("mail-fact-partner"), scheduled.partner_name()),
        fact(words.t("mail-fact-country"), country::name(&person.country, words.lang)),
        fact(words.t("mail-fact-time"), when),
        Fact { name: words.t("mail-fact-place"), value: place, link },
        fact(words.t("mail-fact-interpreter"), name.unwrap_or_default().to_string()),
        fact(words.t("mail-fact-event"), mail.event_name()),
    ];
    facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}
