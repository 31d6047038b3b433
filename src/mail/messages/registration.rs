//! Mails about a registration: confirm it, and where it stands.

use chrono::{DateTime, Utc};

use super::{EventMail, action, fact};
use crate::documents::calendar::CalendarOwner;
use crate::documents::own_calendar;
use crate::domain::event::Event;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::participant::Participant;
use crate::domain::text::Email;
use crate::mail::letter::{Block, Fact};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// "Please confirm your registration": the link works for so many hours.
pub fn confirm(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    hours: u32,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::Confirm, event, participant);
    asks_to_confirm(&mail, link, ("mail-confirm-hours", hours), mail.event_facts())
}

fn asks_to_confirm(
    mail: &EventMail<'_>,
    link: &str,
    (key, hours): (&str, u32),
    facts: Vec<Fact>,
) -> Result<OutgoingMail, MailError> {
    let blocks = vec![
        Block::Paragraph(mail.say("text")),
        action(mail.context, mail.say("action"), link)?,
        Block::Paragraph(mail.words.t1(key, "hours", hours)),
        Block::Facts(facts),
        Block::Paragraph(mail.say("after")),
    ];
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, Calendar::None)
}

/// "Please confirm your new address", to a participant with that address: the link works for so many hours.
pub fn confirm_address(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    hours: u32,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::ConfirmAddress, event, participant);
    asks_to_confirm(&mail, link, ("mail-confirm-address-hours", hours), Vec::new())
}

/// To the address that a participant had: mails go to another one from now on.
pub fn address_changed(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    now: &Email,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::AddressChanged, event, participant);
    let new = fact(mail.words.t("mail-fact-new-address"), now.as_str().to_string());
    let blocks = vec![
        Block::Paragraph(mail.say("text")),
        Block::Facts(vec![new]),
        Block::Paragraph(mail.say("after")),
    ];
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, Calendar::None)
}

/// What a mail says of where a registration stands.
#[derive(Debug)]
pub struct Standing<'a> {
    pub kind: MailKind,
    /// The registration's reference code.
    pub code: &'a str,
    /// The personal link.
    pub link: &'a str,
    /// The place in the waiting list.
    pub place: Option<u32>,
}

/// Where a registration stands.
pub fn standing(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    standing: &Standing<'_>,
) -> Result<OutgoingMail, MailError> {
    standing_with(context, event, participant, standing, Calendar::None)
}

/// The same with the event for the reader's calendar, which leads back to `my_event`.
pub fn standing_with_event(
    context: &MailContext<'_>,
    owner: &CalendarOwner<'_>,
    standing: &Standing<'_>,
) -> Result<OutgoingMail, MailError> {
    let calendar = Calendar::File {
        name: "event.ics",
        ics: own_calendar::event_file(owner, &context.base_url.my_event(&owner.event.slug), &[]),
    };
    standing_with(context, owner.event, owner.participant, standing, calendar)
}

fn standing_with(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    standing: &Standing<'_>,
    calendar: Calendar,
) -> Result<OutgoingMail, MailError> {
    use MailKind::{
        AlreadyRegistered, AwaitingApproval, Cancelled, Entered, PersonalLink, Promoted, Registered,
        Rejected, WaitingList,
    };
    let Standing { kind, code, link, place } = *standing;
    match kind {
        Registered | Entered | AwaitingApproval | WaitingList | Promoted | Rejected | Cancelled
        | AlreadyRegistered | PersonalLink => {}
        other => return Err(MailError::Kind(other.code())),
    }
    let mail = EventMail { reference: Some(code), ..EventMail::new(context, kind, event, participant) };
    let mut facts = mail.event_facts();
    if let Some(place) = place {
        facts.push(fact(mail.words.t("mail-fact-waiting"), place.to_string()));
    }
    facts.push(fact(mail.words.t("mail-fact-code"), code.to_string()));
    let blocks = vec![
        Block::Paragraph(mail.say("text")),
        Block::Facts(facts),
        Block::Paragraph(if matches!(calendar, Calendar::None) {
            String::new()
        } else {
            mail.words.t("mail-event-file")
        }),
        action(context, mail.words.t("mail-open-event"), link)?,
        Block::Paragraph(mail.say("after")),
        Block::Paragraph(mail.words.t("mail-link-is-personal")),
    ];
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, calendar)
}

/// "A seat is free: can you still come?", until when it waits. `standing` is the reference and the personal link.
pub fn seat_offered(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    (code, link): (&str, &str),
    until: DateTime<Utc>,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::SeatOffered, event, participant);
    let mail = EventMail { reference: Some(code), ..mail };
    let words = mail.words;
    let time = words.instant(until, mail.clocks);
    let mut facts = mail.event_facts();
    facts.push(fact(words.t("mail-fact-answer-by"), time));
    facts.push(fact(words.t("mail-fact-code"), code.to_string()));
    let blocks = vec![
        Block::Paragraph(mail.say("text")),
        Block::Facts(facts),
        action(context, mail.say("action"), link)?,
        Block::Paragraph(mail.say("after")),
        Block::Paragraph(words.t("mail-link-is-personal")),
    ];
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, Calendar::None)
}

/// The last mail to somebody who has had everything about them deleted.
pub fn erased(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::Erased, event, participant);
    let blocks = vec![Block::Paragraph(mail.say("text")), Block::Paragraph(mail.say("after"))];
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, Calendar::None)
}
