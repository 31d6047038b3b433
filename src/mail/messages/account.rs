//! Mails to organisers about their accounts.

use crate::zones::Zone;

use super::program::{Envelope, PROGRAM};
use super::{action, greeting};
use crate::domain::account::{Account, Role};
use crate::domain::browser::browser_name;
use crate::domain::colour;
use crate::domain::event::Event;
use crate::domain::lang::Lang;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::text::{self, Email};
use crate::mail::letter::{Block, Fact, Letter};
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

/// What may have been done with an account by somebody else than its owner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AccountNotice {
    /// Logged in with a browser in which it never was.
    NewBrowser {
        browser: String,
    },
    PasswordSet,
    FactorOn,
    FactorOff,
    CodesRenewed,
    RecoveryUsed {
        left: i64,
    },
    /// Many wrong passwords or codes.
    ManyFailures,
}

impl AccountNotice {
    /// In the keys of its words: `mail-notice-WORD-subject` and `-text`.
    fn word(&self) -> &'static str {
        match self {
            AccountNotice::NewBrowser { .. } => "browser",
            AccountNotice::PasswordSet => "password",
            AccountNotice::FactorOn => "factor-on",
            AccountNotice::FactorOff => "factor-off",
            AccountNotice::CodesRenewed => "codes",
            AccountNotice::RecoveryUsed { .. } => "recovery",
            AccountNotice::ManyFailures => "failures",
        }
    }

    fn text(&self, words: Words) -> String {
        let key = format!("mail-notice-{}-text", self.word());
        match self {
            AccountNotice::NewBrowser { browser } => {
                let name = browser_name(browser);
                let name = if name.is_empty() { words.t("logins-unknown") } else { name };
                words.t1(&key, "browser", name)
            }
            AccountNotice::RecoveryUsed { left } => words.t1(&key, "count", left),
            _ => words.t(&key),
        }
    }
}

/// Tells the owner of an account what was done with it, and what to do if it was not they.
pub fn account_notice(
    context: &MailContext<'_>,
    account: &Account,
    notice: &AccountNotice,
) -> Result<OutgoingMail, MailError> {
    let words = Words::of(account.lang);
    let envelope = Envelope::to_account(MailKind::AccountNotice, None, account)?;
    let subject = words.t(&format!("mail-notice-{}-subject", notice.word()));
    let failures = *notice == AccountNotice::ManyFailures;
    let (end, label, path) = match failures {
        true => ("mail-notice-failures-after", "mail-notice-failures-action", "/organiser/password"),
        false => ("mail-notice-after", "mail-notice-action", "/organiser/logins"),
    };
    let at = words.moment(context.now, Zone::UTC);
    let letter = Letter {
        words,
        heading: subject.clone(),
        subject,
        sender: PROGRAM.to_string(),
        greeting: greeting(words, &account.name),
        blocks: vec![
            Block::Paragraph(notice.text(words)),
            Block::Paragraph(words.t2("mail-notice-when", "email", envelope.to.as_str(), "date", at)),
            Block::Paragraph(words.t(end)),
            action(context, words.t(label), &context.base_url.join(path))?,
        ],
        footer: vec![words.t1("mail-footer-account", "address", context.base_url.as_str())],
        stop: None,
        accent: colour::PETROL.to_string(),
    };
    envelope.seal(context, letter)
}

/// An invitation to run an event, or to have an account.
#[derive(Debug, Clone)]
pub struct AccountInvitationMail<'a> {
    pub name: &'a str,
    pub to: &'a Email,
    pub lang: Lang,
    /// Who invites; none: whoever runs the server.
    pub by: Option<&'a str>,
    pub place: Option<(&'a Event, Role)>,
    pub link: &'a str,
    pub days: i64,
}

/// Says who invites, to which event, as what, and where it is accepted or declined. It belongs to no event: its reader is on
/// no team yet.
pub fn account_invited(
    context: &MailContext<'_>,
    mail: &AccountInvitationMail<'_>,
) -> Result<OutgoingMail, MailError> {
    let words = Words::of(mail.lang);
    let event = mail.place.map(|(event, _)| event.name_in(mail.lang).to_string()).unwrap_or_default();
    let values =
        [("name", mail.by.map(text::shown_name).unwrap_or_default()), ("event", text::shown_name(&event))];
    let (subject, lead) = match (mail.by, mail.place) {
        (Some(_), Some(_)) => ("mail-team-invited-subject", "team-invitation-lead"),
        (None, Some(_)) => ("mail-team-invited-subject", "team-invitation-lead-server"),
        (Some(_), None) => ("mail-account-invited-subject", "account-invitation-lead"),
        (None, None) => ("mail-account-invited-subject", "account-invitation-lead-server"),
    };
    let subject = words.tn(subject, &values);
    let role = mail.place.map(|(_, role)| {
        let word = |end: &str| words.t(&format!("role-{}{end}", role.code()));
        Block::Facts(vec![Fact {
            name: words.t("team-role"),
            value: format!("{}: {}", word(""), word("-help")),
            link: None,
        }])
    });
    let mut blocks = vec![Block::Paragraph(words.tn(lead, &values))];
    blocks.extend(role);
    blocks.push(action(context, words.t("mail-team-invited-action"), mail.link)?);
    blocks.push(Block::Paragraph(words.t1("mail-team-invited-after", "days", mail.days)));
    let letter = Letter {
        words,
        heading: subject.clone(),
        subject,
        sender: PROGRAM.to_string(),
        greeting: greeting(words, mail.name),
        blocks,
        footer: vec![words.t1("mail-footer-account-invited", "address", context.base_url.as_str())],
        stop: None,
        accent: colour::PETROL.to_string(),
    };
    let envelope = Envelope {
        kind: MailKind::AccountInvited,
        event: None,
        name: text::shown_name(mail.name),
        to: mail.to.clone(),
        reply_to: None,
    };
    envelope.seal(context, letter)
}
