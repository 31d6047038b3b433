//! Mails to organisers about their accounts.

use super::{action, greeting};
use crate::domain::account::Account;
use crate::domain::colour;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::text::{self, Email};
use crate::mail::letter::{Block, Letter};
use crate::mail::mime::{self, Calendar, Parts};
use crate::mail::{MailContext, MailError};
use crate::words::Words;

/// The program's name where no event speaks.
const PROGRAM: &str = "Rendezvous";

/// A link with which an organiser sets a new password; it works for so many hours.
pub fn new_password(
    context: &MailContext<'_>,
    account: &Account,
    link: &str,
    hours: u32,
) -> Result<OutgoingMail, MailError> {
    let words = Words::of(account.lang);
    let to = Email::parse(&account.email).map_err(|_| MailError::NoAddress)?;
    let letter = Letter {
        words,
        subject: words.t("mail-new-password-subject"),
        sender: PROGRAM.to_string(),
        heading: words.t("mail-new-password-heading"),
        greeting: greeting(words, &account.name),
        blocks: vec![
            Block::Paragraph(words.t1("mail-new-password-text", "email", to.as_str())),
            action(context, words.t("mail-new-password-action"), link)?,
            Block::Paragraph(words.t1("mail-new-password-hours", "hours", hours)),
            Block::Paragraph(words.t("mail-new-password-after")),
        ],
        footer: vec![words.t1("mail-footer-account", "address", context.base_url.as_str())],
        stop: None,
        accent: colour::PETROL.to_string(),
    };
    let parts = Parts {
        from: (PROGRAM.to_string(), context.from),
        reply_to: None,
        list: None,
        to: (text::shown_name(&account.name), &to),
        subject: &letter.subject,
        date: context.now,
        message_id: &context.message_id,
        text: letter.text()?,
        html: letter.html()?,
        calendar: Calendar::None,
    };
    let mime = mime::compose(parts, context.signer)?;
    Ok(OutgoingMail {
        event: None,
        participant: None,
        kind: MailKind::NewPassword,
        sender: context.return_path.address.clone(),
        bounce: context.return_path.token.clone(),
        recipient: to,
        subject: letter.subject,
        message_id: context.message_id.clone(),
        mime,
        priority: MailKind::NewPassword.priority(None, context.now),
        useful_until: None,
    })
}
