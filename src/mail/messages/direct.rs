//! "Somebody writes to you" and "somebody is late": relayed to whom they meet or have proposed it to. The writer's address stands
//! nowhere in it; the answer is written on the page.

use super::schedule::meeting_facts;
use super::{EventMail, ScheduledMeeting, action, fact};
use crate::domain::answer::AnswerKey;
use crate::domain::country;
use crate::domain::event::Event;
use crate::domain::field;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::participant::Participant;
use crate::domain::text;
use crate::mail::letter::{Block, Fact, Span};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// What somebody is told by another.
#[derive(Debug, Clone, Copy)]
pub enum DirectNews<'a> {
    /// What the other typed.
    Text(&'a str),
    /// They are late for this meeting, of which they are the partner.
    Late(ScheduledMeeting<'a>),
}

/// A message that a mail relays.
#[derive(Debug, Clone, Copy)]
pub struct DirectMail<'a> {
    pub event: &'a Event,
    pub reader: &'a Participant,
    /// Who writes, as the reader sees them.
    pub writer: &'a Participant,
    /// Opens what the two have written each other.
    pub link: &'a str,
    pub news: DirectNews<'a>,
}

/// The mail.
pub fn message_received(
    context: &MailContext<'_>,
    direct: &DirectMail<'_>,
) -> Result<OutgoingMail, MailError> {
    let DirectMail { event, reader, writer, link, news } = *direct;
    let mail = EventMail::new(context, MailKind::MessageReceived, event, reader);
    let (mail, time) = match &news {
        DirectNews::Text(_) => (mail, String::new()),
        DirectNews::Late(scheduled) => {
            let meeting = scheduled.meeting;
            let time = mail.words.plain_time(meeting.starts_at, mail.clocks);
            let (begins, ends) = (Some(meeting.starts_at), Some(meeting.ends_at));
            (EventMail { meeting: begins, useful_until: ends, ..mail }, time)
        }
    };
    let say = |part: &str| {
        let kind = if matches!(news, DirectNews::Late(_)) { "late" } else { "message-received" };
        let writer = writer.profile.person.shown();
        let said = [("partner", writer), ("event", mail.event_name()), ("time", time.clone())];
        mail.words.tn(&format!("mail-{kind}-{part}"), &said)
    };
    let mut blocks = vec![Block::Paragraph(say("text"))];
    match &news {
        DirectNews::Text(text) => {
            blocks.push(Block::Lines(quoted(text)));
            blocks.push(Block::Facts(writer_facts(&mail, writer)));
        }
        DirectNews::Late(scheduled) => blocks.push(Block::Facts(meeting_facts(&mail, scheduled))),
    }
    blocks.push(action(context, mail.words.t("mail-message-received-action"), link)?);
    blocks.push(Block::Paragraph(mail.words.t("mail-message-received-after")));
    blocks.push(Block::Paragraph(mail.words.t("mail-link-is-personal")));
    mail.finish(say("subject"), say("heading"), blocks, Calendar::None)
}

/// What was typed, line by line. None of it becomes a link: somebody else than the organiser has typed it.
fn quoted(text: &str) -> Vec<Vec<Span>> {
    text.lines().map(|line| vec![Span { text: text::line(line), is_link: false }]).collect()
}

/// Who writes: name and organisation, what they do there and where, as far as they show it.
fn writer_facts(mail: &EventMail<'_>, writer: &Participant) -> Vec<Fact> {
    let (words, person) = (mail.words, &writer.profile.person);
    let job = person.answer(&AnswerKey::Field(field::JOB_TITLE));
    let facts = [
        fact(words.t("mail-fact-writer"), person.shown()),
        fact(words.t(&field::word(field::JOB_TITLE, "")), job.map(|job| job.stored()).unwrap_or_default()),
        fact(words.t("mail-fact-country"), country::name(&person.country, words.lang)),
        fact(words.t("mail-fact-event"), mail.event_name()),
    ];
    facts.into_iter().filter(|fact| !fact.value.is_empty()).collect()
}
