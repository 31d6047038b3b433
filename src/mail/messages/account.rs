//! Mails to organisers about their accounts.

use super::program::{Envelope, PROGRAM};
use super::{action, greeting};
use crate::domain::account::Account;
use crate::domain::colour;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::mail::letter::{Block, Letter};
use crate::mail::{MailContext, MailError};
use crate::words::Words;

/// A link with which an organiser sets a new password; it works for so many hours.
pub fn new_password(
    context: &MailContext<'_>,
    account: &Account,
    link: &str,
    hours: u32,
) -> Result<OutgoingMail, MailError> {
    let words = Words::of(account.lang);
    let envelope = Envelope::to_account(MailKind::NewPassword, None, account)?;
    let letter = Letter {
        words,
        subject: words.t("mail-new-password-subject"),
        sender: PROGRAM.to_string(),
        heading: words.t("mail-new-password-heading"),
        greeting: greeting(words, &account.name),
        blocks: vec![
            Block::Paragraph(words.t1("mail-new-password-text", "email", envelope.to.as_str())),
            action(context, words.t("mail-new-password-action"), link)?,
            Block::Paragraph(words.t1("mail-new-password-hours", "hours", hours)),
            Block::Paragraph(words.t("mail-new-password-after")),
        ],
        footer: vec![words.t1("mail-footer-account", "address", context.base_url.as_str())],
        stop: None,
        accent: colour::PETROL.to_string(),
    };
    envelope.seal(context, letter)
}
