//! A mail in MIME (RFC 5322, RFC 2045): its headers, its parts, and the last look at its bytes.

use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::message::header::{
    ContentDisposition, ContentTransferEncoding, ContentType, HeaderName, HeaderValue,
};
use lettre::message::{
    Mailbox, Message, MessageBuilder, MultiPart, MultiPartBuilder, MultiPartKind, SinglePart,
};
use lettre::{Address, message::SinglePartBuilder};

use super::dkim::Signer;
use super::{MailError, StopLink, UnsafeBytes};
use crate::domain::text::{self, Email};

/// Most characters of a name or a subject in a header: enough for any, little enough that every line stays short.
const HEADER_MAX: usize = 180;
/// Longest line in octets, without its line end (RFC 5322, 2.1.1).
const LINE_MAX: usize = 998;

/// Everything that a mail is made of.
pub(super) struct Parts<'a> {
    pub from: (String, &'a Email),
    pub reply_to: Option<Email>,
    pub list: Option<List<'a>>,
    pub to: (String, &'a Email),
    pub subject: &'a str,
    pub date: DateTime<Utc>,
    pub message_id: &'a str,
    pub text: String,
    pub html: String,
    pub calendar: Calendar,
}

/// The calendar that goes with a mail.
pub(super) enum Calendar {
    None,
    /// An invitation or cancellation (RFC 6047): beside the text for programs that show it, attached for the others.
    Message {
        method: &'static str,
        ics: String,
    },
    /// A file to open.
    File {
        name: &'static str,
        ics: String,
    },
}

/// What mail programs need to offer a way out of mails of a kind.
pub(super) struct List<'a> {
    /// As RFC 2919 has it, without angle brackets.
    pub id: String,
    pub stop: &'a StopLink,
}

/// Writes a mail and signs it: ASCII alone, CRLF line ends.
pub(super) fn compose(parts: Parts<'_>, signer: &Signer) -> Result<String, MailError> {
    let date = parts.date;
    let mut builder = Message::builder()
        .from(mailbox(&parts.from.0, parts.from.1)?)
        .to(mailbox(&parts.to.0, parts.to.1)?)
        .subject(header_text(parts.subject))
        .date(SystemTime::from(parts.date))
        .message_id(Some(format!("<{}>", parts.message_id)))
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_string(),
        ));
    if let Some(reply_to) = &parts.reply_to {
        builder = builder.reply_to(mailbox("", reply_to)?);
    }
    if let Some(list) = &parts.list {
        builder = list_headers(list)?.into_iter().fold(builder, MessageBuilder::raw_header);
    }
    let bytes = builder.multipart(body(parts)?)?.formatted();
    let mime = String::from_utf8(bytes).map_err(|_| UnsafeBytes::NotAscii)?;
    check(&mime)?;
    let signed = signer.sign(mime, date)?;
    check(&signed)?;
    Ok(signed)
}

/// RFC 2919, RFC 2369 and RFC 8058, which wants the link by https.
fn list_headers(list: &List<'_>) -> Result<Vec<HeaderValue>, MailError> {
    let mut ways = vec![format!("<{}>", list.stop.link)];
    if let Some(mailbox) = &list.stop.mailbox {
        ways.push(format!("<mailto:{}?subject=stop>", address(mailbox)?));
    }
    let mut headers = vec![
        header("List-Id", format!("<{}>", list.id), ""),
        header("List-Unsubscribe", ways.join(", "), ",\r\n "),
    ];
    if list.stop.link.starts_with("https://") {
        headers.push(header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_string(), ""));
    }
    Ok(headers)
}

/// A header whose text is ASCII; `fold` takes the place of each comma and space.
fn header(name: &'static str, text: String, fold: &str) -> HeaderValue {
    let folded = if fold.is_empty() { text.clone() } else { text.replace(", ", fold) };
    HeaderValue::dangerous_new_pre_encoded(HeaderName::new_from_ascii_str(name), text, folded)
}

fn body(parts: Parts<'_>) -> Result<MultiPart, MailError> {
    // The boundaries come from the message's id and not from chance: the same mail has the same bytes.
    let id: String = parts.message_id.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    let container = |kind, name: &str| -> MultiPartBuilder {
        MultiPart::builder().kind(kind).boundary(format!("{name}-{id}"))
    };
    let alternative = container(MultiPartKind::Alternative, "alternative")
        .singlepart(text_part(ContentType::TEXT_PLAIN, parts.text))
        .singlepart(text_part(ContentType::TEXT_HTML, parts.html));
    let mixed = container(MultiPartKind::Mixed, "mixed");
    match parts.calendar {
        Calendar::None => Ok(alternative),
        Calendar::Message { method, ics } => {
            let shown = calendar_part(method)?.body(ics.clone().into_bytes());
            let attached = calendar_part(method)?
                .header(ContentDisposition::attachment("invite.ics"))
                .body(ics.into_bytes());
            Ok(mixed.multipart(alternative.singlepart(shown)).singlepart(attached))
        }
        Calendar::File { name, ics } => {
            let attached =
                calendar_part("PUBLISH")?.header(ContentDisposition::attachment(name)).body(ics.into_bytes());
            Ok(mixed.multipart(alternative).singlepart(attached))
        }
    }
}

/// Quoted-printable even where the text is plain ASCII: no line of it can then be taken for an SMTP command.
fn text_part(kind: ContentType, text: String) -> SinglePart {
    SinglePart::builder().header(kind).header(ContentTransferEncoding::QuotedPrintable).body(text)
}

fn calendar_part(method: &str) -> Result<SinglePartBuilder, MailError> {
    let kind = ContentType::parse(&format!("text/calendar; method={method}; charset=UTF-8"))
        .map_err(|_| MailError::Kind("text/calendar"))?;
    Ok(SinglePart::builder().header(kind).header(ContentTransferEncoding::Base64))
}

fn mailbox(name: &str, email: &Email) -> Result<Mailbox, MailError> {
    let name = Some(header_text(name)).filter(|name| !name.is_empty());
    Ok(Mailbox::new(name, address(email)?))
}

/// The address as mail servers take it.
pub(super) fn address(email: &Email) -> Result<Address, MailError> {
    email.wire().parse().map_err(|_| MailError::Address(email.masked()))
}

/// One line without control characters, not too long.
fn header_text(raw: &str) -> String {
    let line = text::line(raw);
    if line.chars().count() <= HEADER_MAX {
        return line;
    }
    line.chars().take(HEADER_MAX - 1).chain(['…']).collect()
}

/// The last look before the wire: a bare CR or LF, or a line that is too long, could be read as something else by the
/// next server (RUSTSEC-2026-0561).
pub(super) fn check(mime: &str) -> Result<(), UnsafeBytes> {
    if !mime.is_ascii() || mime.contains('\0') {
        return Err(UnsafeBytes::NotAscii);
    }
    for line in mime.split("\r\n") {
        if line.contains(['\r', '\n']) {
            return Err(UnsafeBytes::BareLineEnd);
        }
        if line.len() > LINE_MAX {
            return Err(UnsafeBytes::LongLine);
        }
    }
    Ok(())
}
