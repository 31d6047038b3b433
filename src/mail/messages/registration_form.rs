//! Mails to people who are not registered yet: their own form, or one that a colleague began for them.

use super::{Addressee, EventMail, action};
use crate::domain::event::Event;
use crate::domain::mail::{MailKind, OutgoingMail};
use crate::domain::text;
use crate::mail::letter::Block;
use crate::mail::mime::Calendar;
use crate::mail::{MailContext, MailError};

/// "Go on with your registration": the link opens the form, which is kept for so many days.
pub fn form_link(
    context: &MailContext<'_>,
    event: &Event,
    to: &Addressee<'_>,
    link: &str,
    days: i64,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::to_stranger(context, MailKind::FormLink, event, to);
    let blocks = vec![
        Block::Paragraph(mail.say("text")),
        action(context, mail.say("action"), link)?,
        Block::Paragraph(mail.words.t1("mail-form-link-days", "days", days)),
        Block::Facts(mail.event_facts()),
        Block::Paragraph(mail.say("after")),
    ];
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, Calendar::None)
}

/// "A colleague would like to register you": `from` is the colleague with their organisation.
pub fn colleague_invited(
    context: &MailContext<'_>,
    event: &Event,
    to: &Addressee<'_>,
    from: &str,
    link: &str,
    days: i64,
) -> Result<OutgoingMail, MailError> {
    let mail = EventMail::to_stranger(context, MailKind::ColleagueInvited, event, to);
    let from = text::shown_name(from);
    let event_name = mail.event_name();
    let text = mail.words.t2("mail-colleague-invited-text", "colleague", from, "event", event_name);
    let blocks = vec![
        Block::Paragraph(text),
        action(context, mail.say("action"), link)?,
        Block::Paragraph(mail.words.t1("mail-colleague-invited-days", "days", days)),
        Block::Facts(mail.event_facts()),
        Block::Paragraph(mail.say("after")),
    ];
    mail.finish(mail.say("subject"), mail.say("heading"), blocks, Calendar::None)
}
