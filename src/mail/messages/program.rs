//! What the mails have in common that the program itself sends to those who run events: an event does not write to its own
//! organisers.

use crate::domain::account::Account;
use crate::domain::event::Event;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::text::{self, Email};
use crate::mail::letter::Letter;
use crate::mail::mime::{self, Calendar, Parts};
use crate::mail::{MailContext, MailError};

/// The program's name.
pub(super) const PROGRAM: &str = "Rendezvous";

/// Whom such a mail goes to, and about which event.
pub(super) struct Envelope<'a> {
    pub kind: MailKind,
    pub event: Option<&'a Event>,
    /// The reader's name; empty if it is not known.
    pub name: String,
    pub to: Email,
    pub reply_to: Option<Email>,
}

impl<'a> Envelope<'a> {
    /// To an organiser. Answers to what is about an event go to its contact address.
    pub(super) fn to_account(
        kind: MailKind,
        event: Option<&'a Event>,
        account: &Account,
    ) -> Result<Envelope<'a>, MailError> {
        Ok(Envelope {
            kind,
            event,
            name: text::shown_name(&account.name),
            to: Email::parse(&account.email).map_err(|_| MailError::NoAddress)?,
            reply_to: event.and_then(|event| Email::parse(&event.contact_email).ok()),
        })
    }

    /// Makes the mail.
    pub(super) fn seal(self, context: &MailContext<'_>, letter: Letter) -> Result<OutgoingMail, MailError> {
        let parts = Parts {
            from: (PROGRAM.to_string(), context.from),
            reply_to: self.reply_to,
            list: None,
            to: (self.name, &self.to),
            subject: &letter.subject,
            date: context.now,
            message_id: &context.message_id,
            text: letter.text()?,
            html: letter.html()?,
            calendar: Calendar::None,
        };
        let mime = mime::compose(parts, context.signer)?;
        Ok(OutgoingMail {
            event: self.event.map(|event| event.id.clone()),
            participant: None,
            kind: self.kind,
            sender: context.return_path.address.clone(),
            bounce: context.return_path.token.clone(),
            recipient: self.to,
            subject: letter.subject,
            message_id: context.message_id.clone(),
            mime,
            priority: self.kind.priority(None, context.now),
            useful_until: None,
            not_before: None,
        })
    }
}
