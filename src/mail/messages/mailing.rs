//! What an organiser writes to many: their words, with the facts of each reader filled in. Names of readers are words and never
//! links, whatever they look like.

use super::{EventMail, Reader, action};
use crate::domain::event::{Event, Venue};
use crate::domain::lang::Localised;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::mailing::{Piece, Placeholder, pieces};
use crate::domain::participant::Participant;
use crate::domain::text::{self, Email};
use crate::mail::letter::{Block, Span, spans};
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError, StopLink};
use crate::words::Words;

/// A mailing to one reader.
#[derive(Debug, Clone, Copy)]
pub struct MailingMail<'a> {
    pub event: &'a Event,
    pub subject: &'a Localised,
    pub text: &'a Localised,
    pub participant: &'a Participant,
    /// Their reference number.
    pub reference: &'a str,
    /// How many meetings they have.
    pub meetings: usize,
    /// Where their own pages open.
    pub link: &'a str,
    /// Where mailings are stopped; none in a test.
    pub stop: Option<&'a StopLink>,
    /// Who gets it in their place, to see it.
    pub test_for: Option<&'a Email>,
}

/// The mail.
pub fn mailing(context: &MailContext<'_>, what: &MailingMail<'_>) -> Result<OutgoingMail, MailError> {
    let mail = frame(context, what);
    let (lang, first) = (mail.words.lang, what.event.first_language());
    let subject = filled(&mail, what, what.subject.get(lang, first))?;
    let subject = text::line(&subject.into_iter().map(|span| span.text).collect::<String>());
    let written = what.text.get(lang, first);
    let mut blocks = Vec::new();
    for paragraph in written.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        let lines = paragraph.trim_matches('\n').lines().map(|line| filled(&mail, what, line));
        blocks.push(Block::Lines(lines.collect::<Result<Vec<_>, _>>()?));
    }
    if !written.contains(&Placeholder::MyEvent.written()) {
        blocks.push(action(context, mail.words.t("mail-open-event"), what.link)?);
    }
    blocks.push(Block::Paragraph(mail.words.t("mail-link-is-personal")));
    let title = match what.test_for {
        Some(_) => mail.words.t1("mail-mailing-test-subject", "subject", &subject),
        None => subject.clone(),
    };
    mail.finish(title, subject, blocks, Calendar::None)
}

/// In the language of the text: a reader of another one gets all of it in the event's.
fn frame<'a>(context: &'a MailContext<'a>, what: &MailingMail<'a>) -> EventMail<'a> {
    let kind = if what.test_for.is_some() { MailKind::MailingTest } else { MailKind::Mailing };
    let lang = what.text.language(what.participant.profile.lang, what.event.first_language());
    let mut mail = EventMail {
        stop: what.stop,
        words: Words::of(lang),
        ..EventMail::new(context, kind, what.event, what.participant)
    };
    if let Some(email) = what.test_for {
        mail.reader = Reader { participant: None, name: mail.reader.name, email: Some(email) };
    }
    mail
}

/// A line with its facts filled in.
fn filled(mail: &EventMail<'_>, what: &MailingMail<'_>, line: &str) -> Result<Vec<Span>, MailError> {
    // Nothing is stored that cannot be read.
    let found = pieces(line).map_err(|_| MailError::Kind("mailing with an unknown placeholder"))?;
    let spans = |piece: Piece<'_>| match piece {
        Piece::Words(words) => spans(words),
        Piece::Fact(Placeholder::MyEvent) => vec![Span { text: what.link.to_string(), is_link: true }],
        Piece::Fact(fact) => vec![Span { text: value(mail, what, fact), is_link: false }],
    };
    Ok(found.into_iter().flat_map(spans).collect())
}

fn value(mail: &EventMail<'_>, what: &MailingMail<'_>, fact: Placeholder) -> String {
    let (words, event, person) = (mail.words, what.event, &what.participant.profile.person);
    match fact {
        Placeholder::Name => text::shown_name(&person.name),
        Placeholder::Organisation => text::shown_name(&person.organisation),
        Placeholder::Reference => what.reference.to_string(),
        Placeholder::Event => mail.event_name(),
        Placeholder::Dates => words.date_range(event.starts_on, event.ends_on),
        Placeholder::Place => match &event.venue {
            Venue::Onsite { place, .. } => text::shown_name(place),
            Venue::Online { .. } => words.t("mail-online"),
        },
        Placeholder::Meetings => words.number(what.meetings as u64),
        Placeholder::MyEvent => what.link.to_string(),
        Placeholder::Organiser => mail.organiser(),
    }
}
