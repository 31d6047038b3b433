//! The mail that brings an interpreter their plan.

use super::schedule::by_day;
use super::{EventMail, Reader};
use crate::documents::interpreter_calendar::{Interpreted, InterpreterCalendar, file};
use crate::domain::event::Event;
use crate::domain::floor::Floor;
use crate::domain::interpreter::Interpreter;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::mail::letter::{Appointment, Block, web_address};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// Whom it goes to, and what they do.
#[derive(Debug, Clone, Copy)]
pub struct InterpreterMail<'a> {
    pub event: &'a Event,
    pub floor: &'a Floor,
    pub interpreter: &'a Interpreter,
    /// By start.
    pub meetings: &'a [Interpreted<'a>],
    /// Those that are not theirs any more.
    pub gone: &'a [Interpreted<'a>],
    /// Of the address of this program.
    pub host: &'a str,
}

/// All meetings in which somebody interprets.
pub fn interpreter_plan(
    context: &MailContext<'_>,
    told: &InterpreterMail<'_>,
) -> Result<OutgoingMail, MailError> {
    let InterpreterMail { event, floor, interpreter, meetings, gone, host } = *told;
    let reader = Reader {
        participant: None,
        name: &interpreter.name,
        organisation: "",
        email: interpreter.email.as_ref(),
    };
    let next = meetings.iter().map(|one| one.meeting.starts_at).filter(|at| *at > context.now).min();
    let mail = EventMail::to(context, MailKind::InterpreterPlan, event, reader, interpreter.lang);
    let mail = EventMail { meeting: next, meetings: Some(meetings.len()), ..mail };
    let words = mail.words;
    let mut blocks = vec![Block::Paragraph(mail.say("text"))];
    blocks.push(Block::Paragraph(words.t1("mail-interpreter-plan-count", "count", meetings.len())));
    blocks.extend(days(&mail, floor, meetings));
    blocks.push(Block::Paragraph(words.t("mail-interpreter-plan-file")));
    let of = InterpreterCalendar { event, floor, interpreter, host, now: context.now };
    let calendar = Calendar::File { name: "interpreting.ics", ics: file(&of, meetings, gone) };
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, calendar)
}

fn days(mail: &EventMail<'_>, floor: &Floor, meetings: &[Interpreted<'_>]) -> Vec<Block> {
    let (words, event) = (mail.words, mail.event);
    let appointment = |one: &Interpreted<'_>| {
        let place = one.place(words, event, floor);
        Appointment {
            time: words.time_range(one.meeting.starts_at, one.meeting.ends_at, event.time_zone),
            own: String::new(),
            partner: one.pair(),
            about: one.languages(words),
            link: web_address(&place),
            place,
        }
    };
    by_day(words, event, meetings, (|one: &Interpreted<'_>| one.meeting.starts_at, appointment))
}
