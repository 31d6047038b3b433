//! Mails to the bounce mailbox: reports of failed deliveries (RFC 3464, and the forms of Exim and qmail before it), wishes
//! for no more reminders, and what is neither. Nothing is ever answered, so there is no loop.

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders, PartType};

use crate::config::BounceAddress;
use crate::domain::bounce::{Status, Verdict};

/// Longest reason kept, in characters.
const REASON_MAX: usize = 300;
/// Headers in which servers write whom a mail came for.
const RECIPIENT_HEADERS: [&str; 7] = [
    "Delivered-To",
    "X-Original-To",
    "Envelope-To",
    "X-Envelope-To",
    "X-Delivered-To",
    "To",
    "Apparently-To",
];

/// What a mail to the bounce mailbox is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Returned {
    /// One of our mails did not arrive.
    Failure(Failure),
    /// Somebody wants no more reminders; the token of their link.
    Stop(String),
    /// Nothing to act on.
    Nothing(Nothing),
}

/// A report of a failed delivery.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    pub about: About,
    pub verdict: Verdict,
    /// What the server said, in one line.
    pub reason: String,
}

/// Which of our mails a report is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The token in the address that it came to.
    Token(String),
    /// The Message-ID of the mail that the report brings back, and the addresses that it names as failed.
    Message { id: String, failed: Vec<String> },
}

/// Why there is nothing to act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nothing {
    /// A machine's answer: somebody is away, or a ticket was opened.
    AutoReply,
    /// A report of success or delay: the other server goes on trying.
    StillGoing,
    /// No report, or one about a mail that is none of ours.
    Unrelated,
}

/// Reads a mail. `recipient` is the address that it came to, if whoever hands it over knows; else its headers tell.
pub fn read(bytes: &[u8], mailbox: Option<&BounceAddress>, recipient: Option<&str>) -> Returned {
    let Some(mail) = MessageParser::default().parse(bytes) else {
        return Returned::Nothing(Nothing::Unrelated);
    };
    let tag = mailbox.and_then(|mailbox| tag(&mail, mailbox, recipient));
    if let Some(token) = tag.as_deref().and_then(|tag| tag.strip_prefix("stop-")) {
        return Returned::Stop(token.to_string());
    }
    match report(&mail) {
        Some(Report::StillGoing) => Returned::Nothing(Nothing::StillGoing),
        Some(Report::Failed { status, reason, failed }) => {
            let about = tag.map(About::Token).or_else(|| {
                let id = original_message_id(&mail)?;
                Some(About::Message { id, failed })
            });
            match about {
                Some(about) => {
                    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
                    let reason = reason.chars().take(REASON_MAX).collect();
                    Returned::Failure(Failure { about, verdict: status.verdict(), reason })
                }
                None => Returned::Nothing(Nothing::Unrelated),
            }
        }
        None if is_auto_reply(&mail) => Returned::Nothing(Nothing::AutoReply),
        None => Returned::Nothing(Nothing::Unrelated),
    }
}

fn tag(mail: &Message<'_>, mailbox: &BounceAddress, recipient: Option<&str>) -> Option<String> {
    let told = RECIPIENT_HEADERS.iter().flat_map(|name| header(mail, name));
    let addresses = recipient.map(String::from).into_iter().chain(told);
    addresses
        .flat_map(|text| {
            let words = text.split(|c: char| c.is_whitespace() || "<>,;:\"()".contains(c));
            words.filter_map(|word| mailbox.tag_of(word)).collect::<Vec<_>>()
        })
        .next()
}

/// The values of every header of this name, as they were sent.
fn header(mail: &Message<'_>, name: &str) -> Vec<String> {
    let raw = mail.headers_raw().filter(|(known, _)| known.eq_ignore_ascii_case(name));
    raw.map(|(_, value)| value.trim().to_string()).collect()
}

enum Report {
    Failed { status: Status, reason: String, failed: Vec<String> },
    StillGoing,
}

fn report(mail: &Message<'_>) -> Option<Report> {
    let kind = mail.content_type();
    let report_type = kind.and_then(|kind| kind.attribute("report-type")).map(str::to_lowercase);
    match report_type.as_deref() {
        Some("delivery-status") | None => {}
        // Read receipts, complaints: reports of other things.
        Some(_) => return None,
    }
    let status_part = mail.parts.iter().find(|part| is_kind(part, "message", "delivery-status"));
    match status_part {
        Some(part) => delivery_status(&text_of(part)),
        None => exim(mail).or_else(|| qmail(mail)),
    }
}

fn is_kind(part: &MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|found| {
        found.ctype().eq_ignore_ascii_case(kind)
            && found.subtype().is_some_and(|known| known.eq_ignore_ascii_case(subtype))
    })
}

fn text_of(part: &MessagePart<'_>) -> String {
    String::from_utf8_lossy(part.contents()).into_owned()
}

