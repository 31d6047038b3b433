//! Mails about an event that changes: it takes place on other days, or one of its sessions does.

use chrono::NaiveDate;

use super::{EventMail, action, fact};
use crate::documents::calendar::CalendarOwner;
use crate::documents::own_calendar;
use crate::domain::event::{Event, Session};
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::participant::Participant;
use crate::domain::text;
use crate::mail::letter::Block;
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// "The event has moved", with its days before, and its entry in calendars for whoever has a seat.
pub fn event_moved(
    context: &MailContext<'_>,
    owner: &CalendarOwner<'_>,
    has_seat: bool,
    link: &str,
    before: (NaiveDate, NaiveDate),
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::EventMoved, owner.event, owner.participant);
    let words = mail.words;
    let mut facts = mail.event_facts();
    facts.push(fact(words.t("mail-fact-date-before"), words.date_range(before.0, before.1)));
    let blocks = vec![
        Block::Paragraph(mail.say("text")),
        Block::Facts(facts),
        Block::Paragraph(mail.say("after")),
        Block::Paragraph(if has_seat { words.t("mail-event-file") } else { String::new() }),
        action(context, words.t("mail-open-event"), link)?,
        Block::Paragraph(words.t("mail-link-is-personal")),
    ];
    let my_event = context.base_url.my_event(&owner.event.slug);
    let calendar = match has_seat {
        true => Calendar::File { name: "event.ics", ics: own_calendar::event_file(owner, &my_event, &[]) },
        false => Calendar::None,
    };
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, calendar)
}

/// "The programme begins later than planned."
pub fn agenda_moved(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    minutes: i64,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, MailKind::EventMoved, event, participant);
    let words = mail.words;
    let blocks = vec![
        Block::Paragraph(super::schedule::agenda_moved(words, minutes)),
        Block::Facts(mail.event_facts()),
        action(context, words.t("mail-open-schedule"), link)?,
        Block::Paragraph(words.t("mail-link-is-personal")),
    ];
    let subject = words.t1("mail-agenda-moved-subject", "event", mail.event_name());
    mail.finish(subject, words.t("mail-agenda-moved-heading"), blocks, Calendar::None)
}

/// "A session that you take part in is at another time or place": as it was, and as it is.
pub fn session_moved(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    (before, after): (&Session, &Session),
) -> Result<OutgoingMail, MailError> {
    let times = [("mail-fact-now", after), ("mail-fact-before", before)];
    of_session(context, (MailKind::SessionMoved, event, after), participant, link, &times, None)
}

/// "You have a place in a session that you waited for", and whether a meeting is at its time.
pub fn session_place(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    (session, clashes): (&Session, bool),
) -> Result<OutgoingMail, MailError> {
    let kind = MailKind::SessionPlace;
    let more = clashes.then_some("mail-session-place-clash");
    of_session(context, (kind, event, session), participant, link, &[("mail-fact-time", session)], more)
}

/// "You are invited to a session": whoever is can take part or say no in their schedule.
pub fn session_invited(
    context: &MailContext<'_>,
    event: &Event,
    participant: &Participant,
    link: &str,
    session: &Session,
) -> Result<OutgoingMail, MailError> {
    let kind = MailKind::SessionInvited;
    of_session(context, (kind, event, session), participant, link, &[("mail-fact-time", session)], None)
}

/// A mail about a session, with its times by the keys of their words, and a sentence more.
fn of_session(
    context: &MailContext<'_>,
    (kind, event, session): (MailKind, &Event, &Session),
    participant: &Participant,
    link: &str,
    times: &[(&str, &Session)],
    more: Option<&str>,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::new(context, kind, event, participant);
    let mail = EventMail { meeting: Some(session.starts_at), ..mail };
    let words = mail.words;
    let title = text::shown_name(session.title.get(words.lang, event.first_language()));
    let say = |part: &str| {
        let key = format!("mail-{}-{part}", kind.code().replace('_', "-"));
        words.t2(&key, "session", title.as_str(), "event", mail.event_name())
    };
    let mut facts = vec![fact(words.t("mail-fact-session"), title.clone())];
    facts.extend(times.iter().map(|(key, session)| fact(words.t(key), told(&mail, session))));
    let blocks = vec![
        Block::Paragraph(say("text")),
        Block::Facts(facts),
        Block::Paragraph(more.map(|key| words.t(key)).unwrap_or_default()),
        action(context, words.t("mail-open-schedule"), link)?,
        Block::Paragraph(words.t("mail-link-is-personal")),
    ];
    mail.finish(say("subject"), say("heading"), blocks, Calendar::None)
}

/// When and where a session takes place.
fn told(mail: &EventMail<'_>, session: &Session) -> String {
    let when = mail.words.stretch(session.starts_at, session.ends_at, mail.clocks);
    let place = text::shown_name(&session.place);
    if place.is_empty() { when } else { format!("{when}, {place}") }
}
