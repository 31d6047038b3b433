//! Mails to the bounce mailbox: our mails that came back, in whichever form, answers of calendars, wishes for no more reminders,
//! and what is none of these. Nothing is ever answered, so there is no loop.
//!
//! A mail that comes to an address with one of our tokens is known by the token. How it is written decides only what it
//! says of the address: reports for machines (RFC 3464) are read in `report.rs`, words for people in `letter.rs`.

mod answer;
mod letter;
mod report;

use mail_parser::{Message, MessagePart, MimeHeaders, PartType};

use self::letter::Letter;
use crate::config::BounceAddress;
use crate::domain::bounce::Verdict;
use crate::domain::calendar_answer::CalendarAnswer;
use crate::mail::reading::parse;

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
    /// A calendar answers an invitation.
    Answer(CalendarAnswer),
    /// Somebody wants no more reminders; the token of their link.
    Stop(String),
    /// Nothing to act on.
    Nothing(Nothing),
}

/// A mail that did not arrive.
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

/// What a mail says of the delivery of another.
enum Outcome {
    Failed(Failed),
    Nothing(Nothing),
}

/// A delivery that failed.
struct Failed {
    verdict: Verdict,
    reason: String,
    /// The addresses that are named.
    addresses: Vec<String>,
}

/// Reads a mail. `recipient` is the address that it came to, if whoever hands it over knows; else its headers tell.
pub fn read(bytes: &[u8], mailbox: Option<&BounceAddress>, recipient: Option<&str>) -> Returned {
    let Some(mail) = parse(bytes) else {
        return Returned::Nothing(Nothing::Unrelated);
    };
    let tag = mailbox.and_then(|mailbox| tag(&mail, mailbox, recipient));
    if let Some(token) = tag.as_deref().and_then(|tag| tag.strip_prefix("stop-")) {
        return Returned::Stop(token.to_string());
    }
    if let Some(answer) = answer::of(&mail) {
        return Returned::Answer(answer);
    }
    let failed = match outcome(&mail, tag.is_some()) {
        Outcome::Failed(failed) => failed,
        Outcome::Nothing(nothing) => return Returned::Nothing(nothing),
    };
    let about = tag.map(About::Token).or_else(|| {
        let id = original_message_id(&mail)?;
        Some(About::Message { id, failed: failed.addresses })
    });
    match about {
        Some(about) => {
            let reason = failed.reason.split_whitespace().collect::<Vec<_>>().join(" ");
            let reason = reason.chars().take(REASON_MAX).collect();
            Returned::Failure(Failure { about, verdict: failed.verdict, reason })
        }
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

/// What became of a delivery. With `is_known` the mail came to an address that only one of our mails was sent from.
fn outcome(mail: &Message<'_>, is_known: bool) -> Outcome {
    if is_other_report(mail) {
        return Outcome::Nothing(Nothing::Unrelated);
    }
    let letter = Letter::of(mail);
    let recipients = report::recipients(mail, &letter);
    if !recipients.is_empty() {
        return report::outcome(recipients, &letter);
    }
    let by_a_server = is_by_a_server(mail, &letter);
    if is_auto_reply(mail, by_a_server) {
        return Outcome::Nothing(Nothing::AutoReply);
    }
    if !by_a_server && (!is_known || is_answer(mail)) {
        return Outcome::Nothing(Nothing::Unrelated);
    }
    if letter.is_about_a_delay() || letter.tells_of_success() {
        return Outcome::Nothing(Nothing::StillGoing);
    }
    let (verdict, reason) = letter.judged(None).unwrap_or_else(|| (Verdict::Doubtful, letter.in_short()));
    let mut addresses = named_by_header(mail);
    addresses.extend(letter.addresses());
    Outcome::Failed(Failed { verdict, reason, addresses })
}

/// Read receipts, complaints: reports of other things than a delivery.
fn is_other_report(mail: &Message<'_>) -> bool {
    let kind = mail.content_type().and_then(|kind| kind.attribute("report-type"));
    let subject = mail.subject().unwrap_or_default().to_lowercase();
    kind.is_some_and(|kind| !kind.eq_ignore_ascii_case("delivery-status"))
        || subject.contains("complaint about message")
        || subject.contains("abuse report")
        || mail.parts.iter().any(|part| {
            is_kind(part, "message", "feedback-report")
                || is_kind(part, "message", "disposition-notification")
        })
}

fn is_kind(part: &MessagePart<'_>, kind: &str, subtype: &str) -> bool {
    part.content_type().is_some_and(|found| {
        found.ctype().eq_ignore_ascii_case(kind)
            && found.subtype().is_some_and(|known| known.eq_ignore_ascii_case(subtype))
    })
}

/// The mail that a report brings back, whole or its headers alone.
fn is_original(part: &MessagePart<'_>) -> bool {
    matches!(part.body, PartType::Message(_))
        || is_kind(part, "message", "rfc822")
        || is_kind(part, "text", "rfc822-headers")
}

/// The addresses in Exim's own header.
fn named_by_header(mail: &Message<'_>) -> Vec<String> {
    let values = header(mail, "X-Failed-Recipients");
    values.iter().flat_map(|value| value.split(',').map(|one| one.trim().to_string())).collect()
}

/// Names under which mail servers write.
const SERVERS: &[&str] = &[
    "mailer-daemon",
    "mailerdaemon",
    "mail-daemon",
    "postmaster",
    "post_master",
    "mail delivery",
    "maildelivery",
    "mail.delivery",
    "mail administrator",
    "mail system",
    "system administrator",
    "bounce",
];
/// What servers write above their reports.
const SUBJECTS: &[&str] = &[
    "undeliver",
    "non-deliver",
    "nondeliver",
    "not deliver",
    "delivery fail",
    "delivery status",
    "delivery notification",
    "delivery report",
    "delivery problem",
    "failure notice",
    "failed delivery",
    "mail delivery",
    "returned mail",
    "returned to sender",
    "returning message",
    "error sending",
    "mail system error",
    "unzustellbar",
    "nicht zugestellt",
    "non remis",
    "non distribu",
];

/// Whether a mail server wrote it, by its name, its subject, or since it brings a mail back.
fn is_by_a_server(mail: &Message<'_>, letter: &Letter) -> bool {
    let from = header(mail, "From").join(" ").to_lowercase();
    let subject = mail.subject().unwrap_or_default().to_lowercase();
    SERVERS.iter().any(|name| from.contains(name))
        || SUBJECTS.iter().any(|words| subject.contains(words))
        || !named_by_header(mail).is_empty()
        || letter.brings_a_mail_back
        || mail.parts.iter().any(is_original)
}

/// What people's programs write above an answer while they are away.
const AWAY: &[&str] = &[
    "automatic reply",
    "automatic response",
    "autoreply",
    "auto-reply",
    "auto reply",
    "autoresponse",
    "out of office",
    "out of the office",
    "automatische antwort",
    "abwesenheit",
    "réponse automatique",
    "absence du bureau",
    "respuesta automática",
    "risposta automatica",
    "自動応答",
    "自動返信",
];

fn is_auto_reply(mail: &Message<'_>, by_a_server: bool) -> bool {
    let says = |name: &str, fine: &[&str]| {
        header(mail, name).iter().any(|value| !fine.contains(&value.to_lowercase().as_str()))
    };
    let holds = |name: &str, word: &str| header(mail, name).iter().any(|v| v.to_lowercase().contains(word));
    let subject = mail.subject().unwrap_or_default().to_lowercase();
    holds("Auto-Submitted", "vacation")
        || says("X-Autoreply", &["no"])
        || says("X-Autorespond", &[])
        || holds("Precedence", "auto")
        || AWAY.iter().any(|words| subject.starts_with(words))
        // Servers mark their reports in the same way (RFC 3834, 5).
        || (!by_a_server && says("Auto-Submitted", &["no"]))
}

/// Whether a person answers: servers that report do not refer to a mail without bringing it back.
fn is_answer(mail: &Message<'_>) -> bool {
    !header(mail, "In-Reply-To").is_empty() || !header(mail, "References").is_empty()
}

/// The Message-ID of the mail that a report brings back.
fn original_message_id(mail: &Message<'_>) -> Option<String> {
    let from_part = mail.parts.iter().find_map(|part| match &part.body {
        PartType::Message(inner) => inner.message_id().map(String::from),
        _ if is_original(part) => {
            let inner = parse(part.contents())?;
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