/// The fields of each recipient (RFC 3464, 2.3); the worst of them counts.
fn delivery_status(text: &str) -> Option<Report> {
    let unified = text.replace("\r\n", "\n");
    let mut worst: Option<Report> = None;
    for group in unified.split("\n\n") {
        let fields = fields(group);
        let field =
            |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
        let Some(action) = field("action") else { continue };
        if !action.trim().to_ascii_lowercase().starts_with("failed") {
            worst = worst.or(Some(Report::StillGoing));
            continue;
        }
        let told = field("status").and_then(|text| Status::find(&text));
        let reason = field("diagnostic-code").unwrap_or_default();
        let closer = Status::find(&reason).filter(|_| told.is_none_or(Status::is_vague));
        let status = closer.or(told).unwrap_or(UNKNOWN);
        let failed = ["final-recipient", "original-recipient"].iter().filter_map(|name| field(name));
        let failed = failed.map(|text| after_type(&text).to_string()).collect();
        let reason = after_type(&reason);
        let reason = if reason.is_empty() { status.to_string() } else { reason.to_string() };
        let is_worse = match &worst {
            Some(Report::Failed { status: known, .. }) => {
                known.verdict() == Verdict::Soft && status.verdict() == Verdict::Hard
            }
            Some(Report::StillGoing) | None => true,
        };
        if is_worse {
            worst = Some(Report::Failed { status, reason, failed });
        }
    }
    worst
}

/// A failure for good of which nothing more is known.
const UNKNOWN: Status = Status { class: 5, subject: 0, detail: 0 };

/// `rfc822; ada@example.org` without its type.
fn after_type(text: &str) -> &str {
    text.split_once(';').map_or(text, |(_, rest)| rest).trim()
}

/// Names in lower case and values, those over several lines in one.
fn fields(group: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for line in group.lines() {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = fields.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            fields.push((name.trim().to_lowercase(), value.trim().to_string()));
        }
    }
    fields
}

/// Exim's own report, which has no part for machines: the header names the addresses that failed.
fn exim(mail: &Message<'_>) -> Option<Report> {
    let failed: Vec<String> = header(mail, "X-Failed-Recipients")
        .iter()
        .flat_map(|value| value.split(',').map(|one| one.trim().to_string()).collect::<Vec<_>>())
        .collect();
    let first = failed.first()?;
    let text = mail.body_text(0)?;
    // What follows the address in the text is what was said of it.
    let after = text.split_once(first.as_str()).map_or("", |(_, rest)| rest);
    let said: Vec<&str> = after.lines().skip(1).take_while(|line| line.starts_with(' ')).collect();
    let reason = said.join(" ");
    Some(Report::Failed { status: Status::find(&reason).unwrap_or(UNKNOWN), reason, failed })
}

/// qmail's report (QSBMF): fixed first words, then a paragraph for each address that failed.
fn qmail(mail: &Message<'_>) -> Option<Report> {
    let text = mail.body_text(0)?;
    if !text.trim_start().starts_with("Hi. This is the") {
        return None;
    }
    let paragraphs: Vec<&str> = text.split("\n\n").flat_map(|part| part.split("\r\n\r\n")).collect();
    let about = paragraphs.iter().map(|part| part.trim()).find(|part| part.starts_with('<'))?;
    let (address, reason) = about.split_once(">:")?;
    let failed = vec![address.trim_start_matches('<').to_string()];
    Some(Report::Failed {
        status: Status::find(reason).unwrap_or(UNKNOWN),
        reason: reason.to_string(),
        failed,
    })
}

/// The Message-ID of the mail that a report brings back, whole or its headers alone.
fn original_message_id(mail: &Message<'_>) -> Option<String> {
    let from_part = mail.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => inner.message_id().map(String::from),
        _ if is_kind(part, "text", "rfc822-headers") || is_kind(part, "message", "rfc822") => {
            let inner = MessageParser::default().parse(part.contents())?;
            inner.message_id().map(String::from)
        }
        _ => None,
    });
    from_part.or_else(|| {
        // Reports without parts hold the mail below their own words.
        let text = mail.body_text(0)?;
        let line = text.lines().find(|line| line.to_ascii_lowercase().starts_with("message-id:"))?;
        let (_, id) = line.split_once('<')?;
        id.split_once('>').map(|(id, _)| id.to_string())
    })
}

fn is_auto_reply(mail: &Message<'_>) -> bool {
    let says = |name: &str, fine: &[&str]| {
        header(mail, name).iter().any(|value| !fine.contains(&value.to_lowercase().as_str()))
    };
    says("Auto-Submitted", &["no"])
        || says("X-Autoreply", &["no"])
        || says("X-Autorespond", &[])
        || header(mail, "Precedence").iter().any(|value| value.to_lowercase().contains("auto"))
}
