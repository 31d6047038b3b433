//! Mails read: taken apart whoever wrote them, and our own opened again for people who look into the outbox.

use std::panic::catch_unwind;

use mail_parser::{Message, MessageParser, MimeHeaders};

/// A mail as a mail program shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OpenedMail {
    pub from: String,
    pub to: String,
    pub subject: String,
    pub text: String,
    /// Not to be trusted: show it in a frame that runs nothing.
    pub html: String,
    pub attachments: Vec<Attachment>,
}

/// A file in a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    pub name: String,
    pub content: String,
}

/// The parts of a mail; nothing if it is none. Strangers write what comes back to us: a mail on which the library gives up by a
/// panic is none either, or it would be read again and again, and no other after it.
pub(super) fn parse<'a>(bytes: &'a (impl AsRef<[u8]> + ?Sized)) -> Option<Message<'a>> {
    let bytes = bytes.as_ref();
    catch_unwind(|| MessageParser::default().parse(bytes)).ok().flatten()
}

/// Opens a mail; nothing if it is none.
pub fn open(mime: &str) -> Option<OpenedMail> {
    let mail = parse(mime)?;
    let address = |list: Option<&mail_parser::Address<'_>>| -> String {
        let first = list.and_then(|list| list.first());
        match first.map(|one| (one.name(), one.address().unwrap_or_default())) {
            Some((Some(name), address)) => format!("{name} <{address}>"),
            Some((None, address)) => address.to_string(),
            None => String::new(),
        }
    };
    let attachments =
        mail.attachments().filter(|part| part.attachment_name().is_some()).map(|part| Attachment {
            name: part.attachment_name().unwrap_or_default().to_string(),
            content: part.text_contents().unwrap_or_default().to_string(),
        });
    Some(OpenedMail {
        from: address(mail.from()),
        to: address(mail.to()),
        subject: mail.subject().unwrap_or_default().to_string(),
        text: mail.body_text(0).unwrap_or_default().into_owned(),
        html: mail.body_html(0).unwrap_or_default().into_owned(),
        attachments: attachments.collect(),
    })
}
