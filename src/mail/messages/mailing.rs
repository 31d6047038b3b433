//! What an organiser writes to many: their words, with the facts of each reader filled in.

use super::{EventMail, action};
use crate::domain::event::Event;
use crate::domain::lang::Localised;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::mailing::Placeholder;
use crate::domain::nudge::Nudge;
use crate::domain::participant::Participant;
use crate::domain::text;
use crate::mail::letter::Block;
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError, StopLink};
use crate::words::Words;

/// A mailing to one reader.
#[derive(Debug, Clone, Copy)]
pub struct MailingMail<'a> {
    pub event: &'a Event,
    /// What it reminds of, where the calendar sends it.
    pub nudge: Option<Nudge>,
    pub subject: &'a Localised,
    pub text: &'a Localised,
    pub participant: &'a Participant,
    /// Their reference number.
    pub reference: &'a str,
    /// How many meetings they have.
    pub meetings: usize,
    /// Where their own pages open.
    pub link: &'a str,
    /// Where mailings are stopped.
    pub stop: &'a StopLink,
}

/// The mail, in the language of the text: a reader of another one gets all of it in the event's.
pub fn mailing(context: &MailContext<'_>, what: &MailingMail<'_>) -> Result<OutgoingMail, MailError> {
    let first = what.event.first_language();
    let kind = what.nudge.map_or(MailKind::Mailing, Nudge::mail_kind);
    let lang = what.text.language(what.participant.profile.lang, first);
    let mail = EventMail {
        stop: Some(what.stop),
        words: Words::of(lang),
        reference: Some(what.reference),
        meetings: Some(what.meetings),
        ..EventMail::new(context, kind, what.event, what.participant)
    };
    let subject = mail.filled(what.subject.get(lang, first), what.link)?;
    let subject = text::line(&subject.into_iter().map(|span| span.text).collect::<String>());
    let written = what.text.get(lang, first);
    let mut blocks = mail.paragraphs(written, what.link)?;
    if !written.contains(&Placeholder::MyEvent.written()) {
        let label = what
            .nudge
            .map_or("mail-open-event".into(), |nudge| format!("mail-nudge-{}-action", nudge.code()));
        blocks.push(action(context, mail.words.t(&label), what.link)?);
    }
    blocks.push(Block::Paragraph(mail.words.t("mail-link-is-personal")));
    mail.finish(subject.clone(), subject, blocks, Calendar::None)
}
